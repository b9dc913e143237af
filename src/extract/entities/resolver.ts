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
  isToldApart,
  weigh,
  type Candidate,
  type Situation,
  type Voices,
  type Weights,
} from './antecedents.js'
import { Titles } from './titles.js'
import { addressTurns, withSpeakers } from './turns.js'
import { appositions } from './appositions.js'
import { Frames, type Utterance } from './frames.js'
import { groupBefore, isGroup, withGroups } from './groups.js'
import { DEFINITE, mentionsOf, PERSONAL_RELATIVES, SETS_OFF, SINGULAR, type Mention } from './mentions.js'
import { ANY, PEOPLE, PERSON, PLACE } from '../../record/nouns.js'
import { nameReferents } from './named-referents.js'
import { introductions } from './introductions.js'
import type { Name } from './names.js'
import { Narrators, openingPeople, outletOf } from './narrators.js'
import { NameIndex } from './name-index.js'
import { headsOf } from './heads.js'
import { HE, I, SHE, WE, WHO, YOU } from './pronouns.js'
import { Referent } from './referents.js'

/** How many candidates are weighed, and how many mentions are looked back for them: bounds, and more makes no difference. */
const MOST_CANDIDATES = 20
const FARTHEST = 60

/** How many mentions before a "who" are looked at. */
const MOST_RELATIVES = 4

/** What stands for who asks, and for who answers, in a printed interview: "Q:", "A2:", "Answer:". */
const ASKS = /^(?:q|question)\d*$/
const ANSWERS = /^(?:a|answer)\d*$/

/** How many contents around one another are looked at. */
const MOST_FRAMES = 8

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
    const resolving = new Resolving(tokens, found, utterances, this.weights, decide, witness)
    // What is quoted comes second: who says it is often named behind it.
    resolving.pass(0)
    resolving.pass(1)
    return resolving
  }
}

/** A resolution under way. */
class Resolving implements Resolution {
  readonly mentions: readonly Mention[]
  readonly names: NameIndex
  readonly referent: (Referent | null)[]
  readonly certainty: Float32Array
  readonly #tokens: Tokens
  readonly #weights: Weights
  readonly #decide: Decide
  readonly #witness: ((choice: Choice, resolution: Resolution) => void) | undefined
  /** The mention that a token heads by itself. */
  readonly #headed = new Map<number, number>()
  readonly #situation: Situation
  readonly #frames: Frames
  readonly #narrators: Narrators
  readonly #introduced: ReadonlyMap<number, Referent>
  /** For whom a printed interview asks. */
  readonly #outlet: Referent | null
  readonly #titles: Titles
  readonly #opening: readonly Referent[]
  /** Of each mention, whether it stands beside a name that it describes. */
  readonly #apposed: Uint8Array
  /** Of each statement, the mentions that it is by and that are told it, or -1. */
  readonly #speakers: readonly number[]
  readonly #addressees: readonly number[]
  /** The mentions that name who has a turn of a printed interview. */
  readonly #turns: ReadonlySet<number>
  /** The mentions in the order in which they are resolved: whose something is before what it is, "his" before "his lawyer". */
  readonly #order: readonly number[]
  /** What has been seen in this pass: mentions, how many of each, the most of one, and the source before. */
  #log: number[] = []
  #counts = new Map<Referent, number>()
  /** Organisations and things seen, by the head of each name of several words. */
  #byHead = new Map<string, Set<Referent>>()
  #most = 0
  #before: Referent | null = null

  constructor(
    tokens: Tokens,
    found: readonly Name[],
    utterances: readonly Utterance[],
    weights: Weights,
    decide: Decide,
    witness: ((choice: Choice, resolution: Resolution) => void) | undefined,
  ) {
    this.#tokens = tokens
    this.#weights = weights
    this.#decide = decide
    this.#witness = witness
    const names = new NameIndex(tokens, withSpeakers(tokens, found, utterances))
    const headsIn = (run: TokenRun | null): number[] => (run === null ? [] : headsOf(tokens, names, run))
    const sources = utterances.map(({ source, implied }) => headsIn(source ?? implied))
    const addressees = utterances.map(({ addressee }) => headsIn(addressee))
    const asked = new Uint8Array(tokens.count)
    for (const heads of [...sources, ...addressees]) for (const head of heads) if (names.at[head] < 0) asked[head] = 1
    const mentions = withGroups(tokens, mentionsOf(tokens, names, asked))
    this.names = names
    this.mentions = mentions
    this.referent = mentions.map(() => null)
    this.certainty = new Float32Array(mentions.length).fill(1)
    mentions.forEach((mention, m) => {
      if (!isGroup(mention)) this.#headed.set(mention.head, m)
    })
    nameReferents(tokens, mentions, this.referent)
    this.#apposed = appositions(tokens, names, mentions, this.referent)

    const mentionOf = (heads: readonly number[]): number =>
      heads.length === 0 ? -1 : (this.#headed.get(this.#headOfName(heads[0])) ?? -1)
    this.#speakers = sources.map(mentionOf)
    const told = addressees.map(mentionOf)
    this.#turns = addressTurns(utterances, this.#speakers, this.referent, told)
    this.#addressees = told
    this.#frames = new Frames(tokens, utterances)
    const sourceOf = new Int32Array(mentions.length).fill(-1)
    utterances.forEach(({ source }, u) => {
      if (source !== null && this.#speakers[u] >= 0) sourceOf[this.#speakers[u]] = u
    })
    const { at, quoted } = this.#frames
    this.#situation = {
      tokens,
      mentions,
      sourceOf,
      quoted: Uint8Array.from(mentions, ({ head }) => quoted[head]),
      frame: Int32Array.from(mentions, ({ head }) => at[head]),
    }
    const outer = this.#speakers.filter((m) => m >= 0 && at[mentions[m].head] < 0).sort((a, b) => a - b)
    this.#introduced = introductions(tokens, mentions, this.referent, outer)
    this.#titles = new Titles(tokens, names, mentions, this.referent, this.#apposed)
    this.#opening = openingPeople(tokens, mentions, this.referent)
    this.#narrators = new Narrators(tokens, mentions, this.referent)
    this.#outlet = this.#turns.size > 0 ? outletOf(tokens, mentions, this.referent, told) : null
    const teller = this.#outlet === null ? null : this.#tellerOf(this.#outlet, told)
    if (teller !== null && !this.#narrators.isKnown(0)) this.#narrators.set(0, teller)
    this.#order = mentions
      .map((_, m) => m)
      .sort((a, b) => mentions[a].last - mentions[b].last || mentions[b].first - mentions[a].first)
  }

  of(run: TokenRun): readonly number[] {
    return headsOf(this.#tokens, this.names, run).flatMap((head) => this.#headed.get(this.#headOfName(head)) ?? [])
  }

  /** Resolves the mentions that are not quoted, or those that are. */
  pass(quoted: number): void {
    this.#log = []
    this.#counts = new Map()
    this.#byHead = new Map()
    this.#most = 0
    this.#before = null
    for (const m of this.#order) {
      if (this.referent[m] === null && this.#situation.quoted[m] === quoted) this.#resolveMention(m)
      const known = this.referent[m]
      if (known !== null) this.#see(m, known)
    }
  }

  /** Who tells a newspaper something, and so answers its questions: "Ann Smith tells the Times". */
  #tellerOf(outlet: Referent, told: readonly number[]): Referent | null {
    for (const [u, m] of told.entries()) {
      const one = m >= 0 && this.referent[m] === outlet ? this.referent[this.#speakers[u]] : null
      if (one?.type === 'PERSON') return one
    }
    return null
  }

  #see(m: number, one: Referent): void {
    if (this.#apposed[m] === 0) this.#log.push(m)
    const { name, first, last } = this.mentions[m]
    if (name !== null && one.kind !== PERSON && one.kind !== PEOPLE && one.kind !== PLACE && last > first) {
      const head = headOfName(this.#tokens.word, this.mentions[m])
      this.#byHead.set(head, (this.#byHead.get(head) ?? new Set()).add(one))
    }
    const count = (this.#counts.get(one) ?? 0) + 1
    this.#counts.set(one, count)
    this.#most = Math.max(this.#most, count)
    if (this.#situation.sourceOf[m] >= 0 && this.#situation.quoted[m] === 0) this.#before = one
  }

  #resolveMention(m: number): void {
    const mention = this.mentions[m]
    const letter = this.#turns.has(m) ? this.#tokens.word[mention.head] : ''
    if (ASKS.test(letter)) {
      if (this.#outlet !== null) this.#choose(m, [this.#candidate(this.#outlet, 0)], this.#voicesAt(m))
      return
    }
    if (ANSWERS.test(letter)) {
      this.#narrate(m, 0)
      return
    }
    const known =
      this.#namedBy(m) ??
      this.#titled(m) ??
      groupBefore(this.#tokens, this, this.#log, m) ??
      this.#introduced.get(m) ??
      null
    if ((isAnaphor(mention) || known !== null) && !this.#looksAhead(mention)) {
      const narrated = this.#situation.quoted[m] === 0 ? this.#narrators.side(mention) : -1
      if (narrated >= 0) {
        if (!this.#narrate(m, narrated)) return
      } else {
        const voices = this.#voicesAt(m)
        const only = spokenBy(mention, this.#situation.sourceOf[m] >= 0, voices)
        const head = only ?? this.#relativeTo(m) ?? known
        if (head !== null) this.#choose(m, [this.#candidate(head, 0)], voices)
        else this.#chooseFrom(m, voices)
      }
    }
    if (this.referent[m] === null && mention.form === 'nominal')
      this.referent[m] = new Referent(null, mention.kind, mention.number)
    this.referent[m]?.enter(this.#tokens, m, mention)
  }

  /** Whether a pronoun is of somebody who is named behind it: "For his part, the minister said". Who was named before is not meant. */
  #looksAhead({ first, form }: Mention): boolean {
    const { word } = this.#tokens
    return form === 'pronoun' && word[first - 1] === 'for' && word[first + 1] === 'part' && word[first + 2] === ','
  }

  #chooseFrom(m: number, voices: Voices): void {
    const candidates = this.#candidates(m, voices)
    const isSomebody = this.#isRelativeTo(m, candidates) || (candidates.length > 0 && (this.#isByAge(m) || this.#isSame(m) || this.#isSpeaker(m))) // prettier-ignore
    const none = isSomebody ? [] : [evidenceForNone(this.#situation, m, candidates, voices)]
    this.#choose(m, candidates, voices, none)
  }

  /** Takes one of the candidates; with evidence for none, none can win. */
  #choose(
    m: number,
    candidates: readonly Candidate[],
    voices: Voices,
    none: readonly (readonly number[])[] = [],
  ): void {
    const named = candidates.filter(({ referent }) => referent.type !== null)
    const evidence: (readonly number[])[] = candidates.map((candidate) =>
      evidenceFor(this.#situation, m, candidate, voices, this.#most, named.length === 1 && candidate === named[0]),
    )
    this.#take(m, anaphorOf(this.mentions[m]), candidates, [...evidence, ...none])
  }

  /** Gives a mention to who asks or answers, chosen at the first one; false where that was looked for in vain. */
  #narrate(m: number, narrated: number): boolean {
    const narrator =
      (narrated === 0 ? this.#narrators.calledBefore(this.mentions[m]) : null) ?? this.#narrators.of(narrated)
    if (narrator !== null) this.#choose(m, [this.#candidate(narrator, 0)], this.#voicesAt(m))
    else if (this.#narrators.isKnown(narrated)) return false
    else this.#chooseNarrator(m, narrated)
    return true
  }

  #chooseNarrator(m: number, narrated: number): void {
    const candidates = this.#opening.map((one, recency) => this.#candidate(one, recency))
    const evidence = candidates.map(({ referent }) =>
      evidenceForNarrator(this.#situation, referent, this.#opening, this.#narrators),
    )
    this.#take(m, I, candidates, [...evidence, evidenceForNoNarrator(this.#narrators)])
    this.#narrators.set(narrated, this.referent[m])
  }

  #take(m: number, anaphor: number, candidates: readonly Candidate[], evidence: readonly (readonly number[])[]): void {
    const probabilities = weigh(this.#weights, anaphor, evidence)
    const choice = { mention: m, anaphor, candidates, evidence, probabilities }
    const taken = this.#decide(choice, this)
    this.#witness?.({ ...choice, taken }, this)
    this.certainty[m] = probabilities[taken]
    if (taken < candidates.length) this.referent[m] = candidates[taken].referent
  }

  #candidate(one: Referent, recency: number): Candidate {
    return {
      referent: one,
      mention: one.mentions[one.mentions.length - 1],
      recency,
      count: this.#counts.get(one) ?? 0,
    }
  }

  #candidates(m: number, voices: Voices): Candidate[] {
    const { mentions, referent } = this
    const log = this.#log
    const here = mentions[m]
    const candidates: Candidate[] = []
    const seen = new Set<Referent>()
    // "WHO's statistics" are not the WHO.
    for (let k = m + 1; k < mentions.length && mentions[k].first <= here.last; k++) {
      const inner = referent[k]
      if (inner !== null) seen.add(inner)
    }
    // In an interview nobody speaks of himself as of another; elsewhere the speaker of a quotation may be a wrong one.
    if (this.#turns.size > 0 && voices.speaker?.type === 'PERSON' && isThirdPerson(here)) seen.add(voices.speaker)
    for (let k = log.length - 1; k >= 0 && k >= log.length - FARTHEST && candidates.length < MOST_CANDIDATES; k--) {
      const mention = mentions[log[k]]
      // What holds it is not what it refers to: "his" of "his lawyer".
      if (mention.last >= here.first && mention.first <= here.first) continue
      this.#consider(here, referent[log[k]]!, log[k], seen, candidates)
    }
    if (here.family === WHO) return candidates
    for (const voice of [voices.speaker, voices.addressee, voices.indirect, voices.outer, voices.before])
      if (voice !== null && voice.mentions.length > 0)
        this.#consider(here, voice, voice.mentions[voice.mentions.length - 1], seen, candidates)
    return candidates
  }

  #consider(here: Mention, one: Referent, mention: number, seen: Set<Referent>, candidates: Candidate[]): void {
    if (seen.has(one)) return
    seen.add(one)
    if (!canBe(here, one) || isToldApart(this.#tokens, here, one)) return
    candidates.push({ referent: one, mention, recency: candidates.length, count: this.#counts.get(one) ?? 0 })
  }

  /** Whom a "who" is of that stands right behind the noun or name: "police, who said"; null where that is not plain. */
  #relativeTo(m: number): Referent | null {
    const { first } = this.mentions[m]
    const { word } = this.#tokens
    if (!PERSONAL_RELATIVES.has(word[first])) return null
    const end = SETS_OFF.has(word[first - 1]) ? first - 2 : first - 1
    let found: Referent | null = null
    for (let k = m - 1; k >= 0 && k >= m - MOST_RELATIVES; k--) {
      const { last, kind } = this.mentions[k]
      if (last !== end || (kind !== PERSON && kind !== PEOPLE && kind !== ANY)) continue
      // Of nested ones the inner is the head of nothing else: "lawyers of Fields, who" is left to what is learned.
      if (found !== null) return null
      found = this.referent[k]
    }
    return word[end - 1] === 'of' ? null : found
  }

  /** The one organisation or thing so far whose name has the noun for a head: "the archive" of the Gun Violence Archive, "the act". */
  #namedBy(m: number): Referent | null {
    const { form, definiteness, head, first } = this.mentions[m]
    const { word } = this.#tokens
    if (form !== 'nominal' || definiteness !== DEFINITE || head !== first + 1) return null
    if (word[head] === 'government') return null
    const ones = this.#byHead.get(word[head])
    return ones?.size === 1 ? [...ones][0] : null
  }

  /** Who alone in the article has the title that a noun names; what is quoted may speak of somebody else. */
  #titled(m: number): Referent | null {
    const mention = this.mentions[m]
    return mention.form === 'nominal' && this.#situation.quoted[m] === 0 ? this.#titles.holder(mention) : null
  }

  /** Whether it is a "who" and one of the candidates stands in the same sentence: it does refer to somebody there. */
  #isRelativeTo(m: number, candidates: readonly Candidate[]): boolean {
    const { sentence, word } = this.#tokens
    const { first } = this.mentions[m]
    if (!PERSONAL_RELATIVES.has(word[first])) return false
    return candidates.some(({ mention }) => sentence[this.mentions[mention].head] === sentence[first])
  }

  /** Whether somebody is called by an age alone, who was mentioned then: "the 17-year-old says". */
  #isByAge(m: number): boolean {
    const { head, definiteness } = this.mentions[m]
    return this.#tokens.word[head] === 'year-old' && definiteness === DEFINITE
  }

  /** Whether somebody is called "the same official", who was mentioned then. */
  #isSame(m: number): boolean {
    const { first, form } = this.mentions[m]
    return form === 'nominal' && this.#tokens.word[first + 1] === 'same'
  }

  /** Whether somebody says something who is told by a noun alone and was mentioned then: "the official", but not "the head of the bank". */
  #isSpeaker(m: number): boolean {
    const { first, head, form, kind, number } = this.mentions[m]
    const { word, pos } = this.#tokens
    const isAlone = word[first] === 'the' && head === first + 1 && pos[head + 1] !== PART_OF_SPEECH.ADP
    return isAlone && form === 'nominal' && kind === PERSON && number === SINGULAR && this.#situation.sourceOf[m] >= 0
  }

  #voicesAt(m: number): Voices {
    const frames = this.#frames
    const { head } = this.mentions[m]
    let speaker: Referent | null = null
    let addressee: Referent | null = null
    let indirect: Referent | null = null
    let outer: Referent | null = null
    let isQuoted = false
    for (let f = frames.at[head], climbed = 0; f >= 0 && climbed < MOST_FRAMES; f = frames.parent[f], climbed++) {
      const says = this.#who(this.#speakers[f])
      if (!frames.isQuotedIn(f, head)) indirect ??= says
      else if (!isQuoted) {
        isQuoted = true
        speaker = says
        addressee = this.#who(this.#addressees[f])
      } else outer ??= says
    }
    return { speaker, addressee, indirect, outer, before: this.#before }
  }

  #who(mention: number): Referent | null {
    return mention < 0 ? null : this.referent[mention]
  }

  #headOfName(token: number): number {
    return this.names.of(token)?.last ?? token
  }
}

/** The head of a name: its last word, or that before "of", "in" or "for". */
function headOfName(words: readonly string[], { first, last }: TokenRun): string {
  for (let t = first + 1; t <= last; t++)
    if (words[t] === 'of' || words[t] === 'in' || words[t] === 'for') return words[t - 1]
  return words[last]
}

/** Whose words a mention is in, or to whom they are said, where that tells whom it is of: "I" in a quotation, or "we" and "you" that say something there. */
function spokenBy({ family }: Mention, isSource: boolean, { speaker, addressee }: Voices): Referent | null {
  if (family === YOU && isSource) return addressee
  return family === I || (family === WE && isSource) ? speaker : null
}

/** Whether a mention is of somebody else than who says it: "he", "the mayor". */
function isThirdPerson({ form, family }: Mention): boolean {
  return form === 'nominal' || family === HE || family === SHE
}

/** The candidate with the highest probability. */
export function likeliest({ probabilities }: Pick<Choice, 'probabilities'>): number {
  return probabilities.indexOf(Math.max(...probabilities))
}
