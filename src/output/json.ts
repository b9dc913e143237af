import type { RecordFormat } from './format.js'
import { jsonLine } from './jsonl.js'

/** One JSON array, a record a line in it. */
export const json: RecordFormat = {
  begin: () => '[',
  record: (record, index) => `${index === 0 ? '\n' : ',\n'}${jsonLine(record)}`,
  end: (count) => (count === 0 ? ']\n' : '\n]\n'),
}
