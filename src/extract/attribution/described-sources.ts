import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isPassive, verbOf } from './act.js'
import { opensMainClause } from './adjunct-content.js'
import { asideBefore } from './asides.js'
import { ruled, type Attribution } from './attribution.js'
import { clauseOf } from './clause.js'
import { isFinite } from './finite-verbs.js'
import { ACTS_OF_SPEECH, REPORTING_VERBS, VERBS_OF_SAYING, VERBS_WITH_ADDRESSEE } from './lexicon.js'
import { goesOn, placeOf } from './outer-clause.js'
import { nounPhrase } from './participants.js'
import { outerOf } from './relative-clauses.js'
import type { TokenRun } from './runs.js'

/** How sure it is that the verb behind such a clause says something. */
const CERTAINTY = 0.6

/**
 * Statements of somebody whom a clause describes, without commas or with: "A diplomat who asked not to be named | said | the talks would resume", "The manager,
 * who called him quiet, | could not say | whether the door had been locked".
 */
export function describedSourcesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, sentence, sentences } = tokens
  const found: Attribution[] = []
  for (let t = 1; t < tokens.count - 1; t++) {
    const parts = word[t] === 'who' ? behindRelative(tokens, t) : word[t] === ',' ? behindAside(tokens, t + 1) : null
    const last = sentences.last[sentence[t]]
    if (parts === null || parts.cue.last >= last || isPassive(tokens, parts.cue) || !isFree(parts.cue)) continue
    const clause = clauseOf(tokens, { ...parts, content: [{ first: parts.cue.last + 1, last }] })
    if (clause !== null) found.push(ruled(clause, CERTAINTY))
  }
  return found
}

interface Parts {
  readonly cue: TokenRun
  readonly source: TokenRun
}

function behindRelative(tokens: Tokens, who: number): Parts | null {
  const verb = outerOf(tokens, who)
  if (verb === undefined || !reports(tokens, verb.last)) return null
  const source = { first: placeOf(tokens, who - 1).first, last: verb.first - 1 }
  return { cue: { first: verb.first, last: verb.last }, source }
}

/** A verb of saying right behind the comma that ends an aside, and what it asks for behind it. */
function behindAside(tokens: Tokens, first: number): Parts | null {
  const { word, lemma, quoteDepth, sentence, sentences } = tokens
  if (!isFinite(tokens, first)) return null
  let verb = first
  while (verb < first + LONGEST_VERB && goesOn(tokens, verb + 1)) verb++
  if (!reports(tokens, verb) || !VERBS_OF_SAYING.has(lemma[verb])) return null
  const last = sentences.last[sentence[first]]
  const hearer = VERBS_WITH_ADDRESSEE.has(lemma[verb]) ? nounPhrase(tokens, verb + 1, last, true) : null
  const next = (hearer?.last ?? verb) + 1
  const isTold = OPENS_CONTENT.has(word[next]) || quoteDepth[next] > quoteDepth[verb] || opensMainClause(tokens, next, last) // prettier-ignore
  const source = isTold ? asideBefore(tokens, first)?.subject : undefined
  return source === undefined ? null : { cue: { first, last: verb }, source }
}

/** The most tokens of a verb with its auxiliaries. */
const LONGEST_VERB = 4

const OPENS_CONTENT = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'when', 'where', 'who'])

function reports(tokens: Tokens, verb: number): boolean {
  const act = tokens.pos[verb] === VERB ? REPORTING_VERBS.get(verbOf(tokens, verb)) : undefined
  return act !== undefined && ACTS_OF_SPEECH.has(act)
}

const { VERB } = PART_OF_SPEECH
