import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Passage } from './passage.js'

export type Direction = 'past' | 'future'

/** A verb is looked for among so many tokens on each side. */
const REACH = 25

const { VERB, AUX } = PART_OF_SPEECH

/** Words that put what they govern ahead of the time of writing. */
const FUTURE = new Set([
  'will', "'ll", "won't", 'wo', 'shall', 'would', "'d", 'upcoming', 'scheduled', 'due', 'slated', 'planned', 'plans', 'plan', 'planning', 'expected', 'expects', 'expect',
  'expecting', 'set', 'intends', 'intend', 'must', 'should', 'may', 'might', 'going', 'about', 'hopes', 'hope', 'hoping', 'aims', 'aim', 'poised', 'ready', 'tomorrow', 'deadline', 'forecast', 'predicted', 'projected', 'anticipated', 'likely',
]) // prettier-ignore

/** Of those, the ones that count only before "to" or "for". */
const FUTURE_BEFORE_TO = new Set([
  'scheduled', 'due', 'slated', 'planned', 'plans', 'plan', 'planning', 'expected', 'expects', 'expect', 'expecting', 'set', 'intends', 'intend', 'going', 'about', 'hopes',
  'hope', 'hoping', 'aims', 'aim', 'poised', 'ready', 'deadline', 'forecast', 'predicted', 'projected', 'anticipated', 'likely',
]) // prettier-ignore

/** Verbs whose past is spelt like the present. */
const UNCHANGING = new Set(['put', 'cut', 'hit', 'let', 'read', 'spread', 'shut', 'cost', 'hurt', 'quit', 'split', 'beat', 'cast', 'burst', 'shed', 'broadcast']) // prettier-ignore

const PAST_FORMS = new Set(['was', 'were', 'had', 'did', 'has', 'have', "'ve"])

/** What the verb that governs a token says of its time: the nearest one before it, else the nearest one after it; null where neither tells. */
export function directionAt(passage: Passage, token: number): Direction | null {
  if (passage.word(token - 1) === 'since') return 'past'
  for (let t = token - 1; t >= token - REACH && passage.word(t) !== ''; t--) {
    const told = toldBy(passage, t)
    if (told === undefined) continue
    if (told !== null) return told
  }
  for (let t = token + 1; t <= token + REACH && passage.word(t) !== ''; t++) {
    const told = toldBy(passage, t)
    if (told !== undefined && told !== null) return told
  }
  return null
}

/** What one word tells: undefined where it is no verb, null where it is one that leaves the time open. */
function toldBy(passage: Passage, token: number): Direction | null | undefined {
  const word = passage.word(token)
  const pos = passage.pos(token)
  if (FUTURE.has(word)) {
    const next = passage.word(token + 1)
    if (!FUTURE_BEFORE_TO.has(word)) return word === 'would' && passage.word(token + 1) === 'have' ? 'past' : 'future'
    if (next === 'to' || next === 'for' || next === 'on' || next === 'in' || next === 'by') return 'future'
  }
  if (pos !== VERB && pos !== AUX) return undefined
  if (word === 'is' || word === 'are') return passage.word(token + 1) === 'to' ? 'future' : null
  if (PAST_FORMS.has(word)) {
    // What will have been done by then lies ahead all the same.
    return passage.word(token - 1) === 'will' || passage.word(token - 1) === 'would' ? 'future' : 'past'
  }
  if (pos === AUX) return null
  if (UNCHANGING.has(word)) return isBare(passage, token) ? null : 'past'
  if (isPast(word, passage.tokens.lemma[token])) {
    const before = passage.word(token - 1)
    if (before === 'be' || before === 'is' || before === 'are' || before === 'being') return null
    return 'past'
  }
  return null
}

/** Whether a verb is an infinitive: "to" or a helping verb stands before it. */
function isBare(passage: Passage, token: number): boolean {
  const before = passage.word(token - 1)
  return before === 'to' || before === 'not' || FUTURE.has(before) || passage.pos(token - 1) === AUX
}

/** Whether a verb's form is a past or a participle: it is not its lemma, and no present. */
function isPast(word: string, lemma: string): boolean {
  return word !== lemma && !word.endsWith('ing') && !(word.endsWith('s') && word.length - lemma.length <= 2)
}
