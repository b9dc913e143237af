import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { kindOfNoun, PEOPLE, PERSON } from '../../record/nouns.js'
import { countedBehind, singular } from './counted.js'
import type { FoundQuantity } from './quantity.js'

const { VERB, AUX, PUNCT, CCONJ, ADP, NOUN, PROPN, ADV, PART } = PART_OF_SPEECH

/** How far before a bare number its sentence may name what it counts. */
const LONGEST_SUBJECT = 25

/** How many sentences back the things are named that a bare number counts. */
const FARTHEST = 1

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
    if (one.kind !== 'cardinal' || isFactor(tokens, one)) continue
    // "a two-man contest" speaks of no men.
    if (one.unit !== undefined && isInCompound(tokens, one)) continue
    if (one.unit !== undefined) {
      unit = one.unit
      at = tokens.sentence[one.first]
    } else if (isHarmed(tokens, one)) {
      const isTold = unit !== undefined && tokens.sentence[one.first] - at <= FARTHEST && isBeing(unit)
      found[k] = { ...one, unit: isTold ? unit! : 'person' }
    } else if (unit !== undefined && tokens.sentence[one.first] - at <= FARTHEST && isLeftOut(tokens, one))
      found[k] = { ...one, unit }
  }
  return found
}

/** Whether a number and what it counts describe another noun: "two-man". */
function isInCompound({ word, start, end: ends }: Tokens, { last, end }: FoundQuantity): boolean {
  return end < ends[last] || (word[last + 1] === '-' && start[last + 1] === end)
}

/** Verbs of what happens to people alone. */
const HARMS = new Set(
  'kill injure wound arrest detain hospitalise hospitalize infect rescue evacuate behead hurt'.split(' '),
)
const HARMED = new Set('killed dead injured wounded died missing arrested detained hospitalised hospitalized infected stranded rescued evacuated hurt displaced'.split(' ')) // prettier-ignore

/** "killed eleven", "at least 20 were killed", "scores more were injured": those that a number counts are people. */
function isHarmed({ word, lemma, sentence, count }: Tokens, { first, last, kind, unit, value }: FoundQuantity): boolean {
  if (kind !== 'cardinal' || unit !== undefined || (value !== null && !Number.isInteger(value))) return false
  const isIn = (token: number): boolean => token >= 0 && token < count && sentence[token] === sentence[first]
  let at = last + 1
  while (isIn(at) && BETWEEN_HARM.has(word[at])) at++
  if (isIn(at) && HARMED.has(word[at])) return true
  for (at = first - 1; at > first - 4 && isIn(at) && COMPARED.has(word[at]); at--);
  return isIn(at) && HARMS.has(lemma[at])
} // prettier-ignore

const BETWEEN_HARM = new Set('more others other people were was are have had been be being reported reportedly seriously badly also still confirmed'.split(' ')) // prettier-ignore
const COMPARED = new Set('at least more than about some nearly over almost up to as many around another an estimated only'.split(' ')) // prettier-ignore

/** Whether a noun is of people or animals. */
function isBeing(unit: string): boolean {
  const kind = kindOfNoun(unit)
  return kind === PERSON || kind === PEOPLE || ANIMALS.has(unit)
}

const ANIMALS = new Set('dog horse animal bird whale cow pig sheep'.split(' '))

/** "a factor of two" counts nothing; nor does a number with decimals what was counted before. */
function isFactor({ word }: Tokens, { first, value, unit }: FoundQuantity): boolean {
  if (unit !== undefined) return false
  return (word[first - 1] === 'of' && word[first - 2] === 'factor') || (value !== null && !Number.isInteger(value))
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
  return reached(tokens, first, start)
}

/** "infections surpassed one million", "casualties increased to 167": what a number is reached by. */
function reached(tokens: Tokens, first: number, start: number): string | undefined {
  const { word, lemma, pos } = tokens
  let at = first - 1
  while (at > start && PASSED.has(word[at])) at--
  if (at <= start || !REACHES.has(lemma[at])) return undefined
  at--
  while (at > start && (pos[at] === AUX || pos[at] === ADV || pos[at] === PART)) at--
  if (pos[at] === NOUN) return word[at] !== lemma[at] && word[at].endsWith('s') ? singular(tokens, at) : undefined
  // A noun may pass for a name where its sentence begins.
  const isFirst = pos[at] === PROPN && at === tokens.sentences.first[tokens.sentence[at]]
  return isFirst && /[^su]s$/.test(word[at]) ? word[at].replace(/ies$/, 'y').replace(/s$/, '') : undefined
}

const PASSED = new Set('to at over about nearly almost more than the around some roughly just a total of'.split(' '))
const REACHES = new Set('surpass exceed reach rise increase grow climb fall drop total number top pass hit stand jump'.split(' ')) // prettier-ignore

const TOTALS = new Set('number numbers total count tally'.split(' '))
const GATHERINGS = new Set('population crowd crowds'.split(' '))

function isJoined({ word, sentence }: Tokens, one: FoundQuantity, next: FoundQuantity): boolean {
  if (sentence[one.first] !== sentence[next.first]) return false
  if (next.first === one.last + 1) return one.kind === 'ordinal'
  // "17 out of 18 districts"
  if (next.first === one.last + 3 && word[one.last + 1] === 'out' && word[one.last + 2] === 'of') return true
  return next.first === one.last + 2 && (word[one.last + 1] === 'and' || word[one.last + 1] === 'or')
}

function isLeftOut({ pos, word, count, sentence }: Tokens, { last, comparator }: FoundQuantity): boolean {
  const next = last + 1
  if (comparator === '>' && word[next] === ',') return false
  if (next >= count || sentence[next] !== sentence[last]) return true
  const p = pos[next]
  return p === VERB || p === AUX || p === PUNCT || p === CCONJ || p === ADP
}
