import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Record } from '../../src/record/record.js'
import { ARTICLE, find, sampleRecord } from '../record/sample.js'
import { hearsay, shell } from './command.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-verify-'))
  mkdirSync(join(folder, 'samples'))
  writeFileSync(join(folder, 'samples', 'harbour.txt'), ARTICLE.text)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function store(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content)
}

const line = (record: object = sampleRecord()) => `${JSON.stringify(record)}\n`

/** The sample with the text of its first quantity changed, which only the article can tell. */
function altered(): Record {
  return { ...sampleRecord(), quantities: [{ ...sampleRecord().quantities[0], text: '41' }] }
}

describe('hearsay verify', () => {
  it('finds nothing in sound records, however they are stored', () => {
    store('a.jsonl', line())
    store('b.jsonl.gz', gzipSync(line()))
    store('c.json', JSON.stringify([sampleRecord()], null, 2))
    store('d.json', JSON.stringify(sampleRecord(), null, 2))
    for (const name of ['a.jsonl', 'b.jsonl.gz', 'c.json', 'd.json']) {
      expect(hearsay(folder, ['verify', name])).toEqual({ code: 0, out: '', err: 'records: 1, findings: 0\n' })
    }
    expect(shell(folder, 'cat a.jsonl | hearsay verify -').code).toBe(0)
  })

  it('says of each finding where it is, what was expected and what came', () => {
    store('records.jsonl', `${line()}\n${line({ ...sampleRecord(), id: 'second', length: 20 })}`)
    const { code, out, err } = hearsay(folder, ['verify', 'records.jsonl'])
    expect(code).toBe(1)
    expect(out).toContain(
      `records.jsonl:3 second: sentences[1]: expected a place within 0-20, got ${find('The').start}-`,
    )
    expect(err).toMatch(/^records: 2, findings: \d+\n$/)
  })

  it('compares with the articles', () => {
    store('records.jsonl', line(altered()))
    expect(hearsay(folder, ['verify', 'records.jsonl']).code).toBe(0)
    const { code, out } = hearsay(folder, ['verify', 'records.jsonl', '--input', 'samples'])
    expect([code, out]).toEqual([
      1,
      'records.jsonl:1 harbour: quantities[0].text: expected "40", got "41" [bad-record]\n',
    ])
  })

  it('keeps no article in memory that no record is of', () => {
    store('records.jsonl', line())
    const others = Array.from(
      { length: 150 },
      (_, index) => `{"id":"${index}","text":"${'Rain fell. '.repeat(90_000)}"}\n`,
    )
    store('news.jsonl', others.join(''))
    const { code, out } = shell(folder, 'NODE_OPTIONS=--max-old-space-size=64 hearsay verify records.jsonl --input news.jsonl') // prettier-ignore
    expect([code, out]).toEqual([1, expect.stringContaining('expected an article of --input')])
  })

  it('tells of a record whose article is not there, and of one whose article came before', () => {
    store('records.jsonl', `${line({ ...sampleRecord(), id: 'elsewhere' })}${line()}${line()}`)
    const { code, out } = hearsay(folder, ['verify', 'records.jsonl', '--input', 'samples'])
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      'records.jsonl:1 elsewhere: id: expected an article of --input in collection samples, got none [bad-record]',
      'records.jsonl:3 harbour: id: expected an article of its own, got that of a record before [bad-record]',
      '',
    ])
  })

  it('tells of what is no record', () => {
    store(
      'records.jsonl',
      `{"id": "half\n${line({ ...sampleRecord(), surprise: 1 })}${line({ ...sampleRecord(), statements: [{}] })}`,
    )
    const { code, out } = hearsay(folder, ['verify', 'records.jsonl'])
    expect(code).toBe(1)
    expect(out).toContain('records.jsonl:1: expected a record as JSON [bad-record]\n')
    expect(out).toContain('records.jsonl:2 harbour: record: Unrecognized key: "surprise" [bad-record]\n')
    expect(out).toContain('records.jsonl:3 harbour: statements[0].kind: Invalid option')
  })

  it('does not print what a terminal would act on', () => {
    store(
      'records.jsonl',
      line({ ...altered(), id: '\u001b[2J', quantities: [{ ...altered().quantities[0], text: '\u202e!' }] }),
    )
    const { out } = hearsay(folder, ['verify', 'records.jsonl', '--input', 'samples'])
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('cannot use a broken archive', () => {
    store('records.jsonl.gz', 'not gzip')
    const { code, err } = hearsay(folder, ['verify', 'records.jsonl.gz'])
    expect([code, err.includes('[bad-gzip]')]).toEqual([3, true])
  })

  it('accepts what extract wrote', () => {
    for (const name of ['out.jsonl', 'out.json.gz']) {
      expect(hearsay(folder, ['extract', 'samples', '-o', name]).code).toBe(0)
      expect(hearsay(folder, ['verify', name, '--input', 'samples'])).toEqual({
        code: 0,
        out: '',
        err: 'records: 1, findings: 0\n',
      })
    }
  })
})

it('hearsay schema prints the JSON Schema of a record', () => {
  const { code, out } = hearsay(folder, ['schema'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ title: 'Hearsay record', type: 'object' })
})
