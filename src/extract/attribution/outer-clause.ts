import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isFinite } from './finite-verbs.js'
import { nounPhrase } from './participants.js'
import type { TokenRun } from './runs.js'

/*
 * Where a sentence goes on behind a clause that is a part of it: "His claim that the dam is safe | has angered residents", "A man who said that he saw it |
 * was arrested", "Amid fears that the dam could burst, | the army left".
 */

const { VERB, AUX, ADV, ADP, ADJ, NOUN, PROPN, PRON, DET, NUM, PART, SCONJ, CCONJ } = PART_OF_SPEECH

/** Where a noun stands in its sentence, and the first token of its phrase: it begins a clause, or a phrase that comes before one, or it follows a verb. */
export interface Place {
  readonly place: 'subject' | 'front' | 'object'
  readonly first: number
}

export function placeOf(tokens: Tokens, noun: number): Place {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const begins = sentences.first[sentence[noun]]
  const isPreposition = (t: number): boolean => (pos[t] === ADP || FRONTS.has(word[t])) && word[t] !== 'that'
  let first = noun
  let isWithin = false
  while (first > begins && first > noun - LONGEST_PHRASE && quoteDepth[first - 1] === quoteDepth[noun]) {
    const before = first - 1
    if (!isPreposition(before) && !isOfPhrase(tokens, before) && !POSSESSIVES.has(word[before])) break
    isWithin ||= isPreposition(before) && word[before] !== 'of'
    first--
  }
  const opens = first === begins || quoteDepth[first - 1] !== quoteDepth[noun]
  if (isPreposition(first)) return { place: opens ? 'front' : 'object', first }
  const isSubject = opens || (!isWithin && (pos[first - 1] === CCONJ || OPENS_SUBJECT.has(word[first - 1])))
  return { place: isSubject ? 'subject' : 'object', first }
}

/** The most tokens before a noun that belong to its phrase or to one that it is in. */
const LONGEST_PHRASE = 12

const FRONTS = new Set(['to', 'after', 'before', 'amid', 'amidst', 'despite'])
const OPENS_SUBJECT = new Set([',', ':', ';', 'that', 'because', 'while', 'although'])
export const POSSESSIVES: ReadonlySet<string> = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your'])

/** Whether a token may be a part of a noun phrase before its last noun. */
export function isOfPhrase({ pos, word }: Tokens, token: number): boolean {
  const p = pos[token]
  return p === NOUN || p === PROPN || p === ADJ || p === DET || p === NUM || word[token] === "'s" || word[token] === '-'
}

export interface FiniteVerb {
  readonly first: number
  /** With what else it consists of: "had been met". */
  readonly last: number
  /** It is no participle behind its noun: "the plant built in 1970". */
  readonly isSure: boolean
  /** It shares the subject of the verb before, or is that of a clause within: it is neither the clause's own nor the sentence's. */
  readonly isExtra: boolean
}

/** The finite verbs behind the first token of a run, in text order, at that token's depth of quotation. */
export function verbsOf(tokens: Tokens, run: TokenRun): FiniteVerb[] {
  const { word, pos, quoteDepth } = tokens
  const verbs: FiniteVerb[] = []
  let within = 0
  for (let t = run.first + 1; t <= run.last; t++) {
    if (quoteDepth[t] !== quoteDepth[run.first]) continue
    if (OPENS_CLAUSE.has(word[t]) || (pos[t] === SCONJ && word[t] !== 'that')) within++
    if (!isFinite(tokens, t)) continue
    const first = t
    while (t < run.last && goesOn(tokens, t + 1)) t++
    let before = first - 1
    while (pos[before] === ADV) before--
    const isJoined = JOINS.has(word[before])
    const isSure = pos[first] === AUX || pos[before] === PRON || FOLLOWS_VERB.has(pos[t + 1]) || isFinite(tokens, t + 1)
    verbs.push({ first, last: t, isSure, isExtra: isJoined || within > 0 })
    if (isSure && !isJoined && within > 0) within--
  }
  return verbs
}

/** Whether a token is of the verb before it: "[had] been met", "[would] not have", but "[had fallen] was". */
export function goesOn(tokens: Tokens, token: number): boolean {
  const p = tokens.pos[token]
  if (p === ADV || (p === PART && tokens.word[token] !== 'to')) return true
  return (p === AUX || p === VERB) && (tokens.word[token] === 'have' || !isFinite(tokens, token))
}

const OPENS_CLAUSE = new Set(['that', 'who', 'which', 'what', 'whether', 'if', 'how', 'why', 'when', 'where', 'whose'])
const JOINS = new Set(['and', 'or', 'but', ','])
const FOLLOWS_VERB: ReadonlySet<number> = new Set([DET, PRON, PROPN, NOUN, ADJ, NUM, SCONJ])

/** The verb of the sentence behind those of a clause that is a part of its subject, of which the clause has `own` for itself; undefined where there is none. */
export function outerVerb({ word }: Tokens, verbs: readonly FiniteVerb[], own: number): FiniteVerb | undefined {
  const plain = verbs.filter(({ isExtra }) => !isExtra)
  const sure = plain.filter(({ isSure }) => isSure)
  const all = sure.length > own ? sure : plain
  // "That the dam is safe and the wall is high has angered"
  const isJoined = (k: number): boolean => k > 0 && k + 1 < all.length && word.slice(all[k - 1].last, all[k].first).includes('and') // prettier-ignore
  return all.find((_, k) => k >= own && !isJoined(k))
}

/** Where the main clause begins, behind the first comma with a subject and a verb after the clause's own verb. -1 where none does. */
export function mainClause(tokens: Tokens, verbs: readonly FiniteVerb[], run: TokenRun): number {
  const { word } = tokens
  if (verbs.length === 0) return -1
  for (let t = verbs[0].last + 1; t < run.last; t++) {
    if (word[t] !== ',') continue
    const subject = nounPhrase(tokens, t + 1, run.last, true)
    if (subject !== null && verbs.some(({ first }) => first > subject.last && first <= subject.last + 2)) return t
  }
  return -1
}
