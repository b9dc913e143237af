import type { StatementKind } from '../../record/record.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { TokenRun } from './runs.js'

const { PUNCT } = PART_OF_SPEECH

/** The most words of a quotation that may be a mere title or nickname. */
const LONGEST_TITLE = 8

/**
 * Whether content is quoted: all of its words, none, or some. Titles and nicknames in quotation marks within it do not count.
 * @param depth How many quotations all of it lies in anyway: those do not count either.
 */
export function kindOf(tokens: Tokens, content: readonly TokenRun[], depth: number): StatementKind {
  const { pos, quoteDepth } = tokens
  let quoted = 0
  let titled = 0
  let words = 0
  for (const { first, last } of content) {
    for (let t = first; t <= last; t++) {
      if (pos[t] === PUNCT) continue
      words++
      if (quoteDepth[t] <= depth) continue
      quoted++
      const isFirst = t === first || quoteDepth[t - 1] <= depth || pos[t - 1] === PUNCT
      if (isFirst) titled += titleLength(tokens, t, last, depth)
    }
  }
  if (quoted === words) return 'direct'
  return quoted === titled ? 'indirect' : 'mixed'
}

/** Whether content begins with a title or a name in quotation marks of two words or more: “The Bridge of Sighs”. */
export function beginsWithTitle(tokens: Tokens, [{ first, last }]: readonly TokenRun[]): boolean {
  const { quoteDepth, pos } = tokens
  const opens = first > 0 ? quoteDepth[first - 1] < quoteDepth[first] : quoteDepth[first] > 0
  return opens && pos[first] === PUNCT && titleLength(tokens, first + 1, last, quoteDepth[first] - 1) > 1
}

/** How many words a quoted title has that begins at a token and ends with its quotation: every word with a capital or a number, or short. 0 where it is none. */
function titleLength(
  { text, start, pos, word, quoteDepth }: Tokens,
  first: number,
  end: number,
  depth: number,
): number {
  let words = 0
  for (let t = first; t <= end && quoteDepth[t] > depth; t++) {
    if (pos[t] === PUNCT) {
      if (SENTENCE_MARKS.has(word[t])) return 0
      continue
    }
    const begins = text.charAt(start[t])
    const isCapital = begins !== begins.toLowerCase() || (begins >= '0' && begins <= '9')
    if (!isCapital && (t === first || !WORDS_OF_TITLES.has(word[t]))) return 0
    if (++words > LONGEST_TITLE) return 0
  }
  return words
}

const SENTENCE_MARKS = new Set(['?', '!', ',', ';', '.'])
const WORDS_OF_TITLES = new Set('of the and a an in on for to at from with by or de la le'.split(' '))
