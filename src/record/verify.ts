import type { Article } from './article.js'
import type { Record, Statement } from './record.js'
import { sha256Of } from './sha256.js'
import { isWithin, type Span } from './span.js'

/** One rule that a record breaks, and where. */
export interface Finding {
  /** JSON path of the value, such as `statements[2].content[0].text`. */
  readonly path: string
  /** What should be there. */
  readonly expected: string
  /** What is there. */
  readonly got: string
}

/**
 * Yields a finding for every rule of the record that `record` breaks: places, order, ids, links. With the article, its text's
 * hash and length and the text of every span are compared too. The record's form must hold: `hearsay/schema` checks that.
 */
export function* verifyRecord(record: Record, article?: Pick<Article, 'text'>): Generator<Finding> {
  const text = article?.text
  if (text !== undefined) {
    yield* expectEqual('sha256', sha256Of(text), record.sha256)
    yield* expectEqual('length', text.length, record.length)
  }
  yield* verifyPlaces(record, text)
  yield* verifyIds(record)
  yield* verifyOrder(record)
  yield* verifyValues(record)
  yield* verifyLinks(record)
  yield* verifyParents(record)
  yield* verifyDistinct(record)
}

/** Where a statement begins: the first offset of its source, cue and content. Statements are numbered in this order. */
export function statementStart({ source, cue, content }: Pick<Statement, 'source' | 'cue' | 'content'>): number {
  return Math.min(source?.start ?? Infinity, cue?.start ?? Infinity, content[0]?.start ?? Infinity)
}

/** A part of a record that has a place in the text; `text` where it holds its own. */
interface Placed {
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text?: string
  readonly mayBeEmpty?: boolean
}

function* verifyPlaces(record: Record, text: string | undefined): Generator<Finding> {
  for (const placed of placesOf(record)) {
    const { path, start, end } = placed
    const isPlace = start >= 0 && end <= record.length && (start < end || (start === end && placed.mayBeEmpty === true))
    if (!isPlace) {
      yield { path, expected: `a place within 0-${record.length}`, got: `${start}-${end}` }
    } else if (placed.text !== undefined) {
      if (text !== undefined) yield* expectEqual(`${path}.text`, text.slice(start, end), placed.text)
      else if (placed.text.length !== end - start) {
        yield { path: `${path}.text`, expected: `${end - start} code units`, got: `${placed.text.length} code units` }
      }
    }
  }
}

function* placesOf({
  meta,
  sentences,
  entities,
  quantities,
  times,
  statements,
  diagnostics,
}: Record): Generator<Placed> {
  if (meta.dateline) yield { path: 'meta.dateline', start: meta.dateline.start, end: meta.dateline.end }
  for (const [index, [start, end]] of sentences.entries()) yield { path: `sentences[${index}]`, start, end }
  for (const [index, { mentions }] of entities.entries()) yield* placed(`entities[${index}].mentions`, mentions)
  yield* placed('quantities', quantities)
  yield* placed('times', times)
  for (const [index, statement] of statements.entries()) {
    const path = `statements[${index}]`
    for (const part of ['source', 'cue', 'addressee', 'medium'] as const) {
      const span = statement[part]
      if (span) yield { ...span, path: `${path}.${part}` }
    }
    yield* placed(`${path}.content`, statement.content)
  }
  for (const [index, { start, end }] of diagnostics.entries()) {
    if (start === undefined && end === undefined) continue
    // A place needs both ends: NaN is within nothing.
    yield { path: `diagnostics[${index}]`, start: start ?? NaN, end: end ?? NaN, mayBeEmpty: true }
  }
}

function* placed(path: string, spans: readonly Span[]): Generator<Placed> {
  for (const [index, { start, end, text }] of spans.entries()) yield { path: `${path}[${index}]`, start, end, text }
}

const ID_LETTERS = { entities: 'e', quantities: 'q', times: 't', statements: 's' } as const

function* verifyIds(record: Record): Generator<Finding> {
  for (const [list, letter] of Object.entries(ID_LETTERS) as [keyof typeof ID_LETTERS, string][]) {
    for (const [index, { id }] of record[list].entries()) {
      yield* expectEqual(`${list}[${index}].id`, `${letter}${index + 1}`, id)
    }
  }
}

function* verifyOrder({ sentences, entities, quantities, times, statements }: Record): Generator<Finding> {
  const sentencePlaces = sentences.map(([start, end]) => ({ start, end }))
  yield* verifyApart('sentences', sentencePlaces)
  yield* verifyApart('quantities', quantities)
  yield* verifyApart('times', times)
  for (const [index, { content }] of statements.entries()) {
    const path = `statements[${index}].content`
    if (content.length === 0) yield { path, expected: 'at least one span', got: 'none' }
    yield* verifyApart(path, content)
  }
  const entityStarts = entities.map(({ mentions }) => mentions[0]?.start ?? Infinity)
  for (const [index, { mentions }] of entities.entries()) {
    const path = `entities[${index}].mentions`
    if (mentions.length === 0) yield { path, expected: 'at least one mention', got: 'none' }
    const starts = mentions.map(({ start }) => start)
    yield* verifyAscending(path, starts)
  }
  yield* verifyAscending('entities', entityStarts)
  yield* verifyAscending('statements', statements.map(statementStart))
}

/** In text order, and none overlaps the one before. */
function* verifyApart(path: string, places: readonly { start: number; end: number }[]): Generator<Finding> {
  let end = 0
  for (const [index, place] of places.entries()) {
    if (place.start < end) {
      yield {
        path: `${path}[${index}]`,
        expected: `a start at or after ${end}, where the one before ends`,
        got: `${place.start}`,
      }
    }
    end = Math.max(end, place.end)
  }
}

/** In text order; two may begin at the same place. */
function* verifyAscending(path: string, starts: readonly number[]): Generator<Finding> {
  for (let index = 1; index < starts.length; index++) {
    const [before, here] = [starts[index - 1], starts[index]]
    if (here < before) {
      yield {
        path: `${path}[${index}]`,
        expected: `a start at or after ${before}, where the one before starts`,
        got: `${here}`,
      }
    }
  }
}

function* verifyValues({ id, collection, duplicateOf, quantities, statements }: Record): Generator<Finding> {
  if (duplicateOf !== undefined) {
    const { similarity } = duplicateOf
    if (!(similarity >= 0 && similarity <= 1)) {
      yield { path: 'duplicateOf.similarity', expected: 'a number from 0 to 1', got: `${similarity}` }
    }
    if (duplicateOf.id === id && duplicateOf.collection === collection) {
      yield { path: 'duplicateOf.id', expected: 'another article', got: 'the article itself' }
    }
  }
  for (const [index, { value, low, high }] of quantities.entries()) {
    if (value === null && (low === undefined || high === undefined)) {
      yield { path: `quantities[${index}].value`, expected: 'a number, or both low and high', got: 'null' }
    }
  }
  for (const [index, { source, speaker, confidence }] of statements.entries()) {
    const path = `statements[${index}]`
    if (!(confidence >= 0 && confidence <= 1)) {
      yield { path: `${path}.confidence`, expected: 'a number from 0 to 1', got: `${confidence}` }
    }
    if (speaker === null) {
      if (source !== null) yield { path: `${path}.speaker`, expected: 'a speaker, as there is a source', got: 'null' }
      continue
    }
    if ((speaker.form === 'implied') !== (source === null)) {
      const expected = source === null ? 'implied, as there is no source' : 'not implied, as there is a source'
      yield { path: `${path}.speaker.form`, expected, got: speaker.form }
    }
    if (speaker.resolved) continue
    if (speaker.entity !== undefined) {
      yield { path: `${path}.speaker.entity`, expected: 'none, as the speaker is not resolved', got: speaker.entity }
    }
    if (source !== null) {
      yield* expectEqual(`${path}.speaker.name`, collapsed(source.text), collapsed(speaker.name))
    }
  }
}

function* verifyLinks({ entities, quantities, times, statements }: Record): Generator<Finding> {
  const entityIds = new Set(entities.map(({ id }) => id))
  const quantityById = new Map(quantities.map((quantity) => [quantity.id, quantity]))
  const timeById = new Map(times.map((time) => [time.id, time]))
  for (const [index, { affiliation }] of entities.entries()) {
    yield* expectLink(`entities[${index}].affiliation`, entityIds, affiliation)
  }
  for (const [index, statement] of statements.entries()) {
    const path = `statements[${index}]`
    yield* expectLink(`${path}.speaker.entity`, entityIds, statement.speaker?.entity)
    yield* expectLink(`${path}.addressee.entity`, entityIds, statement.addressee?.entity)
    yield* expectLink(`${path}.medium.entity`, entityIds, statement.medium?.entity)
    yield* expectLink(`${path}.time`, timeById, statement.time)
    for (const [at, id] of statement.entities.entries()) yield* expectLink(`${path}.entities[${at}]`, entityIds, id)
    yield* verifyAsserted(`${path}.quantities`, quantityById, statement.quantities, statement.content)
    yield* verifyAsserted(`${path}.times`, timeById, statement.times, statement.content)
  }
}

/** What a statement asserts is there, and within its content. */
function* verifyAsserted(
  path: string,
  byId: ReadonlyMap<string, Span>,
  ids: readonly string[],
  content: readonly Span[],
): Generator<Finding> {
  for (const [index, id] of ids.entries()) {
    yield* expectLink(`${path}[${index}]`, byId, id)
    const span = byId.get(id)
    if (span && !isWithin(span, content)) {
      yield {
        path: `${path}[${index}]`,
        expected: 'a place within the content',
        got: `${id} at ${span.start}-${span.end}`,
      }
    }
  }
}

function* expectLink(path: string, ids: { has(id: string): boolean }, id: string | undefined): Generator<Finding> {
  if (id !== undefined && !ids.has(id)) yield { path, expected: 'the id of something in the record', got: id }
}

function* verifyParents({ statements }: Record): Generator<Finding> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const sound = new Set<string>()
  for (const [index, statement] of statements.entries()) {
    const path = `statements[${index}].parent`
    if (statement.parent === null) continue
    const parent = byId.get(statement.parent)
    if (!parent) {
      yield { path, expected: 'the id of a statement in the record', got: statement.parent }
      continue
    }
    const chain = new Set<string>()
    let ancestor: Statement | undefined = statement
    while (ancestor && !sound.has(ancestor.id) && !chain.has(ancestor.id)) {
      chain.add(ancestor.id)
      ancestor = ancestor.parent === null ? undefined : byId.get(ancestor.parent)
    }
    if (ancestor && chain.has(ancestor.id)) {
      yield { path, expected: 'a chain of parents that ends', got: [...chain, ancestor.id].join(' → ') }
      continue
    }
    for (const id of chain) sound.add(id)
    const outside = statement.content.find((span) => !isWithin(span, parent.content))
    if (outside) {
      const got = `${outside.start}-${outside.end} outside of ${parent.id}`
      yield { path, expected: 'a statement in whose content this one lies', got }
    }
  }
}

/** No two statements share cue and content. */
function* verifyDistinct({ statements }: Record): Generator<Finding> {
  const ids = new Map<string, string>()
  for (const [index, { id, cue, content }] of statements.entries()) {
    const places = [cue, ...content].map((span) => (span ? `${span.start}-${span.end}` : '')).join(' ')
    const other = ids.get(places)
    if (other === undefined) ids.set(places, id)
    else yield { path: `statements[${index}]`, expected: 'a cue and content of its own', got: `those of ${other}` }
  }
}

function* expectEqual(path: string, expected: string | number, got: string | number): Generator<Finding> {
  if (expected === got) return
  const from = commonLength(`${expected}`, `${got}`) - SHOWN / 4
  yield { path, expected: shown(expected, from), got: shown(got, from) }
}

/** How many code units of a value a finding shows. */
const SHOWN = 80

/** A value as JSON; of a long text the part after `from`. */
function shown(value: string | number, from: number): string {
  if (typeof value === 'number' || value.length <= SHOWN) return JSON.stringify(value)
  const start = Math.max(0, Math.floor(from))
  const [before, after] = [start > 0 ? '…' : '', start + SHOWN < value.length ? '…' : '']
  return `${before}${JSON.stringify(value.slice(start, start + SHOWN))}${after}`
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
