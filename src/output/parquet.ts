import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HearsayError } from '../record/errors.js'
import type { Record } from '../record/record.js'
import { rowsOf } from './database/rows.js'
import { TABLE_NAMES, TABLES, type Cell, type ColumnType, type Rows, type TableName } from './database/tables.js'
import { FirstFailure, notWritable } from './failure.js'
import type { Sink, SinkKind, SinkPosition } from './sink.js'

/**
 * A folder with a folder for each table of docs/database.md, in parts that DuckDB, Spark or pandas read as one: `statements/*.parquet`.
 * A checkpoint closes a part, which appears under its name when it is complete. Nothing in a part can be replaced, so a record that comes again stands
 * there twice, the later one with the higher number of its article. UTF-8 holds no lone surrogates: U+FFFD stands for them.
 */
export const parquetSink: SinkKind = {
  scheme: 'parquet',
  async open(target, from) {
    const name = `parquet:${target}`
    try {
      return await ParquetSink.open(name, target, from)
    } catch (error) {
      throw notWritable(name, error)
    }
  },
}

/** Runs are told with each article instead: a part that says what was said of a run before would differ after a stop. */
type Dataset = Exclude<TableName, 'runs'>
const DATASETS = TABLE_NAMES.filter((name): name is Dataset => name !== 'runs')

type Cells = { readonly [column: string]: Cell }

/** What a reader of one table alone asks for, of the table that it points at. */
const BESIDE: { readonly [Name in Dataset]?: { readonly [column: string]: ColumnType } } = {
  articles: { hearsay: 'text', models: 'json', options: 'text' },
  statements: { collection: 'text', article_id: 'text', title: 'text', publisher: 'text', published: 'text', uri: 'text' },
}

/** How many characters of articles a part holds at most, beside the last article. Their rows wait in memory, which take some twenty bytes for each. */
const MOST_WAITING = 8 * 1024 * 1024

const PART = /^part-(\d{8})\.parquet$/
const TEMPORARY = /^\.part-\d{8}\.parquet\.tmp$/

class ParquetSink implements Sink {
  readonly name: string
  readonly #folder: string
  readonly #failure: FirstFailure
  /** Parts and articles that are complete. */
  #parts: number
  #articles: number
  /** The same at the last checkpoint. */
  #durable: { readonly parts: number; readonly articles: number }
  readonly #waiting = new Map<Dataset, WaitingTable>()
  #size = 0

  private constructor(name: string, folder: string, parts: number, articles: number) {
    this.name = name
    this.#folder = folder
    this.#failure = new FirstFailure(name)
    this.#parts = parts
    this.#articles = articles
    this.#durable = { parts, articles }
  }

  static async open(name: string, folder: string, from: SinkPosition | null): Promise<ParquetSink> {
    const { parts, articles } = from ?? { parts: 0, articles: 0 }
    if (typeof parts !== 'number' || typeof articles !== 'number') throw lost(name, parts)
    for (const dataset of DATASETS) await mkdir(join(folder, dataset), { recursive: true })
    if (parts > 0 && (await newestPart(folder)) < parts) throw lost(name, parts)
    await removeAfter(folder, parts)
    return new ParquetSink(name, folder, parts, articles)
  }

  write(record: Record, text: string): Promise<void> {
    return this.#failure.guard(async () => {
      const rows = rowsOf(record, text, this.#articles + 1, ['a lone surrogate'])
      this.#articles++
      const beside = besideOf(rows)
      for (const name of DATASETS) {
        if (rows[name].length === 0) continue
        const waiting = this.#waiting.get(name) ?? new WaitingTable(name)
        this.#waiting.set(name, waiting)
        waiting.add(rows[name], beside)
      }
      this.#size += text.length
      if (this.#size > MOST_WAITING) await this.#writePart()
    })
  }

  checkpoint(): Promise<SinkPosition> {
    return this.#failure.guard(async () => {
      if (this.#waiting.size > 0) await this.#writePart()
      this.#durable = { parts: this.#parts, articles: this.#articles }
      return this.#durable
    })
  }

  async close(): Promise<void> {
    await this.checkpoint()
  }

  async abandon(): Promise<void> {
    this.#waiting.clear()
    try {
      await removeAfter(this.#folder, this.#durable.parts)
    } catch {
      // Whoever opens it at the position removes them.
    }
  }

  async #writePart(): Promise<void> {
    this.#parts++
    for (const name of DATASETS) {
      const waiting = this.#waiting.get(name)
      if (waiting) await writeDurably(join(this.#folder, name), partName(this.#parts), waiting.toParquet())
    }
    this.#waiting.clear()
    this.#size = 0
  }
}

function partName(part: number): string {
  return `part-${String(part).padStart(8, '0')}.parquet`
}

/** What stands beside the rows of a table, by the columns of `BESIDE`. */
function besideOf({ runs, articles }: Rows): Cells {
  const [{ hearsay, models, options }] = runs
  const [{ collection, id, title, publisher, published, uri }] = articles
  return { hearsay, models, options, collection, article_id: id, title, publisher, published, uri }
}

type Value = string | number | bigint | boolean | null

/** Rows of one table, kept by column as they will be written: as objects they would take several times the memory. */
class WaitingTable {
  readonly #columns: readonly {
    readonly name: string
    readonly type: ColumnType
    readonly nullable: boolean
    readonly isBeside: boolean
    readonly values: Value[]
  }[]

  constructor(name: Dataset) {
    this.#columns = [
      ...Object.entries(TABLES[name].columns).map(([column, { type, nullable }]) => ({ name: column, type, nullable, isBeside: false, values: [] })),
      ...Object.entries(BESIDE[name] ?? {}).map(([column, type]) => ({ name: column, type, nullable: true, isBeside: true, values: [] })),
    ] // prettier-ignore
  }

  add(rows: readonly Cells[], beside: Cells): void {
    for (const { name, type, isBeside, values } of this.#columns)
      for (const row of rows) values.push(valueOf((isBeside ? beside : row)[name] ?? null, type))
  }

  toParquet(): Uint8Array {
    const columnData: ColumnSource[] = this.#columns.map(({ name, type, nullable, values }) => ({
      name,
      data: values,
      type: TYPES[type],
      nullable,
    }))
    return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'hearsay' }))
  }
}

const TYPES = {
  key: 'INT64',
  integer: 'INT32',
  real: 'DOUBLE',
  text: 'STRING',
  boolean: 'BOOLEAN',
  json: 'STRING',
} as const satisfies { readonly [Type in ColumnType]: ColumnSource['type'] }

function valueOf(cell: Cell, type: ColumnType): Value {
  if (cell === null) return null
  if (type === 'key') return BigInt(cell as number)
  return typeof cell === 'object' ? JSON.stringify(cell) : cell
}

/** The file appears under its name when all of it is on the disk. */
async function writeDurably(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${name}.tmp`)
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, join(folder, name))
  await syncFolder(folder)
}

/** A renaming is durable when its folder is; Windows does not open folders, and needs none of it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function newestPart(folder: string): Promise<number> {
  const names = await readdir(join(folder, 'articles'))
  return Math.max(0, ...names.map((name) => Number(PART.exec(name)?.[1] ?? 0)))
}

/** Removes the parts behind the `parts`-th one, and what was not complete. Files of others stay. */
async function removeAfter(folder: string, parts: number): Promise<void> {
  for (const dataset of DATASETS) {
    for (const name of await readdir(join(folder, dataset))) {
      const isLater = Number(PART.exec(name)?.[1] ?? 0) > parts
      if (isLater || TEMPORARY.test(name)) await rm(join(folder, dataset, name))
    }
  }
}

function lost(name: string, parts: unknown): HearsayError {
  return new HearsayError(
    'output-not-writable',
    `expected the folder as the run left it, with ${String(parts)} parts; got fewer: begin the run anew`,
    { file: name },
  )
}
