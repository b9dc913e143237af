import { PARTS_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { Attribution } from './attribution.js'
import { overlap, type TokenRun } from './runs.js'

const PUNCT = PARTS_OF_SPEECH.indexOf('PUNCT')

/** The fewest words of a quotation that stands alone in its paragraph and is taken for speech. */
const FEWEST_WORDS = 4

/**
 * Gives each paragraph that is nothing but a quotation, and belongs to no statement yet, to the quotation that the paragraph before ends
 * with: it goes on from there ("… he said." and a new mark), so it has the same source. Works on `attributions` in place.
 */
export function continueQuotations(tokens: Tokens, attributions: Attribution[]): void {
  const alone = quotedParagraphs(tokens)
  if (alone.length === 0) return
  const last = lastQuotedOf(tokens, attributions)
  for (const { paragraph, run } of alone) {
    if (attributions.some(({ content, cue }) => overlap(run, cue) || content.some((part) => overlap(part, run))))
      continue
    const before = last[paragraph - 1]
    if (before === undefined) continue
    before.content = [...before.content, run]
    last[paragraph] = before
  }
}

/** Paragraphs that a single outermost quotation fills. */
function quotedParagraphs(tokens: Tokens): { paragraph: number; run: TokenRun }[] {
  const { paragraphs, quotations, pos, word } = tokens
  const found: { paragraph: number; run: TokenRun }[] = []
  for (let q = 0; q < quotations.count; q++) {
    if (quotations.depth[q] !== 1) continue
    const open = quotations.open[q]
    const close = quotations.close[q]
    const paragraph = tokens.paragraph[open]
    if (open !== paragraphs.first[paragraph] || paragraph === 0) continue
    const end = paragraphs.last[paragraph]
    if (close < end && !(close === end - 1 && pos[end] === PUNCT)) continue
    let words = 0
    for (let t = open; t <= close; t++) if (pos[t] !== PUNCT && word[t] !== '') words++
    if (words >= FEWEST_WORDS) found.push({ paragraph, run: { first: open, last: close } })
  }
  return found
}

/** Of each paragraph, the statement whose quoted content comes last in it. */
function lastQuotedOf(tokens: Tokens, attributions: readonly Attribution[]): (Attribution | undefined)[] {
  const last: (Attribution | undefined)[] = []
  const ends: number[] = []
  for (const attribution of attributions) {
    for (const run of attribution.content) {
      if (tokens.quoteDepth[run.last] === 0 && tokens.quoteDepth[run.first] === 0) continue
      const paragraph = tokens.paragraph[run.last]
      if ((ends[paragraph] ?? -1) > run.last) continue
      ends[paragraph] = run.last
      last[paragraph] = attribution
    }
  }
  return last
}
