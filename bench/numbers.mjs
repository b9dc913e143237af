/**
 * Speed of quantities and times: with the tokens that they are read from, and the tokens alone, beside chrono-node on whole texts, which finds
 * the times alone, and bare wink-nlp.
 * Build first: npm run build && node bench/numbers.mjs [FILE.jsonl…]
 */
import { overTexts, sideBySide, wink } from './side-by-side.mjs'

const REFERENCE = { date: '2022-01-17', dayFirst: null }

async function numbers() {
  const [{ numbersOf }, { createTokeniser }] = await Promise.all([
    import('../dist/extract/numbers.js'),
    import('../dist/tokenise/index.js'),
  ])
  const tokeniser = createTokeniser()
  return overTexts((text) => {
    const { quantities, times } = numbersOf(tokeniser.tokenise(text), REFERENCE)
    return quantities.length + times.length
  })
}

async function tokens() {
  const { createTokeniser } = await import('../dist/tokenise/index.js')
  const tokeniser = createTokeniser()
  return overTexts((text) => tokeniser.tokenise(text).count)
}

async function chrono() {
  const { strict } = await import('chrono-node/en')
  const reference = { instant: new Date('2022-01-17T12:00:00Z'), timezone: 0 }
  return overTexts((text) => strict.parse(text, reference).length)
}

await sideBySide(import.meta.url, { 'with tokens': numbers, tokens, 'chrono-node': chrono, 'wink-nlp': wink })
