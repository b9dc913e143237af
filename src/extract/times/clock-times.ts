import { PART_OF_SPEECH } from '../../record/tokens.js'
import { padded } from './calendar.js'
import { readClock } from './chrono.js'
import type { Passage } from './passage.js'
import { MONTHS, WEEKDAYS } from './vocabulary.js'

const { PROPN } = PART_OF_SPEECH

const HALF_DAYS = /^[ap]\.?m\.?$/
const ZONES = new Set(['gmt', 'utc', 'est', 'edt', 'cst', 'cdt', 'mst', 'mdt', 'pst', 'pdt', 'bst', 'cet', 'cest', 'ist', 'aest', 'aedt', 'msk', 'et', 'pt', 'jst']) // prettier-ignore

const NAMED: ReadonlyMap<string, string> = new Map([
  ['noon', 'T12:00'],
  ['midday', 'T12:00'],
  ['midnight', 'T00:00'],
])

/** Times of day by the clock: "13:30 local time", "5 p.m.", "five o'clock", "noon"; and how long a race took: "2:05:45". */
export function proposeClock(passage: Passage, token: number): void {
  const word = passage.word(token)
  const named = NAMED.get(word)
  if (named !== undefined) {
    if ((passage.isCapital(token) && passage.isCapital(token + 1)) || passage.word(token + 1) === 'oil') return
    const first = passage.word(token - 1) === '12' ? token - 1 : token
    passage.propose({ first, last: token, kind: 'time', value: named, clock: named })
    return
  }
  if (HALF_DAYS.test(word) || word.endsWith('clock')) {
    proposeHour(passage, token, word)
    return
  }
  const lasting = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/.exec(word)
  if (lasting !== null && passage.word(token - 1) !== 'at') {
    const [hours, minutes, seconds] = lasting.slice(1).map(Number)
    passage.propose({ first: token, last: token, kind: 'duration', value: `PT${hours}H${minutes}M${seconds}S` })
    return
  }
  const isHalfDay = HALF_DAYS.test(passage.word(token + 1))
  const hasHalfDay = /m\.?$/.test(word)
  if (!isHalfDay && !hasHalfDay && !isClock(passage, token, word)) return
  let last = isHalfDay ? token + 1 : token
  const [, digits, half] = /^([\d:.]*\d)(.*)$/.exec(word)!
  const part = isHalfDay || hasHalfDay ? '' : halfBehind(passage, token + 1)
  if (part !== '') last = token + 3
  const mark = (isHalfDay ? passage.word(last) : half === '' ? part : half).replaceAll('.', '')
  const clock = readClock(`${digits.replaceAll('.', ':')} ${mark}`.trim())
  if (clock === null) return
  last = withZone(passage, last)
  passage.propose({ first: token, last, kind: 'time', value: clock, clock })
}

/** "1500 UTC", "at 1430 hours": a time of day in four digits. False where it is none. */
export function proposeFourDigits(passage: Passage, token: number): boolean {
  const digits = /^([01]\d|2[0-3])([0-5]\d)$/.exec(passage.word(token))
  if (digits === null) return false
  const isZoned = /^(?:utc|gmt)$/.test(passage.word(token + 1)) && passage.isCapital(token + 1)
  // "at 1430 hours"
  const isMilitary = /^(?:hours|hrs)$/.test(passage.word(token + 1)) && /^(?:at|from|till|until|by)$/.test(passage.word(token - 1)) // prettier-ignore
  if (!isZoned && !isMilitary) return false
  const clock = `T${digits[1]}:${digits[2]}`
  passage.propose({ first: token, last: token + 1, kind: 'time', value: clock, clock })
  return true
}

/** How far before its numbers a text calls them a ratio. */
const FARTHEST_RATIO = 14

/** Whether digits with a colon are a time of day and no score, verse or record. */
function isClock(passage: Passage, token: number, word: string): boolean {
  const [hour, minute, second] = word.split(':').map(Number) as [number, number, number | undefined]
  if (!(hour < 24 && minute < 60) && !(hour === 24 && minute === 0)) return false
  const before = passage.word(token - 1)
  const after = passage.word(token + 1)
  for (let t = token - 1; t > token - FARTHEST_RATIO && passage.word(t) !== ''; t--) if (passage.word(t) === 'ratio') return false // prettier-ignore
  if (/^(?:minutes?|hours?|seconds?|mins?|win|victory|lead|draw|defeat|loss|ratio)$/.test(after)) return false
  if (/^(?:at|by|from|until|till|since|around|about|before|after|between|to|and)$/.test(before)) return second === undefined || before === 'at' // prettier-ignore
  if (second !== undefined) return false
  if (passage.pos(token - 1) === PROPN && !WEEKDAYS.has(before) && !MONTHS.has(before)) return false
  return !/^(?:of|won|lost|score|beat|led|in)$/.test(before)
}

/** An hour with "a.m.", "p.m." or "o'clock" behind it, in digits or in words. */
function proposeHour(passage: Passage, token: number, mark: string): void {
  const numeral = passage.numeralBefore(token - 1)
  if (numeral === null || numeral.isOrdinal || numeral.isFraction) return
  // "am" is also a verb: only digits, or words with periods in it, make it a time.
  if (mark === 'am' && numeral.form === 'words') return
  let { value } = numeral
  let minutes = ''
  if (numeral.form === 'digits' && value >= 100 && value < 2400 && Number.isInteger(value)) {
    minutes = `:${padded(value % 100)}`
    value = Math.floor(value / 100)
  } else if (!Number.isInteger(value)) {
    const parts = /^(\d{1,2})\.(\d{2})$/.exec(passage.slice(numeral.first, numeral.last))
    if (parts === null) return
    value = Number(parts[1])
    minutes = `:${parts[2]}`
  }
  const isOClock = mark.endsWith('clock')
  if (value > (isOClock ? 24 : 12) || numeral.last !== token - 1) return
  let last = token
  let half = isOClock ? '' : ` ${mark.replaceAll('.', '')}`
  const part = isOClock ? halfBehind(passage, token + 1) : ''
  if (part !== '') {
    half = ` ${part}`
    last = token + 3
  }
  const clock = readClock(`${value}${minutes === '' ? ':00' : minutes}${half}`)
  if (clock === null) return
  // "5-6 p.m.": the hour before it lies in the same half of the day.
  const from = numeral.to === null ? null : readClock(`${numeral.value}:00${half}`)
  last = withZone(passage, last)
  if (from !== null && numeral.to !== null) {
    const high = readClock(`${numeral.to}:00${half}`)!
    const low = from
    passage.propose({ first: numeral.first, last, kind: 'time', value: `${low}/${high}`, low, high })
    return
  }
  passage.propose({ first: numeral.first, last, kind: 'time', value: clock, clock })
}

/** The half of the day that "in the morning", "in the afternoon" or "in the evening" tells; '' where none stands there. */
function halfBehind(passage: Passage, token: number): string {
  if (passage.word(token) !== 'in' || passage.word(token + 1) !== 'the') return ''
  const part = passage.word(token + 2)
  return part === 'morning' ? 'am' : part === 'afternoon' || part === 'evening' ? 'pm' : ''
}

/** Takes in the zone: "local time", "GMT", "(UTC)". */
function withZone(passage: Passage, last: number): number {
  const next = passage.word(last + 1)
  if ((next === 'local' || next === 'eastern' || next === 'pacific') && passage.word(last + 2) === 'time') return last + 2 // prettier-ignore
  if (ZONES.has(next) && passage.isCapital(last + 1)) return last + 1
  if (next === '(' && ZONES.has(passage.word(last + 2)) && passage.word(last + 3) === ')') return last + 3
  return last
}
