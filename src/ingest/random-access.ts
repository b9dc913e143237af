import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HearsayError } from '../record/errors.js'
import { unreadable, type Source } from './bytes.js'
import { whole } from './chunks.js'

/** A file that is read in any order. */
export interface RandomAccess {
  readonly byteLength: number
  /** The bytes from `start` up to `end`. Throws a `RangeError` where they are not all in the file. */
  slice(start: number, end?: number): Promise<ArrayBuffer>
  close(): Promise<void>
}

/**
 * An input as a file to be read in any order: itself where it is one, else a copy on disk that goes when it is closed. Throws
 * `input-unreadable`.
 */
export async function randomAccess({ path, chunks }: Source, name: string): Promise<RandomAccess> {
  if (path === undefined) return copyOf(chunks, name)
  try {
    const file = await open(path)
    return await accessTo(file, () => file.close())
  } catch (error) {
    throw unreadable(name, error)
  }
}

async function copyOf(chunks: Source['chunks'], name: string): Promise<RandomAccess> {
  let folder: string | undefined
  const remove = async (): Promise<void> => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
  try {
    folder = await mkdtemp(join(tmpdir(), 'hearsay-'))
    const file = await open(join(folder, 'input'), 'w+')
    const close = async (): Promise<void> => {
      await file.close()
      await remove()
    }
    try {
      for await (const chunk of whole(chunks)) await file.writeFile(chunk)
      return await accessTo(file, close)
    } catch (error) {
      await file.close()
      throw error
    }
  } catch (error) {
    await remove()
    throw error instanceof Error && 'syscall' in error ? notCopied(name, error) : error
  }
}

function notCopied(file: string, cause: Error): HearsayError {
  const got = 'code' in cause ? String(cause.code) : cause.message
  const message = `expected room for a copy of it in ${tmpdir()}, got ${got}; TMPDIR names another folder`
  return new HearsayError('input-unreadable', message, { file }, { cause })
}

async function accessTo(file: FileHandle, close: () => Promise<void>): Promise<RandomAccess> {
  const { size: byteLength } = await file.stat()
  return {
    byteLength,
    close,
    async slice(start, end = byteLength) {
      if (!(start >= 0 && start <= end && end <= byteLength)) {
        throw new RangeError(`bytes ${start} to ${end} of a file that has ${byteLength}`)
      }
      const bytes = new Uint8Array(end - start)
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at)
        if (bytesRead === 0) throw new RangeError(`bytes ${start} to ${end} of a file that was cut meanwhile`)
        at += bytesRead
      }
      return bytes.buffer
    },
  }
}
