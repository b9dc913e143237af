/** Offsets of a text in code points, from those in UTF-16 code units. */
export class CodePoints {
  /** Where the second halves of surrogate pairs stand, in order. */
  readonly #seconds: number[] = []

  constructor(text: string) {
    // Most texts have none.
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#seconds.push(index + 1)
  }

  /** How many code points lie before `offset`; within a pair, the pair is one of them. */
  before(offset: number): number {
    return offset - this.#countBelow(offset)
  }

  /** How many pairs have their second half before `offset`: by bisection. */
  #countBelow(offset: number): number {
    let low = 0
    let high = this.#seconds.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#seconds[middle] < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
