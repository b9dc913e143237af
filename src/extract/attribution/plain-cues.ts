import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isPassive } from './act.js'
import { ruled, type Attribution } from './attribution.js'
import { clauseOf } from './clause.js'
import { isFinite } from './finite-verbs.js'
import { DOCUMENTS, TIME_WORDS } from './lexicon.js'
import { goesOn, isOfPhrase, placeOf } from './outer-clause.js'
import { nounPhrase } from './participants.js'
import { withoutJoints, type TokenRun } from './runs.js'

const { VERB, AUX, ADV, ADP, NOUN, PROPN, PRON } = PART_OF_SPEECH

/** How sure it is that such words are a statement: of documents in annotated articles that show or find something all but one are. */
const CERTAINTY = 0.6

/**
 * Statements whose words leave no doubt, where no draft has found them: what a document shows ("A poll showed Reed ahead"), what somebody appeals for
 * ("appealed for calm") or to somebody to do ("appealed to both sides to hold their fire"), what somebody calls something ("called the bill a
 * disgrace"), what follows from a document, what somebody does besides who does something else ("After accusing the mayor of lying, the president left").
 */
export function plainCuesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, lemma, pos } = tokens
  const found: Attribution[] = []
  for (let t = 1; t < tokens.count - 1; t++) {
    // "Before warning that"
    const isOpening =
      word[t].endsWith('ing') && (OPENING.has(lemma[t]) || (word[t] === 'warning' && word[t + 1] === 'that'))
    if (pos[t] !== VERB && !(isOpening && pos[t] === NOUN)) continue
    const parts = isOpening
      ? openingAt(tokens, t)
      : word[t] === 'follows' && word[t - 1] === 'it'
        ? shownAt(tokens, t)
        : SHOWING.has(lemma[t]) || CONDITIONS.has(lemma[t])
          ? mainAt(tokens, t)
          : null
    if (parts === null || !isFree(parts.cue)) continue
    const clause = clauseOf(tokens, parts)
    if (clause !== null) found.push(ruled(clause, CERTAINTY))
  }
  return found
}

interface Parts {
  readonly cue: TokenRun
  readonly source: TokenRun
  readonly content: TokenRun[]
}

const SHOWING = new Set(['show', 'indicate', 'find', 'suggest', 'reveal'])

/** A verb behind its subject, and what follows. */
function mainAt(tokens: Tokens, verb: number): Parts | null {
  const { word, lemma, pos, sentence, sentences } = tokens
  const begins = sentences.first[sentence[verb]]
  const last = sentences.last[sentence[verb]]
  let first = verb
  while (first > begins && (pos[first - 1] === AUX || pos[first - 1] === ADV)) first--
  let noun = first - 1
  // "A poll on Monday showed"
  if (noun > begins + 1 && TIME_WORDS.has(word[noun]) && word[noun - 1] === 'on') noun -= 2
  const end = word[noun] === ',' ? noun - 1 : noun
  if (end < noun) noun = describedBefore(tokens, noun, begins)
  if (noun < begins || (pos[noun] !== NOUN && pos[noun] !== PROPN && pos[noun] !== PRON)) return null
  const place = placeOf(tokens, noun)
  if (place.place !== 'subject' || (first === verb && word[verb] === lemma[verb] && !PLURAL.test(word[noun])))
    return null
  const isAppeal = lemma[verb] === 'appeal'
  let head = place.first
  while (head < noun && pos[head + 1] !== ADP) head++
  const holds = CONDITIONS.get(lemma[verb])
  if (holds === undefined ? !DOCUMENTS.has(lemma[head]) && !TELLING.has(word[head]) : !holds(tokens, verb, last)) return null // prettier-ignore
  const cue = { first, last: isAppeal ? verb + 1 : verb }
  const content = withoutJoints(tokens, { first: cue.last + 1, last })
  if (content === null || isPassive(tokens, cue)) return null
  return { cue, source: { first: place.first, last: end }, content: [content] }
}

/** The noun that a phrase between two commas describes, by the second: "The master, Ines Dahl, appealed"; -1 where there is none. */
function describedBefore(tokens: Tokens, comma: number, begins: number): number {
  let t = comma - 1
  while (t > begins && isOfPhrase(tokens, t)) t--
  return tokens.word[t] === ',' && t < comma - 1 ? t - 1 : -1
}

const PLURAL = /(?:s|data|they|we|i|you)$/
/** Documents whose words are no nouns of their own, or are taken for names: "Minutes", "Polls". */
const TELLING = new Set(['minutes', 'polls', 'documents', 'results', 'emails', 'images'])

/** Whether somebody is asked for something: "appealed for calm", "appealed to both sides to", but "appealed to the court". */
function asksFor(tokens: Tokens, verb: number, last: number): boolean {
  const { word } = tokens
  if (word[verb + 1] === 'for') return true
  const whom = word[verb + 1] === 'to' ? nounPhrase(tokens, verb + 2, last, true) : null
  return whom !== null && word[whom.last + 1] === 'to'
}

/** Whether somebody is called something: "called the bill a disgrace", “called it ‘absurd’”; but "called the boat the Titanic", "called him a week later". */
function judges(tokens: Tokens, verb: number, last: number): boolean {
  const { word, pos, quoteDepth } = tokens
  const object = nounPhrase(tokens, verb + 1, last, true)
  if (object === null || object.last >= last) return false
  const next = object.last + 1
  if (quoteDepth[next] > quoteDepth[verb]) return true
  const what = ARTICLES.has(word[next]) ? nounPhrase(tokens, next, last, false) : null
  return (
    what !== null &&
    pos[what.last] === NOUN &&
    !TIME_WORDS.has(word[what.last]) &&
    !CALLED_OTHERWISE.has(word[what.last])
  )
}

const ARTICLES = new Set(['a', 'an', 'the'])
const CALLED_OTHERWISE = new Set('time times minute minutes hour hours day days week weeks month months year years moment moments while cab taxi ambulance bit'.split(' ')) // prettier-ignore

/** What must follow a verb of what anybody does, not of what documents show. */
const CONDITIONS = new Map([
  ['appeal', asksFor],
  ['call', judges],
])

/** What follows from a document: "It follows from the statement that the talks go on". */
function shownAt(tokens: Tokens, follows: number): Parts | null {
  const { word, sentence, sentences } = tokens
  const last = sentences.last[sentence[follows]]
  const source = word[follows + 1] === 'from' ? nounPhrase(tokens, follows + 2, last, true) : null
  if (source === null || word[source.last + 1] !== 'that' || source.last + 1 >= last) return null
  return { cue: { first: follows, last: follows + 1 }, source, content: [{ first: source.last + 1, last }] }
}

/** A participle that opens a sentence behind a preposition, with what it tells, and the subject behind it: "After accusing the mayor of lying, the president". */
function openingAt(tokens: Tokens, verb: number): Parts | null {
  const { word, sentence, sentences, quoteDepth } = tokens
  const s = sentence[verb]
  const last = sentences.last[s]
  if (verb !== sentences.first[s] + 1 || !PREPOSITIONS.has(word[verb - 1])) return null
  for (let t = verb + 2; t < last; t++) {
    if (word[t] !== ',' || quoteDepth[t] !== quoteDepth[verb]) continue
    const subject = nounPhrase(tokens, t + 1, last, true)
    if (subject === null) continue
    // "The mayor, Tom Hale, left"
    const described = word[subject.last + 1] === ',' ? nounPhrase(tokens, subject.last + 2, last, true) : null
    const isDescribed = described !== null && word[described.last + 1] === ','
    const source = { first: subject.first, last: isDescribed ? described.last : subject.last }
    let next = source.last + (isDescribed ? 2 : 1)
    while (tokens.pos[next] === ADV) next++
    if (next <= last && (isFinite(tokens, next) || goesOn(tokens, next)))
      return {
        cue: { first: verb, last: verb },
        source,
        content: [{ first: verb + 1, last: t - 1 }],
      }
  }
  return null
}

const PREPOSITIONS = new Set(['after', 'before', 'while', 'by', 'in', 'despite', 'since', 'when'])

/** Verbs of saying that tell what is said wherever they stand. */
const OPENING = new Set(
  `accuse say claim announce warn insist admit deny suggest argue declare praise criticise criticize note stress describe pledge vow reveal promise confirm acknowledge
  complain allege predict urge denounce condemn`.split(/\s+/),
)
