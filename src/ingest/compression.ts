import { HearsayError } from '../record/errors.js'
import type { Chunks } from './chunks.js'
import { unpackParts } from './parts.js'
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
 * Unpacks an input as it is read. A damaged part of it is told of by a `bad-gzip` or `bad-zstd` in its place. Throws `too-large` at the first
 * chunk over a limit.
 */
export async function* unpack(
  chunks: Chunks,
  compression: Compression,
  limits: ExpansionLimits & { readonly file: string },
): AsyncGenerator<Buffer | HearsayError> {
  const meter = new Meter(limits)
  const parts = compression === 'gzip' ? (await import('./gzip.js')).gzip : (await import('./zstd.js')).zstd
  for await (const piece of unpackParts(parts, meter.count(chunks), limits.file)) {
    if (!(piece instanceof HearsayError)) meter.check(piece.length)
    yield piece
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
    const size = this.unpacked
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
}
