import { Command, Option } from 'commander'
import type { Article } from '../record/article.js'
import { printableJson } from '../output/printable.js'
import { HearsayError } from '../record/errors.js'
import { addExtractionOptions, extractorOptionsOf, type ExtractionFlags } from './extraction.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { parseCount } from './values.js'

interface Flags extends ReadingFlags, ExtractionFlags {
  readonly at: number
  readonly id?: string
  readonly format: 'text' | 'json'
}

/** `hearsay explain`: why a place of an article is or is not part of a statement. */
export function command(): Command {
  const explain = new Command('explain')
    .summary('show why a passage is or is not a statement')
    .description(
      'Shows why a place of an article is or is not part of a statement: its quotations, what may be a cue, every number by ' +
        'which the models decided, and the rule that decided in the end.',
    )
    .argument('<file>', 'the article: a file as extract reads it; - for the standard input')
    .requiredOption(
      '--at <offset>',
      "the place, counted in UTF-16 code units from the text's beginning",
      parseCount('--at', 0),
    )
    .option('--id <id>', 'which article, where the file holds several')
    .addOption(new Option('--format <name>', 'how to show it').choices(['text', 'json']).default('text'))
  return addReadingOptions(addExtractionOptions(explain)).action(run)
}

async function run(file: string, flags: Flags): Promise<void> {
  const article = await articleOf(file, flags)
  const [{ createExplainer }, { explanationText }] = await Promise.all([
    import('../extract/explain.js'),
    import('./explanation.js'),
  ])
  const explainer = await createExplainer(extractorOptionsOf(flags))
  const explanation = explainer.explain(article, flags.at)
  process.stdout.write(flags.format === 'json' ? `${printableJson(explanation, 2)}\n` : explanationText(explanation))
}

/** The file's article with the id, or its only one. */
async function articleOf(file: string, flags: Flags): Promise<Article> {
  const { readArticles } = await import('../ingest/index.js')
  const { id } = flags
  let only: Article | undefined
  let failure: HearsayError | undefined
  let count = 0
  for await (const found of readArticles([file], readOptionsOf(flags))) {
    if ('error' in found) {
      if (id !== undefined && found.error.place.id === id) throw found.error
      failure ??= found.error
      continue
    }
    if (found.id === id) return found
    count++
    if (id !== undefined) continue
    if (only !== undefined) {
      const message = `expected --id, as there are several articles, such as "${only.id}" and "${found.id}"`
      throw new HearsayError('usage', message, { file })
    }
    only = found
  }
  if (only !== undefined && failure === undefined) return only
  if (id === undefined || count === 0)
    throw failure ?? new HearsayError('usage', 'expected an article, got none', { file })
  const others = `${count} other${count === 1 ? '' : 's'}`
  throw new HearsayError('usage', `expected an article with the id "${id}", found ${others}`, { file })
}
