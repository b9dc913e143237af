import type { Diagnostic } from './diagnostic.js'
import type { Span } from './span.js'

/** Version of the record's form. It changes when a reader of the old form could misread the new one. */
export const RECORD_VERSION = 1

export const ENTITY_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'NORP', 'FACILITY', 'PRODUCT', 'MISC'] as const
export const MENTION_FORMS = ['name', 'nominal', 'pronoun'] as const
export const SOURCE_FORMS = ['name', 'nominal', 'pronoun', 'implied'] as const
export const QUANTITY_KINDS = ['cardinal', 'ordinal', 'percent', 'money', 'measure', 'ratio'] as const
export const COMPARATORS = ['=', '>', '>=', '<', '<=', '~'] as const
export const TIME_KINDS = ['date', 'time', 'duration', 'set'] as const
export const STATEMENT_KINDS = ['direct', 'indirect', 'mixed'] as const
export const ACTS = [
  'say', 'claim', 'deny', 'accuse', 'order', 'ask', 'promise', 'warn', 'announce', 'report', 'find', 'assess', 'believe',
] as const // prettier-ignore

export type EntityType = (typeof ENTITY_TYPES)[number]
export type MentionForm = (typeof MENTION_FORMS)[number]
export type SourceForm = (typeof SOURCE_FORMS)[number]
export type StatementKind = (typeof STATEMENT_KINDS)[number]
export type Act = (typeof ACTS)[number]

/** The result for one article: plain JSON, and all that a sink, a report or a check ever sees. Spans count in its text. */
export interface Record {
  readonly version: typeof RECORD_VERSION
  readonly id: string
  readonly collection: string
  readonly uri?: string
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  readonly sha256: string
  /** Length of the text in UTF-16 code units. */
  readonly length: number
  /** The earlier article that this one nearly repeats, as agency copy does. Extraction never sets it: a pass over all records does. */
  readonly duplicateOf?: DuplicateOf
  readonly producer: Producer
  readonly meta: Meta
  /** Half-open offsets of each sentence, in text order. */
  readonly sentences: readonly (readonly [start: number, end: number])[]
  readonly entities: readonly Entity[]
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  readonly statements: readonly Statement[]
  readonly diagnostics: readonly Diagnostic[]
}

/** An article that another one nearly repeats. */
export interface DuplicateOf {
  readonly collection: string
  readonly id: string
  /** The estimated share of the runs of five words that both have of those that either has, 0 to 1. */
  readonly similarity: number
}

/** What made the record: the same producer makes the same record of the same article. */
export interface Producer {
  /** Version of this package. */
  readonly hearsay: string
  /** SHA-256 of each model file, by task. */
  readonly models: { readonly [task: string]: string }
  /** SHA-256 of the options that change a record. */
  readonly options: string
}

export interface Meta {
  readonly title?: string
  readonly author?: string
  readonly publisher?: string
  readonly published?: string
  /** A BCP 47 code. */
  readonly language: string
  readonly dateline?: Dateline
}

/** Where and when the text says it was written ("MOSCOW, January 17 - "). */
export interface Dateline {
  readonly place?: string
  /** ISO 8601; without a year (`XXXX-01-17`) where the text gives none and the article has no date. */
  readonly date?: string
  readonly start: number
  readonly end: number
}

export interface Entity {
  readonly id: string
  readonly type: EntityType
  /** The fullest name that the article uses. */
  readonly name: string
  readonly aliases: readonly string[]
  readonly roles: readonly string[]
  readonly gender?: 'female' | 'male'
  /** Id of the entity it belongs to. */
  readonly affiliation?: string
  readonly mentions: readonly (Span & { readonly form: MentionForm })[]
}

export interface Quantity extends Span {
  readonly id: string
  readonly kind: (typeof QUANTITY_KINDS)[number]
  /** Magnitude resolved ("3 million" is 3000000); null for a range or a ratio, whose numbers are `low` and `high`. */
  readonly value: number | null
  readonly low?: number
  readonly high?: number
  readonly comparator: (typeof COMPARATORS)[number]
  readonly direction?: 'up' | 'down'
  readonly unit?: string
  /** ISO 4217 code. */
  readonly currency?: string
  readonly negated?: boolean
  readonly modality?: string
}

export interface Time extends Span {
  readonly id: string
  readonly kind: (typeof TIME_KINDS)[number]
  /** ISO 8601 as TIMEX3 writes it. */
  readonly value: string
  readonly low?: string
  readonly high?: string
  readonly alternatives?: readonly string[]
}

/** One act by which the text attributes content to a source: "X said Y". */
export interface Statement {
  readonly id: string
  readonly kind: StatementKind
  readonly act: Act
  readonly speaker: Speaker | null
  /** The noun phrase that names the source, or null where the text has none. */
  readonly source: Span | null
  /** The words that signal the attribution, with the lemma of its head; null for a quotation without any. */
  readonly cue: (Span & { readonly lemma: string }) | null
  /** All that is attributed, in text order: several spans where the cue or the source interrupts it. */
  readonly content: readonly Span[]
  readonly addressee?: Span & { readonly entity?: string }
  readonly medium?: Span & { readonly entity?: string }
  /** Id of the time at which it was said, where the reporting clause tells. */
  readonly time?: string
  /** The reporting itself is negated ("did not say whether"). */
  readonly negated: boolean
  /** Id of the statement in whose content this one lies. */
  readonly parent: string | null
  readonly quantities: readonly string[]
  readonly times: readonly string[]
  readonly entities: readonly string[]
  /** Calibrated probability that a reader would mark this statement with this source and content. */
  readonly confidence: number
}

export interface Speaker {
  /** The fullest name that the article has for whom the source refers to; the source phrase where it is not resolved. */
  readonly name: string
  readonly form: SourceForm
  readonly resolved: boolean
  readonly entity?: string
}
