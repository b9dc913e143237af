import { isCapitalised, PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

const { NOUN, PROPN, ADJ, ADP, ADV, DET, PRON, VERB, NUM, PART, PUNCT, CCONJ } = PART_OF_SPEECH

/** How far the noun that is counted may stand behind the number. */
const FARTHEST = 8

/** The noun that is counted behind a number, by its lemma; undefined where none is. */
export function countedBehind(tokens: Tokens, last: number, taken: Uint8Array): string | undefined {
  const head = headBehind(tokens, last, taken)
  if (head < 0) return undefined
  const counted = singular(tokens, head)
  // "55-member-union"
  return tokens.start[last + 1] === tokens.end[last] ? counted.split('-')[0] : counted
}

/** The token of that noun, or -1. */
export function headBehind(tokens: Tokens, last: number, taken: Uint8Array): number {
  const { word, lemma, pos, sentence, count, start, end } = tokens
  let at = last + 1
  // "400 magnitude 2 earthquakes"
  if (word[at] === 'magnitude' && pos[at + 1] === NUM) {
    at += 2
    while (at < count && /^[+-]$/.test(word[at])) at++
  }
  if (word[at] === '-' && start[at] === end[last] && start[at + 1] === end[at]) {
    // "28,000-plus people"
    if (word[at + 1] === 'plus' || word[at + 1] === 'odd') at += 2
    // "55-member union": what is joined to the number.
    else return at + 1 < count && /^\p{L}/u.test(word[at + 1]) ? at + 1 : -1
  }
  // "a 93rd minute winner"
  if (word[at] === 'minute' && /\d(?:st|nd|rd|th)$/.test(word[last])) return at
  // "15+ people"
  if (word[at] === '+' && start[at] === end[last]) at++
  if (word[at] === 'or' && (word[at + 1] === 'more' || word[at + 1] === 'fewer' || word[at + 1] === 'so')) at += 2
  const isPart = word[at] === 'of'
  if (isPart) {
    at++
    if (word[at] === 'either' || word[at] === 'both') at++
    while (at < count && (pos[at] === DET || (pos[at] === PRON && POSSESSIVES.has(word[at])) || WHOLE.has(word[at])))
      at++
  }
  let head = -1
  let plural = -1
  let small = -1
  let isQuoted = false
  const limit = Math.min(count, last + 1 + FARTHEST)
  for (; at < limit && sentence[at] === sentence[last] && taken[at] === 0; at++) {
    const p = pos[at]
    if (p === NOUN || p === PROPN) {
      // "two members Friday", "six months Smith": a new phrase begins.
      if (head >= 0 && isPlural(tokens, head) && isCapitalised(tokens, at) && !isCapitalised(tokens, head)) break
      // "a Twitter user @name"
      if (!/^\p{L}/u.test(word[at])) break
      // "500,000 allotted for them": a participle that passes for a noun.
      if (p === NOUN && word[at] === lemma[at] && /[a-z]{2}[^e]ed$/.test(word[at]) && pos[at + 1] === ADP && word[at] !== 'hundred') break // prettier-ignore
      head = at
      if (!isCapitalised(tokens, at)) small = at
      if (isPlural(tokens, at)) plural = at
    } else if (
      p === VERB &&
      (head < 0 || (isPart && plural < 0 && !SHARES.has(word[last]))) &&
      word[at] !== lemma[at] &&
      word[at].endsWith('s')
    ) {
      // Behind a number that is a noun: "two tries". So it is where the whole has no plural before it: "one of the campaign promises".
      return at
    } else if (p === NUM && head < 0 && word[at + 1] === '-' && start[at + 1] === end[at]) {
      // "two 12-roll packs"
      at += 2
    } else if (isJoinedParticiple(tokens, at) && isNoun(tokens, at + 1)) {
      // "measles-related deaths"
      head = plural = small = -1
    } else if (
      word[at] === "'s" &&
      head >= 0 &&
      (isPart || !isPlural(tokens, head)) &&
      (isDescribed(tokens, at + 1) || leadsOn(tokens, at + 1) || pos[at + 1] === ADV)
    ) {
      // "of the island's roughly 90 villages", "of the province's most notorious crimes"
      head = plural = small = -1
    } else if (p === ADJ && head < 0) continue
    else if (p === ADJ && isNoun(tokens, at + 1) && !isPlural(tokens, head)) continue
    // A name that looks like a verb: "high-end Shanghai restaurants".
    else if (p === VERB && isCapitalised(tokens, at) && isNoun(tokens, at + 1)) continue
    // "100 or so “unbound” delegates", "the third “EBDA” programme"
    else if (
      p === PUNCT &&
      (head < 0 || isQuoted) &&
      /^["“”'‘’]$/.test(word[at]) &&
      word[at + 1] !== 'em' &&
      leadsOn(tokens, at + 1)
    ) {
      isQuoted = !isQuoted
      head = plural = small = -1
    }
    // "thousands of vote counting systems"
    else if (p === VERB && /ing$/.test(word[at]) && isNoun(tokens, at + 1) && isPlural(tokens, at + 1)) continue
    else if (word[at] === "'s" || word[at] === "'" || (p === PART && word[at] === "'s")) continue
    else if (word[at] === '-' && start[at] === end[at - 1] && start[at + 1] === end[at]) continue
    else if (
      head < 0 &&
      (p === ADV || p === NUM) &&
      (isAdjective(tokens, at + 1) || isNoun(tokens, at + 1) || (p === ADV && pos[at + 1] === NUM))
    )
      continue
    else if (
      head < 0 &&
      p === VERB &&
      (/(?:ed|ing|en)$/.test(word[at]) || (word[last] === 'one' && word[at] === lemma[at])) &&
      (isNoun(tokens, at + 1) ||
        isAdjective(tokens, at + 1) ||
        (isPart && pos[at + 1] === CCONJ && leadsToPlural(tokens, at + 2, limit)))
    )
      continue // prettier-ignore
    // "one of the most distinguished and honored scientists", "thousands of anime and manga fans"
    else if (
      isPart &&
      plural < 0 &&
      p === CCONJ &&
      (head < 0 ? isAdjective(tokens, at - 1) : true) &&
      leadsToPlural(tokens, at + 1, limit)
    ) {
      head = small = -1
    } else if (
      head < 0 &&
      p === PUNCT &&
      word[at] === ',' &&
      isAdjective(tokens, at - 1) &&
      isAdjective(tokens, at + 1)
    )
      continue // prettier-ignore
    else break
  }
  // "workers hostage": what is counted is plural, if anything is.
  // Behind a common noun a name begins another phrase: "the third time Amnesty said".
  return plural >= 0 ? plural : small >= 0 ? small : head
}

/** Whether what a number counts may go on with a noun, or with an adjective before one: behind a quotation mark or an owner. */
function leadsOn(tokens: Tokens, token: number): boolean {
  return isNoun(tokens, token) || (tokens.pos[token] === ADJ && isAdjective(tokens, token)) || (tokens.pos[token] === VERB && isAdjective(tokens, token)) // prettier-ignore
}

/** Whether a plural noun stands behind, with nothing but words that describe it before. */
function leadsToPlural(tokens: Tokens, from: number, limit: number): boolean {
  for (let t = from; t < limit && isNoun(tokens, t) !== isAdjective(tokens, t); t++)
    if (isNoun(tokens, t) && isPlural(tokens, t)) return true
  return false
}

/** Whether a word only joins the noun before it to the one behind it: "COVID-19-related", "cancer-linked". */
function isJoinedParticiple({ word }: Tokens, token: number): boolean {
  return /^(?:related|linked|based|backed|led|owned|associated)$/.test(word[token])
}

/** Whether "roughly 90 villages" or the like stands here: what is counted is not its owner. */
function isDescribed({ pos }: Tokens, token: number): boolean {
  return pos[token] === NUM || (pos[token] === ADV && pos[token + 1] === NUM)
}

/** A part of these may be of one thing: "half of the lab works". */
const SHARES = new Set('half quarter quarters third thirds fifth fifths tenth tenths majority'.split(' '))
const POSSESSIVES = new Set('my your his her its our their whose'.split(' '))
const WHOLE = new Set(['all', 'those', 'these'])

function isNoun({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && (pos[token] === NOUN || pos[token] === PROPN)
}

function isAdjective({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && (pos[token] === ADJ || pos[token] === ADV || pos[token] === VERB) // prettier-ignore
}

function isPlural({ word, lemma }: Tokens, token: number): boolean {
  return (word[token] !== lemma[token] && isInflected(word[token])) || word[token] === 'people'
}

/** Whether a noun looks like a plural. A lemma may differ from a singular by its spelling alone: "artifact" of "artefact". */
function isInflected(word: string): boolean {
  return /(?:s|a|i|en|ae|feet|teeth|geese|people|mice|lice|dice)$/.test(word)
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['policemen', 'policeman'],
  ['policewomen', 'policewoman'],
  ['servicemen', 'serviceman'],
  ['fishermen', 'fisherman'],
  ['gunmen', 'gunman'],
  ['firemen', 'fireman'],
  ['species', 'species'],
  ['series', 'series'],
])

/** The lemma of a noun; of a name its singular, with its capital. */
export function singular({ word, lemma, pos, text, start, end }: Tokens, token: number): string {
  const irregular = IRREGULAR.get(word[token])
  if (irregular !== undefined) return irregular
  if (/[a-z]{2}men$/.test(word[token]) && word[token] === lemma[token]) return word[token].replace(/men$/, 'man')
  if (pos[token] === PROPN) {
    const written = text.slice(start[token], end[token])
    return /[^s]s$/.test(written) && (written.length > 3 || /^\p{Lu}{2}s$/u.test(written))
      ? written.slice(0, -1)
      : written
  }
  if (!isInflected(word[token])) return word[token]
  if (/sses$/.test(word[token])) return word[token].slice(0, -2)
  return isRespelt(word[token], lemma[token]) ? word[token].slice(0, -1) : lemma[token]
}

/** Whether a lemma is no singular of a plural in -s: an unknown word's own, "crewmembers", or one spelt anew, "maneuver" of "manoeuvres". */
function isRespelt(word: string, lemma: string): boolean {
  if (!/[^sui]s$/.test(word) || /(?:ices|shes|ches|xes|sses|zzes)$/.test(word) || word.length < 4) return false
  const isSingular =
    lemma === word.slice(0, -1) ||
    lemma === word.slice(0, -2) ||
    lemma === word.replace(/ies$/, 'y') ||
    lemma === word.replace(/ves$/, 'f') ||
    lemma === word.replace(/ves$/, 'fe') ||
    lemma === word.replace(/ses$/, 'sis')
  return word === lemma ? !UNCHANGED.test(word) : !isSingular && lemma.startsWith(word.slice(0, 2))
}

/** Nouns in -s that are their own singular. */
const UNCHANGED = /^(?:headquarters|barracks|crossroads|means|news|corps|gallows|works|others|lens|congress|overseas|politics|economics|mathematics|physics|athletics|statistics|diabetes|rabies|measles|mumps)$/ // prettier-ignore
