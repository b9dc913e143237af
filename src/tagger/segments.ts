/*
 * Spans as labels of tokens: 0 for a token outside every span, then four for each role that a span can have, by the token's place in it.
 */

/** Places in a span: begin, inside, end, or single where it is one token. */
const PLACES = ['B', 'I', 'E', 'S']

/** The labels of spans that have these roles. */
export function labelsFor(roles: readonly string[]): readonly string[] {
  return ['O', ...roles.flatMap((role) => PLACES.map((place) => `${place}-${role}`))]
}

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
