import { HearsayError } from '../record/errors.js'
import type { Chunks } from './chunks.js'
import { gunzip } from './gzip.js'
import { sizeInWords } from './size.js'

/** How an input may be compressed. */
export type Compression = 'gzip' | 'zstd'

/** How the names of compressed files end. */
export const COMPRESSION_EXTENSIONS = { gzip: '.gz', zstd: '.zst' } as const satisfies Record<Compression, string>

/** What a compressed input may unpack to. */
export interface ExpansionLimits {
  /** In bytes. */
  readonly maxExpanded: number
  /** In bytes a byte; counts once 16 MB are unpacked. */
  readonly maxRatio: number
}

/**
 * 100 GB is more than any archive of news in one file; gzip does not get far above 1000 to one, and what comes near it is one byte
 * over and over.
 */
export const DEFAULT_EXPANSION_LIMITS: ExpansionLimits = { maxExpanded: 100e9, maxRatio: 1000 }

/** A few articles of boilerplate may compress extremely well; below this the ratio says nothing, and does no harm. */
const RATIO_COUNTS_FROM = 16_000_000

/** Enough of an input's beginning to tell how it is compressed, with the window of a zstd frame. */
export const COMPRESSION_HEAD_SIZE = 14

/** What zstd itself unpacks without being told to; a window is memory. */
const MAX_ZSTD_WINDOW = 128 * 1024 * 1024

/** Bytes that go into the zstd decoder at a time: it gives all that they hold at once, and four of them may hold 2 MB. */
const ZSTD_SLICE_SIZE = 4096

/**
 * How an input is compressed, by its first bytes; undefined where it is not. A frame of zstd that holds no data counts only where
 * the name says zstd as well.
 */
export function compressionOfContent(head: Buffer, named: Compression | undefined): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.length < 4) return undefined
  const magic = head.readUInt32LE(0)
  const isSkippable = magic >>> 4 === 0x184d2a5
  return magic === 0xfd2fb528 || (isSkippable && named === 'zstd') ? 'zstd' : undefined
}

/** What the name of a file says that it is compressed with. */
export function compressionOfName(file: string): Compression | undefined {
  const name = file.toLowerCase()
  return name.endsWith(COMPRESSION_EXTENSIONS.gzip)
    ? 'gzip'
    : name.endsWith(COMPRESSION_EXTENSIONS.zstd)
      ? 'zstd'
      : undefined
}

/** The error of a file that is not what its name says. */
export function notCompressed(named: Compression, file: string): HearsayError {
  return new HearsayError(`bad-${named}`, `expected ${named}, as its name says; its first bytes are not`, { file })
}

/**
 * Unpacks an input as it is read. A damaged part of gzip is told of by a `bad-gzip` in its place; of zstd, `bad-zstd` is thrown for what is
 * damaged or cut off, after what could be read. Throws `too-large` at the first chunk over a limit.
 */
export async function* unpack(
  chunks: Chunks,
  compression: Compression,
  limits: ExpansionLimits & { readonly file: string },
): AsyncGenerator<Buffer | HearsayError> {
  const meter = new Meter(limits)
  const counted = meter.count(chunks)
  try {
    for await (const piece of compression === 'gzip' ? gunzip(counted, limits.file) : unzstd(counted, meter)) {
      if (!(piece instanceof HearsayError)) meter.check(piece.length)
      yield piece
    }
  } catch (error) {
    if (error instanceof HearsayError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    const message = `expected whole ${compression}, got a damaged file: ${reason}`
    throw new HearsayError(`bad-${compression}`, message, { file: limits.file }, { cause: error })
  }
}

/** Compares what comes out of a compressed input with what went in. */
class Meter {
  private packed = 0
  private unpacked = 0

  constructor(private readonly limits: ExpansionLimits & { readonly file: string }) {}

  async *count(chunks: Chunks): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.packed += chunk.length
      yield chunk
    }
  }

  check(more: number): void {
    this.unpacked += more
    this.assertWithin(this.unpacked)
  }

  /** The same for bytes that wait within a decoder. */
  assertWithin(size: number): void {
    const { file, maxExpanded, maxRatio } = this.limits
    if (size > maxExpanded) {
      const message = `expected at most ${sizeInWords(maxExpanded)} unpacked, got more and read no further; raise the limit with --max-expanded`
      throw new HearsayError('too-large', message, { file })
    }
    if (size > RATIO_COUNTS_FROM && size > this.packed * maxRatio) {
      const message =
        `expected at most ${maxRatio} bytes unpacked for each byte, got ${sizeInWords(size)} from ${sizeInWords(this.packed)} and read ` +
        'no further, as a bomb would have it; raise the limit with --max-ratio'
      throw new HearsayError('too-large', message, { file })
    }
  }

  get total(): number {
    return this.unpacked
  }
}

/** Unpacks zstd of any number of frames. */
async function* unzstd(chunks: Chunks, meter: Meter): AsyncGenerator<Buffer> {
  const { Decompress } = await import('fzstd')
  let waiting: Buffer[] = []
  let size = 0
  const decoder = new Decompress((data) => {
    size += data.length
    meter.assertWithin(meter.total + size)
    if (data.length > 0) waiting.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  })
  const take = (): Buffer[] => {
    const taken = waiting
    waiting = []
    size = 0
    return taken
  }
  let isFirst = true
  for await (const chunk of chunks) {
    // The first chunk is the whole head.
    if (isFirst) assertWindow(chunk)
    isFirst = false
    for (let at = 0; at < chunk.length; at += ZSTD_SLICE_SIZE) {
      decoder.push(chunk.subarray(at, at + ZSTD_SLICE_SIZE))
      yield* take()
    }
  }
  decoder.push(Buffer.alloc(0), true)
  yield* take()
}

/** The decoder sets a frame's whole window aside, however little the frame holds. */
function assertWindow(head: Buffer): void {
  const isSingleSegment = (head[4] & 0x20) !== 0
  if (head.length < 6 || head.readUInt32LE(0) !== 0xfd2fb528 || isSingleSegment) return
  const base = 2 ** (10 + (head[5] >> 3))
  const window = base + (base / 8) * (head[5] & 7)
  if (window > MAX_ZSTD_WINDOW) {
    throw new Error(`its window is ${sizeInWords(window)}, and ${sizeInWords(MAX_ZSTD_WINDOW)} are the most`)
  }
}
