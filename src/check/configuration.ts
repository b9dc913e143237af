import { z } from 'zod'
import { readSettings } from '../record/settings.js'
import { RULES } from './rules/index.js'
import { SEVERITIES, type Rule, type RuleSetting, type Threshold } from './rule.js'

/** Where a configuration lies that nobody names. */
export const CONFIGURATION_FILE = 'hearsay.config.yaml'

/** A check as a file asks for it. */
export interface Configuration {
  /** Patterns as `.gitignore` has them, for paths below the configuration's folder. */
  readonly exclude: readonly string[]
  /** An ignore file, relative to the configuration's folder. */
  readonly ignoreFile: string | undefined
  /** How many warnings are allowed, where the file says so. */
  readonly maxWarnings: number | undefined
  /** How rules differ from their defaults, by id. */
  readonly rules: Readonly<Record<string, RuleSetting>>
}

const severity = z.enum([...SEVERITIES, 'off'])

function thresholdSchema({ least, most, isWhole }: Threshold) {
  return (isWhole === true ? z.int() : z.number()).min(least).max(most).optional()
}

function ruleSchema({ thresholds }: Rule) {
  const named = Object.entries(thresholds).map(([name, threshold]) => [name, thresholdSchema(threshold)] as const)
  const whole = z
    .strictObject({ severity: severity.optional(), ...Object.fromEntries(named) })
    .transform(({ severity, ...rest }): RuleSetting => {
      const given = Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      return { ...(severity === undefined ? {} : { severity }), thresholds: Object.fromEntries(given) }
    })
  return z.union([severity.transform((severity): RuleSetting => ({ severity })), whole]).optional()
}

const schema = z
  .strictObject({
    exclude: z.array(z.string().min(1)).optional(),
    'ignore-file': z.string().min(1).optional(),
    'max-warnings': z.int().min(0).optional(),
    rules: z.strictObject(Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule)]))).optional(),
  })
  .nullable()

/**
 * Reads the configuration of a check.
 * @throws HearsayError `usage` that names file, line and key
 */
export async function readConfiguration(file: string): Promise<Configuration> {
  const { data } = await readSettings(schema, file, file, 'a YAML file with the configuration of a check')
  const { exclude = [], rules = {} } = data ?? {}
  const settings = Object.entries(rules).filter((entry): entry is [string, RuleSetting] => entry[1] !== undefined)
  return {
    exclude,
    ignoreFile: data?.['ignore-file'],
    maxWarnings: data?.['max-warnings'],
    rules: Object.fromEntries(settings),
  }
}
