import { z } from 'zod'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { faultLine } from '../record/fault.js'
import type { Producer } from '../record/record.js'
import { sha256Of } from '../record/sha256.js'

/** Half open, in UTF-16 code units. */
export type Offsets = readonly [start: number, end: number]

/** What is compared of an article: a record and a gold article both have it. */
export interface ComparedArticle {
  /** Id of the article. */
  readonly id: string
  /** Null in gold, which has no collections. */
  readonly collection: string | null
  /** SHA-256 of the text; null where gold neither tells it nor holds the text. */
  readonly sha256: string | null
  /** What made the record; null in gold. */
  readonly producer: Producer | null
  /** Its statements, as they come. */
  readonly statements: readonly ComparedStatement[]
  /** Its numbers, as they come. */
  readonly numbers: readonly ComparedValue[]
  /** Its times, as they come. */
  readonly times: readonly ComparedValue[]
}

/** What is compared of a statement. */
export interface ComparedStatement {
  /** Its id on its side; ids are not compared. */
  readonly id: string
  /** The speaker's name, the first one of several that are right; null for nobody. */
  readonly speaker: string | null
  /** The other names that are right, sorted, `nobody` among them where that is; null in a record, which has one. */
  readonly otherSpeakers: readonly string[] | null
  /** Where the source stands. */
  readonly source: readonly Offsets[]
  /** Where the cue stands. */
  readonly cue: readonly Offsets[]
  /** Where the content stands, in text order. */
  readonly content: readonly Offsets[]
  /** Whose words the content is in. */
  readonly kind: string | null
  /** What the source does by its words. */
  readonly act: string | null
  /** Whether the reporting itself is negated. */
  readonly negated: boolean
  /** What the source is: a name, a noun, a pronoun or implied; null where nobody says. */
  readonly form: string | null
  /** Where those stand to whom it was said; null where gold does not tell. */
  readonly addressee: readonly Offsets[] | null
  /** Where the words stand for that in which it was said; null where gold does not tell. */
  readonly medium: readonly Offsets[] | null
  /** Where the time stands at which it was said; null where gold does not tell. */
  readonly time: readonly Offsets[] | null
  /** Whether finding it is neither right nor wrong; null in a record. */
  readonly optional: boolean | null
  /** Id of the statement in whose content this one lies. */
  readonly parent: string | null
  /** What the numbers that it asserts mean, in text order. */
  readonly numbers: readonly string[]
  /** 0 to 1; null in gold. */
  readonly confidence: number | null
  /** Its content in the text's words, where the record or the gold has them. */
  readonly words: string | null
}

/** A number or a time, with what it means in one line. */
export interface ComparedValue {
  /** Where it stands. */
  readonly place: Offsets
  /** What it means: `>7500000000 USD (money)`. */
  readonly meaning: string
}

const offset = z.int().nonnegative()
const span = z.object({ start: offset, end: offset, text: z.string().optional() })
const pair = z.tuple([offset, offset]).transform(([start, end]): Part => ({ start, end }))
const part = z.union([pair, span])
const parts = z.union([part.transform((one) => [one]), z.array(part), z.null().transform((): Part[] => [])])

interface Part {
  readonly start: number
  readonly end: number
  readonly text?: string | undefined
}

const quantity = span.extend({
  id: z.string().optional(),
  value: z.number().nullish(),
  low: z.number().nullish(),
  high: z.number().nullish(),
  comparator: z.string().nullish(),
  unit: z.string().nullish(),
  currency: z.string().nullish(),
  kind: z.string().nullish(),
  direction: z.string().nullish(),
  negated: z.boolean().nullish(),
  modality: z.string().nullish(),
})

const time = span.extend({
  id: z.string().optional(),
  value: z.string().nullish(),
  low: z.string().nullish(),
  high: z.string().nullish(),
  kind: z.string().nullish(),
  alternatives: z.array(z.string()).nullish(),
})

const article = z.object({
  id: z.string(),
  collection: z.string().optional(),
  sha256: z.string().optional(),
  text: z.string().optional(),
  producer: z.object({ hearsay: z.string(), models: z.record(z.string(), z.string()), options: z.string() }).optional(),
  quantities: z.array(quantity).default([]),
  times: z.array(time).default([]),
  statements: z.array(
    z.object({
      id: z.string().default(''),
      speaker: z.union([z.string(), z.object({ name: z.string(), form: z.string().optional() })]).nullish(),
      speakers: z.array(z.string().nullable()).default([]),
      form: z.string().nullish(),
      addressee: parts.optional(),
      medium: parts.optional(),
      time: z.union([z.string(), parts]).optional(),
      optional: z.boolean().default(false),
      source: parts.optional(),
      cue: parts.optional(),
      content: parts,
      kind: z.string().nullish(),
      act: z.string().nullish(),
      negated: z.boolean().default(false),
      parent: z.string().nullish(),
      quantities: z.array(z.union([z.string(), part])).default([]),
      confidence: z.number().optional(),
    }),
  ),
})

/**
 * What is compared of a record, or of an article of a gold file, as JSON has it.
 * @param place Where it lies, for the error.
 * @throws HearsayError `bad-record` where it is neither
 */
export function comparedArticle(value: unknown, place: ErrorPlace = {}): ComparedArticle {
  const read = article.safeParse(value)
  if (!read.success) {
    throw new HearsayError('bad-record', `expected a record or gold, got ${faultLine(read.error)}`, place)
  }
  const { id, collection, sha256, text, producer, quantities, times, statements } = read.data
  const isRecord = producer !== undefined
  const numbers = quantities.map((one) => ({ ...one, meaning: meaningOf(one) }))
  const numberOf = (link: string | Part) =>
    typeof link === 'string'
      ? numbers.find((number) => number.id === link)
      : numbers.find(({ start, end }) => start < link.end && link.start < end)
  // A record says of each part whether it is there; gold leaves out also what nobody looked for.
  const told = (spans: readonly Part[] | undefined) => (spans ? offsetsOf(spans) : isRecord ? [] : null)
  const saidAt = (link: string | readonly Part[] | undefined) =>
    told(typeof link === 'string' ? times.filter((one) => one.id === link) : link)
  return {
    id,
    collection: collection ?? null,
    sha256: sha256 ?? (text === undefined ? null : sha256Of(text)),
    producer: producer ?? null,
    numbers: numbers.map(({ start, end, meaning }) => ({ place: [start, end], meaning })),
    times: times.map((one) => ({ place: [one.start, one.end], meaning: meaningOfTime(one) })),
    statements: statements.map((one) => ({
      id: one.id,
      ...speakersOf(one, isRecord),
      source: offsetsOf(one.source ?? []),
      cue: offsetsOf(one.cue ?? []),
      content: offsetsOf(one.content),
      kind: one.kind ?? null,
      act: one.act ?? null,
      negated: one.negated,
      form: one.form ?? (typeof one.speaker === 'object' ? one.speaker?.form : undefined) ?? null,
      addressee: told(one.addressee),
      medium: told(one.medium),
      time: saidAt(one.time),
      optional: isRecord ? null : one.optional,
      parent: one.parent ?? null,
      numbers: one.quantities.flatMap((link) => numberOf(link)?.meaning ?? []),
      confidence: one.confidence ?? null,
      words: wordsOf(one.content, text),
    })),
  }
}

type ReadStatement = z.infer<typeof article>['statements'][number]

function speakersOf(
  { speaker, speakers }: ReadStatement,
  isRecord: boolean,
): Pick<ComparedStatement, 'speaker' | 'otherSpeakers'> {
  const name = typeof speaker === 'object' ? (speaker?.name ?? null) : (speaker ?? null)
  const first = speakers.length === 0 || speakers.includes(name) ? name : speakers[0]
  const others = [...new Set(speakers)].filter((other) => other !== first).map((other) => other ?? 'nobody')
  return { speaker: first, otherSpeakers: isRecord ? null : others.sort() }
}

/** A number in one line: `>7500000000 USD (money)`, `20..30 person (cardinal, up, could)`, `not 5 (cardinal)`. */
function meaningOf({ value, low, high, comparator, unit, currency, ...said }: z.infer<typeof quantity>): string {
  const amount = value ?? `${low ?? ''}..${high ?? ''}`
  const of = currency ?? unit ?? ''
  const sign = `${said.negated ? 'not ' : ''}${comparator == null || comparator === '=' ? '' : comparator}`
  return `${sign}${amount}${of === '' ? '' : ` ${of}`}${inBrackets([said.kind, said.direction, said.modality])}`
}

/** A time in one line: `2022-01-13 (date)`, `2022-W03 (date, 2022-01-17..2022-01-23)`. */
function meaningOfTime({ value, kind, low, high, alternatives }: z.infer<typeof time>): string {
  const range = low == null && high == null ? null : `${low ?? ''}..${high ?? ''}`
  return `${value ?? 'no value'}${inBrackets([kind, range, ...(alternatives ?? []).map((other) => `or ${other}`)])}`
}

function inBrackets(parts: readonly (string | null | undefined)[]): string {
  const given = parts.filter((part) => part != null)
  return given.length === 0 ? '' : ` (${given.join(', ')})`
}

function offsetsOf(spans: readonly Part[]): Offsets[] {
  return spans.map(({ start, end }): Offsets => [start, end]).sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** How many code units of a content are kept, to be quoted. */
const QUOTED = 200

function wordsOf(content: readonly Part[], text: string | undefined): string | null {
  const words = content.map((one) => one.text ?? text?.slice(one.start, one.end))
  return words.includes(undefined) ? null : words.join(' … ').slice(0, QUOTED)
}
