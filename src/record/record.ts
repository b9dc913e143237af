import type { Diagnostic } from './diagnostic.js'
import type { Span } from './span.js'

/** Version of the record's form. It changes when a reader of the old form could misread the new one. */
export const RECORD_VERSION = 1

/** What an entity can be. `NORP` are nationalities, religious and political groups. */
export const ENTITY_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'NORP', 'FACILITY', 'PRODUCT', 'MISC'] as const
/** How a text can mention an entity: by name, by a noun ("the minister"), by a pronoun. */
export const MENTION_FORMS = ['name', 'nominal', 'pronoun'] as const
/** What the source of a statement can be: as `MENTION_FORMS`, or `implied` where the text has no words for it. */
export const SOURCE_FORMS = ['name', 'nominal', 'pronoun', 'implied'] as const
/** What a number can be: a count, a place in an order, a percentage, money, a measure with a unit, a ratio ("two in three"). */
export const QUANTITY_KINDS = ['cardinal', 'ordinal', 'percent', 'money', 'measure', 'ratio'] as const
/** How what is meant relates to the number: equal, more than, at least, less than, at most, about. */
export const COMPARATORS = ['=', '>', '>=', '<', '<=', '~'] as const
/** What a time can be, as TIMEX3 has them: a day or longer, a time of day, how long, how often. */
export const TIME_KINDS = ['date', 'time', 'duration', 'set'] as const
/** Whether the content is in the source's own words, in the article's, or partly in the source's. */
export const STATEMENT_KINDS = ['direct', 'indirect', 'mixed'] as const
/** What the source does by its words, as the cue tells. */
export const ACTS = [
  'say', 'claim', 'deny', 'accuse', 'order', 'ask', 'promise', 'warn', 'announce', 'report', 'find', 'assess', 'believe',
] as const // prettier-ignore

/** One of `ENTITY_TYPES`. */
export type EntityType = (typeof ENTITY_TYPES)[number]
/** One of `MENTION_FORMS`. */
export type MentionForm = (typeof MENTION_FORMS)[number]
/** One of `SOURCE_FORMS`. */
export type SourceForm = (typeof SOURCE_FORMS)[number]
/** One of `STATEMENT_KINDS`. */
export type StatementKind = (typeof STATEMENT_KINDS)[number]
/** One of `ACTS`. */
export type Act = (typeof ACTS)[number]

/** The result for one article: plain JSON, and all that a sink, a report or a check ever sees. Spans count in its text. */
export interface Record {
  /** `RECORD_VERSION` of the package that made it. */
  readonly version: typeof RECORD_VERSION
  /** Id of the article, unique within its collection. */
  readonly id: string
  /** Collection of the article. */
  readonly collection: string
  /** Where the article lies, as its source told. */
  readonly uri?: string
  /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
  readonly sha256: string
  /** Length of the text in UTF-16 code units. */
  readonly length: number
  /** The earlier article that this one nearly repeats, as agency copy does. Extraction never sets it: a pass over all records does. */
  readonly duplicateOf?: DuplicateOf
  /** What made it. */
  readonly producer: Producer
  /** What the source tells of the article. */
  readonly meta: Meta
  /** Half-open offsets of each sentence, in text order. */
  readonly sentences: readonly (readonly [start: number, end: number])[]
  /** Persons, organisations, places and others in the text, by their first mention. */
  readonly entities: readonly Entity[]
  /** Numbers in text order; none overlap. */
  readonly quantities: readonly Quantity[]
  /** Times in text order; none overlap. */
  readonly times: readonly Time[]
  /** Who said what, in text order. */
  readonly statements: readonly Statement[]
  /** What is to be known of the text or of how the record was made. */
  readonly diagnostics: readonly Diagnostic[]
}

/** An article that another one nearly repeats. */
export interface DuplicateOf {
  /** Collection of the earlier article. */
  readonly collection: string
  /** Id of the earlier article. */
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

/** What the source tells of the article. */
export interface Meta {
  /** Its headline. */
  readonly title?: string
  /** Who wrote it, as the source has it. */
  readonly author?: string
  /** Who published it. */
  readonly publisher?: string
  /** When it was published, as the source wrote it. */
  readonly published?: string
  /** A BCP 47 code. */
  readonly language: string
  /** Where and when the text says it was written, where it does. */
  readonly dateline?: Dateline
}

/** Where and when the text says it was written ("MOSCOW, January 17 - "). */
export interface Dateline {
  /** The place, as the text has it. */
  readonly place?: string
  /** ISO 8601; without a year (`XXXX-01-17`) where the text gives none and the article has no date. */
  readonly date?: string
  /** Offset of its first UTF-16 code unit. */
  readonly start: number
  /** Offset behind its last UTF-16 code unit. */
  readonly end: number
}

/** A person, an organisation, a place or another thing that the text names or tells of, with all its mentions. */
export interface Entity {
  /** `e1` and so on, in text order. */
  readonly id: string
  /** What it is. */
  readonly type: EntityType
  /** The fullest name that the article uses. */
  readonly name: string
  /** Other names that the article uses for it. */
  readonly aliases: readonly string[]
  /** What the article calls it beside its names: "mayor of Port Ellery". */
  readonly roles: readonly string[]
  /** As titles, first names or pronouns tell; absent where they do not. */
  readonly gender?: 'female' | 'male'
  /** Id of the entity it belongs to. */
  readonly affiliation?: string
  /** Where the text mentions it, in text order, and how. */
  readonly mentions: readonly Mention[]
}

/** A place where the text mentions an entity. */
export interface Mention extends Span {
  /** How it does. */
  readonly form: MentionForm
}

/** A span that may name an entity. */
export interface LinkedSpan extends Span {
  /** Id of the entity that it names. */
  readonly entity?: string
}

/** A number in the text, with what it means. */
export interface Quantity extends Span {
  /** `q1` and so on, in text order. */
  readonly id: string
  /** What the number is. */
  readonly kind: (typeof QUANTITY_KINDS)[number]
  /** Magnitude resolved ("3 million" is 3000000); null for a range or a ratio, whose numbers are `low` and `high`. */
  readonly value: number | null
  /** The lower end of a range; the first number of a ratio. */
  readonly low?: number
  /** The upper end of a range; the second number of a ratio. */
  readonly high?: number
  /** How what is meant relates to the number. */
  readonly comparator: (typeof COMPARATORS)[number]
  /** Where the number is a change: whether it goes up or down. */
  readonly direction?: 'up' | 'down'
  /** Lemma of the noun that is counted, or the unit of measure in full. */
  readonly unit?: string
  /** ISO 4217 code. */
  readonly currency?: string
  /** Whether the clause denies it ("not 30"); absent where it does not. */
  readonly negated?: boolean
  /** Modal of the asserting clause: `could`, `may`, `would`. */
  readonly modality?: string
}

/** A time in the text, with the day or the length that it stands for. */
export interface Time extends Span {
  /** `t1` and so on, in text order. */
  readonly id: string
  /** What the time is. */
  readonly kind: (typeof TIME_KINDS)[number]
  /** ISO 8601 as TIMEX3 writes it. */
  readonly value: string
  /** Where it is an interval, its beginning, as `value` is written. */
  readonly low?: string
  /** Where it is an interval, its end, as `value` is written. */
  readonly high?: string
  /** Other readings, such as of 03/04/2022. */
  readonly alternatives?: readonly string[]
}

/** One act by which the text attributes content to a source: "X said Y". */
export interface Statement {
  /** `s1` and so on, in text order. */
  readonly id: string
  /** Whose words the content is in. */
  readonly kind: StatementKind
  /** What the source does by its words. */
  readonly act: Act
  /** Who the source is; null where nobody is named and nobody implied. */
  readonly speaker: Speaker | null
  /** The noun phrase that names the source, or null where the text has none. */
  readonly source: Span | null
  /** The words that signal the attribution, with the lemma of its head; null for a quotation without any. */
  readonly cue: Cue | null
  /** All that is attributed, in text order: several spans where the cue or the source interrupts it. */
  readonly content: readonly Span[]
  /** To whom it was said. */
  readonly addressee?: LinkedSpan
  /** Where it was said: "a letter", "the newspaper". */
  readonly medium?: LinkedSpan
  /** Id of the time at which it was said, where the reporting clause tells. */
  readonly time?: string
  /** The reporting itself is negated ("did not say whether"). */
  readonly negated: boolean
  /** Id of the statement in whose content this one lies. */
  readonly parent: string | null
  /** Ids of the quantities that it asserts: those in its content, but not in that of a statement within it. */
  readonly quantities: readonly string[]
  /** Ids of the times in its content. */
  readonly times: readonly string[]
  /** Ids of the entities in its content. */
  readonly entities: readonly string[]
  /** Calibrated probability that a reader would mark this statement with this source and content. */
  readonly confidence: number
}

/** The words that signal an attribution: "said", "according to". */
export interface Cue extends Span {
  /** Lemma of their head. */
  readonly lemma: string
}

/** Who the source of a statement is. */
export interface Speaker {
  /** The fullest name that the article has for whom the source refers to; the source phrase where it is not resolved. */
  readonly name: string
  /** What the source span is; `implied` where there is none. */
  readonly form: SourceForm
  /** Whether `name` is a proper name of the article, or a noun where the article names nobody. */
  readonly resolved: boolean
  /** Id of the entity, where it is resolved. */
  readonly entity?: string
}
