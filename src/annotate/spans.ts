/** Half open, in UTF-16 code units of the article's text. */
export type Offsets = readonly [start: number, end: number]

/** What ends a line, for one program or another. */
export const LINE_ENDS = '\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029'

/**
 * The spans of one part of a statement in the form that every tool can hold: in text order, around whole characters, without line
 * ends at their edges. Those that overlap, touch or have only line ends between them are one.
 */
export function settled(text: string, spans: readonly Offsets[]): readonly Offsets[] {
  const trimmed = spans
    .map((span) => withoutLineEnds(text, wholeCharacters(text, span)))
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Offsets[] = []
  for (const [start, end] of trimmed) {
    const last = joined.at(-1)
    if (last !== undefined && hasLineEndsAlone(text, last[1], start))
      joined[joined.length - 1] = [last[0], Math.max(last[1], end)]
    else joined.push([start, end])
  }
  return joined
}

export function contains([start, end]: Offsets, inner: Offsets): boolean {
  return start <= inner[0] && inner[1] <= end
}

/** A span that begins or ends within a surrogate pair takes in the whole of it. */
function wholeCharacters(text: string, [start, end]: Offsets): Offsets {
  return [isWithinPair(text, start) ? start - 1 : start, isWithinPair(text, end) ? end + 1 : end]
}

function isWithinPair(text: string, at: number): boolean {
  return at > 0 && text.codePointAt(at - 1)! > 0xffff
}

function withoutLineEnds(text: string, [start, end]: Offsets): Offsets {
  while (start < end && LINE_ENDS.includes(text[start])) start++
  while (end > start && LINE_ENDS.includes(text[end - 1])) end--
  return [start, end]
}

function hasLineEndsAlone(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!LINE_ENDS.includes(text[at])) return false
  return true
}
