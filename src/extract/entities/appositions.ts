import type { TokenRun } from '../../record/runs.js'
import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { isGroup } from './groups.js'
import { BARE, DEFINITE, PERSONAL_RELATIVES, PLURAL, SINGULAR, type Mention } from './mentions.js'
import { isCourtesy, PEOPLE, PERSON, PLACE } from '../../record/nouns.js'
import type { NameIndex } from './name-index.js'
import { bareNominal, described, isNoun, nameCalled } from './phrases.js'
import type { Referent } from './referents.js'

const { NOUN, PROPN, ADJ, DET, ADP, PUNCT, VERB, AUX } = PART_OF_SPEECH

/** Gives nouns that stand beside a name to whom it names, and notes them as roles: "Kazakh banker Mukhtar Ablyazov", "Ann Smith, the mayor,". Returns which. */
export function appositions(
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
    const own = nameBefore(m)
    if (own !== undefined) {
      claim(m, referent[own], { first: noun.head, last: noun.head })
      continue
    }
    const after = behindAbbreviation(noun.last + 1)
    // "the president of Ukraine Volodymyr Zelenskyy"
    const called = nameCalled(tokens, names, after)
    const before =
      nameAfter(m, after) ?? nameAfter(m, behindOfficeAndAbbreviation(noun)) ?? nameAfter(m, called?.first ?? -1) ?? endsOfDescription(noun).map((t) => nameAfter(m, t)).find((name) => name !== undefined) // prettier-ignore
    if (before !== undefined) {
      claim(m, referent[before], { first: noun.first, last: called === null ? lastBeforeName(before) : noun.last })
      continue
    }
    const last = word[after] === ',' ? noun.last : endOfOffice(m)
    const comma = behindAbbreviation(last + 1)
    if (word[comma] === ',' && comma + 1 < tokens.count) {
      const name = nameAfter(m, comma + 1)
      if (name !== undefined && ends(mentions[name].last + 1) && !isListed(m, name) && !isGoverned(m, name)) {
        claim(m, referent[name], { first: noun.first, last })
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
      if (follows && isEnclosed(noun)) claim(m, referent[name], bareNominal(tokens, names, phraseOf(noun)))
    }
  }

  // "The founder and chief executive of Oxmere Bank, Jane Doe": of two nouns the second alone stands beside the name.
  for (let m = mentions.length - 2; m >= 0; m--) {
    const noun = mentions[m]
    if (noun.form !== 'nominal' || noun.kind !== PERSON) continue
    const { last } = described(tokens, names, noun)
    if (word[last + 1] !== 'and') continue
    let next = m + 1
    while (next < mentions.length && mentions[next].first < last + 2) next++
    const other = mentions[next] as Mention | undefined
    const isOne = other?.first === last + 2 && other.definiteness === BARE && other.form === 'nominal'
    if (isOne && noun.number === SINGULAR && apposed[next] === 1) claim(m, referent[next], { first: noun.first, last })
  }
  return apposed

  function claim(m: number, one: Referent | null, role: TokenRun): void {
    if (one === null || referent[m] !== null) return
    referent[m] = one
    apposed[m] = 1
    one.enter(tokens, m, mentions[m])
    one.roles.push(bareNominal(tokens, names, role))
  }

  /** The mention of the organisation of which the noun right behind only tells what it is: "the Daily Planet newspaper", "the Interfax news agency". */
  function nameBefore(m: number): number | undefined {
    const { head, first } = mentions[m]
    const isNews = word[head] === 'agency' && word[head - 1] === 'news'
    const last = isNews ? head - 2 : head - 1
    const name = names.of(last)
    if (name?.type !== 'ORGANIZATION' || !(isNews || TELLS_WHAT.has(word[head]))) return undefined
    if (first !== name.first && !(first === name.first - 1 && word[first] === 'the')) return undefined
    for (let k = m; k < mentions.length && mentions[k].first <= name.first; k++)
      if (mentions[k].name !== null && mentions[k].first === name.first) return k
    return undefined
  }

  /** The token behind an abbreviation in brackets, which may stand behind what it is short for: "(IGP)". */
  function behindAbbreviation(token: number): number {
    return word[token] === '(' && word[token + 2] === ')' ? token + 3 : token
  }

  /** The token behind what a noun is of and its abbreviation: "Director General of Police (DGP)"; -1 where there is none. */
  function behindOfficeAndAbbreviation(noun: Mention): number {
    const bracket = word[noun.last + 1] === 'of' ? phraseOf(noun).last + 1 : -1
    const behind = behindAbbreviation(bracket)
    return behind > bracket ? behind : -1
  }

  /** The last token before the mention of a name and its "Mr". */
  function lastBeforeName(name: number): number {
    let last = mentions[name].first - 1
    while (isCourtesy(word[last])) last--
    return last
  }

  /** The mention of a name that begins at a token, or behind a "Mr" there, and may be whom the noun describes. */
  function nameAfter(m: number, at: number): number | undefined {
    let token = at
    while (names.at[token] < 0 && isCourtesy(word[token])) token++
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

  /** Behind "of" and a field or a name: where the name of whom it is may stand; none where nothing describes the noun so. */
  function endsOfDescription(noun: Mention): number[] {
    const of = noun.last + 1
    if (tokens.pos[of] !== ADP) return []
    let t = of + 1
    while (tokens.pos[t] === DET || tokens.pos[t] === ADJ || isField(t)) t++
    const isOfField = word[of] === 'of' && isField(t - 1)
    while (isCourtesy(word[t])) t++
    const inner = names.of(t)
    if (inner === undefined) return []
    // "secretary of state Colin Powell", "Inspector General of Police Dr Usman Anwar", "the president of Ukraine Volodymyr Zelenskyy"
    return isOfField ? [t, inner.last + 1] : [inner.last + 1]
  }

  /** Whether a token outside of names may be what an office is for: "state", "Police". */
  function isField(token: number): boolean {
    return (
      names.at[token] < 0 && (tokens.pos[token] === NOUN || tokens.pos[token] === PROPN) && !isCourtesy(word[token])
    )
  }

  /** Where the noun for a person ends with what it is of, if that is nobody: "the inspector general of police", but not "the son of the mayor". */
  function endOfOffice(m: number): number {
    const noun = mentions[m]
    const isDefinite = noun.definiteness === DEFINITE || (noun.definiteness === BARE && word[noun.first - 1] === 'and')
    if (noun.kind !== PERSON || !isDefinite || word[noun.last + 1] !== 'of') return noun.last
    const { last } = phraseOf(noun)
    for (let k = m + 1; k < mentions.length && mentions[k].first <= last; k++)
      if (mentions[k].kind === PERSON) return noun.last
    return last
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

  /**
   * Whether the noun belongs to what stands before it, and the name to the verb behind it: "According to the report, Reuters said", "It was for the
   * mayor, Smith said".
   */
  function isGoverned(m: number, name: number): boolean {
    const before = mentions[m].first - 1
    const p = before < 0 || sentence[before] !== sentence[mentions[m].head] ? PUNCT : tokens.pos[before]
    const next = mentions[name].last + 1
    const isSubject = next < tokens.count && (tokens.pos[next] === VERB || tokens.pos[next] === AUX)
    return isSubject && (p === ADP || p === VERB || p === AUX || word[before] === 'to')
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
      // A verb written large is part of a name: "the minister of Public Works".
      if (p === NOUN || p === PROPN || (p === VERB && isCapitalised(tokens, t))) last = t
      else if (p !== ADP && p !== DET && p !== ADJ && word[t] !== "'s" && word[t] !== 'and') break
      if (word[t] === 'and' && !(isNoun(tokens, names, t + 1) || tokens.pos[t + 1] === ADJ || names.at[t + 1] >= 0))
        break
    }
    return { first: noun.first, last }
  }
}

/** What an organisation is, beside its name; not what belongs to it, as its website does. */
const TELLS_WHAT = new Set('newspaper daily weekly tabloid magazine journal broadcaster company firm group organisation organization movement party bank airline charity ngo think-tank monopoly conglomerate'.split(' ')) // prettier-ignore
