import type { Day } from './calendar.js'
import { addMonths, dayOf, isoDay, isoWeek, mondayOf, padded, partsOf, weekdayOf } from './calendar.js'
import type { Grain } from './found.js'
import type { Direction } from './tense.js'

/** A month and a day are taken for the nearest ones, whatever the tense, where those lie within so many days. */
const NEAR = 60

/** A date of some grain, as ISO 8601 writes it; placeholders stand for what is not known. */
export function valueOf(grain: Grain, day: Day | null): string {
  if (day === null) return UNKNOWN[grain]
  const { year, month } = partsOf(day)
  switch (grain) {
    case 'day':
      return isoDay(day)
    case 'week':
      return isoWeek(day)
    case 'month':
      return `${padded(year, 4)}-${padded(month)}`
    case 'quarter':
      return `${padded(year, 4)}-Q${Math.ceil(month / 3)}`
    case 'season':
    case 'year':
      return padded(year, 4)
    case 'decade':
      return padded(year, 4).slice(0, 3)
    case 'century':
      return padded(year, 4).slice(0, 2)
  }
}

const UNKNOWN: { readonly [grain in Grain]: string } = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  season: 'XXXX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

/** The first day of the period of that grain that many periods away from the day's own. */
export function shifted(grain: Grain, day: Day, by: number): Day {
  switch (grain) {
    case 'day':
      return day + by
    case 'week':
      return mondayOf(day) + 7 * by
    case 'month':
      return addMonths(day, by)
    case 'quarter':
      return addMonths(day, 3 * by)
    case 'season':
    case 'year':
      return addMonths(day, 12 * by)
    case 'decade':
      return addMonths(day, 120 * by)
    case 'century':
      return addMonths(day, 1200 * by)
  }
}

/** The day with that name next to a day, or that day itself: news of a Friday calls it Friday, whether what it tells of is over or not. */
export function nearestWeekday(today: Day, weekday: number, direction: Direction | null): Day {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  if (direction === 'future') return today + ahead
  return today - ((7 - ahead) % 7)
}

/** The day of a month and a day without a year: the nearest one, but the next or the last one where the tense says so and none is near. */
export function nearestDate(today: Day, month: number, date: number, direction: Direction | null): Day | null {
  const { year } = partsOf(today)
  const days = [year - 1, year, year + 1, year + 2, year + 3, year - 2, year - 3]
    .map((y) => dayOf(y, month, date))
    .filter((day) => day !== null)
    .sort((a, b) => Math.abs(a - today) - Math.abs(b - today))
  if (days.length === 0) return null
  if (direction === null || Math.abs(days[0] - today) <= NEAR) return days[0]
  return days.find((day) => (direction === 'past' ? day <= today : day >= today)) ?? days[0]
}

/** The first day of a month without a year: the coming one where it is no more than so many months ahead, else the last. */
export function nearestMonth(today: Day, month: number, farthest: number): Day {
  const parts = partsOf(today)
  const ahead = (month - parts.month + 12) % 12
  return addMonths(dayOf(parts.year, parts.month, 1)!, ahead <= farthest ? ahead : ahead - 12)
}
