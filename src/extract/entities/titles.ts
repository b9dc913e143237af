import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { PERSON } from '../../record/nouns.js'
import { LEFT_OUT_OF_INITIALS } from './name-variants.js'
import { SINGULAR, type Mention } from './mentions.js'
import type { NameIndex } from './name-index.js'
import { described } from './phrases.js'
import type { Referent } from './referents.js'

const { ADJ, DET, NOUN, NUM, PROPN, VERB } = PART_OF_SPEECH

/** A title that somebody has beside his name, once. */
interface Title {
  readonly holder: Referent
  /** Where the noun stands. */
  readonly at: number
  readonly description: Description
}

/** The words that describe a title. */
interface Description {
  /** "foreign" of "Foreign Minister Ann Smith", "of Mali" too. */
  readonly words: ReadonlySet<string>
  /** Those of them that tell of which place or people: "U.S." of "U.S. President Joe Biden". */
  readonly places: ReadonlySet<string>
  /** Whether they name a people, or what the title is of: "Irish", "Spain's". */
  readonly isNational: boolean
}

/** Who is called what right beside a name, wherever in the article: the chief of its first sentence may be named in the third. */
export class Titles {
  readonly #tokens: Tokens
  readonly #names: NameIndex
  /** By the lemma of the noun. */
  readonly #byNoun = new Map<string, Title[]>()
  /** By their initials, in small letters. */
  readonly #byInitials = new Map<string, Title[]>()

  /** @param apposed Of each mention, 1 where it stands beside the name of its referent. */
  constructor(
    tokens: Tokens,
    names: NameIndex,
    mentions: readonly Mention[],
    referent: readonly (Referent | null)[],
    apposed: Uint8Array,
  ) {
    this.#tokens = tokens
    this.#names = names
    mentions.forEach((mention, m) => {
      const holder = referent[m]
      if (apposed[m] === 0 || mention.kind !== PERSON || holder?.type !== 'PERSON') return
      append(this.#byNoun, tokens.lemma[mention.head], {
        holder,
        at: mention.head,
        description: this.#describing(mention),
      })
      for (const [abbreviation, run] of this.#abbreviationsOf(mention)) {
        const { words } = this.#describing(mention, run)
        append(this.#byInitials, abbreviation, {
          holder,
          at: mention.head,
          description: { words, places: NOWHERE, isNational: false },
        })
      }
    })
  }

  /**
   * The one who has the title that a noun with "the", of a place or of a headline names, as far as the noun tells; null where nobody has, or several have it
   * as often.
   */
  holder({ kind, number, first, last, head }: Mention): Referent | null {
    const { text, start, end, word, lemma } = this.#tokens
    if (number !== SINGULAR || (word[first] !== 'the' && !this.#isOfPlace(first) && !this.#opensHeadline(first, head))) return null // prettier-ignore
    const named = kind === PERSON ? this.#byNoun.get(lemma[head]) : undefined
    const titles = named ?? (ABBREVIATION.test(text.slice(start[head], end[head])) ? this.#byInitials.get(word[head]) : undefined) // prettier-ignore
    if (titles === undefined) return null
    const described = this.#describing({ first, last, head })
    const { words } = described
    const counts = new Map<Referent, number>()
    for (const title of titles)
      if (words.size === 0 || fits(title, described, head))
        counts.set(title.holder, (counts.get(title.holder) ?? 0) + 1)
    // Without a word that describes it, "the minister" is anybody who is called minister.
    const [most, next] = [...counts].sort((a, b) => b[1] - a[1]) as ([Referent, number] | undefined)[]
    if (most === undefined) return onlyHolder(titles, described)
    const isOnly = next === undefined || (words.size > 0 && most[1] >= FAR_MORE * next[1])
    return isOnly && titles.some((title) => title.holder === most[0] && fits(title, described, head)) ? most[0] : null
  }

  /** Whether a phrase begins with a place that something is of: "Iran's intelligence minister". */
  #isOfPlace(first: number): boolean {
    const name = this.#names.of(first)
    return name?.type === 'LOCATION' && /^['’]s?$/.test(this.#tokens.word[name.last + 1])
  }

  /** Whether a phrase opens the article without an article, as headlines do, but with a word that describes it: "British diplomat praises". */
  #opensHeadline(first: number, head: number): boolean {
    return first === 0 && head > first && this.#tokens.pos[first] !== DET && this.#tokens.pos[first] !== NUM
  }

  /** The words that describe a noun, before it and behind "of"; without those of a part that is left out. */
  #describing({ first, last, head }: Pick<Mention, 'first' | 'last' | 'head'>, without?: TokenRun): Description {
    const { word, pos } = this.#tokens
    const words = new Set<string>()
    const places = new Set<string>()
    let isNational = this.#isOfPlace(first)
    const end = described(this.#tokens, this.#names, { first, last }).last
    for (let t = first; t <= end; t++) {
      const p = pos[t]
      if (without !== undefined && t >= without.first && t <= without.last) continue
      if (t === head || !(p === ADJ || p === NOUN || p === PROPN || p === VERB || QUALIFYING.has(word[t]))) continue
      words.add(word[t])
      const type = this.#names.of(t)?.type
      if (type === 'LOCATION' || type === 'NORP') places.add(word[t])
      isNational ||= type === 'NORP'
    }
    return { words, places, isNational }
  }

  /**
   * What the title may be abbreviated to: "PM" of "Prime Minister", "IGP" of "inspector general of police", "OC" of "officer in charge". With each, the first
   * and the last token that it stands for.
   */
  #abbreviationsOf({ first, last, head }: Mention): Map<string, TokenRun> {
    const { word } = this.#tokens
    const end = described(this.#tokens, this.#names, { first, last }).last
    const found = new Map<string, TokenRun>()
    for (let from = Math.max(first, head - MOST_INITIALS); from <= head; from++) {
      for (let to = head; to <= Math.min(end, from + MOST_INITIALS); to++) {
        if (LEFT_OUT_OF_INITIALS.has(word[to])) continue
        const words = word.slice(from, to + 1).filter((one) => /^\p{L}/u.test(one))
        for (const some of [words, words.filter((one) => !LEFT_OUT_OF_INITIALS.has(one))])
          if (some.length > 1) found.set(some.map((one) => one.charAt(0)).join(''), { first: from, last: to })
      }
    }
    return found
  }
}

function append(titles: Map<string, Title[]>, key: string, title: Title): void {
  const list = titles.get(key)
  if (list === undefined) titles.set(key, [title])
  else if (list.length < MOST_TITLES) list.push(title)
}

/** A title of so many letters, as it is written. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u
const MOST_INITIALS = 5

/** Whether a title may be what a noun with these words names: they are words of it, and none of its own changes what it is. */
function fits(
  { description: { words: own, places }, holder, at }: Title,
  { words }: Description,
  noun: number,
): boolean {
  for (const word of words) if (!own.has(word) && !holder.words.has(word)) return false
  // "The mayor" may be of another place than "the mayor of Hull, Ann Smith", unless she has been told of.
  return isSameOffice(own, words) && (places.size === 0 || words.size > 0 || at < noun)
}

function isSameOffice(own: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const word of own) if (QUALIFYING.has(word) && !words.has(word)) return false
  return true
}

/**
 * Who alone has a title, where a noun tells more of it than any place beside a name does, but nothing against it: "the Bangkok governor" of
 * "Governor Chadchart Sittipunt", "Spain's economy minister" of "Spanish Economy Minister Nadia Calviño". Of which country somebody is must be told.
 */
function onlyHolder(titles: readonly Title[], { words, places, isNational }: Description): Referent | null {
  const possible = titles.filter(({ description: own, holder }) => {
    for (const word of words)
      if (!own.words.has(word) && !holder.words.has(word) && !places.has(word) && !AUTHORITIES.has(word)) return false
    return isSameOffice(own.words, words)
  })
  const here = possible.filter(({ description: own }) => [...places].some((place) => isNamed(place, own.places)))
  const isOpen = !isNational && possible.length > 0 && titles.every(({ description: own }) => own.places.size === 0)
  const holders = new Set((here.length > 0 ? here : isOpen ? titles : []).map(({ holder }) => holder))
  return holders.size === 1 ? [...holders][0] : null
}

/** Whether a place, or the people of it, is among some others: "Iran" and "Iranian". */
function isNamed(place: string, others: ReadonlySet<string>): boolean {
  const own = COUNTRIES.get(place) ?? place
  return [...others].some((other) => (COUNTRIES.get(other) ?? other).slice(0, SAME_BEGINNING) === own.slice(0, SAME_BEGINNING)) // prettier-ignore
}

/** Letters in which most names of a place and its people are the same: "Iraqi" is of Iraq, not of Iran. */
const SAME_BEGINNING = 4

/** Peoples and abbreviations that are written otherwise than their countries. */
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['us', 'american'], ['u.s.', 'american'], ['states', 'american'], ['uk', 'british'], ['u.k.', 'british'], ['kingdom', 'british'],
  ['spanish', 'spain'], ['french', 'france'], ['dutch', 'netherlands'], ['polish', 'poland'], ['irish', 'ireland'], ['finnish', 'finland'],
  ['danish', 'denmark'], ['swiss', 'switzerland'], ['welsh', 'wales'], ['filipino', 'philippines'], ['philippine', 'philippines'], ['thai', 'thailand'],
]) // prettier-ignore

/** Words that tell no more of an office than that it is one. */
const AUTHORITIES = new Set('government state federal national city police'.split(' '))

/** Words that make another office of it: "former president", "deputy mayor". */
const QUALIFYING = new Set(
  'former ex late then acting interim vice deputy assistant associate junior senior outgoing incoming elect designate shadow opposition first second fellow'.split(' '), // prettier-ignore
)

const NOWHERE: ReadonlySet<string> = new Set()

/** How much oftener than any other somebody must have the title to be who is meant. */
const FAR_MORE = 3

/** How many times one title is counted: more than news ever has, and a bound for texts made to be slow. */
const MOST_TITLES = 64
