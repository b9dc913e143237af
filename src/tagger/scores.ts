import { FORBIDDEN } from './chain.js'
import type { Columns } from './columns.js'
import type { LinearChain } from './labeller.js'

/** Every number by which a linear chain decided on the label of one token. */
export interface TokenScores {
  readonly labels: readonly string[]
  /** What one unit of a feature's weights is worth. */
  readonly unit: number
  /** The token's features that weigh anything, in the order of their templates. */
  readonly features: readonly FeatureScore[]
  /** Score of each label by the features alone: the sum of their units, times `unit`. */
  readonly emissions: readonly number[]
  /** Of each label, the best sequence in which the token has it, or null where no allowed sequence gives it that. */
  readonly sequences: readonly (SequenceScore | null)[]
  /** Probability of each label over all sequences. */
  readonly probabilities: readonly number[]
  /** Index of the label that the token has in the best sequence of all. */
  readonly best: number
}

export interface FeatureScore {
  readonly template: string
  /** The columns that the template reads, with the cell's value; undefined outside the sequence. */
  readonly read: readonly { readonly column: string; readonly value: number | undefined }[]
  /** A whole number for each label. */
  readonly units: readonly number[]
}

/** The best sequence with one label at the token. `total` is the sum of the other scores and the token's emission. */
export interface SequenceScore {
  /** Label of the token before, or null at the beginning. */
  readonly before: number | null
  /** Label of the token after, or null at the end. */
  readonly after: number | null
  /** Everything up to the token before. */
  readonly earlier: number
  /** From the label before, or from the beginning. */
  readonly into: number
  /** To the label after, or to the end. */
  readonly onward: number
  /** Everything from the token after. */
  readonly later: number
  readonly total: number
}

/** Why the chain gives token `token` its label. Slow: it is for looking at one token, not for labelling. */
export function scoresOf(chain: LinearChain, columns: Columns, token: number): TokenScores {
  const { labels, weights, templates, transitions } = chain
  const size = labels.length
  const emissions = chain.emissions(columns)
  const { best, marginals, length } = chain.label(columns)
  const hashes = new Int32Array(templates.count)
  templates.write(columns, token, hashes, 0)
  const features: FeatureScore[] = []
  templates.sources.forEach((template, t) => {
    const units = new Int32Array(size)
    weights.addRows(hashes, t, 1, units)
    if (units.some((unit) => unit !== 0))
      features.push({ template, read: templates.read(columns, token, t), units: [...units] })
  })
  const row = token * size
  return {
    labels,
    unit: weights.scale,
    features,
    emissions: [...emissions.subarray(row, row + size)],
    sequences: bestSequences(),
    probabilities: [...marginals.subarray(row, row + size)],
    best: best[token],
  }

  function bestSequences(): (SequenceScore | null)[] {
    const { between, start, end } = transitions
    let forward = Array.from(start, (score) => ({ label: null as number | null, earlier: 0, into: score }))
    for (let i = 1; i <= token; i++) {
      const before = forward.map(({ earlier, into }, l) => earlier + into + emissions[(i - 1) * size + l])
      forward = labels.map((_, to) => {
        const label = highest(before.map((score, from) => score + between[from * size + to]))
        return { label, earlier: before[label], into: between[label * size + to] }
      })
    }
    let backward = Array.from(end, (score) => ({ label: null as number | null, later: 0, onward: score }))
    for (let i = length - 2; i >= token; i--) {
      const after = backward.map(({ later, onward }, l) => later + onward + emissions[(i + 1) * size + l])
      backward = labels.map((_, from) => {
        const label = highest(after.map((score, to) => score + between[from * size + to]))
        return { label, later: after[label], onward: between[from * size + label] }
      })
    }
    return labels.map((_, l) => {
      const { label: before, earlier, into } = forward[l]
      const { label: after, later, onward } = backward[l]
      const total = earlier + into + emissions[row + l] + onward + later
      return total <= FORBIDDEN / 2 ? null : { before, after, earlier, into, onward, later, total }
    })
  }
}

/** Index of the highest score, the first where several are. */
function highest(scores: readonly number[]): number {
  let top = 0
  for (let k = 1; k < scores.length; k++) if (scores[k] > scores[top]) top = k
  return top
}
