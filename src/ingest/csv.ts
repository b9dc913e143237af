import { HearsayError } from '../record/errors.js'
import { decodeText } from './encoding.js'
import { assertTextColumn, hasTextColumn, type FieldPaths } from './fields.js'
import { rowsOf } from './csv-rows.js'
import { draftOfValue, guessDiagnostics, tooLarge, type Draft, type Format } from './format.js'

const [QUOTE, NEWLINE] = [0x22, 0x0a]

/** What may stand between the cells of a row. The first that the header has most of counts. */
const DELIMITERS = [',', ';', '\t', '|'] as const

/** A table with a header row: a row is an article, and a column one of its fields. Blank lines count but hold nothing. */
export const csv: Format = {
  name: 'csv',
  isText: true,
  extensions: ['.csv', '.tsv'],
  async *read({ head, chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    const { parse } = await import('csv-parse/sync')
    const { file, fields } = context
    const delimiter = delimiterOf(head)
    const cellsOf = (row: string): readonly string[] => {
      const rows = parse(row, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: '\n' })
      return rows[0] ?? []
    }
    let header: readonly string[] | undefined
    for await (const row of rowsOf(chunks, delimiter.charCodeAt(0), context)) {
      if (row instanceof HearsayError) {
        yield row
        continue
      }
      const { line } = row
      if (row.bytes === undefined) {
        yield row.broken === undefined
          ? tooLarge(row.size, false, context, { line })
          : new HearsayError('bad-csv', row.broken, { file, line })
        continue
      }
      const { text, guessed } = decodeText(row.bytes, mayGuess)
      const place = { file, line }
      const cells = cellsOf(text)
      if (header === undefined) {
        header = cells
        assertTextColumn(header, fields, place)
      } else if (cells.length !== header.length) {
        const message = `expected ${header.length} cells, as the header has, got ${cells.length}`
        yield new HearsayError('bad-csv', message, place)
      } else {
        const value = Object.fromEntries(header.map((name, at) => [name, cells[at]]))
        yield draftOfValue(value, `#${line}`, place, context, guessDiagnostics(guessed))
      }
    }
  },
}

/** Whether content that no name tells begins with the header of a table: several cells, and one of them for the text. */
export function isTable(beginning: string, fields: FieldPaths): boolean {
  const [line] = beginning.split('\n', 1)
  const cells = line.trimEnd().split(delimiterOf(Buffer.from(line)))
  const names = cells.map((cell) => cell.replaceAll('"', '').trim())
  return names.length > 1 && names.every((name) => name.length < 60) && hasTextColumn(names, fields)
}

/** What separates the cells of the header row. */
function delimiterOf(head: Buffer): string {
  const counts = new Map<number, number>(DELIMITERS.map((delimiter) => [delimiter.charCodeAt(0), 0]))
  let quoted = false
  for (const byte of head) {
    if (byte === QUOTE) quoted = !quoted
    else if (quoted) continue
    else if (byte === NEWLINE) break
    else if (counts.has(byte)) counts.set(byte, counts.get(byte)! + 1)
  }
  const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
  return String.fromCharCode(best)
}
