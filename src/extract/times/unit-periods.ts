import { PART_OF_SPEECH } from '../../record/tokens.js'
import { amount } from './amounts.js'
import { addMonths, dayOf, padded, partsOf } from './calendar.js'
import { withStage } from './dates.js'
import type { Grain } from './found.js'
import type { Passage } from './passage.js'
import { monthsAheadAt } from './tense.js'
import { nearestMonth, shifted, valueOf } from './values.js'
import type { Unit } from './vocabulary.js'
import { MONTHS, SHIFTS, STAGES } from './vocabulary.js'

const { PROPN, PUNCT, NOUN } = PART_OF_SPEECH

/** Which week of a month or a year; 0 is the last. */
const WEEK_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['last', 0],
  ['final', 0],
])

const BEFORE_THE = new Set(['in', 'of', 'over', 'during', 'for', 'through', 'throughout', 'later', 'earlier', 'late', 'early', 'by', 'within', 'this', 'to']) // prettier-ignore

/** "the first week of May", "the last week of 2016": the week that most of its days lie in that month or year of. */
export function proposeWeekOf(passage: Passage, token: number, before: number): boolean {
  const number = WEEK_NUMBERS.get(passage.word(before))
  if (number === undefined || passage.word(token + 1) !== 'of') return false
  const told = /^(?:1\d|2[01])\d\d$/
  let t = token + 2
  const today = passage.today(token)
  let from: number | null
  let to: number | null
  const month = MONTHS.get(passage.word(t))
  if (month !== undefined && passage.isCapital(t)) {
    const year = told.test(passage.word(t + 1)) ? Number(passage.word(t + 1)) : null
    from =
      year !== null
        ? dayOf(year, month, 1)
        : today === null
          ? null
          : nearestMonth(today, month, monthsAheadAt(passage, token))
    to = from === null ? null : addMonths(from, 1) - 1
    if (year !== null) t++
  } else if (told.test(passage.word(t))) {
    from = dayOf(Number(passage.word(t)), 1, 1)
    to = dayOf(Number(passage.word(t)), 12, 31)
  } else if (SHIFTS.has(passage.word(t)) && passage.word(t + 1) === 'month') {
    const day = today === null ? null : addMonths(today, SHIFTS.get(passage.word(t))!)
    from = day === null ? null : day - partsOf(day).day + 1
    to = from === null ? null : addMonths(from, 1) - 1
    t++
  } else {
    return false
  }
  const day = from === null || to === null ? null : number === 0 ? to - 3 : from + 3 + 7 * (number - 1)
  const first = passage.word(before - 1) === 'the' ? before - 1 : before
  return passage.propose({ first, last: t, kind: 'date', value: valueOf('week', day), grain: 'week', day })
}

/** "week 31" of the year; a "Week 10" with a capital is that of a season. */
export function proposeNumberedWeek(passage: Passage, token: number): boolean {
  const number = /^\d{1,2}$/.test(passage.word(token + 1)) ? Number(passage.word(token + 1)) : 0
  if (number < 1 || number > 53 || passage.isCapital(token) || passage.word(token + 2) === 'of') return false
  // "last week 22 people died"
  const isShifted = SHIFTS.has(passage.word(token - 1)) || /^(?:a|per|each|every|that|past|one)$/.test(passage.word(token - 1)) // prettier-ignore
  if (isShifted || passage.pos(token + 2) === NOUN) return false
  const today = passage.today(token)
  const year = today === null ? 'XXXX' : valueOf('year', today)
  const first = passage.word(token - 1) === 'the' ? token - 1 : token
  return passage.propose({ first, last: token + 1, kind: 'date', value: `${year}-W${padded(number)}`, grain: 'week', day: null }) // prettier-ignore
}

/** One period by what stands before it: "last week", "the past year", "this month", "the week", "that year". */
export function proposePeriod(
  passage: Passage,
  token: number,
  unit: Unit,
  grain: Grain,
  before: number,
  next: string,
): void {
  const word = passage.word(before)
  const today = passage.today(token)
  const shift = SHIFTS.get(word)
  const isDefinite = passage.word(before - 1) === 'the'
  const propose = (first: number, by: number): void => {
    const day = today === null ? null : shifted(grain, today, by * unit.size)
    passage.propose({ first: withStage(passage, first), last: token, kind: 'date', value: valueOf(grain, day), grain, day }) // prettier-ignore
  }
  if (word === 'past' || (word === 'last' && isDefinite)) {
    if (next === 'of') return
    let first = isDefinite || passage.word(before - 1) === 'this' ? before - 1 : before
    if (passage.word(first - 1) === 'over' && first === before) first = before
    passage.propose({ first, last: token, kind: 'duration', value: amount(1, unit) })
    return
  }
  if (shift !== undefined) {
    // "the following day" counts from a day that the text tells; it is the last one named.
    const isToldFrom = word === 'following' || (word === 'previous' && isDefinite) || (word === 'next' && isDefinite)
    const first = isDefinite ? before - 1 : before
    if (isToldFrom && grain === 'day') {
      const from = passage.named
      passage.propose({ first, last: token, kind: 'date', value: valueOf('day', from === null ? null : from + shift), grain: 'day', day: from === null ? null : from + shift }) // prettier-ignore
      return
    }
    if (grain === 'day' && word === 'last') return
    if (grain === 'day' && word === 'this') {
      propose(before, 0)
      return
    }
    if (word === 'coming' && !isDefinite && passage.word(before - 1) !== 'this') {
      propose(before, 1)
      return
    }
    const stage = STAGES.has(passage.word(first - 1)) ? first - 1 : first
    propose(stage, shift)
    return
  }
  if (word === 'fiscal' || word === 'financial' || word === 'calendar') {
    const by = SHIFTS.get(passage.word(before - 1))
    if (by === undefined || unit.name !== 'year') return
    const first = passage.word(before - 2) === 'the' ? before - 2 : before - 1
    const day = today === null ? null : shifted('year', today, by)
    const value = `${word === 'calendar' ? '' : 'FY'}${valueOf('year', day)}`
    passage.propose({ first, last: token, kind: 'date', value, grain: 'year', day })
    return
  }
  if (word === 'that' || word === 'same') {
    if (/^(?:decade|century)$/.test(unit.name) || (word === 'that' && passage.pos(token + 1) === PROPN)) return
    const day = grain === 'day' ? passage.named : grain === 'year' ? passage.latest('year') ?? passage.named : passage.named // prettier-ignore
    // "the same month last year": the month named last, but for the year.
    const isOfYear = word === 'same' && passage.word(token + 2) === 'year' ? SHIFTS.get(next) : undefined
    if (isOfYear !== undefined) {
      if (grain !== 'month' || isOfYear >= 0) return
      const named = passage.latest('month') ?? passage.named ?? today
      const then = named === null ? null : addMonths(named, 12 * isOfYear)
      passage.propose({ first: passage.word(before - 1) === 'the' ? before - 1 : before, last: token + 2, kind: 'date', value: valueOf(grain, then), grain, day: then }) // prettier-ignore
      return
    }
    const first = word === 'same' && /^(?:the|that|this)$/.test(passage.word(before - 1)) ? before - 1 : before
    passage.propose({ first, last: token, kind: 'date', value: valueOf(grain, day), grain, day })
    return
  }
  if (word === 'the' && unit.name === 'day' && (next === 'before' || next === 'after')) {
    // "the day before", without what it was before: it counts from the day named last.
    const isAlone = passage.word(token + 2) === '' || passage.pos(token + 2) === PUNCT
    const from = passage.named ?? today
    const day = from === null ? null : next === 'before' ? from - 1 : from + 1
    if (isAlone) passage.propose({ first: before, last: token + 1, kind: 'date', value: valueOf('day', day), grain: 'day', day }) // prettier-ignore
    return
  }
  if (word === 'the' && grain !== 'day' && unit.name !== 'century' && !passage.isCapital(token)) {
    let p = before - 1
    if (!BEFORE_THE.has(passage.word(p))) return
    if (next === 'of' || next === 'after' || next === 'before') return
    if (passage.word(p) === 'in' && STAGES.has(passage.word(p - 1))) {
      p--
      propose(p, 0)
      return
    }
    propose(before, 0)
  }
}
