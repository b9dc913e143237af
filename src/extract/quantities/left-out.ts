import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { countedBehind } from './counted.js'
import type { FoundQuantity } from './quantity.js'

const { VERB, AUX, PUNCT, CCONJ, ADP } = PART_OF_SPEECH

/** How far before a bare number its sentence may name what it counts. */
const LONGEST_SUBJECT = 25

/** How many sentences back the things are named that a bare number counts. */
const FARTHEST = 2

/**
 * The quantities, those that name nothing with the unit of another: of the one behind ("two and one package", "the first two tries") or of
 * the one before, where what follows tells that a noun is left out ("54 nations have signed, only 27 have ratified it").
 */
export function withUnits(tokens: Tokens, quantities: readonly FoundQuantity[], taken: Uint8Array): FoundQuantity[] {
  const found = [...quantities]
  for (let k = found.length - 2; k >= 0; k--) {
    const [one, next] = [found[k], found[k + 1]]
    if (!isBare(one) || next.kind !== 'cardinal' || next.unit === undefined) continue
    if (isJoined(tokens, one, next)) found[k] = { ...one, unit: next.unit }
  }
  for (let k = 0; k < found.length; k++) {
    const one = found[k]
    const from = k === 0 ? 0 : found[k - 1].last + 1
    const unit =
      one.kind === 'cardinal' && isBare(one) && isLeftOut(tokens, one)
        ? totalled(tokens, one.first, from, taken)
        : undefined
    if (unit !== undefined) found[k] = { ...one, unit }
  }
  let unit: string | undefined
  let at = 0
  for (let k = 0; k < found.length; k++) {
    const one = found[k]
    if (one.kind === 'ordinal' && isBare(one) && found[k + 1]?.first === one.last + 1 && unit !== undefined)
      found[k] = { ...one, unit }
    if (one.kind !== 'cardinal') continue
    if (one.unit !== undefined) {
      unit = one.unit
      at = tokens.sentence[one.first]
    } else if (unit !== undefined && tokens.sentence[one.first] - at <= FARTHEST && isLeftOut(tokens, one))
      found[k] = { ...one, unit }
  }
  return found
}

function isBare({ kind, unit }: FoundQuantity): boolean {
  return unit === undefined && (kind === 'cardinal' || kind === 'ordinal')
}

/** What a sentence says a number is the number of, before it: "the number of cases surpassed one million", "a crowd of 20,000". */
function totalled(tokens: Tokens, first: number, from: number, taken: Uint8Array): string | undefined {
  const { word, sentence, sentences } = tokens
  const start = Math.max(sentences.first[sentence[first]], first - LONGEST_SUBJECT, from)
  for (let t = first - 1; t >= start; t--) {
    if (GATHERINGS.has(word[t])) return 'person'
    if (TOTALS.has(word[t]) && word[t + 1] === 'of') return countedBehind(tokens, t, taken)
  }
  return undefined
}

const TOTALS = new Set('number numbers total count tally'.split(' '))
const GATHERINGS = new Set('population crowd crowds'.split(' '))

function isJoined({ word, sentence }: Tokens, one: FoundQuantity, next: FoundQuantity): boolean {
  if (sentence[one.first] !== sentence[next.first]) return false
  if (next.first === one.last + 1) return one.kind === 'ordinal'
  return next.first === one.last + 2 && (word[one.last + 1] === 'and' || word[one.last + 1] === 'or')
}

function isLeftOut({ pos, word, count, sentence }: Tokens, { last, comparator }: FoundQuantity): boolean {
  const next = last + 1
  if (comparator === '>' && word[next] === ',') return false
  if (next >= count || sentence[next] !== sentence[last]) return true
  const p = pos[next]
  return p === VERB || p === AUX || p === PUNCT || p === CCONJ || p === ADP
}
