import type { ComparedStatement, Offsets } from './article.js'

/** The least overlap of contents that makes two statements the same one, unless their cues overlap too. */
const SAME_CONTENT = 0.5

/**
 * Pairs statements of one text one to one, as indexes of the old and the new one. Two can be a pair when their contents overlap by half at
 * least (intersection over union, in characters), or by less and their cues overlap. Pairs are taken by falling sum of twice the overlap of
 * contents and the overlap of cues; of equal ones the first in text order.
 */
export function matchedStatements(
  old: readonly ComparedStatement[],
  now: readonly ComparedStatement[],
): ReadonlyMap<number, number> {
  const candidates: { readonly score: number; readonly from: number; readonly to: number }[] = []
  const ends = now.map(({ content }) => content.at(-1)?.[1] ?? 0)
  for (const [from, a] of old.entries()) {
    const [start, end] = [a.content.at(0)?.[0] ?? 0, a.content.at(-1)?.[1] ?? 0]
    for (const [to, b] of now.entries()) {
      if (ends[to] <= start || end <= (b.content.at(0)?.[0] ?? 0)) continue
      const [content, cue] = [overlap(a.content, b.content), overlap(a.cue, b.cue)]
      if (content >= SAME_CONTENT || (content > 0 && cue > 0)) candidates.push({ score: 2 * content + cue, from, to })
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { from, to } of candidates) {
    if (pairs.has(from) || taken.has(to)) continue
    pairs.set(from, to)
    taken.add(to)
  }
  return pairs
}

/** Intersection over union of two lists of spans that do not overlap within a list, in code units. */
function overlap(a: readonly Offsets[], b: readonly Offsets[]): number {
  let both = 0
  for (const [start, end] of a)
    for (const [from, to] of b) both += Math.max(0, Math.min(end, to) - Math.max(start, from))
  const either = size(a) + size(b) - both
  return either === 0 ? 0 : both / either
}

function size(spans: readonly Offsets[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0)
}
