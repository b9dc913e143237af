// How long names, entities and speakers take beside the statements, and how it grows with the number of mentions.
//   node bench/entities.mjs ARTICLES.jsonl
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { castOf, loadModels } from '../dist/extract/index.js'
import { statementsOf } from '../dist/extract/statements.js'
import { createTokeniser } from '../dist/tokenise/index.js'

const ROUNDS = 3
const models = await loadModels({})
const tokeniser = createTokeniser()
const microseconds = (from) => 1000 * (performance.now() - from)

const file = process.argv[2]
if (file !== undefined) {
  const texts = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line).text) // prettier-ignore
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0)
  for (let round = 1; round <= ROUNDS; round++) {
    const time = { tokens: 0, statements: 0, names: 0, entities: 0, speakers: 0 }
    for (const text of texts) {
      let from = performance.now()
      const lap = (step) => {
        time[step] += microseconds(from)
        from = performance.now()
      }
      const tokens = tokeniser.tokenise(text)
      lap('tokens')
      const attributions = models.attributor.attribute(tokens)
      lap('statements')
      const names = models.finder.find(tokens)
      lap('names')
      const cast = castOf(tokens, attributions, { finder: { find: () => names }, resolver: models.resolver })
      lap('entities')
      statementsOf(tokens, attributions, cast, 0)
      lap('speakers')
    }
    const each = Object.entries(time).map(([step, sum]) => `${step} ${(sum / words).toFixed(2)}`)
    console.log(`round ${round}: ${words} words, microseconds a word: ${each.join(', ')}`)
  }
}

/** Texts of n mentions that are hard to join. */
const HARD = {
  'names, all different': (n) => Array.from({ length: n }, (_, k) => `${word(k)} ${word(k * 7 + 3)} spoke.`).join(' '),
  'one surname': (n) => Array.from({ length: n }, (_, k) => `${word(k)} Smith spoke.`).join(' '),
  pronouns: (n) => `Ann Smith spoke. ${'She said that he told her they had seen it. '.repeat(n / 5)}`,
  nouns: (n) => `Ann Smith spoke. ${'The mayor saw the report of the company. '.repeat(n / 3)}`,
}

function word(k) {
  const syllables = ['ba', 'de', 'ki', 'lo', 'mu', 'ra', 'si', 'to', 've', 'zan']
  const text = [...String(k)].map((digit) => syllables[Number(digit)]).join('')
  return text[0].toUpperCase() + text.slice(1)
}

for (const [what, textOf] of Object.entries(HARD)) {
  const times = [1000, 2000, 4000, 8000].map((n) => {
    const tokens = tokeniser.tokenise(textOf(n))
    const names = models.finder.find(tokens)
    const resolve = () =>
      castOf(tokens, [], { finder: { find: () => names }, resolver: models.resolver }).entities(new Set())
    resolve()
    const from = performance.now()
    resolve()
    return `${n}: ${Math.round(performance.now() - from)} ms`
  })
  console.log(`${what.padEnd(22)}${times.join('  ')}`)
}
