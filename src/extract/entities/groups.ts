import type { Tokens } from '../../record/tokens.js'
import { PLURAL, type Mention } from './mentions.js'
import { ORGANISATION, PEOPLE, PERSON } from '../../record/nouns.js'

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
