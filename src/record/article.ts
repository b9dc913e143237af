import type { Diagnostic } from './diagnostic.js'

/** One article as ingested. Its text never changes afterwards: every offset of its record counts in it. */
export interface Article {
  /** Unique within its collection: the source's own id, else the path relative to the input's root without extension. */
  readonly id: string
  /** Name of the input's root, or the one the user gave. Together with `id` it is the article's key everywhere. */
  readonly collection: string
  /** The text, as it was read. */
  readonly text: string
  /** Where it lies, as its source tells. */
  readonly uri?: string
  /** Its headline. */
  readonly title?: string
  /** Who wrote it, as the source has it. */
  readonly author?: string
  /** Who published it. */
  readonly publisher?: string
  /** When it was published, as the source wrote it. */
  readonly published?: string
  /** A BCP 47 code where the source tells it. */
  readonly language?: string
  /** What reading it brought to light: a guessed encoding, replaced bytes. They go into its record. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** What tells an article from all others, and what it has in common with its record: collection and id. */
export function articleKey({ collection, id }: Pick<Article, 'collection' | 'id'>): string {
  return JSON.stringify([collection, id])
}
