import { PART_OF_SPEECH } from '../../record/tokens.js'
import { dayOf, isoDay, padded, weekdayOf } from './calendar.js'
import type { NumericDate } from './chrono.js'
import { readNumericDate } from './chrono.js'
import type { Passage } from './passage.js'
import { dayProposal } from './passage.js'
import { MONTHS, SHIFTS, WEEKDAYS } from './vocabulary.js'

const YEARS = /^((?:1\d|20)\d\d)[-–/]((?:1\d|20)\d\d|\d\d)$/
const GLUED_MONTH = /^([a-z]+)\.?(\d{1,2})$/
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/
const DAY_MONTH = /^(\d{1,2})-?([a-z]+)(?:-(\d{4}))?$/

/** Dates in digits, time stamps and spans of years: "03/04/2022", "2022-01-13T10:30", "20220113", "2014-2018", "9/11". */
export function proposeNumeric(passage: Passage, token: number): void {
  const word = passage.word(token)
  const years = YEARS.exec(word)
  if (years !== null) {
    proposeYears(passage, token, years[1], years[2], word)
    return
  }
  if (/[a-z]/.test(word) && !/^\d{4}-/.test(word)) {
    proposeGlued(passage, token, word)
    return
  }
  const before = passage.word(token - 1)
  if (/^[$€£¥.#/-]$/.test(before) && passage.isGlued(token)) return
  const compact = COMPACT.exec(word)
  if (compact !== null) {
    const day = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
    if (day !== null && passage.pos(token + 1) !== PART_OF_SPEECH.NOUN) passage.propose(dayProposal(token, token, day))
    return
  }
  const isShort = /^\d{1,2}\/\d{1,2}$/.test(word)
  if (word === '9/11' && !passage.isCapital(token - 1)) {
    passage.propose({ first: token, last: token, kind: 'date', value: '2001-09-11', grain: 'day', day: null })
    return
  }
  // "2/3" is a fraction unless something makes it a date.
  const at = before === ',' ? token - 2 : token - 1
  const weekday = WEEKDAYS.get(passage.word(at))
  const isWeekday = weekday !== undefined
  if (isShort && !isWeekday && before !== 'on' && !isShortDate(passage, token, word)) return
  if (/^\d{1,2}\.\d{1,2}\.\d{2}$/.test(word)) return
  const { dayFirst } = passage.reference
  const today = passage.today(token)
  const text = word.toUpperCase().replace(/^(\d{1,2})([.-])(\d{1,2})\2(\d{2,4})$/, '$1/$3/$4')
  const read = readNumericDate(text, dayFirst ?? true, today)
  const other = dayFirst === null || isWeekday ? readNumericDate(text, dayFirst === false, today) : null
  const proven = [read, other].filter((one) => isWeekday && one !== null && one.day !== null && weekdayOf(one.day) === weekday) // prettier-ignore
  const date = proven[0] ?? read ?? other
  if (date === null) return
  const value = valueOf(date)
  const alternative = other === null || dayFirst !== null || proven.length > 0 ? value : valueOf(other)
  passage.propose({
    first: isWeekday ? (SHIFTS.has(passage.word(at - 1)) ? at - 1 : at) : token,
    last: token,
    kind: date.clock === '' ? 'date' : 'time',
    value,
    grain: 'day',
    day: date.day,
    clock: date.clock,
    ...(alternative === value ? {} : { alternatives: [alternative] }),
  })
}

/** "from 10/1", and "11/22" in a list of dates: a number of two digits shows that it is no fraction. */
function isShortDate(passage: Passage, token: number, word: string): boolean {
  if (!/\d\d/.test(word)) return false
  const before = passage.word(token - 1)
  if (/^(?:from|until|since|by|next|this)$/.test(before)) return true
  return /^(?:,|or|and|to)$/.test(before) && passage.covered === token - 2 && passage.proposed.at(-1)?.grain === 'day'
}

function valueOf({ day, month, date, clock }: NumericDate): string {
  return `${day === null ? `XXXX-${padded(month)}-${padded(date)}` : isoDay(day)}${clock}`
}

/** "2014-2018", and seasons that run from one year into the next: "2010-11", "2010/11". */
function proposeYears(passage: Passage, token: number, low: string, end: string, word: string): void {
  const high = end.length === 4 ? end : low.slice(0, 2) + end
  // "resolution 1430/2019": a slash joins the two years of one season.
  if (word.includes('/') && Number(high) > Number(low) + 1) return
  if (Number(high) > Number(low)) {
    const isMonth = end.length === 2 && Number(end) <= 12 && Number(high) !== Number(low) + 1 && word.includes('-')
    if (isMonth && passage.word(token - 1) !== 'from') {
      passage.propose({ first: token, last: token, kind: 'date', value: `${low}-${end}`, grain: 'month', day: dayOf(Number(low), Number(end), 1) }) // prettier-ignore
      return
    }
    passage.propose({ first: token, last: token, kind: 'date', value: `${low}/${high}`, low, high })
    return
  }
  if (end.length === 2 && Number(end) >= 1 && Number(end) <= 12 && word.includes('-')) {
    passage.propose({ first: token, last: token, kind: 'date', value: `${low}-${end}`, grain: 'month', day: dayOf(Number(low), Number(end), 1) }) // prettier-ignore
  }
}

/** "Dec31", "12December", "05-Aug-2016". */
function proposeGlued(passage: Passage, token: number, word: string): void {
  const before = GLUED_MONTH.exec(word)
  const after = DAY_MONTH.exec(word)
  const name = before?.[1] ?? after?.[2] ?? ''
  const date = Number(before?.[2] ?? after?.[1])
  const month = MONTHS.get(name)
  if (month === undefined || (before !== null && !passage.isCapital(token))) return
  const year =
    after?.[3] ?? /^(?:1\d|20)\d\d$/.exec(passage.word(token + (passage.word(token + 1) === ',' ? 2 : 1)))?.[0]
  if (date < 1 || date > 31 || (year === undefined && dayOf(2020, month, date) === null)) return
  const last =
    after?.[3] !== undefined || year === undefined ? token : token + (passage.word(token + 1) === ',' ? 2 : 1)
  const day = year === undefined ? null : dayOf(Number(year), month, date)
  if (year !== undefined && day === null) return
  passage.propose({ first: token, last, kind: 'date', value: day === null ? `XXXX-${padded(month)}-${padded(date)}` : isoDay(day), grain: 'day', day }) // prettier-ignore
}
