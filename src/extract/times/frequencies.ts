import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Passage } from './passage.js'
import { FREQUENCIES } from './vocabulary.js'

const { PROPN, NOUN, DET, VERB, ADP, PUNCT } = PART_OF_SPEECH

/** Words that tell how often: "annual", "daily", "weekly". */
export function proposeFrequency(passage: Passage, token: number): void {
  const word = passage.word(token)
  // The Daily Mail and the Weekly Standard are newspapers.
  const isInName = passage.isCapital(token) && (passage.isCapital(token + 1) || (token !== passage.first && passage.pos(token - 1) === PROPN)) // prettier-ignore
  if (isInName && word !== 'annual') return
  if (isInName && token !== passage.first) return
  if (word === 'daily' && passage.pos(token - 1) === PROPN && passage.pos(token + 1) !== NOUN) return
  // "A daily printed in Darwin" is a newspaper too.
  const next = passage.pos(token + 1)
  const isNoun = word === 'daily' && passage.pos(token - 1) === DET && (next === VERB || next === ADP || next === PUNCT)
  if (isNoun) return
  const isTwice = passage.word(token - 1) === 'twice'
  passage.propose({ first: isTwice ? token - 1 : token, last: token, kind: 'set', value: FREQUENCIES.get(word)! })
}
