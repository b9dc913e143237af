import { open, readFile, type FileHandle } from 'node:fs/promises'
import { HearsayError } from '../record/errors.js'
import type { SinkPosition } from '../output/sink.js'
import { Ledger } from '../ingest/ledger.js'
import { writeAll } from '../output/write-all.js'
import type { RunOptions, Terms } from './options.js'

const VERSION = 1

/** How many of what a run has dealt with. */
export interface Counts {
  /** Articles extracted and written. */
  extracted: number
  /** Articles that failed and lie in quarantine. */
  quarantined: number
  /** Statements written. */
  statements: number
  /** Counted article by article: who speaks in two is counted twice. */
  speakers: number
  /** Words of the articles extracted. */
  words: number
}

/** Where a run stands that can be gone on with. */
export interface Checkpoint {
  /** Articles dealt with since the run began, in quarantine or written. */
  readonly handled: number
  readonly counts: Counts
  /** Of each sink, in order. */
  readonly positions: readonly SinkPosition[]
  /** Bytes of the quarantine's index. */
  readonly quarantine: number
}

type Line =
  | { readonly journal: number; readonly terms: Terms; readonly producer: string; readonly request: RunOptions }
  | (Checkpoint & { readonly checkpoint: true; readonly done: string; readonly finished: boolean })

/** What a journal told of runs before. */
export interface Past {
  readonly terms: Terms
  /** Whose records the last run made. */
  readonly producer: string
  /** As the run was asked for, for who runs its quarantine again. */
  readonly request: RunOptions
  /** The last checkpoint, or null before the first. */
  readonly checkpoint: Checkpoint | null
  readonly finished: boolean
  /** How many were in quarantine when a run was last finished. */
  readonly quarantinedThen: number
  /** What the last producer's records are there of. */
  readonly ledger: Ledger
  /** Bytes of the journal up to the last whole line. */
  readonly length: number
}

/** What a journal tells, or null where there is none. Throws `bad-journal` where it is no journal. */
export async function readJournal(path: string): Promise<Past | null> {
  let content: Buffer
  try {
    content = await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new HearsayError(
      'bad-journal',
      'expected to read the journal, the system refused',
      { file: path },
      { cause: error },
    )
  }
  const pasts: Past[] = []
  let number = 0
  let start = 0
  // What has no line feed is a line that was being written when the run was killed.
  for (let end = content.indexOf(0x0a); end >= 0; start = end + 1, end = content.indexOf(0x0a, start)) {
    number++
    const line = lineOf(content.toString('utf8', start, end), path, number)
    const past = pastAfter(line, pasts.pop(), end + 1)
    if (past === undefined) throw notAJournal(path, number)
    pasts.push(past)
  }
  return pasts.pop() ?? null
}

/** What is past after one more line. */
function pastAfter(line: Line, before: Past | undefined, length: number): Past | undefined {
  if ('journal' in line) {
    const { terms, producer, request } = line
    const ledger = before?.producer === producer ? before.ledger : new Ledger()
    const { checkpoint = null, quarantinedThen = 0 } = before ?? {}
    return { terms, producer, request, checkpoint, finished: false, quarantinedThen, ledger, length }
  }
  if (before === undefined) return undefined
  const { handled, counts, positions, quarantine, finished, done } = line
  before.ledger.addAll(Buffer.from(done, 'base64'))
  const quarantinedThen = finished ? counts.quarantined : before.quarantinedThen
  return { ...before, checkpoint: { handled, counts, positions, quarantine }, finished, quarantinedThen, length }
}

function lineOf(text: string, file: string, line: number): Line {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new HearsayError(
      'bad-journal',
      'expected a line of a journal; --restart begins anew',
      { file, line },
      { cause },
    )
  }
  if (typeof value === 'object' && value !== null) {
    if ('journal' in value && value.journal === VERSION) return value as Line
    if ('checkpoint' in value) return value as Line
  }
  throw notAJournal(file, line)
}

function notAJournal(file: string, line: number): HearsayError {
  return new HearsayError('bad-journal', `expected a journal of version ${VERSION}; --restart begins anew`, {
    file,
    line,
  })
}

/** The journal of a run that goes on. All its failures are HearsayErrors `output-not-writable`. */
export class Journal {
  readonly path: string
  readonly #file: FileHandle
  #length: number

  private constructor(path: string, file: FileHandle, length: number) {
    this.path = path
    this.#file = file
    this.#length = length
  }

  /** Opens the journal at `path`, which ends after `length` bytes. */
  static async open(path: string, length: number): Promise<Journal> {
    return told(path, async () => {
      const file = await open(path, length === 0 ? 'w' : 'r+', 0o600)
      await file.truncate(length)
      return new Journal(path, file, length)
    })
  }

  /** Notes that a run begins. */
  begin(terms: Terms, producer: string, request: RunOptions): Promise<void> {
    return this.#append({ journal: VERSION, terms, producer, request })
  }

  /** Notes how far the run has come; `done` are the ledger's entries since the checkpoint before. */
  checkpoint(checkpoint: Checkpoint, done: readonly Buffer[], finished: boolean): Promise<void> {
    return this.#append({ checkpoint: true, ...checkpoint, finished, done: Buffer.concat(done).toString('base64') })
  }

  close(): Promise<void> {
    return told(this.path, () => this.#file.close())
  }

  async #append(line: Line): Promise<void> {
    await told(this.path, async () => {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`, 'utf8')
      await writeAll(this.#file, bytes, this.#length)
      await this.#file.sync()
      this.#length += bytes.length
    })
  }
}

async function told<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const got = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('output-not-writable', `expected to write the journal, got ${got}`, { file }, { cause })
  }
}
