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
  /** How the kernel finds slots: numbers and addresses, in the order of its parameters. */
  readonly place: readonly [buckets: number, entries: number, slots: number, table: number, vectors: number, found: number, sums: number] // prettier-ignore
  readonly #kernel: Kernel
  readonly #features: number

  constructor({ shifts, vectors, slots }: Table, width: number, scale: number, kernel = new Kernel()) {
    this.width = width
    this.scale = scale
    this.#kernel = kernel
    const size = slotBytes(vectors)
    const count = slots.length / size
    const entries = kernel.reserve(2 * shifts.length)
    const table = kernel.reserve(slots.length)
    const found = kernel.reserve(8 * (MOST_ROWS + 1))
    const sums = kernel.reserve(2 * size)
    this.place = [shifts.length, entries, count, table, vectors, found, sums]
    this.#features = kernel.reserve(4 * MOST_ROWS * CHUNK)
    const { bytes, run } = kernel
    for (let b = 0; b < shifts.length; b++) bytes[entries + 2 * b] = shifts[b]!
    bytes.set(slots, table)
    run.note(shifts.length, entries, count, table, vectors)
  }

  /** Adds the rows of `count` features, those in `features` from `from` on, to `sums`, which has one cell a column. */
  addRows(features: Int32Array, from: number, count: number, sums: Int32Array): void {
    const { integers, run } = this.#kernel
    const shorts = new Int16Array(integers.buffer, this.place[6], this.width)
    for (let done = 0; done < count; done += MOST_ROWS) {
      const some = Math.min(count - done, MOST_ROWS)
      for (let k = 0; k < some; k++) integers[this.#features / 4 + k * CHUNK] = features[from + done + k]
      run.add(this.#features, some, ...this.place)
      for (let l = 0; l < this.width; l++) sums[l] += shorts[l]
    }
  }
}
