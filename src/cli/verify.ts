import { Command } from 'commander'
import { printable } from '../output/printable.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { verifyRecord } from '../record/verify.js'
import { articleKey } from '../record/article.js'
import { findArticles } from './articles.js'
import { EXIT, warn } from './failure.js'
import { addReadingOptions, type ReadingFlags } from './reading.js'
import { ArticlesSeen, readRecords } from './records.js'

interface Flags extends ReadingFlags {
  readonly input?: string[]
}

/** `hearsay verify`: every rule of stored records, and their articles beside them. */
export function command(): Command {
  const verify = new Command('verify')
    .summary('check stored records, also against their articles')
    .description(
      'Checks every rule of stored records: form, places, order, ids, links. With --input, each record is compared with its ' +
        'article too: the hash of the text, and the text of every span. Prints one line a finding.',
    )
    .argument('<records...>', 'files of records (.jsonl, .ndjson, .json, also .gz and .zst); - for the standard input')
    .option('--input <articles...>', 'the articles: files, folders or globs, as they were given to extract')
  return addReadingOptions(verify).action(run)
}

async function run(files: string[], flags: Flags): Promise<void> {
  const { recordSchema } = await import('../record/schema.js')
  const articles = flags.input && (await findArticles(flags.input, flags, files))
  const seen = new ArticlesSeen()
  let records = 0
  let findings = 0
  const tell = (place: ErrorPlace, message: string) => {
    findings++
    process.stdout.write(`${printable(new HearsayError('bad-record', message, place).toLine())}\n`)
  }
  for (const file of files) {
    for await (const { value, place: line } of readRecords(file)) {
      records++
      const { data: record, error } = recordSchema.safeParse(value)
      const place = { ...line, ...idOf(value) }
      if (error) {
        const what = value === undefined ? 'expected a record as JSON' : undefined
        for (const { path, message } of error.issues) tell(place, what ?? `${jsonPath(path)}: ${message}`)
        continue
      }
      const key = articleKey(record)
      const isFirst = seen.isFirst(key)
      if (!isFirst) tell(place, 'id: expected an article of its own, got that of a record before')
      const article = isFirst ? await articles?.find(key) : undefined
      if (articles && isFirst && !article)
        tell(place, `id: expected an article of --input in collection ${record.collection}, got none`)
      for (const { path, expected, got } of verifyRecord(record, article))
        tell(place, `${path}: expected ${expected}, got ${got}`)
    }
  }
  warn(`records: ${records}, findings: ${findings}`)
  if (findings > 0) process.exitCode ??= EXIT.findings
}

function idOf(value: unknown): { id?: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? { id: value.id }
    : {}
}

function jsonPath(path: readonly PropertyKey[]): string {
  return (
    path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '') || 'record'
  )
}
