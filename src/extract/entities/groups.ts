import type { Tokens } from '../../record/tokens.js'
import { ORGANISATION, PEOPLE, PERSON, PLACE } from '../../record/nouns.js'
import { DEFINITE, PLURAL, type Mention } from './mentions.js'
import { Referent } from './referents.js'

/** Whether a mention is of several that are named side by side. */
export function isGroup({ name, form }: Mention): boolean {
  return form === 'name' && name === null
}

/** The mentions, and where two people or more are named side by side, all of them as one: "Ann Smith and Bob Jones". */
export function withGroups({ word }: Tokens, mentions: readonly Mention[]): Mention[] {
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

/** Whether a mention is of two: "both", "the two officers", "the couple". */
export function isPair({ word, lemma }: Tokens, { first, head }: Mention): boolean {
  return (
    TWO.has(word[first]) ||
    (first < head && TWO.has(word[first + 1])) ||
    (word[head] === lemma[head] && PAIRS.has(lemma[head]))
  )
}

const TWO = new Set(['both', 'two'])
const PAIRS = new Set(['couple', 'pair', 'duo'])

/** Whether it is "the companies", with nothing that tells which. */
function isBarePlural({ first, head, kind, number, form }: Mention): boolean {
  return form === 'nominal' && number === PLURAL && kind === ORGANISATION && head === first + 1
}

/**
 * The two whom "both", "the two ministers" or "the couple" is of: those last named side by side, else the only two of the sentences before; those
 * whom "the companies" is of; null where that is not plain.
 * @param log Indexes of the mentions that were resolved before, in text order.
 */
export function groupBefore(
  tokens: Tokens,
  { mentions, referent }: { readonly mentions: readonly Mention[]; readonly referent: readonly (Referent | null)[] },
  log: readonly number[],
  m: number,
): Referent | null {
  const here = mentions[m]
  const isTwo = isPair(tokens, here)
  if (here.definiteness !== DEFINITE || !(isTwo || isBarePlural(here))) return null
  const { sentence } = tokens
  const kind = here.kind === ORGANISATION || here.kind === PLACE ? here.kind : PERSON
  const two: Referent[] = []
  let latest = -1
  for (let k = log.length - 1; k >= 0 && k >= log.length - MOST_LOOKED_AT; k--) {
    const { first, head } = mentions[log[k]]
    if (sentence[here.head] - sentence[head] > SENTENCES_BEFORE) break
    const one = referent[log[k]]!
    if (first >= here.first || sentence[head] === sentence[here.head]) continue
    const isSuch = one.members.length > 0 && (here.form === 'pronoun' || one.members[0].kind === kind)
    if (isSuch && (one.members.length === 2 || !isTwo)) return one
    if (one.type === null || one.kind !== kind || two.includes(one)) continue
    if (two.length === 0) latest = log[k]
    two.push(one)
  }
  if (two.length !== 2 || !isTwo) return null
  const pair = new Referent(null, kind === PERSON ? PEOPLE : kind, PLURAL, two.reverse())
  pair.add(latest, mentions[latest])
  return pair
}

/** How far back a group is looked for; more mentions than news has in so many sentences. */
const SENTENCES_BEFORE = 3
const MOST_LOOKED_AT = 60
