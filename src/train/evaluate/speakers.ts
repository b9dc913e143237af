import type { Gold, Offsets } from '../gold.js'
import { percentOf } from './figures.js'
import { comparablePrediction } from './matching.js'
import type { Misses } from './misses.js'
import { isPartOfName } from './names.js'
import type { Prediction } from './prediction.js'
import { isEmpty, overlaps, trim, wordsOf } from './spans.js'

/** Speakers of attributions whose gold knows source, clause and chains of mentions, but no cue. */
export interface SpeakerFigures {
  readonly articles: number
  /** How many attributions of the gold have a source. */
  readonly attributions: number
  /** Of these, in percent: a statement's cue (its source where it has none) lies in the clause, its content not on the source. */
  readonly found: number
  /** Of these, in percent: such a statement's source overlaps the gold's. */
  readonly source: number
  /** How many found attributions have a source whose chain holds a name. */
  readonly namedChains: number
  /** Of those, in percent: all words of the speaker's name are words of one of the chain's names. */
  readonly nameRight: number
}

export function evaluateSpeakers(
  pairs: readonly (readonly [Gold<'speakers'>, Prediction])[],
  misses: Misses,
): SpeakerFigures {
  let attributions = 0
  let found = 0
  let sourceRight = 0
  let namedChains = 0
  let nameRight = 0
  for (const [{ id, text, attributions: gold, entities }, prediction] of pairs) {
    const words = wordsOf(text)
    const predicted = prediction.statements.map((one) => comparablePrediction(text, words, one))
    for (const { edu, source: goldSource } of gold) {
      const source = goldSource.map((span) => trim(text, span)).filter((span) => !isEmpty(span))
      if (source.length === 0) continue
      attributions++
      const hits = predicted.filter(
        (one) => overlaps(one.cue.length > 0 ? one.cue : one.source, [edu]) && !overlaps(one.content, source),
      )
      const best = hits.find((one) => overlaps(one.source, source)) ?? hits.at(0)
      if (best === undefined) {
        misses.add('missed', id, text.slice(...edu))
        continue
      }
      found++
      if (overlaps(best.source, source)) sourceRight++
      const names = namesOf(text, source, entities)
      if (names.length === 0) continue
      namedChains++
      const name = best.statement.speaker?.name
      if (name !== undefined && names.some((one) => isPartOfName(name, one))) nameRight++
      else misses.add('name', id, `gold ${names[0]} / got ${name} / ${text.slice(...edu)}`)
    }
  }
  return {
    articles: pairs.length,
    attributions,
    found: percentOf(found, attributions),
    source: percentOf(sourceRight, attributions),
    namedChains,
    nameRight: percentOf(nameRight, namedChains),
  }
}

const NAME = /^(?!(?:He|She|They|It|We|I|You|His|Her|Their|The|A|An)\b)[A-Z]/

/** The names in the chain of the largest person or organisation that lies in the source. */
function namesOf(text: string, source: readonly Offsets[], entities: Gold<'speakers'>['entities']): readonly string[] {
  const from = source[0][0]
  const to = source.at(-1)![1]
  const head = entities
    .filter(([start, end, type]) => (type === 'person' || type === 'organization') && start >= from && end <= to)
    .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    .at(0)
  if (head === undefined) return []
  return entities
    .filter(([, , , chain]) => chain === head[3])
    .map(([start, end]) => text.slice(start, end))
    .filter((mention) => NAME.test(mention))
}
