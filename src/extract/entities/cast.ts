import type { Entity, EntityType } from '../../record/record.js'
import { contains, spanOfRun, type TokenRun } from '../../record/runs.js'
import type { Tokens } from '../../record/tokens.js'
import { genderOfGivenName } from './given-names.js'
import { FEMALE, ORGANISATION, PEOPLE, PERSON, PLACE } from '../../record/nouns.js'
import type { Mention } from './mentions.js'
import { bareNominal, described } from './phrases.js'
import type { Referent } from './referents.js'
import type { Resolution } from './resolver.js'
import type { NameIndex } from './name-index.js'
import { isRoyal } from './proper-names.js'
import { soundsLike } from './spelling.js'
import { isProse } from './surface.js'

/** Whom a noun phrase, or one part of it, is of. */
export interface Who {
  /** The fullest name that the article has, else the fullest noun phrase; null where it cannot be told. */
  readonly name: string | null
  readonly form: Mention['form']
  /** How sure it is that it is the right one. */
  readonly certainty: number
  /** Several together, for whom there is no entity. */
  readonly isGroup: boolean
  /** Whether the name is a proper name, whatever the noun phrase is. */
  readonly isProper: boolean
  readonly referent: Referent | null
}

/** All whom an article speaks of, by name. */
export class Cast {
  readonly #tokens: Tokens
  readonly resolution: Resolution
  readonly #names = new Map<Referent, string>()
  /** Which sentences are prose, of those that were asked for. */
  readonly #prose = new Map<number, boolean>()
  /** Noun phrases of sources, by their head: they are longer than mentions are. */
  readonly #sources = new Map<number, TokenRun>()

  constructor(tokens: Tokens, resolution: Resolution, sources: readonly (TokenRun | null)[]) {
    this.#tokens = tokens
    this.resolution = resolution
    for (const source of sources) {
      if (source === null) continue
      const mentions = resolution.of(source)
      if (mentions.length === 1 && resolution.mentions[mentions[0]].form === 'nominal')
        this.#sources.set(mentions[0], source)
    }
  }

  /** Whom a noun phrase is of: one, or several that stand side by side. */
  of(run: TokenRun): Who[] {
    const { mentions, referent, certainty } = this.resolution
    const found = this.resolution.of(run)
    const some = found.length === 1 ? this.#someOf(run, mentions[found[0]]) : null
    if (some !== null) return [some]
    return found.map((m) => {
      const one = referent[m]
      return {
        name: one === null ? null : this.nameOf(one),
        form: mentions[m].form,
        certainty: certainty[m],
        isGroup: one !== null && one.members.length > 0,
        isProper: one !== null && one.type !== null,
        referent: one,
      }
    })
  }

  /** Some of a people or a party, who have a name but are not all of it: "fellow Democrats", "many Russians in Berlin". */
  #someOf(run: TokenRun, { name }: Mention): Who | null {
    if (name?.type !== 'NORP') return null
    const { first, last } = bareNominal(this.#tokens, this.resolution.names, run)
    if (first >= name.first && last <= name.last) return null
    const phrase = collapsed(spanOfRun(this.#tokens, { first, last }).text)
    return { name: phrase, form: 'nominal', certainty: 1, isGroup: false, isProper: false, referent: null }
  }

  /** A noun phrase, or several side by side, without article and relative clause. */
  bare(run: TokenRun): string {
    const { names, mentions } = this.resolution
    const nouns = this.resolution.of(run).filter((m) => mentions[m].name === null)
    const through = nouns.length === 0 ? undefined : mentions[nouns[nouns.length - 1]].head
    return collapsed(spanOfRun(this.#tokens, bareNominal(this.#tokens, names, run, through)).text)
  }

  /** The fullest name, else the fullest noun phrase. */
  nameOf(one: Referent): string {
    const known = this.#names.get(one)
    if (known !== undefined) return known
    const name = one.members.length > 0 ? listed(one.members.map((member) => this.nameOf(member))) : this.#fullest(one)
    this.#names.set(one, name)
    return name
  }

  #fullest(one: Referent): string {
    const { mentions, names } = this.resolution
    const runs = one.mentions.flatMap((m): TokenRun[] => {
      const mention = mentions[m]
      if (one.type !== null) return mention.name === null ? [] : [withHost(this.#tokens, names, mention)]
      return mention.form === 'nominal'
        ? [bareNominal(this.#tokens, names, described(this.#tokens, names, this.#sources.get(m) ?? mention))]
        : []
    })
    const told = one.type === null ? runs : this.#withoutHeadlines(runs, one.type)
    const spelled = told.sort((a, b) => a.first - b.first).map((run) => collapsed(spanOfRun(this.#tokens, run).text))
    // "Doha, Qatar": where it is, is no part of what it is called.
    const texts = one.type === 'LOCATION' ? spelled.map((text) => text.replace(/,.*$/, '')) : spelled
    const size = (text: string): number => text.split(' ').length * 1000 + Math.min(text.length, 999)
    const fullest = texts.reduce((top, next) => (size(next) > size(top) ? next : top), texts[0] ?? '')
    if (one.type === null) return fullest
    return this.#withRoyalTitle(told, fullest) ?? commonestSpelling(fullest, texts)
  }

  /** "Pope Francis", "Prince Harry", where the article has nothing more of a name; null where no such title stands before it. */
  #withRoyalTitle(names: readonly TokenRun[], fullest: string): string | null {
    if (/\s/.test(fullest)) return null
    const titled = names.find(({ first, last }) => first === last && isRoyal(this.#tokens, first - 1) && this.#tokens.sentence[first - 1] === this.#tokens.sentence[first]) // prettier-ignore
    if (titled === undefined) return null
    const { first, last } = titled
    return collapsed(spanOfRun(this.#tokens, { first: first - 1, last }).text)
  }

  /** Names, without those of headlines where others are left: a capital tells little there of where a name begins. Given names do; a surname in capitals alone is no better. */
  #withoutHeadlines(runs: readonly TokenRun[], type: EntityType): TokenRun[] {
    const { word } = this.#tokens
    const sure = runs.filter(({ first }) => genderOfGivenName(word[first]) > 0 || this.#isProse(first))
    const isSurname = ({ first, last }: TokenRun): boolean => first === last && type === 'PERSON' && isUpperCase(spanOfRun(this.#tokens, { first, last }).text) // prettier-ignore
    return sure.every(isSurname) ? [...runs] : sure
  }

  #isProse(token: number): boolean {
    const sentence = this.#tokens.sentence[token]
    let known = this.#prose.get(sentence)
    if (known === undefined) this.#prose.set(sentence, (known = isProse(this.#tokens, sentence)))
    return known
  }

  /**
   * The entities in text order: all that have a name, and of the others those that are asked for.
   * @returns Them with the id of each referent.
   */
  entities(asked: ReadonlySet<Referent>): { entities: Entity[]; ids: Map<Referent, string> } {
    const { mentions, referent } = this.resolution
    const byReferent = new Map<Referent, number[]>()
    referent.forEach((one, m) => {
      if (one === null || one.members.length > 0 || (one.type === null && !asked.has(one))) return
      const list = byReferent.get(one)
      if (list === undefined) byReferent.set(one, [m])
      else list.push(m)
    })
    const ids = new Map([...byReferent.keys()].map((one, index) => [one, `e${index + 1}`]))
    const entities = [...byReferent].map(([one, found]): Entity => {
      const name = this.nameOf(one)
      const affiliation = this.#affiliation(one, found)
      const place = affiliation === null ? undefined : ids.get(affiliation)
      const texts = (runs: readonly TokenRun[]): string[] => [
        ...new Set(runs.map((run) => collapsed(spanOfRun(this.#tokens, run).text))),
      ]
      const names = found.filter((m) => mentions[m].name !== null).map((m) => mentions[m])
      return {
        id: ids.get(one)!,
        type: one.type ?? typeOf(one.kind),
        name,
        aliases: texts(names).filter((text) => text !== name),
        roles: texts([...one.roles].sort((a, b) => a.first - b.first)),
        ...(one.gender === 0 ? {} : { gender: one.gender === FEMALE ? ('female' as const) : ('male' as const) }),
        ...(place === undefined || place === ids.get(one) ? {} : { affiliation: place }),
        mentions: found.map((m) => ({ ...spanOfRun(this.#tokens, mentions[m]), form: mentions[m].form })),
      }
    })
    return { entities, ids }
  }

  /** The ids of the entities with a mention in one of the runs, in the order of their ids. */
  within(runs: readonly TokenRun[], ids: ReadonlyMap<Referent, string>): string[] {
    const { mentions, referent } = this.resolution
    const found = new Set<string>()
    for (const run of runs) {
      for (let m = firstFrom(mentions, run.first); m < mentions.length && mentions[m].first <= run.last; m++) {
        const one = referent[m]
        const id = one === null ? undefined : ids.get(one)
        if (id !== undefined && contains(run, mentions[m])) found.add(id)
      }
    }
    return [...found].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
  }

  /** The organisation in a role, or behind the name: "Mike Ryan of the World Health Organization". */
  #affiliation(one: Referent, found: readonly number[]): Referent | null {
    if (one.kind !== PERSON) return null
    const { mentions, referent, names } = this.resolution
    const { word } = this.#tokens
    const behind = found.flatMap((m): TokenRun[] => {
      const of = mentions[m].last + 1
      if (mentions[m].name === null || (word[of] !== 'of' && word[of] !== 'from')) return []
      const start = word[of + 1] === 'the' ? of + 2 : of + 1
      const name = names.of(start)
      return name === undefined ? [] : [{ first: start, last: name.last }]
    })
    for (const role of [...one.roles, ...behind]) {
      for (let m = firstFrom(mentions, role.first); m < mentions.length && mentions[m].first <= role.last; m++) {
        const other = referent[m]
        if (other?.type === 'ORGANIZATION' && other !== one && mentions[m].name !== null) return other
      }
    }
    return null
  }
}

/** An embassy's name with the place where it is: "the Egyptian Embassy in Sudan". */
function withHost({ word }: Tokens, names: NameIndex, { first, last }: TokenRun): TokenRun {
  const host = EMBASSIES.has(word[last]) && TO.has(word[last + 1]) ? names.of(last + 2) : undefined
  return { first, last: host?.type === 'LOCATION' ? host.last : last }
}

const EMBASSIES = new Set(['embassy', 'consulate'])
const TO = new Set(['in', 'to'])

/** "Ann Smith", "Ann Smith and Bob Jones", "Ann Smith, Bob Jones and Carl Hill". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** The spelling that a name has most often, of those that differ within its words: an article that has "Sunak" ten times has "Sounak" by mistake. */
function commonestSpelling(name: string, texts: readonly string[]): string {
  const words = name.split(' ')
  const counts = new Map<string, number>([[name, 0]])
  for (const text of texts) {
    const others = text.split(' ')
    if (others.length === words.length && others.every((other, w) => isSpelling(other, words[w])))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts].reduce((top, next) => (next[1] > top[1] ? next : top))[0]
}

/** Whether two words may be one in two spellings; an initial is no spelling of a name. */
function isSpelling(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  // "The Bertis" are a family.
  if (long === `${short}s`) return false
  return a === b || (a.charAt(0) === b.charAt(0) && soundsLike(a.toLowerCase(), b.toLowerCase()))
}

/** The type of an entity without a name. */
function typeOf(kind: number): EntityType {
  if (kind === PERSON || kind === PEOPLE) return 'PERSON'
  return kind === ORGANISATION ? 'ORGANIZATION' : kind === PLACE ? 'LOCATION' : 'MISC'
}

/** The first mention that begins at a token or behind it. */
function firstFrom(mentions: readonly Mention[], token: number): number {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle].first < token) low = middle + 1
    else high = middle
  }
  return low
}

function isUpperCase(text: string): boolean {
  return text === text.toUpperCase()
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
