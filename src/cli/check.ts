import { existsSync, realpathSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import type { Baseline, CheckOptions, Outcome } from '../check/index.js'
import type { Reporter } from '../check/reporters/index.js'
import { unreadable } from '../ingest/bytes.js'
import { notWritable } from '../output/failure.js'
import { textOptionsFor } from '../output/text.js'
import { HearsayError } from '../record/errors.js'
import { addExtractionOptions, extractorOptionsOf, type ExtractionFlags } from './extraction.js'
import { EXIT, exitCodeOf, warn } from './failure.js'
import { assertApartFrom } from './output.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { append, parseCount } from './values.js'

interface Flags extends ReadingFlags, ExtractionFlags {
  readonly config?: string
  readonly reporter?: readonly string[]
  readonly maxWarnings?: number
  readonly ignoreFile?: string
  readonly changedSince?: string
  readonly filesFrom?: string
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly show?: number
  readonly text: boolean
  readonly extract: boolean
  readonly explain?: string
}

/** Where an ignore file lies that nobody names. */
const IGNORE_FILE = '.hearsayignore'

/** `hearsay check`: whether a corpus is fit for use, for a build that is to stop at one that is not. */
export function command(): Command {
  const check = new Command('check')
    .summary('check a corpus, for a build that is to stop at a bad one')
    .description(
      'Checks articles and what is extracted from them by rules: text that cannot be read, duplicates, lost quotations, drift from a ' +
        'stored baseline and more. Exit code 0 where it is clean, 1 for findings, 2 for wrong usage, 3 for input that cannot be read.',
    )
    .argument('[corpus...]', 'files, folders or globs; @FILE for a list of them; - for the standard input')
    .option('--config <file>', 'severities, thresholds, excludes (default: hearsay.config.yaml, where it is there)')
    .option(
      '--reporter <name>',
      'pretty, json, junit, sarif, github or markdown, also as NAME=FILE; may be repeated',
      append,
    ) // prettier-ignore
    .option('--max-warnings <n>', 'how many warnings are allowed (default: 0)', parseCount('--max-warnings', 0))
    .option('--ignore-file <file>', 'files and findings that are left out (default: .hearsayignore, where it is there)')
    .option('--changed-since <ref>', 'tell only of files that changed since this commit, branch or tag of git')
    .option('--files-from <file>', 'tell only of the files that it lists, one a line; - for the standard input')
    .option('--baseline <file>', 'compare the corpus with this baseline')
    .option('--update-baseline', 'write the baseline instead of comparing')
    .option('--show <n>', 'how many findings of a rule are shown (default: 100)', parseCount('--show', 0))
    .option('--no-text', 'quote no article')
    .option('--no-extract', 'extract nothing, and leave out the rules that need it')
    .option('--explain <rule>', 'print what a rule finds and what to do')
  return addReadingOptions(addExtractionOptions(check)).action(run)
}

async function run(corpus: string[], flags: Flags): Promise<void> {
  if (flags.explain !== undefined) {
    await explain(flags.explain)
    return
  }
  assertFlags(corpus, flags)
  const [{ check, RULES }, { readConfiguration, CONFIGURATION_FILE }, { IgnoreList }] = await Promise.all([
    import('../check/index.js'),
    import('../check/configuration.js'),
    import('../check/ignore.js'),
  ])
  const reporters = await reportersOf(flags.reporter ?? ['pretty'])
  const file = flags.config ?? (existsSync(CONFIGURATION_FILE) ? CONFIGURATION_FILE : undefined)
  const configuration = file === undefined ? undefined : await readConfiguration(file)
  const ignore = new IgnoreList(RULES.map(({ id }) => id))
  if (file !== undefined && configuration !== undefined) ignore.exclude(configuration.exclude, dirname(file))
  const told =
    configuration?.ignoreFile === undefined ? undefined : join(dirname(file ?? '.'), configuration.ignoreFile)
  const ignoreFile = flags.ignoreFile ?? told ?? (existsSync(IGNORE_FILE) ? IGNORE_FILE : undefined)
  if (ignoreFile !== undefined) await ignore.read(ignoreFile)

  const { inputs, asked } = await askedFor(corpus, flags)
  const written = [...reporters.map(({ output }) => output), flags.updateBaseline === true ? flags.baseline : undefined]
  for (const output of written) if (output !== undefined && (await isReadAs(output, inputs))) await assertApartFrom(inputs, output) // prettier-ignore
  let isAnyThere = asked === undefined
  const isAsked = (name: string): boolean => {
    const is = asked?.has(name) === true
    isAnyThere ||= is
    return is
  }
  const maxWarnings = flags.maxWarnings ?? configuration?.maxWarnings
  const options: CheckOptions = {
    // Files of a list have the ids that they have in the corpus, which their folders alone would not give them.
    read: { ...readOptionsOf(flags), ...(corpus.length === 0 ? { root: '.' } : {}) },
    extract: flags.extract && extractorOptionsOf(flags),
    rules: configuration?.rules ?? {},
    ignore,
    text: flags.text,
    makeBaseline: flags.updateBaseline === true,
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    ...(asked === undefined ? {} : { asked: isAsked }),
    ...(flags.show === undefined ? {} : { show: flags.show }),
    ...(await baselineOf(flags)),
  }
  const outcome = await check(inputs, options)
  // What cannot be written keeps nothing else from being written.
  const failures: unknown[] = []
  const attempt = async (work: () => Promise<void>) => {
    await work().catch((error: unknown) => failures.push(error))
  }
  for (const { reporter, output } of reporters) await attempt(() => write(reporter, output, outcome, inputs[0]))
  if (flags.updateBaseline === true) await attempt(() => updateBaseline(flags, outcome))
  if (outcome.articles === 0 && flags.changedSince !== undefined)
    warn(`no article changed since ${flags.changedSince}: nothing was checked`)
  if (outcome.unusable !== undefined) warn(`hearsay: ${outcome.unusable.toLine()}`)
  const nothing = flags.filesFrom !== undefined && !isAnyThere
  if (nothing) warn(`hearsay: expected files of the corpus in the list ${flags.filesFrom}, none is there [input-not-found]`) // prettier-ignore
  if (outcome.unusable !== undefined) process.exitCode = exitCodeOf(outcome.unusable)
  else process.exitCode = nothing ? EXIT.unusable : outcome.failed ? EXIT.findings : EXIT.done
  if (failures.length > 0) throw failures[0]
}

/** Whether a file is one that is read where it lies among the inputs; a folder's other files, as those of most reporters, are not. */
async function isReadAs(file: string, inputs: readonly string[]): Promise<boolean> {
  const { formatOfName } = await import('../ingest/inputs.js')
  return formatOfName(file) !== undefined || inputs.some((input) => resolve(input) === resolve(file))
}

async function updateBaseline({ baseline: file }: Flags, { baseline, unusable }: Outcome): Promise<void> {
  if (file === undefined || baseline === undefined) return
  if (unusable !== undefined) {
    warn(`the baseline is not written, since an input is missing: ${file}`)
    return
  }
  const { writeBaseline } = await import('../check/drift/baseline-file.js')
  await writeBaseline(file, baseline)
  warn(`baseline of ${baseline.articles} articles: ${file}`)
}

async function explain(id: string): Promise<void> {
  const [{ RULES }, { explanationOf }, { unknownRule }] = await Promise.all([
    import('../check/index.js'),
    import('../check/explanation.js'),
    import('../check/ignore.js'),
  ])
  const rule = RULES.find((one) => one.id === id)
  if (rule === undefined)
    throw unknownRule(
      id,
      RULES.map((one) => one.id),
    )
  process.stdout.write(`${explanationOf(rule)}\n`)
}

/** Throws `usage` where options make no sense together. */
function assertFlags(corpus: readonly string[], { baseline, updateBaseline, changedSince, filesFrom }: Flags): void {
  const wrong =
    corpus.length === 0 && filesFrom === undefined
      ? 'expected a corpus: name files or folders, or - for the standard input'
      : updateBaseline === true && baseline === undefined
        ? '--update-baseline: expected the file to write in --baseline'
        : baseline !== undefined && (changedSince !== undefined || filesFrom !== undefined)
          ? '--baseline: expected the whole corpus, got a part of it (--changed-since or --files-from): what changed is no sample of the rest' // prettier-ignore
          : changedSince !== undefined && filesFrom !== undefined
            ? 'expected either --changed-since or --files-from, got both'
            : changedSince !== undefined && corpus.includes('-')
              ? '--changed-since: expected files, got the standard input'
              : filesFrom === '-' && corpus.includes('-')
                ? '--files-from: the standard input cannot be both the list and the corpus'
                : undefined
  if (wrong !== undefined) throw new HearsayError('usage', wrong)
}

interface Output {
  readonly reporter: Reporter
  /** A file; undefined for the standard output. */
  readonly output: string | undefined
}

async function reportersOf(names: readonly string[]): Promise<Output[]> {
  const { REPORTERS } = await import('../check/reporters/index.js')
  const outputs = names.map((value) => {
    const at = value.indexOf('=')
    const [name, output] = at < 0 ? [value] : [value.slice(0, at), value.slice(at + 1)]
    const reporter = REPORTERS.find((one) => one.name === name)
    if (reporter !== undefined && output !== '') return { reporter, output }
    const known = REPORTERS.map((one) => one.name).join(', ')
    throw new HearsayError('usage', `--reporter: expected one of ${known}, also as NAME=FILE; got "${value}"`)
  })
  const shown = outputs.filter(({ output }) => output === undefined).map(({ reporter }) => reporter.name)
  if (shown.length > 1) throw new HearsayError('usage', `--reporter: expected one on the standard output, got ${shown.join(' and ')}; give the others a file, as ${shown[1]}=FILE`) // prettier-ignore
  const files = outputs.flatMap(({ output }) => (output === undefined ? [] : resolve(output)))
  const twice = files.find((file, at) => files.indexOf(file) < at)
  if (twice !== undefined) throw new HearsayError('usage', '--reporter: expected a file for each, got the same twice', { file: twice }) // prettier-ignore
  // Nothing that a file may do wrong keeps the findings from being shown.
  return outputs.sort((a, b) => Number(a.output !== undefined) - Number(b.output !== undefined))
}

async function write(reporter: Reporter, output: string | undefined, outcome: Outcome, input = '.'): Promise<void> {
  const { colour = false } = output === undefined ? textOptionsFor(process.stdout) : {}
  const shown = input.startsWith('@') || input === '-' ? '.' : input
  const { GITHUB_WORKSPACE: workspace } = process.env
  const root = workspace !== undefined && existsSync(workspace) ? { root: realpathSync(workspace) } : {}
  const report = reporter.report(outcome, { colour, input: shown, ...root })
  if (output === undefined) {
    process.stdout.write(report)
    return
  }
  try {
    await writeFile(output, report)
  } catch (cause) {
    throw notWritable(output, cause)
  }
}

/** What is read, and which files of it are asked about; undefined for all. */
async function askedFor(
  corpus: string[],
  { changedSince, filesFrom }: Flags,
): Promise<{ inputs: string[]; asked: { has(file: string): boolean } | undefined }> {
  if (changedSince !== undefined) {
    const { changedSince: filesChanged } = await import('../check/changed.js')
    return { inputs: corpus, asked: await filesChanged(changedSince) }
  }
  if (filesFrom === undefined) return { inputs: corpus, asked: undefined }
  const files = await listed(filesFrom)
  if (files.length === 0)
    throw new HearsayError('input-not-found', 'expected files to check, one a line; got an empty list', { file: filesFrom }) // prettier-ignore
  const { FileSet } = await import('../check/file-set.js')
  if (corpus.length > 0) return { inputs: corpus, asked: new FileSet(files) }
  // A name is a file here, and no list and no standard input.
  return { inputs: files.map((file) => (/^[-@]/.test(file) ? `./${file}` : file)), asked: undefined }
}

/** The names in a list: one a line, or with NUL between them as `git diff -z` writes them. */
async function listed(file: string): Promise<string[]> {
  let list: string
  try {
    list = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (cause) {
    throw unreadable(file, cause)
  }
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '')
}

async function baselineOf({ baseline, updateBaseline }: Flags): Promise<{ baseline?: Baseline }> {
  if (baseline === undefined || updateBaseline === true) return {}
  const { readBaseline } = await import('../check/drift/baseline-file.js')
  return { baseline: await readBaseline(baseline) }
}
