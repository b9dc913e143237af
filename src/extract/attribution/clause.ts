import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { tellsHow } from './adjuncts.js'
import { headOf, isNaming, isPassive, isReporting, verbOf } from './act.js'
import { citedAt } from './citations.js'
import { cueOf } from './cue.js'
import type { Draft } from './draft.js'
import { extentOf } from './extent.js'
import { hasFinite, isFinite } from './finite-verbs.js'
import { beginsWithTitle } from './kind.js'
import { PASSIVE_WITH_ADDRESSEE, PASSIVE_WITH_CONTENT } from './lexicon.js'
import {
  addresseeOf,
  agentOf,
  circumstancesBehind,
  mediumOf,
  nounPhrase,
  partnerOf,
  type Parts,
} from './participants.js'
import { withBothParts } from './parted-content.js'
import { LONGEST_PASSAGE } from './passage.js'
import { passiveTo } from './passives.js'
import { joined, overlap, without, withoutJoints, withQuotationMarks, type TokenRun } from './runs.js'
import { beginning, isDateline, sourceOf } from './source.js'

const { VERB, AUX, ADP, PUNCT, SCONJ } = PART_OF_SPEECH

/** The parts of one statement, cut as the guidelines for annotation have it, in tokens of the article. */
export interface Clause {
  /** Null for a quotation without any. */
  readonly cue: TokenRun | null
  readonly source: TokenRun | null
  /** In text order. */
  readonly content: readonly TokenRun[]
  readonly addressee: TokenRun | null
  readonly medium: TokenRun | null
}

/**
 * A draft with its parts cut to what they should hold; null where no content is left, or where it only tells a name or a title:
 * "was named the Shed", 'sang “The Bridge of Sighs”'.
 */
export function clauseOf(tokens: Tokens, draft: Pick<Draft, 'cue' | 'source' | 'content'>): Clause | null {
  const { source: drafted, content: told } = outOfContent(tokens, draft)
  const quoted = quotedAs(tokens, draft.cue) ?? quotedBy(tokens, draft.cue)
  const { cue, label, rest } = cueOf(tokens, quoted?.cue ?? draft.cue)
  if (isNaming(tokens, cue) || isPartOfName(tokens, cue) || isPurpose(tokens, cue) || tellsHow(tokens, cue)) return null
  // Who is cited says it, and is no content.
  if (citedAt(tokens, cue.last) !== null) return null
  let source = sourceOf(tokens, quoted?.source ?? drafted, cue, label)
  if (source !== null && isDateline(tokens, source, cue)) return null
  const all = withoutMainClause(tokens, quoted === null ? told : without(told, quoted.whole), cue)
  let content = extentOf(tokens, cleaned(tokens, rest === null ? all : withRest(all, rest), cue, source), cue)
  if (
    content.length === 0 ||
    isNothing(tokens, content) ||
    (!isReporting(tokens, cue) && beginsWithTitle(tokens, content))
  )
    return null
  let addressee: TokenRun | null = null
  if (source !== null && source.last < cue.first && isPassive(tokens, cue)) {
    const subject = source
    const verb = verbOf(tokens, headOf(tokens, cue))
    const isAddressee = PASSIVE_WITH_ADDRESSEE.has(verb)
    if (isAddressee || PASSIVE_WITH_CONTENT.has(verb)) {
      const agent = agentOf(tokens, cue)
      source = agent === null ? null : (without([agent.agent], cue).at(0) ?? null)
      // The agent and what stands between it and the cue ("last week by the court") are no content.
      if (agent !== null) content = without(content, { first: cue.first, last: agent.agent.last })
      const isNobody = EXPLETIVES.has(tokens.word[subject.last])
      if (isAddressee) addressee = subject
      else if (!isNobody && !content.some((run) => overlap(run, subject))) content = joined([subject, ...content])
    }
  }
  const agent = source === null || source.first < cue.last || !isPassive(tokens, cue) ? null : agentOf(tokens, cue)
  if (source !== null && agent !== null && source.first <= agent.agent.last) {
    // "Was accused by the union | of hiding it"
    const { last } = quoted?.source ?? drafted!
    const rest = { first: agent.agent.last + 1, last }
    content = without(content, { first: agent.by, last })
    if (tokens.word[rest.first] === 'of' && rest.first < rest.last) {
      source = agent.agent
      content = joined([...content, rest])
    }
  }
  if (addressee === null) {
    const found = addresseeOf(tokens, { cue, source, content })
    addressee = found.addressee
    content = found.content
  }
  const circumstances = circumstancesBehind(tokens, cue)
  if (circumstances !== null) content = without(content, circumstances)
  if (content.length === 0) return null
  const parts = { cue, source, content }
  content = tokens.word[cue.first] === ':' ? toParagraphEnd(tokens, parts) : withBothParts(tokens, parts)
  const medium = mediumOf(tokens, { cue, source, content })
  if (addressee === null && medium !== null) {
    const partner = partnerOf(tokens, medium)
    if (partner !== null && !content.some((run) => overlap(run, partner))) addressee = partner
  }
  return { cue, source, content, addressee, medium }
}

/** The content of a participle behind a comma less the clause that it is added to: "[The firm closed the plant], saying demand had fallen". */
function withoutMainClause(
  { word, pos, quoteDepth }: Tokens,
  content: readonly TokenRun[],
  cue: TokenRun,
): readonly TokenRun[] {
  const isAdded = pos[cue.first] === VERB && word[cue.first].endsWith('ing') && word[cue.first - 1] === ','
  if (!isAdded || !content.some(({ first }) => first > cue.last)) return content
  return content.filter(({ first, last }) => first > cue.last || quoteDepth[last] > quoteDepth[cue.first])
}

/**
 * A draft whose source runs into what is said, with that in its content: '“The talks,” said a diplomat, | “are going nowhere”', "That is nonsense, says
 * Reed: | the dam was safe", "The law, | the group said, is a step back", "Ten died, | the agency said, citing the governor".
 */
function outOfContent(
  tokens: Tokens,
  draft: Pick<Draft, 'cue' | 'source' | 'content'>,
): Pick<Draft, 'source' | 'content'> {
  const { source, content } = draft
  if (source === null) return draft
  const { word, pos, quoteDepth, sentence, sentences } = tokens
  const { first, last } = source
  const depth = quoteDepth[first]
  let end = last
  while (end > first && quoteDepth[end] > depth) end--
  if (end < last && quoteDepth[last + 1] > depth) {
    const own = { first, last: end }
    return { source: own, content: pos[last] === PUNCT ? content : joined([...content, { first: end + 1, last }]) }
  }
  if (first === draft.cue.last + 1) {
    // “He left,” said the mayor, | “because it was late.”
    for (let t = first + 1; t < last; t++)
      if (word[t] === ',' && quoteDepth[t] === depth && quoteDepth[t + 1] > depth)
        return { source: { first, last: t - 1 }, content: joined([...content, { first: t + 1, last }]) }
    for (let t = first + 1; t < last; t++)
      if (word[t] === ':' && sentence[t] === sentence[first])
        return {
          source: { first, last: t - 1 },
          content: joined([...content, { first: t + 1, last: sentences.last[sentence[t]] }]),
        }
    return draft
  }
  const [next] = content
  const opens =
    first === sentences.first[sentence[first]] && last === draft.cue.first - 1 && next.first > draft.cue.last + 1
  let comma = opens ? last - 1 : first
  while (comma > first && (word[comma] !== ',' || quoteDepth[comma] !== depth)) comma--
  if (comma === first) return draft
  const front = { first, last: comma - 1 }
  const own = { first: comma + 1, last }
  if (word[next.first - 1] === ',' && isFinite(tokens, next.first)) return { source: own, content: [front, ...content] }
  // "Ten people died, the agency | said, citing the governor"
  const isCited = word[next.first - 1] === 'citing' && pos[first] !== SCONJ && hasFinite(tokens, first, comma - 1)
  return isCited ? { source: own, content: [front] } : draft
}

interface Quoted {
  readonly cue: TokenRun
  readonly source: TokenRun
  /** From the verb of the one who quotes to the cue: none of it is content. */
  readonly whole: TokenRun
}

/**
 * Who is quoted and with what verb, where a cue tells that somebody else does: "Wang Yi" and "saying" of "Xinhua quoted Wang Yi as saying".
 * Null where nobody is named there: "was quoted as saying".
 */
function quotedAs({ word, lemma, pos }: Tokens, cue: TokenRun): Quoted | null {
  let as = Math.max(cue.first - 1, 0)
  while (as < cue.last + LONGEST_QUOTED && word[as] !== 'as') as++
  if (word[as] !== 'as' || pos[as + 1] !== VERB || !word[as + 1].endsWith('ing')) return null
  let verb = as - 1
  while (verb > as - LONGEST_QUOTED && verb > 0 && pos[verb] !== VERB && pos[verb] !== AUX && word[verb] !== ',') verb--
  if (!VERBS_OF_QUOTING.has(lemma[verb]) || pos[verb] !== VERB || verb > cue.last) return null
  if (verb + 1 === as || BEHIND_QUOTED.has(word[verb + 1])) return null
  const whole = { first: verb, last: as + 1 }
  return { cue: { first: as + 1, last: as + 1 }, source: { first: verb + 1, last: as - 1 }, whole }
}

/** The same of somebody who is quoted, by whomever: "Wang was quoted as saying by Xinhua", "Wang was quoted by Xinhua as saying", "is quoted in it as saying". */
function quotedBy(tokens: Tokens, cue: TokenRun): Quoted | null {
  const { word, lemma, sentence, sentences, quoteDepth } = tokens
  let verb = Math.min(cue.last, cue.first + LONGEST_QUOTED)
  while (verb >= 0 && verb > cue.first - LONGEST_QUOTED && !VERBS_OF_QUOTING.has(lemma[verb])) verb--
  if (verb < 1 || !VERBS_OF_QUOTING.has(lemma[verb]) || sentence[verb] !== sentence[cue.first]) return null
  let as = verb + 1
  while (as < verb + LONGEST_QUOTED && word[as] !== 'as') as++
  if (word[as] !== 'as' || as + 1 >= tokens.count || !word[as + 1].endsWith('ing')) return null
  if (as > verb + 1 && !BEHIND_QUOTED.has(word[verb + 1])) return null
  const passive = passiveTo(tokens, verb)
  if (passive === null) return null
  const { first: be } = passive
  let first = be
  const begins = Math.max(sentences.first[sentence[verb]], be - LONGEST_PASSAGE)
  while (first > begins && quoteDepth[first - 1] === quoteDepth[verb] && !BEFORE_SUBJECT.has(word[first - 1])) first--
  if (first === be) return null
  const isSplit = as > verb + 1
  const agent = word[as + 2] === 'by' ? nounPhrase(tokens, as + 3, sentences.last[sentence[verb]], true) : null
  return {
    cue: { first: isSplit ? as + 1 : be, last: as + 1 },
    source: { first, last: be - 1 },
    whole: { first: be, last: agent?.last ?? as + 1 },
  }
}

const BEFORE_SUBJECT = new Set([',', ';', 'that', 'and', 'but'])

/** By whom, or where, somebody is quoted. */
const BEHIND_QUOTED = new Set(['by', 'in', 'on'])

const VERBS_OF_QUOTING = new Set(['quote', 'cite'])

/** The most tokens of the name of who is quoted. */
const LONGEST_QUOTED = 10

/** Whether a cue is what somebody is to do: "met to discuss the plan" tells of no content. */
function isPurpose({ word, pos }: Tokens, { first, last }: TokenRun): boolean {
  return word[first] === 'to' && first < last && pos[first + 1] === VERB
}

/** Whether a cue of one word is written large behind another such word, in a sentence that is no headline: "Qaboos bin Said", "Air India Express". */
function isPartOfName(tokens: Tokens, { first, last }: TokenRun): boolean {
  if (first !== last || !isCapitalised(tokens, first)) return false
  const { sentences, sentence, pos } = tokens
  const s = sentence[first]
  if (first === sentences.first[s]) return false
  const before = pos[first - 1] === PUNCT ? -1 : first - 1
  const follows = before >= 0 && (isCapitalised(tokens, before) || (before > sentences.first[s] && isCapitalised(tokens, before - 1) && pos[before] !== ADP)) // prettier-ignore
  if (!follows) return false
  let small = 0
  let large = 0
  for (let t = sentences.first[s] + 1; t <= sentences.last[s] && t < sentences.first[s] + LONGEST_HEADLINE; t++) {
    if (t === first || pos[t] === PUNCT) continue
    if (isCapitalised(tokens, t)) large++
    else small++
  }
  return small > large
}

/** A sentence is judged by so many of its first tokens. */
const LONGEST_HEADLINE = 40

/** Whether what somebody said is told to be nothing: "said nothing about it", "said little". */
function isNothing({ word }: Tokens, content: readonly TokenRun[]): boolean {
  const [{ first, last }] = content
  if (content.length > 1 || !NOTHING.has(word[first])) return false
  return first === last || ABOUT.has(word[first + 1])
}

const NOTHING = new Set(['nothing', 'little'])
const ABOUT = new Set(['about', 'of', 'on', 'in', 'after', 'before', 'during'])

const EXPLETIVES = new Set(['it', 'there'])

/** What a cue gives up to the content that follows it: "of" of "was accused of". */
function withRest(content: readonly TokenRun[], rest: TokenRun): TokenRun[] {
  return content.map((run) => (run.first === rest.last + 1 ? { first: rest.first, last: run.last } : run))
}

/** Behind a name and a colon at the beginning of a paragraph, all of the paragraph is said, quotation marks or not. */
function toParagraphEnd(tokens: Tokens, { cue, source, content }: Parts): readonly TokenRun[] {
  const { paragraph, paragraphs, quoteDepth } = tokens
  const [run] = content
  const p = paragraph[cue.first]
  if (source === null || source.last !== cue.first - 1 || run.first !== cue.last + 1 || quoteDepth[run.first] > 0)
    return content
  const opens = beginning(tokens, { first: paragraphs.first[p], last: source.last }) === source.first
  return opens ? [{ first: run.first, last: paragraphs.last[p] }] : content
}

/** The content's runs with their quotation marks, without the marks that join them to the cue, less cue and source. */
export function cleaned(
  tokens: Tokens,
  content: readonly TokenRun[],
  cue: TokenRun | null,
  source: TokenRun | null,
): readonly TokenRun[] {
  const runs = content.flatMap((run) => {
    const bare = withoutJoints(tokens, { first: beginning(tokens, run), last: run.last })
    if (bare === null) return []
    const marked = withQuotationMarks(tokens, bare)
    const holes = [cue, source].filter((part) => part !== null)
    if (!holes.some((hole) => overlap(marked, hole))) return [marked]
    const parts = holes.reduce<readonly TokenRun[]>(without, [bare])
    return parts.map((part) => withoutJoints(tokens, part)).filter((part) => part !== null)
  })
  return joined(runs)
}
