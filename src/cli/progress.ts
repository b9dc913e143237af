import { printable } from '../output/printable.js'
import type { Progress, RunSummary } from '../run/index.js'

/** In milliseconds. */
const [TERMINAL_INTERVAL, LOG_INTERVAL] = [200, 5000]

const DEFAULT_WIDTH = 80

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
      // A line that reaches the last column would be two.
      const room = (this.#stream.columns || DEFAULT_WIDTH) - 1
      const line = lineOf(progress)
      this.#stream.write(`\r\u001b[K${`${barOf(progress, room)}${line}`.slice(0, room)}`)
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
    ...(failed > 0 ? [`${amount(failed)} failed`] : []),
    ...(secondsLeft === undefined ? [] : [`${duration(secondsLeft)} left`]),
  ].join(', ')
}

/** How much is read: in a narrow terminal a number alone, since the words beside it tell more. */
function barOf({ bytesRead, bytesInAll }: Progress, room: number): string {
  if (bytesInAll === 0) return ''
  const share = Math.min(1, bytesRead / bytesInAll)
  const cells = room < 60 ? 0 : room < 110 ? 10 : 20
  const bar = cells === 0 ? '' : `[${'#'.repeat(Math.floor(share * cells)).padEnd(cells, '.')}] `
  return `${bar}${Math.floor(share * 100)}% `
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
    `failed       ${byReason(failures)}${summary.failedBefore > 0 ? `, and ${amount(summary.failedBefore)} before it was stopped` : ''}`,
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
