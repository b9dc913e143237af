/**
 * Speed and peak memory of the tokeniser, beside bare wink-nlp (sentence boundaries and parts of speech) on the same articles, each in
 * a process of its own. Build first: npm run build && node bench/tokenise.mjs [FILE.jsonl…]
 * Without files it reads the training articles of the shared data, in ../shared or in the folder that HEARSAY_DATA names.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const CONTENDERS = {
  async hearsay() {
    const { createTokeniser } = await import('../dist/tokenise/index.js')
    const tokeniser = createTokeniser()
    return (text) => tokeniser.tokenise(text).count
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

function readTexts(files) {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line).text),
  )
}

async function measure(name, files) {
  const texts = readTexts(files)
  const before = process.memoryUsage().rss
  const loading = performance.now()
  const run = await CONTENDERS[name]()
  const loadMilliseconds = performance.now() - loading
  const cpu = process.cpuUsage()
  let tokens = 0
  for (const text of texts) tokens += run(text)
  const used = process.cpuUsage(cpu)
  const peak = process.resourceUsage().maxRSS * 1024
  return { name, loadMilliseconds, cpuSeconds: (used.user + used.system) / 1e6, tokens, added: peak - before, peak }
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--only') {
  const [name, ...files] = rest
  console.log(JSON.stringify(await measure(name, files)))
} else {
  const data = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
  const files =
    first === undefined
      ? ['attribution/polnear-train.jsonl', 'entities/worldwide-train.jsonl'].map((file) => join(data, file))
      : [first, ...rest]
  let words = 0
  for (const text of readTexts(files)) words += text.match(WORD)?.length ?? 0
  console.log(`${words} words`)
  const results = Object.keys(CONTENDERS).map((name) =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--only', name, ...files], { encoding: 'utf8' }),
    ),
  )
  for (const { name, loadMilliseconds, cpuSeconds, tokens, added, peak } of results) {
    console.log(
      `${name.padEnd(8)} ${Math.round(words / cpuSeconds)} words/s, ${((cpuSeconds / words) * 1e6).toFixed(2)} µs a word, ` +
        `${tokens} tokens, loaded in ${Math.round(loadMilliseconds)} ms, peak ${Math.round(peak / 1e6)} MB ` +
        `(${Math.round(added / 1e6)} MB above the articles)`,
    )
  }
  const [own, wink] = results
  console.log(`hearsay takes ${(own.cpuSeconds / wink.cpuSeconds).toFixed(2)} times the CPU time of bare wink-nlp`)
}
