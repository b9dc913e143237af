import { HearsayError } from '../../record/errors.js'
import type { Gold } from '../gold.js'
import { compare, sameSource } from './attribution.js'
import { Tally, type PrecisionRecall } from './figures.js'
import { comparableGold, comparablePrediction, matchStatements } from './matching.js'
import { sameName } from './names.js'
import type { PredictedStatement, Prediction } from './prediction.js'
import { wordsOf } from './spans.js'

/** A predicted statement's confidence, 0 to 1, and whether the gold has it. */
export interface Judged {
  readonly confidence: number
  readonly correct: boolean
}

/** How far confidences can be taken for probabilities, and what a threshold on them gives. */
export interface Calibration {
  /** Expected calibration error, 0 to 1: see `calibrationError`. */
  readonly calibrationError: number
  readonly bins: readonly CalibrationBin[]
  readonly thresholds: readonly (PrecisionRecall & { readonly threshold: number })[]
}

/** The predictions whose confidence is at least `from` and below `to` (the last bin holds 1 too). */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly predicted: number
  /** Their mean confidence; 0 for an empty bin. */
  readonly confidence: number
  /** The share that is correct; 0 for an empty bin. */
  readonly correct: number
}

const BINS = 10
const THRESHOLDS = [0.3, 0.5, 0.7, 0.9] as const

/**
 * Ten equal bins of confidence, their calibration error, and precision and recall of the predictions whose confidence is at least
 * 0.3, 0.5, 0.7 and 0.9. `gold` is how many statements the gold has; recall counts against it.
 */
export function calibration(pairs: readonly Judged[], gold: number): Calibration {
  return {
    calibrationError: calibrationError(pairs),
    bins: binsOf(pairs).map(rounded),
    thresholds: THRESHOLDS.map((threshold) => {
      const kept = pairs.filter(({ confidence }) => confidence >= threshold)
      const tally = new Tally()
      tally.found = kept.filter(({ correct }) => correct).length
      tally.extra = kept.length - tally.found
      tally.missed = gold - tally.found
      return { threshold, ...tally.figures() }
    }),
  }
}

/**
 * Expected calibration error over ten equal bins of confidence: how far a bin's share of correct predictions is from its mean
 * confidence, averaged over the predictions; 0 to 1, with four decimals. 0 where there are none.
 */
export function calibrationError(pairs: readonly Judged[]): number {
  const gaps = binsOf(pairs).map(({ predicted, confidence, correct }) => predicted * Math.abs(correct - confidence))
  const sum = gaps.reduce((total, gap) => total + gap, 0)
  return pairs.length === 0 ? 0 : fourDecimals(sum / pairs.length)
}

/**
 * The calibration of predicted statements. Against attribution gold one is correct when it counts as found in `statement` of that task;
 * against statement gold, when it is matched and the speaker's name, where it was resolved, is strictly right. Throws where a predicted
 * statement has no confidence.
 */
export function evaluateCalibration(
  pairs: readonly (readonly [Gold<'attribution'> | Gold<'statements'>, Prediction])[],
): Calibration & { readonly articles: number } {
  const judged: Judged[] = []
  let gold = 0
  for (const [article, prediction] of pairs) {
    const verdict = 'statements' in article ? judgeNamed(article, prediction) : judgeSourced(article, prediction)
    gold += verdict.gold
    for (const [{ confidence }, correct] of verdict.judged) {
      if (confidence === undefined) {
        throw new HearsayError('bad-record', 'expected a confidence for every statement, got a statement without', {
          id: article.id,
        })
      }
      judged.push({ confidence, correct })
    }
  }
  return { articles: pairs.length, ...calibration(judged, gold) }
}

/** The predicted statements of an article that count, each with whether it is correct, and how many there are to be found. */
interface Verdict {
  readonly judged: readonly (readonly [PredictedStatement, boolean])[]
  readonly gold: number
}

function judgeSourced(article: Gold<'attribution'>, prediction: Prediction): Verdict {
  const { gold, predicted, correct } = compare(article, prediction)
  return { gold: gold.length, judged: predicted.map(({ statement }, j) => [statement, correct.has(j)] as const) }
}

function judgeNamed({ text, statements }: Gold<'statements'>, prediction: Prediction): Verdict {
  const words = wordsOf(text)
  const gold = statements.map((one) => comparableGold(text, words, one))
  const predicted = prediction.statements.map((one) => comparablePrediction(text, words, one))
  const matched = new Map([...matchStatements(gold, predicted)].map(([i, j]) => [j, gold[i]]))
  return {
    gold: gold.filter(({ statement }) => statement.optional !== true).length,
    judged: predicted.flatMap((one, j) => {
      const wanted = matched.get(j)
      if (wanted === undefined) return [[one.statement, false] as const]
      if (wanted.statement.optional === true) return []
      const { speaker } = one.statement
      const { speakers = [wanted.statement.speaker] } = wanted.statement
      const correct =
        speaker?.resolved === true ? speakers.some((name) => sameName(name, speaker.name)) : sameSource(wanted, one)
      return [[one.statement, correct] as const]
    }),
  }
}

function binsOf(pairs: readonly Judged[]): CalibrationBin[] {
  return Array.from({ length: BINS }, (_, index) => {
    const inBin = pairs.filter(({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === index)
    const predicted = inBin.length
    const mean = (value: (pair: Judged) => number) =>
      predicted === 0 ? 0 : inBin.reduce((sum, pair) => sum + value(pair), 0) / predicted
    return {
      from: index / BINS,
      to: (index + 1) / BINS,
      predicted,
      confidence: mean(({ confidence }) => confidence),
      correct: mean(({ correct }) => (correct ? 1 : 0)),
    }
  })
}

function rounded(bin: CalibrationBin): CalibrationBin {
  return { ...bin, confidence: fourDecimals(bin.confidence), correct: fourDecimals(bin.correct) }
}

function fourDecimals(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
