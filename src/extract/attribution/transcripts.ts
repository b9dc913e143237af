import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isCourtesy, kindOfNoun, PERSON } from '../../record/nouns.js'
import { ruled, type Attribution } from './attribution.js'
import { quotationsFrom, type TokenRun } from './runs.js'
import { sourceOf } from './source.js'

const { PUNCT, PROPN, VERB } = PART_OF_SPEECH

/** The most words of the name of who speaks, and of what a transcript says behind it: "ANN SMITH, COURIER CORRESPONDENT (voice-over)". */
const LONGEST_NAME = 6
const LONGEST_DESCRIPTION = 12

/** The fewest paragraphs that begin with the name of who speaks for a text to be an interview, and the fewest names among them that come again. */
const FEWEST_TURNS = 4
const FEWEST_SPEAKERS = 2

/** The fewest of them where capitals and a title leave no doubt: "MR. CARVER:", "THE PRESIDENT:". */
const FEWEST_TITLED_TURNS = 2

/** The most tokens of a name and what it is, behind the dash of a quotation. */
const LONGEST_SIGNATURE = 12

const OPENING_MARKS = new Set(['"', '“', '«', '„'])
const DASHES = new Set(['—', '–', '―', '-', '--'])

/** How sure it is that a turn of a printed interview is one statement. */
const CERTAINTY = 0.9

interface Turn {
  readonly name: TokenRun
  /** What parts the name from what is said: a colon, or the brackets that close behind it. */
  readonly cue: TokenRun
  /** Its paragraph. */
  readonly from: number
}

/**
 * The turns of a printed interview or a transcript: paragraphs that begin with a name and a colon, or with a name in double brackets, where the same names come again and
 * again. A name in capitals may come in full once, with what somebody is, and by its last word from then on; with a title it is one by itself. What follows
 * is verbatim, without quotation marks, over as many paragraphs as there are before the next name; the last turn ends with its paragraph. Where
 * brackets name one speaker alone, such as who asks, each turn ends with its paragraph.
 */
export function turnsOf(tokens: Tokens): Attribution[] {
  const inBrackets = new Set(bracketed(tokens))
  const turns = [...labelled(tokens, 0), ...inBrackets].sort((a, b) => a.from - b.from)
  const names = new Set(turns.map(({ name }) => nameOf(tokens, name)))
  const speakerOf = ({ name }: Turn): string => {
    const last = nameOf(tokens, { first: name.last, last: name.last })
    return names.has(last) ? last : nameOf(tokens, name)
  }
  const times = new Map<string, number>()
  for (const one of turns) times.set(speakerOf(one), (times.get(speakerOf(one)) ?? 0) + 1)
  const sure = turns.filter(({ name }) => isTitled(tokens, name))
  // Beside them "QUESTION:" is one too, once.
  const known = new Set(sure.length < FEWEST_TITLED_TURNS ? [] : turns.filter(({ name }) => isInCapitals(tokens, name)))
  const recurring = turns.filter((one) => times.get(speakerOf(one))! > 1 || known.has(one))
  const isOne = new Set(recurring.map(speakerOf)).size < FEWEST_SPEAKERS
  const areTurns = recurring.length >= FEWEST_TURNS && (!isOne || recurring.every((one) => inBrackets.has(one)))
  const all = areTurns ? recurring : [...known]
  return all.map(({ name, cue, from }, index) => {
    const next = all.at(index + 1)
    const to = next === undefined || (areTurns && isOne) ? from : next.from - 1
    return turn(cue, name, spoken(tokens, cue.last + 1, from, to), true, CERTAINTY)
  })
}

/** What is said from a token on, through paragraph `to`, without paragraphs in brackets, which tell what happens: "(APPLAUSE)". */
function spoken({ word, paragraphs }: Tokens, first: number, from: number, to: number): TokenRun[] {
  const runs: { first: number; last: number }[] = [{ first, last: paragraphs.last[from] }]
  for (let p = from + 1, isAfter = false; p <= to; p++) {
    const [start, last] = [paragraphs.first[p], paragraphs.last[p]]
    const isAside = CLOSING_BRACKET.get(word[start]) === word[last]
    if (!isAside && isAfter) runs.push({ first: start, last })
    else if (!isAside) runs[runs.length - 1].last = last
    isAfter = isAside
  }
  return runs
}

const CLOSING_BRACKET: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
])

/** How sure it is that a name, a colon and a quotation are a statement: 13 of the 14 on polnear-train are. */
const CERTAINTY_OF_QUOTED = 0.8

/** Paragraphs that are a name, a colon and a quotation: `Captain Tove Arnell: "Nobody is looking."` */
export function labelledQuotations(tokens: Tokens, isFree: (cue: TokenRun) => boolean): Attribution[] {
  const { quotations, paragraphs } = tokens
  return labelled(tokens, 1).flatMap(({ name, cue, from }) => {
    const quotation = quotationsFrom(tokens, cue.last + 1)
    if (quotation === quotations.count || quotations.open[quotation] !== cue.last + 1) return []
    const close = quotations.close[quotation]
    const source = sourceOf(tokens, name, cue, null)
    if (close < paragraphs.last[from] - 1 || source === null || !hasName(tokens, source) || !isFree(cue)) return []
    return [turn(cue, source, [{ first: cue.last + 1, last: close }], false, CERTAINTY_OF_QUOTED)]
  })
}

function turn(
  cue: TokenRun,
  source: TokenRun,
  content: TokenRun[],
  verbatim: boolean,
  confidence: number,
): Attribution {
  return ruled({ cue, source, content }, confidence, verbatim)
}

function hasName({ pos }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (pos[t] === PROPN) return true
  return false
}

/**
 * The paragraphs that begin with a name and a colon.
 * @param depth How many quotations what follows lies in, those not counted that the paragraph begins in.
 */
function labelled(tokens: Tokens, depth: number): Turn[] {
  const { word, paragraphs, quoteDepth } = tokens
  const turns: Turn[] = []
  for (let p = 0; p < paragraphs.count; p++) {
    // A transcript that is quoted as a whole has an opening mark before each name.
    const first = paragraphs.first[p] + (OPENING_MARKS.has(word[paragraphs.first[p]]) ? 1 : 0)
    const paragraphEnd = paragraphs.last[p]
    const outer = quoteDepth[first]
    const last = endOfLabel(tokens, first, paragraphEnd)
    let colon = last + 1
    // What is said of who speaks stands behind a name in capitals alone.
    if (last >= first && DESCRIBES.has(word[colon]) && isInCapitals(tokens, { first, last }))
      while (colon < paragraphEnd && colon - last <= LONGEST_DESCRIPTION && word[colon] !== ':') colon++
    if (last >= first && colon < paragraphEnd && word[colon] === ':' && quoteDepth[colon + 1] === outer + depth)
      turns.push({ name: { first, last }, cue: { first: colon, last: colon }, from: p })
  }
  return turns
}

const DESCRIBES = new Set([',', '('])

/** The last token of what may be a name at the beginning of a paragraph; before the first one where there is none. */
function endOfLabel(tokens: Tokens, first: number, paragraphEnd: number): number {
  const { word, pos, quoteDepth } = tokens
  let end = first
  while (end <= paragraphEnd && end - first <= LONGEST_NAME && quoteDepth[end] === quoteDepth[first]) {
    const isMark = pos[end] === PUNCT && word[end] !== '.'
    if (isMark || word[end] === ':' || (pos[end] === VERB && !isInCapitals(tokens, { first: end, last: end }))) break
    end++
  }
  return end - 1
}

/** Whether all words are in capitals, such as "SEN. McGRATH" and "DeWITT" are. */
function isInCapitals({ text, start, end }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) {
    const word = text.slice(start[t], end[t])
    if (/\p{L}/u.test(word) && !/^(?:\P{L}*\p{Lu}\P{L}*|.*\p{Lu}{2}\P{L}*)$/u.test(word)) return false
  }
  return true
}

/** Whether a name in capitals has a title before it, or is one: "MR. CARVER", "THE PRESIDENT". */
function isTitled(tokens: Tokens, name: TokenRun): boolean {
  const { word, lemma } = tokens
  const { first, last } = name
  if (first === last || !isInCapitals(tokens, name)) return false
  return isCourtesy(word[first]) || (word[first] === 'the' && kindOfNoun(lemma[last]) === PERSON)
}

/** The paragraphs that begin with a name in double brackets: "((Ann Smith)) Taxes will rise." */
function bracketed({ word, paragraphs }: Tokens): Turn[] {
  const turns: Turn[] = []
  for (let p = 0; p < paragraphs.count; p++) {
    const first = paragraphs.first[p]
    const last = paragraphs.last[p]
    if (word[first] !== '(' || word[first + 1] !== '(') continue
    let close = first + 2
    while (close < last && close - first <= LONGEST_NAME + 2 && word[close] !== ')') close++
    const colon = word[close + 2] === ':' ? close + 2 : null
    const cue = { first: colon ?? close, last: colon ?? close + 1 }
    if (close > first + 2 && word[close] === ')' && word[close + 1] === ')' && cue.last < last)
      turns.push({ name: { first: first + 2, last: close - 1 }, cue, from: p })
  }
  return turns
}

/**
 * Quotations with their speaker behind a dash, each a paragraph: "“Taxes will rise.” — Ann Smith". Marks in between may be paired wrongly:
 * what counts is that one begins the paragraph and one stands before the dash.
 */
export function signedQuotations(tokens: Tokens): Attribution[] {
  const { word, paragraphs, quotations } = tokens
  const found: Attribution[] = []
  for (let q = 0; q < quotations.count; q++) {
    const open = quotations.open[q]
    const p = tokens.paragraph[open]
    const end = paragraphs.last[p]
    const last = word[end] === '.' ? end - 1 : end
    if (open !== paragraphs.first[p] || quotations.depth[q] !== 1) continue
    const signs = (t: number): boolean => DASHES.has(word[t]) && CLOSING_MARKS.has(word[t - 1])
    let mark = last - 1
    while (last - mark < LONGEST_SIGNATURE && !signs(mark)) mark--
    if (mark <= open + 1 || !signs(mark) || !isCapitalised(tokens, mark + 1)) continue
    const cue = { first: mark, last: mark }
    found.push(turn(cue, { first: mark + 1, last }, [{ first: open, last: mark - 1 }], false, CERTAINTY))
  }
  return found
}

/** The mark that closes a quotation. “ does in German. */
const CLOSING_MARKS = new Set(['”', '"', '’', "'", "''", '»', '“'])

/** The name without a number: "Q1" and "Q2" are one. */
function nameOf({ word }: Tokens, { first, last }: TokenRun): string {
  return word
    .slice(first, last + 1)
    .join(' ')
    .replace(/\d+$/, '')
}
