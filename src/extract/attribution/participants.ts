import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { headOf } from './act.js'
import {
  EXCHANGES,
  MEDIA,
  REPORTING_VERBS,
  TIME_WORDS,
  VERBS_OF_ACCUSING,
  VERBS_SAID_TO,
  VERBS_WITH_ADDRESSEE,
} from './lexicon.js'
import { overlap, without, type TokenRun } from './runs.js'

const { VERB, AUX, NOUN, PROPN, PRON, DET, ADJ, NUM, PUNCT } = PART_OF_SPEECH

/** The longest addressee and the longest medium, in tokens. */
const LONGEST_PHRASE = 12

/** How far before a source, and behind a cue, a medium is looked for, in tokens. */
const LONGEST_CLAUSE = 40

const listed = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const BEFORE_MEDIUM = listed('in on via by during at through over')
/** Words that end a plain noun phrase. */
const AFTER_PHRASE = listed(
  'that to whether if how why what when where who which about of in on at after before during by as and but while against from for not with there',
)
/** What may stand between a cue and the day on which it was said. */
const BEFORE_TIME = listed('on late early last this')
const DAY_PARTS = listed('morning afternoon evening night')
/** Pronouns that are the object of a verb, and of no clause that follows. */
const OBJECT_PRONOUNS = listed('me us him them')
/** What begins that which somebody is told, right after whom. */
const BEGINS_CONTENT = listed('that whether if how why what when where who which')

/** The parts of a statement that participants are looked for beside. */
export interface Parts {
  readonly cue: TokenRun
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
}

/** An addressee, and the content without it: a mere addressee is none of it. */
export interface Addressed {
  readonly addressee: TokenRun | null
  readonly content: readonly TokenRun[]
}

/**
 * To whom it was said: what follows a verb that is said to somebody ("told RIA Novosti", "warned the council that"), the one who is to act
 * ("urged the president to", who belongs to the content as well), or what follows "to" ("wrote to clients").
 */
export function addresseeOf(tokens: Tokens, { cue, source, content }: Parts): Addressed {
  const { word, lemma } = tokens
  const verb = lemma[headOf(tokens, cue)]
  const takesObject = VERBS_WITH_ADDRESSEE.has(verb)
  const to = takesObject ? -1 : VERBS_SAID_TO.has(verb) ? toAfter(tokens, cue) : -1
  if (!takesObject && to < 0) return { addressee: null, content }
  const start = takesObject ? cue.last + 1 : to + 1
  const at = content.find(({ first, last }) => first <= start && start <= last)
  if (at !== undefined) return takesObject ? told(tokens, start, at, content) : { addressee: null, content }
  const next = content.find(({ first }) => first > start)
  const end = next === undefined ? sentenceLast(tokens, cue.last) : next.first - 1
  const phrase = nounPhrase(tokens, start, end, word[start - 1] === 'to')
  const isTaken = phrase === null || (source !== null && overlap(phrase, source))
  return { addressee: isTaken ? null : phrase, content }
}

/** The "to" right behind the cue or its last word. */
function toAfter({ word }: Tokens, cue: TokenRun): number {
  if (word[cue.last] === 'to') return cue.last
  return word[cue.last + 1] === 'to' ? cue.last + 1 : -1
}

/** "the president" of "the president to resign", "the council" of "the council that the wall was weeping". */
function told(tokens: Tokens, start: number, content: TokenRun, all: readonly TokenRun[]): Addressed {
  const { word } = tokens
  if (
    OBJECT_PRONOUNS.has(word[start]) &&
    start < content.last &&
    word[start + 1] !== 'to' &&
    word[start + 1] !== 'not'
  ) {
    const addressee = { first: start, last: start }
    const quoted = quotationBehind(tokens, start + 1, content.last)
    return { addressee, content: without(all, { first: start, last: Math.max(start, quoted - 1) }) }
  }
  const phrase = nounPhrase(tokens, start, content.last, true)
  // “Who will pay?” he asked | the council.
  if (phrase?.last === content.last && all[0].last < start) return { addressee: phrase, content: without(all, phrase) }
  if (phrase === null || phrase.last >= content.last) return { addressee: null, content: all }
  const next = phrase.last + 1
  if (word[next] === 'to' || (word[next] === 'not' && word[next + 1] === 'to'))
    return { addressee: phrase, content: all }
  if (BEGINS_CONTENT.has(word[next]) || tokens.pos[next] === DET || tokens.pos[next] === PRON)
    return { addressee: phrase, content: without(all, phrase) }
  const quoted = quotationBehind(tokens, next, content.last)
  if (quoted < 0) return { addressee: null, content: all }
  return { addressee: phrase, content: without(all, { first: start, last: quoted - 1 }) }
}

/** Where a quotation opens behind whom something is told, at most a phrase without a verb away ("after the verdict"); -1 where none does. */
function quotationBehind({ pos, quoteDepth }: Tokens, from: number, last: number): number {
  const depth = quoteDepth[from - 1]
  for (let t = from; t <= last && t <= from + LONGEST_PHRASE; t++) {
    if (quoteDepth[t] > depth) return t
    if (quoteDepth[t] < depth || pos[t] === VERB || pos[t] === AUX || pos[t] === PUNCT) return -1
  }
  return -1
}

/** When and where it was said, right behind the cue and before the content: "Monday", "late on Thursday in a statement", "in their filing". */
export function circumstancesBehind(tokens: Tokens, cue: TokenRun): TokenRun | null {
  let found: TokenRun | null = null
  let last: number | null = cue.last
  for (let parts = 0; parts < MOST_CIRCUMSTANCES; parts++) {
    last = timeAt(tokens, last + 1) ?? mediumAt(tokens, last + 1)
    if (last === null || tokens.quoteDepth[last] !== tokens.quoteDepth[cue.last]) return found
    if (opensContent(tokens, last + 1)) found = { first: cue.last + 1, last }
  }
  return found
}

const MOST_CIRCUMSTANCES = 3

/** The last token of a time that begins at a token, "on Monday", "late on Friday night"; null where none does. */
export function timeAt({ word }: Tokens, first: number): number | null {
  let last = first
  while (last <= first + 2 && BEFORE_TIME.has(word[last])) last++
  if (!TIME_WORDS.has(word[last])) return null
  return DAY_PARTS.has(word[last + 1]) ? last + 1 : last
}

/** The same of a medium. */
function mediumAt(tokens: Tokens, first: number): number | null {
  const medium = mediumWithin(tokens, first, Math.min(sentenceLast(tokens, first - 1), first + LONGEST_PHRASE))
  return medium?.first === first && tokens.word[medium.last] !== 'with' ? medium.last : null
}

/** Whether a content may begin at a token. "Monday's match", "Friday prayers", "on the website of the bank" are no circumstances. */
function opensContent({ word, pos, quoteDepth }: Tokens, token: number): boolean {
  const p = pos[token]
  const isFree = p === DET || p === PRON || p === PROPN || quoteDepth[token] > quoteDepth[token - 1]
  return isFree || word[token] === 'that' || word[token] === 'to'
}

/** Who was spoken to, as the medium tells: "in an interview with RIA Novosti", "in a letter to clients". */
export function partnerOf(tokens: Tokens, medium: TokenRun): TokenRun | null {
  const { word, lemma } = tokens
  const withPartner = word[medium.last] === 'with'
  const noun = withPartner ? medium.last - 1 : medium.last
  if (!EXCHANGES.has(lemma[noun]) || (!withPartner && word[medium.last + 1] !== 'to')) return null
  return nounPhrase(tokens, medium.last + (withPartner ? 1 : 2), sentenceLast(tokens, noun), false)
}

/** Who does what a passive cue tells, with its "by", soon after it: "was accused last week by the court", or null. */
export function agentOf(tokens: Tokens, cue: TokenRun): { by: number; agent: TokenRun } | null {
  const end = sentenceLast(tokens, cue.last)
  for (let t = cue.last; t < end && t <= cue.last + FARTHEST_AGENT; t++) {
    if (t > cue.last && (tokens.pos[t] === VERB || tokens.quoteDepth[t] !== tokens.quoteDepth[cue.last])) return null
    if (tokens.word[t] !== 'by') continue
    // The "of" behind who accuses begins what the other is accused of.
    const isLong = !VERBS_OF_ACCUSING.has(tokens.lemma[headOf(tokens, cue)])
    const agent = nounPhrase(tokens, t + 1, end, isLong)
    return agent === null ? null : { by: t, agent }
  }
  return null
}

/** How many words may stand between a passive cue and its "by". */
const FARTHEST_AGENT = 3

/**
 * A plain noun phrase that begins at `start`, or null.
 * @param long Whether it may hold "of", numbers and clitics: "the head of the bank".
 */
export function nounPhrase(
  { word, pos, quoteDepth }: Tokens,
  start: number,
  end: number,
  long: boolean,
): TokenRun | null {
  let last = -1
  const depth = quoteDepth[start] ?? 0
  for (let t = start; t <= end && t < start + LONGEST_PHRASE; t++) {
    const p = pos[t]
    // "The ruling party", "the leaked report"
    const isParticiple =
      p === VERB &&
      last < 0 &&
      t > start &&
      pos[t - 1] !== NUM &&
      PARTICIPLE.test(word[t]) &&
      (pos[t + 1] === NOUN || pos[t + 1] === PROPN)
    if (isParticiple && t < end) continue
    if (quoteDepth[t] !== depth || p === VERB || p === AUX) break
    if (long && last === t - 1 && (word[t] === 'of' || word[t] === 'in' || word[t] === 'or')) continue
    if (AFTER_PHRASE.has(word[t]) || (last >= start && last === t - 1 && (p === DET || p === PRON))) break
    if (p === NOUN || p === PROPN || p === PRON) {
      if (TIME_WORDS.has(word[t])) break
      last = t
    } else if (p !== DET && p !== ADJ && p !== NUM && !isWithinName(word[t])) break
  }
  // "The accused", "the poor"
  const isDescribing = pos[start + 1] === ADJ || (pos[start + 1] === VERB && word[start + 1]?.endsWith('ed'))
  if (last < 0 && pos[start] === DET && start < end && isDescribing && !isNominal(pos[start + 2]))
    return { first: start, last: start + 1 }
  return last < 0 ? null : { first: start, last }
}

const PARTICIPLE = /(?:ed|ing)$/

function isNominal(part: number): boolean {
  return part === NOUN || part === PROPN || part === ADJ || part === NUM
}

function isWithinName(word: string): boolean {
  return word === '-' || word === "'s" || word === '.' || word === "'"
}

/** Where or how it was said, if the reporting clause tells: "in a statement", "on Twitter", "in an interview with". */
export function mediumOf(tokens: Tokens, { cue, source, content }: Parts): TokenRun | null {
  const { word, lemma, pos, sentence, sentences, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  const inContent = (t: number): boolean => content.some(({ first, last }) => first <= t && t <= last)
  const isFree = (t: number): boolean =>
    sentence[t] === sentence[cue.first] &&
    quoteDepth[t] === depth &&
    !inContent(t) &&
    !(pos[t] === VERB && REPORTING_VERBS.has(lemma[t]))

  let last = cue.last
  while (last + 1 < tokens.count && last - cue.last < LONGEST_CLAUSE && isFree(last + 1)) last++
  const behind = mediumWithin(tokens, cue.last + 1, last)
  if (behind !== null) return source !== null && overlap(behind, source) ? null : behind
  // "Announced a vote in a letter"
  const end = content.at(-1)?.last ?? -1
  const told = end < cue.last ? null : mediumWithin(tokens, end + 1, Math.min(sentenceLast(tokens, cue.last), end + LONGEST_PHRASE)) // prettier-ignore
  if (told?.first === end + 1 && quoteDepth[end] === depth) return told

  // "In a statement, the minister said": at the beginning of the sentence, right before the source.
  if (source === null || source.last >= cue.first) return null
  for (let t = source.last + 1; t < cue.first; t++) if (!isFree(t)) return null
  const first = sentences.first[sentence[cue.first]]
  if (source.first - first > LONGEST_CLAUSE || !BEFORE_MEDIUM.has(word[first])) return null
  for (let t = first; t < source.first; t++) if (!isFree(t)) return null
  const before = mediumWithin(tokens, first, source.first - 1)
  return before !== null && before.first === first ? before : null
}

/** The first medium within tokens `from` to `to`: a preposition and a noun phrase that names one. */
export function mediumWithin(tokens: Tokens, from: number, to: number): TokenRun | null {
  const { word, lemma, pos } = tokens
  for (let t = from; t <= to; t++) {
    if (!BEFORE_MEDIUM.has(word[t])) continue
    for (let n = t + 1; n <= to && n <= t + 6; n++) {
      const p = pos[n]
      const isNoun = p === NOUN || p === PROPN
      const isMedium = isNoun && MEDIA.has(lemma[n]) && (!ONLY_ON_AIR.has(word[t]) || SAID_ON.has(lemma[n]))
      if (isMedium && !(n < to && pos[n + 1] === NOUN)) {
        let last = n
        // "in the weekly Compass", "in an interview with".
        while (last < to && pos[last + 1] === PROPN && !TIME_WORDS.has(word[last + 1])) last++
        return { first: t, last: word[last + 1] === 'with' && last < to ? last + 1 : last }
      }
      const isPart = isNoun || p === DET || p === ADJ || p === PRON || p === NUM || word[n] === '-' || word[n] === "'s"
      if (!isPart || TIME_WORDS.has(word[n])) break
    }
  }
  return null
}

const ONLY_ON_AIR = new Set(['on', 'over'])
/** What something is said on: "on Twitter"; but "an attack on the press". */
const SAID_ON = new Set('twitter facebook instagram telegram youtube x whatsapp blog television tv radio podcast call telephone phone broadcast website program programme'.split(' ')) // prettier-ignore

function sentenceLast(tokens: Tokens, token: number): number {
  return tokens.sentences.last[tokens.sentence[token]]
}
