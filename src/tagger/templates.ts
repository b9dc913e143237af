import { MARGIN, type Columns } from './columns.js'
import { finish, mix } from './hash.js'

/**
 * Feature templates: each is a conjunction of columns near the token, written like "word[-1] word pos[1]". A token's features are
 * the hashes of what its templates' columns hold.
 */
export class Templates {
  readonly sources: readonly string[]
  /** Names of the columns that they may read, in the order of the cells. */
  readonly columns: readonly string[]
  readonly count: number
  /** Parts of template `t`: `part[first[t]]` up to `part[first[t + 1]]`. */
  readonly #first: Int32Array
  readonly #column: Int32Array
  readonly #offset: Int32Array
  readonly #seed: Int32Array

  /** @throws Error where a template names an unknown column or looks further than `MARGIN`. */
  constructor(sources: readonly string[], columns: readonly string[]) {
    this.sources = sources
    this.columns = columns
    this.count = sources.length
    const first = [0]
    const column: number[] = []
    const offset: number[] = []
    for (const source of sources) {
      for (const part of source.split(' ')) {
        const groups = /^(?<name>\w+)(?:\[(?<at>-?\d)\])?$/.exec(part)?.groups
        const index = columns.indexOf(groups?.name ?? '')
        if (index < 0)
          throw new Error(`Template "${source}": expected one of the columns ${columns.join(', ')}, got "${part}".`)
        const distance = Number(groups?.at ?? 0)
        if (Math.abs(distance) > MARGIN)
          throw new Error(`Template "${source}": expected offsets up to ${MARGIN}, got ${distance}.`)
        column.push(index)
        offset.push(distance + MARGIN)
      }
      first.push(column.length)
    }
    this.#first = Int32Array.from(first)
    this.#column = Int32Array.from(column)
    this.#offset = Int32Array.from(offset)
    this.#seed = Int32Array.from(sources, (_, t) => finish(mix(0x2545f491, t + 1)))
  }

  /** Writes the features of token `token` to `into`, from `at` on: one 32-bit hash a template. */
  write(columns: Columns, token: number, into: Int32Array, at: number): void {
    const { cells } = columns
    const first = this.#first
    const column = this.#column
    const offset = this.#offset
    let part = 0
    for (let t = 0; t < this.count; t++) {
      let hash = this.#seed[t]
      const end = first[t + 1]
      for (; part < end; part++) hash = mix(hash, cells[column[part]][token + offset[part]])
      into[at + t] = finish(hash)
    }
  }

  /**
   * The templates as the kernel takes them: of each its seed, how many parts it has, and of each part how many bytes its cell lies from the
   * first column's cell of the token.
   * @param columnBytes How far the same cells of two columns are apart.
   */
  program(columnBytes: number): Int32Array {
    const program: number[] = []
    for (let t = 0; t < this.count; t++) {
      program.push(this.#seed[t], this.#first[t + 1] - this.#first[t])
      for (let part = this.#first[t]; part < this.#first[t + 1]; part++)
        program.push(this.#column[part] * columnBytes + 4 * (this.#offset[part] - MARGIN))
    }
    return Int32Array.from(program)
  }

  /** What template `template` reads at token `token`: each of its parts with the cell's value, undefined outside the sequence. */
  read(columns: Columns, token: number, template: number): { column: string; value: number | undefined }[] {
    const parts: { column: string; value: number | undefined }[] = []
    for (let part = this.#first[template]; part < this.#first[template + 1]; part++) {
      const at = token + this.#offset[part]
      const isInside = at >= MARGIN && at < MARGIN + columns.length
      const column = this.#column[part]
      parts.push({ column: this.columns[column], value: isInside ? columns.cells[column][at] : undefined })
    }
    return parts
  }
}
