import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { Attribution } from './attribution.js'
import { cleaned } from './clause.js'
import { confidenceOf, type Confidence } from './confidence.js'
import { logOdds, type Draft } from './draft.js'
import type { Reading } from './drafter.js'
import { extentOf } from './extent.js'
import { contains, joined, joinedOverMarks, type TokenRun } from './runs.js'

/**
 * How probable it must at least be that a content belongs to a statement, however low the confidence that is asked for: below it, most of
 * what is given is wrong, and spoils statements that are right.
 */
export const LEAST_CLAIM_PROBABILITY = 0.25

/** A content that the first pass sees and no statement has, and the statement that it most probably belongs to. */
export interface Claim {
  readonly run: TokenRun
  readonly owner: Attribution
  /** What speaks for it, in the order of `CLAIM_EVIDENCE`. */
  readonly evidence: readonly number[]
  readonly probability: number
}

/**
 * What may be claimed: each content of the first pass, less what statements have of it, with each statement near it.
 * @param owners The statements that the drafts became.
 * @param all All statements of the article.
 */
export function claims(
  tokens: Tokens,
  reading: Reading,
  owners: ReadonlyMap<Draft, Attribution>,
  all: readonly Attribution[],
  confidence: Confidence,
): Claim[] {
  const found: Claim[] = []
  const cuesTo = cuesUpTo(tokens, all)
  let nearest = 0
  for (const run of unclaimed(tokens, reading, all)) {
    const { drafts } = reading
    while (nearest < drafts.length && drafts[nearest].reach.last < run.first) nearest++
    const near: { readonly draft: Draft; readonly certainty: number }[] = []
    for (let d = nearest; d < drafts.length && drafts[d].reach.first <= run.last; d++) {
      const { cue } = drafts[d]
      if (cue.last < run.first || cue.first > run.last)
        near.push({ draft: drafts[d], certainty: certaintyOf(drafts[d], run) })
    }
    for (const { draft, certainty } of near) {
      const owner = owners.get(draft)
      // What the draft had of it, a rule has cut out; what it had not, one may as well.
      if (owner === undefined || draft.content.some((part) => contains(part, run)) || isBeyond(tokens, owner, run))
        continue
      const rival = near.reduce((top, other) => (other.draft === draft ? top : Math.max(top, other.certainty)), 0)
      const evidence = evidenceOf(tokens, reading, run, draft, owner, certainty, rival, cuesTo)
      found.push({ run, owner, evidence, probability: confidenceOf({ evidence }, confidence) })
    }
  }
  return found
}

/** Whether a run would be cut off again as part of a statement's content. */
function isBeyond(tokens: Tokens, { cue, content }: Attribution, run: TokenRun): boolean {
  if (cue === null) return false
  return !extentOf(tokens, joined([...content, run]), cue).some((part) => contains(part, run))
}

/**
 * Gives each content to the likeliest of the statements that may claim it.
 * @param least Claims below this probability are left out.
 * @returns The claims that were granted.
 */
export function grant(tokens: Tokens, claimed: readonly Claim[], least: number): Claim[] {
  const best = new Map<TokenRun, Claim>()
  for (const claim of claimed) {
    const top = best.get(claim.run)
    if (claim.probability >= least && (top === undefined || claim.probability > top.probability))
      best.set(claim.run, claim)
  }
  const granted = [...best.values()]
  for (const { run, owner } of granted)
    owner.content = joinedOverMarks(tokens, [...owner.content, ...cleaned(tokens, [run], owner.cue, owner.source)])
  return granted
}

/** The parts of the first pass's contents that hold words and are no part of a statement. */
function unclaimed({ count, pos, sentence }: Tokens, { contents }: Reading, all: readonly Attribution[]): TokenRun[] {
  const taken = new Uint8Array(count)
  for (const { content, cue, source, addressee, medium } of all) {
    for (const run of [...content, cue, source, addressee, medium])
      if (run !== null) taken.fill(1, run.first, run.last + 1)
  }
  const runs: TokenRun[] = []
  for (const { first, last } of contents) {
    for (let t = first; t <= last; t++) {
      if (taken[t] === 1) continue
      const from = t
      let words = 0
      for (; t <= last && taken[t] === 0; t++) if (pos[t] !== PUNCT) words++
      const isCut =
        from > 0 && taken[from - 1] === 0 && sentence[from - 1] === sentence[from] && !JOINTS.has(pos[from - 1])
      if (words >= FEWEST_WORDS && !isCut) runs.push({ first: from, last: t - 1 })
    }
  }
  return runs
}

/** A word alone is mostly one that joins two statements, or an end that was cut off. */
const FEWEST_WORDS = 2

const { PUNCT, CCONJ, SCONJ } = PART_OF_SPEECH

/** What a content may begin behind within a sentence that is none: else it is cut out of a clause, as "ran | aground" of "four days after it ran aground". */
const JOINTS: ReadonlySet<number> = new Set([PUNCT, CCONJ, SCONJ])

/** How many cues of statements begin before each token. */
function cuesUpTo({ count }: Tokens, all: readonly Attribution[]): Int32Array {
  const cues = new Int32Array(count + 1)
  for (const { cue } of all) if (cue !== null) cues[cue.first + 1]++
  for (let t = 0; t < count; t++) cues[t + 1] += cues[t]
  return cues
}

/** The mean probability, by the second pass, that the run is content of the draft. */
function certaintyOf({ reach, contentProbability }: Draft, { first, last }: TokenRun): number {
  let sum = 0
  for (let t = Math.max(first, reach.first); t <= Math.min(last, reach.last); t++)
    sum += contentProbability[t - reach.first]
  return sum / (last - first + 1)
}

function evidenceOf(
  tokens: Tokens,
  { contentProbability }: Reading,
  run: TokenRun,
  { cue }: Draft,
  { content }: Attribution,
  certainty: number,
  rival: number,
  cuesTo: Int32Array,
): number[] {
  const { sentence, sentences, quoteDepth } = tokens
  const { first, last } = run
  let firstPass = 0
  for (let t = first; t <= last; t++) firstPass += contentProbability[t]
  const isAfter = cue.last < first
  const cuesBetween = isAfter ? cuesTo[first] - cuesTo[cue.last + 1] : cuesTo[cue.first] - cuesTo[last + 1]
  const apart = [cue, ...content].map((part) =>
    part.last < first ? sentence[first] - sentence[part.last] : sentence[part.first] - sentence[last],
  )
  const isQuoted = quoteDepth[first] > 0 && quoteDepth[last] > 0
  const hasQuoted = content.some((part) => quoteDepth[part.first] > 0 || quoteDepth[part.last] > 0)
  const isWhole = sentences.first[sentence[first]] >= first - 1 && sentences.last[sentence[last]] <= last + 1
  return [
    logOdds(firstPass / (last - first + 1)),
    certainty,
    rival,
    isQuoted && hasQuoted ? 1 : 0,
    Math.max(0, Math.min(MOST_SENTENCES, ...apart)),
    Math.min(MOST_CUES, cuesBetween),
    isWhole ? 1 : 0,
    isAfter ? 1 : 0,
    quoteDepth[cue.first] > 0 ? 1 : 0,
  ]
}

/** Farther than this makes no difference. */
const MOST_SENTENCES = 3
const MOST_CUES = 2
