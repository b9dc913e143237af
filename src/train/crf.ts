import { Chain, FORBIDDEN, type Transitions } from '../tagger/chain.js'
import { randomFrom, shuffle } from './random.js'
import type { Sequences } from './sequences.js'

export interface FitOptions {
  readonly epochs: number
  /** Step size of AdaGrad. */
  readonly rate: number
  /** Strength of the L2 penalty, applied to a feature's weights whenever it is met. */
  readonly penalty: number
  /**
   * Share of a token's features that are left out, drawn anew each time it is met, 0 for none: the others learn to do without them
   * (Wager, Wang and Liang 2013). The weights are scaled down by it at the end.
   */
  readonly dropout: number
  readonly seed: number
}

/** A label whose probability is off by less is left as it is: most are, and steps for them cost the most time. */
const NEGLIGIBLE = 1e-3

/** A fitted chain: `rows[feature * labels + label]` and the transitions. */
export interface Fitted {
  readonly rows: Float32Array
  readonly transitions: Transitions
}

/**
 * Fits a linear-chain conditional random field by stochastic gradient steps on the log-likelihood, with AdaGrad's step sizes
 * (Duchi, Hazan and Singer 2011). A transition that no sequence has is forbidden.
 * @param features How many features the sequences' numbers refer to.
 * @param chosen Which sequences to fit on.
 */
export function fitCrf(
  sequences: Sequences,
  features: number,
  labels: number,
  chosen: readonly number[],
  options: FitOptions,
  progress?: (epoch: number, loss: number) => void,
): Fitted {
  const rows = new Float32Array(features * labels)
  const squares = new Float32Array(features * labels)
  const transitions = seenTransitions(sequences, labels, chosen)
  const transitionSquares = {
    between: new Float64Array(labels * labels),
    start: new Float64Array(labels),
    end: new Float64Array(labels),
  }
  const chain = new Chain(transitions)
  const { width } = sequences
  const { rate, penalty, dropout } = options
  const random = randomFrom(options.seed)
  const order = [...chosen]
  const activeLabels = new Uint8Array(labels)
  const errors = new Float64Array(labels)
  /** Where the row of each feature of the sequence begins, or -1 where it has none or is left out. */
  let present = new Int32Array(0)

  const step = (values: Float64Array, sums: Float64Array, at: number, gradient: number): void => {
    if (values[at] <= FORBIDDEN / 2 || gradient === 0) return
    sums[at] += gradient * gradient
    values[at] -= (rate * gradient) / Math.sqrt(sums[at] + 1e-2)
  }

  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    shuffle(order, random)
    const rateNow = rate * (1 - ((epoch - 1) / options.epochs) * 0.7)
    let loss = 0
    let tokens = 0
    for (const s of order) {
      const start = sequences.starts[s]
      const length = sequences.starts[s + 1] - start
      if (length === 0) continue
      const emissions = chain.emissions(length).fill(0)
      if (present.length < length * width) present = new Int32Array(2 * length * width)
      for (let i = 0; i < length; i++) {
        const cells = i * chain.stride
        for (let f = i * width; f < (i + 1) * width; f++) {
          const feature = sequences.features[start * width + f]
          const row = feature < 0 || (dropout > 0 && random() < dropout) ? -1 : feature * labels
          present[f] = row
          if (row < 0) continue
          for (let l = 0; l < labels; l++) emissions[cells + l] += rows[row + l]
        }
      }
      chain.setScores(transitions)
      chain.forward(length)
      const marginals = chain.marginals(length)
      tokens += length
      for (let i = 0; i < length; i++) {
        const gold = sequences.labels[start + i]
        const cells = i * labels
        const missing = 1 - marginals[cells + gold]
        loss -= Math.log(Math.max(1e-12, 1 - missing))
        if (missing < NEGLIGIBLE) continue
        let active = 0
        for (let l = 0; l < labels; l++) {
          const error = marginals[cells + l] - (l === gold ? 1 : 0)
          if (Math.abs(error) < NEGLIGIBLE) continue
          activeLabels[active] = l
          errors[active++] = error
        }
        for (let f = i * width; f < (i + 1) * width; f++) {
          const row = present[f]
          if (row < 0) continue
          for (let a = 0; a < active; a++) {
            const cell = row + activeLabels[a]
            const gradient = errors[a] + penalty * rows[cell]
            const square = squares[cell] + gradient * gradient
            squares[cell] = square
            rows[cell] -= (rateNow * gradient) / Math.sqrt(square + 1e-2)
          }
        }
      }
      const expected = chain.expectedTransitions(length)
      const first = sequences.labels[start]
      const last = sequences.labels[start + length - 1]
      for (let i = 1; i < length; i++)
        expected[sequences.labels[start + i - 1] * labels + sequences.labels[start + i]] -= 1
      for (let at = 0; at < labels * labels; at++)
        step(transitions.between, transitionSquares.between, at, expected[at])
      for (let l = 0; l < labels; l++) {
        step(transitions.start, transitionSquares.start, l, marginals[l] - (l === first ? 1 : 0))
        step(transitions.end, transitionSquares.end, l, marginals[(length - 1) * labels + l] - (l === last ? 1 : 0))
      }
    }
    progress?.(epoch, loss / tokens)
  }
  if (dropout > 0) for (let r = 0; r < rows.length; r++) rows[r] *= 1 - dropout
  return { rows, transitions }
}

function seenTransitions(sequences: Sequences, labels: number, chosen: readonly number[]): Transitions {
  const transitions = {
    size: labels,
    between: new Float64Array(labels * labels).fill(FORBIDDEN),
    start: new Float64Array(labels).fill(FORBIDDEN),
    end: new Float64Array(labels).fill(FORBIDDEN),
  }
  for (const s of chosen) {
    const start = sequences.starts[s]
    const end = sequences.starts[s + 1]
    if (start === end) continue
    transitions.start[sequences.labels[start]] = 0
    transitions.end[sequences.labels[end - 1]] = 0
    for (let i = start + 1; i < end; i++)
      transitions.between[sequences.labels[i - 1] * labels + sequences.labels[i]] = 0
  }
  return transitions
}
