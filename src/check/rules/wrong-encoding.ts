import type { DiagnosticCode } from '../../record/diagnostic.js'
import { defineRule } from '../rule.js'

const SAID: { readonly [code in DiagnosticCode]?: string } = {
  'encoding-guessed': 'the bytes are not UTF-8: their encoding was guessed',
  'replacement-character': 'characters were lost in decoding (U+FFFD)',
  'control-character': 'control characters in the text',
  'lone-surrogate': 'half a surrogate pair: a character was cut in two',
}

export const wrongEncoding = defineRule({
  id: 'wrong-encoding',
  severity: 'warning',
  summary: 'the text was decoded by a guess, or lost characters in decoding',
  explanation: [
    'The bytes are not UTF-8 and their encoding was guessed; or the text holds U+FFFD, control characters or halves of surrogate pairs, which no article was written with. Names and quotation marks are mostly what is lost.',
    'Store the corpus as UTF-8, or name its encoding with `--encoding`.',
  ],
  begin: () => ({
    *article(subject) {
      for (const { code, start, end } of subject.article.diagnostics ?? []) {
        const message = SAID[code]
        if (message === undefined) continue
        yield { place: start === undefined || end === undefined ? subject.place : subject.at(start, end), message }
      }
    },
  }),
})
