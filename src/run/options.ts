import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { ExtractorOptions } from '../extract/index.js'
import type { ReadOptions } from '../ingest/index.js'
import { firstAmong } from '../ingest/inputs.js'
import { sinkAddress } from '../output/sinks.js'
import { HearsayError } from '../record/errors.js'
import { assertNoPassword } from './secrets.js'

/** What a run is asked. In `inputs` and `to`, `${NAME}` stands for a variable of the environment, whose value is told nowhere. */
export interface RunOptions {
  /** Files, folders, globs, and `-` for the standard input. */
  readonly inputs: readonly string[]
  /** Where records go: `jsonl:out.jsonl.gz`. The first names the journal and the quarantine. */
  readonly to: readonly string[]
  /** How articles are read. */
  readonly read?: Omit<ReadOptions, 'stdin' | 'onRead'>
  /** How they are extracted. */
  readonly extract?: ExtractorOptions
  /** Database schema for PostgreSQL. */
  readonly schema?: string
  /** How many articles are extracted at a time; as many as there are cores by default. */
  readonly threads?: number
  /** Reads the first so many articles alone. */
  readonly limit?: number
  /** Extracts a part of the articles alone, such as `3/16`, the third of sixteen. Together the parts are all of them. */
  readonly shard?: string
  /** Seconds after which an article is taken to hang; 60 by default. */
  readonly wallTime?: number
  /** The heap of a thread in megabytes; 1024 by default. */
  readonly memory?: number
  /** Path of the journal; else it lies beside the first output. */
  readonly journal?: string
  /** Begins anew whatever is there of an earlier run. */
  readonly restart?: boolean
}

/** What a run was asked, as far as its records or their places depend on it: names and values as a user would write them, without secrets. */
export type Terms = Readonly<{ [name: string]: string }>

export const DEFAULTS = { wallTime: 60, memory: 1024, checkpointEvery: 256, maxSize: 5_000_000 } as const

export function defaultThreads(): number {
  return Math.max(1, availableParallelism())
}

/** Throws `usage` for options that make no sense. */
export function assertOptions({ inputs, to, threads, limit, wallTime, memory }: RunOptions): void {
  if (inputs.length === 0) throw new HearsayError('usage', 'expected inputs: files, folders or globs')
  if (to.length === 0)
    throw new HearsayError('usage', 'expected a place for the records, such as --to jsonl:records.jsonl')
  const twice = to.find((target, at) => to.indexOf(target) !== at)
  if (twice !== undefined) throw new HearsayError('usage', `expected every output once, got "${twice}" twice`)
  assertNoPassword(...to)
  for (const [name, value] of Object.entries({ threads, limit, memory }))
    if (value !== undefined && !(Number.isInteger(value) && value > 0))
      throw new HearsayError('usage', `expected a whole number of at least 1 for ${name}, got ${value}`)
  if (wallTime !== undefined && !(wallTime > 0 && wallTime <= 86_400))
    throw new HearsayError('usage', `expected a time of up to 86400 seconds, got ${wallTime}`)
}

/** What must be the same for a run to be gone on with, in words of the command line. */
export function termsOf({ to, read = {}, extract = {}, shard, schema }: RunOptions): Terms {
  const { collection, encoding, fields = {}, maxSize = DEFAULTS.maxSize, maxExpanded, maxRatio } = read
  const { minConfidence, language } = extract
  const terms = {
    '--to': to.join(' '),
    '--shard': shard,
    '--collection': collection,
    '--encoding': encoding,
    '--field': Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)).map((pair) => pair.join('=')).join(' ') || undefined, // prettier-ignore
    '--max-size': String(maxSize),
    '--max-expanded': maxExpanded === undefined ? undefined : String(maxExpanded),
    '--max-ratio': maxRatio === undefined ? undefined : String(maxRatio),
    '--min-confidence': minConfidence === undefined ? undefined : String(minConfidence),
    '--language': language,
    schema,
  }
  return Object.fromEntries(
    Object.entries(terms).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** Terms that also a finished run keeps: they say which articles are where. */
const LASTING: ReadonlySet<string> = new Set(['--to', '--shard', 'schema'])

/** Throws `usage` where a run cannot be gone on with, or added to, under these terms. */
export function assertTerms(before: Terms, now: Terms, finished: boolean, file: string): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  const changed = names.filter((name) => before[name] !== now[name] && (!finished || LASTING.has(name)))
  if (changed.length === 0) return
  const changes = changed.map((name) => `${name} was ${before[name] ?? 'not given'} and is ${now[name] ?? 'not given'}`)
  const message = `expected the options that the run began with: ${changes.join('; ')}. Give them again, or --restart to begin anew`
  throw new HearsayError('usage', message, { file })
}

/** Whether a record takes the place of its article's earlier one in this output. */
export function canReplace(target: string): boolean {
  return ['sqlite', 'postgres'].includes(sinkAddress(target).scheme)
}

/**
 * Where a run's journal and quarantine lie: beside its first output, or in the current folder where that is no file, for each schema of a
 * database by itself.
 */
export function placesOf(given: string, schema = ''): { journal: string; quarantine: string } {
  const { scheme, target, name } = sinkAddress(given)
  // The name holds no password, which may change from run to run.
  const base =
    scheme === 'postgres'
      ? `hearsay-postgres-${createHash('sha256')
          .update(`${name}${schema && ` ${schema}`}`)
          .digest('hex')
          .slice(0, 8)}`
      : target.replace(/\/+$/, '')
  return { journal: `${base}.journal`, quarantine: `${base}.quarantine` }
}

/**
 * Throws `usage` where an output is among the inputs: the next run would read it. Paths are as they are, with their variables put in.
 * An output in an input's folder counts even before it is there.
 */
export async function assertApart(inputs: readonly string[], targets: readonly string[]): Promise<void> {
  const outputs = targets.map(sinkAddress).flatMap(({ scheme, target }) => (scheme === 'postgres' ? [] : [target]))
  const met = await firstAmong(inputs, outputs)
  if (met !== undefined) throw new HearsayError('usage', 'expected an output that is no input and in no folder of them', { file: resolve(met) }) // prettier-ignore
}
