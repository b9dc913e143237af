import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { TokenRun } from './runs.js'

const { VERB, AUX, DET, ADJ, ADP, NUM, PUNCT } = PART_OF_SPEECH

/** Whether a verb stands in a form that an infinitive or a present participle has not: "noted", "is", "would". What follows an auxiliary has none. */
export function isFinite({ word, lemma, pos }: Tokens, token: number): boolean {
  if (pos[token] === AUX) return FINITE_AUXILIARIES.has(word[token]) && word[token - 1] !== 'to'
  const isForm = pos[token] === VERB && word[token] !== lemma[token] && !word[token].endsWith('ing')
  return isForm && lemma[token - 1] !== 'have' && lemma[token - 1] !== 'be'
}

const FINITE_AUXILIARIES = new Set(
  'am is are was were has have had does do did will would can could shall should may might must'.split(' '),
)

/** Whether a finite verb stands where a subject has gone before and describes nothing. */
export function isMainVerb(tokens: Tokens, verb: number): boolean {
  const { pos, word } = tokens
  const before = pos[verb - 1]
  const isDescription = before === DET || before === ADJ || before === ADP || before === PUNCT || before === NUM
  return !isDescription && !isCapitalised(tokens, verb) && word[verb + 1] !== 'by'
}

/** Whether there is such a verb among tokens. */
export function hasFinite(tokens: Tokens, from: number, to: number): boolean {
  for (let t = from; t <= to; t++) if (isFinite(tokens, t)) return true
  return false
}

/** Whether a run holds a clause: such a verb, or one behind its pronoun ("they know"). */
export function holdsClause(tokens: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) {
    if (isFinite(tokens, t)) return true
    if (tokens.pos[t] === VERB && t > first && SUBJECTS.has(tokens.word[t - 1])) return true
  }
  return false
}

const SUBJECTS = new Set(['i', 'you', 'we', 'they', 'who'])
