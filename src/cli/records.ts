import { asText, fileChunks, openBytes } from '../ingest/bytes.js'
import { whole } from '../ingest/chunks.js'
import { compressionOfName, DEFAULT_EXPANSION_LIMITS } from '../ingest/compression.js'
import type { ErrorPlace } from '../record/errors.js'

/** What stands where a record should be; `value` is undefined where it is no JSON. */
export interface StoredRecord {
  readonly value: unknown
  readonly place: ErrorPlace
}

/**
 * Reads stored records, also compressed ones: one a line, or those of a `.json` file, which is an array of them or one alone.
 * `-` is the standard input. Throws `input-not-found`, `input-unreadable`, `bad-gzip`, `bad-zstd`, `too-large` or `not-text`.
 */
export async function* readRecords(path: string): AsyncGenerator<StoredRecord> {
  const file = path === '-' ? 'stdin' : path
  const opened = await openBytes(path === '-' ? (process.stdin as AsyncIterable<Buffer>) : fileChunks(path), {
    file,
    compression: compressionOfName(path),
    isFile: path !== '-',
    ...DEFAULT_EXPANSION_LIMITS,
  })
  const { chunks } = await asText(opened, file, undefined)
  const isWhole = /\.json(\.gz|\.zst)?$/i.test(path)
  let all = ''
  let number = 0
  for await (const line of linesOf(whole(chunks))) {
    number++
    if (isWhole) all += `${line}\n`
    else if (line.trim() !== '') yield { value: parsed(line), place: { file, line: number } }
  }
  if (!isWhole) return
  const value = parsed(all)
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) yield { value: one, place: { file } }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Lines end at line feeds alone: JSON may hold every other line separator as it is. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    parts.push(first)
    for (const other of others) {
      yield parts.join('')
      parts = [other]
    }
  }
  const last = parts.join('')
  if (last !== '') yield last
}
