import { hashString } from './hash.js'

const MOST_WORDS = 200_000

/**
 * What features need of a word, worked out once for each distinct form: struct of arrays, found by the form. It empties itself when it
 * has grown large; its values depend on the form alone. Those who need more of a word add arrays of their own.
 */
export abstract class WordTable {
  readonly #numbers = new Map<string, number>()
  hash = new Int32Array(1024)
  suffix = new Int32Array(1024)
  prefix = new Int32Array(1024)
  #count = 0

  /** Distinct forms that are known. */
  get count(): number {
    return this.#count
  }

  /** The form's number, an index into the arrays; it holds until `trim`. */
  number(form: string): number {
    const known = this.#numbers.get(form)
    return known ?? this.#add(form)
  }

  /** Call between texts: forgets all words where there are too many of them. */
  trim(): void {
    if (this.#count < MOST_WORDS) return
    this.#numbers.clear()
    this.#count = 0
  }

  /** Fills the own arrays for the form with number `n`. */
  protected abstract describe(form: string, n: number): void

  /** Makes the arrays longer, with `longer`. */
  protected grow(room: number): void {
    this.hash = longer(this.hash, new Int32Array(room))
    this.suffix = longer(this.suffix, new Int32Array(room))
    this.prefix = longer(this.prefix, new Int32Array(room))
  }

  #add(form: string): number {
    const n = this.#count++
    if (n === this.hash.length) this.grow(2 * n)
    this.#numbers.set(form, n)
    this.hash[n] = hashString(form)
    this.suffix[n] = hashString(form.slice(-3))
    this.prefix[n] = hashString(form.slice(0, 3))
    this.describe(form, n)
    return n
  }
}

/** `grown` with the values of `old` at its beginning. */
export function longer<T extends Int32Array | Uint8Array>(old: T, grown: T): T {
  grown.set(old)
  return grown
}
