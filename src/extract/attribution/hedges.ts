import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { ACTS_OF_SPEECH, HEDGES, REPORTING_VERBS } from './lexicon.js'
import { LONGEST_PASSAGE } from './passage.js'
import { withoutJoints, type TokenRun } from './runs.js'

const { VERB, AUX, ADV, NOUN, PROPN, PRON, NUM, CCONJ } = PART_OF_SPEECH

/** How sure it is that such an adverb attributes its clause: of all on polnear-train 20 in 30 do. */
const CERTAINTY = 0.65

/** Statements by an adverb that names no source: "The fire reportedly began at noon". Its clause is the content. */
export function hedgesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    if (!HEDGES.has(tokens.word[t]) || !isFree({ first: t, last: t }) || modifiesCue(tokens, t)) continue
    const content = clauseAround(tokens, t)
    if (content !== null) found.push(ruled({ cue: { first: t, last: t }, source: null, content }, CERTAINTY))
  }
  return found
}

/** Whether the verb that follows is a cue itself, with a source of its own: "he reportedly said". */
function modifiesCue({ pos, lemma }: Tokens, token: number): boolean {
  let t = token + 1
  while (pos[t] === ADV || pos[t] === AUX) t++
  const act = pos[t] === VERB ? REPORTING_VERBS.get(lemma[t]) : undefined
  return act !== undefined && ACTS_OF_SPEECH.has(act)
}

/** What the clause has before and after a token; null where nothing follows. */
function clauseAround(tokens: Tokens, token: number): TokenRun[] | null {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[token]
  const s = sentence[token]
  const begins = Math.max(sentences.first[s], token - LONGEST_PASSAGE)
  const ends = Math.min(sentences.last[s], token + LONGEST_PASSAGE)
  // Two dashes stand around an aside.
  let dashes = 0
  for (let t = begins; t <= ends; t++) if (DASHES.has(word[t])) dashes++
  const parts = (t: number): boolean => MARKS.has(word[t]) || (dashes % 2 === 1 && DASHES.has(word[t]))
  let first = token
  while (first > begins && quoteDepth[first - 1] >= depth && !parts(first - 1) && !opensClause(tokens, first - 1))
    first--
  let last = token
  while (last < ends && quoteDepth[last + 1] >= depth && !parts(last + 1)) last++
  const before = first < token ? withoutJoints(tokens, { first, last: token - 1 }) : null
  const after = last > token ? withoutJoints(tokens, { first: token + 1, last }) : null
  if (after === null) return null
  const hasSubject = before !== null && [NOUN, PROPN, PRON, NUM].some((part) => has(pos, before, part))
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
