import type { Record } from '../record/record.js'

/**
 * Where the records of a batch go: a file, a folder of parts, a database. All sinks are one of these, and one suite of tests loops over
 * them. Failures are HearsayErrors: `output-not-writable` where a disk or a database does not take what it is given.
 */
export interface Sink {
  /** As the user would name it, without secrets: "sqlite:statements.db". */
  readonly name: string
  /**
   * Takes a record; resolves when the next may come. A record whose key (collection, id) the sink has replaces the one before where the
   * sink can replace, and comes after it where it cannot. `text` is the article's.
   */
  write(record: Record, text?: string): Promise<void>
  /** Makes all that was written durable; resolves with where that ends. */
  checkpoint(): Promise<SinkPosition>
  /** A checkpoint, after which everything stands in its final place. */
  close(): Promise<void>
  /** Gives up without waiting for anything; what came before the last checkpoint stays, and a sink can be opened there again. */
  abandon(): Promise<void>
}

/** Where a sink's last checkpoint lies: what its `open` needs to go on from there, as JSON. */
export type SinkPosition = Readonly<{ [name: string]: string | number }>

/** How a sink is opened: `SINKS` in sinks.ts has one of these for each kind. */
export interface SinkKind {
  /** What stands before the colon in "sqlite:statements.db". */
  readonly scheme: string
  /**
   * @param target What stands behind the colon.
   * @param from A position to go on from: what was written behind it is gone. Null to begin anew, over what is there of an earlier run.
   */
  open(target: string, from: SinkPosition | null, options: SinkOptions): Promise<Sink>
}

export interface SinkOptions {
  /** The producer of the records, as JSON with keys in order: databases note each run. */
  readonly producer: string
  /** The database schema for PostgreSQL; `hearsay` without it. */
  readonly schema?: string
  /** Environment variables, of which PostgreSQL's sink reads those named `PG*`. */
  readonly environment?: Readonly<{ [name: string]: string | undefined }>
}
