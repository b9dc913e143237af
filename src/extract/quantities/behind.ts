import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

/** What a numeral measures, and the place of both together. */
export interface Measured {
  readonly kind: 'percent' | 'money' | 'measure'
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  /** What the numeral's value is to be multiplied by: "m" of "$5m". */
  readonly scale: number
  readonly unit?: string
  readonly currency?: string
}

/** A place behind a numeral: the end of a currency, unit or percent sign. */
export interface Behind {
  readonly last: number
  readonly end: number
}

/** Whether a token stands right behind another, or with one space or a hyphen between. */
export function isNear({ start, end, sentence, count }: Tokens, token: number, before: number): boolean {
  return token < count && sentence[token] === sentence[before] && start[token] - end[before] <= 1
}

/** The token behind a hyphen that joins it to the one before, else the token itself. */
export function skipHyphen(tokens: Tokens, token: number): number {
  const isHyphen = tokens.word[token] === '-' && tokens.start[token] === tokens.end[token - 1]
  return isHyphen && tokens.start[token + 1] === tokens.end[token] ? token + 1 : token
}

/** A token as it is written; empty behind the last. */
export function written({ text, start, end, count }: Tokens, token: number): string {
  return token < count ? text.slice(start[token], end[token]) : ''
}

/** Whether a token is a noun of the sentence of the one before it. */
export function isNounAt({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && pos[token] === PART_OF_SPEECH.NOUN
}
