// A thread that extracts nothing, and does to whom its articles' ids say what threads may do.
import { setImmediate } from 'node:timers'

export default async function answer(article) {
  if (article === null) return { producer: { hearsay: '0.0.0', models: {}, options: process.env.TEST_OPTIONS ?? '' } }
  const { id, collection, text } = article
  if (id.startsWith('hang')) for (;;);
  if (id.startsWith('die')) setImmediate(() => { throw new Error('the thread is gone') }) // prettier-ignore
  if (id.startsWith('die')) await new Promise(() => undefined)
  if (id.startsWith('memory')) for (const held = []; ;) held.push(new Array(1e6).fill(id))
  if (id.startsWith('fail'))
    return { failed: { code: 'extraction-failed', message: 'expected a record, got a fault', place: {} } }
  if (id.startsWith('later')) for (const end = Date.now() + text.length; Date.now() < end;);
  const nothing = { entities: [], quantities: [], times: [], statements: [], diagnostics: [] }
  const record = { version: 1, id, collection, length: text.length, meta: { language: 'en' }, ...nothing }
  return { line: JSON.stringify(record), statements: 1, speakers: 1, words: text.split(' ').length }
}
