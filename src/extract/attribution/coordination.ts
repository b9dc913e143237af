import type { Tokens } from '../../record/tokens.js'
import type { Attribution } from './attribution.js'
import { overlap } from './runs.js'

const JOINTS = new Set(['and', 'but', 'or', 'while', 'then', 'also', ',', ';', '-', '–', '—'])

/** How many cues within one content are looked at: more than news ever has, and a bound for texts made to be slow. */
const MOST_CUES = 64

/**
 * Ends a content before what its source says next: "found that he was passed over | and ordered the county to pay". The second cue lies in the
 * first content, but its source is the first one's own, which does not.
 */
export function separate(tokens: Tokens, attributions: readonly Attribution[]): void {
  const byCue = attributions.filter(({ cue }) => cue !== null).sort((a, b) => a.cue!.first - b.cue!.first)
  for (const attribution of attributions) {
    const { source, content, cue, verbatim } = attribution
    if (source === null || cue === null || verbatim) continue
    attribution.content = content.flatMap((run) => {
      let last = run.last
      const from = firstFrom(byCue, run.first)
      for (let k = from; k < Math.min(byCue.length, from + MOST_CUES) && byCue[k].cue!.first <= last; k++) {
        const next = byCue[k]
        if (next === attribution || next.source === null || !overlap(next.source, source)) continue
        if (overlap(next.source, run) || next.cue!.first <= cue.first) continue
        last = next.cue!.first - 1
        break
      }
      if (last === run.last) return [run]
      while (last >= run.first && JOINTS.has(tokens.word[last])) last--
      return last < run.first ? [] : [{ first: run.first, last }]
    })
    // Where nothing is left the two were one: better too much content than none.
    if (attribution.content.length === 0) attribution.content = content
  }
  for (const attribution of byCue) if (!attribution.verbatim) leaveToNearer(attribution, byCue)
}

/** Takes from a statement with several contents those that the nearest cue before them has too: 'A said X. B said | "Y"' is two statements. */
function leaveToNearer(attribution: Attribution, byCue: readonly Attribution[]): void {
  const { content } = attribution
  if (content.length < 2) return
  const kept = content.filter((run) => {
    const nearest = byCue.at(firstFrom(byCue, run.first) - 1)!
    const isNearer = nearest.cue!.first > attribution.cue!.last && nearest.cue!.last < run.first
    return !isNearer || !nearest.content.some((other) => overlap(other, run))
  })
  if (kept.length > 0) attribution.content = kept
}

function firstFrom(byCue: readonly Attribution[], token: number): number {
  let low = 0
  let high = byCue.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byCue[middle].cue!.first < token) low = middle + 1
    else high = middle
  }
  return low
}
