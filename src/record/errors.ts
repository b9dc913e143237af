/** Every error that a user can meet, by code. A message says what was expected, what came, where, and what to do. */
export type ErrorCode =
  | 'usage'
  | 'input-not-found'
  | 'input-unreadable'
  | 'not-text'
  | 'too-large'
  | 'bad-json'
  | 'no-text-field'
  | 'bad-field'
  | 'bad-gzip'
  | 'bad-zstd'
  | 'bad-csv'
  | 'bad-parquet'
  | 'bad-warc'
  | 'bad-html'
  | 'no-main-text'
  | 'duplicate-id'
  | 'output-not-writable'
  | 'bad-record'
  | 'bad-model'
  | 'no-data'
  | 'extraction-failed'
  | 'timed-out'
  | 'out-of-memory'
  | 'worker-died'
  | 'bad-journal'
  | 'bad-annotation'

/** Errors of an input as a whole, not of an article in it. */
export const INPUT_ERRORS: ReadonlySet<ErrorCode> = new Set(['usage', 'input-not-found', 'input-unreadable'])

/** Where an error lies: whatever of it is known. */
export interface ErrorPlace {
  /** Path or name of the input, as the user wrote it. */
  readonly file?: string
  /** Counts from 1. */
  readonly line?: number
  /** Id of the article. */
  readonly id?: string
}

/** An error with a code, for a user to act on. `message` is one line and does not repeat the place. */
export class HearsayError extends Error {
  /** Always `HearsayError`. */
  override readonly name = 'HearsayError'
  /** What kind of error it is, for programs. */
  readonly code: ErrorCode
  /** Where it lies. */
  readonly place: ErrorPlace

  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.place = place
  }

  /** One line for a terminal: place, message, code. */
  toLine(): string {
    const { file, line, id } = this.place
    const where = [file === undefined ? undefined : line === undefined ? file : `${file}:${line}`, id].filter(
      (part) => part !== undefined,
    )
    return `${where.length > 0 ? `${where.join(' ')}: ` : ''}${this.message} [${this.code}]`
  }
}
