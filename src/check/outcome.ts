import type { HearsayError } from '../record/errors.js'
import type { Baseline } from './drift/baseline.js'
import type { Rule, Severity } from './rule.js'
import type { Place } from './subject.js'

/** What a rule found, as it is reported. */
export interface Finding extends Omit<Place, 'isAsked'> {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** Words of the article, or what an error quotes of it; never with `text: false`. */
  readonly excerpt?: string
}

/** What one rule found. */
export interface RuleOutcome {
  readonly rule: Rule
  readonly severity: Severity
  /** How many findings there are. */
  readonly count: number
  /** How many more the ignore file silenced. */
  readonly ignored: number
  /** The first of them, in the order of the corpus. */
  readonly findings: readonly Finding[]
}

/** How a check ended. */
export interface Outcome {
  /** How many articles were looked at; those in files that are not asked about do not count. */
  readonly articles: number
  /** Every rule that ran, in the order of `RULES`. */
  readonly rules: readonly RuleOutcome[]
  /** Rules that did not run, and why. */
  readonly notRun: readonly { readonly rule: Rule; readonly why: string }[]
  readonly errors: number
  readonly warnings: number
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
