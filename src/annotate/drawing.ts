import { ACTS, ENTITY_TYPES, SOURCE_FORMS, STATEMENT_KINDS } from '../record/record.js'
import {
  parentsByPlace,
  ROLES,
  type Annotated,
  type AnnotatedQuantity,
  type AnnotatedStatement,
  type AnnotatedTime,
  type Role,
} from './gold.js'
import { noteOfFields, noteOfNames, noteOfText } from './notes.js'
import type { Offsets } from './spans.js'

/** The label of each role's passages. */
export const ROLE_LABELS = {
  cue: 'Cue',
  source: 'Source',
  addressee: 'Addressee',
  medium: 'Medium',
  time: 'SaidAt',
} as const satisfies {
  readonly [role in Role]: string
}
/** Labels of all passages that a tool shows. The content of a statement stands for the statement. */
export const LABELS = ['Statement', ...Object.values(ROLE_LABELS), ...ENTITY_TYPES, 'Quantity', 'Time'] as const
export type Label = (typeof LABELS)[number]

/** What a statement is beside its places, with the values that people choose from; none where it is a mark that is there or not. */
export const ATTRIBUTES = {
  Kind: STATEMENT_KINDS,
  Act: ACTS,
  Form: SOURCE_FORMS,
  Negated: [],
  Optional: [],
  /** It lies in no other statement, though its place says so. */
  Outermost: [],
} as const
export type Attribute = keyof typeof ATTRIBUTES

/** A labelled passage of the text: an entity, a quantity, a time, or a part of statements. */
export interface Passage {
  readonly label: Label
  /** One, or several where it is interrupted. */
  readonly spans: readonly Offsets[]
  /** An entity's name where its words are not the name, or the fields of a quantity or a time. */
  readonly note?: string
  /** Where it stands in the tool's file, for messages. */
  readonly place?: DrawnPlace
}

export interface DrawnPlace {
  readonly line?: number
  /** The tool's own name for it. */
  readonly name: string
}

/** A statement as a tool draws it: its content, and links from there. */
export interface DrawnStatement {
  readonly content: Passage
  readonly links: readonly { readonly role: Role | 'speaker'; readonly to: Passage }[]
  /** The content of the statement that it lies in, where places do not tell. */
  readonly within?: Passage
  readonly attributes: ReadonlyMap<Attribute, string | true>
  /** Names of the speaker, where it is no link to an entity. */
  readonly note?: string
}

/** What a tool shows of an article. */
export interface Drawing {
  /** All passages but the contents of statements. */
  readonly passages: readonly Passage[]
  readonly statements: readonly DrawnStatement[]
}

/** Whether a passage of this label can have the role. */
export function fits(role: Role | 'speaker', label: Label): boolean {
  return role === 'speaker'
    ? !['Statement', 'Quantity', 'Time', ...Object.values(ROLE_LABELS)].includes(label)
    : ROLE_LABELS[role] === label
}

/** The article's annotations as passages, links and attributes. */
export function drawingOf({ text, entities, quantities, times, statements }: Annotated): Drawing {
  const passages: Passage[] = [
    ...entities.map(({ span, type, name }) => ({
      label: type,
      spans: [span],
      ...(name === text.slice(...span) ? {} : { note: noteOfText(name) }),
    })),
    ...quantities.map((quantity) => ({
      label: 'Quantity' as const,
      spans: [quantity.span],
      note: noteOfQuantity(quantity),
    })),
    ...times.map((time) => ({ label: 'Time' as const, spans: [time.span], note: noteOfTime(time) })),
  ]
  const named = new Map<string | null, Passage>()
  for (const [index, { name }] of entities.entries()) if (!named.has(name)) named.set(name, passages[index])
  const parts = new Map<string, Passage>()
  const partOf = (label: Label, spans: readonly Offsets[]): Passage => {
    const key = `${label} ${spans.join(' ')}`
    const part = parts.get(key) ?? { label, spans }
    parts.set(key, part)
    return part
  }
  const contents = statements.map(({ content }): Passage => ({ label: 'Statement', spans: content }))
  const byPlace = parentsByPlace(statements)
  const drawn = statements.map((statement, index): DrawnStatement => {
    const { roles, speakers, parent } = statement
    const speakerPassages = speakers.map((name) => named.get(name))
    const areLinked = speakerPassages.every((passage) => passage !== undefined)
    const isByPlace = parent === byPlace[index]
    return {
      content: contents[index],
      links: [
        ...ROLES.flatMap((role) =>
          roles[role].length === 0 ? [] : [{ role, to: partOf(ROLE_LABELS[role], roles[role]) }],
        ),
        ...(areLinked ? speakerPassages.map((to) => ({ role: 'speaker' as const, to })) : []),
      ],
      ...(parent === null || isByPlace ? {} : { within: contents[parent] }),
      attributes: attributesOf(statement, parent === null && !isByPlace),
      ...(areLinked || (speakers.length === 1 && speakers[0] === null) ? {} : { note: noteOfNames(speakers) }),
    }
  })
  return { passages: [...passages, ...parts.values()], statements: drawn }
}

function attributesOf(
  { kind, act, form, negated, optional }: AnnotatedStatement,
  isOutermost: boolean,
): ReadonlyMap<Attribute, string | true> {
  return new Map<Attribute, string | true>([
    ['Kind', kind],
    ['Act', act],
    ...(form === null ? [] : [['Form', form] as const]),
    ...(negated ? [['Negated', true] as const] : []),
    ...(optional ? [['Optional', true] as const] : []),
    ...(isOutermost ? [['Outermost', true] as const] : []),
  ])
}

function noteOfQuantity({
  kind,
  value,
  low,
  high,
  comparator,
  direction,
  unit,
  currency,
  negated,
  modality,
  optional,
}: AnnotatedQuantity): string {
  return noteOfFields({
    kind,
    value: value === null ? 'none' : numeral(value),
    low: numeral(low),
    high: numeral(high),
    comparator: comparator === '=' ? undefined : comparator,
    direction,
    unit,
    currency,
    negated: mark(negated),
    modality,
    optional: mark(optional),
  })
}

function noteOfTime({ kind, value, low, high, alternatives, optional }: AnnotatedTime): string {
  return noteOfFields({ kind, value, low, high, alternatives: alternatives?.join(' '), optional: mark(optional) })
}

function numeral(value: number | undefined): string | undefined {
  return value === undefined ? undefined : Object.is(value, -0) ? '-0' : String(value)
}

function mark(isSet: boolean | undefined): true | undefined {
  return isSet === true ? true : undefined
}
