import type { MentionForm } from '../../record/record.js'
import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { genderOfGivenName } from './given-names.js'
import type { Name } from './names.js'
import {
  ANY,
  isThing,
  FEMALE,
  genderOfNoun,
  kindOfNoun,
  MALE,
  ORGANISATION,
  PEOPLE,
  PERSON,
  PLACE,
  THING,
} from '../../record/nouns.js'
import { NameIndex } from './name-index.js'
import { isNoun, phraseStart } from './phrases.js'
import { familyOf, genderOfFamily, HE, I, IT, POSSESSIVES, SHE, THEY, WE, WHO } from './pronouns.js'

const { NOUN, PROPN, ADJ, NUM, ADP, VERB, AUX, ADV, PUNCT } = PART_OF_SPEECH

export const SINGULAR = 1
export const PLURAL = 2

export const DEFINITE = 0
export const INDEFINITE = 1
/** "his lawyer" */
export const OWNED = 2
/** Neither article nor owner. */
export const BARE = 3

/** A place where the text speaks of somebody or something: tokens `first` to `last`, both included. */
export interface Mention extends TokenRun {
  /** The noun, pronoun or last word of the name. */
  readonly head: number
  readonly form: MentionForm
  /** What it stands for: `PERSON` and so on. */
  readonly kind: number
  /** `SINGULAR`, `PLURAL`, or 0 where it does not tell. */
  readonly number: number
  /** `FEMALE`, `MALE`, or 0 where it does not tell. */
  readonly gender: number
  /** Of a pronoun, -1 else. */
  readonly family: number
  readonly definiteness: number
  readonly name: Name | null
  /** Whether it looks like the subject of a clause. */
  readonly isSubject: boolean
}

/**
 * The mentions of an article, in text order, an outer one before those within it.
 * @param asked Tokens of nouns that are mentions whatever they stand for: those that say something.
 */
export function mentionsOf(tokens: Tokens, names: NameIndex, asked: Uint8Array): Mention[] {
  const found: Mention[] = []
  const { count, word, lemma, pos } = tokens
  // What "who" is of says what it says: "the liberals, who believed".
  for (let t = 2; t < count; t++) {
    if (asked[t] === 0 || !PERSONAL_RELATIVES.has(word[t])) continue
    const noun = SETS_OFF.has(word[t - 1]) ? t - 2 : t - 1
    if (names.at[noun] < 0 && pos[noun] === NOUN && !describesPeople(tokens, noun)) asked[noun] = 1
  }
  for (let t = 0; t < count; t++) {
    const name = names.of(t)
    if (name !== undefined) {
      if (t === name.first) found.push(isCompatriot(tokens, names, name) ? nominalMention(tokens, names, t, PERSON) : nameMention(tokens, name)) // prettier-ignore
      t = name.last
      continue
    }
    const family = word[t] === 'both' && asked[t] === 1 ? THEY : familyOf(word[t])
    if (family >= 0) {
      if (family !== WHO || isRelative(tokens, names, t, asked[t] === 1)) found.push(pronounMention(tokens, t, family))
      continue
    }
    const kind = kindOfNoun(lemma[t])
    if (asked[t] === 0 && (kind < 0 || !isNoun(tokens, names, t) || !endsNouns(tokens, names, t))) continue
    found.push(nominalMention(tokens, names, t, kind >= 0 ? kind : isThing(lemma[t]) ? THING : ANY))
  }
  return found.sort((a, b) => a.first - b.first || b.last - a.last)
}

/** Whether a noun that stands for nobody ends what describes people: "two people familiar with the matter, who". */
function describesPeople({ lemma, pos, sentence }: Tokens, noun: number): boolean {
  if (kindOfNoun(lemma[noun]) >= 0) return false
  let isBehind = false
  for (let t = noun - 1; t >= 0 && t > noun - LONGEST_DESCRIPTION && sentence[t] === sentence[noun]; t--) {
    if (pos[t] === VERB || pos[t] === AUX || pos[t] === PUNCT) return false
    const kind = pos[t] === NOUN ? kindOfNoun(lemma[t]) : -1
    if (kind === PERSON || kind === PEOPLE) return isBehind
    isBehind ||= pos[t] === ADP
  }
  return false
}

const LONGEST_DESCRIPTION = 10

/** Whether the name of a people with "the" stands for one of it: "the Argentine said", "the Dutchman", but not "the Argentine coach". */
function isCompatriot({ word, lemma, pos, sentence }: Tokens, names: NameIndex, { type, first, last }: Name): boolean {
  // "the California Democrat"
  const place = names.of(first - 1)
  const begins = place?.type === 'LOCATION' ? place.first : first
  if (first !== last || word[begins - 1] !== 'the') return false
  if (type === 'NORP' ? !ONE_OF_A_PEOPLE.test(word[first]) : kindOfNoun(lemma[first]) !== PERSON) return false
  const next = last + 1
  if (next >= pos.length || sentence[next] !== sentence[last]) return true
  return names.at[next] < 0 && word[next] !== '-' && !DESCRIBED.has(pos[next])
}

const ONE_OF_A_PEOPLE = /(?:an|[^e]ine|crat|ander|iard|iot|[^s]h?i|briton|swede|dane|turk|serb|croat|czech|greek)$/
const DESCRIBED: ReadonlySet<number> = new Set([NOUN, PROPN, ADJ, NUM])

/** Whether no further noun follows that this one describes. */
function endsNouns(tokens: Tokens, names: NameIndex, token: number): boolean {
  if (token + 1 >= tokens.count || tokens.sentence[token + 1] !== tokens.sentence[token]) return true
  if (tokens.word[token + 1] === '-' && tokens.start[token + 1] === tokens.end[token]) return false
  return names.at[token + 1] >= 0 || !isNoun(tokens, names, token + 1)
}

/** Whether "who", "which" or "that" stands behind the noun that it refers to. */
function isRelative({ word, pos, sentence }: Tokens, { at }: NameIndex, token: number, isAsked: boolean): boolean {
  if (token === 0 || sentence[token - 1] !== sentence[token]) return false
  const before = SETS_OFF.has(word[token - 1]) ? token - 2 : token - 1
  const follows = before >= 0 && (at[before] >= 0 || pos[before] === NOUN || pos[before] === PROPN)
  return follows && (word[token] !== 'that' || isAsked)
}

function nameMention(tokens: Tokens, name: Name): Mention {
  const { first, last, type } = name
  const kind =
    type === 'PERSON' ? PERSON
    : type === 'ORGANIZATION' ? ORGANISATION
    : type === 'LOCATION' ? PLACE
    : type === 'NORP' ? PEOPLE
    : type === 'FACILITY' ? PLACE : THING // prettier-ignore
  return {
    first,
    last,
    head: last,
    form: 'name',
    kind,
    number: type === 'NORP' ? PLURAL : SINGULAR,
    gender: type === 'PERSON' ? genderOfName(tokens, name) : 0,
    family: -1,
    definiteness: DEFINITE,
    name,
    isSubject: isSubject(tokens, first, last),
  }
}

/** By the title before the name, else by the given name. */
function genderOfName({ word, lemma }: Tokens, { first, last }: Name): number {
  for (let t = first - 1; t >= first - 2 && t >= 0; t--) {
    const title = TITLES.get(word[t]) ?? 0
    if (title > 0) return title
  }
  const noun = first > 0 ? genderOfNoun(lemma[first - 1]) : 0
  if (noun > 0) return noun
  return last > first ? genderOfGivenName(word[first]) : 0
}

const TITLES: ReadonlyMap<string, number> = new Map([
  ...'mr mr. sir lord herr monsieur senor señor shri'.split(' ').map((word) => [word, MALE] as const),
  ...'mrs mrs. ms ms. miss dame lady madam madame frau senora señora smt'
    .split(' ')
    .map((word) => [word, FEMALE] as const),
])

/** What sets a relative clause off: "Ann Smith, who", "Ann Smith — who". */
export const SETS_OFF: ReadonlySet<string> = new Set([',', '—', '–', '-', '--'])

export const PERSONAL_RELATIVES = new Set(['who', 'whom'])

function pronounMention(tokens: Tokens, token: number, family: number): Mention {
  const person = family === HE || family === SHE || family === I || PERSONAL_RELATIVES.has(tokens.word[token])
  return {
    first: token,
    last: token,
    head: token,
    form: 'pronoun',
    kind: person ? PERSON : family === IT ? THING : ANY,
    number: (person && family !== WHO) || family === IT ? SINGULAR : family === THEY || family === WE ? PLURAL : 0,
    gender: genderOfFamily(family),
    family,
    definiteness: DEFINITE,
    name: null,
    isSubject: isSubject(tokens, token, token),
  }
}

function nominalMention(tokens: Tokens, names: NameIndex, head: number, kind: number): Mention {
  const { word, lemma } = tokens
  const first = phraseStart(tokens, names, head)
  const isPlural = kind === PEOPLE || (lemma[head] !== word[head] && word[head] !== `${lemma[head]}'`)
  return {
    first,
    last: head,
    head,
    form: 'nominal',
    kind: kind === PERSON && isPlural ? PEOPLE : kind,
    number: kind === PEOPLE ? (COLLECTIVE.has(word[head]) ? 0 : PLURAL) : isPlural ? PLURAL : SINGULAR,
    gender: genderOfNoun(lemma[head]),
    family: -1,
    definiteness: definitenessOf(tokens, first, head),
    name: null,
    isSubject: isSubject(tokens, first, head),
  }
}

/** One group that is spoken of as it or as they. */
const COLLECTIVE = new Set('crew team family crowd audience jury couple pair squad military army navy community population public leadership opposition delegation gang cabinet panel band press media clergy electorate staff'.split(' ')) // prettier-ignore

function definitenessOf({ word }: Tokens, first: number, head: number): number {
  const opening = word[first]
  if (POSSESSIVES.has(opening)) return OWNED
  if (DEFINITE_WORDS.has(opening)) return DEFINITE
  if (INDEFINITE_WORDS.has(opening)) return INDEFINITE
  for (let t = first; t < head; t++) if (word[t] === "'s" || word[t] === "'") return OWNED
  return BARE
}

const DEFINITE_WORDS = new Set('the this that these those both each'.split(' '))
const INDEFINITE_WORDS = new Set(
  'a an another some any several many few most no every one two three four five six seven eight nine ten'.split(' '),
)

/** Whether a verb follows, and neither a verb nor a preposition governs it. */
function isSubject({ pos, word, count, sentence }: Tokens, first: number, last: number): boolean {
  const before = first - 1
  if (before >= 0 && sentence[before] === sentence[first] && (pos[before] === ADP || pos[before] === VERB)) return false
  for (let t = last + 1; t < count && t <= last + 4 && sentence[t] === sentence[last]; t++) {
    if (pos[t] === VERB || pos[t] === AUX) return true
    if (pos[t] === PUNCT && word[t] !== ',') return false
    if (pos[t] !== ADV && word[t] !== ',' && familyOf(word[t]) !== WHO) return false
  }
  return false
}
