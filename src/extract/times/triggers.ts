import type { Forms } from '../../record/tokens.js'
import { DAY_PARTS, DECADES, FREQUENCIES, MONTHS, SEASONS, UNITS, WEEKDAYS } from './vocabulary.js'

/** What a word may be the heart of. Most words are the heart of no time, and the pass over a text goes by them with one look-up. */
export const TRIGGER = {
  none: 0,
  month: 1,
  weekday: 2,
  unit: 3,
  dayPart: 4,
  season: 5,
  year: 6,
  decade: 7,
  numeric: 8,
  clock: 9,
  frequency: 10,
  deictic: 11,
  weekend: 12,
  quarter: 13,
  holiday: 14,
  ordinal: 15,
  speltYear: 16,
} as const

export type Trigger = (typeof TRIGGER)[keyof typeof TRIGGER]

const WORDS: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ...[...MONTHS.keys()].map((word) => [word, TRIGGER.month] as const),
  ...[...WEEKDAYS.keys()].map((word) => [word, TRIGGER.weekday] as const),
  ...[...WEEKDAYS.keys()].filter((word) => word.endsWith('day')).map((word) => [`${word}s`, TRIGGER.weekday] as const),
  ...[...UNITS.keys()].map((word) => [word, TRIGGER.unit] as const),
  ...[...DAY_PARTS.keys()].map((word) => [word, TRIGGER.dayPart] as const),
  ...[...DAY_PARTS.keys()].map((word) => [`${word}s`, TRIGGER.dayPart] as const),
  ...[...SEASONS.keys()].map((word) => [word, TRIGGER.season] as const),
  ...[...DECADES.keys()].map((word) => [word, TRIGGER.decade] as const),
  ...[...FREQUENCIES.keys()].map((word) => [word, TRIGGER.frequency] as const),
  ...['now', 'currently', 'presently', 'present', 'nowadays', 'moment', 'time', 'today', 'tonight', 'yesterday', 'tomorrow', 'recently', 'lately'].map(
    (word) => [word, TRIGGER.deictic] as const,
  ), // prettier-ignore
  ...['weekend', 'weekends'].map((word) => [word, TRIGGER.weekend] as const),
  ...["o'clock", 'oclock', 'am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m', 'noon', 'midnight', 'midday'].map((word) => [word, TRIGGER.clock] as const), // prettier-ignore
  ...['two', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'].map(
    (word) => [word, TRIGGER.speltYear] as const,
  ),
  ...['quarter', 'half'].map((word) => [word, TRIGGER.quarter] as const),
  ...['christmas', 'eve', 'easter', 'thanksgiving', 'halloween', 'hogmanay', 'juneteenth'].map((word) => [word, TRIGGER.holiday] as const), // prettier-ignore
])

const QUARTER = /^[qh][1-4]$/
const YEAR = /^(?:1\d|2[01])\d\d$/
const DECADE = /^(?:(?:1[5-9]|20)\d0|[2-9]0)s$/
const CLOCK = /^\d{1,2}(?:[:.]\d{2}){0,2}(?:am|pm|a\.m\.?|p\.m\.?)$|^\d{1,2}:\d{2}(?::\d{2})?$|^0\d[0-5]\d$/
const ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/
const GLUED_UNIT = /^\d[\d.,]*(?:h|hrs?|hours?|mins?|minutes?|secs?|seconds?|days?|weeks?|months?|years?|yrs?)$/
const NUMERIC =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\/\d{1,2}|\d{4}[-–/](?:\d{4}|\d{2}))$/
const MONTH_GLUED = /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\.?\d{1,2}|\d{1,2}(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d{1,2}-(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*-\d{2,4})$/ // prettier-ignore

/** What a form may be the heart of. */
export function triggerOf(form: string): Trigger {
  const known = WORDS.get(form)
  if (known !== undefined) return known
  const code = form.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39 && form.length <= 40) {
    if (YEAR.test(form)) return TRIGGER.year
    if (DECADE.test(form)) return TRIGGER.decade
    if (CLOCK.test(form)) return TRIGGER.clock
    if (ORDINAL.test(form)) return TRIGGER.ordinal
    if (GLUED_UNIT.test(form)) return TRIGGER.unit
    if (NUMERIC.test(form) || MONTH_GLUED.test(form)) return TRIGGER.numeric
  }
  if (QUARTER.test(form)) return TRIGGER.quarter
  if (MONTH_GLUED.test(form)) return TRIGGER.numeric
  const hyphen = form.lastIndexOf('-')
  if (hyphen <= 0 || form.length > 60) return TRIGGER.none
  const end = form.slice(hyphen + 1)
  if (end === 'long') return UNITS.has(form.slice(form.lastIndexOf('-', hyphen - 1) + 1, hyphen)) ? TRIGGER.unit : 0
  if (end === 'quarter' || end === 'half') return /^(?:first|second|third|fourth|final)-/.test(form) ? TRIGGER.quarter : 0 // prettier-ignore
  const trigger = WORDS.get(end)
  if (trigger === TRIGGER.unit || trigger === TRIGGER.dayPart || trigger === TRIGGER.month) return trigger
  if (trigger === TRIGGER.weekday && end.endsWith('day')) return trigger
  if (/^(?:mid|early|late|pre|post)-/.test(form)) return triggerOf(end)
  return TRIGGER.none
}

/** The triggers of forms by their numbers, worked out once for each form that turns up. */
export class Triggers {
  #of = new Uint8Array(1024)
  #forms: readonly string[] = []
  #count = 0

  /** The trigger of each form that the tokeniser has met so far. */
  of({ all }: Forms): Uint8Array {
    if (all !== this.#forms) this.#count = 0
    this.#forms = all
    if (all.length > this.#of.length) {
      const grown = new Uint8Array(2 * all.length)
      grown.set(this.#of)
      this.#of = grown
    }
    for (; this.#count < all.length; this.#count++) this.#of[this.#count] = triggerOf(all[this.#count])
    return this.#of
  }
}
