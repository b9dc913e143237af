/** A passage of an article's text: half open, in UTF-16 code units, so that `text.slice(start, end) === span.text`. */
export interface Span {
  /** Offset of its first UTF-16 code unit. */
  readonly start: number
  /** Offset behind its last UTF-16 code unit. */
  readonly end: number
  /** Its words, as they stand in the article. */
  readonly text: string
}

/** The span of `text` from `start` to `end`. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) }
}

/** Whether a passage lies wholly in one of others. */
export function isWithin(span: Span, passages: readonly Span[]): boolean {
  return passages.some(({ start, end }) => start <= span.start && span.end <= end)
}
