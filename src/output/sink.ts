import type { Record } from '../record/record.js'

/**
 * Where the records of a batch go: a file, a folder of parts, a database. All sinks are one of these, and one suite of tests loops over
 * them. Failures are HearsayErrors: `output-not-writable` where a disk or a database does not take what it is given. After one, every
 * further call but `abandon` fails as well, so that nothing half-written is ever made durable.
 */
export interface Sink {
  /** As the user would name it, without secrets: "sqlite:statements.db". */
  readonly name: string
  /**
   * Takes a record; resolves when the next may come. A record whose key (collection, id) the sink has replaces the one before where the
   * sink can replace, and comes after it where it cannot.
   * @param text The article's text as ingested: databases hold places in code points too, and count them in it.
   * @throws HearsayError `bad-record` where the text is not the record's, or the record's parts do not fit each other; the sink goes on
   */
  write(record: Record, text: string): Promise<void>
  /** Makes all that was written durable; resolves with where that ends. */
  checkpoint(): Promise<SinkPosition>
  /** A checkpoint, after which everything stands in its final place. */
  close(): Promise<void>
  /** Gives up; what came before the last checkpoint stays and nothing else does, and a sink can be opened there again. Does not fail. */
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
   * @param from A position to go on from: what was written behind it is gone. Null to begin anew: a file is written over, a database
   * keeps what it has of other articles.
   */
  open(target: string, from: SinkPosition | null, options: SinkOptions): Promise<Sink>
  /** Takes articles out entirely, all or, where it fails, none: of databases alone. */
  readonly remove?: (target: string, ids: readonly string[], options: RemoveOptions) => Promise<readonly Removal[]>
}

export interface SinkOptions {
  /** The producer of the records, as JSON with keys in order: databases note each run. */
  readonly producer: string
  /** The database schema for PostgreSQL; `hearsay` without it. */
  readonly schema?: string
  /** Environment variables, of which PostgreSQL's sink reads those named `PG*`; those of the process without it. */
  readonly environment?: Readonly<{ [name: string]: string | undefined }>
}

export interface RemoveOptions extends Omit<SinkOptions, 'producer'> {
  /** The collection that the articles are of; without it each is taken out of the one that has it. */
  readonly collection?: string
}

/** What became of one id that was to be removed. */
export interface Removal {
  readonly id: string
  /** The collections that have it: none where it was not there, and where there are several, it was left in all of them. */
  readonly collections: readonly string[]
  readonly removed: boolean
}
