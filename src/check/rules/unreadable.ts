import { defineRule } from '../rule.js'
import { placeOfFailure } from '../subject.js'

/** Errors that have a rule of their own. */
const OTHERS = new Set(['duplicate-id'])

export const unreadable = defineRule({
  id: 'unreadable',
  severity: 'error',
  summary: 'an input or an article cannot be read',
  explanation: [
    'A file is not there or damaged, a line is not JSON, an article has no text or is over the limit of `--max-size`, bytes are no text. Whatever is left out here is missing from every figure, and nobody would see it.',
    'Mend the file, name the field that holds the text with `--field text=…` or the encoding with `--encoding`, or raise the limit. Where an input as a whole cannot be read the exit code is 3, also where this rule is off.',
  ],
  begin: () => ({
    failure(failure, isAsked) {
      const { code, message } = failure.error
      if (OTHERS.has(code)) return undefined
      // What an error says may quote the file.
      return { place: placeOfFailure(failure, isAsked), message: `cannot be read (${code})`, excerpt: message }
    },
  }),
})
