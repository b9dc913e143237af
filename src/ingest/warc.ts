import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { HearsayError } from '../record/errors.js'
import { ByteReader } from './byte-reader.js'
import { tooLarge, type Draft, type Format, type FormatContext } from './format.js'
import { decodePage, draftOfPage } from './html.js'

/** The most bytes that the headers of a record, or of the response in it, may take. */
const MAX_HEADERS_SIZE = 262_144

type Warcio = typeof import('warcio')

/** Headers by name, in any case. */
interface Headers {
  readonly status: string
  get(name: string): string | undefined
}

/**
 * An archive of the web: each response with a page is an article. Other records, other kinds of content and responses that are not
 * the page asked for are left out.
 */
export const warc: Format = {
  name: 'warc',
  isText: false,
  extensions: ['.warc'],
  async *read({ chunks }, context): AsyncGenerator<Draft | HearsayError> {
    const warcio = await import('warcio')
    const most = context.maxSize + MAX_HEADERS_SIZE
    const reader = new ByteReader(chunks, 2 * most)
    const { file } = context
    let number = 0
    /** What comes is no record, and that was told of: it is passed over up to the next one. */
    let isLost = false as boolean
    const lose = (message: string, id?: string): HearsayError => {
      isLost = true
      return new HearsayError('bad-warc', message, { file, ...(id === undefined ? {} : { id }) })
    }
    for (;;) {
      const line = await lineOf(reader)
      if (line === undefined) {
        const gap = reader.passGap()
        if (gap === undefined) return
        yield gap
        isLost = true
        continue
      }
      if (!line.startsWith('WARC/')) {
        if (line.trim() === '' || isLost) continue
        yield lose(
          `expected record ${number + 1} to begin with WARC/1.0 or WARC/1.1, got other bytes; passed over up to the next one`,
        )
        continue
      }
      isLost = false
      number++
      const headers = await headersOf(warcio, reader, line)
      if (headers === undefined) {
        yield lose(
          `expected the headers of record ${number} to end within ${MAX_HEADERS_SIZE} bytes; passed over up to the next one`,
        )
        continue
      }
      const id = idOf(headers, number)
      const length = headers.get('content-length') ?? ''
      if (!/^\d{1,15}$/.test(length)) {
        yield lose('expected a Content-Length in bytes, got none; passed over up to the next record', id)
        continue
      }
      const isResponse = headers.get('warc-type') === 'response'
      const { head, end, next } = await contentOf(reader, Number(length), isResponse ? most : 0)
      if (end === 'whole') {
        const draft = isResponse
          ? await draftOfRecord(warcio, headers, head, Number(length), `#${number}`, context)
          : undefined
        if (draft !== undefined) yield draft
      } else if (next !== undefined) {
        reader.rewind(next)
        yield lose(
          `expected ${length} bytes of content, got another record within: its Content-Length is wrong; read on there`,
          id,
        )
      } else if (end === 'other') {
        yield lose(
          `expected the next record behind ${length} bytes of content, got other bytes: its Content-Length is wrong; passed over up to the next one`,
          id,
        )
      } else {
        // Damage is told of by itself.
        const isCut = (await reader.next()) === undefined && reader.isAtEnd
        if (isCut) yield lose(`expected ${length} bytes of content, got the end of the file: it is cut off here`, id)
      }
    }
  },
}

/** How a record begins that another one has swallowed: behind the end of its own, and with a header behind it. */
const BEGINNING = /\r?\n\r?\n(?=WARC\/1\.[01]\r?\n(?:WARC|Content)-[A-Za-z-]{1,40}:)/

/** As many bytes of a beginning may lie before a chunk and still be needed. */
const BEGINNING_SIZE = 64

interface Content {
  /** Its first bytes. */
  readonly head: Buffer
  /** What comes behind it: the next record or the end, other bytes, or the end within it. */
  readonly end: 'whole' | 'other' | 'cut'
  /** Where another record begins within, where this one is not as long as it says. */
  readonly next: number | undefined
}

/**
 * Passes over the content of a record. Its length is believed where a record, or nothing, comes behind; where not, a record may begin
 * within. One that begins so far before the end that there is no way back to it counts as well.
 * @param most How many of its first bytes to give.
 */
async function contentOf(reader: ByteReader, length: number, most: number): Promise<Content> {
  const parts: Buffer[] = []
  const start = reader.position
  const end = start + length
  let next: number | undefined
  let before = Buffer.alloc(0)
  while (reader.position < end) {
    const bytes = await reader.next()
    if (bytes === undefined) return { head: Buffer.concat(parts), end: 'cut', next }
    const part = bytes.subarray(0, end - reader.position)
    if (reader.position - start < most) parts.push(part.subarray(0, most - (reader.position - start)))
    if (next === undefined) {
      const seen = Buffer.concat([before, part])
      const found = BEGINNING.exec(seen.toString('latin1'))
      if (found !== null) next = reader.position - before.length + found.index + found[0].length
      before = seen.subarray(-BEGINNING_SIZE)
    }
    reader.skip(part.length)
    if (next !== undefined && reader.position - next > reader.kept) {
      return { head: Buffer.concat(parts), end: 'other', next }
    }
  }
  const behind = (await reader.peek(BEGINNING_SIZE)).toString('latin1')
  const isWhole = /^[\r\n]*(?:WARC\/|$)/.test(behind)
  return { head: Buffer.concat(parts), end: isWhole ? 'whole' : 'other', next }
}

/**
 * The article of a response, what is wrong with it, or undefined for one without any.
 * @param head The content, or its beginning where it is over the limit.
 */
async function draftOfRecord(
  warcio: Warcio,
  headers: Headers,
  head: Buffer,
  length: number,
  suffix: string,
  context: FormatContext,
): Promise<Draft | HearsayError | undefined> {
  const content = new ByteReader(oneChunk(head), 0)
  const status = await lineOf(content)
  if (status === undefined || !/^HTTP\/\d/i.test(status)) return undefined
  const id = idOf(headers, Number(suffix.slice(1)))
  const place = { file: context.file, id }
  const response = await headersOf(warcio, content, status)
  if (response === undefined) {
    return new HearsayError(
      'bad-warc',
      `expected the response's headers to end within ${MAX_HEADERS_SIZE} bytes`,
      place,
    )
  }
  const type = response.get('content-type') ?? ''
  if (!/^HTTP\/\S{1,9} 2\d\d/i.test(status) || !/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type))
    return undefined
  const { maxSize } = context
  const size = length - content.position
  if (size > maxSize) return tooLarge(size, false, context, { id })
  const bytes = await payloadOf(warcio, response, head.subarray(content.position), maxSize)
  if (bytes === 'too-large') return tooLarge(maxSize, true, context, { id })
  if (bytes === 'damaged') {
    const message = `expected a page compressed as ${response.get('content-encoding') ?? ''}, got something else`
    return new HearsayError('bad-warc', message, place)
  }
  const charset = /charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(type)?.[1]
  const draft = await draftOfPage(decodePage(bytes, charset, context.encoding), suffix, place)
  if (draft instanceof HearsayError) return draft
  const uri = uriOf(headers)
  return { ...draft, fields: { ...draft.fields, id, ...(uri === undefined ? {} : { uri }) } }
}

async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes)
}

/** The page of a response, with the codings undone that it was sent in. */
async function payloadOf(
  warcio: Warcio,
  response: Headers,
  content: Buffer,
  maxSize: number,
): Promise<Buffer | 'too-large' | 'damaged'> {
  let bytes = content
  if (/\bchunked\b/i.test(response.get('transfer-encoding') ?? '')) {
    bytes = Buffer.from(await new warcio.AsyncIterReader([bytes], null, true).readFully())
  }
  const coding = response.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  // Some crawlers store the page unpacked and keep the header.
  if (coding === 'identity' || (coding.endsWith('gzip') && !isGzip)) return bytes
  const undo = coding.endsWith('gzip')
    ? gunzipSync
    : coding === 'br'
      ? brotliDecompressSync
      : coding === 'deflate'
        ? inflateSync
        : undefined
  if (undo === undefined) return 'damaged'
  try {
    return undo(bytes, { maxOutputLength: maxSize })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged'
  }
}

/** A record's id: the page's address, else the id that its archive gave it. */
function idOf(headers: Headers, number: number): string {
  return uriOf(headers) ?? headers.get('warc-record-id')?.replace(/^<|>$/g, '') ?? `record ${number}`
}

function uriOf(headers: Headers): string | undefined {
  return headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
}

/** A line with its end, as far as headers may reach; undefined at the end. */
async function lineOf(reader: ByteReader): Promise<string | undefined> {
  return (await reader.line(MAX_HEADERS_SIZE))?.toString('latin1')
}

/**
 * The headers that follow a status line, up to a blank line; undefined where they go on and on. The library reads them out of what
 * was collected here: it sets no limit of its own, and loses their end where it falls between two small chunks.
 */
async function headersOf(warcio: Warcio, reader: ByteReader, status: string): Promise<Headers | undefined> {
  const lines: Uint8Array[] = []
  let size = 0
  for (;;) {
    const line = await reader.line(MAX_HEADERS_SIZE)
    if (line === undefined) break
    size += line.length
    if (size > MAX_HEADERS_SIZE) return undefined
    if (line.length <= 2 && (line[0] === 0x0d || line[0] === 0x0a)) break
    lines.push(line)
  }
  const block = new warcio.AsyncIterReader([Buffer.concat(lines)], null)
  const parsed = await new warcio.StatusAndHeadersParser().parse(block, {
    firstLine: status,
    headersClass: warcio.HeadersMultiMap,
  })
  const byName = new Map([...(parsed?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]))
  return { status, get: (name) => byName.get(name) }
}
