import { jsonLine } from '../output/jsonl.js'
import type { RunOptions } from '../run/index.js'
import { reportFailure, warn } from './failure.js'

/** Shows what a run would read on stderr, and its first records on stdout. */
export async function showDryRun(options: RunOptions): Promise<void> {
  const { preview } = await import('../run/preview.js')
  const { files, bytes, articles, fields, failures, records } = await preview(options)
  warn(`would read ${files.length} ${files.length === 1 ? 'input' : 'inputs'}, ${bytes} bytes:`)
  for (const { file, size } of files.slice(0, 10)) warn(`${file}${size === undefined ? '' : ` ${size} bytes`}`)
  if (files.length > 10) warn(`and ${files.length - 10} more`)
  warn(`fields of the first ${articles} articles:`)
  for (const [name, count] of fields) warn(`${name} in ${count}`)
  for (const failure of failures) reportFailure(failure)
  for (const output of options.to) warn(`would write ${output}`)
  for (const record of records) process.stdout.write(`${jsonLine(record)}\n`)
}
