/**
 * Weights of features, one row of small integers a feature, found by the feature's hash. Open addressing with linear probing, at most
 * half full, so that a look-up mostly costs one access to memory. A feature that is not there weighs nothing.
 */
export class Weights {
  readonly width: number
  /** What one unit of a row weighs. */
  readonly scale: number
  readonly #mask: number
  readonly #keys: Int32Array
  /** Slot `s` holds its row at `s * stride`. */
  readonly #rows: Int8Array
  readonly #stride: number

  /**
   * @param keys Hashes of the features, each once.
   * @param rows `width` weights a feature, in the order of `keys`.
   */
  constructor(keys: Int32Array, rows: Int8Array, width: number, scale: number) {
    let slots = 1024
    while (slots < 2 * keys.length) slots *= 2
    this.width = width
    this.scale = scale
    this.#mask = slots - 1
    this.#stride = width <= 8 ? 8 : 16 * Math.ceil(width / 16)
    this.#keys = new Int32Array(slots)
    this.#rows = new Int8Array(slots * this.#stride)
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k]
      if (key === 0) continue
      let slot = key & this.#mask
      while (this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask
      this.#keys[slot] = key
      this.#rows.set(rows.subarray(k * width, (k + 1) * width), slot * this.#stride)
    }
  }

  /** Adds the rows of `count` features, those in `features` from `from` on, to `sums`, which has one cell a column. */
  addRows(features: Int32Array, from: number, count: number, sums: Int32Array): void {
    const keys = this.#keys
    const rows = this.#rows
    const mask = this.#mask
    const stride = this.#stride
    const width = this.width
    for (let f = from; f < from + count; f++) {
      const key = features[f]
      let slot = key & mask
      let found = keys[slot]
      while (found !== key && found !== 0) {
        slot = (slot + 1) & mask
        found = keys[slot]!
      }
      if (found === 0) continue
      const row = slot * stride
      for (let l = 0; l < width; l++) sums[l] += rows[row + l]
    }
  }
}
