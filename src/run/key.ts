import { createHash } from 'node:crypto'
import type { IngestFailure } from '../ingest/index.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'

/** What comes out of reading: an article, or what was no article. */
export type Found = Article | IngestFailure

/** SHA-256 of what tells an item from all others: collection and id of an article, collection and place of what could not be read. */
export function keyOf(found: Found): Buffer {
  if (!('error' in found)) return hashed(['article', found.collection, found.id])
  const { file = '', line = 0, id = found.id ?? '' } = found.error.place
  return hashed(['failure', found.collection ?? '', file, line, id, found.error.code])
}

/** SHA-256 of what an item holds: the text of an article, what is wrong with what could not be read. */
export function contentOf(found: Found): Buffer {
  return hashed(['error' in found ? found.error.message : found.text])
}

function hashed(parts: readonly (string | number)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

/** One part of many, such as the third of 16: `{ part: 3, parts: 16 }`. */
export interface Shard {
  /** Counts from 1. */
  readonly part: number
  readonly parts: number
}

/** Reads "3/16". Throws `usage`. */
export function shardOf(text: string): Shard {
  const [, part, parts] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (part >= 1 && part <= parts) return { part, parts }
  throw new HearsayError('usage', `expected a shard such as 3/16, the third of sixteen; got "${text}"`)
}

/** Whether an item belongs to the shard: by its key alone, whatever else is read. */
export function isIn({ part, parts }: Shard, key: Buffer): boolean {
  return key.readUInt32BE(28) % parts === part - 1
}
