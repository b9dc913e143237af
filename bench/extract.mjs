/**
 * Speed, memory, loading time and growth of the whole extraction, and of its tokens and statements alone, beside bare wink-nlp (sentence
 * boundaries and parts of speech).
 * Build first: npm run build && node bench/extract.mjs [FILE.jsonl…]
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { overTexts, sideBySide, wink } from './side-by-side.mjs'

async function hearsay() {
  const { createExtractor } = await import('../dist/index.js')
  const extractor = await createExtractor()
  let id = 0
  return overTexts((text) => extractor.extract({ id: String(id++), text }).statements.length)
}

/** Tokens and statements alone, without names, entities and speakers. */
async function attribution() {
  const [{ loadReaders }, { createTokeniser }] = await Promise.all([
    import('../dist/extract/index.js'),
    import('../dist/tokenise/index.js'),
  ])
  const { attributor } = await loadReaders({})
  const tokeniser = createTokeniser()
  return overTexts((text) => attributor.attribute(tokeniser.tokenise(text)).length)
}

/** CPU time in milliseconds of one article of the corpus repeated, at 1, 10 and 100 times its length. */
async function growth() {
  const work = await hearsay()
  const article = readFileSync(new URL('../corpus/ria-2022-01-17.txt', import.meta.url), 'utf8')
  const time = (times, rounds) => {
    const text = Array.from({ length: times }, () => article).join('\n\n')
    const before = process.cpuUsage()
    work({ texts: Array.from({ length: rounds }, () => text) })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / rounds
  }
  time(1, 200)
  return [time(1, 200), time(10, 20), time(100, 5)]
}

const mode = process.argv[2]
if (mode === '--growth') console.log(JSON.stringify(await growth()))
else if (mode === '--load') {
  await { hearsay, attribution }[process.argv[3]]()
  console.log(performance.now())
} else {
  await sideBySide(import.meta.url, { hearsay, attribution, 'wink-nlp': wink })
  if (mode !== '--contender') {
    const self = fileURLToPath(import.meta.url)
    const run = (...what) => JSON.parse(execFileSync(process.execPath, [self, ...what], { encoding: 'utf8' }))
    const load = (contender) =>
      Math.round(Array.from({ length: 9 }, () => run('--load', contender)).sort((a, b) => a - b)[4])
    console.log(
      `load: ${load('hearsay')} ms from the start of the process to a loaded extractor, ${load('attribution')} ms to statements alone (medians of 9)`,
    )
    const [one, ten, hundred] = run('--growth')
    console.log(
      `growth: ${one.toFixed(1)} ms, at 10 times the length ${(ten / one).toFixed(1)} times as long, at 100 times ${(hundred / one).toFixed(1)}`,
    )
  }
}
