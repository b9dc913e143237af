import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Day } from './calendar.js'
import { addMonths, dayOf, isoDay, lengthOf, mondayOf, padded, partsOf, weekdayOf } from './calendar.js'
import type { Passage } from './passage.js'
import { dayProposal } from './passage.js'
import type { YearFound } from './spelt-years.js'
import { shortYear, speltYear } from './spelt-years.js'
import type { Direction } from './tense.js'
import { directionAt, isLedUpTo, monthsAheadAt } from './tense.js'
import { nearestDate, nearestMonth, nearestWeekday, valueOf } from './values.js'
import { MONTHS, SHIFTS, STAGES, WEEKDAYS } from './vocabulary.js'

const { PROPN, AUX, VERB, NOUN, ADJ, NUM, PUNCT } = PART_OF_SPEECH

/** Month names that are other words or people's names as well. */
const AMBIGUOUS = new Set(['may', 'march', 'mar', 'mar.', 'jan', 'august', 'april', 'june', 'dec', 'sep', 'nov', 'oct', 'jun', 'jul', 'apr', 'feb']) // prettier-ignore

const BEFORE_MONTH = new Set([
  'in', 'since', 'by', 'until', 'till', 'of', 'during', 'last', 'next', 'this', 'early', 'late', 'mid', 'through', 'before', 'after', 'between', 'from', 'for', 'to', 'on', 'around',
  'previous', 'following', 'every', 'each', 'the', 'coming', 'past', 'mid-', 'its', 'their', 'his', 'her', '-', '–', '/', 'and', 'or', 'again', 'beginning', 'starting',
]) // prettier-ignore

const CONNECTIVES = new Set(['to', '-', '–', '—', 'through', 'until', 'till', 'and'])

/** Newspapers and the like that a weekday begins the name of, and days with names of their own. */
const AFTER_WEEKDAY = new Set(['times', 'mail', 'herald', 'express', 'mirror', 'telegraph', 'post', 'star', 'people', 'world', 'school']) // prettier-ignore
const BEFORE_WEEKDAY = new Set(['black', 'bloody', 'super', 'palm', 'ash', 'cyber', 'shrove', 'maundy', 'good', 'easter', 'fat', 'giving', 'freaky']) // prettier-ignore

/** A month as a token names it: "March", "mid-March" written as one. */
function monthAt(passage: Passage, token: number): number | undefined {
  const word = passage.word(token)
  return MONTHS.get(word) ?? MONTHS.get(word.slice(word.lastIndexOf('-') + 1))
}

/** A day of the month in digits or words that begins at a token: "4", "4th", "4-7", "twenty second". */
interface DayNumber {
  readonly first: number
  readonly last: number
  readonly date: number
  readonly to: number | null
  readonly isOrdinal: boolean
}

function dayNumberFrom(passage: Passage, token: number): DayNumber | null {
  const numeral = passage.numeralFrom(token)
  if (numeral === null || numeral.rest !== '' || numeral.isVague || numeral.isFraction) return null
  const { first, last, value, to, isOrdinal } = numeral
  if (!isDate(value) || (to !== null && (!isDate(to) || to <= value))) return null
  const after = passage.word(last + 1)
  if (after === '%' || after === 'percent' || after === 'per' || after === 'million' || after === 'billion') return null
  if (after === ':' && passage.isGlued(last + 1)) return null
  return { first, last, date: value, to, isOrdinal }
}

function dayNumberBefore(passage: Passage, token: number): DayNumber | null {
  const word = passage.word(token)
  if (word === '') return null
  for (let first = token; first >= token - 2 && passage.word(first) !== ''; first--) {
    const number = dayNumberFrom(passage, first)
    if (number?.last !== token) continue
    const before = passage.word(first - 1)
    if (before === '$' || before === '€' || before === '£') return null
    // "twenty first" is 21, and so is what ends a larger number.
    const longer = dayNumberFrom(passage, first - 1)
    if (longer?.last === token) continue
    return number
  }
  return null
}

function isDate(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 31
}

function yearAt(passage: Passage, token: number): number | null {
  const word = passage.word(token)
  return /^(?:1\d|20)\d\d$/.test(word) ? Number(word) : null
}

/** A year behind a month or a date: "2019", ", 2019", "of 2019", "in 2019", "'87", "nineteen eighty-six", ", last year". */
function yearBehind(passage: Passage, token: number): YearFound | null {
  let t = token
  const mark = passage.word(t)
  if (mark === ',' || mark === 'of' || mark === 'in' || mark === '-' || mark === '/') t++
  const year = yearAt(passage, t)
  if (year !== null) return { year, last: t }
  const spelt = speltYear(passage, t) ?? shortYear(passage, token)
  if (spelt !== null) return spelt
  const next = passage.word(t + 1)
  if (mark !== '-' && next === 'year') {
    const shift = SHIFTS.get(passage.word(t))
    const today = passage.today(t)
    if (shift !== undefined && today !== null) return { year: partsOf(today).year + shift, last: t + 1 }
  }
  return null
}

/** Whether a token that reads like a month is one. */
function isMonth(passage: Passage, token: number): boolean {
  const word = passage.word(token)
  const before = passage.word(token - 1)
  const after = passage.word(token + 1)
  // "Mar-a-Lago"
  if (word.length <= 4 && after === '-' && passage.isGlued(token + 1) && passage.isGlued(token + 2) && /^\p{L}/u.test(passage.word(token + 2)) && monthAt(passage, token + 2) === undefined) return false // prettier-ignore
  const hasNumber =
    /^\d/.test((after === '/' || after === '-') && passage.isGlued(token + 1) ? passage.word(token + 2) : after) ||
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(before)
  if (hasNumber && word !== 'may' && word !== 'march') return true
  if (hasNumber && passage.isCapital(token)) return true
  const afterNumberWord = word !== 'may' && dayNumberFrom(passage, token + 1) !== null
  if (afterNumberWord && passage.isCapital(token)) return true
  if (!passage.isCapital(token)) {
    const isOther = word !== 'may' && word !== 'march' && word !== 'mar' && word !== 'august'
    return isOther && (BEFORE_MONTH.has(before) || passage.pos(token) === PROPN) && !/^(?:jan|dec|sep|nov|oct|jun|jul|apr|feb)$/.test(word) // prettier-ignore
  }
  if (before === 'ms' || before === 'mrs' || before === 'mr' || before === 'theresa' || before === 'ms.' || before === 'mrs.') return false // prettier-ignore
  if (!AMBIGUOUS.has(word)) return true
  // "a June poll", "the party's March vote"
  const isDescribing = /^(?:an?|'s|'|that|her|his|its|their)$/.test(before) && passage.tokens.pos[token + 1] === NOUN
  if (isDescribing && !passage.isCapital(token + 1) && word !== 'dec' && word !== 'mar') return true
  if (passage.pos(token) === AUX || passage.pos(token) === VERB) return BEFORE_MONTH.has(before)
  const next = passage.tokens.pos[token + 1]
  if (!BEFORE_MONTH.has(before)) {
    // A person's name, or the sentence's first word: "April Smith said", "May said".
    if (word === 'may' || word === 'march' || word.length <= 4) return dayNumberFrom(passage, token + 1) !== null || yearBehind(passage, token + 1) !== null // prettier-ignore
    return !(passage.isCapital(token + 1) && next === PROPN) && !(passage.pos(token - 1) === PROPN)
  }
  if (passage.isCapital(token + 1) && next === PROPN && (word === 'jan' || word === 'april' || word === 'june')) return false // prettier-ignore
  return word !== 'may' || !passage.namesMay || /^(?:in|since|last|next|this|early|late|mid|during|until)$/.test(before) // prettier-ignore
}

/** Dates around a month's name: "January 13", "Thursday, 13 January 2022", "March 4 and 5", "mid-May", "last November". */
export function proposeMonthDate(passage: Passage, token: number): void {
  if (!isMonth(passage, token)) return
  const month = monthAt(passage, token)!
  let last = token
  // "January nineteen eighty-six"
  let right = speltYear(passage, token + 1) === null ? dayNumberFrom(passage, token + 1) : null
  if (right === null && /^(?:,|\/|-|the)$/.test(passage.word(token + 1))) {
    right = dayNumberFrom(passage, token + 2)
    if (!/^[-/]$/.test(passage.word(token + 1)) && right?.isOrdinal !== true) right = null
  } // prettier-ignore
  // "March 30 people came": a number of things, not a day.
  const left = leftDay(passage, token, right)
  if (left !== null) right = null
  const number = left ?? right
  if (right !== null) last = right.last
  let first = left?.first ?? token
  if (passage.word(first - 1) === 'the' && left !== null) first--
  let rangeTo = number?.to ?? null
  if (right !== null && rangeTo === null && CONNECTIVES.has(passage.word(last + 1)) && passage.word(last + 1) !== 'and') {
    const end = dayNumberFrom(passage, last + 2)
    const next = end === null ? '' : passage.word(end.last + 1)
    if (end !== null && end.to === null && end.date > right.date && !MONTHS.has(next) && (next !== 'of' || yearBehind(passage, end.last + 1) !== null)) {
      rangeTo = end.date
      last = end.last
    }
  } // prettier-ignore
  const year = yearBehind(passage, last + 1)
  if (year !== null) last = year.last
  const rangeYear = year === null ? yearOfRange(passage, last + 1, month) : null
  const direction = directionAt(passage, token)
  const today = passage.today(token)
  if (number === null) {
    proposeMonth(passage, token, last, month, year?.year ?? rangeYear)
    return
  }
  const resolve = (date: number): Day | null => {
    const told = year?.year ?? rangeYear
    if (told !== null) return dayOf(told, month, date)
    return today === null ? null : nearestDate(today, month, date, direction)
  }
  if (number.date > lengthOf(2020, month) || (rangeTo !== null && rangeTo > lengthOf(2020, month))) {
    passage.pass(last)
    return
  }
  const unknown = (date: number): string => `XXXX-${padded(month)}-${padded(date)}`
  const isLost = (date: number): boolean => resolve(date) === null && (year !== null || today !== null)
  if (isLost(number.date)) {
    passage.pass(last)
    return
  }
  first = withWeekday(passage, first)
  if (rangeTo !== null) {
    const [low, high] = [number.date, rangeTo].map((date) => {
      const day = resolve(date)
      return day === null ? unknown(date) : isoDay(day)
    })
    passage.propose({ first, last, kind: 'date', value: `${low}/${high}`, low, high })
    return
  }
  // "4 and 5 March": the first of them is a time of its own.
  if (left !== null) proposeListed(passage, left, resolve, unknown)
  const relative = SHIFTS.get(passage.word(first - 1)) !== undefined && year === null
  let day = resolve(number.date)
  if (relative && passage.word(first - 1) !== 'following') {
    first--
    const shift = SHIFTS.get(passage.word(first))!
    if (day !== null && today !== null && shift * (day - today) < 0)
      day = dayOf(partsOf(day).year + shift, month, number.date)
  }
  passage.propose(dayProposal(first, last, day, unknown(number.date)))
  // "March 4 and 5": another day of the same month.
  if (right !== null && year === null) {
    for (let t = last + 1; passage.word(t) === 'and' || passage.word(t) === ',' || passage.word(t) === 'or';) {
      if (passage.word(t) === ',' && passage.word(t + 1) === 'and') t++
      const other = dayNumberFrom(passage, t + 1)
      if (other === null || other.to !== null || other.date <= number.date) break
      const next = passage.pos(other.last + 1)
      if (next === NOUN || next === PROPN || passage.word(other.last + 1) === 'of') break
      if (passage.word(t) === ',' && !/^(?:and|,|or|)$/.test(passage.word(other.last + 1))) break
      passage.propose(dayProposal(other.first, other.last, resolve(other.date), unknown(other.date)))
      t = other.last + 1
    }
  }
}

/** The day before a month: "13 January", "the 13th of January", "3 to 5 May". */
function leftDay(passage: Passage, token: number, right: DayNumber | null): DayNumber | null {
  const hyphened = passage.word(token - 1) === '-' || passage.word(token - 1) === '/'
  const of = passage.word(token - 1) === 'of' || hyphened ? 1 : 0
  const left = dayNumberBefore(passage, token - 1 - of)
  if (left === null) return null
  if (of === 1 && !hyphened && !left.isOrdinal && right !== null) return null
  if (right !== null && yearAt(passage, token + 1) === null) return null
  if (left.to !== null) return left
  const connective = passage.word(left.first - 1)
  if (connective === 'to' || connective === '-' || connective === '–' || (connective === 'and' && passage.word(left.first - 3) === 'between')) {
    const low = dayNumberBefore(passage, left.first - 2)
    if (low !== null && low.to === null && low.date < left.date)
      return { first: low.first, last: left.last, date: low.date, to: left.date, isOrdinal: left.isOrdinal }
  } // prettier-ignore
  return left
}

/** Days listed before the last one: "3" of "3 and 5 March". */
function proposeListed(passage: Passage, left: DayNumber, resolve: (date: number) => Day | null, unknown: (date: number) => string): void {
  if (passage.word(left.first - 1) !== 'and' && passage.word(left.first - 1) !== 'or') return
  const before = dayNumberBefore(passage, left.first - 2)
  if (before === null || before.to !== null || before.date >= left.date || MONTHS.has(passage.word(before.first - 1))) return
  if (passage.pos(before.first - 1) === NOUN) return
  passage.propose(dayProposal(before.first, before.last, resolve(before.date), unknown(before.date)))
} // prettier-ignore

/** The weekday before a date: "Thursday, January 13", "Thursday the 13th". */
function withWeekday(passage: Passage, first: number): number {
  let t = first - 1
  if (passage.word(t) === ',' || passage.word(t) === '(' || passage.word(t) === '-') t--
  if (!WEEKDAYS.has(passage.word(t))) return first
  return SHIFTS.has(passage.word(t - 1)) ? t - 1 : t
}

/** The year that a range of months or dates ends with: "January to April 2015", "Nov 18-Dec 19, 2015". */
function yearOfRange(passage: Passage, token: number, month: number): number | null {
  if (!CONNECTIVES.has(passage.word(token))) return null
  let t = token + 1
  const before = dayNumberFrom(passage, t)
  if (before !== null) t = before.last + 1
  if (passage.word(t) === 'of') t++
  const other = monthAt(passage, t)
  if (other === undefined || !isMonth(passage, t)) return null
  const after = dayNumberFrom(passage, t + 1)
  const year = yearBehind(passage, (after?.last ?? t) + 1)
  return year === null ? null : month > other ? year.year - 1 : year.year
}

/** A month without a day: "May", "last November", "early this June", "the end of May 2018". */
function proposeMonth(passage: Passage, token: number, lastToken: number, month: number, year: number | null): void {
  const today = passage.today(token)
  let first = token
  let last = lastToken
  let day: Day | null = null
  const before = passage.word(token - 1)
  const told = yearAt(passage, token - 1)
  const shift = SHIFTS.get(before)
  if (year !== null) {
    day = dayOf(year, month, 1)
  } else if (told !== null && lastToken === token) {
    day = dayOf(told, month, 1)
    first--
  } else if (today !== null) {
    if (shift === undefined || before === 'following' || before === 'current') {
      day = nearestMonth(today, month, monthsAheadAt(passage, token))
    } else {
      first--
      const thisYear = dayOf(partsOf(today).year, month, 1)!
      const here = dayOf(partsOf(today).year, partsOf(today).month, 1)!
      day = thisYear
      if (shift < 0 && thisYear >= here) day = addMonths(thisYear, -12)
      if (shift > 0 && thisYear <= here) day = addMonths(thisYear, 12)
    }
  } else if (shift !== undefined) {
    first--
  }
  first = withStage(passage, first)
  const isEvery = passage.word(first - 1) === 'every' || passage.word(first - 1) === 'each'
  if (isEvery) {
    passage.propose({ first: first - 1, last, kind: 'set', value: `XXXX-${padded(month)}` })
    return
  }
  if (passage.word(last + 1) === 'last' || passage.word(last + 1) === 'this') {
    if (passage.word(last + 2) === 'year') last += 2
  }
  const value = day === null ? `XXXX-${padded(month)}` : valueOf('month', day)
  passage.propose({ first, last, kind: 'date', value, grain: 'month', day })
}

/** Takes in what tells the stage of a period: "early", "mid-", "the end of". */
export function withStage(passage: Passage, from: number): number {
  let first = from
  if (passage.word(first - 1) === '-' && STAGES.has(passage.word(first - 2))) return first - 2
  if (STAGES.has(passage.word(first - 1))) {
    first--
    return passage.word(first - 1) === 'the' ? first - 1 : first
  }
  const of = passage.word(first - 1) === 'of' ? first - 1 : passage.word(first - 2) === 'of' && passage.word(first - 1) === 'the' ? first - 2 : -1 // prettier-ignore
  if (of < 0 || !/^(?:end|beginning|start|middle|close|onset)$/.test(passage.word(of - 1))) return first
  return passage.word(of - 2) === 'the' ? of - 2 : of - 1
}

/** Weekdays: "Thursday", "last Wednesday", "every Friday", "Sundays", and the dates that they begin. */
export function proposeWeekday(passage: Passage, token: number): void {
  const word = passage.word(token)
  const isPlural = word.endsWith('days')
  const weekday = WEEKDAYS.get(isPlural ? word.slice(0, -1) : word)
  if (weekday === undefined) return
  if (!isPlural) {
    const month = monthAhead(passage, token)
    if (month > 0) {
      proposeMonthDate(passage, month)
      if (passage.covered >= token) return
    }
  }
  const today = passage.today(token)
  const unknown = `XXXX-WXX-${weekday}`
  const dated = datedWeekday(passage, token, weekday, today)
  if (dated !== null) {
    passage.propose(dayProposal(token, dated.last, dated.day, unknown))
    return
  }
  const week = weekBehind(passage, token + 1) ?? weekBefore(passage, token)
  if (week !== null) {
    const day = today === null ? null : mondayOf(today) + 7 * week.shift + weekday - 1
    passage.propose(dayProposal(week.first ?? token, week.last, day, unknown))
    return
  }
  const isFull = word.endsWith('day') || isPlural
  const before = passage.word(token - 1)
  if (!isFull && !(passage.isCapital(token) && (before === 'on' || before === 'next' || before === 'last' || before === 'or' || before === 'every') && passage.pos(token + 1) !== NOUN)) return // prettier-ignore
  const next = passage.word(token + 1)
  if (AFTER_WEEKDAY.has(next) && passage.isCapital(token + 1)) return
  if (BEFORE_WEEKDAY.has(before) && passage.isCapital(token - 1)) return
  if (isPlural || before === 'every' || before === 'each' || (before === 'other' && passage.word(token - 2) === 'every')) {
    const first = isPlural ? token : before === 'other' ? token - 2 : token - 1
    passage.propose({ first, last: token, kind: 'set', value: `XXXX-WXX-${weekday}` })
    return
  } // prettier-ignore
  passage.propose(dayProposal(...weekdaySpan(passage, token, weekday, today), unknown))
}

/** From the first token of a weekday with the words that shift it, to the day that it is. */
function weekdaySpan(
  passage: Passage,
  token: number,
  weekday: number,
  today: Day | null,
): [number, number, Day | null] {
  const before = passage.word(token - 1)
  const shift = before === 'past' ? -1 : SHIFTS.get(before)
  if (shift === undefined || before === 'current') {
    const day = today === null ? null : nearestWeekday(today, weekday, weekdayDirection(passage, token, weekday, today))
    const first = STAGES.has(before) ? token - 1 : token
    return [first, token, day]
  }
  let first = token - 1
  if (passage.word(first - 1) === 'this') first--
  else if (passage.word(first - 1) === 'the') first--
  if (STAGES.has(passage.word(first - 1))) first--
  if (today === null) return [first, token, null]
  if (before === 'past') return [first, token, today - 1 - ((weekdayOf(today - 1) - weekday + 7) % 7)]
  if (before === 'coming' || before === 'upcoming') return [first, token, nearestWeekday(today + 1, weekday, 'future')]
  return [first, token, mondayOf(today) + 7 * shift + weekday - 1]
}

/** What leads up to a weekday is news while that lies ahead, unless it has only just been. */
const JUST_BEEN = 2

/** Whether a weekday is the last or the next one of its name; null where nothing tells. */
function weekdayDirection(passage: Passage, token: number, weekday: number, today: Day): Direction | null {
  const since = (weekdayOf(today) - weekday + 7) % 7
  return since > JUST_BEEN && isLedUpTo(passage, token) ? 'future' : directionAt(passage, token)
}

/** A day of an unnamed month: "on the 18th", "since the 21st of this month". */
export function proposeOrdinal(passage: Passage, token: number): void {
  if (passage.word(token - 1) !== 'the' || !/^(?:on|since|until|by|from|around)$/.test(passage.word(token - 2))) return
  const named = passage.word(token + 1) === 'day' && passage.word(token + 2) === 'of' ? token + 1 : token
  const pos = passage.pos(named + 1)
  if (pos === NOUN || pos === ADJ || pos === PROPN || pos === NUM) return
  const number = dayNumberFrom(passage, token)
  if (number === null || number.to !== null) return
  const of = passage.word(named + 1) === 'of' ? 1 : 0
  const shift = passage.word(named + 2 + of) === 'month' ? SHIFTS.get(passage.word(named + 1 + of)) : undefined
  if ((of === 1 && shift === undefined) || passage.word(token + 1) === '-' || passage.word(token + 1) === 'and') return
  const today = passage.today(token)
  let day: Day | null = null
  if (today !== null) {
    const { year, month } = partsOf(shift === undefined ? today : addMonths(today, shift))
    day = dayOf(year, month, number.date)
    const direction = shift === undefined ? directionAt(passage, token) : null
    if (day !== null && direction === 'past' && day > today) day = addMonths(day, -1)
    if (day !== null && direction === 'future' && day < today) day = addMonths(day, 1)
  }
  const last = shift === undefined ? token : named + 2 + of
  passage.propose(dayProposal(token - 1, last, day, `XXXX-XX-${padded(number.date)}`))
}

/** The month of the date that a weekday begins: "Thursday, January 13", "Thursday the 13th of January". 0 where it begins none. */
function monthAhead(passage: Passage, token: number): number {
  let t = token + 1
  if (passage.word(t) === ',' || passage.word(t) === '(' || passage.word(t) === '-') t++
  if (passage.word(t) === 'the') t++
  if (monthAt(passage, t) !== undefined) {
    const number = dayNumberFrom(passage, passage.word(t + 1) === '-' ? t + 2 : t + 1)
    return number === null ? 0 : t
  }
  const number = dayNumberFrom(passage, t)
  if (number === null) return 0
  t = number.last + 1
  if (passage.word(t) === 'of' || passage.word(t) === '-') t++
  return monthAt(passage, t) === undefined ? 0 : t
}

/** "Tuesday the eleventh", "Friday 13th": the day nearest to today with that name and number. */
function datedWeekday(passage: Passage, token: number, weekday: number, today: Day | null): { last: number; day: Day | null } | null {
  const the = passage.word(token + 1) === 'the' ? 1 : 0
  const number = dayNumberFrom(passage, token + 1 + the)
  if (number === null || number.to !== null) return null
  // "On Sunday 31 people came": without "th" the number must be the last of its phrase.
  if (!number.isOrdinal && (the === 1 || number.last !== token + 1 || !isPhraseEnd(passage, number.last + 1))) return null
  if (passage.pos(number.last + 1) === NOUN) return null
  let day: Day | null = null
  for (let months = 0; today !== null && day === null && months < 14; months++) {
    for (const by of [months, -months]) {
      const { year, month } = partsOf(addMonths(today, by))
      const tried = dayOf(year, month, number.date)
      if (tried !== null && weekdayOf(tried) === weekday) day ??= tried
    }
  }
  return day === null && today !== null ? null : { last: number.last, day }
} // prettier-ignore

function isPhraseEnd(passage: Passage, token: number): boolean {
  return passage.word(token) === '' || (passage.pos(token) === PUNCT && !/^[-–:.]$/.test(passage.word(token))) || passage.word(token) === '.' // prettier-ignore
}

/** "next week" before a weekday: "next week on Tuesday". */
function weekBefore(passage: Passage, token: number): WeekBeside | null {
  let t = token - 1
  if (/^(?:on|,|-)$/.test(passage.word(t))) t--
  const shift = SHIFTS.get(passage.word(t - 1))
  return shift === undefined || passage.word(t) !== 'week' ? null : { first: t - 1, last: token, shift }
}

interface WeekBeside {
  readonly first?: number
  readonly last: number
  readonly shift: number
}

/** "of next week", "last week" behind a weekday. */
function weekBehind(passage: Passage, token: number): WeekBeside | null {
  let t = token
  if (passage.word(t) === 'of') t++
  if (passage.word(t) === 'the') t++
  const shift = SHIFTS.get(passage.word(t))
  return shift === undefined || passage.word(t + 1) !== 'week' ? null : { last: t + 1, shift }
}
