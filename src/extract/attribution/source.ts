import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { TIME_WORDS } from './lexicon.js'
import { mediumWithin, partnerOf } from './participants.js'
import { without, withoutJoints, type TokenRun } from './runs.js'

const { NUM, DET, PRON, PROPN, NOUN } = PART_OF_SPEECH
const DASHES = new Set(['-', '–', '—', '―'])
const POSSESSIVES = new Set(["'s", "'"])

/**
 * The noun phrase that names the source: without the 's of a possessor, without the time or the medium after it, and without what stands
 * before it at the beginning of a paragraph but belongs to the article (dateline, clock time, name of who speaks in an interview).
 * @param label Words before a colon that is the cue, which name the source or go on naming it.
 */
export function sourceOf(tokens: Tokens, run: TokenRun | null, cue: TokenRun, label: TokenRun | null): TokenRun | null {
  let named = run
  if (label !== null) {
    const touches = named !== null && named.last < label.first && label.first - named.last <= 2
    named = touches && named !== null ? { first: named.first, last: label.last } : label
  }
  if (named === null) return null
  named = without([named], cue).at(0) ?? null
  if (named === null) return null
  const bare = withoutJoints(tokens, {
    first: Math.max(beginning(tokens, named), behindLabel(tokens, named)),
    last: named.last,
  })
  if (bare === null) return null
  const { word } = tokens
  let { last } = bare
  const first = behindConjunction(tokens, behindTime(tokens, bare))
  const medium = first < last ? mediumWithin(tokens, first + 1, last) : null
  if (medium !== null && word[medium.first - 1] === ',') last = medium.first - 2
  else if (medium !== null && partnerOf(tokens, medium) !== null) last = medium.first - 1
  while (last > first && isTimeBehind(tokens, last)) last--
  if (last > first && last < bare.last && word[last] === 'on') last--
  if (last > first && POSSESSIVES.has(word[last])) last--
  return withoutJoints(tokens, { first, last })
}

/** Whether a source ends with a time that is none of it, unlike that of "USA Today". */
function isTimeBehind({ word, text, start, end }: Tokens, last: number): boolean {
  return TIME_WORDS.has(word[last]) && !(word[last] === 'today' && text.slice(start[last], end[last]) === 'Today')
}

/** Where the source begins behind a time that opens the sentence: "Yesterday, Joe Biden". */
function behindTime({ word }: Tokens, { first, last }: TokenRun): TokenRun {
  const day = word[first] === 'on' ? first + 1 : first
  const isTime = TIME_WORDS.has(word[day]) && word[day] !== 'on' && word[day + 1] === ',' && day + 2 <= last
  return isTime ? { first: day + 2, last } : { first, last }
}

/** Where the source begins behind a "that" that is no pronoun: "said that police suspect". */
function behindConjunction({ word, lemma, pos }: Tokens, { first, last }: TokenRun): number {
  if (word[first] !== 'that' || first === last) return first
  const next = first + 1
  const p = pos[next]
  const isPhrase = p === DET || p === PRON || p === PROPN || (p === NOUN && (word[next] !== lemma[next] || COLLECTIVE.has(word[next]))) // prettier-ignore
  return isPhrase ? next : first
}

const COLLECTIVE = new Set('police people authorities staff'.split(' '))

/** Where a run begins behind a dateline ("PARIS (Agency) — ") or a clock time, if it holds one. */
export function beginning(tokens: Tokens, { first, last }: TokenRun): number {
  const { word, pos, paragraph, paragraphs, start, end, text } = tokens
  if (first !== paragraphs.first[paragraph[first]]) return first
  for (let t = Math.min(last, first + LONGEST_DATELINE) - 1; t > first; t--) {
    const isApart = start[t] > end[t - 1] && start[t + 1] > end[t]
    if (DASHES.has(word[t]) && isApart && (word[t - 1] === ')' || pos[t - 1] === NUM)) return t + 1
  }
  return first < last && CLOCK.test(text.slice(start[first], end[first])) ? first + 1 : first
}

/** Where the source begins behind the name of who speaks ("The Courier: A rival director"), if it holds one. */
function behindLabel({ word, paragraph, paragraphs }: Tokens, { first, last }: TokenRun): number {
  if (first !== paragraphs.first[paragraph[first]]) return first
  for (let t = last - 1; t > first; t--) if (word[t] === ':') return t + 1
  return first
}

/** The most tokens of a dateline. */
const LONGEST_DATELINE = 20

const CLOCK = /^\d{1,2}[:.]\d{2}$/
