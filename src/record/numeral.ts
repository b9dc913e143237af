import type { Tokens } from './tokens.js'

/** A number as it is written, in digits or in words: "1,200", "3.2bn" without the letters, "two and a half million", "twenty-first". */
export interface Numeral {
  /** Tokens that it lies in, the last one included. */
  readonly first: number
  readonly last: number
  /** Half-open, in UTF-16 code units. It may begin or end within a token: "four" of "four-pack", "5" of "5m". */
  readonly start: number
  readonly end: number
  readonly value: number
  /** The other end of a range that is written as one word: "10-15", "3–2". */
  readonly to: number | null
  readonly form: 'digits' | 'words'
  readonly isOrdinal: boolean
  /** A part of one: "a quarter", "two-thirds", "2/3", "half". */
  readonly isFraction: boolean
  /** "dozens", "hundreds of thousands": so many at least, without a number. */
  readonly isVague: boolean
  /** What is written on in the last token, in small letters: "m" of "5m", "pack" of "four-pack", "s" of "1990s"; '' where nothing is. */
  readonly rest: string
}

/** More digits than this are no number that a text would mean, and none that a double holds exactly. */
const MOST_DIGITS = 15

const SMALL: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat([['nought', 0] as const]),
)
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, k) => [word, 10 * (k + 2)] as const),
)
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['mln', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['bln', 1e9],
  ['trillion', 1e12],
  ['tln', 1e12],
  ['quadrillion', 1e15],
])
const GROUPS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['dozens', 12],
  ['score', 20],
  ['gross', 144],
])
/** Plurals of these stand for many without a number. */
const MANY: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...[...TENS].map(([word, value]) => [word.replace(/y$/, 'ieth'), value] as const),
])
const ORDINAL_MAGNITUDES: ReadonlyMap<string, number> = new Map(
  [...MAGNITUDES].map(([word, value]) => [`${word}th`, value] as const),
)
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ...[...ORDINALS].filter(([, value]) => value >= 4).map(([word, value]) => [word, value] as const),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1e6],
])
const VULGAR: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2], ['⅓', 1 / 3], ['⅔', 2 / 3], ['¼', 1 / 4], ['¾', 3 / 4], ['⅕', 1 / 5], ['⅖', 2 / 5], ['⅗', 3 / 5], ['⅘', 4 / 5],
  ['⅙', 1 / 6], ['⅚', 5 / 6], ['⅛', 1 / 8], ['⅜', 3 / 8], ['⅝', 5 / 8], ['⅞', 7 / 8],
]) // prettier-ignore

/** Letters right behind digits that stand for a magnitude whatever follows. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['mil', 1e6],
  ['mln', 1e6],
  ['bln', 1e9],
])

const CAPITAL_SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['K', 1e3],
  ['M', 1e6],
  ['B', 1e9],
])

/** The magnitude that letters right behind digits stand for: "bn" of "3.2bn". "m" and "b" are one only where money or things are counted. */
export function magnitudeOf(letters: string): number | undefined {
  return SUFFIXES.get(letters)
}

const BEGINS = new Set([...SMALL.keys(), ...TENS.keys(), ...MAGNITUDES.keys(), ...MANY.keys(), ...ORDINALS.keys(), ...ORDINAL_MAGNITUDES.keys(), ...GROUPS.keys(), 'half', 'halves', 'quarter', 'quarters', 'a', 'an']) // prettier-ignore

/** Whether a numeral may begin at a token; cheap, and true of more than begin one. */
export function mayBeginNumeral({ word, text, start }: Tokens, token: number): boolean {
  const code = text.charCodeAt(start[token])
  if ((code >= 0x30 && code <= 0x39) || code === 0x2e) return true
  if (code > 0x7f) return digitOf(code) >= 0 || VULGAR.has(text.charAt(start[token]))
  const form = word[token]
  const hyphen = form.indexOf('-')
  return BEGINS.has(hyphen < 0 ? form : form.slice(0, hyphen))
}

/** The numeral that begins at a token, the longest there is; null where none does. It lies within one sentence. */
export function numeralAt(tokens: Tokens, token: number): Numeral | null {
  if (token >= tokens.count || !mayBeginNumeral(tokens, token)) return null
  const code = tokens.text.charCodeAt(tokens.start[token])
  const isDigit = digitOf(code) >= 0 || (code === 0x2e && digitOf(tokens.text.charCodeAt(tokens.start[token] + 1)) >= 0)
  if (isDigit) return digitsAt(tokens, token)
  const form = tokens.word[token]
  // Most articles have nothing to do with numbers.
  if ((form === 'a' || form === 'an') && !isCountedByArticle(tokens, token + 1)) return null
  return wordsAt(tokens, token)
}

/** Whether a word may follow an article in a numeral: "a million", "a third". */
function isCountedByArticle({ word, count }: Tokens, token: number): boolean {
  if (token >= count) return false
  const [form] = word[token].split('-', 1)
  return MAGNITUDES.has(form) || GROUPS.has(form) || PARTS.has(form) || ORDINAL_MAGNITUDES.has(form)
}

/** The numeral in digits that begins within a token, at an offset of the text: "79" of "RM79". */
export function numeralWithin(tokens: Tokens, token: number, at: number): Numeral | null {
  return digitOf(tokens.text.charCodeAt(at)) < 0 ? null : digitsAt(tokens, token, at)
}

/** The value of a decimal digit of any script that news is written in, or -1. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  // Arabic-Indic, its eastern form, Devanagari, Bengali, full width.
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]) if (code >= zero && code <= zero + 9) return code - zero
  return -1
}

function digitsAt(tokens: Tokens, first: number, at = tokens.start[first]): Numeral | null {
  const { text, start, end } = tokens
  let stop = numberEnd(text, at, end[first])
  let value = valueOfDigits(text, at, stop)
  if (value === null) return null
  let last = first
  let to: number | null = null
  let isFraction = false
  // Groups of three with spaces between: "1 000 000".
  if (stop === end[first] && stop - at <= 3 && stop - at >= 1 && isPlainDigits(text, at, stop)) {
    while (isGroup(tokens, last + 1) && start[last + 1] === end[last] + 1 && isThinSpace(text.charCodeAt(end[last]))) {
      last++
      value = value * 1000 + valueOfDigits(text, start[last], end[last])!
      stop = end[last]
    }
  }
  const mark = text.charAt(stop)
  if (stop < end[last] && !/\p{L}/u.test(mark) && digitOf(text.charCodeAt(stop + 1)) >= 0) {
    const after = numberEnd(text, stop + 1, end[last])
    const second = valueOfDigits(text, stop + 1, after)
    if (second === null || after < end[last]) return null
    if (mark === '/') {
      if (second === 0 || stop - at > 3 || after - stop > 5) return null
      value /= second
      isFraction = true
    } else if (mark === '-' || mark === '–' || mark === '‑') to = second
    else return null
    stop = after
  }
  const written = text.slice(stop, end[last])
  // Finance writes "10M"; "10m" may be metres.
  const capital = CAPITAL_SUFFIXES.get(written)
  if (capital !== undefined && to === null)
    return { first, last, start: at, end: end[last], value: tidy(value * capital), to, form: 'digits', isOrdinal: false, isFraction, isVague: false, rest: '' } // prettier-ignore
  let rest = written.toLowerCase()
  const power = /^e\d{1,2}$/.test(rest) ? 10 ** Number(rest.slice(1)) : 1
  if (power > 1) {
    value *= power
    rest = ''
    stop = end[last]
  }
  const exponent = rest === 'e' ? exponentAt(tokens, last + 1) : null
  if (exponent !== null) {
    value = tidy(value * 10 ** exponent.power)
    last = exponent.last
    rest = ''
    stop = end[last]
  }
  const ends = /^(k|mn?|bn?)-([\d.,]+)(k|mn?|bn?)$/.exec(rest)
  if (ends !== null && ends[1] === ends[3]) {
    const size = ends[1] === 'k' ? 1e3 : ends[1].startsWith('m') ? 1e6 : 1e9
    const other = valueOfDigits(ends[2], 0, ends[2].length)
    return other === null ? null : { first, last, start: at, end: end[last], value: value * size, to: other * size, form: 'digits', isOrdinal: false, isFraction, isVague: false, rest: '' } // prettier-ignore
  }
  if (rest === '' && to === null && !isFraction && stop === end[last] && start[last + 1] - stop <= 2) {
    const part = /^([1-9])\/(\d{1,2})$/.exec(last + 1 < tokens.count ? tokens.word[last + 1] : '')
    if (part !== null && Number(part[1]) < Number(part[2])) {
      last++
      stop = end[last]
      value += Number(part[1]) / Number(part[2])
    }
  }
  if (rest === '' && to === null && !isFraction) {
    const part = vulgarBehind(tokens, last)
    if (part !== undefined) {
      last++
      stop = end[last]
      value += part
    }
  }
  const isOrdinal = /^(?:st|nd|rd|th)$/.test(rest) && Number.isInteger(value)
  if (isOrdinal) {
    stop = end[last]
    rest = ''
  } else if (rest !== '' && !/^\p{L}[\p{L}-]*$/u.test(rest) && !/^\p{L}{1,2}[23²³]$/u.test(rest)) {
    return null
  }
  if (rest !== '' && SUFFIXES.has(rest)) {
    const size = SUFFIXES.get(rest)!
    return { first, last, start: at, end: end[last], value: value * size, to: to === null ? null : to * size, form: 'digits', isOrdinal, isFraction, isVague: false, rest: '' } // prettier-ignore
  }
  if (rest === '' && !isOrdinal && !isFraction) {
    const scale = magnitudesAt(tokens, last + 1)
    if (scale !== null) {
      last = scale.last
      stop = scale.end
      value = tidy(value * scale.size)
      if (to !== null) to = tidy(to * scale.size)
      rest = scale.rest
      const more = to === null && rest === '' ? smallerAt(tokens, last + 1, scale.size) : null
      if (more !== null) {
        last = more.last
        stop = more.end
        value = tidy(value + more.value)
      }
    }
  }
  return { first, last, start: at, end: stop, value, to, form: 'digits', isOrdinal, isFraction, isVague: false, rest }
}

/** The power of "12.32e+14", behind the "e". */
function exponentAt({ word, start, end, count }: Tokens, token: number): { power: number; last: number } | null {
  if (token + 1 >= count || start[token] !== end[token - 1] || start[token + 1] !== end[token]) return null
  const isSigned = word[token] === '+' || word[token] === '-'
  return isSigned && /^\d{1,2}$/.test(word[token + 1]) ? { power: Number(word[token] + word[token + 1]), last: token + 1 } : null // prettier-ignore
}

/** What goes on in a smaller magnitude: "300 thousand" of "2 million 300 thousand", "and 21" of "3 hundred and 21". */
function smallerAt(tokens: Tokens, token: number, size: number): Numeral | null {
  const { word, count, sentence } = tokens
  const at = word[token] === 'and' ? token + 1 : token
  if (at >= count || sentence[at] !== sentence[token - 1]) return null
  const more = numeralAt(tokens, at)
  if (more === null || more.form !== 'digits' || more.to !== null || more.isOrdinal || more.isFraction || more.rest !== '') return null // prettier-ignore
  const isScaled = more.last > more.first
  return more.value < size && Number.isInteger(more.value) && (isScaled || (at > token && size === 100)) ? more : null
}

/** "million", "hundred thousand", "-million" behind digits. */
function magnitudesAt(tokens: Tokens, token: number): { size: number; last: number; end: number; rest: string } | null {
  const { word, count, start, end, sentence } = tokens
  let at = token
  if (word[at] === '-' && start[at] === end[at - 1] && start[at + 1] === end[at]) at++
  let size = 1
  let last = token - 1
  let stop = 0
  let rest = ''
  while (at < count && sentence[at] === sentence[token - 1] && rest === '') {
    const hyphen = word[at].indexOf('-')
    const form = hyphen < 0 ? word[at] : word[at].slice(0, hyphen)
    const magnitude = MAGNITUDES.get(form) ?? (form === 'dozen' || form === 'dozens' ? 12 : undefined)
    if (magnitude === undefined) break
    size *= magnitude
    last = at
    rest = hyphen < 0 ? '' : word[at].slice(hyphen + 1)
    stop = hyphen < 0 ? end[at] : start[at] + hyphen
    at++
  }
  return last < token ? null : { size, last, end: stop, rest }
}

/** Where a number in digits ends: digits with commas, periods and apostrophes between them. */
function numberEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (digitOf(code) >= 0) at++
    else if (
      (code === 0x2c || code === 0x2e || code === 0x27 || code === 0x2019) &&
      digitOf(text.charCodeAt(at + 1)) >= 0 &&
      at + 1 < limit
    )
      at++ // prettier-ignore
    else break
  }
  return at
}

/**
 * The value of digits with separators between them; null where they are no number: "1,000,00,0", "1.2.3". A comma before three digits
 * groups thousands ("1,200"), before others it is decimal ("1,5"); several periods group ("1.200.000"), one is decimal.
 */
export function valueOfDigits(text: string, from: number, to: number): number | null {
  let digits = ''
  const marks: { mark: string; at: number }[] = []
  for (let at = from; at < to; at++) {
    const digit = digitOf(text.charCodeAt(at))
    if (digit >= 0) digits += String(digit)
    else marks.push({ mark: text.charAt(at), at: digits.length })
  }
  if (digits.length === 0 || digits.length > MOST_DIGITS) return null
  if (marks.length === 0) return Number(digits)
  const lengths = marks.map(({ at }, k) => (k + 1 < marks.length ? marks[k + 1].at : digits.length) - at)
  const areGroups = (count: number): boolean => marks[0].at >= 1 && marks[0].at <= 3 && lengths.slice(0, count).every((length) => length === 3) // prettier-ignore
  const areIndian = (count: number): boolean =>
    marks[0].at >= 1 &&
    marks[0].at <= 2 &&
    lengths[count - 1] === 3 &&
    lengths.slice(0, count - 1).every((n) => n === 2)
  const lastMark = marks[marks.length - 1]
  const isSame = marks.every(({ mark }) => mark === marks[0].mark)
  const decimal = (at: number): number => Number(`${digits.slice(0, at)}.${digits.slice(at)}`)
  if (isSame) {
    const { mark } = lastMark
    const isGrouping = marks.length > 1 || mark === ',' || mark === "'" || mark === '’'
    if (isGrouping && digits[0] !== '0' && (areGroups(marks.length) || (mark === ',' && areIndian(marks.length))))
      return Number(digits)
    return marks.length === 1 && (mark === '.' || mark === ',') ? decimal(lastMark.at) : null
  }
  // The last mark is the decimal one, all before it group: "1,111.11", "1.111,11".
  const before = marks.slice(0, -1)
  const isMixed =
    before.every(({ mark }) => mark === before[0].mark) && (lastMark.mark === '.' || lastMark.mark === ',')
  return isMixed && (areGroups(before.length) || areIndian(before.length)) ? decimal(lastMark.at) : null
}

function isPlainDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (digitOf(text.charCodeAt(at)) < 0) return false
  return true
}

function isGroup({ text, start, end, count }: Tokens, token: number): boolean {
  return token < count && end[token] - start[token] === 3 && isPlainDigits(text, start[token], end[token])
}

function isThinSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f
}

function vulgarBehind({ text, start, end, count }: Tokens, token: number): number | undefined {
  const next = token + 1
  if (next >= count || start[next] > end[token] + 1 || end[next] - start[next] !== 1) return undefined
  return VULGAR.get(text.charAt(start[next]))
}

/** Cuts what binary fractions add: 1.1 million is 1100000. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

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

function wordsAt(tokens: Tokens, first: number): Numeral | null {
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
    return part !== undefined && ((isAlone && word !== 'third') || this.#word(at + 1) === 'of')
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
      } else if (GROUPS.has(word) && (word === 'dozen' || group !== null || given !== null)) {
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
