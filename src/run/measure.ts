import { stat } from 'node:fs/promises'
import { filesOf, STANDARD_INPUT } from '../ingest/inputs.js'
import { HearsayError } from '../record/errors.js'
import type { Progress } from './progress.js'

/** Tells a progress how many bytes there are to read, as soon as they are counted; of the standard input nobody knows. */
export async function measure(inputs: readonly string[], progress: Progress): Promise<void> {
  let bytes = 0
  for await (const found of filesOf(inputs)) {
    if (found instanceof HearsayError) continue
    if (found === STANDARD_INPUT) return
    // What cannot be read is told of by who reads it.
    const size = await stat(found.file).then(({ size }) => size, () => undefined) // prettier-ignore
    if (size === undefined) return
    bytes += size
  }
  progress.bytesInAll = bytes
}
