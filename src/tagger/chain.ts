/** Scores of a linear chain: which label may follow which, and how readily. `FORBIDDEN` where it may not. */
export interface Transitions {
  /** How many labels. */
  readonly size: number
  /** `between[from * size + to]`. */
  readonly between: Float64Array
  readonly start: Float64Array
  readonly end: Float64Array
}

export const FORBIDDEN = -1e4

/** How often each transition is expected in a sequence, by the probabilities of the last `marginals`. */
export interface ExpectedTransitions {
  readonly between: Float64Array
  readonly start: Float64Array
  readonly end: Float64Array
}

/**
 * Exact inference over a linear chain of labels. Emissions are log-linear scores, `emissions[token * size + label]`. Buffers are
 * reused: what a call returns holds until the next call.
 */
export class Chain {
  readonly #size: number
  /** The allowed transitions, by the label they lead to: those to `l` are numbered `#first[l]` up to `#first[l + 1]`. */
  readonly #first: Int32Array
  readonly #from: Int32Array
  readonly #score: Float64Array
  readonly #factor: Float64Array
  readonly #start: Float64Array
  readonly #end: Float64Array
  readonly #startFactor: Float64Array
  readonly #endFactor: Float64Array
  #best = new Uint8Array(0)
  #back = new Uint8Array(0)
  #weight = new Float64Array(0)
  #forward = new Float64Array(0)
  #backward = new Float64Array(0)
  #marginals = new Float64Array(0)
  /** The largest emission of each token, and the log of what its forward step was scaled by. */
  #tops = new Float64Array(0)
  #logs = new Float64Array(0)
  #expected: ExpectedTransitions
  #scores: Float64Array
  #next: Float64Array

  constructor(transitions: Transitions) {
    const { size, between } = transitions
    this.#size = size
    const first = [0]
    const from: number[] = []
    for (let to = 0; to < size; to++) {
      for (let l = 0; l < size; l++) if (between[l * size + to] > FORBIDDEN) from.push(l)
      first.push(from.length)
    }
    this.#first = Int32Array.from(first)
    this.#from = Int32Array.from(from)
    this.#score = new Float64Array(from.length)
    this.#factor = new Float64Array(from.length)
    this.#start = new Float64Array(size)
    this.#end = new Float64Array(size)
    this.#startFactor = new Float64Array(size)
    this.#endFactor = new Float64Array(size)
    this.#scores = new Float64Array(size)
    this.#next = new Float64Array(size)
    this.#expected = {
      between: new Float64Array(size * size),
      start: new Float64Array(size),
      end: new Float64Array(size),
    }
    this.setScores(transitions)
  }

  /** Takes new scores for the same allowed transitions. */
  setScores({ between, start, end }: Transitions): void {
    const size = this.#size
    for (let to = 0; to < size; to++) {
      for (let k = this.#first[to]; k < this.#first[to + 1]; k++) {
        this.#score[k] = between[this.#from[k] * size + to]!
        this.#factor[k] = Math.exp(this.#score[k])
      }
      this.#start[to] = start[to]!
      this.#end[to] = end[to]!
      this.#startFactor[to] = Math.exp(start[to])
      this.#endFactor[to] = Math.exp(end[to])
    }
  }

  /** The best-scoring sequence of labels (Viterbi). */
  best(emissions: Float64Array, length: number): Uint8Array {
    const size = this.#size
    if (this.#best.length < length) {
      this.#best = new Uint8Array(2 * length)
      this.#back = new Uint8Array(2 * length * size)
    }
    const best = this.#best
    const back = this.#back
    if (length === 0) return best
    let scores = this.#scores
    let next = this.#next
    for (let l = 0; l < size; l++) scores[l] = this.#start[l] + emissions[l]
    for (let i = 1; i < length; i++) {
      for (let to = 0; to < size; to++) {
        let top = -Infinity
        let chosen = 0
        for (let k = this.#first[to]; k < this.#first[to + 1]; k++) {
          const score = scores[this.#from[k]] + this.#score[k]
          if (score > top) {
            top = score
            chosen = this.#from[k]!
          }
        }
        next[to] = top + emissions[i * size + to]
        back[i * size + to] = chosen
      }
      const swap = scores
      scores = next
      next = swap
    }
    let top = -Infinity
    let label = 0
    for (let l = 0; l < size; l++) {
      const score = scores[l] + this.#end[l]
      if (score > top) {
        top = score
        label = l
      }
    }
    for (let i = length - 1; i >= 0; i--) {
      best[i] = label
      label = back[i * size + label]!
    }
    return best
  }

  /**
   * Log of the summed weight of all sequences.
   * @param changed The one token whose emissions have changed since the last call, for the same sequence; all of them where it is left out.
   */
  logPartition(emissions: Float64Array, length: number, changed?: number): number {
    if (length === 0) return 0
    const size = this.#size
    this.#makeRoom(length)
    if (changed === undefined) for (let i = 0; i < length; i++) this.#weigh(emissions, i)
    else this.#weigh(emissions, changed)
    for (let i = changed ?? 0; i < length; i++) this.#step(i)
    let log = 0
    for (let i = 0; i < length; i++) log += this.#logs[i]
    let reach = 0
    for (let l = 0; l < size; l++) reach += this.#forward[(length - 1) * size + l] * this.#endFactor[l]
    return log + Math.log(reach)
  }

  /** The probability of each label at each token, `[token * size + label]` (forward-backward, scaled at each token). */
  marginals(emissions: Float64Array, length: number): Float64Array {
    this.logPartition(emissions, length)
    return this.marginalsAgain(length)
  }

  /** The same for the sequence that `logPartition` was last called for. */
  marginalsAgain(length: number): Float64Array {
    const size = this.#size
    const forward = this.#forward
    const backward = this.#backward
    const weight = this.#weight
    const marginals = this.#marginals
    if (length === 0) return marginals

    const first = this.#first
    const origin = this.#from
    const factor = this.#factor
    for (let l = 0; l < size; l++) backward[(length - 1) * size + l] = this.#endFactor[l]!
    for (let i = length - 2; i >= 0; i--) {
      const row = i * size
      const nextRow = row + size
      backward.fill(0, row, nextRow)
      for (let to = 0; to < size; to++) {
        const reach = weight[nextRow + to] * backward[nextRow + to]
        for (let k = first[to]; k < first[to + 1]; k++) backward[row + origin[k]] += factor[k] * reach
      }
      let sum = 0
      for (let l = 0; l < size; l++) sum += backward[row + l]
      const scale = inverse(sum)
      for (let l = 0; l < size; l++) backward[row + l] *= scale
    }

    for (let row = 0; row < length * size; row += size) {
      let sum = 0
      for (let l = 0; l < size; l++) {
        const product = forward[row + l] * backward[row + l]
        marginals[row + l] = product
        sum += product
      }
      const scale = inverse(sum)
      for (let l = 0; l < size; l++) marginals[row + l] *= scale
    }
    return marginals
  }

  /** The transitions expected in the sequence that `marginals` was last called for. */
  expectedTransitions(length: number): ExpectedTransitions {
    const size = this.#size
    const { between, start, end } = this.#expected
    between.fill(0)
    for (let l = 0; l < size; l++) {
      start[l] = this.#marginals[l]!
      end[l] = this.#marginals[(length - 1) * size + l]!
    }
    const product = new Float64Array(this.#from.length)
    for (let i = 1; i < length; i++) {
      const row = i * size
      let sum = 0
      for (let to = 0; to < size; to++) {
        const reach = this.#weight[row + to] * this.#backward[row + to]
        for (let k = this.#first[to]; k < this.#first[to + 1]; k++) {
          product[k] = this.#forward[row - size + this.#from[k]] * this.#factor[k] * reach
          sum += product[k]
        }
      }
      const scale = inverse(sum)
      for (let to = 0; to < size; to++)
        for (let k = this.#first[to]; k < this.#first[to + 1]; k++)
          between[this.#from[k] * size + to] += product[k] * scale
    }
    return this.#expected
  }

  /** The weights of a token's labels, scaled so that the largest is 1. */
  #weigh(emissions: Float64Array, i: number): void {
    const size = this.#size
    const row = i * size
    let top = -Infinity
    for (let l = 0; l < size; l++) if (emissions[row + l] > top) top = emissions[row + l]
    for (let l = 0; l < size; l++) this.#weight[row + l] = Math.exp(emissions[row + l] - top)
    this.#tops[i] = top
  }

  /** One step of the forward pass. */
  #step(i: number): void {
    const size = this.#size
    const row = i * size
    const forward = this.#forward
    const weight = this.#weight
    let sum = 0
    for (let l = 0; l < size; l++) {
      let reach = 0
      if (i === 0) reach = this.#startFactor[l]
      else
        for (let k = this.#first[l]; k < this.#first[l + 1]; k++)
          reach += forward[row - size + this.#from[k]] * this.#factor[k]
      const product = reach * weight[row + l]
      forward[row + l] = product
      sum += product
    }
    const scale = inverse(sum)
    for (let l = 0; l < size; l++) forward[row + l] *= scale
    this.#logs[i] = this.#tops[i] + Math.log(sum)
  }

  #makeRoom(length: number): void {
    const cells = length * this.#size
    if (this.#marginals.length >= cells) return
    this.#marginals = new Float64Array(2 * cells)
    this.#forward = new Float64Array(2 * cells)
    this.#backward = new Float64Array(2 * cells)
    this.#weight = new Float64Array(2 * cells)
    this.#logs = new Float64Array(2 * length)
    this.#tops = new Float64Array(2 * length)
  }
}

/** 1 / sum, and 0 for 0: where no sequence is possible, every probability is 0. */
function inverse(sum: number): number {
  return sum > 0 ? 1 / sum : 0
}
