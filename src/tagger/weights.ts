/** What a weight is raised by in its lane, so that lanes hold no negative numbers and one never borrows from the next. */
const BIAS = 128

/** How many rows can be added before a lane of 16 bits could overflow. */
const MOST_ROWS = 256

/**
 * Weights of features, one row of small integers a feature, found by the feature's hash. Open addressing with linear probing. A slot is a
 * run of 32-bit words that mostly lies in one line of the cache: the feature's hash, then its weights, two to a word in lanes of 16 bits,
 * so that one addition adds two. A feature that is not there weighs nothing.
 */
export class Weights {
  readonly width: number
  /** What one unit of a row weighs. */
  readonly scale: number
  readonly #mask: number
  readonly #slots: Int32Array
  /** Words a slot, a power of two. */
  readonly #stride: number
  /** Words that hold weights. */
  readonly #words: number
  readonly #sums: Int32Array
  readonly #first = new Int32Array(MOST_ROWS)

  /**
   * @param keys Hashes of the features, each once. A feature whose hash is 0 cannot be told from an empty slot and is left out.
   * @param rows `width` weights a feature, in the order of `keys`, each from -127 to 127.
   */
  constructor(keys: Int32Array, rows: Int8Array, width: number, scale: number) {
    let slots = 1024
    while (2 * slots < 3 * keys.length) slots *= 2
    this.width = width
    this.scale = scale
    this.#mask = slots - 1
    this.#words = Math.ceil(width / 2)
    let stride = 1
    while (stride < 1 + this.#words) stride *= 2
    this.#stride = stride
    this.#sums = new Int32Array(this.#words)
    this.#slots = new Int32Array(slots * stride)
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k]
      if (key === 0) continue
      let slot = key & this.#mask
      while (this.#slots[slot * stride] !== 0) slot = (slot + 1) & this.#mask
      const at = slot * stride
      this.#slots[at] = key
      for (let l = 0; l < width; l++) this.#slots[at + 1 + (l >> 1)] |= (rows[k * width + l] + BIAS) << (16 * (l & 1))
    }
  }

  /** Adds the rows of `count` features, those in `features` from `from` on, to `sums`, which has one cell a column. */
  addRows(features: Int32Array, from: number, count: number, sums: Int32Array): void {
    for (let done = 0; done < count; done += MOST_ROWS) {
      this.#addSome(features, from + done, Math.min(count - done, MOST_ROWS), sums)
    }
  }

  #addSome(features: Int32Array, from: number, count: number, sums: Int32Array): void {
    const slots = this.#slots
    const mask = this.#mask
    const stride = this.#stride
    const words = this.#words
    const lanes = this.#sums
    lanes.fill(0)
    // Most of the time goes into waiting for memory. Reads that depend on nothing wait together, so all first slots are read at once.
    const first = this.#first
    for (let k = 0; k < count; k++) first[k] = slots[(features[from + k] & mask) * stride]
    let rows = 0
    for (let k = 0; k < count; k++) {
      let found = first[k]
      if (found === 0) continue
      const key = features[from + k]
      let at = (key & mask) * stride
      while (found !== key && found !== 0) {
        at = ((at / stride + 1) & mask) * stride
        found = slots[at]
      }
      if (found === 0) continue
      rows++
      for (let w = 0; w < words; w++) lanes[w] += slots[at + 1 + w]
    }
    for (let l = 0; l < this.width; l++) {
      const lane = lanes[l >> 1]
      sums[l] += ((l & 1) === 0 ? lane & 0xffff : lane >>> 16) - BIAS * rows
    }
  }
}
