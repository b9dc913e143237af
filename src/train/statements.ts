import type { Gold, Offsets } from './gold.js'

/**
 * Statements as the guidelines have them, in the form of PolNeAR, which knows none within another: the article with its outermost
 * statements, and each content as an article of its own, with those in it. Most contents have none: that is learned, too. Optional ones are
 * left out: with them the model finds more that nobody asked for (models/attribution.md has the figures).
 */
export function articlesWithStatements({ id, text, statements }: Gold<'statements'>): Gold<'attribution'>[] {
  const contents = statements.flatMap(({ content }) => content)
  const depth = ([start, end]: Offsets): number =>
    contents.filter(([from, to]) => from <= start && end <= to && to - from > end - start).length
  const cued = statements.flatMap((one) =>
    one.cue.length === 0 || one.optional === true ? [] : [{ ...one, depth: depth(one.cue[0]) }],
  )
  const article = (span: Offsets, level: number): Gold<'attribution'> => ({
    id: `${id} ${span.join('-')}`,
    text: text.slice(...span),
    attributions: cued
      .filter((one) => one.depth === level && one.cue[0][0] >= span[0] && one.cue[0][1] <= span[1])
      .map(({ cue, source, content }) => ({
        cue: within(cue, span),
        source: within(source, span),
        content: within(content, span),
      })),
  })
  return [article([0, text.length], 0), ...contents.map((span) => article(span, depth(span) + 1))]
}

/** The parts of spans that lie within another one, counted from its start. */
function within(spans: readonly Offsets[], [from, to]: Offsets): [number, number][] {
  return spans
    .map(([start, end]): [number, number] => [Math.max(start, from) - from, Math.min(end, to) - from])
    .filter(([start, end]) => start < end)
}
