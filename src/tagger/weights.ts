/** What a weight is raised by where it is stored, so that sums of lanes hold no negative numbers and none borrows from the next. */
const BIAS = 128

/** How many rows can be added before a lane of 16 bits could overflow. */
const MOST_ROWS = 256

/** The two bytes of a word that are apart by one, each with room to grow to 16 bits. */
const LANES = 0x00ff00ff

/**
 * Weights of features, one row of small integers a feature, found by the feature's hash. Open addressing with linear probing. What takes
 * time is waiting for memory, so a slot is small and lies in one line of the cache: a few 32-bit words, in which the lowest byte and all
 * later bytes are weights, and the upper three bytes of the first word are those of the hash. Its lowest byte is told by where the slot
 * is, but for the few that were moved on. Four weights of a word are added as two pairs of 16-bit lanes. A feature that is not there weighs nothing.
 */
export class Weights {
  readonly width: number
  /** What one unit of a row weighs. */
  readonly scale: number
  readonly #mask: number
  readonly #slots: Int32Array
  /** A slot is `2 ** #shift` words. */
  readonly #shift: number
  /** Words of a slot that hold weights beside the first. */
  readonly #words: number
  readonly #first = new Int32Array(MOST_ROWS)
  /** Sums of lanes: those of the bytes 0 and 2 of each word, then those of the bytes 1 and 3. */
  readonly #even: Int32Array
  readonly #odd: Int32Array

  /**
   * @param keys Hashes of the features, each once.
   * @param rows `width` weights a feature, in the order of `keys`, each from -127 to 127.
   */
  constructor(keys: Int32Array, rows: Int8Array, width: number, scale: number) {
    let slots = 1024
    while (5 * slots < 7 * keys.length) slots *= 2
    this.width = width
    this.scale = scale
    this.#mask = slots - 1
    this.#words = Math.ceil((width - 1) / 4)
    this.#shift = Math.max(2, Math.ceil(Math.log2(1 + this.#words)))
    this.#even = new Int32Array(1 << this.#shift)
    this.#odd = new Int32Array(1 << this.#shift)
    this.#slots = new Int32Array(slots << this.#shift)
    for (let k = 0; k < keys.length; k++) {
      const key = keys[k]
      let slot = key & this.#mask
      while (this.#slots[slot << this.#shift] !== 0) slot = (slot + 1) & this.#mask
      const at = slot << this.#shift
      this.#slots[at] = (key & ~0xff) | (rows[k * width] + BIAS)
      for (let l = 1; l < width; l++)
        this.#slots[at + 1 + ((l - 1) >> 2)] |= (rows[k * width + l] + BIAS) << (8 * ((l - 1) & 3))
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
    const shift = this.#shift
    const words = this.#words
    const even = this.#even
    const odd = this.#odd
    // Reads that depend on nothing wait for memory together, so all first slots are read at once.
    const first = this.#first
    for (let k = 0; k < count; k++) first[k] = slots[(features[from + k] & mask) << shift]
    even.fill(0)
    odd.fill(0)
    let rows = 0
    let sum = 0
    // The sums of the first words, which are all that most models have, stay in registers.
    let even1 = 0, even2 = 0, even3 = 0, odd1 = 0, odd2 = 0, odd3 = 0 // prettier-ignore
    for (let k = 0; k < count; k++) {
      const key = features[from + k]
      let found = first[k]
      let at = (key & mask) << shift
      while (found !== 0 && (found ^ key) >>> 8 !== 0) {
        at = (((at >>> shift) + 1) & mask) << shift
        found = slots[at]
      }
      if (found === 0) continue
      rows++
      sum += found & 0xff
      const word1 = slots[at + 1]
      const word2 = slots[at + 2]
      const word3 = slots[at + 3]
      even1 = (even1 + (word1 & LANES)) | 0
      odd1 = (odd1 + ((word1 >>> 8) & LANES)) | 0
      even2 = (even2 + (word2 & LANES)) | 0
      odd2 = (odd2 + ((word2 >>> 8) & LANES)) | 0
      even3 = (even3 + (word3 & LANES)) | 0
      odd3 = (odd3 + ((word3 >>> 8) & LANES)) | 0
      for (let w = 4; w <= words; w++) {
        const word = slots[at + w]
        even[w] = (even[w] + (word & LANES)) | 0
        odd[w] = (odd[w] + ((word >>> 8) & LANES)) | 0
      }
    }
    even[1] = even1
    even[2] = even2
    even[3] = even3
    odd[1] = odd1
    odd[2] = odd2
    odd[3] = odd3
    const bias = BIAS * rows
    sums[0] += sum - bias
    for (let l = 1; l < this.width; l++) {
      const byte = (l - 1) & 3
      const lanes = (byte & 1 ? odd : even)[1 + ((l - 1) >> 2)]
      sums[l] += (byte >> 1 ? lanes >>> 16 : lanes & 0xffff) - bias
    }
  }
}
