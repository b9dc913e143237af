/** White space, control and invisible characters: they separate tokens and belong to none. */
export const SPACE = 1
/** Letters, and the marks that combine with them. */
export const LETTER = 2
export const DIGIT = 3
/** Invisible within a word (soft hyphen, joiners), skipped elsewhere. */
export const JOINER = 4
/** Marks that are an apostrophe at least as often as a quotation mark. */
export const APOSTROPHE = 5
/** Marks that quote, whatever else they do. */
export const QUOTE = 6
export const HYPHEN = 7
export const DASH = 8
/** The period of every width. */
export const PERIOD = 9
/** ! and ? of every width. */
export const EXCLAMATION = 10
/** Half of a character beyond the first plane, paired or lone. */
export const SURROGATE = 11
/** Everything else: brackets, commas, currency and other symbols. */
export const OTHER = 12

/** Kind of each code unit, 0 where it has not been asked for yet: most texts use a few hundred of the 65,536. */
const kinds = new Uint8Array(0x10000)

const LISTED: readonly (readonly [kind: number, characters: string])[] = [
  [JOINER, '\u00ad\u200c\u200d\u2060'],
  [SPACE, '\ufffe\uffff\u180e\u2800\u3164\uffa0'],
  [APOSTROPHE, "'’‘‛ʼ`´＇"],
  [QUOTE, '"“”„‟«»‚‹›「」『』＂'],
  [HYPHEN, '-‐‑'],
  [DASH, '‒–—―−－'],
  [PERIOD, '.．。｡'],
  [EXCLAMATION, '!?！？‼⁇⁈⁉'],
]
for (const [kind, characters] of LISTED) for (const character of characters) kinds[character.charCodeAt(0)] = kind

/** Kind of a code unit: one of the constants of this file. */
export function kindOf(code: number): number {
  return kinds[code] || classify(code)
}

function classify(code: number): number {
  const character = String.fromCharCode(code)
  let kind = OTHER
  if (code >= 0xd800 && code <= 0xdfff) kind = SURROGATE
  else if (/[\p{L}\p{M}]/u.test(character)) kind = LETTER
  else if (/\p{Nd}/u.test(character)) kind = DIGIT
  else if (/[\p{Z}\p{C}\s]/u.test(character)) kind = SPACE
  kinds[code] = kind
  return kind
}

export const UPPER = 1
export const LOWER = 2
export const CASELESS = 3

const cases = new Uint8Array(0x10000)

/** Whether a code unit is an upper-case letter, a lower-case one, or neither. */
export function caseOf(code: number): number {
  return cases[code] || classifyCase(code)
}

function classifyCase(code: number): number {
  const character = String.fromCharCode(code)
  const found = /[\p{Lu}\p{Lt}]/u.test(character) ? UPPER : /\p{Ll}/u.test(character) ? LOWER : CASELESS
  cases[code] = found
  return found
}

/** Whether a code unit ends a line. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 11 || code === 12 || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Offset after the character at `at`: two code units for a surrogate pair, else one. */
export function nextCharacter(text: string, at: number): number {
  return isPair(text, at) ? at + 2 : at + 1
}

/** Whether a whole surrogate pair begins at `at`. */
export function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
}

/** Whether a letter or a digit stands at `at`, which may lie outside of the text. */
export function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false
  const kind = kindOf(text.charCodeAt(at))
  if (kind === SURROGATE) return isPair(text, at) && isPairedLetter(text, at)
  return kind === LETTER || kind === DIGIT
}

/** Whether the surrogate pair at `at` is a letter, a combining mark or a digit. */
export function isPairedLetter(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCodePoint(text.codePointAt(at)!))
}
