import type { Segments, Tokens } from '../record/tokens.js'
import { Lexicon } from './lexicon.js'
import { paragraphsOf, type PlacedTokens } from './paragraphs.js'
import { quotationsOf } from './quotations.js'
import { scan } from './scan.js'
import { sentenceStarts } from './sentences.js'

export { DEEPEST_QUOTATION } from './quotations.js'
export { LONGEST_TOKEN } from './scan.js'

/** Turns texts into tokens, with sentences, paragraphs and quotations. */
export interface Tokeniser {
  /** Tokens of a text. Any string will do; the same text gives the same tokens, whatever was tokenised before, but for the numbers of forms. */
  tokenise(text: string): Tokens
}

/** A tokeniser. Loading its language model takes about a tenth of a second; keep it. */
export function createTokeniser(): Tokeniser {
  const lexicon = new Lexicon()
  return { tokenise: (text) => tokenise(text, lexicon) }
}

function tokenise(text: string, lexicon: Lexicon): Tokens {
  const scanned = scan(text)
  const { count, start, end } = scanned
  const paragraph = paragraphsOf(text, scanned)
  const placed: PlacedTokens = { text, count, start, end, paragraph }
  const { word, lemma, pos, forms } = lexicon.describe(placed)
  const { quotations, quoteDepth } = quotationsOf(placed)
  const starts = sentenceStarts({ ...placed, word, pos, quotations, glued: scanned.glued })
  const sentence = new Int32Array(count)
  for (let s = 0; s < starts.length; s++) sentence.fill(s, starts[s], starts[s + 1] ?? count)
  const sentences = segmentsOf(count, start, end, sentence)
  const isStart = new Set(starts)
  return {
    text,
    count,
    start,
    end,
    word,
    lemma,
    forms,
    pos,
    sentence,
    paragraph,
    quoteDepth,
    sentences,
    paragraphs: segmentsOf(count, start, end, paragraph),
    quotations,
    glued: scanned.glued.filter((i) => isStart.has(i)).map((i) => start[i]),
  }
}

/** A quotation of a text, from its opening mark to behind its closing one. */
export interface QuotationSpan {
  readonly start: number
  readonly end: number
}

/** The outermost quotations of a text that open and close, by its marks alone: no language model is needed for them. */
export function quotationSpans(text: string): QuotationSpan[] {
  const scanned = scan(text)
  const { count, start, end } = scanned
  const { quotations } = quotationsOf({ text, count, start, end, paragraph: paragraphsOf(text, scanned) })
  const spans: QuotationSpan[] = []
  for (let q = 0; q < quotations.count; q++) {
    if (quotations.depth[q] === 1 && quotations.closed[q] === 1)
      spans.push({ start: start[quotations.open[q]], end: end[quotations.close[q]] })
  }
  return spans
}

/** The runs of tokens with the same number in `of`. */
function segmentsOf(count: number, start: Int32Array, end: Int32Array, of: Int32Array): Segments {
  const runs = count === 0 ? 0 : of[count - 1] + 1
  const first = new Int32Array(runs)
  const last = new Int32Array(runs)
  const startOf = new Int32Array(runs)
  const endOf = new Int32Array(runs)
  for (let i = 0; i < count; i++) {
    const run = of[i]
    if (i === 0 || of[i - 1] !== run) {
      first[run] = i
      startOf[run] = start[i]!
    }
    last[run] = i
    endOf[run] = end[i]!
  }
  return { count: runs, first, last, start: startOf, end: endOf }
}
