import { ENTITY_TYPES, type EntityType } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import { kindOfNoun, PERSON } from '../../record/nouns.js'
import { genderOfGivenName } from './given-names.js'
import { classesOf, ORGANISATION, PEOPLE, PLACE } from './lexicon.js'
import type { Mention } from './mentions.js'
import { isCourtesy } from './name-index.js'
import { isSlip, soundsLike, soundOf } from './spelling.js'

/** How many of the names that share a surname, or a first letter, are compared: more than news ever has, and a bound for texts made to be slow. */
const MOST_COMPARED = 32

/** Names of an article that are spelled the same, and what their words are. */
interface Variant {
  /** Lower case, without accents, titles and articles. */
  readonly words: readonly string[]
  /** How many of them come before a comma: one of "Doha, Qatar". */
  readonly core: number
  /** Indexes of its mentions. */
  readonly mentions: number[]
  /** How probable each type is, summed over the mentions. */
  readonly votes: Float64Array
  /** As written, where it is one word in capitals: "CSTO". */
  readonly acronym: string
}

/** The mentions of names that stand for the same. */
export interface NameGroup {
  readonly mentions: number[]
  readonly type: EntityType
}

/**
 * Joins the names of an article: those with the same words, a surname with the full name, an abbreviation with what it stands for, spelling
 * variants. Two people with one surname stay two. It compares each name with a few others at most.
 * @param mentions Mentions of names, in text order.
 */
export function joinNames(tokens: Tokens, mentions: readonly Mention[]): NameGroup[] {
  const variants = variantsOf(tokens, mentions)
  const surnames = new Set(
    variants.filter((one) => one.words.length === 1 && typeOf(one) === 'PERSON').map(({ words }) => words[0]),
  )
  const isPerson = (variant: Variant): boolean => typeOf(variant) === 'PERSON' || isFullName(variant, surnames)
  const people = variants.filter(isPerson)
  const others = variants.filter((variant) => !isPerson(variant))
  const persons = new People(mentions)
  for (const variant of longestFirst(people)) persons.add(variant)
  const rest = new Others(tokens, mentions)
  for (const variant of longestFirst(others)) {
    const holder = persons.holderOf(variant, tokens)
    if (holder !== undefined) {
      for (const mention of variant.mentions) holder.mentions.push(mention)
      continue
    }
    // A surname alone is often taken for an organisation, and some are places as well.
    const isSurname =
      variant.words.length === 1 &&
      variant.acronym === '' &&
      persons.has(variant.words[0]) &&
      (!PLACED.has(typeOf(variant)) || acts(tokens, mentions, variant))
    if (isSurname || (persons.hasInitials(variant.acronym) && !rest.knows(variant))) persons.add(variant)
    else rest.add(variant)
  }
  return [...persons.groups, ...rest.groups].map(({ mentions: joined, votes }) => ({
    mentions: joined.sort((a, b) => a - b),
    type: typeOf({ votes }),
  }))
}

const PLACED: ReadonlySet<EntityType> = new Set(['LOCATION', 'NORP'])

/** Whether a name that was taken for something else is somebody's in full, who is named by surname as well: "MICHELLE McLean", "McLean". */
function isFullName({ words }: Variant, surnames: ReadonlySet<string>): boolean {
  return words.length === 2 && surnames.has(words[1]) && genderOfGivenName(words[0]) > 0
}

/** Whether what may be a place is never said to be where something is, and does something: "Arequipa says". */
function acts({ word }: Tokens, mentions: readonly Mention[], variant: Variant): boolean {
  const own = variant.mentions.map((mention) => mentions[mention])
  return own.some(({ isSubject }) => isSubject) && !own.some(({ first }) => WHERE.has(word[first - 1]))
}

const WHERE = new Set('in at from to of near into across around outside through throughout within over'.split(' '))

function typeOf({ votes }: Pick<Variant, 'votes'>): EntityType {
  return ENTITY_TYPES[votes.indexOf(Math.max(...votes))]
}

function longestFirst(variants: readonly Variant[]): Variant[] {
  return [...variants].sort((a, b) => b.words.length - a.words.length || a.mentions[0] - b.mentions[0])
}

function variantsOf(tokens: Tokens, mentions: readonly Mention[]): Variant[] {
  const byKey = new Map<string, Variant>()
  mentions.forEach((mention, index) => {
    const { name } = mention
    if (name === null) return
    const words = wordsOf(tokens, mention, mentions[index + 1])
    const key = words.join(' ')
    let variant = byKey.get(key)
    if (variant === undefined) {
      const written = tokens.text.slice(tokens.start[mention.first], tokens.end[mention.last]).replaceAll('.', '')
      const isAcronym = words.length === 1 && /^\p{Lu}{2,6}s?$/u.test(written)
      variant = {
        words,
        core: coreOf(tokens, mention, words),
        mentions: [],
        votes: new Float64Array(ENTITY_TYPES.length),
        acronym: isAcronym ? written.toLowerCase() : '',
      }
      byKey.set(key, variant)
    }
    variant.mentions.push(index)
    variant.votes[ENTITY_TYPES.indexOf(name.type)] += name.probability
  })
  return [...byKey.values()]
}

/** How many words of a name come before a comma; all where it has none. */
function coreOf({ word }: Tokens, { first, last }: Mention, words: readonly string[]): number {
  let core = 0
  for (let t = first; t <= last; t++) {
    if (word[t] === ',') return core
    if (plainWord(word[t]) !== '') core++
  }
  return words.length
}

/** The words of a name that tell it from others. "John" of "John and Mary Smith" has her surname. */
function wordsOf({ word }: Tokens, { first, last, name }: Mention, next: Mention | undefined): string[] {
  const words: string[] = []
  for (let t = first; t <= last; t++) {
    const plain = plainWord(word[t])
    if (plain !== '') words.push(plain)
  }
  if (name?.type === 'PERSON') {
    while (words.length > 1 && TITLES.has(words[0])) words.shift()
    while (words.length > 2 && SUFFIXES.has(words[words.length - 1])) words.pop()
    const shares =
      next?.name?.type === 'PERSON' &&
      first === last &&
      next.first === last + 2 &&
      word[last + 1] === 'and' &&
      next.last > next.first
    if (shares) words.push(plainWord(word[next.last]))
  } else {
    if (words.length > 1 && words[0] === 'the') words.shift()
    // "U.S. Geological Survey"
    const spelledOut = words.length > 1 ? SPELLED_OUT.get(words[0]) : undefined
    if (spelledOut !== undefined) words.splice(0, 1, ...spelledOut)
  }
  return words.length === 0 ? [word[first]] : words
}

const SPELLED_OUT: ReadonlyMap<string, readonly string[]> = new Map([
  ['us', ['united', 'states']],
  ['uk', ['united', 'kingdom']],
  ['un', ['united', 'nations']],
])

const TITLES = new Set('mr mrs ms miss dr prof professor sir dame lord lady president minister senator sen rep gov governor judge justice king queen prince princess pope'.split(' ')) // prettier-ignore
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

const plainWords = new Map<string, string>()
const MOST_PLAIN_WORDS = 50_000

/** A word in small letters without accents, periods and possessive endings. */
function plainWord(word: string): string {
  const known = plainWords.get(word)
  if (known !== undefined) return known
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/['’]s?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
  if (plainWords.size >= MOST_PLAIN_WORDS) plainWords.clear()
  plainWords.set(word, plain)
  return plain
}

interface Group {
  readonly mentions: number[]
  readonly votes: Float64Array
  /** Of each of its variants with the most words. */
  readonly words: readonly string[]
  readonly core: number
}

function take(group: Group, { mentions, votes }: Variant): void {
  // One by one: an article may have more of them than a call may have arguments.
  for (const mention of mentions) group.mentions.push(mention)
  votes.forEach((vote, type) => (group.votes[type] += vote))
}

function groupOf({ words, core, mentions, votes }: Variant): Group {
  return { words, core, mentions: [...mentions], votes: Float64Array.from(votes) }
}

/** Names of people: full names first, then what is shorter. */
class People {
  readonly groups: Group[] = []
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

  constructor(mentions: readonly Mention[]) {
    this.#mentions = mentions
  }

  /** Who holds the office that a name is short for: "Superintendent of Police (SP) Ravi Kumar", "SSP Rakesh Balwal". Asked for when all persons are known. */
  holderOf({ acronym, mentions }: Variant, { word, lemma }: Tokens): Group | undefined {
    if (acronym === '') return undefined
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
    this.#byTitle ??= this.#titles({ word, lemma })
    const holders = this.#byTitle.get(acronym)
    return holders?.size === 1 ? [...holders][0] : undefined
  }

  /** Who has a title right before his name, by its initials or as it is abbreviated: "Deputy President William Ruto", "SSP Rakesh Balwal". */
  #titles({ word, lemma }: Pick<Tokens, 'word' | 'lemma'>): Map<string, Set<Group>> {
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
   * Gives each mention of a name that several have to one of the same gender: who is named in full more often than the others, else who had
   * the name alone before another of them was named, else who was named last. An article is of one person, not of a relative named once.
   */
  #share({ mentions }: Variant, groups: readonly Group[]): void {
    const rivals = groups.map((group) => ({
      group,
      named: [...group.mentions].sort((a, b) => a - b),
      next: 0,
      full: group.mentions.filter((m) => this.#mentions[m].first < this.#mentions[m].last).length,
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
      const best = owner !== undefined && candidates.includes(owner) ? owner : latest
      const known = rivals.filter(({ next }) => next > 0)
      if (known.length === 1 && known[0] === best) owner ??= best
      best.group.mentions.push(mention)
      best.group.votes[ENTITY_TYPES.indexOf('PERSON')] += 1
    }
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

/** Whether the longer name only has one more surname behind: "Gabriel García Márquez" and "Gabriel García". */
function beginsWith(long: readonly string[], short: readonly string[]): boolean {
  return long.length > short.length && short.every((word, k) => word === long[k])
}

function isSameGivenName(a: string, b: string): boolean {
  if (a === b) return true
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return short.length === 1 ? long.startsWith(short) : soundsLike(a, b)
}

/** Names of organisations, places and the rest. */
class Others {
  readonly groups: Group[] = []
  readonly #tokens: Tokens
  readonly #mentions: readonly Mention[]
  readonly #byInitials = new Map<string, Group[]>()
  readonly #byFirst = new Map<string, Group[]>()
  readonly #byLast = new Map<string, Group[]>()
  readonly #bySound = new Map<string, Group[]>()
  readonly #ofMention = new Map<number, Group>()

  constructor(tokens: Tokens, mentions: readonly Mention[]) {
    this.#tokens = tokens
    this.#mentions = mentions
  }

  add(variant: Variant): void {
    const group = this.#known(variant)
    if (group === undefined) {
      this.#start(variant)
      return
    }
    take(group, variant)
    for (const mention of variant.mentions) this.#ofMention.set(mention, group)
  }

  /** Whether a name is another one of something that is known. */
  knows(variant: Variant): boolean {
    return this.#known(variant) !== undefined
  }

  #known(variant: Variant): Group | undefined {
    const { words, acronym, mentions } = variant
    if (acronym !== '' || (words.length === 1 && this.#isAbbreviation(words[0], mentions))) {
      const bracketed = mentions.map((mention) => this.#beforeBracket(mention)).find((group) => group !== undefined)
      return bracketed ?? (acronym === '' ? undefined : only(this.#byInitials.get(acronym)))
    }
    const type = typeOf(variant)
    const near = this.#byFirst.get(words[0])?.slice(-MOST_COMPARED) ?? []
    const fuller = near.filter((group) => typeOf(group) === type && isShortFor(words, group))
    if (fuller.length === 1) return fuller[0]
    const ending =
      type === 'LOCATION' || type === 'NORP'
        ? []
        : (this.#byLast.get(words[words.length - 1])?.slice(-MOST_COMPARED) ?? [])
    const longer = ending.filter((group) => typeOf(group) === type && endsWith(group.words, words))
    if (longer.length === 1) return longer[0]
    // "State Department" and "United States Department of State"
    if (words.length === 2 && OFFICES.has(words[1])) {
      const turned = [...(this.#byLast.get(words[0]) ?? [])].filter(({ words: other }) => other.includes(words[1]) && other[other.indexOf(words[1]) + 1] === 'of') // prettier-ignore
      if (turned.length === 1) return turned[0]
    }
    if (words.length > 1) return undefined
    const sound = soundOf(words[0])
    const alike = this.#bySound
      .get(sound)
      ?.filter((group) => typeOf(group) === type && isSameWord(group.words[0], words[0]))
    return sound === '' ? undefined : only(alike)
  }

  /** Whether a word in brackets behind a name of several words has its first letter and others of it in order: "Phivolcs". */
  #isAbbreviation(word: string, mentions: readonly number[]): boolean {
    return mentions.some((mention) => {
      const group = this.#beforeBracket(mention)
      if (group === undefined || group.words.length < 2) return false
      const letters = group.words.join('')
      let at = 0
      for (const letter of word) {
        at = letters.indexOf(letter, at) + 1
        if (at === 0) return false
      }
      return word.charAt(0) === letters.charAt(0)
    })
  }

  /** What stands right before the brackets around a mention: "Collective Security Treaty Organization (CSTO)". */
  #beforeBracket(mention: number): Group | undefined {
    const { first } = this.#mentions[mention]
    const before = this.#mentions[mention - 1] as Mention | undefined
    const isBracketed = before !== undefined && this.#tokens.word[first - 1] === '(' && before.last === first - 2
    return isBracketed ? this.#ofMention.get(mention - 1) : undefined
  }

  #start(variant: Variant): void {
    const group = groupOf(variant)
    this.groups.push(group)
    const { words } = group
    for (const mention of group.mentions) this.#ofMention.set(mention, group)
    if (words.length > 1) {
      for (const initials of new Set([
        initialsOf(words),
        initialsOf(words.filter((word) => !LEFT_OUT_OF_INITIALS.has(word))),
      ]))
        append(this.#byInitials, initials, group)
      append(this.#byFirst, words[0], group)
      append(this.#byLast, words[words.length - 1], group)
      return
    }
    const sound = soundOf(words[0])
    if (sound !== '') append(this.#bySound, sound, group)
  }
}

function append(map: Map<string, Group[]>, key: string, group: Group): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [group])
  else list.push(group)
}

function only(groups: readonly Group[] | undefined): Group | undefined {
  return groups?.length === 1 ? groups[0] : undefined
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

const OFFICES = new Set(['department', 'ministry', 'office', 'bureau'])

/** Small words that an abbreviation may pass over: "IGP" of "inspector general of police". */
export const LEFT_OUT_OF_INITIALS = new Set('of the and for in on a an at to de la du et des y e'.split(' '))

/** Whether two words are spellings of one name. Two that are known are two names, however alike: "Niger" and "Nigeria". */
function isSameWord(a: string, b: string): boolean {
  const areKnown = (classesOf(a) & classesOf(b) & KNOWN) !== 0
  return !areKnown && soundsLike(a, b)
}

const KNOWN = PLACE | PEOPLE | ORGANISATION

/** Whether the longer name only has more before: "The Oxmere Courier" and "The Courier". */
function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return long.length > short.length && short.every((word, k) => word === long[long.length - short.length + k])
}

/** Whether the longer name only adds what kind of organisation it is, or where: "Woolworths Group", "Reserve Bank of Australia", "Doha, Qatar". */
function isShortFor(short: readonly string[], { words: long, core }: Group): boolean {
  if (!beginsWith(long, short)) return false
  if (core === short.length) return true
  const rest = long.slice(short.length)
  return (
    rest[0] === 'of' ||
    rest.every((word) => FORMS.has(word)) ||
    (rest.length <= 3 && COMPANIES.has(rest[rest.length - 1]))
  )
}

/** Ends of the names of firms, whatever stands before them: "Ford Motor Company". */
const COMPANIES = new Set('company corporation corp inc ltd limited plc llc'.split(' '))

const FORMS = new Set('group inc ltd limited plc llc corp corporation company co holdings international association party gmbh ag sa university bank foundation federation trust'.split(' ')) // prettier-ignore
