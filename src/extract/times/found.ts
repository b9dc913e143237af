/** What a text's times are counted from. */
export interface Reference {
  /** The article's day, `YYYY-MM-DD`; null where it is not known, and relative times keep placeholders. */
  readonly date: string | null
  /** Whether 03/04/2022 is 3 April; null where it is not known, and both readings are kept. */
  readonly dayFirst: boolean | null
}

/** A time that a text names. */
export interface FoundTime {
  /** Tokens that it lies in, the last one included. */
  readonly first: number
  readonly last: number
  /** Half-open, in UTF-16 code units. It may begin or end within a token: "six-year" of "six-year-long". */
  readonly start: number
  readonly end: number
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  /** ISO 8601 as TIMEX3 writes it. */
  readonly value: string
  readonly low?: string
  readonly high?: string
  readonly alternatives?: readonly string[]
}

/** How finely a date is told. */
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'decade' | 'century'

/** A proposed time, with what the refiners need to join it to its neighbours. */
export interface Candidate extends FoundTime {
  /** What a date or the date of a time is: its grain; null for durations, sets, bare clock times and "now". */
  readonly grain: Grain | null
  /** The day that a date of that grain is. */
  readonly day: number | null
  /** The part of the value that tells the time of day: "T13:30", "TMO"; '' where there is none. */
  readonly clock: string
  /** A part of a day that counts only where a day stands beside it: "morning" of "Saturday morning". */
  readonly isDependent: boolean
}
