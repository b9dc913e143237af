// The demonstration: pipelines/demo.yaml over corpus/, whose statements are shown here, written to output/demo/, and made a page to look at.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { openWriter, readPipeline, run, textOptionsFor } from 'hearsay'

// Anew every time: the articles and the models of a clone change.
const summary = await run({ ...(await readPipeline('demo')), restart: true }, { onError: (error) => { throw error } }) // prettier-ignore

const writer = await openWriter('text', undefined, textOptionsFor(process.stdout))
for (const line of readFileSync('output/demo/records.jsonl', 'utf8').split('\n'))
  if (line !== '') await writer.write(JSON.parse(line))
await writer.close()

const report = ['report', 'output/demo/records.jsonl', '--input', 'corpus', '--title', 'Sample articles', '-o', 'output/demo/report.html'] // prettier-ignore
execFileSync(process.execPath, ['dist/cli/main.js', ...report], { stdio: ['ignore', 'inherit', 'pipe'] })

console.log(`
${summary.inAll.statements} statements in ${summary.inAll.extracted} articles of corpus/, written to:
${summary.outputs.map((output) => `  ${output.replace(/^\w+:/, '')}`).join('\n')}
  output/demo/report.html, a page to open in a browser`)
