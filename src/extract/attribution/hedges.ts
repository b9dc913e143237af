import type { Act } from '../../record/record.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { extentOf, OPPOSES } from './extent.js'
import { ACTS_OF_SPEECH, HEDGES, REPORTING_NOUNS, REPORTING_VERBS } from './lexicon.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { hasPart, withoutJoints, type TokenRun } from './runs.js'

const { VERB, AUX, ADV, ADJ, ADP, DET, NOUN, PROPN, PRON, NUM, CCONJ } = PART_OF_SPEECH

/** How sure it is that such words attribute their clause: of adverbs on polnear-train 20 in 30 do, of passive verbs 14 in 24. */
const CERTAINTY = 0.65

/**
 * Statements by words that name no source: an adverb ("The fire reportedly began at noon"), a passive verb ("The fire is thought to have begun at
 * noon"), or a noun that is said to be ("There were complaints that the fire spread"). The clause is the content.
 */
export function hedgesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const isWord = (HEDGES.has(tokens.word[t]) && !modifiesCue(tokens, t)) || isExistential(tokens, t)
    const cue = isWord ? { first: t, last: t } : passiveAt(tokens, t)
    if (cue === null || !isFree(cue)) continue
    const content = clauseAround(tokens, cue)
    if (content !== null) found.push(ruled({ cue, source: null, content: extentOf(tokens, content, cue) }, CERTAINTY))
  }
  return found
}

/** Whether a noun of saying is said to be, and what is said follows: "there were complaints that", but not "there is no guarantee that". */
function isExistential({ word, lemma, pos }: Tokens, token: number): boolean {
  if (word[token + 1] !== 'that' || !REPORTING_NOUNS.has(lemma[token])) return false
  let verb = token - 1
  while (verb > token - LONGEST_NOUN && word[verb] !== 'no' && [ADJ, DET, ADV].includes(pos[verb])) verb--
  return lemma[verb] === 'be' && word[verb - 1] === 'there'
}

/** The most tokens of such a noun with what stands before it. */
const LONGEST_NOUN = 5

/** A passive verb of opinion with its auxiliary, where what is thought follows: "was widely believed" before "to" or "that", "it was reported" before a clause. */
function passiveAt(tokens: Tokens, token: number): TokenRun | null {
  const { word, lemma, pos } = tokens
  const isOpinion = OPINIONS.has(word[token])
  if (!isOpinion && pos[token] !== VERB) return null
  let first = token - 1
  while (pos[first] === ADV && first > token - 3) first--
  const isBe = lemma[first] === 'be'
  if (isBe && pos[first - 1] === AUX) first--
  const last = word[token + 1] === 'out' ? token + 1 : token
  const cue = { first, last }
  // "It was also stressed that"
  if (!isOpinion) {
    const isSaid = word[last + 1] === 'that' && IMPERSONAL.has(REPORTING_VERBS.get(lemma[token]) ?? 'order') && isParticiple(tokens, token) // prettier-ignore
    // "It should be noted" is by the writer.
    return isBe && isSaid && !MODALS.has(word[first]) && isImpersonal(tokens, cue) ? cue : null
  }
  const isFollowed =
    BEFORE_OPINION.has(word[token + 1]) || (isImpersonal(tokens, cue) && opensSubject(tokens, token + 1))
  return isBe && isFollowed ? cue : null
}

function isParticiple({ word, lemma }: Tokens, token: number): boolean {
  return word[token] !== lemma[token] && !word[token].endsWith('ing')
}

const MODALS = new Set(['should', 'must', 'can', 'could', 'may', 'might'])

/** Acts of which "it" tells and "that" what: "it was noted that". */
const IMPERSONAL: ReadonlySet<Act> = new Set(['say', 'claim', 'announce', 'report', 'find', 'believe'])

/** Whether "it" before a cue stands for what is told: "it was reported that", but "it was said to be late"; or "there". */
function isImpersonal(tokens: Tokens, { first, last }: TokenRun): boolean {
  const { word } = tokens
  if (first === last && isExistential(tokens, first)) return true
  return word[first - 1] === 'it' && word[last + 1] !== 'to' && word[last + 1] !== 'as'
}

/** Whether a noun phrase begins at a token and its verb follows. */
function opensSubject(tokens: Tokens, token: number): boolean {
  const subject = nounPhrase(tokens, token, tokens.sentences.last[tokens.sentence[token]], false)
  return subject !== null && (tokens.pos[subject.last + 1] === VERB || tokens.pos[subject.last + 1] === AUX)
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
  const { word, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  const s = sentence[cue.first]
  const begins = Math.max(sentences.first[s], cue.first - LONGEST_PASSAGE)
  const ends = Math.min(sentences.last[s], cue.last + LONGEST_PASSAGE)
  // Two dashes stand around an aside.
  let dashes = 0
  for (let t = begins; t <= ends; t++) if (DASHES.has(word[t])) dashes++
  const parts = (t: number): boolean => MARKS.has(word[t]) || (dashes % 2 === 1 && DASHES.has(word[t]))
  const aside = asideAt(tokens, cue, begins, ends)
  let { first, last } = cue
  if (aside !== null) first = aside.first
  else while (first > begins && quoteDepth[first - 1] >= depth && !parts(first - 1) && !opensClause(tokens, first - 1)) first-- // prettier-ignore
  const closes = (t: number): boolean => word[t] === aside?.closing || (word[t] === ',' && OPPOSES.has(word[t + 1]))
  while (last < ends && quoteDepth[last + 1] >= depth && !parts(last + 1) && !closes(last + 1)) last++
  const before = first < cue.first ? withoutJoints(tokens, { first, last: cue.first - 1 }) : null
  const after = last > cue.last ? withoutJoints(tokens, { first: cue.last + 1, last }) : null
  if (after === null) return null
  const hasSubject = !isImpersonal(tokens, cue) && before !== null && hasPart(tokens, before, [NOUN, PROPN, PRON, NUM])
  return hasSubject ? [before, after] : [after]
}

interface Aside {
  /** Where it begins, with the phrase that it is about. */
  readonly first: number
  /** The mark that ends it, if one does before the sentence ends. */
  readonly closing: string
}

/**
 * The aside of a sentence that a cue stands in: "Arnell, reportedly born in Vosk, left", "Arnell, who was reportedly late, left", "after a mishap,
 * reportedly a fall, he left"; behind a preposition ("for allegedly leaving"), what follows it alone. Null where it tells of the whole clause.
 */
function asideAt(tokens: Tokens, cue: TokenRun, begins: number, ends: number): Aside | null {
  const { word, pos } = tokens
  let t = cue.first - 1
  if (t < begins) return null
  if (pos[t] === ADP) return { first: cue.first, closing: '' }
  if (word[t] === ',') {
    let next = cue.last + 1
    while (pos[next] === ADV) next++
    if (word[next] === ',') return null
    if (pos[next] === VERB) return { first: phraseBefore(tokens, t, begins), closing: ',' }
    for (; next <= ends && word[next] !== ','; next++) if (pos[next] === VERB || pos[next] === AUX) return null
    return { first: cue.first, closing: ',' }
  }
  while (t > begins && (pos[t] === AUX || pos[t] === ADV)) t--
  if (t === begins || !PRONOUNS_OF_ASIDES.has(word[t])) return null
  return word[t - 1] === ',' || DASHES.has(word[t - 1]) ? { first: t, closing: word[t - 1] } : null
}

/** Where the noun phrase right before a token begins. */
function phraseBefore({ pos }: Tokens, end: number, begins: number): number {
  let first = end
  while (first > begins && IN_PHRASE.has(pos[first - 1])) first--
  return first
}

/** Whether a clause begins behind this token: a relative pronoun, or a conjunction behind a comma. */
function opensClause({ word, pos }: Tokens, token: number): boolean {
  return RELATIVES.has(word[token]) || (pos[token] === CCONJ && word[token - 1] === ',')
}

const MARKS = new Set([';', ':', '(', ')'])
const DASHES = new Set(['—', '–'])
const PRONOUNS_OF_ASIDES = new Set(['who', 'which'])
const IN_PHRASE: ReadonlySet<number> = new Set([NOUN, PROPN, ADJ, DET, NUM])
const RELATIVES = new Set(['who', 'which', 'that', 'where', 'when', 'while', 'because', 'although', 'after', 'before'])
