import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { Columns, MARGIN } from '../../tagger/columns.js'
import { mix } from '../../tagger/hash.js'
import { Words } from './words.js'

export const PASSAGE_COLUMNS = [
  'word', 'lemma', 'pos', 'shape', 'suffix', 'prefix', 'reporting',
  'quote', 'quoteLength', 'quoteLeft', 'quoteRight',
  'cueLeft', 'cueLeftAt', 'cueRight', 'cueRightAt',
  'verbLeft', 'verbRight', 'markLeft', 'markLeftAt', 'markRight', 'markRightAt', 'clauseLeft', 'clauseLeftAt',
  'sentenceFirst', 'sentenceEnd', 'fromStart', 'toEnd', 'sentenceFlags', 'passageFlags',
] as const // prettier-ignore

type Cells = { readonly [name in (typeof PASSAGE_COLUMNS)[number]]: Int32Array }

const { VERB, AUX, PUNCT } = PART_OF_SPEECH

/** 0 to 9: a distance in tokens, coarser the longer. */
export function bucket(distance: number): number {
  if (distance < 5) return distance
  if (distance < 7) return 5
  if (distance < 10) return 6
  if (distance < 15) return 7
  if (distance < 25) return 8
  return 9
}

/** How a token is written: which kinds of characters it has. */
export function shapeOf(text: string, start: number, end: number): number {
  let shape = 0
  for (let i = start; i < end && i < start + 12; i++) {
    const c = text.charCodeAt(i)
    if (c >= 97 && c <= 122) shape |= 1
    else if (c >= 65 && c <= 90) shape |= i === start ? 2 : 4
    else if (c >= 48 && c <= 57) shape |= 8
    else if (c === 46) shape |= 16
    else if (c === 45) shape |= 32
    else if (c < 128) shape |= 64
    else if (c >= 0xc0 && c < 0x2000) shape |= 1
    else shape |= 128
  }
  return shape | (Math.min(end - start, 3) << 8)
}

/** The columns of a passage, a run of an article's tokens within one paragraph, for the first pass. */
export class PassageColumns {
  readonly columns = new Columns(PASSAGE_COLUMNS)
  readonly #words = new Words()

  /** Fills the columns for tokens `first` to `last`, both included. A quotation that reaches beyond both ends is not counted as one. */
  fill(tokens: Tokens, first: number, last: number): Columns {
    const length = last - first + 1
    this.columns.reset(length)
    const cells = this.columns.named
    this.#fillWords(tokens, first, length, cells)
    this.#fillQuotes(tokens, first, last, cells)
    this.#fillContext(tokens, first, last, cells)
    return this.columns
  }

  #fillWords(tokens: Tokens, first: number, length: number, cells: Cells): void {
    const words = this.#words
    const { text, start, end, forms } = tokens
    words.learn(forms)
    const word = cells.word, lemma = cells.lemma, pos = cells.pos, shape = cells.shape, suffix = cells.suffix, prefix = cells.prefix, reporting = cells.reporting // prettier-ignore
    for (let i = 0; i < length; i++) {
      const t = first + i
      const at = i + MARGIN
      const w = forms.word[t]
      word[at] = words.hash[w]!
      suffix[at] = words.suffix[w]!
      prefix[at] = words.prefix[w]!
      const l = forms.lemma[t]
      lemma[at] = words.hash[l]!
      pos[at] = tokens.pos[t]!
      reporting[at] = words.reporting[l] + 256 * words.clauseMarker[w]
      shape[at] = shapeOf(text, start[t], end[t])
    }
  }

  #fillQuotes(tokens: Tokens, first: number, last: number, cells: Cells): void {
    const length = last - first + 1
    const quote = cells.quote, quoteLength = cells.quoteLength, left = cells.quoteLeft, right = cells.quoteRight // prettier-ignore
    quote.fill(0, MARGIN, MARGIN + length)
    quoteLength.fill(0, MARGIN, MARGIN + length)
    const { quotations } = tokens
    for (let q = firstQuotation(tokens, first); q < quotations.count && quotations.open[q] <= last; q++) {
      if (quotations.close[q] < first || (quotations.open[q] < first && quotations.close[q] > last)) continue
      const open = Math.max(first, quotations.open[q])
      const close = Math.min(last, quotations.close[q])
      const size = bucket(close - open - 1) + 16 * quotations.closed[q] + 32 * quotations.continues[q]
      const nested = quotations.depth[q] > 1 ? 8 : 0
      for (let t = open; t <= close; t++) {
        const at = t - first + MARGIN
        quote[at] = 3 + nested
        quoteLength[at] = size
      }
      if (open === quotations.open[q]) {
        quote[open - first + MARGIN] = 1 + nested
        if (open < close) quote[open + 1 - first + MARGIN] = 2 + nested
      }
      if (quotations.closed[q] === 1 && close === quotations.close[q]) {
        if (close - 1 > open + 1) quote[close - 1 - first + MARGIN] = 4 + nested
        quote[close - first + MARGIN] = 5 + nested
      }
    }
    let since = 99
    for (let i = 0; i < length; i++) {
      const state = quote[i + MARGIN] & 7
      if (state === 1) since = 40
      else if (state === 5) since = 0
      else if (since < 98) since++
      left[i + MARGIN] = state !== 0 ? 20 : since > 60 ? 21 : bucket(since)
    }
    since = 99
    for (let i = length - 1; i >= 0; i--) {
      const state = quote[i + MARGIN] & 7
      if (state === 5) since = 40
      else if (state === 1) since = 0
      else if (since < 98) since++
      right[i + MARGIN] = state !== 0 ? 20 : since > 60 ? 21 : bucket(since)
    }
  }

  #fillContext(tokens: Tokens, first: number, last: number, cells: Cells): void {
    const { word, lemma, pos, reporting, quote } = cells
    const { sentence } = tokens
    let sentenceStart = first
    let index = 0
    const passageQuotes = quote[MARGIN] & 7
    while (sentenceStart <= last) {
      let sentenceLast = sentenceStart
      while (sentenceLast < last && sentence[sentenceLast + 1] === sentence[sentenceStart]) sentenceLast++
      const from = sentenceStart - first + MARGIN
      const to = sentenceLast - first + MARGIN

      let flags = 0
      for (let at = from; at <= to; at++) {
        if (quote[at] !== 0) flags |= 1
        else if (reporting[at] & 15 && (pos[at] === VERB || pos[at] === AUX)) flags |= 2
      }
      const head = word[from]
      const tail = word[to]
      let cue = 0, cueAt = 99, verb = 0, mark = 0, markAt = 99, clause = 0, clauseAt = 99 // prettier-ignore
      for (let at = from; at <= to; at++) {
        cells.cueLeft[at] = cue
        cells.cueLeftAt[at] = bucket(cueAt)
        cells.verbLeft[at] = verb
        cells.markLeft[at] = mark
        cells.markLeftAt[at] = bucket(markAt)
        cells.clauseLeft[at] = clause
        cells.clauseLeftAt[at] = bucket(clauseAt)
        cells.sentenceFirst[at] = head
        cells.sentenceEnd[at] = tail
        cells.fromStart[at] = bucket(at - from)
        cells.toEnd[at] = bucket(to - at)
        cells.sentenceFlags[at] = flags
        cells.passageFlags[at] = Math.min(index, 3) + 4 * (tokens.paragraph[first] === 0 ? 1 : 0) + 8 * passageQuotes
        cueAt++
        markAt++
        clauseAt++
        const p = pos[at]
        const r = reporting[at]
        if (p === VERB || p === AUX) {
          verb = lemma[at]!
          if (r & 15) {
            cue = mix(lemma[at], quote[at] === 0 ? 1 : 2)
            cueAt = 0
          }
        } else if (p === PUNCT) {
          mark = word[at]!
          markAt = 0
        }
        if (r >= 256) {
          clause = word[at]!
          clauseAt = 0
        }
      }
      cue = 0
      cueAt = 99
      verb = 0
      mark = 0
      markAt = 99
      for (let at = to; at >= from; at--) {
        cells.cueRight[at] = cue
        cells.cueRightAt[at] = bucket(cueAt)
        cells.verbRight[at] = verb
        cells.markRight[at] = mark
        cells.markRightAt[at] = bucket(markAt)
        cueAt++
        markAt++
        const p = pos[at]
        if (p === VERB || p === AUX) {
          verb = lemma[at]!
          if (reporting[at] & 15) {
            cue = mix(lemma[at], quote[at] === 0 ? 1 : 2)
            cueAt = 0
          }
        } else if (p === PUNCT) {
          mark = word[at]!
          markAt = 0
        }
      }
      sentenceStart = sentenceLast + 1
      index++
    }
  }
}

/** The first quotation that reaches token `token` or lies after it. */
function firstQuotation(tokens: Tokens, token: number): number {
  const { quotations } = tokens
  let low = 0
  let high = quotations.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.paragraph[quotations.open[middle]] < tokens.paragraph[token]) low = middle + 1
    else high = middle
  }
  return low
}
