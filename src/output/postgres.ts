import pg from 'pg'
import copyStreams from 'pg-copy-streams'
import { pipeline } from 'node:stream/promises'
import { HearsayError } from '../record/errors.js'
import type { Producer, Record } from '../record/record.js'
import { connectionOf, type Connection } from './database/connection.js'
import { FOUND, PAGE, SQL, storedArticles, storedMarks } from './database/duplicates.js'
import { identityOf, rowsOf, runRow } from './database/rows.js'
import { foreignTables, migration, noTables, quoted, VERSION_TABLE, type Dialect } from './database/schema.js'
import { PARTS, TABLE_NAMES, TABLES, type Cell, type Table, type TableName } from './database/tables.js'
import { FirstFailure, notWritable } from './failure.js'
import { sinkName } from './secrets.js'
import type { ArticleKey, DuplicateMarks, Removal, RemoveOptions, Sink, SinkKind, SinkOptions, SinkPosition } from './sink.js'

/**
 * A schema of a PostgreSQL database. Rows are copied into temporary tables, and a checkpoint merges those into the tables in one
 * transaction, so that these always hold whole articles, and those of a checkpoint. A record that is there is left alone, and a changed one takes
 * the place of its article's rows. A text holds neither U+0000 nor lone surrogates: U+FFFD stands for both.
 */
export const postgresSink: SinkKind = {
  scheme: 'postgres',
  open(target, from, options) {
    return attempt(target, () => PostgresSink.open(target, from, options))
  },
  remove: (target, ids, options) => attempt(target, () => removeArticles(target, ids, options)),
  duplicates: (target, options) => attempt(target, () => PostgresDuplicates.open(target, options)),
}

const DIALECT: Dialect = {
  types: {
    key: 'bigint', integer: 'integer', real: 'double precision', text: 'text', boolean: 'boolean', json: 'jsonb',
  }, // prettier-ignore
  // A tree cannot hold a text of more than a third of a page; a hash can.
  searchIndex: (name, table, column) => `CREATE INDEX ${name} ON ${table} USING hash (${column})`,
  textSearch: [
    // A vector holds 1 MiB at most; what is not searched is found by nobody, what is too long would stop the batch.
    `ALTER TABLE statements ADD COLUMN search tsvector
     GENERATED ALWAYS AS (to_tsvector('english', left(text, 100000))) STORED`,
    'CREATE INDEX statements_by_search ON statements USING gin (search)',
  ],
  comment: (kind, name, text) => `COMMENT ON ${kind} ${name} IS ${pg.escapeLiteral(text)}`,
  columnComment: (table, name, text) => `COMMENT ON COLUMN ${table}.${name} IS ${pg.escapeLiteral(text)}`,
}

const DEFAULT_SCHEMA = 'hearsay'

/** How many characters of rows wait here before they are copied. */
const MOST_WAITING = 4 * 1024 * 1024

class PostgresSink implements Sink {
  readonly name: string
  readonly #session: Session
  readonly #failure: FirstFailure
  readonly #merge: readonly string[]
  /** Lines of COPY that wait, by table. */
  readonly #waiting = new Map<TableName, string[]>()
  #size = 0
  /** How many articles were staged since the last checkpoint. Until it has its key, an article is known by its place among them. */
  #staged = 0

  private constructor(name: string, session: Session) {
    this.name = name
    this.#session = session
    this.#failure = new FirstFailure(name)
    this.#merge = mergeSql()
  }

  static async open(target: string, from: SinkPosition | null, options: SinkOptions): Promise<PostgresSink> {
    const name = nameOf(target)
    const session = await Session.open(target, options)
    try {
      await session.transaction(async () => {
        await session.migrate(true)
        const { run, hearsay, models, options: hash } = runRow(JSON.parse(options.producer) as Producer)
        await session.query('INSERT INTO runs (run, hearsay, models, options) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
          run, hearsay, JSON.stringify(models), hash,
        ]) // prettier-ignore
      })
      for (const statement of stagingSql()) await session.query(statement)
      const last = await session.lastArticle()
      if (from !== null && !(typeof from.article === 'number' && from.article <= last)) {
        throw new HearsayError(
          'output-not-writable',
          `expected the database as the run left it, with article ${from.article}; got ${last} as the last: begin the run anew`,
          { file: name },
        )
      }
      return new PostgresSink(name, session)
    } catch (error) {
      await session.end()
      throw error
    }
  }

  write(record: Record, text: string): Promise<void> {
    return this.#failure.guard(async () => {
      this.#session.check()
      const rows = rowsOf(record, text, this.#staged + 1, ['U+0000', 'a lone surrogate'])
      this.#staged++
      for (const name of TABLE_NAMES) {
        const columns = Object.keys(TABLES[name].columns)
        const lines = (rows[name] as readonly { readonly [column: string]: Cell }[]).map(
          (row) => `${columns.map((column) => copied(row[column])).join('\t')}\n`,
        )
        if (lines.length === 0) continue
        const text = lines.join('')
        this.#size += text.length
        const waiting = this.#waiting.get(name)
        if (waiting) waiting.push(text)
        else this.#waiting.set(name, [text])
      }
      if (this.#size > MOST_WAITING) await this.#copy()
    })
  }

  checkpoint(): Promise<SinkPosition> {
    return this.#failure.guard(async () => {
      await this.#copy()
      if (this.#staged > 0) {
        await this.#session.transaction(async () => {
          await this.#session.lock()
          for (const statement of this.#merge) await this.#session.query(statement)
        })
      }
      this.#staged = 0
      return { article: await this.#session.lastArticle() }
    })
  }

  async close(): Promise<void> {
    await this.checkpoint()
    await this.#failure.guard(() => this.#session.end())
  }

  abandon(): Promise<void> {
    return this.#session.end()
  }

  async #copy(): Promise<void> {
    for (const [name, lines] of this.#waiting) await this.#session.copy(name, lines)
    this.#waiting.clear()
    this.#size = 0
  }
}

/** A cell as COPY reads it. */
function copied(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 't' : 'f'
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ESCAPES[character]) : text
}

const SPECIAL = /[\\\n\r\t]/
const SPECIALS = /[\\\n\r\t]/g
const ESCAPES: { readonly [character: string]: string } = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function staged(name: TableName): string {
  return `pg_temp.${quoted(`staged_${name}`)}`
}

function columnsOf(name: TableName): string {
  return Object.keys(TABLES[name].columns).map(quoted).join(', ')
}

/** Tables that only this session sees and that go with it: one of each kind, and one that gives each place its article. */
function stagingSql(): string[] {
  return [
    ...TABLE_NAMES.map((name) => `CREATE TEMPORARY TABLE ${quoted(`staged_${name}`)} (LIKE ${quoted(name)})`),
    'CREATE TEMPORARY TABLE staged_places (place bigint PRIMARY KEY, article bigint NOT NULL)',
  ]
}

/** What a checkpoint does with the staged rows. */
function mergeSql(): string[] {
  const merged = TABLE_NAMES.filter((name) => name !== 'runs' && name !== 'duplicates')
  const unchanged = (article: string) => `NOT EXISTS (
    SELECT 1 FROM pg_temp.staged_places placed
    JOIN ${staged('articles')} one ON one.article = placed.place JOIN articles there ON there.article = placed.article
    WHERE placed.article = ${article} AND there.sha256 <> one.sha256)`
  return [
    `INSERT INTO runs (${columnsOf('runs')}) SELECT DISTINCT ON (run) ${columnsOf('runs')} FROM ${staged('runs')} ON CONFLICT DO NOTHING`,
    // Of an article that came twice, the later one counts.
    `DELETE FROM ${staged('articles')} one USING ${staged('articles')} other
     WHERE one.identity = other.identity AND one.article < other.article`,
    // An article keeps its key; a new one gets the next; one that is there as it is gets none, and is left alone.
    `INSERT INTO pg_temp.staged_places (place, article)
     SELECT one.article, COALESCE(there.article,
       (SELECT COALESCE(MAX(article), 0) FROM articles)
       + row_number() OVER (PARTITION BY there.article IS NULL ORDER BY one.article))
     FROM ${staged('articles')} one LEFT JOIN articles there ON there.identity = one.identity
     WHERE there.digest IS DISTINCT FROM one.digest`,
    // What was found of a text holds as long as it is the same.
    `INSERT INTO ${staged('duplicates')} (${columnsOf('duplicates')})
     SELECT found.article, found.original, found.similarity FROM (
       SELECT d.* FROM pg_temp.staged_places placed JOIN duplicates d ON d.article = placed.article
       UNION SELECT d.* FROM pg_temp.staged_places placed JOIN duplicates d ON d.original = placed.article
     ) found WHERE ${unchanged('found.article')} AND ${unchanged('found.original')}`,
    'DELETE FROM articles USING pg_temp.staged_places placed WHERE articles.article = placed.article',
    ...merged.map((name) => {
      const { columns, key }: Table = TABLES[name]
      const values = Object.entries(columns).map(([column, { type }]) => {
        if (column === 'article') return 'placed.article'
        const value = `one.${quoted(column)}`
        return type === 'key' ? `placed.article * ${PARTS} + ${value} % ${PARTS}` : value
      })
      const first = `one.${quoted(key[0])}`
      const place = key[0] === 'article' ? first : `${first} / ${PARTS}`
      return `INSERT INTO ${quoted(name)} (${columnsOf(name)}) SELECT ${values.join(', ')}
        FROM ${staged(name)} one JOIN pg_temp.staged_places placed ON placed.place = ${place}`
    }),
    `INSERT INTO duplicates (${columnsOf('duplicates')}) SELECT ${columnsOf('duplicates')} FROM ${staged('duplicates')}`,
    `TRUNCATE ${[...TABLE_NAMES.map(staged), 'pg_temp.staged_places'].join(', ')}`,
  ]
}

/** A connection whose names are those of our schema. */
class Session {
  readonly #name: string
  readonly #schema: string
  readonly #client: pg.Client
  #lost: Error | undefined
  #isEnded = false

  private constructor(name: string, schema: string, client: pg.Client) {
    this.#name = name
    this.#schema = schema
    this.#client = client
    // Without a listener a connection that breaks while nothing is asked ends the process.
    client.on('error', (error) => (this.#lost ??= error))
  }

  static async open(target: string, options: Pick<SinkOptions, 'schema' | 'environment'>): Promise<Session> {
    const { schema = DEFAULT_SCHEMA, environment = process.env } = options
    if (!/^[^\0]+$/.test(schema) || Buffer.byteLength(schema) > 63 || schema.startsWith('pg_')) {
      throw new HearsayError('usage', `expected a name of at most 63 bytes for the schema, not one of the system's; got ${schema}`)
    }
    const client = await connected(connectionOf(target, environment))
    const session = new Session(nameOf(target), schema, client)
    try {
      await session.query(`SET search_path TO ${quoted(schema)}`)
      return session
    } catch (error) {
      await session.end()
      throw error
    }
  }

  /** @throws Error where the connection is lost */
  check(): void {
    if (this.#lost) throw this.#lost
  }

  async query(sql: string, values: readonly unknown[] = []): Promise<readonly { readonly [column: string]: unknown }[]> {
    const { rows } = await this.#client.query<{ [column: string]: unknown }>(sql, [...values])
    return rows
  }

  /** Does `work` as one transaction: all of it or, where it fails, nothing. */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.query('BEGIN')
    try {
      const result = await work()
      await this.query('COMMIT')
      return result
    } catch (error) {
      // With a lost connection the server takes it back by itself.
      if (!this.#lost) await this.query('ROLLBACK').catch(() => undefined)
      throw error
    }
  }

  /** Of all writers of the schema one goes on until its transaction ends: they would give the same keys. */
  async lock(): Promise<void> {
    await this.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hearsay ${this.#schema}`])
  }

  /** Brings the tables to the version of this program, within a transaction. @throws HearsayError where they are of a newer one */
  async migrate(mayCreate: boolean): Promise<void> {
    await this.lock()
    const tables = (
      await this.query('SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = $1', [this.#schema])
    ).map(({ tablename }) => String(tablename))
    const isOurs = tables.includes(VERSION_TABLE)
    if (!isOurs && !mayCreate) throw noTables(this.#name)
    const foreign = isOurs ? undefined : tables.find((table) => Object.hasOwn(TABLES, table))
    if (foreign !== undefined) throw foreignTables(this.#name, foreign)
    // Whoever may write to a schema need not be allowed to make one.
    const schemas = await this.query('SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1', [this.#schema])
    if (schemas.length === 0) await this.query(`CREATE SCHEMA ${quoted(this.#schema)}`)
    const versions = isOurs ? await this.query(`SELECT version FROM ${VERSION_TABLE}`) : []
    const steps = migration(this.#name, isOurs ? Number(versions[0].version) : null, DIALECT)
    for (const step of steps) await this.query(step)
  }

  async lastArticle(): Promise<number> {
    const [row] = await this.query('SELECT COALESCE(MAX(article), 0) AS article FROM articles')
    return Number(row.article)
  }

  async copy(name: TableName, lines: readonly string[]): Promise<void> {
    this.check()
    const stream = this.#client.query(copyStreams.from(`COPY ${staged(name)} (${columnsOf(name)}) FROM STDIN`))
    await pipeline(lines.map((line) => Buffer.from(line)), stream)
  }

  /** Ends the session; what it has not committed is gone. */
  async end(): Promise<void> {
    if (this.#isEnded) return
    this.#isEnded = true
    if (!this.#lost) await this.#client.end()
  }
}

/** Tries each way of securing the connection, where the one before is not what the server wants. */
async function connected({ security, ...config }: Connection): Promise<pg.Client> {
  for (const [index, ssl] of security.entries()) {
    const client = new pg.Client({ ...config, ssl, keepAlive: true })
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if (index === security.length - 1 || !wantsOther(error)) throw error
    }
  }
  throw new Error('expected a way to connect, got none')
}

function wantsOther(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // The server's own code for a connection that its rules do not let in.
  return /does not support SSL/.test(error.message) || ('code' in error && error.code === '28000')
}

class PostgresDuplicates implements DuplicateMarks {
  readonly name: string
  readonly #session: Session
  readonly #failure: FirstFailure
  /** Marks that are not with the server yet, as columns. */
  #waiting: [articles: number[], originals: number[], similarities: number[]] = [[], [], []]

  private constructor(target: string, session: Session) {
    this.name = nameOf(target)
    this.#session = session
    this.#failure = new FirstFailure(this.name)
  }

  static async open(target: string, options: Omit<SinkOptions, 'producer'>): Promise<PostgresDuplicates> {
    const session = await Session.open(target, options)
    try {
      await session.transaction(() => session.migrate(false))
      await session.query(SQL.create)
      return new PostgresDuplicates(target, session)
    } catch (error) {
      await session.end()
      throw error
    }
  }

  async count(): Promise<number> {
    const [row] = await this.#query(SQL.count, [])
    return Number(row.articles)
  }

  articles() {
    return storedArticles((behind) => this.#query(SQL.page, [behind]))
  }

  async find(key: ArticleKey) {
    const rows = await this.#query(SQL.find, [identityOf(key)])
    return rows.map(({ article, sha256 }) => ({ article: Number(article), sha256: String(sha256) })).at(0)
  }

  async mark(...cells: [article: number, original: number, similarity: number]): Promise<void> {
    for (const [column, cell] of cells.entries()) this.#waiting[column].push(cell)
    if (this.#waiting[0].length >= PAGE) await this.#flush()
  }

  async save(): Promise<void> {
    await this.#flush()
    await this.#failure.guard(() =>
      this.#session.transaction(async () => {
        await this.#session.lock()
        for (const step of SQL.save) await this.#session.query(step)
      }),
    )
  }

  all() {
    return storedMarks((behind) => this.#query(SQL.all, [behind]))
  }

  close(): Promise<void> {
    return this.#session.end()
  }

  async #flush(): Promise<void> {
    await this.#query(`INSERT INTO ${FOUND} SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::double precision[])`, this.#waiting)
    this.#waiting = [[], [], []]
  }

  #query(sql: string, values: readonly unknown[]) {
    return this.#failure.guard(() => this.#session.query(sql, values))
  }
}

async function removeArticles(target: string, ids: readonly string[], options: RemoveOptions): Promise<readonly Removal[]> {
  const { collection } = options
  const session = await Session.open(target, options)
  try {
    return await session.transaction(async () => {
      await session.migrate(false)
      const removals: Removal[] = []
      for (const id of ids) {
        const all = await session.query('SELECT collection, article FROM articles WHERE id = $1 ORDER BY collection', [id])
        const found = all.filter((row) => collection === undefined || row.collection === collection)
        if (found.length === 1) await session.query('DELETE FROM articles WHERE article = $1', [found[0].article])
        removals.push({ id, collections: found.map((row) => String(row.collection)), removed: found.length === 1 })
      }
      return removals
    })
  } finally {
    await session.end()
  }
}

function nameOf(target: string): string {
  return sinkName('postgres', target)
}

async function attempt<Result>(target: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw notWritable(nameOf(target), error)
  }
}
