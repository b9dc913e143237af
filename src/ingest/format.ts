import type { Diagnostic } from '../record/diagnostic.js'
import { diagnostic } from '../record/diagnostic.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import type { Source } from './bytes.js'
import { decodeText } from './encoding.js'
import { noteSource } from './error-source.js'
import { sizeInWords } from './size.js'
import { fieldsOf, type FieldPaths, type Fields } from './fields.js'

/** One way in which files hold articles. What a format needs to be read is loaded with the first input that has it. */
export interface Format {
  readonly name: string
  /** How the names of its files end, in lower case, without `.gz` or `.zst`. */
  readonly extensions: readonly string[]
  /** Whether its files are text, which is decoded before it comes here; the others come as bytes. */
  readonly isText: boolean
  /**
   * The articles of one input, in order. What is wrong with one of them comes in its place; what is thrown ends the input.
   * Memory holds one article at a time, and a buffer.
   */
  read(source: Source, context: FormatContext): AsyncGenerator<Draft | HearsayError>
}

export interface FormatContext {
  /** The input's name, for errors. */
  readonly file: string
  /** The most bytes that one article may take. */
  readonly maxSize: number
  readonly fields: FieldPaths
  /** The encoding that the user named, for a format that comes as bytes and holds text. */
  readonly encoding: string | undefined
}

/** An article as its file holds it, before it has a key. */
export interface Draft {
  readonly fields: Fields
  /** What tells it from the other articles of its file: `#` and its line or number; empty where a file is one article. */
  readonly suffix: string
  readonly place: ErrorPlace
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Input that goes on and on without an article's end is read up to this many times the limit, to tell how large it is and to find
 * the next article, and no further.
 */
export const RUNAWAY_FACTOR = 100

/** The error of an article over the limit. `size` in bytes; `more` where it was not read to its end. */
export function tooLarge(
  size: number,
  more: boolean,
  { file, maxSize }: FormatContext,
  place: Omit<ErrorPlace, 'file'> = {},
): HearsayError {
  const message =
    `expected at most ${sizeInWords(maxSize)} for an article, got ${more ? 'more than ' : ''}${sizeInWords(size)}` +
    `${more ? ' and read no further' : ''}; raise the limit with --max-size`
  return new HearsayError('too-large', message, { file, ...place })
}

/** The article of a text: its bytes are the text. */
export function draftOfText(bytes: Buffer, mayGuess: boolean, { file }: FormatContext): Draft {
  const { text, guessed } = decodeText(bytes, mayGuess)
  return { fields: { text }, suffix: '', place: { file }, diagnostics: guessDiagnostics(guessed) }
}

/** The article of a JSON object, or what is wrong with it. `line` is where the object begins. */
export function draftOfJson(
  bytes: Buffer,
  suffix: string,
  line: number,
  mayGuess: boolean,
  context: FormatContext,
): Draft | HearsayError {
  const draft = draftOrError(bytes, suffix, line, mayGuess, context)
  if (draft instanceof HearsayError) noteSource(draft, { bytes, suffix })
  return draft
}

function draftOrError(
  bytes: Buffer,
  suffix: string,
  line: number,
  mayGuess: boolean,
  context: FormatContext,
): Draft | HearsayError {
  const { file } = context
  const { text, guessed } = decodeText(bytes, mayGuess)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    return badJson(text, file, line, cause)
  }
  return draftOfValue(value, suffix, { file, line }, context, guessDiagnostics(guessed))
}

/** The article of an object with fields, or what is wrong with it. */
export function draftOfValue(
  value: unknown,
  suffix: string,
  place: ErrorPlace,
  { fields }: FormatContext,
  diagnostics: readonly Diagnostic[],
): Draft | HearsayError {
  try {
    return { fields: fieldsOf(value, fields, place), suffix, place, diagnostics }
  } catch (error) {
    if (error instanceof HearsayError) return error
    throw error
  }
}

function badJson(text: string, file: string, line: number, cause: unknown): HearsayError {
  const position = positionOfError(text)
  const before = text.slice(0, position)
  const place = { file, line: line + before.split('\n').length - 1 }
  const column = position - before.lastIndexOf('\n')
  const got = text.slice(position, position + 12).replace(/\s+/g, ' ')
  const what = position < text.length ? `"${got}" at column ${column}` : 'its end too early'
  const hint = got.startsWith('{') && column === 1 ? '; a file with one object a line is named .jsonl' : ''
  return new HearsayError('bad-json', `expected JSON, got ${what}${hint}`, place, { cause })
}

/**
 * Offset of the first character at which a text cannot be JSON any more; its length where it just ends too early. Errors of
 * `JSON.parse` do not always tell: it is the end of the shortest beginning that fails for another reason than being cut.
 */
function positionOfError(text: string): number {
  let [fine, broken] = [0, text.length + 1]
  while (broken - fine > 1) {
    const middle = (fine + broken) >> 1
    if (mayGoOn(text.slice(0, middle))) fine = middle
    else broken = middle
  }
  return fine
}

function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/ at position (\d+)/.exec(message)?.[1] ?? -1)
    return position >= beginning.length || /^(Unexpected end|Unterminated|Exponent part|No number)/.test(message)
  }
}

/** What a record says of an article whose encoding was recognised by its bytes. */
export function guessDiagnostics(guessed: string | undefined): Diagnostic[] {
  return guessed === undefined
    ? []
    : [diagnostic('encoding-guessed', `Decoded as ${guessed}: the bytes are not UTF-8; --encoding names another.`)]
}
