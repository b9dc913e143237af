/** How far before and after a sequence a feature template may look. */
export const MARGIN = 4

/** What a cell outside the sequence holds. */
const OUTSIDE = 0x5bd1e995

/**
 * What is known of each token of a sequence, one column a property: row `i` of every column is the same token. A cell is any 32-bit
 * value, a hash or a small number. Columns are reused from sequence to sequence and grow as needed.
 */
export class Columns {
  readonly names: readonly string[]
  /** Column `c` of token `i` is `cells[c][i + MARGIN]`. */
  readonly cells: Int32Array[]
  length = 0
  #capacity = 0

  constructor(names: readonly string[]) {
    this.names = names
    this.cells = names.map(() => new Int32Array(2 * MARGIN))
  }

  /** Makes room for a sequence of `length` tokens. The cells' values are then undefined, those around the sequence are set. */
  reset(length: number): void {
    if (length > this.#capacity) {
      this.#capacity = Math.max(length, 2 * this.#capacity, 64)
      for (let c = 0; c < this.cells.length; c++) this.cells[c] = new Int32Array(this.#capacity + 2 * MARGIN)
    }
    this.length = length
    for (const cells of this.cells) {
      cells.fill(OUTSIDE, 0, MARGIN)
      cells.fill(OUTSIDE, MARGIN + length, MARGIN + length + MARGIN)
    }
  }
}
