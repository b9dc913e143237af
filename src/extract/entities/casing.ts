/** How the letters of a token are written. The order matters: up to `UNCASED` it may be part of a name by itself. */
export const CAPITALISED = 0
/** Two or more letters, all of them capitals. */
export const CAPITALS = 1
/** Capitals and small letters, as in "McDonald" or "iPhone". */
export const MIXED = 2
/** One capital letter alone, with a period or without. */
export const INITIAL = 3
/** Letters of a script that has no capitals. */
export const UNCASED = 4
export const SMALL = 5
export const DIGITS = 6
export const MARK = 7

/** Whether a letter, as a string, is a capital, a small letter or neither. */
const UPPER = 1
const LOWER = 2
const OTHER_LETTER = 3

const OTHER = /\p{L}/u

/** By UTF-16 code unit: 0 for none yet, else one more than its kind. */
const kinds = new Uint8Array(0x10000)

/** Whether a code unit is a capital, a small letter, another letter or none. Half a surrogate pair counts as none. */
function kindOf(unit: number): number {
  const known = kinds[unit]
  if (known !== 0) return known - 1
  const letter = String.fromCharCode(unit)
  const isUpper = letter !== letter.toLowerCase()
  const isLower = letter !== letter.toUpperCase()
  const kind = isUpper ? UPPER : isLower ? LOWER : OTHER.test(letter) ? OTHER_LETTER : 0
  kinds[unit] = kind + 1
  return kind
}

/** The casing of a token. */
export function casingOf(text: string, start: number, end: number): number {
  let upper = 0
  let lower = 0
  let other = 0
  let digits = 0
  let startsUpper = false
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const kind = kindOf(unit)
    if (kind === UPPER) {
      if (upper + lower + other === 0) startsUpper = true
      upper++
    } else if (kind === LOWER) lower++
    else if (kind === OTHER_LETTER) other++
    else if (unit >= 48 && unit <= 57) digits++
  }
  if (upper === 0) return lower > 0 ? SMALL : other > 0 ? UNCASED : digits > 0 ? DIGITS : MARK
  if (lower === 0) return upper === 1 ? INITIAL : CAPITALS
  return startsUpper && upper === 1 ? CAPITALISED : MIXED
}

/** A number for how a token is written: the kinds of its characters in their order, each repeated kind once, and how long it is. */
export function shapeOf(text: string, start: number, end: number): number {
  let shape = 0
  let last = -1
  for (let i = start; i < end && i < start + 24; i++) {
    const unit = text.charCodeAt(i)
    let kind = kindOf(unit)
    if (kind === 0) kind = unit >= 48 && unit <= 57 ? 4 : unit === 46 ? 5 : unit === 45 ? 6 : 7
    if (kind === last) continue
    shape = (Math.imul(shape, 8) + kind) | 0
    last = kind
  }
  return Math.imul(shape, 8) + Math.min(end - start, 5)
}
