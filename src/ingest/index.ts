import { createHash } from 'node:crypto'
import { articleKey, type Article } from '../record/article.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { asText, assertEncoding, fileChunks, isUtf8Name, openBytes, transcode, unreadable } from './bytes.js'
import { characterDiagnostics } from './characters.js'
import type { Chunks } from './chunks.js'
import { DEFAULT_EXPANSION_LIMITS } from './compression.js'
import { streamDecoder } from './encoding.js'
import { assertFieldNames, type FieldPaths } from './fields.js'
import { sourceOf } from './error-source.js'
import { draftOfJson, tooLarge, type Draft } from './format.js'
import { filesOf, formatOfBytes, formatOfText, STANDARD_INPUT, STANDARD_INPUT_NAME, type InputFile } from './inputs.js'
import { isBlank, linesOf } from './json-lines.js'
import { Ledger } from './ledger.js'
import { text } from './text.js'

export { dayOf, findDateline } from './dateline.js'
export { FIELD_NAMES, type FieldName, type FieldPaths } from './fields.js'
export { judgeLanguage, type JudgedLanguage } from './language.js'
export { findTitle } from './title.js'

/** How articles are read. */
export interface ReadOptions {
  /** The collection of all articles; else each input's root gives its name. */
  readonly collection?: string
  /** The folder that gives files named singly their collection and ids, where they lie below it; else for each the one that holds it. */
  readonly root?: string
  /** The encoding of input that has no byte order mark; else UTF-8, or what its bytes are recognised as. */
  readonly encoding?: string
  /** Where JSON or a row holds a field that has no usual name: `{ text: 'story.body' }`. */
  readonly fields?: FieldPaths
  /** The most bytes that one article may take in its unpacked file: a text, a line, an object. 5,000,000 by default. */
  readonly maxSize?: number
  /** The most bytes that a compressed input may unpack to. 100 GB by default. */
  readonly maxExpanded?: number
  /** The most bytes that a compressed input may unpack to for each of its own; counts once 16 MB are unpacked. 1000 by default. */
  readonly maxRatio?: number
  /** Whether a file that the inputs name is read, by its name as the user would write it; all are by default. */
  readonly only?: (file: string) => boolean
  /** Gives an article that comes again with the same text as well; it is left out by default. */
  readonly withRepeated?: boolean
  /** What `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Hears of every piece of an input that is read, by its size in bytes as stored. */
  readonly onRead?: (bytes: number) => void
}

/** An article, or a whole input, that could not be read. All others go on. */
export interface IngestFailure {
  /** Why, and where. */
  readonly error: HearsayError
  /** Of the article's key where it is known; the id is in the error's place. */
  readonly collection?: string
  /** The id that it would have had where its source names none. */
  readonly id?: string
  /** What could not be read, as it stood in its input; undefined where that was not kept, such as over the limit. */
  readonly bytes?: Uint8Array
}

/** Where an article was read. */
export interface Origin {
  /** Its file, and its line there where several are in one. */
  readonly place: ErrorPlace
  /** Whether its source gives it an id; else it has its file's name, and its line or number. */
  readonly hasOwnId: boolean
  /** Whether its text is that of the file, so that their lines are the same. */
  readonly isVerbatim: boolean
  /** Whether its file holds other articles too, or could. */
  readonly isOneOfSeveral: boolean
}

/** Beside the articles: where a file lay is not part of one. */
const ORIGINS = new WeakMap<Article, Origin>()

/** Where an article that `readArticles` gave was read; undefined for another. */
export function originOf(article: Article): Origin | undefined {
  return ORIGINS.get(article)
}

const DEFAULT_MAX_SIZE = 5_000_000

/**
 * Reads the articles of files, folders, globs and `-`, the standard input (also meant by no input at all), in a fixed order and
 * one at a time. A file named after `@` lists more of them, one a line. What fails comes in its place as an `IngestFailure`. An article that comes again with the same text is left out.
 * Throws `usage` for an unknown encoding or field.
 */
export async function* readArticles(
  inputs: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<Article | IngestFailure, undefined, undefined> {
  if (options.encoding !== undefined) assertEncoding(options.encoding)
  if (options.fields !== undefined) assertFieldNames(options.fields)
  const seen = new Ledger()
  for await (const found of draftsOf(inputs.length === 0 ? [STANDARD_INPUT_NAME] : inputs, options)) {
    if ('error' in found) {
      yield found
      continue
    }
    const { article, draft } = found
    const { id, collection } = article
    const key = hashOf(articleKey(article))
    const content = hashOf(article.text)
    const earlier = seen.look(key, content)
    if (earlier === 'none') {
      seen.add(key, content)
      yield article
    } else if (earlier === 'same') {
      if (options.withRepeated === true) yield article
    } else {
      const message = `expected an id of its own in the collection "${collection}", an article with another text has it`
      const bytes = Buffer.from(JSON.stringify(article), 'utf8')
      yield { error: new HearsayError('duplicate-id', message, { ...draft.place, id }), collection, bytes }
    }
  }
}

/**
 * The articles of JSON lines, one a line and each as soon as it has come, whatever is in the lines before. Blank lines are left out. Unlike
 * `readArticles` it keeps nothing of an article that has gone by, and so does not see that an id comes twice.
 * Throws `too-large` for a line that goes on and on, `input-unreadable`, and `usage` for an unknown encoding or field.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, fields = {}, maxSize = DEFAULT_MAX_SIZE, collection = STANDARD_INPUT.collection }: ReadOptions = {},
): AsyncGenerator<Article | IngestFailure, undefined, undefined> {
  if (encoding !== undefined) assertEncoding(encoding)
  assertFieldNames(fields)
  const context = { file: STANDARD_INPUT.file, maxSize, fields, encoding }
  const decoder = encoding === undefined || isUtf8Name(encoding) ? undefined : streamDecoder(encoding)
  const stored = standardInput({ stdin: chunks })
  for await (const line of linesOf(
    decoder === undefined ? stored : transcode(stored, () => streamDecoder(encoding ?? '') ?? decoder),
    context,
  )) {
    const { number, bytes, size } = line
    if (bytes !== undefined && isBlank(bytes)) continue
    const suffix = `#${number}`
    const draft =
      bytes === undefined
        ? tooLarge(size, false, context, { line: number })
        : draftOfJson(bytes, suffix, number, encoding === undefined, context)
    if (draft instanceof HearsayError) yield { error: draft, collection, id: `${STANDARD_INPUT.id}${suffix}` }
    else yield articleOf(draft, STANDARD_INPUT.id, collection)
  }
}

interface ReadDraft {
  readonly article: Article
  readonly draft: Draft
}

async function* draftsOf(inputs: readonly string[], options: ReadOptions): AsyncGenerator<ReadDraft | IngestFailure> {
  for await (const file of filesOf(inputs, options.root)) {
    if (file instanceof HearsayError) yield { error: file }
    else if (file === STANDARD_INPUT || options.only?.(file.file) !== false) {
      const chunks = file === STANDARD_INPUT ? standardInput(options) : fileChunks(file.file)
      yield* draftsOfFile(file, options.onRead === undefined ? chunks : counted(chunks, options.onRead), options)
    }
  }
}

async function* counted(chunks: Chunks, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onRead(chunk.length)
    yield chunk
  }
}

async function* draftsOfFile(
  input: InputFile,
  chunks: Chunks,
  options: ReadOptions,
): AsyncGenerator<ReadDraft | IngestFailure> {
  const { encoding, fields = {}, maxSize = DEFAULT_MAX_SIZE, collection = input.collection } = options
  const { maxExpanded = DEFAULT_EXPANSION_LIMITS.maxExpanded, maxRatio = DEFAULT_EXPANSION_LIMITS.maxRatio } = options
  const { file, compression } = input
  const fail = (error: HearsayError): IngestFailure => {
    const { bytes, suffix = '' } = sourceOf(error) ?? {}
    return { error, collection, id: `${input.id}${suffix}`, ...(bytes === undefined ? {} : { bytes }) }
  }
  try {
    const opened = await openBytes(chunks, {
      file,
      compression,
      maxExpanded,
      maxRatio,
      isFile: input !== STANDARD_INPUT,
    })
    const named = input.format ?? formatOfBytes(opened.head)
    const source = named === undefined || named.isText ? await asText(opened, file, encoding) : opened
    const format = named ?? formatOfText(source.head, fields)
    try {
      for await (const draft of format.read(source, { file, maxSize, fields, encoding })) {
        if (draft instanceof HearsayError) yield fail(draft)
        else {
          const article = articleOf(draft, input.id, collection)
          const { place, suffix, fields } = draft
          const origin = { place, hasOwnId: fields.id !== undefined, isOneOfSeveral: suffix !== '' }
          ORIGINS.set(article, { ...origin, isVerbatim: format === text })
          yield { draft, article }
        }
      }
    } finally {
      await source.chunks.return(undefined)
    }
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    yield fail(error)
  }
}

function articleOf({ fields, suffix, diagnostics }: Draft, fileId: string, collection: string): Article {
  const all = [...diagnostics, ...characterDiagnostics(fields.text)]
  return { id: `${fileId}${suffix}`, collection, ...fields, ...(all.length > 0 ? { diagnostics: all } : {}) }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The bytes of the standard input. Throws `input-unreadable`. */
export async function* standardInput({
  stdin = process.stdin,
}: Pick<ReadOptions, 'stdin'> = {}): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stdin) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  } catch (error) {
    throw unreadable(STANDARD_INPUT.file, error)
  }
}
