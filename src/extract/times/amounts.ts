import type { Grain } from './found.js'
import type { Unit } from './vocabulary.js'

/** Words that place so many of a unit behind or ahead of the reference. */
export const BEHIND = new Set(['last', 'past', 'previous', 'preceding'])
export const AHEAD = new Set(['next', 'coming', 'following', 'upcoming'])

const HALVES: ReadonlyMap<Unit['name'], string> = new Map([
  ['minute', 'PT30S'],
  ['hour', 'PT30M'],
  ['day', 'PT12H'],
  ['year', 'P6M'],
])

/** So many of a unit: `P3W`, `PT1.5H`. */
export function amount(count: number, unit: Unit): string {
  const { prefix, letter, size } = unit
  if (count === 0.5 && HALVES.has(unit.name)) return HALVES.get(unit.name)!
  return `${prefix}${Number((count * size).toPrecision(12))}${letter}`
}

/** How finely a date is told that is counted in a unit; null for the parts of a day. */
export const GRAINS: { readonly [name in Unit['name']]: Grain | null } = {
  second: null,
  minute: null,
  hour: null,
  day: 'day',
  night: null,
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'year',
  century: 'year',
}
