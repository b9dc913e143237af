import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { ACTS_OF_SPEECH, HEDGES, REPORTING_VERBS } from './lexicon.js'
import { LONGEST_PASSAGE } from './passage.js'
import { withoutJoints, type TokenRun } from './runs.js'

const { VERB, AUX, ADV, NOUN, PROPN, PRON, NUM, CCONJ } = PART_OF_SPEECH

/** How sure it is that such words attribute their clause: of adverbs on polnear-train 20 in 30 do, of passive verbs 14 in 24. */
const CERTAINTY = 0.65

/**
 * Statements by words that name no source: an adverb ("The fire reportedly began at noon") or a passive verb ("The fire is thought to have begun at
 * noon"). The clause is the content.
 */
export function hedgesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const cue = HEDGES.has(tokens.word[t]) && !modifiesCue(tokens, t) ? { first: t, last: t } : passiveAt(tokens, t)
    if (cue === null || !isFree(cue)) continue
    const content = clauseAround(tokens, cue)
    if (content !== null) found.push(ruled({ cue, source: null, content }, CERTAINTY))
  }
  return found
}

/** A passive verb of opinion with its auxiliary, where what is thought follows: "was widely believed" before "to" or "that". */
function passiveAt({ word, lemma, pos }: Tokens, token: number): TokenRun | null {
  if (!OPINIONS.has(word[token]) || !BEFORE_OPINION.has(word[token + 1])) return null
  let first = token - 1
  while (pos[first] === ADV && first > token - 3) first--
  return lemma[first] === 'be' ? { first, last: token } : null
}

const OPINIONS = new Set('thought believed said reported alleged rumoured rumored projected credited feared suspected understood estimated'.split(' ')) // prettier-ignore
const BEFORE_OPINION = new Set(['to', 'that', 'as'])

/** Whether the verb that follows is a cue itself, with a source of its own: "he reportedly said". */
function modifiesCue({ pos, lemma }: Tokens, token: number): boolean {
  let t = token + 1
  while (pos[t] === ADV || pos[t] === AUX) t++
  const act = pos[t] === VERB ? REPORTING_VERBS.get(lemma[t]) : undefined
  return act !== undefined && ACTS_OF_SPEECH.has(act)
}

/** What the clause has before and after a cue; null where nothing follows. */
function clauseAround(tokens: Tokens, cue: TokenRun): TokenRun[] | null {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  const s = sentence[cue.first]
  const begins = Math.max(sentences.first[s], cue.first - LONGEST_PASSAGE)
  const ends = Math.min(sentences.last[s], cue.last + LONGEST_PASSAGE)
  // Two dashes stand around an aside.
  let dashes = 0
  for (let t = begins; t <= ends; t++) if (DASHES.has(word[t])) dashes++
  const parts = (t: number): boolean => MARKS.has(word[t]) || (dashes % 2 === 1 && DASHES.has(word[t]))
  let { first, last } = cue
  while (first > begins && quoteDepth[first - 1] >= depth && !parts(first - 1) && !opensClause(tokens, first - 1))
    first--
  while (last < ends && quoteDepth[last + 1] >= depth && !parts(last + 1)) last++
  const before = first < cue.first ? withoutJoints(tokens, { first, last: cue.first - 1 }) : null
  const after = last > cue.last ? withoutJoints(tokens, { first: cue.last + 1, last }) : null
  if (after === null) return null
  // "It is believed that …"
  const isExpletive = before?.first === before?.last && word[cue.last + 1] === 'that'
  const hasSubject = !isExpletive && before !== null && [NOUN, PROPN, PRON, NUM].some((part) => has(pos, before, part))
  return hasSubject ? [before, after] : [after]
}

/** Whether a clause begins behind this token: a relative pronoun, or a conjunction behind a comma. */
function opensClause({ word, pos }: Tokens, token: number): boolean {
  return RELATIVES.has(word[token]) || (pos[token] === CCONJ && word[token - 1] === ',')
}

const MARKS = new Set([';', ':', '(', ')'])
const DASHES = new Set(['—', '–'])
const RELATIVES = new Set(['who', 'which', 'that', 'where', 'when', 'while', 'because', 'although', 'after', 'before'])

function has(pos: Uint8Array, { first, last }: TokenRun, part: number): boolean {
  for (let t = first; t <= last; t++) if (pos[t] === part) return true
  return false
}
