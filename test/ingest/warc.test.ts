import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pageOf, warcBlock, warcRecord, warcResponse } from '../conformance/fixtures.js'
import { folderWith, readAll } from './folder.js'

const TEXT =
  'The mayor said on Monday that the old bridge would close for repairs, and that nobody who had looked at it should be surprised.'
const PAGE = pageOf({ text: TEXT })
const LAST = warcRecord({ text: TEXT }, 9)
const HTML = 'Content-Type: text/html'

async function read(...records: Uint8Array[]): Promise<{ ids: string[]; texts: string[]; lines: string[] }> {
  const { articles, lines } = await readAll([folderWith({ 'a.warc': Buffer.concat(records) })])
  return { ids: articles.map(({ id }) => id), texts: articles.map(({ text }) => text), lines }
}

describe('a response', () => {
  test.each([
    ['as it is', [HTML], Buffer.from(PAGE)],
    ['as chunks', [HTML, 'Transfer-Encoding: chunked'], Buffer.from(chunked(PAGE))],
    ['as gzip', [HTML, 'Content-Encoding: gzip'], gzipSync(PAGE)],
    ['as brotli', [HTML, 'content-encoding: br'], brotliCompressSync(PAGE)],
    ['as deflate', [HTML, 'Content-Encoding: deflate'], deflateSync(PAGE)],
    ['unpacked by the crawler', [HTML, 'Content-Encoding: gzip'], Buffer.from(PAGE)],
    [
      'in another encoding',
      ['Content-Type: text/html; charset=windows-1252'],
      Buffer.from(PAGE.replace('utf-8', 'x').replace('Monday', 'Caf\xe9'), 'latin1'),
    ],
    ['as XHTML', ['content-type: application/xhtml+xml'], Buffer.from(PAGE)],
  ])('is read: %s', async (_, headers, body) => {
    const { texts, lines } = await read(warcResponse('https://example.org/x', body, headers))
    expect(lines).toEqual([])
    expect(texts.map((text) => text.replace('Café', 'Monday'))).toEqual([TEXT])
  })

  test.each([
    ['an image', ['Content-Type: image/png'], '200 OK'],
    ['of no type', [], '200 OK'],
    ['a redirection', [HTML], '301 Moved'],
    ['a page that is not there', [HTML], '404 Not Found'],
  ])('is left out: %s', async (_, headers, status) => {
    expect(await read(warcResponse('https://example.org/x', Buffer.from(PAGE), headers, status), LAST)).toEqual({
      ids: ['https://example.org/9'],
      texts: [TEXT],
      lines: [],
    })
  })

  test('has its id from its address, else from its record', async () => {
    const records = ['<https://example.org/x>', undefined].map((address) => warcResponse(address, Buffer.from(PAGE)))
    expect((await read(...records)).ids).toEqual(['https://example.org/x', 'urn:uuid:1-2-3'])
  })
})

describe('a record', () => {
  test.each([
    [
      'whose page is damaged',
      warcResponse('https://example.org/x', gzipSync(PAGE).subarray(0, 60), [HTML, 'Content-Encoding: gzip']),
      /a\.warc https:\/\/example\.org\/x: expected a page compressed as gzip, got something else \[bad-warc\]/,
    ],
    [
      'whose page is a bomb',
      warcResponse('https://example.org/x', gzipSync(Buffer.alloc(20_000_000)), [HTML, 'Content-Encoding: gzip']),
      /got more than 5 MB and read no further.* \[too-large\]/,
    ],
    [
      'with headers without end',
      Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(400_000, 'x: y\r\n'), Buffer.from('\r\n')]),
      /expected the headers of record 1 to end/,
    ],
    ['without a length', Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n\r\n'), /expected a Content-Length/],
    ['that is none', Buffer.from('<html>\r\nsomething else\r\n\r\n'), /expected record 1 to begin with WARC\/1\.0/],
    [
      'that is longer than it says',
      Buffer.from(
        warcBlock({ 'WARC-Type': 'metadata' }, Buffer.from('a\r\nbcd')).toString().replace('Length: 6', 'Length: 3'),
      ),
      /record 1: expected the next record behind 3 bytes of content, got other bytes: its Content-Length is wrong/,
    ],
    [
      'whose page is longer than it says',
      wrongLength(warcRecord({ text: TEXT }, 1), -40),
      /1: expected the next record behind \d+ bytes of content, got other bytes: its Content-Length is wrong/,
    ],
    [
      'that swallows a part of the next',
      wrongLength(warcRecord({ text: TEXT }, 1), 40),
      /1: expected \d+ bytes of content, got another record within: its Content-Length is wrong; read on there/,
    ],
    [
      'that swallows all the rest',
      wrongLength(warcRecord({ text: TEXT }, 1), 1_000_000_000),
      /1: expected \d+ bytes of content, got another record within/,
    ],
    [
      'of another type that swallows all the rest',
      wrongLength(warcBlock({ 'WARC-Type': 'request' }, Buffer.from('GET / HTTP/1.1\r\n\r\n')), 500_000),
      /expected \d+ bytes of content, got another record within/,
    ],
  ])('%s is told of, and the next is read', async (_, record, line) => {
    const { ids, lines } = await read(record, LAST)
    expect(lines).toEqual([expect.stringMatching(line)])
    expect(ids).toEqual(['https://example.org/9'])
  })

  test('that swallows several is told of, and each of them is read', async () => {
    const swallowed = [2, 3, 4].map((number) => warcRecord({ text: TEXT }, number))
    const length = swallowed.reduce((sum, { length }) => sum + length, 0)
    const { ids, lines } = await read(wrongLength(warcRecord({ text: TEXT }, 1), length - 10), ...swallowed, LAST)
    expect(lines).toHaveLength(1)
    expect(ids).toEqual([2, 3, 4, 9].map((number) => `https://example.org/${number}`))
  })

  test('that swallows more than can be gone back over is told of where that shows, and the swallowed are read', async () => {
    const swallowed = Array.from({ length: 60 }, (_, number) => warcRecord({ text: TEXT }, number + 100))
    const records = [wrongLength(warcRecord({ text: TEXT }, 1), 50_000_000), ...swallowed]
    const { articles, lines } = await readAll([folderWith({ 'a.warc': Buffer.concat(records) })], { maxSize: 1000 })
    expect(lines).toEqual([expect.stringContaining('got another record within')])
    expect(articles).toHaveLength(60)
  })

  test('may hold a record in its page', async () => {
    const inner = Buffer.from(warcRecord({ text: 'It rained.' }, 5))
      .toString()
      .replaceAll('<', '&lt;')
    const page = pageOf({ text: TEXT }).replace('</body>', `<pre>\r\n\r\n${inner}</pre></body>`)
    const { ids, lines } = await read(warcResponse('https://example.org/x', Buffer.from(page)), LAST)
    expect(lines).toEqual([])
    expect(ids).toEqual(['https://example.org/x', 'https://example.org/9'])
  })

  test('in a damaged member of gzip is told of, and the next is read', async () => {
    const members = [1, 2, 3].map((number) => gzipSync(warcRecord({ text: TEXT }, number)))
    members[1].fill(0xff, 30, 60)
    const { articles, lines } = await readAll([folderWith({ 'a.warc.gz': Buffer.concat(members) })])
    expect(articles.map(({ id }) => id)).toEqual(['https://example.org/1', 'https://example.org/3'])
    expect(lines).toEqual([
      expect.stringMatching(
        /^news\/a\.warc\.gz: expected whole gzip, .* from byte \d+ to byte \d+; went on behind it \[bad-gzip\]$/,
      ),
    ])
  })

  test('that is cut off is told of, and those before it are read', async () => {
    const { ids, lines } = await read(LAST, warcRecord({ text: TEXT }, 1).subarray(0, -50))
    expect(ids).toEqual(['https://example.org/9'])
    expect(lines).toEqual([
      expect.stringMatching(
        /1: expected \d+ bytes of content, got the end of the file: it is cut off here \[bad-warc\]/,
      ),
    ])
  })
})

/** The record with a length that is so much off. */
function wrongLength(record: Uint8Array, off: number): Buffer {
  const text = Buffer.from(record).toString('latin1')
  return Buffer.from(
    text.replace(/Content-Length: (\d+)/, (_, length: string) => `Content-Length: ${Number(length) + off}`),
    'latin1',
  )
}

function chunked(body: string): string {
  const parts = body.match(/[^]{1,100}/g) ?? []
  return [...parts.map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`), '0\r\n\r\n'].join('')
}
