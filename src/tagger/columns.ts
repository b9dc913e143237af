/** How far before and after a sequence a feature template may look. */
export const MARGIN = 4

/** What a cell outside the sequence holds. */
export const OUTSIDE = 0x5bd1e995

/**
 * What is known of each token of a sequence, one column a property: row `i` of every column is the same token. A cell is any 32-bit
 * value, a hash or a small number. Columns are reused from sequence to sequence and grow as needed.
 */
export class Columns<Name extends string = string> {
  readonly names: readonly Name[]
  /** Column `c` of token `i` is `cells[c][i + MARGIN]`. */
  readonly cells: Int32Array[]
  /** The same columns by their names, until the next `reset`. */
  named: { readonly [name in Name]: Int32Array }
  length = 0
  #capacity = 0

  constructor(names: readonly Name[]) {
    this.names = names
    this.cells = names.map(() => new Int32Array(0))
    this.named = this.#byName()
  }

  /**
   * Makes room for a sequence of `length` tokens. The cells' values are then undefined; those around the sequence are set to `OUTSIDE`, and
   * whoever labels a part of a sentence may put there what stands around it.
   */
  reset(length: number): void {
    if (length > this.#capacity || this.#capacity === 0) {
      this.#capacity = Math.max(length, 2 * this.#capacity, 64)
      for (let c = 0; c < this.cells.length; c++) this.cells[c] = new Int32Array(this.#capacity + 2 * MARGIN)
      this.named = this.#byName()
    }
    this.length = length
    const end = MARGIN + length
    for (const cells of this.cells) {
      for (let at = 0; at < MARGIN; at++) cells[at] = OUTSIDE
      for (let at = end; at < end + MARGIN; at++) cells[at] = OUTSIDE
    }
  }

  #byName(): { readonly [name in Name]: Int32Array } {
    return Object.fromEntries(this.names.map((name, c) => [name, this.cells[c]])) as { [name in Name]: Int32Array }
  }
}
