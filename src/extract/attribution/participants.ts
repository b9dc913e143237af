import { PARTS_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { headOf } from './act.js'
import { MEDIA, VERBS_WITH_ADDRESSEE } from './lexicon.js'
import { overlap, type TokenRun } from './runs.js'

const VERB = PARTS_OF_SPEECH.indexOf('VERB')
const AUX = PARTS_OF_SPEECH.indexOf('AUX')
const NOUN = PARTS_OF_SPEECH.indexOf('NOUN')
const PROPN = PARTS_OF_SPEECH.indexOf('PROPN')
const PRON = PARTS_OF_SPEECH.indexOf('PRON')
const DET = PARTS_OF_SPEECH.indexOf('DET')
const ADJ = PARTS_OF_SPEECH.indexOf('ADJ')
const NUM = PARTS_OF_SPEECH.indexOf('NUM')

/** The longest addressee and the longest medium, in tokens. */
const LONGEST_PHRASE = 12

const BEFORE_MEDIUM = new Set(['in', 'on', 'via', 'by', 'during', 'at', 'through', 'over'])
const AFTER_PHRASE = new Set([
  'that',
  'to',
  'whether',
  'if',
  'how',
  'why',
  'what',
  'when',
  'where',
  'about',
  'of',
  'in',
  'on',
  'at',
  'after',
  'before',
  'during',
  'by',
  'as',
  'and',
  'but',
  'while',
  'against',
  'from',
  'for',
])
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow earlier later last this'.split(
    ' ',
  ),
)

/** The parts of a statement that participants are looked for beside. */
export interface Reporting {
  readonly cue: TokenRun
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
}

/** To whom it was said: what follows a verb that is said to somebody ("told RIA Novosti"), or the one who is to act ("urged the president to"). */
export function addresseeOf(tokens: Tokens, { cue, source, content }: Reporting): TokenRun | null {
  const head = headOf(tokens, cue)
  if (!VERBS_WITH_ADDRESSEE.has(tokens.lemma[head])) return null
  const start = cue.last + 1
  const at = content.find(({ first }) => first >= start)
  if (at !== undefined && at.first === start) return ordered(tokens, at)
  const phrase = nounPhrase(tokens, start, at === undefined ? sentenceLast(tokens, cue.last) : at.first - 1)
  if (phrase === null || (source !== null && overlap(phrase, source)) || content.some((run) => overlap(run, phrase)))
    return null
  return phrase
}

/** "the president" of "the president to resign". */
function ordered(tokens: Tokens, content: TokenRun): TokenRun | null {
  const phrase = nounPhrase(tokens, content.first, content.last)
  return phrase !== null && tokens.word[phrase.last + 1] === 'to' && phrase.last < content.last ? phrase : null
}

/** A plain noun phrase that begins at `start`, or null. */
function nounPhrase({ word, pos, quoteDepth }: Tokens, start: number, end: number): TokenRun | null {
  let last = -1
  const depth = quoteDepth[start] ?? 0
  for (let t = start; t <= end && t < start + LONGEST_PHRASE; t++) {
    const p = pos[t]
    if (quoteDepth[t] !== depth || AFTER_PHRASE.has(word[t]) || p === VERB || p === AUX) break
    if (p === NOUN || p === PROPN || p === PRON) {
      if (DAYS.has(word[t])) break
      last = t
    } else if (
      p !== DET &&
      p !== ADJ &&
      p !== NUM &&
      word[t] !== '-' &&
      word[t] !== "'s" &&
      word[t] !== '’s' &&
      word[t] !== '.'
    )
      break
  }
  return last < 0 ? null : { first: start, last }
}

/** Where or how it was said, if the reporting clause tells: "in a statement", "on Twitter", "in an interview with". */
export function mediumOf(tokens: Tokens, reporting: Reporting): TokenRun | null {
  const { cue, source, content } = reporting
  const { word, lemma, pos, sentence, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  const free = (t: number): boolean =>
    sentence[t] === sentence[cue.first] &&
    quoteDepth[t] === depth &&
    !content.some(({ first, last }) => first <= t && t <= last) &&
    !(source !== null && source.first <= t && t <= source.last)
  let first = cue.first
  let last = cue.last
  while (first > 0 && free(first - 1)) first--
  while (last + 1 < tokens.count && free(last + 1)) last++
  // The clause of the source belongs to it too: "In a statement, the minister said".
  if (source !== null && source.last + 1 === first) {
    let before = source.first
    while (before > 0 && free(before - 1)) before--
    if (before < source.first) {
      const found = within(before, source.first - 1)
      if (found !== null) return found
    }
  }
  return within(first, last)

  function within(from: number, to: number): TokenRun | null {
    for (let t = from; t <= to; t++) {
      if (!BEFORE_MEDIUM.has(word[t])) continue
      for (let n = t + 1; n <= to && n <= t + 6; n++) {
        const p = pos[n]
        if (MEDIA.has(lemma[n]) && (p === NOUN || p === PROPN)) {
          if (pos[n + 1] === NOUN && n + 1 <= to) continue
          return { first: t, last: word[n + 1] === 'with' && n + 1 <= to ? n + 1 : n }
        }
        if (
          p !== DET &&
          p !== ADJ &&
          p !== NOUN &&
          p !== PROPN &&
          p !== PRON &&
          p !== NUM &&
          word[n] !== '-' &&
          word[n] !== "'s" &&
          word[n] !== '’s'
        )
          break
      }
    }
    return null
  }
}

function sentenceLast(tokens: Tokens, token: number): number {
  return tokens.sentences.last[tokens.sentence[token]]
}
