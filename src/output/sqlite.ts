import Database from 'libsql'
import { closeSync, openSync } from 'node:fs'
import { HearsayError } from '../record/errors.js'
import type { Producer, Record } from '../record/record.js'
import { FOUND, SQL, storedArticles, storedMarks } from './database/duplicates.js'
import { digestOf, identityOf, rowsOf, runRow } from './database/rows.js'
import { foreignTables, migration, noTables, quoted, VERSION_TABLE, type Dialect } from './database/schema.js'
import { TABLE_NAMES, TABLES, type Cell, type Row, type TableName } from './database/tables.js'
import { FirstFailure, notWritable } from './failure.js'
import type { ArticleKey, DuplicateMarks, Removal, RemoveOptions, Sink, SinkKind, SinkOptions, SinkPosition } from './sink.js'

/**
 * A database in one file. What is written between two checkpoints is one transaction, so that it always holds whole articles, and those
 * of a checkpoint. A record that it has is left alone, and a changed one takes the place of its article's rows. libsql cuts a text at
 * U+0000 and cannot hold a lone surrogate: U+FFFD stands for both.
 */
export const sqliteSink: SinkKind = {
  scheme: 'sqlite',
  open(target, from, options) {
    return attempt(target, () => SqliteSink.open(target, from, options))
  },
  remove: (target, ids, options) => attempt(target, () => removeArticles(target, ids, options)),
  duplicates: (target) => attempt(target, () => SqliteDuplicates.open(target)),
}

const DIALECT: Dialect = {
  types: { key: 'INTEGER', integer: 'INTEGER', real: 'REAL', text: 'TEXT', boolean: 'INTEGER', json: 'TEXT' },
  searchIndex: (name, table, column) => `CREATE INDEX ${name} ON ${table} (${column})`,
  // It holds no text of its own: `statements` does, and triggers tell it of every change there.
  textSearch: [
    `CREATE VIRTUAL TABLE statements_text
     USING fts5(text, content='statements', content_rowid='statement', tokenize='porter unicode61')`,
    `CREATE TRIGGER statements_text_insert AFTER INSERT ON statements BEGIN
       INSERT INTO statements_text (rowid, text) VALUES (new.statement, new.text);
     END`,
    `CREATE TRIGGER statements_text_delete AFTER DELETE ON statements BEGIN
       INSERT INTO statements_text (statements_text, rowid, text) VALUES ('delete', old.statement, old.text);
     END`,
    `CREATE TRIGGER statements_text_update AFTER UPDATE OF text ON statements BEGIN
       INSERT INTO statements_text (statements_text, rowid, text) VALUES ('delete', old.statement, old.text);
       INSERT INTO statements_text (rowid, text) VALUES (new.statement, new.text);
     END`,
  ],
}

/** How many rows one INSERT takes: a few sizes, so that each is prepared once. */
const CHUNKS = [64, 16, 4, 1] as const

/** How long to wait for another program that writes, in milliseconds. */
const PATIENCE = 60_000

class SqliteSink implements Sink {
  readonly name: string
  readonly #database: Database.Database
  readonly #failure: FirstFailure
  readonly #inserts = new Map<string, Database.Statement>()
  readonly #find: Database.Statement
  readonly #remove: Database.Statement
  readonly #last: Database.Statement
  readonly #marks: Database.Statement
  readonly #runs = new Set<Cell>()
  #isOpen = true

  private constructor(target: string, database: Database.Database) {
    this.name = nameOf(target)
    this.#failure = new FirstFailure(this.name)
    this.#database = database
    this.#find = database.prepare('SELECT article, digest, sha256 FROM articles WHERE identity = ?')
    this.#remove = database.prepare('DELETE FROM articles WHERE article = ?')
    this.#last = database.prepare('SELECT COALESCE(MAX(article), 0) AS article FROM articles')
    this.#marks = database.prepare('SELECT * FROM duplicates WHERE article = ?1 OR original = ?1')
  }

  static open(target: string, from: SinkPosition | null, { producer }: SinkOptions): SqliteSink {
    const database = openDatabase(target, from === null)
    try {
      database.exec('BEGIN IMMEDIATE')
      migrate(nameOf(target), database)
      database.exec('COMMIT')
      const sink = new SqliteSink(target, database)
      const last = sink.#lastArticle()
      if (from !== null && !(typeof from.article === 'number' && from.article <= last)) {
        throw new HearsayError(
          'output-not-writable',
          `expected the database as the run left it, with article ${from.article}; got ${last} as the last: begin the run anew`,
          { file: sink.name },
        )
      }
      sink.#noteRun(runRow(JSON.parse(producer) as Producer))
      return sink
    } catch (error) {
      closeDatabase(database)
      throw error
    }
  }

  write(record: Record, text: string): Promise<void> {
    return this.#failure.guard(() => {
      const found = this.#find.get([identityOf(record)]) as
        | { article: number; digest: string; sha256: string }
        | undefined
      if (found?.digest === digestOf(record)) return
      const rows = rowsOf(record, text, found?.article ?? this.#lastArticle() + 1, ['U+0000', 'a lone surrogate'])
      this.#begin()
      // What was found of a text holds as long as it is the same.
      const marks = found?.sha256 === record.sha256 ? (this.#marks.all([found.article]) as Row<'duplicates'>[]) : []
      if (found) this.#remove.run([found.article])
      for (const run of rows.runs) this.#noteRun(run)
      for (const name of TABLE_NAMES) if (name !== 'runs') this.#insert(name, rows[name])
      this.#insert('duplicates', marks)
    })
  }

  async checkpoint(): Promise<SinkPosition> {
    return this.#failure.guard(() => {
      if (this.#database.inTransaction) this.#database.exec('COMMIT')
      return { article: this.#lastArticle() }
    })
  }

  async close(): Promise<void> {
    await this.checkpoint()
    await this.#failure.guard(() => {
      // One file again, without a log beside it.
      this.#database.pragma('wal_checkpoint(TRUNCATE)')
      this.#isOpen = false
      this.#database.close()
    })
  }

  abandon(): Promise<void> {
    if (this.#isOpen) closeDatabase(this.#database)
    this.#isOpen = false
    return Promise.resolve()
  }

  #begin(): void {
    if (!this.#database.inTransaction) this.#database.exec('BEGIN IMMEDIATE')
  }

  #lastArticle(): number {
    return (this.#last.get() as { article: number }).article
  }

  #noteRun(row: Row<'runs'>): void {
    if (this.#runs.has(row.run)) return
    this.#runs.add(row.run)
    this.#insert('runs', [row], 'OR IGNORE')
  }

  #insert<Name extends TableName>(name: Name, rows: readonly Row<Name>[], or = ''): void {
    const columns = Object.keys(TABLES[name].columns) as (keyof Row<Name>)[]
    for (let start = 0; start < rows.length; ) {
      const size = CHUNKS.find((chunk) => chunk <= rows.length - start) ?? 1
      const values: (string | number | null)[] = []
      for (const row of rows.slice(start, start + size)) for (const column of columns) values.push(valueOf(row[column]))
      this.#statementFor(name, size, or).run(values)
      start += size
    }
  }

  #statementFor(name: TableName, size: number, or: string): Database.Statement {
    const id = `${name} ${size} ${or}`
    const known = this.#inserts.get(id)
    if (known) return known
    const columns = Object.keys(TABLES[name].columns)
    const row = `(${columns.map(() => '?').join(', ')})`
    const statement = this.#database.prepare(
      `INSERT ${or} INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES ${Array(size).fill(row).join(', ')}`,
    )
    this.#inserts.set(id, statement)
    return statement
  }
}

/** libsql takes neither booleans nor objects: it would end the process. */
function valueOf(cell: Cell): string | number | null {
  if (typeof cell === 'boolean') return Number(cell)
  return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell
}

/** Opens the file, and makes it where it is not there and `mayCreate` says so. */
function openDatabase(target: string, mayCreate: boolean): Database.Database {
  // What libsql says of a file that it cannot open is of no use to anybody; the system's own words are.
  closeSync(openSync(target, mayCreate ? 'a' : 'r+'))
  const database = new Database(target)
  database.pragma(`busy_timeout = ${PATIENCE}`)
  database.pragma('journal_mode = WAL')
  // A checkpoint is to stand also when the power fails.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return database
}

function closeDatabase(database: Database.Database): void {
  try {
    if (database.inTransaction) database.exec('ROLLBACK')
  } catch {
    // What is not committed is gone with the connection, or when the file is opened next.
  } finally {
    database.close()
  }
}

/** Brings the tables to the version of this program, within a transaction, since another program may have been first. */
function migrate(name: string, database: Database.Database): void {
  const version = versionIn(database)
  if (version === null) {
    const tables = database.prepare('SELECT name FROM sqlite_master').all() as { name: string }[]
    const foreign = tables.find((table) => Object.hasOwn(TABLES, table.name))
    if (foreign) throw foreignTables(name, foreign.name)
  }
  for (const step of migration(name, version, DIALECT)) database.exec(step)
}

function versionIn(database: Database.Database): number | null {
  const table = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?`).get([VERSION_TABLE])
  if (table === undefined) return null
  return (database.prepare(`SELECT version FROM ${VERSION_TABLE}`).get() as { version: number }).version
}

class SqliteDuplicates implements DuplicateMarks {
  readonly name: string
  readonly #database: Database.Database
  readonly #failure: FirstFailure
  readonly #find: Database.Statement
  readonly #mark: Database.Statement

  private constructor(target: string, database: Database.Database) {
    this.name = nameOf(target)
    this.#database = database
    this.#failure = new FirstFailure(this.name)
    this.#find = database.prepare(numbered(SQL.find))
    this.#mark = database.prepare(`INSERT INTO ${FOUND} VALUES (?, ?, ?)`)
  }

  static open(target: string): SqliteDuplicates {
    const database = openDatabase(target, false)
    try {
      database.exec('BEGIN IMMEDIATE')
      if (versionIn(database) === null) throw noTables(nameOf(target))
      migrate(nameOf(target), database)
      database.exec('COMMIT')
      database.exec(SQL.create)
      return new SqliteDuplicates(target, database)
    } catch (error) {
      closeDatabase(database)
      throw error
    }
  }

  count(): Promise<number> {
    return this.#failure.guard(() => (this.#database.prepare(SQL.count).get() as { articles: number }).articles)
  }

  articles() {
    return storedArticles(this.#pages(SQL.page))
  }

  find(key: ArticleKey) {
    return this.#failure.guard(() => this.#find.get([identityOf(key)]) as { article: number; sha256: string } | undefined)
  }

  mark(article: number, original: number, similarity: number): Promise<void> {
    return this.#failure.guard(() => void this.#mark.run([article, original, similarity]))
  }

  save(): Promise<void> {
    return this.#failure.guard(() => {
      this.#database.exec('BEGIN IMMEDIATE')
      for (const step of SQL.save) this.#database.exec(step)
      this.#database.exec('COMMIT')
      this.#database.pragma('wal_checkpoint(TRUNCATE)')
    })
  }

  all() {
    return storedMarks(this.#pages(SQL.all))
  }

  close(): Promise<void> {
    closeDatabase(this.#database)
    return Promise.resolve()
  }

  #pages(sql: string) {
    const page = this.#database.prepare(numbered(sql))
    return (behind: number) => this.#failure.guard(() => page.all([behind]) as { [column: string]: unknown }[])
  }
}

/** SQL as SQLite numbers what is given to it. */
function numbered(sql: string): string {
  return sql.replace(/\$(?=\d)/g, '?')
}

function removeArticles(target: string, ids: readonly string[], { collection }: RemoveOptions): readonly Removal[] {
  const database = openDatabase(target, false)
  try {
    // What is removed is overwritten, in the tables and in the search.
    database.pragma('secure_delete = ON')
    database.exec('BEGIN IMMEDIATE')
    if (versionIn(database) === null) throw noTables(nameOf(target))
    migrate(nameOf(target), database)
    const find = database.prepare('SELECT collection, article FROM articles WHERE id = ? ORDER BY collection')
    const remove = database.prepare('DELETE FROM articles WHERE article = ?')
    database.exec(`INSERT INTO statements_text (statements_text, rank) VALUES ('secure-delete', 1)`)
    const removals = ids.map((id) => {
      const all = find.all([id]) as { collection: string; article: number }[]
      const found = all.filter((row) => collection === undefined || row.collection === collection)
      if (found.length === 1) remove.run([found[0].article])
      return { id, collections: found.map((row) => row.collection), removed: found.length === 1 }
    })
    database.exec(`INSERT INTO statements_text (statements_text, rank) VALUES ('secure-delete', 0)`)
    database.exec('COMMIT')
    database.pragma('wal_checkpoint(TRUNCATE)')
    return removals
  } finally {
    closeDatabase(database)
  }
}

function nameOf(target: string): string {
  return `sqlite:${target}`
}

function attempt<Result>(target: string, work: () => Result): Promise<Result> {
  try {
    return Promise.resolve(work())
  } catch (error) {
    return Promise.reject(notWritable(nameOf(target), error))
  }
}
