import { LINE_ENDS } from './spans.js'

/**
 * The text as annotation tools can hold it, character for character, so that every offset stays: the carriage return before a line
 * feed is a space, whatever else ends a line is a line feed, and what they lose (other control characters but the tab, lone
 * surrogates, a byte order mark at the beginning) is U+FFFD.
 */
export function toolText(text: string): string {
  return text
    .replace(/\r\n/g, ' \n')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]|^\ufeff/gu, (character) =>
      LINE_ENDS.includes(character) ? '\n' : character === '\t' ? character : '\ufffd',
    )
}

/** Offsets of a text counted in code points, as Python counts, and in UTF-16 code units. */
export class CodePoints {
  /** How many there are. */
  readonly count: number
  /** The code unit at which each code point begins, and the end of the text. */
  readonly #units: Uint32Array
  /** How many code points begin before each code unit, and before the end. */
  readonly #points: Uint32Array

  constructor(text: string) {
    const units = new Uint32Array(text.length + 1)
    this.#points = new Uint32Array(text.length + 1)
    let count = 0
    for (let at = 0; at < text.length; count++) {
      units[count] = at
      const width = text.codePointAt(at)! > 0xffff ? 2 : 1
      this.#points[at] = count
      if (width === 2) this.#points[at + 1] = count + 1
      at += width
    }
    units[count] = text.length
    this.#points[text.length] = count
    this.#units = units.subarray(0, count + 1)
    this.count = count
  }

  /** The code point at a code unit. */
  pointAt(unit: number): number {
    return this.#points[unit]
  }

  /** The code unit at which a code point begins. */
  unitAt(point: number): number {
    return this.#units[point]
  }
}

/** The beginning of what stands in a tool's file, for a message. */
export function beginningOf(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
