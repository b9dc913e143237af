import type { Numeral } from '../../record/numeral.js'
import type { Tokens } from '../../record/tokens.js'
import { isNear, isNounAt, skipHyphen, type Behind, type Measured } from './behind.js'
import { moneyAround } from './money.js'
import { unitBehind } from './unit-behind.js'
import { UNITS } from './units.js'

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
  const magnitude = magnitudeAround(tokens, numeral)
  if (magnitude !== null) return { ...place, ...magnitude, kind: 'measure' }
  const unit = partOfUnit(tokens, numeral) ?? unitBehind(tokens, numeral)
  return unit === null ? null : { ...place, ...unit, kind: 'measure' }
}

/** "half a mile", "a quarter of an inch" */
function partOfUnit(tokens: Tokens, { last, isFraction, form, rest }: Numeral): (Behind & { readonly unit: string }) | null {
  const { word, end } = tokens
  if (!isFraction || form !== 'words' || rest !== '') return null
  const at = word[last + 1] === 'of' ? last + 2 : last + 1
  if (word[at] !== 'a' && word[at] !== 'an') return null
  const unit = isNear(tokens, at + 1, at) && word[at + 1].length > 2 ? UNITS.get(word[at + 1]) : undefined
  return unit === undefined ? null : { last: at + 1, end: end[at + 1], unit: unit.name }
} // prettier-ignore

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

/** The strength of an earthquake: "magnitude 4.5", "a 4.5-magnitude quake". */
function magnitudeAround(
  tokens: Tokens,
  { first, last, rest, end, value }: Numeral,
): (Behind & { readonly unit: string }) | null {
  const { word } = tokens
  if (rest === 'magnitude') return { last, end: tokens.end[last], unit: 'magnitude' }
  if (rest !== '' || value >= 12) return null
  const at = skipHyphen(tokens, last + 1)
  // "a 6.4 quake"
  if (!Number.isInteger(value) && QUAKES.has(word[at])) return { last, end, unit: 'magnitude' }
  if (word[at] === 'magnitude' && isNear(tokens, at, at - 1))
    return { last: at, end: tokens.end[at], unit: 'magnitude' }
  const before = /^(?:of|was|is|at|as)$/.test(word[first - 1]) ? first - 2 : first - 1
  return word[before] === 'magnitude' ? { last, end, unit: 'magnitude' } : null
}

const QUAKES = new Set('quake earthquake tremor temblor aftershock foreshock'.split(' '))

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
  const isAged = AGED.has(word[first - 1]) || (word[first - 1] === 'of' && AGED.has(word[first - 2])) || (word[first - 1] === 'between' && AGED.has(word[first - 2])) // prettier-ignore
  // "range in age from 21 to 78"
  const isFrom = word[first - 1] === 'from' && AGED.has(word[first - 2])
  return isAged || isFrom ? { last, end: numeral.end, unit: 'year of age' } : null
}
