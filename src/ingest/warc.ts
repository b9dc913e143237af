import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { AsyncIterReader, LimitReader } from 'warcio'
import { HearsayError } from '../record/errors.js'
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
    const reader = new warcio.AsyncIterReader(chunks, null)
    const { file } = context
    let number = 0
    /** What comes is no record: it is passed over up to the next one. */
    let isLost = false as boolean
    const lose = (message: string, id?: string): HearsayError => {
      isLost = true
      return new HearsayError('bad-warc', message, { file, ...(id === undefined ? {} : { id }) })
    }
    for (let line = await lineOf(reader); line !== undefined; line = await lineOf(reader)) {
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
      const content = new warcio.LimitReader(reader, Number(length))
      const draft = await draftOfRecord(warcio, headers, content, `#${number}`, context)
      await skip(content)
      if (content.limit > 0) {
        yield lose(`expected ${length} bytes of content, got the end of the file: it is cut off here`, id)
        return
      }
      if (draft !== undefined) yield draft
    }
  },
}

/** The article of a record, what is wrong with it, or undefined for a record without any. It may leave content unread. */
async function draftOfRecord(
  warcio: Warcio,
  headers: Headers,
  content: LimitReader,
  suffix: string,
  context: FormatContext,
): Promise<Draft | HearsayError | undefined> {
  if (headers.get('warc-type') !== 'response') return undefined
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
  if (content.limit > maxSize) return tooLarge(content.limit, false, context, { id })
  const bytes = await payloadOf(warcio, response, content, maxSize)
  if (content.limit > 0) return undefined // Cut off, which is told of elsewhere.
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

/** The page of a response, with the codings undone that it was sent in. */
async function payloadOf(
  warcio: Warcio,
  response: Headers,
  content: LimitReader,
  maxSize: number,
): Promise<Buffer | 'too-large' | 'damaged'> {
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part)
  let bytes = Buffer.concat(parts)
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

/** Passes over what is left of a record. The library's own way to do that never ends where a file is cut off. */
async function skip(content: LimitReader): Promise<void> {
  const chunks = content[Symbol.asyncIterator]()
  while ((await chunks.next()).done !== true);
}

/** A record's id: the page's address, else the id that its archive gave it. */
function idOf(headers: Headers, number: number): string {
  return uriOf(headers) ?? headers.get('warc-record-id')?.replace(/^<|>$/g, '') ?? `record ${number}`
}

function uriOf(headers: Headers): string | undefined {
  return headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
}

/** A line with its end, as far as headers may reach; undefined at the end. */
async function lineOf(reader: AsyncIterReader | LimitReader): Promise<string | undefined> {
  const line = await reader.readlineRaw(MAX_HEADERS_SIZE)
  return line === null || line.length === 0 ? undefined : Buffer.from(line).toString('latin1')
}

/**
 * The headers that follow a status line, up to a blank line; undefined where they go on and on. The library reads them out of what
 * was collected here: it sets no limit of its own, and loses their end where it falls between two small chunks.
 */
async function headersOf(
  warcio: Warcio,
  reader: AsyncIterReader | LimitReader,
  status: string,
): Promise<Headers | undefined> {
  const lines: Uint8Array[] = []
  let size = 0
  for (;;) {
    const line = await reader.readlineRaw(MAX_HEADERS_SIZE)
    if (line === null || line.length === 0) break
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
