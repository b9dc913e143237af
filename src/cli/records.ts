import { createHash } from 'node:crypto'
import { asText, fileChunks, openBytes } from '../ingest/bytes.js'
import { whole } from '../ingest/chunks.js'
import { compressionOfName, DEFAULT_EXPANSION_LIMITS } from '../ingest/compression.js'
import { Ledger } from '../ingest/ledger.js'
import { sizeInWords } from '../ingest/size.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'

/** What stands where a record should be; `value` is undefined where it is no JSON. */
export interface StoredRecord {
  readonly value: unknown
  readonly place: ErrorPlace
}

/** The longest record, or file that is read as a whole: half of what a string can hold, so that it can be parsed. */
const MOST_CHARACTERS = 2 ** 28

/**
 * Reads stored records, also compressed ones: one a line, or those of a `.json` file, which is an array of them or one alone.
 * `-` is the standard input. Throws `input-not-found`, `input-unreadable`, `bad-gzip`, `bad-zstd`, `too-large` or `not-text`.
 */
export async function* readRecords(path: string, most = MOST_CHARACTERS): AsyncGenerator<StoredRecord> {
  const [{ standardInput }, { STANDARD_INPUT, STANDARD_INPUT_NAME }] = await Promise.all([
    import('../ingest/index.js'),
    import('../ingest/inputs.js'),
  ])
  const isFile = path !== STANDARD_INPUT_NAME
  const file = isFile ? path : STANDARD_INPUT.file
  const opened = await openBytes(isFile ? fileChunks(path) : standardInput(), {
    file,
    compression: compressionOfName(path),
    isFile,
    ...DEFAULT_EXPANSION_LIMITS,
  })
  const { chunks } = await asText(opened, file, undefined)
  const isWhole = /\.json(\.gz|\.zst)?$/i.test(path)
  let all = ''
  let number = 0
  for await (const line of linesOf(whole(chunks), most, file)) {
    number++
    if (isWhole) {
      if (all.length + line.length > most) throw tooLong(most, { file })
      all += `${line}\n`
    } else if (line.trim() !== '') yield { value: parsed(line), place: { file, line: number } }
  }
  if (!isWhole) return
  const value = parsed(all)
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) yield { value: one, place: { file } }
}

/** The articles that went by, by their keys: 53 bytes each at most. */
export class ArticlesSeen {
  readonly #keys = new Ledger()

  has(key: string): boolean {
    const hash = hashOf(key)
    return this.#keys.look(hash, hash) !== 'none'
  }

  /** Notes an article; whether it did not go by before. */
  isFirst(key: string): boolean {
    const before = this.#keys.count
    const hash = hashOf(key)
    this.#keys.add(hash, hash)
    return this.#keys.count > before
  }
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

function tooLong(most: number, place: ErrorPlace): HearsayError {
  const what = place.line === undefined ? 'a file of JSON' : 'a record'
  const hint = place.line === undefined ? '; JSON Lines may be as long as they like' : ''
  return new HearsayError('too-large', `expected at most ${sizeInWords(most)} for ${what}, got more${hint}`, place)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Lines end at line feeds alone: JSON may hold every other line separator as it is. */
async function* linesOf(chunks: AsyncIterable<Buffer>, most: number, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let length = 0
  let number = 1
  const add = (part: string): void => {
    parts.push(part)
    length += part.length
    if (length > most) throw tooLong(most, { file, line: number })
  }
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    add(first)
    for (const other of others) {
      yield parts.join('')
      parts = []
      length = 0
      number++
      add(other)
    }
  }
  const last = parts.join('')
  if (last !== '') yield last
}
