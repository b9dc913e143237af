import { createRequire } from 'node:module'
import type { Chrono, ParsedResult } from 'chrono-node/en'
import type { Day } from './calendar.js'
import { dayOf, isoDay, padded, partsOf } from './calendar.js'

interface Parsers {
  readonly clock: Chrono
  readonly monthFirst: Chrono
  readonly dayFirst: Chrono
}

let loaded: Parsers | undefined

/** Parsers for what is asked of them here; each would try every expression that it knows on a text. Loaded when first asked: it takes 60 ms. */
function parsers(): Parsers {
  if (loaded !== undefined) return loaded
  const { strict, GB } = createRequire(import.meta.url)('chrono-node/en') as typeof import('chrono-node/en')
  const only = (base: Chrono, names: RegExp): Chrono => {
    const chrono = base.clone()
    chrono.parsers = chrono.parsers.filter((parser) => names.test(parser.constructor.name))
    return chrono
  }
  const numeric = /^(?:ISOFormatParser|SlashDateFormatParser|ENYearMonthDayParser)$/
  loaded = {
    clock: only(strict, /^ENTimeExpressionParser$/),
    monthFirst: only(strict, numeric),
    dayFirst: only(GB, numeric),
  }
  return loaded
}

/** Noon in UTC, so that no zone shifts the day. */
function instantOf(day: Day | null): { instant: Date; timezone: number } {
  return { instant: new Date(`${day === null ? '2020-01-01' : isoDay(day)}T12:00:00Z`), timezone: 0 }
}

/** A time of day, written as a clock shows it: "5:15 p.m." is "T17:15". Null where it is none. */
export function readClock(text: string): string | null {
  const [result] = parsers().clock.parse(text, instantOf(null)) as (ParsedResult | undefined)[]
  return result === undefined || result.index > 0 ? null : clockOf(result)
}

function clockOf({ start }: ParsedResult): string | null {
  if (!start.isCertain('hour')) return null
  const [hour, minute, second] = [start.get('hour'), start.get('minute'), start.get('second')]
  const minutes = start.isCertain('minute') ? `:${padded(minute ?? 0)}` : ''
  const seconds = start.isCertain('second') ? `:${padded(second ?? 0)}` : ''
  return `T${padded(hour ?? 0)}${minutes}${seconds}`
}

export interface NumericDate {
  readonly day: Day | null
  readonly month: number
  readonly date: number
  /** "T10:30" of a time stamp. */
  readonly clock: string
}

/** A year of two digits is none of the future beyond so many years from now: "03/18/46" of 2020 is of 1946. */
const FARTHEST_AHEAD = 20

/** A date in digits: "2022-01-13", "03/04/2022", "10/5". Null where there is no such day. */
export function readNumericDate(text: string, isDayFirst: boolean, today: Day | null): NumericDate | null {
  const { dayFirst, monthFirst } = parsers()
  const chrono = isDayFirst ? dayFirst : monthFirst
  const [result] = chrono.parse(text, instantOf(today)) as (ParsedResult | undefined)[]
  if (result?.text !== text) return null
  const { start } = result
  const [told, month, date] = [start.get('year'), start.get('month'), start.get('day')]
  if (told === null || month === null || date === null) return null
  const isLate = today !== null && /\D\d\d$/.test(text) && start.isCertain('year') && told > partsOf(today).year + FARTHEST_AHEAD // prettier-ignore
  const day = dayOf(isLate ? told - 100 : told, month, date)
  if (day === null) return null
  const isYearKnown = start.isCertain('year') || today !== null
  return { day: isYearKnown ? day : null, month, date, clock: clockOf(result) ?? '' }
}
