/**
 * Speed and memory of the tokeniser, beside bare wink-nlp (sentence boundaries and parts of speech).
 * Build first: npm run build && node bench/tokenise.mjs [FILE.jsonl…]
 */
import { overTexts, sideBySide, wink } from './side-by-side.mjs'

await sideBySide(import.meta.url, {
  async hearsay() {
    const { createTokeniser } = await import('../dist/tokenise/index.js')
    const tokeniser = createTokeniser()
    return overTexts((text) => tokeniser.tokenise(text).count)
  },
  'wink-nlp': wink,
})
