import type { HearsayError } from '../record/errors.js'
import { draftOfText, type Draft, type Format } from './format.js'
import { wholeInput } from './whole-input.js'

/** A file that is one article: its text. */
export const text: Format = {
  name: 'text',
  isText: true,
  extensions: ['.txt'],
  async *read({ chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    const bytes = await wholeInput(chunks, context)
    yield Buffer.isBuffer(bytes) ? draftOfText(bytes, mayGuess, context) : bytes
  },
}
