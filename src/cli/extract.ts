import { Command, Option } from 'commander'
import { textOptionsFor } from '../output/text.js'
import type { RowName } from '../output/csv-columns.js'
import { FORMATS, formatOf, openWriter, type FormatName, type RecordWriter } from '../output/writer.js'
import { HearsayError } from '../record/errors.js'
import { addExtractionOptions, extractorOptionsOf, type ExtractionFlags } from './extraction.js'
import { reportFailure } from './failure.js'
import { assertApartFrom } from './output.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { onStop } from './stop.js'

interface Flags extends ReadingFlags, ExtractionFlags {
  readonly output?: string
  readonly format?: FormatName
  readonly rows: RowName
}

/** `hearsay extract`: articles in, records out. */
export function command(): Command {
  const extract = new Command('extract')
    .summary('extract the statements of articles')
    .description(
      'Extracts the statements of articles: files (.txt, .json, .jsonl, .csv, .parquet, .warc, .html; also .gz and .zst), ' +
        'folders, globs, lists of them, or the standard input without any. Records come out in input order; an article that fails is told of on stderr, and the rest goes on.',
    )
    .argument('[input...]', 'files, folders or globs; @FILE for a list of them; - for the standard input')
    .option('-o, --output <file>', 'write to a file, compressed where its name ends in .gz')
    .addOption(
      new Option(
        '--format <name>',
        'by default what the file is called, else text in a terminal and jsonl in a pipe',
      ).choices(FORMATS),
    )
    .addOption(
      new Option('--rows <what>', 'what a row of csv is')
        .choices(['statements', 'quantities', 'entities', 'times'] satisfies RowName[])
        .default('statements'),
    )
  return addReadingOptions(addExtractionOptions(extract)).action(run)
}

async function run(inputs: string[], flags: Flags): Promise<void> {
  const output = flags.output === '-' ? undefined : flags.output
  const format = flags.format ?? defaultFormat(output)
  if (flags.rows !== 'statements' && format !== 'csv') {
    throw new HearsayError('usage', `--rows: expected csv to be written, got ${format}`)
  }
  if (inputs.length === 0 && process.stdin.isTTY) {
    throw new HearsayError('usage', 'expected articles: name files or folders, or pipe text in')
  }
  await assertApartFrom(inputs, output)
  const [{ readArticles }, { createExtractor, extractOrFail }] = await Promise.all([
    import('../ingest/index.js'),
    import('../extract/index.js'),
  ])
  const extractor = await createExtractor(extractorOptionsOf(flags))
  const text = output === undefined ? textOptionsFor(process.stdout) : undefined
  let writer: RecordWriter | undefined
  onStop(() => writer?.discard())
  try {
    writer = await openWriter(format, output, { rows: flags.rows, ...(text === undefined ? {} : { text }) })
    for await (const article of readArticles(inputs, readOptionsOf(flags))) {
      const result = 'error' in article ? article.error : extractOrFail(extractor, article)
      if (result instanceof HearsayError) reportFailure(result)
      else await writer.write(result)
    }
    await writer.close()
  } catch (error) {
    writer?.discard()
    throw error
  }
}

function defaultFormat(output: string | undefined): FormatName {
  if (output !== undefined) return formatOf(output)
  return process.stdout.isTTY ? 'text' : 'jsonl'
}
