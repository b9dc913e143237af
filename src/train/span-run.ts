import type { TokenRun } from '../extract/attribution/runs.js'
import type { Tokens } from '../record/tokens.js'

/** The tokens that overlap a span; `last` is before `first` where there are none. */
export function runOf(tokens: Tokens, start: number, end: number): TokenRun {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.end[middle] <= start) low = middle + 1
    else high = middle
  }
  let last = low - 1
  while (last + 1 < tokens.count && tokens.start[last + 1] < end) last++
  return { first: low, last }
}
