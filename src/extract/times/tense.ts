import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Passage } from './passage.js'

export type Direction = 'past' | 'future'

/** A verb is looked for among so many tokens on each side. */
const REACH = 25

const { VERB, AUX, NOUN, PROPN, ADJ, DET, ADP, PUNCT } = PART_OF_SPEECH

const DESCRIBED = new Set<number>([DET, ADJ])
const DESCRIBED_BY = new Set<number>([NOUN, ADJ, PROPN])

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

/** Of those before "to", the ones that a date may follow at once: "scheduled for May", "due on Monday", unlike "he planned in secret". */
const DATED = new Set(['scheduled', 'due', 'slated', 'planned', 'expected', 'set', 'poised', 'ready', 'forecast', 'anticipated', 'deadline']) // prettier-ignore

/** What is called by its month only while it lies ahead, or when it is just over: "the November election". */
const SCHEDULED = new Set('election elections convention conventions primary primaries caucus caucuses referendum referendums runoff ballot midterms'.split(' ')) // prettier-ignore

const POSSESSIVES = /^(?:my|your|his|her|its|our|their)$/

/** Verbs whose present tense tells what is fixed for a day: "the state holds its primary on Tuesday". */
const TIMETABLED = new Set(['hold', 'begin', 'start', 'open', 'end', 'meet', 'vote', 'face', 'play', 'kick', 'resume', 'convene']) // prettier-ignore

/** What the verb that governs a token says of its time: the nearest one before it, else the nearest one after it; null where neither tells. */
export function directionAt(passage: Passage, token: number): Direction | null {
  if (passage.word(token - 1) === 'since') return 'past'
  for (let t = token - 1; t >= token - REACH && passage.word(t) !== ''; t--) {
    const told = toldBy(passage, t)
    if (told === 'past' || told === 'future') return told
  }
  for (let t = token + 1; t <= token + REACH && passage.word(t) !== ''; t++) {
    const told = toldBy(passage, t)
    if (told === 'past' || told === 'future') return told
  }
  return null
}

/** How far ahead a month is taken to lie where a verb in the present or the name of an election governs it. */
const NEAR = 8
/** Where an election stands before it, in whatever tense. */
const CLOSE = 4
/** Where nothing tells, as of a month that describes a noun. */
const OPEN = 3

/** Whether what stands before a token leads up to it: "days before", "ahead of", "heading into". */
export function isLedUpTo(passage: Passage, token: number): boolean {
  const word = passage.word(token - 1)
  if (word === 'before' || word === 'entering') return true
  const before = passage.word(token - 2)
  if (word === 'of') return before === 'ahead'
  if (word === 'into') return before === 'heading' || before === 'going'
  return word === 'to' && (before === 'prior' || before === 'up')
}

/**
 * How many months ahead a month without a year may lie to be the coming one rather than the last: none behind a verb in the past, any behind
 * one in the future, some behind a present tense or an infinitive ("states that vote in March"), few where nothing tells.
 */
export function monthsAheadAt(passage: Passage, token: number): number {
  const before = passage.word(token - 1)
  if (before === 'since') return 0
  if (before === 'come') return 11
  const isPossessor = passage.word(token + 1) === "'s"
  const next = isPossessor ? token + 2 : token + 1
  const isScheduled = SCHEDULED.has(passage.word(next)) || SCHEDULED.has(passage.word(next + 1))
  const isDescribed = DESCRIBED.has(passage.pos(token - 1)) || before === "'s"
  const isDescribing = isPossessor || (isDescribed && DESCRIBED_BY.has(passage.pos(next)))
  const direction = directionAt(passage, token)
  if (isScheduled || isDescribing) return isScheduled || direction === 'future' ? NEAR : OPEN
  let isInClause = true
  for (let t = token - 1; t >= token - REACH && passage.word(t) !== ''; t--) {
    if (passage.pos(t) === PUNCT) isInClause = false
    const told = toldBy(passage, t)
    if (told === 'present' && isInClause) return isAhead(passage, t) ? 11 : NEAR
    if (told === 'past') return isOfScheduled(passage, token) ? CLOSE : 0
    if (told === 'future') return 11
  }
  for (let t = token + 1; t <= token + REACH && passage.word(t) !== ''; t++) {
    const told = toldBy(passage, t)
    if (told === 'present') return OPEN
    if (told === 'past' || told === 'future') break
  }
  return direction === 'future' ? 11 : direction === 'past' ? (isOfScheduled(passage, token) ? CLOSE : 0) : OPEN
}

/** Whether an infinitive belongs to a word of the future: "will not yield", "likely to vote". */
function isAhead(passage: Passage, token: number): boolean {
  for (let t = token - 1; t >= token - 3; t--) if (toldBy(passage, t) === 'future') return true
  return false
}

/** "the convention in July", "the primary in New York in April": an event that is planned stands before the month's preposition. */
function isOfScheduled(passage: Passage, token: number): boolean {
  if (!/^(?:in|of|this)$/.test(passage.word(token - 1))) return false
  return SCHEDULED.has(passage.word(token - 2)) || (passage.word(token - 3) === 'in' && SCHEDULED.has(passage.word(token - 4))) // prettier-ignore
}

/**
 * What one word tells: undefined where it is no verb, null where it is one that leaves the time open, "present" where it is an infinitive
 * or a present tense, which tell less.
 */
function toldBy(passage: Passage, token: number): Direction | 'present' | null | undefined {
  const word = passage.word(token)
  const pos = passage.pos(token)
  if (FUTURE.has(word)) {
    const next = passage.word(token + 1)
    if (!FUTURE_BEFORE_TO.has(word)) return word === 'would' && passage.word(token + 1) === 'have' ? 'past' : 'future'
    if (next === 'to' || next === 'for' || next === 'by') return 'future'
    if ((next === 'on' || next === 'in') && DATED.has(word)) return 'future'
  }
  if (pos !== VERB && pos !== AUX) return undefined
  if (word === 'is' || word === 'are') return passage.word(token + 1) === 'to' ? 'future' : null
  if (PAST_FORMS.has(word)) {
    // What will have been done by then lies ahead all the same.
    if (passage.word(token - 1) === 'will' || passage.word(token - 1) === 'would') return 'future'
    // "has to be over by June"
    if (passage.word(token + 1) === 'to' && word !== 'had' && word !== 'did')
      return word === 'was' || word === 'were' ? 'past' : 'future'
    const isPresent = word === 'have' && (pos === VERB || passage.word(token - 1) === 'to')
    return isPresent ? 'present' : 'past'
  }
  if (pos === AUX) return null
  if (UNCHANGING.has(word)) return isBare(passage, token) ? 'present' : 'past'
  const lemma = passage.tokens.lemma[token]
  if (isPast(word, lemma)) {
    const before = passage.word(token - 1)
    if (before === 'be' || before === 'is' || before === 'are' || before === 'being') return null
    return 'past'
  }
  // "her run", "live television", "Huff Post Live": no verbs.
  const isNoun = DESCRIBED.has(passage.pos(token - 1)) || POSSESSIVES.test(passage.word(token - 1)) || (passage.pos(token - 1) === ADP && passage.word(token - 1) !== 'to') || (passage.isCapital(token) && token !== passage.first) // prettier-ignore
  if (isNoun || (word.endsWith('ing') && word !== lemma)) return null
  return TIMETABLED.has(lemma) && !isBare(passage, token) ? 'future' : 'present'
}

/** Whether a verb is an infinitive: "to" or a helping verb stands before it. */
function isBare(passage: Passage, token: number): boolean {
  const before = passage.word(token - 1)
  return before === 'to' || before === 'not' || FUTURE.has(before) || passage.pos(token - 1) === AUX
}

/** Whether a verb's form is a past or a participle: it is not its lemma, and no present. */
function isPast(word: string, lemma: string): boolean {
  // An unknown participle is its own lemma: "reappointed".
  if (word === lemma) return /[^e]ed$/.test(word) && word.length > 5
  return !word.endsWith('ing') && !(word.endsWith('s') && word.length - lemma.length <= 2)
}
