import {
  ACTS,
  COMPARATORS,
  ENTITY_TYPES,
  QUANTITY_KINDS,
  SOURCE_FORMS,
  STATEMENT_KINDS,
  TIME_KINDS,
  type StatementKind,
} from '../record/record.js'
import {
  ROLE_LABELS,
  type Attribute,
  type Drawing,
  type DrawnPlace,
  type DrawnStatement,
  type Passage,
} from './drawing.js'
import {
  isAncestor,
  parentsByPlace,
  rolesOf,
  settledArticle,
  startOf,
  type Annotated,
  type AnnotatedEntity,
  type AnnotatedQuantity,
  type AnnotatedStatement,
  type AnnotatedTime,
  type GoldHead,
} from './gold.js'
import { fieldsOfNote, namesOfNote, textOfNote, type Fields } from './notes.js'
import { settled, type Offsets } from './spans.js'

/** Something in a tool's output that is not as it should be. What it is about is left out, or read as the message says. */
export interface Problem {
  readonly place?: DrawnPlace
  readonly message: string
}

/** The annotated article that a drawing shows, and what in it could not be read. */
export function annotatedFrom(
  { passages, statements }: Drawing,
  { head, text }: { readonly head: GoldHead; readonly text: string },
): { readonly annotated: Annotated; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const tell: Tell = ({ place }, message) => {
    problems.push({ message, ...(place ? { place } : {}) })
  }
  tellOfLooseParts(passages, statements, tell)
  const entities = entitiesOf(passages, text, tell)
  const annotated = settledArticle({
    head,
    text,
    entities: [...entities.values()],
    quantities: apart(withFields('Quantity', quantityOf)),
    times: apart(withFields('Time', timeOf)),
    statements: statementsOf(statements, entities, text, tell),
  })
  return { annotated, problems }

  /** The quantities or times, with what their notes say. */
  function withFields<Item extends object>(
    label: 'Quantity' | 'Time',
    itemOf: (fields: Fields) => Item,
  ): (Item & { readonly span: Offsets; readonly passage: Passage })[] {
    return passages.flatMap((passage) => {
      if (passage.label !== label) return []
      try {
        const item = itemOf(fieldsOfNote(passage.note ?? ''))
        return spanOf(passage, text, tell).map((span) => ({ ...item, span, passage }))
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        tell(passage, `${error.message}: left out`)
        return []
      }
    })
  }

  /** Those that do not overlap one before. */
  function apart<Item extends { readonly span: Offsets; readonly passage: Passage }>(
    items: readonly Item[],
  ): Omit<Item, 'passage'>[] {
    let end = 0
    return [...items]
      .sort((a, b) => a.span[0] - b.span[0])
      .flatMap(({ passage, ...item }) => {
        if (item.span[0] < end) {
          tell(
            passage,
            `expected ${passage.label} passages that do not overlap, got one that overlaps the one before: left out`,
          )
          return []
        }
        end = item.span[1]
        return [item]
      })
  }
}

type Tell = (passage: Passage, message: string) => void

/** Parts of statements that no statement has a link to: a link was forgotten, or went when its statement did. */
function tellOfLooseParts(passages: readonly Passage[], statements: readonly DrawnStatement[], tell: Tell): void {
  const linked = new Set(statements.flatMap(({ links }) => links.map(({ to }) => to)))
  const labels = new Set<string>(Object.values(ROLE_LABELS))
  for (const passage of passages) {
    if (labels.has(passage.label) && !linked.has(passage))
      tell(passage, `expected a statement that this ${passage.label} belongs to, got none: left out`)
  }
}

/** The one span of a passage that cannot be interrupted; none where it is not so. */
function spanOf(passage: Passage, text: string, tell: Tell): readonly Offsets[] {
  const spans = settled(text, passage.spans)
  if (spans.length === 1) return spans
  const got = spans.length === 0 ? 'line ends alone' : `${spans.length} passages that stand apart`
  tell(passage, `expected one passage for a ${passage.label}, got ${got}: left out`)
  return []
}

function entitiesOf(passages: readonly Passage[], text: string, tell: Tell): Map<Passage, AnnotatedEntity> {
  const entities = new Map<Passage, AnnotatedEntity>()
  for (const passage of passages) {
    const type = ENTITY_TYPES.find((each) => each === passage.label)
    if (type === undefined) continue
    for (const span of spanOf(passage, text, tell)) {
      const name = passage.note === undefined ? '' : textOfNote(passage.note)
      entities.set(passage, { span, type, name: name === '' ? text.slice(...span) : name })
    }
  }
  return entities
}

function statementsOf(
  drawn: readonly DrawnStatement[],
  entities: ReadonlyMap<Passage, AnnotatedEntity>,
  text: string,
  tell: Tell,
): AnnotatedStatement[] {
  const seen = new Set<string>()
  const kept = drawn
    .map((statement) => ({
      ...statement,
      passage: statement.content,
      content: settled(text, statement.content.spans),
      roles: rolesOf((role) =>
        settled(
          text,
          statement.links.flatMap((link) => (link.role === role ? link.to.spans : [])),
        ),
      ),
    }))
    .filter(({ passage, content, roles }) => {
      const key = JSON.stringify([content, roles.cue])
      if (content.length === 0) tell(passage, 'expected a content, got line ends alone: left out')
      else if (seen.has(key))
        tell(passage, 'expected a cue and a content of its own, got those of a statement before: left out')
      else return seen.add(key)
      return false
    })
    .sort((a, b) => startOf(a) - startOf(b))
  const places = new Map(kept.map(({ passage }, place) => [passage, place]))
  const parents = parentsByPlace(kept)
  for (const [place, { passage, within, attributes }] of kept.entries()) {
    if (attributes.has('Outermost')) parents[place] = null
    const parent = within && places.get(within)
    if (within && parent === undefined)
      tell(passage, 'expected to lie within a statement that is there, got one that is left out: read by place')
    if (parent === undefined) continue
    if (isAncestor(parents.with(place, null), place, parent))
      tell(passage, 'expected to lie within a statement outside of it, got one within it: read by place')
    else parents[place] = parent
  }
  return kept.map(({ passage, content, roles, links, attributes, note }, place) => {
    const linked = links.flatMap(({ role, to }) => (role === 'speaker' ? (entities.get(to)?.name ?? []) : []))
    if (linked.length > 0 && note !== undefined)
      tell(passage, 'expected the speaker as a link or as a note, got both: the note counts')
    const speakers = note === undefined ? linked : namesOfNote(note)
    const choice = <Value extends string>(attribute: Attribute, values: readonly Value[]) => {
      const given = attributes.get(attribute)
      const value = values.find((each) => each === given)
      if (given !== undefined && value === undefined)
        tell(passage, `expected for ${attribute} one of ${values.join(', ')}; got ${String(given)}`)
      return value
    }
    return {
      content,
      roles,
      speakers: speakers.length === 0 ? [null] : speakers,
      kind: choice('Kind', STATEMENT_KINDS) ?? kindByMarks(text, content),
      act: choice('Act', ACTS) ?? 'say',
      form: choice('Form', SOURCE_FORMS) ?? null,
      negated: attributes.has('Negated'),
      optional: attributes.has('Optional'),
      parent: parents[place],
    }
  })
}

const QUOTATION_MARK = /["“”«»„‟]/

/** What a statement's kind is where nobody said: whether all of its content, a part or nothing stands in quotation marks. */
function kindByMarks(text: string, content: readonly Offsets[]): StatementKind {
  const texts = content.map((span) => text.slice(...span).trim())
  if (texts.every((each) => QUOTATION_MARK.test(each.charAt(0)) && QUOTATION_MARK.test(each.charAt(each.length - 1))))
    return 'direct'
  return texts.some((each) => QUOTATION_MARK.test(each)) ? 'mixed' : 'indirect'
}

/** A note whose fields are not those of what it is about. */
class FieldError extends Error {}

function quantityOf(fields: Fields): Omit<AnnotatedQuantity, 'span'> {
  expectKnown(fields, [
    'kind',
    'value',
    'low',
    'high',
    'comparator',
    'direction',
    'unit',
    'currency',
    'negated',
    'modality',
    'optional',
  ])
  const value = fields.get('value') === 'none' ? null : number(fields, 'value')
  const quantity = {
    kind: choice(fields, 'kind', QUANTITY_KINDS) ?? missing('kind', QUANTITY_KINDS),
    ...(value === undefined ? {} : { value }),
    ...given('low', number(fields, 'low')),
    ...given('high', number(fields, 'high')),
    comparator: choice(fields, 'comparator', COMPARATORS) ?? '=',
    ...given('direction', choice(fields, 'direction', ['up', 'down'] as const)),
    ...given('unit', words(fields, 'unit')),
    ...given('currency', words(fields, 'currency')),
    ...given('negated', mark(fields, 'negated')),
    ...given('modality', words(fields, 'modality')),
    ...given('optional', mark(fields, 'optional')),
  }
  const hasRange = quantity.low !== undefined && quantity.high !== undefined
  if (typeof quantity.value !== 'number' && !hasRange)
    throw new FieldError('expected a value, or low and high; got neither')
  return quantity
}

function timeOf(fields: Fields): Omit<AnnotatedTime, 'span'> {
  expectKnown(fields, ['kind', 'value', 'low', 'high', 'alternatives', 'optional'])
  const alternatives = words(fields, 'alternatives')?.split(/\s+/)
  return {
    kind: choice(fields, 'kind', TIME_KINDS) ?? missing('kind', TIME_KINDS),
    ...given('value', words(fields, 'value')),
    ...given('low', words(fields, 'low')),
    ...given('high', words(fields, 'high')),
    ...given('alternatives', alternatives),
    ...given('optional', mark(fields, 'optional')),
  }
}

function expectKnown(fields: Fields, known: readonly string[]): void {
  const unknown = [...fields.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) throw new FieldError(`expected fields of ${known.join(', ')}; got "${unknown}"`)
}

function choice<Value extends string>(fields: Fields, name: string, values: readonly Value[]): Value | undefined {
  const field = fields.get(name)
  const value = values.find((each) => each === field)
  if (field !== undefined && value === undefined)
    throw new FieldError(`expected for ${name} one of ${values.join(' ')}; got "${String(field)}"`)
  return value
}

function number(fields: Fields, name: string): number | undefined {
  const field = fields.get(name)
  if (field === undefined) return undefined
  const value = field === true || field === '' ? NaN : Number(field)
  if (!Number.isFinite(value))
    throw new FieldError(`expected a number for ${name}, got "${field === true ? '' : field}"`)
  return value
}

function words(fields: Fields, name: string): string | undefined {
  const field = fields.get(name)
  if (field === true || field === '') throw new FieldError(`expected ${name}=…, got "${name}" alone`)
  return field
}

function mark(fields: Fields, name: string): true | undefined {
  const field = fields.get(name)
  if (field !== undefined && field !== true) throw new FieldError(`expected "${name}" alone, got ${name}=${field}`)
  return field
}

function missing(name: string, values: readonly string[]): never {
  throw new FieldError(`expected in its note ${name}= one of ${values.join(' ')}; got none`)
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]?: Value })
}
