import type { Gold } from '../gold.js'
import { figuresOf, Tally, type PrecisionRecall } from './figures.js'
import type { Misses } from './misses.js'
import type { Prediction } from './prediction.js'
import { trim } from './spans.js'

/** Names by exact span (but for edge characters) and type, each place once. Money and dates are taken from quantities and times. */
export interface EntityFigures {
  readonly articles: number
  /** The three types that every scheme has, together. */
  readonly personOrganizationLocation: PrecisionRecall
  /** Each type that the gold or a record has. */
  readonly types: { readonly [type: string]: PrecisionRecall }
}

/** The types of other schemes in ours; a facility counts as a location, since not every scheme tells them apart. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['PER', 'PERSON'],
  ['Person', 'PERSON'],
  ['person', 'PERSON'],
  ['ORG', 'ORGANIZATION'],
  ['Organization', 'ORGANIZATION'],
  ['organization', 'ORGANIZATION'],
  ['organisation', 'ORGANIZATION'],
  ['LOC', 'LOCATION'],
  ['GPE', 'LOCATION'],
  ['Location', 'LOCATION'],
  ['location', 'LOCATION'],
  ['place', 'LOCATION'],
  ['Facility', 'LOCATION'],
  ['FACILITY', 'LOCATION'],
  ['Product', 'PRODUCT'],
  ['Misc', 'MISC'],
  ['misc', 'MISC'],
  ['Date', 'DATE'],
  ['Money', 'MONEY'],
])

interface Name {
  readonly start: number
  readonly end: number
  readonly type: string
}

export function evaluateEntities(
  pairs: readonly (readonly [Gold<'entities'>, Prediction])[],
  misses: Misses,
): EntityFigures {
  const tallies = new Map<string, Tally>()
  const tallyOf = (type: string): Tally => {
    const tally = tallies.get(type) ?? new Tally()
    tallies.set(type, tally)
    return tally
  }
  for (const [{ id, text, entities }, prediction] of pairs) {
    const gold = distinct(
      text,
      entities.map(([start, end, type]) => ({ start, end, type })),
    )
    const predicted = distinct(text, namesOf(prediction))
    for (const [key, { start, end, type }] of predicted) {
      if (gold.has(key)) {
        tallyOf(type).found++
        continue
      }
      tallyOf(type).extra++
      misses.add('extra', id, `${type} ${text.slice(start, end)}`)
    }
    for (const [key, { start, end, type }] of gold) {
      if (predicted.has(key)) continue
      tallyOf(type).missed++
      misses.add('missed', id, `${type} ${text.slice(start, end)}`)
    }
  }
  const named = new Tally()
  for (const type of ['PERSON', 'ORGANIZATION', 'LOCATION']) {
    const { found, extra, missed } = tallies.get(type) ?? new Tally()
    named.found += found
    named.extra += extra
    named.missed += missed
  }
  return {
    articles: pairs.length,
    personOrganizationLocation: named.figures(),
    types: figuresOf(Object.fromEntries(tallies)),
  }
}

function namesOf({ entities, quantities, times }: Prediction): Name[] {
  return [
    ...entities.flatMap(({ type, mentions }) =>
      mentions.filter(({ form }) => form === 'name').map(({ start, end }) => ({ start, end, type })),
    ),
    ...quantities.filter(({ kind }) => kind === 'money').map(({ start, end }) => ({ start, end, type: 'MONEY' })),
    ...times.filter(({ kind }) => kind === 'date').map(({ start, end }) => ({ start, end, type: 'DATE' })),
  ]
}

/** The names by place and type, with edge characters trimmed and types in our terms. */
function distinct(text: string, names: readonly Name[]): ReadonlyMap<string, Name> {
  return new Map(
    names.map((name) => {
      const [start, end] = trim(text, [name.start, name.end])
      const type = TYPES.get(name.type) ?? name.type
      return [`${start},${end} ${type}`, { start, end, type }]
    }),
  )
}
