/**
 * Speed and memory of reading JSONL articles: checked, identified, with their SHA-256, beside parsing the lines alone.
 * Build first: npm run build && node bench/ingest.mjs [FILE.jsonl…]
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sideBySide } from './side-by-side.mjs'

await sideBySide(import.meta.url, {
  async hearsay() {
    const { readArticles } = await import('../dist/ingest/index.js')
    return async ({ files }) => {
      let found = 0
      for await (const article of readArticles(files)) if (!('error' in article)) found++
      return found
    }
  },
  parsing() {
    return async ({ files }) => {
      let found = 0
      for (const file of files)
        for await (const line of createInterface({ input: createReadStream(file) }))
          if (line !== '') found += JSON.parse(line).text.length > 0 ? 1 : 0
      return found
    }
  },
})
