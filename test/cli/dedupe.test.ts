import Database from 'libsql'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Record } from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'
import { spanOf } from '../../src/record/span.js'
import { openSink } from '../../src/output/sinks.js'
import { sampleRecord } from '../record/sample.js'
import { hearsay, shell } from './command.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-dedupe-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A text of `count` words that no text with another name shares. */
function words(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ')
}

/** What somebody says in an article, and the rest of it. */
interface Told {
  readonly id: string
  readonly said: string
  readonly around?: string
}

const FERRY: Told = { id: 'ferry', said: words('a', 80), around: words('b', 200) }
const REPRINT: Told = { id: 'reprint', said: `Our reader, ${words('a', 80)}`, around: words('b', 200) }
const SAME_SUBJECT: Told = { id: 'other', said: `${words('a', 20)} ${words('c', 60)}`, around: words('d', 200) }
const SHORT: Told = { id: 'short', said: words('a', 10) }
/** It says other things, and its text is the same but for that. */
const REQUOTED: Told = { id: 'requoted', said: words('e', 80), around: words('b', 200) }

function textOf({ said, around = '' }: Told): string {
  return `${said} ${around}`
}

function recordOf(told: Told): Record {
  const text = textOf(told)
  return {
    version: 1,
    id: told.id,
    collection: 'samples',
    sha256: sha256Of(text),
    length: text.length,
    producer: sampleRecord().producer,
    meta: { language: 'en' },
    sentences: [],
    entities: [],
    quantities: [],
    times: [],
    statements: [
      {
        id: 's1',
        kind: 'direct',
        act: 'say',
        speaker: null,
        source: null,
        cue: null,
        content: [spanOf(text, 0, told.said.length)],
        negated: false,
        parent: null,
        quantities: [],
        times: [],
        entities: [],
        confidence: 0.9,
      },
    ],
    diagnostics: [],
  }
}

function store(name: string, articles: readonly Told[]): void {
  writeFileSync(join(folder, name), articles.map((told) => `${JSON.stringify(recordOf(told))}\n`).join(''))
}

function storeTexts(articles: readonly Told[]): void {
  mkdirSync(join(folder, 'samples'), { recursive: true })
  for (const told of articles) writeFileSync(join(folder, 'samples', `${told.id}.txt`), textOf(told))
}

function recordsIn(text: string): Record[] {
  return text.trim().split('\n').map((line) => JSON.parse(line) as Record) // prettier-ignore
}

/** Which article is marked to repeat which. */
function marksIn(text: string): [string, string][] {
  return recordsIn(text).flatMap(({ id, duplicateOf }) =>
    duplicateOf ? [[id, duplicateOf.id] as [string, string]] : [],
  )
}

describe('hearsay dedupe of files of records', () => {
  it('writes the records anew, each with what it repeats, and as hearsay verify wants them', () => {
    const all = [FERRY, SAME_SUBJECT, REPRINT, SHORT]
    store('records.jsonl', all)
    storeTexts(all)
    const { code, out, err } = hearsay(folder, ['dedupe', 'records.jsonl'])
    expect([code, err]).toEqual([
      0,
      'articles: 4, near-duplicates: 1, compared by what their statements say; too short to judge: 1\n',
    ])
    const records = recordsIn(out)
    expect(records).toMatchObject(all.map(recordOf))
    expect(records.map(({ duplicateOf }) => duplicateOf)).toEqual([
      undefined,
      undefined,
      { collection: 'samples', id: 'ferry', similarity: expect.closeTo(0.97, 1) as number },
      undefined,
    ])
    writeFileSync(join(folder, 'marked.jsonl'), out)
    expect(hearsay(folder, ['verify', 'marked.jsonl', '--input', 'samples'])).toMatchObject({ code: 0, out: '' })
  })

  it('compares the articles themselves where it is given them', () => {
    const all = [FERRY, REQUOTED, REPRINT]
    store('records.jsonl', all)
    storeTexts(all)
    expect(marksIn(hearsay(folder, ['dedupe', 'records.jsonl']).out)).toEqual([['reprint', 'ferry']])
    const { code, out, err } = hearsay(folder, ['dedupe', 'records.jsonl', '--input', 'samples', '--threshold', '.4'])
    expect([code, err]).toEqual([
      0,
      'articles: 3, near-duplicates: 2, compared by their texts; too short to judge: 0\n',
    ])
    expect(marksIn(out)).toEqual([
      ['requoted', 'ferry'],
      ['reprint', 'ferry'],
    ])
  })

  it('says of how many records the articles are not there, and judges the others', () => {
    store('records.jsonl', [FERRY, SAME_SUBJECT, REPRINT])
    storeTexts([FERRY, { ...SAME_SUBJECT, around: 'changed since' }, REPRINT])
    const { code, out, err } = hearsay(folder, ['dedupe', 'records.jsonl', '--input', 'samples'])
    expect(code).toBe(1)
    expect(err).toContain('got none with the text of 1: not judged [no-data]\n')
    expect(marksIn(out)).toEqual([['reprint', 'ferry']])
  })

  it('takes the first for the original, over several files, also compressed ones', () => {
    store('a.jsonl', [REPRINT])
    store('b.jsonl', [FERRY])
    expect(shell(folder, 'gzip b.jsonl').code).toBe(0)
    const { code, out } = hearsay(folder, ['dedupe', 'a.jsonl', 'b.jsonl.gz', '-o', 'marked.jsonl.gz'])
    expect([code, out]).toEqual([0, expect.stringMatching(/^ferry: repeats reprint, 0\.9\d\n$/)])
    expect(marksIn(gunzipSync(readFileSync(join(folder, 'marked.jsonl.gz'))).toString())).toEqual([
      ['ferry', 'reprint'],
    ])
    expect(marksIn(shell(folder, 'zcat b.jsonl.gz | hearsay dedupe - a.jsonl').out)).toEqual([['reprint', 'ferry']])
  })

  it('gives the same again for what it gave, and unmarks what repeats nothing any more', () => {
    store('records.jsonl', [FERRY, REPRINT])
    const { out } = hearsay(folder, ['dedupe', 'records.jsonl'])
    writeFileSync(join(folder, 'once.jsonl'), out)
    expect(hearsay(folder, ['dedupe', 'once.jsonl']).out).toBe(out)
    writeFileSync(join(folder, 'cut.jsonl'), out.slice(out.indexOf('\n') + 1))
    const again = hearsay(folder, ['dedupe', 'cut.jsonl']).out
    expect(recordsIn(again)).toEqual([recordOf(REPRINT)])
  })

  it('does not take an article that stands there twice for its own duplicate', () => {
    store('records.jsonl', [FERRY, { ...REPRINT, id: 'ferry' }])
    expect(marksIn(hearsay(folder, ['dedupe', 'records.jsonl']).out)).toEqual([])
  })

  it('lists the marks with -o, and as JSON with --json, also to whoever stops listening', () => {
    store('records.jsonl', [FERRY, { ...REPRINT, id: 're\u001b[2J\u009b' }])
    const listed = hearsay(folder, ['dedupe', 'records.jsonl', '-o', 'a.json'])
    expect(listed.out.replace('\n', '')).not.toMatch(/\p{Cc}/u)
    const json = hearsay(folder, ['dedupe', 'records.jsonl', '-o', 'a.json', '--json']).out
    expect(json.replace('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(JSON.parse(json)).toMatchObject({ id: 're\u001b[2J\u009b', duplicateOf: { id: 'ferry' } })
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toHaveLength(2)
    const many = Array.from({ length: 4000 }, (_, n) => ({ ...FERRY, id: `${n}${'x'.repeat(100)}` }))
    store('many.jsonl', many)
    shell(folder, 'hearsay dedupe many.jsonl -o marked.jsonl | head -1')
    expect(marksIn(readFileSync(join(folder, 'marked.jsonl'), 'utf8'))).toHaveLength(3999)
  })

  it('says how many originals it forgot, where more came than it may remember', () => {
    store('records.jsonl', [FERRY, SAME_SUBJECT, REPRINT])
    const { out, err } = hearsay(folder, ['dedupe', 'records.jsonl', '--remember', '1'])
    expect(marksIn(out)).toEqual([])
    expect(err).toContain('forgotten: the oldest 2 originals')
  })

  it('tells of what is no record, and leaves it out', () => {
    store('records.jsonl', [FERRY])
    expect(shell(folder, `echo '{"id":' >> records.jsonl; echo '{"id":"x"}' >> records.jsonl`).code).toBe(0)
    const { code, out, err } = hearsay(folder, ['dedupe', 'records.jsonl'])
    expect(code).toBe(1)
    expect(recordsIn(out)).toEqual([recordOf(FERRY)])
    expect(err).toContain(
      'records.jsonl:2: expected a record, got text that is not JSON; hearsay verify tells more [bad-record]\n',
    )
    expect(err).toContain('records.jsonl:3: expected a record, got version: ')
  })

  it.each([
    [['missing.jsonl'], 3, /missing\.jsonl: .* \[input-not-found\]/],
    [['records.jsonl', '-o', 'records.jsonl'], 2, /expected another file to write to/],
    [['records.jsonl', '--input', '.', '-o', './records.jsonl'], 2, /expected another file to write to/],
    [['records.jsonl', '-o', 'a.csv'], 2, /-o: expected a name that ends in \.jsonl or \.json/],
    [['records.jsonl', '--json'], 2, /--json: expected -o FILE/],
    [['records.jsonl', '--threshold', '0'], 2, /--threshold: expected a number above 0, got "0"/],
    [['records.jsonl', '--remember', '0'], 2, /--remember: expected a whole number from 1/],
    [['records.jsonl', '--remember', '99999999'], 2, /--remember: expected at most 50000000/],
    [['a.csv'], 2, /expected files of records or a database, got csv:/],
    [['sqlite:news.db', 'records.jsonl'], 2, /or one database alone; got 2 places/],
    [['sqlite:news.db', '-o', 'a.jsonl'], 2, /-o: expected files of records, got a database/],
    [['sqlite:missing.db'], 3, /missing\.db: .*ENOENT.* \[output-not-writable\]/],
    [[], 2, /records/],
  ])('with %j ends with %i', (args, code, err) => {
    store('records.jsonl', [FERRY])
    const ended = hearsay(folder, ['dedupe', ...args])
    expect(ended.err).toMatch(err)
    expect([ended.code, ended.out]).toEqual([code, ''])
    expect(existsSync(join(folder, 'missing.db'))).toBe(false)
  })
})

describe('hearsay dedupe of a database', () => {
  it('marks its articles in place, and lists the marks', async () => {
    const all = [FERRY, SAME_SUBJECT, REPRINT, REQUOTED, SHORT]
    storeTexts(all)
    const sink = await openSink(join(folder, 'news.db'), null, { producer: JSON.stringify(sampleRecord().producer) })
    for (const told of all) await sink.write(recordOf(told), textOf(told))
    await sink.close()
    const marks = () => {
      const database = new Database(join(folder, 'news.db'))
      const rows = database.prepare('SELECT article, original FROM duplicates ORDER BY article').raw().all()
      database.close()
      return rows
    }
    expect(hearsay(folder, ['dedupe', 'news.db'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^reprint: repeats ferry, 0\.9\d\n$/) as string,
      err: 'articles: 5, near-duplicates: 1, compared by what their statements say; too short to judge: 1\n',
    })
    expect(marks()).toEqual([[3, 1]])
    const byText = hearsay(folder, ['dedupe', 'sqlite:news.db', '--input', 'samples', '--json', '--threshold', '0.4'])
    expect(recordsIn(byText.out)).toMatchObject([
      { collection: 'samples', id: 'reprint', duplicateOf: { collection: 'samples', id: 'ferry' } },
      { id: 'requoted', duplicateOf: { id: 'ferry' } },
    ])
    expect(marks()).toEqual([
      [3, 1],
      [4, 1],
    ])
    expect(hearsay(folder, ['dedupe', 'news.db', '--threshold', '1'])).toMatchObject({ code: 0, out: '' })
    expect(marks()).toEqual([])
  })
})
