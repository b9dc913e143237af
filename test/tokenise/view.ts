import type { Segments, Tokens } from '../../src/record/tokens.js'
import { PARTS_OF_SPEECH } from '../../src/record/tokens.js'
import { createTokeniser } from '../../src/tokenise/index.js'

const tokeniser = createTokeniser()

export function tokenise(text: string): Tokens {
  return tokeniser.tokenise(text)
}

/** The text of each token. */
export function forms(text: string): string[] {
  const { count, start, end } = tokenise(text)
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]))
}

/** The text of each segment. */
export function cut(text: string, segments: Segments): string[] {
  return Array.from({ length: segments.count }, (_, i) => text.slice(segments.start[i], segments.end[i]))
}

export function sentences(text: string): string[] {
  return cut(text, tokenise(text).sentences)
}

export function paragraphs(text: string): string[] {
  return cut(text, tokenise(text).paragraphs)
}

/** The text of each quotation, with "…" after one that is not closed. */
export function quotations(text: string): string[] {
  const { quotations, start, end } = tokenise(text)
  return Array.from(
    { length: quotations.count },
    (_, q) => text.slice(start[quotations.open[q]], end[quotations.close[q]]) + (quotations.closed[q] === 1 ? '' : '…'),
  )
}

/** "form/POS/lemma" of each token. */
export function tagged(text: string): string[] {
  const { count, word, pos, lemma } = tokenise(text)
  return Array.from({ length: count }, (_, i) => `${word[i]}/${PARTS_OF_SPEECH[pos[i]]}/${lemma[i]}`)
}

/** All of a tokenisation as plain data, to compare. */
export function plain(tokens: Tokens): unknown {
  const { text, count, word, lemma, sentences, paragraphs, quotations, glued } = tokens
  const numbers = (array: Int32Array | Uint8Array): number[] => Array.from(array.subarray(0, count))
  const segments = (s: Segments): unknown => [s.count, [...s.first], [...s.last], [...s.start], [...s.end]]
  return {
    text,
    word,
    lemma,
    numbers: [tokens.start, tokens.end, tokens.pos, tokens.sentence, tokens.paragraph, tokens.quoteDepth].map(numbers),
    sentences: segments(sentences),
    paragraphs: segments(paragraphs),
    quotations: [quotations.open, quotations.close, quotations.closed, quotations.depth, quotations.continues].map(
      (a) => Array.from(a),
    ),
    unpaired: quotations.unpaired,
    glued,
  }
}
