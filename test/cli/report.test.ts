import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ReportData } from '../../src/report/data.js'
import { ARTICLE, sampleRecord } from '../record/sample.js'
import { HOSTILE } from '../report/sample.js'
import { hearsay } from './command.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-report-'))
  mkdirSync(join(folder, 'samples'))
  writeFileSync(join(folder, 'samples', 'harbour.txt'), ARTICLE.text)
  store(sampleRecord())
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function store(...records: object[]): void {
  writeFileSync(join(folder, 'records.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

const report = (...more: string[]) => hearsay(folder, ['report', 'records.jsonl', '-o', 'report.html', ...more])
const page = () => readFileSync(join(folder, 'report.html'), 'utf8')
const data = () =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page())![1]) as ReportData

describe('hearsay report', () => {
  it('makes a page of records, with the texts where it is given the articles', () => {
    expect(report()).toEqual({ code: 0, out: '', err: 'report of 3 statements in 1 article: report.html\n' })
    expect(data().articles[0].text).toBeUndefined()
    expect(report('--input', 'samples').err).toBe('report of 3 statements in 1 article, 1 with text: report.html\n')
    expect(data().articles[0].text).toBe(ARTICLE.text)
  })

  it('makes the same bytes of the same records, also on the standard output', () => {
    report('--input', 'samples')
    for (const more of [[], ['-o', '-']]) {
      const { code, out } = hearsay(folder, ['report', 'records.jsonl', '--input', 'samples', ...more])
      expect([code, out]).toEqual([0, page()])
    }
    expect(readdirSync(folder)).not.toContain('-')
  })

  it('has the title that it is given, as text', () => {
    report('--title', '<b>Harbour</b> & sea')
    expect(page()).toContain('<title>&#60;b&#62;Harbour&#60;/b&#62; &#38; sea</title>')
    expect(data().title).toBe('<b>Harbour</b> & sea')
    expect(report('--title', ' ')).toEqual({ code: 2, out: '', err: 'hearsay: --title: expected words, got " " [usage]\n' }) // prettier-ignore
  })

  it('takes the day of an article from when it was published, else from its dateline where that has a year', () => {
    const { meta } = sampleRecord()
    const dateline = { ...meta.dateline!, date: '2021-03-03' }
    store(
      sampleRecord(),
      { ...sampleRecord(), id: 'b', meta: { ...meta, dateline } },
      { ...sampleRecord(), id: 'c', meta: { ...meta, dateline, published: 'March 4, 2021' } },
    )
    report()
    expect(data().articles.map(({ day }) => day)).toEqual([undefined, '2021-03-03', '2021-03-04'])
  })

  it.each(['0000-00-00 00:00:00', '2024-99-99', '2023-02-29', '0001-01-01', '9999-12-31T00:00:00Z', 'March 32, 2021'])(
    'knows no day of an article that was published on %s, which is none',
    (published) => {
      const { meta } = sampleRecord()
      store({ ...sampleRecord(), meta: { language: 'en', published } }, { ...sampleRecord(), id: 'b', meta: { ...meta, published, dateline: { ...meta.dateline!, date: '2021-03-03' } } }) // prettier-ignore
      report()
      expect(data().articles.map(({ day }) => day)).toEqual([undefined, '2021-03-03'])
    },
  )

  it('allows no script, style or request but its own', () => {
    report()
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page())![1].split('; ')
    expect(policy).toContain(`default-src 'none'`)
    expect(policy.find((part) => part.startsWith('script-src'))).toMatch(/^script-src 'sha256-[\w+/=]{44}'$/)
    expect(policy.find((part) => part.startsWith('style-src'))).toMatch(/^style-src 'sha256-[\w+/=]{44}'$/)
  })

  it('tells in a line of an article that is missing, and shows its statements', () => {
    store({ ...sampleRecord(), id: 'elsewhere' }, sampleRecord())
    const { code, err } = report('--input', 'samples')
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      'records.jsonl:1 elsewhere: expected its article in --input, collection samples, got none: only its statements are shown [bad-record]',
      'report of 6 statements in 2 articles, 1 with text: report.html',
      '',
    ])
    expect(data().articles.map(({ text }) => text === undefined)).toEqual([true, false])
  })

  it('does not tell of a thousand missing articles one by one', () => {
    store(...Array.from({ length: 1000 }, (_, index) => ({ ...sampleRecord(), id: `lost-${index}` })))
    const lines = report('--input', 'samples').err.trim().split('\n')
    expect(lines).toHaveLength(12)
    expect(lines[10]).toBe('and 990 more articles that are missing')
  })

  it('shows and counts an article once that is given twice', () => {
    const { code, err } = hearsay(folder, ['report', 'records.jsonl', 'records.jsonl', '--input', 'samples', '-o', 'report.html']) // prettier-ignore
    expect([code, err]).toEqual([
      1,
      'records.jsonl:1 harbour: expected an article of its own, got that of a record before: left out [bad-record]\n' +
        'report of 3 statements in 1 article, 1 with text: report.html\n',
    ])
    expect(data().articles).toHaveLength(1)
  })

  it('shows no text that is not the one of the record', () => {
    writeFileSync(join(folder, 'samples', 'harbour.txt'), ARTICLE.text.replace('40', '41'))
    const { code, err } = report('--input', 'samples')
    expect(code).toBe(1)
    expect(err).toContain('harbour: expected the text that the record was made of, got another (sha256 is not')
    expect(data().articles[0].text).toBeUndefined()
    expect(data().articles[0].statements).toHaveLength(3)
  })

  it('leaves out what is no record, and says where', () => {
    writeFileSync(join(folder, 'records.jsonl'), `{"id":\n${JSON.stringify(sampleRecord())}\n`)
    const { code, err } = report()
    expect(code).toBe(1)
    expect(err).toMatch(/^records\.jsonl:1: expected a record, left out; .*\[bad-record\]\n/)
    expect(data().articles).toHaveLength(1)
  })

  it('makes no page, and spoils none, of files that hold no record at all', () => {
    report()
    const before = page()
    writeFileSync(join(folder, 'records.jsonl'), 'some prose\n')
    expect(report()).toMatchObject({ code: 3 })
    expect(hearsay(folder, ['report', 'nowhere.jsonl', '-o', 'report.html']).code).toBe(3)
    expect(page()).toBe(before)
    expect(readdirSync(folder).sort()).toEqual(['records.jsonl', 'report.html', 'samples'])
  })

  it('writes nothing to the standard output either of files that hold no record', () => {
    writeFileSync(join(folder, 'records.jsonl'), 'some prose\n')
    expect(hearsay(folder, ['report', 'records.jsonl'])).toMatchObject({ code: 3, out: '' })
  })

  it('does not tell of a hundred articles one by one that cannot be read', () => {
    writeFileSync(join(folder, 'samples.jsonl'), '{"id":\n'.repeat(100))
    const { code, err } = report('--input', 'samples.jsonl')
    expect(code).toBe(1)
    expect(err.match(/^samples\.jsonl:/gm)).toHaveLength(10)
    expect(err).toContain('\nand 90 more inputs that cannot be read\n')
  })

  it('makes the page without the texts of inputs that are not there, and ends with 3', () => {
    const { code, err } = report('--input', 'nowhere')
    expect(code).toBe(3)
    expect(err).toMatch(/^nowhere: .*\[input-not-found\]\n.*\nreport of 3 statements in 1 article, 0 with text/)
    expect(data().articles[0].statements).toHaveLength(3)
  })

  it('writes over no record and no article', () => {
    symlinkSync('records.jsonl', join(folder, 'same.jsonl'))
    for (const [records, output] of [
      ['records.jsonl', 'records.jsonl'],
      ['same.jsonl', 'records.jsonl'],
      ['records.jsonl', 'samples/harbour.txt'],
    ]) {
      const { code, err } = hearsay(folder, ['report', records, '--input', 'samples', '-o', output])
      expect([code, err]).toEqual([2, expect.stringContaining('expected another file to write to than to read from')])
    }
    expect(readFileSync(join(folder, 'records.jsonl'), 'utf8')).toBe(`${JSON.stringify(sampleRecord())}\n`)
    expect(readFileSync(join(folder, 'samples', 'harbour.txt'), 'utf8')).toBe(ARTICLE.text)
  })

  it('makes a page of no records', () => {
    store()
    expect(report()).toEqual({ code: 0, out: '', err: 'report of 0 statements in 0 articles: report.html\n' })
    expect(data().articles).toEqual([])
  })

  it('lets nothing hostile through, to the page or to the terminal', () => {
    store(HOSTILE.record)
    const { err } = report('--input', 'samples')
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    // eslint-disable-next-line no-control-regex -- as above
    expect(page()).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(page().match(/<\/script>/g)).toHaveLength(2)
    expect(page().match(/<img/g)).toBeNull()
  })
})
