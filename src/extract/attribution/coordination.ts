import type { Tokens } from '../../record/tokens.js'
import type { Attribution } from './attribution.js'
import { contains, overlap } from './runs.js'

const JOINTS = new Set(['and', 'but', 'or', 'while', 'then', 'also', ',', ';', '-', '–', '—'])

/** The most tokens that tell when it was told, at the end of a sentence. */
const LONGEST_TIME = 4

/** How many cues within one content are looked at: more than news ever has, and a bound for texts made to be slow. */
const MOST_CUES = 64

/**
 * Ends a content before what its source says next: "found that he was passed over | and ordered the county to pay". The second cue lies in the
 * first content, but its source is the first one's own, which does not. And before who tells of all that ("Voters believe it is late, | a survey
 * found"), or says something else behind a semicolon.
 */
export function separate(tokens: Tokens, attributions: readonly Attribution[]): void {
  const byCue = attributions.filter(({ cue }) => cue !== null).sort((a, b) => a.cue!.first - b.cue!.first)
  for (const attribution of attributions) {
    const { source, content, cue, verbatim } = attribution
    if (cue === null || verbatim) continue
    attribution.content = content.flatMap((run) => {
      let last = run.last
      const from = firstFrom(byCue, run.first)
      for (let k = from; k < Math.min(byCue.length, from + MOST_CUES) && byCue[k].cue!.first <= last; k++) {
        const next = byCue[k]
        if (next === attribution || next.source === null || next.cue!.first <= cue.first) continue
        const start = Math.min(next.source.first, next.cue!.first)
        const isTag =
          tokens.word[start - 1] === ',' && run.last <= Math.max(next.source.last, next.cue!.last) + LONGEST_TIME
        const tells = isTag && next.content.length === 1 && contains(next.content[0], cue) && next.content[0].last < start // prettier-ignore
        const isSame = source !== null && overlap(next.source, source) && !overlap(next.source, run)
        const isNext = isApart(tokens, start) && contains(run, next.source) && next.content.some(({ first }) => first > next.cue!.last) // prettier-ignore
        if (!tells && !isSame && !isNext) continue
        last = (isSame ? next.cue!.first : start) - 1
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

/** Whether another main clause begins at a token, behind a semicolon or against the one before: "The dam is safe, while | critics say it leaks". */
function isApart({ word }: Tokens, start: number): boolean {
  return word[start - 1] === ';' || (AGAINST.has(word[start - 1]) && word[start - 2] === ',')
}

const AGAINST = new Set(['but', 'while', 'whereas', 'although', 'though'])

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
