import { rmdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../record/errors.js'

/** A folder that nobody has put anything into, for files that belong together. Each method throws `output-not-writable` where it fails. */
export class NewFolder {
  readonly path: string
  /** Whether there was none before. */
  readonly #isMade: boolean
  readonly #written: string[] = []

  private constructor(path: string, isMade: boolean) {
    this.path = path
    this.#isMade = isMade
  }

  /** Makes the folder, or takes an empty one. Throws `usage` where it holds something, which may be somebody's work. */
  static async create(path: string): Promise<NewFolder> {
    return writing(path, async () => {
      const made = await mkdir(path, { recursive: true })
      if ((await readdir(path)).length > 0) {
        throw new HearsayError('usage', 'expected a new or an empty folder to write to, got one that holds files', {
          file: path,
        })
      }
      return new NewFolder(path, made !== undefined)
    })
  }

  /** Writes a file. */
  async write(name: string, content: string): Promise<void> {
    await writing(this.path, () => writeFile(this.#fileOf(name), content, { flag: 'wx' }))
  }

  /** Opens a file to be written bit by bit. */
  async open(name: string): Promise<FileHandle> {
    return writing(this.path, () => open(this.#fileOf(name), 'wx'))
  }

  /** All is written: nothing is discarded any more. */
  keep(): void {
    this.#written.length = 0
  }

  /** Removes what it has written, and the folder where it has made it and nobody else has put anything there. */
  discard(): void {
    for (const file of this.#written.splice(0)) rmSync(file, { force: true })
    if (!this.#isMade) return
    try {
      rmdirSync(this.path)
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(codeOf(error))) throw error
    }
  }

  #fileOf(name: string): string {
    const file = join(this.path, name)
    this.#written.push(file)
    return file
  }
}

/** What `write` gives. Throws `output-not-writable` where it fails. */
export async function writing<T>(folder: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause
    throw new HearsayError(
      'output-not-writable',
      `expected a folder that can be written, got ${codeOf(cause)}`,
      { file: folder },
      { cause },
    )
  }
}

/** The code of an error of the system, else its words. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
