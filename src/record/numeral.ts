import { digitOf, digitsAt, type Numeral } from './numeral-digits.js'
import { wordsAt } from './numeral-words.js'
import { GROUPS, MAGNITUDES, MANY, ORDINAL_MAGNITUDES, ORDINALS, PARTS, SMALL, TENS, VULGAR } from './number-words.js'
import type { Tokens } from './tokens.js'

export type { Numeral }

const BEGINS = new Set([...SMALL.keys(), ...TENS.keys(), ...MAGNITUDES.keys(), ...MANY.keys(), ...ORDINALS.keys(), ...ORDINAL_MAGNITUDES.keys(), ...GROUPS.keys(), 'half', 'halves', 'quarter', 'quarters', 'a', 'an']) // prettier-ignore

/** Whether a numeral may begin at a token; cheap, and true of more than begin one. */
export function mayBeginNumeral({ word, text, start }: Tokens, token: number): boolean {
  const code = text.charCodeAt(start[token])
  if ((code >= 0x30 && code <= 0x39) || code === 0x2e) return true
  if (code > 0x7f) return digitOf(code) >= 0 || VULGAR.has(text.charAt(start[token]))
  const form = word[token]
  const hyphen = form.indexOf('-')
  return BEGINS.has(hyphen < 0 ? form : form.slice(0, hyphen))
}

/** The numeral that begins at a token, the longest there is; null where none does. It lies within one sentence. */
export function numeralAt(tokens: Tokens, token: number): Numeral | null {
  if (token >= tokens.count || !mayBeginNumeral(tokens, token)) return null
  const code = tokens.text.charCodeAt(tokens.start[token])
  const isDigit = digitOf(code) >= 0 || (code === 0x2e && digitOf(tokens.text.charCodeAt(tokens.start[token] + 1)) >= 0)
  if (isDigit) return digitsAt(tokens, token)
  const form = tokens.word[token]
  // Most articles have nothing to do with numbers.
  if ((form === 'a' || form === 'an') && !isCountedByArticle(tokens, token + 1)) return null
  return wordsAt(tokens, token)
}

/** Whether a word may follow an article in a numeral: "a million", "a third". */
function isCountedByArticle({ word, count }: Tokens, token: number): boolean {
  if (token >= count) return false
  const [form] = word[token].split('-', 1)
  return MAGNITUDES.has(form) || GROUPS.has(form) || PARTS.has(form) || ORDINAL_MAGNITUDES.has(form)
}

/** The numeral in digits that begins within a token, at an offset of the text: "79" of "RM79". */
export function numeralWithin(tokens: Tokens, token: number, at: number): Numeral | null {
  return digitOf(tokens.text.charCodeAt(at)) < 0 ? null : digitsAt(tokens, token, at)
}
