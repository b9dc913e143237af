import { stat } from 'node:fs/promises'
import { createExtractor, extractOrFail } from '../extract/index.js'
import { FIELD_NAMES, readArticles } from '../ingest/index.js'
import { filesOf, STANDARD_INPUT_NAME } from '../ingest/inputs.js'
import { sinkAddress } from '../output/sinks.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import type { Record } from '../record/record.js'
import { shardOf } from './key.js'
import { assertApart, assertOptions, type RunOptions } from './options.js'
import { Secrets } from './secrets.js'

const [ARTICLES, RECORDS] = [100, 3]

/** What a run would do. */
export interface Preview {
  /** Sizes in bytes as stored; unknown of the standard input, and of what cannot be looked at. */
  readonly files: readonly { readonly file: string; readonly size?: number }[]
  readonly bytes: number
  /** How many articles were looked at: the first ones. */
  readonly articles: number
  /** In how many of these each field is, those in none left out. */
  readonly fields: readonly (readonly [name: string, articles: number])[]
  /** What failed up to there. */
  readonly failures: readonly HearsayError[]
  /** The records of the first three, those that fail left out. */
  readonly records: readonly Record[]
}

/** Looks at what a run would read, and writes nothing; the standard input is not touched. Throws as `run` does. */
export async function preview(
  options: RunOptions,
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
): Promise<Preview> {
  assertOptions(options)
  const secrets = new Secrets(environment)
  try {
    return await previewOf(options, secrets)
  } catch (error) {
    throw error instanceof HearsayError ? secrets.hidden(error) : error
  }
}

async function previewOf(options: RunOptions, secrets: Secrets): Promise<Preview> {
  if (options.shard !== undefined) shardOf(options.shard)
  const all = options.inputs.map((input) => secrets.reveal(input))
  const inputs = all.filter((input) => input !== STANDARD_INPUT_NAME)
  const targets = options.to.map((target) => secrets.reveal(target))
  targets.forEach(sinkAddress)
  await assertApart(inputs, targets)
  const files: { file: string; size?: number }[] = all.includes(STANDARD_INPUT_NAME)
    ? [{ file: STANDARD_INPUT_NAME }]
    : []
  for await (const found of filesOf(inputs)) {
    // What cannot be found or read is told of by who reads it.
    if (found instanceof HearsayError) continue
    const size = await stat(found.file).then(({ size }) => size, () => undefined) // prettier-ignore
    files.push({ file: secrets.hide(found.file), ...(size === undefined ? {} : { size }) })
  }
  const articles: Article[] = []
  const failures: HearsayError[] = []
  const limit = Math.min(ARTICLES, options.limit ?? ARTICLES)
  if (inputs.length > 0) {
    for await (const found of readArticles(inputs, options.read)) {
      if ('error' in found) failures.push(secrets.hidden(found.error))
      else articles.push(found)
      if (articles.length + failures.length >= limit) break
    }
  }
  const extractor = await createExtractor(options.extract)
  const records: Record[] = []
  for (const article of articles.slice(0, RECORDS)) {
    const result = extractOrFail(extractor, article)
    if (result instanceof HearsayError) failures.push(secrets.hidden(result))
    else records.push(result)
  }
  return {
    files,
    bytes: files.reduce((sum, { size = 0 }) => sum + size, 0),
    articles: articles.length,
    fields: FIELD_NAMES.map(
      (name) => [name, articles.filter((article) => article[name] !== undefined).length] as const,
    ).filter(([, count]) => count > 0),
    failures,
    records,
  }
}
