import { z } from 'zod'
import { HearsayError, type ErrorPlace } from '../../record/errors.js'
import { sha256Of } from '../../record/sha256.js'
import { differing, parse } from '../gold.js'

const offset = z.int().nonnegative()
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const span = z.object({ start: offset, end: offset })

/** What the figures read of a record: a `Record` is one, and so is the output of another tool that has these fields. */
const prediction = z.object({
  id: z.string(),
  sha256: z.string().optional(),
  sentences: list(z.tuple([offset, offset]).readonly()).default([]),
  entities: list(z.object({ type: z.string(), mentions: list(span.extend({ form: z.string() })) })).default([]),
  quantities: list(
    span.extend({
      id: z.string(),
      kind: z.string().optional(),
      value: z.number().nullish(),
      low: z.number().nullish(),
      high: z.number().nullish(),
      comparator: z.string().optional(),
      unit: z.string().nullish(),
      currency: z.string().nullish(),
    }),
  ).default([]),
  times: list(span.extend({ kind: z.string().optional(), value: z.string().optional() })).default([]),
  statements: list(
    z.object({
      id: z.string().optional(),
      parent: z.string().nullish(),
      cue: span.nullish(),
      source: span.nullish(),
      content: list(span),
      speaker: z.object({ name: z.string(), resolved: z.boolean().optional() }).nullish(),
      kind: z.string().optional(),
      act: z.string().optional(),
      quantities: list(z.string()).default([]),
      confidence: z.number().min(0).max(1).optional(),
    }),
  ).default([]),
})

export type Prediction = Readonly<z.infer<typeof prediction>>
export type PredictedStatement = Prediction['statements'][number]
export type PredictedQuantity = Prediction['quantities'][number]

/**
 * Records by article id, each with its place; `value` is undefined where there is no JSON. A line that tells of an article's failure is a
 * prediction of nothing. Throws a `HearsayError` with file and line where one is no record, or the second of its id.
 */
export async function predictionsOf(
  records: AsyncIterable<{ readonly value: unknown; readonly place: ErrorPlace }>,
): Promise<Map<string, Prediction>> {
  const predictions = new Map<string, Prediction>()
  for await (const { value, place } of records) {
    if (value === undefined) throw new HearsayError('bad-json', 'expected records, got text that is not JSON', place)
    const record = parse(prediction, value, 'a record', place)
    const { id } = record
    if (predictions.has(id)) {
      const message = 'expected one record of this id, since gold has no collections; got one more'
      throw new HearsayError('duplicate-id', message, { ...place, id })
    }
    predictions.set(id, record)
  }
  return predictions
}

/** The prediction for a gold article, an empty one where there is none. Throws where it was made from another text. */
export function predictionFor(
  gold: { readonly id: string; readonly text: string },
  predictions: ReadonlyMap<string, Prediction>,
): Prediction {
  const { id } = gold
  const found = predictions.get(id)
  if (found === undefined) return { id, sentences: [], entities: [], quantities: [], times: [], statements: [] }
  const expected = sha256Of(gold.text)
  if (found.sha256 !== undefined && found.sha256 !== expected) {
    throw new HearsayError('bad-record', `the record's text is not the gold's: ${differing(expected, found.sha256)}`, {
      id,
    })
  }
  return found
}
