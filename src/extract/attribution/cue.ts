import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { headOf } from './act.js'
import { PARTICLES, REPORTING_NOUNS, REPORTING_VERBS, TIME_WORDS, VERBS_OF_ACCUSING } from './lexicon.js'
import { mediumWithin } from './participants.js'
import type { TokenRun } from './runs.js'

const { ADV, PUNCT, VERB, AUX } = PART_OF_SPEECH

/** A cue cut to size, and what it gives up to the parts beside it. */
export interface Cut {
  readonly cue: TokenRun
  /** Words before a colon that is the cue, which name the source: "TV chef's pal:". */
  readonly label: TokenRun | null
  /** What belongs to the content after the cue: "of" of "was accused of", "the captain of" of "accused the captain of". */
  readonly rest: TokenRun | null
}

/** The cue without punctuation at its ends and without the medium, time or adverbs that follow its verb. */
export function cueOf(tokens: Tokens, run: TokenRun): Cut {
  const { word, lemma, pos } = tokens
  let { first, last } = run
  const isWord = (t: number): boolean => pos[t] !== PUNCT && /[\p{L}\p{N}]/u.test(word[t])
  while (last > first && !isWord(last)) last--
  while (first < last && !isWord(first)) first++
  if (!isWord(first)) return { cue: run, label: null, rest: null }
  if (last + 1 < tokens.count && word[last + 1] === ':' && !reports(tokens, { first, last }))
    return { cue: { first: last + 1, last: last + 1 }, label: { first, last }, rest: null }

  const head = headOf(tokens, { first, last })
  const medium = head < last ? mediumWithin(tokens, head + 1, last) : null
  if (medium !== null) last = medium.first - 1
  const end = Math.max(head, first)
  while (last > end) {
    if (isTime(tokens, last)) last--
    else if (pos[last] === ADV && !PARTICLES.has(word[last]) && !isNegation(word[last])) last--
    else if ((word[last] === 'on' || word[last] === 'in') && isTime(tokens, last + 1)) last--
    else break
  }
  if (last > head && word[last] === 'of' && VERBS_OF_ACCUSING.has(lemma[head])) {
    return { cue: { first, last: head }, label: null, rest: { first: head + 1, last } }
  }
  return { cue: { first, last }, label: null, rest: null }
}

function reports({ lemma, pos }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) {
    if (pos[t] === VERB || pos[t] === AUX || REPORTING_VERBS.has(lemma[t]) || REPORTING_NOUNS.has(lemma[t])) return true
  }
  return false
}

function isTime({ word }: Tokens, token: number): boolean {
  return TIME_WORDS.has(word[token])
}

function isNegation(word: string): boolean {
  return word === 'not' || word === "n't" || word === 'never' || word === 'no' || word === 'nor'
}
