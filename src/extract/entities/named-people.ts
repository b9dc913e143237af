import { ENTITY_TYPES } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import { isCourtesy, kindOfNoun, PERSON } from '../../record/nouns.js'
import type { Mention } from './mentions.js'
import {
  append,
  beginsWith,
  groupOf,
  initialsOf,
  LEFT_OUT_OF_INITIALS,
  MOST_COMPARED,
  take,
  type Group,
  type Variant,
} from './name-variants.js'
import { isSlip, soundsLike, soundOf } from './spelling.js'

/** Names of people: full names first, then what is shorter. */
export class People {
  readonly groups: Group[] = []
  readonly #tokens: Tokens
  readonly #mentions: readonly Mention[]
  /** Groups by each of their words, in the order in which they came. */
  readonly #byWord = new Map<string, Group[]>()
  /** Groups by the sound of their surname. */
  readonly #bySound = new Map<string, Group[]>()
  /** Groups of full names by the first letters of their surname. */
  readonly #byBeginning = new Map<string, Group[]>()
  /** Groups by their mentions, and by the initials of titles before their names, when it is asked for. */
  #ofMention: Map<number, Group> | undefined
  #byTitle: Map<string, Set<Group>> | undefined

  constructor(tokens: Tokens, mentions: readonly Mention[]) {
    this.#tokens = tokens
    this.#mentions = mentions
  }

  /** Who holds the office that a name is short for: "Superintendent of Police (SP) Ravi Kumar", "SSP Rakesh Balwal". Asked for when all persons are known. */
  holderOf({ acronym, mentions }: Variant): Group | undefined {
    if (acronym === '') return undefined
    const { word, lemma } = this.#tokens
    for (const mention of mentions) {
      const { first, last } = this.#mentions[mention]
      const next = this.#mentions[mention + 1] as Mention | undefined
      if (word[first - 1] !== '(' || word[last + 1] !== ')' || next?.first !== last + 2) continue
      let letter = acronym.length - 1
      let t = first - 2
      let isPerson = false
      for (; t >= 0 && letter >= 0; t--) {
        if (LEFT_OUT_OF_INITIALS.has(word[t])) continue
        if (!word[t].startsWith(acronym.charAt(letter--))) break
        isPerson ||= kindOfNoun(lemma[t]) === PERSON
      }
      if (isPerson && letter < 0) return this.#groupOf(mention + 1)
    }
    // "Deputy President William Ruto … The DP"
    const isTitle = mentions.every((mention) => {
      const { first, last } = this.#mentions[mention]
      return word[first - 1] === 'the' || this.#mentions[mention + 1]?.first === last + 1
    })
    if (!isTitle) return undefined
    this.#byTitle ??= this.#titles()
    const holders = this.#byTitle.get(acronym)
    return holders?.size === 1 ? [...holders][0] : undefined
  }

  /** Who has a title right before his name, by its initials or as it is abbreviated: "Deputy President William Ruto", "SSP Rakesh Balwal". */
  #titles(): Map<string, Set<Group>> {
    const { word, lemma } = this.#tokens
    const found = new Map<string, Set<Group>>()
    const add = (initials: string, group: Group): void => {
      found.set(initials, (found.get(initials) ?? new Set()).add(group))
    }
    for (const group of this.groups) {
      for (const mention of group.mentions) {
        const before = this.#mentions[mention].first - 1
        if (isCourtesy(word[before])) add(word[before], group)
        else if (before >= 0 && kindOfNoun(lemma[before]) === PERSON) {
          let initials = ''
          for (let t = before; t >= 0 && t > before - LONGEST_TITLE && /^\p{L}/u.test(word[t]); t--) {
            initials = word[t].charAt(0) + initials
            if (initials.length > 1) add(initials, group)
          }
        }
      }
    }
    return found
  }

  #groupOf(mention: number): Group | undefined {
    this.#ofMention ??= new Map(this.groups.flatMap((group) => group.mentions.map((one) => [one, group] as const)))
    return this.#ofMention.get(mention)
  }

  /** Whether a word is the surname of one of them. */
  has(word: string): boolean {
    return this.#byWord.get(word)?.some(({ words }) => words.length > 1 && words.at(-1) === word) ?? false
  }

  /** Whether a word is the initials of all names of one of them: "JFK". */
  hasInitials(word: string): boolean {
    return this.#byWord.get(word)?.some(({ words }) => initialsOf(words) === word) ?? false
  }

  add(variant: Variant): void {
    const { words } = variant
    if (words.length === 1) {
      this.#addWord(variant)
      return
    }
    const surname = words[words.length - 1]
    const same =
      this.#byWord
        .get(surname)
        ?.slice(-MOST_COMPARED)
        .filter((group) => isSamePerson(group.words, words)) ?? []
    const alike =
      [
        same,
        this.#byWord
          .get(words[0])
          ?.slice(-MOST_COMPARED)
          .filter((group) => beginsWith(group.words, words)) ?? [],
        this.#soundingLike(surname).filter((group) => isSamePerson([...group.words.slice(0, -1), surname], words)),
      ].find((some) => some.length > 0) ?? []
    if (alike.length === 1) take(alike[0], variant)
    else this.#start(variant)
  }

  /** A surname or a given name alone: of the one who has it, of several the one who was named last before. */
  #addWord(variant: Variant): void {
    const [word] = variant.words
    const having = this.#byWord.get(word)?.slice(-MOST_COMPARED) ?? []
    const surnamed = having.filter(({ words }) => words[words.length - 1] === word)
    const first = having.filter(({ words }) => words[0] === word)
    const alike =
      [surnamed, first, having, this.#soundingLike(word)].find((some) => some.length > 0) ?? this.#misspelled(word)
    if (alike.length === 0) this.#start(variant)
    else if (alike.length === 1) take(alike[0], variant)
    else this.#share(variant, alike)
  }

  /**
   * Gives each mention of a name that several have to one of the same gender: who alone of them has the title before it ("President Clinton"), else who is named in full more
   * often than the others, else who had the name alone before another of them was named, else who was named last. An article is of one person, not of a relative named once.
   */
  #share({ mentions }: Variant, groups: readonly Group[]): void {
    const rivals = groups.map((group) => ({
      group,
      named: [...group.mentions].sort((a, b) => a - b),
      next: 0,
      full: group.mentions.filter((m) => this.#isFull(m)).length,
      titles: new Set(group.mentions.flatMap((m) => (this.#isFull(m) ? this.#titlesBefore(m) : []))),
      gender: group.mentions.reduce((known, m) => known || this.#mentions[m].gender, 0),
    }))
    const most = Math.max(...rivals.map(({ full }) => full))
    const oftenest = most > 1 ? rivals.filter(({ full }) => full === most) : []
    let owner = oftenest.length === 1 ? oftenest[0] : undefined
    for (const mention of mentions) {
      const { gender } = this.#mentions[mention]
      for (const rival of rivals)
        while (rival.next < rival.named.length && rival.named[rival.next] < mention) rival.next++
      const fits = rivals.filter((rival) => gender === 0 || rival.gender === 0 || rival.gender === gender)
      const candidates = fits.length > 0 ? fits : rivals
      const latest = candidates.reduce((top, rival) => (lastNamed(rival) > lastNamed(top) ? rival : top))
      const titled = this.#titlesBefore(mention).map((title) => candidates.filter(({ titles }) => titles.has(title)))
      const holder = titled.find((some) => some.length === 1)?.[0]
      const best = holder ?? (owner !== undefined && candidates.includes(owner) ? owner : latest)
      const known = rivals.filter(({ next }) => next > 0)
      if (known.length === 1 && known[0] === best && holder === undefined) owner ??= best
      best.group.mentions.push(mention)
      best.group.votes[ENTITY_TYPES.indexOf('PERSON')] += 1
    }
  }

  #isFull(mention: number): boolean {
    return this.#mentions[mention].first < this.#mentions[mention].last
  }

  /** The title right before a name, first with the word before it: "prime minister", then "minister". */
  #titlesBefore(mention: number): string[] {
    const { word, lemma } = this.#tokens
    const before = this.#mentions[mention].first - 1
    if (before < 0 || kindOfNoun(lemma[before]) !== PERSON) return []
    return [`${word[before - 1]} ${word[before]}`, word[before]]
  }

  /** Who is introduced in full with a surname of nearly the same letters: a surname that nobody has is one with a slip. */
  #misspelled(word: string): Group[] {
    const near = this.#byBeginning.get(word.slice(0, BEGINNING))?.slice(-MOST_COMPARED) ?? []
    return near.filter(({ words }) => isSlip(words[words.length - 1], word))
  }

  #start(variant: Variant): void {
    const group = groupOf(variant)
    this.groups.push(group)
    if (group.words.length > 1)
      append(this.#byBeginning, group.words[group.words.length - 1].slice(0, BEGINNING), group)
    const initials = group.words.length >= FEWEST_INITIALS ? [initialsOf(group.words)] : []
    for (const word of new Set([...group.words, ...initials])) append(this.#byWord, word, group)
    const sound = soundOf(group.words[group.words.length - 1])
    if (sound !== '') append(this.#bySound, sound, group)
  }

  #soundingLike(surname: string): Group[] {
    const sound = soundOf(surname)
    if (sound === '') return []
    const near = this.#bySound.get(sound)?.slice(-MOST_COMPARED) ?? []
    return near.filter(({ words }) => soundsLike(words[words.length - 1], surname))
  }
}

/** First letters that a surname with a slip still has. */
const BEGINNING = 2

/** The words of a title before a name. */
const LONGEST_TITLE = 4

/** Two letters are too often something else. */
const FEWEST_INITIALS = 3

/** The mention that last named somebody before, -1 where none has. */
function lastNamed({ named, next }: { readonly named: readonly number[]; readonly next: number }): number {
  return next === 0 ? -1 : named[next - 1]
}

/** Whether two names with one surname may be one person's: the given names agree, as far as both have them. */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  if (long[long.length - 1] !== short[short.length - 1]) return false
  let next = 0
  for (let k = 0; k < short.length - 1; k++) {
    const found = long.findIndex((word, at) => at >= next && at < long.length - 1 && isSameGivenName(word, short[k]))
    if (found < 0) return false
    next = found + 1
  }
  return true
}

function isSameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return short.length === 1 ? long.startsWith(short) : soundsLike(a, b)
}
