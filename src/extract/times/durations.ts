import type { Numeral } from '../../record/numeral.js'
import { numeralAt } from '../../record/numeral.js'
import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Day } from './calendar.js'
import { addMonths } from './calendar.js'
import { AHEAD, amount, BEHIND, GRAINS } from './amounts.js'
import type { Passage } from './passage.js'
import { directionAt } from './tense.js'
import { proposeNumberedWeek, proposePeriod, proposeWeekOf } from './unit-periods.js'
import { shifted, valueOf } from './values.js'
import type { Unit } from './vocabulary.js'
import { UNITS } from './vocabulary.js'

const { NOUN, NUM, VERB } = PART_OF_SPEECH

/** Adjectives that may stand between a number and its unit. */
const BETWEEN = new Set(['full', 'whole', 'straight', 'consecutive', 'more', 'additional', 'long', 'calendar', 'business', 'working', 'earth', 'further', 'extra', 'successive', 'short', 'entire', 'solid', 'good']) // prettier-ignore

/** Words for so many without a number. */
const VAGUE = new Set(['few', 'several', 'many', 'some', 'numerous'])

const BEFORE_ONE = new Set(['for', 'in', 'within', 'after', 'over', 'about', 'nearly', 'almost', 'than', 'least', 'just', 'only', 'during', 'under', 'around', 'roughly', 'another', 'approximately', 'every', 'once', 'to', 'lasted', 'took', 'spent', 'take', 'takes', 'up', 'waited', 'spend']) // prettier-ignore

const AFTER = new Set(['ago', 'later', 'earlier', 'before', 'after', 'from', 'prior', 'since', 'hence'])

/** What a token with a unit in it is made of: "year", "seven-year", "3h", "week-long". */
interface UnitToken {
  readonly unit: Unit
  /** Offset where the unit ends in the text. */
  readonly end: number
  /** Numeral written with it. */
  readonly numeral: Numeral | null
  readonly isCompound: boolean
}

/** Durations, sets and relative dates around a unit of time. */
export function proposeByUnit(passage: Passage, token: number): void {
  const found = unitAt(passage, token)
  if (found === null || isAge(passage, token)) return
  const { unit } = found
  let numeral = found.numeral
  let before = token - 1
  if (numeral === null) {
    if (found.isCompound && !isUnitFirst(passage, token)) return
    // "four-plus months" is one token or three.
    if (/^(?:plus|odd)$/.test(passage.word(before)) && passage.word(before - 1) === '-' && passage.isGlued(before))
      before -= 2
    // "30-minute" is three tokens.
    if (passage.word(before) === '-' && passage.isGlued(before) && passage.isGlued(token)) before--
    // "the 5 coming years", but "$4.3 billion last year".
    else if (BETWEEN.has(passage.word(before)) || (unit.isPlural && isShift(passage.word(before)))) before--
    const glued = /-(?:plus|odd)$/.test(passage.word(before)) ? passage.numeralFrom(before) : null
    numeral = glued?.last === before ? glued : passage.numeralBefore(before)
    if (numeral !== null && (numeral.isOrdinal || (numeral.isFraction && numeral.value < 0.01))) numeral = null
    if (numeral?.isVague === true) numeral = null
    if (numeral?.isFraction === true) numeral = mixed(passage, numeral)
    if (numeral === null && before === token - 2 && passage.word(token - 1) === '-') return
  }
  const isOneDay =
    numeral?.value === 1 &&
    numeral.form === 'words' &&
    !found.isCompound &&
    (unit.name === 'day' || unit.name === 'night')
  if (numeral !== null && !isOneDay) {
    proposeCounted(passage, token, found, numeral)
    return
  }
  proposeUncounted(passage, token, found.end, unit, token - 1)
}

/** "10 previous weeks", "the 5 coming years" */
function isShift(word: string): boolean {
  return BEHIND.has(word) || AHEAD.has(word)
}

function unitAt(passage: Passage, token: number): UnitToken | null {
  const { tokens } = passage
  const word = tokens.word[token]
  const start = tokens.start[token]
  const known = UNITS.get(word)
  if (known !== undefined) return { unit: known, end: tokens.end[token], numeral: null, isCompound: false }
  // "3h", "3.5years", "seven-year", "two-and-a-half-hour".
  for (let first = token; first > token - 4 && passage.word(first) !== ''; first--) {
    const numeral = numeralAt(tokens, first)
    if (numeral?.last !== token || numeral.rest === '') continue
    const [name, ...rest] = numeral.rest.split('-')
    const unit = UNITS.get(name) ?? UNITS.get(name === 'h' ? 'hour' : name)
    if (unit === undefined || (rest.length > 0 && rest.join() !== 'long')) return null
    const end = numeral.end + (passage.text.charAt(numeral.end) === '-' ? 1 : 0) + name.length
    return { unit, end: Math.min(end, tokens.end[token]), numeral, isCompound: true }
  }
  const parts = word.split('-')
  if (parts.length === 2 && parts[1] === 'long' && UNITS.has(parts[0])) {
    return { unit: UNITS.get(parts[0])!, end: start + parts[0].length, numeral: null, isCompound: true }
  }
  if (parts.length === 2 && UNITS.has(parts[1])) {
    return { unit: UNITS.get(parts[1])!, end: tokens.end[token], numeral: null, isCompound: true }
  }
  return null
}

/** "2 1/2": a whole number and a fraction behind it. */
function mixed(passage: Passage, fraction: Numeral): Numeral {
  const whole = /^\d{1,3}$/.test(passage.word(fraction.first - 1)) ? Number(passage.word(fraction.first - 1)) : null
  if (whole === null || fraction.form !== 'digits') return fraction
  const first = fraction.first - 1
  return { ...fraction, first, start: passage.tokens.start[first], value: whole + fraction.value, isFraction: false }
}

/** Whether a compound begins with its unit: "week-long". */
function isUnitFirst(passage: Passage, token: number): boolean {
  return passage.word(token).endsWith('-long')
}

/** "54 years old", "aged two years", "a boy of 11 years of age": how old one is, not how long. */
function isAge(passage: Passage, token: number): boolean {
  const next = passage.word(token + 1)
  if (next === 'old' || (next === 'of' && passage.word(token + 2) === 'age')) return true
  if (next === '-' && passage.word(token + 2) === 'old') return true
  if (next === 'older' || next === 'younger') return true
  for (let t = token - 1; t >= token - 4 && passage.word(t) !== ''; t--) {
    if (passage.word(t) === 'aged' || (passage.word(t) === 'age' && t === token - 2)) return true
  }
  return false
}

/** "three weeks", "the last four years", "two to three hours", "5 years ago". */
function proposeCounted(passage: Passage, token: number, { unit, end }: UnitToken, numeral: Numeral): void {
  const { word } = passage.tokens
  let first = numeral.first
  let start = numeral.start
  let low: number | null = numeral.to === null ? null : numeral.value
  const high = numeral.to ?? numeral.value
  const connective = passage.word(first - 1)
  // "a few hundred years" tells no length.
  if (VAGUE.has(connective) && connective !== 'some') return
  if (low === null && /^(?:to|or|and|-|–|—)$/.test(connective)) {
    const other = passage.numeralBefore(first - 2)
    const isBetween = other !== null && passage.word(other.first - 1) === 'between'
    if (other !== null && !other.isVague && !other.isOrdinal && other.to === null && other.value < high && (connective !== 'and' || isBetween)) {
      low = other.value
      first = other.first
      start = passage.tokens.start[first]
    }
  } // prettier-ignore
  if (unit.name === 'second' && numeral.form === 'words' && numeral.value === 1 && !unit.isPlural && passage.word(token - 1) === 'a') return // prettier-ignore
  const value = amount(high, unit)
  const determiner = passage.word(first - 1)
  const next = passage.word(token + 1)
  // "every three weeks"
  if (determiner === 'every' || determiner === 'each') {
    passage.propose({ first: first - 1, last: token, end, kind: 'set', value })
    return
  }
  if (low === null && end === passage.tokens.end[token]) {
    if (next === 'ago' || (next === 'from' && passage.word(token + 2) === 'now')) {
      const [last, sign] = next === 'ago' ? [token + 1, -1] : [token + 2, 1]
      const more = determiner === 'and' ? countedBefore(passage, first - 2, unit) : null
      const today = passage.today(last)
      if (more !== null && today !== null)
        proposeRelative(passage, more.first, last, unit, sign * high, moved(today, more.unit, sign * more.count))
      else proposeRelative(passage, first, last, unit, sign * high)
      return
    }
    if (determiner === 'in' && isAheadOf(passage, first - 1, token)) {
      proposeRelative(passage, first, token, unit, high)
      return
    }
  } // prettier-ignore
  let last = token
  let stop = end
  let total = value
  if (low === null && stop === passage.tokens.end[token]) {
    const rest = moreBehind(passage, token + 1, high, unit)
    if (rest !== null) {
      last = rest.last
      stop = passage.tokens.end[last]
      total = rest.value
    }
  }
  if (BEHIND.has(determiner) || AHEAD.has(determiner) || determiner === 'first' || determiner === 'final') {
    first--
    if (passage.word(first - 1) === 'the' || passage.word(first - 1) === 'these' || passage.word(first - 1) === 'those') first-- // prettier-ignore
    start = passage.tokens.start[first]
  } else if (BEHIND.has(word[token - 1]) || AHEAD.has(word[token - 1])) {
    if (determiner === 'the') first--
    start = passage.tokens.start[first]
  }
  if (low !== null) {
    const ends = { low: amount(low, unit), high: value }
    passage.propose({ first, last, start, end: stop, kind: 'duration', value: `${ends.low}/${ends.high}`, ...ends })
    return
  }
  passage.propose({ first, last, start, end: stop, kind: 'duration', value: total })
}

/** "in two weeks" where what it tells of lies ahead: a date, and no duration. */
function isAheadOf(passage: Passage, preposition: number, token: number): boolean {
  // "for the first time in eight years"
  if (passage.word(preposition - 1) === 'time') return false
  return directionAt(passage, token) === 'future' && !/^(?:of|after|before)$/.test(passage.word(token + 1))
}

/** "and a half", "and 30 minutes" behind a counted unit. */
function moreBehind(
  passage: Passage,
  token: number,
  count: number,
  unit: Unit,
): { last: number; value: string } | null {
  if (passage.word(token) !== 'and' && passage.word(token) !== ',') return null
  if (passage.word(token) === 'and') {
    const a = passage.word(token + 1) === 'a' ? 1 : 0
    const part = passage.word(token + 1 + a)
    if (part === 'half') return { last: token + 1 + a, value: amount(count + 0.5, unit) }
    if (part === 'quarter') return { last: token + 1 + a, value: amount(count + 0.25, unit) }
  }
  const numeral = passage.numeralFrom(token + 1)
  if (numeral === null || numeral.rest !== '' || numeral.to !== null || numeral.isOrdinal || numeral.isVague)
    return null
  const smaller = UNITS.get(passage.word(numeral.last + 1))
  if (smaller === undefined || !isSmaller(smaller, unit) || passage.word(numeral.last + 2) === 'ago') return null
  const more = amount(numeral.value, smaller).slice(1)
  const whole = amount(count, unit)
  return { last: numeral.last + 1, value: whole.startsWith('PT') ? whole + more.replace('T', '') : whole + more }
}

const ORDER = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']

function isSmaller(a: Unit, b: Unit): boolean {
  return ORDER.indexOf(a.name) >= 0 && ORDER.indexOf(a.name) < ORDER.indexOf(b.name)
}

/** The larger unit that is counted before a smaller one: "two weeks" of "two weeks and two days ago". */
function countedBefore(passage: Passage, token: number, smaller: Unit): { first: number; unit: Unit; count: number } | null {
  const unit = UNITS.get(passage.word(token))
  const numeral = unit !== undefined && isSmaller(smaller, unit) ? passage.numeralBefore(token - 1) : null
  if (unit === undefined || numeral === null || numeral.isOrdinal || numeral.isVague || numeral.isFraction) return null
  if (numeral.to !== null || !Number.isInteger(numeral.value) || numeral.value > 800) return null
  return { first: numeral.first, unit, count: numeral.value }
} // prettier-ignore

/** A day, so many of a unit of a day or more later. */
function moved(day: Day, { letter, size }: Unit, by: number): Day {
  if (letter === 'D') return day + by * size
  return letter === 'W' ? day + 7 * by * size : addMonths(day, by * size * (letter === 'M' ? 1 : 12))
}

/** "two months ago", "three days from now": a date as fine as its unit. It counts from the day given, else from the article's. */
function proposeRelative(passage: Passage, first: number, last: number, unit: Unit, by: number, from?: Day): void {
  const grain = GRAINS[unit.name]
  const today = from ?? passage.today(last)
  if (grain === null) {
    passage.propose({ first, last, kind: 'time', value: by < 0 ? 'PAST_REF' : 'FUTURE_REF' })
    return
  }
  if (
    today === null ||
    !Number.isInteger(by * unit.size) ||
    Math.abs(by * unit.size) > (grain === 'year' ? 1800 : 800)
  ) {
    passage.propose({ first, last, kind: 'date', value: valueOf(grain, null), grain, day: null })
    return
  }
  const day = shifted(grain, today, by * unit.size)
  passage.propose({ first, last, kind: 'date', value: valueOf(grain, day), grain, day })
}

/** A unit without a number: "an hour", "a few weeks", "last week", "this year", "for decades", "once a year". */
function proposeUncounted(passage: Passage, token: number, end: number, unit: Unit, before: number): void {
  const word = passage.word(before)
  const isCompound = end !== passage.tokens.end[token]
  if (isCompound) {
    if (!unit.isPlural) passage.propose({ first: token, last: token, end, kind: 'duration', value: amount(1, unit) })
    return
  }
  if (unit.name === 'second' && !unit.isPlural) return
  const next = passage.word(token + 1)
  // "the year 0", "the year 79": not the present one, nor any that is known here.
  if (unit.name === 'year' && word === 'the' && passage.pos(token + 1) === NUM && passage.pos(token + 2) !== NOUN)
    return
  // "half an hour", "a half hour", "half-hour"
  if (word === 'half' || (/^an?$/.test(word) && passage.word(before - 1) === 'half')) {
    if (unit.isPlural) return
    const first = word === 'half' ? (passage.word(before - 1) === 'a' ? before - 1 : before) : before - 1
    proposeSpan(passage, first, token, unit, 0.5)
    return
  }
  const couple = word === 'couple' ? before : word === 'of' && passage.word(before - 1) === 'couple' ? before - 1 : -1
  if (couple >= 0) {
    const first = passage.word(couple - 1) === 'a' ? couple - 1 : couple
    proposeSpan(passage, first, token, unit, 2)
    return
  }
  if (word === 'every' || word === 'each') {
    passage.propose({ first: before, last: token, kind: 'set', value: amount(1, unit) })
    return
  }
  if (word === 'other' && passage.word(before - 1) === 'every') {
    passage.propose({ first: before - 1, last: token, kind: 'set', value: amount(2, unit) })
    return
  }
  if (word === 'per' && !unit.isPlural && (unit.name === 'year' || unit.name === 'month' || unit.name === 'week' || unit.name === 'day')) {
    passage.propose({ first: before, last: token, kind: 'set', value: amount(1, unit) })
    return
  } // prettier-ignore
  if (word === 'a' || word === 'an' || word === 'one') {
    proposeOne(passage, token, unit, before)
    return
  }
  if (word === 'another') {
    passage.propose({ first: before, last: token, kind: 'duration', value: amount(1, unit) })
    return
  }
  if (word === 'all' && !unit.isPlural && unit.name !== 'second') {
    passage.propose({ first: before, last: token, kind: 'duration', value: amount(1, unit) })
    return
  }
  if (unit.isPlural) {
    proposeMany(passage, token, unit, before)
    return
  }
  if (
    unit.name === 'week' &&
    unit.size === 1 &&
    (proposeWeekOf(passage, token, before) || proposeNumberedWeek(passage, token))
  )
    return
  const grain = GRAINS[unit.name]
  if (grain === null) {
    if (word === 'past' || (word === 'last' && passage.word(before - 1) === 'the')) {
      const first = passage.word(before - 1) === 'the' ? before - 1 : before
      passage.propose({ first, last: token, kind: 'duration', value: amount(1, unit) })
    }
    return
  }
  proposePeriod(passage, token, unit, grain, before, next)
}

/** "a year", "an hour": a duration only where something shows it; "twice a year" and "$5 a year" are sets. */
function proposeOne(passage: Passage, token: number, unit: Unit, before: number): void {
  if (unit.isPlural) return
  const word = passage.word(before - 1)
  const next = passage.word(token + 1)
  if (word === 'once' || word === 'twice' || word === 'times') {
    const first = word === 'times' ? before - 2 : before - 1
    const frequency = Math.max(first, passage.first)
    passage.propose({ first: frequency, last: token, kind: 'set', value: amount(1, unit) })
    return
  }
  if (AFTER.has(next) || BEFORE_ONE.has(word) || BEHIND.has(passage.word(before)) || unit.name === 'hour' || (passage.word(before) === 'one' && unit.name !== 'day' && unit.name !== 'night')) {
    proposeSpan(passage, before, token, unit, 1)
    return
  } // prettier-ignore
  if (next === 'and') {
    const more = moreBehind(passage, token + 1, 1, unit)
    if (more !== null) passage.propose({ first: before, last: more.last, kind: 'duration', value: more.value })
    return
  }
  if (passage.pos(before - 1) === VERB) {
    proposeSpan(passage, before, token, unit, 1)
    return
  }
  if (passage.pos(before - 1) === NUM || passage.pos(before - 1) === NOUN || word === '%') {
    passage.propose({ first: before, last: token, kind: 'set', value: amount(1, unit) })
  }
}

/** One of a unit, half of it or two, with what stands before and behind: "the last couple of weeks", "a year ago", "an hour and a half". */
function proposeSpan(passage: Passage, from: number, token: number, unit: Unit, count: number): void {
  const next = passage.word(token + 1)
  if (next === 'ago') {
    proposeRelative(passage, from, token + 1, unit, -count)
    return
  }
  if (next === 'from' && passage.word(token + 2) === 'now') {
    proposeRelative(passage, from, token + 2, unit, count)
    return
  }
  if (
    passage.word(from - 1) === 'in' &&
    count >= 1 &&
    GRAINS[unit.name] !== null &&
    isAheadOf(passage, from - 1, token)
  ) {
    proposeRelative(passage, from, token, unit, count)
    return
  }
  const more = moreBehind(passage, token + 1, count, unit)
  let first = from
  if (BEHIND.has(passage.word(first - 1)) || AHEAD.has(passage.word(first - 1))) {
    first--
    if (passage.word(first - 1) === 'the') first--
  }
  passage.propose({ first, last: more?.last ?? token, kind: 'duration', value: more?.value ?? amount(count, unit) })
}

/** Plurals without a number: "a few weeks", "recent months", "these days", "for decades", "the first days of 2022". */
function proposeMany(passage: Passage, token: number, unit: Unit, before: number): void {
  const word = passage.word(before)
  const next = passage.word(token + 1)
  if (VAGUE.has(word)) {
    // "a few weeks" tells no length; "a few weeks ago" tells at least that it is past.
    const first = passage.word(before - 1) === 'a' ? before - 1 : before
    if (next === 'ago') passage.propose({ first, last: token + 1, kind: 'date', value: 'PAST_REF' })
    return
  }
  if (word === 'recent') {
    const first = passage.word(before - 1) === 'the' ? before - 1 : before
    passage.propose({ first, last: token, kind: 'date', value: 'PAST_REF' })
    return
  }
  if (word === 'these' && unit.name === 'day') {
    passage.propose({ first: before, last: token, kind: 'date', value: 'PRESENT_REF' })
    return
  }
  if ((word === 'coming' || word === 'upcoming' || word === 'next') && unit.name !== 'night') {
    const first = passage.word(before - 1) === 'the' ? before - 1 : before
    passage.propose({ first, last: token, kind: 'date', value: 'FUTURE_REF' })
    return
  }
  if (/^(?:first|last|early|final|opening|closing)$/.test(word) && next === 'of') {
    proposeStageOf(passage, token, before)
    if (passage.covered >= token) return
  }
  if (next === 'ago') {
    passage.propose({ first: token, last: token + 1, kind: 'date', value: 'PAST_REF' })
    return
  }
}

/** "the first days of 2022": its month; "the last weeks of 2019": likewise. */
function proposeStageOf(passage: Passage, token: number, before: number): void {
  const year = /^(?:1\d|20)\d\d$/.exec(passage.word(token + 2))?.[0]
  if (year === undefined) return
  const isFirst = /^(?:first|early|opening)$/.test(passage.word(before))
  const first = passage.word(before - 1) === 'the' ? before - 1 : before
  const isShort = /^(?:days|weeks|hours)$/.test(passage.word(token))
  const value = isShort ? `${year}-${isFirst ? '01' : '12'}` : year
  passage.propose({ first, last: token + 2, kind: 'date', value })
}
