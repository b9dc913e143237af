import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

const { NOUN, PROPN, ADJ, ADV, DET, PRON, VERB, NUM, PART, PUNCT } = PART_OF_SPEECH

/** How far the noun that is counted may stand behind the number. */
const FARTHEST = 8

/** The noun that is counted behind a number, by its lemma; undefined where none is. */
export function countedBehind(tokens: Tokens, last: number, taken: Uint8Array): string | undefined {
  const head = headBehind(tokens, last, taken)
  return head < 0 ? undefined : singular(tokens, head)
}

/** The token of that noun, or -1. */
export function headBehind(tokens: Tokens, last: number, taken: Uint8Array): number {
  const { word, lemma, pos, sentence, count, start, end } = tokens
  let at = last + 1
  if (word[at] === '-' && start[at] === end[last] && start[at + 1] === end[at]) {
    // "55-member union": what is joined to the number.
    return at + 1 < count && /^\p{L}/u.test(word[at + 1]) ? at + 1 : -1
  }
  if (word[at] === 'or' && (word[at + 1] === 'more' || word[at + 1] === 'fewer' || word[at + 1] === 'so')) at += 2
  if (word[at] === 'of') {
    at++
    while (at < count && (pos[at] === DET || (pos[at] === PRON && POSSESSIVES.has(word[at])) || WHOLE.has(word[at])))
      at++
  }
  let head = -1
  let plural = -1
  let small = -1
  const limit = Math.min(count, last + 1 + FARTHEST)
  for (; at < limit && sentence[at] === sentence[last] && taken[at] === 0; at++) {
    const p = pos[at]
    if (p === NOUN || p === PROPN) {
      // "two members Friday", "six months Smith": a new phrase begins.
      if (head >= 0 && isPlural(tokens, head) && isCapitalised(tokens, at) && !isCapitalised(tokens, head)) break
      // "a Twitter user @name"
      if (!/^\p{L}/u.test(word[at])) break
      head = at
      if (!isCapitalised(tokens, at)) small = at
      if (isPlural(tokens, at)) plural = at
    } else if (p === VERB && head < 0 && word[at] !== lemma[at] && word[at].endsWith('s')) {
      // Behind a number that is a noun: "two tries".
      return at
    } else if (p === NUM && head < 0 && word[at + 1] === '-' && start[at + 1] === end[at]) {
      // "two 12-roll packs"
      at += 2
    } else if (isJoinedParticiple(tokens, at) && isNoun(tokens, at + 1)) {
      // "measles-related deaths"
      head = plural = small = -1
    } else if (word[at] === "'s" && head >= 0 && isDescribed(tokens, at + 1)) {
      // "of the island's roughly 90 villages"
      head = plural = small = -1
    } else if (p === ADJ && head < 0) continue
    else if (p === ADJ && isNoun(tokens, at + 1) && !isPlural(tokens, head)) continue
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
      /(?:ed|ing|en)$/.test(word[at]) &&
      (isNoun(tokens, at + 1) || isAdjective(tokens, at + 1))
    )
      continue // prettier-ignore
    else if (head < 0 && p === PUNCT && word[at] === ',' && isAdjective(tokens, at - 1) && isAdjective(tokens, at + 1))
      continue // prettier-ignore
    else break
  }
  // "workers hostage": what is counted is plural, if anything is.
  // Behind a common noun a name begins another phrase: "the third time Amnesty said".
  return plural >= 0 ? plural : small >= 0 ? small : head
}

/** Whether a word only joins the noun before it to the one behind it: "COVID-19-related", "cancer-linked". */
function isJoinedParticiple({ word }: Tokens, token: number): boolean {
  return /^(?:related|linked|based|backed|led|owned|associated)$/.test(word[token])
}

/** Whether "roughly 90 villages" or the like stands here: what is counted is not its owner. */
function isDescribed(tokens: Tokens, token: number): boolean {
  return tokens.pos[token] === ADV && tokens.pos[token + 1] === NUM
}

const POSSESSIVES = new Set('my your his her its our their whose'.split(' '))
const WHOLE = new Set(['all', 'those', 'these'])

function isNoun({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && (pos[token] === NOUN || pos[token] === PROPN)
}

function isAdjective({ pos, count, sentence }: Tokens, token: number): boolean {
  return token < count && sentence[token] === sentence[token - 1] && (pos[token] === ADJ || pos[token] === ADV || pos[token] === VERB) // prettier-ignore
}

function isPlural({ word, lemma }: Tokens, token: number): boolean {
  return word[token] !== lemma[token] || word[token] === 'people'
}

export function isCapitalised({ text, start }: Tokens, token: number): boolean {
  const letter = text.charAt(start[token])
  return letter !== letter.toLowerCase()
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
])

/** The lemma of a noun; of a name its singular, with its capital. */
export function singular({ word, lemma, pos, text, start, end }: Tokens, token: number): string {
  const irregular = IRREGULAR.get(word[token])
  if (irregular !== undefined) return irregular
  if (/[a-z]{2}men$/.test(word[token]) && word[token] === lemma[token]) return word[token].replace(/men$/, 'man')
  if (pos[token] === PROPN) {
    const written = text.slice(start[token], end[token])
    return /[^s]s$/.test(written) && written.length > 3 ? written.slice(0, -1) : written
  }
  return lemma[token].split('-')[0]
}
