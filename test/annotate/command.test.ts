import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { hearsay } from '../cli/command.js'
import { describeWith } from '../required.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-export-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
mkdirSync(join(folder, 'news'))
const TEXT = '😀 “It rains.” said Ann Lee, the mayor.\r\n\r\nShe denied that 5 people left in 2021.\r\n'
writeFileSync(join(folder, 'news', 'a.txt'), TEXT)
writeFileSync(join(folder, 'news', 'b.txt'), readFileSync('corpus/agency-ferry.txt'))
hearsay(folder, ['extract', 'news', '-o', 'records.jsonl'])
const EXPORT = ['export', 'records.jsonl', '--input', 'news', '--to']

const STATEMENT = { content: [[0, 8]], cue: [14, 18], source: [10, 13], speaker: 'Ann', kind: 'indirect', act: 'say' }

describe('hearsay export and import', () => {
  it('go from records to gold that evaluate scores', () => {
    expect(hearsay(folder, [...EXPORT, 'brat', '-o', 'brat'])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^articles: 2, statements: \d+\n$/) as string,
    })
    expect(hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', 'gold/']).code).toBe(0)
    expect(readdirSync(join(folder, 'gold'))).toEqual(['a.json', 'b.json'])
    const { code, out } = hearsay(folder, [
      'evaluate',
      'statements',
      'gold/a.json',
      'gold/b.json',
      '--records',
      'records.jsonl',
    ])
    expect([code, JSON.parse(out)]).toMatchObject([0, { articles: 2, statement: { f1: 100 }, contentExact: 100 }])
  })

  it('leave the text out where they are told so: it is in articles.jsonl', () => {
    expect(hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', 'bare.jsonl', '--no-text']).code).toBe(0)
    expect(readFileSync(join(folder, 'bare.jsonl'), 'utf8')).not.toContain('rains')
    const { code, out } = hearsay(folder, [
      'evaluate',
      'statements',
      'bare.jsonl',
      '--articles',
      'brat/articles.jsonl',
      '--records',
      'records.jsonl',
    ])
    expect([code, JSON.parse(out)]).toMatchObject([0, { articles: 2, statement: { f1: 100 } }])
  })

  it('never write over what somebody may have worked on', () => {
    expect(hearsay(folder, [...EXPORT, 'brat', '-o', 'brat'])).toMatchObject({
      code: 2,
      err: 'hearsay: brat: expected a new or an empty folder to write to, got one that holds files [usage]\n',
    })
  })

  it('write over nothing that they read', () => {
    const gold = ['import', 'brat', '--from', 'brat', '-o', 'same.jsonl']
    expect(hearsay(folder, gold).code).toBe(0)
    const refused = { code: 2, err: expect.stringContaining('expected another file to write to than to read from') as string } // prettier-ignore
    const tasks = ['export', 'same.jsonl', '--gold', '--to', 'label-studio', '-o', 'tasks.json']
    expect(hearsay(folder, tasks).code).toBe(0)
    expect(hearsay(folder, ['import', 'tasks.json', '--from', 'label-studio', '-o', './tasks.json'])).toMatchObject(refused) // prettier-ignore
    expect(hearsay(folder, ['export', 'tasks.json', '--gold', '--to', 'label-studio', '-o', 'tasks.json'])).toMatchObject(refused) // prettier-ignore
  })

  it('tell which file has an article once more', () => {
    expect(
      hearsay(folder, ['export', 'records.jsonl', 'records.jsonl', '--input', 'news', '--to', 'brat', '-o', 'once']),
    ).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^records\.jsonl:1 a: expected an article of its own, got that of a record before: left out \[duplicate-id\]\nrecords\.jsonl:2 b: .*\narticles: 2, statements: \d+\n$/,
      ) as string,
    })
  })

  it('tell of what is wrong with one article, and go on', () => {
    const [first, second] = readFileSync(join(folder, 'records.jsonl'), 'utf8').trimEnd().split('\n')
    const other = JSON.stringify({ ...(JSON.parse(second) as object), sha256: '0'.repeat(64) })
    const gone = JSON.stringify({ ...(JSON.parse(second) as object), id: 'gone\u001b[2J' })
    writeFileSync(join(folder, 'mixed.jsonl'), ['{"broken', first, first, other, gone].join('\n'))
    const { code, err } = hearsay(folder, [
      'export',
      'mixed.jsonl',
      '--input',
      'news',
      '--to',
      'label-studio',
      '-o',
      'mixed.json',
    ])
    expect(code).toBe(1)
    expect(err.trimEnd().split('\n')).toEqual([
      'mixed.jsonl:1: expected a record, got text that is not JSON [bad-record]',
      'mixed.jsonl:3 a: expected an article of its own, got that of a record before: left out [duplicate-id]',
      'mixed.jsonl:4 b: expected the article that the record was made of, got another text: extract it anew [bad-record]',
      'mixed.jsonl:5 gone\\u001b[2J: expected an article of --input with this id in collection news, got none [bad-record]',
      expect.stringMatching(/^articles: 1, /),
    ])
    expect(JSON.parse(readFileSync(join(folder, 'mixed.json'), 'utf8')) as object[]).toHaveLength(1)
    expect(readFileSync(join(folder, 'mixed.xml'), 'utf8')).toContain('<Label value="Statement"')
  })

  it('go on with the gold articles that are right', () => {
    const gold = (id: string, fields: object = {}) => JSON.stringify({ id, text: 'It rains, Ann said.', statements: [{ ...STATEMENT, ...fields }] }) // prettier-ignore
    const lines = [
      gold('a'),
      gold('b', { content: [[10, 500]] }),
      '{"broken',
      gold('c', { content: [[8, 0]] }),
      gold('d'),
    ]
    writeFileSync(join(folder, 'mixed-gold.jsonl'), lines.join('\n'))
    const args = ['export', 'gone.jsonl', 'mixed-gold.jsonl', '--gold', '--to', 'brat', '-o', 'mixed-gold']
    expect(hearsay(folder, args)).toMatchObject({
      code: 3,
      err: [
        'gone.jsonl: expected a file, found none [input-not-found]',
        'mixed-gold.jsonl:2 b: expected gold for this task: statements.0.content.0: expected a span within 0..19, got 10..500 [bad-record]',
        'mixed-gold.jsonl:3: expected one JSON object a line, got text that is not JSON [bad-json]',
        'mixed-gold.jsonl:4 c: expected gold for this task: statements.0.content.0: expected a span within 0..19, got 8..0 [bad-record]',
        'articles: 2, statements: 2',
        '',
      ].join('\n'),
    })
    expect(
      readFileSync(join(folder, 'mixed-gold', 'articles.jsonl'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2)
  })

  it('go on with the files and folders that can be read', () => {
    const args = ['export', 'gone.jsonl', 'records.jsonl', '--input', 'news', '--to', 'brat', '-o', 'one-gone']
    expect(hearsay(folder, args)).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^gone\.jsonl: expected .*\narticles: 2, /) as string,
    })
    for (const tool of ['brat', 'label-studio']) {
      expect(hearsay(folder, ['import', 'gone', '--from', tool, '-o', 'gone.jsonl'])).toMatchObject({ code: 3 })
      expect(existsSync(join(folder, 'gone.jsonl'))).toBe(false)
    }
    expect(hearsay(folder, ['import', 'gone', 'brat', '--from', 'brat', '-o', 'one-gone.jsonl'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^gone.*: expected .*\narticles: 2, /) as string,
    })
  })

  it('write gold to the standard output', () => {
    const { code, out, err } = hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', '-'])
    expect([code, err]).toEqual([0, expect.stringMatching(/^articles: 2, /)])
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['a', 'b'])
  })

  it('write gold into no folder that holds files', () => {
    const before = readFileSync(join(folder, 'gold', 'a.json'), 'utf8')
    writeFileSync(join(folder, 'gold', 'a.json'), `${before}\n`)
    expect(hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', 'gold'])).toMatchObject({
      code: 2,
      err: 'hearsay: gold: expected a new or an empty folder to write to, got one that holds files [usage]\n',
    })
    expect(readFileSync(join(folder, 'gold', 'a.json'), 'utf8')).toBe(`${before}\n`)
    writeFileSync(join(folder, 'gold', 'a.json'), before)
  })

  it.each(['gold.jsonl.gz', 'gold.txt', 'records', '/dev/full'])('take %s for no folder', (output) => {
    writeFileSync(join(folder, 'records'), '')
    const { code, err } = hearsay(folder, ['import', 'brat', '--from', 'brat', '-o', output])
    expect([code, err]).toEqual([2, expect.stringMatching(/^hearsay: --output: expected a \.jsonl or .*; got "/)])
  })

  it('take gold once more', () => {
    expect(
      hearsay(folder, ['export', 'gold/a.json', 'gold/b.json', '--gold', '--to', 'brat', '-o', 'again']).code,
    ).toBe(0)
    expect(hearsay(folder, ['import', 'again', '--from', 'brat', '-o', 'again-gold']).code).toBe(0)
    expect(readFileSync(join(folder, 'again-gold', 'a.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'gold', 'a.json'), 'utf8'),
    )
  })

  it.each([
    [
      ['export', 'records.jsonl', '--to', 'brat', '-o', 'x'],
      2,
      'expected --input with the articles of the records, or --gold',
    ],
    [
      ['export', 'records.jsonl', '--gold', '--input', 'news', '--to', 'brat', '-o', 'x'],
      2,
      'expected --articles with --gold, got --input',
    ],
    [
      ['export', 'records.jsonl', '--input', 'news', '--to', 'word', '-o', 'x'],
      2,
      'Allowed choices are brat, label-studio',
    ],
    [
      ['export', 'records.jsonl', '--input', 'news', '--to', 'label-studio', '-o', 'x'],
      2,
      '--output: expected a .json file, got "x"',
    ],
    [['export', 'nothing.jsonl', '--input', 'news', '--to', 'brat', '-o', 'x'], 3, 'nothing.jsonl: expected'],
    [
      ['import', 'news', '--from', 'brat', '-o', 'x.jsonl'],
      3,
      'expected the articles that hearsay export has put there, found none',
    ],
    [['import', 'nothing', '--from', 'brat', '-o', 'x.jsonl'], 3, 'expected a folder or a file, found none'],
    [
      ['import', 'records.jsonl', '--from', 'label-studio', '-o', 'x.jsonl'],
      3,
      'expected annotated articles, got none',
    ],
    [
      ['import', 'brat', '--from', 'brat', '-o', 'x.json'],
      2,
      'expected a .jsonl file or a folder for several articles, got a .json file',
    ],
  ])('%j ends with %i', (args, expected, message) => {
    const { code, err } = hearsay(folder, args)
    expect([code, err]).toEqual([expected, expect.stringContaining(message)])
    expect(['x', 'x.json', 'x.jsonl'].filter((name) => existsSync(join(folder, name)))).toEqual([])
  })
})

const hasPython = spawnSync('python3', ['--version']).status === 0

describeWith('python', hasPython, 'no python3', 'what Python reads', () => {
  it('are the same words at the same places as in each line', () => {
    // As brat reads its files: code points, universal line ends, and any line end of Unicode between lines.
    const script = `
import sys, glob, io, codecs
count = 0
for path in glob.glob(sys.argv[1] + '/*.ann'):
    text = io.open(path[:-4] + '.txt', encoding='utf-8').read()
    for line in codecs.open(path, encoding='utf-8'):
        if not line.startswith('T'): continue
        _, data, words = line.rstrip('\\n').split('\\t', 2)
        spans = [tuple(map(int, pair.split(' '))) for pair in data.split(' ', 1)[1].split(';')]
        assert ' '.join(text[a:b] for a, b in spans) == words, line
        assert not any('\\n' in text[a:b] for a, b in spans), line
        count += 1
print(count)`
    const { stdout, stderr } = spawnSync('python3', ['-c', script, join(folder, 'brat')], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(Number(stdout)).toBeGreaterThan(50)
  })
})
