import type { Quantity } from './record.js'

/** How the meaning of a quantity is put. */
export interface MeaningStyle {
  /** What stands before a number that is compared so. */
  readonly compared: { readonly [comparator in Quantity['comparator']]: string }
  readonly number: (value: number) => string
}

/** As short as can be: ">=1500 USD". */
const SYMBOLS: MeaningStyle = {
  compared: { '=': '', '>': '>', '>=': '>=', '<': '<', '<=': '<=', '~': '~' },
  number: String,
}

/** What a quantity means, all that is told of it: ">7500000000 USD", "3 to 5 day", "20% (up, negated, could)", "3:2". */
export function meaningOf(quantity: Quantity, { compared, number }: MeaningStyle = SYMBOLS): string {
  const { kind, value, low, high, comparator, unit, currency, direction, negated, modality } = quantity
  const between = kind === 'ratio' ? ':' : ' to '
  const ends = [low, high].map((end) => (end === undefined ? '?' : number(end)))
  const amount = `${compared[comparator]}${value === null ? ends.join(between) : number(value)}${kind === 'percent' ? '%' : ''}`
  const notes = [direction, negated === true ? 'negated' : undefined, modality].filter((note) => note !== undefined)
  const what = [amount, currency, unit].filter((part) => part !== undefined).join(' ')
  return notes.length === 0 ? what : `${what} (${notes.join(', ')})`
}
