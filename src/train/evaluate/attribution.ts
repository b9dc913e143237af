import type { Gold } from '../gold.js'
import { figuresOf, Tally, type PrecisionRecall } from './figures.js'
import { comparableGold, comparablePrediction, matchStatements, type Comparable } from './matching.js'
import type { Misses } from './misses.js'
import type { PredictedStatement, Prediction } from './prediction.js'
import { covered, overlaps, same, show, wordsOf } from './spans.js'

/** Sources, cues and contents against gold that does not nest them. */
export interface AttributionFigures {
  readonly articles: number
  /** "X said Y": content words overlap by half at least (one to one), and the sources overlap, or both have none. */
  readonly statement: PrecisionRecall
  /**
   * The same spans. A cue counts by itself; a source or a content where the cues overlap besides; `all` where all three are the
   * same. One to one, in text order.
   */
  readonly exact: Record<'cue' | 'source' | 'content' | 'all', PrecisionRecall>
  /** Words of the role, whichever statements they belong to. */
  readonly token: Record<Role, PrecisionRecall>
}

const ROLES = ['cue', 'source', 'content'] as const
type Role = (typeof ROLES)[number]

type GoldAttribution = Gold<'attribution'>['attributions'][number]

/** The statements of one article side by side: those of the gold, those predicted, and which belong together. */
export interface Comparison {
  readonly gold: readonly Comparable<GoldAttribution>[]
  /** Without those nested in another: the gold does not ask about them. */
  readonly predicted: readonly Comparable<PredictedStatement>[]
  /** Predicted statement by gold statement, by overlap of contents. */
  readonly matches: ReadonlyMap<number, number>
  /** Of the predicted statements, those matched whose source is right too. */
  readonly correct: ReadonlySet<number>
}

/** Compares the statements of one article with its gold. */
export function compare(
  { text, attributions }: Gold<'attribution'>,
  { statements }: Pick<Prediction, 'statements'>,
): Comparison {
  const words = wordsOf(text)
  const gold = attributions.map((one) => comparableGold(text, words, one))
  const predicted = outermost(statements.map((one) => comparablePrediction(text, words, one)))
  const matches = matchStatements(gold, predicted)
  const correct = new Set<number>()
  for (const [i, j] of matches) if (sameSource(gold[i], predicted[j])) correct.add(j)
  return { gold, predicted, matches, correct }
}

export function evaluateAttribution(
  pairs: readonly (readonly [Gold<'attribution'>, Prediction])[],
  misses: Misses,
): AttributionFigures {
  const statement = new Tally()
  const exact = { cue: new Tally(), source: new Tally(), content: new Tally(), all: new Tally() }
  const token = { cue: new Tally(), source: new Tally(), content: new Tally() }
  for (const [article, prediction] of pairs) {
    const comparison = compare(article, prediction)
    countStatements(article, comparison, statement, misses)
    for (const criterion of CRITERIA) countExact(comparison, SAME[criterion], exact[criterion])
    for (const role of ROLES) countWords(article.text, comparison, role, token[role])
  }
  return {
    articles: pairs.length,
    statement: statement.figures(),
    exact: figuresOf(exact),
    token: figuresOf(token),
  }
}

function countStatements(article: Gold<'attribution'>, comparison: Comparison, tally: Tally, misses: Misses): void {
  const { id, text } = article
  const { gold, predicted, matches, correct } = comparison
  tally.found += correct.size
  tally.extra += predicted.length - correct.size
  tally.missed += gold.length - correct.size
  const summary = (s: Comparable<unknown>) =>
    `${show(text, s.source)} | ${show(text, s.cue)} | ${show(text, s.content).slice(0, 160)}`
  for (const [i, j] of matches) {
    if (correct.has(j)) continue
    const [wanted, got] = [show(text, gold[i].source), show(text, predicted[j].source)]
    misses.add('source', id, `gold ${wanted} / got ${got} / ${show(text, gold[i].content).slice(0, 100)}`)
  }
  gold.forEach((one, i) => {
    if (!matches.has(i)) misses.add('missed', id, summary(one))
  })
  const matched = new Set(matches.values())
  predicted.forEach((one, j) => {
    if (!matched.has(j)) misses.add('extra', id, summary(one))
  })
}

const CRITERIA = ['cue', 'source', 'content', 'all'] as const

type Criterion = (gold: Comparable<unknown>, predicted: Comparable<unknown>) => boolean

const SAME: Readonly<Record<(typeof CRITERIA)[number], Criterion>> = {
  cue: (a, b) => a.cue.length > 0 && same(a.cue, b.cue),
  source: (a, b) => overlaps(a.cue, b.cue) && same(a.source, b.source),
  content: (a, b) => overlaps(a.cue, b.cue) && same(a.content, b.content),
  all: (a, b) => ROLES.every((role) => same(a[role], b[role])),
}

function countExact({ gold, predicted }: Comparison, isSame: Criterion, tally: Tally): void {
  const taken = new Set<number>()
  for (const b of predicted) {
    const i = gold.findIndex((a, index) => !taken.has(index) && isSame(a, b))
    if (i >= 0) taken.add(i)
  }
  tally.found += taken.size
  tally.extra += predicted.length - taken.size
  tally.missed += gold.length - taken.size
}

function countWords(text: string, { gold, predicted }: Comparison, role: Role, tally: Tally): void {
  const words = wordsOf(text)
  const wanted = covered(words, gold.flatMap((one) => one[role])) // prettier-ignore
  const got = covered(words, predicted.flatMap((one) => one[role])) // prettier-ignore
  let found = 0
  for (const word of got) if (wanted.has(word)) found++
  tally.found += found
  tally.extra += got.size - found
  tally.missed += wanted.size - found
}

/** Whether the sources overlap, or both have none. */
export function sameSource(gold: Comparable<unknown>, predicted: Comparable<unknown>): boolean {
  return gold.source.length === 0 ? predicted.source.length === 0 : overlaps(gold.source, predicted.source)
}

/** The statements but those whose cue lies wholly in the content of their own parent. */
function outermost(statements: readonly Comparable<PredictedStatement>[]): readonly Comparable<PredictedStatement>[] {
  const byId = new Map(statements.map((one) => [one.statement.id, one]))
  return statements.filter((one) => {
    const parent = one.statement.parent == null ? undefined : byId.get(one.statement.parent)
    if (parent === undefined || parent === one || one.cue.length === 0) return true
    return !one.cue.every(([start, end]) => parent.content.some(([from, to]) => start >= from && end <= to))
  })
}
