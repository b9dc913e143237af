import type { ErrorCode } from '../record/errors.js'
import type { Counts } from './journal.js'

/** How a run stands. One object for the whole run: its fields change. */
export class Progress {
  /** Of this run and all that it goes on from. */
  readonly counts: Counts
  /** What came out of reading in this process: articles, and what was none. */
  read = 0
  /** Articles that were done before. */
  skipped = 0
  /** Articles that belong to other shards. */
  otherShards = 0
  /** In quarantine since an earlier run. */
  stillQuarantined = 0
  /** What failed in this process, by reason: articles in quarantine, and inputs that cannot be read. */
  readonly failures = new Map<ErrorCode, number>()
  /** Articles that this process extracted. */
  extracted = 0
  /** Words of the articles that this process extracted. */
  words = 0
  /** When the run began, in milliseconds of the process's clock. */
  readonly started = performance.now()
  #worked: number | undefined
  /** Bytes read, as stored. */
  bytesRead = 0
  /** Bytes to be read in all, as stored; 0 until that is known. */
  bytesInAll = 0
  /** When, and at how many bytes, the first article came that was not skipped. */
  #from = { time: 0, bytes: 0 }

  constructor(counts: Counts) {
    this.counts = counts
  }

  /** How many articles failed. */
  get failed(): number {
    return [...this.failures.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Notes that work begins which takes time. */
  beginsWork(): void {
    if (this.#worked !== undefined) return
    this.#worked = performance.now()
    this.#from = { time: this.#worked, bytes: this.bytesRead }
  }

  /** Notes that one failed. */
  fails(code: ErrorCode): void {
    this.failures.set(code, (this.failures.get(code) ?? 0) + 1)
  }

  /** Wall time since the run began. */
  get seconds(): number {
    return (performance.now() - this.started) / 1000
  }

  /** Words a second since extraction began. */
  get wordsPerSecond(): number {
    const since = this.#worked ?? performance.now()
    return this.words / Math.max(0.001, (performance.now() - since) / 1000)
  }

  /** Seconds that are left by the bytes of the inputs, or undefined where that cannot be told yet. */
  get secondsLeft(): number | undefined {
    const { time, bytes } = this.#from
    const [done, left] = [this.bytesRead - bytes, this.bytesInAll - this.bytesRead]
    if (this.bytesInAll === 0 || done <= 0 || this.extracted < 10) return undefined
    return ((performance.now() - time) / 1000) * (Math.max(0, left) / done)
  }
}
