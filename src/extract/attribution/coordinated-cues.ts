import { kindOfNoun, PLACE, THING } from '../../record/nouns.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isPassive, verbOf } from './act.js'
import { ruled, type Attribution } from './attribution.js'
import { clauseOf } from './clause.js'
import { isFinite } from './finite-verbs.js'
import { ACTS_OF_SPEECH, REPORTING_PHRASES, REPORTING_VERBS } from './lexicon.js'
import { nounPhrase } from './participants.js'
import type { TokenRun } from './runs.js'

const { AUX, VERB, ADV, DET, NOUN } = PART_OF_SPEECH

/**
 * Statements that one subject makes with a second verb, which the content of the first holds: "He said the tax was unfair | and called on the
 * government to scrap it". So it is where what was said is of something that says nothing itself, or of how somebody is. `separate` ends the first content there.
 */
export function coordinatedCuesOf(
  tokens: Tokens,
  all: readonly Attribution[],
  isFree: (cue: TokenRun) => boolean,
): Attribution[] {
  return all.flatMap(({ cue, source, content, addressee, confidence }) => {
    const [run] = content
    const isPlain = cue !== null && source !== null && source.last < cue.first && content.length === 1 && run.first === (addressee?.last ?? cue.last) + 1 // prettier-ignore
    const second = isPlain && isFinite(tokens, cue.first) ? cueWithin(tokens, run) : null
    if (second === null || !isFree(second)) return []
    const clause = clauseOf(tokens, { cue: second, source, content: [{ first: second.last + 1, last: run.last }] })
    return clause === null ? [] : [ruled(clause, confidence)]
  })
}

/** The verb of saying behind the conjunction of a clause that cannot say it; null where there is none. */
function cueWithin(tokens: Tokens, { first, last }: TokenRun): TokenRun | null {
  const { word, lemma, pos, quoteDepth } = tokens
  const begins = word[first] === 'that' ? first + 1 : first
  const subject = nounPhrase(tokens, begins, last, true)
  if (subject === null || quoteDepth[subject.last] !== quoteDepth[first]) return null
  let verb = subject.last + 1
  while (verb < last && pos[verb] === ADV) verb++
  const isState = PRONOUNS.has(word[begins]) && pos[verb] === AUX && lemma[verb] !== 'have' && lemma[verb] !== 'do'
  // Behind "would grow" no "said" is of what grows.
  if (!isFinite(tokens, verb) || !(saysNothing(tokens, subject) || isState || MODALS.has(word[verb]))) return null
  for (let t = verb + 1; t < last; t++) {
    if (quoteDepth[t] !== quoteDepth[first] || OPENS.has(word[t])) return null
    if (word[t] !== 'and') continue
    let next = t + 1
    while (next < last && pos[next] === ADV) next++
    if (pos[next] !== VERB || !saysSomething(verbOf(tokens, next)) || !isFinite(tokens, next)) continue
    const isPhrase = REPORTING_PHRASES.has(`${lemma[next]}:${word[next + 1]}`)
    const cue = { first: t + 1, last: isPhrase ? next + 1 : next }
    return isPassive(tokens, cue) || word[next + 1] === 'by' ? null : cue
  }
  return null
}

function saysSomething(verb: string): boolean {
  const act = REPORTING_VERBS.get(verb)
  return SPOKEN.has(verb) || (act !== undefined && ACTS_OF_SPEECH.has(act))
}

/** Verbs of judging that are spoken. */
const SPOKEN = new Set('call describe praise criticise criticize condemn denounce slam blast welcome thank'.split(' '))

/** Whether a subject stands for a thing: "the tax", "it". */
function saysNothing({ word, lemma, pos }: Tokens, { first, last }: TokenRun): boolean {
  if (first === last && THINGS.has(word[first])) return true
  const kind = kindOfNoun(lemma[last])
  return pos[last] === NOUN && (pos[first] === DET || POSSESSIVES.has(word[first])) && word[last] === lemma[last] && (kind < 0 || kind === PLACE || kind === THING) // prettier-ignore
}

const THINGS = new Set(['it', 'this', 'that', 'there', 'these'])
const POSSESSIVES = new Set(['his', 'her', 'their', 'its'])
const MODALS = new Set(['would', 'will', 'could', 'can', 'should', 'might', 'may', 'must'])
const PRONOUNS = new Set(['he', 'she', 'they'])
/** What another clause begins with, whose verb the second one may be. */
const OPENS = new Set(['who', 'which', 'when', 'where', 'if', 'because', ';', ':'])
