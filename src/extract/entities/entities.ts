import type { Entity } from '../../record/record.js'
import { spanOf } from '../../record/span.js'
import type { Tokens } from '../../record/tokens.js'
import type { Name } from './names.js'

/** The entities of an article, in text order: names of one type with the same text are one. */
export function entitiesOf({ text, start, end }: Tokens, names: readonly Name[]): Entity[] {
  const mentionsOf = new Map<string, Entity['mentions'][number][]>()
  const entities: Entity[] = []
  for (const { first, last, type } of names) {
    const mention = { ...spanOf(text, start[first], end[last]), form: 'name' as const }
    const key = `${type} ${mention.text}`
    const known = mentionsOf.get(key)
    if (known !== undefined) {
      known.push(mention)
      continue
    }
    const mentions = [mention]
    mentionsOf.set(key, mentions)
    entities.push({ id: `e${entities.length + 1}`, type, name: mention.text, aliases: [], roles: [], mentions })
  }
  return entities
}
