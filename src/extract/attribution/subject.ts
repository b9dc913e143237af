import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { headOf, isPassive } from './act.js'
import { asideBefore } from './asides.js'
import type { Clause } from './clause.js'
import { agentOf, nounPhrase } from './participants.js'
import type { TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { VERB, AUX, ADV, ADP, CCONJ, PROPN, DET } = PART_OF_SPEECH

/** The parts of a statement that tell where its subject is. */
type Parts = Pick<Clause, 'cue' | 'source' | 'content'>

/**
 * Who does what a verb tells, where no source was found for it. Of an active one, by where it stands: behind it ("“Yes,” commented Arnell"), behind a
 * clause that it opens ("Noting that it rained, Arnell left"), or who does what another verb before it tells ("Arnell left and warned that", "left,
 * saying that"), or what an aside is about that ends before it; of a passive one, its agent ("was condemned by the court").
 * @param before Statements whose cues stand before, of the same text or content.
 */
export function subjectOf(tokens: Tokens, { cue, content }: Parts, before: readonly Parts[]): TokenRun | null {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  if (cue === null) return null
  const head = headOf(tokens, cue)
  if (isPassive(tokens, cue)) return agentOf(tokens, cue)?.agent ?? null
  if (pos[head] !== VERB || word[cue.first] === 'to') return null
  const depth = quoteDepth[cue.first]
  const begins = sentences.first[sentence[cue.first]]
  const ends = sentences.last[sentence[cue.first]]
  const isParticiple = word[head].endsWith('ing') && cue.first === head
  const phrase = (from: number, to: number): TokenRun | null => {
    if (quoteDepth[from] !== depth || pos[from] === ADP) return null
    const found = nounPhrase(tokens, from, to, true)
    return found === null ? null : sourceOf(tokens, found, cue, null)
  }
  const beside = isParticiple ? null : asideBefore(tokens, cue.first)
  if (beside !== null && quoteDepth[beside.subject.first] === depth) return beside.subject
  const told = content.find(({ last }) => last < cue.first && last >= cue.first - FARTHEST)
  if (isParticiple && opensClause(tokens, cue.first, begins)) {
    const next = content.at(-1)!.last + 1
    const found = word[next] === ',' && sentence[next] === sentence[cue.first] ? phrase(next + 1, ends) : null
    return found !== null && isVerbAt(tokens, found.last + 1) ? found : null
  }
  if (!isParticiple && told !== undefined) {
    const next = cue.last + 1
    return next <= ends && (pos[next] === PROPN || pos[next] === DET) ? phrase(next, ends) : null
  }
  let joint = cue.first - 1
  while (joint > begins && pos[joint] === ADV) joint--
  const isJoined = joint > begins && (word[joint] === ',' ? isParticiple : pos[joint] === CCONJ)
  if (!isJoined || quoteDepth[joint] !== depth) return null
  for (let k = before.length - 1; k >= 0; k--) {
    const other = before[k]
    if (other.cue === null || sentence[other.cue.first] !== sentence[cue.first]) break
    const isSubject = other.source !== null && other.source.last < other.cue.first
    if (isSubject && other.cue.last < joint && quoteDepth[other.cue.first] === depth) return other.source
  }
  const subject = phrase(pos[begins] === CCONJ ? begins + 1 : begins, joint - 1)
  return subject !== null && isVerbAt(tokens, subject.last + 1) ? subject : null
}

/** The most tokens between a content and a cue behind it: a comma and a quotation mark. */
const FARTHEST = 3

/** Whether nothing but a conjunction stands before a token in its sentence. */
function opensClause({ pos }: Tokens, token: number, begins: number): boolean {
  return token === begins || (token === begins + 1 && pos[begins] === CCONJ)
}

function isVerbAt({ pos }: Tokens, token: number): boolean {
  const verb = pos[token] === ADV ? token + 1 : token
  return pos[verb] === VERB || pos[verb] === AUX
}
