import type { ComparedArticle } from './article.js'

/** An article of both sides, or of one alone: as it was, as it is. */
export interface ArticlePair {
  /** As it was; absent where only the new side has it. */
  readonly old?: ComparedArticle
  /** As it is; absent where only the old side has it. */
  readonly now?: ComparedArticle
}

/**
 * Joins the articles of both sides by collection and id; gold, which has no collections, by id alone. Both are read at the same pace, so
 * that only those wait in memory whose other one comes later; those that only one side has come last.
 */
export async function* pairedArticles(
  old: AsyncIterable<ComparedArticle> | Iterable<ComparedArticle>,
  now: AsyncIterable<ComparedArticle> | Iterable<ComparedArticle>,
): AsyncGenerator<ArticlePair, undefined, undefined> {
  const sides = { old: eachOf(old), now: eachOf(now) }
  const waiting = { old: new Waiting(), now: new Waiting() }
  const open = new Set<'old' | 'now'>(['old', 'now'])
  while (open.size > 0) {
    for (const side of [...open]) {
      const next = await sides[side].next()
      if (next.done === true) {
        open.delete(side)
        continue
      }
      const other = waiting[side === 'old' ? 'now' : 'old'].take(next.value)
      if (!other) waiting[side].add(next.value)
      else yield side === 'old' ? { old: next.value, now: other } : { old: other, now: next.value }
    }
  }
  for (const old of waiting.old.all()) yield { old }
  for (const now of waiting.now.all()) yield { now }
}

async function* eachOf<T>(values: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T, undefined, undefined> {
  yield* values
}

/** Articles whose other one has not come yet, by id. */
class Waiting {
  readonly #byId = new Map<string, ComparedArticle[]>()

  add(article: ComparedArticle): void {
    const same = this.#byId.get(article.id)
    if (same) same.push(article)
    else this.#byId.set(article.id, [article])
  }

  take({ id, collection }: ComparedArticle): ComparedArticle | undefined {
    const same = this.#byId.get(id) ?? []
    const at = same.findIndex((one) => collection === null || one.collection === null || one.collection === collection)
    if (at < 0) return undefined
    const [found] = same.splice(at, 1)
    if (same.length === 0) this.#byId.delete(id)
    return found
  }

  all(): ComparedArticle[] {
    return [...this.#byId.values()].flat()
  }
}
