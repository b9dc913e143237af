import type { Numeral } from '../../record/numeral.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isNear, isNounAt, skipHyphen, written, type Behind } from './behind.js'
import { AMBIGUOUS_SYMBOLS, MOST_UNIT_WORDS, PERIODS, UNITS, type Unit } from './units.js'

/** A unit of measure behind the numeral, with what it is a rate of. */
export function unitBehind(tokens: Tokens, numeral: Numeral): (Behind & { readonly unit: string }) | null {
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
    if (symbol === 'C' && tokens.text.charAt(tokens.end[last]) !== '/' && isWarmth(tokens, numeral))
      return { last, end: tokens.end[last], unit: 'degree Celsius' }
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

/** Warmer than any weather. */
const WARMEST = 60

/** "highs of 22C"; not "Flat 22C". */
function isWarmth({ pos, word, sentence }: Tokens, { first, value, to }: Numeral): boolean {
  const before = first - 1
  if ((to ?? value) > WARMEST || before < 0 || sentence[before] !== sentence[first]) return false
  return pos[before] !== PART_OF_SPEECH.PROPN && pos[before] !== PART_OF_SPEECH.NOUN && word[before] !== '#'
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
    // "2 in the morning", "5 a day"; "5 g" is a unit where nothing is counted. Millions are written without a space: "400 m hurdles".
    const isBeforeNoun = isNounAt(tokens, at + 1) && form !== 'm'
    const isSafe = !isSymbol || isPrefixed || isHyphened || (SPACED.has(form) && !isBeforeNoun)
    if (isSafe)
      found = { unit: unit.name, isLength: unit.isLength, last: at, end: end[at] - (whole.length - form.length) }
  }
  return found
}

/** "km2", "m³": a length with its power. */
const AREA = /^([a-z]{1,2})([23²³])$/

/** Ambiguous symbols that stand for a unit with a space before them as well. */
const SPACED = new Set('m g l L W V cups cup bar bars bits bit stone K'.split(' '))

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
