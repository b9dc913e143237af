import type { Diagnostic } from '../record/diagnostic.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import type { Fields } from './fields.js'
import { lostQuotationDiagnostics } from './lost-quotations.js'
import { extentOf, paragraphsOf, type PageNode } from './page-text.js'

/**
 * What a page may hold. News pages have some thousands of nodes, a dozen deep; live tickers ten times that. Beyond these, parser and
 * extractor take minutes: their time grows by the square of the nodes, and by the cube of the depth.
 */
const [MAX_TAGS, MAX_NODES, MAX_DEPTH, MAX_TOTAL_DEPTH] = [100_000, 60_000, 200, 1_000_000]

/** Elements of a page around its article, whose quotation marks nobody misses. A headline is the title. */
const SURROUNDINGS = new Set(['ASIDE', 'FOOTER', 'FORM', 'H1', 'HEADER', 'NAV'])

/** What else is around an article, by its id, its classes or its role: comments of readers, and what asks for consent. */
const SURROUNDING_NAME = /(?:^|[\s_-])(?:comments?|cookies?|consent|disqus|gdpr)(?:$|[\s_-])/i

function isSurrounding(element: PageNode): boolean {
  const tag = element.nodeName.toUpperCase()
  if (SURROUNDINGS.has(tag)) return true
  // The article itself may be one that comments on something.
  if (tag === 'ARTICLE' || tag === 'BODY' || tag === 'MAIN') return false
  const names = `${element.getAttribute?.('id') ?? ''} ${element.getAttribute?.('class') ?? ''}`
  return SURROUNDING_NAME.test(names) || element.getAttribute?.('role') === 'dialog'
}

/** Where a page may tell when it was published, beside what the extractor knows; the first that is there counts. */
const PUBLISHED_AT: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['meta[itemprop="datePublished"]', 'content'],
  ['meta[name="pubdate"]', 'content'],
  ['meta[name="publishdate"]', 'content'],
  ['meta[name="publish-date"]', 'content'],
  ['meta[name="publication_date"]', 'content'],
  ['meta[name="date"]', 'content'],
  ['meta[name="DC.date.issued"]', 'content'],
  ['time[pubdate]', 'datetime'],
  ['time[itemprop="datePublished"]', 'datetime'],
  ['article time[datetime]', 'datetime'],
]

const ADDRESS_AT: typeof PUBLISHED_AT = [
  ['link[rel="canonical"]', 'href'],
  ['meta[property="og:url"]', 'content'],
]

/** The article of a page. */
export interface Page {
  readonly fields: Fields
  readonly diagnostics: readonly Diagnostic[]
}

/** As much of a page's document as is used here. The packages' own types need those of a browser. */
interface PageDocument extends PageNode {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  readonly title: string
  querySelector(selector: string): PageElement | null
}

interface PageElement extends PageNode {
  getAttribute(name: string): string | null
}

/** What the extractor finds; it writes `null` or nothing where it finds nothing. */
type Extracted = {
  readonly [name in 'title' | 'byline' | 'siteName' | 'lang' | 'publishedTime']?: string | null | undefined
} & { readonly content?: PageNode | null | undefined }

/**
 * Reads a page: its main text, and what it tells of itself. Scripts are not run and nothing is fetched. Throws `no-main-text` for a
 * page without any and `bad-html` for one that cannot be read, at the given place.
 */
export async function readPage(source: string, place: ErrorPlace): Promise<Page> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  assertExtent(tagsOf(source), MAX_TAGS, 'tags and character references', place)
  const document = (parseHTML(withBody(source)) as unknown as { readonly document: PageDocument }).document
  const { nodes, depth, totalDepth } = extentOf(document)
  assertExtent(nodes, MAX_NODES, 'nodes', place)
  assertExtent(depth, MAX_DEPTH, 'elements within each other', place)
  assertExtent(totalDepth, MAX_TOTAL_DEPTH, 'nodes times their depth', place)
  // Before the extractor, which changes the document.
  const told = {
    title: oneLine(document.title),
    published: firstOf(document, PUBLISHED_AT),
    uri: webAddress(firstOf(document, ADDRESS_AT)),
  }
  const all = document.body === null ? [] : paragraphsOf(document.body, isSurrounding)
  let extracted: Extracted | null
  try {
    // A structural type of our own stands for the browser's, which is not loaded here.
    const Reader = Readability as unknown as new (
      document: PageDocument,
      options: { readonly serializer: (node: PageNode) => PageNode },
    ) => { parse(): Extracted | null }
    extracted = new Reader(document, { serializer: (node) => node }).parse()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new HearsayError('bad-html', `expected a page, got what its extractor fails at: ${reason}`, place, { cause })
  }
  const paragraphs = extracted?.content == null ? [] : paragraphsOf(extracted.content)
  if (extracted == null || paragraphs.length === 0) {
    throw new HearsayError('no-main-text', 'expected a page with an article, found no text that could be one', place)
  }
  const language = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i.exec(extracted.lang ?? '')?.[0].replaceAll('_', '-')
  const fields = {
    title: wholeTitle(oneLine(extracted.title), told.title),
    uri: told.uri,
    author: oneLine(extracted.byline),
    publisher: oneLine(extracted.siteName),
    published: oneLine(extracted.publishedTime) ?? told.published,
    language,
  }
  return {
    fields: {
      text: paragraphs.join('\n\n'),
      ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>),
    },
    diagnostics: lostQuotationDiagnostics(all, paragraphs),
  }
}

function assertExtent(count: number, most: number, what: string, place: ErrorPlace): void {
  if (count <= most) return
  throw new HearsayError('bad-html', `expected a page with at most ${most} ${what}, got ${count}`, place)
}

/** How many tags and character references a page may hold, without parsing it. */
function tagsOf(source: string): number {
  let count = 0
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 0x3c || code === 0x26) count++
  }
  return count
}

/** The parser keeps to what is written, and a page may leave out the tags of its root and its body. */
function withBody(source: string): string {
  if (/<body[\s>]/i.test(source)) return source
  const head = /<\/head\s*>/i.exec(source)
  if (head !== null) {
    const end = head.index + head[0].length
    return `${source.slice(0, end)}<body>${source.slice(end)}`
  }
  return `<!doctype html><html><head></head><body>${source.replace(/<!doctype[^>]{0,1000}>|<\/?html[^>]{0,1000}>/gi, '')}</body></html>`
}

/** The extractor takes what stands before a colon for a section's name; in news it is as often who says what follows. */
function wholeTitle(title: string | undefined, written: string | undefined): string | undefined {
  if (title === undefined || written === undefined || !written.endsWith(title)) return title
  return written.slice(0, -title.length).trimEnd().endsWith(':') ? written : title
}

function firstOf(document: PageDocument, places: typeof PUBLISHED_AT): string | undefined {
  for (const [selector, attribute] of places) {
    const value = oneLine(document.querySelector(selector)?.getAttribute(attribute))
    if (value !== undefined) return value
  }
  return undefined
}

function webAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:\/\//i.test(value) ? value : undefined
}

function oneLine(value: string | null | undefined): string | undefined {
  const line = value?.replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}
