import type { Gold } from '../gold.js'
import { figuresOf, percentOf, Tally, type PrecisionRecall } from './figures.js'
import { comparableGold, comparablePrediction, matchStatements } from './matching.js'
import type { Misses } from './misses.js'
import type { Prediction } from './prediction.js'
import { show, wordsOf } from './spans.js'

/** What is done by saying something, act by act, among the statements that were found. */
export interface ActFigures {
  readonly articles: number
  /** The share of `matched` whose act is the gold's. */
  readonly act: number
  /** The mean of the F1 of the acts that the gold has: each counts the same, however rare. */
  readonly macroF1: number
  readonly acts: Readonly<Record<string, PrecisionRecall>>
  readonly matched: number
}

export function evaluateActs(
  pairs: readonly (readonly [Gold<'statements'>, Prediction])[],
  misses: Misses,
): ActFigures {
  const acts = new Map<string, Tally>()
  const tallyOf = (act: string): Tally => {
    const tally = acts.get(act) ?? new Tally()
    acts.set(act, tally)
    return tally
  }
  let matched = 0
  let right = 0
  for (const [{ id, text, statements }, prediction] of pairs) {
    const words = wordsOf(text)
    const gold = statements.map((one) => comparableGold(text, words, one))
    const predicted = prediction.statements.map((one) => comparablePrediction(text, words, one))
    for (const [i, j] of matchStatements(gold, predicted)) {
      const { act: wanted, optional } = gold[i].statement
      const { act: got } = predicted[j].statement
      if (optional === true || wanted === undefined) continue
      matched++
      if (wanted === got) {
        right++
        tallyOf(wanted).found++
        continue
      }
      tallyOf(wanted).missed++
      if (got !== undefined) tallyOf(got).extra++
      misses.add('act', id, `gold ${wanted} / got ${got} / ${show(text, gold[i].cue)}`)
    }
  }
  return {
    articles: pairs.length,
    act: percentOf(right, matched),
    macroF1: macroOf([...acts.values()]),
    acts: figuresOf(Object.fromEntries([...acts].sort(([a], [b]) => (a < b ? -1 : 1)))),
    matched,
  }
}

function macroOf(tallies: readonly Tally[]): number {
  const inGold = tallies.filter(({ found, missed }) => found + missed > 0)
  const sum = inGold.reduce((total, { found, extra, missed }) => total + (2 * found) / (2 * found + extra + missed), 0)
  return percentOf(sum, inGold.length)
}
