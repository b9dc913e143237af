import { stat } from 'node:fs/promises'
import { articleKey, type Article } from '../record/article.js'
import type { HearsayError } from '../record/errors.js'
import { reportFailure } from './failure.js'
import { readOptionsOf, type ReadingFlags } from './reading.js'
import { ArticlesSeen, readRecords } from './records.js'

/** Articles that stored records are looked up among. */
export interface ArticleFinder {
  /** The article with this key, once: it is not kept behind. */
  find(key: string): Promise<Article | undefined>
}

/**
 * Finds the articles of stored records in the inputs that the records were made of. Records mostly come in the order of their articles, so
 * that few have to wait in memory; where the records can be read twice, only those do that a record is of.
 * @param records The files of records, as `readRecords` takes them, which throws what this does. Without them all articles wait.
 * @param onFailure Called with what cannot be read of the inputs.
 */
export async function findArticles(
  inputs: string[],
  flags: ReadingFlags,
  records?: readonly string[],
  onFailure: (error: HearsayError) => void = reportFailure,
): Promise<ArticleFinder> {
  const { readArticles } = await import('../ingest/index.js')
  const source = readArticles(inputs, readOptionsOf(flags))
  const wanted = records && (await articlesOf(records))
  const waiting = new Map<string, Article>()
  return {
    async find(key) {
      const found = waiting.get(key)
      if (found) {
        waiting.delete(key)
        return found
      }
      for (let next = await source.next(); !next.done; next = await source.next()) {
        if ('error' in next.value) {
          onFailure(next.value.error)
          continue
        }
        const here = articleKey(next.value)
        if (here === key) return next.value
        if (wanted === undefined || wanted.has(here)) waiting.set(here, next.value)
      }
      return undefined
    },
  }
}

/** The articles that the records are of; undefined where they can be read but once. */
async function articlesOf(records: readonly string[]): Promise<ArticlesSeen | undefined> {
  for (const file of records) if (!(await stat(file).then((found) => found.isFile(), () => false))) return undefined // prettier-ignore
  const articles = new ArticlesSeen()
  for (const file of records)
    for await (const { value } of readRecords(file)) {
      const { collection, id } = (value ?? {}) as { readonly [field: string]: unknown }
      if (typeof collection === 'string' && typeof id === 'string') articles.isFirst(articleKey({ collection, id }))
    }
  return articles
}
