import { once } from 'node:events'
import { open, type FileHandle } from 'node:fs/promises'
import { PassThrough, Writable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Record } from '../record/record.js'
import { HearsayError } from '../record/errors.js'
import { csvFormat } from './csv.js'
import { isGzipName } from './destination.js'
import { FirstFailure, notWritable } from './failure.js'
import type { RecordFormat } from './format.js'
import { jsonl } from './jsonl.js'
import type { Sink, SinkKind, SinkPosition } from './sink.js'
import { writeAll } from './write-all.js'

/** A file of records as JSON, one a line. It holds every text as it is: JSON escapes what UTF-8 cannot hold. */
export const jsonlSink: SinkKind = fileSink('jsonl', jsonl)

/** A file of statements, one a row. What cannot be shown stands in it as an escape, `\u0000`. */
export const csvSink: SinkKind = fileSink('csv', csvFormat())

/**
 * A file that is written in place, compressed where its name ends in `.gz`, since a run that was killed must find what it had written.
 * A position is a count of bytes, at which a gzip member ends.
 */
function fileSink(scheme: string, format: RecordFormat): SinkKind {
  return {
    scheme,
    async open(target, from) {
      const name = `${scheme}:${target}`
      try {
        return await RecordFile.open(name, target, from, format)
      } catch (error) {
        throw notWritable(name, error)
      }
    },
  }
}

class RecordFile implements Sink {
  readonly name: string
  readonly #file: FileHandle
  readonly #format: RecordFormat
  readonly #isCompressed: boolean
  readonly #isRegular: boolean
  readonly #failure: FirstFailure
  /** Bytes of the file that are durable. */
  #position: number
  #piece: Piece | undefined
  #count = 0

  private constructor(
    name: string,
    file: FileHandle,
    format: RecordFormat,
    place: { isCompressed: boolean; isRegular: boolean; position: number },
  ) {
    this.name = name
    this.#file = file
    this.#format = format
    this.#isCompressed = place.isCompressed
    this.#isRegular = place.isRegular
    this.#position = place.position
    this.#failure = new FirstFailure(name)
  }

  static async open(
    name: string,
    path: string,
    from: SinkPosition | null,
    format: RecordFormat,
  ): Promise<RecordFile> {
    const file = await open(path, from === null ? 'w' : 'r+')
    try {
      const stats = await file.stat()
      const position = from === null ? 0 : bytesOf(name, from, stats.size)
      if (stats.isFile()) await file.truncate(position)
      const sink = new RecordFile(name, file, format, {
        isCompressed: isGzipName(path),
        isRegular: stats.isFile(),
        position,
      })
      if (from === null) await sink.#append(format.begin())
      return sink
    } catch (error) {
      await file.close()
      throw error
    }
  }

  write(record: Record): Promise<void> {
    return this.#append(this.#format.record(record, this.#count++))
  }

  async checkpoint(): Promise<SinkPosition> {
    await this.#failure.guard(async () => {
      if (this.#piece) this.#position += await this.#piece.end()
      this.#piece = undefined
      // Not every device knows what that is.
      if (this.#isRegular) await this.#file.sync()
    })
    return { bytes: this.#position }
  }

  async close(): Promise<void> {
    await this.checkpoint()
    await this.#failure.guard(() => this.#file.close())
  }

  async abandon(): Promise<void> {
    if (this.#file.fd < 0) return
    await this.#piece?.discard()
    this.#piece = undefined
    try {
      if (this.#isRegular) await this.#file.truncate(this.#position)
    } catch {
      // Whoever opens it at the position cuts it there.
    } finally {
      await this.#file.close()
    }
  }

  #append(text: string): Promise<void> {
    return this.#failure.guard(async () => {
      if (text === '') return
      this.#piece ??= new Piece(this.#file, this.#isRegular ? this.#position : null, this.#isCompressed)
      await this.#piece.write(text)
    })
  }
}

/** What is written between two checkpoints: of a compressed file, a gzip member. */
class Piece {
  readonly #head: Transform
  readonly #done: Promise<void>
  /** The last write that went to the system. */
  #writing: Promise<void> = Promise.resolve()
  #bytes = 0

  /** `start` is where it begins in the file, or null where the file has no places. */
  constructor(file: FileHandle, start: number | null, isCompressed: boolean) {
    const end = new Writable({
      write: (chunk: Buffer, _, done) => {
        const place = start === null ? null : start + this.#bytes
        this.#bytes += chunk.length
        this.#writing = writeAll(file, chunk, place).then(() => { done() }, done)
      },
    })
    this.#head = isCompressed ? createGzip() : new PassThrough()
    this.#done = pipeline(this.#head, end)
    // Whoever writes or ends next is told; until then nobody waits for it.
    this.#done.catch(() => undefined)
  }

  async write(text: string): Promise<void> {
    if (this.#head.destroyed) await this.#done
    else if (!this.#head.write(text)) await Promise.race([once(this.#head, 'drain'), this.#done])
  }

  /** Resolves with how many bytes went into the file. */
  async end(): Promise<number> {
    this.#head.end()
    await this.#done
    return this.#bytes
  }

  /** Resolves when nothing more goes into the file. */
  async discard(): Promise<void> {
    this.#head.destroy()
    await this.#writing
  }
}

function bytesOf(name: string, { bytes }: SinkPosition, size: number): number {
  if (typeof bytes === 'number' && bytes <= size) return bytes
  throw new HearsayError(
    'output-not-writable',
    `expected the file as the run left it, with at least ${bytes} bytes; got ${size}: begin the run anew`,
    { file: name },
  )
}
