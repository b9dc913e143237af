import { fileChunks, openText } from '../ingest/bytes.js'
import type { ErrorPlace } from '../record/errors.js'

/** What stands where a record should be; `value` is undefined where it is no JSON. */
export interface StoredRecord {
  readonly value: unknown
  readonly place: ErrorPlace
}

/**
 * Reads stored records, also compressed ones: one a line, or those of a `.json` file, which is an array of them or one alone.
 * `-` is the standard input. Throws `input-not-found`, `input-unreadable`, `bad-gzip` or `not-text`.
 */
export async function* readRecords(path: string): AsyncGenerator<StoredRecord> {
  const file = path === '-' ? 'stdin' : path
  const { chunks } = await openText(path === '-' ? (process.stdin as AsyncIterable<Buffer>) : fileChunks(path), {
    file,
    encoding: undefined,
    gzip: path.endsWith('.gz'),
  })
  const isWhole = /\.json(\.gz)?$/i.test(path)
  let whole = ''
  let number = 0
  for await (const line of linesOf(chunks)) {
    number++
    if (isWhole) whole += `${line}\n`
    else if (line.trim() !== '') yield { value: parsed(line), place: { file, line: number } }
  }
  if (!isWhole) return
  const value = parsed(whole)
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
