import type { Record } from '../record/record.js'
import type { RecordFormat } from './format.js'

/** One record a line. */
export const jsonl: RecordFormat = {
  begin: () => '',
  record: (record) => `${jsonLine(record)}\n`,
  end: () => '',
}

/**
 * A record as JSON on one line, whatever a reader takes for the end of a line: beside what JSON itself escapes, U+0085, U+2028
 * and U+2029 are escaped, and the other control characters that terminals act on.
 */
export function jsonLine(record: Record): string {
  return JSON.stringify(record).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
