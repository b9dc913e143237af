import type { Entity, Quantity, Record, Statement, Time } from '../record/record.js'
import type { Span } from '../record/span.js'

export type Cell = string | number | boolean | null | undefined

/** A record with what its parts are looked up by. */
export class RecordIndex {
  readonly record: Record
  readonly #names: ReadonlyMap<string, string>
  /** Statements by the id of a quantity or time that they assert. */
  readonly #asserting = new Map<string, Statement[]>()
  readonly #spokenBy = new Map<string, number>()

  constructor(record: Record) {
    this.record = record
    const { entities, quantities, times, statements } = record
    this.#names = new Map([
      ...entities.map(({ id, name }) => [id, name] as const),
      ...[...quantities, ...times].map(({ id, text }) => [id, text] as const),
    ])
    for (const statement of statements) {
      for (const id of [...statement.quantities, ...statement.times]) {
        const list = this.#asserting.get(id)
        if (list === undefined) this.#asserting.set(id, [statement])
        else list.push(statement)
      }
      const speaker = statement.speaker?.entity
      if (speaker !== undefined) this.#spokenBy.set(speaker, (this.#spokenBy.get(speaker) ?? 0) + 1)
    }
  }

  /** What a person calls an entity, a quantity or a time. */
  nameOf(id: string): string {
    return this.#names.get(id) ?? id
  }

  namesOf(ids: readonly string[]): string {
    return ids.map((id) => this.nameOf(id)).join('; ')
  }

  /** The statements that assert a quantity or a time. */
  asserting(id: string): readonly Statement[] {
    return this.#asserting.get(id) ?? []
  }

  /** How many statements an entity makes. */
  statementsBy(id: string): number {
    return this.#spokenBy.get(id) ?? 0
  }
}

/** What a file of rows has: its items, and every column in order with what stands in it. docs/cli.md explains them. */
export interface Table<Item> {
  items(record: Record): readonly Item[]
  readonly columns: { readonly [name: string]: (item: Item, index: RecordIndex) => Cell }
}

const ARTICLE = {
  collection: (_: unknown, { record }: RecordIndex) => record.collection,
  article: (_: unknown, { record }: RecordIndex) => record.id,
  title: (_: unknown, { record }: RecordIndex) => record.meta.title,
  publisher: (_: unknown, { record }: RecordIndex) => record.meta.publisher,
  published: (_: unknown, { record }: RecordIndex) => record.meta.published,
  uri: (_: unknown, { record }: RecordIndex) => record.uri,
}

const statements: Table<Statement> = {
  items: (record) => record.statements,
  columns: {
    ...ARTICLE,
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
    said_at: ({ time }, index) => time && index.nameOf(time),
    quantities: ({ quantities }, index) => index.namesOf(quantities),
    times: ({ times }, index) => index.namesOf(times),
    entities: ({ entities }, index) => index.namesOf(entities),
    confidence: ({ confidence }) => confidence,
  },
}

const ASSERTED = {
  statements: ({ id }: { id: string }, index: RecordIndex) => listed(index.asserting(id).map((one) => one.id)),
  speakers: ({ id }: { id: string }, index: RecordIndex) =>
    listed(index.asserting(id).map(({ speaker }) => speaker?.name ?? '')),
}

const quantities: Table<Quantity> = {
  items: (record) => record.quantities,
  columns: {
    ...ARTICLE,
    quantity: ({ id }) => id,
    text: ({ text }) => text,
    place: placeOf,
    kind: ({ kind }) => kind,
    comparator: ({ comparator }) => comparator,
    value: ({ value }) => value,
    low: ({ low }) => low,
    high: ({ high }) => high,
    unit: ({ unit }) => unit,
    currency: ({ currency }) => currency,
    direction: ({ direction }) => direction,
    negated: ({ negated }) => negated ?? false,
    modality: ({ modality }) => modality,
    ...ASSERTED,
  },
}

const times: Table<Time> = {
  items: (record) => record.times,
  columns: {
    ...ARTICLE,
    time: ({ id }) => id,
    text: ({ text }) => text,
    place: placeOf,
    kind: ({ kind }) => kind,
    value: ({ value }) => value,
    low: ({ low }) => low,
    high: ({ high }) => high,
    alternatives: ({ alternatives }) => listed(alternatives ?? []),
    ...ASSERTED,
  },
}

const entities: Table<Entity> = {
  items: (record) => record.entities,
  columns: {
    ...ARTICLE,
    entity: ({ id }) => id,
    type: ({ type }) => type,
    name: ({ name }) => name,
    aliases: ({ aliases }) => listed(aliases),
    roles: ({ roles }) => listed(roles),
    gender: ({ gender }) => gender,
    affiliation: ({ affiliation }, index) => affiliation && index.nameOf(affiliation),
    mentions: ({ mentions }) => mentions.length,
    mention_places: ({ mentions }) => mentions.map(placeOf).join(' '),
    statements: ({ id }, index) => index.statementsBy(id),
  },
}

/** Tables by what a row is. */
export const TABLES = { statements, quantities, entities, times }

export type RowName = keyof typeof TABLES

/** Half open; two dots, since spreadsheets read 12-15 as a date and 12:15 as a time. */
function placeOf({ start, end }: Span): string {
  return `${start}..${end}`
}

function listed(parts: readonly string[]): string {
  return parts.join('; ')
}
