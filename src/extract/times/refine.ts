import type { Tokens } from '../../record/tokens.js'
import { addMonths, isoDay } from './calendar.js'
import type { Candidate, FoundTime } from './found.js'
import { valueOf } from './values.js'

const BETWEEN_DAY_AND_CLOCK = new Set(['at', ',', 'around', 'about', 'in', 'by', 'on', 'of', 'from', 'the'])
const RANGE = new Set(['to', '-', '–', '—', 'until', 'till', 'through', 'and'])

/** Joins proposed times to their neighbours and drops what cannot stand alone. */
export function refine(tokens: Tokens, proposed: readonly Candidate[]): FoundTime[] {
  const dated = joined(tokens, joined(tokens, proposed, counted), withClock).filter(({ isDependent }) => !isDependent)
  return anchored(tokens, joined(tokens, dated, rangeOf)).map(plain)
}

/** Goes over neighbours and joins each pair that `join` makes one of. */
function joined(tokens: Tokens, times: readonly Candidate[], join: (tokens: Tokens, a: Candidate, b: Candidate) => Candidate | null): Candidate[] {
  const done: Candidate[] = []
  for (const time of times) {
    const before = done.at(-1)
    const both = before === undefined || tokens.sentence[before.last] !== tokens.sentence[time.first] ? null : join(tokens, before, time)
    if (both === null) done.push(time)
    else done[done.length - 1] = both
  }
  return done
} // prettier-ignore

/** A duration counted from a date: "two days before Christmas", "three weeks from tomorrow". */
function counted(tokens: Tokens, a: Candidate, b: Candidate): Candidate | null {
  if (a.kind !== 'duration' || b.first - a.last !== 2 || b.grain !== 'day' || b.day === null || b.clock !== '')
    return null
  const by = /^(?:after|from)$/.test(tokens.word[a.last + 1]) ? 1 : tokens.word[a.last + 1] === 'before' ? -1 : 0
  const amount = /^P(\d{1,4})([DWMY])$/.exec(a.value)
  if (by === 0 || amount === null) return null
  const { day } = b
  const count = by * Number(amount[1])
  const moved = amount[2] === 'D' ? day + count : amount[2] === 'W' ? day + 7 * count : addMonths(day, count * (amount[2] === 'M' ? 1 : 12)) // prettier-ignore
  return { ...b, first: a.first, start: a.start, value: isoDay(moved), day: moved }
}

/** A day and a time of day beside it: "Saturday morning", "10 a.m. on Tuesday", "8 a.m. this morning". */
function withClock(tokens: Tokens, a: Candidate, b: Candidate): Candidate | null {
  const gap = b.first - a.last - 1
  if (gap > 2 || a.low !== undefined || b.low !== undefined) return null
  for (let t = a.last + 1; t < b.first; t++) if (!BETWEEN_DAY_AND_CLOCK.has(tokens.word[t])) return null
  const [day, time] = a.grain === 'day' ? [a, b] : [b, a]
  if (day.grain !== 'day' || time.clock === '') return null
  if (time.grain === 'day') return null
  if (day.clock !== '') {
    // "8 a.m. this morning": the clock is the finer one.
    const isFiner = /^T\d/.test(time.clock) && !/^T\d/.test(day.clock)
    if (!isFiner || gap > 1) return null
  } else if (day === b && time.isDependent && gap > 0 && tokens.word[a.last + 1] !== 'of') return null
  const date = day.clock === '' ? day.value : day.value.slice(0, -day.clock.length)
  const value = `${date === 'PRESENT_REF' ? 'XXXX-XX-XX' : date}${time.clock}`
  return { ...day, first: a.first, last: b.last, start: a.start, end: b.end, kind: day.kind === 'set' ? 'set' : 'time', value, clock: time.clock, isDependent: false } // prettier-ignore
}

/** Two times of one kind with "to" or a dash between them, or "and" after "between". */
function rangeOf(tokens: Tokens, a: Candidate, b: Candidate): Candidate | null {
  if (b.first - a.last !== 2 || a.kind !== b.kind || a.grain !== b.grain) return null
  if (a.kind === 'set' || a.kind === 'duration' || a.low !== undefined || b.low !== undefined) return null
  if (a.value.endsWith('_REF') || b.value.endsWith('_REF')) return null
  const connective = tokens.word[a.last + 1]
  if (!RANGE.has(connective)) return null
  if (connective === 'and' && tokens.word[a.first - 1] !== 'between') return null
  if (connective === 'until' && tokens.word[a.first - 1] !== 'from' && a.grain !== 'year') return null
  let low = a.value
  const high = b.value
  if (a.day !== null && b.day !== null && a.day > b.day) {
    // "from November to March": the first month is the one before the last.
    if (a.grain !== 'month') return null
    low = valueOf('month', addMonths(a.day, -12))
  }
  return { ...a, last: b.last, end: b.end, value: `${low}/${high}`, low, high, day: null, grain: null, clock: '' }
}

/** A bare clock time is one of the day that its paragraph, or the one before, has named last. */
function anchored(tokens: Tokens, times: readonly Candidate[]): Candidate[] {
  let day: number | null = null
  let paragraph = -1
  return times.map((time) => {
    if (tokens.paragraph[time.first] > paragraph + 1) day = null
    const isBare = time.kind === 'time' && time.grain === null && /^T\d/.test(time.value) && time.low === undefined
    if (time.grain === 'day' && time.day !== null && tokens.quoteDepth[time.first] === 0) {
      paragraph = tokens.paragraph[time.first]
      day = time.day
    } else if (time.grain === 'year' || time.grain === 'month' || (time.kind === 'time' && !isBare)) {
      // Another time is told of from here on.
      day = null
    }
    if (isBare && day !== null) paragraph = tokens.paragraph[time.first]
    return isBare && day !== null ? { ...time, value: `${isoDay(day)}${time.value}` } : time
  })
}

function plain({ first, last, start, end, kind, value, low, high, alternatives }: Candidate): FoundTime {
  return {
    first,
    last,
    start,
    end,
    kind,
    value,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(alternatives === undefined ? {} : { alternatives }),
  }
}
