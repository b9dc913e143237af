/** The parts of a statement that the models find in the text. */
export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]

export const SOURCE = 0
export const CUE = 1
export const CONTENT = 2

/** Places in a span: begin, inside, end, or single where it is one token. */
const PLACES = ['B', 'I', 'E', 'S']

/** The models' labels: 0 for a token outside every span, then four for each role. */
export const LABELS: readonly string[] = ['O', ...ROLES.flatMap((role) => PLACES.map((place) => `${place}-${role}`))]

export const LABEL_COUNT = LABELS.length

/** Where the cue of a token's statement lies: the token is outside every statement, before its cue, or on or after it. */
export const OUTSIDE = 0
export const BEFORE = 1
export const AFTER = 2

/**
 * Labels of the first pass: the others, told apart by the side of its own cue that a token lies on. A chain remembers nothing but the
 * label before, so a content whose cue is still to come must be another label than one that follows its cue. For a cue the side is
 * that of its content: `<` where some content goes before it. A token in no span may still lie within a statement.
 */
export const SIDED_LABELS: readonly string[] = [
  'O',
  'O<',
  'O>',
  ...LABELS.slice(1).flatMap((label) => [`${label}<`, `${label}>`]),
]

export const SIDED_LABEL_COUNT = SIDED_LABELS.length

/** The sided label of a label. A token with a role is `BEFORE` or `AFTER`. */
export function sided(label: number, side: number): number {
  return label === 0 ? side : 1 + 2 * label + (side === BEFORE ? 0 : 1)
}

/** How many sided labels, the first ones, are for tokens outside every span; each other label has two, in the order of the labels. */
export const OUTSIDE_LABELS = 3

/** The role of a label, or -1. */
export function roleOf(label: number): number {
  return label === 0 ? -1 : (label - 1) >> 2
}

/** Whether a span begins with this label. */
export function begins(label: number): boolean {
  return label > 0 && ((label - 1) & 3) % 3 === 0
}

/** The labels of a role, by index. */
export function labelsOf(role: number): readonly number[] {
  return [1, 2, 3, 4].map((place) => 4 * role + place)
}

/**
 * The labels of a run of tokens.
 * @param roles Each token's role, or -1.
 * @param starts 1 where a span begins though the token before has the same role.
 */
export function encode(roles: ArrayLike<number>, starts: ArrayLike<number>): Uint8Array {
  const labels = new Uint8Array(roles.length)
  for (let i = 0; i < roles.length; i++) {
    const role = roles[i]
    if (role < 0) continue
    const first = i === 0 || starts[i] === 1 || roles[i - 1] !== role
    const last = i + 1 === roles.length || starts[i + 1] === 1 || roles[i + 1] !== role
    labels[i] = 1 + 4 * role + (first ? (last ? 3 : 0) : last ? 2 : 1)
  }
  return labels
}

/** A run of tokens with one role, both ends included, counted in its sequence. */
export interface Segment {
  readonly role: number
  readonly first: number
  last: number
}

/** The spans of a labelled sequence, in order. */
export function segmentsOf(labels: Uint8Array, length: number): Segment[] {
  const segments: Segment[] = []
  for (let i = 0; i < length; i++) {
    const role = roleOf(labels[i])
    if (role < 0) continue
    const open = segments.at(-1)
    if (open !== undefined && open.role === role && open.last === i - 1 && !begins(labels[i])) open.last = i
    else segments.push({ role, first: i, last: i })
  }
  return segments
}

/** The probability that a token has a role. */
export function roleProbability(marginals: Float64Array, token: number, role: number): number {
  const at = token * LABEL_COUNT + 1 + 4 * role
  return marginals[at] + marginals[at + 1] + marginals[at + 2] + marginals[at + 3]
}

/** The probability that a token has a role in a statement whose cue lies on that side, by probabilities of sided labels. */
export function sidedProbability(marginals: Float64Array, token: number, role: number, side: number): number {
  const at = token * SIDED_LABEL_COUNT + sided(1 + 4 * role, side)
  return marginals[at] + marginals[at + 2] + marginals[at + 4] + marginals[at + 6]
}

/** The probability that a span of the role begins at a token. */
export function beginProbability(marginals: Float64Array, token: number, role: number): number {
  const at = token * LABEL_COUNT + 1 + 4 * role
  return marginals[at] + marginals[at + 3]
}
