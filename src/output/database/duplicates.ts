import type { DuplicateOf } from '../../record/record.js'
import type { ArticleKey } from '../sink.js'

/** How many articles, or marks, are read or written at a time. */
export const PAGE = 500

/** The marks that wait: a table that this connection alone sees. */
export const FOUND = 'found_duplicates'

/** The SQL around marks, in words of both databases; `$1` and so on stand for what is given. */
export const SQL = {
  create: `CREATE TEMPORARY TABLE ${FOUND} (article BIGINT NOT NULL, original BIGINT NOT NULL, similarity DOUBLE PRECISION NOT NULL)`,
  count: 'SELECT COUNT(*) AS articles FROM articles',
  find: 'SELECT article, sha256 FROM articles WHERE identity = $1',
  /** The statements of the next articles behind $1; one row without a text for an article that has none. */
  page: `SELECT a.article, s.text
    FROM (SELECT article FROM articles WHERE article > $1 ORDER BY article LIMIT ${PAGE}) a
    LEFT JOIN statements s ON s.article = a.article AND s.parent IS NULL
    ORDER BY a.article, s.statement`,
  /** An article that was taken out since it was read has no mark, and none is of it. */
  save: [
    'DELETE FROM duplicates',
    `INSERT INTO duplicates (article, original, similarity)
     SELECT f.article, f.original, f.similarity
     FROM ${FOUND} f JOIN articles a ON a.article = f.article JOIN articles o ON o.article = f.original`,
    `DELETE FROM ${FOUND}`,
  ],
  /** The next marks of articles behind $1. */
  all: `SELECT d.article, a.collection, a.id, o.collection AS of_collection, o.id AS of_id, d.similarity
    FROM (SELECT * FROM duplicates WHERE article > $1 ORDER BY article LIMIT ${PAGE}) d
    JOIN articles a ON a.article = d.article JOIN articles o ON o.article = d.original
    ORDER BY d.article`,
} as const

type Row = { readonly [column: string]: unknown }

/** Everything that pages of rows hold, one page at a time; each begins behind the last article of the one before. */
async function* rowsBy(page: (behind: number) => Promise<readonly Row[]> | readonly Row[]): AsyncGenerator<Row> {
  let behind = 0
  for (;;) {
    const rows = await page(behind)
    if (rows.length === 0) return
    yield* rows
    behind = Number(rows[rows.length - 1].article)
  }
}

/** The articles of pages as `SQL.page` gives them. */
export async function* storedArticles(
  page: (behind: number) => Promise<readonly Row[]> | readonly Row[],
): AsyncGenerator<{ readonly article: number; readonly statements: readonly string[] }> {
  let current: { readonly article: number; readonly statements: string[] } | undefined
  for await (const row of rowsBy(page)) {
    const article = Number(row.article)
    if (current?.article !== article) {
      if (current) yield current
      current = { article, statements: [] }
    }
    if (typeof row.text === 'string') current.statements.push(row.text)
  }
  if (current) yield current
}

/** The marks of pages as `SQL.all` gives them. */
export async function* storedMarks(
  page: (behind: number) => Promise<readonly Row[]> | readonly Row[],
): AsyncGenerator<ArticleKey & { readonly duplicateOf: DuplicateOf }> {
  for await (const { collection, id, of_collection, of_id, similarity } of rowsBy(page)) {
    const duplicateOf = { collection: String(of_collection), id: String(of_id), similarity: Number(similarity) }
    yield { collection: String(collection), id: String(id), duplicateOf }
  }
}
