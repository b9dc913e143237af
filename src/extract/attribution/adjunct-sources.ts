import { kindOfNoun, PERSON } from '../../record/nouns.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { hasFinite } from './finite-verbs.js'
import { nounPhrase } from './participants.js'
import { hasPart, type TokenRun } from './runs.js'

/* How far the phrase goes that names a source behind "according to" and its like. */

const { VERB, AUX, NOUN, PROPN, PRON, DET, ADV, ADJ, ADP } = PART_OF_SPEECH

/** The source of what follows it: it ends with its noun phrase or at the comma, behind what describes it; null where none stands there. */
export function leadingSource(tokens: Tokens, { first, last }: TokenRun): TokenRun | null {
  const { word, pos } = tokens
  const phrase = phraseFrom(tokens, first, last)
  if (phrase === null) return null
  let end = phrase.last
  while (end < last && !endsSource(tokens, end + 1) && pos[end + 1] !== VERB && pos[end + 1] !== AUX && pos[end + 1] !== PRON) end++ // prettier-ignore
  const goesOn = word[end + 1] === ',' || RELATIVES.has(word[end + 1]) || isParticiple(tokens, end + 1)
  const described = behindRelative(tokens, goesOn ? end : phrase.last, last)
  if (described > end) return { first, last: described }
  if (word[end + 1] !== ',') end = phrase.last
  return { first, last: behindParticiple(tokens, behindApposition(tokens, { first, last: end }, last), last) }
}

/** The source of what stands before it: it goes on to the next comma or the end, or, where its sentence `goesOn` without a comma, to the verb. */
export function sourceBehind(tokens: Tokens, { first, last }: TokenRun, goesOn: boolean): TokenRun | null {
  const { word, pos } = tokens
  const phrase = phraseFrom(tokens, first, last)
  if (phrase === null) return null
  let end = phrase.last
  while (end < last && !endsSource(tokens, end + 1)) {
    const next = end + 1
    if (goesOn && (pos[next] === VERB || pos[next] === AUX)) break
    // "Killing ten according to police and leaving many homeless"
    if (word[next] === 'and' && (pos[next + 1] === AUX || (pos[next + 1] === VERB && word[next + 1].endsWith('ing')))) break // prettier-ignore
    if (word[next] === '(' && holdsClause(tokens, next, last)) break
    end++
  }
  return { first, last: end }
}

/** "According to police": the noun may be taken for a verb. */
function phraseFrom(tokens: Tokens, first: number, last: number): TokenRun | null {
  const isWord = first <= last && tokens.pos[first] !== DET && /^[\p{L}\p{N}]/u.test(tokens.word[first])
  const single = isWord ? { first, last: first } : null
  return nounPhrase(tokens, first, last, true) ?? single
}

/** Whether brackets that open at a token hold more than a name: "(the government says more)". */
function holdsClause(tokens: Tokens, open: number, last: number): boolean {
  let close = open
  while (close < last && tokens.word[close] !== ')') close++
  return hasFinite(tokens, open + 1, close - 1) || hasPart(tokens, { first: open + 1, last: close - 1 }, [VERB])
}

/** Whether a source ends before a token: a comma, or a mark that ends what is attributed. */
export function endsSource({ word }: Tokens, token: number): boolean {
  return word[token] === ',' || SENTENCE_ENDS.has(word[token])
}

const SENTENCE_ENDS = new Set(['.', '!', '?', ';', ':', '—', '–'])

/**
 * Where a source ends with the apposition that two commas part from it: "According to Tove Arnell, head of the council, the bridge fell", "According
 * to the head of the council, Tove Arnell, the bridge fell". A clause must follow, so that "the bridge, built in 1990, fell" is none.
 */
function behindApposition(tokens: Tokens, { first, last: end }: TokenRun, last: number): number {
  const { word, pos } = tokens
  if (word[end + 1] !== ',') return end
  const comma = commaBehind(tokens, end + 2, last)
  const apposition = { first: end + 2, last: comma - 1 }
  const isNamed =
    pos[first] === DET && (kindOfNoun(tokens.lemma[nounOf(tokens, first, end)]) === PERSON || isAbbreviation(tokens, apposition)) // prettier-ignore
  if (isNamed && isName(tokens, apposition) && word[comma] === ',' && comma < last) return comma - 1
  if (pos[end] !== PROPN) return end
  // "Sadie Weiner, Hagan's former spokeswoman": what is somebody's own.
  const isOwn = pos[end - 1] === PROPN && pos[end + 2] === PROPN && pos[comma - 1] === NOUN && word[end + 3] === "'s"
  const isPhrase = (isOwn || APPOSITION_STARTS.includes(pos[end + 2])) && hasPart(tokens, apposition, [NOUN, PROPN]) && !hasPart(tokens, apposition, [VERB, AUX]) // prettier-ignore
  return isPhrase && beginsClause(tokens, comma, last) ? comma - 1 : end
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

/** "UNHCR" */
function isAbbreviation({ text, start, end }: Tokens, { first, last }: TokenRun): boolean {
  return first === last && /^\p{Lu}{2,}$/u.test(text.slice(start[first], end[first]))
}

const APPOSITION_STARTS: readonly number[] = [DET, NOUN, ADV, ADJ]

/** Where a noun ends with the relative clause about it, with commas or without: "According to the mayor, who was there, the bridge fell". */
function behindRelative(tokens: Tokens, end: number, last: number): number {
  const { word } = tokens
  const pronoun = word[end + 1] === ',' ? end + 2 : end + 1
  if (!RELATIVES.has(word[pronoun])) return end
  let comma = commaBehind(tokens, pronoun, last)
  for (let commas = 0; commas < MOST_COMMAS && word[comma] === ','; commas++) {
    if (beginsClause(tokens, comma, last)) return comma - 1
    comma = commaBehind(tokens, comma + 1, last)
  }
  return end
}

const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'where'])

/** The most commas within a relative clause: a bound for texts made to be slow. */
const MOST_COMMAS = 4

/**
 * Where a noun ends with what a participle tells of it: "According to a memo posted online by the senator, the hearing was cancelled", "According to
 * the indictment, filed on Monday, they fled".
 */
function behindParticiple(tokens: Tokens, end: number, last: number): number {
  const { word, pos } = tokens
  const isApart = word[end + 1] === ','
  const first = isApart ? end + 2 : end + 1
  if (!isParticiple(tokens, first)) return end
  // "According to the study, smoking kills", "According to police, armed men fled"
  const isAside = word[first].endsWith('ing') ? TELLING.has(word[first]) : pos[first + 1] === ADP || pos[first + 1] === ADV // prettier-ignore
  if (isApart && !isAside) return end
  const comma = commaBehind(tokens, first, last)
  for (let t = first + 1; t < comma; t++)
    if (pos[t] === AUX || (pos[t] === VERB && !isParticiple(tokens, t)) || JOINTS.has(word[t])) return end
  return beginsClause(tokens, comma, last) ? comma - 1 : end
}

/** What somebody does who is a source: "According to Reuters, citing two officials," */
const TELLING = new Set(['citing', 'quoting', 'writing', 'speaking'])
const JOINTS = new Set(['and', 'but', 'that', 'because', 'while', 'when', 'as', 'so', 'or', 'although', 'if', 'which'])

function isParticiple({ word, pos }: Tokens, token: number): boolean {
  return pos[token] === VERB && PARTICIPLE.test(word[token])
}

/** Ends of participles, of irregular ones too: "posted", "citing", "drawn", "written", "made", "held". */
const PARTICIPLE = /(?:ed|ing|wn|en|de|ld)$/

/** The first comma from a token on, or where the sentence ends before one. */
function commaBehind(tokens: Tokens, from: number, last: number): number {
  let comma = from
  while (comma <= last && !endsSource(tokens, comma)) comma++
  return comma
}

/** Whether a subject and a verb follow a comma. */
function beginsClause(tokens: Tokens, comma: number, last: number): boolean {
  if (tokens.word[comma] !== ',' || comma >= last) return false
  const first = comma + (tokens.pos[comma + 1] === ADV ? 2 : 1)
  return opensClause(tokens, first, last)
}

/** Whether a subject begins at a token, and a verb follows somewhere behind it. */
export function opensClause(tokens: Tokens, first: number, last: number): boolean {
  const subject = nounPhrase(tokens, first, last, true)
  return subject !== null && hasPart(tokens, { first: subject.last + 1, last }, [VERB, AUX])
}
