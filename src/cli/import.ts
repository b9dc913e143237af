import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { Command, Option } from 'commander'
import type { Annotated } from '../annotate/gold.js'
import type { Imported } from '../annotate/imported.js'
import type { NewFolder } from '../annotate/new-folder.js'
import { HearsayError } from '../record/errors.js'
import { TOOLS, type Tool } from './export.js'
import { goingOn, reportFailure, warn } from './failure.js'
import { assertApartFrom } from './output.js'
import { readRecords } from './records.js'
import { onStop } from './stop.js'

interface Flags {
  readonly from: Tool
  readonly output: string
  readonly text: boolean
}

/** `hearsay import`: what people did in an annotation tool, as gold. */
export function command(): Command {
  return new Command('import')
    .summary('make gold of what people have annotated in a tool')
    .description(
      'Makes gold of articles that hearsay export has given to brat or Label Studio and people have corrected there. ' +
        'What cannot be read is told of on stderr, one line each, and the rest goes on.',
    )
    .argument(
      '<paths...>',
      'for brat the folders that were exported; for label-studio files exported there in the format JSON',
    )
    .addOption(new Option('--from <tool>', 'brat or label-studio').choices(TOOLS).makeOptionMandatory())
    .requiredOption(
      '-o, --output <path>',
      'a .jsonl file with one article a line (- is the standard output), a .json file for one article, or a new folder for a .json file each',
    )
    .option('--no-text', 'leave the text out of the gold, which then holds offsets and names alone')
    .action(run)
}

async function run(paths: string[], { from, output, text: withText }: Flags): Promise<void> {
  const { goldOf } = await import('../annotate/gold.js')
  await assertApartFrom(paths, output)
  const ids = new Set<string>()
  let statements = 0
  let target: Target | undefined
  onStop(() => target?.discard())
  try {
    target = await openTarget(output)
    for await (const { annotated, problems, file } of from === 'brat' ? bratFolders(paths) : labelStudioFiles(paths)) {
      for (const problem of problems) reportFailure(problem)
      if (!annotated) continue
      const { id } = annotated.head
      if (ids.has(id)) {
        reportFailure(
          new HearsayError('duplicate-id', 'expected one article of this id, got one more: left out', { file, id }),
        )
        continue
      }
      ids.add(id)
      statements += annotated.statements.length
      await target.write(annotated, goldOf(annotated, withText))
    }
    if (ids.size === 0)
      throw new HearsayError('no-data', `expected annotated articles, got none from ${paths.join(', ')}`)
    await target.close()
  } catch (error) {
    target?.discard()
    throw error
  }
  warn(`articles: ${ids.size}, statements: ${statements}`)
}

/** An article that was read, and the file or folder that it was in. */
type Read = Imported & { readonly file: string }

async function* bratFolders(paths: readonly string[]): AsyncGenerator<Read> {
  const { readBratFolder } = await import('../annotate/brat-folder.js')
  for (const file of paths) for await (const read of goingOn(readBratFolder(file))) yield { ...read, file }
}

async function* labelStudioFiles(paths: readonly string[]): AsyncGenerator<Read> {
  const { readLabelStudioTask } = await import('../annotate/label-studio-task.js')
  for (const path of paths) {
    for await (const { value, place } of goingOn(readRecords(path))) {
      const file = place.file ?? path
      yield { ...readLabelStudioTask(value, file), file }
    }
  }
}

/** Where gold goes. */
interface Target {
  write(article: Annotated, gold: object): Promise<void>
  close(): Promise<void>
  discard(): void
}

async function openTarget(path: string): Promise<Target> {
  if (path !== '-' && !/\.(jsonl|ndjson|json)$/i.test(path)) return openFolder(path)
  const { fileDestination, streamDestination } = await import('../output/destination.js')
  const isOne = /\.json$/i.test(path)
  const file = path === '-' ? streamDestination(process.stdout, 'standard output') : await fileDestination(path)
  let count = 0
  return {
    async write(_, gold) {
      if (isOne && count++ > 0)
        throw new HearsayError('usage', 'expected a .jsonl file or a folder for several articles, got a .json file', {
          file: path,
        })
      await file.write(`${JSON.stringify(gold, null, isOne ? 1 : undefined)}\n`)
    },
    close: () => file.close(),
    discard: () => {
      file.discard()
    },
  }
}

/** A folder has no extension, unless it is there or a slash tells what it is. */
async function openFolder(path: string): Promise<Target> {
  const there = await stat(path).catch(() => undefined)
  if (there === undefined ? extname(path) !== '' && !/[/\\]$/.test(path) : !there.isDirectory()) {
    const expected = 'a .jsonl or a .json file, - or a new or an empty folder (with a / behind a name with a dot)'
    throw new HearsayError('usage', `--output: expected ${expected}; got "${path}"`)
  }
  const [{ fileNameFor }, { NewFolder }] = await Promise.all([
    import('../annotate/brat-folder.js'),
    import('../annotate/new-folder.js'),
  ])
  let folder: NewFolder | undefined
  const names = new Set<string>()
  return {
    async write({ head: { id } }, gold) {
      folder ??= await NewFolder.create(path)
      const name = fileNameFor(id, names)
      names.add(name.toLowerCase())
      await folder.write(`${name}.json`, `${JSON.stringify(gold, null, 1)}\n`)
    },
    close: () => Promise.resolve(folder?.keep()),
    discard: () => folder?.discard(),
  }
}
