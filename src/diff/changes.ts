import type { ComparedArticle, ComparedStatement, ComparedValue, Offsets } from './article.js'
import { matchedStatements } from './matching.js'

/** What can change in a statement that both sides have. */
export const FIELDS = [
  'speaker',
  'otherSpeakers',
  'source',
  'cue',
  'content',
  'numbers',
  'kind',
  'act',
  'negated',
  'form',
  'addressee',
  'medium',
  'time',
  'optional',
  'parent',
  'confidence',
] as const
/** One of `FIELDS`. */
export type Field = (typeof FIELDS)[number]

/** What only a record or only gold may tell: between the two it is compared where both do. */
const TOLD_BY_ONE = new Set<Field>(['otherSpeakers', 'form', 'addressee', 'medium', 'time', 'optional'])

/** What a field can hold: words, a number, whether it is so, places, or the meanings of numbers. */
export type FieldValue = ComparedStatement[Field]

/** A field that is not the same on both sides. */
export interface FieldChange {
  /** Which one. */
  readonly field: Field
  /** Its value as it was. */
  readonly old: FieldValue
  /** Its value as it is. */
  readonly new: FieldValue
}

/** A statement that both sides have, and what differs in it. */
export interface ChangedStatement {
  /** As it was. */
  readonly old: ComparedStatement
  /** As it is. */
  readonly new: ComparedStatement
  /** In the order of `FIELDS`; one at least. */
  readonly fields: readonly FieldChange[]
}

/** A number or a time that one side lacks, or that means something else there. */
export interface ChangedValue {
  /** Where it stands. */
  readonly place: Offsets
  /** Its meaning in one line; null where only the other side has it. */
  readonly old: string | null
  /** Its meaning in one line; null where only the other side has it. */
  readonly new: string | null
}

/** How far confidences may be apart and count as the same, where nobody says otherwise. */
export const DEFAULT_TOLERANCE = 0.05

/** What differs between two records of one article. */
export interface ArticleChanges {
  /** The texts are not the same: then nothing else is compared, since no place means the same in both. */
  readonly isOtherText: boolean
  /** Statements that only the new side has. */
  readonly gained: readonly ComparedStatement[]
  /** Statements that only the old side has. */
  readonly lost: readonly ComparedStatement[]
  /** Statements of both sides that differ, in text order. */
  readonly changed: readonly ChangedStatement[]
  /** Numbers that differ, in text order. */
  readonly numbers: readonly ChangedValue[]
  /** Times that differ, in text order. */
  readonly times: readonly ChangedValue[]
}

/**
 * Compares two records of one article.
 * @param tolerance How far confidences, 0 to 1, may be apart and count as the same.
 */
export function changesOf(
  old: ComparedArticle,
  now: ComparedArticle,
  tolerance: number = DEFAULT_TOLERANCE,
): ArticleChanges {
  if (old.sha256 !== null && now.sha256 !== null && old.sha256 !== now.sha256) {
    return { isOtherText: true, gained: [], lost: [], changed: [], numbers: [], times: [] }
  }
  const pairs = matchedStatements(old.statements, now.statements)
  const taken = new Set(pairs.values())
  const ids = new Map(
    old.statements.map(({ id }, from) => {
      const to = pairs.get(from)
      return [id, to === undefined ? null : now.statements[to].id]
    }),
  )
  const comparison = { ids, tolerance, isOfTwoKinds: (old.producer === null) !== (now.producer === null) }
  const changed = [...pairs]
    .sort((a, b) => a[0] - b[0])
    .map(([from, to]) => {
      const [before, after] = [old.statements[from], now.statements[to]]
      return { old: before, new: after, fields: fieldChanges(before, after, comparison) }
    })
    .filter(({ fields }) => fields.length > 0)
  return {
    isOtherText: false,
    gained: now.statements.filter((_, index) => !taken.has(index)),
    lost: old.statements.filter((_, index) => !pairs.has(index)),
    changed,
    numbers: changedValues(old.numbers, now.numbers),
    times: changedValues(old.times, now.times),
  }
}

/**
 * Whether anything differs.
 * @param changes As `changesOf` gives them.
 */
export function hasChanges({ isOtherText, ...lists }: ArticleChanges): boolean {
  return isOtherText || Object.values(lists).some(({ length }) => length > 0)
}

interface Comparison {
  /** The new id of each old statement; null where it is lost. */
  readonly ids: ReadonlyMap<string, string | null>
  /** How far confidences may be apart. */
  readonly tolerance: number
  /** Whether one side is gold and the other one a record. */
  readonly isOfTwoKinds: boolean
}

function fieldChanges(
  old: ComparedStatement,
  now: ComparedStatement,
  { ids, tolerance, isOfTwoKinds }: Comparison,
): FieldChange[] {
  const isOtherParent = () => {
    if (old.parent === null) return now.parent !== null
    // One that is lost is no other's parent, whatever ids the two sides share. A link to nothing is compared as it stands.
    return (ids.has(old.parent) ? ids.get(old.parent) : old.parent) !== now.parent || ids.get(old.parent) === null
  }
  return FIELDS.filter((field) => {
    if (isOfTwoKinds && TOLD_BY_ONE.has(field) && (old[field] === null || now[field] === null)) return false
    if (field === 'confidence') {
      return old.confidence !== null && now.confidence !== null && Math.abs(old.confidence - now.confidence) > tolerance
    }
    if (field === 'parent') return isOtherParent()
    return JSON.stringify(old[field]) !== JSON.stringify(now[field])
  }).map((field) => ({ field, old: old[field], new: now[field] }))
}

/** Numbers or times in text order: those at one place with another meaning, and those that only one side has. */
function changedValues(old: readonly ComparedValue[], now: readonly ComparedValue[]): ChangedValue[] {
  const key = ({ place }: ComparedValue) => place.join('-')
  const before = new Map(old.map((one) => [key(one), one]))
  const after = new Map(now.map((one) => [key(one), one]))
  return [...new Map([...before, ...after])]
    .map(([place, one]) => ({
      place: one.place,
      old: before.get(place)?.meaning ?? null,
      new: after.get(place)?.meaning ?? null,
    }))
    .filter((one) => one.old !== one.new)
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
}
