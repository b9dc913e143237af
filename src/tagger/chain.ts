import { Kernel } from './kernel.js'

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

/**
 * Exact inference over a linear chain of labels, in the kernel's memory. A sequence is put in with `emissions`; what a call gives
 * holds until the next one.
 */
export class Chain {
  /** How far the rows of two tokens are apart in the emissions: the number of labels, made even. */
  readonly stride: number
  readonly #kernel: Kernel
  readonly #size: number
  /** Addresses of scores, which add up, and factors, which multiply: rows of those of the start and the end. */
  readonly #start: number
  readonly #end: number
  readonly #startFactors: number
  readonly #endFactors: number
  /** A row of scores for each label: those of what may follow it. */
  readonly #between: number
  /** The labels that each follows, and those that follow it. */
  readonly #before: Links
  readonly #after: Links
  readonly #scores: number
  readonly #factors: number
  readonly #factorsAfter: number
  readonly #expected: number
  readonly #shares: number
  /** Tokens that there is room for. */
  #capacity = 0
  /** Addresses of a row a token each. */
  #emissions = 0
  #weights = 0
  #reaches = 0
  #onward = 0
  #rest = 0
  #bestScores = 0
  #marginals = 0
  /** Addresses of a number a token each, and of a byte. */
  #tops = 0
  #scales = 0
  #labels = 0

  constructor(transitions: Transitions, kernel = new Kernel()) {
    const { size, between } = transitions
    this.#kernel = kernel
    this.#size = size
    this.stride = size + (size % 2)
    const row = 8 * this.stride
    this.#start = kernel.reserve(row)
    this.#end = kernel.reserve(row)
    this.#startFactors = kernel.reserve(row)
    this.#endFactors = kernel.reserve(row)
    this.#between = kernel.reserve(size * row)
    this.#before = new Links(kernel, size, (label, before) => between[before * size + label] > FORBIDDEN)
    this.#after = new Links(kernel, size, (label, after) => between[label * size + after] > FORBIDDEN)
    const { bytes } = this.#before
    this.#scores = kernel.reserve(bytes)
    this.#factors = kernel.reserve(bytes)
    this.#factorsAfter = kernel.reserve(this.#after.bytes)
    this.#expected = kernel.reserve(bytes)
    this.#shares = kernel.reserve(bytes)
    this.setScores(transitions)
  }

  /** Takes new scores for the same allowed transitions. */
  setScores({ between, start, end }: Transitions): void {
    const { numbers } = this.#kernel
    const size = this.#size
    for (let l = 0; l < size; l++) {
      numbers[this.#start / 8 + l] = start[l]
      numbers[this.#end / 8 + l] = end[l]
      numbers[this.#startFactors / 8 + l] = Math.exp(start[l])
      numbers[this.#endFactors / 8 + l] = Math.exp(end[l])
      numbers.set(between.subarray(l * size, (l + 1) * size), this.#between / 8 + l * this.stride)
    }
    this.#before.each((label, before, cell) => {
      const score = between[before * size + label]
      numbers[this.#scores / 8 + cell] = score
      numbers[this.#factors / 8 + cell] = Math.exp(score)
    })
    this.#after.each((label, after, cell) => {
      numbers[this.#factorsAfter / 8 + cell] = Math.exp(between[label * size + after])
    })
  }

  /** Room for the emissions of a sequence, to be filled: `[token * stride + label]`. */
  emissions(length: number): Float64Array {
    const at = this.emissionsAt(length) / 8
    return this.#kernel.numbers.subarray(at, at + length * this.stride)
  }

  /** The same as an address in the kernel's memory. */
  emissionsAt(length: number): number {
    if (length <= this.#capacity) return this.#emissions
    const capacity = Math.max(64, 2 * length)
    const kernel = this.#kernel
    const rows = (): number => kernel.reserve(8 * this.stride * capacity)
    this.#capacity = capacity
    this.#emissions = rows()
    this.#weights = rows()
    this.#reaches = rows()
    this.#onward = rows()
    this.#rest = rows()
    this.#bestScores = rows()
    this.#marginals = kernel.reserve(8 * (this.stride * capacity + 1))
    this.#tops = kernel.reserve(8 * capacity)
    this.#scales = kernel.reserve(8 * capacity)
    this.#labels = kernel.reserve(capacity)
    return this.#emissions
  }

  /** The best-scoring sequence of labels (Viterbi), one a token. */
  best(length: number): Uint8Array {
    if (length > 0)
      this.#kernel.run.best(length, this.#emissions, this.#start, this.#before.at, this.#scores, this.#between, this.#end, this.#bestScores, this.#labels, this.#size, this.stride / 2) // prettier-ignore
    return new Uint8Array(this.#kernel.bytes.buffer, this.#labels, length)
  }

  /** The forward pass, which the others but `best` need: how much weight reaches each label at each token. */
  forward(length: number): void {
    this.#kernel.run.weigh(0, length, this.#emissions, this.#weights, this.#tops, this.#size, this.stride / 2)
    this.#forwardFrom(0, length)
  }

  /**
   * Sets the condition that a token has one of `labels`, after the forward pass.
   * @returns The probability of that.
   */
  condition(token: number, labels: readonly number[], length: number): number {
    const { numbers } = this.#kernel
    const scalesAt = this.#scales / 8
    const free = numbers.slice(scalesAt + token, scalesAt + length)
    const freeReach = this.#reachOfEnd(length)
    for (let l = 0; l < this.#size; l++) {
      if (labels.includes(l)) continue
      numbers[this.#weights / 8 + token * this.stride + l] = 0
      numbers[this.#emissions / 8 + token * this.stride + l] += FORBIDDEN
    }
    this.#forwardFrom(token, length)
    let probability = this.#reachOfEnd(length) / freeReach
    for (let i = token; i < length; i++) probability *= numbers[scalesAt + i] / free[i - token]
    return Math.min(1, probability)
  }

  /** Log of the summed weight of all sequences, after the forward pass. */
  logPartition(length: number): number {
    if (length === 0) return 0
    const { numbers } = this.#kernel
    let log = Math.log(this.#reachOfEnd(length))
    for (let i = 0; i < length; i++) log += numbers[this.#tops / 8 + i] + Math.log(numbers[this.#scales / 8 + i])
    return log
  }

  /** The probability of each label at each token, `[token * size + label]`, after the forward pass. */
  marginals(length: number): Float64Array {
    if (length > 0)
      this.#kernel.run.backward(length, this.#weights, this.#endFactors, this.#after.at, this.#factorsAfter, this.#reaches, this.#onward, this.#rest, this.#marginals, this.#size, this.stride / 2) // prettier-ignore
    const at = this.#marginals / 8
    return this.#kernel.numbers.subarray(at, at + length * this.#size)
  }

  /** How often each transition between two labels is expected, `[from * size + to]`, after `marginals`. */
  expectedTransitions(length: number): Float64Array {
    const size = this.#size
    const expected = new Float64Array(size * size)
    this.#kernel.run.expect(length, this.#before.at, this.#factors, this.#reaches, this.#onward, this.#expected, this.#shares, this.#before.bytes, this.stride / 2) // prettier-ignore
    const { numbers } = this.#kernel
    this.#before.each((label, before, cell) => {
      expected[before * size + label] = numbers[this.#expected / 8 + cell]
    })
    return expected
  }

  #forwardFrom(first: number, length: number): void {
    this.#kernel.run.forward(first, length, this.#weights, this.#startFactors, this.#before.at, this.#factors, this.#reaches, this.#scales, this.stride / 2) // prettier-ignore
  }

  /** What part of the weight that reaches the last token may end there. */
  #reachOfEnd(length: number): number {
    const { numbers } = this.#kernel
    let reach = 0
    for (let l = 0; l < this.#size; l++)
      reach += numbers[this.#reaches / 8 + (length - 1) * this.stride + l] * numbers[this.#endFactors / 8 + l]
    return reach
  }
}

/** Which labels each pair of labels is linked to, in the kernel's memory; it says how they lie there. */
class Links {
  readonly at: number
  /** Bytes of a matrix of them. */
  readonly bytes: number
  readonly #size: number
  readonly #linked: readonly (readonly number[])[]

  constructor(kernel: Kernel, size: number, isLinked: (label: number, other: number) => boolean) {
    const labels = Array.from({ length: size }, (_, l) => l)
    const of = (label: number, other: number): boolean => label < size && isLinked(label, other)
    this.#size = size
    this.#linked = labels
      .filter((label) => label % 2 === 0)
      .map((label) => labels.filter((other) => of(label, other) || of(label + 1, other)))
    const list = this.#linked.flatMap((linked) => [linked.length, ...linked.map((other) => 8 * other)])
    this.bytes = 16 * (list.length - this.#linked.length)
    this.at = kernel.reserve(4 * list.length)
    kernel.integers.set(list, this.at / 4)
  }

  /** Visits each label with each other that its pair is linked to, and the index of the cell that a matrix has for them. */
  each(visit: (label: number, other: number, cell: number) => void): void {
    let cell = 0
    this.#linked.forEach((linked, pair) => {
      for (const other of linked) {
        for (let label = 2 * pair; label < 2 * pair + 2; label++, cell++)
          if (label < this.#size) visit(label, other, cell)
      }
    })
  }
}
