import type { FileHandle } from 'node:fs/promises'

/**
 * Writes all of `bytes`: a system that has little room left may take a part of them and say so.
 * @param place Where they go in the file, or null for a file without places, such as a pipe.
 */
export async function writeAll(file: FileHandle, bytes: Uint8Array, place: number | null): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, place === null ? null : place + done)
    done += bytesWritten
  }
}
