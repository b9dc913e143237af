import { stringify } from 'csv-stringify/sync'
import { RecordIndex, TABLES, type Cell, type RowName, type Table } from './csv-columns.js'
import type { RecordFormat } from './format.js'
import { printable } from './printable.js'

/**
 * One row a statement, or a quantity, an entity, a time; RFC 4180 with line feeds, each row on one line. Cells are safe to open in a spreadsheet:
 * what would begin a formula has an apostrophe before it, white space is single spaces, and unprintable characters stand as `\u001b`.
 */
export function csvFormat(rows: RowName = 'statements'): RecordFormat {
  // Each table reads items of its own kind alone.
  const table = TABLES[rows] as Table<unknown>
  return {
    begin: () => stringify([Object.keys(table.columns)]),
    record: (record) => {
      const index = new RecordIndex(record)
      const cells = table.items(record).map((item) => Object.values(table.columns).map((column) => safe(column(item, index))))
      // Quoted, since a spreadsheet that takes another character for the separator must not find cells of its own within a text.
      return stringify(cells, { quoted_string: true })
    },
    end: () => '',
  }
}

/** The first characters that make a cell a formula, and their full-width forms, which some spreadsheets take for the same; alone they make none. */
const FORMULA = /^[=+\-@＝＋－＠]./su

function safe(cell: Cell): string | number {
  if (typeof cell === 'number') return cell
  const text = printable(String(cell ?? ''))
  return FORMULA.test(text) ? `'${text}` : text
}
