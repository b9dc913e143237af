/** A day of the calendar, counted from 1 January 1970. Days are whole numbers here, so that no time zone can shift them. */
export type Day = number

export interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MILLISECONDS = 86_400_000

/** The day of a date; null where the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 100 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return null
  return Date.UTC(year, month - 1, day) / MILLISECONDS
}

/** How many days a month has. */
export function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function partsOf(day: Day): Parts {
  const date = new Date(day * MILLISECONDS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day) + 1
}

/** The day that many months later; the month's last where it is shorter. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day } = partsOf(from)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return dayOf(y, m, Math.min(day, lengthOf(y, m))) ?? from
}

/** A day as ISO 8601 writes it. */
export function isoDay(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${padded(year, 4)}-${padded(month)}-${padded(date)}`
}

/** The week of a day: `2020-W10`. A week belongs to the year that its Thursday lies in. */
export function isoWeek(day: Day): string {
  const thursday = mondayOf(day) + 3
  const { year } = partsOf(thursday)
  const week = Math.floor((thursday - dayOf(year, 1, 1)!) / 7) + 1
  return `${padded(year, 4)}-W${padded(week)}`
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function readDay(date: string | null): Day | null {
  const match = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(date)
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** Easter Sunday of a year, by the Gregorian reckoning. */
export function easterOf(year: number): Day {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1)!
}

export function padded(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}
