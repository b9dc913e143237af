import { diagnostic, type Diagnostic } from '../record/diagnostic.js'

const MARKS = new Set('"“”„«»')

/** As many letters and digits on a side of a mark tell it from others. */
const CONTEXT_LENGTH = 12

/** Fewer of them tell nothing. */
const MIN_CONTEXT_LENGTH = 6

/** What is shorter is a label, a button, a teaser. */
const MIN_PARAGRAPH_LENGTH = 40

/**
 * Tells of quotation marks in a page's paragraphs that its main text lacks: of words that may have been somebody's. A mark is found
 * again by the letters before or behind it, since an extractor may leave out a link or a caption on one side.
 */
export function lostQuotationDiagnostics(page: readonly string[], mainText: readonly string[]): Diagnostic[] {
  const kept = new Set(mainText.flatMap((paragraph) => marksOf(paragraph).flatMap(({ contexts }) => contexts)))
  let count = 0
  let first: string | undefined
  for (const paragraph of page) {
    if (paragraph.length < MIN_PARAGRAPH_LENGTH) continue
    const lost = marksOf(paragraph).filter(({ contexts }) => contexts.every((context) => !kept.has(context)))
    count += lost.length
    if (lost.length > 0) first ??= beginningOf(paragraph)
  }
  if (first === undefined) return []
  const what = count === 1 ? 'A quotation mark of the page is' : `${count} quotation marks of the page are`
  return [
    diagnostic(
      'quotation-marks-lost',
      `${what} not in its main text; the first is in the paragraph that begins: ${first}`,
    ),
  ]
}

/** Whole characters alone: half of a pair would be one more thing to tell of. */
function beginningOf(paragraph: string): string {
  return Array.from(paragraph.slice(0, 2 * MIN_PARAGRAPH_LENGTH))
    .slice(0, MIN_PARAGRAPH_LENGTH)
    .join('')
}

/** The quotation marks of a paragraph, each with what it may be known by: the mark and the letters before it, or behind it. */
function marksOf(paragraph: string): { readonly contexts: readonly string[] }[] {
  const letters = paragraph.replace(/[^\p{L}\p{N}"“”„«»]/gu, '')
  const marks: { contexts: string[] }[] = []
  for (let at = 0; at < letters.length; at++) {
    if (!MARKS.has(letters[at])) continue
    const before = letters.slice(Math.max(0, at - CONTEXT_LENGTH), at)
    const behind = letters.slice(at + 1, at + 1 + CONTEXT_LENGTH)
    const contexts: string[] = []
    if (before.length >= MIN_CONTEXT_LENGTH) contexts.push(`${before}${letters[at]}`)
    if (behind.length >= MIN_CONTEXT_LENGTH) contexts.push(`${letters[at]}${behind}`)
    if (contexts.length > 0) marks.push({ contexts })
  }
  return marks
}
