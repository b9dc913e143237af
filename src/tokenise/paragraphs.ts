import { caseOf, EXCLAMATION, kindOf, LOWER, PERIOD, UPPER } from './characters.js'
import { BLANK_LINE, LINE_BREAK, type Scan } from './scan.js'

/** Tokens by offset, with the paragraph of each. */
export interface PlacedTokens {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly paragraph: Int32Array
}

/** A line that breaks off shorter than this was not wrapped. */
const SHORTEST_WRAPPED_LINE = 30

/** Share of single line breaks that must go on in lower case for a text to count as hard-wrapped. */
const WRAPPED_SHARE = 0.4

/**
 * The paragraph of each token. A blank line always ends one. A single line break does where lines are paragraphs, as in most news
 * dumps, but not in a text that was wrapped at some width, whose lines go on in lower case.
 */
export function paragraphsOf(text: string, tokens: Scan): Int32Array {
  const { count, start, end, breakBefore } = tokens
  let breaks = 0
  let wraps = 0
  let lineStart = 0
  let longest = 0
  for (let i = 0; i < count; i++) {
    if (breakBefore[i] === 0) continue
    if (i > 0) {
      const length = end[i - 1] - lineStart
      if (length > longest) longest = length
      if (breakBefore[i] === LINE_BREAK && length >= SHORTEST_WRAPPED_LINE) {
        breaks++
        if (goesOn(text, start[i])) wraps++
      }
    }
    lineStart = start[i]!
  }
  const wrapped = wraps > 0 && wraps >= breaks * WRAPPED_SHARE
  const of = new Int32Array(count)
  let paragraph = 0
  let line = 0
  for (let i = 0; i < count; i++) {
    if (i > 0 && breakBefore[i] !== 0) {
      if (breakBefore[i] === BLANK_LINE || !joins(i, line)) paragraph++
      line = i
    }
    of[i] = paragraph
  }
  return of

  /** Whether the line from token `next` on goes on with the one that began at token `first`. */
  function joins(next: number, first: number): boolean {
    if (isClosing(text.charCodeAt(start[next])) && end[next] - start[next] === 1) return true
    const length = end[next - 1] - start[first]
    const ended = endsSentence(text, end[next - 1])
    if (goesOn(text, start[next])) {
      // A broken sentence, not a list: its line began one.
      if (!ended && next - first >= 3 && caseOf(text.charCodeAt(start[first])) === UPPER) return true
      return wrapped && length >= SHORTEST_WRAPPED_LINE
    }
    return wrapped && length >= SHORTEST_WRAPPED_LINE && !(ended && length < longest * 0.7)
  }
}

/** Marks that end what stands before them: no paragraph begins with one. */
function isClosing(code: number): boolean {
  return '.,;:!?)]'.includes(String.fromCharCode(code))
}

function goesOn(text: string, at: number): boolean {
  return caseOf(text.charCodeAt(at)) === LOWER
}

function endsSentence(text: string, end: number): boolean {
  const kind = kindOf(text.charCodeAt(end - 1))
  return kind === PERIOD || kind === EXCLAMATION
}
