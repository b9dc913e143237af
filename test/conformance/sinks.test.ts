import Database from 'libsql'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sinkAddress, openSink, sinkKind } from '../../src/output/sinks.js'
import type { Sink, SinkPosition } from '../../src/output/sink.js'
import { startPostgres } from '../postgres.js'
import { sampleRecord } from '../record/sample.js'
import { FILES, PARQUET, postgresKind, PRODUCER, SQLITE, textOf, type Place, type PlaceKind } from './places.js'
import { article, HOSTILE, hostileArticle, newerArticle, type Written } from './records.js'

const server = await startPostgres()
afterAll(() => server?.stop())

const POSTGRES = server === null ? [] : [postgresKind(() => server)]
const DATABASES: readonly PlaceKind[] = [SQLITE, ...POSTGRES]
const KINDS: readonly PlaceKind[] = [...FILES, PARQUET, ...DATABASES]

let folder: string
let count = 0
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-sinks-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A place of its own in a folder of the same name, since a position may depend on where it is. */
async function newPlace(kind: PlaceKind): Promise<Place> {
  const own = join(folder, String(++count))
  await mkdir(own)
  return kind.place(own)
}

function opened({ address, options }: Place, from: SinkPosition | null = null): Promise<Sink> {
  return openSink(address, from, options)
}

async function writeAll(sink: Sink, articles: readonly Written[]): Promise<void> {
  for (const { record, text } of articles) await sink.write(record, text)
}

/** What an undisturbed run leaves, with a checkpoint after each group. */
async function undisturbed(kind: PlaceKind, groups: readonly (readonly Written[])[]): Promise<unknown> {
  const place = await newPlace(kind)
  const sink = await opened(place)
  for (const group of groups) {
    await writeAll(sink, group)
    await sink.checkpoint()
  }
  await sink.close()
  return withoutFolder(place)
}

/** What is in a place; where it lies does not count. */
async function withoutFolder(place: Place): Promise<unknown> {
  return JSON.parse(JSON.stringify(await place.contents()).replaceAll(/hearsay-sinks-[^/]*\/\d+/g, 'folder'))
}

const A = [article('a1'), article('a2')]
const B = [hostileArticle('b1'), article('b2')]
const C = [article('c1')]

describe.each(KINDS)('a sink to $name', (kind) => {
  it('has a name', async () => {
    const place = await newPlace(kind)
    const sink = await opened(place)
    expect(sink.name).toBe(sinkAddress(place.address).name)
    await sink.close()
  })

  it('writes the same for the same records', async () => {
    expect(await undisturbed(kind, [A, B, C])).toEqual(await undisturbed(kind, [A, B, C]))
    expect(await undisturbed(kind, [A, B, C])).not.toEqual(await undisturbed(kind, [A, C]))
  })

  it.each([
    ['its last checkpoint', false],
    ['the checkpoint before, where the last one was not noted', true],
  ])('goes on from %s as if nothing had been', async (_, hasLater) => {
    const place = await newPlace(kind)
    const first = await opened(place)
    await writeAll(first, A)
    const position = JSON.parse(JSON.stringify(await first.checkpoint())) as SinkPosition
    await writeAll(first, B)
    if (hasLater) await first.checkpoint()
    await first.abandon()
    const second = await opened(place, position)
    await writeAll(second, B)
    await second.checkpoint()
    await writeAll(second, C)
    await second.close()
    expect(await withoutFolder(place)).toEqual(await undisturbed(kind, [A, B, C]))
  })

  it('holds what came before the last checkpoint when it is given up, and nothing else', async () => {
    const place = await newPlace(kind)
    const sink = await opened(place)
    await writeAll(sink, A)
    await sink.checkpoint()
    const before = await place.contents()
    await writeAll(sink, B)
    await sink.abandon()
    expect(await place.contents()).toEqual(before)
    await sink.abandon()
  })

  it('begins where nothing was written before the first checkpoint', async () => {
    const place = await newPlace(kind)
    const first = await opened(place)
    const position = await first.checkpoint()
    await writeAll(first, A)
    await first.abandon()
    const second = await opened(place, position)
    await writeAll(second, A)
    await second.close()
    expect(await withoutFolder(place)).toEqual(await undisturbed(kind, [[], A]))
  })

  it('says where a run cannot go on, since what it had written is gone', async () => {
    const there = await newPlace(kind)
    const sink = await opened(there)
    await writeAll(sink, A)
    const position = await sink.checkpoint()
    await sink.close()
    const elsewhere = await newPlace(kind)
    await (await opened(elsewhere)).close()
    await expect(opened(elsewhere, position)).rejects.toMatchObject({
      code: 'output-not-writable',
      message: expect.stringContaining('begin the run anew') as string,
    })
  })

  it('refuses a text that is not the record’s, and goes on', async () => {
    const place = await newPlace(kind)
    if (!place.rows) return
    const sink = await opened(place)
    await writeAll(sink, A)
    await expect(sink.write(article('other').record, 'another text')).rejects.toMatchObject({ code: 'bad-record' })
    const linked = article('linked', { entities: [] })
    await expect(sink.write(linked.record, linked.text)).rejects.toMatchObject({ code: 'bad-record' })
    await sink.checkpoint()
    await writeAll(sink, C)
    await sink.close()
    expect((await place.rows('articles')).map((row) => row.id)).toEqual(['a1', 'a2', 'c1'])
  })

  it('keeps the order in which records come', async () => {
    const place = await newPlace(kind)
    const sink = await opened(place)
    const ids = Array.from({ length: 30 }, (_, index) => `n${(index * 7) % 30}`)
    await writeAll(
      sink,
      ids.map((id) => article(id)),
    )
    await sink.close()
    const found = place.rows
      ? (await place.rows('articles')).map((row) => row.id)
      : [...new Set((await textOf(place.address)).match(/\bn\d+\b/g))]
    expect(found).toEqual(ids)
  })
})

describe.each(KINDS.filter(({ replaces }) => replaces))('a database of $name', (kind) => {
  it('does not change by a record that it has', async () => {
    const once = await undisturbed(kind, [A, B])
    expect(await undisturbed(kind, [A, B, A, B])).toEqual(once)
    expect(
      await undisturbed(kind, [
        [...A, ...A],
        [...B, ...B],
      ]),
    ).toEqual(once)
  })

  it('has the newer record of an article in place of the older one', async () => {
    const [newer, other] = [newerArticle('a1'), A[1]]
    const place = await newPlace(kind)
    const sink = await opened(place)
    await writeAll(sink, A)
    await sink.checkpoint()
    await writeAll(sink, [newer])
    await sink.close()
    const { runs, ...rows } = (await place.contents()) as { runs: unknown[] }
    expect({ ...rows, runs: null }).toEqual({ ...((await undisturbed(kind, [[newer, other]])) as object), runs: null })
    expect(runs).toHaveLength(2)
  })

  it('keeps what it has of other articles when a run begins anew', async () => {
    const place = await newPlace(kind)
    for (const group of [A, B]) {
      const sink = await opened(place)
      await writeAll(sink, group)
      await sink.close()
    }
    expect(await withoutFolder(place)).toEqual(await undisturbed(kind, [A, B]))
  })

  it('takes articles out entirely, and says what was not there', async () => {
    const place = await newPlace(kind)
    const other = article('a1', { collection: 'others' })
    const sink = await opened(place)
    await writeAll(sink, [...A, other, ...C])
    await sink.close()
    const { scheme, target } = sinkAddress(place.address)
    const { remove } = await sinkKind(scheme)
    expect(await remove!(target, ['a2', 'never', 'a1'], place.options)).toEqual([
      { id: 'a2', collections: ['samples'], removed: true },
      { id: 'never', collections: [], removed: false },
      { id: 'a1', collections: ['others', 'samples'], removed: false },
    ])
    expect(await remove!(target, ['a1'], { ...place.options, collection: 'others' })).toEqual([
      { id: 'a1', collections: ['others'], removed: true },
    ])
    expect((await place.rows!('articles')).map((row) => row.id)).toEqual(['a1', 'c1'])
    for (const table of ['statements', 'contents', 'mentions', 'quantities', 'times', 'diagnostics'] as const) {
      const keys = (await place.rows!(table)).map((row) =>
        Number(row.article ?? Math.floor(Number(row.statement ?? row.entity) / 1e6)),
      )
      expect([...new Set(keys)]).toEqual([1, 4])
    }
  })

  it('refuses tables of a newer version, and those of something else', async () => {
    const place = await newPlace(kind)
    await (await opened(place)).close()
    await changed(place, 'UPDATE schema_version SET version = 99')
    const opening = opened(place)
    await expect(opening).rejects.toMatchObject({ code: 'output-not-writable' })
    await expect(opening).rejects.toThrow(
      'expected tables of version 2 or before, got version 99: a newer Hearsay made them',
    )
    await changed(place, 'DROP TABLE schema_version')
    await expect(opened(place)).rejects.toThrow('got a table')
  })

  it('removes nothing from a place that is not a database of ours', async () => {
    const place = await newPlace(kind)
    const { scheme, target } = sinkAddress(place.address)
    if (kind === SQLITE) new Database(target).exec('CREATE TABLE others (id)')
    const removing = (await sinkKind(scheme)).remove!(target, ['a1'], place.options)
    await expect(removing).rejects.toThrow('expected a database that Hearsay made')
  })
})

/** Does `sql` in the tables of a place. */
async function changed({ address, options }: Place, sql: string): Promise<void> {
  const { scheme, target } = sinkAddress(address)
  if (scheme === 'sqlite') {
    const database = new Database(target)
    database.exec(sql)
    database.close()
  } else {
    await server!.query(`SET search_path TO "${options.schema!.replaceAll('"', '""')}"; ${sql}`)
  }
}

describe('the tables', () => {
  it('are the same in both databases', async () => {
    if (POSTGRES.length === 0) return
    expect(await undisturbed(POSTGRES[0], [A, B, [newerArticle('a1')], C])).toEqual(
      await undisturbed(SQLITE, [A, B, [newerArticle('a1')], C]),
    )
  })

  it.each([PARQUET, ...DATABASES])('of $name count in code points, with UTF-16 beside', async (kind) => {
    const place = await newPlace(kind)
    const sink = await opened(place)
    const { record, text } = hostileArticle('b1')
    await sink.write(record, text)
    await sink.close()
    const points = Array.from(text)
    const [{ length, length_utf16 }] = await place.rows!('articles')
    expect([length, length_utf16]).toEqual([points.length, text.length])
    const contents = await place.rows!('contents')
    expect(contents).toHaveLength(3)
    for (const row of contents) {
      expect(points.slice(Number(row.text_start), Number(row.text_end)).join('')).toBe(HOSTILE)
      expect(text.slice(Number(row.text_start_utf16), Number(row.text_end_utf16))).toBe(HOSTILE)
    }
    expect(contents[0].text_start).not.toBe(contents[0].text_start_utf16)
  })

  it.each([PARQUET, ...DATABASES])('of $name hold hostile text, but for what is told', async (kind) => {
    const place = await newPlace(kind)
    const sink = await opened(place)
    const { record, text } = hostileArticle('b1')
    await sink.write(record, text)
    await sink.close()
    const holds = (value: string) => {
      const paired = value.replace(/\p{Cs}/gu, '\ufffd')
      return kind === PARQUET ? paired : paired.replaceAll('\0', '\ufffd')
    }
    const [statement] = await place.rows!('statements')
    for (const column of ['text', 'speaker', 'source', 'cue_lemma']) expect(statement[column]).toBe(holds(HOSTILE))
    const [found] = await place.rows!('articles')
    for (const column of ['collection', 'uri', 'title', 'author']) expect(found[column]).toBe(holds(HOSTILE))
    const [entity] = await place.rows!('entities')
    expect(JSON.parse(String(entity.aliases))).toEqual([holds(HOSTILE)])
    const told = (await place.rows!('diagnostics')).filter(({ code }) => code === 'replaced-character')
    expect(told.map(({ message }) => String(message).split(',')[0])).toEqual(
      kind === PARQUET
        ? [expect.stringMatching(/^a lone surrogate cannot be stored here: U\+FFFD stands for it/)]
        : [expect.stringMatching(/^U\+0000 cannot/), expect.stringMatching(/^a lone surrogate cannot/)],
    )
  })

  it('of jsonl hold all of it', async () => {
    const place = await newPlace(FILES[0])
    const { record, text } = hostileArticle('b1')
    const sink = await opened(place)
    await sink.write(record, text)
    await sink.close()
    expect(JSON.parse(await textOf(place.address))).toEqual(record)
  })

  it('of csv show it, and begin no formula', async () => {
    const place = await newPlace(FILES[2])
    const { record, text } = hostileArticle('b1')
    const sink = await opened(place)
    await sink.write(record, text)
    await sink.close()
    expect(await textOf(place.address)).toContain('\\u0000 \\ud800 \\udc00')
  })

  it('of parquet have the article beside each statement', async () => {
    const place = await newPlace(PARQUET)
    const sink = await opened(place)
    await writeAll(sink, A)
    await sink.close()
    const [row] = await place.rows!('statements')
    expect(row).toMatchObject({ collection: 'samples', article_id: 'a1', title: 'Harbour to close' })
    expect((await place.rows!('articles'))[0]).toMatchObject({ hearsay: '0.1.0' })
  })
})

describe('a fault', () => {
  const FULL = '/dev/full'

  it.each([...FILES, PARQUET, SQLITE])('of $name: a folder that is not there, or no folder', async (kind) => {
    await writeFile(join(folder, 'file'), '')
    const place = await kind.place(join(folder, 'file'))
    await expect(opened(place)).rejects.toMatchObject({
      code: 'output-not-writable',
      message: expect.stringContaining('ENOTDIR') as string,
      place: { file: sinkAddress(place.address).name },
    })
  })

  it.each(FILES)('of $name: a disk that is full from the start', async (kind) => {
    const place = await newPlace(kind)
    await symlink(FULL, place.address)
    const sink = await opened(place)
    const writing = (async () => {
      await writeAll(sink, A)
      await sink.checkpoint()
    })()
    await expect(writing).rejects.toMatchObject({
      code: 'output-not-writable',
      message: expect.stringContaining('ENOSPC') as string,
    })
    await expect(sink.write(A[0].record, A[0].text)).rejects.toThrow('ENOSPC')
    await expect(sink.close()).rejects.toThrow('ENOSPC')
    await sink.abandon()
  })

  it.each([...FILES, PARQUET, SQLITE])('of $name: a disk that fills up, after which the run goes on', async (kind) => {
    const place = await newPlace(kind)
    const groups = Array.from({ length: 12 }, (_, group) =>
      Array.from({ length: 8 }, (__, index) => randomArticle(`g${group}-${index}`)),
    )
    // The system refuses files above a size, here of a process of its own.
    const script = `
      const { openSink } = await import(${JSON.stringify(SINKS)})
      const { readFileSync } = await import('node:fs')
      const [address, producer, groups] = JSON.parse(readFileSync(0, 'utf8'))
      const sink = await openSink(address, null, { producer })
      let position = await sink.checkpoint()
      let done = 0
      try {
        for (const group of groups) {
          for (const { record, text } of group) await sink.write(record, text)
          position = await sink.checkpoint()
          done++
        }
      } catch (error) {
        await sink.abandon()
        console.log(JSON.stringify({ position, done, code: error.code, message: error.message }))
      }`
    const room = kind === SQLITE ? 400 : kind === PARQUET ? 8 : 40
    const { stdout, stderr } = spawnSync(
      'bash',
      ['-c', `trap "" XFSZ; ulimit -f ${room}; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
      { input: JSON.stringify([place.address, PRODUCER, groups]), encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    const end = JSON.parse(stdout) as { position: SinkPosition; done: number; code: string }
    expect(end).toMatchObject({ code: 'output-not-writable' })
    expect(end.done).toBeLessThan(12)
    const sink = await opened(place, end.position)
    for (const group of groups.slice(end.done)) {
      await writeAll(sink, group)
      await sink.checkpoint()
    }
    await sink.close()
    expect(await withoutFolder(place)).toEqual(await undisturbed(kind, [[], ...groups]))
  })

  it('of sqlite: no database at all', async () => {
    const place = await newPlace(SQLITE)
    await writeFile(
      sinkAddress(place.address).target,
      'no database, but a text that is long enough to be read as one'.repeat(40),
    )
    await expect(opened(place)).rejects.toThrow('file is not a database')
  })

  it.each(POSTGRES)('of $name: a server that goes away, after which the run goes on', async (kind) => {
    const place = await newPlace(kind)
    const first = await opened(place)
    await writeAll(first, A)
    const position = await first.checkpoint()
    const before = await place.contents()
    await writeAll(first, B)
    await server!.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hearsay'`)
    const writing = (async () => {
      await writeAll(first, C)
      await first.checkpoint()
    })()
    await expect(writing).rejects.toMatchObject({ code: 'output-not-writable' })
    await expect(first.write(C[0].record, C[0].text)).rejects.toMatchObject({ code: 'output-not-writable' })
    await expect(first.close()).rejects.toMatchObject({ code: 'output-not-writable' })
    await first.abandon()
    expect(await place.contents()).toEqual(before)
    const second = await opened(place, position)
    await writeAll(second, B)
    await second.checkpoint()
    await writeAll(second, C)
    await second.close()
    expect(await withoutFolder(place)).toEqual(await undisturbed(kind, [A, B, C]))
  })

  it.each(POSTGRES)('of $name: nobody there, or a wrong password, which is not told', async (kind) => {
    const { address, options } = await newPlace(kind)
    const { PGHOST, PGPORT, PGUSER } = options.environment!
    const url = (password: string, port = PGPORT) =>
      `postgresql://${PGUSER}:${password}@${PGHOST}:${port}/postgres?sslmode=disable`
    const wrong = openSink(url('hunter2'), null, options)
    await expect(wrong).rejects.toThrow('password authentication failed')
    await expect(wrong).rejects.toMatchObject({ place: { file: `postgresql://tester@127.0.0.1:${PGPORT}/postgres` } })
    const error: unknown = await wrong.catch((caught: unknown) => caught)
    expect(JSON.stringify([error, String(error)])).not.toContain('hunter2')
    await expect(openSink(url('hunter2', '1'), null, options)).rejects.toThrow('ECONNREFUSED')
    const noTls = openSink(address, null, { ...options, environment: { ...options.environment, PGSSLMODE: 'require' } })
    await expect(noTls).rejects.toThrow('does not support SSL')
  })
})

const SINKS = new URL('../../dist/output/sinks.js', import.meta.url).href

/** An article whose title does not compress. */
function randomArticle(id: string): Written {
  const { meta } = sampleRecord()
  let seed = Number(id.replace(/\D/g, '')) + 1
  const title = Array.from({ length: 1500 }, () => {
    seed = (seed * 48271) % 2147483647
    return String.fromCharCode(0x4e00 + (seed % 20000))
  })
  return article(id, { meta: { ...meta, title: title.join('') } })
}
