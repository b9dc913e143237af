import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { contentAround, surroundingsOf } from './adjunct-content.js'
import { ruled, type Attribution } from './attribution.js'
import {
  DOCUMENTS,
  MEDIA,
  PASSIVE_WITH_ADDRESSEE,
  TIME_WORDS,
  VERBS_OF_SAYING,
  VERBS_WITH_ADDRESSEE,
} from './lexicon.js'
import { addresseeOf, mediumOf, nounPhrase } from './participants.js'
import type { TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { VERB, AUX, ADV, ADJ, ADP, DET, NOUN, NUM, PRON, PROPN, PUNCT } = PART_OF_SPEECH

/** How sure it is: of those in annotated articles nearly all are statements, some of them optional. */
const CERTAINTY = 0.7

/**
 * Statements by a clause with "as" that marks apart from the rest of its sentence: "As the minister noted on Monday, the talks have failed", "The city, as its
 * mayor put it, is on its knees", "The plant will be closed, as announced in May".
 */
export function asClausesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, sentence, sentences, quoteDepth, pos } = tokens
  const found: Attribution[] = []
  for (let t = 0; t < tokens.count - 2; t++) {
    if (word[t] !== 'as') continue
    const opens = t === sentences.first[sentence[t]] || quoteDepth[t - 1] !== quoteDepth[t]
    if (!opens && pos[t - 1] !== PUNCT && !JOINTS.has(word[t - 1])) continue
    const clause = clauseAt(tokens, t)
    // "As he said: “I am going”" is told by the model.
    if (clause === null || word[clause.last + 1] === ':' || !isFree(clause.cue)) continue
    const { cue, source, addressee, last } = clause
    const surroundings = surroundingsOf(tokens, { first: t, last })
    // "As the mayor said in May the talks": nothing tells where the clause ends.
    const content = surroundings.leads && word[last + 1] !== ',' ? null : contentAround(tokens, surroundings, last)
    if (content === null) continue
    const parts = { cue, source, content }
    found.push(
      ruled(
        { ...parts, addressee: addressee ?? addresseeOf(tokens, parts).addressee, medium: mediumOf(tokens, parts) },
        CERTAINTY,
      ),
    )
    t = last
  }
  return found
}

/** What such a clause may follow without a mark: "because, as she said, it rained". */
const JOINTS = new Set(['and', 'but', 'or', 'because', 'that', 'since', 'while', 'although'])

interface AsClause {
  readonly cue: TokenRun
  readonly source: TokenRun | null
  /** Whom a passive tells of: "as [RIA Novosti] was told by". */
  readonly addressee: TokenRun | null
  /** The last token of the clause. */
  readonly last: number
}

/** The clause behind an "as", with a verb of saying and no object; null where there is none. */
function clauseAt(tokens: Tokens, as: number): AsClause | null {
  const { word } = tokens
  const last = boundaryBehind(tokens, as, as + 1) - 1
  const clause = clauseWithin(tokens, as, last)
  // "As the newspaper writes, citing sources, he left"
  const isCiting = word[last + 1] === ',' && word[last + 2] === 'citing'
  return clause === null || !isCiting ? clause : { ...clause, last: boundaryBehind(tokens, as, last + 2) - 1 }
}

function clauseWithin(tokens: Tokens, as: number, last: number): AsClause | null {
  const { word, lemma, pos } = tokens
  const first = pastAdverbs(tokens, as + 1, last)
  if (word[first] === 'follows' && word[first + 1] === 'from') return shown(tokens, first, last)
  // "As was reported", "as it was reported"
  const be = word[first] === 'it' ? first + 1 : first
  const participle = verbAt(tokens, be, last)
  if (participle !== null && isForm(tokens, participle.last)) {
    const isSaid = PARTICIPLES.has(lemma[participle.last]) && (be === first || lemma[be] === 'be' || lemma[be] === 'have') // prettier-ignore
    const said = isSaid && endsThere(tokens, participle.last, last, true) ? passive(tokens, participle, last) : null
    // "As mentioned" is by the writer.
    return said?.source !== null || ANNOUNCING.has(lemma[participle.last]) ? said : null
  }
  let verb = first
  while (verb <= last && isNominal(tokens, verb)) verb++
  const noun = nounForVerb(tokens, first, verb - 1, last)
  if (noun >= 0) return active(tokens, { first, last: noun - 1 }, { first: noun, last: noun }, last)
  const subject = { first, last: verb - 1 }
  const cue = verb === first ? null : verbAt(tokens, pastAdverbs(tokens, verb, last), last)
  if (cue === null || !(NOMINALS.has(pos[subject.last]) || SEVERAL.has(word[subject.last]))) return null
  const head = cue.last
  if (pos[head - 1] !== AUX || lemma[head - 1] !== 'be') return active(tokens, subject, cue, last)
  const isTold = PASSIVE_WITH_ADDRESSEE.has(lemma[head]) && endsThere(tokens, head, last, true)
  return isTold ? { ...passive(tokens, cue, last), addressee: subject } : null
}

/** What is taken for a noun and is the verb: "as the report | notes", "as critics | point out"; -1 where there is none. */
function nounForVerb({ word, lemma, pos }: Tokens, first: number, noun: number, last: number): number {
  const before = noun - 1
  const isLast = noun === last || (noun === last - 1 && word[last] === 'out')
  if (!isLast || before < first || pos[noun] !== NOUN || pos[before] !== NOUN || !VERBS_OF_SAYING.has(lemma[noun]))
    return -1
  // One of both is plural.
  return (word[before] === lemma[before]) === (word[noun] !== lemma[noun]) ? noun : -1
}

/** "As the minister noted", "as critics point out", "as its mayor put it", "as the saying goes". */
function active(tokens: Tokens, subject: TokenRun, verb: TokenRun, last: number): AsClause | null {
  const { word, lemma } = tokens
  const head = verb.last
  const next = word[head + 1]
  const isPut = lemma[head] === 'put' && next === 'it'
  const isSaid = VERBS_OF_SAYING.has(lemma[head]) || isPut || (lemma[head] === 'go' && SAYINGS.has(lemma[subject.last]))
  // "As I write", "as the name suggests"
  const isSet = (lemma[head] === 'write' && word[subject.last] === 'i') || NAMES.has(lemma[subject.last])
  if (!isSaid || isSet || word[head].endsWith('ing')) return null
  const cue = { first: verb.first, last: isPut || (lemma[head] === 'point' && next === 'out') ? head + 1 : head }
  const source = sourceOf(tokens, subject, cue, null)
  return source !== null && endsThere(tokens, cue.last, last, false) ? { cue, source, addressee: null, last } : null
}

/** "As reported by the agency", "as stated in the document". */
function passive(tokens: Tokens, cue: TokenRun, last: number): AsClause {
  const { word } = tokens
  const whole = word[cue.last + 1] === 'out' ? { first: cue.first, last: cue.last + 1 } : cue
  let by = whole.last + 1
  while (by < last && word[by] !== 'by') by++
  const next = word[by] === 'by' ? by : whole.last + 1
  const phrase = word[next] === 'by' || word[next] === 'in' ? nounPhrase(tokens, next + 1, last, true) : null
  const isSource = phrase !== null && (word[next] === 'by' || holdsDocument(tokens, phrase))
  return { cue: whole, source: isSource ? sourceOf(tokens, phrase, whole, null) : null, addressee: null, last }
}

/** "As follows from the report" */
function shown(tokens: Tokens, follows: number, last: number): AsClause | null {
  const cue = { first: follows, last: follows + 1 }
  const phrase = nounPhrase(tokens, follows + 2, last, true)
  const source = phrase === null ? null : sourceOf(tokens, phrase, cue, null)
  return source === null ? null : { cue, source, addressee: null, last }
}

function holdsDocument({ lemma }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (DOCUMENTS.has(lemma[t]) || MEDIA.has(lemma[t])) return true
  return false
}

/** A verb with its auxiliaries from a token on; null where none stands there. */
function verbAt({ pos }: Tokens, first: number, last: number): TokenRun | null {
  let head = first
  while (head < last && (pos[head] === AUX || pos[head] === ADV)) head++
  return head <= last && pos[head] === VERB ? { first, last: head } : null
}

function pastAdverbs({ pos }: Tokens, from: number, last: number): number {
  let t = from
  while (t < last && pos[t] === ADV) t++
  return t
}

/** "Reported", "written", but not "report". */
function isForm({ word, lemma }: Tokens, verb: number): boolean {
  return word[verb] !== lemma[verb] && !word[verb].endsWith('ing') && !word[verb].endsWith('s')
}

/**
 * Whether nothing follows a verb to the end of its clause but when, where, how and, behind some, to whom: "noted on Monday", "told the court in Oslo". What has
 * an object tells of something else: "As the bank reported losses, shares fell".
 */
function endsThere(tokens: Tokens, verb: number, last: number, isPassive: boolean): boolean {
  const { word, lemma, pos } = tokens
  if (last - verb > LONGEST_TAIL) return false
  for (let t = verb + 1; t <= last; t++) if (pos[t] === AUX || word[t] === 'that' || word[t] === 'about' || (pos[t] === VERB && !isWithinPhrase(tokens, t))) return false // prettier-ignore
  const next = pastAdverbs(tokens, verb + 1, last)
  const isPhrase = next > last || (word[next] === 'out' && lemma[verb] === 'point') || pos[next] === ADP || TIME_WORDS.has(word[next]) || TIMES.has(word[next]) || (word[next] === 'to' && pos[next + 1] !== VERB) // prettier-ignore
  return isPhrase || (!isPassive && VERBS_WITH_ADDRESSEE.has(lemma[verb]) && nounPhrase(tokens, next, last, true) !== null) // prettier-ignore
}

/** "The leaked report", "a report published" */
function isWithinPhrase({ pos, word }: Tokens, token: number): boolean {
  return /(?:ed|ing)$/.test(word[token]) && pos[token - 1] !== PRON
}

/** The mark that ends the clause, from a token on. */
function boundaryBehind(tokens: Tokens, as: number, from: number): number {
  const { word, sentence, sentences, quoteDepth, pos } = tokens
  const end = sentences.last[sentence[as]]
  let t = from
  while (t <= end && t < as + LONGEST_CLAUSE && quoteDepth[t] === quoteDepth[as]) {
    if (pos[t] === PUNCT && (t === end || !WITHIN.has(word[t]))) break
    t++
  }
  return t
}

/** Marks within names and times: "Karin's", "vice-president", "J. Smith". */
const WITHIN = new Set(["'s", "'", '-', '.'])

/** The most tokens of such a clause, and behind its verb. */
const LONGEST_CLAUSE = 30
const LONGEST_TAIL = 12

function isNominal({ word, pos }: Tokens, token: number): boolean {
  const p = pos[token]
  if (RELATIVES.has(word[token])) return false
  return NOMINALS.has(p) || p === ADJ || p === DET || p === NUM || WITHIN.has(word[token]) || PREPOSITIONS.has(word[token]) // prettier-ignore
}

const RELATIVES = new Set(['who', 'which', 'whose', 'that', 'what'])
const SEVERAL = new Set(['many', 'some', 'several', 'most', 'others', 'both', 'few'])
const NOMINALS: ReadonlySet<number> = new Set([NOUN, PROPN, PRON])
const PREPOSITIONS = new Set(['of', 'in', 'from', 'for', 'at', 'by', 'on', 'and'])
const TIMES = new Set(['last', 'this', 'late', 'early', 'before', 'earlier', 'many', 'several', 'so', 'himself', 'herself', 'themselves', 'itself']) // prettier-ignore

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const PARTICIPLES = listed(
  'report state note announce mention say confirm reveal indicate stress emphasise emphasize stipulate tell claim allege observe point disclose declare explain',
)
/** What is told by nobody in particular. */
const ANNOUNCING = listed('report announce reveal disclose')
const SAYINGS = listed('saying proverb adage story legend joke phrase cliché motto')
const NAMES = listed('name title term')
