/**
 * What reading keeps of articles that have gone by: the memory beside the heap after N tiny articles, by article.
 * Build first: npm run build && node --expose-gc bench/reading-memory.mjs [N]
 */
import { Buffer } from 'node:buffer'
import { readArticles } from '../dist/ingest/index.js'

const count = Number(process.argv[2] ?? 2_000_000)

async function* lines() {
  for (let from = 0; from < count; from += 1000) {
    let chunk = ''
    for (let n = from; n < Math.min(count, from + 1000); n++)
      chunk += `{"id":"https://example.org/news/article-${n}","text":"It rained ${n}."}\n`
    yield Buffer.from(chunk)
  }
}

function used() {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const before = used()
let peak = 0
let read = 0
let during = 0
for await (const found of readArticles(['-'], { stdin: lines() })) {
  if ('error' in found) throw found.error
  read++
  if (read === count) during = used() - before
  if (read % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss)
}
console.log(
  `${read} articles: ${(during / read).toFixed(1)} bytes an article kept, ${Math.round(peak / 1e6)} MB resident at most`,
)
