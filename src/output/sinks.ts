import { HearsayError } from '../record/errors.js'
import { printable } from './printable.js'
import type { Sink, SinkKind, SinkOptions, SinkPosition } from './sink.js'
import { sinkName, withoutSecrets } from './secrets.js'

/** Every kind of sink by its scheme; only the one in use is loaded, since drivers of databases take time. */
export const SINKS: { readonly [scheme: string]: () => Promise<SinkKind> } = {
  jsonl: async () => (await import('./record-file.js')).jsonlSink,
  csv: async () => (await import('./record-file.js')).csvSink,
  parquet: async () => (await import('./parquet.js')).parquetSink,
  sqlite: async () => (await import('./sqlite.js')).sqliteSink,
  postgres: async () => (await import('./postgres.js')).postgresSink,
}

/** Endings of a bare path, and what they ask for; a final `.gz` is for files of text alone. */
const ENDINGS: readonly (readonly [ending: RegExp, scheme: string])[] = [
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/i, 'jsonl'],
  [/\.csv(?:\.gz)?$/i, 'csv'],
  [/\.parquet$/i, 'parquet'],
  [/\.(?:db|sqlite|sqlite3)$/i, 'sqlite'],
]

/** A sink as the user named it. */
export interface SinkAddress {
  readonly scheme: string
  /** What its kind opens; it may hold a password. */
  readonly target: string
  /** For logs, errors and journals: without secrets. */
  readonly name: string
}

/**
 * Reads "sqlite:statements.db", "postgresql://…", or a bare path, whose ending tells what it is.
 * @throws HearsayError `usage`
 */
export function sinkAddress(given: string): SinkAddress {
  if (/^postgres(?:ql)?:\/\//i.test(given)) return addressOf('postgres', given)
  // A letter alone is a drive of Windows.
  const match = /^([a-z][a-z0-9]+):(.*)$/is.exec(given)
  const scheme = match?.[1].toLowerCase()
  if (match && scheme !== undefined && Object.hasOwn(SINKS, scheme)) {
    // PostgreSQL alone knows where to go without being told.
    if (match[2] !== '' || scheme === 'postgres') return addressOf(scheme, match[2])
    throw new HearsayError('usage', `expected a place behind ${scheme}:, such as ${scheme}:statements; got none`)
  }
  const found = ENDINGS.find(([ending]) => ending.test(given))?.[1]
  if (found !== undefined && !given.includes('://')) return addressOf(found, given)
  const schemes = Object.keys(SINKS).map((name) => `${name}:`)
  const got = printable(withoutSecrets(given))
  throw new HearsayError(
    'usage',
    `expected one of ${schemes.join(', ')} before a place, or a name that ends in .jsonl, .csv, .parquet, .db or .sqlite; got ${got}`,
  )
}

/**
 * Opens the sink that the user named.
 * @param from The position of its last checkpoint, to go on from there; null to begin anew.
 * @throws HearsayError `usage`, `output-not-writable`
 */
export async function openSink(given: string, from: SinkPosition | null, options: SinkOptions): Promise<Sink> {
  const { target, scheme } = sinkAddress(given)
  const kind = await sinkKind(scheme)
  return kind.open(target, from, options)
}

/** @throws HearsayError `usage` where there is no such scheme */
export async function sinkKind(scheme: string): Promise<SinkKind> {
  const load = Object.hasOwn(SINKS, scheme) ? SINKS[scheme] : undefined
  if (load === undefined) throw new HearsayError('usage', `expected one of ${Object.keys(SINKS).join(', ')}, got ${scheme}`)
  return load()
}

function addressOf(scheme: string, target: string): SinkAddress {
  return { scheme, target, name: sinkName(scheme, target) }
}
