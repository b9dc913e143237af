import { z } from 'zod'
import { GOLD, readGold, type GoldFields } from '../gold.js'
import { evaluateActs } from './acts.js'
import { evaluateAttribution } from './attribution.js'
import { evaluateCalibration } from './calibration.js'
import { evaluateEntities } from './entities.js'
import { Misses } from './misses.js'
import { evaluateNumbers } from './numbers.js'
import { predictionFor, type Prediction } from './prediction.js'
import { evaluateSentences } from './sentences.js'
import { evaluateSpeakers } from './speakers.js'
import { evaluateStatements } from './statements.js'

export { calibration, calibrationError, type Calibration, type Judged } from './calibration.js'
export { Misses } from './misses.js'
export { predictionsOf, type Prediction } from './prediction.js'

/** Gold that has been read, and what to measure against it. */
export interface Evaluation {
  /** The gold's articles, to extract records from. */
  readonly articles: readonly GoldArticle[]
  /**
   * The task's figures for predictions by article id. A gold article without one counts as one in which nothing was found.
   * Throws a `HearsayError` where a prediction was made from another text.
   */
  figures(predictions: ReadonlyMap<string, Prediction>, misses?: Misses): object
}

export type GoldArticle = GoldFields & { readonly text: string }

type Reader = (files: readonly string[], articles?: string) => Evaluation

/** The reader of a task's gold, given its form and what to count. */
function task<Annotated extends GoldFields>(
  form: z.ZodType<Annotated>,
  evaluate: (
    pairs: readonly (readonly [Annotated & { readonly text: string }, Prediction])[],
    misses: Misses,
  ) => object,
): Reader {
  return (files, articles) => {
    const gold = readGold(form, files, articles === undefined ? [] : [articles])
    return {
      articles: gold,
      figures: (predictions, misses = new Misses(0, () => undefined)) =>
        evaluate(
          gold.map((article) => [article, predictionFor(article, predictions)] as const),
          misses,
        ),
    }
  }
}

/** What can be measured, by name. Each reads its gold files; a JSON Lines file `articles` may hold the texts that they lack. */
export const TASKS = {
  attribution: task(GOLD.attribution, evaluateAttribution),
  statements: task(GOLD.statements, evaluateStatements),
  acts: task(GOLD.statements, evaluateActs),
  speakers: task(GOLD.speakers, evaluateSpeakers),
  numbers: task(GOLD.numbers, evaluateNumbers),
  entities: task(GOLD.entities, evaluateEntities),
  sentences: task(GOLD.sentences, evaluateSentences),
  calibration: task(z.union([GOLD.statements, GOLD.attribution]), evaluateCalibration),
} as const satisfies Readonly<Record<string, Reader>>

export type Task = keyof typeof TASKS
