import type { HearsayError } from '../record/errors.js'

/** What an error of an article was made of. It is beside the error, which goes to logs and users, where the text of others is not to go. */
export interface ErrorSource {
  /** Undefined where they were not kept. */
  readonly bytes?: Uint8Array
  /** What tells its place from others in its file, as in a draft. */
  readonly suffix: string
}

const SOURCES = new WeakMap<HearsayError, ErrorSource>()

export function noteSource(error: HearsayError, source: ErrorSource): void {
  SOURCES.set(error, source)
}

/** What could not be read, where it was noted. */
export function sourceOf(error: HearsayError): ErrorSource | undefined {
  return SOURCES.get(error)
}
