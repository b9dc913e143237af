import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { isFinite } from './extent.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { without, withoutJoints, type TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { VERB, AUX, ADV, ADP, ADJ, NOUN, PROPN, PRON, DET, NUM, PART, SCONJ, CCONJ } = PART_OF_SPEECH

/** How sure it is that such a noun and its clause are a statement: of those in annotated articles nine in ten are. */
const CERTAINTY = 0.6

/**
 * Statements of a noun and the clause that tells what it is: "rejected claims that he lied", "a warning from the bank that debts are high". Their source
 * is whose it is, where that is told right beside the noun.
 */
export function nounClausesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const cue = { first: t, last: t }
    const parts = isNounOfSaying(tokens, t) && isFree(cue) ? partsOf(tokens, cue) : null
    if (parts !== null) found.push(ruled({ ...parts, cue }, CERTAINTY))
  }
  return found
}

/** Nouns whose clause is nearly always what somebody says or thinks. */
const NOUNS = new Set(
  `accusation allegation assertion assurance claim complaint concern criticism contention denial fear insistence prediction promise rumour rumor speculation
  suggestion warning belief worry`.split(/\s+/),
)

/** Whether a token is such a noun, and not the same word as a verb ("residents claim that"): it has an article, an owner, an adjective, or stands behind a verb. */
function isNounOfSaying({ lemma, pos, word, sentence, sentences }: Tokens, token: number): boolean {
  if (!NOUNS.has(lemma[token])) return false
  if (!ALSO_VERBS.has(lemma[token]) || token === sentences.first[sentence[token]]) return true
  const before = pos[token - 1]
  return before !== PRON && before !== NOUN && before !== PROPN && before !== AUX && before !== ADV && before !== CCONJ || POSSESSIVES.has(word[token - 1]) // prettier-ignore
}

/** Those that are verbs, too. */
const ALSO_VERBS = new Set(['claim', 'fear', 'promise', 'worry', 'rumour', 'rumor', 'concern'])

function partsOf(tokens: Tokens, cue: TokenRun): { source: TokenRun | null; content: TokenRun[] } | null {
  const { word, sentence, sentences } = tokens
  const ends = Math.min(sentences.last[sentence[cue.first]], cue.first + LONGEST_PASSAGE)
  const by = HOLDERS.has(word[cue.last + 1]) ? nounPhrase(tokens, cue.last + 2, ends, true) : null
  const that = (by?.last ?? cue.last) + 1
  if (that >= ends || word[that] !== 'that' || !opensClause(tokens, that)) return null
  const whole = withoutJoints(tokens, { first: that, last: ends })
  if (whole === null) return null
  const content = withinNoun(tokens, [whole], cue)
  if (content.length === 0) return null
  const source = by ?? possessorOf(tokens, cue)
  return { source: source === null ? null : sourceOf(tokens, source, cue, null), content: [...content] }
}

/** What stands before whose claim it is. */
const HOLDERS = new Set(['by', 'from', 'among'])

/** Whether a clause follows "that", and no verb of which it is the subject itself ("claims that were made"). */
function opensClause({ pos, word }: Tokens, that: number): boolean {
  let next = that + 1
  while (pos[next] === ADV) next++
  if (pos[next] === VERB || pos[next] === AUX || word[next] === ',') return false
  // "Accusations that impact my values"
  return pos[next] !== NOUN || (pos[next + 1] !== DET && !POSSESSIVES.has(word[next + 1]))
}

/** Whose the noun is: "his claim", "the minister's repeated claim"; null where nobody is told. */
function possessorOf(tokens: Tokens, cue: TokenRun): TokenRun | null {
  const { word, pos, sentence, sentences } = tokens
  let last = cue.first - 1
  while (pos[last] === ADJ || pos[last] === NUM) last--
  if (POSSESSIVES.has(word[last])) return { first: last, last }
  if (word[last] !== "'s" && word[last] !== "'") return null
  const begins = sentences.first[sentence[cue.first]]
  let first = last
  while (first > begins && first > last - LONGEST_NAME && isOfPhrase(tokens, first - 1)) first--
  return first === last ? null : { first, last: last - 1 }
}

const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your'])
const LONGEST_NAME = 8

function isOfPhrase({ pos, word }: Tokens, token: number): boolean {
  const p = pos[token]
  return p === NOUN || p === PROPN || p === ADJ || p === DET || p === NUM || word[token] === "'s" || word[token] === '-'
}

/**
 * The clause of a noun less what its sentence goes on with: the verb of which the noun is the subject ("His claim that the dam is safe | has angered
 * residents"), or the main clause that it stands before ("Amid fears that the dam could burst, | the army left").
 */
export function withinNoun(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const run = content.find(({ first }) => first > cue.last)
  if (run === undefined || tokens.word[run.first] !== 'that' || !isNounOfSaying(tokens, cue.last)) return content
  const verbs = verbsOf(tokens, run, cue)
  const place = placeOf(tokens, cue)
  const end = place === 'subject' ? outerVerb(tokens, verbs) : place === 'front' ? mainClause(tokens, verbs, run) : -1
  if (end < 0) return content
  return without(content, { first: end, last: content.at(-1)!.last }).flatMap(
    (rest) => withoutJoints(tokens, rest) ?? [],
  )
}

/** Where a noun stands in its sentence: it begins a clause, or a phrase that comes before one, or it follows a verb. */
type Place = 'subject' | 'front' | 'object'

function placeOf(tokens: Tokens, cue: TokenRun): Place {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const begins = sentences.first[sentence[cue.first]]
  let first = cue.first
  let isFront = false
  while (first > begins && first > cue.first - LONGEST_PHRASE && quoteDepth[first - 1] === quoteDepth[cue.first]) {
    const isPreposition = (pos[first - 1] === ADP || FRONTS.has(word[first - 1])) && word[first - 1] !== 'that'
    if (!isPreposition && !isOfPhrase(tokens, first - 1) && !POSSESSIVES.has(word[first - 1])) break
    isFront ||= isPreposition && word[first - 1] !== 'of'
    first--
  }
  const opens = first === begins || quoteDepth[first - 1] !== quoteDepth[cue.first]
  if (isFront) return opens ? 'front' : 'object'
  return opens || pos[first - 1] === CCONJ || OPENS_SUBJECT.has(word[first - 1]) ? 'subject' : 'object'
}

const FRONTS = new Set(['to', 'after', 'before', 'amid', 'amidst', 'despite'])
const OPENS_SUBJECT = new Set([',', ':', ';', 'that', 'because', 'while', 'although'])

/** The most tokens before a noun that belong to its phrase or to one that it is in. */
const LONGEST_PHRASE = 12

interface FiniteVerb {
  readonly first: number
  /** With what else it consists of: "had been met". */
  readonly last: number
  /** It is no participle behind its noun: "the plant built in 1970". */
  readonly isSure: boolean
  /** It shares the subject of the verb before, or is that of a clause within: it asks for no place of its own. */
  readonly isExtra: boolean
}

/** The finite verbs of a clause, in text order. */
function verbsOf(tokens: Tokens, run: TokenRun, cue: TokenRun): FiniteVerb[] {
  const { word, pos, quoteDepth } = tokens
  const verbs: FiniteVerb[] = []
  let within = 0
  for (let t = run.first + 1; t <= run.last; t++) {
    if (quoteDepth[t] !== quoteDepth[cue.first]) continue
    if (OPENS_CLAUSE.has(word[t]) || (pos[t] === SCONJ && word[t] !== 'that')) within++
    if (!isFinite(tokens, t)) continue
    const first = t
    while (t < run.last && goesOn(tokens, t + 1)) t++
    let before = first - 1
    while (pos[before] === ADV) before--
    const isSure = pos[first] === AUX || pos[before] === PRON || FOLLOWS_VERB.has(pos[t + 1])
    const isExtra = JOINS.has(word[before]) || within > 0
    if (isSure && !JOINS.has(word[before]) && within > 0) within--
    verbs.push({ first, last: t, isSure, isExtra })
  }
  return verbs
}

/** Whether a token is of the verb before it: "[had] been met", "[would] not have", but "[had fallen] was". */
function goesOn(tokens: Tokens, token: number): boolean {
  const p = tokens.pos[token]
  if (p === ADV || (p === PART && tokens.word[token] !== 'to')) return true
  return (p === AUX || p === VERB) && (tokens.word[token] === 'have' || !isFinite(tokens, token))
}

const OPENS_CLAUSE = new Set(['that', 'who', 'which', 'what', 'whether', 'if', 'how', 'why', 'when', 'where', 'whose'])
const JOINS = new Set(['and', 'or', 'but', ','])
const FOLLOWS_VERB: ReadonlySet<number> = new Set([DET, PRON, PROPN, NOUN, ADJ, NUM, SCONJ])

/** Where the verb begins of which the noun of a clause is the subject: the one behind the clause's own. -1 where there is none. */
function outerVerb({ word }: Tokens, verbs: readonly FiniteVerb[]): number {
  const isEnough = verbs.filter(({ isSure, isExtra }) => isSure && !isExtra).length > 1
  const own = verbs.filter(({ isSure, isExtra }) => !isExtra && (isSure || !isEnough))
  // "That the dam is safe and the wall is high has angered"
  for (let k = 1; k < own.length; k++) {
    const isJoined = k + 1 < own.length && word.slice(own[k - 1].last, own[k].first).includes('and')
    if (!isJoined) return own[k].first
  }
  return -1
}

/** Where the main clause begins, behind the first comma with a subject and a verb after the clause's own verb. -1 where none does. */
function mainClause(tokens: Tokens, verbs: readonly FiniteVerb[], run: TokenRun): number {
  const { word } = tokens
  if (verbs.length === 0) return -1
  for (let t = verbs[0].last + 1; t < run.last; t++) {
    if (word[t] !== ',') continue
    const subject = nounPhrase(tokens, t + 1, run.last, true)
    if (subject !== null && verbs.some(({ first }) => first > subject.last && first <= subject.last + 2)) return t
  }
  return -1
}
