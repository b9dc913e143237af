import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

/** Runs of letters and digits, with apostrophes and hyphens within: what every figure of this project counts as a word. */
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

/** A contender: bare wink-nlp with sentence boundaries and parts of speech. It counts tokens. */
export async function wink() {
  const { default: winkNLP } = await import('wink-nlp')
  const { default: model } = await import('wink-eng-lite-web-model')
  const nlp = winkNLP(model, ['sbd', 'pos'])
  return overTexts((text) => nlp.readDoc(text).tokens().length())
}

/** A contender's work, done on one text after the other: `work` says how much it found in one. */
export function overTexts(work) {
  return ({ texts }) => {
    let found = 0
    for (const text of texts) found += work(text)
    return found
  }
}

/**
 * Measures contenders on the same articles, each in a process of its own, and prints a line for each and how the others compare with the last.
 * The articles are those of the JSONL files named on the command line, else the training articles of the shared data, in ../shared or
 * in the folder that HEARSAY_DATA names.
 * @param script The file that calls this: it is run again for each contender.
 * @param contenders By name, each loads itself and gives a function that does its work on `{ texts, files }`, the articles as texts or
 *   the files they are in, and says how much it found.
 */
export async function sideBySide(script, contenders) {
  const self = fileURLToPath(script)
  const [mode, ...rest] = process.argv.slice(2)
  if (mode === '--contender') {
    const [name, ...files] = rest
    console.log(JSON.stringify(await measure(contenders[name], files)))
    return
  }
  const files = mode === undefined ? trainingFiles() : [mode, ...rest]
  // Counted here and not by the contenders: the words would be in their memory.
  const words = countWords(files.flatMap(textsOf))
  const results = Object.keys(contenders).map((name) => {
    const parameters = [self, '--contender', name, ...files]
    return { name, ...JSON.parse(execFileSync(process.execPath, parameters, { encoding: 'utf8' })) }
  })
  for (const { name, seconds, found, loaded, peak } of results) {
    console.log(
      `${name.padEnd(11)} ${Math.round(words / seconds).toLocaleString('en')} words/s, ${((seconds * 1e6) / words).toFixed(2)} µs a word, ` +
        `${found} found in ${words} words, loaded in ${Math.round(loaded)} ms, peak ${Math.round(peak / 1e6)} MB`,
    )
  }
  const theirs = results.at(-1)
  for (const ours of results.slice(0, -1))
    console.log(`${ours.name} takes ${(ours.seconds / theirs.seconds).toFixed(2)} times the CPU time of ${theirs.name}`)
}

async function measure(load, files) {
  const started = performance.now()
  const work = await load()
  const loaded = performance.now() - started
  const texts = files.flatMap(textsOf)
  const before = process.cpuUsage()
  const found = await work({ texts, files })
  const { user, system } = process.cpuUsage(before)
  return { found, loaded, seconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * 1024 }
}

/** How many words there are in texts. */
export function countWords(texts) {
  return texts.reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0)
}

/** The texts of a JSONL file of articles. */
export function textsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line).text)
}

/** The training articles of the shared data: a million words. */
export function trainingFiles() {
  const data = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
  return ['attribution/polnear-train.jsonl', 'entities/worldwide-train.jsonl'].map((file) => join(data, file))
}
