/**
 * How many reprints `hearsay dedupe` finds, and how many marks are wrong. Reprints are made of the articles by the edits below, with a
 * fixed seed, and stand behind all articles. Build first: npm run build && node bench/reprints.mjs FILE.jsonl
 */
import { createExtractor } from '../dist/extract/index.js'
import { readArticles } from '../dist/ingest/index.js'
import { markedRecords, noCounts } from '../dist/run/duplicates.js'

const [file = '../shared/data/articles/wikinews.jsonl'] = process.argv.slice(2)

let seed = 1
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const withoutWords = (share) => (text) =>
  text.split(/(\s+)/).filter((part, index) => index % 2 === 1 || random() >= share).join('') // prettier-ignore

/** Without its last paragraphs. */
const cut = (share) => (text) => {
  const paragraphs = text.split(/\n\s*\n/)
  return paragraphs.slice(0, Math.max(1, Math.round(paragraphs.length * (1 - share)))).join('\n\n')
}

const byline = (text) =>
  `By Our Correspondent in the Capital\n\n${text}\n\nAdditional reporting by the news desk of this paper.`

const EDITS = {
  'another byline': byline,
  'one word in fifty dropped': withoutWords(0.02),
  'one word in twenty dropped': withoutWords(0.05),
  'the last quarter cut': cut(0.25),
  'the last third cut': cut(1 / 3),
  'the last half cut': cut(0.5),
  'byline, one word in a hundred dropped, the last quarter cut': (text) => byline(withoutWords(0.01)(cut(0.25)(text))),
}

async function* stream(articles) {
  yield* articles
}

const originals = []
for await (const found of readArticles([file])) {
  if ('error' in found) throw found.error
  originals.push(found)
}
const extractor = await createExtractor()
const known = new Map()
const recordOf = (article) => {
  if (!known.has(article.id)) known.set(article.id, extractor.extract(article))
  return known.get(article.id)
}

console.log(`${file}: ${originals.length} articles`)
const reprints = Object.fromEntries(
  Object.entries(EDITS).map(([name, edit]) => [
    name,
    originals.map(({ id, text, ...rest }) => ({ ...rest, id: `${name}: ${id}`, text: edit(text) })),
  ]),
)
for (const by of ['texts', 'statements']) {
  for (const threshold of [0.5, 0.8]) {
    for (const [name, copies] of Object.entries(reprints)) {
      const counts = noCounts()
      const articles = [...originals, ...copies]
      const records = articles.map(recordOf)
      const options = { threshold, ...(by === 'texts' ? { articles: stream(articles) } : {}) }
      let [right, wrong] = [0, 0]
      for await (const { id, duplicateOf } of markedRecords(records, options, counts)) {
        if (duplicateOf === undefined) continue
        if (id === `${name}: ${duplicateOf.id}`) right++
        else wrong++
      }
      const share = (part, of) => `${((100 * part) / of).toFixed(1)} %`
      console.log(
        `by ${by}, threshold ${threshold}, ${name}: found ${share(right, copies.length)}, wrong ${wrong} of ${right + wrong}; too short ${counts.short}`,
      )
    }
  }
}
