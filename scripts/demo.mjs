// The demonstration: pipelines/demo.yaml over corpus/, whose statements are shown here and written to output/demo/.
import { readFileSync } from 'node:fs'
import { openWriter, readPipeline, run, textOptionsFor } from 'hearsay'

// Anew every time: the articles and the models of a clone change.
const summary = await run({ ...(await readPipeline('demo')), restart: true }, { onError: (error) => { throw error } }) // prettier-ignore

const writer = await openWriter('text', undefined, textOptionsFor(process.stdout))
for (const line of readFileSync('output/demo/records.jsonl', 'utf8').split('\n'))
  if (line !== '') await writer.write(JSON.parse(line))
await writer.close()

console.log(`
${summary.inAll.statements} statements in ${summary.inAll.extracted} articles of corpus/, written to:
${summary.outputs.map((output) => `  ${output.replace(/^\w+:/, '')}`).join('\n')}`)
