import type { Diagnostic } from '../record/diagnostic.js'
import type { Entity, Meta, Quantity, Record, Statement, Time } from '../record/record.js'

/** All that a page holds beside its own script and style. */
export interface ReportData {
  readonly title: string
  readonly articles: readonly ReportArticle[]
}

/** What a page shows of one article: its record without the parts that nothing on the page looks at. */
export interface ReportArticle {
  readonly id: string
  readonly collection: string
  readonly uri?: string
  /** When it was published, `YYYY-MM-DD`; absent where nobody says so. */
  readonly day?: string
  readonly meta: Pick<Meta, 'title' | 'author' | 'publisher' | 'language'>
  readonly statements: readonly Statement[]
  /** The quantities, times and entities that a statement names, and no others. */
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  readonly entities: readonly ReportEntity[]
  readonly diagnostics: readonly Pick<Diagnostic, 'severity' | 'message'>[]
  /** The whole text, where it is known to be the one that the record was made of. */
  readonly text?: string
  /** Places of line feeds in the text at which its sentence goes on, so that no paragraph ends there; absent where there are none. */
  readonly wraps?: readonly number[]
}

/** An entity without its mentions. */
export interface ReportEntity extends Pick<Entity, 'id' | 'type' | 'name' | 'roles'> {
  /** Whether the article calls it by a proper name, so that the name means the same in other articles. */
  readonly named: boolean
}

/** A record with what the page is to show beside it. */
export interface ReportInput {
  /** The record; it must hold by `verifyRecord`. */
  readonly record: Record
  /** The article's text; it must be the record's, which `verifyRecord` tells. */
  readonly text?: string
  /** When it was published, `YYYY-MM-DD`. */
  readonly day?: string
}

/** What the page shows of a record. */
export function reportArticle({ record, text, day }: ReportInput): ReportArticle {
  const { id, collection, uri, meta, statements, diagnostics } = record
  const { title, author, publisher, language } = meta
  const quantities = new Set(statements.flatMap((statement) => statement.quantities))
  const times = new Set(statements.flatMap((statement) => [...statement.times, ...present(statement.time)]))
  const entities = new Set(statements.flatMap(entitiesOf))
  const wraps = text === undefined ? [] : wrapsOf(text, record.sentences)
  return {
    id,
    collection,
    ...(uri === undefined ? {} : { uri }),
    ...(day === undefined ? {} : { day }),
    meta: {
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
      ...(publisher === undefined ? {} : { publisher }),
      language,
    },
    statements,
    quantities: record.quantities.filter((quantity) => quantities.has(quantity.id)),
    times: record.times.filter((time) => times.has(time.id)),
    entities: record.entities.filter((entity) => entities.has(entity.id)).map(withoutMentions),
    diagnostics: diagnostics.map(({ severity, message }) => ({ severity, message })),
    ...(text === undefined ? {} : { text }),
    ...(wraps.length === 0 ? {} : { wraps }),
  }
}

/** A line feed that is not part of a blank line. */
const SINGLE_LINE_FEED = /(?<!\n[^\S\n]*)\n(?![^\S\n]*\n)/g

/** Where a line ends within a sentence. */
function wrapsOf(text: string, sentences: Record['sentences']): number[] {
  const wraps: number[] = []
  let next = 0
  for (const { index } of text.matchAll(SINGLE_LINE_FEED)) {
    while (next < sentences.length && sentences[next][1] <= index) next++
    if (next < sentences.length && sentences[next][0] < index) wraps.push(index)
  }
  return wraps
}

function entitiesOf({ entities, speaker, addressee, medium }: Statement): string[] {
  return [...entities, ...present(speaker?.entity), ...present(addressee?.entity), ...present(medium?.entity)]
}

function withoutMentions({ id, type, name, roles, mentions }: Entity): ReportEntity {
  return { id, type, name, roles, named: mentions.some(({ form }) => form === 'name') }
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}
