import type { FoundTime, Reference } from '../../../src/extract/times/index.js'
import { timesOf } from '../../../src/extract/times/index.js'
import { createTokeniser } from '../../../src/tokenise/index.js'

const tokeniser = createTokeniser()

/** A Friday: what the tables count from. */
export const FRIDAY: Reference = { date: '2020-03-13', dayFirst: true }
export const UNKNOWN: Reference = { date: null, dayFirst: null }

export function found(text: string, reference: Reference = FRIDAY): FoundTime[] {
  return timesOf(tokeniser.tokenise(text), reference)
}

/** Each time as "text = value", with its kind where it is no date. */
export function view(text: string, reference: Reference = FRIDAY): string[] {
  return found(text, reference).map(
    ({ start, end, kind, value }) => `${text.slice(start, end)} = ${value}${kind === 'date' ? '' : ` (${kind})`}`,
  )
}
