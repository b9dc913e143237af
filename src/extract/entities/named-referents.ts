import type { Tokens } from '../../record/tokens.js'
import { isGroup } from './groups.js'
import { joinNames } from './joining.js'
import { PLURAL, type Mention } from './mentions.js'
import { Referent } from './referents.js'

/** Makes the referents of names, and of names side by side. */
export function nameReferents(tokens: Tokens, mentions: readonly Mention[], referent: (Referent | null)[]): void {
  const indexes = mentions.flatMap(({ name }, m) => (name === null ? [] : [m]))
  const named = indexes.map((m) => mentions[m])
  for (const { mentions: joined, type } of joinNames(tokens, named)) {
    const one = Referent.ofName(type)
    for (const n of joined) {
      const m = indexes[n]
      referent[m] = one
      one.enter(tokens, m, mentions[m])
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
