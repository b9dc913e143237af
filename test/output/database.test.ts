import Database from 'libsql'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createExtractor } from '../../src/extract/index.js'
import { CodePoints } from '../../src/output/database/code-points.js'
import { connectionOf } from '../../src/output/database/connection.js'
import { normalisedName } from '../../src/output/database/names.js'
import { migration, type Dialect } from '../../src/output/database/schema.js'
import { TABLES, VIEWS, type Table } from '../../src/output/database/tables.js'
import { withoutSecrets } from '../../src/output/secrets.js'
import { openSink, sinkAddress } from '../../src/output/sinks.js'
import { startPostgres } from '../postgres.js'

const PAGE = readFileSync('docs/database.md', 'utf8')
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url))

const server = await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'hearsay-database-'))
const file = join(folder, 'corpus.db')
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.stop()
})

type Found = { [column: string]: unknown }[]

const DATABASES = [
  { name: 'sqlite', query: (sql: string) => Promise.resolve(new Database(file).prepare(sql).all() as Found) },
  ...(server === null ? [] : [{ name: 'postgres', query: (sql: string) => server.query(sql) }]),
]

describe('the ten questions of docs/database.md', () => {
  beforeAll(async () => {
    const extractor = await createExtractor()
    const producer = JSON.stringify(extractor.producer)
    const addresses = server === null ? [file] : [file, 'postgres:']
    const sinks = await Promise.all(
      addresses.map((address) => openSink(address, null, { producer, environment: server?.environment ?? {} })),
    )
    for (const name of readdirSync(CORPUS).filter((name) => name.endsWith('.txt')).sort()) {
      const text = readFileSync(join(CORPUS, name), 'utf8')
      const record = extractor.extract({ id: name.replace('.txt', ''), collection: 'corpus', text })
      for (const sink of sinks) await sink.write(record, text)
    }
    for (const sink of sinks) await sink.close()
    await server?.query('SET search_path TO hearsay')
  })

  const questions = [...PAGE.matchAll(/^### (\d+\. .*)\n([\s\S]*?)(?=^### |(?![\s\S]))/gm)].map(([, title, section]) => ({
    title,
    queries: [...section.matchAll(/^```sql ?(\w*)\n([\s\S]*?)^```/gm)].map(([, dialect, sql]) => ({ dialect, sql })),
  }))

  it('are ten', () => {
    expect(questions).toHaveLength(10)
  })

  it.each(questions)('$title', async ({ queries }) => {
    const answers = await Promise.all(
      DATABASES.map(async ({ name, query }) => {
        const { sql } = queries.find(({ dialect }) => dialect === '' || dialect === name)!
        return comparable(await query(sql))
      }),
    )
    expect(answers[0].length).toBeGreaterThan(0)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})

/** Rows in an order of ours, since each database sorts text in its own; numbers as numbers, which PostgreSQL gives as text. */
function comparable(rows: Found): string[] {
  return rows
    .map((row) =>
      JSON.stringify(Object.entries(row).map(([, value]) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? Number(value) : value))),
    )
    .sort()
}

describe('docs/database.md', () => {
  const page = PAGE.replace(/ +/g, ' ')

  it.each(Object.entries<Table>(TABLES))('explains every column of %s, and shows what it points at', (name, table) => {
    const section = page.split(`\n### ${name}\n`)[1].split('\n### ')[0]
    expect(section).toContain(table.is)
    const rows = section.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows.map((row) => /^\| `(\w+)` \|/.exec(row)?.[1])).toEqual(Object.keys(table.columns))
    for (const [index, [column, { is, references }]] of Object.entries(table.columns).entries()) {
      expect(rows[index].replaceAll('\\', '')).toContain(`| ${is.replaceAll('\\', '')} |`)
      if (references !== undefined) expect(page).toMatch(new RegExp(`\\n ${references} \\S+ ${name} : ${column}\\n`))
    }
  })

  it.each(Object.entries(VIEWS))('explains the view %s', (name, { is }) => {
    expect(page.replace(/\s+/g, ' ')).toContain(`\`${name}\`: ${is}.`)
  })
})

describe('migration', () => {
  const dialect: Dialect = {
    types: { key: 'INTEGER', integer: 'INTEGER', real: 'REAL', text: 'TEXT', boolean: 'INTEGER', json: 'TEXT' },
    searchIndex: (name) => name,
    textSearch: [],
  }
  const steps = [() => ['to 2'], () => ['to 3, first', 'to 3, second']]

  it('does each step that is missing, in order', () => {
    expect(migration('db', 1, dialect, steps)).toEqual([
      'to 2', 'to 3, first', 'to 3, second', 'UPDATE schema_version SET version = 3',
    ]) // prettier-ignore
    expect(migration('db', 2, dialect, steps).slice(0, -1)).toEqual(['to 3, first', 'to 3, second'])
    expect(migration('db', 3, dialect, steps)).toEqual([])
  })

  it('makes new tables in the newest version', () => {
    const sql = migration('db', null, dialect, steps)
    expect(sql).toContain('INSERT INTO schema_version (version) VALUES (3)')
    expect(sql).not.toContain('to 2')
  })

  it('refuses newer tables', () => {
    expect(() => migration('db', 4, dialect, steps)).toThrow('expected tables of version 3 or before, got version 4')
  })
})

it('code points are counted as a text is spread', () => {
  const text = 'a😀b\ud800c😀😀d'
  const points = new CodePoints(text)
  let offset = 0
  for (const [index, point] of Array.from(text).entries()) {
    expect(points.before(offset)).toBe(index)
    offset += point.length
  }
  expect(points.before(text.length)).toBe(Array.from(text).length)
})

it.each([
  ['Björn O’Neill', "BJORN O'NEILL"],
  ['U.N.', 'UN'],
  ['Anne-Marie  Smith', 'Anne Marie Smith'],
])('the names %s and %s are one', (one, other) => {
  expect(normalisedName(one)).toBe(normalisedName(other))
})

it('a name of signs alone stays', () => {
  expect(normalisedName('???')).toBe('???')
})

describe('an address', () => {
  it.each([
    ['sqlite:a b.db', 'sqlite', 'a b.db', 'sqlite:a b.db'],
    ['out.jsonl.gz', 'jsonl', 'out.jsonl.gz', 'jsonl:out.jsonl.gz'],
    ['out.CSV', 'csv', 'out.CSV', 'csv:out.CSV'],
    ['out.parquet', 'parquet', 'out.parquet', 'parquet:out.parquet'],
    ['statements.db', 'sqlite', 'statements.db', 'sqlite:statements.db'],
    ['C:\\news\\out.sqlite', 'sqlite', 'C:\\news\\out.sqlite', 'sqlite:C:\\news\\out.sqlite'],
    ['postgres:', 'postgres', '', 'postgres:'],
    ['postgres:news', 'postgres', 'news', 'postgres:news'],
    ['postgresql://me:s3cret@db/news?sslmode=require', 'postgres', 'postgresql://me:s3cret@db/news?sslmode=require', 'postgresql://me@db/news'],
  ])('%s', (given, scheme, target, name) => {
    expect(sinkAddress(given)).toEqual({ scheme, target, name })
  })

  it.each(['sqlite:', 'out.xlsx', 'mysql://me:s3cret@db/news', 'out'])('%s is none', (given) => {
    expect(() => sinkAddress(given)).toThrow(/^expected (?!.*s3cret)/)
  })

  it.each([
    'postgres://me:s3cret@host/db', 'postgres://me:s3cret@s3cret@host/db', 'postgres://me:s3cret?s3cret@host/db',
    'postgres://me:s3cret#@host/db', 'postgres://host/db?password=s3cret', 'postgres://me:s3/cret@host/db',
  ])('%s is shown without what is secret', (url) => {
    expect(withoutSecrets(url)).not.toMatch(/s3|cret/)
  }) // prettier-ignore
})

describe('a connection', () => {
  it('is what the URL says, then the environment', () => {
    const environment = { PGUSER: 'env', PGPASSWORD: 'envpass', PGHOST: 'envhost', PGPORT: '1234', PGDATABASE: 'envdb' }
    expect(connectionOf('', environment)).toMatchObject({
      user: 'env', password: 'envpass', host: 'envhost', port: 1234, database: 'envdb',
    }) // prettier-ignore
    expect(connectionOf('postgres://me:p%40ss@[::1]/news', environment)).toMatchObject({
      user: 'me', password: 'p@ss', host: '::1', port: 1234, database: 'news',
    }) // prettier-ignore
    expect(connectionOf('news', environment).database).toBe('news')
  })

  it.each([
    ['disable', [false]],
    ['prefer', [{ rejectUnauthorized: false }, false]],
    ['require', [{ rejectUnauthorized: false }]],
    ['verify-full', [{ rejectUnauthorized: true }]],
  ])('with sslmode=%s is secured as libpq has it', (mode, security) => {
    expect(connectionOf(`postgres://host/db?sslmode=${mode}`, {}).security).toEqual(security)
    expect(connectionOf('', { PGSSLMODE: mode }).security).toEqual(security)
  })

  it.each([
    ['postgres://h/d?sslmode=maybe', 'sslmode to be disable'],
    ['postgres://h/d?sslmode=verify-ca', 'sslrootcert to name a file'],
    ['postgres://me:s3cret@h/d?color=s3cret', 'parameters among'],
    ['postgres://me:s3cret%@h/d', 'a % in a URL'],
    ['postgres://me:s3cret@h:port/d', 'a URL of PostgreSQL'],
  ])('of %s is wrong usage', (target, expected) => {
    expect(() => connectionOf(target, {})).toThrow(expected)
    expect(() => connectionOf(target, {})).not.toThrow('s3cret')
  })
})
