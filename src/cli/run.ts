import { Command } from 'commander'
import { oneLine } from '../output/jsonl.js'
import { HearsayError } from '../record/errors.js'
import type { Allowance, Pipeline } from '../run/pipeline.js'
import type { RunControl, RunOptions, RunSummary } from '../run/index.js'
import { addExtractionOptions, extractorOptionsOf, type ExtractionFlags } from './extraction.js'
import { EXIT, exitCodeOf, warn } from './failure.js'
import { ProgressLine, summaryLines } from './progress.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { keepHeapsSmall } from './heap.js'
import { append, parseCount, parseSeconds } from './values.js'

interface Flags extends ReadingFlags, ExtractionFlags {
  readonly input?: string[]
  readonly to?: string[]
  readonly schema?: string
  readonly limit?: number
  readonly threads?: number
  readonly shard?: string
  readonly wallTime?: number
  readonly memory?: number
  readonly journal?: string
  readonly restart?: boolean
  readonly dryRun?: boolean
  readonly allowFailures?: string
  readonly quiet?: boolean
  readonly jsonSummary?: boolean
}

/** `hearsay run`: many articles, in a way that survives whatever stops it. */
export function command(): Command {
  const run = new Command('run')
    .summary('extract many articles, and go on after whatever stopped it')
    .description(
      'Extracts the articles of a pipeline: a YAML file, or one of demo, news, dump, headlines, database. Or without one, with --input ' +
        'and --to. Run it again after it was stopped or killed, and it goes on; run it again later, and it does what is new.',
    )
    .argument('[pipeline]', 'a YAML file, or the name of a pipeline of the package')
    .argument('[input...]', 'files, folders or globs, in the place of the inputs that the pipeline names')
    .option('--input <path>', 'a file, a folder or a glob; may be repeated', append)
    .option('--to <sink>', 'where records go, as jsonl:records.jsonl.gz; may be repeated', append)
    .option('--schema <name>', 'the database schema for PostgreSQL')
    .option('--limit <n>', 'read the first n articles alone', parseCount('--limit'))
    .option(
      '--threads <n>',
      'articles extracted at a time (default: as many as there are cores)',
      parseCount('--threads'),
    )
    .option('--shard <i/n>', 'do one part of n alone, as 3/16; together the parts are all articles')
    .option('--wall-time <seconds>', 'when an article is taken to hang (default: 60)', parseSeconds('--wall-time'))
    .option('--memory <megabytes>', 'heap of each thread (default: 1024)', parseCount('--memory'))
    .option('--journal <file>', 'where the journal lies (default: beside the first output)')
    .option('--restart', 'begin anew, over what is there of an earlier run')
    .option('--dry-run', 'show what would be read, its fields, and three records; write nothing')
    .option('--allow-failures <n>', 'articles that may fail without exit code 1: a number, or a share as 1%')
  return addProgressOptions(addReadingOptions(addExtractionOptions(run))).action(start)
}

/** Adds the options of every command that shows how far it is. */
export function addProgressOptions(command: Command): Command {
  return command
    .option('--quiet', 'show no progress and no summary')
    .option('--json-summary', 'print the summary as one JSON object on the standard output')
}

async function start(name: string | undefined, inputs: string[], flags: Flags): Promise<void> {
  const { options, allowed } = await optionsOf(name, inputs, flags)
  if (flags.dryRun === true) {
    const { showDryRun } = await import('./dry-run.js')
    await showDryRun(options)
    return
  }
  const { run } = await import('../run/index.js')
  await conduct(flags, allowed, 'the same command goes on', (control) => run(options, control))
}

/**
 * Drives a run from the command line: shows how it stands, passes signals on, sets the exit code.
 * @param goesOn What to tell of how to go on, after a stop or a failure.
 */
export async function conduct(
  { quiet = false, jsonSummary = false }: Pick<Flags, 'quiet' | 'jsonSummary'>,
  allowed: Allowance | undefined,
  goesOn: string,
  work: (control: RunControl) => Promise<RunSummary>,
): Promise<void> {
  keepHeapsSmall()
  const stop = new AbortController()
  let code: number = EXIT.done
  const line = new ProgressLine(process.stderr)
  for (const [signal, exit] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait. What is noted in the journal is safe.
      if (stop.signal.aborted) process.exit(exit)
      code = exit
      line.clear()
      warn('stopping: finishing what is in hand')
      stop.abort()
    })
  }
  let summary: RunSummary
  try {
    summary = await work({
      signal: stop.signal,
      ...(quiet ? {} : { onProgress: (progress) => { line.show(progress) } }), // prettier-ignore
      onError: (error) => {
        line.clear()
        warn(error.toLine())
        if (code === EXIT.done) code = exitCodeOf(error)
      },
    })
  } catch (error) {
    line.clear()
    if (!(error instanceof HearsayError) || error.code === 'usage' || error.code === 'bad-model') throw error
    warn(`hearsay: ${error.toLine()}`)
    warn(`nothing that is noted in the journal is lost: when that is mended, ${goesOn}`)
    process.exit(EXIT.unusable)
  }
  line.clear()
  if (!quiet) process.stderr.write(`${summaryLines(summary).join('\n')}\n`)
  if (jsonSummary) process.stdout.write(`${oneLine(summary)}\n`)
  if (!summary.finished) warn(`stopped before the end: ${goesOn}`)
  else if (code === EXIT.done && !isAllowed(summary, allowed)) code = EXIT.findings
  // A read that never ends, such as of a terminal, would keep the process.
  if (!summary.finished) process.exit(code)
  process.exitCode = code
}

function isAllowed({ read, failures, failedBefore }: RunSummary, allowed: Allowance = { articles: 0 }): boolean {
  const failed = Object.values(failures).reduce((sum, count) => sum + count, failedBefore)
  // A share such as 0.29 is a little less than it is said to be.
  return failed <= ('articles' in allowed ? allowed.articles : allowed.share * read + 1e-6)
}

async function optionsOf(
  name: string | undefined,
  inputs: string[],
  flags: Flags,
): Promise<{ options: RunOptions; allowed: Allowance | undefined }> {
  const { schema, limit, threads, shard, wallTime, memory, journal, restart } = flags
  // Loaded only here: it brings the schema of pipelines.
  const { allowanceOf, readPipeline } = await import('../run/pipeline.js')
  const pipeline: Pipeline = name === undefined ? { inputs: [], to: [] } : await readPipeline(name)
  const { allowFailures, ...asked } = pipeline
  const given = [...inputs, ...(flags.input ?? [])]
  const options = {
    ...asked,
    ...Object.fromEntries(
      Object.entries({ schema, limit, threads, shard, wallTime, memory, journal, restart }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
    inputs: given.length > 0 ? given : asked.inputs,
    to: flags.to ?? asked.to,
    read: { ...asked.read, ...readOptionsOf(flags), ...fieldsOf(asked, flags) },
    extract: { ...asked.extract, ...extractorOptionsOf(flags) },
  }
  return { options, allowed: flags.allowFailures === undefined ? allowFailures : allowanceOf(flags.allowFailures) }
}

/** The pipeline's fields, and in their place those of the command line. */
function fieldsOf({ read }: Pipeline, flags: Flags): Pick<NonNullable<RunOptions['read']>, 'fields'> {
  const fields = { ...read?.fields, ...readOptionsOf(flags).fields }
  return Object.keys(fields).length > 0 ? { fields } : {}
}
