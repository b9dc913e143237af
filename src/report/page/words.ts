import { meaningOf, type MeaningStyle } from '../../record/meaning.js'
import type { Quantity } from '../../record/record.js'
import type { CorpusSpeaker, Standing } from './corpus.js'
import { numberShown } from './dom.js'

const WORDS: MeaningStyle = {
  compared: { '=': '', '>': 'over ', '>=': 'at least ', '<': 'under ', '<=': 'at most ', '~': 'about ' },
  number: numberShown,
}

/** What a quantity means, in words: "over 7,500,000,000 USD", "3 to 5 day", "20% (negated)". */
export function meaningInWords(quantity: Quantity): string {
  return meaningOf(quantity, WORDS)
}

/** What is said of the kinds of numbers. */
export const NUMBER_NAMES = {
  any: 'with a number',
  none: 'without numbers',
  cardinal: 'counts',
  ordinal: 'ordinals',
  percent: 'percentages',
  money: 'money',
  measure: 'measures',
  ratio: 'ratios',
} as const

export const KIND_NAMES = { direct: 'direct quote', mixed: 'partly quoted', indirect: 'paraphrase' } as const

export const STANDING_NAMES: { readonly [standing in Standing | 'nobody']: string } = {
  named: 'named',
  described: 'described only',
  unresolved: 'not resolved',
  nobody: 'nobody given',
}

/** What to warn of where it is not sure who speaks; undefined where it is. */
export function doubtAbout(speaker: CorpusSpeaker | null): string | undefined {
  if (speaker === null) return 'The text names nobody for this.'
  if (speaker.standing === 'unresolved') return 'Not resolved: these are the source’s words, not a name.'
  return speaker.standing === 'described' ? 'Described, not named, in this article.' : undefined
}

/** What to call a speaker. */
export function nameOf(speaker: CorpusSpeaker | null): string {
  return speaker === null ? 'Nobody named' : speaker.name
}

/** A confidence of 0 to 1 as "93 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

/** "12–30", a half-open place in the text, in UTF-16 code units. */
export function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}–${end}`
}
