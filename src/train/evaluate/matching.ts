import type { Span } from '../../record/span.js'
import type { Offsets } from '../gold.js'
import type { PredictedStatement } from './prediction.js'
import { covered, normalise, overlaps } from './spans.js'

/** A statement of the gold or of a record with its spans in the form in which they are compared. */
export interface Comparable<Statement> {
  readonly statement: Statement
  readonly cue: readonly Offsets[]
  readonly source: readonly Offsets[]
  readonly content: readonly Offsets[]
  /** Indexes of the words that the content covers. */
  readonly contentWords: ReadonlySet<number>
}

interface SpanLists {
  readonly cue: readonly Offsets[]
  readonly source: readonly Offsets[]
  readonly content: readonly Offsets[]
}

/** Two statements are the same one when the words of their contents overlap by this much at least: intersection over union. */
const SAME_CONTENT = 0.5

/** A gold statement, ready to be compared; `words` are those of the text. */
export function comparableGold<Statement extends SpanLists>(
  text: string,
  words: readonly Offsets[],
  statement: Statement,
): Comparable<Statement> {
  return comparable(text, words, statement, statement)
}

/** A predicted statement, ready to be compared. */
export function comparablePrediction(
  text: string,
  words: readonly Offsets[],
  statement: PredictedStatement,
): Comparable<PredictedStatement> {
  return comparable(text, words, statement, {
    cue: offsetsOf(statement.cue),
    source: offsetsOf(statement.source),
    content: statement.content.flatMap(offsetsOf),
  })
}

/**
 * Matches statements one to one, the greatest overlap of contents first; of equal overlaps the one whose cues overlap too.
 * Gives the index of the prediction by that of its gold statement.
 */
export function matchStatements(
  gold: readonly Comparable<unknown>[],
  predicted: readonly Comparable<unknown>[],
): ReadonlyMap<number, number> {
  const candidates: Candidate[] = []
  gold.forEach((a, i) => {
    predicted.forEach((b, j) => {
      const overlap = intersectionOverUnion(a.contentWords, b.contentWords)
      if (overlap >= SAME_CONTENT) candidates.push([overlap + (overlaps(a.cue, b.cue) ? 0.01 : 0), i, j])
    })
  })
  return matchBest(candidates)
}

type Candidate = readonly [score: number, gold: number, predicted: number]

/** Takes candidates by falling score, equal ones in their order, as long as both sides are still free. */
export function matchBest(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const matches = new Map<number, number>()
  const taken = new Set<number>()
  for (const [, gold, predicted] of [...candidates].sort((a, b) => b[0] - a[0])) {
    if (matches.has(gold) || taken.has(predicted)) continue
    matches.set(gold, predicted)
    taken.add(predicted)
  }
  return matches
}

function comparable<Statement>(
  text: string,
  words: readonly Offsets[],
  statement: Statement,
  spans: SpanLists,
): Comparable<Statement> {
  const content = normalise(text, spans.content)
  return {
    statement,
    cue: normalise(text, spans.cue),
    source: normalise(text, spans.source),
    content,
    contentWords: covered(words, content),
  }
}

function offsetsOf(span: Pick<Span, 'start' | 'end'> | null | undefined): Offsets[] {
  return span == null ? [] : [[span.start, span.end]]
}

function intersectionOverUnion(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  const either = a.size + b.size - both
  return either > 0 ? both / either : 0
}
