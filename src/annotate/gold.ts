import type { Article } from '../record/article.js'
import type { Act, EntityType, Quantity, Record, SourceForm, StatementKind, Time } from '../record/record.js'
import { sha256Of } from '../record/sha256.js'
import type { Span } from '../record/span.js'
import { contains, settled, type Offsets } from './spans.js'

/** An article with what is annotated in it: what goes into a tool, and what comes back as gold. Lists are in text order. */
export interface Annotated {
  /** What is said of the article as a whole. */
  readonly head: GoldHead
  /** The article's text. */
  readonly text: string
  /** Entities where their full name stands. */
  readonly entities: readonly AnnotatedEntity[]
  /** Numbers. */
  readonly quantities: readonly AnnotatedQuantity[]
  /** Times. */
  readonly times: readonly AnnotatedTime[]
  /** Statements. */
  readonly statements: readonly AnnotatedStatement[]
}

/** What a gold file says beside its annotations: `title`, `published`, `dateline` and whatever else stood there. */
export interface GoldHead {
  /** Id of the article. */
  readonly id: string
  /** SHA-256 of the text. */
  readonly sha256: string
  readonly [field: string]: unknown
}

/** An entity, where its full name stands. */
export interface AnnotatedEntity {
  /** Where the text names it. */
  readonly span: Offsets
  /** What it is. */
  readonly type: EntityType
  /** The fullest name that the article uses. */
  readonly name: string
}

/** A number, with what it means as in a record. */
export interface AnnotatedQuantity extends Partial<
  Omit<Quantity, 'id' | 'start' | 'end' | 'text' | 'kind' | 'comparator'>
> {
  /** Where it stands. */
  readonly span: Offsets
  /** What the number is. */
  readonly kind: Quantity['kind']
  /** How what is meant relates to the number. */
  readonly comparator: Quantity['comparator']
  /** Whether finding it shall be neither right nor wrong. */
  readonly optional?: boolean
}

/** A time, with what it means as in a record. */
export interface AnnotatedTime extends Partial<Omit<Time, 'id' | 'start' | 'end' | 'text' | 'kind'>> {
  /** Where it stands. */
  readonly span: Offsets
  /** What the time is. */
  readonly kind: Time['kind']
  /** Whether finding it shall be neither right nor wrong. */
  readonly optional?: boolean
}

/** The parts of a statement that have a place in the text, beside its content. */
export const ROLES = ['cue', 'source', 'addressee', 'medium', 'time'] as const
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number]

/** A statement: its places in the text, and what is said of it. */
export interface AnnotatedStatement {
  /** All that is attributed, in text order. */
  readonly content: readonly Offsets[]
  /** Where each part stands; none where the text has none. */
  readonly roles: Readonly<{ [role in Role]: readonly Offsets[] }>
  /** Who holds it, one at least: several where several names are right, null where it is nobody. */
  readonly speakers: readonly (string | null)[]
  /** Whose words the content is in. */
  readonly kind: StatementKind
  /** What the source does by its words. */
  readonly act: Act
  /** What the source is; null where nobody says. */
  readonly form: SourceForm | null
  /** Whether the reporting itself is negated. */
  readonly negated: boolean
  /** Finding it is neither right nor wrong. */
  readonly optional: boolean
  /** Index of the statement in whose content this one lies. */
  readonly parent: number | null
}

/**
 * A record as a proposal for gold: what a person then corrects. Of each entity it has the mention that gives its name, as the
 * guidelines have it; of the rest all but what gold does not know, such as confidence.
 * @param article The article that the record was made of: its text must be the same.
 */
export function annotatedRecord(record: Record, { text }: Pick<Article, 'text'>): Annotated {
  const { id, sha256, uri, meta } = record
  const { title, author, publisher, published, dateline } = meta
  const indexes = new Map(record.statements.map((statement, index) => [statement.id, index]))
  const times = new Map(record.times.map((time) => [time.id, time]))
  return settledArticle({
    text,
    head: {
      id,
      sha256,
      ...defined({ url: uri, title, author, publisher, published }),
      ...(dateline ? { dateline: defined({ place: dateline.place, date: dateline.date }) } : {}),
      incomplete: ['entities'],
    },
    entities: record.entities.map(({ type, name, mentions }) => {
      const mention =
        mentions.find((one) => one.text === name) ?? mentions.find(({ form }) => form === 'name') ?? mentions[0]
      return { span: [mention.start, mention.end], type, name }
    }),
    quantities: record.quantities.map(({ value, ...quantity }) => ({
      ...placed(quantity),
      // A range has no value; a ratio says that its two numbers make none.
      ...(value === null && quantity.kind !== 'ratio' ? {} : { value }),
    })),
    times: record.times.map(placed),
    statements: record.statements.map((statement) => ({
      content: statement.content.map(offsets),
      roles: {
        cue: [statement.cue].flatMap(offsetsIfThere),
        source: [statement.source].flatMap(offsetsIfThere),
        addressee: [statement.addressee].flatMap(offsetsIfThere),
        medium: [statement.medium].flatMap(offsetsIfThere),
        time: [statement.time === undefined ? undefined : times.get(statement.time)].flatMap(offsetsIfThere),
      },
      speakers: [statement.speaker?.name ?? null],
      kind: statement.kind,
      act: statement.act,
      form: statement.speaker?.form ?? null,
      negated: statement.negated,
      optional: false,
      parent: statement.parent === null ? null : (indexes.get(statement.parent) ?? null),
    })),
  })
}

/** A gold article as its file has it, with its text. */
export interface WholeGold {
  readonly id: string
  readonly text: string
  readonly sha256?: string | undefined
  readonly entities: readonly (Place & { readonly type: EntityType; readonly name?: string | undefined })[]
  readonly quantities: readonly (Place & OrUndefined<Omit<AnnotatedQuantity, 'span'>>)[]
  readonly times: readonly (Place & OrUndefined<Omit<AnnotatedTime, 'span'>>)[]
  readonly statements: readonly WholeGoldStatement[]
}

/** Fields that may also be there without a value. */
type OrUndefined<T> = { readonly [field in keyof T]: object extends Pick<T, field> ? T[field] | undefined : T[field] }

type RoleSpans = { readonly [role in Role]?: readonly Offsets[] | undefined }

interface WholeGoldStatement extends RoleSpans {
  readonly id?: string | undefined
  readonly content: readonly Offsets[]
  readonly speaker?: string | null | undefined
  readonly speakers?: readonly (string | null)[] | undefined
  readonly kind: StatementKind
  readonly act: Act
  readonly form?: SourceForm | null | undefined
  readonly negated?: boolean | undefined
  readonly optional?: boolean | undefined
  readonly parent?: string | null | undefined
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Gold that is to be corrected once more. */
export function annotatedGold({ text, entities, quantities, times, statements, ...head }: WholeGold): Annotated {
  const indexes = new Map(statements.map(({ id }, index) => [id, index]))
  return settledArticle({
    text,
    head: { ...head, sha256: head.sha256 ?? sha256Of(text) },
    entities: entities.map((entity) => ({
      span: offsets(entity),
      type: entity.type,
      name: entity.name ?? text.slice(entity.start, entity.end),
    })),
    quantities: quantities.map(({ start, end, ...fields }) => ({ span: [start, end], ...said(fields) })),
    times: times.map(({ start, end, ...fields }) => ({ span: [start, end], ...said(fields) })),
    statements: statements.map((statement) => ({
      content: statement.content,
      roles: rolesOf((role) => statement[role] ?? []),
      speakers: statement.speakers ?? [statement.speaker ?? null],
      kind: statement.kind,
      act: statement.act,
      form: statement.form ?? null,
      negated: statement.negated ?? false,
      optional: statement.optional ?? false,
      parent: indexes.get(statement.parent ?? undefined) ?? null,
    })),
  })
}

/**
 * The article in the one form that goes through every tool unchanged: spans as `settled` has them, lists in text order, and what
 * has no place left out.
 */
export function settledArticle(article: Annotated): Annotated {
  const { text } = article
  const placed = <Item extends { readonly span: Offsets }>(items: readonly Item[]): Item[] =>
    items
      .flatMap((item) => settled(text, [item.span]).map((span) => ({ ...item, span })))
      .sort((a, b) => a.span[0] - b.span[0])
  const statements = article.statements
    .map((statement, index) => ({
      index,
      statement: {
        ...statement,
        content: settled(text, statement.content),
        roles: rolesOf((role) => settled(text, statement.roles[role])),
      },
    }))
    .filter(({ statement }) => statement.content.length > 0)
    .sort((a, b) => startOf(a.statement) - startOf(b.statement))
  const places = new Map(statements.map(({ index }, place) => [index, place]))
  return {
    ...article,
    entities: placed(article.entities),
    quantities: placed(article.quantities),
    times: placed(article.times),
    statements: statements.map(({ statement }) => ({
      ...statement,
      parent: statement.parent === null ? null : (places.get(statement.parent) ?? null),
    })),
  }
}

/** The roles of a statement, each made by `spans`. */
export function rolesOf(spans: (role: Role) => readonly Offsets[]): AnnotatedStatement['roles'] {
  return Object.fromEntries(ROLES.map((role) => [role, spans(role)])) as AnnotatedStatement['roles']
}

/**
 * For each statement the index of the one that it lies in as far as places tell: the smallest content around its cue, or around
 * its own content where it has no cue.
 */
export function parentsByPlace(
  statements: readonly Pick<AnnotatedStatement, 'content' | 'roles'>[],
): (number | null)[] {
  const parents: (number | null)[] = []
  for (const [index, { content, roles }] of statements.entries()) {
    const place = roles.cue.at(0) ?? content[0]
    let parent: number | null = null
    let size = Infinity
    for (const [other, { content: around }] of statements.entries()) {
      if (other === index || isAncestor(parents, index, other)) continue
      for (const span of around) {
        const isAround = contains(span, place) && (roles.cue.length > 0 || length(span) > length(place))
        if (!isAround || length(span) >= size) continue
        parent = other
        size = length(span)
      }
    }
    parents.push(parent)
  }
  return parents
}

/** Whether `index` is `other` or above it. */
export function isAncestor(parents: readonly (number | null | undefined)[], index: number, other: number): boolean {
  for (
    let at: number | null = other, steps = 0;
    at !== null && steps <= parents.length;
    at = parents[at] ?? null, steps++
  ) {
    if (at === index) return true
  }
  return false
}

/**
 * The gold file's object: spans as offsets, ids by text order.
 * @param article What is annotated, as a tool gave it back.
 * @param withText Whether it holds the article's text and that of its spans; else it holds offsets and names alone.
 */
export function goldOf({ head, text, entities, quantities, times, statements }: Annotated, withText: boolean): object {
  const place = <Item extends { readonly span: Offsets }>({ span: [start, end], ...fields }: Item) => ({
    ...(withText ? { text: text.slice(start, end) } : {}),
    start,
    end,
    ...fields,
  })
  return {
    ...head,
    // A headline is the article's words too.
    ...(withText ? {} : { title: undefined }),
    ...(withText ? { text } : {}),
    entities: entities.map(place),
    quantities: quantities.map(place),
    times: times.map(place),
    statements: statements.map(({ content, roles, speakers, parent, ...fields }, index) => {
      const nested = statements.flatMap((other) => (other.parent === index ? other.content : []))
      const { cue, source, ...others } = roles
      return {
        id: idOf(index),
        cue: oneOrSeveral(cue) ?? null,
        source: oneOrSeveral(source) ?? null,
        content,
        speaker: speakers[0],
        ...(speakers.length > 1 ? { speakers } : {}),
        ...fields,
        parent: parent === null ? null : idOf(parent),
        ...defined(Object.fromEntries(Object.entries(others).map(([role, spans]) => [role, oneOrSeveral(spans)]))),
        // What it asserts is in its content but not in that of a statement within it.
        quantities: quantities
          .filter(({ span }) => isIn(span, content) && !isIn(span, nested))
          .map(({ span: [start, end] }) => ({ start, end })),
      }
    }),
  }
}

function idOf(index: number): string {
  return `s${index + 1}`
}

function oneOrSeveral(spans: readonly Offsets[]): Offsets | readonly Offsets[] | undefined {
  return spans.length > 1 ? spans : spans.at(0)
}

function isIn(span: Offsets, passages: readonly Offsets[]): boolean {
  return passages.some((passage) => contains(passage, span))
}

/** Where a statement begins: statements are numbered in this order, as in records. */
export function startOf({ content, roles: { cue, source } }: Pick<AnnotatedStatement, 'content' | 'roles'>): number {
  return Math.min(...[content, cue, source].map((spans) => spans.at(0)?.[0] ?? Infinity))
}

function length([start, end]: Offsets): number {
  return end - start
}

function offsets({ start, end }: { readonly start: number; readonly end: number }): Offsets {
  return [start, end]
}

/** What a record says of a passage, with its place as a span. */
function placed<T extends Span & { readonly id: string }>(
  item: T,
): Omit<T, keyof Span | 'id'> & { readonly span: Offsets } {
  const { start, end } = item
  const fields = Object.entries(item).filter(([field]) => !['id', 'start', 'end', 'text'].includes(field))
  return { span: [start, end], ...(Object.fromEntries(fields) as Omit<T, keyof Span | 'id'>) }
}

function offsetsIfThere(span: { readonly start: number; readonly end: number } | null | undefined): Offsets[] {
  return span ? [offsets(span)] : []
}

function defined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** The fields that say something: false marks and fields without a value do not. */
function said<T extends object>(fields: OrUndefined<T>): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== false)) as T
}
