import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { verbOf } from './act.js'
import { isFinite } from './finite-verbs.js'
import { goesOn, outerVerb, placeOf, verbsOf, type FiniteVerb } from './outer-clause.js'
import { LONGEST_PASSAGE } from './passage.js'
import { without, withoutJoints, type TokenRun } from './runs.js'

const { VERB, AUX, ADV, NOUN, PROPN, PRON } = PART_OF_SPEECH

/** The content of what is said in a relative clause less what its sentence goes on with: "A man who said he had seen it | was arrested". */
export function withinRelative(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const relative = relativeBefore(tokens, cue)
  const mark =
    relative > 1 && tokens.word[relative - 1] === ',' ? closingMark(tokens, relative, content.at(-1)!.last, cue) : -1
  if (mark >= 0) return without(content, { first: mark, last: content.at(-1)!.last })
  const outer = relative < 0 ? undefined : outerOf(tokens, relative)
  if (outer === undefined || outer.first <= cue.last) return content
  const rest = without(content, { first: outer.first, last: Math.max(outer.first, content.at(-1)!.last) })
  return rest.flatMap((run) => withoutJoints(tokens, run) ?? [])
}

/** The comma before the verb of which the clause between two commas describes the subject: "that Petrov, who said he had been there, | left"; -1 where there is none. */
function closingMark(tokens: Tokens, relative: number, last: number, cue: TokenRun): number {
  const { word, pos, quoteDepth } = tokens
  const described = relative - 2
  if (pos[described] !== NOUN && pos[described] !== PROPN) return -1
  if (placeOf(tokens, described).place !== 'subject') return -1
  for (let t = cue.last + 2; t < last && t < cue.last + LONGEST_PASSAGE; t++)
    if (word[t] === ',' && quoteDepth[t] === quoteDepth[relative] && isFinite(tokens, t + 1)) return t
  return -1
}

/** The relative pronoun right before a cue; -1 where there is none. */
function relativeBefore({ word, pos }: Tokens, { first }: TokenRun): number {
  let before = first - 1
  while (before >= 0 && (pos[before] === ADV || pos[before] === AUX)) before--
  return RELATIVES.has(word[before]) ? before : -1
}

const RELATIVES = new Set(['who', 'which', 'that'])

/** The verb of the sentence whose subject the clause of a relative pronoun is a part of, without commas; undefined where there is none. */
export function outerOf(tokens: Tokens, relative: number): FiniteVerb | undefined {
  const { word, pos, sentence, sentences } = tokens
  const described = pos[relative - 1]
  if (described !== NOUN && described !== PROPN && described !== PRON) return undefined
  if (sentence[relative - 1] !== sentence[relative] || placeOf(tokens, relative - 1).place !== 'subject') return undefined // prettier-ignore
  const ends = Math.min(sentences.last[sentence[relative]], relative + LONGEST_PASSAGE)
  let own = relative + 1
  while (own < ends && pos[own] === ADV) own++
  if (pos[own] !== VERB && pos[own] !== AUX) return undefined
  while (own < ends && goesOn(tokens, own + 1)) own++
  const isClause = TAKES_CLAUSE.has(verbOf(tokens, own)) && !BEFORE_INFINITIVE.has(word[own + 1])
  return outerVerb(tokens, verbsOf(tokens, { first: own, last: ends }), isClause ? 1 : 0)
}

/** Verbs of saying and thinking whose clause needs no "that". */
const TAKES_CLAUSE = new Set('say think believe claim know feel hope fear suspect insist argue admit deny allege complain warn promise report add note'.split(' ')) // prettier-ignore
const BEFORE_INFINITIVE = new Set(['to', 'not', 'that'])
