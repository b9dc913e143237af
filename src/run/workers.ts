import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { ExtractorOptions } from '../extract/index.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import type { Producer } from '../record/record.js'
import type { Answer, Extracted, Question } from './worker.js'

export interface WorkersOptions {
  readonly threads: number
  readonly extract: ExtractorOptions
  /** How long an article may take, in seconds: it catches what hangs, and never decides over an article that goes on. */
  readonly wallTime: number
  /** The heap that a thread may have, in megabytes. */
  readonly memory: number
  /** The module that threads run; tests give one that dies. */
  readonly module: URL | undefined
}

/** Megabytes for what a thread has just made. V8 takes four times as many where it may, and no article goes faster for it; with half of these a run takes a tenth longer. */
const YOUNG_GENERATION = 12

/** Threads that extract, each with models of its own. One that dies or hangs is replaced. */
export class Workers {
  readonly #pool: Tinypool
  readonly #wallTime: number

  constructor({ threads, extract, wallTime, memory, module }: WorkersOptions) {
    this.#wallTime = wallTime
    this.#pool = new Tinypool({
      filename: (module ?? new URL('../run/worker.js', import.meta.url)).href,
      minThreads: threads,
      maxThreads: threads,
      workerData: workerOptions(extract),
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: YOUNG_GENERATION },
    })
    // A thread that dies without work is replaced, and says so to nobody else: its next article would fail if it mattered.
    this.#pool.on('error', () => undefined)
  }

  /** Whose records these are. Throws what `createExtractor` throws. */
  async producer(): Promise<Producer> {
    const answer = await this.#ask(null)
    if ('producer' in answer) return answer.producer
    throw new Error('expected a producer from the worker')
  }

  /**
   * The record of an article. What costs a thread is tried once more, on another.
   * @throws HearsayError `timed-out`, `out-of-memory`, `worker-died`, or whatever the extraction fails for
   */
  async extract(article: Article): Promise<Extracted> {
    let answer: Answer
    try {
      answer = await this.#ask(article)
    } catch (error) {
      if (!(error instanceof HearsayError) || !LOST.has(error.code)) throw error
      answer = await this.#ask(article)
    }
    if ('line' in answer) return answer
    throw new Error('expected a record from the worker')
  }

  close(): Promise<void> {
    return this.#pool.destroy()
  }

  async #ask(question: Question): Promise<Exclude<Answer, { failed: unknown }>> {
    const place = question === null ? {} : { id: question.id }
    const abort = new AbortController()
    const clock = setTimeout(() => {
      abort.abort()
    }, this.#wallTime * 1000)
    let answer: Answer
    try {
      answer = (await this.#pool.run(question, { signal: abort.signal })) as Answer
    } catch (cause) {
      throw lost(cause, abort.signal.aborted, this.#wallTime, place)
    } finally {
      clearTimeout(clock)
    }
    if (!('failed' in answer)) return answer
    const { code, message, place: known } = answer.failed
    throw new HearsayError(code, message, { ...known, ...place })
  }
}

const LOST: ReadonlySet<string> = new Set(['timed-out', 'out-of-memory', 'worker-died'])

function lost(cause: unknown, timedOut: boolean, wallTime: number, place: { readonly id?: string }): HearsayError {
  if (timedOut)
    return new HearsayError('timed-out', `expected a record within ${wallTime} s, got none`, place, { cause })
  const got = cause instanceof Error ? cause.message : String(cause)
  const isMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isMemory
    ? new HearsayError('out-of-memory', 'expected a record, the thread ran out of memory', place, { cause })
    : new HearsayError('worker-died', `expected a record, the thread died: ${got}`, place, { cause })
}

/** Paths as strings: URLs cannot be copied to a thread. */
function workerOptions(options: ExtractorOptions): ExtractorOptions {
  const entries = Object.entries(options).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof URL ? fileURLToPath(value) : value,
  ])
  return Object.fromEntries(entries) as ExtractorOptions
}
