import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { FoundQuantity } from './quantity.js'

/** Nobody is older. */
const OLDEST = 120

const PEOPLE = new Set('i he she who they'.split(' '))
const BEING = new Set("is was turned turns be been being am 'm have had would are were 's at age aged now just only about almost nearly barely around over".split(' ')) // prettier-ignore

/** Those who are told apart by their age alone: "those under 19". */
const ANYONE = new Set('those anyone anybody everyone people persons children adults women men girls boys patients residents citizens'.split(' ')) // prettier-ignore

/** The youngest of whom news says only "Ann Smith was 66", by name. */
const YOUNGEST_NAMED = 16

/** The quantities, numbers behind a name between commas and behind "he was" as years of age: "Ann Smith, 54, said", "She was 101." */
export function withAges(tokens: Tokens, quantities: readonly FoundQuantity[]): FoundQuantity[] {
  let before: FoundQuantity | undefined
  return quantities.map((quantity) => {
    const isAge = isAgeAlone(tokens, quantity) || (before !== undefined && isSecondAge(tokens, before, quantity))
    const one: FoundQuantity = isAge ? { ...quantity, kind: 'measure', unit: 'year of age' } : quantity
    before = one.unit === 'year of age' ? one : undefined
    return one
  })
}

function isAgeAlone(tokens: Tokens, { kind, value, first, last, unit }: FoundQuantity): boolean {
  const { word, pos, sentence, count, text, start } = tokens
  if (kind !== 'cardinal' || value === null || value < 1 || value > OLDEST || !Number.isInteger(value)) return false
  const next = last + 1 < count && sentence[last + 1] === sentence[last] ? word[last + 1] : '.'
  // "Ann Smith, now 40, said"
  if (word[first - 1] === 'now' && word[first - 2] === ',' && pos[first - 3] === PART_OF_SPEECH.PROPN && /^[,.;)]$/.test(next) && value >= YOUNGEST_NAMED) return true // prettier-ignore
  if (word[first - 1] === ',' && first >= 2 && isCapitalised(tokens, first - 2) && pos[first - 2] === PART_OF_SPEECH.PROPN)
    return /^\d/.test(text.slice(start[first])) && (next === ',' || next === '.' || next === ')' || next === ';' || (next === 'and' && /^\d/.test(word[last + 2] ?? ''))) // prettier-ignore
  // "Ann Smith (29), a farmer"; not "CDU (33)"
  if (
    word[first - 1] === '(' &&
    next === ')' &&
    pos[first - 2] === PART_OF_SPEECH.PROPN &&
    value >= YOUNGEST_NAMED &&
    value < 100
  )
    return unit === undefined && /^\p{Lu}\p{Ll}/u.test(text.slice(start[first - 2]))
  if (unit !== undefined) return false
  if (/^(?:under|over|below|above)$/.test(word[first - 1]) && ANYONE.has(word[first - 2]) && /^(?:[.,;)]|and|who|must|may|can|are|were|in|from|to|at)$/.test(next)) return true // prettier-ignore
  // "those who turn 18 before then"
  if (/^turn(?:s|ed|ing)?$/.test(word[first - 1])) return /^(?:[.,;)]|prior|before|after|when|and|but|on|in|this|next|last)$/.test(next) // prettier-ignore
  let at = first - 1
  while (at > 0 && BEING.has(word[at])) at--
  // "At 77, Ann Smith became the oldest."
  if (word[first - 1] === 'at' && next === ',' && isOpening(tokens, first - 1) && value >= YOUNGEST_NAMED) return isNamed(tokens, last + 2) // prettier-ignore
  if (at === first - 1) return false
  if (PEOPLE.has(word[at])) return /^(?:[.,;]|when|and|but|at|on|in|years?)$/.test(next)
  return value >= YOUNGEST_NAMED && next === '.' && at === first - 2 && beginsWithName(tokens, at)
}

function isOpening({ sentence, sentences }: Tokens, token: number): boolean {
  return sentences.first[sentence[token]] === token
}

function isNamed({ word, pos }: Tokens, token: number): boolean {
  return pos[token] === PART_OF_SPEECH.PROPN || PEOPLE.has(word[token])
}

/** Whether a sentence up to a token is a name, or one with something told of it between commas: "Ann Smith, who led the house,". */
function beginsWithName({ word, pos, sentence, sentences }: Tokens, to: number): boolean {
  const opening = sentences.first[sentence[to]]
  if (pos[opening] !== PART_OF_SPEECH.PROPN || pos[opening + 1] !== PART_OF_SPEECH.PROPN) return false
  let at = opening
  while (at <= to && pos[at] === PART_OF_SPEECH.PROPN) at++
  return at > to || (word[at] === ',' && word[to] === ',' && at < to)
}

/** "Ann Smith and Bob Jones, 40 and 49, were", "aged nine, ten, and 59": all but the first. */
function isSecondAge({ word }: Tokens, before: FoundQuantity, { kind, value, first, last }: FoundQuantity): boolean {
  const between = word.slice(before.last + 1, first).join('')
  const follows = between === 'and' || between === ',' || between === ',and'
  return kind === 'cardinal' && value !== null && value <= OLDEST && follows && /^[.,;)]$/.test(word[last + 1] ?? '.')
}
