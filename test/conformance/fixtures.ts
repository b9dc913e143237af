import { parquetWriteBuffer } from 'hyparquet-writer'
import type { Article } from '../../src/record/article.js'

/** What a fixture says of an article. */
export type Written = Partial<Omit<Article, 'collection' | 'diagnostics'>> & { readonly text: string }

/** How a format writes articles, and what it can hold. */
export interface Fixture {
  readonly format: string
  readonly extension: string
  readonly write: (articles: readonly Written[]) => Uint8Array
  /** Whether a file holds several articles; else it is one. */
  readonly many: boolean
  /** What comes after `#` in the id of the article at this place, from 0, where the file gives it none. */
  readonly suffix?: (at: number) => string
  /** Whether a file keeps ids, titles and the like. */
  readonly hasFields: boolean
  readonly holds: { readonly nul: boolean; readonly loneSurrogate: boolean }
  /** What an empty file is: the error's code, or the ids read. */
  readonly empty: string | readonly string[]
  /** A file of three articles whose second is broken, and the error's code; for a single one, the broken article alone. */
  readonly broken: (articles: readonly Written[]) => Uint8Array
  readonly brokenCode: string | undefined
  /** How the name of a place of an article over the limit ends: the second of its file. */
  readonly place: string
}

const text = (content: string): Buffer => Buffer.from(content)

export const FIXTURES: readonly Fixture[] = [
  {
    format: 'text',
    extension: '.txt',
    write: ([article]) => text(article.text),
    many: false,
    hasFields: false,
    holds: { nul: true, loneSurrogate: false },
    empty: ['a'],
    broken: () => Buffer.from('%PDF-1.7 not a text'),
    brokenCode: 'not-text',
    place: '',
  },
  {
    format: 'json',
    extension: '.json',
    write: (articles) => text(JSON.stringify(articles)),
    many: true,
    suffix: (at) => `#${at + 1}`,
    hasFields: true,
    holds: { nul: true, loneSurrogate: true },
    empty: 'bad-json',
    broken: ([first, , third]) => text(`[${JSON.stringify(first)},\n{"text": "x" "y"},\n${JSON.stringify(third)}]`),
    brokenCode: 'bad-json',
    place: ':1',
  },
  {
    format: 'jsonl',
    extension: '.jsonl',
    write: (articles) => text(articles.map((article) => `${JSON.stringify(article)}\n`).join('')),
    many: true,
    suffix: (at) => `#${at + 1}`,
    hasFields: true,
    holds: { nul: true, loneSurrogate: true },
    empty: [],
    broken: ([first, , third]) => text(`${JSON.stringify(first)}\n{"text": "x\n${JSON.stringify(third)}`),
    brokenCode: 'bad-json',
    place: ':2',
  },
  {
    format: 'csv',
    extension: '.csv',
    write: (articles) => text(csvOf(articles)),
    many: true,
    // Each text of the suite takes five lines, and the header one.
    suffix: (at) => `#${2 + at * 5}`,
    hasFields: true,
    holds: { nul: true, loneSurrogate: false },
    empty: [],
    broken: ([first, second, third]) => {
      const [header, ...rows] = csvRows([first, second, third])
      return text([header, rows[0], `"2","forgotten`, rows[2]].join('\n'))
    },
    brokenCode: 'bad-csv',
    place: ':7',
  },
  {
    format: 'parquet',
    extension: '.parquet',
    write: (articles) => parquetOf(articles),
    many: true,
    suffix: (at) => `#${at + 1}`,
    hasFields: true,
    holds: { nul: true, loneSurrogate: false },
    empty: 'bad-parquet',
    broken: (articles) => {
      // One row a group, uncompressed: the second text's length and the end of its page's header are overwritten.
      const bytes = Buffer.from(parquetOf(articles, 1))
      const at = bytes.indexOf(articles[1].text)
      bytes.fill(0xff, at - 16, at + 4)
      return bytes
    },
    brokenCode: 'bad-parquet',
    place: ':2',
  },
  {
    format: 'warc',
    extension: '.warc',
    write: (articles) => warcOf(articles),
    many: true,
    hasFields: true,
    holds: { nul: false, loneSurrogate: false },
    empty: [],
    broken: ([first, second, third]) => {
      const broken = warcRecord(second, 1)
        .toString('utf8')
        .replace(/Content-Length: \d+/, 'Content-Length: many')
      return Buffer.concat([warcRecord(first, 0), text(broken), warcRecord(third, 2)])
    },
    brokenCode: 'bad-warc',
    place: ' https://example.org/1',
  },
  {
    format: 'html',
    extension: '.html',
    write: ([article]) => text(pageOf(article)),
    many: false,
    hasFields: true,
    holds: { nul: false, loneSurrogate: false },
    empty: 'no-main-text',
    broken: () => text(`<html><body>${'<div>'.repeat(500)}`),
    brokenCode: 'bad-html',
    place: '',
  },
]

const COLUMNS = ['id', 'title', 'uri', 'author', 'publisher', 'published', 'language', 'text'] as const

function columnsOf(articles: readonly Written[]): readonly (typeof COLUMNS)[number][] {
  return COLUMNS.filter((column) => articles.some((article) => article[column] !== undefined))
}

function csvRows(articles: readonly Written[]): string[] {
  const columns = columnsOf(articles)
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`
  return [
    // A table has two columns at least, or nothing tells it from text in a pipe.
    ['section', ...columns].join(','),
    ...articles.map((article) => ['news', ...columns.map((column) => article[column] ?? '')].map(cell).join(',')),
  ]
}

export function csvOf(articles: readonly Written[]): string {
  return csvRows(articles)
    .map((row) => `${row}\r\n`)
    .join('')
}

export function parquetOf(articles: readonly Written[], rowGroupSize = 2): Uint8Array {
  const columnData = columnsOf(articles).map((name) => ({
    name,
    data: articles.map((article) => article[name]),
    type: 'STRING' as const,
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize, codec: 'UNCOMPRESSED' }))
}

export function pageOf({ text: body, title, uri, author, publisher, published, language }: Written): string {
  const meta = (attribute: string, name: string, content: string | undefined): string =>
    content === undefined ? '' : `<meta ${attribute}="${name}" content="${escaped(content)}">`
  const paragraphs = body.split('\n\n').map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  return (
    `<!DOCTYPE html><html${language === undefined ? '' : ` lang="${language}"`}><head><meta charset="utf-8">` +
    `<title>${escaped(title ?? '')}</title>${meta('property', 'og:site_name', publisher)}${meta('name', 'author', author)}` +
    `${meta('property', 'article:published_time', published)}${meta('property', 'og:url', uri)}</head>\n<body>` +
    `<nav><a href="/">Home</a></nav><article>${paragraphs.join('\n')}</article></body></html>`
  )
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function warcOf(articles: readonly Written[]): Buffer {
  return Buffer.concat([
    warcBlock(
      { 'WARC-Type': 'warcinfo', 'Content-Type': 'application/warc-fields' },
      Buffer.from('software: a crawler\r\n'),
    ),
    ...articles.flatMap((article, at) => [
      warcBlock(
        { 'WARC-Type': 'request', 'WARC-Target-URI': addressOf(article, at) },
        Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      ),
      warcRecord(article, at),
    ]),
  ])
}

export function addressOf({ uri }: Written, at: number): string {
  return uri ?? `https://example.org/${at}`
}

/** A response with a page, as a news crawl has it. */
export function warcRecord(article: Written, at: number): Buffer {
  return warcResponse(addressOf(article, at), Buffer.from(pageOf(article)))
}

export function warcResponse(
  address: string | undefined,
  body: Uint8Array,
  headers: readonly string[] = ['Content-Type: text/html; charset=UTF-8'],
  status = '200 OK',
): Buffer {
  const response = Buffer.concat([Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')), body])
  return warcBlock(
    {
      'WARC-Type': 'response',
      ...(address === undefined ? {} : { 'WARC-Target-URI': address }),
      'WARC-Record-ID': '<urn:uuid:1-2-3>',
      'Content-Type': 'application/http; msgtype=response',
    },
    response,
  )
}

export function warcBlock(headers: Readonly<Record<string, string>>, content: Uint8Array): Buffer {
  const lines = ['WARC/1.0', ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)]
  const head = `${lines.join('\r\n')}\r\nContent-Length: ${content.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n\r\n')])
}
