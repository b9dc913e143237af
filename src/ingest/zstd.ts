import { Decompress } from 'fzstd'
import { createXXHash64 } from 'hash-wasm'
import type { ByteReader } from './byte-reader.js'
import { Damage, taken, type Parts } from './parts.js'
import { sizeInWords } from './size.js'

/** How a frame with data begins, and how one that is passed over does but for its last four bits (RFC 8878). */
const [MAGIC, SKIPPED_MAGIC] = [0xfd2fb528, 0x184d2a5]

/** The longest header of a frame. */
const MOST_HEADER = 18

/** Bits of a frame's descriptor. */
const [SINGLE_SEGMENT, RESERVED, CHECKSUM] = [0x20, 0x08, 0x04]

/** Bytes of a dictionary's number, and of the size of what a frame holds, by what the descriptor says. */
const [DICTIONARY_BYTES, SIZE_BYTES] = [
  [0, 1, 2, 4],
  [0, 2, 4, 8],
]

/** What zstd itself unpacks without being told to; the decoder sets a frame's whole window aside, however little the frame holds. */
const MAX_WINDOW = 128 * 1024 * 1024

const MAX_BLOCK = 128 * 1024
const BLOCK_HEADER_SIZE = 3

/** What a block is: bytes as they are, one byte over and over, compressed bytes, or nothing that there is. */
const [, REPEATED, , UNKNOWN] = [0, 1, 2, 3]

/** zstd of any number of frames. The decoder compares no checksums, which is done here. */
export const zstd: Parts = { name: 'zstd', firstByte: MAGIC & 0xff, isBeginning, unpack: frameOf }

async function isBeginning(reader: ByteReader): Promise<boolean> {
  const bytes = await reader.peek(4)
  return bytes.length === 4 && (bytes.readUInt32LE(0) === MAGIC || isSkipped(bytes))
}

function isSkipped(bytes: Buffer): boolean {
  return bytes.readUInt32LE(0) >>> 4 === SKIPPED_MAGIC
}

/** Unpacks one frame, block by block. Throws `Damage`. */
async function* frameOf(reader: ByteReader): AsyncGenerator<Buffer> {
  if (!(await isBeginning(reader))) throw new Damage('it does not begin as zstd does')
  if (isSkipped(await reader.peek(4))) return passOver(reader)
  const { bytes, size, hasChecksum } = await headerOf(reader)
  const hash = await createXXHash64()
  let unpacked: Buffer[] = []
  let length = 0
  const decoder = new Decompress((data) => {
    if (data.length > 0) unpacked.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength))
  })
  let before = bytes
  for (let isLast = false; !isLast;) {
    const block = await blockOf(reader)
    isLast = block.isLast
    const checksum = isLast && hasChecksum ? await taken(reader, 4) : Buffer.alloc(0)
    decode(decoder, Buffer.concat([before, block.bytes, checksum]), isLast)
    before = Buffer.alloc(0)
    for (const piece of unpacked) {
      length += piece.length
      hash.update(piece)
      yield piece
    }
    unpacked = []
    if (checksum.length > 0 && Buffer.from(hash.digest('binary')).readUInt32BE(4) !== checksum.readUInt32LE(0))
      throw new Damage('incorrect checksum')
  }
  if (size !== undefined && size !== BigInt(length)) throw new Damage(`${length} bytes in a frame of ${size}`)
}

async function passOver(reader: ByteReader): Promise<void> {
  for (let left = (await taken(reader, 8)).readUInt32LE(4); left > 0;) {
    const bytes = await reader.next()
    if (bytes === undefined) throw new Damage('unexpected end of file')
    const part = Math.min(left, bytes.length)
    reader.skip(part)
    left -= part
  }
}

interface Header {
  readonly bytes: Buffer
  /** How many bytes the frame says to hold; undefined where it does not say. */
  readonly size: bigint | undefined
  readonly hasChecksum: boolean
}

async function headerOf(reader: ByteReader): Promise<Header> {
  const known = Buffer.concat([await reader.peek(MOST_HEADER), Buffer.alloc(MOST_HEADER)])
  const descriptor = known[4]
  if ((descriptor & RESERVED) !== 0) throw new Damage('a header that is none')
  const isSingle = (descriptor & SINGLE_SEGMENT) !== 0
  const windowAt = 5
  const dictionaryAt = windowAt + (isSingle ? 0 : 1)
  const sizeAt = dictionaryAt + DICTIONARY_BYTES[descriptor & 3]
  const sizeBytes = SIZE_BYTES[descriptor >> 6] || (isSingle ? 1 : 0)
  if (known.subarray(dictionaryAt, sizeAt).some((byte) => byte !== 0)) throw new Damage('it needs a dictionary')
  const size = sizeBytes === 0 ? undefined : sizeOf(known.subarray(sizeAt, sizeAt + sizeBytes))
  const window = isSingle ? Number(size) : windowOf(known[windowAt])
  if (window > MAX_WINDOW)
    throw new Damage(`its window is ${sizeInWords(window)}, and ${sizeInWords(MAX_WINDOW)} are the most`)
  return { bytes: await taken(reader, sizeAt + sizeBytes), size, hasChecksum: (descriptor & CHECKSUM) !== 0 }
}

/** A number of one, two, four or eight bytes; those of two begin behind those of one. */
function sizeOf(bytes: Buffer): bigint {
  const number = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return bytes.length === 2 ? number + 256n : number
}

function windowOf(byte: number): number {
  const base = 2 ** (10 + (byte >> 3))
  return base + (base / 8) * (byte & 7)
}

async function blockOf(reader: ByteReader): Promise<{ readonly bytes: Buffer; readonly isLast: boolean }> {
  const head = await reader.peek(BLOCK_HEADER_SIZE)
  if (head.length < BLOCK_HEADER_SIZE) throw new Damage('unexpected end of file')
  const header = head.readUIntLE(0, BLOCK_HEADER_SIZE)
  const [type, size] = [(header >> 1) & 3, header >> 3]
  if (type === UNKNOWN || size > MAX_BLOCK) throw new Damage('a block that is none')
  const bytes = await taken(reader, BLOCK_HEADER_SIZE + (type === REPEATED ? 1 : size))
  return { bytes, isLast: (header & 1) === 1 }
}

/** What is damaged makes the decoder stumble in any way. */
function decode(decoder: Decompress, bytes: Buffer, isLast: boolean): void {
  try {
    decoder.push(bytes, isLast)
  } catch (error) {
    throw new Damage(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
