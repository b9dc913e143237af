import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FILES, PARQUET, postgresKind, SQLITE, type Place, type PlaceKind } from '../conformance/places.js'
import { startPostgres } from '../postgres.js'
import { trial, writeInput } from './trial.js'

/** Each makes one series of kills. */
const SEEDS = [1, 2, 3, 4, 5]
const COUNT = 160

const server = await startPostgres()
afterAll(() => server?.stop())

const POSTGRES = server === null ? [] : [postgresKind(() => server)]
/** Rows of CSV with gzip go through the sink of CSV and the gzip of JSONL. */
const KINDS: readonly PlaceKind[] = [...FILES.slice(0, 3), PARQUET, SQLITE, ...POSTGRES]

let root: string
let done: number
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hearsay-kills-'))
  done = writeInput(root, COUNT)
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

let places = 0

/** A place in a folder of its own. */
async function newPlace(kind: PlaceKind): Promise<Place & { readonly folder: string }> {
  const folder = join(root, String(++places))
  mkdirSync(folder)
  return { ...(await kind.place(folder)), folder }
}

/** All that a run left, wherever it lies: its output, and its quarantine's index. */
async function leftBy(place: Place, journal: string): Promise<unknown> {
  const index = readFileSync(join(root, `${journal.replace(/\.journal$/, '')}.quarantine`, 'index.jsonl'), 'utf8')
  const contents = JSON.stringify(await place.contents()).replaceAll(/hearsay-kills-[^/]*\/\d+/g, 'folder')
  return { contents: JSON.parse(contents) as unknown, index: index.split('\n') }
}

/** Numbers from 0 to 1 that a seed determines. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    // Mulberry32: like seeds give unlike numbers.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe.each(KINDS)('a run into $name', (kind) => {
  let steps: number
  let undisturbed: unknown

  beforeAll(async () => {
    const place = await newPlace(kind)
    const journal = `${kind.name}.journal`
    const ended = await trial(root, place, { options: { journal } })
    expect(ended).toMatchObject({ code: 1, signal: null })
    expect(ended.err).toContain(`in ${done} articles, all runs together`)
    steps = ended.steps
    undisturbed = await leftBy(place, journal)
  })

  // Five moments that are spread over the run, by chance within each fifth; whoever goes on is killed again at any moment.
  it.each(SEEDS)('that is killed and goes on leaves what one does that nothing disturbed (seed %i)', async (seed) => {
    const place = await newPlace(kind)
    const next = random(seed)
    const journal = `${kind.name}-${seed}.journal`
    const first = Math.ceil(((seed - 1 + next()) / SEEDS.length) * steps)
    const killed = await trial(root, place, { options: { journal }, killAt: first })
    expect(killed).toMatchObject({ signal: 'SIGKILL' })
    await trial(root, place, { options: { journal }, killAt: Math.ceil(next() * (steps - first)) + 1 })
    const last = await trial(root, place, { options: { journal } })
    expect(last.err).toContain(`in ${done} articles, all runs together`)
    expect(last).toMatchObject({ signal: null })
    expect(await leftBy(place, journal)).toEqual(undisturbed)
  })
})
