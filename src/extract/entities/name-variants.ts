import { ENTITY_TYPES, type EntityType } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import type { Mention } from './mentions.js'

/** How many of the names that share a surname, or a first letter, are compared: more than news ever has, and a bound for texts made to be slow. */
export const MOST_COMPARED = 32

/** Names of an article that are spelled the same, and what their words are. */
export interface Variant {
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

export function typeOf({ votes }: Pick<Variant, 'votes'>): EntityType {
  return ENTITY_TYPES[votes.indexOf(Math.max(...votes))]
}

export function variantsOf(tokens: Tokens, mentions: readonly Mention[]): Variant[] {
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

export interface Group {
  readonly mentions: number[]
  readonly votes: Float64Array
  /** Of each of its variants with the most words. */
  readonly words: readonly string[]
  readonly core: number
}

export function take(group: Group, { mentions, votes }: Variant): void {
  // One by one: an article may have more of them than a call may have arguments.
  for (const mention of mentions) group.mentions.push(mention)
  votes.forEach((vote, type) => (group.votes[type] += vote))
}

export function groupOf({ words, core, mentions, votes }: Variant): Group {
  return { words, core, mentions: [...mentions], votes: Float64Array.from(votes) }
}

/** Whether the longer name goes on behind the shorter one: "Gabriel García Márquez" and "Gabriel García". */
export function beginsWith(long: readonly string[], short: readonly string[]): boolean {
  return long.length > short.length && short.every((word, k) => word === long[k])
}

export function append(map: Map<string, Group[]>, key: string, group: Group): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [group])
  else list.push(group)
}

export function initialsOf(words: readonly string[]): string {
  return words.map((word) => word.charAt(0)).join('')
}

/** Small words that an abbreviation may pass over: "IGP" of "inspector general of police". */
export const LEFT_OUT_OF_INITIALS = new Set('of the and for in on a an at to de la du et des y e'.split(' '))
