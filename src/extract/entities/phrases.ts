import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { NameIndex } from './name-index.js'
import type { Name } from './names.js'
import { kindOfNoun, PERSON, PEOPLE } from '../../record/nouns.js'
import { familyOf, POSSESSIVES, REFLEXIVES, WHO } from './pronouns.js'

const { NOUN, PROPN, PRON, DET, ADJ, NUM, ADV, VERB, AUX, ADP, PUNCT, PART, SYM, CCONJ, SCONJ } = PART_OF_SPEECH

/** The most tokens before a head noun that are looked at: a bound for texts made to be slow. */
const LONGEST_PHRASE = 24

/** Whether a token is a noun, by its part of speech or as a word for somebody that is written large, and no part of a name. */
export function isNoun(tokens: Tokens, { at }: NameIndex, token: number): boolean {
  const { pos, lemma } = tokens
  if (at[token] >= 0) return false
  return pos[token] === NOUN || (pos[token] === PROPN && kindOfNoun(lemma[token]) >= 0) || isChief(tokens, token)
}

/** Whether a word for somebody that is tagged as an adjective ends its phrase: "the security chief,", "the 17-year-old said", "inspector general of". */
function isChief({ pos, lemma, count, sentence }: Tokens, token: number): boolean {
  const kind = kindOfNoun(lemma[token])
  if (pos[token] !== ADJ || (kind !== PERSON && kind !== PEOPLE)) return false
  const next = token + 1
  if (next >= count || sentence[next] !== sentence[token]) return true
  const isBehindTitle = token > 0 && pos[token - 1] === NOUN && kindOfNoun(lemma[token - 1]) === PERSON
  // "inspector general of", "secretary-general of"
  const isTitle = pos[next] === ADP && (isBehindTitle || lemma[token].includes('-'))
  return isTitle || pos[next] === PUNCT || pos[next] === VERB || pos[next] === AUX
}

/** Where the noun phrase begins whose head noun is a token: with its determiner or possessor, and all that describes the noun. */
export function phraseStart(tokens: Tokens, names: NameIndex, head: number): number {
  const { pos, word, sentence } = tokens
  let first = head
  const least = Math.max(0, head - LONGEST_PHRASE)
  for (let t = head - 1; t >= least && sentence[t] === sentence[head]; t--) {
    const name = names.of(t)
    if (name !== undefined) {
      t = first = name.first
      continue
    }
    const p = pos[t]
    if (word[t] === "'s" || (word[t] === "'" && (pos[t] === PART || isGenitive(tokens, t)))) {
      const owner = names.of(t - 1)
      if (owner !== undefined) {
        t = first = owner.first
        continue
      }
      if (isNoun(tokens, names, t - 1)) return phraseStart(tokens, names, t - 1)
      return first
    }
    if (POSSESSIVES.has(word[t])) return t
    if (p === DET || (p === PRON && DETERMINERS.has(word[t])))
      return word[t - 1] === 'all' || word[t - 1] === 'both' ? t - 1 : t
    if (p === ADJ || p === NOUN || p === PROPN || p === NUM || p === SYM || QUANTIFIERS.has(word[t])) first = t
    else if (word[t] === '-' && first === t + 1) first = t
    else if (word[t] === 'and' && first === t + 1 && first < head && joinsModifiers(tokens, t)) continue
    else if (p === ADV && pos[t + 1] === ADJ && first === t + 1) first = t
    else if (p === VERB && first === t + 1 && PARTICIPLE.test(word[t]) && describes(tokens, t)) first = t
    else break
  }
  // A phrase does not begin with a hyphen, nor with a mere adverb.
  while (first < head && (word[first] === '-' || pos[first] === PUNCT)) first++
  return first
}

/** Whether an apostrophe stands right behind an s: "Fields' lawyers". */
function isGenitive({ text, start, end }: Tokens, token: number): boolean {
  return token > 0 && start[token] === end[token - 1] && text.charAt(start[token] - 1) === 's'
}

/** Whether two nouns side by side describe the one behind them: "trade and industry commissioner", not "the mayor and police chief". */
function joinsModifiers({ pos, lemma }: Tokens, and: number): boolean {
  const isThing = (token: number): boolean => pos[token] === NOUN && kindOfNoun(lemma[token]) !== PERSON
  return isThing(and - 1) && isThing(and + 1)
}

const DETERMINERS = new Set('the a an this that these those both all each every some any no another'.split(' '))

const QUANTIFIERS = new Set('several many few most other more dozens hundreds thousands'.split(' '))

const PARTICIPLE = /(?:ed|ing)$/

/** Whether a participle stands between a determiner and a noun: "the accused man". */
function describes({ pos, word }: Tokens, token: number): boolean {
  const p = pos[token - 1]
  return p === DET || p === ADJ || p === NUM || POSSESSIVES.has(word[token - 1]) || word[token - 1] === "'s"
}

/** Whether a relative clause or another clause begins: "who", "which", ", where". */
export function beginsClause({ word, pos }: Tokens, token: number): boolean {
  return familyOf(word[token]) === WHO || word[token] === 'where' || pos[token] === VERB || pos[token] === AUX
}

/** Where a run begins behind whom its subject belongs to: "the party, [whose] president, Jane Doe". */
export function behindOwner({ word, pos }: Tokens, { first, last }: TokenRun): number {
  for (let t = last - 1; t >= first; t--) {
    if (pos[t] === VERB || pos[t] === AUX) break
    if (word[t] === 'whose') return t + 1
  }
  return first
}

/** Whether a noun, a name or what describes one stands at a token. */
export function isNominal({ pos }: Tokens, { at }: NameIndex, token: number): boolean {
  const p = pos[token]
  return at[token] >= 0 || p === NOUN || p === PROPN || p === ADJ
}

/** The person's name that "named" or "called" at a token gives: "named Chhoton", ", identified as Ann Smith", "who gave his name as Ahmed"; null where none is given so. */
export function nameCalled({ word }: Tokens, names: NameIndex, token: number): Name | null {
  const after = word[token] === ',' ? token + 1 : token
  const gives = word[after] === 'who' && word[after + 1] === 'gave' && POSSESSIVES.has(word[after + 2])
  const verb = gives ? after + 3 : after
  const start = CALLED_AS.has(word[verb]) && word[verb + 1] === 'as' ? verb + 2 : CALLED.has(word[verb]) ? verb + 1 : -1 // prettier-ignore
  const name = start < 0 ? undefined : names.of(start)
  return name?.type === 'PERSON' && name.first === start ? name : null
}

const CALLED = new Set(['named', 'called', 'surnamed'])

const CALLED_AS = new Set(['identified', 'named', 'known', 'name'])

/** Whether a noun stands for several. */
export function isPlural({ word, lemma, pos }: Tokens, { at }: NameIndex, head: number): boolean {
  return at[head] < 0 && pos[head] === NOUN && (kindOfNoun(lemma[head]) === PEOPLE || word[head].endsWith('s'))
}

/** The last token of the nouns, names and what describes them that begin at a token; -1 where there are none. */
export function nounsEnd(tokens: Tokens, names: NameIndex, from: number, last: number): number {
  const { pos, word } = tokens
  let end = -1
  for (let t = from; t <= last; t++) {
    const name = names.of(t)
    if (name !== undefined) {
      t = Math.min(name.last, last)
      end = t
      continue
    }
    const p = pos[t]
    // "the opposition party last week"
    if (end >= 0 && beginsTime(tokens, t)) break
    if (familyOf(word[t]) === WHO) return end < 0 ? t : end
    if (
      p === NOUN ||
      p === PROPN ||
      p === PRON ||
      (p === NUM && (word[t] === 'one' || (word[t] === 'two' && word[t - 1] === 'the'))) ||
      isChief(tokens, t)
    )
      end = t
    else if (p === VERB) {
      const isCompound = word[t - 1] === '-' && tokens.start[t] === tokens.end[t - 1]
      // "Hamas-run", whatever its participle looks like.
      const isDescription = isCompound || (PARTICIPLE.test(word[t]) && (end < from || describes(tokens, t)))
      if (!isDescription || t >= last) break
      // "Oxford-trained, former professor Ann Smith"
      if (isCompound && word[t + 1] === ',' && t + 1 < last && isNominal(tokens, names, t + 2)) t++
    } else if (
      p !== DET &&
      p !== ADJ &&
      p !== NUM &&
      p !== ADV &&
      p !== PART &&
      p !== SYM &&
      !WITHIN.has(word[t]) &&
      !isGlued(tokens, t)
    )
      break
  }
  // "Several", "the accused": without a noun the phrase is all there is.
  return end
}

/** A dash within a word: "Export–Import Bank". */
function isGlued({ word, start, end }: Tokens, token: number): boolean {
  return word[token] === '–' && start[token] === end[token - 1] && start[token + 1] === end[token]
}

const WITHIN = new Set(['ex', '-', "'s", "'", '"', '“', '”', '«', '»', '‘', '’', '.', '/'])

/** The head of nouns and names in a row: the last one, without "themselves". */
export function headWithin(tokens: Tokens, { at }: NameIndex, first: number, last: number): number {
  const { word, pos } = tokens
  for (let t = last; t > first; t--) {
    if (at[t] >= 0 || pos[t] === NOUN || pos[t] === PROPN || isChief(tokens, t)) return t
    if (pos[t] === PRON && !/sel(?:f|ves)$/.test(word[t])) return t
  }
  return first
}

/** Whether a noun stands for one person. */
export function isOffice(tokens: Tokens, names: NameIndex, head: number): boolean {
  return isPersonal(tokens, names, head) && isSingular(tokens, head)
}

/** Whether a noun for people is of one; "councillor" has another lemma than word as well. */
export function isSingular({ word, lemma }: Tokens, noun: number): boolean {
  return word[noun] === lemma[noun] || !/(?:s|men|people|children)$/.test(word[noun])
}

export function isPersonal(tokens: Tokens, names: NameIndex, head: number): boolean {
  return names.at[head] < 0 && kindOfNoun(tokens.lemma[head]) === PERSON
}

/**
 * The noun phrase from its first token on without article or possessive pronoun, to where a relative clause, an apposition, a time or an aside
 * begins: "authorities of Kazakhstan" of "the authorities of Kazakhstan, who had".
 * @param through A token: no comma before it ends the phrase. "Gays, lesbians and students" are one.
 */
export function bareNominal(tokens: Tokens, names: NameIndex, run: TokenRun, through = -1): TokenRun {
  const { word, pos, quoteDepth } = tokens
  let first = behindOwner(tokens, run)
  const depth = quoteDepth[first]
  while (first < run.last && opensNominal(word[first])) first++
  // "Friday's affidavit"
  if (MONTHS_AND_DAYS.has(word[first]) && word[first + 1] === "'s" && first + 2 <= run.last) first += 2
  let last = first
  for (let t = first; t <= run.last; t++) {
    const name = names.of(t)
    if (name !== undefined) {
      last = t = Math.min(name.last, run.last)
      continue
    }
    if (t > first && (familyOf(word[t]) === WHO || word[t] === 'where' || word[t] === ';')) break
    const listed = t > first && word[t] === ',' ? listedNamesEnd(tokens, names, t, run.last) : -1
    if (listed >= 0) {
      last = t = listed
      continue
    }
    const place = t > first ? placeEnd(tokens, names, t) : -1
    if (place >= 0 && place <= run.last) {
      last = t = place
      continue
    }
    if (t > first && word[t] === ',' && t > through && !(t < run.last && isDateWithin(tokens, t))) break
    if (t > first && (beginsTime(tokens, t) || isDash(tokens, t) || OCCASIONS.has(word[t]))) break
    if (t > first && (pos[t] === VERB || pos[t] === AUX) && !belongsToPhrase(tokens, t, run.last)) {
      // "a report recently published", "the threats and showing off"
      while (last > first && names.at[last] < 0 && LOOSE_ENDS.has(pos[last])) last--
      break
    }
    const joins = pos[t] === PUNCT || pos[t] === ADP || pos[t] === SCONJ || word[t] === 'to'
    if (quoteDepth[t] >= depth && !joins && !REFLEXIVES.has(word[t])) last = t
    // An abbreviation in brackets at the end is no part of it; one before another name is: "researchers from Oxmere University (OU) and Dunmore College".
    if (word[t] === '(' && t > first) {
      const next = behindBracketed(tokens, names, t)
      if (next < 0 || next > run.last) break
      last = t = next - 1
    }
  }
  return { first, last: Math.max(first, last) }
}

/** What begins when something is said, not by whom: "said the Spaniard after the win over Chelsea". */
export const OCCASIONS: ReadonlySet<string> = new Set(['after', 'before', 'during', 'following', 'amid'])

const LOOSE_ENDS: ReadonlySet<number> = new Set([ADV, CCONJ, DET, ADP])

/** The name that is joined by "and" behind an abbreviation in brackets, its first token; -1 where there is none. */
function behindBracketed({ word }: Tokens, names: NameIndex, bracket: number): number {
  if (word[bracket + 2] !== ')' || word[bracket + 3] !== 'and') return -1
  const next = word[bracket + 4] === 'the' ? bracket + 5 : bracket + 4
  return names.of(next)?.first === next ? next : -1
}

/** Whether a word before the noun is left away: an article, "his", "even". */
function opensNominal(opening: string): boolean {
  return ARTICLES.has(opening) || POSSESSIVES.has(opening) || BEFORE_ARTICLES.has(opening)
}

const BEFORE_ARTICLES = new Set(['even', 'then'])

/**
 * The last token of what tells, behind a comma, where a place is: "Texas" of "Baytown, Texas", "Ethiopia" of "Harar, in eastern Ethiopia"; -1
 * where nothing does.
 */
export function placeEnd({ word, pos }: Tokens, names: NameIndex, comma: number): number {
  if (word[comma] !== ',' || names.of(comma - 1)?.type !== 'LOCATION') return -1
  let at = comma + 1
  if (word[at] === 'in' || word[at] === 'near') at++
  if (names.at[at] < 0 && pos[at] === ADJ) at++
  const behind = names.of(at)
  if (behind?.type !== 'LOCATION') return -1
  // "in Elmau, Germany, US President Joe Biden"
  const next = behind.last + 1
  return names.at[next] < 0 && pos[next] !== NOUN && pos[next] !== PROPN ? behind.last : -1
}

/**
 * The last token of a list of names, three or more, that a preposition begins and a comma goes on: "South Korea" of "officials from China, Japan and
 * South Korea"; -1 where none does. People are listed with people, all else with all else.
 */
export function listedNamesEnd({ word, pos }: Tokens, names: NameIndex, comma: number, last: number): number {
  const before = names.of(comma - 1)
  if (before === undefined || word[comma] !== ',') return -1
  const isPerson = before.type === 'PERSON'
  const opening = ARTICLES.has(word[before.first - 1]) ? before.first - 2 : before.first - 1
  if (pos[opening] !== ADP || word[opening] === 'by') return -1
  for (let t = comma; t < last;) {
    let next = word[t] === ',' ? t + 1 : t
    const isLast = word[next] === 'and' || word[next] === 'or'
    if (isLast) next++
    else if (next === t) return -1
    if (ARTICLES.has(word[next])) next++
    const name = next > last ? undefined : names.of(next)
    if (name?.first !== next || (name.type === 'PERSON') !== isPerson) return -1
    if (isLast) return Math.min(name.last, last)
    t = name.last + 1
  }
  return -1
}

/** Whether a comma stands within a date: "a March 14, 2019 press release". */
function isDateWithin({ word, pos }: Tokens, comma: number): boolean {
  return MONTHS_AND_DAYS.has(word[comma - 2]) && pos[comma - 1] === NUM && pos[comma + 1] === NUM
}

/** Whether a verb is a part of the noun phrase: a participle before its noun, what somebody plans "to do", "polling" where another verb follows. */
function belongsToPhrase({ word, pos }: Tokens, token: number, last: number): boolean {
  const verb = word[token]
  const next = token + 1
  if (verb === "'s" || verb === 'including' || word[token - 1] === '-') return true
  // "a statement released by her family"
  if (word[pos[next] === ADV ? next + 1 : next] === 'by' && next < last && pos[token] === VERB) return true
  if (word[token - 1] === 'to' && pos[token - 1] === PART) return pos[token] === VERB
  if (!PARTICIPLE.test(verb)) return false
  // "half of those surveyed"
  if (word[token - 1] === 'those' && token === last) return true
  // "injured soldiers", "the injured Israelis"
  if (pos[next] === NOUN || (pos[next] === PROPN && pos[token - 1] === DET)) return true
  return verb.endsWith('ing') && (token === last || (next <= last && pos[next] === VERB && word[next].endsWith('ed')))
}

/** Whether a time begins that tells when, not who: "in March", "during the weekend", "late last month". */
function beginsTime({ word, pos }: Tokens, token: number): boolean {
  const deictic = word[token] === 'late' || word[token] === 'early' ? token + 1 : token
  if (DEICTICS.has(word[deictic])) return TIME_NOUNS.has(word[deictic + 1]) || MONTHS_AND_DAYS.has(word[deictic + 1])
  // "A letter signed by 20 states"
  if (pos[token] !== ADP || word[token] === 'of' || word[token] === 'by') return false
  let noun = token + 1
  while (noun < token + 4 && (word[noun] === 'the' || word[noun] === 'few' || DEICTICS.has(word[noun]) || (noun > token + 1 && pos[noun] === NUM))) noun++ // prettier-ignore
  return pos[token + 1] === NUM || MONTHS_AND_DAYS.has(word[noun]) || TIME_NOUNS.has(word[noun])
}

/** Whether a dash sets an aside off: "— including Muslims", "--", " - ", but not "Export–Import". */
function isDash({ word, start, end, count }: Tokens, token: number): boolean {
  if (token + 1 >= count) return false
  // "Democrats — and some Republicans"
  if (word[token + 1] === 'and') return false
  if (word[token] === '—' || word[token] === '--') return true
  return (word[token] === '-' || word[token] === '–') && start[token] > end[token - 1] && start[token + 1] > end[token]
}

const DEICTICS = new Set(['last', 'past', 'this', 'next', 'earlier'])

const TIME_NOUNS = new Set(
  'week weekend month year decade day morning afternoon evening night weeks months years decades days'.split(' '),
)

/** A noun phrase with what follows by "of", "from", "for" or "at": "memo from the county health department". */
export function described(tokens: Tokens, names: NameIndex, { first, last }: TokenRun): TokenRun {
  const { word, sentence } = tokens
  let end = last
  // "Accused by the union of hiding it": what somebody does is no description.
  const isDeed = (t: number): boolean =>
    word[t].endsWith('ing') && (tokens.pos[t] === VERB || tokens.pos[t + 1] === DET)
  while (DESCRIBING.has(word[end + 1]) && sentence[end + 1] === sentence[first] && !isDeed(end + 2)) {
    const inner = nounsEnd(
      tokens,
      names,
      end + 2,
      Math.min(tokens.sentences.last[sentence[first]], end + LONGEST_PHRASE),
    )
    if (inner < 0 || tokens.pos[inner] === PRON) break
    end = inner
    const next = word[end + 1] === '(' ? behindBracketed(tokens, names, end + 1) : -1
    if (next >= 0) end = names.of(next)!.last
  }
  return { first, last: end }
}

const DESCRIBING = new Set(['of', 'from', 'for', 'at'])

const MONTHS_AND_DAYS = new Set('january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(' ')) // prettier-ignore

export const ARTICLES = new Set(['the', 'a', 'an', 'whose'])
