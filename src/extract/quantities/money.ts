import type { Numeral } from '../../record/numeral.js'
import { magnitudeOf } from '../../record/numeral-digits.js'
import type { Tokens } from '../../record/tokens.js'
import { isNear, isNounAt, skipHyphen, written, type Behind, type Measured } from './behind.js'
import {
  AMBIGUOUS_CURRENCY_WORDS,
  COINS,
  CURRENCY_CODES,
  CURRENCY_COUNTRIES,
  CURRENCY_SYMBOLS,
  CURRENCY_WORDS,
  SYMBOL_PREFIXES,
} from './currencies.js'
import { PERIODS, UNITS } from './units.js'

/** Letters behind digits that stand for a magnitude where money or things are counted. */
const SHORT_MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
  ['million', 1e6],
  ['billion', 1e9],
])

/** The magnitude and the rest of what is written on behind a number of money: "bn-a-year", "m". */
function scaleOf(rest: string): number | null {
  if (rest === '') return 1
  const head = rest.split('-')[0]
  return SHORT_MAGNITUDES.get(head) ?? magnitudeOf(head) ?? (rest.includes('-') || /^\p{L}{3,}/u.test(rest) ? 1 : null)
}

/** The amount of money that a numeral is of, by a currency before or behind it; null where there is none. */
export function moneyAround(tokens: Tokens, numeral: Numeral): Measured | null {
  const before = currencyBefore(tokens, numeral)
  const { last, rest } = numeral
  const scale = scaleOf(rest)
  if (before !== null && scale !== null) {
    const restEnd = numeral.end + (scale === 1 ? 0 : rest.split('-')[0].length)
    // "$5 US", "$5 USD": the code tells which dollars.
    const code = codeOf(written(tokens, last + 1))
    const isCode =
      rest === '' && code !== undefined && isNear(tokens, last + 1, last) && tokens.text.charAt(before.start) === '$'
    return {
      kind: 'money',
      first: before.first,
      last: isCode ? last + 1 : last,
      start: before.start,
      end: isCode ? tokens.end[last + 1] : restEnd,
      scale,
      ...(isCode ? { currency: code } : before.worth),
      ...periodBehind(tokens, isCode ? last + 1 : last),
    }
  }
  const behind = currencyBehind(tokens, numeral)
  return behind === null ? null : { kind: 'money', first: numeral.first, start: numeral.start, ...behind }
}

/** The unit of a price: "$5 per barrel". */
function periodBehind({ word, sentence, lemma, count }: Tokens, last: number): { unit?: string } {
  if (word[last + 1] !== 'per' || last + 2 >= count || sentence[last + 2] !== sentence[last]) return {}
  const double = UNITS.get(`${word[last + 2]}_${word[last + 3]}`)
  if (double !== undefined) return { unit: double.name }
  const unit = UNITS.get(word[last + 2])?.name ?? PERIODS.get(word[last + 2]) ?? lemma[last + 2]
  return { unit }
}

interface CurrencyBefore {
  readonly first: number
  readonly start: number
  readonly worth: { readonly currency: string } | { readonly unit: string }
}

/** The letters of a currency that a token begins with, right before digits: "RM" of "RM79"; '' where it does not. */
export function gluedCurrency({ text, start, end }: Tokens, token: number): string {
  const code = text.charCodeAt(end[token] - 1)
  const first = text.charCodeAt(start[token])
  // Most tokens do not end with a digit, nor begin with a capital and end as a magnitude does: "GHS40billion", "LE5m".
  if (first < 0x41 || first > 0x5a || !((code >= 0x30 && code <= 0x39) || code === 0x6e || code === 0x6d)) return ''
  let at = start[token]
  while (at < end[token] && at - start[token] < 4 && /[A-Za-z.]/.test(text.charAt(at))) at++
  const letters = text.slice(start[token], at)
  return /\d/.test(text.charAt(at)) && at < end[token] && CURRENCY_CODES.has(letters) ? letters : ''
}

/** Letters before a number that are money only before a large one: not "the N10 road", "COP26". */
const LARGE_ONLY = new Set(['N', 'COP'])

/** Whether letters of a currency with a number are an amount and no name. */
export function isAmount(letters: string, value: number): boolean {
  return value >= 1000 || !LARGE_ONLY.has(letters)
}

function currencyBefore(tokens: Tokens, { first, start: from, form, value }: Numeral): CurrencyBefore | null {
  const { start, end, word, sentence, text } = tokens
  if (from > start[first]) {
    const letters = text.slice(start[first], from)
    const currency = CURRENCY_CODES.get(letters)
    return currency === undefined || !isAmount(letters, value)
      ? null
      : { first, start: start[first], worth: { currency } }
  }
  const at = first - 1
  if (at < 0 || sentence[at] !== sentence[first] || start[first] - end[at] > 1) return null
  const symbol = text.slice(start[at], end[at])
  const currency = CURRENCY_SYMBOLS.get(symbol)
  if (currency !== undefined) {
    const isGlued = at > 0 && end[at - 1] === start[at]
    // Text that was cut to words has a space: "us $ 5".
    const isSpaced = at > 0 && end[at - 1] + 1 === start[at] && start[first] === end[at] + 1
    const isWord = !isGlued && /^[asg]$/.test(word[at - 1])
    const prefix = (isGlued || isSpaced) && !isWord ? word[at - 1] : ''
    const prefixed = SYMBOL_PREFIXES.get(prefix) ?? CURRENCY_CODES.get(prefix.toUpperCase())
    if (prefixed !== undefined && symbol === '$')
      return { first: at - 1, start: start[at - 1], worth: { currency: prefixed } }
    if (isGlued && word[at - 1] === 'gh') return { first: at - 1, start: start[at - 1], worth: { currency: 'GHS' } }
    return { first: at, start: start[at], worth: currency === 'cent' ? { unit: 'cent' } : { currency } }
  }
  const code = codeOf(symbol)
  // A letter or two may be anything but a currency where a space follows.
  if (symbol === 'US' && form !== 'digits') return null
  if (code !== undefined && (symbol.length > 1 || start[first] === end[at])) return { first: at, start: start[at], worth: { currency: code } } // prettier-ignore
  if (symbol === 'sen') return { first: at, start: start[at], worth: { unit: 'sen' } }
  return null
}

function currencyBehind(
  tokens: Tokens,
  numeral: Numeral,
): (Behind & Omit<Measured, 'kind' | 'first' | 'start'>) | null {
  const { word, lemma, end } = tokens
  const { last, rest, value } = numeral
  if (rest === 'p' && numeral.form === 'digits') return { last, end: end[last], scale: 1, unit: 'penny' }
  if (rest === 'c' || rest === '¢') return null
  const scale = rest === '' ? 1 : SHORT_MAGNITUDES.get(rest)
  if (scale === undefined) {
    const unit = COINS.get(rest) ?? undefined
    if (unit !== undefined) return { last, end: end[last], scale: 1, unit }
    const name = rest.split('-')[0]
    const currency = CURRENCY_WORDS.get(name) ?? codeOf(name)
    const stop = numeral.form === 'digits' && name === rest ? end[last] : numeral.end
    return currency === undefined ? null : { last, end: stop, scale: 1, currency }
  }
  let at = skipHyphen(tokens, last + 1)
  if (!isNear(tokens, at, at - 1)) return null
  // "half a million of dollars" is not English, but translated.
  if (word[at] === 'of' && value >= 1000) at++
  for (let words = 0; words < 3 && isNear(tokens, at, at - 1); words++, at++) {
    const form = written(tokens, at)
    const symbol = CURRENCY_SYMBOLS.get(form)
    if (symbol !== undefined && words === 0) {
      // "5 $10" is no amount of five.
      if (isNear(tokens, at + 1, at) && /^\d/.test(word[at + 1]) && tokens.start[at + 1] === end[at]) return null
      return symbol === 'cent' ? { last: at, end: end[at], scale, unit: 'cent' } : { last: at, end: end[at], scale, currency: symbol } // prettier-ignore
    }
    const millions = words === 0 ? millionsOf(form) : undefined
    if (millions !== undefined) return { last: at, end: end[at], scale: 1e6, currency: millions }
    // "US dollars", "1,000 US deaths"
    const isAdjective = form === 'US' && (CURRENCY_WORDS.has(lemma[at + 1] ?? '') || isNounAt(tokens, at + 1))
    const code = form.length > 1 && !isAdjective ? codeOf(form) : undefined
    if (code !== undefined) return { last: at, end: end[at], scale, currency: code }
    const coin = COINS.get(word[at].split('-')[0])
    if (coin !== undefined && word[at] !== 'p') return { last: at, end: end[at], scale, unit: coin }
    const name = CURRENCY_WORDS.has(word[at]) ? word[at] : lemma[at].replace(/s$/, '')
    const general = CURRENCY_WORDS.get(name)
    if (general !== undefined) {
      const special = CURRENCY_COUNTRIES.get(`${words === 0 ? '' : word[at - 1]} ${name}`) ?? (word[at + 1] === 'sterling' ? 'GBP' : undefined) // prettier-ignore
      const isMoney = special !== undefined || !AMBIGUOUS_CURRENCY_WORDS.has(name) || (value * scale >= 1000 && Number.isInteger(value * scale)) // prettier-ignore
      if (!isMoney) return null
      const stop = word[at + 1] === 'sterling' ? at + 1 : at
      return { last: stop, end: end[stop], scale, currency: special ?? general, ...periodBehind(tokens, stop) }
    }
    // An adjective of a country may stand between: "Hong Kong dollars", "U.S. dollars".
    if (!/^\p{Lu}/u.test(form) && !COUNTRY_WORDS.has(word[at])) return null
  }
  return null
}

/** The currency that a token names by its code, in small letters too where it is one of three: "usd". */
function codeOf(written: string): string | undefined {
  return CURRENCY_CODES.get(written) ?? (/^[a-z]{3}$/.test(written) && !WORDS.has(written) ? CURRENCY_CODES.get(written.toUpperCase()) : undefined) // prettier-ignore
}

const COUNTRY_WORDS = new Set([...CURRENCY_COUNTRIES.keys()].map((key) => key.split(' ')[0]))

/** Codes that are words in small letters. */
const WORDS = new Set(['all', 'try', 'cad', 'cop', 'pen', 'ron', 'sos', 'top', 'ars', 'mad', 'bob', 'lak'])

/** Millions of a currency in one word: "MUSD". */
function millionsOf(written: string): string | undefined {
  return /^M[A-Z]{3}$/.test(written) ? CURRENCY_CODES.get(written.slice(1)) : undefined
}
