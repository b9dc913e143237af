import type { Tokens } from '../../record/tokens.js'
import { isPassive, verbOf } from './act.js'
import { ruled, type Attribution } from './attribution.js'
import { clauseOf } from './clause.js'
import { ACTS_OF_SPEECH, REPORTING_VERBS } from './lexicon.js'
import { placeOf } from './outer-clause.js'
import { outerOf } from './relative-clauses.js'
import type { TokenRun } from './runs.js'

/** How sure it is that the verb behind such a clause says something. */
const CERTAINTY = 0.6

/** Statements of somebody whom a clause without commas describes: "A diplomat who asked not to be named | said | the talks would resume". */
export function describedSourcesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, sentence, sentences } = tokens
  const found: Attribution[] = []
  for (let t = 1; t < tokens.count; t++) {
    const verb = word[t] === 'who' ? outerOf(tokens, t) : undefined
    if (verb === undefined) continue
    const cue = { first: verb.first, last: verb.last }
    const act = REPORTING_VERBS.get(verbOf(tokens, cue.last))
    const last = sentences.last[sentence[t]]
    if (act === undefined || !ACTS_OF_SPEECH.has(act) || isPassive(tokens, cue) || cue.last >= last || !isFree(cue))
      continue
    const source = { first: placeOf(tokens, t - 1).first, last: cue.first - 1 }
    const clause = clauseOf(tokens, { cue, source, content: [{ first: cue.last + 1, last }] })
    if (clause !== null) found.push(ruled(clause, CERTAINTY))
  }
  return found
}
