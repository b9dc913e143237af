import { execFileSync } from 'node:child_process'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteFile } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/ingest/inputs.js'
import { folderWith, readAll, stdinWith } from '../ingest/folder.js'
import { zstdStored } from '../ingest/zstd.js'
import { addressOf, FIXTURES, warcBlock, warcResponse, type Fixture, type Written } from './fixtures.js'

/** A text that every format gives back as it is: three paragraphs, long enough to be a page's main text. */
function textOf(number: number): string {
  const sentence = `Mayor number ${number} said on Monday, in "plain" words, that the old bridge would close for repairs`
  return [
    `${sentence}, and that nobody who had looked at it should be surprised by that.`,
    `“We will build a new one,” she told reporters; the town has ${number + 2} others, all of them younger than this.`,
    `${sentence} & go on to be closed, she said, until the council has found the money for it.`,
  ].join('\n\n')
}

const ARTICLES: readonly Written[] = [0, 1, 2, 3, 4].map((number) => ({ text: textOf(number) }))

test('every format has a fixture, and every fixture a format', () => {
  expect(FIXTURES.map(({ format }) => format).sort()).toEqual(FORMATS.map(({ name }) => name).sort())
})

describe.each(FIXTURES)('a reader of $format', (fixture) => {
  const { extension, write, many } = fixture
  const name = `a${extension}`
  const articles = many ? ARTICLES : ARTICLES.slice(0, 1)
  const only = async (written: Written): Promise<Written | undefined> => {
    const { articles: read, lines } = await readAll([folderWith({ [name]: write([written]) })])
    expect(lines).toEqual([])
    expect(read).toHaveLength(1)
    return read[0]
  }

  test('reads one article', async () => {
    expect((await only(ARTICLES[0]))?.text).toBe(ARTICLES[0].text)
  })

  test('reads many in order, with ids', async () => {
    const { articles: read, lines } = await readAll([folderWith({ [name]: write(articles) })])
    expect(lines).toEqual([])
    expect(read.map(({ text }) => text)).toEqual(articles.map(({ text }) => text))
    expect(read.map(({ id }) => id)).toEqual(articles.map((_, at) => idOf(fixture, at)))
    expect(new Set(read.map(({ collection }) => collection))).toEqual(new Set(['news']))
  })

  test('reads what the source tells of an article', async () => {
    const told = {
      ...(fixture.format === 'html' || fixture.format === 'warc' ? {} : { id: 'bridge-7' }),
      title: 'Old bridge closes: "No money", says mayor & council',
      uri: 'https://example.org/bridge?a=1&b=2',
      author: 'Zoë Writer',
      publisher: 'The Daily Example',
      published: '2022-01-17T08:00:00Z',
      language: 'en',
    }
    const read = await only({ ...told, text: textOf(1) })
    if (fixture.hasFields) expect(read).toMatchObject({ ...told, text: textOf(1) })
    else expect(Object.keys(read ?? {}).sort()).toEqual(['collection', 'id', 'text'])
  })

  test('keeps letters of all scripts, emoji and composed ones', async () => {
    const odd = '🙂 👩‍👩‍👧 Zoë Zoe\u0308 Дума said “да” — 中文 \u2028 \u00ad end'
    const text = textOf(1).replace('reporters', odd)
    expect((await only({ text }))?.text).toBe(text)
  })

  test.runIf(fixture.holds.nul)('keeps U+0000', async () => {
    const text = textOf(1).replace('reporters', 'a\u0000b')
    expect((await only({ text }))?.text).toBe(text)
  })

  test.runIf(fixture.holds.loneSurrogate)('keeps lone surrogates', async () => {
    const text = textOf(1).replace('reporters', 'a\ud83db\ude42c')
    expect((await only({ text }))?.text).toBe(text)
  })

  test('takes an empty file for what it is, and the rest goes on', async () => {
    const folder = folderWith({ [name]: '', 'zz.txt': 'Z' })
    const { articles: read, failures } = await readAll([folder])
    const ids = typeof fixture.empty === 'string' ? [] : fixture.empty
    expect(read.map(({ id }) => id)).toEqual([...ids, 'zz'])
    expect(failures.map(({ error }) => error.code)).toEqual(typeof fixture.empty === 'string' ? [fixture.empty] : [])
  })

  test('tells of what is broken in one line, and reads the rest of the file and the batch', async () => {
    const folder = folderWith({ [name]: fixture.broken(ARTICLES.slice(0, 3)), 'zz.txt': 'Z' })
    const { articles: read, failures, lines } = await readAll([folder])
    expect(failures.map(({ error }) => error.code)).toEqual([fixture.brokenCode])
    expect(lines[0]).toMatch(/^news\/a[^\n]*: expected [^\n]*$/)
    expect(read.map(({ text }) => text)).toEqual(many ? [ARTICLES[0].text, ARTICLES[2].text, 'Z'] : ['Z'])
  })

  test('refuses an article over the limit, and reads the next', async () => {
    const long = { text: `${textOf(1)}${' and so on'.repeat(20_000)}` }
    const some = many ? [ARTICLES[0], long, ARTICLES[2]] : [long]
    const folder = folderWith({ [name]: write(some), 'zz.txt': 'Z' })
    const { articles: read, lines } = await readAll([folder], { maxSize: 100_000 })
    expect(lines).toHaveLength(1)
    const message =
      /: expected at most 100 kB for an article, got \d+ kB; raise the limit with --max-size \[too-large\]$/
    expect(lines[0]).toMatch(message)
    expect(lines[0].replace(message, '')).toBe(`news/${name}${fixture.place}`)
    expect(read.map(({ text }) => text)).toEqual(many ? [ARTICLES[0].text, ARTICLES[2].text, 'Z'] : ['Z'])
  })

  test.each([
    ['gzip', '.gz', (bytes: Uint8Array): Buffer => gzipSync(bytes)],
    [
      'gzip of many members',
      '.gz',
      (bytes: Uint8Array): Buffer => Buffer.concat(piecesOf(bytes, 1000).map((piece) => gzipSync(piece))),
    ],
    ['zstd', '.zst', zstdStored],
    [
      'zstd of many frames',
      '.zst',
      (bytes: Uint8Array): Buffer => Buffer.concat(piecesOf(bytes, 1000).map(zstdStored)),
    ],
  ] as const)('reads %s as if it were none, named so or not', async (_, ending, pack) => {
    const plain = await readAll([folderWith({ [name]: write(articles) })])
    const packed = Buffer.from(pack(write(articles)))
    expect(await readAll([folderWith({ [`${name}${ending}`]: packed })])).toEqual(plain)
    expect(await readAll([folderWith({ [name]: packed })])).toEqual(plain)
  })

  test('recognises it on the standard input, however its bytes come', async () => {
    const bytes = write(articles)
    const whole = await readAll(['-'], { stdin: stdinWith(bytes) })
    expect(whole.lines).toEqual([])
    expect(whole.articles.map(({ text }) => text)).toEqual(articles.map(({ text }) => text))
    expect(await readAll(['-'], { stdin: stdinWith(...piecesOf(bytes, 7)) })).toEqual(whole)
    expect(await readAll(['-'], { stdin: stdinWith(gzipSync(bytes)) })).toEqual(whole)
  })

  test('holds no more of a large file than of a small one', () => {
    const folder = folderWith({ 'small/a.txt': 'x' })
    const file = join(folder, name)
    LARGE[fixture.format](file)
    expect(statSync(file).size).toBeGreaterThan(150_000_000)
    const small = peakMemory(join(folder, 'small'))
    const large = peakMemory(file)
    expect(large.read).toBe(many ? large.expected : 0)
    expect(large.peak - small.peak).toBeLessThan(130_000_000)
  })

  /** In a process of its own, which starts from nothing. In bytes. */
  function peakMemory(input: string): { peak: number; read: number; expected: number } {
    const { [fixture.format]: expected } = LARGE_COUNTS
    const script = `
      const { readArticles } = await import(${JSON.stringify(join(process.cwd(), 'dist/ingest/index.js'))})
      let read = 0
      for await (const found of readArticles([${JSON.stringify(input)}])) if (!('error' in found)) read++
      console.log(JSON.stringify({ read, peak: process.resourceUsage().maxRSS * 1024 }))`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    return { ...(JSON.parse(out) as { read: number; peak: number }), expected: expected ?? 0 }
  }
})

function idOf({ format, many, suffix }: Fixture, at: number): string {
  if (format === 'warc') return addressOf(ARTICLES[at], at)
  return many ? `a${suffix?.(at) ?? ''}` : 'a'
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
}

/** How many articles the large files hold. */
const LARGE_COUNTS: { readonly [format: string]: number | undefined } = {
  json: 1600,
  jsonl: 1600,
  csv: 1600,
  parquet: 1600,
  warc: 10,
}

/** Writers of a file of more than 150 MB, most of it articles of 100 kB where the format has many. */
const LARGE: Readonly<Record<string, (file: string) => void>> = {
  text: (file) => {
    writeParts(file, 200, () => Buffer.alloc(1_000_000, 'word '))
  },
  html: (file) => {
    writeParts(file, 200, () => Buffer.alloc(1_000_000, '<p>word</p>'))
  },
  json: (file) => {
    writeParts(
      file,
      1600,
      (at) => `${at === 0 ? '[' : ','}${JSON.stringify({ text: longText(at) })}${at === 1599 ? ']' : ''}`,
    )
  },
  jsonl: (file) => {
    writeParts(file, 1600, (at) => `${JSON.stringify({ text: longText(at) })}\n`)
  },
  csv: (file) => {
    writeParts(file, 1601, (at) => (at === 0 ? 'id,text\n' : `${at},"${longText(at)}"\n`))
  },
  // One row group, as other writers make them, and without an index of its pages.
  parquet: (file) => {
    const data = Array.from({ length: 1600 }, (_, at) => longText(at))
    const columnData = [{ name: 'text', data, type: 'STRING' as const, encoding: 'PLAIN' as const, offsetIndex: false }]
    parquetWriteFile({ filename: file, columnData, rowGroupSize: 1600, codec: 'UNCOMPRESSED' })
  },
  warc: (file) => {
    writeParts(file, 180, (at) => {
      if (at % 18 === 0)
        return warcResponse(`https://example.org/${at}`, Buffer.from(`<html><body><p>${textOf(at)}</p></body></html>`))
      return at % 18 === 1
        ? warcResponse('https://example.org/large', Buffer.alloc(10_000_000, 'x'))
        : warcBlock({ 'WARC-Type': 'response' }, Buffer.alloc(1_000_000, 'x'))
    })
  },
}

function longText(number: number): string {
  return `${number} ${'words and words '.repeat(6250)}`
}

function writeParts(file: string, count: number, part: (at: number) => string | Uint8Array): void {
  const handle = openSync(file, 'w')
  for (let at = 0; at < count; at++) {
    const bytes = part(at)
    writeSync(handle, typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  }
  closeSync(handle)
}
