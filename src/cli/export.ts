import { Command, Option } from 'commander'
import type { Annotated } from '../annotate/gold.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { faultLine } from '../record/fault.js'
import { sha256Of } from '../record/sha256.js'
import { articleKey } from '../record/article.js'
import { findArticles, type ArticleFinder } from './articles.js'
import { goingOn, reportFailure, warn } from './failure.js'
import { assertApartFrom } from './output.js'
import { addReadingOptions, type ReadingFlags } from './reading.js'
import { ArticlesSeen, readRecords } from './records.js'
import { onStop } from './stop.js'

/** The tools that articles go to. */
export const TOOLS = ['brat', 'label-studio'] as const
export type Tool = (typeof TOOLS)[number]

interface Flags extends ReadingFlags {
  readonly to: Tool
  readonly output: string
  readonly input?: string[]
  readonly gold?: boolean
  readonly articles?: string
}

/** `hearsay export`: records or gold to an annotation tool. */
export function command(): Command {
  const exporting = new Command('export')
    .summary('give records to an annotation tool, to be corrected into gold')
    .description(
      'Gives records and their articles to brat or Label Studio, where people correct them; hearsay import makes gold of what they did. ' +
        'An article that cannot be exported is told of on stderr, and the rest goes on.',
    )
    .argument('<records...>', 'files of records (.jsonl, .ndjson, .json, also .gz); with --gold, gold files')
    .option('--input <articles...>', 'the articles: files, folders or globs, as they were given to extract')
    .addOption(new Option('--to <tool>', 'brat or label-studio').choices(TOOLS).makeOptionMandatory())
    .requiredOption(
      '-o, --output <path>',
      'for brat a new folder; for label-studio a .json file, beside which a .xml is written',
    )
    .option('--gold', 'the files are gold, not records; texts are in it, in .txt files beside it, or in --articles')
    .option('--articles <file>', 'articles as JSON Lines, for gold that does not hold its text')
  return addReadingOptions(exporting).action(run)
}

async function run(files: string[], flags: Flags): Promise<void> {
  const { gold = false, input, articles: texts } = flags
  if (gold === (input !== undefined)) {
    throw new HearsayError(
      'usage',
      gold
        ? 'expected --articles with --gold, got --input'
        : 'expected --input with the articles of the records, or --gold',
    )
  }
  if (texts !== undefined && !gold) throw new HearsayError('usage', 'expected --articles with --gold alone')
  if (flags.to === 'label-studio' && !/\.json$/i.test(flags.output)) {
    throw new HearsayError('usage', `--output: expected a .json file, got "${flags.output}"`)
  }
  await assertApartFrom([...files, ...(input ?? [])], flags.output)
  const ids = new Set<string>()
  let target: Target | undefined
  onStop(() => target?.discard())
  let [articles, statements] = [0, 0]
  try {
    for await (const { article, place } of gold
      ? goldOf(files, texts)
      : recordsOf(files, await findArticles(input ?? [], flags))) {
      const { id } = article.head
      if (ids.has(id)) {
        reportFailure(
          new HearsayError(
            'duplicate-id',
            'expected one article of this id, since gold has no collections; got one more: left out',
            {
              ...place,
              id,
            },
          ),
        )
        continue
      }
      ids.add(id)
      target ??= await openTarget(flags.to, flags.output)
      await target.add(article)
      articles++
      statements += article.statements.length
    }
    await target?.close()
  } catch (error) {
    target?.discard()
    throw error
  }
  if (!target) throw new HearsayError('no-data', `expected articles to export, got none from ${files.join(', ')}`)
  warn(`articles: ${articles}, statements: ${statements}`)
}

/** An article to be exported, and where it was read. */
interface Exported {
  readonly article: Annotated
  readonly place: ErrorPlace
}

/** Gold once more: what is wrong with one article or file is told, and the others go on. */
async function* goldOf(files: readonly string[], texts: string | undefined): AsyncGenerator<Exported> {
  const [{ annotatedGold }, { GOLD, goldIn, readTexts }] = await Promise.all([
    import('../annotate/gold.js'),
    import('../train/gold.js'),
  ])
  const elsewhere = readTexts(texts === undefined ? [] : [texts])
  for (const file of files) {
    for (const article of goldIn(GOLD.whole, file, elsewhere)) {
      if (article instanceof HearsayError) reportFailure(article)
      else yield { article: annotatedGold(article), place: { file } }
    }
  }
}

/** Records with their articles. */
async function* recordsOf(files: readonly string[], articles: ArticleFinder): AsyncGenerator<Exported> {
  const [{ annotatedRecord }, { recordSchema }] = await Promise.all([
    import('../annotate/gold.js'),
    import('../record/schema.js'),
  ])
  const seen = new ArticlesSeen()
  for (const file of files) {
    for await (const { value, place } of goingOn(readRecords(file))) {
      const { data: record, error } = recordSchema.safeParse(value)
      if (!record) {
        const got = value === undefined ? 'text that is not JSON' : faultLine(error)
        reportFailure(new HearsayError('bad-record', `expected a record, got ${got}`, place))
        continue
      }
      const { id, collection, sha256 } = record
      const key = articleKey(record)
      if (!seen.isFirst(key)) {
        const expected = 'expected an article of its own, got that of a record before: left out'
        reportFailure(new HearsayError('duplicate-id', expected, { ...place, id }))
        continue
      }
      const article = await articles.find(key)
      if (!article) {
        const expected = `expected an article of --input with this id in collection ${collection}, got none`
        reportFailure(new HearsayError('bad-record', expected, { ...place, id }))
      } else if (sha256Of(article.text) !== sha256) {
        reportFailure(
          new HearsayError(
            'bad-record',
            'expected the article that the record was made of, got another text: extract it anew',
            { ...place, id },
          ),
        )
      } else yield { article: annotatedRecord(record, article), place }
    }
  }
}

/** Where articles go. */
interface Target {
  add(article: Annotated): Promise<void>
  close(): Promise<void>
  /** Leaves nothing half done that looks whole. */
  discard(): void
}

async function openTarget(tool: Tool, path: string): Promise<Target> {
  if (tool === 'brat') {
    const { BratFolder } = await import('../annotate/brat-folder.js')
    const folder = await BratFolder.create(path)
    return { add: (article) => folder.add(article), close: () => folder.close(), discard: () => { folder.discard() } } // prettier-ignore
  }
  const [{ labelStudioTask }, { labelStudioConfiguration }, { fileDestination }] = await Promise.all([
    import('../annotate/label-studio-task.js'),
    import('../annotate/label-studio-configuration.js'),
    import('../output/destination.js'),
  ])
  const configuration = await fileDestination(path.replace(/\.json$/i, '.xml'))
  await configuration.write(labelStudioConfiguration())
  await configuration.close()
  const tasks = await fileDestination(path)
  let separator = '[\n'
  return {
    async add(article) {
      await tasks.write(`${separator}${JSON.stringify(labelStudioTask(article))}`)
      separator = ',\n'
    },
    async close() {
      await tasks.write('\n]\n')
      await tasks.close()
    },
    discard: () => {
      tasks.discard()
    },
  }
}
