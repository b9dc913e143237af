import { GROUPS, MAGNITUDES, VULGAR } from './number-words.js'
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
export const MOST_DIGITS = 15
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

/** The value of a decimal digit of any script that news is written in, or -1. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  // Arabic-Indic, its eastern form, Devanagari, Bengali, full width.
  for (const zero of [0x660, 0x6f0, 0x966, 0x9e6, 0xff10]) if (code >= zero && code <= zero + 9) return code - zero
  return -1
}

export function digitsAt(tokens: Tokens, first: number, at = tokens.start[first]): Numeral | null {
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
    // "30-45mm", but not "737-800ER", "4-5th" or "3-8pm".
    const isUnitBehind =
      mark !== '/' &&
      second !== null &&
      second > value &&
      /^(?!(?:st|nd|rd|th|s|am|pm)$)[a-z]{1,7}$/.test(text.slice(after, end[last]))
    if (second === null || (after < end[last] && !isUnitBehind)) return null
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
  const scientific = to === null && !isFraction ? powerBehind(tokens, last, rest) : null
  if (scientific !== null) {
    value = scientific.isOwn ? value ** scientific.power : value * 10 ** scientific.power
    if (!Number.isFinite(value)) return null
    value = tidy(value)
    last = scientific.last
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

interface Power {
  readonly power: number
  readonly last: number
  /** Whether it is a power of the number itself, not of ten. */
  readonly isOwn: boolean
}

/** The power in "1.3e6", "12.32e+14", "1.3×10^6" and "10^6", behind the digits of token `last`. */
function powerBehind(tokens: Tokens, last: number, rest: string): Power | null {
  const { word, start, end, count } = tokens
  const joined = /^e([+-]?\d{1,2})$/.exec(rest)
  if (joined !== null) return { power: Number(joined[1]), last, isOwn: false }
  const isGlued = (token: number): boolean => token < count && start[token] === end[token - 1]
  const signed = (token: number): { power: number; last: number } | null => {
    if (!isGlued(token)) return null
    if (/^\d{1,2}$/.test(word[token])) return { power: Number(word[token]), last: token }
    const isSign = (word[token] === '+' || word[token] === '-') && isGlued(token + 1)
    return isSign && /^\d{1,2}$/.test(word[token + 1]) ? { power: Number(word[token] + word[token + 1]), last: token + 1 } : null // prettier-ignore
  }
  let at = last + 1
  if (rest === 'e') {
    const found = signed(at)
    return found === null ? null : { ...found, isOwn: false }
  }
  let isOwn = rest === ''
  if (isOwn && at + 1 < count && (word[at] === '×' || word[at] === 'x') && word[at + 1] === '10') {
    isOwn = false
    at += 2
  }
  if ((!isOwn && rest !== '' && rest !== 'x10') || word[at] !== '^' || !isGlued(at)) return null
  const found = signed(at + 1)
  return found === null ? null : { ...found, isOwn }
}

/** What goes on in a smaller magnitude: "300 thousand" of "2 million 300 thousand", "and 21" of "3 hundred and 21". */
function smallerAt(tokens: Tokens, token: number, size: number): Pick<Numeral, 'last' | 'end' | 'value'> | null {
  const { word, end, count, sentence } = tokens
  const at = word[token] === 'and' ? token + 1 : token
  if (at >= count || sentence[at] !== sentence[token - 1]) return null
  // "3 million and a half"
  if (at > token && size >= 1e6 && word[at] === 'a' && (word[at + 1] === 'half' || word[at + 1] === 'quarter'))
    return { last: at + 1, end: end[at + 1], value: word[at + 1] === 'half' ? size / 2 : size / 4 }
  const more = digitOf(tokens.text.charCodeAt(tokens.start[at])) < 0 ? null : digitsAt(tokens, at)
  if (more === null || more.to !== null || more.isOrdinal || more.isFraction || more.rest !== '') return null // prettier-ignore
  const isScaled = more.last > more.first
  // "67 thousand 338"
  const isRest = at === token && size === 1000 && more.value >= 100
  return more.value < size && Number.isInteger(more.value) && (isScaled || (at > token && size === 100) || isRest)
    ? more
    : null
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
    const magnitude = MAGNITUDES.get(form) ?? (form.startsWith('d') ? GROUPS.get(form) : undefined)
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
    // "200,0000": a slip in the groups as like as not.
    const isSlip = mark === ',' && /^0{4,}$/.test(digits.slice(lastMark.at))
    return marks.length === 1 && (mark === '.' || mark === ',') && !isSlip ? decimal(lastMark.at) : null
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
export function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
