import { magnitudeOf, type Numeral } from '../../record/numeral.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import {
  AMBIGUOUS_CURRENCY_WORDS,
  COINS,
  CURRENCY_CODES,
  CURRENCY_COUNTRIES,
  CURRENCY_SYMBOLS,
  CURRENCY_WORDS,
  SYMBOL_PREFIXES,
} from './currencies.js'
import { AMBIGUOUS_SYMBOLS, MOST_UNIT_WORDS, PERIODS, UNITS, type Unit } from './units.js'

/** What a numeral measures, and the place of both together. */
export interface Measured {
  readonly kind: 'percent' | 'money' | 'measure'
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  /** What the numeral's value is to be multiplied by: "m" of "$5m". */
  readonly scale: number
  readonly unit?: string
  readonly currency?: string
}

/** A place behind a numeral: the end of a currency, unit or percent sign. */
interface Behind {
  readonly last: number
  readonly end: number
}

/** What a numeral measures by the words and symbols around it; null where it only counts. */
export function measuredBy(tokens: Tokens, numeral: Numeral): Measured | null {
  if (numeral.isOrdinal) return null
  const place = { first: numeral.first, last: numeral.last, start: numeral.start, end: numeral.end, scale: 1 }
  const percent = percentBehind(tokens, numeral)
  if (percent !== null) return { ...place, ...percent, kind: 'percent' }
  const money = moneyAround(tokens, numeral)
  if (money !== null) return money
  const age = ageAround(tokens, numeral)
  if (age !== null) return { ...place, ...age, kind: 'measure' }
  const unit = unitBehind(tokens, numeral)
  return unit === null ? null : { ...place, ...unit, kind: 'measure' }
}

/** Whether a token stands right behind another, or with one space or a hyphen between. */
function isNear({ start, end, sentence, count }: Tokens, token: number, before: number): boolean {
  return token < count && sentence[token] === sentence[before] && start[token] - end[before] <= 1
}

function skipHyphen(tokens: Tokens, token: number): number {
  const isHyphen = tokens.word[token] === '-' && tokens.start[token] === tokens.end[token - 1]
  return isHyphen && tokens.start[token + 1] === tokens.end[token] ? token + 1 : token
}

function percentBehind(tokens: Tokens, { last, rest }: Numeral): (Behind & { readonly unit?: string }) | null {
  const { word, end } = tokens
  if (rest === 'percent' || rest === 'pc') return { last, end: end[last] }
  if (rest !== '') return null
  const at = skipHyphen(tokens, last + 1)
  if (!isNear(tokens, at, last)) return null
  const form = word[at]
  if (form === 'percentage' || form === 'percentage-point') {
    if (form === 'percentage-point') return { last: at, end: end[at], unit: 'point' }
    const next = skipHyphen(tokens, at + 1)
    if (word[next] === 'point' || word[next] === 'points') return { last: next, end: end[next], unit: 'point' }
    return isNounAt(tokens, at + 1) ? null : { last: at, end: end[at] }
  }
  const signed = form === '%' || form === '％' || form === 'percent' || form === 'pct' || form === 'percents'
  const stop = signed ? at : form === 'per' && (word[at + 1] === 'cent' || word[at + 1] === 'cents') ? at + 1 : -1
  if (stop < 0) return null
  const next = stop + 1
  return word[next] === 'point' || word[next] === 'points' ? { last: next, end: end[next], unit: 'point' } : { last: stop, end: end[stop] } // prettier-ignore
}

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

function moneyAround(tokens: Tokens, numeral: Numeral): Measured | null {
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
  // Most tokens do not end with a digit.
  if (code < 0x30 || code > 0x39) return ''
  let at = start[token]
  while (at < end[token] && at - start[token] < 4 && /[A-Za-z.]/.test(text.charAt(at))) at++
  const letters = text.slice(start[token], at)
  return /\d/.test(text.charAt(at)) && at < end[token] && CURRENCY_CODES.has(letters) ? letters : ''
}

function currencyBefore(tokens: Tokens, { first, start: from }: Numeral): CurrencyBefore | null {
  const { start, end, word, sentence, text } = tokens
  if (from > start[first]) {
    const currency = CURRENCY_CODES.get(text.slice(start[first], from))
    return currency === undefined ? null : { first, start: start[first], worth: { currency } }
  }
  const at = first - 1
  if (at < 0 || sentence[at] !== sentence[first] || start[first] - end[at] > 1) return null
  const symbol = text.slice(start[at], end[at])
  const currency = CURRENCY_SYMBOLS.get(symbol)
  if (currency !== undefined) {
    const isGlued = at > 0 && end[at - 1] === start[at]
    // Text that was cut to words has a space: "us $ 5".
    const isSpaced = at > 0 && end[at - 1] + 1 === start[at] && start[first] === end[at] + 1
    const prefix = isGlued || isSpaced ? word[at - 1] : ''
    const prefixed = SYMBOL_PREFIXES.get(prefix) ?? CURRENCY_CODES.get(prefix.toUpperCase())
    if (prefixed !== undefined && symbol === '$')
      return { first: at - 1, start: start[at - 1], worth: { currency: prefixed } }
    return { first: at, start: start[at], worth: currency === 'cent' ? { unit: 'cent' } : { currency } }
  }
  const code = codeOf(symbol)
  // A letter or two may be anything but a currency where a space follows.
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
    // "US dollars"
    const isAdjective = form === 'US' && CURRENCY_WORDS.has(lemma[at + 1] ?? '')
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

function written({ text, start, end, count }: Tokens, token: number): string {
  return token < count ? text.slice(start[token], end[token]) : ''
}

const AGED = new Set(['aged', 'age', 'ages'])

/** Years of age: "54-year-old", "54 years old", "aged 54", "at the age of 54", "54 years of age". */
function ageAround(tokens: Tokens, numeral: Numeral): (Behind & { readonly unit: string }) | null {
  const { word, lemma, end } = tokens
  const { first, last, rest, value, to } = numeral
  const limit = to ?? value
  if (/^(?:years?|yrs?|months?|weeks?|days?)-olds?$/.test(rest)) return { last, end: end[last], unit: `${rest.replace(/s?-olds?$/, '')} of age` } // prettier-ignore
  if (rest === 'yo') return { last, end: end[last], unit: 'year of age' }
  if (rest !== '') return null
  const at = skipHyphen(tokens, last + 1)
  if (isNear(tokens, at, at - 1)) {
    const joined = /^(year|month|week|day)s?-olds?$/.exec(word[at])
    if (joined !== null) return { last: at, end: end[at], unit: `${joined[1]} of age` }
    if (word[at] === 'yo' || word[at] === 'y.o.') return { last: at, end: end[at], unit: 'year of age' }
    if (/^(?:year|month|week|day)$/.test(lemma[at])) {
      const old = skipHyphen(tokens, at + 1)
      if (word[old] === 'old' || word[old] === 'olds') return { last, end: numeral.end, unit: `${lemma[at]} of age` }
      if (word[at + 1] === 'of' && word[at + 2] === 'age')
        return { last, end: numeral.end, unit: `${lemma[at]} of age` }
    }
  }
  if (limit > 130) return null
  const isAged = AGED.has(word[first - 1]) || (word[first - 1] === 'of' && word[first - 2] === 'age') || (word[first - 1] === 'between' && AGED.has(word[first - 2])) // prettier-ignore
  return isAged ? { last, end: numeral.end, unit: 'year of age' } : null
}

/** A unit of measure behind the numeral, with what it is a rate of. */
function unitBehind(tokens: Tokens, numeral: Numeral): (Behind & { readonly unit: string }) | null {
  const { word } = tokens
  const { last, rest, end } = numeral
  if (rest !== '') {
    const [head, ...more] = rest.split('-')
    const attached = tokens.text.slice(end, tokens.end[last]).replace(/^-/, '')
    const symbol = attached.split('-')[0]
    const area = AREA.exec(symbol)
    if (area !== null && UNITS.get(area[1])?.isLength === true)
      return { last, end: tokens.end[last], unit: `${area[2] === '2' || area[2] === '²' ? 'square' : 'cubic'} ${UNITS.get(area[1])!.name}` } // prettier-ignore
    const unit = UNITS.get(symbol) ?? UNITS.get(rest) ?? (symbol.toLowerCase() === symbol ? undefined : onlyLower(head))
    if (unit === undefined) return null
    // "m" of "35m devices" counts millions.
    if ((head === 'm' || head === 'b' || head === 't') && countsThings(tokens, last + 1)) return null
    return withRate(tokens, {
      unit: unit.name,
      last,
      end: more.length > 0 ? end + 1 + symbol.length : tokens.end[last],
    })
  }
  const at = skipHyphen(tokens, last + 1)
  if (!isNear(tokens, at, at - 1)) return null
  if (OPENING.has(word[at])) {
    const inner = unitAt(tokens, at + 1, false, true)
    const isClosed = inner !== null && CLOSING.has(word[inner.last + 1])
    return isClosed ? { unit: inner.unit, last: inner.last + 1, end: tokens.end[inner.last + 1] } : null
  }
  const prefix = PREFIXES.get(word[at])
  const from = prefix === undefined ? at : skipDot(tokens, at + 1)
  const found = unitAt(tokens, from, prefix !== undefined, at !== last + 1)
  if (found === null) return null
  const power = powerBehind(tokens, found.last)
  if (power !== null && found.isLength)
    return withRate(tokens, { unit: `${power.name} ${found.unit}`, last: power.last, end: tokens.end[power.last] })
  return withRate(tokens, { ...found, unit: prefix === undefined ? found.unit : `${prefix} ${found.unit}` })
}

/** A symbol with capitals that is only known without: "Km". */
function onlyLower(symbol: string): Unit | undefined {
  return symbol.length > 1 ? UNITS.get(symbol) : undefined
}

const OPENING = new Set(['[', '{', '<', '('])
const CLOSING = new Set([']', '}', '>', ')'])

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['square', 'square'],
  ['sq', 'square'],
  ['sq.', 'square'],
  ['cubic', 'cubic'],
  ['cu', 'cubic'],
  ['cu.', 'cubic'],
])

function skipDot({ word }: Tokens, token: number): number {
  return word[token] === '.' ? token + 1 : token
}

/** Whether a thing that is counted follows: "35m devices". */
function countsThings({ word, lemma, pos, sentence, count }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && word[token] !== lemma[token] && /s$|^people$/.test(word[token]) && pos[token] === PART_OF_SPEECH.NOUN // prettier-ignore
}

function unitAt(
  tokens: Tokens,
  from: number,
  isPrefixed: boolean,
  isHyphened: boolean,
): (Behind & { readonly unit: string; readonly isLength: boolean }) | null {
  const { word, lemma, end, count, sentence } = tokens
  let key = ''
  let found: (Behind & { readonly unit: string; readonly isLength: boolean }) | null = null
  for (let k = 0; k < MOST_UNIT_WORDS; k++) {
    const at = from + k
    if (at >= count || sentence[at] !== sentence[from - 1] || !isNear(tokens, at, at - 1)) break
    // A sentence may end behind a symbol: "25°C."
    const whole = written(tokens, at)
    const form = /^\p{L}{1,2}\.$/u.test(whole) ? whole.slice(0, -1) : whole
    const separator = key === '' ? '' : key === '°' ? '' : '_'
    const area = k === 0 ? AREA.exec(form) : null
    if (area !== null && UNITS.get(area[1])?.isLength === true && end[at] > tokens.start[at])
      return { unit: `${area[2] === '2' || area[2] === '²' ? 'square' : 'cubic'} ${UNITS.get(area[1])!.name}`, isLength: false, last: at, end: end[at] } // prettier-ignore
    const unit =
      UNITS.get(`${key}${separator}${form}`) ??
      UNITS.get(`${key}${separator}${form.toLowerCase()}`) ??
      (k === 0 && word[at].length > 3 ? UNITS.get(lemma[at]) : undefined)
    key = `${key}${separator}${word[at]}`
    if (unit === undefined || (isPrefixed && !unit.isLength)) continue
    const isSymbol = AMBIGUOUS_SYMBOLS.has(form) || AMBIGUOUS_SYMBOLS.has(word[at])
    // "2 in the morning", "5 a day"; "5 m" and "5 g" are units where nothing is counted.
    const isSafe = !isSymbol || isPrefixed || isHyphened || (SPACED.has(form) && !isNounAt(tokens, at + 1))
    if (isSafe)
      found = { unit: unit.name, isLength: unit.isLength, last: at, end: end[at] - (whole.length - form.length) }
  }
  return found
}

/** "km2", "m³": a length with its power. */
const AREA = /^([a-z]{1,2})([23²³])$/

/** Ambiguous symbols that stand for a unit with a space before them as well. */
const SPACED = new Set('m g l L W V cups cup bar bars bits bit stone K'.split(' '))

function isNounAt({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && pos[token] === PART_OF_SPEECH.NOUN
}

function powerBehind({ text, start, end, count }: Tokens, last: number): { name: string; last: number } | null {
  const at = last + 1
  if (at >= count || start[at] !== end[last]) return null
  const mark = text.slice(start[at], end[at])
  return mark === '²' ? { name: 'square', last: at } : mark === '³' ? { name: 'cubic', last: at } : null
}

/** The unit with what it is a rate of: "barrel per day", "kilometre per hour". */
function withRate(tokens: Tokens, unit: Behind & { readonly unit: string }): Behind & { readonly unit: string } {
  const { word, end, count, sentence } = tokens
  const at = unit.last + 1
  if (at + 1 >= count || sentence[at + 1] !== sentence[unit.last]) return unit
  const isRate = word[at] === 'per' || word[at] === '/' || word[at] === 'an' || word[at] === 'a'
  if (!isRate) return unit
  const period = PERIODS.get(word[at + 1]) ?? (word[at] === 'per' || word[at] === '/' ? UNITS.get(word[at + 1])?.name : undefined) // prettier-ignore
  return period === undefined ? unit : { unit: `${unit.unit} per ${period}`, last: at + 1, end: end[at + 1] }
}
