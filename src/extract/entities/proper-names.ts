import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import {
  classesOf,
  COMPANY_ENDING,
  EVENT_HEAD,
  FACILITY_HEAD,
  GIVEN_NAME,
  ORGANISATION,
  ORGANISATION_HEAD,
  PLACE,
  PLACE_HEAD,
} from './lexicon.js'
import type { Name } from './names.js'
import { isCourtesy, kindOfNoun, PERSON } from '../../record/nouns.js'

const { ADJ, NOUN, PROPN } = PART_OF_SPEECH

/**
 * The names as they are found, cut and completed to what somebody or something is called: without marks and offices, with what an abbreviation is short for, parted
 * from who holds the office, without titles, and with a university's campus.
 */
export function properNames(tokens: Tokens, names: readonly Name[]): readonly Name[] {
  const steps = [withoutMarks, withAmpersands, withoutOffices, spelledOut, withHolders, withoutTitles, withCampuses]
  return steps.reduce<readonly Name[]>((cut, step) => step(tokens, cut), names)
}

/** The names, with those of firms that "&" joins as one: "Johnson & Johnson". Two people in full are two. */
function withAmpersands(tokens: Tokens, names: readonly Name[]): readonly Name[] {
  const { word, sentence, count } = tokens
  const isBeside = (token: number, own: number): boolean =>
    token >= 0 && token < count && sentence[token] === sentence[own] && isCapitalised(tokens, token)
  const found: Name[] = []
  for (const [n, name] of names.entries()) {
    let { first, last } = name
    const before = found.at(-1)
    const isPart = (one: Name): boolean => one.type === 'ORGANIZATION' || one.first === one.last
    if (before !== undefined && first <= before.last) continue
    if (!isPart(name)) {
      found.push(name)
      continue
    }
    if (word[first - 1] === '&' && before?.last === first - 2 && isPart(before)) first = found.pop()!.first
    else if (word[first - 1] === '&' && before?.last !== first - 2 && isBeside(first - 2, first)) first -= 2
    const isNext = names.at(n + 1)?.first === last + 2
    if (word[last + 1] === '&' && !isNext && isBeside(last + 2, last)) last += 2
    found.push(first === name.first && last === name.last ? name : { ...name, first, last, type: 'ORGANIZATION' })
  }
  return found
}

/**
 * The names, cut where they have a mark that no name has: a bracket whose partner is not in it ("CNOOC) Petroleum Guyana" are two, "((Ann Smith)) Oh" is one),
 * or a comma in a person's, but for "Cyrus Vance, Jr."
 */
function withoutMarks(tokens: Tokens, names: readonly Name[]): Name[] {
  const { word } = tokens
  const found: Name[] = []
  for (const name of names) {
    let { first } = name
    for (let mark = strangeMark(word, name); mark >= 0; mark = strangeMark(word, { ...name, first })) {
      if (mark > first) found.push({ ...name, first, last: mark - 1 })
      first = word[mark + 1] === ')' ? name.last + 1 : mark + 1
    }
    if (first === name.first) found.push(name)
    else if (first <= name.last) found.push({ ...name, first })
  }
  return found
}

/** The first such mark of a name, -1 where it has none. */
function strangeMark(word: readonly string[], { first, last, type }: Name): number {
  let open = -1
  for (let t = first; t <= last; t++) {
    if (word[t] === ',' && type === 'PERSON' && !JUNIOR.has(word[t + 1])) return t
    if (word[t] === ')' && open < 0) return t
    if (word[t] === ')') open = -1
    else if (word[t] === '(' && open < 0) open = t
  }
  return open
}

const JUNIOR = new Set(['jr', 'jr.', 'sr', 'sr.', 'ii', 'iii', 'iv'])

/**
 * The names without offices, which are nouns: "the West Australian Premier", "MCE" where the article has "Municipal Chief Executive (MCE)", and what is behind
 * the place in "Leeds Secretary for Culture, Sports and Tourism Ann Smith".
 */
function withoutOffices(tokens: Tokens, names: readonly Name[]): Name[] {
  const { word, lemma, pos } = tokens
  const abbreviated = new Set(names.flatMap((name) => (isShortOffice(tokens, name) ? [word[name.first]] : [])))
  return names.flatMap((name, n) => {
    const { first, last } = name
    if (word[first - 1] === 'the' && TITLES.has(word[last])) return []
    if (first === last) return abbreviated.has(word[first]) || OF_RANK.has(word[first]) ? [] : [name]
    let field = first + 1
    while (field < last && !(word[field] === 'for' && kindOfNoun(lemma[field - 1]) === PERSON)) field++
    if (field >= last) return [name]
    const holder = names.at(n + 1)
    let t = last + 1
    while (t < last + LONGEST_FIELD && (word[t] === ',' || word[t] === 'and' || pos[t] === NOUN || pos[t] === PROPN) && t !== holder?.first) t++ // prettier-ignore
    if (t !== holder?.first || holder.type !== 'PERSON') return [name]
    return field - 2 < first ? [] : [{ ...name, last: field - 2, type: 'LOCATION' as const }]
  })
}

/** The names, and what an organisation's in brackets is short for as one too, however it is written: "the Leeds community policing forum (CPF)". */
function spelledOut({ word }: Tokens, names: readonly Name[]): Name[] {
  const all: Name[] = []
  for (const name of names) {
    const before = all.at(-1)
    const isBracketed = word[name.first - 1] === '(' && word[name.first + 1] === ')' && name.first === name.last
    const letters = isBracketed && name.type === 'ORGANIZATION' ? lettersOf(word[name.first]) : []
    let first = name.first - 1 - letters.length
    if (letters.length >= FEWEST_LETTERS && letters.every((letter, k) => word[first + k]?.startsWith(letter))) {
      const isOfPlace = before !== undefined && before.type !== 'PERSON' && before.last === first - 1
      if (isOfPlace) first = all.pop()!.first
      if (isOfPlace || before === undefined || before.last < first) all.push({ ...name, first, last: name.first - 2 })
    }
    all.push(name)
  }
  return all
}

function lettersOf(abbreviation: string): string[] {
  return abbreviation.split('')
}

/** The fewest letters of an abbreviation that tell what it is short for. */
const FEWEST_LETTERS = 3

/** Words of an ambassador's title that stand behind it. */
const OF_RANK = new Set(['extraordinary', 'plenipotentiary'])

/** How many words of a field may follow what was taken for a name. */
const LONGEST_FIELD = 10

/** Whether a name is a word in brackets that has the first letters of the words for an office before them. */
function isShortOffice({ word, lemma }: Tokens, { first, last }: Name): boolean {
  if (first !== last || word[first - 1] !== '(' || word[first + 1] !== ')' || word[first].length < 2) return false
  const letters = lettersOf(word[first])
  return kindOfNoun(lemma[first - 2]) === PERSON && letters.every((letter, k) => word[first - 1 - letters.length + k]?.startsWith(letter)) // prettier-ignore
}

/** The names, and who holds an office as a name of his own: "the head of the Ministry of Water Resources of Oltava Dragosh Velimirets". */
function withHolders(tokens: Tokens, names: readonly Name[]): Name[] {
  const { word, lemma, pos } = tokens
  let before: ReadonlyMap<string, ReadonlySet<string | undefined>> | undefined
  return names.flatMap((name) => {
    const { first, last, type } = name
    if ((type !== 'ORGANIZATION' && type !== 'LOCATION') || last < first + 2) return [name]
    let of = first - 1
    while (word[of] === 'the' || pos[of] === ADJ) of--
    if (word[of] !== 'of' || kindOfNoun(lemma[of - 1]) !== PERSON) return [name]
    before ??= wordsBefore(tokens)
    const holder = holderWithin(tokens, name, before)
    return holder < 0
      ? [name]
      : [
          { ...name, last: holder - 1 },
          { ...name, first: holder, type: 'PERSON' as const },
        ]
  })
}

/** Where a person's name begins at the end of another: at a given name, behind a place, or at two words of which the article has the last one alone; else -1. */
function holderWithin(tokens: Tokens, { first, last }: Name, before: ReturnType<typeof wordsBefore>): number {
  const { word } = tokens
  if ((classesOf(word[last]) & NOBODY) !== 0) return -1
  const isAlone = (before.get(word[last])?.size ?? 0) > 1
  for (let t = last - 1; t > first && t >= last - LONGEST_HOLDER; t--) {
    if (WITHIN_NAMES.has(word[t]) || !isCapitalised(tokens, t)) continue
    if (WITHIN_NAMES.has(word[t - 1])) return -1
    const isGiven = (classesOf(word[t]) & GIVEN_NAME) !== 0
    const isBehindPlace = (classesOf(word[t - 1]) & PLACE) !== 0 && (classesOf(word[t]) & NOBODY) === 0
    if (isGiven || isBehindPlace || (t === last - 1 && isAlone)) return t
  }
  return -1
}

/** Of each proper noun of the article, the words that stand before it. */
function wordsBefore({ word, pos, count }: Tokens): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const before = new Map<string, Set<string | undefined>>()
  for (let t = 0; t < count; t++) {
    if (pos[t] !== PROPN) continue
    const words = before.get(word[t])
    if (words === undefined) before.set(word[t], new Set([word[t - 1]]))
    else words.add(word[t - 1])
  }
  return before
}

/** What a word of a person's name is not. */
const NOBODY = PLACE | ORGANISATION | ORGANISATION_HEAD | COMPANY_ENDING | PLACE_HEAD | FACILITY_HEAD | EVENT_HEAD

/** How many words a name at the end of another may have, less one. */
const LONGEST_HOLDER = 4
const WITHIN_NAMES = new Set(['of', 'the', 'and', '&', 'for', 'in', '-', "'s", "'"])

/** The names without the titles before a person's, and with what makes a firm's complete. */
function withoutTitles(tokens: Tokens, names: readonly Name[]): Name[] {
  return names.map((name) => properName(tokens, name))
}

/** A name without the title before a person's, and with what makes a firm's complete: "Mayor Ann Smith", "Halloran Ferrous plc". */
function properName(tokens: Tokens, name: Name): Name {
  const { word, lemma, pos, count, start, end } = tokens
  let { first, last } = name
  while (last > first && (word[last] === "'s" || word[last] === "'")) last--
  if (name.type === 'PERSON') {
    first = behindOffice(word, lemma, first, last)
    while (
      first < last &&
      word[first + 1] !== '-' &&
      (isHonorific(word, first) ||
        (kindOfNoun(lemma[first]) === PERSON &&
          !(ROYAL.has(word[first]) && last === first + 1) &&
          !isGivenName(word, first)))
    )
      first++
    first = behindDescription(tokens, first, last)
    // "Nobel Laureate Ann Smith"
    for (let t = first + 1; t < last; t++) if (TITLES.has(word[t])) first = t + 1
    while (last > first + 1 && isPostnominal(tokens, last)) last--
    // "Md Masud Rana"
    if (first > 0 && GIVEN_IN_SHORT.has(tokens.text.slice(start[first - 1], end[first - 1]))) first--
    // A name does not begin in the middle of "Man-kei", nor right behind it; it does behind "ex-Mayor".
    const isBehindTitle = first > 0 && (isTitle(tokens, first - 1) || isCourtesy(word[first - 1]))
    if (first > 2 && word[first - 2] === '-' && start[first - 1] === end[first - 2] && !isBehindTitle) first--
    // "Arnel dela Vega"
    while (first > 1 && PARTICLES.has(word[first - 1]) && isCapitalised(tokens, first - 2) && pos[first - 2] === PROPN)
      first -= 2
    while (first > 1 && (word[first] === '-' || word[first - 1] === '-') && start[first] === end[first - 1]) first--
    if (first + 2 <= last && word[first + 1] === '-' && PREFIXES.has(word[first])) first += 2
  } else if (name.type === 'ORGANIZATION' && last + 1 < count && COMPANY_FORMS.has(word[last + 1])) last++
  return first === name.first && last === name.last ? name : { ...name, first, last }
}

/** Whether a noun for somebody is a given name, since no other follows: "Guy" of "Guy Cecil". */
function isGivenName(word: readonly string[], token: number): boolean {
  return ALSO_GIVEN.has(word[token]) && (classesOf(word[token + 1]) & GIVEN_NAME) === 0
}

const ALSO_GIVEN = new Set(['guy', 'earl', 'marine', 'sultan'])

/** What a hyphen joins to a name without being of it: "pro-Rubio", "then-Sen. Barack Obama". */
const PREFIXES = new Set('pro anti non ex then post pre'.split(' '))

/** Between a given name and a surname; others, as "of", stand between more than that. */
const PARTICLES = new Set('dela de del della da di dos van von der den ter bin ibn ben al el'.split(' '))

/** Where a person's name begins behind a noun written small or behind a hyphen: "Fourteen-year-old Zoe", "then-Secretary Vázquez". */
function behindDescription(tokens: Tokens, first: number, last: number): number {
  const { word, text, start } = tokens
  for (let t = last - 1; t > first; t--) {
    const isSmall = /^\p{Ll}/u.test(text.slice(start[t], start[t] + 1))
    const isHyphenated = word[t - 1] === '-' && (classesOf(word[t - 2]) & GIVEN_NAME) === 0
    if ((isSmall || isHyphenated) && isTitle(tokens, t) && word[t + 1] !== '-') return t + 1
  }
  return first
}

/** Whether a word tells who somebody is: "mayor", "old" of "fourteen-year-old", "elect" of "president-elect". */
function isTitle({ word, lemma }: Tokens, token: number): boolean {
  return kindOfNoun(lemma[token]) === PERSON || ENDS.has(word[token])
}

const ENDS = new Set(['old', 'elect', 'designate', 'based', 'born'])

/** Where a person's name begins behind an office with what it is of: "Secretary of Justice Wanda Vázquez", "Assistant Superintendent of Police Ravi Kumar". */
function behindOffice(word: readonly string[], lemma: readonly string[], first: number, last: number): number {
  let of = first + 1
  while (of < last - 1 && of < first + LONGEST_OFFICE && word[of] !== 'of') of++
  if (word[of] !== 'of' || of >= last - 1 || kindOfNoun(lemma[of - 1]) !== PERSON) return first
  for (let t = of + 2; t < last; t++) if ((classesOf(word[t]) & GIVEN_NAME) !== 0) return t
  return of + 2 < last && !ROYAL.has(word[of - 1]) ? of + 2 : first
}

/** Words of an office before "of". */
const LONGEST_OFFICE = 3

/** The names, and a university with its campus as one: "University of California, San Diego". */
function withCampuses({ word }: Tokens, names: readonly Name[]): Name[] {
  const all: Name[] = []
  for (const name of names) {
    const before = all.at(-1)
    const isCampus =
      name.type === 'LOCATION' &&
      before?.type === 'ORGANIZATION' &&
      before.last === name.first - 2 &&
      word[before.first] === 'university' &&
      word[name.first - 1] === ',' &&
      word[name.last + 1] !== ','
    if (isCampus) all[all.length - 1] = { ...before, last: name.last }
    else {
      if (before !== undefined && before.last >= name.first) all[all.length - 1] = { ...before, last: name.first - 1 }
      all.push(name)
    }
  }
  return all
}

const POSTNOMINALS = new Set('MP MEP MLA QC KC OBE MBE CBE PhD MD'.split(' '))
/** How "Mohammad" is abbreviated in Bangladesh and Malaysia. */
const GIVEN_IN_SHORT = new Set(['Md', 'Md.', 'Mohd', 'Mohd.', 'Muhd'])

/** Whether a token is of letters that are set behind a name and are no part of it: "Tom Ford MP". */
export function isPostnominal({ text, start, end }: Tokens, token: number): boolean {
  return POSTNOMINALS.has(text.slice(start[token], end[token]))
}

/** Titles that are no surnames: wherever one stands in a person's name, the name begins behind it. */
const TITLES = new Set('laureate minister president secretary senator chairman chairwoman chairperson director professor spokesman spokeswoman spokesperson governor commissioner ambassador premier chancellor ceo'.split(' ')) // prettier-ignore

/** Whether a token is a title that is set before a name, "Tan Sri" and "Datuk Seri" among them, whose words alone are names as well. */
function isHonorific(word: readonly string[], token: number): boolean {
  const isPair = (word[token] === 'tan' && word[token + 1] === 'sri') || (MALAY_SECOND.has(word[token]) && MALAY_FIRST.has(word[token - 1])) // prettier-ignore
  return isPair || isCourtesy(word[token]) || OF_RANK.has(word[token])
}
const MALAY_FIRST = new Set(['tan', 'datuk', 'dato', "dato'"])
const MALAY_SECOND = new Set(['sri', 'seri'])

/** Titles that are part of the name where one word follows: "Pope Francis". */
const ROYAL = new Set(
  'king queen prince princess pope emperor saint sister brother father mother duke lord lady'.split(' '),
)
/** Whether a token is such a title, written large. */
export function isRoyal(tokens: Tokens, token: number): boolean {
  return token >= 0 && ROYAL.has(tokens.word[token]) && isCapitalised(tokens, token)
}
const COMPANY_FORMS = new Set('plc inc inc. ltd ltd. llc corp corp. co. gmbh ag sa'.split(' '))
