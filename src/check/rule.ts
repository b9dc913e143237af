import type { IngestFailure } from '../ingest/index.js'
import type { Baseline } from './drift/baseline.js'
import type { Place, Subject } from './subject.js'

/** How grave a rule's findings are: errors and warnings fail a check, what is `info` does not. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
/** One of `SEVERITIES`. */
export type Severity = (typeof SEVERITIES)[number]

/** A number that a rule compares with. */
export interface Threshold {
  /** Its default. */
  readonly value: number
  /** What it means, with its unit. */
  readonly what: string
  /** The least that it may be set to. */
  readonly least: number
  /** The most that it may be set to. */
  readonly most: number
  /** Whether it must be a whole number. */
  readonly isWhole?: boolean
}

/** The threshold of a rule that tells once an article of what may be at many places of it. */
export const PLACES: Threshold = {
  value: 1,
  what: 'places in an article from which on it is told of',
  least: 1,
  most: 1e6,
  isWhole: true,
}

/** How a rule differs from its defaults. */
export interface RuleSetting {
  /** Its severity, or `off` for not to run it. */
  readonly severity?: Severity | 'off'
  /** By name; they must be thresholds of the rule. */
  readonly thresholds?: { readonly [name: string]: number }
}

/** What a rule says of an article, an input or the whole corpus. */
export interface Observation {
  /** Where; undefined for the whole corpus. */
  readonly place?: Place
  /** In words of the rule alone: it can be shown where article text may not. */
  readonly message: string
  /** Words of the article, or what an error quotes of it. */
  readonly excerpt?: string
}

/** What a rule may need of the check that it runs in. */
export interface Setting {
  /** What the corpus is compared with. */
  readonly baseline: Baseline | undefined
  /** Whether articles are extracted. */
  readonly extracts: boolean
  /** Whether findings are asked for in all files; else in some, mostly few. */
  readonly asksForAll: boolean
}

/** One run of a rule over a corpus. */
export interface Inspection {
  /** Sees an article. */
  article?(subject: Subject): Iterable<Observation> | Observation | undefined
  /** Sees what could not be read, where findings are asked for there or the rule compares articles. */
  failure?(failure: IngestFailure, isAsked: boolean): Observation | undefined
  /** Is asked when all has been seen. */
  end?(): Iterable<Observation>
}

/** A rule of the check. Adding one is a file in `rules/` and a line in `rules/index.ts`. */
export interface Rule {
  /** As configurations and findings name it. */
  readonly id: string
  /** By default; a configuration may say otherwise. */
  readonly severity: Severity
  /** What it finds, in a few words. */
  readonly summary: string
  /** What it finds, why that matters and what to do: Markdown, a paragraph each. */
  readonly explanation: readonly string[]
  /** By name. */
  readonly thresholds: Readonly<Record<string, Threshold>>
  /** Whether it looks at what is extracted: then `subject.record` is there. */
  readonly needsRecord: boolean
  /** Whether it compares articles with each other: then it also sees those that are not asked about. */
  readonly comparesArticles: boolean
  /** Why it cannot run in a check; undefined where it can, as all can by default. */
  whyNot?(setting: Setting): string | undefined
  /** Begins a run over a corpus, by its thresholds. */
  begin(thresholds: Readonly<Record<string, number>>, setting: Setting): Inspection | Promise<Inspection>
}

type Partly<Name extends string> = Partial<Pick<Rule, 'needsRecord' | 'comparesArticles' | 'whyNot'>> &
  Pick<Rule, 'id' | 'severity' | 'summary' | 'explanation'> & {
    readonly thresholds?: Readonly<Record<Name, Threshold>>
    begin(thresholds: Readonly<Record<Name, number>>, setting: Setting): Inspection | Promise<Inspection>
  }

/** A rule with what is usual left out, and its thresholds known by name. */
export function defineRule<Name extends string = never>(rule: Partly<Name>): Rule {
  return { thresholds: {}, needsRecord: false, comparesArticles: false, ...rule }
}

/** A count with its noun: `1 article`, `3 articles`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}

/** A share as a percentage with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
