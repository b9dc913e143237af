import type { Article } from '../record/article.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'

/** What of an article a JSON object or a row may hold, each under one of many usual names. */
export type FieldName = 'id' | 'text' | 'title' | 'uri' | 'author' | 'publisher' | 'published' | 'language'

/** Where an article's fields are in a JSON object or a row: `{ text: 'story.body' }`, for those with a name of their own. */
export type FieldPaths = Partial<Readonly<Record<FieldName, string>>>

/** An article's fields as a JSON object holds them. */
export type Fields = Pick<Article, 'text'> & Partial<Omit<Article, 'collection' | 'diagnostics'>>

/** The usual names, in lower case without `_`, `-` and spaces; the first that is there counts. */
const USUAL_NAMES: Readonly<Record<FieldName, readonly string[]>> = {
  id: ['id', 'articleid', 'documentid', 'docid', 'guid', 'uuid'],
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'articletext',
    'bodytext',
    'fulltext',
    'maintext',
    'story',
    'article',
  ],
  title: ['title', 'headline', 'heading'],
  uri: ['uri', 'url', 'link', 'sourceurl', 'permalink'],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  publisher: ['publisher', 'source', 'publication', 'site', 'sitename', 'newspaper', 'outlet', 'domain'],
  published: [
    'published', 'date', 'publishedat', 'publisheddate', 'publicationdate', 'datepublished', 'datepublish', 'pubdate',
    'reference', 'referencedate', 'timestamp', 'created', 'createdat',
  ], // prettier-ignore
  language: ['language', 'lang', 'inlanguage'],
}

export const FIELD_NAMES = Object.keys(USUAL_NAMES) as readonly FieldName[]

/** The name of a field as a user may write it: its own or a usual one. Throws `usage` for another. */
export function assertFieldNames(paths: FieldPaths): void {
  for (const name of Object.keys(paths)) {
    if ((FIELD_NAMES as readonly string[]).includes(name)) continue
    throw new HearsayError('usage', `expected a field of ${FIELD_NAMES.join(', ')}; got "${name}"`)
  }
}

/** Reads the fields out of a JSON value. Throws `bad-json`, `no-text-field` or `bad-field` with the given place. */
export function fieldsOf(value: unknown, paths: FieldPaths, place: ErrorPlace): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HearsayError('bad-json', `expected an object for each article, got ${kindOf(value)}`, place)
  }
  const entries = new Map<string, unknown>()
  for (const [key, entry] of Object.entries(value)) {
    const plain = plainName(key)
    if (entry !== null && !entries.has(plain)) entries.set(plain, entry)
  }
  const found = new Map<FieldName, string>()
  for (const name of FIELD_NAMES) {
    const path = paths[name]
    const text = path === undefined ? usualField(entries, name, place) : namedField(value, path, name, place)
    if (text !== undefined && (name === 'text' || text !== '')) found.set(name, text)
  }
  const text = found.get('text')
  if (text === undefined) throw noTextField(Object.keys(value), paths, place)
  return { ...Object.fromEntries(found), text }
}

/** Throws `no-text-field` where none of a table's columns holds the text: that is one error, not one for each row. */
export function assertTextColumn(columns: readonly string[], paths: FieldPaths, place: ErrorPlace): void {
  if (!hasTextColumn(columns, paths)) throw noTextField(columns, paths, place)
}

/** Whether one of a table's columns holds the text. */
export function hasTextColumn(columns: readonly string[], paths: FieldPaths): boolean {
  return columns.some((column) => mayHold(column, 'text', paths))
}

/** Those of a table's columns that may hold a field. */
export function fieldColumns(columns: readonly string[], paths: FieldPaths): string[] {
  return columns.filter((column) => FIELD_NAMES.some((name) => mayHold(column, name, paths)))
}

function mayHold(column: string, name: FieldName, paths: FieldPaths): boolean {
  const path = paths[name]
  if (path === undefined) return USUAL_NAMES[name].includes(plainName(column))
  return path === column || path.startsWith(`${column}.`)
}

function plainName(key: string): string {
  return key.toLowerCase().replace(/[_\s-]/g, '')
}

function usualField(entries: ReadonlyMap<string, unknown>, name: FieldName, place: ErrorPlace): string | undefined {
  let misfit: string | undefined
  for (const usual of USUAL_NAMES[name]) {
    if (!entries.has(usual)) continue
    const text = stringOf(entries.get(usual), name)
    if (text !== undefined) return text
    misfit ??= usual
  }
  if (misfit !== undefined) throw misfitError(misfit, entries.get(misfit), name, place)
  return undefined
}

/** What stands at a path of keys with dots between; a key that holds the dots itself comes first. */
function namedField(value: object, path: string, name: FieldName, place: ErrorPlace): string | undefined {
  let at: unknown = value
  if (Object.hasOwn(value, path)) at = (value as Readonly<Record<string, unknown>>)[path]
  else {
    for (const key of path.split('.')) {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
      at = (at as Readonly<Record<string, unknown>>)[key]
    }
  }
  if (at === null) return undefined
  const text = stringOf(at, name)
  if (text === undefined) throw misfitError(path, at, name, place)
  return text
}

/** A field's value as a string; several authors are a list. Undefined where it is nothing of the kind. */
function stringOf(value: unknown, name: FieldName): string | undefined {
  if (typeof value === 'string') return value
  if (name === 'text') return undefined
  if (typeof value === 'number') return String(value)
  if (name !== 'author' && name !== 'publisher') return undefined
  if (Array.isArray(value)) {
    const parts = value.map((part) => stringOf(part, name))
    return parts.every((part) => part !== undefined) ? parts.join(', ') : undefined
  }
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined
}

function misfitError(key: string, value: unknown, name: FieldName, place: ErrorPlace): HearsayError {
  const message = `expected a string in "${key}", got ${kindOf(value)}; name another field with --field ${name}=…`
  return new HearsayError('bad-field', message, place)
}

function noTextField(keys: readonly string[], paths: FieldPaths, place: ErrorPlace): HearsayError {
  return new HearsayError(
    'no-text-field',
    `expected the article's text under "${paths.text ?? 'text'}", found ${listed(keys)}; name its field with --field text=…`,
    place,
  )
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function listed(keys: readonly string[]): string {
  if (keys.length === 0) return 'an empty object'
  const shown = keys.slice(0, 8).map((key) => `"${key.slice(0, 30)}"`)
  return `${shown.join(', ')}${keys.length > 8 ? ` and ${keys.length - 8} more` : ''}`
}
