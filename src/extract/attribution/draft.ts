import type { Labelling } from '../../tagger/labeller.js'
import { CONTENT, CUE, LABEL_COUNT, roleOf, roleProbability, segmentsOf, SOURCE, type Segment } from './labels.js'
import type { CueCandidate, Passage } from './passage.js'
import type { TokenRun } from './runs.js'

/** A statement as the models see it, in tokens of the article. */
export interface Draft {
  readonly cue: TokenRun
  /** The token that the cue was found by. */
  readonly head: number
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
  /** Probability that the cue is one, by the second pass. */
  readonly cueProbability: number
  /** The tokens that the second pass looked at. */
  readonly reach: TokenRun
  /** Of each of them, the probability that it is content of this statement. */
  readonly contentProbability: Float32Array
  /** What the confidence is worked out from: its own evidence in the order of `OWN_EVIDENCE`, then how it stands in `COMPETITION`. */
  readonly evidence: readonly number[]
}

/** Where the second pass sees no source, one is still taken where its likeliest token has at least this probability. */
const LEAST_SOURCE_PROBABILITY = 0.1

/** The same for content: there is no statement without any. */
const LEAST_CONTENT_PROBABILITY = 0.05

/**
 * The statement that the second pass found around a cue candidate, or null where it found no cue or no content.
 * @param from Token of the passage with which the labelling begins.
 */
export function draftOf(passage: Passage, candidate: CueCandidate, from: number, labelling: Labelling): Draft | null {
  const { best, length, marginals } = labelling
  const head = candidate.head - from
  const segments = segmentsOf(best, length)
  const cue = segments.find(({ role, first, last }) => role === CUE && first <= head && head <= last)
  if (cue === undefined) return null
  const mean = (segment: Segment): number => meanProbability(marginals, segment)
  const sources = segments.filter(({ role }) => role === SOURCE)
  let source = sources.reduce<Segment | undefined>(
    (top, next) => (top === undefined || weight(next) > weight(top) ? next : top),
    undefined,
  )
  let content = segments.filter(({ role }) => role === CONTENT)
  if (source === undefined) {
    source = likeliest(labelling, SOURCE, LEAST_SOURCE_PROBABILITY)
    if (source !== undefined) content = without(content, source)
  }
  if (content.length === 0) {
    const found = likeliest(labelling, CONTENT, LEAST_CONTENT_PROBABILITY)
    if (found !== undefined) content = source === undefined ? [found] : without([found], source)
  }
  if (content.length === 0) return null

  const contentWords = content.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const contentCertainty =
    content.reduce((sum, segment) => sum + mean(segment) * (segment.last - segment.first + 1), 0) / contentWords
  const firstPass = content.reduce((sum, segment) => sum + firstPassMass(passage, from, segment), 0) / contentWords
  const evidence = [
    logOdds(labelling.givenProbability),
    logOdds(candidate.probability),
    source === undefined ? 0 : mean(source),
    source === undefined ? 0 : edges(labelling, source),
    source === undefined ? 1 : 0,
    contentCertainty,
    Math.min(...content.map((segment) => edges(labelling, segment))),
    firstPass,
    Math.log(contentWords),
  ]
  const contentProbability = new Float32Array(length)
  for (let i = 0; i < length; i++) contentProbability[i] = roleProbability(marginals, i, CONTENT)
  const base = passage.first + from
  const run = ({ first, last }: Segment): TokenRun => ({ first: base + first, last: base + last })
  return {
    cue: run(cue),
    head: base + head,
    source: source === undefined ? null : run(source),
    content: content.map(run),
    cueProbability: labelling.givenProbability,
    reach: { first: base, last: base + length - 1 },
    contentProbability,
    evidence,
  }

  function weight(segment: Segment): number {
    return mean(segment) * Math.min(segment.last - segment.first + 1, 3)
  }
}

/** The natural logarithm of the odds of a probability, within ±8. */
export function logOdds(probability: number): number {
  return Math.max(-8, Math.min(8, Math.log(probability / (1 - probability))))
}

function meanProbability(marginals: Float64Array, { role, first, last }: Segment): number {
  let sum = 0
  for (let i = first; i <= last; i++) sum += roleProbability(marginals, i, role)
  return sum / (last - first + 1)
}

/** How sure the labelling is of a span's two ends: the product of the probabilities of the labels there. */
function edges({ best, marginals }: Labelling, { first, last }: Segment): number {
  return marginals[first * LABEL_COUNT + best[first]] * marginals[last * LABEL_COUNT + best[last]]
}

function firstPassMass(passage: Passage, from: number, { first, last }: Segment): number {
  let sum = 0
  for (let i = first; i <= last; i++) sum += roleProbability(passage.marginals, from + i, CONTENT)
  return sum
}

/** The run of tokens around the likeliest one of a role that are at least half as likely as it; the cue is not part of it. */
function likeliest({ best, length, marginals }: Labelling, role: number, least: number): Segment | undefined {
  let top = -1
  let probability = least
  for (let i = 0; i < length; i++) {
    const p = roleProbability(marginals, i, role)
    if (p > probability && roleOf(best[i]) !== CUE) {
      probability = p
      top = i
    }
  }
  if (top < 0) return undefined
  const belongs = (i: number): boolean =>
    i >= 0 && i < length && roleProbability(marginals, i, role) > probability / 2 && roleOf(best[i]) !== CUE
  let first = top
  let last = top
  while (belongs(first - 1)) first--
  while (belongs(last + 1)) last++
  return { role, first, last }
}

/** The segments, less what the hole covers. */
function without(segments: readonly Segment[], hole: Segment): Segment[] {
  return segments.flatMap(({ role, first, last }) => {
    if (last < hole.first || first > hole.last) return [{ role, first, last }]
    const parts: Segment[] = []
    if (first < hole.first) parts.push({ role, first, last: hole.first - 1 })
    if (last > hole.last) parts.push({ role, first: hole.last + 1, last })
    return parts
  })
}
