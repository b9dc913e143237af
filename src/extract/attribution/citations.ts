import { kindOfNoun, ORGANISATION, PEOPLE, PERSON } from '../../record/nouns.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { nounPhrase, timeAt } from './participants.js'
import type { TokenRun } from './runs.js'

const { PROPN } = PART_OF_SPEECH

/** How sure it is: of those in annotated articles half are statements that ought to be found, all others are optional. */
const CERTAINTY = 0.6

/** Statements of somebody whom who tells them cites: "Reuters reported, citing [two officials]", "Reuters, citing [two officials], reported". */
export function citationsOf(
  tokens: Tokens,
  all: readonly Attribution[],
  isFree: (cue: TokenRun) => boolean,
): Attribution[] {
  const { word } = tokens
  const tellers = new Map<number, Attribution>()
  for (const one of all) {
    if (one.cue === null || one.source === null) continue
    tellers.set(one.cue.first - 1, one)
    tellers.set((timeAt(tokens, one.cue.last + 1) ?? one.cue.last) + 1, one)
  }
  const found: Attribution[] = []
  for (let t = 1; t < tokens.count - 1; t++) {
    const cue = { first: t, last: t }
    const source = word[t] === 'citing' && isFree(cue) ? citedAt(tokens, t) : null
    if (source === null) continue
    const comma = word[t - 1] === ',' ? t - 1 : t
    const teller = tellers.get(comma) ?? (word[source.last + 1] === ',' ? tellers.get(source.last + 1) : undefined)
    if (teller !== undefined) found.push(ruled({ cue, source, content: teller.content }, CERTAINTY))
  }
  return found
}

/** Who is cited, behind "citing"; null where it is no person or body, but what is given for a reason: "citing safety". */
export function citedAt(tokens: Tokens, citing: number): TokenRun | null {
  const { word, lemma, pos, sentence, sentences } = tokens
  if (word[citing] !== 'citing') return null
  const cited = nounPhrase(tokens, citing + 1, sentences.last[sentence[citing]], true)
  if (cited === null || word[cited.last + 1] === "'s" || word[cited.last + 1] === 'as') return null
  let head = cited.first
  for (let t = cited.first; t < cited.last; t++) if (word[t] === "'s" || word[t] === "'") head = t + 1
  while (head < cited.last && word[head + 1] !== 'of' && word[head + 1] !== 'in') head++
  const kind = kindOfNoun(lemma[head])
  return pos[head] === PROPN || kind === PERSON || kind === PEOPLE || kind === ORGANISATION ? cited : null
}
