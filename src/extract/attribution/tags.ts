import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { contentAround, surroundingsOf } from './adjunct-content.js'
import { ruled, type Attribution } from './attribution.js'
import { isFinite } from './finite-verbs.js'
import { ACTS_OF_SPEECH, FIRST_CLAUSES, REPORTING_VERBS, TIME_WORDS, VERBS_OF_SAYING } from './lexicon.js'
import { nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { sourceOf } from './source.js'
import { quotationsFrom, withoutJoints, type TokenRun } from './runs.js'

const { VERB, ADV, ADP, PUNCT, NOUN, PROPN, ADJ, DET, NUM, PRON } = PART_OF_SPEECH

/** How sure it is that such a clause attributes its sentence. Of the few on annotated articles that no draft has found all do; with others in mind it is less. */
const CERTAINTY = 0.7

/**
 * Statements whose cue and source stand apart and tell nothing else, at the end of their sentence or within it: "The bridge has fallen, police said on
 * Monday", "The bridge has fallen, concluded the statement", "The bridge, the mayor is sure, has fallen".
 */
export function tagsOf(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { sentences } = tokens
  const found: Attribution[] = []
  for (let s = 0; s < sentences.count; s++) {
    const last = beforeCiting(tokens, sentences.first[s], sentences.last[s])
    const mark = lastMark(tokens, sentences.first[s], last)
    const tag = mark < 0 ? null : tagBehind(tokens, mark, last)
    if (tag !== null) {
      const content = isFree(tag.cue) ? contentBefore(tokens, sentences.first[s], mark, last) : null
      if (content !== null) found.push(ruled({ ...tag, content: [content] }, CERTAINTY))
    } else found.push(...withinSentence(tokens, s, isFree))
  }
  return found
}

/** What stands before the mark before a tag, if it is a clause or a quotation. */
function contentBefore(tokens: Tokens, begins: number, mark: number, last: number): TokenRun | null {
  const { quoteDepth, quotations } = tokens
  if (quoteDepth[mark] > quoteDepth[last]) {
    const q = quotationsFrom(tokens, mark + 1) - 1
    const isWhole = q >= 0 && quotations.close[q] === mark
    return isWhole && quotations.open[q] <= begins ? { first: quotations.open[q], last: mark } : null
  }
  const content = withoutJoints(tokens, { first: begins, last: mark - 1 })
  return content !== null && quoteDepth[content.first] === quoteDepth[mark] && isClause(tokens, content)
    ? content
    : null
}

/** Those between two commas, which part a subject from its verb. */
function withinSentence(tokens: Tokens, s: number, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { word, pos, sentences, quoteDepth } = tokens
  const found: Attribution[] = []
  let before = -1
  for (let t = sentences.first[s]; t <= sentences.last[s]; t++) {
    if (word[t] !== ',') continue
    const isPair = before >= 0 && t - before < LONGEST_TAG && quoteDepth[t] === quoteDepth[before]
    const tag = isPair ? plainTag(tokens, before + 1, t - 1) : null
    if (tag !== null && isSaying(tokens, tag.cue) && isFree(tag.cue)) {
      const surroundings = surroundingsOf(tokens, { first: before + 1, last: t - 1 })
      const isParted = surroundings.isOpen && !surroundings.leads && pos[surroundings.before!.first] !== ADP
      const content = isParted ? contentAround(tokens, surroundings, t - 1) : null
      if (content !== null) found.push(ruled({ ...tag, content }, CERTAINTY))
    }
    before = t
  }
  return found
}

/** "Said", "is sure", but not the "Said" of a name. */
function isSaying(tokens: Tokens, { first, last }: TokenRun): boolean {
  const { lemma } = tokens
  return !isCapitalised(tokens, first) && (VERBS_OF_SAYING.has(lemma[first]) || (first < last && lemma[first] === 'be'))
}

/** The last token of a sentence before it tells whom it cites: "police said, | citing a witness". */
function beforeCiting({ word }: Tokens, first: number, last: number): number {
  for (let t = last; t > first + 1 && t > last - LONGEST_TAG; t--) if (word[t] === 'citing') return word[t - 1] === ',' ? t - 2 : t - 1 // prettier-ignore
  return last
}

/** The last comma of a sentence, or the end of a quotation, no further from its end than such a clause is long; -1 where there is none. */
function lastMark({ word, quoteDepth }: Tokens, first: number, last: number): number {
  const depth = quoteDepth[last]
  for (let t = last - 1; t > first && t > last - LONGEST_TAG; t--)
    if ((word[t] === ',' && quoteDepth[t] === depth) || quoteDepth[t] > depth) return t
  return -1
}

const LONGEST_TAG = 16

/** Source and cue that are all of a sentence's end: a subject and its verb, or a verb and its subject; null where there is more or less. */
function tagBehind(tokens: Tokens, comma: number, last: number): { cue: TokenRun; source: TokenRun } | null {
  const { word } = tokens
  const start = comma + 1
  // "The parties agreed, follows from the statement"
  const isShown = word[start] === 'follows' && word[start + 1] === 'from'
  if (!isShown && !reports(tokens, start)) return plainTag(tokens, start, last)
  const cue = { first: start, last: isShown || word[start + 1] === 'out' ? start + 1 : start }
  const subject = nounPhrase(tokens, cue.last + 1, last, true)
  if (subject === null || !isEnd(tokens, subject.last + 1, last)) return null
  const source = sourceOf(tokens, subject, cue, null)
  return source === null ? null : { cue, source }
}

/** A subject and its verb, which may look like a noun in the plural: "the bank said", "data from the bank showed", "court records show". */
function plainTag(tokens: Tokens, start: number, last: number): { cue: TokenRun; source: TokenRun } | null {
  const { word, lemma, pos } = tokens
  for (let verb = start + 1; verb <= last; verb++) {
    // "The expert is sure"
    const isSure = lemma[verb] === 'be' && SURE.has(word[verb + 1])
    const isVerb = isSure || reports(tokens, verb) || (PLAIN.has(word[verb]) && PLURAL.test(word[verb - 1]))
    const end = isSure || word[verb + 1] === 'out' ? verb + 1 : verb
    if (!isVerb || !isEnd(tokens, end + 1, last)) continue
    for (let t = start; t < verb; t++)
      if (!isNominal(tokens, t) && !(t > start && JOINS_NOUNS.has(word[t]))) return null
    if (!NOMINALS.has(pos[verb - 1])) return null
    const cue = { first: verb, last: end }
    const source = sourceOf(tokens, { first: start, last: verb - 1 }, cue, null)
    return source === null ? null : { cue, source }
  }
  return null
}

function isNominal({ word, pos }: Tokens, token: number): boolean {
  const p = pos[token]
  // "A feeling that he agreed with"
  if (RELATIVES.has(word[token]) || word[token] === 'that') return false
  return NOMINALS.has(p) || p === ADJ || p === DET || p === NUM || IN_NAMES.has(word[token])
}

const NOMINALS: ReadonlySet<number> = new Set([NOUN, PROPN, PRON])
const IN_NAMES = new Set(['-', "'s", "'", '.'])
const JOINS_NOUNS = new Set(['of', 'in', 'or', 'and', 'from', 'for', 'at', 'by', 'on'])

const SURE = new Set(['sure', 'convinced', 'certain', 'confident', 'adamant'])
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
  if (FIRST_CLAUSES.has(word[first]) || word[first] === 'asked') {
    while (t <= last && word[t] !== ',') t++
    if (RELATIVES.has(word[t + 1])) return false
  }
  for (; t <= last; t++) if (isFinite(tokens, t)) return true
  return false
}

const RELATIVES = new Set(['who', 'which', 'where'])
