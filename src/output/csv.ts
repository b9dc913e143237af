import { stringify } from 'csv-stringify/sync'
import type { Record, Statement } from '../record/record.js'
import type { Span } from '../record/span.js'
import type { RecordFormat } from './format.js'
import { printable } from './printable.js'

/** What a person calls the entities, quantities and times of a record, by their ids. */
type Names = ReadonlyMap<string, string>
type Cell = string | number | boolean | null | undefined

/** Every column, in order, with what stands in it. docs/cli.md explains them. */
export const CSV_COLUMNS: { readonly [name: string]: (statement: Statement, record: Record, names: Names) => Cell } = {
  collection: (_, record) => record.collection,
  article: (_, record) => record.id,
  title: (_, record) => record.meta.title,
  publisher: (_, record) => record.meta.publisher,
  published: (_, record) => record.meta.published,
  uri: (_, record) => record.uri,
  statement: ({ id }) => id,
  parent: ({ parent }) => parent,
  kind: ({ kind }) => kind,
  act: ({ act }) => act,
  negated: ({ negated }) => negated,
  speaker: ({ speaker }) => speaker?.name,
  speaker_form: ({ speaker }) => speaker?.form,
  speaker_resolved: ({ speaker }) => speaker?.resolved,
  source: ({ source }) => source?.text,
  source_place: ({ source }) => source && placeOf(source),
  cue: ({ cue }) => cue?.text,
  cue_lemma: ({ cue }) => cue?.lemma,
  cue_place: ({ cue }) => cue && placeOf(cue),
  content: ({ content }) => content.map(({ text }) => text).join(' … '),
  content_places: ({ content }) => content.map(placeOf).join(' '),
  addressee: ({ addressee }) => addressee?.text,
  medium: ({ medium }) => medium?.text,
  said_at: ({ time }, _, names) => time && names.get(time),
  quantities: ({ quantities }, _, names) => listed(quantities, names),
  times: ({ times }, _, names) => listed(times, names),
  entities: ({ entities }, _, names) => listed(entities, names),
  confidence: ({ confidence }) => confidence,
}

/**
 * One row a statement, RFC 4180 with line feeds, each row on one line. Cells are safe to open in a spreadsheet: what would begin
 * a formula has an apostrophe before it, white space is single spaces, and unprintable characters stand as `\u001b`.
 */
export const csv: RecordFormat = {
  begin: () => stringify([Object.keys(CSV_COLUMNS)]),
  record: (record) => {
    const names = namesOf(record)
    const rows = record.statements.map((statement) =>
      Object.values(CSV_COLUMNS).map((column) => safe(column(statement, record, names))),
    )
    // Quoted, since a spreadsheet that takes another character for the separator must not find cells of its own within a text.
    return stringify(rows, { quoted_string: true })
  },
  end: () => '',
}

/** The first characters that make a cell a formula, and their full-width forms, which some spreadsheets take for the same. */
const FORMULA = /^[=+\-@＝＋－＠]/

function safe(cell: Cell): string | number {
  if (typeof cell === 'number') return cell
  const text = printable(String(cell ?? ''))
  return FORMULA.test(text) ? `'${text}` : text
}

/** Half open; two dots, since spreadsheets read 12-15 as a date and 12:15 as a time. */
function placeOf({ start, end }: Span): string {
  return `${start}..${end}`
}

function namesOf({ entities, quantities, times }: Record): Names {
  return new Map([
    ...entities.map(({ id, name }) => [id, name] as const),
    ...[...quantities, ...times].map(({ id, text }) => [id, text] as const),
  ])
}

function listed(ids: readonly string[], names: Names): string {
  return ids.map((id) => names.get(id) ?? id).join('; ')
}
