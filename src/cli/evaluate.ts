import { Command } from 'commander'
import type { ExtractorOptions } from '../extract/index.js'
import { HearsayError } from '../record/errors.js'
import type { Article } from '../record/article.js'
import type { GoldArticle, Prediction } from '../train/evaluate/index.js'
import { printableJson } from '../output/printable.js'
import { EXIT, warn } from './failure.js'
import { readRecords } from './records.js'
import { parseCount } from './values.js'

interface Options {
  readonly records?: string
  readonly errors: number
  readonly articles?: string
  readonly attributionModel?: string
  readonly entitiesModel?: string
  readonly speakersModel?: string
}

/** `hearsay evaluate`: measures records, or the extractor itself, against gold files. */
export function command(): Command {
  return new Command('evaluate')
    .summary('measure records, or the extractor itself, against gold')
    .description(
      'Measures records against gold files and prints the figures as one JSON object. Without --records, the texts of the gold ' +
        'are extracted first. A gold article without a record counts as one in which nothing was found.',
    )
    .argument('<task>', 'attribution, statements, acts, speakers, numbers, entities, sentences or calibration')
    .argument('<gold...>', 'gold files: .jsonl with one article a line, or .json with one article or an array of them')
    .option('--records <file>', 'records to measure: .jsonl, .ndjson or .json, also .gz; - is the standard input')
    .option('--errors <n>', 'show n examples of each kind of miss on stderr', parseCount('--errors', 0), 0)
    .option('--articles <file>', 'articles as JSON Lines, for gold that does not hold its text')
    .option('--attribution-model <file>', 'extract with these weights of hearsay train attribution, not the package’s')
    .option('--entities-model <file>', 'the same of hearsay train entities')
    .option('--speakers-model <file>', 'the same of hearsay train speakers')
    .action(evaluate)
}

async function evaluate(name: string, files: string[], options: Options): Promise<void> {
  // Loaded only here, so that the other commands start without it.
  const { TASKS, Misses, predictionsOf } = await import('../train/evaluate/index.js')
  if (!Object.hasOwn(TASKS, name)) {
    throw new HearsayError('usage', `expected a task, one of ${Object.keys(TASKS).join(', ')}; got "${name}"`)
  }
  const { records, attributionModel, entitiesModel, speakersModel } = options
  const models = Object.fromEntries(
    Object.entries({ attributionModel, entitiesModel, speakersModel }).filter(([, file]) => file !== undefined),
  ) as ExtractorOptions
  if (records !== undefined && Object.keys(models).length > 0)
    throw new HearsayError('usage', 'expected --records or models to extract with, got both')
  const gold = TASKS[name as keyof typeof TASKS](files, options.articles)
  const predictions =
    records === undefined ? await extractAll(gold.articles, models) : await predictionsOf(readRecords(records))
  const figures = gold.figures(predictions, new Misses(options.errors, warn))
  const without = gold.articles.filter(({ id }) => !predictions.has(id)).length
  if (without > 0) warn(`${without} of ${gold.articles.length} gold articles have no record and count as empty`)
  process.stdout.write(`${printableJson(figures, 1)}\n`)
}

/** Records of the gold's texts by id. An article that cannot be extracted is told of, left out, and makes the exit code 1. */
async function extractAll(
  articles: readonly GoldArticle[],
  models: ExtractorOptions,
): Promise<Map<string, Prediction>> {
  const { createExtractor } = await import('../extract/index.js')
  const extractor = await createExtractor(models)
  const predictions = new Map<string, Prediction>()
  for (const article of articles) {
    try {
      predictions.set(article.id, extractor.extract(articleOf(article)))
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error
      warn(error.toLine())
      process.exitCode = EXIT.findings
    }
  }
  return predictions
}

/** The article as ingest gives it, so that extracting gold here and in a run makes the same record. */
function articleOf({ id, text, url, title, publisher, date, published = date }: GoldArticle): Article {
  return {
    id,
    text,
    collection: 'gold',
    ...(url === undefined ? {} : { uri: url }),
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
  }
}
