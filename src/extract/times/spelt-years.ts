import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Passage } from './passage.js'

const { NOUN } = PART_OF_SPEECH

/** A year and the token that it ends with. */
export interface YearFound {
  readonly year: number
  readonly last: number
}

/** Words before which a number in words may be a year. */
const BEFORE = new Set(['in', 'since', 'by', 'until', 'till', 'from', 'of', 'during', 'before', 'after', 'year', 'early', 'late', 'mid']) // prettier-ignore

/** The year in words that begins at a token: "nineteen eighty-six", "nineteen hundred and five", "two thousand and one"; null where none does. */
export function speltYear(passage: Passage, token: number): YearFound | null {
  const numeral = passage.numeralFrom(token)
  if (numeral === null || numeral.form !== 'words' || !isPlain(numeral)) return null
  const { first, last, value } = numeral
  if (value >= 1000 && value < 2200) return counts(passage, last) ? null : { year: value, last }
  if (value < 10 || value > 21 || first !== last) return null
  const rest = passage.numeralFrom(last + 1)
  if (rest === null || rest.form !== 'words' || !isPlain(rest) || rest.value < 10 || rest.value > 99) return null
  return counts(passage, rest.last) ? null : { year: 100 * value + rest.value, last: rest.last }
}

function isPlain(numeral: { isOrdinal: boolean; isFraction: boolean; isVague: boolean; rest: string; value: number }): boolean {
  return !numeral.isOrdinal && !numeral.isFraction && !numeral.isVague && numeral.rest === '' && Number.isInteger(numeral.value) // prettier-ignore
} // prettier-ignore

/** "January first, two thousand people": things follow that are counted. */
function counts(passage: Passage, last: number): boolean {
  return passage.pos(last + 1) === NOUN
}

/** The last two digits of a year: "'87", and "of 87" where they are no day. */
export function shortYear(passage: Passage, token: number): YearFound | null {
  const mark = passage.word(token)
  const digits = passage.word(token + 1)
  if (!/^\d\d$/.test(digits)) return null
  const isShort = (mark === "'" || mark === '’' || mark === '‘') && passage.isGlued(token + 1)
  if (!isShort && !(mark === 'of' && Number(digits) > 31 && !counts(passage, token + 1))) return null
  return { year: Number(digits) + (Number(digits) <= 30 ? 2000 : 1900), last: token + 1 }
}

/** Years in words: "in nineteen eighty-six", "by twenty twenty-one". */
export function proposeSpeltYear(passage: Passage, token: number): void {
  if (!BEFORE.has(passage.word(token - 1))) return
  const found = speltYear(passage, token)
  if (found === null) return
  const value = String(found.year)
  passage.propose({ first: token, last: found.last, kind: 'date', value, grain: 'year', day: null })
}
