import { readFile, stat } from 'node:fs/promises'
import { STANDARD_INPUT } from '../ingest/inputs.js'
import { recordOfLine } from '../output/jsonl.js'
import type { Sink } from '../output/sink.js'
import type { Article } from '../record/article.js'
import { HearsayError, INPUT_ERRORS } from '../record/errors.js'
import type { Checkpoint, Journal } from './journal.js'
import { contentOf, isIn, keyOf, type Found, type Shard } from './key.js'
import { entryOf, type Ledger } from '../ingest/ledger.js'
import { inOrder } from './ordered.js'
import type { Progress } from './progress.js'
import type { Quarantine } from './quarantine.js'
import type { Extracted } from './worker.js'
import type { Workers } from './workers.js'

/** At most so many articles a thread are in memory: two with the thread or before it, one that is read and one that is written. */
export const ARTICLES_A_THREAD = 4

export interface BatchParts {
  readonly sinks: readonly Sink[]
  readonly journal: Journal
  readonly ledger: Ledger
  readonly quarantine: Quarantine
  readonly workers: Workers
  readonly progress: Progress
  readonly threads: number
  readonly checkpointEvery: number
  /** Bytes above which what could not be read is not kept. */
  readonly maxSize: number
  readonly limit?: number | undefined
  readonly shard?: Shard | undefined
  readonly signal?: AbortSignal | undefined
  /** Whether what is in quarantine is tried again. */
  readonly again: boolean
  readonly onProgress: () => void
  readonly onError: (error: HearsayError) => void
  /** Takes what is to be told of an error, and leaves out what is not. */
  readonly hidden: (error: HearsayError) => HearsayError
}

interface Item {
  readonly found: Found
  readonly key: Buffer
  readonly content: Buffer
}

interface Outcome extends Item {
  readonly result: Extracted | HearsayError
}

/** Whether the system gave an input and then refused more of it, as a failing disk or a network that is gone does. */
function isReadFault({ code, cause }: HearsayError): boolean {
  return code === 'input-unreadable' && cause instanceof Error && 'syscall' in cause && cause.syscall === 'read'
}

/** From articles to sinks: what is not done yet is extracted, written in order, and noted at checkpoints. */
export class Batch {
  readonly #parts: BatchParts
  #handled: number
  /** Entries of the ledger that the journal does not have yet. */
  #done: Buffer[] = []
  #last: Checkpoint | undefined
  #interrupted = false

  constructor(handled: number, parts: BatchParts) {
    this.#handled = handled
    this.#parts = parts
  }

  /** Articles dealt with: those of the runs that this one goes on from too. */
  get handled(): number {
    return this.#handled
  }

  /** Whether an input could not be read to its end: what comes behind the gap is left to whoever goes on, so that the order stays. */
  get interrupted(): boolean {
    return this.#interrupted
  }

  /** Runs to the end of `source`, or until the signal or a gap. Throws what sinks, journal and quarantine throw. */
  async run(source: AsyncIterable<Found>): Promise<void> {
    const { threads, signal, checkpointEvery, onProgress } = this.#parts
    const options = { concurrency: threads, room: threads * ARTICLES_A_THREAD, signal }
    for await (const outcome of inOrder(this.#open(source), (item) => this.#outcomeOf(item), options)) {
      await this.#take(outcome)
      onProgress()
      if (this.#handled % checkpointEvery === 0) await this.checkpoint()
    }
  }

  /** Makes all durable that was written, and notes it. */
  async checkpoint(): Promise<void> {
    const { sinks, journal, quarantine, progress } = this.#parts
    const positions = []
    for (const sink of sinks) positions.push(await sink.checkpoint())
    this.#last = {
      handled: this.#handled,
      counts: progress.counts,
      positions,
      quarantine: await quarantine.checkpoint(),
    }
    await journal.checkpoint(this.#last, this.#done, false)
    this.#done = []
  }

  /** Notes that the sinks are closed, after a checkpoint. */
  async finish(): Promise<void> {
    if (this.#last !== undefined) await this.#parts.journal.checkpoint(this.#last, [], true)
  }

  /** The items that there is something to do for. */
  async *#open(source: AsyncIterable<Found>): AsyncGenerator<Item> {
    const { ledger, quarantine, progress, limit = Infinity, shard, again, onProgress, onError, hidden } = this.#parts
    let number = 0
    for await (const found of source) {
      if ('error' in found && INPUT_ERRORS.has(found.error.code)) {
        // The next run reads the input again: nothing of it is kept.
        progress.fails(found.error.code)
        onError(hidden(found.error))
        if (isReadFault(found.error)) {
          this.#interrupted = true
          return
        }
        continue
      }
      const key = keyOf(found)
      if (shard !== undefined && !isIn(shard, key)) {
        progress.otherShards++
        if (++number >= limit) return
        continue
      }
      progress.read++
      const content = contentOf(found)
      if (ledger.look(key, content) === 'same') progress.skipped++
      else if (!again && quarantine.has(found)) progress.stillQuarantined++
      else {
        progress.beginsWork()
        yield { found, key, content }
      }
      onProgress()
      if (++number >= limit) return
    }
  }

  async #outcomeOf(item: Item): Promise<Outcome> {
    const { found } = item
    if ('error' in found) return { ...item, result: found.error }
    try {
      return { ...item, result: await this.#parts.workers.extract(found) }
    } catch (error) {
      if (error instanceof HearsayError) return { ...item, result: error }
      throw error
    }
  }

  async #take({ found, key, content, result }: Outcome): Promise<void> {
    const { sinks, ledger, progress } = this.#parts
    const { counts } = progress
    if (result instanceof HearsayError) await this.#setAside(found, result)
    else {
      const record = recordOfLine(result.line)
      const { text } = found as Article
      for (const sink of sinks) await sink.write(record, text)
      ledger.add(key, content)
      this.#done.push(Buffer.from(entryOf(key, content)))
      progress.extracted++
      progress.words += result.words
      counts.extracted++
      counts.statements += result.statements
      counts.speakers += result.speakers
      counts.words += result.words
    }
    this.#handled++
  }

  async #setAside(found: Found, error: HearsayError): Promise<void> {
    const { quarantine, progress, maxSize, hidden } = this.#parts
    progress.fails(error.code)
    if (quarantine.has(found)) return
    await quarantine.add(
      found,
      hidden(error),
      'error' in found ? (found.bytes ?? (await fileOf(found.error, maxSize))) : undefined,
    )
    progress.counts.quarantined++
  }
}

/** The bytes of the file that an error is of as a whole; undefined where it is over the limit, gone, or no file. */
async function fileOf({ place: { file, line } }: HearsayError, maxSize: number): Promise<Buffer | undefined> {
  if (file === undefined || line !== undefined || file === STANDARD_INPUT.file) return undefined
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() === true && found.size <= maxSize ? readFile(file) : undefined
}
