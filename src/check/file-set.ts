import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'

/** Files, whatever name each is called by. */
export class FileSet {
  readonly #paths: ReadonlySet<string>

  constructor(files: readonly string[]) {
    this.#paths = new Set(files.map(realPathOf))
  }

  /** How many files there are. */
  get size(): number {
    return this.#paths.size
  }

  /** Whether a file is among them, by whatever name. */
  has(file: string): boolean {
    return this.#paths.has(realPathOf(file))
  }
}

/** A file's path without links, so that two names of it are one. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolve(file) // Whoever reads it will tell that it is not there.
  }
}
