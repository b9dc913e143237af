import type { Gold, Offsets } from '../gold.js'
import { percentOf, Tally, type PrecisionRecall } from './figures.js'
import type { Misses } from './misses.js'
import type { Prediction } from './prediction.js'

/** Where sentences end. */
export interface SentenceFigures {
  readonly texts: number
  /** Ends of sentences, white space before them left out. */
  readonly boundary: PrecisionRecall
  /** Of the texts, in percent: every end is right. */
  readonly allRight: number
}

export function evaluateSentences(
  pairs: readonly (readonly [Gold<'sentences'>, Prediction])[],
  misses: Misses,
): SentenceFigures {
  const boundary = new Tally()
  let allRight = 0
  for (const [{ id, text, sentences }, prediction] of pairs) {
    const gold = endsOf(text, sentences.map(placeIn(text)))
    const predicted = endsOf(text, prediction.sentences)
    const found = [...predicted].filter((end) => gold.has(end)).length
    boundary.found += found
    boundary.extra += predicted.size - found
    boundary.missed += gold.size - found
    if (found === gold.size && found === predicted.size) allRight++
    else misses.add('sentences', id, text.slice(0, 120))
  }
  return { texts: pairs.length, boundary: boundary.figures(), allRight: percentOf(allRight, pairs.length) }
}

/**
 * The place of each sentence in turn, offsets as they are and text where it next occurs. A sentence that the text does not have
 * (gold may ask for cleaned text) ends where the one before it ends.
 */
function placeIn(text: string): (sentence: Offsets | string) => Offsets {
  let position = 0
  return (sentence) => {
    if (typeof sentence !== 'string') return sentence
    const start = text.indexOf(sentence, position)
    if (start < 0) return [0, position]
    position = start + sentence.length
    return [start, position]
  }
}

function endsOf(text: string, sentences: readonly Offsets[]): ReadonlySet<number> {
  return new Set(
    sentences.map(([start, end]) => {
      while (end > start && /\s/.test(text.charAt(end - 1))) end--
      return end
    }),
  )
}
