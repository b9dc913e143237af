import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { NameIndex } from './name-index.js'
import type { Name } from './names.js'
import { isPostnominal } from './proper-names.js'
import { isCourtesy, kindOfNoun, PERSON, PEOPLE } from '../../record/nouns.js'
import { familyOf, WHO } from './pronouns.js'
import {
  ARTICLES,
  beginsClause,
  behindOwner,
  headWithin,
  isNominal,
  isNoun,
  isOffice,
  isPersonal,
  isPlural,
  isSingular,
  listedNamesEnd,
  nameCalled,
  nounsEnd,
  OCCASIONS,
  placeEnd,
} from './phrases.js'

const { NOUN, PROPN, PRON, DET, NUM, VERB, AUX, ADP, PUNCT } = PART_OF_SPEECH

/**
 * The tokens that head the noun phrases of a run which stand side by side: "Durbin" and "Schiff" of "Senate Whip Dick Durbin and Adam Schiff of the
 * committee". Of a noun and a name in apposition it is the name: "his wife Mary", "the president of Ukraine Volodymyr Zelenskyy".
 */
export function headsOf(tokens: Tokens, names: NameIndex, run: TokenRun): number[] {
  const { word, pos } = tokens
  const whole = wholeNames(tokens, names, run)
  const first = behindOwner(tokens, whole)
  const { last } = whole
  const heads: number[] = []
  // Whether all nouns that stand side by side share one article.
  let isShared = true
  // Whether nouns stand side by side behind commas: "gays, lesbians and students".
  let isListed = false
  // "Lead author Ann Smith": who says something is no verb, whatever it looks like.
  let t =
    first < last && pos[first] === VERB && (names.at[first + 1] >= 0 || isNoun(tokens, names, first + 1))
      ? first + 1
      : first
  while (t <= last) {
    const end = nounsEnd(tokens, names, t, last)
    if (end < 0) break
    let head = headWithin(tokens, names, t, end)
    // "Tom Ford MP"
    if (isPostnominal(tokens, head) && names.of(head - 1)?.type === 'PERSON') head--
    t = end + 1
    // What describes it: "of the House Committee", "from Iran".
    let attached = -1
    while (t < last && pos[t] === ADP && !AGENTS.has(word[t])) {
      const inner = nounsEnd(tokens, names, t + 1, last)
      if (inner < 0) break
      attached = headWithin(tokens, names, t + 1, inner)
      const apposed = apposedPerson(tokens, names, t + 1, inner)
      if (apposed >= 0 && isPersonal(tokens, names, head)) {
        // "Lawmaker and former mayor of Leeds Jane Doe"
        if (heads.length > 0 && isShared && word[first] !== 'the' && heads.every((other) => isOffice(tokens, names, other))) heads.length = 0 // prettier-ignore
        head = apposed
      }
      t = inner + 1
      // "Officials from China, Japan and South Korea"
      const listed = isSeveral(tokens, names, head) ? listedNamesEnd(tokens, names, t, last) : -1
      if (listed >= 0) t = listed + 1
      // "police in Springfield, Missouri"
      const place = placeEnd(tokens, names, t)
      if (place >= 0 && place <= last) t = place + 1
    }
    // "(CSTO)", "(1983)"
    while (word[t] === '(') {
      while (t < last && word[t] !== ')') t++
      t++
      // "National Police Agency (NPA) Director-General Huang Ming-chao", "Member of parliament (MP) Kevin Conolly"
      const further = t <= last && isNominal(tokens, names, t) ? nounsEnd(tokens, names, t, last) : -1
      if (further < 0) break
      const next = headWithin(tokens, names, t, further)
      // "leaders of the Democratic Movement (PDM) alliance": what goes on is the description.
      if (attached < 0 || (names.of(next)?.type === 'PERSON' && isPersonal(tokens, names, head))) head = next
      t = further + 1
    }
    // "A student named Chhoton"
    const called = nameCalled(tokens, names, t)
    if (called !== null && called.last <= last && isPersonal(tokens, names, head)) {
      head = called.last
      t = called.last + 1
    }
    heads.push(head)
    if (t <= last && (beginsClause(tokens, t) || (word[t] === ',' && beginsClause(tokens, t + 1)))) {
      // "Kimberly-Clark, which makes tissue, and Solaris Paper which makes towels".
      while (t < last && !(word[t] === ',' && word[t + 1] === 'and' && names.at[t + 2] >= 0)) t++
      if (t >= last) break
    }
    const joint = jointAfter(tokens, t, last)
    if (joint < 0) break
    const next = nounsEnd(tokens, names, joint, last)
    if (next < 0) break
    const nextHead = headWithin(tokens, names, joint, next)
    // "Ann Smith of Vosk Fire and Rescue": what is joined is of the description.
    const typeOfNext = names.of(nextHead)?.type
    if (attached >= 0 && names.of(head)?.type === 'PERSON' && typeOfNext !== undefined && typeOfNext !== 'PERSON' && typeOfNext === names.of(attached)?.type) break // prettier-ignore
    const isList = word[joint - 1] !== ','
    const here = classOf(tokens, names, head)
    if (!isList) {
      // "The Vice President, Mike Pence": a noun, then its name. "Ann Smith, the mayor": a name, then what it is.
      const nextName = names.of(nextHead)
      if (names.at[head] < 0 && nextName?.type === 'LOCATION' && !isPlace(tokens, head)) break
      if (names.at[head] < 0 && nextName !== undefined) heads[heads.length - 1] = nextHead
      else if (
        isSeveral(tokens, names, head) &&
        isPlural(tokens, names, nextHead) &&
        nounsGoOn(tokens, next + 1, last)
      ) {
        isListed = true
        t = joint
        continue
      } else if (names.at[head] < 0 || nextName === undefined || !endsList(tokens, names, next + 1, last)) break
      t = next + 1
      if (names.at[head] >= 0) t = joint
      else {
        const further = jointAfter(tokens, t, last)
        if (further < 0 || word[further - 1] === ',') break
        t = further
      }
      continue
    }
    // "Police and Crime Commissioner Stephen Mold", "retired agent and specialist Ali Soufan": one person, by two fields or two nouns.
    const person = names.of(nextHead)
    if (person?.type === 'PERSON' && person.first > joint && names.at[head] < 0) {
      const fields = pos[joint] === PROPN && pos[head] === PROPN
      const nouns = isPersonal(tokens, names, head) && isPersonal(tokens, names, person.first - 1) && word[first] !== 'the' // prettier-ignore
      const isBare = pos[joint] !== DET && pos[joint] !== PRON && isOfDescription(tokens, first, head)
      if (fields || nouns || isBare) heads.pop()
    }
    if (ARTICLES.has(word[joint])) isShared = false
    if (
      attached >= 0 &&
      here !== classOf(tokens, names, nextHead) &&
      classOf(tokens, names, attached) === classOf(tokens, names, nextHead)
    )
      break
    t = joint
  }
  // "Both said"; "A:" of an interview
  if (first === last && (word[first] === 'both' || word[first] === 'a')) heads.push(first)
  const apposed = personBehindComma(tokens, names, { first, last }, heads, isShared)
  if (apposed >= 0) return [apposed]
  const holder = holderAtEnd(tokens, names, { first, last })
  if (holder >= 0) return [holder]
  if (isListed) return heads
  // "AU trade and industry commissioner Albert Muchanga": a noun that stands for nobody describes the one that does.
  const known = heads.filter((head) => names.at[head] >= 0 || pos[head] === PRON || kindOfNoun(tokens.lemma[head]) >= 0)
  return known.length > 0 && known.length < heads.length && known[known.length - 1] === heads[heads.length - 1]
    ? known
    : heads
}

/** Whether a noun, be it written large, stands for several. */
function isSeveral(tokens: Tokens, names: NameIndex, head: number): boolean {
  return (
    isPlural(tokens, names, head) ||
    (tokens.pos[head] === PROPN && names.at[head] < 0 && tokens.word[head].endsWith('s'))
  )
}

/** Whether a noun has nothing before it that a noun for one thing has which stands for itself: "Policy" of "Policy and mining analyst Ann Smith". */
function isOfDescription({ word, lemma, pos }: Tokens, first: number, head: number): boolean {
  if (word[head] !== lemma[head] || WITHOUT_ARTICLE.has(word[head])) return false
  for (let t = first; t < head; t++)
    if (pos[t] === DET || pos[t] === PRON || pos[t] === NUM || word[t] === "'s") return false
  return true
}

/** Nouns that need no article. */
const WITHOUT_ARTICLE = new Set('police staff management leadership government parliament congress opposition military army navy media press people'.split(' ')) // prettier-ignore

/**
 * The last token of the person's name that a run ends with behind a comma, and that is of whom the noun before tells, whatever stands between: "The
 * head of the UK's counter terror police, Neil Basu", "the founder and chief executive, Mr Jane Doe", "the study's author, doctoral candidate Ann
 * Smith, who"; -1 where there is none.
 * @param isShared Whether all nouns of the run share one article.
 */
function personBehindComma(
  tokens: Tokens,
  names: NameIndex,
  { first, last }: TokenRun,
  heads: readonly number[],
  isShared: boolean,
): number {
  const { word } = tokens
  let end = last
  for (let t = first + 2; t <= last; t++) {
    if (word[t - 1] !== ',' || familyOf(word[t]) !== WHO) continue
    end = t - 2
    break
  }
  const named = names.of(end)
  if (named?.type !== 'PERSON' || named.last !== end) return -1
  // "Ann Smith, daughter of the former president, Jane Doe"
  if (heads.length === 1 && isFullName(tokens, names.of(heads[0]))) return -1
  let before = named.first - 1
  while (before > first && isCourtesy(word[before])) before--
  if (before <= first) return -1
  if (word[before] === ',') {
    const nouns = heads.filter((head) => head !== named.last)
    const isOne = heads.length === 1 ? isPersonal(tokens, names, heads[0]) : isShared && nouns.length > 0 && nouns.every((noun) => isOffice(tokens, names, noun)) // prettier-ignore
    return isOne || (heads.length === 1 && isPersonEnding(before - 1)) ? named.last : -1
  }
  if (!isPersonal(tokens, names, before)) return -1
  while (before > first && names.at[before] < 0 && (isNominal(tokens, names, before) || word[before] === 'and'))
    before--
  return word[before] === ',' && isPersonEnding(before - 1) ? named.last : -1

  /** Whether a noun for one person stands at a token, or before "designate" there. */
  function isPersonEnding(token: number): boolean {
    const noun = word[token] === 'designate' || word[token] === 'elect' ? token - 1 : token
    return noun > first && isPersonal(tokens, names, noun) && !isPlural(tokens, names, noun)
  }
}

/**
 * The last token of the full name that a run ends with, where it is of the one person that the run tells of, whatever else of it looks like a name: with an office
 * and its field ("Minister for Gender, Labour and Social Development, Ann Smith") or with a title right before ("Vosk ward councillor Tom
 * Ford"); -1 where there is none.
 */
function holderAtEnd(tokens: Tokens, names: NameIndex, { first, last }: TokenRun): number {
  const { word, lemma, pos } = tokens
  const named = names.of(last)
  if (named?.last !== last || named.first <= first || !isFullName(tokens, named)) return -1
  for (let t = first; t < named.first; t++) if (isFullName(tokens, names.of(t))) return -1
  let before = named.first - 1
  while (before > first && isCourtesy(word[before])) before--
  let parts = 0
  let office = -1
  for (let t = first; t < before; t++) {
    if (word[t] === ',' || JOINS.has(word[t])) parts++
    if (pos[t] !== ADP) continue
    const isFirst = parts === 0 && office < 0 && (word[t] === 'for' || word[t] === 'of')
    if (isFirst && kindOfNoun(lemma[t - 1]) === PERSON && isSingular(tokens, t - 1)) office = t - 1
    else if (office < 0) return -1
  }
  // "Master of ceremonies Ann Smith"
  const isField = names.at[before] < 0 && !isPersonal(tokens, names, before) && (pos[before] === NOUN || (pos[before] === PROPN && PORTFOLIOS.has(word[office]))) // prettier-ignore
  if (office >= 0) return word[before] === ',' || isField ? last : -1
  // "Chief executive officer (CEO) Ann Smith"
  const title = word[before] === ')' && word[before - 2] === '(' ? before - 3 : before
  return parts === 0 && title > first && isOffice(tokens, names, title) ? last : -1
}

/** Who has a field of government, which may follow without a comma: "Secretary for Culture and Tourism Ann Smith". */
const PORTFOLIOS = new Set('minister secretary undersecretary commissioner'.split(' '))

/** Whether a name is somebody's given name and surname, and not an office taken for a name: "Secretary for Culture". */
function isFullName({ pos, word }: Tokens, name: Name | undefined): boolean {
  if (name?.type !== 'PERSON' || name.first === name.last) return false
  for (let t = name.first; t <= name.last; t++)
    if (pos[t] === ADP || word[t] === 'for' || JOINS.has(word[t])) return false
  return true
}

const JOINS = new Set(['and', 'or', '&'])

/** The run with all of a name that it ends in, or ends right before: "the" of "the Associated Press". */
function wholeNames({ word }: Tokens, names: NameIndex, { first, last }: TokenRun): TokenRun {
  const name = names.of(last) ?? (ARTICLES.has(word[last]) ? names.of(last + 1) : undefined)
  return name === undefined || name.last <= last ? { first, last } : { first, last: name.last }
}

/** By whom something is done is no description of it. */
const AGENTS = new Set(['by', 'to', 'as', 'than', ...OCCASIONS])

/** The token behind "and", "or", a comma or both; -1 where none stands there. */
function jointAfter({ word }: Tokens, token: number, last: number): number {
  let t = token
  if (word[t] === ',') t++
  if (t < last && (word[t] === 'and' || word[t] === 'or' || word[t] === '&' || word[t] === 'nor')) t++
  return t > token && t <= last ? t : -1
}

/** Whether names go on, separated by commas, up to an "and". */
function endsList({ word }: Tokens, { at }: NameIndex, from: number, last: number): boolean {
  for (let t = from; t <= last; t++) {
    if (word[t] === 'and' || word[t] === '&') return true
    if (word[t] !== ',' && at[t] < 0) return false
  }
  return false
}

/** Whether nouns go on, with what describes them, up to an "and" before the last. */
function nounsGoOn({ word, pos }: Tokens, from: number, last: number): boolean {
  for (let t = from; t < last; t++) {
    if (word[t] === 'and') return true
    if (familyOf(word[t]) === WHO || pos[t] === VERB || pos[t] === AUX || (pos[t] === PUNCT && word[t] !== ','))
      return false
  }
  return false
}

/**
 * The last token of a person's name that stands right after what describes another noun: "director of Amnesty International Man-kei Tam"; -1 where
 * none does, or a noun for the person stands before it, whom the description is of: "lawyer of president Tam".
 */
function apposedPerson({ word, lemma, pos }: Tokens, names: NameIndex, first: number, last: number): number {
  const name = names.of(last)
  if (name?.type !== 'PERSON' || name.first === first) return -1
  let before = name.first - 1
  // "Speaker of the House Rep. Ann Smith"
  while (before > first && isCourtesy(word[before])) before--
  if (names.at[before] >= 0) return last
  // "Secretary of Justice Wanda Vázquez": a field of office, not a judge. "A spokesman for Mr. Trump", "for President Trump" is not he.
  const isField = !isCourtesy(word[before]) && (FIELDS.has(word[before]) || kindOfNoun(lemma[before]) !== PERSON)
  return (pos[before] === NOUN || pos[before] === PROPN) && isField ? last : -1
}

/** Words for people that name a field of office too: "minister for women". */
const FIELDS = new Set('justice women children veterans youth workers consumers'.split(' '))

/** Whether a noun may have a place for its name: one that stands for people, or for several, has not. */
function isPlace({ word, lemma }: Tokens, head: number): boolean {
  const kind = kindOfNoun(lemma[head])
  const isPlural = word[head].endsWith('s') && word[head] !== lemma[head]
  return kind !== PERSON && kind !== PEOPLE && !isPlural
}

/** People, or all else: what stands on both sides of an "and". */
function classOf(tokens: Tokens, names: NameIndex, head: number): number {
  const name = names.of(head)
  if (name !== undefined) return name.type === 'PERSON' ? 0 : 1
  const lemma = tokens.lemma[head]
  // Of a plural that is written large no lemma is known: "the Presidents".
  const kind = kindOfNoun(isSeveral(tokens, names, head) ? lemma.replace(/s$/, '') : lemma)
  return kind === PERSON || kind === PEOPLE || tokens.pos[head] === PRON ? 0 : 1
}
