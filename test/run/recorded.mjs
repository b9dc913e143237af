// A thread that has its records already: those of the texts in the file that HEARSAY_TEST_RECORDS names. It fails where a text begins so.
import { readFileSync } from 'node:fs'

const { producer, records } = JSON.parse(readFileSync(process.env.HEARSAY_TEST_RECORDS, 'utf8'))

export default function answer(article) {
  if (article === null) return { producer }
  const { id, collection, text } = article
  if (text.startsWith('fail'))
    return { failed: { code: 'extraction-failed', message: 'expected a record, got a fault', place: {} } }
  const { statements, ...record } = records[text]
  const line = JSON.stringify({ ...record, id, collection, statements })
  return { line, statements: statements.length, speakers: 1, words: text.split(' ').length }
}
