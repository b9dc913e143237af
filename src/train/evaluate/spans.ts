import type { Offsets } from '../gold.js'

/** Characters that never decide a match when they stand at a span's edge: white space, quotation marks, punctuation. */
const EDGE = /[\s"'“”‘’«»„‟,.:;!?()[\]—–-]/

/** The span without edge characters at either end; it may come out empty. */
export function trim(text: string, [start, end]: Offsets): Offsets {
  while (start < end && EDGE.test(text.charAt(start))) start++
  while (end > start && EDGE.test(text.charAt(end - 1))) end--
  return [start, end]
}

/**
 * The form in which spans are compared: edge characters trimmed (a span of nothing else stays as it is), empty ones dropped,
 * in text order, and those with nothing but edge characters between them joined to one.
 */
export function normalise(text: string, spans: readonly Offsets[]): readonly Offsets[] {
  const sorted = spans
    .map((span) => {
      const trimmed = trim(text, span)
      return isEmpty(trimmed) ? span : trimmed
    })
    .filter((span) => !isEmpty(span))
    .sort((a, b) => a[0] - b[0])
  const joined: Offsets[] = []
  for (const [start, end] of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && isEdge(text, last[1], start))
      joined[joined.length - 1] = [last[0], Math.max(last[1], end)]
    else joined.push([start, end])
  }
  return joined
}

export function isEmpty([start, end]: Offsets): boolean {
  return end <= start
}

/** Whether the same spans stand in both. */
export function same(a: readonly Offsets[], b: readonly Offsets[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => start === b[i][0] && end === b[i][1])
}

/** Whether a span of `a` and a span of `b` have a character in common. */
export function overlaps(a: readonly Offsets[], b: readonly Offsets[]): boolean {
  return a.some(([start, end]) => b.some(([otherStart, otherEnd]) => start < otherEnd && otherStart < end))
}

/** The words of a text, in text order: runs of letters and digits, with single apostrophes and hyphens inside. */
export function wordsOf(text: string): readonly Offsets[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu), (match) => [
    match.index,
    match.index + match[0].length,
  ])
}

/** Indexes of the words that have a character in one of the spans. */
export function covered(words: readonly Offsets[], spans: readonly Offsets[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [start, end] of spans) {
    for (let i = firstEndingAfter(words, start); i < words.length && words[i][0] < end; i++) found.add(i)
  }
  return found
}

/** The spans' text, for a reader. */
export function show(text: string, spans: readonly Offsets[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ') || '∅'
}

function isEdge(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!EDGE.test(text.charAt(i))) return false
  return true
}

function firstEndingAfter(words: readonly Offsets[], position: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle][1] > position) high = middle
    else low = middle + 1
  }
  return low
}
