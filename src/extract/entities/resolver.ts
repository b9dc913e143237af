import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import {
  anaphorOf,
  canBe,
  evidenceFor,
  evidenceForNarrator,
  evidenceForNone,
  evidenceForNoNarrator,
  isAnaphor,
  weigh,
  type Candidate,
  type Situation,
  type Voices,
  type Weights,
} from './antecedents.js'
import { joinNames } from './joining.js'
import { mentionsOf, PERSONAL_RELATIVES, PLURAL, SINGULAR, type Mention } from './mentions.js'
import type { Name } from './names.js'
import { ORGANISATION, PEOPLE, PERSON, PLACE } from './nouns.js'
import { bareNominal, headsOf, isNoun, NameIndex } from './phrases.js'
import { I, WE, WHO, YOU } from './pronouns.js'
import { Referent } from './referents.js'

const { NOUN, PROPN, ADJ, DET, ADP, PUNCT, VERB, AUX } = PART_OF_SPEECH

/** How many candidates are weighed, and how many mentions are looked back for them: bounds, and more makes no difference. */
const MOST_CANDIDATES = 20
const FARTHEST = 60

/** What the resolver needs of a statement. */
export interface Utterance {
  readonly source: TokenRun | null
  readonly implied: TokenRun | null
  readonly cue: TokenRun | null
  readonly content: readonly TokenRun[]
  readonly addressee: TokenRun | null
  readonly verbatim: boolean
}

/** One choice of an antecedent. */
export interface Choice {
  /** Index of the mention. */
  readonly mention: number
  /** Which weights count: an index of `ANAPHORS`. */
  readonly anaphor: number
  readonly candidates: readonly Candidate[]
  /** What speaks for each candidate, and last for none. */
  readonly evidence: readonly (readonly number[])[]
  readonly probabilities: readonly number[]
  /** Index of the candidate that was taken; their number where it is none. */
  readonly taken: number
}

/** Decides a choice: the candidate's index, or their number for none. */
export type Decide = (choice: Omit<Choice, 'taken'>, resolution: Resolution) => number

/** All that an article speaks of, and where. */
export interface Resolution {
  readonly mentions: readonly Mention[]
  readonly names: NameIndex
  /** Of each mention, whom it speaks of; null where it cannot be told. */
  readonly referent: readonly (Referent | null)[]
  /** Of each mention, how probable its antecedent is. */
  readonly certainty: Float32Array
  /** The mentions that a noun phrase is of: one, or those that stand side by side in it. */
  of(run: TokenRun): readonly number[]
}

/** Finds out whom or what the mentions of an article are of. */
export class Resolver {
  readonly weights: Weights

  constructor(weights: Weights) {
    this.weights = weights
  }

  /**
   * @param witness Hears of each choice of an antecedent.
   * @param decide Takes another candidate than the likeliest, as training does.
   */
  resolve(
    tokens: Tokens,
    found: readonly Name[],
    utterances: readonly Utterance[],
    witness?: (choice: Choice, resolution: Resolution) => void,
    decide: Decide = likeliest,
  ): Resolution {
    const names = new NameIndex(tokens, found)
    const heads = utterances.map(({ source, implied, addressee }) => ({
      source:
        source === null ? (implied === null ? [] : headsOf(tokens, names, implied)) : headsOf(tokens, names, source),
      addressee: addressee === null ? [] : headsOf(tokens, names, addressee),
    }))
    const asked = new Uint8Array(tokens.count)
    for (const { source, addressee } of heads)
      for (const head of [...source, ...addressee]) if (names.at[head] < 0) asked[head] = 1
    const mentions = withGroups(tokens, mentionsOf(tokens, names, asked))
    const single = new Map<number, number>()
    mentions.forEach((mention, m) => {
      if (!isGroup(mention)) single.set(mention.head, m)
    })
    const referent = new Array<Referent | null>(mentions.length).fill(null)
    const certainty = new Float32Array(mentions.length).fill(1)
    const resolution: Resolution = {
      mentions,
      names,
      referent,
      certainty,
      of: (run) => headsOf(tokens, names, run).flatMap((head) => single.get(headOfName(names, head)) ?? []),
    }
    nameReferents(tokens, mentions, referent)
    const apposed = appositions(tokens, names, mentions, referent)

    const frames = framesOf(tokens, utterances)
    const frame = new Int32Array(mentions.length)
    const quoted = new Uint8Array(mentions.length)
    const sourceOf = new Int32Array(mentions.length).fill(-1)
    mentions.forEach(({ head }, m) => {
      frame[m] = frames.at[head]
      quoted[m] = frames.quoted[head]
    })
    const mentionOf = (head: number | undefined): number =>
      head === undefined ? -1 : (single.get(headOfName(names, head)) ?? -1)
    const speakers = heads.map(({ source }) => mentionOf(source[0]))
    const addressees = heads.map(({ addressee }) => mentionOf(addressee[0]))
    utterances.forEach(({ source }, u) => {
      if (source !== null && speakers[u] >= 0) sourceOf[speakers[u]] = u
    })
    const opening = openingPeople(tokens, mentions, referent)
    const situation: Situation = { tokens, mentions, sourceOf, quoted, frame }
    const narrators = new Narrators(tokens)
    const who = (mention: number): Referent | null => (mention < 0 ? null : referent[mention])

    // Whose something is, is looked for before what it is: "his" before "his lawyer".
    const order = mentions
      .map((_, m) => m)
      .sort((a, b) => mentions[a].last - mentions[b].last || mentions[b].first - mentions[a].first)
    // What is quoted comes second: who says it is often named behind it.
    for (const turn of [0, 1]) {
      const log: number[] = []
      const counts = new Map<Referent, number>()
      let most = 0
      let before: Referent | null = null
      for (const m of order) {
        const mention = mentions[m]
        if (quoted[m] === turn && referent[m] === null) {
          if (isAnaphor(mention)) {
            const voices = voicesAt(m)
            const narrated = quoted[m] === 0 ? narrators.side(mention) : -1
            const only = narrated >= 0 ? narrators.of(narrated) : spokenBy(mention, sourceOf[m] >= 0, voices)
            if (only === null && narrated >= 0 && narrators.isKnown(narrated)) continue
            const isFirst = narrated >= 0 && only === null
            const candidates =
              only !== null ? [candidateOf(only, 0, counts)]
              : isFirst ? opening.map((one, recency) => candidateOf(one, recency, counts))
              : candidatesOf(m, log, counts, voices) // prettier-ignore
            const evidence = candidates.map((candidate) =>
              isFirst
                ? evidenceForNarrator(situation, candidate.referent, opening, narrators.isInterview)
                : evidenceFor(situation, m, candidate, voices, most),
            )
            if (isFirst) evidence.push(evidenceForNoNarrator(narrators.isInterview))
            else if (only === null && !isRelativeTo(m, candidates))
              evidence.push(evidenceForNone(situation, m, candidates, voices))
            const anaphor = isFirst ? I : anaphorOf(mention)
            const probabilities = weigh(this.weights, anaphor, evidence)
            const choice = { mention: m, anaphor, candidates, evidence, probabilities }
            const taken = decide(choice, resolution)
            witness?.({ ...choice, taken }, resolution)
            certainty[m] = probabilities[taken]
            if (taken < candidates.length) referent[m] = candidates[taken].referent
            if (isFirst) narrators.set(narrated, referent[m])
          }
          if (referent[m] === null && mention.form === 'nominal')
            referent[m] = new Referent(null, mention.kind, mention.number)
          const found = referent[m]
          if (found !== null) enter(tokens, m, mention, found)
        }
        const known = referent[m]
        if (known === null) continue
        if (apposed[m] === 0) log.push(m)
        const count = (counts.get(known) ?? 0) + 1
        counts.set(known, count)
        most = Math.max(most, count)
        if (sourceOf[m] >= 0 && quoted[m] === 0) before = known
      }

      function voicesAt(m: number): Voices {
        let [speaker, addressee, indirect, outer]: (Referent | null)[] = [null, null, null, null]
        const head = mentions[m].head
        let isQuoted = false
        for (let f = frame[m], climbed = 0; f >= 0 && climbed < MOST_FRAMES; f = frames.parent[f], climbed++) {
          const says = who(speakers[f])
          if (!frames.isQuotedIn(f, head)) indirect ??= says
          else if (!isQuoted) {
            isQuoted = true
            speaker = says
            addressee = who(addressees[f])
          } else outer ??= says
        }
        return { speaker, addressee, indirect, outer, before }
      }
    }
    return resolution

    function candidateOf(one: Referent, recency: number, counts: ReadonlyMap<Referent, number>): Candidate {
      return { referent: one, mention: one.mentions[one.mentions.length - 1], recency, count: counts.get(one) ?? 0 }
    }

    /** Whether it is a "who" and one of the candidates stands in the same sentence: it does refer to somebody there. */
    function isRelativeTo(m: number, candidates: readonly Candidate[]): boolean {
      const { first } = mentions[m]
      return (
        PERSONAL_RELATIVES.has(tokens.word[first]) &&
        candidates.some(({ mention }) => tokens.sentence[mentions[mention].head] === tokens.sentence[first])
      )
    }

    function candidatesOf(
      m: number,
      log: readonly number[],
      counts: ReadonlyMap<Referent, number>,
      voices: Voices,
    ): Candidate[] {
      const here = mentions[m]
      const candidates: Candidate[] = []
      const seen = new Set<Referent>()
      // "WHO's statistics" are not the WHO.
      for (let k = m + 1; k < mentions.length && mentions[k].first <= here.last; k++) {
        const inner = referent[k]
        if (inner !== null) seen.add(inner)
      }
      const consider = (one: Referent, mention: number): void => {
        if (seen.has(one)) return
        seen.add(one)
        if (!canBe(here, one)) return
        candidates.push({ referent: one, mention, recency: candidates.length, count: counts.get(one) ?? 0 })
      }
      for (let k = log.length - 1; k >= 0 && k >= log.length - FARTHEST && candidates.length < MOST_CANDIDATES; k--) {
        const mention = mentions[log[k]]
        // What holds it is not what it refers to: "his" of "his lawyer".
        if (mention.last >= here.first && mention.first <= here.first) continue
        consider(referent[log[k]]!, log[k])
      }
      if (here.family === WHO) return candidates
      for (const voice of [voices.speaker, voices.addressee, voices.indirect, voices.outer, voices.before])
        if (voice !== null && voice.mentions.length > 0) consider(voice, voice.mentions[voice.mentions.length - 1])
      return candidates
    }
  }
}

/** Whose words a mention is in, where that tells whom it is of: "I" in a quotation, or "we" that say something there. */
function spokenBy({ family }: Mention, isSource: boolean, { speaker }: Voices): Referent | null {
  return family === I || (family === WE && isSource) ? speaker : null
}

/** How many contents around one another are looked at. */
const MOST_FRAMES = 8

/** The candidate with the highest probability. */
function likeliest({ probabilities }: Pick<Choice, 'probabilities'>): number {
  return probabilities.indexOf(Math.max(...probabilities))
}

function headOfName(names: NameIndex, token: number): number {
  return names.of(token)?.last ?? token
}

/** Adds a mention to whom it is of. */
function enter({ lemma, word }: Tokens, index: number, mention: Mention, referent: Referent): void {
  referent.add(index, mention)
  if (mention.form === 'nominal') {
    referent.nouns.add(lemma[mention.head])
    for (let t = mention.first; t < mention.head; t++) referent.descriptions.add(lemma[t])
  }
  if (mention.form === 'name') for (let t = mention.first; t <= mention.last; t++) referent.words.add(word[t])
}

function isGroup({ name, form }: Mention): boolean {
  return form === 'name' && name === null
}

/** The mentions, and where two people or more are named side by side, all of them as one: "Ann Smith and Bob Jones". */
function withGroups({ word }: Tokens, mentions: readonly Mention[]): Mention[] {
  const groups: Mention[] = []
  const named = mentions.filter(
    ({ name }) => name?.type === 'PERSON' || name?.type === 'ORGANIZATION' || name?.type === 'LOCATION',
  )
  for (let k = 0; k < named.length; k++) {
    const first = named[k]
    let end = k
    while (
      end + 1 < named.length &&
      end - k < MOST_MEMBERS &&
      named[end + 1].name!.type === first.name!.type &&
      joins(named[end], named[end + 1])
    )
      end++
    if (end === k) continue
    const last = named[end]
    const isList = word[last.first - 1] === 'and' || word[last.first - 1] === '&'
    if (isList)
      groups.push({ ...first, last: last.last, head: last.head, name: null, kind: first.kind === PERSON ? PEOPLE : ORGANISATION, number: PLURAL, gender: 0, isSubject: last.isSubject }) // prettier-ignore
    k = end
  }
  if (groups.length === 0) return [...mentions]
  return [...mentions, ...groups].sort((a, b) => a.first - b.first || b.last - a.last)

  function joins(a: Mention, b: Mention): boolean {
    const gap = b.first - a.last
    return (
      (gap === 2 && JOINTS.has(word[a.last + 1])) ||
      (gap === 3 && word[a.last + 1] === ',' && word[a.last + 2] === 'and')
    )
  }
}

const JOINTS = new Set(['and', '&', ','])
/** A longer list is no group that is spoken of again. */
const MOST_MEMBERS = 6

/** Makes the referents of names, and of names side by side. */
function nameReferents(tokens: Tokens, mentions: readonly Mention[], referent: (Referent | null)[]): void {
  const indexes = mentions.flatMap(({ name }, m) => (name === null ? [] : [m]))
  const named = indexes.map((m) => mentions[m])
  for (const { mentions: joined, type } of joinNames(tokens, named)) {
    const one = Referent.ofName(type)
    for (const n of joined) {
      const m = indexes[n]
      referent[m] = one
      enter(tokens, m, mentions[m], one)
    }
  }
  const groups = new Map<string, Referent>()
  const numbers = new Map<Referent, number>()
  mentions.forEach((mention, m) => {
    if (!isGroup(mention)) return
    const members: Referent[] = []
    for (let k = m + 1; k < mentions.length && mentions[k].first <= mention.last; k++) {
      const one = referent[k]
      if (mentions[k].name !== null && one !== null && !members.includes(one)) members.push(one)
    }
    const key = members.map((one) => {
      if (!numbers.has(one)) numbers.set(one, numbers.size)
      return numbers.get(one)
    }).sort().join(' ') // prettier-ignore
    const group = groups.get(key) ?? new Referent(null, mention.kind, PLURAL, members)
    groups.set(key, group)
    referent[m] = group
    group.add(m, mention)
  })
}

/** Gives nouns that stand beside a name to whom it names, and notes them as roles: "Kazakh banker Mukhtar Ablyazov", "Ann Smith, the mayor,". Returns which. */
function appositions(
  tokens: Tokens,
  names: NameIndex,
  mentions: readonly Mention[],
  referent: (Referent | null)[],
): Uint8Array {
  const { word, sentence } = tokens
  const apposed = new Uint8Array(mentions.length)
  for (let m = 0; m < mentions.length; m++) {
    const noun = mentions[m]
    if (noun.form !== 'nominal') continue
    const after = noun.last + 1
    // "the president of Ukraine Volodymyr Zelenskyy"
    const before = nameAfter(m, after) ?? nameAfter(m, endOfDescription(noun))
    if (before !== undefined) {
      claim(m, before, { first: noun.first, last: mentions[before].first - 1 })
      continue
    }
    if (word[after] === ',' && after + 1 < tokens.count) {
      const name = nameAfter(m, after + 1)
      if (name !== undefined && ends(mentions[name].last + 1) && !isListed(m, name)) {
        claim(m, name, { first: noun.first, last: noun.last })
        continue
      }
    }
    if (
      word[noun.first - 1] === ',' &&
      names.at[noun.first - 2] >= 0 &&
      sentence[noun.first - 2] === sentence[noun.first]
    ) {
      const name = mentionEndingAt(m, noun.first - 2)
      const follows = name !== undefined && fits(noun, mentions[name])
      if (follows && isEnclosed(noun)) claim(m, name, bareNominal(tokens, names, phraseOf(noun)))
    }
  }

  return apposed

  function claim(m: number, name: number, role: TokenRun): void {
    const one = referent[name]
    if (one === null || referent[m] !== null) return
    referent[m] = one
    apposed[m] = 1
    enter(tokens, m, mentions[m], one)
    one.roles.push(bareNominal(tokens, names, role))
  }

  /** The mention of a name that begins at a token and may be whom the noun describes. */
  function nameAfter(m: number, token: number): number | undefined {
    if (names.of(token)?.first !== token || sentence[token] !== sentence[mentions[m].head]) return undefined
    for (let k = m + 1; k < mentions.length && mentions[k].first <= token; k++)
      if (mentions[k].first === token && (mentions[k].name !== null || isGroup(mentions[k])))
        return fits(mentions[m], mentions[k]) ? k : undefined
    return undefined
  }

  function mentionEndingAt(m: number, token: number): number | undefined {
    for (let k = m - 1; k >= 0 && k >= m - 6; k--) if (mentions[k].name !== null && mentions[k].last === token) return k
    return undefined
  }

  /** Behind "of" and a name: where the name of whom it is may stand; -1 where nothing describes the noun so. */
  function endOfDescription(noun: Mention): number {
    const of = noun.last + 1
    if (tokens.pos[of] !== ADP) return -1
    let t = of + 1
    while (tokens.pos[t] === DET || tokens.pos[t] === ADJ || (names.at[t] < 0 && tokens.pos[t] === NOUN)) t++
    const inner = names.of(t)
    return inner === undefined ? -1 : inner.last + 1
  }

  function fits(noun: Mention, name: Mention): boolean {
    if (isGroup(name)) return noun.kind === name.kind && noun.number !== SINGULAR
    const isOpposed = noun.gender > 0 && name.gender > 0 && noun.gender !== name.gender
    if (noun.kind === PERSON) return name.kind === PERSON && !isOpposed
    if (noun.kind === PLACE) return name.kind === PLACE && noun.number !== PLURAL
    return noun.kind !== PEOPLE && name.kind !== PERSON && name.kind !== PLACE && noun.number !== PLURAL
  }

  function ends(token: number): boolean {
    return (
      token >= tokens.count || tokens.pos[token] === PUNCT || tokens.pos[token] === VERB || tokens.pos[token] === AUX
    )
  }

  /** "the mayor, Ann Smith and": a list, not an apposition. */
  function isListed(m: number, name: number): boolean {
    return (
      word[mentions[name].last + 1] === ',' && word[mentions[name].last + 2] === 'and' && mentions[m].definiteness !== 2
    )
  }

  /** Whether an apposition ends with a mark, or a clause about it begins: "Ann Smith, the mayor of Dunmore, said". */
  function isEnclosed(noun: Mention): boolean {
    const end = phraseOf(noun).last + 1
    return (
      end >= tokens.count ||
      tokens.pos[end] === PUNCT ||
      sentence[end] !== sentence[noun.head] ||
      PERSONAL_RELATIVES.has(word[end])
    )
  }

  /** The noun phrase with what is joined to it by "of" and the like. */
  function phraseOf(noun: Mention): TokenRun {
    let last = noun.last
    for (let t = last + 1; t < tokens.count && t <= last + 12 && sentence[t] === sentence[noun.head]; t++) {
      const name = names.of(t)
      if (name !== undefined) {
        t = last = name.last
        continue
      }
      const p = tokens.pos[t]
      if (p === NOUN || p === PROPN) last = t
      else if (p !== ADP && p !== DET && p !== ADJ && word[t] !== "'s" && word[t] !== 'and') break
      if (word[t] === 'and' && !(isNoun(tokens, names, t + 1) || tokens.pos[t + 1] === ADJ || names.at[t + 1] >= 0))
        break
    }
    return { first: noun.first, last }
  }
}

/** How many people of the first sentences may be who says "I" in the text. */
const MOST_OPENING = 5
const OPENING_SENTENCES = 4

function openingPeople(
  { sentence }: Tokens,
  mentions: readonly Mention[],
  referent: readonly (Referent | null)[],
): Referent[] {
  const people: Referent[] = []
  for (
    let m = 0;
    m < mentions.length && people.length < MOST_OPENING && sentence[mentions[m].first] < OPENING_SENTENCES;
    m++
  ) {
    const one = referent[m]
    if (one?.type === 'PERSON' && !people.includes(one)) people.push(one)
  }
  return people
}

/** How many paragraphs of an interview ask at least. */
const FEWEST_QUESTIONS = 3

/** Who says "I" where a text is not quoted: one in most texts, two in an interview, who ask and answer. */
class Narrators {
  readonly isInterview: boolean
  readonly #tokens: Tokens
  readonly #asks: Uint8Array
  /** Of who answers, or is the only one, and of who asks; undefined where it has not been looked for. */
  readonly #known: (Referent | null | undefined)[] = [undefined, undefined]

  constructor(tokens: Tokens) {
    const { paragraphs, word, quoteDepth } = tokens
    this.#tokens = tokens
    this.#asks = new Uint8Array(paragraphs.count)
    let questions = 0
    for (let p = 0; p < paragraphs.count; p++) {
      const last = paragraphs.last[p]
      if (word[last] !== '?' || quoteDepth[last] > 0) continue
      this.#asks[p] = 1
      questions++
    }
    this.isInterview = questions >= FEWEST_QUESTIONS
  }

  /** Whose a pronoun is that is not quoted: 0 of who answers or is the only one, 1 of who asks, -1 of neither. */
  side({ family, head }: Mention): number {
    const asks = this.isInterview && this.#asks[this.#tokens.paragraph[head]] === 1
    if (family === I) return asks ? 1 : 0
    return family === YOU && asks ? 0 : -1
  }

  isKnown(side: number): boolean {
    return side === 1 || this.#known[side] !== undefined
  }

  of(side: number): Referent | null {
    return side === 1 ? null : (this.#known[side] ?? null)
  }

  set(side: number, one: Referent | null): void {
    this.#known[side] = one
  }
}

/** What each token lies in: the innermost content, and whether it is quoted. */
interface Frames {
  /** Of each token, the statement whose content it lies in innermost, or -1. */
  readonly at: Int32Array
  /** Of each token, whether it is in quotation marks or in words that are verbatim without. */
  readonly quoted: Uint8Array
  /** Of each statement, the one around it, or -1. */
  readonly parent: Int32Array
  /** Whether a token of a statement's content is in its speaker's own words. */
  isQuotedIn(utterance: number, token: number): boolean
}

function framesOf({ count, quoteDepth }: Tokens, utterances: readonly Utterance[]): Frames {
  const at = new Int32Array(count).fill(-1)
  const parent = new Int32Array(utterances.length).fill(-1)
  const quoted = new Uint8Array(count)
  for (let t = 0; t < count; t++) quoted[t] = quoteDepth[t] > 0 ? 1 : 0
  const size = utterances.map(({ content }) => content.reduce((sum, { first, last }) => sum + last - first + 1, 0))
  const order = utterances.map((_, u) => u).sort((a, b) => size[b] - size[a] || a - b)
  for (const u of order) {
    const { content, verbatim } = utterances[u]
    parent[u] = at[content[0].first]
    for (const { first, last } of content) {
      at.fill(u, first, last + 1)
      if (verbatim) quoted.fill(1, first, last + 1)
    }
  }
  const isQuotedIn = (u: number, token: number): boolean => {
    const { cue, verbatim, content } = utterances[u]
    if (verbatim) return true
    const outside = cue === null ? quoteDepth[content[0].first] - 1 : quoteDepth[cue.first]
    return quoteDepth[token] > outside
  }
  return { at, quoted, parent, isQuotedIn }
}
