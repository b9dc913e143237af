import { stat } from 'node:fs/promises'
import { createExtractor } from '../extract/index.js'
import { FIELD_NAMES, readArticles } from '../ingest/index.js'
import { filesOf } from '../ingest/inputs.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import type { Record } from '../record/record.js'
import { assertOptions, type RunOptions } from './options.js'
import { Secrets } from './secrets.js'

const [ARTICLES, RECORDS] = [100, 3]

/** What a run would do. */
export interface Preview {
  /** Sizes in bytes as stored; of the standard input unknown. */
  readonly files: readonly { readonly file: string; readonly size?: number }[]
  readonly bytes: number
  /** How many articles were looked at: the first ones. */
  readonly articles: number
  /** In how many of these each field is, those in none left out. */
  readonly fields: readonly (readonly [name: string, articles: number])[]
  /** What failed up to there. */
  readonly failures: readonly HearsayError[]
  /** The records of the first three. */
  readonly records: readonly Record[]
}

/** Looks at what a run would read, and writes nothing; the standard input is not touched. Throws as `run` does. */
export async function preview(
  options: RunOptions,
  environment: Readonly<NodeJS.ProcessEnv> = process.env,
): Promise<Preview> {
  assertOptions(options)
  const secrets = new Secrets(environment)
  const inputs = options.inputs.map((input) => secrets.reveal(input)).filter((input) => input !== '-')
  for (const target of options.to) secrets.reveal(target)
  const files: { file: string; size?: number }[] = options.inputs.includes('-') ? [{ file: '-' }] : []
  for await (const found of filesOf(inputs)) {
    if (found instanceof HearsayError) continue // Reading tells of it.
    const { size } = await stat(found.file)
    files.push({ file: secrets.hide(found.file), size })
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
  return {
    files,
    bytes: files.reduce((sum, { size = 0 }) => sum + size, 0),
    articles: articles.length,
    fields: FIELD_NAMES.map(
      (name) => [name, articles.filter((article) => article[name] !== undefined).length] as const,
    ).filter(([, count]) => count > 0),
    failures,
    records: articles.slice(0, RECORDS).map((article) => extractor.extract(article)),
  }
}
