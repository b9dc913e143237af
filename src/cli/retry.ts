import { existsSync } from 'node:fs'
import { Command } from 'commander'
import type { RunOptions } from '../run/index.js'
import { parseCount, parseSeconds } from './values.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { addProgressOptions, conduct } from './run.js'

interface Flags extends ReadingFlags {
  readonly threads?: number
  readonly wallTime?: number
  readonly memory?: number
  readonly quiet?: boolean
  readonly jsonSummary?: boolean
}

/** `hearsay retry`: what a run put into quarantine, once more. */
export function command(): Command {
  const retry = new Command('retry')
    .summary('extract the articles in quarantine once more')
    .description(
      'Extracts the articles that a run put into quarantine once more, into the outputs of the run. What succeeds leaves the quarantine. ' +
        'Options of reading take the place of those of the run.',
    )
    .argument('<output>', "the run's first output, or its journal")
    .option('--threads <n>', 'articles extracted at a time (default: as in the run)', parseCount('--threads'))
    .option(
      '--wall-time <seconds>',
      'when an article is taken to hang (default: as in the run)',
      parseSeconds('--wall-time'),
    )
    .option('--memory <megabytes>', 'heap of each thread (default: as in the run)', parseCount('--memory'))
  return addProgressOptions(addReadingOptions(retry)).action(start)
}

async function start(output: string, flags: Flags): Promise<void> {
  const path = output.replace(/^[a-z]+:(?!\/\/)/, '').replace(/\/+$/, '')
  const journal = path.endsWith('.journal') || !existsSync(`${path}.journal`) ? path : `${path}.journal`
  const { threads, wallTime, memory } = flags
  const given = Object.fromEntries(
    Object.entries({ threads, wallTime, memory }).filter(([, value]) => value !== undefined),
  )
  const changes: Partial<RunOptions> = { ...given, read: readOptionsOf(flags) }
  const { retry } = await import('../run/index.js')
  await conduct(flags, undefined, 'run the pipeline again, then this', (control) => retry(journal, changes, control))
}
