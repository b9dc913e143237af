import { Chain, type Transitions } from './chain.js'
import type { Columns } from './columns.js'
import { Templates } from './templates.js'
import type { Weights } from './weights.js'

/** Labels sequences of tokens. Another kind of model can stand behind it: callers see nothing else. */
export interface Labeller {
  readonly labels: readonly string[]
  /** Labels one sequence; with `given`, under the condition that the token has one of the labels. What it gives holds until the next call. */
  label(columns: Columns, given?: Condition): Labelling
}

/** That token `token` has one of `labels`, by index. */
export interface Condition {
  readonly token: number
  readonly labels: readonly number[]
}

export interface Labelling {
  readonly length: number
  /** Index of each token's label in the best sequence. */
  readonly best: Uint8Array
  /** Probability of each label at each token: `marginals[token * labels.length + label]`. */
  readonly marginals: Float64Array
  /** Probability of the condition itself; 1 where none was given. */
  readonly givenProbability: number
  /** Score of each label at each token by the features alone, before the chain: `[token * labels.length + label]`. */
  readonly emissions: Float64Array
}

/** A linear-chain conditional random field over hashed features. */
export class LinearChain implements Labeller {
  readonly labels: readonly string[]
  readonly templates: Templates
  readonly weights: Weights
  readonly transitions: Transitions
  readonly #chain: Chain
  #features = new Int32Array(0)
  readonly #sums: Int32Array
  #emissions = new Float64Array(0)

  constructor(labels: readonly string[], templates: Templates, weights: Weights, transitions: Transitions) {
    this.labels = labels
    this.templates = templates
    this.weights = weights
    this.transitions = transitions
    this.#chain = new Chain(transitions)
    this.#sums = new Int32Array(labels.length)
  }

  label(columns: Columns, given?: Condition): Labelling {
    const { length } = columns
    const size = this.labels.length
    if (this.#emissions.length < length * size) this.#emissions = new Float64Array(2 * length * size)
    const emissions = this.#emissions
    const sums = this.#sums
    const { count } = this.templates
    if (this.#features.length < length * count) this.#features = new Int32Array(2 * length * count)
    this.templates.writeAll(columns, this.#features, 0)
    for (let i = 0; i < length; i++) {
      sums.fill(0)
      this.weights.addRows(this.#features, i * count, count, sums)
      for (let l = 0; l < size; l++) emissions[i * size + l] = sums[l] * this.weights.scale
    }
    const free = this.#chain.logPartition(emissions, length)
    let givenProbability = 1
    if (given !== undefined) {
      for (let l = 0; l < size; l++) if (!given.labels.includes(l)) emissions[given.token * size + l] -= 1e3
      givenProbability = Math.min(1, Math.exp(this.#chain.logPartition(emissions, length, given.token) - free))
    }
    const best = this.#chain.best(emissions, length)
    return { length, best, marginals: this.#chain.marginalsAgain(length), givenProbability, emissions }
  }
}
