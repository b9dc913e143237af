/** Months by name and abbreviation, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'jan.'],
    ['february', 'feb', 'feb.'],
    ['march', 'mar', 'mar.'],
    ['april', 'apr', 'apr.'],
    ['may', 'may.'],
    ['june', 'jun', 'jun.'],
    ['july', 'jul', 'jul.'],
    ['august', 'aug', 'aug.'],
    ['september', 'sept', 'sept.', 'sep', 'sep.'],
    ['october', 'oct', 'oct.'],
    ['november', 'nov', 'nov.'],
    ['december', 'dec', 'dec.'],
  ].flatMap((names, k) => names.map((name) => [name, k + 1] as const)),
)

/** Weekdays by name and abbreviation, 1 for Monday to 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon', 'mon.'],
    ['tuesday', 'tue', 'tue.', 'tues', 'tues.'],
    ['wednesday', 'wed', 'wed.'],
    ['thursday', 'thu', 'thu.', 'thur', 'thur.', 'thurs', 'thurs.'],
    ['friday', 'fri', 'fri.'],
    ['saturday', 'sat', 'sat.'],
    ['sunday', 'sun', 'sun.'],
  ].flatMap((names, k) => names.map((name) => [name, k + 1] as const)),
)

/** A unit of time: how ISO 8601 writes so many of it. */
export interface Unit {
  readonly name: 'second' | 'minute' | 'hour' | 'day' | 'night' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century' // prettier-ignore
  readonly isPlural: boolean
  /** "P" or "PT". */
  readonly prefix: 'P' | 'PT'
  readonly letter: string
  /** How many of the letter's unit one is: a decade is ten years. */
  readonly size: number
}

const UNIT_NAMES: readonly (readonly [Unit['name'], Unit['prefix'], string, number, string, string])[] = [
  ['second', 'PT', 'S', 1, 'second sec', 'seconds secs'],
  ['minute', 'PT', 'M', 1, 'minute min', 'minutes mins'],
  ['hour', 'PT', 'H', 1, 'hour hr', 'hours hrs'],
  ['day', 'P', 'D', 1, 'day', 'days'],
  ['night', 'P', 'D', 1, 'night', 'nights'],
  ['week', 'P', 'W', 1, 'week wk', 'weeks wks'],
  ['week', 'P', 'W', 2, 'fortnight', 'fortnights'],
  ['month', 'P', 'M', 1, 'month', 'months'],
  ['quarter', 'P', 'M', 3, '', 'quarters'],
  ['year', 'P', 'Y', 1, 'year yr', 'years yrs'],
  ['decade', 'P', 'Y', 10, 'decade', 'decades'],
  ['century', 'P', 'Y', 100, 'century', 'centuries'],
]

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_NAMES.flatMap(([name, prefix, letter, size, one, many]) =>
    [
      [one, false],
      [many, true],
    ].flatMap(([words, isPlural]) =>
      (words as string)
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => [word, { name, prefix, letter, size, isPlural: isPlural as boolean }] as const),
    ),
  ),
)

/** Parts of a day as TIMEX3 writes them. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'TMO'],
  ['afternoon', 'TAF'],
  ['evening', 'TEV'],
  ['night', 'TNI'],
  ['overnight', 'TNI'],
])

export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
])

/** Words that stand for how often, as a period. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['biweekly', 'P2W'],
  ['monthly', 'P1M'],
  ['quarterly', 'P3M'],
  ['semi-annual', 'P6M'],
  ['semi-annually', 'P6M'],
  ['biannual', 'P6M'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
  ['biennial', 'P2Y'],
  ['biennially', 'P2Y'],
])

/** Words that place a period behind, at or ahead of the reference. */
export const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
  ['following', 1],
])

/** Words before a period that belong to its expression and leave its value as it is. */
export const STAGES = new Set(['early', 'earlier', 'late', 'later', 'mid', 'mid-'])

/** Decades in words, by the tens of their years. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 2],
  ['thirties', 3],
  ['forties', 4],
  ['fifties', 5],
  ['sixties', 6],
  ['seventies', 7],
  ['eighties', 8],
  ['nineties', 9],
])
