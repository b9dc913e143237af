import { labelsFor } from '../../tagger/segments.js'

/** The parts of a statement that the models find in the text. */
export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]

export const SOURCE = 0
export const CUE = 1
export const CONTENT = 2

/** The models' labels: 0 for a token outside every span, then four for each role. */
export const LABELS = labelsFor(ROLES)

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

/** The label of a sided label. */
export function unsided(label: number): number {
  return label < 3 ? 0 : (label - 1) >> 1
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
