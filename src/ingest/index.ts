import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import { sha256Of } from '../record/sha256.js'
import { asText, assertEncoding, fileChunks, openBytes, unreadable } from './bytes.js'
import { characterDiagnostics } from './characters.js'
import type { Chunks } from './chunks.js'
import { DEFAULT_EXPANSION_LIMITS } from './compression.js'
import { assertFieldNames, type FieldPaths } from './fields.js'
import type { Draft } from './format.js'
import { filesOf, formatOfBytes, formatOfText, STANDARD_INPUT, STANDARD_INPUT_NAME, type InputFile } from './inputs.js'

export { dayOf, findDateline } from './dateline.js'
export { FIELD_NAMES, type FieldName, type FieldPaths } from './fields.js'
export { judgeLanguage, type JudgedLanguage } from './language.js'
export { findTitle } from './title.js'

export interface ReadOptions {
  /** The collection of all articles; else each input's root gives its name. */
  readonly collection?: string
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
  /** What `-` reads; the process's standard input by default. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

/** An article, or a whole input, that could not be read. All others go on. */
export interface IngestFailure {
  readonly error: HearsayError
  /** Of the article's key where it is known; the id is in the error's place. */
  readonly collection?: string
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
  const texts = new Map<string, string>()
  for await (const found of draftsOf(inputs.length === 0 ? [STANDARD_INPUT_NAME] : inputs, options)) {
    if ('error' in found) {
      yield found
      continue
    }
    const { article, draft } = found
    const { id, collection } = article
    const key = JSON.stringify([collection, id])
    const sha256 = sha256Of(article.text)
    const earlier = texts.get(key)
    texts.set(key, earlier ?? sha256)
    if (earlier === undefined) yield article
    else if (earlier !== sha256) {
      const message = `expected an id of its own in the collection "${collection}", an article with another text has it`
      yield { error: new HearsayError('duplicate-id', message, { ...draft.place, id }), collection }
    }
  }
}

interface ReadDraft {
  readonly article: Article
  readonly draft: Draft
}

async function* draftsOf(inputs: readonly string[], options: ReadOptions): AsyncGenerator<ReadDraft | IngestFailure> {
  for await (const file of filesOf(inputs)) {
    if (file instanceof HearsayError) yield { error: file }
    else yield* draftsOfFile(file, file === STANDARD_INPUT ? standardInput(options) : fileChunks(file.file), options)
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
  const fail = (error: HearsayError): IngestFailure => ({ error, collection })
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
        else yield { draft, article: articleOf(draft, input.id, collection) }
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

async function* standardInput({ stdin = process.stdin }: ReadOptions): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stdin) {
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    }
  } catch (error) {
    throw unreadable(STANDARD_INPUT.file, error)
  }
}
