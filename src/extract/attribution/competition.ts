import { confidenceOf, type Confidence } from './confidence.js'
import { logOdds, type Draft } from './draft.js'
import { FIRST_PASS_CONTENT, OWN_EVIDENCE } from './evidence.js'
import type { TokenRun } from './runs.js'

/** A draft below this probability claims nothing. */
const LEAST_CLAIM = 0.15

/**
 * The drafts with their standing added to their evidence. By themselves two drafts may each look well though only one can be right, and a
 * weak one may be all that explains a sure content.
 * @param ranking How likely each is by its own evidence.
 */
export function compete(drafts: readonly Draft[], ranking: Confidence): Draft[] {
  if (drafts.length === 0) return []
  let [from, to] = [Infinity, -Infinity]
  for (const { cue, content } of drafts) {
    for (const { first, last } of [cue, ...content]) {
      from = Math.min(from, first)
      to = Math.max(to, last)
    }
  }
  const tokens = to - from + 1
  const contents = new Uint8Array(tokens)
  const cues = new Uint8Array(tokens)
  const count = (taken: Uint8Array, runs: readonly TokenRun[]): number => {
    let sum = 0
    for (const { first, last } of runs) for (let t = first - from; t <= last - from; t++) sum += taken[t]
    return sum
  }
  const ranked = drafts.map((draft, index) => ({ draft, index, probability: confidenceOf(draft, ranking) }))
  ranked.sort((a, b) => b.probability - a.probability || a.index - b.index)
  const result: Draft[] = [...drafts]
  for (const { draft, index, probability } of ranked) {
    const { cue, content, evidence } = draft
    const size = content.reduce((sum, { first, last }) => sum + last - first + 1, 0)
    const claimed = count(contents, content) / size
    const standing = [
      logOdds(probability),
      claimed,
      evidence[OWN_EVIDENCE.indexOf(FIRST_PASS_CONTENT)] * (1 - claimed),
      count(cues, content) > 0 ? 1 : 0,
      count(contents, [cue]) > 0 ? 1 : 0,
      count(cues, [cue]) > 0 ? 1 : 0,
    ]
    result[index] = { ...draft, evidence: [...evidence, ...standing] }
    if (probability <= LEAST_CLAIM) continue
    for (const { first, last } of content) contents.fill(1, first - from, last - from + 1)
    cues.fill(1, cue.first - from, cue.last - from + 1)
  }
  return result
}
