import { once } from 'node:events'
import { createInflateRaw, crc32, type InflateRaw } from 'node:zlib'
import type { ByteReader } from './byte-reader.js'
import { Damage, taken, type Parts } from './parts.js'

const UNPACKED_CHUNK_SIZE = 65_536

/** Flags of a member's header (RFC 1952), and those that nobody may use. */
const [HEADER_CRC, EXTRA, NAME, COMMENT, RESERVED] = [2, 4, 8, 16, 0xe0]

/** The parts of a header and the end of a member, in bytes. */
const [HEADER_SIZE, TRAILER_SIZE] = [10, 8]

/** Names and comments in headers are short; what is longer is no header. */
const MAX_HEADER_TEXT = 65_536

/** gzip of any number of members. */
export const gzip: Parts = { name: 'gzip', firstByte: 0x1f, isBeginning, unpack: memberOf }

async function isBeginning(reader: ByteReader): Promise<boolean> {
  const header = await reader.peek(HEADER_SIZE)
  return (
    header.length === HEADER_SIZE &&
    header[0] === 0x1f &&
    header[1] === 0x8b &&
    header[2] === 8 &&
    (header[3] & RESERVED) === 0
  )
}

/** Unpacks one member. Throws `Damage`. */
async function* memberOf(reader: ByteReader): AsyncGenerator<Buffer> {
  await passHeader(reader)
  let sum = 0
  let size = 0
  for await (const piece of inflated(reader)) {
    sum = crc32(piece, sum)
    size += piece.length
    yield piece
  }
  const trailer = await taken(reader, TRAILER_SIZE)
  if (trailer.readUInt32LE(0) !== sum) throw new Damage('incorrect data check')
  if (trailer.readUInt32LE(4) !== size % 2 ** 32) throw new Damage('incorrect length check')
}

async function passHeader(reader: ByteReader): Promise<void> {
  if (!(await isBeginning(reader))) throw new Damage('incorrect header check')
  const flags = (await taken(reader, HEADER_SIZE))[3]
  if (flags & EXTRA) await taken(reader, (await taken(reader, 2)).readUInt16LE(0))
  for (const flag of [NAME, COMMENT]) {
    if ((flags & flag) === 0) continue
    const end = (await reader.peek(MAX_HEADER_TEXT)).indexOf(0)
    if (end < 0) throw new Damage('a header without an end')
    reader.skip(end + 1)
  }
  if (flags & HEADER_CRC) await taken(reader, 2)
}

/** Unpacks what is compressed up to its own end, where the reader stands then. Throws `Damage`. */
async function* inflated(reader: ByteReader): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: UNPACKED_CHUNK_SIZE })
  const fed = feed(stream, reader)
  // It is waited for below, whatever becomes of the stream.
  fed.catch(() => undefined)
  try {
    yield* stream as AsyncIterable<Buffer>
  } catch (error) {
    await fed
    throw new Damage(error instanceof Error ? error.message : String(error), { cause: error })
  } finally {
    stream.destroy()
  }
  await fed
}

/** Gives a stream bytes until it has had all that are its own. */
async function feed(stream: InflateRaw, reader: ByteReader): Promise<void> {
  const closed = once(stream, 'close').catch(() => undefined)
  const start = reader.position
  for (;;) {
    let bytes: Buffer | undefined
    try {
      bytes = await reader.next()
    } catch (error) {
      stream.destroy()
      throw error
    }
    if (stream.destroyed) return
    if (bytes === undefined) {
      stream.end()
      await closed
      return
    }
    const part = bytes
    await Promise.race([new Promise<void>((done) => stream.write(part, () => { done() })), closed]) // prettier-ignore
    // All of it, unless the compressed bytes ended within.
    const used = Math.max(0, Math.min(part.length, start + stream.bytesWritten - reader.position))
    reader.skip(used)
    if (used < part.length) return
  }
}
