import { HearsayError } from '../../record/errors.js'
import type { Gold } from '../gold.js'
import { compare } from './attribution.js'
import { Tally, type PrecisionRecall } from './figures.js'
import type { Prediction } from './prediction.js'

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
 * The calibration of predicted statements against attribution gold: one is correct when it counts as found in `statement` of the
 * attribution task. Throws where a predicted statement has no confidence.
 */
export function evaluateCalibration(
  pairs: readonly (readonly [Gold<'attribution'>, Prediction])[],
): Calibration & { readonly articles: number } {
  const comparisons = pairs.map(([gold, prediction]) => ({ id: gold.id, ...compare(gold, prediction) }))
  const judged = comparisons.flatMap(({ id, predicted, correct }) =>
    predicted.map(({ statement: { confidence } }, j) => {
      if (confidence === undefined) {
        throw new HearsayError('bad-record', 'expected a confidence for every statement, got a statement without', {
          id,
        })
      }
      return { confidence, correct: correct.has(j) }
    }),
  )
  const gold = comparisons.reduce((count, comparison) => count + comparison.gold.length, 0)
  return { articles: pairs.length, ...calibration(judged, gold) }
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
