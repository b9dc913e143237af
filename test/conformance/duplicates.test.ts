import Database from 'libsql'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSink, sinkAddress, sinkKind } from '../../src/output/sinks.js'
import type { DuplicateMarks } from '../../src/output/sink.js'
import type { Record } from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'
import { markInDatabase, type DuplicateCounts, type DuplicateOptions } from '../../src/run/duplicates.js'
import { startPostgres } from '../postgres.js'
import { ARTICLE } from '../record/sample.js'
import { postgresKind, SQLITE, type Place, type PlaceKind } from './places.js'
import { article, hostileArticle, newerArticle, type Written } from './records.js'

const server = await startPostgres()
afterAll(() => server?.stop())

const DATABASES: readonly PlaceKind[] = [SQLITE, ...(server === null ? [] : [postgresKind(() => server)])]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-duplicates-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function newPlace(kind: PlaceKind): Promise<Place> {
  const own = join(folder, 'place')
  await mkdir(own)
  return kind.place(own)
}

async function write(place: Place, articles: readonly Written[]): Promise<void> {
  const sink = await openSink(place.address, null, place.options)
  for (const { record, text } of articles) await sink.write(record, text)
  await sink.close()
}

async function marksOf({ address, options }: Place): Promise<DuplicateMarks> {
  const { scheme, target } = sinkAddress(address)
  return (await sinkKind(scheme)).duplicates!(target, options)
}

async function dedupe(place: Place, options: DuplicateOptions = {}): Promise<DuplicateCounts> {
  const marks = await marksOf(place)
  try {
    return await markInDatabase(marks, options)
  } finally {
    await marks.close()
  }
}

/** Every mark, as `marks.all` tells them and as they stand in the table. */
async function marked(place: Place): Promise<string[]> {
  const marks = await marksOf(place)
  const told: string[] = []
  for await (const { id, duplicateOf } of marks.all()) told.push(`${id} of ${duplicateOf.id}`)
  await marks.close()
  expect(await place.rows!('duplicates')).toHaveLength(told.length)
  return told
}

function words(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ')
}

/** An article of these words, all of which somebody says. */
function saying(id: string, said: string): Written {
  const record: Record = {
    ...article(id).record,
    sha256: sha256Of(said),
    length: said.length,
    meta: { language: 'en' },
    sentences: [],
    entities: [],
    quantities: [],
    times: [],
    diagnostics: [],
    statements: [
      {
        id: 's1', kind: 'direct', act: 'say', speaker: null, source: null, cue: null, negated: false, parent: null,
        content: [{ start: 0, end: said.length, text: said }], quantities: [], times: [], entities: [], confidence: 0.9,
      },
    ],
  } // prettier-ignore
  return { record, text: said }
}

const FIRST = saying('first', words('a', 100))
const OTHER = saying('other', words('b', 100))
const COPY = saying('copy', `As printed: ${words('a', 100)}`)

describe.each(DATABASES)('the marks of a $name database', (kind) => {
  it('say which articles repeat which, and the same when they are made again', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY, hostileArticle('h')])
    expect(await dedupe(place)).toEqual({ articles: 4, duplicates: 1, short: 0, missing: 0, forgotten: 0 })
    const rows = await place.rows!('duplicates')
    expect(rows).toEqual([{ article: 3, original: 1, similarity: expect.closeTo(0.98, 1) as number }])
    await dedupe(place)
    expect(await place.rows!('duplicates')).toEqual(rows)
    expect(await marked(place)).toEqual(['copy of first'])
  })

  it('leave an article out of what counts each story once, as docs/database.md asks', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    await dedupe(place)
    const [, section] = readFileSync('docs/database.md', 'utf8').split('\n### duplicates\n')
    const sql = /```sql\n([\s\S]*?)```/.exec(section)![1]
    expect(await asked(kind, place, sql)).toEqual([{ speaker: null, statements: 2 }])
  })

  it('go where they are not found any more', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, COPY])
    await dedupe(place)
    await dedupe(place, { threshold: 1 })
    expect(await marked(place)).toEqual([])
  })

  it('follow the order and the texts of the articles where those are given', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    const articles = async function* (all: readonly Written[]) {
      for (const { record, text } of all) yield await Promise.resolve({ ...record, text })
    }
    const counts = await dedupe(place, {
      articles: articles([COPY, saying('unknown', words('a', 100)), FIRST, saying('other', 'another text')]),
    })
    expect(counts).toEqual({ articles: 3, duplicates: 1, short: 0, missing: 1, forgotten: 0 })
    expect(await marked(place)).toEqual(['first of copy'])
  })

  it('stay when a run writes the same again, or what a newer model makes of the same text', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    await dedupe(place)
    await write(place, [FIRST, OTHER, COPY])
    expect(await marked(place)).toEqual(['copy of first'])
    const newer = ({ record, text }: Written): Written => ({
      record: { ...record, producer: { ...record.producer, options: sha256Of('newer') } },
      text,
    })
    await write(place, [newer(COPY)])
    expect(await marked(place)).toEqual(['copy of first'])
    await write(place, [newer(FIRST), saying('later', words('c', 50))])
    expect(await marked(place)).toEqual(['copy of first'])
  })

  it.each([
    ['the article', 'copy'],
    ['the original', 'first'],
  ])('go when %s gets another text', async (_, id) => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    await dedupe(place)
    await write(place, [saying(id, words('c', 100))])
    expect(await marked(place)).toEqual([])
  })

  it.each(['copy', 'first'])('go when %s is deleted, and nothing else does', async (id) => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    await dedupe(place)
    const { scheme, target } = sinkAddress(place.address)
    await (
      await sinkKind(scheme)
    ).remove!(target, [id], place.options)
    expect(await marked(place)).toEqual([])
    expect(await place.rows!('articles')).toHaveLength(2)
  })

  it('are all there or not at all: what was not saved changes nothing', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    await dedupe(place)
    const marks = await marksOf(place)
    await marks.mark(2, 1, 0.9)
    await marks.close()
    expect(await marked(place)).toEqual(['copy of first'])
  })

  it('are found over more articles than are read at a time', async () => {
    const place = await newPlace(kind)
    const many = Array.from({ length: 1100 }, (_, n) => saying(`n${n}`, words(`${n % 1050}x`, 40)))
    await write(place, many)
    expect(await dedupe(place)).toMatchObject({ articles: 1100, duplicates: 50 })
    expect((await marked(place)).at(-1)).toBe('n1099 of n49')
  })

  it('leave articles alone of which too little is known', async () => {
    const place = await newPlace(kind)
    await write(place, [article('a1'), article('a2'), newerArticle('a3')])
    expect(await dedupe(place)).toMatchObject({ articles: 3, duplicates: 0, short: 3 })
    expect(ARTICLE.text.split(' ').length).toBeLessThan(30)
  })

  it('have a place in tables that were made before there were any', async () => {
    const place = await newPlace(kind)
    await write(place, [FIRST, OTHER, COPY])
    const before = await place.contents()
    const older = ['DROP TABLE duplicates', 'UPDATE schema_version SET version = 1']
    if (kind === SQLITE) {
      const database = new Database(sinkAddress(place.address).target)
      for (const step of older) database.exec(step)
      database.close()
    } else {
      await server?.query(`SET search_path TO "${place.options.schema!.replaceAll('"', '""')}"`)
      for (const step of older) await server?.query(step)
    }
    expect(await dedupe(place)).toMatchObject({ duplicates: 1 })
    expect(await marked(place)).toEqual(['copy of first'])
    await dedupe(place, { threshold: 1 })
    expect(await place.contents()).toEqual(before)
    expect(await definition(kind, place)).toEqual(await definition(kind, await newTables(kind)))
  })

  /** A database whose tables were made in the newest version. */
  async function newTables(of: PlaceKind): Promise<Place> {
    const own = join(folder, 'new')
    await mkdir(own)
    const place = await of.place(own)
    await write(place, [FIRST])
    return place
  }
})

async function asked(kind: PlaceKind, { address, options }: Place, sql: string): Promise<unknown> {
  if (kind === SQLITE) {
    const database = new Database(sinkAddress(address).target)
    const rows = database.prepare(sql).all() as { speaker: unknown; statements: number }[]
    database.close()
    return rows.map(({ speaker, statements }) => ({ speaker, statements }))
  }
  await server!.query(`SET search_path TO "${options.schema!.replaceAll('"', '""')}"`)
  const rows = await server!.query(sql)
  return rows.map(({ speaker, statements }) => ({ speaker, statements: Number(statements) }))
}

/** How a database describes the table of marks. */
async function definition(kind: PlaceKind, { address, options }: Place): Promise<unknown> {
  if (kind === SQLITE) {
    const database = new Database(sinkAddress(address).target)
    const sql = database
      .prepare(`SELECT sql FROM sqlite_master WHERE tbl_name = 'duplicates' ORDER BY name`)
      .raw()
      .all()
    database.close()
    return JSON.parse(JSON.stringify(sql))
  }
  // Names within the search path are told without their schema.
  await server!.query(`SET search_path TO "${options.schema!.replaceAll('"', '""')}"`)
  return server!.query(
    `SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, col_description(a.attrelid, a.attnum) AS is,
       obj_description(a.attrelid) AS table_is, (SELECT string_agg(pg_get_constraintdef(c.oid), '; ' ORDER BY c.conname)
         FROM pg_constraint c WHERE c.conrelid = a.attrelid) AS rules,
       (SELECT string_agg(indexname, ', ' ORDER BY indexname) FROM pg_indexes
         WHERE schemaname = $1 AND tablename = 'duplicates') AS indexes
     FROM pg_attribute a WHERE a.attrelid = 'duplicates'::regclass AND a.attnum > 0 ORDER BY a.attnum`,
    [options.schema],
  )
}
