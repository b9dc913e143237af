import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Finding, Outcome } from '../outcome.js'

/** One form of output. What it gives is what its reader takes for text, whatever an article or a file name holds. */
export interface Reporter {
  /** As `--reporter` names it. */
  readonly name: string
  /** What is written, with a newline at its end. */
  report(outcome: Outcome, options: ReporterOptions): string
}

/** How a report is written. */
export interface ReporterOptions {
  /** Whether to mark parts by terminal colours. */
  readonly colour?: boolean
  /** What stands for findings that lie in no file, where a reader asks for one: the first input. */
  readonly input?: string
  /** The folder that a reader takes paths to be relative to, such as the top of a repository; by default the one that the check runs in. */
  readonly root?: string
}

/** A file as seen from the root, where it lies below it. */
export function pathFrom(root: string | undefined, file: string): string {
  const path = root === undefined ? '..' : relative(root, resolve(file))
  return path === '' ? '.' : path.split(sep)[0] === '..' || isAbsolute(path) ? file : path
}

/** `news/a.txt:3:14 harbour`: as much of a finding's place as is known; empty for the whole corpus. */
export function placeOf({ file, line, column, article }: Finding): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  return [where, article].filter((part) => part !== undefined && part !== '').join(' ')
}

/** How many there are of everything, in words. */
export function summaryOf({ articles, errors, warnings, infos, maxWarnings, failed }: Outcome): string {
  const counts = [count(errors, 'error'), count(warnings, 'warning'), ...(infos > 0 ? [`${infos} info`] : [])]
  const allowed = maxWarnings > 0 ? ` (${maxWarnings} allowed)` : ''
  return `${count(articles, 'article')}: ${counts.join(', ')}${allowed}: ${failed ? 'failed' : 'passed'}`
}

/** What of a rule's findings is not shown, in words; undefined where all are. */
export function restOf(shown: number, all: number): string | undefined {
  return all > shown ? `and ${all - shown} more of ${all}` : undefined
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
