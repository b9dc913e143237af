import { kindOfNoun, ORGANISATION, PEOPLE, PERSON } from '../../record/nouns.js'
import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { ruled, type Attribution } from './attribution.js'
import { without, type TokenRun } from './runs.js'

const { NOUN, PROPN, ADJ, NUM, ADP } = PART_OF_SPEECH

/** How sure it is that a headline's mark parts who says it from what is said, for those that no draft has found. */
const CERTAINTY = 0.6

/**
 * What a headline says by a mark instead of a verb: "Two killed in blast: police", "Storm kills nine – officials", "Study: Coffee drinkers
 * live longer", "Lavrov: West does not want peace". What is no noun for somebody that says things counts where a statement of the article has it for its source, since
 * headlines open with what they are about, too ("Noah Smith: Inquest hears of last hours"). What of the headline other statements hold ends at the mark.
 * @param all The statements found so far.
 */
export function headlinesOf(
  tokens: Tokens,
  all: readonly Attribution[],
  isFree: (cue: TokenRun) => boolean,
): Attribution[] {
  const { paragraphs } = tokens
  if (paragraphs.count < 2) return []
  const headline = { first: paragraphs.first[0], last: paragraphs.last[0] }
  const parts = headline.last - headline.first < LONGEST_HEADLINE ? partsOf(tokens, headline, all) : null
  if (parts === null || !isFree(parts.cue)) return []
  const { cue, source, content } = parts
  for (const one of all) {
    const rest = without(one.content, {
      first: Math.min(cue.first, source.first),
      last: Math.max(cue.last, source.last),
    })
    if (rest.length > 0) one.content = rest
  }
  return [ruled({ cue, source, content: [content] }, CERTAINTY)]
}

/** The most tokens of a headline. */
const LONGEST_HEADLINE = 32

function partsOf(
  tokens: Tokens,
  { first, last }: TokenRun,
  all: readonly Attribution[],
): { cue: TokenRun; source: TokenRun; content: TokenRun } | null {
  const { word } = tokens
  const end = word[last] === '.' ? last - 1 : last
  let mark = end - 1
  while (mark > first && !isMark(tokens, mark)) mark--
  const behind = { first: mark + 1, last: end }
  if (mark - first >= SHORTEST_CONTENT && isSource(tokens, behind, all))
    return { cue: { first: mark, last: mark }, source: behind, content: { first, last: mark - 1 } }
  let colon = first + 1
  while (colon < end && word[colon] !== ':') colon++
  const before = { first, last: colon - 1 }
  if (end - colon < SHORTEST_CONTENT || QUESTIONS.has(word[colon + 1]) || !isSource(tokens, before, all)) return null
  return { cue: { first: colon, last: colon }, source: before, content: { first: colon + 1, last: end } }
}

/** The fewest tokens of what is said. */
const SHORTEST_CONTENT = 3

/** What begins a title that tells what the text is about: "Police: what we know". */
const QUESTIONS = new Set(['what', 'who', 'why', 'how', 'when', 'where'])

/** Whether a token is a colon, or a dash with spaces on both sides. */
function isMark({ word, start, end, quoteDepth }: Tokens, token: number): boolean {
  if (quoteDepth[token] > 0) return false
  return (
    word[token] === ':' || (DASHES.has(word[token]) && start[token] > end[token - 1] && start[token + 1] > end[token])
  )
}

const DASHES = new Set(['-', '–', '—'])

/** Whether a run is the bare name of somebody, or of something, that says things. */
function isSource(tokens: Tokens, { first, last }: TokenRun, all: readonly Attribution[]): boolean {
  const { word, pos, quoteDepth } = tokens
  if (last - first >= LONGEST_SOURCE) return false
  let head = last
  for (let t = last; t >= first; t--) {
    const p = pos[t]
    if (p === ADP && t > first) head = t - 1
    else if (p !== NOUN && p !== PROPN && p !== ADJ && p !== NUM && word[t] !== "'s" && word[t] !== '-') return false
    if (quoteDepth[t] > 0) return false
  }
  return saysThings(tokens, head) || all.some(({ source }) => source !== null && source.first > last && names(tokens, { first, last }, source)) // prettier-ignore
}

/** The most tokens of who says it. */
const LONGEST_SOURCE = 6

/** Whether a noun, in the plural or not, stands for somebody, an organisation or a document that reports. */
function saysThings({ word, lemma }: Tokens, noun: number): boolean {
  return [lemma[noun], word[noun].replace(/s$/, '')].some((form) => {
    const kind = kindOfNoun(form)
    return kind === PERSON || kind === PEOPLE || (kind === ORGANISATION && !SHOWS.has(form)) || REPORTS.has(form)
  })
}

/** Of documents, those that a headline names for what they say: a "review" or an "analysis" before a colon is the article itself. */
const REPORTS = new Set('report study survey poll research data record document audit census lawsuit'.split(' '))
/** Organisations whose noun heads something to look at, too. */
const SHOWS = new Set('gallery channel network chain exchange library service'.split(' '))

const ENDS_NAME = new Set([',', '(', ')'])

/** Whether words name the source, by its last word or its first letters, and not what the source is of ("Iran's ministry", "Kestrels coach"). */
function names(tokens: Tokens, { first, last }: TokenRun, source: TokenRun): boolean {
  const { word } = tokens
  let initials = ''
  for (let t = source.first; t <= source.last; t++) {
    if (word[t] === word[last] && (t === source.last || ENDS_NAME.has(word[t + 1]))) return true
    if (isCapitalised(tokens, t) && word[t] !== 'the') initials += word[t][0]
  }
  return first === last && isCapitalised(tokens, last) && initials.length > 1 && initials === word[last]
}
