import type { Day } from './calendar.js'
import { dayOf, easterOf, partsOf, weekdayOf } from './calendar.js'
import type { Passage } from './passage.js'
import { dayProposal } from './passage.js'
import { directionAt } from './tense.js'
import { SHIFTS } from './vocabulary.js'

/** The day of a holiday in a year. */
type Rule = (year: number) => Day

const fixed =
  (month: number, date: number): Rule =>
  (year) =>
    dayOf(year, month, date)!
const easter =
  (by: number): Rule =>
  (year) =>
    easterOf(year) + by

/** The fourth Thursday of November. */
const thanksgiving: Rule = (year) => {
  const first = dayOf(year, 11, 1)!
  return first + ((4 - weekdayOf(first) + 7) % 7) + 21
}

/** Holidays that are the same day wherever they are kept, by their last word: what stands before it, and the rule. */
const HOLIDAYS: ReadonlyMap<string, readonly (readonly [before: readonly string[], rule: Rule])[]> = new Map([
  ['eve', [[['christmas'], fixed(12, 24)], [['new', 'year', "'s"], fixed(12, 31)], [['new', 'years'], fixed(12, 31)]]],
  ['day', [
    [['christmas'], fixed(12, 25)], [['new', 'year', "'s"], fixed(1, 1)], [['new', 'years'], fixed(1, 1)], [['boxing'], fixed(12, 26)], [['valentine', "'s"], fixed(2, 14)],
    [['earth'], fixed(4, 22)], [['international', 'workers', "'"], fixed(5, 1)], [['may'], fixed(5, 1)], [['armistice'], fixed(11, 11)], [['international', 'women', "'s"], fixed(3, 8)], [['thanksgiving'], thanksgiving],
  ]],
  ['christmas', [[[], fixed(12, 25)]]],
  ['halloween', [[[], fixed(10, 31)]]],
  ['hogmanay', [[[], fixed(12, 31)]]],
  ['juneteenth', [[[], fixed(6, 19)]]],
  ['thanksgiving', [[[], thanksgiving]]],
  ['easter', [[[], easter(0)]]],
  ['sunday', [[['easter'], easter(0)], [['palm'], easter(-7)]]],
  ['monday', [[['easter'], easter(1)]]],
  ['friday', [[['good'], easter(-2)], [['black'], (year) => thanksgiving(year) + 1]]],
  ['wednesday', [[['ash'], easter(-46)]]],
]) // prettier-ignore

const YEAR = /^(?:1\d|20)\d\d$/

/** Holidays: "Christmas Day", "New Year's Eve", "Easter 2018". Tells whether there is one. */
export function proposeHoliday(passage: Passage, token: number): boolean {
  const rules = HOLIDAYS.get(passage.word(token))
  if (rules === undefined) return false
  for (const [before, rule] of rules) {
    let first = token - before.length
    if (!before.every((word, k) => passage.word(first + k) === word)) continue
    if (!passage.isCapital(first) && !YEAR.test(passage.word(token + 1)) && passage.word(token) !== 'eve') continue
    if (before.length === 0) {
      // "Christmas tree", "Easter Island": a holiday by itself stands behind a preposition and before no noun.
      if (!/^(?:at|on|by|before|after|until|since|this|last|next|over|for|around)$/.test(passage.word(token - 1))) return false // prettier-ignore
      if (passage.isCapital(token + 1) || /^(?:tree|eve|day|party|card|present|dinner|market|shopping|special|holidays?|season|break|egg|lights?|gifts?|sales?|song|weekend|service|message|mass)s?$/.test(passage.word(token + 1))) return false // prettier-ignore
    }
    const behind = passage.word(token + 1) === 'of' || passage.word(token + 1) === ',' ? 2 : 1
    // "Black Friday Records" is a name.
    if (passage.isCapital(token) && passage.isCapital(token + 1)) return false
    const told = YEAR.test(passage.word(token + behind)) ? Number(passage.word(token + behind)) : null
    const today = passage.today(token)
    const shift = SHIFTS.get(passage.word(first - 1))
    if (shift !== undefined && told === null) first--
    let day: Day | null = told === null ? null : rule(told)
    if (day === null && today !== null) {
      const { year } = partsOf(today)
      const direction =
        shift === undefined ? directionAt(passage, token) : shift < 0 ? 'past' : shift > 0 ? 'future' : null
      const days = [rule(year), rule(year - 1), rule(year + 1)].sort(
        (a, b) => Math.abs(a - today) - Math.abs(b - today),
      )
      day =
        (direction === null ? days[0] : days.find((d) => (direction === 'past' ? d <= today : d >= today))) ?? days[0]
    }
    const unknown = before.length === 0 && passage.word(token) === 'easter' ? 'XXXX' : isoUnknown(rule)
    passage.propose(dayProposal(first, told === null ? token : token + behind, day, unknown))
    return true
  }
  return false
}

/** A holiday of no known year: its month and day where they are the same in every year. */
function isoUnknown(rule: Rule): string {
  const [a, b] = [partsOf(rule(2020)), partsOf(rule(2021))]
  if (a.month !== b.month || a.day !== b.day) return 'XXXX-XX-XX'
  return `XXXX-${String(a.month).padStart(2, '0')}-${String(a.day).padStart(2, '0')}`
}
