import { open, type FileHandle } from 'node:fs/promises'
import { createGzip, type Gzip } from 'node:zlib'
import { once } from 'node:events'
import { HearsayError } from '../record/errors.js'
import type { RecordFormat } from './format.js'
import type { Sink, SinkPosition } from './sink.js'

/** How much text waits in memory before it goes to the file, in UTF-16 code units. */
const BUFFERED = 65_536

/**
 * A file of records, compressed where its name ends in `.gz`; each checkpoint ends a gzip member. Throws `output-not-writable`, also from its methods.
 * @param from The position of a checkpoint, behind which the file is cut; null writes it anew.
 */
export async function openFileSink(scheme: string, format: RecordFormat, path: string, from: SinkPosition | null): Promise<Sink> {
  const name = `${scheme}:${path}`
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      const got = cause instanceof Error ? cause.message.replace(/, [a-z]+( '.*')?$/s, '') : String(cause)
      throw new HearsayError('output-not-writable', `expected a place that can be written, got ${got}`, { file: path }, { cause }) // prettier-ignore
    }
  }
  const file = await told(() => open(path, from === null ? 'w' : 'r+'))
  let position = Number(from?.bytes ?? 0)
  let count = Number(from?.records ?? 0)
  await told(async () => {
    const { size } = await file.stat()
    if (size < position) throw new Error(`a file of ${size} bytes, shorter than the ${position} written before`)
    await file.truncate(position)
  })
  const packed = path.endsWith('.gz') ? new Member() : undefined
  let waiting = format.begin()
  if (from !== null) waiting = ''

  const put = async (bytes: Buffer): Promise<void> => {
    position += await writeAll(file, bytes, position)
  }
  const flush = async (): Promise<void> => {
    if (waiting === '') return
    const bytes = Buffer.from(waiting, 'utf8')
    waiting = ''
    await put(packed === undefined ? bytes : await packed.add(bytes))
  }
  const checkpoint = (): Promise<SinkPosition> =>
    told(async () => {
      await flush()
      if (packed !== undefined) await put(await packed.end())
      await file.sync()
      return { bytes: position, records: count }
    })
  return {
    name,
    async write(record) {
      waiting += format.record(record, count++)
      if (waiting.length >= BUFFERED) await told(flush)
    },
    checkpoint,
    async close() {
      await checkpoint()
      await told(() => file.close())
    },
    abandon: () => told(() => file.close()),
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<number> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written)
    written += bytesWritten
  }
  return written
}

/** A gzip member at a time. */
class Member {
  #gzip: Gzip | undefined
  #chunks: Buffer[] = []

  /** Packs bytes; resolves with what came out so far. */
  async add(bytes: Buffer): Promise<Buffer> {
    if (this.#gzip === undefined) {
      this.#gzip = createGzip()
      this.#gzip.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    }
    const gzip = this.#gzip
    await new Promise<void>((resolve, reject) => {
      gzip.write(bytes, (error) => {
        if (error) reject(error)
        else resolve()
      })
    })
    return this.#take()
  }

  async end(): Promise<Buffer> {
    if (this.#gzip !== undefined) {
      const gzip = this.#gzip
      this.#gzip = undefined
      gzip.end()
      await once(gzip, 'end')
    }
    return this.#take()
  }

  #take(): Buffer {
    const bytes = Buffer.concat(this.#chunks)
    this.#chunks = []
    return bytes
  }
}
