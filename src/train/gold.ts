import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { faultLine } from '../record/fault.js'
import {
  ACTS,
  COMPARATORS,
  ENTITY_TYPES,
  QUANTITY_KINDS,
  SOURCE_FORMS,
  STATEMENT_KINDS,
  TIME_KINDS,
} from '../record/record.js'
import { sha256Of } from '../record/sha256.js'

/** Half open, in UTF-16 code units of the article's text. */
export type Offsets = readonly [start: number, end: number]

const offset = z.int().nonnegative()
const pair = z.tuple([offset, offset])
const range = z.object({ start: offset, end: offset }).transform(({ start, end }): [number, number] => [start, end])
/** One span, written as `[start, end]` or as `{ start, end }`. */
const span = z.union([pair, range])
/** None, one or several spans, always read as a list. */
const spans = z.union([
  span.transform((one) => [one]),
  z.array(span),
  z.null().transform((): [number, number][] => []),
  z.undefined().transform((): [number, number][] => []),
])

/** What every gold article has beside its annotations. Its text may stand elsewhere: see `readGold`. */
const article = z.object({
  id: z.string(),
  text: z.string().optional(),
  sha256: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  publisher: z.string().optional(),
  date: z.string().optional(),
  published: z.string().optional(),
})

const statement = z.object({
  id: z.string().optional(),
  cue: spans,
  source: spans,
  content: spans,
  speaker: z.string().nullish(),
  /** All names that are right, where there are several. */
  speakers: z.array(z.string().nullable()).optional(),
  kind: z.string().optional(),
  act: z.string().optional(),
  /** Finding it is neither right nor wrong. */
  optional: z.boolean().optional(),
  parent: z.string().nullish(),
  /** Places of the quantities that it asserts. */
  quantities: z.array(span).optional(),
})

const quantity = z.object({
  start: offset,
  end: offset,
  value: z.number().nullish(),
  low: z.number().nullish(),
  high: z.number().nullish(),
  unit: z.string().nullish(),
  currency: z.string().nullish(),
  comparator: z.string().nullish(),
  optional: z.boolean().optional(),
})

const time = z.object({
  start: offset,
  end: offset,
  value: z.string().optional(),
  optional: z.boolean().optional(),
})

/** What a form does not ask for may be null where it is not there. */
const absent = z.null().transform(() => undefined)
const orAbsent = <T extends z.ZodType>(field: T) => z.union([field, absent]).optional()

/** The forms of gold, by what they annotate. Fields that a form does not name are not read. */
export const GOLD = {
  /** Attributions alone, without nesting, as in PolNeAR. */
  attribution: article.extend({
    attributions: z.array(z.object({ cue: spans, source: spans, content: spans })),
  }),
  /** Statements with their speakers, as the guidelines define them. */
  statements: article.extend({ statements: z.array(statement) }),
  /** Sources of statements as `[start, end, name]`: the fullest name that the article has for who is meant. */
  sources: article.extend({ sources: z.array(z.tuple([offset, offset, z.string()])) }),
  /** Attributions by clause (`edu` holds source and cue; `content` is asked for by training alone) and chains of mentions `[start, end, type, chain]`, as in GUM. */
  speakers: article.extend({
    attributions: z.array(z.object({ edu: pair, source: z.array(pair), content: spans })),
    entities: z.array(z.tuple([offset, offset, z.string(), z.string()])),
  }),
  /** Quantities and times, with the statements that assert them where there are any. */
  numbers: article.extend({
    quantities: z.array(quantity).default([]),
    times: z.array(time).default([]),
    statements: z.array(statement).default([]),
  }),
  /** All that the guidelines define, with every field that an article has beside it: what goes to annotators and comes back. */
  whole: article.loose().extend({
    entities: z
      .array(z.object({ start: offset, end: offset, type: z.enum(ENTITY_TYPES), name: z.string().optional() }))
      .default([]),
    quantities: z
      .array(
        quantity.extend({
          kind: z.enum(QUANTITY_KINDS),
          value: z.number().nullable().optional(),
          low: orAbsent(z.number()),
          high: orAbsent(z.number()),
          unit: orAbsent(z.string()),
          currency: orAbsent(z.string()),
          comparator: z.enum(COMPARATORS).default('='),
          direction: orAbsent(z.enum(['up', 'down'])),
          negated: z.boolean().optional(),
          modality: orAbsent(z.string()),
        }),
      )
      .default([]),
    times: z
      .array(
        time.extend({
          kind: z.enum(TIME_KINDS),
          low: orAbsent(z.string()),
          high: orAbsent(z.string()),
          alternatives: z.array(z.string()).optional(),
        }),
      )
      .default([]),
    statements: z.array(
      statement.omit({ quantities: true }).extend({
        kind: z.enum(STATEMENT_KINDS),
        act: z.enum(ACTS),
        form: z.enum(SOURCE_FORMS).nullish(),
        negated: z.boolean().optional(),
        addressee: spans.optional(),
        medium: spans.optional(),
        time: spans.optional(),
      }),
    ),
  }),
  /** Names as `[start, end, type]`. */
  entities: article.extend({ entities: z.array(z.tuple([offset, offset, z.string()], z.unknown())) }),
  /** Sentences, as offsets or as their own text in order. */
  sentences: article.extend({ sentences: z.union([z.array(span), z.array(z.string())]) }),
} as const

/** What every gold article says of itself. */
export type GoldFields = z.infer<typeof article>
export type GoldForm = keyof typeof GOLD
/** A gold article of one form, with its text. */
export type Gold<Form extends GoldForm> = z.infer<(typeof GOLD)[Form]> & { readonly text: string }

/**
 * Reads gold files: a `.jsonl` or `.ndjson` file holds one article a line, any other is one article or an array of them. An article's text is its
 * own `text`, else that of the article with its id in one of the JSON Lines files `articles`, else the `.txt` file beside the `.json` file.
 * Throws a `HearsayError` where a file cannot be read, is not JSON or not of the form, where there is no text, where the text
 * is not the one that the gold's sha256 names, where a span does not lie in it, or where two articles have one id.
 */
export function readGold<Annotated extends GoldFields>(
  form: z.ZodType<Annotated>,
  files: readonly string[],
  articles: readonly string[] = [],
): (Annotated & { readonly text: string })[] {
  const texts = readTexts(articles)
  const gold: (Annotated & { readonly text: string })[] = []
  const ids = new Set<string>()
  for (const file of files) {
    for (const article of goldIn(form, file, texts)) {
      if (article instanceof HearsayError) throw article
      const { id } = article
      if (ids.has(id)) throw new HearsayError('duplicate-id', 'expected each gold article once, got one more of this id', { file, id }) // prettier-ignore
      ids.add(id)
      gold.push(article)
    }
  }
  if (gold.length === 0) throw new HearsayError('no-data', `expected gold articles, got none in ${files.join(', ')}`)
  return gold
}

/** The articles of a gold file, with the error of each that cannot be read in its place. `texts` holds, by id, those that gold may lack. */
export function* goldIn<Annotated extends GoldFields>(
  form: z.ZodType<Annotated>,
  file: string,
  texts: ReadonlyMap<string, string>,
): Generator<(Annotated & { readonly text: string }) | HearsayError> {
  const readers = valueOrError(() => readersOf(file))
  if (readers instanceof HearsayError) yield readers
  else {
    for (const read of readers) {
      const objects = valueOrError(read)
      if (objects instanceof HearsayError) yield objects
      else {
        for (const { value, place } of objects)
          yield valueOrError(() => withText(parse(form, value, 'gold for this task', place), place, texts))
      }
    }
  }
}

function valueOrError<T>(read: () => T): T | HearsayError {
  try {
    return read()
  } catch (error) {
    if (error instanceof HearsayError) return error
    throw error
  }
}

function withText<Annotated extends GoldFields>(
  annotated: Annotated,
  { file = '', ...place }: ErrorPlace,
  texts: ReadonlyMap<string, string>,
): Annotated & { readonly text: string } {
  const { id, sha256: expected } = annotated
  const where = { file, ...place, id }
  const text = annotated.text ?? texts.get(id) ?? readTextBeside(file, where)
  const actual = sha256Of(text)
  if (expected !== undefined && expected !== actual)
    throw new HearsayError('bad-record', `the text is not the one annotated: ${differing(expected, actual)}`, where)
  for (const field of ANNOTATIONS) {
    const outside = spanOutside((annotated as { readonly [field in string]?: unknown })[field], text.length, field)
    if (outside !== undefined) throw new HearsayError('bad-record', `expected gold for this task: ${outside}`, where)
  }
  return { ...annotated, text }
}

/** The fields of all forms that hold spans. */
const ANNOTATIONS = ['statements', 'attributions', 'quantities', 'times', 'entities', 'sentences']

/** What is wrong with the first span within `value` that is reversed or not within a text of `length`. */
function spanOutside(value: unknown, length: number, path: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = value as { readonly [field: string]: unknown }
  const [start, end] = Array.isArray(value) ? (value as readonly unknown[]) : [fields.start, fields.end]
  if (typeof start === 'number' && typeof end === 'number' && (start > end || end > length))
    return `${path}: expected a span within 0..${length}, got ${start}..${end}`
  for (const [name, field] of Object.entries(fields)) {
    const outside = spanOutside(field, length, `${path}.${name}`)
    if (outside !== undefined) return outside
  }
  return undefined
}

/** How two sums differ, in words for a message. */
export function differing(expected: string, actual: string): string {
  return `expected a text with sha256 ${expected.slice(0, 12)}…, got ${actual.slice(0, 12)}…`
}

/** A value of a JSON file, and where it stands. */
interface Placed {
  readonly value: unknown
  readonly place: ErrorPlace
}

/** The values of a JSON file with their places, as `readersOf` has them. */
export function readObjects(file: string): Placed[] {
  return readersOf(file).flatMap((read) => read())
}

/** What reads the values of a JSON file: each line of a `.jsonl` or `.ndjson` file, else the whole file, which is an array of them or one alone. */
function readersOf(file: string): (() => Placed[])[] {
  const content = readText(file)
  const place = { file }
  if (/\.(jsonl|ndjson)$/i.test(file)) return lineReaders(file, content)
  return [
    () => {
      const value = parseJson(content, place, 'a file that is one JSON object, or an array of them')
      return (Array.isArray(value) ? (value as unknown[]) : [value]).map((one) => ({ value: one, place }))
    },
  ]
}

/** The values of a JSON Lines file, whatever its name, with their places. Blank lines are skipped. */
function readLines(file: string): Placed[] {
  return lineReaders(file, readText(file)).flatMap((read) => read())
}

function lineReaders(file: string, content: string): (() => Placed[])[] {
  return content.split('\n').flatMap((line, index) => {
    const place = { file, line: index + 1 }
    return line.trim() === '' ? [] : [() => [{ value: parseJson(line, place, 'one JSON object a line'), place }]]
  })
}

/** `value` as the schema reads it. Throws a `HearsayError` that names the first field that is wrong. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, what: string, place: ErrorPlace): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new HearsayError('bad-record', `expected ${what}: ${faultLine(result.error)}`, place)
}

function parseJson(content: string, place: ErrorPlace, expected: string): unknown {
  try {
    return JSON.parse(content)
  } catch (cause) {
    const line = place.line ?? lineOfFault(content, cause)
    const where = line === undefined ? place : { ...place, line }
    throw new HearsayError('bad-json', `expected ${expected}, got text that is not JSON`, where, { cause })
  }
}

/** The line at which JSON.parse gave up, where its message tells the position. */
function lineOfFault(content: string, fault: unknown): number | undefined {
  const message = fault instanceof Error ? fault.message : ''
  const position = message.includes('end of JSON input') ? content.length : /at position (\d{1,15})/.exec(message)?.[1]
  return position === undefined ? undefined : content.slice(0, Number(position)).split('\n').length
}

/** The texts of JSON Lines files of articles, by id. Throws where a file or a line cannot be read. */
export function readTexts(files: readonly string[]): Map<string, string> {
  const schema = z.object({ id: z.string(), text: z.string() })
  const read = (file: string) =>
    readLines(file).map(({ value, place }): [id: string, text: string] => {
      const { id, text } = parse(schema, value, 'an article with an id and a text', place)
      return [id, text]
    })
  return new Map(files.flatMap(read))
}

function readTextBeside(file: string, place: ErrorPlace): string {
  const beside = /\.json$/i.test(file) ? file.replace(/\.json$/i, '.txt') : undefined
  const text = beside === undefined ? undefined : readTextIfThere(beside)
  if (text !== undefined) return text
  const elsewhere = `an article with its id in --articles${beside === undefined ? '' : ` or the file ${beside}`}`
  throw new HearsayError('no-text-field', `expected the gold's text as its "text", ${elsewhere}; found none`, place)
}

function readText(file: string): string {
  const text = readTextIfThere(file)
  if (text === undefined) throw new HearsayError('input-not-found', 'expected a file, found none', { file })
  return text
}

/** The file's text without a byte order mark, or undefined where there is no such file. */
function readTextIfThere(file: string): string | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    if (code === 'ENOENT') return undefined
    throw new HearsayError('input-unreadable', `expected a file that can be read, got ${code}`, { file }, { cause })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new HearsayError('not-text', 'expected UTF-8, got other bytes', { file }, { cause })
  }
}
