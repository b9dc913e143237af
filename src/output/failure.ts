import { HearsayError } from '../record/errors.js'

/** What a disk, a stream or a database said when it did not take what it was given, as an error for the user: `output-not-writable`. */
export function notWritable(name: string, cause: unknown): HearsayError {
  if (cause instanceof HearsayError) return cause
  const got = messageOf(cause)
  return new HearsayError('output-not-writable', `expected a place that can be written, got ${got}`, { file: name }, { cause })
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  // A host of several addresses fails with one error for each, and no words of its own.
  if (cause instanceof AggregateError && cause.message === '') return cause.errors.map(messageOf).join('; ')
  // Node appends the system call and a temporary name, which mean nothing to the user.
  return cause.message.replace(/, [a-z]+( '.*')?$/s, '')
}

/**
 * The first failure of a sink, which every later call tells of again: what came behind it may be half there, and must not be made
 * durable.
 */
export class FirstFailure {
  readonly #name: string
  #error: HearsayError | undefined

  constructor(name: string) {
    this.#name = name
  }

  /** @throws HearsayError the first failure, where there was one */
  check(): void {
    if (this.#error) throw this.#error
  }

  /**
   * Does `work`, unless something failed before. A `bad-record` is no failure of the sink: it is thrown before anything is written.
   * @throws HearsayError
   */
  async guard<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    this.check()
    try {
      return await work()
    } catch (error) {
      if (error instanceof HearsayError && error.code === 'bad-record') throw error
      this.#error = notWritable(this.#name, error)
      throw this.#error
    }
  }
}
