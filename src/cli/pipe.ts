import { once } from 'node:events'
import { Command } from 'commander'
import { addExtractionOptions, extractorOptionsOf, type ExtractionFlags } from './extraction.js'
import { EXIT } from './failure.js'
import { keepHeapsSmall } from './heap.js'
import { parseCount, parseSeconds } from './values.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'

interface Flags extends ReadingFlags, ExtractionFlags {
  readonly threads?: number
  readonly wallTime?: number
  readonly memory?: number
}

/** `hearsay pipe`: a line in, a line out, for whoever drives many of these. */
export function command(): Command {
  const pipe = new Command('pipe')
    .summary('extract an article a line of the standard input, each as it comes')
    .description(
      'Reads an article as JSON from each line of the standard input, and writes a line for each to the standard output, in order and ' +
        'at once: its record, or what it failed for. For Apache Spark, GNU parallel and whatever else drives a filter.',
    )
    .option('--threads <n>', 'articles extracted at a time (default: 1)', parseCount('--threads'))
    .option('--wall-time <seconds>', 'when an article is taken to hang (default: 60)', parseSeconds('--wall-time'))
    .option('--memory <megabytes>', 'heap of each thread (default: 1024)', parseCount('--memory'))
  return addReadingOptions(addExtractionOptions(pipe)).action(run)
}

async function run({ threads, wallTime, memory, ...flags }: Flags): Promise<void> {
  keepHeapsSmall()
  const { pipe } = await import('../run/pipe.js')
  const given = Object.fromEntries(
    Object.entries({ threads, wallTime, memory }).filter(([, value]) => value !== undefined),
  )
  for await (const { line, failed } of pipe(process.stdin, {
    ...given,
    read: readOptionsOf(flags),
    extract: extractorOptionsOf(flags),
  })) {
    if (failed) process.exitCode = EXIT.findings
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
  }
}
