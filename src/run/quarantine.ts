import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAll } from '../output/write-all.js'
import type { Article } from '../record/article.js'
import { HearsayError, type ErrorCode } from '../record/errors.js'
import { contentOf, keyOf, type Found } from './key.js'

const INDEX = 'index.jsonl'

/** One that failed: a line of the index. */
export interface Entry {
  /** SHA-256 of key and content, in hexadecimal. */
  readonly entry: string
  readonly collection?: string
  readonly id?: string
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly file?: string; readonly line?: number }
  /** What the file of bytes holds: the article as JSON, or what could not be read as it stood in its input. Null where nothing was kept. */
  readonly kept: 'article' | 'source' | null
  /** Name of the file beside the index: the SHA-256 of its bytes. */
  readonly bytes?: string
}

/** Where articles go that cannot be extracted, with the reason and their bytes: a folder of files named by hash, and an index of JSON lines. */
export class Quarantine {
  readonly folder: string
  readonly #entries: Map<string, Entry>
  #index: FileHandle | undefined
  #length: number

  private constructor(folder: string, entries: Map<string, Entry>, length: number) {
    this.folder = folder
    this.#entries = entries
    this.#length = length
  }

  /**
   * Opens the quarantine in a folder, which need not be there. Throws `bad-journal` for an index that is none.
   * @param length Bytes of the index that count; what is behind them is of a run that was killed.
   */
  static async open(folder: string, length: number): Promise<Quarantine> {
    const file = join(folder, INDEX)
    let content: Buffer
    try {
      content = length === 0 ? Buffer.alloc(0) : (await readFile(file)).subarray(0, length)
    } catch (cause) {
      throw new HearsayError('bad-journal', 'expected to read the index of the quarantine', { file }, { cause })
    }
    const entries = new Map<string, Entry>()
    for (const [at, line] of content.toString('utf8').split('\n').entries()) {
      if (line === '') continue
      try {
        const entry = JSON.parse(line) as Entry
        entries.set(entry.entry, entry)
      } catch (cause) {
        throw new HearsayError(
          'bad-journal',
          'expected an entry of the quarantine as JSON',
          { file, line: at + 1 },
          { cause },
        )
      }
    }
    return new Quarantine(folder, entries, content.length)
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()]
  }

  /** Whether an item is in quarantine as it is. */
  has(found: Found): boolean {
    return this.#entries.size > 0 && this.#entries.has(nameOf(found))
  }

  /** Puts an item into quarantine. Throws `output-not-writable`. */
  async add(found: Found, error: HearsayError, source: Uint8Array | undefined): Promise<void> {
    const name = nameOf(found)
    if (this.#entries.has(name)) return
    const isArticle = !('error' in found)
    const content = isArticle ? Buffer.from(JSON.stringify(found), 'utf8') : source
    const { collection } = found
    const id = isArticle ? found.id : (error.place.id ?? found.id)
    const { file, line } = error.place
    await this.#told(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 })
      let bytes: string | undefined
      if (content !== undefined) {
        bytes = createHash('sha256').update(content).digest('hex')
        await writeFile(join(this.folder, bytes), content, { mode: 0o600, flush: true })
      }
      const entry: Entry = {
        entry: name,
        ...(collection === undefined ? {} : { collection }),
        ...(id === undefined ? {} : { id }),
        error: {
          code: error.code,
          message: error.message,
          ...(file === undefined ? {} : { file }),
          ...(line === undefined ? {} : { line }),
        },
        kept: content === undefined ? null : isArticle ? 'article' : 'source',
        ...(bytes === undefined ? {} : { bytes }),
      }
      this.#index ??= await this.#openIndex()
      const row = Buffer.from(`${JSON.stringify(entry)}\n`, 'utf8')
      await writeAll(this.#index, row, this.#length)
      this.#length += row.length
      this.#entries.set(name, entry)
    })
  }

  /** The bytes of an entry. Throws `bad-journal` where they are gone. */
  async bytesOf({ bytes }: Entry): Promise<Buffer> {
    const file = join(this.folder, bytes ?? '')
    try {
      const content = await readFile(file)
      if (createHash('sha256').update(content).digest('hex') === bytes) return content
    } catch (cause) {
      throw new HearsayError('bad-journal', 'expected the bytes of an article in quarantine', { file }, { cause })
    }
    throw new HearsayError('bad-journal', 'expected the bytes that its name is the hash of', { file })
  }

  /** Makes the index durable; resolves with its length in bytes. Throws `output-not-writable`. */
  async checkpoint(): Promise<number> {
    await this.#told(() => this.#index?.sync() ?? Promise.resolve())
    return this.#length
  }

  /** Lets entries go; resolves with the index's length. Throws `output-not-writable`. */
  async release(released: readonly Entry[]): Promise<number> {
    for (const { entry } of released) this.#entries.delete(entry)
    await this.#told(async () => {
      await this.close()
      const rows = Buffer.from(this.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), 'utf8')
      const path = join(this.folder, INDEX)
      await writeFile(`${path}.new`, rows, { mode: 0o600, flush: true })
      await rename(`${path}.new`, path)
      this.#length = rows.length
      const kept = new Set(this.entries.map(({ bytes }) => bytes))
      for (const { bytes } of released)
        if (bytes !== undefined && !kept.has(bytes)) await rm(join(this.folder, bytes), { force: true })
    })
    return this.#length
  }

  async close(): Promise<void> {
    await this.#index?.close()
    this.#index = undefined
  }

  async #openIndex(): Promise<FileHandle> {
    const index = await open(join(this.folder, INDEX), this.#length === 0 ? 'w' : 'r+', 0o600)
    await index.truncate(this.#length)
    return index
  }

  async #told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof HearsayError) throw cause
      const got = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
      throw new HearsayError(
        'output-not-writable',
        `expected to write the quarantine, got ${got}`,
        { file: this.folder },
        { cause },
      )
    }
  }
}

/** The article of an entry's bytes, as `add` wrote it. */
export function articleOfBytes(bytes: Buffer): Article {
  return JSON.parse(bytes.toString('utf8')) as Article
}

function nameOf(found: Found): string {
  return createHash('sha256').update(keyOf(found)).update(contentOf(found)).digest('hex')
}
