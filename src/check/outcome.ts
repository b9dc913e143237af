import type { HearsayError } from '../record/errors.js'
import type { Baseline } from './drift/baseline.js'
import type { Rule, Severity } from './rule.js'
import type { Place } from './subject.js'

/** What a rule found, as it is reported. */
export interface Finding extends Omit<Place, 'isAsked'> {
  /** Id of the rule. */
  readonly rule: string
  /** Severity that the rule ran with. */
  readonly severity: Severity
  /** What was found, in words of the rule alone. */
  readonly message: string
  /** Words of the article, or what an error quotes of it; never with `text: false`. */
  readonly excerpt?: string
}

/** What one rule found. */
export interface RuleOutcome {
  /** The rule. */
  readonly rule: Rule
  /** Severity that it ran with. */
  readonly severity: Severity
  /** How many findings there are. */
  readonly count: number
  /** How many more the ignore file silenced. */
  readonly ignored: number
  /** The first of them, in the order of the corpus. */
  readonly findings: readonly Finding[]
}

/** A rule that did not run. */
export interface NotRun {
  /** The rule. */
  readonly rule: Rule
  /** Why, in a few words. */
  readonly why: string
}

/** How a check ended. */
export interface Outcome {
  /** How many articles were looked at; those in files that are not asked about do not count. */
  readonly articles: number
  /** Every rule that ran, in the order of `RULES`. */
  readonly rules: readonly RuleOutcome[]
  /** Rules that did not run, and why. */
  readonly notRun: readonly NotRun[]
  /** How many findings are errors. */
  readonly errors: number
  /** How many findings are warnings. */
  readonly warnings: number
  /** How many findings are of severity `info`. */
  readonly infos: number
  /** How many warnings are allowed. */
  readonly maxWarnings: number
  /** Whether there are errors, or more warnings than are allowed. */
  readonly failed: boolean
  /** Why an input as a whole could not be read, of the first such one. */
  readonly unusable: HearsayError | undefined
  /** What is to be said beside the findings, a line each. */
  readonly notes: readonly string[]
  /** Of the articles looked at, where it was asked for. */
  readonly baseline: Baseline | undefined
}

/** Whether a rule's findings are among what the check fails for. */
export function failsFor({ maxWarnings, warnings }: Outcome, severity: Severity): boolean {
  return severity === 'error' || (severity === 'warning' && warnings > maxWarnings)
}
