import { printable } from '../output/printable.js'
import type { ComparedArticle, ComparedStatement, Offsets } from './article.js'
import type { ArticleChanges, ChangedValue, FieldChange, FieldValue } from './changes.js'
import type { Summary } from './summary.js'

/** How many code units of a content a line quotes. */
const QUOTED = 60

/** What differs between the producers, in lines; none where nothing does. */
export function producerLines(
  differences: ReadonlyMap<string, readonly [old: string | null, now: string | null]>,
): string[] {
  if (differences.size === 0) return []
  const lines = [...differences].map(([name, [old, now]]) => `  ${name}: ${short(old)} → ${short(now)}`)
  return ['producers differ', ...lines.map(printableLine), '']
}

/** What differs in an article, in lines that are safe to show. */
export function changeLines(article: ComparedArticle, changes: ArticleChanges): string[] {
  if (changes.isOtherText) return [nameOf(article), '  another text: nothing else is compared', '']
  const lines = [
    ...changes.lost.map((one) => `  - ${described(one)}`),
    ...changes.gained.map((one) => `  + ${described(one)}`),
    ...changes.changed.flatMap((one) => [
      `  ~ ${described(one.new)}`,
      ...one.fields.map((change) => `      ${fieldLine(change)}`),
    ]),
    ...changes.numbers.map((one) => `  number ${valueLine(one)}`),
    ...changes.times.map((one) => `  time ${valueLine(one)}`),
  ]
  return [nameOf(article), ...lines.map(printableLine), '']
}

/** An article that only one side has. */
export function loneLine(article: ComparedArticle, side: 'old' | 'new'): string {
  return `${nameOf(article)}: only in ${side.toUpperCase()}, statements: ${article.statements.length}`
}

/** The counts, in lines. */
export function summaryLines({ articles, statements, fields, numbers, times }: Summary): string[] {
  const values = ({ gained, lost, changed }: Summary['numbers']) => `${gained} gained, ${lost} lost, ${changed} changed`
  const changedFields = Object.entries(fields).filter(([, count]) => count > 0)
  return [
    `articles: ${articles.same} the same, ${articles.changed} changed (${articles.otherText} of them another text), ${articles.onlyInOld} only in OLD, ${articles.onlyInNew} only in NEW`,
    `statements: ${statements.old} → ${statements.new}, ${statements.gained} gained, ${statements.lost} lost, ${statements.changed} changed`,
    ...(changedFields.length === 0
      ? []
      : [`changed in statements: ${changedFields.map(([field, count]) => `${field} ${count}`).join(', ')}`]),
    `numbers: ${values(numbers)}`,
    `times: ${values(times)}`,
  ]
}

function nameOf({ collection, id }: ComparedArticle): string {
  // A fixed word first: an id at the beginning of a line could be a command to what reads the output.
  return `article ${printable(collection === null ? id : `${collection} ${id}`)}`
}

function described({ id, speaker, act, content, words }: ComparedStatement): string {
  const quoted = words === null ? `at ${places(content)}` : `“${quotation(words)}”`
  return `${id} ${speaker ?? 'nobody'} (${act ?? 'no act'}): ${quoted}`
}

function quotation(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= QUOTED ? line : `${line.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '')}…`
}

function fieldLine({ field, old, new: now }: FieldChange): string {
  return `${field}: ${shown(old)} → ${shown(now)}`
}

function shown(value: FieldValue): string {
  if (value === null) return 'none'
  if (typeof value !== 'object') return String(value)
  if (value.length === 0) return 'none'
  return value
    .map((part) => (typeof part === 'string' ? part : places([part])))
    .join(typeof value[0] === 'string' ? '; ' : ' ')
}

function places(spans: readonly Offsets[]): string {
  return spans.map(([start, end]) => `${start}..${end}`).join(' ')
}

function valueLine({ place: [start, end], old, new: now }: ChangedValue): string {
  return `${start}..${end}: ${old ?? 'none'} → ${now ?? 'none'}`
}

/** A hash by its beginning. */
function short(value: string | null): string {
  return value === null ? 'none' : /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value
}

/** `printable` on all but the indentation. */
function printableLine(line: string): string {
  const [indent] = /^ */.exec(line)!
  return `${indent}${printable(line)}`
}
