import type { Act } from '../../record/record.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import {
  CARRYING_VERBS,
  DOCUMENTS,
  REPORTING_NOUNS,
  REPORTING_PHRASES,
  REPORTING_VERBS,
  SET_PHRASES,
  VERBS_OF_NAMING,
} from './lexicon.js'
import type { TokenRun } from './runs.js'

const { VERB, NOUN, PUNCT, AUX, ADJ } = PART_OF_SPEECH

/** How far into the content the "to" of an order may stand: "asked the president of the country to resign". */
const LONGEST_OBJECT = 12

/** The verb's lemma; of a participle that is taken for an adjective ("it is alleged") the verb that it comes from. */
export function verbOf({ word, lemma, pos }: Tokens, token: number): string {
  const form = word[token]
  if (pos[token] !== ADJ || !form.endsWith('ed')) return lemma[token]
  return [form.slice(0, -1), form.slice(0, -2)].find((stem) => REPORTING_VERBS.has(stem)) ?? lemma[token]
}

/** The token that a cue is about: its last reporting verb, else a reporting noun, else its last verb, else its last word. */
export function headOf(tokens: Tokens, cue: TokenRun): number {
  const { lemma, pos } = tokens
  const last = (holds: (t: number) => boolean): number => {
    for (let t = cue.last; t >= cue.first; t--) if (holds(t)) return t
    return -1
  }
  const verb = last(
    (t) => REPORTING_VERBS.has(verbOf(tokens, t)) && (pos[t] === VERB || !REPORTING_NOUNS.has(lemma[t])),
  )
  if (verb >= 0) return verb
  const noun = last((t) => REPORTING_NOUNS.has(lemma[t]))
  if (noun >= 0) return noun
  const any = last((t) => pos[t] === VERB)
  if (any >= 0) return any
  const word = last((t) => pos[t] === NOUN || /[\p{L}\p{N}]/u.test(tokens.word[t]))
  return word >= 0 ? word : cue.last
}

/** What the act of a statement follows from. */
interface Reporting {
  readonly cue: TokenRun | null
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
  readonly verbatim: boolean
}

/** The kind of act that a statement is: its cue's. */
export function actOf(tokens: Tokens, { cue, source, content, verbatim }: Reporting): Act {
  const { word, lemma } = tokens
  if (cue === null) return 'say'
  if (verbatim) return asks(tokens, content) ? 'ask' : 'say'
  for (const [words, act] of SET_PHRASES) if (holds(tokens, cue, words)) return act
  const head = headOf(tokens, cue)
  const after = content.find(({ first }) => first > cue.last)
  const following = [...range(head + 1, cue.last), ...(after === undefined ? [] : [after.first])]
  for (const t of following) {
    const phrase = REPORTING_PHRASES.get(`${lemma[head]}:${word[t]}`)
    if (phrase !== undefined) return phrase
  }
  const carried = carriedNoun(tokens, cue, head)
  if (carried !== undefined) return carried
  const act = REPORTING_VERBS.get(verbOf(tokens, head)) ?? REPORTING_NOUNS.get(lemma[head]) ?? 'say'
  if (lemma[head] === 'suggest' && source !== null && isDocument(tokens, source)) return 'report'
  if (after === undefined || (lemma[head] !== 'tell' && lemma[head] !== 'ask')) return act
  // What someone asks that it be is an order; what someone is told that it is, is not.
  const orders = isInfinitive(tokens, after) || (lemma[head] === 'ask' && word[after.first] === 'that')
  return orders ? 'order' : act
}

/** Whether a sequence of words stands somewhere in the run. */
function holds({ word }: Tokens, { first, last }: TokenRun, words: readonly string[]): boolean {
  for (let t = first; t + words.length - 1 <= last; t++) if (words.every((one, k) => word[t + k] === one)) return true
  return false
}

/** The act of the noun that a verb only carries: "expressed the hope". */
function carriedNoun({ lemma, pos }: Tokens, cue: TokenRun, head: number): Act | undefined {
  for (let t = cue.first; t < cue.last; t++) {
    // "Have called it a disgrace"
    if (!CARRYING_VERBS.has(lemma[t]) || (pos[t] === AUX && pos[head] === VERB)) continue
    for (let n = cue.last; n > t; n--) {
      const act = n >= head ? REPORTING_NOUNS.get(lemma[n]) : undefined
      if (act !== undefined) return act
    }
  }
  return undefined
}

/** Whether the source is a document or data: its first noun tells. */
function isDocument({ lemma, pos }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last && !PREPOSITIONS_OF_PARTS.has(lemma[t]); t++)
    if (pos[t] === NOUN && DOCUMENTS.has(lemma[t])) return true
  return false
}

const PREPOSITIONS_OF_PARTS = new Set(['of', 'by', 'from', 'in', 'for', 'at', 'on', 'with', 'who'])

/** Whether content ends with a question. */
function asks({ word }: Tokens, content: readonly TokenRun[]): boolean {
  const end = content.at(-1)
  if (end === undefined) return false
  for (let t = end.last; t >= end.first && t > end.last - 3; t--) if (word[t] === '?') return true
  return false
}

/** Whether the cue is in the passive: a form of "be" or "get" and a participle. */
export function isPassive(tokens: Tokens, cue: TokenRun): boolean {
  const { lemma, word, pos } = tokens
  const head = headOf(tokens, cue)
  if (word[head].endsWith('ing') || word[head] === verbOf(tokens, head) || (pos[head] !== VERB && pos[head] !== ADJ))
    return false
  for (let t = head - 1; t >= cue.first; t--) {
    if (lemma[t] === 'be' || lemma[t] === 'get') return true
    if (pos[t] === VERB || word[t] === 'to') return false
  }
  const isBare = head === cue.first && word[head + 1] === 'to' && BEHIND_BARE.has(word[head + 2])
  return isBare && BARE_PASSIVES.has(verbOf(tokens, head))
}

/** What is thought of something, where it describes it without an auxiliary: "a contract believed to be worth £300,000". */
const BARE_PASSIVES = new Set([
  'say',
  'believe',
  'think',
  'suspect',
  'allege',
  'rumour',
  'rumor',
  'presume',
  'understand',
  'fear',
])
const BEHIND_BARE = new Set(['be', 'have'])

/** Whether the lexicon has the cue's head, or the cue is a mark. */
export function isReporting(tokens: Tokens, cue: TokenRun): boolean {
  const head = headOf(tokens, cue)
  return (
    REPORTING_VERBS.has(verbOf(tokens, head)) || REPORTING_NOUNS.has(tokens.lemma[head]) || tokens.pos[head] === PUNCT
  )
}

/** Whether the cue only tells how something is called: "was named Heat City of the Year", "known as the Shed", "so-called". */
export function isNaming(tokens: Tokens, cue: TokenRun): boolean {
  const { lemma, word } = tokens
  for (let t = cue.first; t <= cue.last; t++) if (word[t] === 'so-called') return true
  const head = headOf(tokens, cue)
  if (!VERBS_OF_NAMING.has(lemma[head])) return false
  const asName = lemma[head] !== 'know' || word[head + 1] === 'as' || word[head + 2] === 'as'
  return asName && (isPassive(tokens, cue) || (cue.first === head && word[head] !== lemma[head]))
}

/** Whether the cue denies that the act took place: "did not say", "has never confirmed", "declined to say". */
export function isNegated(tokens: Tokens, cue: TokenRun | null): boolean {
  if (cue === null) return false
  for (let t = cue.first; t <= cue.last; t++) {
    const word = tokens.word[t]
    if (NEGATIONS.has(word)) return true
    if (REFUSALS.has(tokens.lemma[t]) && tokens.word[t + 1] === 'to' && t + 1 < cue.last) return true
  }
  return false
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'no', 'without', 'cannot'])
const REFUSALS = new Set(['decline', 'refuse', 'fail'])

/** "to resign", "not to resign" or "the president to resign", before any other verb. */
function isInfinitive({ word, pos, quoteDepth }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last && t <= first + LONGEST_OBJECT; t++) {
    if (word[t] === 'to' && t < last && (pos[t + 1] === VERB || pos[t + 1] === AUX)) return true
    if (pos[t] === VERB || QUESTION_WORDS.has(word[t]) || quoteDepth[t] > 0) return false
  }
  return false
}

const QUESTION_WORDS = new Set(['that', 'if', 'whether', 'what', 'why', 'how', 'when', 'where', 'who', 'which'])

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k)
}
