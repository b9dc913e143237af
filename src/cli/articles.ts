import { articleKey, type Article } from '../record/article.js'
import { reportFailure } from './failure.js'
import { readOptionsOf, type ReadingFlags } from './reading.js'

/** Articles that stored records are looked up among. */
export interface ArticleFinder {
  /** The article with this key, once: it is not kept behind. */
  find(key: string): Promise<Article | undefined>
}

/**
 * Finds the articles of stored records in the inputs that the records were made of. Records mostly come in the order of their articles, so
 * that few have to wait in memory. An article that cannot be read is told of.
 */
export async function findArticles(inputs: string[], flags: ReadingFlags): Promise<ArticleFinder> {
  const { readArticles } = await import('../ingest/index.js')
  const source = readArticles(inputs, readOptionsOf(flags))
  const waiting = new Map<string, Article>()
  return {
    async find(key) {
      const found = waiting.get(key)
      if (found) {
        waiting.delete(key)
        return found
      }
      for (let next = await source.next(); !next.done; next = await source.next()) {
        if ('error' in next.value) reportFailure(next.value.error)
        else if (articleKey(next.value) === key) return next.value
        else waiting.set(articleKey(next.value), next.value)
      }
      return undefined
    },
  }
}
