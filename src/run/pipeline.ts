import { z } from 'zod'
import { FIELD_NAMES } from '../ingest/index.js'
import { parseSize } from '../ingest/size.js'
import { HearsayError } from '../record/errors.js'
import { readSettings, type SettingPath } from '../record/settings.js'
import { shardOf } from './key.js'
import type { RunOptions } from './options.js'
import { Secrets } from './secrets.js'

/** Where the package keeps its pipelines. */
const NAMED = new URL('../../pipelines/', import.meta.url)

/** The pipelines that need no path. */
export const PIPELINES = ['demo', 'news', 'dump', 'headlines', 'database'] as const

/** A run as a file asks for it. */
export interface Pipeline extends RunOptions {
  /** How many articles may fail without the run counting as failed. */
  readonly allowFailures?: Allowance
}

/** So many articles, or such a share of those read, from 0 to 1. */
export type Allowance =
  | {
      /** How many articles. */
      readonly articles: number
    }
  | {
      /** Share of those read, 0 to 1. */
      readonly share: number
    }

const text = z.string().min(1)
const count = z.int().min(1)
const list = z.union([text, z.array(text).min(1)]).transform((value) => (typeof value === 'string' ? [value] : value))

const parsed = <T>(parse: (value: string) => T) =>
  z.union([z.string(), z.number()]).transform((value, context): T => {
    try {
      return parse(String(value))
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      context.addIssue({ code: 'custom', message: error.message })
      return z.NEVER
    }
  })

const schema = z.strictObject({
  inputs: list.optional(),
  read: z
    .strictObject({
      collection: text.optional(),
      encoding: text.optional(),
      fields: z.partialRecord(z.enum(FIELD_NAMES as [string, ...string[]]), text).optional(),
    })
    .optional(),
  extract: z
    .strictObject({
      'minimum-confidence': z.number().min(0).max(1).optional(),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, 'expected a language code, such as en')
        .optional(),
    })
    .optional(),
  sinks: list,
  schema: text.optional(),
  limits: z
    .strictObject({
      articles: count.optional(),
      size: parsed((value) => parseSize(value, 'an article')).optional(),
      seconds: z.number().positive().max(86_400).optional(),
      memory: count.optional(),
      failures: parsed(allowanceOf).optional(),
    })
    .optional(),
  threads: count.optional(),
  shard: parsed((value) => {
    shardOf(value)
    return value
  }).optional(),
  journal: text.optional(),
})

/**
 * Reads a pipeline: a file, or the name of one of the package's. Variables stay as they are written, but have to be set.
 * @throws HearsayError `usage` that names file, line and key
 */
export async function readPipeline(
  name: string,
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
): Promise<Pipeline> {
  const isNamed = (PIPELINES as readonly string[]).includes(name)
  const what = `a pipeline: a YAML file, or one of ${PIPELINES.join(', ')}`
  const place = isNamed ? new URL(`${name}.yaml`, NAMED) : name
  const { data, value, fail } = await readSettings(schema, place, isNamed ? `${name}.yaml` : name, what)
  assertSet(value, [], new Secrets(environment), fail)
  return optionsOf(data)
}

/** Throws where a variable in any string is not set. */
function assertSet(
  value: unknown,
  path: SettingPath,
  secrets: Secrets,
  fail: (path: SettingPath, message: string) => HearsayError,
): void {
  if (typeof value === 'string') {
    try {
      secrets.reveal(value)
    } catch (error) {
      throw error instanceof HearsayError ? fail(path, error.message) : error
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) assertSet(part, [...path, key], secrets, fail)
  }
}

function optionsOf(data: z.infer<typeof schema>): Pipeline {
  const { inputs = [], read = {}, extract = {}, sinks, schema: name, limits = {}, threads, shard, journal } = data
  return defined({
    inputs,
    to: sinks,
    read: defined({ ...read, maxSize: limits.size }),
    extract: defined({ minConfidence: extract['minimum-confidence'], language: extract.language }),
    schema: name,
    threads,
    shard,
    journal,
    limit: limits.articles,
    wallTime: limits.seconds,
    memory: limits.memory,
    allowFailures: limits.failures,
  })
}

/** The object without what is undefined, which for an optional field is not the same as absent. */
type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> } // prettier-ignore

function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
}

/** Reads a number of articles, or a share such as 1%. Throws `usage`. */
export function allowanceOf(value: string): Allowance {
  if (/^\d{1,12}$/.test(value)) return { articles: Number(value) }
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(value) ?? []
  if (Number(percent) <= 100) return { share: Number(percent) / 100 }
  throw new HearsayError('usage', `expected a number of articles or a share, such as 1%; got "${value}"`)
}
