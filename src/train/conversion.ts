import { clauseOf } from '../extract/attribution/clause.js'
import type { TokenRun } from '../extract/attribution/runs.js'
import type { Tokens } from '../record/tokens.js'
import type { Gold } from './gold.js'
import { runOf } from './span-run.js'

/** An annotated statement in tokens of its article. */
export interface GoldStatement {
  readonly cue: TokenRun
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
}

/**
 * PolNeAR's attributions of an article as the guidelines have them, by the rules that cut what the passes find: no medium, time or adverb in
 * the cue ("said in a statement"), "of" and whom of "accused X of" with the content, no 's and no comma at the end of a source, no
 * addressee in the content. What only tells a title or a name ("titled", "dubbed") is none, nor is one without cue or content.
 */
export function converted(tokens: Tokens, attributions: Gold<'attribution'>['attributions']): GoldStatement[] {
  const runs = (spans: readonly (readonly [number, number])[]): TokenRun[] =>
    spans.map(([start, end]) => runOf(tokens, start, end)).filter(({ first, last }) => first <= last)
  return attributions.flatMap((attribution) => {
    const cue = runs(attribution.cue).at(0)
    const content = runs(attribution.content)
    if (cue === undefined || content.length === 0) return []
    const clause = clauseOf(tokens, { cue, source: runs(attribution.source).at(0) ?? null, content })
    if (clause?.cue == null) return []
    return [{ cue: clause.cue, source: clause.source, content: clause.content }]
  })
}
