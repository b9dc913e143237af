import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { HearsayError } from '../record/errors.js'
import {
  COMPRESSION_HEAD_SIZE,
  compressionOfContent,
  notCompressed,
  unpack,
  type Compression,
  type ExpansionLimits,
} from './compression.js'
import type { Chunks, Pieces } from './chunks.js'
import { encodingOfMark, hasUtf8Mark, streamDecoder, type StreamDecoder } from './encoding.js'

/** Enough of an input's beginning to tell what it is. */
const HEAD_SIZE = 65_536

/** How files that are no text begin. */
const MAGIC: readonly (readonly [what: string, bytes: string])[] = [
  ['a PDF file', '%PDF-'],
  ['a zip archive or an office document', 'PK\x03\x04'],
  ['an old office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['a PNG image', '\x89PNG\r\n\x1a\n'],
  ['a JPEG image', '\xff\xd8\xff'],
  ['a GIF image', 'GIF87a'],
  ['a GIF image', 'GIF89a'],
  ['a TIFF image', 'II*\x00'],
  ['a TIFF image', 'MM\x00*'],
  ['a bzip2 file', 'BZh9'],
  ['an xz file', '\xfd7zXZ\x00'],
  ['a zstd file', '\x28\xb5\x2f\xfd'],
  ['a 7z archive', "7z\xbc\xaf'\x1c"],
  ['a rar archive', 'Rar!\x1a\x07'],
  ['a file compressed twice', '\x1f\x8b\x08'],
  ['a Parquet file', 'PAR1'],
  ['a WARC file', 'WARC/1.'],
  ['an SQLite database', 'SQLite format 3\x00'],
  ['a program', '\x7fELF'],
]

/** The bytes of a file. Throws `input-not-found` or `input-unreadable`. */
export async function* fileChunks(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file, { highWaterMark: HEAD_SIZE }) as AsyncIterable<Buffer>
  } catch (error) {
    throw unreadable(file, error)
  }
}

/** What the system says of a path at which nothing is, or can be: no file has so long a name. */
const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/** The error to tell of when the file system refuses. */
export function unreadable(file: string, cause: unknown): HearsayError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return NOT_THERE.has(code)
    ? new HearsayError('input-not-found', 'expected a file, a folder or a glob, found nothing', { file }, { cause })
    : new HearsayError('input-unreadable', `expected to read it, the system refused: ${code}`, { file }, { cause })
}

/** An input that is open: what its bytes, unpacked, begin with, and all of them. */
export interface Source {
  readonly head: Buffer
  /** With an error in the place of each part that is damaged and was passed over. */
  readonly chunks: AsyncGenerator<Buffer | HearsayError>
  /** Whether bytes that are not UTF-8 may be taken for another encoding: neither a mark nor the user named one. */
  readonly mayGuess: boolean
  /** The file that holds these very bytes, where one does: for a format that is read from its end. */
  readonly path?: string
}

export interface OpenOptions extends ExpansionLimits {
  /** The input's name, for errors. */
  readonly file: string
  /** What its name says that it is compressed with. */
  readonly compression: Compression | undefined
  /** Whether `file` is the path of the file that the bytes come from. */
  readonly isFile: boolean
}

/**
 * Opens an input: unpacks what is compressed, whatever its name says. Throws `bad-gzip` or `bad-zstd` for what is not what its name says;
 * reading the chunks may throw `too-large` for what unpacks to more than the limits.
 */
export async function openBytes(chunks: Chunks, options: OpenOptions): Promise<Source> {
  const packed = await peek(chunks, COMPRESSION_HEAD_SIZE)
  const compression = compressionOfContent(packed.head, options.compression)
  if (options.compression !== undefined && compression !== options.compression) {
    await packed.chunks.return(undefined)
    throw notCompressed(options.compression, options.file)
  }
  const plain = compression === undefined ? packed.chunks : unpack(packed.chunks, compression, options)
  const path = options.isFile && compression === undefined ? { path: options.file } : {}
  return { ...(await peek(plain, HEAD_SIZE)), mayGuess: true, ...path }
}

/**
 * An open input as text: what has a byte order mark or a named encoding is decoded to UTF-8. Throws `not-text` for a binary file.
 */
export async function asText(source: Source, file: string, encoding: string | undefined): Promise<Source> {
  const mark = encodingOfMark(source.head)
  const name = mark ?? encoding
  const decoder = name === undefined || isUtf8Name(name) ? undefined : streamDecoder(name)
  const decoded =
    decoder === undefined
      ? withoutMark(source.chunks)
      : transcode(source.chunks, () => streamDecoder(name ?? '') ?? decoder)
  const text = await peek(decoded, HEAD_SIZE)
  const binary = notTextReason(text.head)
  if (binary !== undefined) {
    await text.chunks.return(undefined)
    throw new HearsayError('not-text', `expected text, found ${binary}`, { file })
  }
  return { ...text, mayGuess: name === undefined }
}

/** Throws `usage` for the name of an encoding that is not known. */
export function assertEncoding(encoding: string): void {
  if (streamDecoder(encoding) === undefined) {
    const message = `expected an encoding such as utf-8, utf-16le or windows-1251; got "${encoding}"`
    throw new HearsayError('usage', message)
  }
}

/**
 * Reads at least `size` bytes ahead (fewer where there are no more), and gives them and all chunks from the first on. What goes
 * wrong after the first of them is thrown in its place among the chunks, so that what came before it can be read.
 */
async function peek<Piece extends Buffer | HearsayError>(
  pieces: AsyncIterable<Piece>,
  size: number,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer | Piece> }> {
  const iterator = pieces[Symbol.asyncIterator]()
  const seen: Buffer[] = []
  /** Damage before and behind the head, which ends there. */
  const before: Piece[] = []
  const behind: Piece[] = []
  let length = 0
  let failure: { readonly error: unknown } | undefined
  while (length < size) {
    try {
      const next = await iterator.next()
      if (next.done === true) break
      if (Buffer.isBuffer(next.value)) {
        seen.push(next.value)
        length += next.value.length
        continue
      }
      ;(length === 0 ? before : behind).push(next.value)
      if (length > 0) break
    } catch (error) {
      if (length === 0) throw error
      failure = { error }
      break
    }
  }
  const head = Buffer.concat(seen)
  const rest = replay<Buffer | Piece>([...before, ...(head.length > 0 ? [head] : []), ...behind], iterator, failure)
  await rest.next() // Runs it to its first stop, so that returning early reaches its `finally`.
  return { head, chunks: rest }
}

async function* replay<Piece>(
  seen: readonly Piece[],
  iterator: AsyncIterator<Piece>,
  failure: { readonly error: unknown } | undefined,
): AsyncGenerator<Piece | Buffer> {
  try {
    yield Buffer.alloc(0)
    yield* seen
    if (failure !== undefined) throw failure.error
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}

/** Whether this is a name of UTF-8. Throws `RangeError` for no encoding at all. */
export function isUtf8Name(name: string): boolean {
  return new TextDecoder(name).encoding === 'utf-8'
}

async function* withoutMark(pieces: Pieces): AsyncGenerator<Buffer | HearsayError> {
  let first = true
  for await (const piece of pieces) {
    // The first chunk is the whole head, so that it holds the mark if there is one.
    yield first && Buffer.isBuffer(piece) && hasUtf8Mark(piece) ? piece.subarray(3) : piece
    if (Buffer.isBuffer(piece)) first = false
  }
}

/** Bytes of another encoding as UTF-8, piece by piece; a new decoder begins behind damage. */
export async function* transcode<Piece extends Buffer | HearsayError>(
  pieces: AsyncIterable<Piece>,
  decoder: () => StreamDecoder,
): AsyncGenerator<Buffer | Piece> {
  let decode = decoder()
  for await (const piece of pieces) {
    if (Buffer.isBuffer(piece)) yield Buffer.from(decode(piece), 'utf8')
    else {
      yield piece
      decode = decoder()
    }
  }
  yield Buffer.from(decode(), 'utf8')
}

/** What a file is whose beginning is no text, in words; undefined for text. */
function notTextReason(head: Buffer): string | undefined {
  for (const [what, bytes] of MAGIC) {
    if (head.subarray(0, bytes.length).toString('latin1') === bytes) return what
  }
  let controls = 0
  let high = 0
  const nulls = [0, 0]
  for (let at = 0; at < head.length; at++) {
    const byte = head[at]
    if (byte >= 0x80) high++
    else if (byte === 0) nulls[at & 1]++
    else if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) || byte === 0x7f) controls++
  }
  const [even, odd] = nulls as [number, number]
  const zeros = even + odd
  if (zeros * 3 > head.length && Math.min(even, odd) * 20 < Math.max(even, odd)) {
    return `what looks like UTF-16 without a byte order mark; name it with --encoding ${odd > even ? 'utf-16le' : 'utf-16be'}`
  }
  // Text may hold a stray control character, even many; only where bytes are not UTF-8 either do a few decide.
  const share = (controls + zeros) / head.length
  const limit = high > 0 && !isUtf8Beginning(head) ? 0.03 : 0.3
  return share > limit ? `binary data: ${Math.round(share * 100)}% of it is control characters` : undefined
}

/** Whether bytes are UTF-8 as far as they go: a character may be cut at their end. */
function isUtf8Beginning(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false // The decoder throws for what is not UTF-8, and for nothing else.
  }
}
