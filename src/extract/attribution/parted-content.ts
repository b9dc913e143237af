import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { hasFinite, isFinite } from './finite-verbs.js'
import { ADJUNCTS, FIRST_CLAUSES, REPORTING_VERBS } from './lexicon.js'
import { isOfPhrase } from './outer-clause.js'
import { timeAt, type Parts } from './participants.js'
import { LONGEST_PASSAGE } from './passage.js'
import { hasPart, withoutJoints, type TokenRun } from './runs.js'
import { beginning } from './source.js'

const { VERB, AUX, ADV, NOUN, PROPN, PRON } = PART_OF_SPEECH

/**
 * Content that cue and source cut in two, with the part that it lacks. Between commas: "The fence, she said, would cost $38,500" goes on behind where it
 * has no verb so far, or ends with an auxiliary, or is a clause with "when", and where "and" or "but" joins another clause to it; it begins before where it has but a verb, or what an
 * auxiliary there asks for. In a relative clause it has the pronoun: "[what] locals said [was a bullet]".
 */
export function withBothParts(tokens: Tokens, { cue, source, content }: Parts): readonly TokenRun[] {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const first = Math.min(cue.first, source?.first ?? Infinity)
  const last = Math.max(cue.last, source?.last ?? -1)
  const [run] = content
  const isVerb = (t: number): boolean => pos[t] === VERB || pos[t] === AUX || (pos[t] === ADV && pos[t + 1] === VERB)
  if (last === cue.last && content.length === 1 && run.first === last + 1 && first > sentences.first[sentence[first]]) {
    const subject = isFinite(tokens, run.first) ? subjectBefore(tokens, first) : null
    if (subject !== null) return [subject, run]
  }
  const behind = (timeAt(tokens, last + 1) ?? last) + 1
  const next = behind + 1
  if (word[first - 1] !== ',' || word[behind] !== ',' || sentence[first] !== sentence[behind]) return content
  const begins = Math.max(sentences.first[sentence[first]], first - LONGEST_PASSAGE)
  if (content.length === 1 && run.first === next && quoteDepth[next] === quoteDepth[begins]) {
    const front = frontOf(tokens, begins, first - 2)
    if (front === null) return content
    // "He was, his brother said, a quiet man"
    const isOpen = pos[front.last] === AUX && isFinite(tokens, front.last)
    // "What they found, she said, changes it all"
    const isFree = FREE_RELATIVES.has(word[front.first])
    const isSubject = isFree || !hasPart(tokens, isOpen ? { first: front.first, last: front.last - 1 } : front, VERBS)
    const isWanted = JOINS.has(word[next]) ? hasFinite(tokens, front.first, front.last) : isSubject && (isOpen || isFree || isVerb(next)) // prettier-ignore
    return isWanted ? [front, ...content] : content
  }
  const before = content.at(-1)!
  if (before.last !== first - 2 || quoteDepth[before.last] > 0) return content
  const end = Math.min(sentences.last[sentence[first]], next + LONGEST_PASSAGE)
  if (next > end) return content
  // "The festival was, she said, the biggest"
  const endsOpen = pos[before.last] === AUX ? !JOINS.has(word[next]) : !hasPart(tokens, before, VERBS) && isVerb(next)
  const isJoined = JOINS.has(word[next]) && !ADJUNCTS.has(word[cue.first]) && goesOn(tokens, next + 1, end)
  // "When the war began, he said, it rained"
  const isFirst = content.length === 1 && FIRST_CLAUSES.has(word[before.first]) && hasFinite(tokens, next, end)
  if (!endsOpen && !isJoined && !isFirst) return content
  const rest = withoutJoints(tokens, { first: next, last: end })
  return rest === null ? content : [...content, rest]
}

/**
 * What is said of it that a clause of saying stands behind: "[what] locals said [was a bullet]", "[a tour] that critics say [was staged]", "[$12m] it says [is
 * owed]"; null where nothing is.
 */
function subjectBefore(tokens: Tokens, clause: number): TokenRun | null {
  const { word, pos, sentence, sentences } = tokens
  const pronoun = clause - 1
  if (RELATIVES.has(word[pronoun])) return { first: pronoun, last: pronoun }
  const last = word[pronoun] === 'that' ? pronoun - 1 : pronoun
  const begins = Math.max(sentences.first[sentence[clause]], last - LONGEST_SUBJECT)
  if (last < begins || (pos[last] !== NOUN && pos[last] !== PROPN)) return null
  let first = last
  while (first > begins && (isOfPhrase(tokens, first - 1) || CURRENCIES.has(word[first - 1]))) first--
  return { first, last }
}

/** What stands before a parenthesis in its sentence, if it has a noun. */
function frontOf(tokens: Tokens, begins: number, last: number): TokenRun | null {
  const first = beginning(tokens, { first: begins, last })
  const front = withoutJoints(tokens, { first: OPENS.has(tokens.word[first]) ? first + 1 : first, last })
  return front !== null && hasPart(tokens, front, NOMINALS) ? front : null
}

/**
 * Whether a clause is joined: with a subject, or with an auxiliary alone. With another verb it is rather what the speaker did, and with one of saying what
 * is said next: "It was late, she said, and left", "but he noted".
 */
function goesOn(tokens: Tokens, from: number, end: number): boolean {
  const { pos, lemma } = tokens
  let verb = from
  while (verb <= end && verb < from + LONGEST_SUBJECT && !isFinite(tokens, verb)) verb++
  if (!isFinite(tokens, verb)) return false
  return verb === from ? pos[verb] === AUX : !REPORTING_VERBS.has(lemma[verb])
}

const CURRENCIES = new Set(['$', '€', '£', '¥'])
const LONGEST_SUBJECT = 12
const RELATIVES = new Set(['what', 'which', 'who'])
const FREE_RELATIVES = new Set(['what', 'who', 'how', 'why', 'whether'])
const JOINS = new Set(['and', 'but', 'or'])
const OPENS = new Set(['and', 'but', 'yet'])
const VERBS: readonly number[] = [VERB, AUX]
const NOMINALS: readonly number[] = [NOUN, PROPN, PRON]
