import type { Sequences } from './sequences.js'

/** Numbers the features that occur at least `least` times, in the order of their first occurrence, and rewrites `sequences` to those numbers. */
export function numberFeatures(sequences: Sequences, least: number): Int32Array {
  const { features, width } = sequences
  const total = sequences.starts.at(-1)! * width
  let bits = 16
  while (2 ** bits < Math.min(total, 2 ** 25) && bits < 25) bits++
  let table = new CountTable(bits)
  for (let f = 0; f < total; f++) {
    if (table.full) table = table.doubled()
    table.count(features[f])
  }
  const keys: number[] = []
  for (let f = 0; f < total; f++) features[f] = table.number(features[f], least, keys)
  return Int32Array.from(keys)
}

/** Counts 32-bit keys; 0 is read as 1, since an empty slot holds 0. */
class CountTable {
  readonly #bits: number
  readonly #keys: Int32Array
  readonly #counts: Uint8Array
  readonly #numbers: Int32Array
  #used = 0

  constructor(bits: number) {
    this.#bits = bits
    this.#keys = new Int32Array(2 ** bits)
    this.#counts = new Uint8Array(2 ** bits)
    this.#numbers = new Int32Array(2 ** bits).fill(-1)
  }

  get full(): boolean {
    return this.#used * 3 > 2 ** this.#bits * 2
  }

  #slot(key: number): number {
    const mask = 2 ** this.#bits - 1
    let slot = key & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  count(raw: number, times = 1): void {
    const key = raw === 0 ? 1 : raw
    const slot = this.#slot(key)
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key
      this.#used++
    }
    this.#counts[slot] = Math.min(255, this.#counts[slot] + times)
  }

  doubled(): CountTable {
    const table = new CountTable(this.#bits + 1)
    for (let s = 0; s < this.#keys.length; s++) if (this.#keys[s] !== 0) table.count(this.#keys[s], this.#counts[s])
    return table
  }

  /** The key's number, a new one where it is frequent enough and has none yet; -1 where it is too rare. */
  number(raw: number, least: number, keys: number[]): number {
    const slot = this.#slot(raw === 0 ? 1 : raw)
    if (this.#counts[slot] < least) return -1
    if (this.#numbers[slot] < 0) {
      this.#numbers[slot] = keys.length
      keys.push(this.#keys[slot])
    }
    return this.#numbers[slot]
  }
}
