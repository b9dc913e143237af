import { printable } from '../output/printable.js'
import type { Progress, RunSummary } from '../run/index.js'

const [TERMINAL_INTERVAL, LOG_INTERVAL] = [200, 5000]

/** Shows how a run stands: in a terminal a line that changes, elsewhere a line every few seconds. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream
  #last = performance.now()

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  show(progress: Progress): void {
    const now = performance.now()
    if (now - this.#last < (this.#stream.isTTY ? TERMINAL_INTERVAL : LOG_INTERVAL)) return
    this.#last = now
    if (!this.#stream.isTTY) this.#stream.write(`${lineOf(progress)}\n`)
    else {
      const line = `${barOf(progress)}${lineOf(progress)}`
      this.#stream.write(`\r\u001b[K${line.slice(0, Math.max(20, this.#stream.columns - 1))}`)
    }
  }

  /** Makes room for another line. */
  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[K')
  }
}

function lineOf(progress: Progress): string {
  const { read, skipped, counts, failed, wordsPerSecond, secondsLeft } = progress
  return [
    `${amount(read)} articles`,
    ...(skipped > 0 ? [`${amount(skipped)} skipped`] : []),
    `${amount(Math.round(wordsPerSecond))} words/s`,
    `${amount(counts.statements)} statements`,
    `${amount(failed)} failed`,
    ...(secondsLeft === undefined ? [] : [`${duration(secondsLeft)} left`]),
  ].join(', ')
}

function barOf({ bytesRead, bytesInAll }: Progress): string {
  if (bytesInAll === 0) return ''
  const share = Math.min(1, bytesRead / bytesInAll)
  return `[${'#'.repeat(Math.floor(share * 20)).padEnd(20, '.')}] ${Math.floor(share * 100)}% `
}

/** What is said at the end of a run, line by line. */
export function summaryLines(summary: RunSummary): string[] {
  const { read, extracted, skipped, otherShards, failures, quarantined, inAll, words, seconds, wordsPerSecond } =
    summary
  const waiting = Object.values(quarantined).reduce((sum, count) => sum + count, 0)
  return [
    `read         ${amount(read)} articles${otherShards > 0 ? `, and ${amount(otherShards)} of other shards` : ''}`,
    `extracted    ${amount(extracted)}: ${amount(words)} words in ${duration(seconds)}, ${amount(wordsPerSecond)} words/s`,
    `skipped      ${amount(skipped)}, which were done before`,
    `failed       ${byReason(failures)}`,
    `statements   ${amount(inAll.statements)} of ${amount(inAll.speakers)} speakers in ${amount(inAll.extracted)} articles, all runs together`,
    ...summary.outputs.map((output) => `output       ${printable(output)}`),
    `journal      ${printable(summary.journal)}`,
    ...(waiting > 0 ? [`quarantine   ${printable(summary.quarantine)}: ${byReason(quarantined)}`] : []),
  ]
}

function byReason(failures: RunSummary['failures']): string {
  const reasons = Object.entries(failures)
  const sum = reasons.reduce((total, [, count]) => total + count, 0)
  return `${amount(sum)}${sum > 0 ? ` (${reasons.map(([code, count]) => `${code} ${amount(count)}`).join(', ')})` : ''}`
}

function amount(count: number): string {
  return count.toLocaleString('en-US')
}

/** Seconds as a person says them. */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
