import { Command } from 'commander'
import { fileDestination, streamDestination, type Destination } from '../output/destination.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { faultLine } from '../record/fault.js'
import type { Record } from '../record/record.js'
import { verifyRecord } from '../record/verify.js'
import type { ReportInput } from '../report/index.js'
import { articleKey } from '../record/article.js'
import { findArticles, type ArticleFinder } from './articles.js'
import { countFailure, EXIT, warn } from './failure.js'
import { assertApartFrom } from './output.js'
import { addReadingOptions, type ReadingFlags } from './reading.js'
import { ArticlesSeen, readRecords } from './records.js'
import { onStop } from './stop.js'

interface Flags extends ReadingFlags {
  readonly output?: string
  readonly input?: string[]
  readonly title?: string
}

/** How many lines tell of the same thing before the rest is only counted. */
const MOST_LINES = 10

/** `hearsay report`: stored records as a page to look at. */
export function command(): Command {
  const report = new Command('report')
    .summary('make a page of stored records, to look at')
    .description(
      'Makes one self-contained HTML page of stored records: an overview, all statements with a filter, and a reader. With --input, ' +
        'the reader shows whole articles with their statements highlighted, else the statements alone.',
    )
    .argument('<records...>', 'files of records (.jsonl, .ndjson, .json, also .gz and .zst); - for the standard input')
    .option(
      '-o, --output <file>',
      'write to a file, compressed where its name ends in .gz; without it to the standard output',
    )
    .option('--input <articles...>', 'the articles: files, folders or globs, as they were given to extract')
    .option('--title <text>', 'heading of the page')
  return addReadingOptions(report).action(run)
}

async function run(files: string[], { output: asked, input, title, ...flags }: Flags): Promise<void> {
  if (title?.trim() === '') throw new HearsayError('usage', `--title: expected words, got "${title}"`)
  const output = asked === '-' ? undefined : asked
  const [{ reportPage }, { recordSchema }, { dayOf }] = await Promise.all([
    import('../report/index.js'),
    import('../record/schema.js'),
    import('../ingest/dateline.js'),
  ])
  await assertApartFrom([...files, ...(input ?? [])], output)
  const told = new Complaints()
  const articles =
    input &&
    (await findArticles(input, flags, files, (error) => {
      countFailure(error)
      told.tell('unread', error)
    }))
  const seen = new ArticlesSeen()
  const total = { articles: 0, statements: 0, texts: 0 }

  async function* pages(): AsyncGenerator<ReportInput> {
    for (const file of files) {
      for await (const { value, place } of readRecords(file)) {
        const { data: record, error } = recordSchema.safeParse(value)
        const finding = record === undefined ? undefined : first(verifyRecord(record))
        if (record === undefined || finding !== undefined) {
          const what =
            error === undefined
              ? `${finding?.path}: expected ${finding?.expected}, got ${finding?.got}`
              : faultLine(error)
          told.add('bad', `expected a record, left out; hearsay verify tells more (${oneLine(what)})`, place)
          continue
        }
        if (!seen.isFirst(articleKey(record))) {
          told.add('twice', 'expected an article of its own, got that of a record before: left out', { ...place, id: record.id }) // prettier-ignore
          continue
        }
        const text = articles && (await textOf(record, articles, told, place))
        const { published = '', dateline } = record.meta
        const day = dayOf(published) ?? dayOf(dateline?.date ?? '') ?? undefined
        total.articles++
        total.statements += record.statements.length
        total.texts += text === undefined ? 0 : 1
        yield { record, ...(text === undefined ? {} : { text }), ...(day === undefined ? {} : { day }) }
      }
    }
    // A page of nothing would hide that the files were no records at all.
    if (total.articles === 0 && told.count('bad') > 0)
      throw new HearsayError('bad-record', 'expected records as hearsay extract writes them, found none')
  }

  let destination: Destination | undefined
  onStop(() => destination?.discard())
  try {
    for await (const piece of reportPage(pages(), title === undefined ? {} : { title })) {
      destination ??=
        output === undefined ? streamDestination(process.stdout, 'standard output') : await fileDestination(output)
      await destination.write(piece)
    }
    await destination?.close()
  } catch (error) {
    destination?.discard()
    throw error
  } finally {
    told.summarise()
  }
  const texts = articles === undefined ? '' : `, ${total.texts} with text`
  const into = output === undefined ? '' : `: ${output}`
  warn(
    `report of ${total.statements} statements in ${total.articles} ${total.articles === 1 ? 'article' : 'articles'}${texts}${into}`,
  )
  if (told.any) process.exitCode ??= EXIT.findings
}

/** The text that the record was made of; undefined, and told of, where it is not there or is another one. */
async function textOf(
  record: Record,
  articles: ArticleFinder,
  told: Complaints,
  place: ErrorPlace,
): Promise<string | undefined> {
  const where = { ...place, id: record.id }
  const article = await articles.find(articleKey(record))
  if (article === undefined) {
    told.add(
      'missing',
      `expected its article in --input, collection ${record.collection}, got none: only its statements are shown`,
      where,
    )
    return undefined
  }
  const finding = first(verifyRecord(record, article))
  if (finding === undefined) return article.text
  const what = `${finding.path} is not that of the article in --input`
  told.add(
    'other',
    `expected the text that the record was made of, got another (${what}): only its statements are shown`,
    where,
  )
  return undefined
}

function first<T>(findings: Iterable<T>): T | undefined {
  for (const finding of findings) return finding
  return undefined
}

function oneLine(message: string): string {
  return message.split('\n', 1)[0]
}

/** What can be wrong, by what more of it are called. */
const COMPLAINTS = {
  bad: 'lines that are no record',
  twice: 'records of articles that are given twice',
  missing: 'articles that are missing',
  other: 'texts that do not fit',
  unread: 'inputs that cannot be read',
} as const

/** Tells of the first few of each kind of thing that is wrong, and counts the rest. */
class Complaints {
  readonly #counts = new Map<keyof typeof COMPLAINTS, number>()

  get any(): boolean {
    return this.#counts.size > 0
  }

  count(kind: keyof typeof COMPLAINTS): number {
    return this.#counts.get(kind) ?? 0
  }

  /** Of a record. */
  add(kind: keyof typeof COMPLAINTS, message: string, place: ErrorPlace): void {
    this.tell(kind, new HearsayError('bad-record', message, place))
  }

  tell(kind: keyof typeof COMPLAINTS, error: HearsayError): void {
    const count = this.count(kind) + 1
    this.#counts.set(kind, count)
    if (count <= MOST_LINES) warn(error.toLine())
  }

  summarise(): void {
    for (const [kind, count] of this.#counts) {
      if (count > MOST_LINES) warn(`and ${count - MOST_LINES} more ${COMPLAINTS[kind]}`)
    }
  }
}
