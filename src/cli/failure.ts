import { CommanderError } from 'commander'
import { loggable } from '../output/printable.js'
import { HearsayError, INPUT_ERRORS } from '../record/errors.js'

/** Exit codes of every command. */
export const EXIT = { done: 0, findings: 1, usage: 2, unusable: 3, interrupted: 130, terminated: 143 } as const

/** The exit code of an error that ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (error instanceof HearsayError && error.code === 'usage') return EXIT.usage
  return EXIT.unusable
}

/** Tells of what one article or input failed for, while the others go on. The exit code will be that of the worst. */
export function reportFailure(error: HearsayError): void {
  warn(error.toLine())
  countFailure(error)
}

/** What `reportFailure` does, for who tells of the failure otherwise. */
export function countFailure(error: HearsayError): void {
  const endsIn = INPUT_ERRORS.has(error.code) ? exitCodeOf(error) : EXIT.findings
  process.exitCode = Math.max(Number(process.exitCode ?? EXIT.done), endsIn)
}

/** The items up to the first error of an input, which is told: the other inputs go on. */
export async function* goingOn<T>(items: AsyncIterable<T>): AsyncGenerator<T, undefined, undefined> {
  try {
    yield* items
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error
    reportFailure(error)
  }
}

/** Tells of an error that ended a command: one line, and where it is a fault of ours the stack that finds it. */
export function reportError(error: unknown): void {
  if (error instanceof HearsayError) warn(`hearsay: ${error.toLine()}`)
  else if (error instanceof CommanderError) {
    // Help has been shown, or the version.
    if (error.code.startsWith('commander.help') || error.exitCode === 0) return
    warn(`hearsay: ${error.message.replace(/^error: |\.$/g, '')}; see hearsay --help [usage]`)
  } else {
    warn(`hearsay: internal error: ${error instanceof Error ? error.message : String(error)}`)
    for (const line of (error instanceof Error ? (error.stack ?? '') : '').split('\n').slice(1)) warn(line)
  }
}

/** Shows one line on stderr. Ids and file names are as hostile as the text they came with; at a line's beginning, logs of builds obey `::`. */
export function warn(line: string): void {
  process.stderr.write(`${loggable(line).replace(/^::/, '\\u003a:')}\n`)
}
