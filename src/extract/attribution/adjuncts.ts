import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { clauseFrom, contentAround, surroundingsOf } from './adjunct-content.js'
import { endsSource, leadingSource, sourceBehind } from './adjunct-sources.js'
import { ruled, type Attribution } from './attribution.js'
import { ACCOUNTS, ADJUNCTS } from './lexicon.js'
import { POSSESSIVES } from './outer-clause.js'
import { nounPhrase } from './participants.js'
import type { TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { ADJ, NOUN, PROPN, DET, PUNCT } = PART_OF_SPEECH

/**
 * How sure it is that a set phrase and a noun phrase attribute the rest of their sentence. Of all on polnear-train 81 in a hundred are
 * right; those that no draft has found are the harder ones.
 */
const CERTAINTY = 0.7

/**
 * Statements by a set phrase: "according to police", "in the words of the mayor", "in his opinion". It names the source; the rest of the sentence is the
 * content.
 */
export function adjunctsOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const owned = tokens.word[t] === 'in' ? ownedAt(tokens, t) : null
    if (owned !== null && isFree(owned.cue)) {
      found.push(ruled(owned, CERTAINTY))
      t = owned.cue.last
      continue
    }
    const phrases = ADJUNCTS.get(tokens.word[t])
    const cue = phrases === undefined ? null : phraseAt(tokens, t, phrases)
    if (cue === null) continue
    const clause = isFree(cue) ? around(tokens, cue) : null
    if (clause !== null) found.push(ruled({ ...clause, cue }, CERTAINTY))
    t = cue.last
  }
  return found
}

/** Source, cue and content of a phrase that marks apart by whose words or view it is so: "in the minister's opinion", "in his words"; null where none stands there. */
function ownedAt(tokens: Tokens, token: number): { cue: TokenRun; source: TokenRun; content: TokenRun[] } | null {
  const { word, quoteDepth, sentence, sentences } = tokens
  const last = Math.min(sentences.last[sentence[token]], token + LONGEST_OWNER)
  let noun = token + 2
  while (noun < last && !(OWNED.has(word[noun]) && isPossessive(tokens, token + 1, noun - 1))) noun++
  if (!OWNED.has(word[noun]) || noun > last || word[noun + 1] === 'of') return null
  const isOpening = token === sentences.first[sentence[token]] || MARKS.has(word[token - 1]) || quoteDepth[token - 1] !== quoteDepth[token] // prettier-ignore
  if (!isOpening && !OPENS.has(word[token - 1])) return null
  const source = sourceOf(tokens, { first: token + 1, last: noun - 1 }, { first: noun, last: noun }, null)
  const content = contentAround(tokens, surroundingsOf(tokens, { first: token, last: noun }), noun)
  return source === null || content === null ? null : { cue: { first: noun, last: noun }, source, content }
}

/** Whether a run is whose something is: "his", "the minister's". */
function isPossessive({ word, pos }: Tokens, first: number, last: number): boolean {
  if (first === last || (last === first + 1 && word[last] === 'own')) return POSSESSIVES.has(word[first])
  if (word[last] !== "'s" && word[last] !== "'") return false
  for (let t = first; t < last; t++) if (pos[t] !== DET && pos[t] !== NOUN && pos[t] !== PROPN && pos[t] !== ADJ) return false // prettier-ignore
  return true
}

const OWNED = new Set(['words', 'opinion', 'view', 'estimation', 'judgment', 'judgement'])
const OPENS = new Set(['that', 'and', 'but', 'because', 'which', 'who'])
const MARKS = new Set([',', '—', '–', '-', '('])

/** The most tokens of whose words they are. */
const LONGEST_OWNER = 10

/** The first of the phrases that stands at a token, or null. */
function phraseAt(tokens: Tokens, token: number, phrases: readonly (readonly string[])[]): TokenRun | null {
  const { word } = tokens
  const found = phrases.find((words) => words.every((each, k) => word[token + k] === each))
  if (found === undefined) return null
  const cue = { first: token, last: token + found.length - 1 }
  return CONDITIONS.get(word[cue.last])?.(tokens, cue) === false ? null : cue
}

/** Whether "according to" tells how, and not by whom: "went according to plan". */
export function tellsHow({ word, pos, count }: Tokens, { first, last }: TokenRun): boolean {
  const behind = last + 2
  return word[first] === 'according' && MANNERS.has(word[last + 1]) && (behind >= count || pos[behind] === PUNCT)
}

const MANNERS = new Set('plan schedule custom tradition taste need needs merit size type age circumstances'.split(' '))

/** Whether a noun phrase follows a cue that is no unit: "per the police", "per CNN", "per reports", but "per day". */
function precedesSomebody({ word, lemma, pos }: Tokens, { last }: TokenRun): boolean {
  const p = pos[last + 1]
  if (UNITS.has(word[last + 1])) return false
  return p === DET || p === PROPN || (p === NOUN && word[last + 1] !== lemma[last + 1])
}

const UNITS = new Set(['capita', 'cent', 'person', 'head', 'se', 'annum', 'diem'])

/** Whether a cue and an account are apart from the rest of the sentence: "By most accounts, it fell", "It fell, by the ministry's count." */
function precedesAccount(tokens: Tokens, { first, last }: TokenRun): boolean {
  const { word, lemma, sentence, sentences } = tokens
  const s = sentence[first]
  if (first !== sentences.first[s] && word[first - 1] !== ',') return false
  const phrase = nounPhrase(tokens, last + 1, sentences.last[s], false)
  if (phrase === null || !ACCOUNTS.has(lemma[phrase.last])) return false
  return word[phrase.last + 1] === ',' || endsSource(tokens, phrase.last + 1) || phrase.last === sentences.last[s]
}

/** What must hold for phrases that are mostly something else, by their last word. */
const CONDITIONS: ReadonlyMap<string, (tokens: Tokens, cue: TokenRun) => boolean> = new Map([
  ['per', precedesSomebody],
  ['to', (tokens, cue) => !tellsHow(tokens, cue)],
  ['by', precedesAccount],
])

/** Source and content of a phrase. */
function around(tokens: Tokens, cue: TokenRun): { source: TokenRun; content: TokenRun[] } | null {
  const { word } = tokens
  const surroundings = surroundingsOf(tokens, cue)
  const { leads, isOpen, last } = surroundings
  const next = cue.last + 1
  if (word[next] === 'which' && next < last)
    return { source: { first: next, last: next }, content: [clauseFrom(tokens, next + 1, last)] }
  const run = { first: next, last }
  const phrase = leads ? leadingSource(tokens, run) : sourceBehind(tokens, run, isOpen && word[cue.first - 1] !== ',')
  const source = phrase === null ? null : sourceOf(tokens, phrase, cue, null)
  if (phrase === null || source === null) return null
  const content = contentAround(tokens, surroundings, phrase.last)
  return content === null ? null : { source, content }
}
