import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { isFinite } from './finite-verbs.js'
import { ACTS_OF_SPEECH, REPORTING_VERBS, TIME_WORDS } from './lexicon.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { sourceOf } from './source.js'
import { withoutJoints, type TokenRun } from './runs.js'

const { VERB, ADV, ADP, PUNCT, NOUN, PROPN, ADJ, DET, NUM, PRON } = PART_OF_SPEECH

/** How sure it is that such a clause attributes its sentence. Of the few on annotated articles that no draft has found all do; with others in mind it is less. */
const CERTAINTY = 0.7

/**
 * Statements whose cue and source end their sentence behind a comma and tell nothing else: "The bridge has fallen, police said on Monday", "The bridge
 * has fallen, concluded the statement".
 */
export function tagsOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { sentences, quoteDepth } = tokens
  const found: Attribution[] = []
  for (let s = 0; s < sentences.count; s++) {
    const comma = lastComma(tokens, sentences.first[s], sentences.last[s])
    if (comma < 0) continue
    const tag = tagBehind(tokens, comma, sentences.last[s])
    if (tag === null || !isFree(tag.cue)) continue
    const content = withoutJoints(tokens, { first: sentences.first[s], last: comma - 1 })
    if (content === null || quoteDepth[content.first] !== quoteDepth[comma] || !isClause(tokens, content)) continue
    found.push(ruled({ ...tag, content: [content] }, CERTAINTY))
  }
  return found
}

/** The last comma of a sentence, no further from its end than such a clause is long; -1 where there is none. */
function lastComma({ word, quoteDepth }: Tokens, first: number, last: number): number {
  for (let t = last; t > first && t > last - LONGEST_TAG; t--)
    if (word[t] === ',' && quoteDepth[t] === quoteDepth[last]) return t
  return -1
}

const LONGEST_TAG = 16

/** Source and cue that are all of a sentence's end: a subject and its verb, or a verb and its subject; null where there is more or less. */
function tagBehind(tokens: Tokens, comma: number, last: number): { cue: TokenRun; source: TokenRun } | null {
  const start = comma + 1
  const inverted = reports(tokens, start)
  const plain = inverted ? null : plainTag(tokens, start, last)
  if (plain !== null) return plain
  const subject = nounPhrase(tokens, inverted ? start + 1 : start, last, true)
  if (subject === null) return null
  const verb = inverted ? start : subject.last + 1
  if (!reports(tokens, verb) || !isEnd(tokens, (inverted ? subject.last : verb) + 1, last)) return null
  const cue = { first: verb, last: tokens.word[verb + 1] === 'out' ? verb + 1 : verb }
  const source = sourceOf(tokens, subject, cue, null)
  return source === null ? null : { cue, source }
}

/** The same with a verb in the plural that looks like a noun: "residents claim", "court records show". */
function plainTag(tokens: Tokens, start: number, last: number): { cue: TokenRun; source: TokenRun } | null {
  const { word, pos } = tokens
  for (let verb = start + 1; verb <= last; verb++) {
    if (!PLAIN.has(word[verb]) || !isEnd(tokens, verb + 1, last)) continue
    for (let t = start; t < verb; t++)
      if (pos[t] !== NOUN && pos[t] !== PROPN && pos[t] !== ADJ && pos[t] !== DET && pos[t] !== NUM && pos[t] !== PRON && word[t] !== 'of') return null // prettier-ignore
    if (!PLURAL.test(word[verb - 1])) return null
    const cue = { first: verb, last: verb }
    const source = sourceOf(tokens, { first: start, last: verb - 1 }, cue, null)
    return source === null ? null : { cue, source }
  }
  return null
}

const PLAIN = new Set('claim fear suspect estimate reveal show say think believe warn report complain allege predict hope insist argue'.split(' ')) // prettier-ignore
const PLURAL = /(?:[^s']s|police|people|they|data|men|women)$/

function reports(tokens: Tokens, token: number): boolean {
  const act = tokens.pos[token] === VERB ? REPORTING_VERBS.get(tokens.lemma[token]) : undefined
  return act !== undefined && (ACTS_OF_SPEECH.has(act) || act === 'report' || act === 'find') && isFinite(tokens, token)
}

/** Whether nothing stands from a token to the end of its sentence but a particle and when it was: "out on Monday morning". */
function isEnd({ word, pos }: Tokens, token: number, last: number): boolean {
  for (let t = token; t <= last; t++) {
    const p = pos[t]
    if (p !== PUNCT && p !== ADV && p !== ADP && !TIME_WORDS.has(word[t]) && !PARTS_OF_TIME.has(word[t])) return false
  }
  return true
}

const PARTS_OF_TIME = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'late',
  'early',
  'last',
  'this',
  'week',
  'month',
  'out',
])

/** Whether a run is a clause by itself: it has a verb, behind its first comma where a conjunction opens it. */
function isClause(tokens: Tokens, { first, last }: TokenRun): boolean {
  const { word } = tokens
  if (last - first > LONGEST_PASSAGE) return false
  let t = first
  if (OPENS_BEFORE.has(word[first])) {
    while (t <= last && word[t] !== ',') t++
    if (RELATIVES.has(word[t + 1])) return false
  }
  for (; t <= last; t++) if (isFinite(tokens, t)) return true
  return false
}

const RELATIVES = new Set(['who', 'which', 'where'])

const OPENS_BEFORE = new Set(
  'when while after before if as although though because since once until unless asked despite'.split(' '),
)
