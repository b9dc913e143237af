import { HearsayError } from '../record/errors.js'
import { ByteReader } from './byte-reader.js'
import type { Chunks } from './chunks.js'
import { noteSource } from './error-source.js'

/** How far back the beginning of the next part is looked for: what is damaged may be unpacked for a while before it shows. */
const KEPT = 1_000_000

/** A compression whose files are parts, one after the other, that are unpacked each by itself: members of gzip, frames of zstd. */
export interface Parts {
  readonly name: 'gzip' | 'zstd'
  /** The byte that a part with data begins with. */
  readonly firstByte: number
  /** Whether a part may begin where the reader stands. */
  isBeginning(reader: ByteReader): Promise<boolean>
  /** Unpacks one part, behind which the reader stands then. Throws `Damage`. */
  unpack(reader: ByteReader): AsyncGenerator<Buffer>
}

/** What shows that bytes are no whole part. */
export class Damage extends Error {}

/**
 * Unpacks any number of parts. Where one is damaged, or bytes stand between two, an error comes in its place, and the next part is looked for
 * by how parts begin. What came of the damaged one before the damage showed was given already, and may be wrong.
 */
export async function* unpackParts(parts: Parts, chunks: Chunks, file: string): AsyncGenerator<Buffer | HearsayError> {
  const reader = new ByteReader(chunks, KEPT)
  /** Where a damaged part began, and what showed it, until a whole one is found behind. */
  let damage: { readonly from: number; readonly reason: string } | undefined
  for (;;) {
    if (damage === undefined && (await isPadding(reader))) return
    const start = damage === undefined ? reader.position : await nextBeginning(parts, reader)
    if (damage !== undefined && start === undefined) {
      yield damagedPart(parts, file, damage, undefined)
      return
    }
    const begin = start ?? reader.position
    try {
      for await (const piece of parts.unpack(reader)) {
        if (damage !== undefined) yield damagedPart(parts, file, damage, begin)
        damage = undefined
        yield piece
      }
      // A part may be empty.
      if (damage !== undefined) yield damagedPart(parts, file, damage, begin)
      damage = undefined
    } catch (error) {
      if (!(error instanceof Damage)) throw error
      if (damage === undefined && reader.position > begin && (await parts.isBeginning(reader))) {
        yield damagedPart(parts, file, { from: begin, reason: error.message }, reader.position)
        continue
      }
      // What looked like a part and was none tells nothing new.
      damage ??= { from: begin, reason: error.message }
      // What shows before anything is taken leaves the reader at the beginning.
      if (reader.position > begin) reader.rewind(begin + 1)
      else reader.skip(1)
    }
  }
}

/** Takes so many bytes. Throws `Damage` where there are fewer. */
export async function taken(reader: ByteReader, count: number): Promise<Buffer> {
  const bytes = await reader.peek(count)
  if (bytes.length < count) throw new Damage('unexpected end of file')
  reader.skip(count)
  return bytes
}

function damagedPart(
  { name }: Parts,
  file: string,
  { from, reason }: { from: number; reason: string },
  to: number | undefined,
): HearsayError {
  const where = to === undefined ? `from byte ${from} to its end` : `from byte ${from} to byte ${to}; went on behind it`
  const message = `expected whole ${name}, got a damaged file: ${reason}, ${where}`
  const error = new HearsayError(`bad-${name}`, message, { file })
  // Several parts of a file may be damaged.
  noteSource(error, { suffix: `#byte${from}` })
  return error
}

/** Whether nothing but zeros comes, as some tools fill up a file. */
async function isPadding(reader: ByteReader): Promise<boolean> {
  const start = reader.position
  for (let bytes = await reader.next(); bytes !== undefined; bytes = await reader.next()) {
    if (bytes.some((byte) => byte !== 0)) {
      reader.rewind(start)
      return false
    }
    reader.skip(bytes.length)
  }
  return true
}

/** Passes over bytes up to where a part may begin; undefined at the end. */
async function nextBeginning(parts: Parts, reader: ByteReader): Promise<number | undefined> {
  for (let bytes = await reader.next(); bytes !== undefined; bytes = await reader.next()) {
    const at = bytes.indexOf(parts.firstByte)
    reader.skip(at < 0 ? bytes.length : at)
    if (at < 0) continue
    if (await parts.isBeginning(reader)) return reader.position
    reader.skip(1)
  }
  return undefined
}
