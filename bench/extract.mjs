/**
 * Speed, memory, loading time and growth of the whole extraction, beside bare wink-nlp (sentence boundaries and parts of speech) on the
 * same articles, each in a process of its own. Build first: npm run build && node bench/extract.mjs [FILE.jsonl…]
 * Without files it reads the training articles of the shared data, in ../shared or in the folder that HEARSAY_DATA names.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

/** Each gives a function that does its work on one text. */
const CONTENDERS = {
  async hearsay() {
    const { createExtractor } = await import('../dist/index.js')
    const extractor = await createExtractor()
    let id = 0
    return (text) => extractor.extract({ id: String(id++), text }).statements.length
  },
  async wink() {
    const { default: winkNLP } = await import('wink-nlp')
    const { default: model } = await import('wink-eng-lite-web-model')
    const nlp = winkNLP(model, ['sbd', 'pos'])
    return (text) => nlp.readDoc(text).tokens().length()
  },
}

/** Runs of letters and digits, with apostrophes and hyphens within: what every figure of this project counts as a word. */
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

function* textsOf(files) {
  for (const file of files)
    for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') yield JSON.parse(line).text
}

async function speed(name, files) {
  const started = performance.now()
  const work = await CONTENDERS[name]()
  const loaded = performance.now() - started
  const texts = [...textsOf(files)]
  const words = texts.reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0)
  const before = process.cpuUsage()
  let found = 0
  for (const text of texts) found += work(text)
  const { user, system } = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS * 1024
  return { name, words, found, seconds: (user + system) / 1e6, peak, loaded }
}

/** CPU time of one article of the corpus repeated, at 1, 10 and 100 times its length. */
async function growth() {
  const work = await CONTENDERS.hearsay()
  const article = readFileSync(new URL('../corpus/ria-2022-01-17.txt', import.meta.url), 'utf8')
  const time = (times, rounds) => {
    const text = Array.from({ length: times }, () => article).join('\n\n')
    const before = process.cpuUsage()
    for (let round = 0; round < rounds; round++) work(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / rounds
  }
  time(1, 200)
  return [time(1, 200), time(10, 20), time(100, 5)]
}

const self = fileURLToPath(import.meta.url)
const [mode, ...rest] = process.argv.slice(2)
if (mode === '--speed') {
  console.log(JSON.stringify(await speed(rest[0], rest.slice(1))))
} else if (mode === '--growth') {
  console.log(JSON.stringify(await growth()))
} else if (mode === '--load') {
  await CONTENDERS.hearsay()
  console.log(performance.now())
} else {
  const data = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
  const given = mode === undefined ? [] : [mode, ...rest]
  const files =
    given.length > 0
      ? given
      : [join(data, 'attribution/polnear-train.jsonl'), join(data, 'entities/worldwide-train.jsonl')]
  const run = (...args) => JSON.parse(execFileSync(process.execPath, [self, ...args], { encoding: 'utf8' }))
  const [ours, wink] = ['hearsay', 'wink'].map((name) => run('--speed', name, ...files))
  for (const { name, words, found, seconds, peak } of [ours, wink]) {
    const rate = Math.round(words / seconds).toLocaleString('en')
    const micros = ((seconds * 1e6) / words).toFixed(2)
    console.log(
      `${name.padEnd(8)} ${rate} words/s, ${micros} µs a word, peak ${Math.round(peak / 1e6)} MB, ${words} words, ${found} found`,
    )
  }
  console.log(
    `ratio    ${((ours.seconds / wink.seconds) * (wink.words / ours.words)).toFixed(1)} times wink's CPU time`,
  )
  const loads = Array.from({ length: 5 }, () => run('--load')).sort((a, b) => a - b)
  console.log(`load     ${Math.round(loads[2])} ms from the start of the process to a loaded extractor (median of 5)`)
  const [one, ten, hundred] = run('--growth')
  console.log(
    `growth   ${one.toFixed(1)} ms, at 10 times the length ${(ten / one).toFixed(1)} times as long, at 100 times ${(hundred / one).toFixed(1)}`,
  )
}
