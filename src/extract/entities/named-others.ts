import type { Tokens } from '../../record/tokens.js'
import { classesOf, ORGANISATION, PEOPLE, PLACE } from './lexicon.js'
import type { Mention } from './mentions.js'
import {
  append,
  beginsWith,
  groupOf,
  initialsOf,
  LEFT_OUT_OF_INITIALS,
  MOST_COMPARED,
  take,
  typeOf,
  type Group,
  type Variant,
} from './name-variants.js'
import { soundsLike, soundOf } from './spelling.js'

/** Names of organisations, places and the rest. */
export class Others {
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
    const fuller = near.filter(
      (group) => typeOf(group) === type && (isShortFor(words, group) || isCalled(variant, group)),
    )
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

function only(groups: readonly Group[] | undefined): Group | undefined {
  return groups?.length === 1 ? groups[0] : undefined
}

const OFFICES = new Set(['department', 'ministry', 'office', 'bureau'])

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

/**
 * Whether a firm is called by the first word of its name, which nothing else has for a name, once it has been told in full: "Goldman Sachs", then "Goldman".
 * What comes first is another, as "Google" before "Google Cloud".
 */
function isCalled({ words, mentions, ...variant }: Variant, { words: long, mentions: others }: Group): boolean {
  const isOrganisation = typeOf(variant) === 'ORGANIZATION' && words.length === 1 && long.length <= 3
  const isLater = mentions[0] > others[0]
  return isOrganisation && isLater && beginsWith(long, words) && (classesOf(words[0]) & (PLACE | PEOPLE)) === 0
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
