import type { HearsayError } from '../record/errors.js'
import { draftOfText, RUNAWAY_FACTOR, tooLarge, type Draft, type Format } from './format.js'

/** A file that is one article: its text. */
export const text: Format = {
  extensions: ['.txt'],
  async *read({ chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    const { maxSize } = context
    let parts: Buffer[] = []
    let size = 0
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > maxSize * RUNAWAY_FACTOR) break
      if (size <= maxSize) parts.push(chunk)
      else parts = []
    }
    if (size > maxSize) yield tooLarge(size, size > maxSize * RUNAWAY_FACTOR, context)
    else yield draftOfText(Buffer.concat(parts), mayGuess, context)
  },
}
