import type { Draft } from './draft.js'

/** A logistic model of how likely something is right, by the evidence for it. */
export interface Confidence {
  readonly bias: number
  /** One a piece of evidence, or of its first ones. */
  readonly weights: readonly number[]
}

/** The probability that a draft is a statement of the gold, with the right source and enough of the content. */
export function confidenceOf({ evidence }: Pick<Draft, 'evidence'>, { bias, weights }: Confidence): number {
  let sum = bias
  for (let k = 0; k < weights.length; k++) sum += weights[k] * evidence[k]
  return 1 / (1 + Math.exp(-sum))
}

/** The drafts that are confident enough, the surer one where two share words of their cues; in the order of their cues. */
export function chosen(
  drafts: readonly Draft[],
  confidence: Confidence,
  least: number,
): { draft: Draft; confidence: number }[] {
  const sure = drafts
    .map((draft) => ({ draft, confidence: confidenceOf(draft, confidence) }))
    .filter((candidate) => candidate.confidence >= least)
    .sort((a, b) => a.draft.cue.first - b.draft.cue.first || b.confidence - a.confidence)
  const kept: typeof sure = []
  for (const candidate of sure) {
    const last = kept.at(-1)
    if (last === undefined || last.draft.cue.last < candidate.draft.cue.first) kept.push(candidate)
    else if (candidate.confidence > last.confidence) kept[kept.length - 1] = candidate
  }
  return kept
}
