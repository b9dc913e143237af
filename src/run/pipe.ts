import type { ExtractorOptions } from '../extract/index.js'
import { readLines, type ReadOptions } from '../ingest/index.js'
import { oneLine } from '../output/jsonl.js'
import { HearsayError } from '../record/errors.js'
import { RECORD_VERSION } from '../record/record.js'
import { ARTICLES_A_THREAD } from './batch.js'
import type { Found } from './key.js'
import { DEFAULTS } from './options.js'
import { inOrder } from './ordered.js'
import { Workers } from './workers.js'

/** How lines are read and extracted. */
export interface PipeOptions {
  /** How articles are read. */
  readonly read?: Pick<ReadOptions, 'encoding' | 'fields' | 'maxSize' | 'collection'>
  /** How they are extracted. */
  readonly extract?: ExtractorOptions
  /** How many articles are extracted at a time; 1 by default, since who drives many pipes counts its own cores. */
  readonly threads?: number
  /** Seconds after which an article is taken to hang; 60 by default. */
  readonly wallTime?: number
  /** The heap of a thread in megabytes; 1024 by default. */
  readonly memory?: number
  /** The module of the threads; for tests of what happens where they die. */
  readonly worker?: URL
}

/** A line that comes out: a record, or what an article failed for. */
export interface PipedLine {
  /** JSON, without a line feed. */
  readonly line: string
  /** Whether it is what an article failed for. */
  readonly failed: boolean
}

/**
 * A line of JSON for every line of JSON that comes in, in the same order and as soon as it is there: the record of an article, or
 * `{ "version", "id", "error": { "code", "message", "file", "line" } }`. Memory does not grow.
 * @param input Bytes of JSON Lines.
 * @param options How lines are read and extracted.
 * @throws HearsayError `usage`, `bad-model`, `input-unreadable`, and `too-large` for a line that goes on and on
 */
export async function* pipe(
  input: AsyncIterable<Uint8Array>,
  {
    read = {},
    extract = {},
    threads = 1,
    wallTime = DEFAULTS.wallTime,
    memory = DEFAULTS.memory,
    worker,
  }: PipeOptions = {},
): AsyncGenerator<PipedLine, undefined, undefined> {
  const workers = new Workers({ threads, extract, wallTime, memory, module: worker })
  const lineOf = async (found: Found): Promise<PipedLine> => {
    if ('error' in found) return failureLine(found.error, found.id ?? '')
    try {
      return { line: (await workers.extract(found)).line, failed: false }
    } catch (error) {
      if (error instanceof HearsayError) return failureLine(error, found.id)
      throw error
    }
  }
  try {
    // What is wrong with the options or the models is wrong with every line.
    await workers.producer()
    yield* inOrder(readLines(input, read), lineOf, { concurrency: threads, room: threads * ARTICLES_A_THREAD })
  } finally {
    await workers.close()
  }
}

function failureLine({ code, message, place }: HearsayError, id: string): PipedLine {
  const { file, line } = place
  const error = { code, message, ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) }
  return { line: oneLine({ version: RECORD_VERSION, id: place.id ?? id, error }), failed: true }
}
