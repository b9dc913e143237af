import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TABLES } from '../../src/output/csv-columns.js'
import type { Record } from '../../src/record/record.js'
import { sampleRecord } from '../record/sample.js'
import { hearsay, shell, startHearsay } from './command.js'

const BRIDGE = 'The mayor said on Monday that the old bridge would close for repairs.\n'
const FERRY = '"We sail at noon," the captain told reporters. According to the company, 40 passengers were on board.\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'))
  writeFileSync(join(folder, 'bridge.txt'), BRIDGE)
  writeFileSync(join(folder, 'ferry.txt'), FERRY)
  writeFileSync(join(folder, 'photo.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0]))
  const lines = [
    JSON.stringify({ id: 'one', text: BRIDGE }),
    '{"id": "two", "text',
    JSON.stringify({ id: 'three', text: FERRY }),
  ]
  writeFileSync(join(folder, 'news.jsonl'), `${lines.join('\n')}\n`)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const records = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record)

describe('hearsay extract', () => {
  it('gives one record a line in a pipe, in input order', () => {
    const { code, out, err } = hearsay(folder, ['extract', 'ferry.txt', 'bridge.txt'])
    expect([code, err]).toEqual([0, ''])
    expect(records(out).map(({ id }) => id)).toEqual(['ferry', 'bridge'])
    expect(records(out)[1].statements[0].cue!.text).toBe('said')
  })

  it('reads the standard input when no input is named', () => {
    const { code, out } = hearsay(folder, ['extract'], BRIDGE)
    expect(code).toBe(0)
    expect(records(out)[0].length).toBe(BRIDGE.length)
  })

  it('writes the same bytes each time', () => {
    const [first, second] = [hearsay(folder, ['extract', 'ferry.txt']), hearsay(folder, ['extract', 'ferry.txt'])]
    expect(first.out).toBe(second.out)
  })

  it.each(['jsonl', 'json', 'csv', 'text'])('writes %s to the standard output when asked', (format) => {
    const { code, out } = hearsay(folder, ['extract', 'bridge.txt', '--format', format])
    expect(code).toBe(0)
    expect(out).toContain('that the old bridge would close for repairs')
    expect(out).not.toContain('\u001b')
  })

  it('writes to a file what its name asks for', () => {
    expect(hearsay(folder, ['extract', 'bridge.txt', '-o', 'out.csv.gz'])).toEqual({ code: 0, out: '', err: '' })
    const [header, row] = gunzipSync(readFileSync(join(folder, 'out.csv.gz')))
      .toString()
      .split('\n')
    expect(header).toBe(Object.keys(TABLES.statements.columns).join(','))
    expect(row).toContain('"bridge"')

    hearsay(folder, ['extract', 'bridge.txt', '-o', 'out.json'])
    expect((JSON.parse(read('out.json')) as Record[]).map(({ id }) => id)).toEqual(['bridge'])

    hearsay(folder, ['extract', 'bridge.txt', '-o', 'named', '--format', 'text'])
    expect(read('named')).toMatch(/^bridge\n/)
  })

  it('writes rows of quantities, entities or times where --rows asks for them, and to csv alone', () => {
    for (const rows of ['quantities', 'entities', 'times'] as const) {
      const { out } = hearsay(folder, ['extract', 'bridge.txt', '--format', 'csv', '--rows', rows])
      expect(out.split('\n')[0]).toBe(Object.keys(TABLES[rows].columns).join(','))
    }
    const { code, err } = hearsay(folder, ['extract', 'bridge.txt', '--rows', 'times'])
    expect(code).toBe(2)
    expect(err).toMatch(/--rows: expected csv to be written, got jsonl/)
  })

  it('leaves out statements below --min-confidence', () => {
    const { out } = hearsay(folder, ['extract', 'ferry.txt', 'bridge.txt', '--min-confidence', '0.5'])
    for (const { statements } of records(out))
      for (const { confidence } of statements) expect(confidence).toBeGreaterThanOrEqual(0.5)
    expect(hearsay(folder, ['extract', 'bridge.txt', '--min-confidence', '1']).code).toBe(0)
  })

  it('names the collection as told', () => {
    const { out } = hearsay(folder, ['extract', 'bridge.txt', '--collection', 'harbour news'])
    expect(records(out)[0].collection).toBe('harbour news')
  })
})

describe('an article that fails', () => {
  it('is told of in one line, and the others go on', () => {
    const { code, out, err } = hearsay(folder, ['extract', 'bridge.txt', 'photo.txt', 'ferry.txt'])
    expect(code).toBe(1)
    expect(records(out).map(({ id }) => id)).toEqual(['bridge', 'ferry'])
    expect(err).toMatch(/^[^\n]*photo\.txt[^\n]*\[not-text\]\n$/)
  })

  it('is told of with the line of its file', () => {
    const { code, out, err } = hearsay(folder, ['extract', 'news.jsonl'])
    expect(code).toBe(1)
    expect(records(out).map(({ id }) => id)).toEqual(['one', 'three'])
    expect(err).toMatch(/^[^\n]*news\.jsonl:2[^\n]*\[bad-json\]\n$/)
  })

  it('leaves a complete file of the others', () => {
    expect(hearsay(folder, ['extract', 'photo.txt', 'bridge.txt', '-o', 'others.json']).code).toBe(1)
    expect(JSON.parse(read('others.json'))).toHaveLength(1)
  })

  it('is one that is larger than --max-size', () => {
    const { code, err } = hearsay(folder, ['extract', 'ferry.txt', '--max-size', '90'])
    expect(code).toBe(1)
    expect(err).toMatch(/^[^\n]*ferry\.txt[^\n]*\[too-large\]\n$/)
  })
})

describe('what is read', () => {
  it.each([
    ['a folder', ['news']],
    ['a glob', ['news/*.txt']],
    ['a list', ['@list']],
    ['a link to it', ['link.txt']],
  ])('is not written over where it is named by %s', (_, inputs) => {
    const nest = mkdtempSync(join(folder, 'nest-'))
    mkdirSync(join(nest, 'news'))
    writeFileSync(join(nest, 'news', 'bridge.txt'), BRIDGE)
    writeFileSync(join(nest, 'list'), 'news/bridge.txt\n')
    symlinkSync(join('news', 'bridge.txt'), join(nest, 'link.txt'))
    const { code, err } = hearsay(nest, ['extract', ...inputs, '--format', 'text', '-o', 'news/bridge.txt'])
    expect([code, readFileSync(join(nest, 'news', 'bridge.txt'), 'utf8')]).toEqual([2, BRIDGE])
    expect(err).toMatch(
      /^hearsay: news\/bridge\.txt: expected another file to write to than to read from.*\[usage\]\n$/,
    )
    expect(hearsay(nest, ['extract', ...inputs, '-o', 'news/new.jsonl']).code).toBe(0)
  })
})

describe('what cannot be done', () => {
  it.each([
    [['extract', 'bridge.txt', '--fromat', 'csv'], /unknown option '--fromat' \(Did you mean --format\?\)/],
    [['extract', 'bridge.txt', '--format', 'xml'], /Allowed choices are jsonl, json, csv, text/],
    [
      ['extract', 'bridge.txt', '--min-confidence', 'high'],
      /--min-confidence: expected a number from 0 to 1, got "high"/,
    ],
    [['extract', 'bridge.txt', '--max-size', '-1'], /expected a size for --max-size/],
    [['extract', 'bridge.txt', '--field', 'text'], /expected --field NAME=PATH/],
    [['extract', 'bridge.txt', '--language', '42'], /expected a language code for --language/],
    [['extract', 'bridge.txt', '-o', 'records.xlsx'], /records\.xlsx: expected a name that ends in \.jsonl/],
    [['extract', 'bridge.txt', '-o', 'bridge.txt'], /expected another file to write to than to read from/],
    [['extrat', 'bridge.txt'], /unknown command 'extrat' \(Did you mean extract\?\)/],
    [['verify'], /missing required argument 'records'/],
  ])('%j is wrong usage', (args, message) => {
    const { code, out, err } = hearsay(folder, args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err).toMatch(/^hearsay: [^\n]*\[usage\]\n$/)
  })

  it.each([
    [['extract', 'missing.txt'], /missing\.txt: [^\n]*\[input-not-found\]/],
    [
      ['extract', 'bridge.txt', '-o', 'missing/out.json'],
      /missing\/out\.json: [^\n]*ENOENT[^\n]*\[output-not-writable\]/,
    ],
    [['verify', 'missing.jsonl'], /missing\.jsonl: [^\n]*\[input-not-found\]/],
  ])('%j does not find its files', (args, message) => {
    const { code, out, err } = hearsay(folder, args)
    expect([code, out]).toEqual([3, ''])
    expect(err).toMatch(message)
    expect(err.trimEnd()).not.toContain('\n')
  })

  it('shows no control characters of what the user named', () => {
    expect(hearsay(folder, ['extract', 'bridge.txt', '--format', '\u001b[2J']).err).toContain("'\\u001b[2J'")
  })
})

describe('a reader or a signal that ends it', () => {
  it('a closed pipe is no failure', () => {
    const many = Array.from({ length: 2000 }, (_, index) => JSON.stringify({ id: `a${index}`, text: BRIDGE }))
    writeFileSync(join(folder, 'many.jsonl'), many.join('\n'))
    const { code, out, err } = shell(folder, 'hearsay extract many.jsonl | head -1')
    expect([code, err]).toEqual([0, ''])
    expect(records(out)[0].id).toBe('a0')
    expect(shell(folder, 'hearsay extract many.jsonl --format csv | head -c 10').code).toBe(0)
    expect(shell(folder, 'hearsay schema | true').code).toBe(0)
  })

  it.each([
    ['SIGINT', 130, ['extract', '-o', 'stopped.jsonl']],
    ['SIGTERM', 143, ['extract', '-o', 'stopped.jsonl']],
    ['SIGINT', 130, ['report', '-', '-o', 'stopped.html']],
    ['SIGINT', 130, ['dedupe', '-', '-o', 'stopped.jsonl']],
    ['SIGINT', 130, ['import', '-', '--from', 'label-studio', '-o', 'stopped.jsonl']],
  ] as const)('%s gives exit code %i, and nothing half written is left: %j', async (signal, code, args) => {
    const before = readdirSync(folder)
    const running = startHearsay(folder, args)
    // A page begins with its first record, which is read when enough is there to tell the encoding.
    running.stdin!.write(args[0] === 'report' ? `${JSON.stringify(sampleRecord())}\n`.repeat(200) : 'The mayor ')
    // Without a pause: the signal comes as soon as there is something to leave behind.
    while (readdirSync(folder).length === before.length) await setImmediate()
    running.kill(signal)
    expect(await once(running, 'exit')).toEqual([code, null])
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('hearsay', () => {
  it('shows its version and its help', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(hearsay(folder, ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    const help = hearsay(folder, ['--help'])
    expect(help.code).toBe(0)
    expect(help.out).toMatch(/extract[\s\S]*verify[\s\S]*schema[\s\S]*Examples:[\s\S]*Exit codes:/)
    expect(hearsay(folder, ['extract', '--help']).out).toContain('--min-confidence')
  })

  it('without a command shows its help as wrong usage', () => {
    const { code, out, err } = hearsay(folder, [])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('Usage: hearsay')
  })
})
