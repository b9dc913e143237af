#!/usr/bin/env node
import { Command } from 'commander'
import { notWritable } from '../output/failure.js'
import { VERSION } from '../record/version.js'
import { EXIT, exitCodeOf, reportError } from './failure.js'

/** Every command, by name. Only the one that is asked for is loaded, and it loads what it needs when it runs. */
const COMMANDS: { readonly [name: string]: () => Promise<{ command: () => Command }> } = {
  extract: () => import('./extract.js'),
  explain: () => import('./explain.js'),
  run: () => import('./run.js'),
  retry: () => import('./retry.js'),
  pipe: () => import('./pipe.js'),
  dedupe: () => import('./dedupe.js'),
  check: () => import('./check.js'),
  verify: () => import('./verify.js'),
  report: () => import('./report.js'),
  delete: () => import('./delete.js'),
  schema: () => import('./schema.js'),
  export: () => import('./export.js'),
  import: () => import('./import.js'),
  diff: () => import('./diff.js'),
  evaluate: () => import('./evaluate.js'),
  train: () => import('./train.js'),
}

const EXAMPLES = `
Examples:
  $ hearsay extract article.txt                      read the statements of one article
  $ hearsay extract news/ -o statements.csv.gz       a spreadsheet of all articles in a folder
  $ cat news.jsonl | hearsay extract > records.jsonl
  $ hearsay explain article.txt --at 120             why the words there are or are not a statement
  $ hearsay verify records.jsonl --input news.jsonl  check every offset against the articles
  $ hearsay report records.jsonl -o report.html      look at them in a browser

Exit codes: 0 done; 1 some articles failed, or findings; 2 wrong usage; 3 input or output not usable, or internal error.`

const program = new Command('hearsay')
  .description('Turns raw news text into attributed statements: who said what, tied to its exact place in the text.')
  .version(VERSION)
  .addHelpText('after', EXAMPLES)
  .exitOverride()
  // What commander says of wrong usage goes through the same door as every other failure.
  .configureOutput({ outputError: () => undefined })

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done)
  reportError(notWritable('standard output', error))
  process.exit(EXIT.unusable)
})
process.stderr.on('error', () => undefined)

try {
  const [name = ''] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
  const loads = Object.hasOwn(COMMANDS, name) ? [COMMANDS[name]] : Object.values(COMMANDS)
  for (const { command } of await Promise.all(loads.map((load) => load()))) {
    program.addCommand(command().copyInheritedSettings(program))
  }
  await program.parseAsync()
} catch (error) {
  reportError(error)
  process.exitCode = exitCodeOf(error)
}
