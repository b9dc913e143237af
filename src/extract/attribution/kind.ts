import type { SourceForm, StatementKind } from '../../record/record.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { COMPANY_FORMS, GROUPS } from './lexicon.js'
import type { TokenRun } from './runs.js'

const { NOUN, PROPN, PRON, ADJ, DET, PUNCT } = PART_OF_SPEECH

/** The most words of a quotation that may be a mere title or nickname. */
const LONGEST_TITLE = 8

/**
 * Whether content is quoted: all of its words, none, or some. Titles and nicknames in quotation marks within it do not count.
 * @param depth How many quotations all of it lies in anyway: those do not count either.
 */
export function kindOf(tokens: Tokens, content: readonly TokenRun[], depth: number): StatementKind {
  const { pos, quoteDepth } = tokens
  let quoted = 0
  let titled = 0
  let words = 0
  for (const { first, last } of content) {
    for (let t = first; t <= last; t++) {
      if (pos[t] === PUNCT) continue
      words++
      if (quoteDepth[t] <= depth) continue
      quoted++
      const isFirst = t === first || quoteDepth[t - 1] <= depth || pos[t - 1] === PUNCT
      if (isFirst) titled += titleLength(tokens, t, last, depth)
    }
  }
  if (quoted === words) return 'direct'
  return quoted === titled ? 'indirect' : 'mixed'
}

/** Whether content begins with a title or a name in quotation marks of two words or more: “The Bridge of Sighs”. */
export function beginsWithTitle(tokens: Tokens, [{ first, last }]: readonly TokenRun[]): boolean {
  const { quoteDepth, pos } = tokens
  const opens = first > 0 ? quoteDepth[first - 1] < quoteDepth[first] : quoteDepth[first] > 0
  return opens && pos[first] === PUNCT && titleLength(tokens, first + 1, last, quoteDepth[first] - 1) > 1
}

/** How many words a quoted title has that begins at a token and ends with its quotation: every word with a capital or a number, or short. 0 where it is none. */
function titleLength(
  { text, start, pos, word, quoteDepth }: Tokens,
  first: number,
  end: number,
  depth: number,
): number {
  let words = 0
  for (let t = first; t <= end && quoteDepth[t] > depth; t++) {
    if (pos[t] === PUNCT) {
      if (SENTENCE_MARKS.has(word[t])) return 0
      continue
    }
    const begins = text.charAt(start[t])
    const isCapital = begins !== begins.toLowerCase() || (begins >= '0' && begins <= '9')
    if (!isCapital && (t === first || !WORDS_OF_TITLES.has(word[t]))) return 0
    if (++words > LONGEST_TITLE) return 0
  }
  return words
}

const SENTENCE_MARKS = new Set(['?', '!', ',', ';', '.'])
const WORDS_OF_TITLES = new Set('of the and a an in on for to at from with by or de la le'.split(' '))

const PRONOUNS = new Set(
  'i we you he she it they me us him her them who whom which that this these those one some many most several others another both all each none anyone everyone someone somebody nobody my our your his its their mine ours yours hers theirs himself herself itself themselves'.split(
    ' ',
  ),
)

/** Titles that stand where a name stands but name nobody. */
const OFFICES = new Set(
  'president minister secretary general chairman chairwoman chair director officer mayor governor senator judge king queen prince princess pope spokesman spokeswoman spokesperson ambassador chief captain colonel major lieutenant sergeant commissioner chancellor premier attorney justice speaker congressman congresswoman representative professor doctor bishop archbishop cardinal treasurer deputy vice prime foreign interior defence defense finance health justice'.split(
    ' ',
  ),
)

/** What a source is: a name, a common noun, or a pronoun. */
export function formOf(tokens: Tokens, { first, last }: TokenRun): SourceForm {
  const { word, pos } = tokens
  let head = headNoun(tokens, first, last)
  if (COMPANY_FORMS.has(word[head]) && head > first) head--
  if (PRONOUNS.has(word[head]) || pos[head] === PRON) return 'pronoun'
  for (let t = first; t <= head; t++) if (isName(tokens, t) && belongsToHead(tokens, t, head)) return 'name'
  // An apposition: "its general secretary, Tor Aldane", "his wife, ex-model Saffy", "the newspaper «Evening News»".
  for (let t = head + 1; t < last; t++) {
    if (word[t] === ',' && endsInName(tokens, t + 1, last)) return 'name'
    if (tokens.quoteDepth[t] > tokens.quoteDepth[head] && titleLength(tokens, t + 1, last, tokens.quoteDepth[head]) > 0)
      return 'name'
  }
  return 'nominal'
}

function isName({ pos, lemma, word }: Tokens, token: number): boolean {
  return pos[token] === PROPN && !OFFICES.has(lemma[token]) && !GROUPS.has(word[token])
}

/** Whether nouns and what describes them end in a name, before a comma, a preposition or the end. */
function endsInName(tokens: Tokens, first: number, last: number): boolean {
  const { pos, word } = tokens
  let t = first
  while (t <= last && !isName(tokens, t)) {
    if (pos[t] !== NOUN && pos[t] !== ADJ && pos[t] !== DET && pos[t] !== PROPN && word[t] !== '-') return false
    t++
  }
  while (t <= last && pos[t] === PROPN) t++
  return (
    t > first &&
    isName(tokens, t - 1) &&
    (t > last || !(pos[t] === NOUN || word[t] === "'s" || STOPS.has(word[t])) || word[t] === ',')
  )
}

/** The last noun of a phrase before a relative clause, a preposition or a comma. */
function headNoun({ word, pos }: Tokens, first: number, last: number): number {
  let head = -1
  for (let t = first; t <= last; t++) {
    if (pos[t] === NOUN || pos[t] === PROPN || pos[t] === PRON) head = t
    else if (pos[t] === DET && head < 0 && PRONOUNS.has(word[t])) head = t
    else if (head >= 0 && (STOPS.has(word[t]) || (pos[t] === PUNCT && word[t] !== '.' && word[t] !== '-'))) break
    if (head >= 0 && t > first && STOPS.has(word[t])) break
  }
  return head < 0 ? first : head
}

const STOPS = new Set([
  'of',
  'in',
  'at',
  'for',
  'from',
  'who',
  'which',
  'that',
  'whose',
  'with',
  'on',
  'to',
  'and',
  'or',
  ',',
  '(',
  'by',
  'near',
])

/** A name before the head is part of it only where nothing but names, hyphens or titles stand between: "Clinton campaign officials" is no name. */
function belongsToHead({ pos, word }: Tokens, name: number, head: number): boolean {
  for (let t = name; t <= head; t++)
    if (pos[t] !== PROPN && word[t] !== '-' && word[t] !== '.' && word[t] !== "'" && pos[t] !== DET) return false
  return true
}
