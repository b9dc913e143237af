import type { Tokens } from '../../record/tokens.js'
import type { Columns } from '../../tagger/columns.js'
import type { Labelling } from '../../tagger/labeller.js'
import { quotationsFrom } from './runs.js'
import {
  beginProbability,
  CUE,
  LABEL_COUNT,
  OUTSIDE_LABELS,
  roleProbability,
  segmentsOf,
  type Segment,
} from './labels.js'

/** How probable a cue must be in the first pass for the second to look at it. */
export const LEAST_CUE_PROBABILITY = 0.3

/** The longest run of tokens that is labelled at once. A longer paragraph is cut at sentence ends. */
export const LONGEST_PASSAGE = 400

/** A place where a cue may be: tokens `first` to `last` of the passage, the likeliest of them `head`. */
export interface CueCandidate {
  readonly first: number
  readonly last: number
  readonly head: number
  readonly probability: number
}

/** A run of an article's tokens within one paragraph, as the first pass sees it. Indexes count from its first token. */
export interface Passage {
  readonly tokens: Tokens
  /** Its first token in the article. */
  readonly first: number
  readonly length: number
  readonly columns: Columns
  /** Each token's label. */
  readonly labels: Uint8Array
  /** `marginals[token * LABEL_COUNT + label]`. */
  readonly marginals: Float64Array
  /** `sidedMarginals[token * SIDED_LABEL_COUNT + label]`. */
  readonly sidedMarginals: Float64Array
  readonly segments: readonly Segment[]
  /** The segment of each token, or -1. */
  readonly segmentOf: Int32Array
  readonly cues: readonly CueCandidate[]
  /** Of each token, the index of the nearest cue candidate, the earlier one where two are as near; -1 where there is none. */
  readonly nearestCue: Int32Array
}

/**
 * Calls `visit` with the first and last token of each passage of an article, in order: a paragraph, with the quotation that it announces
 * where it ends with a colon and the next one begins with a quotation mark.
 */
export function eachPassage(tokens: Tokens, visit: (first: number, last: number) => void): void {
  const { paragraphs, sentence } = tokens
  for (let p = 0; p < paragraphs.count; p++) {
    let first = paragraphs.first[p]
    while (announces(tokens, p)) p++
    const end = paragraphs.last[p]
    while (first <= end) {
      let last = Math.min(end, first + LONGEST_PASSAGE - 1)
      if (last < end) {
        let cut = last
        while (cut > first && sentence[cut] === sentence[cut + 1]) cut--
        if (cut > first) last = cut
      }
      visit(first, last)
      first = last + 1
    }
  }
}

/** Whether a paragraph ends with a colon and the next one begins with a quotation. */
function announces(tokens: Tokens, paragraph: number): boolean {
  const { paragraphs, word, quotations } = tokens
  if (paragraph + 1 >= paragraphs.count || word[paragraphs.last[paragraph]] !== ':') return false
  const next = paragraphs.first[paragraph + 1]
  const q = quotationsFrom(tokens, next)
  return q < quotations.count && quotations.open[q] === next
}

/**
 * What the first pass found in the passage that begins at token `first`, by the probabilities of its sided labels, which it borrows.
 * Each token has its likeliest label: the best sequence of labels finds less.
 * @param leastCue How probable a cue candidate is at least.
 */
export function passageOf(
  tokens: Tokens,
  first: number,
  columns: Columns,
  { length, marginals: sidedMarginals }: Pick<Labelling, 'length' | 'marginals'>,
  leastCue = LEAST_CUE_PROBABILITY,
): Passage {
  const marginals = new Float64Array(length * LABEL_COUNT)
  const labels = new Uint8Array(length)
  for (let i = 0, at = 0, s = 0; i < length; i++) {
    let best = 0
    let top = Math.max(sidedMarginals[s], sidedMarginals[s + 1], sidedMarginals[s + 2])
    marginals[at++] = sidedMarginals[s] + sidedMarginals[s + 1] + sidedMarginals[s + 2]
    s += OUTSIDE_LABELS
    for (let l = 1; l < LABEL_COUNT; l++, s += 2) {
      const before = sidedMarginals[s]
      const after = sidedMarginals[s + 1]
      marginals[at++] = before + after
      const probability = before > after ? before : after
      if (probability > top) {
        top = probability
        best = l
      }
    }
    labels[i] = best
  }
  const segments = segmentsOf(labels, length)
  const segmentOf = new Int32Array(length).fill(-1)
  for (let s = 0; s < segments.length; s++) segmentOf.fill(s, segments[s].first, segments[s].last + 1)
  const cues = cueCandidates(marginals, length, leastCue)
  return {
    tokens,
    first,
    length,
    columns,
    labels,
    marginals,
    sidedMarginals,
    segments,
    segmentOf,
    cues,
    nearestCue: nearest(cues, length),
  }
}

function cueCandidates(marginals: Float64Array, length: number, least: number): CueCandidate[] {
  const cues: CueCandidate[] = []
  for (let i = 0; i < length; i++) {
    let probability = roleProbability(marginals, i, CUE)
    if (probability < least) continue
    const first = i
    let head = i
    while (i + 1 < length && beginProbability(marginals, i + 1, CUE) <= 0.5) {
      const next = roleProbability(marginals, i + 1, CUE)
      if (next < least) break
      i++
      if (next > probability) {
        probability = next
        head = i
      }
    }
    cues.push({ first, last: i, head, probability })
  }
  return cues
}

function nearest(cues: readonly CueCandidate[], length: number): Int32Array {
  const owner = new Int32Array(length).fill(-1)
  for (let c = 0; c < cues.length; c++) {
    const { first, last } = cues[c]
    const before = c > 0 ? cues[c - 1].last : -Infinity
    const from = before === -Infinity ? 0 : Math.ceil((before + first) / 2)
    // Half-way belongs to the earlier one.
    const start = before !== -Infinity && (before + first) % 2 === 0 ? from + 1 : from
    owner.fill(c, Math.min(start, first), last + 1)
    if (c + 1 === cues.length) owner.fill(c, last + 1, length)
    else owner.fill(c, last + 1, Math.floor((last + cues[c + 1].first) / 2) + 1)
  }
  return owner
}
