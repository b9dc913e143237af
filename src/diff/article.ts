import { z } from 'zod'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import type { Producer } from '../record/record.js'

/** Half open, in UTF-16 code units. */
export type Offsets = readonly [start: number, end: number]

/** What is compared of an article: a record and a gold article both have it. */
export interface ComparedArticle {
  /** Id of the article. */
  readonly id: string
  /** Null in gold, which has no collections. */
  readonly collection: string | null
  /** SHA-256 of the text; null where gold does not tell. */
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
  /** The speaker's name; null for nobody. */
  readonly speaker: string | null
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
  /** What it means: `>7500000000 USD`. */
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
})

const article = z.object({
  id: z.string(),
  collection: z.string().optional(),
  sha256: z.string().optional(),
  text: z.string().optional(),
  producer: z.object({ hearsay: z.string(), models: z.record(z.string(), z.string()), options: z.string() }).optional(),
  quantities: z.array(quantity).default([]),
  times: z.array(span.extend({ value: z.string().nullish() })).default([]),
  statements: z.array(
    z.object({
      id: z.string().default(''),
      speaker: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).nullish(),
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
    const [{ path, message }] = read.error.issues
    const got = `${path.join('.')}${path.length > 0 ? ': ' : ''}${message}`
    throw new HearsayError('bad-record', `expected a record or gold, got ${got}`, place)
  }
  const { id, collection, sha256, text, producer, quantities, times, statements } = read.data
  const numbers = quantities.map((one) => ({ ...one, meaning: meaningOf(one) }))
  const numberOf = (link: string | Part) =>
    typeof link === 'string'
      ? numbers.find((number) => number.id === link)
      : numbers.find(({ start, end }) => start < link.end && link.start < end)
  return {
    id,
    collection: collection ?? null,
    sha256: sha256 ?? null,
    producer: producer ?? null,
    numbers: numbers.map(({ start, end, meaning }) => ({ place: [start, end], meaning })),
    times: times.map(({ start, end, value: meaning }) => ({ place: [start, end], meaning: meaning ?? 'no value' })),
    statements: statements.map((one) => ({
      id: one.id,
      speaker: one.speaker ?? null,
      source: offsetsOf(one.source ?? []),
      cue: offsetsOf(one.cue ?? []),
      content: offsetsOf(one.content),
      kind: one.kind ?? null,
      act: one.act ?? null,
      negated: one.negated,
      parent: one.parent ?? null,
      numbers: one.quantities.flatMap((link) => numberOf(link)?.meaning ?? []),
      confidence: one.confidence ?? null,
      words: wordsOf(one.content, text),
    })),
  }
}

/** A number in one line: `>7500000000 USD`, `20..30 person`. */
function meaningOf({ value, low, high, comparator, unit, currency }: z.infer<typeof quantity>): string {
  const amount = value ?? `${low ?? ''}..${high ?? ''}`
  const of = currency ?? unit ?? ''
  return `${comparator == null || comparator === '=' ? '' : comparator}${amount}${of === '' ? '' : ` ${of}`}`
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
