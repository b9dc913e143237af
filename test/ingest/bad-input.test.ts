import { chmodSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readArticles } from '../../src/ingest/index.js'
import { folderWith, readAll, stdinWith } from './folder.js'

const GOOD = '{"id":"good","text":"It rained."}\n'

/** What reading these files says, and that a good article among them is read all the same. */
async function linesOf(files: Readonly<Record<string, string | Uint8Array>>, maxSize?: number): Promise<string[]> {
  const folder = folderWith({ ...files, 'zz.jsonl': GOOD })
  const { articles, lines } = await readAll([folder], maxSize === undefined ? {} : { maxSize })
  expect(articles.at(-1)).toMatchObject({ id: 'good' })
  return lines
}

describe('a file that is no text', () => {
  test.each([
    ['a PDF file', Buffer.from('%PDF-1.7\nword word word word')],
    ['a zip archive or an office document', Buffer.from('PK\x03\x04word')],
    ['a JPEG image', Buffer.from('\xff\xd8\xff\xe0 word', 'latin1')],
    ['a file compressed twice', gzipSync(gzipSync('word'))],
    ['binary data: 11% of it is control characters', Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 256))],
    ['binary data: 100% of it is control characters', Buffer.alloc(1000)],
  ])('is refused as %s', async (what, content) => {
    expect(await linesOf({ 'a.txt': content })).toEqual([`news/a.txt: expected text, found ${what} [not-text]`])
  })

  test('is told from UTF-16 without a mark', async () => {
    expect(await linesOf({ 'a.txt': Buffer.from('It rained all day.', 'utf16le') })).toEqual([
      'news/a.txt: expected text, found what looks like UTF-16 without a byte order mark; name it with --encoding utf-16le [not-text]',
    ])
  })
})

describe('a table that has to be copied before it can be read', () => {
  test('is told of where there is no room for the copy, and the rest goes on', async () => {
    const good = join(folderWith({ 'good.jsonl': GOOD }), 'good.jsonl')
    const missing = join(folderWith({}), 'missing')
    vi.stubEnv('TMPDIR', missing)
    onTestFinished(() => {
      vi.unstubAllEnvs()
    })
    const { articles, failures } = await readAll(['-', good], { stdin: stdinWith('PAR1') })
    expect(articles.map(({ id }) => id)).toEqual(['good'])
    expect(failures.map(({ error }) => error.toLine())).toEqual([
      `stdin: expected room for a copy of it in ${missing}, got ENOENT; TMPDIR names another folder [input-unreadable]`,
    ])
  })
})

describe('odd characters', () => {
  test('within text are kept and told of, at the first of each', async () => {
    const text = 'A\u0000b\u0007 \ufeff c\ufffd d\u0085 and so on in words.'
    const { articles } = await readAll(['-'], { stdin: stdinWith(text) })
    expect(articles[0]?.text).toBe(text)
    expect(articles[0]?.diagnostics).toEqual([
      {
        code: 'control-character',
        severity: 'warning',
        start: 1,
        end: 2,
        message: '3 control characters, kept in the text',
      },
      {
        code: 'replacement-character',
        severity: 'warning',
        start: 8,
        end: 9,
        message: 'A replacement character: characters were lost in decoding, here or before',
      },
    ])
  })

  test('lone surrogates of JSON escapes are kept, pairs are none', async () => {
    const { articles } = await readAll(['-'], { stdin: stdinWith('{"text":"\\ud83d\\ude42 \\ude42 \\ud83d"}\n') })
    expect(articles[0]?.text).toBe('\ud83d\ude42 \ude42 \ud83d')
    expect(articles[0]?.diagnostics).toMatchObject([{ code: 'lone-surrogate', start: 3, end: 4 }])
  })

  test('an empty text is an article with a warning', async () => {
    const folder = folderWith({ 'a.txt': '', 'b.txt': ' \n\ufeff', 'c.txt': 'x' })
    const { articles } = await readAll([folder])
    expect(articles.map(({ id, diagnostics }) => [id, diagnostics?.[0]?.code])).toEqual([
      ['a', 'empty-text'],
      ['b', 'empty-text'],
      ['c', undefined],
    ])
  })
})

describe('broken JSON', () => {
  test.each([
    ['a.jsonl', `${GOOD}\n{"text": "x",}\n`, 'news/a.jsonl:3: expected JSON, got "}" at column 14'],
    ['a.jsonl', '{"text": "x"', 'news/a.jsonl:1: expected JSON, got its end too early'],
    ['a.jsonl', 'It rained.\n', 'news/a.jsonl:1: expected JSON, got "It rained." at column 1'],
    ['a.jsonl', '[1]\n', 'news/a.jsonl:1: expected an object for each article, got an array'],
    ['a.json', '{\n  "text": "x"\n  "id": 1\n}', 'news/a.json:3: expected JSON, got ""id": 1 }" at column 3'],
    [
      'a.json',
      '{"text":"x"}\n{"text":"y"}',
      'news/a.json:2: expected JSON, got "{"text":"y"}" at column 1; a file with one object a line is named .jsonl',
    ],
    ['a.json', '"x"', 'news/a.json:1: expected an object for each article, got a string'],
    ['a.json', ' \n', 'news/a.json: expected an object or an array of them, got nothing'],
    ['a.json', '[\n{"text":"x"},\n', 'news/a.json:3: expected the array to be closed, got the end of the file'],
    ['a.json', '[{"text":"x"}] x', 'news/a.json:1: expected nothing after the array'],
    ['a.json', '[{"text":"x"},\n\n {"text":\n y}]', 'news/a.json:4: expected JSON, got "y}" at column 2'],
    ['a.json', '[{"text":"x"},]', 'news/a.json:1: expected JSON, got its end too early'],
  ])('in %s: %j is told of with its line', async (name, content, line) => {
    expect(await linesOf({ [name]: content })).toEqual([`${line} [bad-json]`])
  })

  test('the other lines and objects are read', async () => {
    const { articles } = await readAll([folderWith({ 'a.json': '[{"text":"x"}, {"text"}, 7, {"text":"y"}]' })])
    expect(articles.map(({ id }) => id)).toEqual(['a#1', 'a#4'])
  })

  test('however deep it nests, does not crash', async () => {
    const deep = '['.repeat(200_000)
    expect(await linesOf({ 'a.jsonl': `${deep}\n`, 'b.json': `{"text":"x","y":${deep}` })).toHaveLength(2)
    const { articles } = await readAll(['-'], { stdin: stdinWith(`{"text":"x","y":${deep}${']'.repeat(200_000)}}\n`) })
    expect(articles).toMatchObject([{ text: 'x' }])
  })
})

describe('gzip', () => {
  const packed = gzipSync(GOOD.replace('good', 'first') + `{"text":"${'abcdefgh'.repeat(20_000)}"}\n`)

  test('that is cut off is told of, after what could be read', async () => {
    const folder = folderWith({ 'a.jsonl.gz': packed.subarray(0, packed.length - 20) })
    const { articles, lines } = await readAll([folder])
    expect(articles.map(({ id }) => id)).toEqual(['first'])
    expect(lines).toEqual([
      'news/a.jsonl.gz: expected whole gzip, got a damaged file: unexpected end of file, from byte 0 to its end [bad-gzip]',
    ])
  })

  test('that is damaged or none is told of', async () => {
    const damaged = Buffer.from(packed)
    damaged[12] ^= 0xff
    const lines = await linesOf({ 'a.txt.gz': damaged, 'b.txt.gz': 'It rained.' })
    expect(lines[0]).toMatch(/^news\/a.txt.gz: expected whole gzip, got a damaged file: .* \[bad-gzip\]$/)
    expect(lines[1]).toBe('news/b.txt.gz: expected gzip, as its name says; its first bytes are not [bad-gzip]')
  })

  test('that unpacks to far more than the limit is not unpacked to its end', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 'a'))
    const lines = await linesOf(
      { 'a.txt.gz': bomb, 'b.jsonl.gz': bomb, 'c.json.gz': gzipSync(`[${'1'.repeat(3e7)}`) },
      10_000,
    )
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/got more than 1(\.\d+)? MB and read no further; raise the limit/)
  })
})

describe('an article over the limit', () => {
  test('is refused in every format, and the next one read', async () => {
    const long = 'x'.repeat(200_000)
    const lines = await linesOf(
      {
        'a.txt': long,
        'b.jsonl': `${JSON.stringify({ text: long })}\n${GOOD.replace('good', 'b')}`,
        'c.json': JSON.stringify([{ text: long }, { id: 'c', text: 'short' }], null, 1),
        'd.txt': 'x'.repeat(50_000),
      },
      100_000,
    )
    const message = (size: string): string =>
      `expected at most 100 kB for an article, got ${size}; raise the limit with --max-size [too-large]`
    expect(lines).toEqual([
      `news/a.txt: ${message('200 kB')}`,
      `news/b.jsonl:1: ${message('200 kB')}`,
      `news/c.json:2: ${message('200 kB')}`,
    ])
  })

  test('a line of 50 MB is refused without being held', async () => {
    let highest = 0
    async function* line(): AsyncGenerator<Uint8Array> {
      const of = ({ heapUsed, arrayBuffers }: NodeJS.MemoryUsage): number => heapUsed + arrayBuffers
      const before = of(process.memoryUsage())
      yield Buffer.from('{"text":"')
      for (let count = 0; count < 50; count++) {
        yield await Promise.resolve(Buffer.alloc(1_000_000, 'x'))
        highest = Math.max(highest, of(process.memoryUsage()) - before)
      }
      yield Buffer.from(`"}\n${GOOD}`)
    }
    const { articles, lines } = await readAll([], { stdin: line() })
    expect(lines).toEqual([
      'stdin:1: expected at most 5 MB for an article, got 50 MB; raise the limit with --max-size [too-large]',
    ])
    expect(articles).toMatchObject([{ id: 'good' }])
    expect(highest).toBeLessThan(100_000_000)
  })
})

test('a file that may not be read is told of', async () => {
  const folder = folderWith({ 'a.txt': 'x', 'b.txt': 'y' })
  const file = join(folder, 'a.txt')
  chmodSync(file, 0)
  // The superuser may read all.
  const mayRead = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  const { articles, lines } = await readAll([folder])
  expect(articles.map(({ id }) => id)).toEqual(mayRead ? ['a', 'b'] : ['b'])
  expect(lines).toEqual(
    mayRead ? [] : ['news/a.txt: expected to read it, the system refused: EACCES [input-unreadable]'],
  )
})

test('articles are read as they are asked for, not ahead: memory holds a few', async () => {
  let written = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;)
      yield await Promise.resolve(Buffer.from(`${JSON.stringify({ id: written++, text: 'word '.repeat(4000) })}\n`))
  }
  let count = 0
  for await (const article of readArticles(['-'], { stdin: endless() })) {
    expect('error' in article).toBe(false)
    count++
    expect(written - count).toBeLessThan(20)
    if (count === 1000) break
  }
  expect(count).toBe(1000)
})
