import { HearsayError } from '../../record/errors.js'
import { TABLES, VIEWS, type Column, type ColumnType, type Table, type TableName } from './tables.js'

/** How a database is spoken to where databases differ. */
export interface Dialect {
  readonly types: { readonly [Type in ColumnType]: string }
  /** The text of an index on a column of texts of any length, searched for equal values. */
  readonly searchIndex: (name: string, table: string, column: string) => string
  /** Full-text search over the text of statements. */
  readonly textSearch: readonly string[]
  /** Puts a comment on a table or view, where the database keeps comments. */
  readonly comment?: (kind: 'TABLE' | 'VIEW', name: string, text: string) => string
  readonly columnComment?: (table: string, column: string, text: string) => string
}

/** What brings tables of one version to the next: SQL, in order. */
export type Migration = (dialect: Dialect) => readonly string[]

/** The first one makes version 2 of version 1, and so on. New tables are made in the newest version at once. */
export const MIGRATIONS: readonly Migration[] = [
  ({ types, comment, columnComment }) => {
    const columns = {
      article: [`${types.key} PRIMARY KEY REFERENCES "articles" ("article") ON DELETE CASCADE`, 'the article'],
      original: [
        `${types.key} NOT NULL REFERENCES "articles" ("article") ON DELETE CASCADE`,
        'the article that it repeats, which repeats no other',
      ],
      similarity: [
        `${types.real} NOT NULL`,
        'the share of the runs of five words that both have of those that either has, 0 to 1',
      ],
    }
    const is = 'an article that nearly repeats an earlier one, as hearsay dedupe found; no run sets it'
    const named = Object.entries(columns)
    return [
      `CREATE TABLE "duplicates" (\n  ${named.map(([name, [form]]) => `"${name}" ${form}`).join(',\n  ')}\n)`,
      'CREATE INDEX "duplicates_by_original" ON "duplicates" ("original")',
      ...(comment === undefined ? [] : [comment('TABLE', '"duplicates"', is)]),
      ...(columnComment === undefined ? [] : named.map(([name, [, what]]) => columnComment('"duplicates"', `"${name}"`, what))),
    ]
  },
]

/** Where a database says which version its tables have. */
export const VERSION_TABLE = 'schema_version'

/**
 * The SQL that brings a database to the version of this program; none where it has it.
 * @param found The version that it has, or null where it has no tables yet.
 * @throws HearsayError `output-not-writable` where its tables are of a newer program
 */
export function migration(
  name: string,
  found: number | null,
  dialect: Dialect,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly string[] {
  const newest = migrations.length + 1
  if (found === newest) return []
  if (found === null) return [...creation(dialect), `INSERT INTO ${VERSION_TABLE} (version) VALUES (${newest})`]
  if (found > newest || found < 1) {
    throw new HearsayError(
      'output-not-writable',
      `expected tables of version ${newest} or before, got version ${found}: a newer Hearsay made them, so use that one`,
      { file: name },
    )
  }
  const steps = migrations.slice(found - 1).flatMap((step) => step(dialect))
  return [...steps, `UPDATE ${VERSION_TABLE} SET version = ${newest}`]
}

/** The error where a database has tables of such names that are not ours. */
export function foreignTables(name: string, table: string): HearsayError {
  return new HearsayError(
    'output-not-writable',
    `expected an empty database, or one that Hearsay made; got a table ${table} of something else: name another one`,
    { file: name },
  )
}

/** The error where articles are to be taken out of a database that has none of our tables. */
export function noTables(name: string): HearsayError {
  return new HearsayError('output-not-writable', `expected a database that Hearsay made, got one without its tables`, {
    file: name,
  })
}

function creation(dialect: Dialect): string[] {
  const tables = Object.entries<Table>(TABLES)
  return [
    `CREATE TABLE ${VERSION_TABLE} (version INTEGER NOT NULL)`,
    ...tables.flatMap(([name, table]) => [tableSql(name, table, dialect), ...indexesSql(name, table, dialect)]),
    ...dialect.textSearch,
    ...Object.entries(VIEWS).map(([name, { is, query }]) => `CREATE VIEW ${quoted(name)} AS /* ${is} */\n${query}`),
    ...commentsSql(dialect),
  ]
}

function tableSql(name: string, { columns, key }: Table, { types }: Dialect): string {
  const lines = Object.entries(columns).map(([column, { type, nullable, references }]) => {
    const isKey = key.length === 1 && key[0] === column
    // SQLite knows a row by a column that is declared in exactly these words.
    const form = isKey ? `${types[type]} PRIMARY KEY` : types[type]
    const unique = column === 'identity' ? ' UNIQUE' : ''
    return `${quoted(column)} ${form}${nullable || isKey ? '' : ' NOT NULL'}${unique}${references === undefined ? '' : pointing(references, name)}`
  })
  if (key.length > 1) lines.push(`PRIMARY KEY (${key.map(quoted).join(', ')})`)
  return `CREATE TABLE ${quoted(name)} (\n  ${lines.join(',\n  ')}\n)`
}

/** Rows go with what they point at. A table's rows may point at rows of it that come later, so that is only looked at in the end. */
function pointing(target: string, from: string): string {
  const { key } = TABLES[target as TableName]
  const action = target === 'runs' ? '' : ' ON DELETE CASCADE'
  const late = target === from ? ' DEFERRABLE INITIALLY DEFERRED' : ''
  return ` REFERENCES ${quoted(target)} (${key.map(quoted).join(', ')})${action}${late}`
}

/** Every column that points at a row is looked up when that row goes; few rows have those that may be empty. */
function indexesSql(name: string, { columns, key, searched = [] }: Table, dialect: Dialect): string[] {
  const pointers = Object.entries<Column>(columns).filter(
    ([column, { references }]) => references !== undefined && references !== 'runs' && column !== key[0],
  )
  return [
    ...pointers.map(
      ([column, { nullable }]) =>
        `CREATE INDEX ${quoted(`${name}_by_${column}`)} ON ${quoted(name)} (${quoted(column)})` +
        (nullable ? ` WHERE ${quoted(column)} IS NOT NULL` : ''),
    ),
    ...searched.map((column) => dialect.searchIndex(quoted(`${name}_by_${column}`), quoted(name), quoted(column))),
  ]
}

function commentsSql(dialect: Dialect): string[] {
  const { comment, columnComment } = dialect
  if (!comment || !columnComment) return []
  return [
    ...Object.entries<Table>(TABLES).flatMap(([name, { is, columns }]) => [
      comment('TABLE', quoted(name), is),
      ...Object.entries(columns).map(([column, { is }]) => columnComment(quoted(name), quoted(column), is)),
    ]),
    ...Object.entries(VIEWS).map(([name, { is }]) => comment('VIEW', quoted(name), is)),
  ]
}

/** An identifier as it stands in SQL, of names that this package has chosen. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
