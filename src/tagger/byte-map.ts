/** A byte for each of some hashes, 1 to 255; 0 for all others. Five bytes an entry, and a quarter of a megabyte. */
export class ByteMap {
  /** Ascending. */
  readonly #keys: Uint32Array
  readonly #values: Uint8Array
  /** Where the keys with each first half begin, and last where they end: hashes are spread evenly, so that two or three share one. */
  readonly #starts = new Uint32Array(2 ** 16 + 1)

  private constructor(keys: Uint32Array, values: Uint8Array) {
    this.#keys = keys
    this.#values = values
    for (const key of keys) this.#starts[(key >>> 16) + 1]++
    for (let half = 1; half < this.#starts.length; half++) this.#starts[half] += this.#starts[half - 1]
  }

  /** @param entries Hashes as `finish` gives them, each once, and their bytes. */
  static of(entries: Iterable<readonly [hash: number, value: number]>): ByteMap {
    const sorted = [...entries].map(([hash, value]) => [hash >>> 0, value] as const).sort(([a], [b]) => a - b)
    return new ByteMap(
      Uint32Array.from(sorted, ([hash]) => hash),
      Uint8Array.from(sorted, ([, value]) => value),
    )
  }

  /** Bytes of a map of so many entries, as `bytes` gives them. */
  static size(count: number): number {
    return 5 * count
  }

  static fromBytes(bytes: Uint8Array, count: number): ByteMap {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const keys = new Uint32Array(count)
    for (let k = 0; k < count; k++) keys[k] = view.getUint32(4 * k, true)
    return new ByteMap(keys, bytes.slice(4 * count, 5 * count))
  }

  get count(): number {
    return this.#keys.length
  }

  /** The keys, little-endian, then the values. */
  get bytes(): Uint8Array {
    const bytes = new Uint8Array(ByteMap.size(this.count))
    const view = new DataView(bytes.buffer)
    this.#keys.forEach((key, k) => {
      view.setUint32(4 * k, key, true)
    })
    bytes.set(this.#values, 4 * this.count)
    return bytes
  }

  get(hash: number): number {
    const key = hash >>> 0
    const half = key >>> 16
    for (let k = this.#starts[half]; k < this.#starts[half + 1]; k++) if (this.#keys[k] === key) return this.#values[k]
    return 0
  }
}
