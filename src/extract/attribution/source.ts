import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { hasFinite, isFinite, isMainVerb } from './finite-verbs.js'
import { asideBefore } from './asides.js'
import { ADJUNCTS, TIME_WORDS } from './lexicon.js'
import { mediumWithin, partnerOf } from './participants.js'
import { without, withoutJoints, type TokenRun } from './runs.js'

const { NUM, DET, PRON, PROPN, NOUN, ADJ, ADP, ADV, SCONJ, VERB, AUX, PUNCT } = PART_OF_SPEECH
const DASHES = new Set(['-', '–', '—', '―'])
const POSSESSIVES = new Set(["'s", "'"])

/**
 * The noun phrase that names the source: without the 's of a possessor, without the time or the medium after it, and without what stands
 * before it at the beginning of a paragraph but belongs to the article (dateline, clock time, name of who speaks in an interview). Null where
 * nobody is named: "there were complaints".
 * @param label Words before a colon that is the cue, which name the source or go on naming it.
 */
export function sourceOf(tokens: Tokens, run: TokenRun | null, cue: TokenRun, label: TokenRun | null): TokenRun | null {
  let named = run
  if (label !== null) {
    const touches = named !== null && named.last < label.first && label.first - named.last <= 2
    named = touches && named !== null ? { first: named.first, last: label.last } : label
  }
  if (named === null) return null
  named = without([named], cue).at(0) ?? null
  if (named === null || isHearer(tokens, named, cue)) return null
  const bare = withoutJoints(tokens, {
    first: Math.max(beginning(tokens, named), behindLabel(tokens, named)),
    last: named.last,
  })
  if (bare === null) return null
  const { word } = tokens
  const own = withRelative(tokens, withinClause(tokens, behindFront(tokens, behindTime(tokens, bare), cue), cue), cue)
  let { last } = own
  const first = behindConjunction(tokens, own)
  const medium = first < last ? mediumWithin(tokens, first + 1, last) : null
  if (medium !== null && word[medium.first - 1] === ',') last = medium.first - 2
  else if (medium !== null && partnerOf(tokens, medium) !== null) last = medium.first - 1
  while (last > first && isTimeBehind(tokens, last)) last--
  if (last > first && last < own.last && word[last] === 'on') last--
  if (last > first && POSSESSIVES.has(word[last])) last--
  const isNobody = first === last && word[first] === 'there'
  const cut = isNobody ? null : withoutJoints(tokens, { first, last })
  return cut === null
    ? null
    : withListed(
        tokens,
        withDescribed(tokens, beforeVerb(tokens, outOfAside(tokens, withAsked(tokens, cut, cue), cue), cue), cue),
        cue,
      )
}

/** Whether somebody stands right behind a verb that has there to whom something is told: "told Reuters that". */
function isHearer({ lemma, quoteDepth }: Tokens, { first }: TokenRun, cue: TokenRun): boolean {
  return first === cue.last + 1 && TELLING.has(lemma[cue.last]) && quoteDepth[first] === quoteDepth[cue.last]
}

const TELLING = new Set(['tell', 'inform', 'assure', 'remind', 'notify'])

/** The nouns right before a verb behind a conjunction, for a source farther back: "The government sees no choice, but [economists] say". */
function beforeVerb(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { word, pos, lemma, quoteDepth } = tokens
  const noun = cue.first - 1
  if (run.last >= noun - 1 || pos[cue.last] !== VERB || (pos[noun] !== NOUN && pos[noun] !== PROPN)) return run
  let first = noun
  while (first > run.last + 1 && (pos[first - 1] === NOUN || pos[first - 1] === PROPN || pos[first - 1] === ADJ || pos[first - 1] === DET)) first-- // prettier-ignore
  const isSubject = pos[first] === DET || pos[noun] === PROPN || word[noun] !== lemma[noun]
  const joint = first - 1
  return isSubject && joint > run.last && (word[joint] === 'but' || word[joint] === 'while') && quoteDepth[joint] === quoteDepth[cue.first] ? { first, last: noun } : run // prettier-ignore
}

/** A source by whom others are asked who say it, with them: "[Analysts surveyed by] the agency expect". */
function withAsked({ word, pos }: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const by = run.first - 1
  if (word[by] !== 'by' || !ASKED.has(word[by - 1]) || cue.first !== run.last + 1) return run
  let first = by - 1
  while (first > 0 && (pos[first - 1] === NOUN || pos[first - 1] === ADJ || pos[first - 1] === DET || pos[first - 1] === NUM)) first-- // prettier-ignore
  return first < by - 1 && pos[by - 2] === NOUN ? { first, last: run.last } : run
}

const ASKED = new Set('surveyed polled interviewed questioned asked cited quoted contacted consulted'.split(' '))

/** A source with all of the relative clause that it ends in the middle of: "[The papers, which the agency] has read, say". */
function withRelative({ word, pos }: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { first, last } = run
  const comma = cue.first - 1
  if (word[comma] !== ',' || last >= comma - 1 || comma - last > LONGEST_REST) return run
  for (let t = last + 1; t < comma; t++) if (pos[t] !== VERB && pos[t] !== AUX && pos[t] !== ADV) return run
  let relative = last
  while (relative > first && !RELATIVES.has(word[relative])) relative--
  return relative > first && word[relative - 1] === ',' ? { first, last: comma - 1 } : run
}

/** The most tokens of a relative clause behind its subject, with a comma. */
const LONGEST_REST = 6

/** The subject of a verb, for a source that stands in an aside about it: "[A diplomat], speaking as he was not allowed to talk, said". */
function outOfAside(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const found = run.last < cue.first ? asideBefore(tokens, cue.first) : null
  return found !== null && run.first >= found.aside.first ? found.subject : run
}

/**
 * A source that describes the name that opens the sentence, with it ("[GSK,] Britain's second drugmaker, said"), or a name that ends what the sentence
 * opens with, with that ("[The hospital in Leeds,] northern England, said", "[The governor of Herat,] Ann Smith, said").
 */
function withDescribed(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { word, pos, sentence, sentences } = tokens
  const { first, last } = run
  const begins = sentences.first[sentence[first]]
  const isEnclosed = word[first - 1] === ',' && word[last + 1] === ',' && cue.first === last + 2
  if (!isEnclosed || first - 1 === begins) return run
  if (pos[last] === PROPN && isDescription(tokens, begins, first - 2)) return { first: begins, last }
  if (pos[last] !== NOUN || first - 1 - begins > LONGEST_NAME) return run
  for (let t = begins; t < first - 1; t++) if (pos[t] !== PROPN || !isCapitalised(tokens, t) || TIME_WORDS.has(word[t])) return run // prettier-ignore
  return { first: begins, last }
}

/** Whether tokens are a noun phrase that goes on with a preposition: "the hospital in Leeds". */
function isDescription({ word, pos }: Tokens, from: number, to: number): boolean {
  if (to - from >= LONGEST_DESCRIPTION || !(pos[from] === DET || pos[from] === NOUN || pos[from] === PROPN))
    return false
  let hasPreposition = false
  for (let t = from; t <= to; t++) {
    const isNominal = pos[t] === DET || pos[t] === ADJ || pos[t] === NUM || pos[t] === NOUN || pos[t] === PROPN || POSSESSIVES.has(word[t]) // prettier-ignore
    if (TIME_WORDS.has(word[t]) || !(isNominal || pos[t] === ADP)) return false
    hasPreposition ||= pos[t] === ADP
  }
  return hasPreposition
}

const LONGEST_DESCRIPTION = 16

/** The most tokens of a name that is described. */
const LONGEST_NAME = 4

/** A source of the last two of a list of names, with all of them: "[Britain,] France and Germany said". */
function withListed(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { word, pos, sentence, sentences } = tokens
  const { last } = run
  const isName = (t: number): boolean => pos[t] === PROPN && isCapitalised(tokens, t)
  const begins = sentences.first[sentence[run.first]]
  let { first } = run
  // "France, Germany, and [Spain] found"
  const isSerial = first > begins + 1 && word[first - 1] === 'and' && word[first - 2] === ','
  if (isSerial) first--
  let and = pos[first] === DET ? first + 1 : first
  while (and <= last && isName(and)) and++
  if (word[and] !== 'and' || (and === first && !isSerial) || cue.first !== last + 1) return run
  // "Greenpeace, the WWF and other groups"
  const isOther = word[and + 1] === 'other'
  for (let t = and + 1; t <= last; t++) if (!isName(t) && pos[t] !== DET && !(isOther && (pos[t] === ADJ || pos[t] === NOUN))) return run // prettier-ignore
  let items = 0
  for (; first - 2 >= begins && word[first - 1] === ',' && isName(first - 2); items++) {
    let item = first - 2
    while (item > begins && isName(item - 1)) item--
    const start = item > begins && pos[item - 1] === DET ? item - 1 : item
    const isListed = start === begins || word[start - 1] === ',' || word[start - 1] === 'that'
    if (!isListed || TIME_WORDS.has(word[item])) break
    first = start
  }
  return isSerial && items < 2 ? run : { first, last }
}

/** A source with all of the date that it begins in the middle of: "[A March 14,] 2019 press release". */
export function withDate(tokens: Tokens, { first, last }: TokenRun): TokenRun {
  const { word, pos, sentence } = tokens
  const month = first - 3
  const isYear = month >= 0 && sentence[month] === sentence[first] && YEAR.test(word[first]) && word[first - 1] === ','
  if (!isYear || pos[first - 2] !== NUM || !isCapitalised(tokens, month)) return { first, last }
  return { first: month > 0 && pos[month - 1] === DET ? month - 1 : month, last }
}

const YEAR = /^[12]\d{3}$/

/** Whether a source ends with a time that is none of it, unlike that of "USA Today". */
function isTimeBehind({ word, text, start, end }: Tokens, last: number): boolean {
  return TIME_WORDS.has(word[last]) && !(word[last] === 'today' && text.slice(start[last], end[last]) === 'Today')
}

/** Where the source begins behind a time that opens the sentence: "Yesterday, Joe Biden", "Friday the government". */
function behindTime({ word, pos }: Tokens, { first, last }: TokenRun): TokenRun {
  const day = word[first] === 'on' ? first + 1 : first
  if (!TIME_WORDS.has(word[day]) || word[day] === 'on' || day + 2 > last) return { first, last }
  if (word[day + 1] === ',') return { first: day + 2, last }
  return pos[day + 1] === DET ? { first: day + 1, last } : { first, last }
}

/**
 * Where the source begins behind what its sentence opens with, up to a comma, if it holds that: "[On behalf of] the government, the minister",
 * "Organised by the ministry, the contest", "[While] the UN demands elections, Mr. Feltman". Who opens a sentence so is not its subject.
 */
function behindFront(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { word, pos, sentence, sentences, quoteDepth } = tokens
  const { first, last } = run
  if (cue.first < last || word[cue.first] === 'to' || word[cue.first].endsWith('ing')) return run
  let comma = last
  while (comma > first && !(word[comma] === ',' && quoteDepth[comma] === quoteDepth[first])) comma--
  const next = comma + 1
  const isPhrase = pos[next] === DET || pos[next] === PRON || pos[next] === PROPN || pos[next] === NOUN
  if (comma === first || !isPhrase || RELATIVES.has(word[next])) return run
  const begins = sentences.first[sentence[first]]
  const opens = first === begins ? PARTICIPLE.test(word[first]) && (pos[first] === VERB || word[first + 1] === 'by') : isFront(tokens, begins, first - 1) // prettier-ignore
  return opens ? { first: next, last } : run
}

/** Whether a sentence opens with tokens that end in a preposition or are a conjunction: "On behalf of", "Speaking to", "While". */
function isFront({ word, pos }: Tokens, from: number, to: number): boolean {
  if (to - from >= LONGEST_FRONT || (pos[to] !== ADP && word[to] !== 'to' && !(from === to && pos[to] === SCONJ))) return false // prettier-ignore
  // "According to", "As", "Per": who comes then does say it.
  if (ADJUNCTS.has(word[from]) || word[from] === 'with') return false
  if (pos[from] !== ADP && pos[from] !== SCONJ && !(pos[from] === VERB && PARTICIPLE.test(word[from]))) return false
  for (let t = from + 1; t <= to; t++) if (pos[t] === VERB || pos[t] === AUX || word[t] === ',') return false
  return true
}

const LONGEST_FRONT = 8
const PARTICIPLE = /(?:ed|ing)$/
const RELATIVES = new Set(['who', 'which', 'whose', 'whom', 'that', 'where'])

/**
 * The subject of a source that holds a clause, with a verb beside that of the cue: the one of that clause where they share it ("[Emma Reed] moved
 * to Thornbury and | told reporters"), or what follows a conjunction ("80 cases were found but [the ministry] | said").
 */
function withinClause(tokens: Tokens, run: TokenRun, cue: TokenRun): TokenRun {
  const { word, pos, quoteDepth } = tokens
  const { first, last } = run
  if (cue.first < last || pos[cue.first] === PUNCT) return run
  // "[The bank] kept rates on hold, saying"
  const isAdded = word[cue.first].endsWith('ing') && word[cue.first - 1] === ',' && last === cue.first - 2
  let hasNoun = false
  let verb = first
  for (; verb <= last; verb++) {
    if (RELATIVES.has(word[verb]) || quoteDepth[verb] !== quoteDepth[first]) return run
    if (hasNoun && isFinite(tokens, verb) && (isAdded ? isMainVerb(tokens, verb) : isPredicate(tokens, verb, last)))
      break
    hasNoun ||= pos[verb] === NOUN || pos[verb] === PROPN || pos[verb] === PRON
  }
  if (verb > last) return run
  for (let t = last - 1; t > verb; t--) if (SETS_CLAUSES.has(word[t])) return hasFinite(tokens, t + 1, last) ? run : { first: t + 1, last } // prettier-ignore
  let end = verb - 1
  while (end > first && (pos[end] === ADV || word[end] === ',')) end--
  return { first, last: end }
}

/** Whether a finite verb is no participle that describes the noun before it: "a report published by", "the US-funded network". */
function isPredicate(tokens: Tokens, verb: number, last: number): boolean {
  const { pos } = tokens
  const before = pos[verb - 1]
  if (isCapitalised(tokens, verb) || verb === last || before === PUNCT) return false
  if (pos[verb] === AUX || before === ADV) return true
  if (before === DET || before === ADJ || before === ADP) return false
  const next = pos[verb + 1]
  return next === DET || next === PRON || next === PROPN
}

const SETS_CLAUSES = new Set(['but', 'after', 'before', 'while', 'because'])

/** Where the source begins behind an "and" or "by", or a "that" that is no pronoun: "said that police suspect". */
function behindConjunction({ word, lemma, pos }: Tokens, { first, last }: TokenRun): number {
  if (first === last) return first
  const next = first + 1
  const p = pos[next]
  const isNoun = p === DET || p === PROPN || p === NOUN || p === ADJ
  if (LEFT_AWAY.has(word[first])) return isNoun ? next : first
  if (word[first] !== 'that') return first
  const isPhrase = p === DET || p === PRON || p === PROPN || (p === NOUN && (word[next] !== lemma[next] || COLLECTIVE.has(word[next]))) // prettier-ignore
  return isPhrase ? next : first
}

const LEFT_AWAY = new Set(['and', 'but', 'by'])
const COLLECTIVE = new Set('police people authorities staff'.split(' '))

/** Where a run begins behind a dateline ("PARIS (Agency) — ", "AMMAN — ") or the rest of one, or behind a clock time, if it holds one. */
export function beginning(tokens: Tokens, { first, last }: TokenRun): number {
  const { word, pos, paragraph, paragraphs, start, end, text } = tokens
  const opens = paragraphs.first[paragraph[first]]
  if (first !== opens && paragraph[first] > LAST_DATELINE) return first
  for (let t = Math.min(last, opens + LONGEST_DATELINE) - 1; t > first; t--) {
    // "NEW DELHI: India has"
    const isColon = word[t] === ':' && first === opens
    if (!isColon && (!DASHES.has(word[t]) || start[t + 1] === end[t])) continue
    const before = text.slice(start[first], end[t - 1])
    if (isColon) {
      if (isPlaceOfDateline(before)) return t + 1
      continue
    }
    const isApart = start[t] > end[t - 1]
    if ((isApart && (word[t - 1] === ')' || pos[t - 1] === NUM)) || isPlaceOfDateline(before)) return t + 1
    // "Cape Town - Residents said"
    if (first === opens && isCapitalised(tokens, t + 1) && PLACE.test(before) && !holdsDash(tokens, t + 1, last)) return t + 1 // prettier-ignore
  }
  return first === opens && first < last && CLOCK.test(text.slice(start[first], end[first])) ? first + 1 : first
}

function holdsDash({ word }: Tokens, from: number, to: number): boolean {
  for (let t = from; t <= to; t++) if (DASHES.has(word[t])) return true
  return false
}

const PLACE = /^\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20})?$/u

/** Whether a text is a place as datelines have it: "AMMAN", "NEW YORK, Jan". */
function isPlaceOfDateline(text: string): boolean {
  return text.length <= LONGEST_PLACE && PLACE_OF_DATELINE.test(text)
}

const LONGEST_PLACE = 30
const PLACE_OF_DATELINE = /^\p{Lu}[\p{Lu}.'’-]{2,}(?: \p{Lu}[\p{Lu}.'’-]+)*(?:, \p{L}+)?$/u

/** Whether a source and the colon behind it are a dateline, as papers of South Asia have it, and not who speaks: no other paragraph begins so. */
export function isDateline(
  { text, start, end, word, paragraph, paragraphs }: Tokens,
  source: TokenRun,
  cue: TokenRun,
): boolean {
  const own = paragraph[source.first]
  const opens = (p: number, last: number): boolean =>
    isPlaceOfDateline(text.slice(start[paragraphs.first[p]], end[last]))
  if (word[cue.first] !== ':' || source.first !== paragraphs.first[own] || own > LAST_DATELINE || !opens(own, source.last)) return false // prettier-ignore
  for (let p = 0; p < paragraphs.count; p++) {
    if (p === own) continue
    const from = paragraphs.first[p]
    for (let t = from + 1; t <= Math.min(from + LONGEST_LABEL, paragraphs.last[p]); t++)
      if (word[t] === ':' && opens(p, t - 1)) return false
  }
  return true
}

/** The most tokens of who speaks, before a colon. */
const LONGEST_LABEL = 6

/** Where the source begins behind the name of who speaks ("The Courier: A rival director"), if it holds one. */
function behindLabel({ word, paragraph, paragraphs }: Tokens, { first, last }: TokenRun): number {
  if (first !== paragraphs.first[paragraph[first]]) return first
  for (let t = last - 1; t > first; t--) if (word[t] === ':') return t + 1
  return first
}

/** The last paragraph that a dateline opens, below a headline and a line on it. */
const LAST_DATELINE = 2

/** The most tokens of a dateline. */
const LONGEST_DATELINE = 20

const CLOCK = /^\d{1,2}[:.]\d{2}$/
