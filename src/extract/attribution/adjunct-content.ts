import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { opensClause } from './adjunct-sources.js'
import { isFinite, isMainVerb } from './finite-verbs.js'
import { ADJUNCTS, FIRST_CLAUSES } from './lexicon.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { hasPart, withoutJoints, withQuotationMarks, type TokenRun } from './runs.js'

/*
 * What is attributed by a phrase that stands before, behind or within it: "According to police, the bridge fell", "The bridge, as the mayor put it, is
 * a disgrace".
 */

const { VERB, AUX, NOUN, NUM, PROPN, PRON, ADV, ADJ, ADP } = PART_OF_SPEECH

/** The sentence around a phrase, or as much of it as lies in the same quotations, and no further away than a passage is long. */
export interface Surroundings {
  /** What stands before; null where nothing does. */
  readonly before: TokenRun | null
  /** The phrase opens what it attributes. */
  readonly leads: boolean
  /** What stands before goes on behind the phrase, or nothing does. */
  readonly isOpen: boolean
  /** The last token that may be attributed. */
  readonly last: number
}

/** The surroundings of a phrase with these tokens, of which the last may be followed by more of the phrase. */
export function surroundingsOf(tokens: Tokens, phrase: TokenRun): Surroundings {
  const { word, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[phrase.first]
  let first = phrase.first
  let { last } = phrase
  const begins = Math.max(sentences.first[sentence[phrase.first]], phrase.first - LONGEST_PASSAGE)
  const ends = Math.min(sentences.last[sentence[phrase.first]], phrase.last + LONGEST_PASSAGE)
  const isBracketed = word[phrase.first - 1] === '('
  while (!isBracketed && first > begins && quoteDepth[first - 1] >= depth && !PARTS.has(word[first - 1])) first--
  const start = first < phrase.first ? asideStart(tokens, first, phrase.first) : first
  const before = first < phrase.first ? withoutJoints(tokens, { first: start, last: phrase.first - 1 }) : null
  const leads = before === null || !hasPart(tokens, before, NOMINALS) || JOINING.has(word[before.last])
  const isEnd = (t: number): boolean => (word[t] === ';' && (!leads || beginsAnew(tokens, t + 1, ends))) || (isBracketed && word[t] === ')') // prettier-ignore
  while (last < ends && quoteDepth[last + 1] >= depth && !isEnd(last + 1)) last++
  return { before, leads, isOpen: leads || (start === first && isUnfinished(tokens, before, phrase)), last }
}

/** What is attributed by a phrase that ends with a token; null where that is nothing. */
export function contentAround(
  tokens: Tokens,
  { before, leads, isOpen, last }: Surroundings,
  end: number,
): TokenRun[] | null {
  const { word } = tokens
  const after = end < last ? withoutJoints(tokens, { first: end + 1, last }) : null
  if (before !== null && after !== null && RELATIVES.has(word[before.last]) && isVerb(tokens, after.first))
    return [{ first: before.last, last: before.last }, clauseFrom(tokens, after.first, last)]
  // "He said that the bridge, according to police, fell"
  const subject = before === null || isOpen || after === null || !isVerb(tokens, after.first) ? null : lastSubject(tokens, before) // prettier-ignore
  if (subject !== null && after !== null) return [subject, withQuotationMarks(tokens, after)]
  // "164, according to the ministry, died"
  if (leads && before !== null && after !== null && before.first === before.last && tokens.pos[before.last] === NUM && isVerb(tokens, after.first)) return [before, after] // prettier-ignore
  const content: TokenRun[] = []
  if (!leads && before !== null) content.push(withQuotationMarks(tokens, before))
  // "Prices rose, as the bank had warned, by 9 percent"
  const isMore = after !== null && tokens.pos[after.first] === ADP && !LOOSE.has(word[after.first])
  const goesOn = after !== null && (isOpen ? hasPart(tokens, after, [VERB, AUX, NOUN, PROPN, ADJ]) : isMore)
  if (goesOn) content.push(withQuotationMarks(tokens, after))
  return content.length === 0 || (isOpen && !goesOn) ? null : content
}

/** What stands behind the last conjunction of a run without a verb; null where there is no such thing. */
function lastSubject(tokens: Tokens, { first, last }: TokenRun): TokenRun | null {
  let t = last
  while (t > first && !JOINING.has(tokens.word[t]) && !isVerb(tokens, t)) t--
  return t > first && t < last && JOINING.has(tokens.word[t]) ? { first: t + 1, last } : null
}

/** What may begin that which the writer adds. */
const LOOSE = new Set([...FIRST_CLAUSES, 'with', 'at', 'like', 'than'])

/**
 * Whether what stands before a phrase goes on behind it: "The bridge, according to police, fell", "It was, according to police,", "Of its voters,
 * according to police,", "While few come according to police, many".
 */
function isUnfinished(tokens: Tokens, before: TokenRun, phrase: TokenRun): boolean {
  const { word, pos } = tokens
  if (pos[before.last] === AUX || !hasPart(tokens, before, [VERB, AUX])) return true
  if (word[phrase.first - 1] !== ',') return FIRST_CLAUSES.has(word[before.first])
  return pos[before.first] === ADP && !hasMainVerb(tokens, before)
}

/** "Rose" of "In Kyiv prices rose", but not "registered" of "Of its registered voters". */
function hasMainVerb(tokens: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (isFinite(tokens, t) && isMainVerb(tokens, t)) return true
  return false
}

/** A relative clause from its verb, or a clause from its subject, to where the sentence goes on without it: ", which is closed, | was", ", by which it was free, | it fell". */
export function clauseFrom(tokens: Tokens, first: number, last: number): TokenRun {
  const { word, quoteDepth } = tokens
  let hasOwn = false
  for (let t = first; t < last; t++) {
    const isEnd = word[t] === ',' && quoteDepth[t] === quoteDepth[first]
    if (isEnd && hasOwn && (isVerb(tokens, t + 1) || opensMainClause(tokens, t + 1, last)))
      return { first, last: t - 1 }
    hasOwn ||= isFinite(tokens, t)
  }
  return withoutJoints(tokens, { first, last }) ?? { first, last }
}

function isVerb(tokens: Tokens, token: number): boolean {
  return isFinite(tokens, tokens.pos[token] === ADV ? token + 1 : token)
}

/** Whether a subject begins at a token, with its verb right behind it. */
export function opensMainClause(tokens: Tokens, first: number, last: number): boolean {
  const subject = nounPhrase(tokens, first, last, true)
  // "30,000 are"
  const end = subject?.last ?? (tokens.pos[first] === NUM ? first : -1)
  const { pos } = tokens
  const next = end + (pos[end + 1] === ADV ? 2 : 1)
  return (
    end >= 0 &&
    next <= last &&
    (isFinite(tokens, next) ||
      (pos[next] === VERB && !tokens.word[next].endsWith('ing') && !isCapitalised(tokens, next)))
  )
}

/** Marks that what is attributed does not go over. */
const PARTS = new Set([':', ';'])

/**
 * Where the aside begins that a phrase follows without a comma, which is then all that it is about: "The storm hit the coast, | killing ten
 * according to the police"; else `first`.
 */
function asideStart({ word, pos, quoteDepth }: Tokens, first: number, cue: number): number {
  const isMark = (t: number): boolean => MARKS.has(word[t]) && quoteDepth[t] === quoteDepth[cue]
  let t = cue - 1
  while (t > first && !isMark(t) && quoteDepth[t] === quoteDepth[cue]) t--
  const isAside = t > first && t < cue - 1 && isMark(t)
  const next = t + 1
  return isAside && (ASIDES.has(word[next]) || (pos[next] === VERB && word[next].endsWith('ing'))) ? next : first
}

const MARKS = new Set([',', '—', '–'])
const RELATIVES = new Set(['which', 'who'])
const ASIDES = new Set([...RELATIVES, 'whose', 'where', 'with'])

/** Whether a clause begins at a token, or another such phrase. */
function beginsAnew(tokens: Tokens, first: number, last: number): boolean {
  const { word, pos } = tokens
  const next = pos[first] === ADV && word[first + 1] === ',' ? first + 2 : first
  return opensClause(tokens, next, last) || ADJUNCTS.has(word[first])
}

/** Words that begin a clause: where one stands right before the phrase, the content is what follows. */
const JOINING = new Set('and but that because since while when where as so or although if which who whether including otherwise therefore thus'.split(' ')) // prettier-ignore
const NOMINALS: readonly number[] = [NOUN, PROPN, PRON, VERB]
