/**
 * How often `drift` is wrong: false alarms over random splits of one corpus, and alarms where a tenth of 1,000 articles is of another genre.
 * Build first: npm run build && node bench/drift.mjs [--splits 1000] [--rounds 200] [--only worldwide]
 *
 * A split: one half of a corpus is the baseline, the other is compared with it. A replacement: 1,000 articles, of which 100 are replaced by
 * documents of one genre of speakers/gum.jsonl (drawn with repetition, since it has 9 to 20 of each), are compared with a baseline of 911 other articles of
 * the same corpora (`apart`), and with one of the same 1,000 before the replacement (`same`).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BaselineBuilder } from '../dist/check/drift/baseline.js'
import { Comparison } from '../dist/check/drift/comparison.js'
import { profileOf } from '../dist/check/drift/profile.js'
import { Subject } from '../dist/check/subject.js'
import { createExtractor } from '../dist/extract/index.js'
import { randomFrom, shuffle } from '../dist/train/random.js'

const DATA = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const SIGNIFICANCE = 0.05
const EFFECT = 0.1

const args = process.argv.slice(2)
const splits = args.includes('--splits') ? Number(args[args.indexOf('--splits') + 1]) : 1000
const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 200

const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined

const extractor = await createExtractor()
const polnear = await profiles('polnear', 'attribution/polnear-train.jsonl', 'attribution/polnear-dev.jsonl')
const worldwide = await profiles('worldwide', 'entities/worldwide-train.jsonl', 'entities/worldwide-dev.jsonl')
const wikinews = await profiles('wikinews', 'articles/wikinews.jsonl')
const gum = await profiles('gum', 'speakers/gum.jsonl')

const news = [...polnear, ...worldwide, ...wikinews]
for (const [name, corpus] of Object.entries({ polnear, worldwide, wikinews, 'all three': news })) {
  if (only !== undefined && only !== name) continue
  const random = randomFrom(1)
  const which = {}
  let alarms = 0
  for (let split = 0; split < splits; split++) {
    const mixed = shuffle([...corpus], random)
    const half = mixed.length >> 1
    const found = alarmsOf(baselineOf(mixed.slice(0, half)), mixed.slice(half))
    if (found.length > 0) alarms++
    for (const { distribution } of found) which[distribution] = (which[distribution] ?? 0) + 1
  }
  console.log(`splits of ${name} (${corpus.length}): ${alarms} alarms in ${splits}`, JSON.stringify(which))
}

const genres = [...new Set(gum.map(({ genre }) => genre))].filter((genre) => genre !== 'news')
for (const genre of only === undefined ? [...genres, undefined] : []) {
  const random = randomFrom(2)
  const others = gum.filter((one) => (genre === undefined ? one.genre !== 'news' : one.genre === genre))
  const replaced = (corpus) =>
    corpus.map((article, at) => (at < corpus.length / 10 ? others[Math.floor(random() * others.length)] : article))
  let [apart, same] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const mixed = shuffle([...news], random)
    const thousand = mixed.slice(0, 1000)
    if (isAlarm(baselineOf(mixed.slice(1000, 1911)), replaced(thousand))) apart++
    if (isAlarm(baselineOf(thousand), replaced(thousand))) same++
  }
  console.log(
    `a tenth of 1,000 replaced by ${genre ?? 'all genres'} (${others.length}): apart ${apart}, same ${same} of ${rounds}`,
  )
}

async function profiles(name, ...files) {
  if (only !== undefined && only !== 'all three' && only !== name) return []
  return files
    .flatMap((file) => readFileSync(join(DATA, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, date, genre } = JSON.parse(line)
      const record = extractor.extract({ id, text, published: date })
      return { genre, profile: profileOf(text, new Subject({ id, text, collection: '' }, true).words, record) }
    })
}

function baselineOf(articles) {
  const builder = new BaselineBuilder()
  for (const { profile } of articles) builder.add(profile)
  return builder.baseline(extractor.producer.models)
}

function isAlarm(baseline, articles) {
  return alarmsOf(baseline, articles).length > 0
}

function alarmsOf(baseline, articles) {
  const corpus = new Comparison(baseline)
  for (const { profile } of articles) corpus.add(profile)
  return corpus.differences(true).filter(({ p, effect }) => p < SIGNIFICANCE && effect >= EFFECT)
}
