import type { Article } from '../record/article.js'
import { reportFailure } from './failure.js'
import { readOptionsOf, type ReadingFlags } from './reading.js'

/** Articles that are asked for one by one. */
export interface ArticleSource {
  /** The article of that key, or undefined where there is none. Each can be had once. */
  find(article: Pick<Article, 'collection' | 'id'>): Promise<Article | undefined>
}

/**
 * The articles of inputs. Records mostly come in the order of their articles, so that few have to wait in memory. What cannot be read is
 * told of on the way.
 */
export async function articlesOf(inputs: string[], flags: ReadingFlags): Promise<ArticleSource> {
  const { readArticles } = await import('../ingest/index.js')
  const source = readArticles(inputs, readOptionsOf(flags))
  const waiting = new Map<string, Article>()
  return {
    async find(article) {
      const key = keyOf(article)
      const found = waiting.get(key)
      if (found) {
        waiting.delete(key)
        return found
      }
      for (let next = await source.next(); !next.done; next = await source.next()) {
        if ('error' in next.value) reportFailure(next.value.error)
        else if (keyOf(next.value) === key) return next.value
        else waiting.set(keyOf(next.value), next.value)
      }
      return undefined
    },
  }
}

/** What tells an article from all others. */
export function keyOf({ collection, id }: Pick<Article, 'collection' | 'id'>): string {
  return JSON.stringify([collection, id])
}
