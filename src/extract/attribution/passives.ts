import { kindOfNoun } from '../../record/nouns.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { withoutJoints, type TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { AUX, ADV, PROPN, PRON, PUNCT } = PART_OF_SPEECH

/** How sure it is, for those that no draft has found. */
const CERTAINTY = 0.6

/** Praise, blame and rejection in the passive: "The plan was criticised by farmers", "He was hailed by fans as a hero". */
export function passivesOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, lemma } = tokens
  const found: Attribution[] = []
  for (let by = 2; by < tokens.count - 1; by++) {
    if (word[by] !== 'by' || !ASSESSING.has(lemma[by - 1]) || word[by - 1] === lemma[by - 1]) continue
    const cue = passiveTo(tokens, by - 1)
    const parts = cue === null || !isFree(cue) ? null : partsOf(tokens, cue, by)
    if (cue !== null && parts !== null) found.push(ruled({ ...parts, cue }, CERTAINTY))
  }
  return found
}

const ASSESSING = new Set(
  `criticise criticize condemn denounce slam blast deplore praise applaud laud hail commend welcome reject dismiss dispute contest rebut accuse blame
  mock ridicule defend endorse`.split(/\s+/),
)

/** The participle with its auxiliaries, or null where it has none. */
export function passiveTo({ pos, lemma }: Tokens, verb: number): TokenRun | null {
  let first = verb
  while (first > 0 && (pos[first - 1] === AUX || pos[first - 1] === ADV)) first--
  while (first < verb && pos[first] === ADV) first++
  for (let t = first; t < verb; t++) if (lemma[t] === 'be') return { first, last: verb }
  return null
}

function partsOf(tokens: Tokens, cue: TokenRun, by: number): { source: TokenRun; content: TokenRun[] } | null {
  const { word, lemma, pos, quoteDepth, sentence, sentences } = tokens
  const begins = sentences.first[sentence[cue.first]]
  const ends = sentences.last[sentence[cue.first]]
  const agent = nounPhrase(tokens, by + 1, ends, true)
  if (agent === null) return null
  const isSomebody = pos[agent.last] === PROPN || pos[agent.last] === PRON || kindOfNoun(lemma[agent.last]) >= 0 || word[agent.last] !== lemma[agent.last] // prettier-ignore
  let from = cue.first
  while (
    from > begins &&
    from > cue.first - LONGEST_PASSAGE &&
    pos[from - 1] !== PUNCT &&
    quoteDepth[from - 1] === quoteDepth[cue.first]
  )
    from--
  const subject = nounPhrase(tokens, from, cue.first - 1, true)
  const source = sourceOf(tokens, agent, cue, null)
  if (!isSomebody || subject?.last !== cue.first - 1 || source === null) return null
  const rest = agent.last + 1
  const isMore = rest < ends && COMPLEMENTS.has(word[rest]) && quoteDepth[rest] === quoteDepth[cue.first]
  let last = rest
  while (isMore && last < ends && last < rest + LONGEST_PASSAGE && word[last + 1] !== ',') last++
  const more = isMore ? withoutJoints(tokens, { first: rest, last }) : null
  return { source, content: more === null ? [subject] : [subject, more] }
}

/** What begins as what, of what or for what it is praised or blamed. */
const COMPLEMENTS = new Set(['as', 'of', 'for'])
