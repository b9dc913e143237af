import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { headOf, isPassive } from './act.js'
import { opensMainClause } from './adjunct-content.js'
import { hasFinite, holdsClause, isFinite } from './finite-verbs.js'
import { FIRST_CLAUSES, VERBS_OF_SAYING } from './lexicon.js'
import { withinNoun } from './noun-clauses.js'
import { mediumWithin, nounPhrase } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { withinRelative } from './relative-clauses.js'
import { quotationsFrom, without, withoutJoints, type TokenRun } from './runs.js'

const { VERB, ADV, PUNCT, NOUN, PRON, PROPN } = PART_OF_SPEECH

/** The content less what goes beyond what was said. Behind a colon all is told. */
export function extentOf(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  if (tokens.word[cue.first] === ':' || tokens.word[cue.last + 1] === ':') return content
  const steps = [
    withinQuotedSentence,
    withoutNextQuotation,
    withinSemicolon,
    withinOpening,
    withinPhrase,
    withinFirstClause,
    withinAside,
    withoutRemark,
    withoutOccasion,
    withinNoun,
    withinRelative,
  ]
  return steps.reduce((rest, step) => (rest.length === 0 ? rest : step(tokens, rest, cue)), content)
}

/**
 * Less what lies beyond the cue's sentence in the quotation that the cue stands in: '“We hope that he comes. | It is late,” she said'
 * tells of one hope. To the text a quotation is part of one sentence, however many it has itself.
 */
function withinQuotedSentence(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  const quotation = depth === 0 ? null : quotationOf(tokens, cue)
  if (quotation === null) return content
  const isEnd = (t: number): boolean => quoteDepth[t] === depth && endsSentence(tokens, t)
  let first = cue.first
  while (first > quotation.first && first > content[0].first && !isEnd(first - 1)) first--
  let last = cue.last
  while (last < quotation.last && last < content.at(-1)!.last && !isEnd(last + 1)) last++
  const outside = [
    { first: quotation.first, last: first - 1 },
    { first: last + 1, last: quotation.last },
  ]
  return outside.filter((run) => run.first <= run.last).reduce<readonly TokenRun[]>(without, content)
}

/** Whether a sentence ends with a token and another one begins: at its mark, or at a bracket of "[...]" where something was left out. */
function endsSentence(tokens: Tokens, token: number): boolean {
  const { word } = tokens
  if (SENTENCE_MARKS.has(word[token])) return isCapitalised(tokens, token + 1)
  const open = word[token] === ']' ? token - 2 : token
  return word[open] === '[' && ELLIPSES.has(word[open + 1]) && word[open + 2] === ']' && isCapitalised(tokens, open + 3)
}

const SENTENCE_MARKS = new Set(['.', '!', '?'])
const ELLIPSES = new Set(['...', '…'])

/** The innermost quotation that a cue stands in; null where there are too many others in it to look at. */
function quotationOf(tokens: Tokens, { first, last }: TokenRun): TokenRun | null {
  const { quotations } = tokens
  const from = quotationsFrom(tokens, first + 1) - 1
  for (let q = from; q >= 0 && q > from - MOST_QUOTATIONS; q--)
    if (quotations.close[q] >= last) return { first: quotations.open[q], last: quotations.close[q] }
  return null
}

/** The most quotations within one, before a cue in it, or behind a cue. */
const MOST_QUOTATIONS = 64

/** Less a quotation that begins a later sentence, where the cue's own has words that are not quoted: 'She calls for a vote. | “It is late.”' */
function withoutNextQuotation(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { sentence, sentences, quotations, quoteDepth } = tokens
  const end = content.at(-1)!.last
  const own = sentence[cue.first]
  if (sentence[end] === own || !hasPlainWords(tokens, content, cue)) return content
  const from = quotationsFrom(tokens, cue.last + 1)
  for (let q = from; q < quotations.count && q < from + MOST_QUOTATIONS && quotations.open[q] <= end; q++) {
    const open = quotations.open[q]
    if (quoteDepth[open] !== quoteDepth[cue.first] + 1 || sentence[open] === own) continue
    if (sentences.first[sentence[open]] === open)
      return without(content, { first: open, last: end }).flatMap((run) => withoutJoints(tokens, run) ?? [])
  }
  return content
}

/** Whether content in the cue's sentence has a word at the cue's own depth of quotation. */
function hasPlainWords(
  { sentence, quoteDepth, pos }: Tokens,
  content: readonly TokenRun[],
  { first: cue }: TokenRun,
): boolean {
  for (const { first, last } of content) {
    for (let t = first; t <= last && sentence[t] <= sentence[cue]; t++)
      if (sentence[t] === sentence[cue] && quoteDepth[t] === quoteDepth[cue] && pos[t] !== PUNCT) return true
  }
  return false
}

/** Less the clause that a participle opens: "Noting that nobody was hurt, | the police left". */
function withinOpening(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const first = content.find((run) => run.first > cue.last)?.first ?? -1
  const { last } = content.at(-1)!
  const isOpening = cue.first === sentences.first[sentence[cue.first]] && pos[cue.first] === VERB && word[cue.first].endsWith('ing') // prettier-ignore
  if (!isOpening || first < 0) return content
  const end = Math.min(last, sentences.last[sentence[cue.first]])
  for (let t = first + 1; t < end; t++) {
    if (word[t] !== ',' || quoteDepth[t] !== quoteDepth[cue.first] || !hasFinite(tokens, first, t - 1)) continue
    const subject = nounPhrase(tokens, t + 1, end, true)
    if (subject !== null && isFinite(tokens, subject.last + 1)) return without(content, { first: t, last })
  }
  return content
}

/** Less the main clause behind a first one that the cue stands in: "While the mayor says the road is safe, | drivers disagree". */
function withinFirstClause(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const { first, last } = content.at(-1)!
  const begins = sentences.first[sentence[cue.first]]
  if (content.length > 1 || first < cue.last || !FIRST_CLAUSES.has(word[begins]) || cue.first - begins > LONGEST_FIRST || OPENS_CLAUSE.has(word[first])) return content // prettier-ignore
  for (let t = begins; t < cue.first; t++) if (word[t] === ',') return content
  for (let t = first + 1; t < last; t++) {
    if (word[t] !== ',' || quoteDepth[t] !== quoteDepth[cue.first] || !holdsClause(tokens, { first, last: t - 1 }))
      continue
    const subject = nounPhrase(tokens, t + 1, last, true)
    if (subject !== null && subject.last < last && (isFinite(tokens, subject.last + 1) || pos[subject.last + 1] === VERB)) return without(content, { first: t, last }) // prettier-ignore
  }
  return content
}

/** Less a main clause behind a semicolon, which is rather the writer's: "said they had fled; | no details were given". */
function withinSemicolon(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, quoteDepth } = tokens
  const depth = quoteDepth[cue.first]
  return content.map((run) => {
    if (run.first < cue.last || quoteDepth[run.first] > depth) return run
    const cut = Math.min(run.last, run.first + LONGEST_PASSAGE)
    for (let t = run.first + 1; t < cut; t++)
      if (word[t] === ';' && quoteDepth[t] === depth && opensMainClause(tokens, t + 1, cut)) return { first: run.first, last: t - 1 } // prettier-ignore
    return run
  })
}

/** Less what goes on behind an aside that tells what is thought: "A man, said to be in his 50s, | was arrested". */
function withinAside(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word } = tokens
  const { first, last } = content.at(-1)!
  if (first !== cue.last + 1 || word[cue.first - 1] !== ',' || word[first] !== 'to' || !isPassive(tokens, cue)) return content // prettier-ignore
  for (let t = first; t < last; t++) if (word[t] === ',') return without(content, { first: t, last })
  return content
}

/** The most tokens before the cue of such a clause. */
const LONGEST_FIRST = 16

/**
 * Less what goes on with the sentence of the cue behind a content without a verb of its own, be it a noun or an infinitive: its next verb
 * ("noted the signal | but denied that"), a clause against it ("declared victory, | but the troops have remained"), how it was said
 * ("announced the vote | in a letter to them").
 */
function withinPhrase(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, lemma, pos, quoteDepth } = tokens
  const { first, last } = content.at(-1)!
  if (first < cue.first || OPENS_CLAUSE.has(word[first]) || pos[headOf(tokens, cue)] !== VERB) return content
  const cut = (from: number): TokenRun[] => {
    let end = from
    while (word[end - 1] === ',' || word[end - 1] === 'even') end--
    return without(content, { first: end, last })
  }
  const medium = mediumWithin(tokens, first + 1, last)
  // "Said the number of cases in courts rose"
  const isSubject = (run: TokenRun): boolean => pos[first] !== PRON && ASKS_FOR_CLAUSE.has(lemma[headOf(tokens, cue)]) && hasFinite(tokens, run.last + 1, last) // prettier-ignore
  let isDenied = false
  for (let t = first; t <= last; t++) {
    if (OPENS_CLAUSE.has(word[t]) || isFinite(tokens, t)) return content
    if (quoteDepth[t] !== quoteDepth[cue.first]) continue
    if (t === medium?.first) return isPlain(tokens, medium.last + 1, last) && !isSubject(medium) ? cut(t) : content
    if (word[t] === 'not') isDenied = true
    if (t === first) continue
    const isNext = JOINS_VERBS.has(word[t]) && isVerbBehind(tokens, t)
    const isAgainst = OPPOSES.has(word[t]) || (word[t] === 'while' && word[t - 1] === ',')
    if (isNext || (!isDenied && isAgainst && hasFinite(tokens, t + 1, last))) return cut(t)
  }
  return content
}

/**
 * Less what the writer calls it behind a comma ("said that it would leave the court, | a move that angered its allies"), or what else was told or
 * done by saying so ("said prices would rise, | citing the war").
 */
function withoutRemark(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, lemma, pos, quoteDepth } = tokens
  const { first, last } = content.at(-1)!
  if (first < cue.first) return content
  for (let t = first + 1; t < last - 1; t++) {
    if (word[t] !== ',' || quoteDepth[t] !== quoteDepth[cue.first]) continue
    const isRemark = (word[t + 1] === 'a' || word[t + 1] === 'an') && REMARKS.has(word[t + 2])
    const isAdded = ADDED.has(word[t + 1]) && pos[t + 1] === VERB
    // "They disapprove, with most users saying that"
    const other = word[t + 1] === 'with' ? nounPhrase(tokens, t + 2, last, true) : null
    const isOthers = other !== null && word[other.last + 1]?.endsWith('ing') && VERBS_OF_SAYING.has(lemma[other.last + 1]) // prettier-ignore
    if (isAdded || isOthers || (isRemark && hasFinite(tokens, first, t - 1)))
      return without(content, { first: t, last })
  }
  return content
}

/**
 * Less when something was said, where what was said is told before ('“We won,” she said | after the vote'), or is all quoted: 'chanted “Go home” | as the
 * convoy passed'.
 */
function withoutOccasion(tokens: Tokens, content: readonly TokenRun[], cue: TokenRun): readonly TokenRun[] {
  const { word, quoteDepth } = tokens
  const { first, last } = content.at(-1)!
  const depth = quoteDepth[cue.first]
  if (content.length > 1 && content[0].last < cue.first && first === cue.last + 1 && BEHIND_SAID.has(word[first])) return content.slice(0, -1) // prettier-ignore
  if (quoteDepth[first] <= depth || quoteDepth[last] > depth) return content
  for (let t = first; t < last; t++) {
    if (quoteDepth[t] > depth || word[t] === ',' || word[t] === 'and' || word[t] === 'or') continue
    return OCCASIONS.has(word[t]) && holdsClause(tokens, { first: t + 1, last }) ? without(content, { first: t, last }) : content // prettier-ignore
  }
  return content
}

const BEHIND_SAID = new Set(['after', 'before', 'during', 'following', 'when', 'while'])
const OCCASIONS = new Set(['as', 'after', 'before', 'when', 'while'])

/** What a writer calls a thing said. */
const REMARKS = new Set('move decision step claim charge allegation accusation assertion statement account'.split(' '))

/**
 * Participles behind a comma that are of who speaks, not of what is said: in annotated articles contents end before such a one 230 times in 236
 * ("hoping", "meaning", "including" are of what is said).
 */
const ADDED = new Set(
  `saying adding noting stating stressing arguing suggesting describing calling telling pointing referring citing quoting giving drawing contradicting echoing
  insisting emphasizing emphasising reiterating explaining prompting sparking`.split(/\s+/),
)

const OPENS_CLAUSE = new Set(['that', 'who', 'which', 'what', 'whether', 'if', 'how', 'why', 'when'])
const JOINS_VERBS = new Set(['and', 'but'])
/** Conjunctions that set a clause against another one. */
export const OPPOSES: ReadonlySet<string> = new Set(['but', 'although', 'though', 'whereas'])
/** Whether a finite verb follows a conjunction, and is no participle with an agent ("and condemned by") or in a name ("and Protected Areas"). */
function isVerbBehind(tokens: Tokens, conjunction: number): boolean {
  let verb = conjunction + 1
  while (tokens.pos[verb] === ADV) verb++
  return isFinite(tokens, verb) && !isCapitalised(tokens, verb) && tokens.word[verb + 1] !== 'by'
}

/**
 * Content that is the beginning of a clause, with the rest of its sentence: "asked that the squares | be left free". A verb of saying and "that" ask for a
 * verb of its own.
 * @param isTaken Whether a token is of the cue of another statement.
 */
export function withPredicate(
  tokens: Tokens,
  cue: TokenRun,
  content: readonly TokenRun[],
  isTaken: (token: number) => boolean,
): readonly TokenRun[] {
  const { word, lemma, pos, quoteDepth, sentence, sentences } = tokens
  const [run] = content
  const isInfinitive = word[run.first] === 'to' || word[run.first] === 'not'
  const isClause = word[run.first] === 'that' || (!isInfinitive && ASKS_FOR_CLAUSE.has(lemma[headOf(tokens, cue)]))
  if (content.length > 1 || run.first !== cue.last + 1) return content
  const end = sentences.last[sentence[run.last]]
  const last = pos[end] === PUNCT ? end - 1 : end
  // "Said that when he came, | it rained"
  if (isFirstClause(tokens, run) && last - run.last <= LONGEST_REST && hasFinite(tokens, run.last + 2, last)) return [{ first: run.first, last }] // prettier-ignore
  if (!isClause || holdsClause(tokens, run)) return content
  // "Said this in a statement"
  if (run.first === run.last && pos[run.first] !== NOUN && pos[run.first] !== PROPN) return content
  if (last - run.last > LONGEST_REST || !hasFinite(tokens, run.last + 1, last)) return content
  for (let t = run.first; t <= last; t++) if (quoteDepth[t] !== quoteDepth[cue.first] || isTaken(t)) return content
  return [{ first: run.first, last }]
}

/** Whether a run is a clause that comes before the main one, behind "that": "that when he came". */
function isFirstClause({ word, quoteDepth }: Tokens, { first, last }: TokenRun): boolean {
  if (word[first] !== 'that' || !COMES_FIRST.has(word[first + 1]) || word[last + 1] !== ',') return false
  for (let t = first; t <= last + 1; t++)
    if (quoteDepth[t] !== quoteDepth[first] || (t <= last && word[t] === ',')) return false
  return true
}

const COMES_FIRST = new Set(['when', 'if', 'because', 'since', 'after', 'before', 'once', 'unless', 'despite'])

const ASKS_FOR_CLAUSE = new Set('say add think believe argue insist claim note state explain stress suggest'.split(' '))

/** A sentence that goes on for longer tells of more. */
const LONGEST_REST = 60

/** Whether tokens hold no quotation and no word that goes on with what was said: "declared it in a letter | as dead". */
function isPlain({ word, quoteDepth }: Tokens, from: number, to: number): boolean {
  for (let t = from; t <= to; t++) if (quoteDepth[t] > quoteDepth[from - 1] || GOES_ON.has(word[t])) return false
  return true
}

const GOES_ON = new Set([':', 'as', 'that'])
