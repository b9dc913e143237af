import { MOST_DIGITS, tidy, type Numeral } from './numeral-digits.js'
import { GROUPS, MAGNITUDES, MANY, ORDINAL_MAGNITUDES, ORDINALS, PARTS, SMALL, TENS, VULGAR } from './number-words.js'
import type { Tokens } from './tokens.js'

/** One word of a numeral: a token, or a part of one between hyphens. */
interface Piece {
  readonly word: string
  readonly token: number
  readonly start: number
  readonly end: number
  /** What the token goes on with behind this piece, in small letters. */
  readonly rest: string
}

/** The most words of a numeral. */
const MOST_PIECES = 24

/** The words from a token on that may belong to one numeral. */
function piecesFrom({ word, start, end, count, sentence }: Tokens, first: number): Piece[] {
  const pieces: Piece[] = []
  for (let t = first; t < count && sentence[t] === sentence[first] && pieces.length < MOST_PIECES; t++) {
    if (end[t] - start[t] !== word[t].length) break
    // "Twenty-six" may be three tokens, also with spaces between.
    if (word[t] === '-' && t > first && start[t] - end[t - 1] === start[t + 1] - end[t]) continue
    let from = 0
    for (const part of word[t].split('-')) {
      const to = from + part.length
      pieces.push({ word: part, token: t, start: start[t] + from, end: start[t] + to, rest: word[t].slice(to + 1) })
      from = to + 1
    }
  }
  return pieces
}

export function wordsAt(tokens: Tokens, first: number): Numeral | null {
  const { text, start, end } = tokens
  const vulgar = VULGAR.get(text.charAt(start[first]))
  if (vulgar !== undefined && end[first] === start[first] + 1)
    return { first, last: first, start: start[first], end: end[first], value: vulgar, to: null, form: 'digits', isOrdinal: false, isFraction: true, isVague: false, rest: '' } // prettier-ignore
  const pieces = piecesFrom(tokens, first)
  const read = new WordReader(pieces)
  const found = read.many() ?? read.number()
  if (found === null) return null
  const last = pieces[found.last]
  return {
    first,
    last: last.token,
    start: pieces[0].start,
    end: last.end,
    value: tidy(found.value),
    to: null,
    form: 'words',
    isOrdinal: found.isOrdinal ?? false,
    isFraction: found.isFraction ?? false,
    isVague: found.isVague ?? false,
    rest: last.rest,
  }
}

interface Found {
  readonly value: number
  /** Index of the last piece. */
  readonly last: number
  readonly isOrdinal?: boolean
  readonly isFraction?: boolean
  readonly isVague?: boolean
}

/** Reads number words from the first piece on. */
class WordReader {
  readonly #pieces: readonly Piece[]

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces
  }

  #word(at: number): string {
    return at < this.#pieces.length ? this.#pieces[at].word : ''
  }

  /** "dozens", "hundreds of thousands". */
  many(): Found | null {
    let at = 0
    let value = 1
    let last = -1
    for (;;) {
      const size = MANY.get(this.#word(at))
      if (size === undefined) break
      value *= size
      last = at
      // "dozens and dozens"
      if (this.#word(at + 1) === 'and' && this.#word(at + 2) === this.#word(at)) last = at += 2
      if (this.#word(at + 1) !== 'of') break
      at += 2
    }
    return last < 0 ? null : { value, last, isVague: true }
  }

  /** A cardinal, an ordinal or a fraction. */
  number(): Found | null {
    const first = this.#word(0)
    if (first === 'a' || first === 'an') return this.#afterArticle(1)
    if (first === 'half' || first === 'quarter') return this.#half(0)
    const cardinal = this.#cardinal(0)
    if (cardinal === null) return this.#ordinal(0)
    if (cardinal.isOrdinal === true) return cardinal
    return this.#parts(cardinal) ?? this.#andParts(cardinal) ?? this.#decimals(cardinal) ?? cardinal
  }

  /** "a million", "a dozen", "a hundred and five", "a quarter", "a third of". */
  #afterArticle(at: number): Found | null {
    const word = this.#word(at)
    if (MAGNITUDES.has(word) || GROUPS.has(word)) return this.#cardinal(at, 1)
    const size = ORDINAL_MAGNITUDES.get(word)
    const isAlone = !/^\p{L}/u.test(this.#word(at + 1))
    if (size !== undefined) return isAlone ? { value: 1 / size, last: at, isFraction: true } : { value: size, last: at, isOrdinal: true } // prettier-ignore
    if (word === 'half') return this.#half(at)
    if (word === 'quarter') return this.#half(at)
    // "a third of them", not "a third man".
    const part = PARTS.get(word)
    // "a third, Jared Golden" may be a third one.
    return part !== undefined &&
      ((isAlone && word !== 'third') || this.#word(at + 1) === 'of' || this.#word(at + 1) === 'part')
      ? { value: 1 / part, last: at, isFraction: true }
      : null
  }

  /** "half", "half a million", "a quarter of a million", "half a dozen". */
  #half(at: number): Found {
    const value = this.#word(at) === 'half' ? 1 / 2 : 1 / 4
    let next = at + 1
    if (this.#word(next) === 'of') next++
    if (this.#word(next) === 'a' || this.#word(next) === 'an') next++
    const size = MAGNITUDES.get(this.#word(next)) ?? GROUPS.get(this.#word(next))
    if (size !== undefined) return { value: value * size, last: next }
    return { value, last: at, isFraction: true }
  }

  /** "two thirds", "three quarters". */
  #parts({ value, last }: Found): Found | null {
    const word = this.#word(last + 1)
    const isPlural = word.endsWith('s') || word === 'halves'
    const part = PARTS.get(word) ?? (isPlural ? PARTS.get(word.slice(0, -1)) : undefined)
    if (part === undefined || isPlural !== value > 1 || (part === 2 && value === 1)) return null
    const fraction = value / part
    if (this.#word(last + 2) !== 'of' || this.#word(last + 3) !== 'a') return { value: fraction, last: last + 1, isFraction: true } // prettier-ignore
    // "two thirds of a million"
    const size = MAGNITUDES.get(this.#word(last + 4))
    return size === undefined
      ? { value: fraction, last: last + 1, isFraction: true }
      : { value: fraction * size, last: last + 4 }
  }

  /** "five point five", "zero point zero three". */
  #decimals({ value, last }: Found): Found | null {
    if (this.#word(last + 1) !== 'point') return null
    let digits = ''
    let at = last + 2
    for (let small = SMALL.get(this.#word(at)); small !== undefined; small = SMALL.get(this.#word(at))) {
      digits += String(small)
      at++
    }
    const tens = digits === '' ? TENS.get(this.#word(at)) : undefined
    if (tens !== undefined) {
      const small = SMALL.get(this.#word(at + 1)) ?? 0
      digits = String(tens + (small < 10 ? small : 0))
      at += small > 0 && small < 10 ? 2 : 1
    }
    if (digits === '' || digits.length > MOST_DIGITS) return null
    const size = MAGNITUDES.get(this.#word(at)) ?? 1
    return { value: Number(`${value}.${digits}`) * size, last: size === 1 ? at - 1 : at }
  }

  /** "two and a half", "two and a half million", "one and three quarters". */
  #andParts({ value, last }: Found): Found | null {
    if (this.#word(last + 1) !== 'and') return null
    const isOne = this.#word(last + 2) === 'a' || this.#word(last + 2) === 'one'
    let part: number | undefined
    let at = last + 3
    if (isOne) part = partOf(this.#word(at), 1)
    else {
      const count = this.#cardinal(last + 2)
      const parts = count === null || count.isOrdinal === true ? null : this.#parts(count)
      part = parts?.isFraction === true ? parts.value : undefined
      at = parts?.last ?? at
    }
    if (part === undefined || part >= 1) return null
    const size = MAGNITUDES.get(this.#word(at + 1)) ?? (value < 1000 ? 1 : unitOf(value))
    if (MAGNITUDES.has(this.#word(at + 1))) at++
    return { value: value < 1000 ? (value + part) * size : value + part * size, last: at }
  }

  /** "one hundred and five", "twenty-one thousand", also as an ordinal: "twenty-first". */
  #cardinal(from: number, given: number | null = null): Found | null {
    let total = 0
    let group: number | null = given
    let least = Infinity
    let last = given === null ? -1 : from - 1
    /** The smallest thing that the group can still take: 100 behind nothing, 10 behind hundreds, 1 behind tens. */
    let open = 100
    for (let at = from; at < this.#pieces.length; at++) {
      const word = this.#word(at)
      const small = SMALL.get(word)
      const tens = TENS.get(word)
      const magnitude = MAGNITUDES.get(word)
      if (small !== undefined) {
        if (group !== null && !(open === 10 || (open === 1 && small > 0 && small < 10))) break
        group = (group ?? 0) + small
        open = 0
      } else if (tens !== undefined) {
        if (group !== null && open !== 10) break
        group = (group ?? 0) + tens
        open = 1
      } else if (word === 'hundred') {
        if (group !== null && (group >= 100 || group === 0)) break
        group = (group ?? 1) * 100
        open = 10
      } else if (magnitude !== undefined) {
        if (magnitude >= least) {
          // "three lakh crore"
          if (word !== 'crore' || group !== null) break
          total *= magnitude
          last = at
          continue
        }
        total += (group ?? 1) * magnitude
        group = null
        least = magnitude
        open = 100
        if (last < 0 && at > from) break
      } else if (GROUPS.has(word) && (word.startsWith('d') || group !== null || given !== null)) {
        total += (group ?? 1) * GROUPS.get(word)!
        return { value: total, last: at }
      } else if (word === 'and' && last >= 0 && (open === 10 || (group === null && total > 0))) {
        const next = this.#word(at + 1)
        if (!SMALL.has(next) && !TENS.has(next) && !ORDINALS.has(next)) break
        if (group === null && total > 0 && least <= 100) break
        if (partOf(this.#word(at + 2), 1) !== undefined || partOf(this.#word(at + 2).replace(/s$/, ''), 1) !== undefined) break // prettier-ignore
        if (group === null) open = 10
        continue
      } else {
        const ordinal = last >= 0 ? this.#ordinalPart(at, group, open) : null
        if (ordinal !== null) return { value: total + ordinal, last: at, isOrdinal: true }
        break
      }
      last = at
    }
    return last < from ? null : { value: total + (group ?? 0), last }
  }

  /** What an ordinal word makes of the group before it: "first" of "twenty-first", "hundredth" of "two hundredth". */
  #ordinalPart(at: number, group: number | null, open: number): number | null {
    const word = this.#word(at)
    const value = ORDINALS.get(word)
    // "two thirds" is a fraction, "one third" mostly.
    if (value !== undefined && (open === 10 || (open === 1 && value < 10))) return (group ?? 0) + value
    const size = ORDINAL_MAGNITUDES.get(word)
    return size !== undefined ? (group ?? 1) * size : null
  }

  #ordinal(at: number): Found | null {
    const value = ORDINALS.get(this.#word(at)) ?? ORDINAL_MAGNITUDES.get(this.#word(at))
    return value === undefined ? null : { value, last: at, isOrdinal: true }
  }
}

/** So many of a part: 0.5 for one "half", 0.75 for three "quarters". */
function partOf(word: string, count: number): number | undefined {
  const part = PARTS.get(word) ?? (word.endsWith('s') ? PARTS.get(word.slice(0, -1)) : undefined)
  return part === undefined ? undefined : count / part
}

/** The magnitude that a round number ends with: a million of two million. */
function unitOf(value: number): number {
  let size = 1
  while (size * 1000 <= value && value % (size * 1000) === 0) size *= 1000
  return size
}
