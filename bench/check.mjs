/**
 * The processor time that checks take beside reading and extracting: node bench/check.mjs [--articles 10000]. Build first.
 *
 * Articles are those of polnear, worldwide and wikinews, over again under new ids with every third word changed, so that no text comes twice. Rules run
 * with records of a few articles that stand for all: what is measured is the rules, not the extractor.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RULES } from '../dist/check/index.js'
import { BaselineBuilder } from '../dist/check/drift/baseline.js'
import { profileOf } from '../dist/check/drift/profile.js'
import { Subject } from '../dist/check/subject.js'
import { createExtractor } from '../dist/extract/index.js'

const DATA = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const args = process.argv.slice(2)
const count = args.includes('--articles') ? Number(args[args.indexOf('--articles') + 1]) : 10_000

/** How many articles a rule takes between two looks at the clock, which takes as long as a small rule does with one of them. */
const BLOCK = 100

/** Milliseconds of processor time: whatever else the machine does, it is that of this process. */
function cpu() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const texts = ['attribution/polnear-train', 'entities/worldwide-train', 'articles/wikinews']
  .flatMap((file) => readFileSync(join(DATA, `${file}.jsonl`), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line).text)
const extractor = await createExtractor()

let extracting = 0
let words = 0
const records = texts.slice(0, 200).map((text, at) => {
  const began = cpu()
  const record = extractor.extract({ id: String(at), text })
  extracting += cpu() - began
  words += text.split(/\s+/).length
  return record
})

const baseline = baselineOf()
const running = await Promise.all(
  RULES.map(async (rule) => {
    const defaults = Object.entries(rule.thresholds).map(([name, { value }]) => [name, value])
    return { rule, inspection: await rule.begin(Object.fromEntries(defaults), { baseline, extracts: true }), time: 0 }
  }),
)
let all = 0
let checkedWords = 0
for (let from = 0; from < count; from += BLOCK) {
  const subjects = Array.from({ length: Math.min(BLOCK, count - from) }, (_, index) => {
    const at = from + index
    const text = at < texts.length ? texts[at] : texts[at % texts.length].replace(/(\w+ \w+) \w+/g, `$1 w${at}`)
    checkedWords += text.split(/\s+/).length
    return new Subject({ id: String(at), collection: 'bench', text }, true, records[at % records.length])
  })
  for (const run of running) {
    const before = cpu()
    for (const subject of subjects) {
      const seen = run.inspection.article?.(subject)
      if (seen !== undefined && Symbol.iterator in seen) Array.from(seen)
    }
    const time = cpu() - before
    run.time += time
    all += time
  }
}
for (const run of running) {
  const before = cpu()
  Array.from(run.inspection.end?.() ?? [])
  const time = cpu() - before
  run.time += time
  all += time
}
running.sort((a, b) => b.time - a.time)
for (const { rule, time } of running.slice(0, 8)) console.log(`${rule.id}: ${(time / 1000).toFixed(2)} s`)
console.log(`all rules: ${count} articles, ${checkedWords} words in ${(all / 1000).toFixed(2)} s`)
console.log(`extraction of as many words: ${((extracting / words) * (checkedWords / 1000)).toFixed(0)} s`)

function baselineOf() {
  const builder = new BaselineBuilder()
  texts.slice(0, 200).forEach((text, at) => {
    builder.add(profileOf(text, new Subject({ id: '', collection: '', text }, true).words, records[at]))
  })
  return builder.baseline(extractor.producer.models)
}
