import type { Forms } from '../record/tokens.js'
import { hashString } from './hash.js'

/**
 * What features need of each form, worked out once: struct of arrays, by the tokeniser's numbers of forms. Its values depend on the form
 * alone. Those who need more of a form add arrays of their own.
 */
export abstract class WordTable {
  hash = new Int32Array(1024)
  suffix = new Int32Array(1024)
  prefix = new Int32Array(1024)
  #forms: readonly string[] = []
  #count = 0

  /** How many forms are known. */
  get count(): number {
    return this.#count
  }

  /** Takes in the forms that are new. */
  learn({ all }: Forms): void {
    if (all !== this.#forms) this.#count = 0
    this.#forms = all
    while (this.#count < all.length) this.#add(all[this.#count])
  }

  /** Fills the own arrays for the form with number `n`. */
  protected abstract describe(form: string, n: number): void

  /** Makes the arrays longer, with `longer`. */
  protected grow(room: number): void {
    this.hash = longer(this.hash, new Int32Array(room))
    this.suffix = longer(this.suffix, new Int32Array(room))
    this.prefix = longer(this.prefix, new Int32Array(room))
  }

  #add(form: string): void {
    const n = this.#count++
    if (n === this.hash.length) this.grow(2 * n)
    this.hash[n] = hashString(form)
    this.suffix[n] = hashString(form.slice(-3))
    this.prefix[n] = hashString(form.slice(0, 3))
    this.describe(form, n)
  }
}

/** `grown` with the values of `old` at its beginning. */
export function longer<T extends Int32Array | Uint8Array>(old: T, grown: T): T {
  grown.set(old)
  return grown
}
