import { z } from 'zod'
import { faultLine } from '../record/fault.js'
import { drawingOf } from './drawing.js'
import type { Annotated } from './gold.js'
import { imported, problem, wrongWithText, type Imported } from './imported.js'
import { labelStudioResults, readLabelStudioResults } from './label-studio.js'
import { toolText } from './tool-text.js'

/**
 * The article as a task of Label Studio, with its annotations as a prediction, which whoever annotates it starts from. What gold says of
 * the article beside them stands as JSON in `article`, since it shall come back as it is.
 */
export function labelStudioTask(article: Annotated): object {
  const { head, text } = article
  const shown = toolText(text)
  // What the tool cannot hold comes back from here: within JSON, all of it is ASCII.
  const original = shown === text ? {} : { original: text }
  return {
    data: { id: head.id, text: shown, article: ascii(JSON.stringify({ head, ...original })) },
    predictions: [{ model_version: 'hearsay', result: labelStudioResults(drawingOf(article), text) }],
  }
}

function ascii(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const annotation = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  result: z.array(z.unknown()),
  was_cancelled: z.boolean().nullish(),
  updated_at: z.string().nullish(),
})
const task = z.object({
  data: z.looseObject({ text: z.string(), article: z.string() }),
  annotations: z.array(annotation),
})
const head = z.looseObject({ id: z.string(), sha256: z.string() })
const article = z.union([
  z.strictObject({ head, original: z.string().optional() }),
  // Tasks of earlier versions have the fields of the head beside the text.
  head.extend({ original: z.string().optional() }).transform(({ original, ...head }) => ({ head, original })),
])

/** The article of a task as Label Studio exports it in its format JSON. */
export function readLabelStudioTask(value: unknown, file: string): Imported {
  const read = task.safeParse(value)
  if (!read.success) {
    return {
      problems: [
        problem(
          `expected a task that hearsay has exported, in the format JSON of Label Studio: ${faultLine(read.error)}`,
          { file },
        ),
      ],
    }
  }
  const { data, annotations } = read.data
  const told = article.safeParse(parsed(data.article))
  if (!told.success)
    return {
      problems: [problem('expected in data.article what hearsay has exported, got something else: left out', { file })],
    }
  const { original, head } = told.data
  const place = { file, id: head.id }
  const text = original ?? data.text
  const wrong = wrongWithText({ text, sha256: head.sha256 }, data.text)
  if (wrong) return { problems: [problem(wrong.message, place)] }
  const submitted = annotations
    .filter((one) => one.was_cancelled !== true)
    .sort((a, b) => compare(b.updated_at ?? '', a.updated_at ?? ''))
  if (submitted.length === 0)
    return { problems: [problem('expected a submitted annotation, got none: left out', place)] }
  const result = imported(readLabelStudioResults(submitted[0].result, text), { head, text }, file)
  if (submitted.length === 1) return result
  const several = `expected one annotation, got ${submitted.length}: the latest counts, ${submitted[0].id ?? 'without an id'}`
  return { ...result, problems: [problem(several, place), ...result.problems] }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
