import { stat } from 'node:fs/promises'
import { HearsayError } from '../record/errors.js'

/**
 * Throws `usage` where the file that is to be written is there, and is one of those that are read or lies in a folder of them: it would be
 * lost, or read the next time.
 */
export async function assertApartFrom(inputs: readonly string[], output: string | undefined): Promise<void> {
  // What is no regular file keeps nothing that could be lost.
  if (output === undefined || !(await stat(output).then((found) => found.isFile(), () => false))) return // prettier-ignore
  const { firstAmong } = await import('../ingest/inputs.js')
  if ((await firstAmong(inputs, [output])) === undefined) return
  const message = 'expected another file to write to than to read from, and none that lies in a folder that is read'
  throw new HearsayError('usage', message, { file: output })
}
