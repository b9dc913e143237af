import { rm } from 'node:fs/promises'
import { readArticles } from '../ingest/index.js'
import { openSink } from '../output/sinks.js'
import type { Sink } from '../output/sink.js'
import { HearsayError, type ErrorCode } from '../record/errors.js'
import { Batch } from './batch.js'
import { Journal, readJournal, type Counts, type Past } from './journal.js'
import { shardOf } from './key.js'
import { Ledger } from '../ingest/ledger.js'
import { measure } from './measure.js'
import { withLock } from './lock.js'
import type { RunControl } from './control.js'
import { assertApart, assertOptions, assertTerms, canReplace, DEFAULTS, defaultThreads, placesOf, termsOf, type RunOptions } from './options.js' // prettier-ignore
import type { Pipeline } from './pipeline.js'
import { Progress } from './progress.js'
import { Quarantine } from './quarantine.js'
import { Retrial } from './retrial.js'
import { Secrets } from './secrets.js'
import { Workers } from './workers.js'

export type { RunControl } from './control.js'
export type { Counts } from './journal.js'
export type { RunOptions } from './options.js'
export type { Progress } from './progress.js'
export type { Allowance, Pipeline } from './pipeline.js'

/** Reads a pipeline: a file, or one of the package's by its name. Throws `usage`, with file, line and key. */
export async function readPipeline(name: string): Promise<Pipeline> {
  // Loaded only here: the schema takes time to load, which a run without a pipeline need not wait for.
  return (await import('./pipeline.js')).readPipeline(name)
}

/** How many articles failed for each reason; none where a reason is not there. */
export type Reasons = { readonly [code in ErrorCode]?: number }

/** How a run ended. Everything is of this run alone, but for `inAll`. */
export interface RunSummary {
  /** Whether all input was dealt with; false where the signal came first, or an input could not be read to its end. */
  readonly finished: boolean
  /** What came out of reading: articles, and what was none. */
  readonly read: number
  /** Articles extracted and written. */
  readonly extracted: number
  /** Done by a run before, with the same text and by the same models. */
  readonly skipped: number
  /** Articles that belong to other shards. */
  readonly otherShards: number
  /** What failed, by reason. */
  readonly failures: Reasons
  /** How many failed before this run where it goes on from one that was stopped or killed. */
  readonly failedBefore: number
  /** How many are in quarantine, by reason. */
  readonly quarantined: Reasons
  /** Wall time. */
  readonly seconds: number
  /** Words of the articles extracted. */
  readonly words: number
  /** Words a second. */
  readonly wordsPerSecond: number
  /** Of this run and those that it went on from. `speakers` counts who speaks in two articles twice. */
  readonly inAll: Readonly<Counts>
  /** Where records went, without passwords. */
  readonly outputs: readonly string[]
  /** Path of the journal, for `retry`. */
  readonly journal: string
  /** Folder of what failed. */
  readonly quarantine: string
}

/**
 * Extracts the articles of the inputs and writes their records. What is done is noted in a journal: a run that was killed, stopped or
 * failed goes on where it was when it is run again, and writes what it would have written undisturbed; a finished one does what is new
 * or changed. An article that fails goes to quarantine, and the rest goes on.
 * @throws HearsayError `usage` where options make no sense or are not those of the run that it goes on from, `output-not-writable` where
 * a sink, the journal or the quarantine fails, `bad-journal`, `bad-model`
 */
export function run(options: RunOptions, control: RunControl = {}): Promise<RunSummary> {
  return execute(options, control, false)
}

/**
 * Extracts the articles in quarantine again, into the outputs of their run; what succeeds leaves the quarantine. `changes` are options
 * of reading and extracting that take the place of the run's. Throws as `run` does.
 * @param journal Path of the run's journal.
 */
export async function retry(
  journal: string,
  changes: Partial<RunOptions> = {},
  control: RunControl = {},
): Promise<RunSummary> {
  const past = await readJournal(journal)
  if (past === null) throw new HearsayError('usage', 'expected the journal of a run, found none', { file: journal })
  const { request } = past
  if (!past.finished)
    throw new HearsayError('usage', 'expected a finished run; run it again first, so that it ends', { file: journal })
  return execute({ ...request, ...changes, read: { ...request.read, ...changes.read }, journal }, control, true)
}

async function execute(options: RunOptions, control: RunControl, again: boolean): Promise<RunSummary> {
  assertOptions(options)
  const secrets = new Secrets(control.environment ?? process.env)
  try {
    const places = placesOf(secrets.reveal(options.to[0]), options.schema)
    const journal = options.journal === undefined ? places.journal : secrets.reveal(options.journal)
    const quarantine =
      journal === places.journal ? places.quarantine : `${journal.replace(/\.journal$/, '')}.quarantine`
    return await withLock(`${journal}.lock`, () => executeAt({ journal, quarantine }, options, control, again, secrets))
  } catch (error) {
    throw error instanceof HearsayError ? secrets.hidden(error) : error
  }
}

async function executeAt(
  places: { readonly journal: string; readonly quarantine: string },
  options: RunOptions,
  control: RunControl,
  again: boolean,
  secrets: Secrets,
): Promise<RunSummary> {
  const { inputs, to, read = {}, extract = {}, threads = defaultThreads(), limit, schema } = options
  const { wallTime = DEFAULTS.wallTime, memory = DEFAULTS.memory, restart = false } = options
  const { signal, environment = process.env, checkpointEvery = DEFAULTS.checkpointEvery, worker } = control
  const shard = options.shard === undefined ? undefined : shardOf(options.shard)
  const revealed = inputs.map((input) => secrets.reveal(input))
  const targets = to.map((target) => secrets.reveal(target))

  if (!again) await assertApart(revealed, targets)

  const workers = new Workers({ threads, extract, wallTime, memory, module: worker })
  const sinks: Sink[] = []
  let journal: Journal | undefined
  let quarantine: Quarantine | undefined
  try {
    const producer = JSON.stringify(await workers.producer())
    const terms = termsOf(options)
    const known = restart ? null : await readJournal(places.journal)
    // Before the first checkpoint nothing is there to go on from, and whoever gets an output wrong may put it right.
    const past = known?.checkpoint == null ? null : known
    if (past !== null) {
      if (!again) assertTerms(past.terms, terms, past.finished, places.journal)
      if (!again) assertProducer(past, producer, targets, places.journal)
    }
    if (past === null) await rm(places.quarantine, { recursive: true, force: true })
    const checkpoint = past?.checkpoint ?? null
    quarantine = await Quarantine.open(places.quarantine, checkpoint?.quarantine ?? 0)
    journal = await Journal.open(places.journal, past?.length ?? 0)
    // As it was asked, without what the variables stand for. Who runs the quarantine again does so in the name of its run.
    if (again && past !== null) await journal.begin(past.terms, past.producer, past.request)
    else await journal.begin(terms, producer, { ...options, restart: false })
    const open = control.openSink ?? openSink
    for (const [at, target] of targets.entries()) {
      const sinkOptions = { producer, environment, ...(schema === undefined ? {} : { schema }) }
      sinks.push(await open(target, checkpoint?.positions[at] ?? null, sinkOptions))
    }

    const progress = new Progress({ ...(checkpoint?.counts ?? NOTHING) })
    const { onProgress, onError } = control
    const ledger = past !== null && (again || past.producer === producer) ? past.ledger : new Ledger()
    const batch = new Batch(checkpoint?.handled ?? 0, {
      sinks,
      journal,
      ledger,
      quarantine,
      workers,
      progress,
      threads,
      checkpointEvery,
      limit,
      shard,
      signal,
      again,
      maxSize: read.maxSize ?? DEFAULTS.maxSize,
      onProgress: () => onProgress?.(progress),
      onError: (error) => onError?.(error),
      hidden: (error) => secrets.hidden(error),
    })
    const onRead = (bytes: number): void => {
      progress.bytesRead += bytes
    }
    const readOptions = { ...read, onRead, ...(control.stdin === undefined ? {} : { stdin: control.stdin }) }
    const retrial = again ? new Retrial(quarantine, read) : undefined
    if (retrial === undefined && onProgress !== undefined) void measure(revealed, progress)
    await batch.run(retrial === undefined ? readArticles(revealed, readOptions) : retrial.articles())

    const finished = signal?.aborted !== true && !batch.interrupted
    if (finished) {
      await batch.checkpoint()
      if (retrial !== undefined) {
        // Only now: what leaves the quarantine stands in the outputs, whatever comes in between.
        await quarantine.release(retrial.succeeded(ledger))
        await batch.checkpoint()
      }
      for (const sink of sinks.splice(0)) await sink.close()
      await batch.finish()
    } else {
      // So that what was finished can be read. The journal does not note it: the run goes on from a checkpoint at its place, and
      // writes the bytes that it would have written undisturbed.
      for (const sink of sinks) await sink.checkpoint()
    }
    const failedBefore = past === null || past.finished ? 0 : past.checkpoint!.counts.quarantined - past.quarantinedThen
    return summaryOf(progress, { finished, failedBefore, quarantine, journal: places.journal, to })
  } finally {
    // What fails here fails after the error that is on its way, or after all was written.
    await Promise.allSettled(sinks.map((sink) => sink.abandon()))
    await Promise.allSettled([journal?.close(), quarantine?.close(), workers.close()])
  }
}

const NOTHING: Counts = { extracted: 0, quarantined: 0, statements: 0, speakers: 0, words: 0 }

/** Throws `usage` where records of other models, or of other options, would come beside those that are there. */
function assertProducer(past: Past, producer: string, targets: readonly string[], file: string): void {
  if (past.producer === producer || (past.finished && targets.every(canReplace))) return
  const message = past.finished
    ? 'expected the models and options that the records there were made with, got others, and a file keeps both records of an article. Give another output, or --restart to begin anew' // prettier-ignore
    : 'expected the models that the run began with, got others. Go on with the same version of Hearsay, or --restart to begin anew' // prettier-ignore
  throw new HearsayError('usage', message, { file })
}

function summaryOf(
  progress: Progress,
  places: { finished: boolean; failedBefore: number; quarantine: Quarantine; journal: string; to: readonly string[] },
): RunSummary {
  const { read, extracted, skipped, otherShards, failures, seconds, words, wordsPerSecond, counts } = progress
  const quarantined: { [code in ErrorCode]?: number } = {}
  for (const { error } of places.quarantine.entries) quarantined[error.code] = (quarantined[error.code] ?? 0) + 1
  return {
    ...{ finished: places.finished, read, extracted, skipped, otherShards },
    failures: Object.fromEntries(failures),
    failedBefore: places.failedBefore,
    quarantined,
    ...{ seconds, words, wordsPerSecond: Math.round(wordsPerSecond), inAll: { ...counts } },
    outputs: places.to,
    journal: places.journal,
    quarantine: places.quarantine.folder,
  }
}
