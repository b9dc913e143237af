import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES, PARQUET, postgresKind, SQLITE, type Place, type PlaceKind } from '../conformance/places.js'
import { article } from '../conformance/records.js'
import { hearsay } from '../cli/command.js'
import { startPostgres } from '../postgres.js'
import { trial, writeInput, type Ended } from './trial.js'

const server = await startPostgres()
afterAll(() => server?.stop())

const POSTGRES = server === null ? [] : [postgresKind(() => server)]

let root: string
let done: number
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hearsay-faults-'))
  done = writeInput(root, 400)
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

let places = 0

async function newPlace(kind: PlaceKind): Promise<Place> {
  const folder = join(root, String(++places))
  mkdirSync(folder)
  return kind.place(folder)
}

async function contentsOf(place: Place): Promise<unknown> {
  return JSON.parse(JSON.stringify(await place.contents()).replaceAll(/hearsay-faults-[^/]*\/\d+/g, 'folder'))
}

async function undisturbed(kind: PlaceKind, inputs = ['in.jsonl']): Promise<unknown> {
  const place = await newPlace(kind)
  const ended = await trial(root, place, { options: { inputs, journal: `${places}.journal` } })
  expect(ended.err).toContain(`in ${done} articles, all runs together`)
  return contentsOf(place)
}

/** What a run says that was stopped by a fault, and its exit code. */
function expectFault(ended: Ended, line: string): void {
  expect(ended.err.split('\n').filter((said) => said.includes('expected'))).toEqual([expect.stringContaining(line)])
  expect(ended.err).toContain('the same command goes on')
  expect(ended).toMatchObject({ code: 3, signal: null })
}

describe('a disk that fills up', () => {
  // The system refuses files above a size, in KiB: about half of what the output, or its log, comes to.
  it.each([
    [FILES[1], 20],
    [FILES[2], 400],
    [SQLITE, 700],
  ] as const)('ends a run into $name, which goes on when there is room', async (kind, room) => {
    const place = await newPlace(kind)
    const options = { journal: `${places}.journal` }
    const full = await trial(root, place, { options, shell: `trap "" XFSZ; ulimit -f ${room}` })
    expectFault(full, 'expected a place that can be written, got ')
    const ended = await trial(root, place, { options })
    expect(ended.err).toMatch(/skipped +[1-9]/)
    expect(await contentsOf(place)).toEqual(await undisturbed(kind))
  })

  it.each(POSTGRES)('ends a run whose journal alone it holds, as where it goes into $name', async (kind) => {
    const place = await newPlace(kind)
    const options = { journal: `${places}.journal` }
    const full = await trial(root, place, { options, shell: 'trap "" XFSZ; ulimit -f 5' })
    expectFault(full, 'expected to write the journal, got EFBIG')
    const ended = await trial(root, place, { options })
    expect(ended.err).toMatch(/skipped +[1-9]/)
    expect(await contentsOf(place)).toEqual(await undisturbed(kind))
  })

  it('loses nothing where the system takes a part of what is written, and says so', async () => {
    for (const kind of [FILES[1], PARQUET]) {
      const place = await newPlace(kind)
      const options = { journal: `${places}.journal` }
      await trial(root, place, { options, short: true })
      expect(await contentsOf(place)).toEqual(await undisturbed(kind))
      const again = await trial(root, place, { options })
      expect(again.err).toContain(`skipped      ${done}, which were done before`)
    }
  })
})

describe.skipIf(POSTGRES.length === 0)('a database that vanishes', () => {
  const [kind] = POSTGRES

  /** A run that something befalls after a few checkpoints. */
  async function befallen(place: Place, journal: string, befalls: () => Promise<unknown>): Promise<Ended> {
    let befalling: Promise<unknown> | undefined
    const ended = await trial(root, place, {
      options: { journal },
      onStart() {
        const clock = setInterval(() => {
          if (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 4) return
          clearInterval(clock)
          befalling = befalls()
        }, 1)
      },
    })
    await befalling
    return ended
  }

  it('ends a run, which goes on when it is there', async () => {
    const place = await newPlace(kind)
    const journal = join(root, `${places}.journal`)
    const lost = await befallen(place, journal, () =>
      server!.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hearsay'`),
    )
    expectFault(lost, 'expected a place that can be written, got ')
    const ended = await trial(root, place, { options: { journal } })
    expect(ended.err).toMatch(/skipped +[1-9]/)
    expect(await contentsOf(place)).toEqual(await undisturbed(kind))
  })

  it('with its server ends a run, and the next ones until it is started again', async () => {
    const place = await newPlace(kind)
    const journal = join(root, `${places}.journal`)
    const lost = await befallen(place, journal, () => server!.kill())
    expectFault(lost, 'expected a place that can be written, got ')
    expectFault(await trial(root, place, { options: { journal } }), 'got connect ECONNREFUSED')
    await server!.restart()
    const ended = await trial(root, place, { options: { journal } })
    expect(ended.err).toMatch(/skipped +[1-9]/)
    expect(ended.code).toBe(1)
    expect(await contentsOf(place)).toEqual(await undisturbed(kind))
  })
})

it.skipIf(POSTGRES.length === 0)('a password that is wrong is in no error, journal or quarantine', () => {
  const folder = join(root, String(++places))
  mkdirSync(folder)
  const { PGHOST, PGPORT, PGUSER } = server!.environment
  const environment = { HEARSAY_TEST_DATABASE: `postgresql://${PGUSER}:hunter2@${PGHOST}:${PGPORT}/postgres`, HEARSAY_TEST_PASSWORD: 'hunter2' } // prettier-ignore
  Object.assign(process.env, environment)
  for (const address of [
    '${HEARSAY_TEST_DATABASE}',
    `postgresql://${PGUSER}:\${HEARSAY_TEST_PASSWORD}@${PGHOST}:${PGPORT}/postgres`,
  ]) {
    const { code, out, err } = hearsay(folder, ['run', '--input', '../in.jsonl', '--to', address])
    expect(err).toContain('password authentication failed')
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).not.toContain('hunter2')
  }
  const left = readdirSync(folder)
  expect(left.length).toBeGreaterThan(0)
  for (const name of left) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('hunter2')
})

describe('an input', () => {
  const inputs = ['long.jsonl.gz', 'short.jsonl']

  beforeAll(() => {
    const lines = readFileSync(join(root, 'in.jsonl'), 'utf8').split('\n')
    // Of a size that is read in several pieces.
    const padded = lines
      .slice(0, 300)
      .map((line, at) => line.replace(/}$/, `,"note":"${(at * 7919).toString(36).repeat(400)}"}`))
    writeFileSync(join(root, 'long.jsonl.gz'), gzipSync(`${padded.join('\n')}\n`, { level: 0 }))
    writeFileSync(join(root, 'short.jsonl'), lines.slice(300).join('\n'))
  })

  // A file and a database: what is read does not depend on where it is written.
  it.each([FILES[0], SQLITE])('that breaks off half-way ends a run into $name, which goes on', async (kind) => {
    const place = await newPlace(kind)
    const options = { inputs, journal: `${places}.journal` }
    const broken = await trial(root, place, { options, unreadable: { file: 'long.jsonl.gz', after: 3 } })
    expectFault(broken, 'long.jsonl.gz: expected to read it, the system refused: EIO')
    expect(broken.err).toMatch(/extracted +[1-9]/)
    const ended = await trial(root, place, { options })
    expect(ended.err).toMatch(/skipped +[1-9]/)
    expect(await contentsOf(place)).toEqual(await undisturbed(kind, inputs))
  })

  it('that is cut off is told of with what came before the cut done, and no other input waits for it', async () => {
    const whole = readFileSync(join(root, 'long.jsonl.gz'))
    writeFileSync(join(root, 'cut.jsonl.gz'), whole.subarray(0, whole.length / 2))
    const place = await newPlace(FILES[0])
    const options = { inputs: ['cut.jsonl.gz', 'short.jsonl'], journal: `${places}.journal` }
    const cut = await trial(root, place, { options })
    expect(cut.err).toContain('bad-gzip 1')
    expect(cut.code).toBe(1)
    // It has come whole.
    writeFileSync(join(root, 'cut.jsonl.gz'), whole)
    const ended = await trial(root, place, { options })
    expect(ended.err).toContain(`in ${done} articles, all runs together`)
  })
})

describe('a quarantine that is extracted again', () => {
  it('loses nothing, whichever step it is killed at', async () => {
    // The second article has its text in a field that only the retry is told of.
    const { text } = article('sample')
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const place = await newPlace(SQLITE)
      const journal = `${places}.journal`
      const input = `${places}.jsonl`
      writeFileSync(join(root, input), `${JSON.stringify({ id: 'first', text })}\n${JSON.stringify({ id: 'second', head: text })}\n`) // prettier-ignore
      const options = { inputs: [input], journal }
      const first = await trial(root, place, { options })
      expect(first.err).toContain('no-text-field 1')
      const again = { read: { fields: { text: 'head' } } }
      await trial(root, place, { options: again, retry: journal, killAt: seed * 2 })
      // A run first, since the one that was killed has not ended.
      await trial(root, place, { options })
      await trial(root, place, { options: again, retry: journal })
      expect((await place.rows!('articles')).map(({ id }) => id)).toEqual(['first', 'second'])
      const index = readFileSync(join(root, journal.replace('.journal', '.quarantine'), 'index.jsonl'), 'utf8')
      expect(index).toBe('')
    }
  })
})
