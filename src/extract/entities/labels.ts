import { ENTITY_TYPES, type EntityType } from '../../record/record.js'

/** Types whose names may follow each other with nothing between, so that the first token of one needs a label of its own. */
const ADJACENT: readonly EntityType[] = ['PERSON', 'ORGANIZATION', 'LOCATION', 'NORP', 'MISC']

/**
 * The models' labels: for a token in no name, inside a name of each type, and at the beginning of one. There are 13, since a slot of the
 * table with so many weights is one vector (`src/tagger/table.ts`): more places in a name, or a beginning of every type, found no more.
 */
export const LABELS: readonly string[] = [
  'O',
  ...ENTITY_TYPES.map((type) => `I-${type}`),
  ...ADJACENT.map((type) => `B-${type}`),
]

export const LABEL_COUNT = LABELS.length

export const TYPE_COUNT = ENTITY_TYPES.length

const ADJACENT_INDEXES = ADJACENT.map((type) => ENTITY_TYPES.indexOf(type))

/** The index of each label's type in `ENTITY_TYPES`, or -1. */
const TYPES = [-1, ...ENTITY_TYPES.keys(), ...ADJACENT_INDEXES]

/** The label of the first token of a name of each type. */
const BEGINNINGS = ENTITY_TYPES.map((type, index) => {
  const at = ADJACENT.indexOf(type)
  return at < 0 ? 1 + index : 1 + TYPE_COUNT + at
})

/** The index of a label's type, or -1 for a token in no name. */
export function typeOf(label: number): number {
  return TYPES[label]
}

/**
 * The labels of a run of tokens.
 * @param types Of each token, the index of the type of the name that it is in, or -1.
 * @param starts 1 where a name begins.
 */
export function encode(types: ArrayLike<number>, starts: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(types, (type, i) => (type < 0 ? 0 : starts[i] === 1 ? BEGINNINGS[type] : 1 + type))
}

/** A name in a labelled sequence: tokens `first` to `last`, both included, and the index of its type. */
export interface LabelledName {
  readonly type: number
  readonly first: number
  last: number
}

/** The names of a labelled sequence, in order. */
export function namesOf(labels: Uint8Array): LabelledName[] {
  const names: LabelledName[] = []
  for (let i = 0; i < labels.length; i++) {
    const type = TYPES[labels[i]]
    if (type < 0) continue
    const open = names.at(-1)
    if (open !== undefined && open.last === i - 1 && open.type === type && labels[i] === 1 + type) open.last = i
    else names.push({ type, first: i, last: i })
  }
  return names
}
