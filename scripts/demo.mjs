// The demonstration: the statements of every article in corpus/, shown here and written to output/demo/.
import { mkdir } from 'node:fs/promises'
import { createExtractor, openWriter, readArticles, textOptionsFor } from 'hearsay'

const FOLDER = 'output/demo'

await mkdir(FOLDER, { recursive: true })
const files = {
  jsonl: `${FOLDER}/records.jsonl`,
  csv: `${FOLDER}/statements.csv`,
  text: `${FOLDER}/statements.txt`,
}
const writers = [
  await openWriter('text', undefined, textOptionsFor(process.stdout)),
  ...(await Promise.all(Object.entries(files).map(([format, path]) => openWriter(format, path)))),
]
const extractor = await createExtractor()
let articles = 0
let statements = 0
for await (const article of readArticles(['corpus'])) {
  if ('error' in article) throw article.error
  const record = extractor.extract(article)
  articles++
  statements += record.statements.length
  for (const writer of writers) await writer.write(record)
}
for (const writer of writers) await writer.close()

console.log(`
${statements} statements in ${articles} articles of corpus/, written to:
  ${files.jsonl}     the full records, one a line
  ${files.csv}    one row a statement, for a spreadsheet
  ${files.text}    what you see above`)
