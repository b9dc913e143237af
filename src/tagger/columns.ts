/** How far before and after a sequence a feature template may look. */
export const MARGIN = 4

/** What a cell outside the sequence holds. */
export const OUTSIDE = 0x5bd1e995

/** The fewest tokens that there is room for; room doubles from there, so that it is always whole chunks of the kernel's. */
const LEAST_ROOM = 16

/** Columns for sequences of up to as many tokens as there is room for. */
interface Room<Name extends string> {
  /** All columns, one after the other. */
  readonly all: Int32Array
  readonly cells: readonly Int32Array[]
  readonly named: { readonly [name in Name]: Int32Array }
}

/**
 * What is known of each token of a sequence, one column a property: row `i` of every column is the same token. A cell is any 32-bit
 * value, a hash or a small number. Columns are reused from sequence to sequence; each size has its own, so that a short sequence lies in
 * a short block, which the labeller copies as a whole.
 */
export class Columns<Name extends string = string> {
  readonly names: readonly Name[]
  length = 0
  readonly #rooms = new Map<number, Room<Name>>()
  #room: Room<Name>

  constructor(names: readonly Name[]) {
    this.names = names
    this.#room = this.#roomFor(LEAST_ROOM)
  }

  /** Column `c` of token `i` is `cells[c][i + MARGIN]`, until the next `reset`. */
  get cells(): readonly Int32Array[] {
    return this.#room.cells
  }

  /** The same columns by their names. */
  get named(): { readonly [name in Name]: Int32Array } {
    return this.#room.named
  }

  /** The same columns one after the other. */
  get all(): Int32Array {
    return this.#room.all
  }

  /**
   * Makes room for a sequence of `length` tokens. The cells' values are then undefined; those around the sequence are set to `OUTSIDE`, and
   * whoever labels a part of a sentence may put there what stands around it.
   */
  reset(length: number): void {
    let size = LEAST_ROOM
    while (size < length) size *= 2
    this.#room = this.#rooms.get(size) ?? this.#roomFor(size)
    this.length = length
    const end = MARGIN + length
    for (const cells of this.#room.cells) {
      for (let at = 0; at < MARGIN; at++) cells[at] = OUTSIDE
      for (let at = end; at < end + MARGIN; at++) cells[at] = OUTSIDE
    }
  }

  #roomFor(size: number): Room<Name> {
    const height = size + 2 * MARGIN
    const all = new Int32Array(this.names.length * height)
    const cells = this.names.map((_, c) => all.subarray(c * height, (c + 1) * height))
    const named = Object.fromEntries(this.names.map((name, c) => [name, cells[c]])) as Room<Name>['named']
    const room = { all, cells, named }
    this.#rooms.set(size, room)
    return room
  }
}
