/**
 * The page: records in, one self-contained HTML file out. What runs here only puts the records into it; `page/` is the script that draws
 * them in a browser, bundled by the build.
 *
 * @module hearsay/report
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { HearsayError } from '../record/errors.js'
import { reportArticle, type ReportInput } from './data.js'
import { embedded, escapeHtml } from './embedded.js'

export type { ReportInput } from './data.js'

/** How a page is made. */
export interface ReportOptions {
  /** Heading of the page, "Who said what" without it. */
  readonly title?: string
}

/** Heading of a page that nobody gave one. */
export const DEFAULT_TITLE = 'Who said what'

/** Most that the records may take of a page, in UTF-16 code units: browsers cannot read a longer text at once. */
export const MAX_DATA = 400_000_000

/** The page's script and style, as the build made them: the same files whichever asks, compiled or not. */
const PAGE = new URL('../../dist/report/page/', import.meta.url)

/**
 * Yields a page piece by piece: one HTML file that asks for nothing beside itself and runs no script but its own. The same records give
 * the same bytes.
 * @param inputs Records in the order of the page, each with its text where it is known.
 * @param options The page's heading.
 * @throws HearsayError `too-large` where the page would hold more than `MAX_DATA`
 */
export async function* reportPage(
  inputs: AsyncIterable<ReportInput> | Iterable<ReportInput>,
  { title = DEFAULT_TITLE }: ReportOptions = {},
): AsyncGenerator<string> {
  const script = readFileSync(new URL('page.js', PAGE), 'utf8')
  const style = readFileSync(new URL('page.css', PAGE), 'utf8')
  const beginning = `${head(title, script, style)}<script type="application/json" id="data">{"title":${embedded(title)},"articles":[`
  let length = 0
  for await (const input of inputs) {
    const article = `${length === 0 ? '' : ','}\n${embedded(reportArticle(input))}`
    length += article.length
    if (length > MAX_DATA) {
      const advice = 'make one of fewer records, or leave out --input'
      throw new HearsayError('too-large', `expected a page of at most ${MAX_DATA / 1e6} MB of records; ${advice}`)
    }
    // Not before: where the first record fails, there is no page.
    if (length === article.length) yield beginning
    yield article
  }
  if (length === 0) yield beginning
  yield `\n]}</script>\n<script>${script}</script>\n</body>\n</html>\n`
}

function head(title: string, script: string, style: string): string {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    // The browser refuses every way to make markup or a script of text, whatever the page's script does.
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Hearsay">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This report is drawn by the script within it. Allow scripts for this file to read it: it asks for nothing beyond itself.</p></noscript>
`
}

/** What a content security policy calls a script or a style that stands in the page. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}'`
}
