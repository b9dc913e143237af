import { LEAST_SIMILARITY, MOST_REMEMBERED, NearDuplicates } from '../ingest/near-duplicates.js'
import { signatureOf, type Signature } from '../ingest/signature.js'
import type { ArticleKey, DuplicateMarks } from '../output/sink.js'
import { articleKey } from '../record/article.js'
import type { HearsayError } from '../record/errors.js'
import type { DuplicateOf, Record } from '../record/record.js'
import { sha256Of } from '../record/sha256.js'
import type { Found } from './key.js'

/** Fewer words are not judged: what is so short is alike by chance. */
export const LEAST_WORDS = 30

export interface DuplicateOptions {
  /** How alike two articles are at least, from 0 to 1; 0.5 by default. */
  readonly threshold?: number
  /** How many articles are remembered, of those that repeat no other; 250,000 by default. Beyond it the oldest are forgotten. */
  readonly remembered?: number
  /** The articles themselves, as `readArticles` gives them. Without them an article is known by what its statements say. */
  readonly articles?: AsyncIterable<Found>
  /** Hears of what could not be read of the articles. */
  readonly onFailure?: (error: HearsayError) => void
}

/** What a pass has done so far. */
export interface DuplicateCounts {
  /** Articles looked at. */
  articles: number
  /** Those of them that nearly repeat an earlier one. */
  duplicates: number
  /** Those that were not judged, since fewer than `LEAST_WORDS` words are known of them. */
  short: number
  /** Those that were not judged, since `articles` does not have them with this text. */
  missing: number
  /** Originals that were forgotten: what repeats them later is not found. */
  forgotten: number
}

export function noCounts(): DuplicateCounts {
  return { articles: 0, duplicates: 0, short: 0, missing: 0, forgotten: 0 }
}

/**
 * Gives the records as they come, each with what it nearly repeats of those before, and without what an earlier pass said. The first of
 * several is the original, and is in no mark but as that.
 * @param counts Is kept up to date.
 */
export async function* markedRecords(
  records: AsyncIterable<Record>,
  options: DuplicateOptions,
  counts: DuplicateCounts,
): AsyncGenerator<Record> {
  const pass = new Pass<ArticleKey>(options, counts)
  const articles = options.articles && new Signatures(options.articles, options)
  for await (const before of records) {
    const record = unmarked(before)
    const { collection, id } = record
    const signature = articles ? await articles.find(record) : signatureOf(saidIn(record), LEAST_WORDS)
    const found = pass.judge({ collection, id }, signature)
    // A file may hold an article again, with another text.
    const isItself = found?.of.id === id && found.of.collection === collection
    if (found === null || isItself) yield record
    else {
      counts.duplicates++
      yield { ...record, duplicateOf: { ...found.of, similarity: found.similarity } }
    }
  }
}

/**
 * Marks the articles of a database that nearly repeat earlier ones, all at once in the end, and takes away what an earlier pass said. The
 * order is that in which they came into the database or, where `articles` are given, of those.
 */
export async function markInDatabase(marks: DuplicateMarks, options: DuplicateOptions): Promise<DuplicateCounts> {
  const counts = noCounts()
  const pass = new Pass<number>(options, counts)
  const judge = async (article: number, signature: Signature | null | undefined): Promise<void> => {
    const found = pass.judge(article, signature)
    if (found === null) return
    counts.duplicates++
    await marks.mark(article, found.of, found.similarity)
  }
  if (options.articles === undefined) {
    for await (const { article, statements } of marks.articles()) {
      await judge(article, signatureOf(statements.join('\n'), LEAST_WORDS))
    }
  } else {
    for await (const found of options.articles) {
      if ('error' in found) {
        options.onFailure?.(found.error)
        continue
      }
      const stored = await marks.find(found)
      if (stored === undefined) continue
      const isSame = stored.sha256 === sha256Of(found.text)
      await judge(stored.article, isSame ? signatureOf(found.text, LEAST_WORDS) : undefined)
    }
  }
  // Those that `articles` does not have at all.
  const unseen = Math.max(0, (await marks.count()) - counts.articles)
  counts.articles += unseen
  counts.missing += unseen
  await marks.save()
  return counts
}

function unmarked(record: Record): Record {
  const copy: { -readonly [Name in keyof Record]: Record[Name] } = { ...record }
  delete copy.duplicateOf
  return copy
}

/** What is known of articles where their texts are not: the words of their statements, each once though statements lie in others. */
function saidIn({ statements }: Pick<Record, 'statements'>): string {
  return statements
    .filter(({ parent }) => parent === null)
    .flatMap(({ content }) => content.map(({ text }) => text))
    .join('\n')
}

/** One pass over articles, in order. */
class Pass<Key> {
  readonly #texts: NearDuplicates<Key>
  readonly #counts: DuplicateCounts

  constructor(
    { threshold = LEAST_SIMILARITY, remembered = MOST_REMEMBERED }: DuplicateOptions,
    counts: DuplicateCounts,
  ) {
    this.#texts = new NearDuplicates(threshold, remembered)
    this.#counts = counts
  }

  /** What an article nearly repeats. Its signature is null where too little is known of it, and undefined where nothing is. */
  judge(key: Key, signature: Signature | null | undefined): DuplicateOfKey<Key> | null {
    this.#counts.articles++
    if (signature === undefined) this.#counts.missing++
    else if (signature === null) this.#counts.short++
    const found = signature ? this.#texts.addSignature(key, signature) : null
    this.#counts.forgotten = this.#texts.forgotten
    // Of an estimate, more digits would say nothing.
    return found === null ? null : { of: found.of, similarity: Math.round(found.similarity * 100) / 100 }
  }
}

interface DuplicateOfKey<Key> extends Pick<DuplicateOf, 'similarity'> {
  readonly of: Key
}

/** Signatures of articles by key. Records mostly come in the order of their articles, so that few have to wait in memory. */
class Signatures {
  readonly #articles: AsyncIterator<Found>
  readonly #most: number
  readonly #tell: (error: HearsayError) => void
  readonly #waiting = new Map<string, { readonly sha256: string; readonly signature: Signature | null }>()

  constructor(
    articles: AsyncIterable<Found>,
    { remembered = MOST_REMEMBERED, onFailure = () => undefined }: DuplicateOptions,
  ) {
    this.#articles = articles[Symbol.asyncIterator]()
    this.#most = remembered
    this.#tell = onFailure
  }

  /** The signature of a record's article, null where it is too short; undefined where there is none with this text. */
  async find(record: Pick<Record, 'collection' | 'id' | 'sha256'>): Promise<Signature | null | undefined> {
    const key = articleKey(record)
    for (let found = this.#waiting.get(key); ;) {
      if (found) {
        this.#waiting.delete(key)
        return found.sha256 === record.sha256 ? found.signature : undefined
      }
      const next = await this.#articles.next()
      if (next.done === true) return undefined
      if ('error' in next.value) {
        this.#tell(next.value.error)
        continue
      }
      const { text } = next.value
      const known = { sha256: sha256Of(text), signature: signatureOf(text, LEAST_WORDS) }
      if (articleKey(next.value) === key) found = known
      else this.#wait(articleKey(next.value), known)
    }
  }

  #wait(key: string, known: { readonly sha256: string; readonly signature: Signature | null }): void {
    this.#waiting.set(key, known)
    if (this.#waiting.size <= this.#most) return
    for (const oldest of this.#waiting.keys()) {
      this.#waiting.delete(oldest)
      return
    }
  }
}
