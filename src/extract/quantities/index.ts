import { numeralAt, numeralWithin, type Numeral } from '../../record/numeral.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { clauseOf } from './clause.js'
import { comparatorOf } from './comparators.js'
import { countedBehind, headBehind } from './counted.js'
import { isFalseFriend } from './false-friends.js'
import { measuredBy } from './measured.js'
import { gluedCurrency, isAmount } from './money.js'
import type { FoundQuantity } from './quantity.js'
import { joined } from './ranges.js'
import { withAges } from './ages.js'
import { withUnits } from './left-out.js'

/** A quantity by its place in the text. */
export type PlacedQuantity = Omit<FoundQuantity, 'first' | 'last'>

/**
 * The quantities of a text, in its order: none overlaps another. Numerals are proposed, read with what stands around them, filtered, then joined
 * to ranges and ratios.
 * @param taken 1 at tokens that belong to a time, which is no quantity.
 */
export function quantitiesOf(tokens: Tokens, taken: Uint8Array): PlacedQuantity[] {
  const found: FoundQuantity[] = []
  for (let t = 0; t < tokens.count; t++) {
    if (taken[t] === 1) continue
    const numeral = numeralAt(tokens, t) ?? gluedCurrencyAt(tokens, t)
    if (numeral === null) continue
    const quantity = votesAt(tokens, numeral) ?? quantityOf(tokens, numeral, taken)
    if (quantity !== null && (found.at(-1)?.end ?? 0) <= quantity.start) found.push(quantity)
    t = Math.max(numeral.last, quantity?.last ?? 0)
  }
  // Ends are joined first: the 2 of "between 2 and 4 per cent" counts nothing by itself.
  const whole = withUnits(tokens, joined(tokens, withAges(tokens, found)), taken)
  return whole.map(({ first, last, ...rest }) => ({
    ...rest,
    comparator:
      rest.comparator === '=' && rest.kind !== 'ordinal' ? comparatorOf(tokens, first, last) : rest.comparator,
    ...clauseOf(tokens, { first, last, kind: rest.kind, unit: rest.unit }),
  }))
}

/** "230-to-197" */
function votesAt(
  { word, start: starts, end }: Tokens,
  { first, last, start, value, rest, form }: Numeral,
): FoundQuantity | null {
  // prettier-ignore
  const other = last + 4
  const isVote =
    form === 'digits' && rest === '' && word[last + 1] === '-' && word[last + 2] === 'to' && word[last + 3] === '-'
  if (!isVote || !/^\d{1,4}$/.test(word[other] ?? '') || starts[other] !== end[last + 3]) return null
  return { first, last: other, start, end: end[other], kind: 'ratio', value: null, low: value, high: Number(word[other]), comparator: '=' } // prettier-ignore
}

function quantityOf(tokens: Tokens, numeral: Numeral, taken: Uint8Array): FoundQuantity | null {
  const measured = measuredBy(tokens, numeral)
  if (isFalseFriend(tokens, numeral, measured === null)) return null
  const { value, to, isOrdinal, isFraction, isVague, rest } = numeral
  // Letters that nothing is known of: "5G", "3D".
  const scale = measured?.scale ?? countScale(tokens, numeral)
  if (measured === null && rest !== '' && numeral.form === 'digits' && scale === 1 && !isWord(rest)) return null
  const sign = signBefore(tokens, measured?.first ?? numeral.first, measured?.start ?? numeral.start)
  const place = measured ?? numeral
  const first = sign === null ? place.first : sign.first
  const comparator = isVague ? '>' : '='
  const unit = measured === null ? unitOf(tokens, numeral, taken) : measured.unit
  const currency = measured?.currency
  const sized = (number: number): number => Number((number * scale * (sign === null ? 1 : -1)).toPrecision(15))
  const range = to === null ? { value: sized(value) } : rangeIn(numeral, measured !== null || unit !== undefined)
  return {
    first,
    last: place.last,
    start: sign === null ? place.start : sign.start,
    end: scale === 1 || measured !== null ? place.end : tokens.end[place.last],
    kind: range.kind ?? measured?.kind ?? (isOrdinal ? 'ordinal' : isFraction ? 'ratio' : 'cardinal'),
    value: range.value,
    ...(range.low === undefined ? {} : { low: sized(range.low), high: sized(range.high!) }),
    comparator,
    ...(unit === undefined || range.kind === 'ratio' ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
  }
}

interface Range {
  readonly value: number | null
  readonly low?: number
  readonly high?: number
  readonly kind?: 'ratio'
}

/** "10-15" is a range where something is counted or measured and it ascends, else a score. */
function rangeIn({ value, to }: Numeral, isOfSomething: boolean): Range {
  const range = { value: null, low: value, high: to! }
  return isOfSomething && value < to! ? range : { ...range, kind: 'ratio' }
}

/** "25people", "four-pack"; not "8chan". */
function isWord(rest: string): boolean {
  return rest.includes('-') || /^\p{Ll}{2,}s$|^people$/u.test(rest)
}

/** "m" and "b" behind a number of things that are counted: "35m devices". */
function countScale({ word, lemma, pos }: Tokens, { rest, last }: Numeral): number {
  const size = rest === 'm' ? 1e6 : rest === 'b' ? 1e9 : 1
  const next = last + 1
  return size > 1 && (word[next] !== lemma[next] || pos[next] === PART_OF_SPEECH.ADJ) ? size : 1
}

function unitOf(tokens: Tokens, { rest, last, isOrdinal, isFraction }: Numeral, taken: Uint8Array): string | undefined {
  if (rest !== '' && rest !== 'm' && rest !== 'b' && rest !== 'plus' && rest !== 'odd' && !isOrdinal)
    return rest.split('-')[0]
  const counted = countedBehind(tokens, last, taken)
  // Of "a quarter of the government" the unit is nothing that is counted; of "half of the workers" it is.
  if (isFraction && counted !== undefined && !isPluralOf(tokens, last, taken)) return undefined
  return counted
}

function isPluralOf(tokens: Tokens, last: number, taken: Uint8Array): boolean {
  const head = headBehind(tokens, last, taken)
  return tokens.word[head] !== tokens.lemma[head]
}

/** A minus right before the number, where it joins nothing: "-5", "minus 5". */
function signBefore(
  { word, start, end, text }: Tokens,
  first: number,
  at: number,
): { first: number; start: number } | null {
  // prettier-ignore
  const before = first - 1
  if (before < 0) return null
  if (word[before] === 'minus' || word[before] === 'negative') return { first: before, start: start[before] }
  const isSign = /^[-−–]$/.test(text.slice(start[before], end[before])) && end[before] === at
  const isFree = start[before] === 0 || /[\s([]/.test(text.charAt(start[before] - 1))
  return isSign && isFree ? { first: before, start: start[before] } : null
}

/** The number of an amount that is one token with its currency: "RM79". */
function gluedCurrencyAt(tokens: Tokens, token: number): Numeral | null {
  const letters = gluedCurrency(tokens, token)
  const numeral = letters === '' ? null : numeralWithin(tokens, token, tokens.start[token] + letters.length)
  return numeral !== null && isAmount(letters, numeral.value) ? numeral : null
}
