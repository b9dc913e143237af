import { articleKey } from '../../record/article.js'
import { HearsayError } from '../../record/errors.js'
import type { Producer, Record, Statement } from '../../record/record.js'
import { sha256Of } from '../../record/sha256.js'
import type { Span } from '../../record/span.js'
import { jsonLine } from '../jsonl.js'
import { CodePoints } from './code-points.js'
import { normalisedName } from './names.js'
import { Replacer, type Unstorable } from './replacement.js'
import { PARTS, type Cell, type Row, type Rows } from './tables.js'

type PlaceName = 'text' | 'source' | 'cue' | 'addressee' | 'medium' | 'dateline' | 'place'

/** The columns of each place; made once, since there are some hundred places in a record. */
const OFFSETS = Object.fromEntries(
  (['text', 'source', 'cue', 'addressee', 'medium', 'dateline', 'place'] as const).map((name) => [
    name,
    [`${name}_start`, `${name}_end`, `${name}_start_utf16`, `${name}_end_utf16`] as const,
  ]),
) as { readonly [Name in PlaceName]: readonly [string, string, string, string] }

/** What an article is known by in a database, whatever of its id the database can hold. */
export function identityOf(record: Pick<Record, 'collection' | 'id'>): string {
  return sha256Of(articleKey(record))
}

/** What tells whether a database has this very record. Most come as the line that a thread made, which need not be made again. */
export function digestOf(record: Record): string {
  return sha256Of(jsonLine(record))
}

/** The producer as JSON with its keys in order, as `SinkOptions` has it. */
export function producerJson({ hearsay, models, options }: Producer): string {
  return JSON.stringify({ hearsay, models: inOrder(models), options })
}

function inOrder(models: Producer['models']): Producer['models'] {
  return Object.fromEntries(Object.entries(models).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * The rows of a record, in the order of its parts.
 * @param article The key of its article.
 * @param unstorable What texts cannot hold there; what was replaced is told in a diagnostic.
 * @throws HearsayError `bad-record` where `text` is not the record's, or a link points at nothing
 */
export function rowsOf(record: Record, text: string, article: number, unstorable: readonly Unstorable[]): Rows {
  const { id, collection, meta, producer, entities, quantities, times, statements, diagnostics } = record
  const failed = (expected: string, got: string) =>
    new HearsayError('bad-record', `expected ${expected}, got ${got}`, { id })
  if (text.length !== record.length) throw failed(`a text of ${record.length} code units`, `${text.length}`)
  const most = Math.max(entities.length, quantities.length, times.length, statements.length)
  if (most >= PARTS) throw failed(`fewer than ${PARTS} parts of one kind`, `${most}`)

  const points = new CodePoints(text)
  const replacer = new Replacer(unstorable)
  const clean = (value: string) => replacer.clean(value)
  const maybe = (value: string | undefined) => (value === undefined ? null : clean(value))
  const placed = <Name extends PlaceName>(name: Name, span: { start?: number; end?: number } | null | undefined) => {
    const [start, end, startUtf16, endUtf16] = OFFSETS[name]
    return {
      [start]: span?.start === undefined ? null : points.before(span.start),
      [end]: span?.end === undefined ? null : points.before(span.end),
      [startUtf16]: span?.start ?? null,
      [endUtf16]: span?.end ?? null,
    } as { readonly [Offset in `${Name}_${'start' | 'end'}${'' | '_utf16'}`]: Cell }
  }
  const words = (span: Span) => ({ text: clean(span.text), ...placed('text', span) })
  const passage = <Name extends PlaceName>(name: Name, span: Span | null | undefined) =>
    ({ [name]: maybe(span?.text), ...placed(name, span) }) as { readonly [Column in Name]: Cell } & ReturnType<
      typeof placed<Name>
    >

  const keyAt = (index: number) => article * PARTS + index + 1
  /** Finds the key of a part by its id; null where there is no link. */
  const keysOf = (parts: readonly { readonly id: string }[]) => {
    const keys = new Map(parts.map((part, index) => [part.id, keyAt(index)]))
    return (link: string | null | undefined): number | null => {
      if (link === undefined || link === null) return null
      const key = keys.get(link)
      if (key === undefined) throw failed('links to parts of the record', `one to ${link}`)
      return key
    }
  }
  const entityKey = keysOf(entities)
  const quantityKey = keysOf(quantities)
  const timeKey = keysOf(times)
  const statementKey = keysOf(statements)
  /** The rows of a statement's links, each once. */
  const linked = <LinkRow>(links: (statement: Statement) => readonly string[], row: (statement: number, link: string) => LinkRow) =>
    statements.flatMap((statement, index) => [...new Set(links(statement))].map((link) => row(keyAt(index), link)))

  const run = runRow(producer)
  const rows = {
    runs: [run],
    articles: [
      {
        article,
        run: run.run,
        identity: identityOf(record),
        digest: digestOf(record),
        collection: clean(collection),
        id: clean(id),
        uri: maybe(record.uri),
        title: maybe(meta.title),
        author: maybe(meta.author),
        publisher: maybe(meta.publisher),
        published: maybe(meta.published),
        language: clean(meta.language),
        dateline_place: maybe(meta.dateline?.place),
        dateline_date: maybe(meta.dateline?.date),
        ...placed('dateline', meta.dateline),
        sha256: record.sha256,
        length: points.before(text.length),
        length_utf16: text.length,
      },
    ],
    duplicates: [],
    entities: entities.map((entity, index) => ({
      entity: keyAt(index),
      article,
      id: entity.id,
      type: entity.type,
      name: clean(entity.name),
      normalised_name: clean(normalisedName(entity.name)),
      aliases: entity.aliases.map(clean),
      roles: entity.roles.map(clean),
      gender: entity.gender ?? null,
      affiliation: entityKey(entity.affiliation),
    })),
    mentions: entities.flatMap(({ mentions }, index) =>
      mentions.map((mention, part) => ({ entity: keyAt(index), part: part + 1, form: mention.form, ...words(mention) })),
    ),
    times: times.map((time, index) => ({
      time: keyAt(index),
      article,
      id: time.id,
      kind: time.kind,
      ...words(time),
      value: clean(time.value),
      low: maybe(time.low),
      high: maybe(time.high),
      alternatives: (time.alternatives ?? []).map(clean),
    })),
    quantities: quantities.map((quantity, index) => ({
      quantity: keyAt(index),
      article,
      id: quantity.id,
      kind: quantity.kind,
      ...words(quantity),
      comparator: quantity.comparator,
      value: quantity.value,
      low: quantity.low ?? null,
      high: quantity.high ?? null,
      unit: maybe(quantity.unit),
      currency: maybe(quantity.currency),
      direction: quantity.direction ?? null,
      negated: quantity.negated ?? false,
      modality: maybe(quantity.modality),
    })),
    statements: statements.map((statement, index) => ({
      statement: keyAt(index),
      article,
      id: statement.id,
      kind: statement.kind,
      act: statement.act,
      text: clean(statement.content.map((span) => span.text).join(' … ')),
      speaker: maybe(statement.speaker?.name),
      normalised_speaker: maybe(statement.speaker === null ? undefined : normalisedName(statement.speaker.name)),
      speaker_form: statement.speaker?.form ?? null,
      speaker_resolved: statement.speaker?.resolved ?? null,
      speaker_entity: entityKey(statement.speaker?.entity),
      ...passage('source', statement.source),
      ...passage('cue', statement.cue),
      cue_lemma: maybe(statement.cue?.lemma),
      ...passage('addressee', statement.addressee),
      addressee_entity: entityKey(statement.addressee?.entity),
      ...passage('medium', statement.medium),
      medium_entity: entityKey(statement.medium?.entity),
      said_at: timeKey(statement.time),
      negated: statement.negated,
      parent: statementKey(statement.parent),
      confidence: statement.confidence,
    })),
    contents: statements.flatMap(({ content }, index) =>
      content.map((span, part) => ({ statement: keyAt(index), part: part + 1, ...words(span) })),
    ),
    statement_quantities: linked(
      (statement) => statement.quantities,
      (statement, link) => ({ statement, quantity: quantityKey(link) }),
    ),
    statement_times: linked(
      (statement) => statement.times,
      (statement, link) => ({ statement, time: timeKey(link) }),
    ),
    statement_entities: linked(
      (statement) => statement.entities,
      (statement, link) => ({ statement, entity: entityKey(link) }),
    ),
  }
  const found = diagnostics.map((one) => ({ ...one, message: clean(one.message) }))
  const replaced = replacer.told().map((message) => ({ code: 'replaced-character', severity: 'warning', message }) as const)
  return {
    ...rows,
    diagnostics: [...found, ...replaced].map(({ code, severity, message, ...span }, index) => ({
      article,
      part: index + 1,
      code,
      severity,
      message,
      ...placed('place', span),
    })),
  }
}

/** The row of a run: the same producer is the same run. */
export function runRow(producer: Producer): Row<'runs'> & { readonly run: string } {
  const { hearsay, models, options } = producer
  return { run: sha256Of(producerJson(producer)).slice(0, 16), hearsay, models: inOrder(models), options }
}
