import { PARTS_OF_SPEECH, type Tokens } from '../record/tokens.js'
import { hashString, mix } from '../tagger/hash.js'
import type { TokenScores } from '../tagger/scores.js'
import type { Passage } from './attribution/passage.js'
import type { LabelScores } from './explanation.js'

/** The scores of a token with what its features read in words, of the passage that it is in. */
export function labelScoresOf(scores: TokenScores, tokens: Tokens, passage: Passage): LabelScores {
  const { best, sequences } = scores
  const rivals = sequences.flatMap((sequence, label) => (sequence === null || label === best ? [] : [label]))
  const nextBest = rivals.reduce<number | null>(
    (top, label) => (top === null || sequences[label]!.total > sequences[top]!.total ? label : top),
    null,
  )
  const telling = ({ units }: { readonly units: readonly number[] }): number =>
    nextBest === null ? Math.abs(units[best]) : Math.abs(units[best] - units[nextBest])
  const words = wordsOf(tokens, passage)
  const features = scores.features
    .map(({ template, read, units }) => ({
      template,
      values: read.map(({ column, value }) => valueInWords(column, value, words)),
      units,
    }))
    .sort((a, b) => telling(b) - telling(a))
  const likeliest = scores.probabilities.indexOf(Math.max(...scores.probabilities))
  return { ...scores, features, nextBest, likeliest }
}

/** What the hashes in a passage's columns stand for. */
function wordsOf({ word, lemma }: Tokens, { first, length }: Passage): ReadonlyMap<number, string> {
  const words = new Map<number, string>()
  for (let t = first; t < first + length; t++) {
    words.set(hashString(word[t].slice(0, 3)), `${word[t].slice(0, 3)}…`)
    words.set(hashString(word[t].slice(-3)), `…${word[t].slice(-3)}`)
    words.set(mix(hashString(lemma[t]), 1), lemma[t])
    words.set(mix(hashString(lemma[t]), 2), `${lemma[t]} in quotation marks`)
  }
  // Whole words last: a word of three letters is its own beginning and end.
  for (let t = first; t < first + length; t++) {
    words.set(hashString(lemma[t]), lemma[t])
    words.set(hashString(word[t]), word[t])
  }
  return words
}

/** A cell holds a small number, or the hash of a word. */
function valueInWords(column: string, value: number | undefined, words: ReadonlyMap<number, string>): string {
  if (value === undefined) return '(outside)'
  if (column === 'pos') return PARTS_OF_SPEECH[value]
  if (value >= 0 && value < 2 ** 16) return String(value)
  return words.get(value) ?? String(value)
}
