import Database from 'libsql'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSink } from '../../src/output/sinks.js'
import { ARTICLE, sampleRecord } from '../record/sample.js'
import { hearsay } from './command.js'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-delete-'))
  const sink = await openSink(join(folder, 'news.db'), null, { producer: JSON.stringify(sampleRecord().producer) })
  for (const [collection, id] of [['samples', 'one'], ['samples', 'two'], ['others', 'two']]) {
    await sink.write({ ...sampleRecord(), collection, id }, ARTICLE.text)
  } // prettier-ignore
  await sink.close()
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function rows(sql: string): unknown[] {
  const database = new Database(join(folder, 'news.db'))
  const found = database.prepare(sql).all() as { n: unknown }[]
  database.close()
  return found.map(({ n }) => n)
}

describe('hearsay delete', () => {
  it('takes articles out, with nothing left of them', () => {
    const all = ['one', 'two']
    expect(hearsay(folder, ['delete', '--from', 'sqlite:news.db', '--collection', 'samples', ...all])).toMatchObject({
      code: 0,
      out: '',
      err: 'removed: 2, not removed: 0\n',
    })
    expect(rows('SELECT collection AS n FROM articles')).toEqual(['others'])
    expect(rows(`SELECT rowid AS n FROM statements_text WHERE statements_text MATCH 'harbour'`)).toEqual([3000001])
    expect(hearsay(folder, ['delete', '--from', 'news.db', 'two'])).toMatchObject({ code: 0 })
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name)).includes('The harbour will close'), name).toBe(false)
    }
  })

  it('says what was not there, and what is in several collections', () => {
    const { code, err } = hearsay(folder, ['delete', '--from', 'news.db', 'one', 'two', 'three'])
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      'two: left, since it is in several collections: name one with --collection (others, samples)',
      'three: not in sqlite:news.db',
      'removed: 1, not removed: 2',
      '',
    ])
    expect(rows('SELECT id AS n FROM articles')).toEqual(['two', 'two'])
  })

  it.each([
    [['--from', 'missing.db', 'one'], 3, /^hearsay: sqlite:missing.db: .*ENOENT.* \[output-not-writable\]\n$/],
    [['--from', 'news.jsonl', 'one'], 2, /expected a database for --from/],
    [['one'], 2, /--from/],
    [['--from', 'news.db'], 2, /ids/],
  ])('with %j ends with %i', (args, code, err) => {
    const ended = hearsay(folder, ['delete', ...args])
    expect(ended.err).toMatch(err)
    expect(ended.code).toBe(code)
    expect(readdirSync(folder)).not.toContain('missing.db')
  })

  it('takes the database from the environment, and no password where others see it', () => {
    process.env.HEARSAY_TEST_DATABASE = 'sqlite:news.db'
    expect(hearsay(folder, ['delete', '--from', '${HEARSAY_TEST_DATABASE}', 'one'])).toMatchObject({ code: 0 })
    const missing = hearsay(folder, ['delete', '--from', '${HEARSAY_TEST_DATABASE}', 'gone'])
    expect(missing.err).toContain('gone: not in ${HEARSAY_TEST_DATABASE}\n')
    const unset = hearsay(folder, ['delete', '--from', '${HEARSAY_TEST_NOTHING}', 'one'])
    expect(unset).toMatchObject({ code: 2, err: expect.stringContaining('HEARSAY_TEST_NOTHING to be set') as string })
    for (const command of [
      ['delete', '--from', 'postgres://me:hunter2@localhost/news', 'one'],
      ['dedupe', 'postgres://me:hunter2@localhost/news'],
    ]) {
      const { code, err } = hearsay(folder, command)
      expect(code).toBe(2)
      expect(err).toContain('expected no password where others see it')
      expect(err).not.toContain('hunter2')
    }
  })
})
