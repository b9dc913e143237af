import { Readable } from 'node:stream'
import { readArticles, type ReadOptions } from '../ingest/index.js'
import { STANDARD_INPUT } from '../ingest/inputs.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import { contentOf, keyOf, type Found } from './key.js'
import type { Ledger } from '../ingest/ledger.js'
import { articleOfBytes, type Entry, type Quarantine } from './quarantine.js'

/** The articles of a quarantine, read again from the bytes that it kept. */
export class Retrial {
  readonly #quarantine: Quarantine
  readonly #read: ReadOptions
  readonly #articles = new Map<Entry, readonly { readonly key: Buffer; readonly content: Buffer }[]>()

  constructor(quarantine: Quarantine, read: ReadOptions) {
    this.#quarantine = quarantine
    this.#read = read
  }

  /** Every article; in the place of an entry that still cannot be read, or whose bytes were not kept, its failure. */
  async *articles(): AsyncGenerator<Found> {
    for (const entry of this.#quarantine.entries) {
      const articles = await this.#articlesOf(entry)
      this.#articles.set(entry, articles.map((article) => ({ key: keyOf(article), content: contentOf(article) }))) // prettier-ignore
      if (articles.length > 0) yield* articles
      else yield failureOf(entry)
    }
  }

  /** The entries all of whose articles are done. */
  succeeded(ledger: Ledger): Entry[] {
    const done = [...this.#articles].filter(
      ([, articles]) =>
        articles.length > 0 && articles.every(({ key, content }) => ledger.look(key, content) === 'same'),
    )
    return done.map(([entry]) => entry)
  }

  async #articlesOf(entry: Entry): Promise<Article[]> {
    // Another article has its id, and would be replaced.
    if (entry.kept === null || entry.error.code === 'duplicate-id') return []
    const bytes = await this.#quarantine.bytesOf(entry)
    if (entry.kept === 'article') return [articleOfBytes(bytes)]
    const { collection } = entry
    const options = {
      ...this.#read,
      ...(collection === undefined ? {} : { collection }),
      stdin: Readable.from([bytes]),
    }
    const articles: Article[] = []
    for await (const found of readArticles([], options)) {
      // What is half readable stays as a whole, so that none of it is done twice.
      if ('error' in found) return []
      articles.push({ ...found, id: idOf(found.id, entry) })
    }
    return articles
  }
}

/** The id as in the first reading: what comes from the standard input is named by it where its source names nothing. */
function idOf(id: string, entry: Entry): string {
  if (entry.id === undefined || (id !== STANDARD_INPUT.id && !id.startsWith(`${STANDARD_INPUT.id}#`))) return id
  return entry.error.line === undefined ? `${entry.id}${id.slice(STANDARD_INPUT.id.length)}` : entry.id
}

function failureOf({ collection, id, error: { code, message, file, line } }: Entry): Found {
  const place = {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(id === undefined ? {} : { id }),
  }
  return { error: new HearsayError(code, message, place), ...(collection === undefined ? {} : { collection }) }
}
