import type { HearsayError } from '../record/errors.js'
import { whole, type Pieces } from './chunks.js'
import { RUNAWAY_FACTOR, tooLarge, type FormatContext } from './format.js'

/** The bytes of an input that is one article, or the error of one that is over the limit. Throws that of a damaged one. */
export async function wholeInput(pieces: Pieces, context: FormatContext): Promise<Buffer | HearsayError> {
  const { maxSize } = context
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of whole(pieces)) {
    size += chunk.length
    if (size > maxSize * RUNAWAY_FACTOR) break
    if (size <= maxSize) parts.push(chunk)
    else parts = []
  }
  return size > maxSize ? tooLarge(size, size > maxSize * RUNAWAY_FACTOR, context) : Buffer.concat(parts)
}
