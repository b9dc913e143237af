import { Chain, FORBIDDEN, type Transitions } from '../tagger/chain.js'
import { Kernel } from '../tagger/kernel.js'
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
  /** How many of the last epochs the weights are averaged over, as they stand after each quarter of one; 0 for the last weights alone. */
  readonly averaged: number
  /**
   * How many features go on after the first epoch, those with the largest weight: the others then weigh nothing, and these learn to do
   * without them. That is better than to leave out as many at the end.
   */
  readonly most: number
  /** One fit for each, which meets the sequences in another order. The weights are the mean of all, and depend less on chance than those of one. */
  readonly seeds: readonly number[]
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
 * (Duchi, Hazan and Singer 2011). A transition that no sequence has is forbidden. All fits have the features that the first of them goes on with.
 * @param features How many features the sequences' numbers refer to.
 * @param chosen Which sequences to fit on.
 * @param costs What each label's score is raised by at a token with each gold label, `[gold * labels + label]`, so that the gold must win by
 *   as much (softmax-margin; Gimpel and Smith 2010); null for no costs.
 */
export function fitCrf(
  sequences: Sequences,
  features: number,
  labels: number,
  chosen: readonly number[],
  options: FitOptions,
  costs: Float64Array | null,
  progress?: (epoch: number, loss: number) => void,
): Fitted {
  /** 1 for a feature that is left out for good. */
  const isOut = new Uint8Array(features)
  const fits = options.seeds.map((seed) =>
    fitOnce(sequences, features, labels, chosen, { ...options, seed }, costs, isOut, progress),
  )
  return fits.length === 1 ? fits[0] : mean(fits)
}

function fitOnce(
  sequences: Sequences,
  features: number,
  labels: number,
  chosen: readonly number[],
  options: FitOptions & { readonly seed: number },
  costs: Float64Array | null,
  isOut: Uint8Array,
  progress?: (epoch: number, loss: number) => void,
): Fitted {
  const { width } = sequences
  const { rate, penalty, dropout, epochs } = options
  const transitions = seenTransitions(sequences, labels, chosen)
  const transitionSquares = {
    between: new Float64Array(labels * labels),
    start: new Float64Array(labels),
    end: new Float64Array(labels),
  }
  const longest = chosen.reduce((most, s) => Math.max(most, sequences.starts[s + 1] - sequences.starts[s]), 0)
  const kernel = new Kernel()
  const chain = new Chain(transitions, kernel)
  chain.emissionsAt(longest)
  const vectors = Math.ceil(labels / 4)
  const stride = 4 * vectors
  const rowsAt = kernel.reserve(4 * features * stride)
  const squaresAt = kernel.reserve(4 * features * stride)
  const listAt = kernel.reserve(4 * longest * width)
  const endsAt = kernel.reserve(4 * longest)
  const errorsAt = kernel.reserve(4 * stride)
  // Nothing is reserved from here on, so these views hold.
  const { integers } = kernel
  const rows = new Float32Array(integers.buffer, rowsAt, features * stride)
  const errors = new Float32Array(integers.buffer, errorsAt, stride)
  const average = options.averaged > 0 ? new Average(rows.length, transitions) : null
  const random = randomFrom(options.seed)
  const order = [...chosen]

  const step = (values: Float64Array, sums: Float64Array, at: number, gradient: number): void => {
    if (values[at] <= FORBIDDEN / 2 || gradient === 0) return
    sums[at] += gradient * gradient
    values[at] -= (rate * gradient) / Math.sqrt(sums[at] + 1e-2)
  }

  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random)
    const rateNow = rate * (1 - ((epoch - 1) / epochs) * 0.7)
    const isAveraged = epoch > epochs - options.averaged
    let loss = 0
    let tokens = 0
    for (const [done, s] of order.entries()) {
      if (isAveraged && isQuarter(done, order.length)) average?.add(rows, transitions)
      const start = sequences.starts[s]
      const length = sequences.starts[s + 1] - start
      if (length === 0) continue
      let next = listAt / 4
      for (let i = 0; i < length; i++) {
        for (let f = (start + i) * width; f < (start + i + 1) * width; f++) {
          const feature = sequences.features[f]
          if (feature < 0 || isOut[feature] === 1 || (dropout > 0 && random() < dropout)) continue
          integers[next++] = rowsAt + 4 * feature * stride
        }
        integers[endsAt / 4 + i] = 4 * next
      }
      kernel.run.score(length, listAt, endsAt, vectors, chain.emissionsAt(length), chain.stride / 2)
      if (costs !== null) {
        const emissions = chain.emissions(length)
        for (let i = 0; i < length; i++) {
          const gold = sequences.labels[start + i] * labels
          for (let l = 0; l < labels; l++) emissions[i * chain.stride + l] += costs[gold + l]
        }
      }
      chain.setScores(transitions)
      chain.forward(length)
      const marginals = chain.marginals(length)
      tokens += length
      let list = listAt
      for (let i = 0; i < length; i++) {
        const gold = sequences.labels[start + i]
        const cells = i * labels
        const end = integers[endsAt / 4 + i]
        loss -= Math.log(Math.max(1e-12, marginals[cells + gold]))
        if (1 - marginals[cells + gold] >= NEGLIGIBLE) {
          for (let l = 0; l < labels; l++) {
            const error = marginals[cells + l] - (l === gold ? 1 : 0)
            errors[l] = Math.abs(error) < NEGLIGIBLE ? 0 : error
          }
          kernel.run.descend(list, end, errorsAt, squaresAt - rowsAt, vectors, rateNow, penalty)
        }
        list = end
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
    if (epoch === 1) leaveOut(rows, stride, options.most, isOut)
    if (isAveraged) average?.add(rows, transitions)
    progress?.(epoch, loss / tokens)
  }
  const fitted = average?.fitted() ?? { rows, transitions }
  const packed = new Float32Array(features * labels)
  for (let k = 0; k < features; k++)
    for (let l = 0; l < labels; l++) packed[k * labels + l] = fitted.rows[k * stride + l] * (1 - dropout)
  return { rows: packed, transitions: fitted.transitions }
}

/** The mean of fits of the same sequences. A transition is forbidden in all of them or in none. */
function mean(fits: readonly Fitted[]): Fitted {
  const average = new Average(fits[0].rows.length, fits[0].transitions)
  for (const { rows, transitions } of fits) average.add(rows, transitions)
  return average.fitted()
}

/** Leaves out all features but the `most` with the largest weight, unless as few are left. */
function leaveOut(rows: Float32Array, stride: number, most: number, isOut: Uint8Array): void {
  const features = isOut.length
  if (features - isOut.reduce((sum, out) => sum + out, 0) <= most) return
  const largest = new Float32Array(features)
  for (let k = 0; k < features; k++)
    for (let l = 0; l < stride; l++) largest[k] = Math.max(largest[k], Math.abs(rows[k * stride + l]))
  const least = Float32Array.from(largest).sort()[features - most]
  for (let k = 0; k < features; k++) {
    if (largest[k] >= least) continue
    isOut[k] = 1
    rows.fill(0, k * stride, (k + 1) * stride)
  }
}

/** Whether the first, second or third quarter of an epoch over `count` sequences has just been done. */
function isQuarter(done: number, count: number): boolean {
  return done > 0 && Math.floor((done * 4) / count) !== Math.floor(((done - 1) * 4) / count)
}

/** The mean of weights as they stood at several times: the steps since then go to and fro around something better (Polyak 1992). */
class Average {
  readonly #rows: Float32Array
  readonly #transitions: Transitions
  #count = 0

  constructor(cells: number, { size }: Transitions) {
    this.#rows = new Float32Array(cells)
    this.#transitions = {
      size,
      between: new Float64Array(size * size),
      start: new Float64Array(size),
      end: new Float64Array(size),
    }
  }

  add(rows: Float32Array, { between, start, end }: Transitions): void {
    this.#count++
    const { between: sumBetween, start: sumStart, end: sumEnd } = this.#transitions
    for (let r = 0; r < rows.length; r++) this.#rows[r] += rows[r]
    for (let k = 0; k < between.length; k++) sumBetween[k] += between[k]
    for (let l = 0; l < start.length; l++) {
      sumStart[l] += start[l]
      sumEnd[l] += end[l]
    }
  }

  /** The means; the sums are gone. */
  fitted(): Fitted {
    const { between, start, end } = this.#transitions
    for (const sums of [this.#rows, between, start, end]) for (let k = 0; k < sums.length; k++) sums[k] /= this.#count
    return { rows: this.#rows, transitions: this.#transitions }
  }
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
