import type { Act } from '../../record/record.js'
import { PARTS_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { REPORTING_NOUNS, REPORTING_PHRASES, REPORTING_VERBS, SET_PHRASES } from './lexicon.js'
import type { TokenRun } from './runs.js'

const VERB = PARTS_OF_SPEECH.indexOf('VERB')
const NOUN = PARTS_OF_SPEECH.indexOf('NOUN')

/** How far into the content the "to" of an order may stand: "asked the president of the country to resign". */
const LONGEST_OBJECT = 12

/** The token that a cue is about: its last reporting verb, else a reporting noun, else its last verb, else its last word. */
export function headOf(tokens: Tokens, cue: TokenRun): number {
  const { lemma, pos } = tokens
  const last = (holds: (t: number) => boolean): number => {
    for (let t = cue.last; t >= cue.first; t--) if (holds(t)) return t
    return -1
  }
  const verb = last((t) => REPORTING_VERBS.has(lemma[t]) && (pos[t] === VERB || !REPORTING_NOUNS.has(lemma[t])))
  if (verb >= 0) return verb
  const noun = last((t) => REPORTING_NOUNS.has(lemma[t]))
  if (noun >= 0) return noun
  const any = last((t) => pos[t] === VERB)
  if (any >= 0) return any
  const word = last((t) => pos[t] === NOUN || /[\p{L}\p{N}]/u.test(tokens.word[t]))
  return word >= 0 ? word : cue.last
}

/** The kind of act that a cue stands for. */
export function actOf(tokens: Tokens, cue: TokenRun, content: readonly TokenRun[]): Act {
  const { word, lemma } = tokens
  for (const [words, act] of SET_PHRASES)
    if (words.every((w, k) => cue.first + k <= cue.last && word[cue.first + k] === w)) return act
  const head = headOf(tokens, cue)
  const after = content.find(({ first }) => first > cue.last)
  const following = [...range(head + 1, cue.last), ...(after === undefined ? [] : [after.first])]
  for (const t of following) {
    const phrase = REPORTING_PHRASES.get(`${lemma[head]}:${word[t]}`)
    if (phrase !== undefined) return phrase
  }
  const act = REPORTING_VERBS.get(lemma[head]) ?? REPORTING_NOUNS.get(lemma[head]) ?? 'say'
  const mayOrder = lemma[head] === 'tell' || lemma[head] === 'ask'
  return mayOrder && after !== undefined && isInfinitive(tokens, after) ? 'order' : act
}

/** Whether the cue denies that the act took place: "did not say", "has never confirmed", "declined to say". */
export function isNegated(tokens: Tokens, cue: TokenRun): boolean {
  for (let t = cue.first; t <= cue.last; t++) {
    const word = tokens.word[t]
    if (NEGATIONS.has(word)) return true
    if (REFUSALS.has(tokens.lemma[t]) && tokens.word[t + 1] === 'to' && t + 1 < cue.last) return true
  }
  return false
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'nor', 'neither', 'no', 'without', 'cannot'])
const REFUSALS = new Set(['decline', 'refuse', 'fail'])

/** "to resign" or "the president to resign", before any other verb. */
function isInfinitive({ word, pos, quoteDepth }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last && t <= first + LONGEST_OBJECT; t++) {
    if (word[t] === 'to' && t < last && pos[t + 1] === VERB) return true
    if (pos[t] === VERB || QUESTION_WORDS.has(word[t]) || quoteDepth[t] > 0) return false
  }
  return false
}

const QUESTION_WORDS = new Set(['that', 'if', 'whether', 'what', 'why', 'how', 'when', 'where', 'who', 'which'])

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k)
}
