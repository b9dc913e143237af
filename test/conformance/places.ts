import Database from 'libsql'
import { parquetReadObjects } from 'hyparquet'
import { createHash } from 'node:crypto'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { TABLE_NAMES, TABLES, type Column, type TableName } from '../../src/output/database/tables.js'
import type { SinkOptions } from '../../src/output/sink.js'
import type { TestServer } from '../postgres.js'
import { sampleRecord } from '../record/sample.js'

export const PRODUCER = JSON.stringify(sampleRecord().producer)

export type TableRows = { readonly [column: string]: unknown }

/** A place that a sink can write to, and how it is looked at. */
export interface Place {
  /** What a user would name it. */
  readonly address: string
  readonly options: SinkOptions
  /** All that is there, byte for byte or row for row. */
  contents(): Promise<unknown>
  /** The rows of a table, in order of its keys; of files that have tables. */
  rows?(name: TableName): Promise<readonly TableRows[]>
}

export interface PlaceKind {
  readonly name: string
  /** Whether a record with the key of another takes its place. */
  readonly replaces: boolean
  /** A new one, in a folder that is the test's own. */
  place(folder: string): Promise<Place>
}

export const FILES: readonly PlaceKind[] = ['records.jsonl', 'records.jsonl.gz', 'records.csv', 'records.csv.gz'].map(
  (file) => ({
    name: file,
    replaces: false,
    place: (folder) =>
      Promise.resolve({
        address: join(folder, file),
        options: { producer: PRODUCER },
        contents: async () => digest(await readFile(join(folder, file))),
      }),
  }),
)

export const PARQUET: PlaceKind = {
  name: 'parquet',
  replaces: false,
  place: (folder) => {
    const root = join(folder, 'records.parquet')
    const parts = async (name: string) => (await readdir(join(root, name))).sort().map((part) => join(root, name, part))
    return Promise.resolve({
      address: root,
      options: { producer: PRODUCER },
      async contents() {
        const files = await Promise.all((await readdir(root)).sort().map(parts))
        return Promise.all(files.flat().map(async (file) => [file, digest(await readFile(file))]))
      },
      async rows(name) {
        const all: TableRows[] = []
        for (const file of await parts(name)) {
          const bytes = await readFile(file)
          const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer })
          all.push(...rows.map((row) => plainRow(name, row)))
        }
        return all
      },
    })
  },
}

export const SQLITE: PlaceKind = {
  name: 'sqlite',
  replaces: true,
  place: (folder) => {
    const file = join(folder, 'statements.db')
    const query = (sql: string) => {
      const database = new Database(file)
      try {
        return (database.prepare(sql).all() as TableRows[]).map(({ ...row }) => row)
      } finally {
        database.close()
      }
    }
    const rows = (name: TableName) => Promise.resolve(query(selectAll(name)))
    return Promise.resolve({
      address: `sqlite:${file}`,
      options: { producer: PRODUCER },
      contents: () => allTables(rows),
      rows,
    })
  },
}

let schemas = 0

/** A schema of its own on the server for each place. */
export function postgresKind(server: () => TestServer): PlaceKind {
  return {
    name: 'postgres',
    replaces: true,
    place: () => {
      const schema = `Test "${++schemas}"`
      const quoted = `"${schema.replaceAll('"', '""')}"`
      const rows = async (name: TableName) => {
        const found = await server().query(selectAll(name, `${quoted}.`))
        return found.map((row) => plainRow(name, row))
      }
      return Promise.resolve({
        address: 'postgres:',
        options: { producer: PRODUCER, schema, environment: server().environment },
        contents: () => allTables(rows),
        rows,
      })
    },
  }
}

function selectAll(name: TableName, schema = ''): string {
  const { columns, key } = TABLES[name]
  const keys = key.map((column) => `"${column}"`).join(', ')
  const all = Object.keys(columns).map((column) => `"${column}"`)
  return `SELECT ${all.join(', ')} FROM ${schema}"${name}" ORDER BY ${keys}`
}

async function allTables(rows: (name: TableName) => Promise<readonly TableRows[]>): Promise<unknown> {
  const tables: [string, readonly TableRows[]][] = []
  for (const name of TABLE_NAMES) tables.push([name, await rows(name)])
  return Object.fromEntries(tables)
}

/** What stands for bytes, so that a difference is told in few words. */
function digest(bytes: Buffer): string {
  return `${bytes.length} bytes, ${createHash('sha256').update(bytes).digest('hex')}`
}

/** A row as SQLite has it: PostgreSQL gives numbers of 64 bits as text. */
function plainRow(name: TableName, row: TableRows): TableRows {
  const columns: { readonly [column: string]: Column | undefined } = TABLES[name].columns
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      columns[column]?.type === 'key' && value !== null ? Number(value) : plain(value),
    ]),
  )
}

/** A value as SQLite has it: whole numbers as numbers, truth as 0 and 1, lists as JSON. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/** The text of a file of records, unpacked. */
export async function textOf(path: string): Promise<string> {
  await access(path)
  const bytes = await readFile(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}
