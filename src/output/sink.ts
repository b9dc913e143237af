import type { DuplicateOf, Record } from '../record/record.js'

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
  /** Opens the marks of articles that nearly repeat others: of databases alone. */
  readonly duplicates?: (target: string, options: Omit<SinkOptions, 'producer'>) => Promise<DuplicateMarks>
}

/** An article by its key everywhere. */
export type ArticleKey = Pick<Record, 'collection' | 'id'>

/**
 * The marks of a database's articles that nearly repeat others. New ones wait until `save` puts them in the place of all that were there, in
 * one transaction. Failures are HearsayErrors `output-not-writable`.
 */
export interface DuplicateMarks {
  /** As the user would name the database, without secrets. */
  readonly name: string
  /** How many articles the database has. */
  count(): Promise<number>
  /** All articles in the order in which they came, each with the texts of its statements that lie in no other. */
  articles(): AsyncIterable<{ readonly article: number; readonly statements: readonly string[] }>
  /** The number of the article with this key, and the SHA-256 of its text. */
  find(key: ArticleKey): Promise<{ readonly article: number; readonly sha256: string } | undefined>
  /** Notes that an article nearly repeats another; the articles by their numbers. */
  mark(article: number, original: number, similarity: number): Promise<void>
  /** Makes what was noted the marks of the database. */
  save(): Promise<void>
  /** The marks that the database has, in order of its articles. */
  all(): AsyncIterable<ArticleKey & { readonly duplicateOf: DuplicateOf }>
  close(): Promise<void>
}

/** How a sink is opened. */
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
