import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import type { ArticleChanges, ComparedArticle } from '../diff/index.js'
import { unreadable } from '../ingest/bytes.js'
import { oneLine } from '../output/jsonl.js'
import { HearsayError } from '../record/errors.js'
import { articleKey } from '../record/article.js'
import { EXIT, warn } from './failure.js'
import { readRecords } from './records.js'
import { parseCount, parseShare } from './values.js'

interface Flags {
  readonly json?: boolean
  readonly limit: number
  readonly tolerance?: number
}

type Side = 'old' | 'new'

/** `hearsay diff`: what changed between two sets of records, or of gold. */
export function command(): Command {
  return new Command('diff')
    .summary('show what changed between two sets of records, or of gold')
    .description(
      'Compares two sets of records, or of gold, article by article: statements gained, lost and changed, numbers and times. ' +
        'OLD and NEW are each a file (.jsonl, .ndjson, .json, also .gz) or a folder of such files. Exit code 0: the same; 1: they differ; ' +
        '3: something could not be read.',
    )
    .argument('<old>', 'records or gold as they were')
    .argument('<new>', 'records or gold as they are')
    .option('--json', 'print JSON, one object a line: producers, each article that differs, the summary')
    .option('--limit <n>', 'show at most n articles; the summary counts all', parseCount('--limit', 0), Infinity)
    .option(
      '--tolerance <p>',
      'how far confidences may be apart and count as the same, 0 to 1 (default: 0.05)',
      parseShare('--tolerance'),
    )
    .action(run)
}

async function run(oldPath: string, newPath: string, { json = false, limit, tolerance }: Flags): Promise<void> {
  const [{ changesOf, hasChanges, pairedArticles, producerDifferences, Summary }, text] = await Promise.all([
    import('../diff/index.js'),
    import('../diff/text.js'),
  ])
  const summary = new Summary()
  const print = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  let shown = 0
  let hidden = 0
  const show = (lines: () => readonly string[]) => {
    if (shown < limit) print(lines())
    if (shown < limit) shown++
    else hidden++
  }
  const producersSeen = new Set<string>()
  for await (const { old, now } of pairedArticles(articlesIn(oldPath, 'old'), articlesIn(newPath, 'new'))) {
    if (old && now) {
      // Sets that were made at several times have several pairs of them: each is told before the first article that has it.
      const producers = oneLine([old.producer, now.producer])
      if (!producersSeen.has(producers)) {
        producersSeen.add(producers)
        const differences = producerDifferences(old.producer, now.producer)
        print(
          json
            ? [
                oneLine({
                  producers: { old: old.producer, new: now.producer, differ: Object.fromEntries(differences) },
                }),
              ]
            : text.producerLines(differences),
        )
      }
      const changes = changesOf(old, now, tolerance)
      summary.addPair(old, now, changes)
      if (hasChanges(changes)) show(() => (json ? [changesJson(now, changes)] : text.changeLines(now, changes)))
    } else {
      const [article, side] = old ? [old, 'old' as const] : [now, 'new' as const]
      if (!article) continue
      summary.addLone(article, side)
      show(() =>
        json
          ? [oneLine({ ...nameOf(article), onlyIn: side, statements: article.statements.length })]
          : [text.loneLine(article, side)],
      )
    }
  }
  const { articles, statements, fields, numbers, times } = summary
  if (json)
    print([
      oneLine({
        summary: { same: summary.isSame, articles, statements, fields, numbers, times, notShown: hidden },
      }),
    ])
  else print([...(hidden > 0 ? [`… and ${hidden} more articles that differ`, ''] : []), ...text.summaryLines(summary)])
  if (!summary.isSame) process.exitCode ??= EXIT.findings
}

/** The articles of a file or folder. What is none is told of, and makes the exit code 3. */
async function* articlesIn(path: string, side: Side): AsyncGenerator<ComparedArticle> {
  const { comparedArticle } = await import('../diff/index.js')
  const seen = new Set<string>()
  for (const file of await filesIn(path)) {
    for await (const { value, place } of readRecords(file)) {
      let article: ComparedArticle
      try {
        if (value === undefined) throw new HearsayError('bad-record', 'expected a record or gold, got text that is not JSON', place) // prettier-ignore
        article = comparedArticle(value, place)
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error
        tell(error)
        continue
      }
      const { id, collection } = article
      const key = articleKey({ id, collection: collection ?? '' })
      if (seen.has(key))
        tell(
          new HearsayError(
            'duplicate-id',
            `expected each article once in ${side.toUpperCase()}, got one more: left out`,
            { ...place, id },
          ),
        )
      else yield article
      seen.add(key)
    }
  }
}

function tell(error: HearsayError): void {
  warn(error.toLine())
  process.exitCode = EXIT.unusable
}

async function filesIn(path: string): Promise<string[]> {
  if (path === '-') return [path]
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => /\.(jsonl|ndjson|json)(\.gz|\.zst)?$/i.test(name)).sort()
    if (names.length === 0)
      throw new HearsayError('no-data', 'expected files of records or gold (.jsonl, .ndjson, .json), got none', {
        file: path,
      })
    return names.map((name) => join(path, name))
  } catch (cause) {
    throw cause instanceof HearsayError ? cause : unreadable(path, cause)
  }
}

function nameOf({ collection, id }: ComparedArticle): object {
  return { ...(collection === null ? {} : { collection }), id }
}

function changesJson(article: ComparedArticle, { changed, ...changes }: ArticleChanges): string {
  const statements = changed.map((one) => ({ old: one.old.id, new: one.new.id, fields: one.fields }))
  return oneLine({ ...nameOf(article), ...changes, changed: statements })
}
