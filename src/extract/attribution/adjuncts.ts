import { kindOfNoun, PERSON } from '../../record/nouns.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { ACCOUNTS, ADJUNCTS } from './lexicon.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { sourceOf } from './source.js'
import { withoutJoints, withQuotationMarks, type TokenRun } from './runs.js'

const { VERB, AUX, NOUN, PROPN, PRON, DET, ADV, ADJ, ADP, PUNCT } = PART_OF_SPEECH

/**
 * How sure it is that a set phrase and a noun phrase attribute the rest of their sentence. Of all on polnear-train 81 in a hundred are
 * right; those that no draft has found are the harder ones.
 */
const CERTAINTY = 0.7

/** Statements by a set phrase: "according to", "in the words of". What stands after it is the source, the rest of the sentence the content. */
export function adjunctsOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count; t++) {
    const phrases = ADJUNCTS.get(tokens.word[t])
    const cue = phrases === undefined ? null : phraseAt(tokens, t, phrases)
    if (cue === null) continue
    const clause = isFree(cue) ? around(tokens, cue) : null
    if (clause !== null) found.push(ruled({ ...clause, cue }, CERTAINTY))
    t = cue.last
  }
  return found
}

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
  return p === DET || p === PROPN || (p === NOUN && word[last + 1] !== lemma[last + 1])
}

/** Whether a cue and an account are apart from the rest of the sentence: "By most accounts, it fell", "It fell, by the ministry's count." */
function precedesAccount(tokens: Tokens, { first, last }: TokenRun): boolean {
  const { word, lemma, sentence, sentences } = tokens
  const s = sentence[first]
  if (first !== sentences.first[s] && word[first - 1] !== ',') return false
  const phrase = nounPhrase(tokens, last + 1, sentences.last[s], false)
  if (phrase === null || !ACCOUNTS.has(lemma[phrase.last])) return false
  return word[phrase.last + 1] === ',' || SENTENCE_ENDS.has(word[phrase.last + 1]) || phrase.last === sentences.last[s]
}

/** What must hold for phrases that are mostly something else, by their last word. */
const CONDITIONS: ReadonlyMap<string, (tokens: Tokens, cue: TokenRun) => boolean> = new Map([
  ['per', precedesSomebody],
  ['to', (tokens, cue) => !tellsHow(tokens, cue)],
  ['by', precedesAccount],
])

/** Source and content of a phrase: its sentence, or as much of it as lies in the same quotations, and no further away than a passage is long. */
function around(tokens: Tokens, cue: TokenRun): { source: TokenRun; content: TokenRun[] } | null {
  const { word, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  let first = cue.first
  let last = cue.last
  const begins = Math.max(sentences.first[sentence[cue.first]], cue.first - LONGEST_PASSAGE)
  const ends = Math.min(sentences.last[sentence[cue.first]], cue.last + LONGEST_PASSAGE)
  while (first > begins && quoteDepth[first - 1] >= depth && !PARTS.has(word[first - 1])) first--
  while (last < ends && quoteDepth[last + 1] >= depth && !(word[last + 1] === ';' && beginsAnew(tokens, last + 2, ends))) last++ // prettier-ignore
  const before =
    first < cue.first
      ? withoutJoints(tokens, { first: asideBefore(tokens, first, cue.first), last: cue.first - 1 })
      : null
  const leads = before === null || !has(tokens, before, [NOUN, PROPN, PRON]) || JOINING.has(word[before.last])

  const next = cue.last + 1
  // "According to police": the noun may be taken for a verb.
  const single = next <= last && /^[\p{L}\p{N}]/u.test(word[next]) ? { first: next, last: next } : null
  const phrase = nounPhrase(tokens, next, last, true) ?? single
  if (phrase === null) return null
  let end = phrase.last
  // After the content the source goes on to the next comma or the end; before it, it ends with its noun phrase or at the comma.
  while (end < last && word[end + 1] !== ',' && !SENTENCE_ENDS.has(word[end + 1])) {
    const p = tokens.pos[end + 1]
    if (leads && (p === VERB || p === AUX || p === PRON)) break
    end++
  }
  if (leads && end > phrase.last && word[end + 1] !== ',') end = phrase.last
  if (leads) end = behindParticiple(tokens, behindApposition(tokens, { first: next, last: end }, last), last)
  const source = sourceOf(tokens, { first: next, last: end }, cue, null)
  if (source === null) return null
  const after = end < last ? withoutJoints(tokens, { first: end + 1, last }) : null
  const content: TokenRun[] = []
  if (!leads) content.push(withQuotationMarks(tokens, before))
  const isOpen = leads || !has(tokens, before, [VERB, AUX]) || tokens.pos[before.last] === AUX
  const goesOn = isOpen && after !== null && has(tokens, after, [VERB, AUX, NOUN, PROPN, ADJ])
  if (goesOn) content.push(withQuotationMarks(tokens, after))
  return content.length === 0 || (isOpen && !goesOn) ? null : { source, content }
}

/** Marks that what is attributed does not go over. */
const PARTS = new Set([':', ';'])

/**
 * Where the aside begins that a phrase follows without a comma, which is then all that it is about: "The storm hit the coast, | killing ten
 * according to the police"; else `first`.
 */
function asideBefore({ word, pos, quoteDepth }: Tokens, first: number, cue: number): number {
  let t = cue - 1
  while (t > first && word[t] !== ',' && quoteDepth[t] === quoteDepth[cue]) t--
  const isAside = t > first && t < cue - 1 && word[t] === ',' && quoteDepth[t] === quoteDepth[cue]
  const next = t + 1
  return isAside && (ASIDES.has(word[next]) || (pos[next] === VERB && word[next].endsWith('ing'))) ? next : first
}

const ASIDES = new Set(['which', 'with'])

/**
 * Where a source ends with the apposition that two commas part from it: "According to Tove Arnell, head of the council, the bridge fell", "According
 * to the head of the council, Tove Arnell, the bridge fell". A clause must follow, so that "the bridge, built in 1990, fell" is none.
 */
function behindApposition(tokens: Tokens, { first, last: end }: TokenRun, last: number): number {
  const { word, pos } = tokens
  if (word[end + 1] !== ',') return end
  const comma = commaBehind(tokens, end + 2, last)
  const apposition = { first: end + 2, last: comma - 1 }
  const isNamed = pos[first] === DET && kindOfNoun(tokens.lemma[nounOf(tokens, first, end)]) === PERSON
  if (isNamed && isName(tokens, apposition) && word[comma] === ',' && comma < last) return comma - 1
  if (pos[end] !== PROPN) return end
  const isClause = word[end + 2] === 'who'
  // "Sadie Weiner, Hagan's former spokeswoman": what is somebody's own.
  const isOwn = pos[end - 1] === PROPN && pos[end + 2] === PROPN && pos[comma - 1] === NOUN && word[end + 3] === "'s"
  const isPhrase = (isOwn || APPOSITION_STARTS.includes(pos[end + 2])) && has(tokens, apposition, [NOUN, PROPN]) && !has(tokens, apposition, [VERB, AUX]) // prettier-ignore
  return (isClause || isPhrase) && beginsClause(tokens, comma, last) ? comma - 1 : end
}

/** The noun that a phrase is about: the last one before what "of" and the like join to it. */
function nounOf({ pos }: Tokens, first: number, last: number): number {
  let head = first
  while (head < last && pos[head + 1] !== ADP) head++
  return head
}

function isName({ pos }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (pos[t] !== PROPN) return false
  return first <= last
}

const APPOSITION_STARTS: readonly number[] = [DET, NOUN, ADV, ADJ]

/** Where a noun ends with what a participle tells of it: "According to a memo posted online by the senator, the hearing was cancelled". */
function behindParticiple(tokens: Tokens, end: number, last: number): number {
  const { word, pos } = tokens
  if (!isParticiple(tokens, end + 1)) return end
  const comma = commaBehind(tokens, end + 1, last)
  for (let t = end + 2; t < comma; t++)
    if (pos[t] === AUX || (pos[t] === VERB && !isParticiple(tokens, t)) || JOINING.has(word[t])) return end
  return beginsClause(tokens, comma, last) ? comma - 1 : end
}

function isParticiple({ word, pos }: Tokens, token: number): boolean {
  return pos[token] === VERB && PARTICIPLE.test(word[token])
}

/** Ends of participles, of irregular ones too: "posted", "citing", "drawn", "written", "made", "held". */
const PARTICIPLE = /(?:ed|ing|wn|en|de|ld)$/

/** The first comma from a token on, or where the sentence ends before one. */
function commaBehind({ word }: Tokens, from: number, last: number): number {
  let comma = from
  while (comma <= last && word[comma] !== ',' && !SENTENCE_ENDS.has(word[comma])) comma++
  return comma
}

/** Whether a subject and a verb follow a comma. */
function beginsClause(tokens: Tokens, comma: number, last: number): boolean {
  if (tokens.word[comma] !== ',' || comma >= last) return false
  const first = comma + (tokens.pos[comma + 1] === ADV ? 2 : 1)
  return opensClause(tokens, first, last)
}

/** Whether a clause begins at a token, or another such phrase. */
function beginsAnew(tokens: Tokens, first: number, last: number): boolean {
  return opensClause(tokens, first, last) || ADJUNCTS.has(tokens.word[first])
}

/** Whether a subject begins at a token, and a verb follows somewhere behind it. */
function opensClause(tokens: Tokens, first: number, last: number): boolean {
  const subject = nounPhrase(tokens, first, last, true)
  return subject !== null && has(tokens, { first: subject.last + 1, last }, [VERB, AUX])
}

/** Words that begin a clause: where one stands right before the phrase, the content is what follows. */
const JOINING = new Set(['and', 'but', 'that', 'because', 'while', 'when', 'as', 'so', 'or', 'although', 'if', 'which'])
const SENTENCE_ENDS = new Set(['.', '!', '?', ';', ':', '—', '–'])

function has({ pos }: Tokens, { first, last }: TokenRun, parts: readonly number[]): boolean {
  for (let t = first; t <= last; t++) if (parts.includes(pos[t])) return true
  return false
}
