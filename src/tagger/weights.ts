import { Kernel } from './kernel.js'
import { slotBytes, type Table } from './table.js'

/** How many rows can be added before a sum of 16 bits could overflow. */
export const MOST_ROWS = 256

/** How far the features of one token are apart where the kernel looks for them: it makes those of so many tokens at a time. */
export const CHUNK = 16

/** Weights of features, one row of small integers a feature, in the kernel's memory. A feature that is not there weighs nothing. */
export class Weights {
  readonly width: number
  /** What one unit of a row weighs. */
  readonly scale: number
  /** Of how many features there is room for weights. */
  readonly slots: number
  /** Where the kernel finds them: the address of its `Rows`. */
  readonly address: number
  readonly #kernel: Kernel
  readonly #features: number
  readonly #sums: number

  constructor({ shifts, vectors, slots }: Table, width: number, scale: number, kernel = new Kernel()) {
    this.width = width
    this.scale = scale
    this.#kernel = kernel
    const size = slotBytes(vectors)
    this.slots = slots.length / size
    const entries = kernel.reserve(2 * shifts.length)
    const table = kernel.reserve(slots.length)
    const found = kernel.reserve(8 * (MOST_ROWS + 1))
    this.#sums = kernel.reserve(2 * size)
    const rows = [shifts.length, entries, this.slots, table, vectors, found, this.#sums]
    this.address = kernel.reserve(4 * rows.length)
    this.#features = kernel.reserve(4 * MOST_ROWS * CHUNK)
    const { bytes, integers, run } = kernel
    integers.set(rows, this.address / 4)
    for (let b = 0; b < shifts.length; b++) bytes[entries + 2 * b] = shifts[b]!
    bytes.set(slots, table)
    run.note(this.address)
  }

  /** Adds the rows of `count` features, those in `features` from `from` on, to `sums`, which has one cell a column. */
  addRows(features: Int32Array, from: number, count: number, sums: Int32Array): void {
    const { integers, run } = this.#kernel
    const shorts = new Int16Array(integers.buffer, this.#sums, this.width)
    for (let done = 0; done < count; done += MOST_ROWS) {
      const some = Math.min(count - done, MOST_ROWS)
      for (let k = 0; k < some; k++) integers[this.#features / 4 + k * CHUNK] = features[from + done + k]
      run.add(this.#features, some, this.address)
      for (let l = 0; l < this.width; l++) sums[l] += shorts[l]
    }
  }
}
