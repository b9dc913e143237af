import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { HearsayError, type ErrorPlace } from '../record/errors.js'

/** What stands where a record should be; `value` is undefined where it is no JSON. */
export interface StoredRecord {
  readonly value: unknown
  readonly place: ErrorPlace
}

/**
 * Reads stored records, also compressed ones: one a line, or those of a `.json` file, which is an array of them or one alone.
 * @throws HearsayError `input-not-found`, `input-unreadable` or `bad-gzip`
 */
export async function* readRecords(file: string): AsyncGenerator<StoredRecord> {
  const isWhole = /\.json(\.gz)?$/i.test(file)
  let number = 0
  let whole = ''
  for await (const line of linesOf(file)) {
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
async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = open(file).setEncoding('utf8')
  let parts: string[] = []
  try {
    for await (const chunk of stream as AsyncIterable<string>) {
      const [first = '', ...others] = chunk.split('\n')
      parts.push(first)
      for (const other of others) {
        yield parts.join('')
        parts = [other]
      }
    }
  } catch (cause) {
    throw unreadable(file, cause)
  }
  const last = parts.join('')
  if (last !== '') yield last
}

function open(file: string): Readable {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  // An error of either reaches the one that is read.
  return file.endsWith('.gz') ? pipeline(stream, createGunzip(), () => undefined) : stream
}

function unreadable(file: string, cause: unknown): HearsayError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT')
    return new HearsayError('input-not-found', 'expected a file of records, got none', { file }, { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  const [kind, what] = code.startsWith('Z_')
    ? (['bad-gzip', 'gzip data'] as const)
    : (['input-unreadable', 'a file to read'] as const)
  return new HearsayError(kind, `expected ${what}, got ${reason}`, { file }, { cause })
}
