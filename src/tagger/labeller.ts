import { Chain, type Transitions } from './chain.js'
import { MARGIN, type Columns } from './columns.js'
import { Kernel } from './kernel.js'
import type { Table } from './table.js'
import { Templates } from './templates.js'
import { CHUNK, MOST_ROWS, Weights } from './weights.js'

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
}

/** A linear-chain conditional random field over hashed features. */
export class LinearChain implements Labeller {
  readonly labels: readonly string[]
  readonly templates: Templates
  readonly weights: Weights
  readonly transitions: Transitions
  readonly #kernel = new Kernel()
  readonly #chain: Chain
  readonly #hashes: number
  /** By how many cells the columns have in all. */
  readonly #places = new Map<number, Place>()

  constructor(labels: readonly string[], templates: Templates, table: Table, scale: number, transitions: Transitions) {
    if (templates.count > MOST_ROWS) throw new Error(`Expected at most ${MOST_ROWS} templates, got ${templates.count}.`)
    this.labels = labels
    this.templates = templates
    this.weights = new Weights(table, labels.length, scale, this.#kernel)
    this.transitions = transitions
    this.#chain = new Chain(transitions, this.#kernel)
    this.#hashes = this.#kernel.reserve(4 * templates.count * CHUNK)
  }

  label(columns: Columns, given?: Condition): Labelling {
    const { length } = columns
    const chain = this.#chain
    this.#emit(columns)
    chain.forward(length)
    const givenProbability = given === undefined ? 1 : chain.condition(given.token, given.labels, length)
    return new ChainLabelling(chain, length, givenProbability)
  }

  /** Score of each label at each token by the features alone, before the chain: `[token * labels.length + label]`. */
  emissions(columns: Columns): Float64Array {
    this.#emit(columns)
    const { stride } = this.#chain
    const rows = this.#chain.emissions(columns.length)
    const size = this.labels.length
    return Float64Array.from(
      { length: columns.length * size },
      (_, at) => rows[Math.floor(at / size) * stride + (at % size)],
    )
  }

  #emit({ all, names, length }: Columns): void {
    const kernel = this.#kernel
    const emissions = this.#chain.emissionsAt(length)
    const { cells, program } = this.#places.get(all.length) ?? this.#placeFor(all.length, names.length)
    kernel.integers.set(all, cells / 4)
    kernel.run.emit(length, cells + 4 * MARGIN, program, this.templates.count, this.#hashes, this.weights.address, this.weights.scale, emissions, this.#chain.stride / 2) // prettier-ignore
  }

  #placeFor(size: number, columns: number): Place {
    const kernel = this.#kernel
    const source = this.templates.program((4 * size) / columns)
    const place = { cells: kernel.reserve(4 * size), program: kernel.reserve(4 * source.length) }
    kernel.integers.set(source, place.program / 4)
    this.#places.set(size, place)
    return place
  }
}

/** Where in the kernel's memory columns of one size go, and the templates that read them. */
interface Place {
  readonly cells: number
  readonly program: number
}

/** What a chain gives of the sequence that it holds, worked out when it is asked for. */
class ChainLabelling implements Labelling {
  readonly length: number
  readonly givenProbability: number
  readonly #chain: Chain
  #best: Uint8Array | undefined
  #marginals: Float64Array | undefined

  constructor(chain: Chain, length: number, givenProbability: number) {
    this.#chain = chain
    this.length = length
    this.givenProbability = givenProbability
  }

  get best(): Uint8Array {
    return (this.#best ??= this.#chain.best(this.length))
  }

  get marginals(): Float64Array {
    return (this.#marginals ??= this.#chain.marginals(this.length))
  }
}
