import { Chain, FORBIDDEN } from '../tagger/chain.js'
import { seenTransitions, type Fitted } from './crf.js'
import { randomFrom, shuffle } from './random.js'
import type { Sequences } from './sequences.js'

export interface PerceptronOptions {
  readonly epochs: number
  /** Share of a token's features that are left out, drawn anew each time it is met. */
  readonly dropout: number
  readonly seed: number
}

/**
 * Fits a chain as an averaged structured perceptron (Collins 2002): where the best sequence is not the gold one, its weights go down by one
 * and those of the gold one up. What it gives is the mean over all steps.
 */
export function fitPerceptron(
  sequences: Sequences,
  features: number,
  labels: number,
  chosen: readonly number[],
  { epochs, dropout, seed }: PerceptronOptions,
): Fitted {
  const rows = new Float32Array(features * labels)
  const sums = new Float64Array(features * labels)
  const transitions = seenTransitions(sequences, labels, chosen)
  const transitionSums = {
    between: new Float64Array(labels * labels),
    start: new Float64Array(labels),
    end: new Float64Array(labels),
  }
  const chain = new Chain(transitions)
  const random = randomFrom(seed)
  const order = [...chosen]
  const { width } = sequences
  let present = new Int32Array(0)
  let steps = 0
  const add = (values: Float64Array | Float32Array, total: Float64Array, at: number, change: number): void => {
    if (values[at] <= FORBIDDEN / 2) return
    values[at] += change
    total[at] += change * steps
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const s of order) {
      const start = sequences.starts[s]
      const length = sequences.starts[s + 1] - start
      if (length === 0) continue
      steps++
      const emissions = chain.emissions(length).fill(0)
      if (present.length < length * width) present = new Int32Array(2 * length * width)
      for (let i = 0; i < length; i++) {
        for (let f = i * width; f < (i + 1) * width; f++) {
          const feature = sequences.features[start * width + f]
          const row = feature < 0 || (dropout > 0 && random() < dropout) ? -1 : feature * labels
          present[f] = row
          if (row < 0) continue
          for (let l = 0; l < labels; l++) emissions[i * chain.stride + l] += rows[row + l]
        }
      }
      chain.setScores(transitions)
      const best = chain.best(length).slice()
      const gold = sequences.labels.subarray(start, start + length)
      for (let i = 0; i < length; i++) {
        if (i > 0 && (best[i] !== gold[i] || best[i - 1] !== gold[i - 1])) {
          add(transitions.between, transitionSums.between, gold[i - 1] * labels + gold[i], 1)
          add(transitions.between, transitionSums.between, best[i - 1] * labels + best[i], -1)
        }
        if (best[i] === gold[i]) continue
        for (let f = i * width; f < (i + 1) * width; f++) {
          if (present[f] < 0) continue
          add(rows, sums, present[f] + gold[i], 1)
          add(rows, sums, present[f] + best[i], -1)
        }
      }
    }
  }
  for (let r = 0; r < rows.length; r++) rows[r] = (rows[r] - sums[r] / steps) * (1 - dropout)
  for (const name of ['between', 'start', 'end'] as const)
    for (let k = 0; k < transitions[name].length; k++)
      if (transitions[name][k] > FORBIDDEN / 2) transitions[name][k] -= transitionSums[name][k] / steps
  return { rows, transitions }
}
