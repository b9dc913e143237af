import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isCapitalised } from './counted.js'
import type { FoundQuantity } from './quantity.js'

/** Nobody is older. */
const OLDEST = 120

const PEOPLE = new Set('he she who they'.split(' '))
const BEING = new Set("is was turned turns be are were 's at age aged just only".split(' '))

/** The quantities, numbers behind a name between commas and behind "he was" as years of age: "Ann Smith, 54, said", "She was 101." */
export function withAges(tokens: Tokens, quantities: readonly FoundQuantity[]): FoundQuantity[] {
  let before: FoundQuantity | undefined
  return quantities.map((quantity) => {
    const isAge = isAgeAlone(tokens, quantity) || (before !== undefined && isSecondAge(tokens, before, quantity))
    before = isAge ? { ...quantity, kind: 'measure', unit: 'year of age' } : undefined
    return before ?? quantity
  })
}

function isAgeAlone(tokens: Tokens, { kind, value, first, last, unit }: FoundQuantity): boolean {
  const { word, pos, sentence, count, text, start } = tokens
  if (kind !== 'cardinal' || value === null || value < 1 || value > OLDEST || !Number.isInteger(value)) return false
  const next = last + 1 < count && sentence[last + 1] === sentence[last] ? word[last + 1] : '.'
  if (word[first - 1] === ',' && first >= 2 && isCapitalised(tokens, first - 2) && pos[first - 2] === PART_OF_SPEECH.PROPN)
    return /^\d/.test(text.slice(start[first])) && (next === ',' || next === '.' || next === ')' || next === ';' || (next === 'and' && /^\d/.test(word[last + 2] ?? ''))) // prettier-ignore
  if (unit !== undefined) return false
  let at = first - 1
  while (at > 0 && BEING.has(word[at])) at--
  return at < first - 1 && PEOPLE.has(word[at]) && /^(?:[.,;]|when|and|at|years?)$/.test(next)
}

/** "Ann Smith and Bob Jones, 40 and 49, were": the second one. */
function isSecondAge({ word }: Tokens, before: FoundQuantity, { kind, value, first, last }: FoundQuantity): boolean {
  const follows = before.last + 2 === first && word[first - 1] === 'and'
  return kind === 'cardinal' && value !== null && value <= OLDEST && follows && /^[.,;)]$/.test(word[last + 1] ?? '.')
}
