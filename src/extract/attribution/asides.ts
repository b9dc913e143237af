import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { TIME_WORDS } from './lexicon.js'
import type { TokenRun } from './runs.js'

const { VERB, AUX, ADJ, ADP, ADV, CCONJ, NOUN, NUM, PROPN, DET } = PART_OF_SPEECH

/** A subject with an aside between commas that ends right before its verb. */
export interface Aside {
  /** With the aside where that is a relative clause, which the guidelines for annotation take for a part of it; without where it is not. */
  readonly subject: TokenRun
  readonly aside: TokenRun
}

/**
 * The subject of a verb before which an aside ends: "[Doctors at the hospital, where the men were treated], said", "[A diplomat], speaking on condition
 * of anonymity, said", "[The rebels], for their part, said"; null where there is none.
 */
export function asideBefore(tokens: Tokens, verb: number): Aside | null {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const comma = verb - 1
  const begins = sentences.first[sentence[verb]]
  if (word[comma] !== ',' || quoteDepth[comma] !== quoteDepth[verb] || word[verb].endsWith('ing')) return null
  let opens = comma - 1
  while (opens > begins + 1 && comma - opens < LONGEST_ASIDE && !opensAside(tokens, opens)) opens--
  if (opens <= begins + 1 || !opensAside(tokens, opens)) return null
  let first = opens - 2
  for (; first > begins && word[first - 1] !== ','; first--)
    if (pos[first] === VERB || pos[first] === AUX || TIME_WORDS.has(word[first])) return null
  if (first === begins && pos[first] === CCONJ) first++
  if (!OPENS_PHRASE.has(pos[first]) || quoteDepth[first] !== quoteDepth[verb]) return null
  const aside = { first: opens, last: comma - 1 }
  return { subject: { first, last: RELATIVES.has(word[opens]) ? aside.last : opens - 2 }, aside }
}

function opensAside({ word, pos }: Tokens, token: number): boolean {
  const isParticiple = pos[token] === VERB && PARTICIPLE.test(word[token])
  return (
    word[token - 1] === ',' && (isParticiple || RELATIVES.has(word[token]) || pos[token] === ADP || pos[token] === ADV)
  )
}

const RELATIVES = new Set(['who', 'whose', 'whom', 'which', 'where'])
const PARTICIPLE = /(?:ed|ing)$/
const LONGEST_ASIDE = 40
const OPENS_PHRASE: ReadonlySet<number> = new Set([DET, ADJ, NUM, NOUN, PROPN])
