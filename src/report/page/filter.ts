import { ACTS, QUANTITY_KINDS, STATEMENT_KINDS } from '../../record/record.js'
import { folded, type Corpus, type CorpusStatement } from './corpus.js'

export const STANDINGS = ['named', 'described', 'unresolved', 'nobody'] as const
export const NUMBERS = ['any', 'none', ...QUANTITY_KINDS] as const

/** Which statements to show. A list without members lets all pass. */
export interface Filter {
  readonly text: string
  /** Key of a speaker. */
  readonly speaker: string | null
  readonly standings: readonly (typeof STANDINGS)[number][]
  readonly acts: readonly (typeof ACTS)[number][]
  readonly kinds: readonly (typeof STATEMENT_KINDS)[number][]
  /** `any`: with a number; `none`: without; else with one of this kind. */
  readonly numbers: readonly (typeof NUMBERS)[number][]
  /** Least and greatest value that a number of the statement must lie within. */
  readonly least: number | null
  readonly greatest: number | null
  /** Least confidence, 0 to 1. */
  readonly confidence: number
}

export const NO_FILTER: Filter = {
  text: '',
  speaker: null,
  standings: [],
  acts: [],
  kinds: [],
  numbers: [],
  least: null,
  greatest: null,
  confidence: 0,
}

/** The filter that a link's parameters describe; what they do not say, or say wrongly, lets all pass. */
export function filterOf(parameters: URLSearchParams): Filter {
  const chosen = <T extends string>(name: string, values: readonly T[]) => {
    const named = parameters.getAll(name)
    return values.filter((value) => named.includes(value))
  }
  return {
    text: parameters.get('text') ?? '',
    speaker: parameters.get('speaker'),
    standings: chosen('standing', STANDINGS),
    acts: chosen('act', ACTS),
    kinds: chosen('kind', STATEMENT_KINDS),
    numbers: chosen('number', NUMBERS),
    least: numberOf(parameters.get('least')),
    greatest: numberOf(parameters.get('greatest')),
    confidence: Math.min(1, Math.max(0, numberOf(parameters.get('confidence')) ?? 0)),
  }
}

/** The filter as a link's parameters. */
export function parametersOf(filter: Partial<Filter>): URLSearchParams {
  const { text, speaker, standings, acts, kinds, numbers, least, greatest, confidence } = { ...NO_FILTER, ...filter }
  const pairs: [string, string][] = [
    ...(text === '' ? [] : [pair('text', text)]),
    ...(speaker === null ? [] : [pair('speaker', speaker)]),
    ...standings.map((value) => pair('standing', value)),
    ...acts.map((value) => pair('act', value)),
    ...kinds.map((value) => pair('kind', value)),
    ...numbers.map((value) => pair('number', value)),
    ...(least === null ? [] : [pair('least', String(least))]),
    ...(greatest === null ? [] : [pair('greatest', String(greatest))]),
    ...(confidence === 0 ? [] : [pair('confidence', String(confidence))]),
  ]
  return new URLSearchParams(pairs)
}

function pair(name: string, value: string): [string, string] {
  return [name, value]
}

/** The number that somebody typed, or null: "1,500" is 1500. */
export function numberOf(typed: string | null): number | null {
  const plain = typed?.replaceAll(',', '').trim() ?? ''
  return plain === '' || !Number.isFinite(Number(plain)) ? null : Number(plain)
}

/** What of the filter can be chosen by value, each with how many statements a value would leave, all other parts as they are. */
export const FACETS = ['standings', 'acts', 'kinds', 'numbers'] as const
export type Facet = (typeof FACETS)[number]
const COUNTED = ['speakers', ...FACETS] as const

export interface Found {
  readonly statements: readonly CorpusStatement[]
  readonly counts: { readonly [part in Facet | 'speakers']: ReadonlyMap<string, number> }
}

/** The statements that the filter lets pass, in their order. One walk over all of them. */
export function find(corpus: Corpus, filter: Filter): Found {
  const phrases = phrasesOf(filter.text)
  const asked = { ...filter, speakers: filter.speaker === null ? [] : [filter.speaker] }
  const chosen = COUNTED.filter((part) => asked[part].length > 0)
  const statements: CorpusStatement[] = []
  const counts = {
    speakers: new Map<string, number>(),
    standings: new Map<string, number>(),
    acts: new Map<string, number>(),
    kinds: new Map<string, number>(),
    numbers: new Map<string, number>(),
  }
  for (const said of corpus.statements) {
    if (said.statement.confidence < filter.confidence) continue
    if (!isWithinValues(said, filter)) continue
    if (!phrases.every((phrase) => said.searched.includes(phrase))) continue
    const { values } = said
    const refusing = chosen.filter((part) => !isChosen(values[part], asked[part]))
    if (refusing.length === 0) statements.push(said)
    if (refusing.length > 1) continue
    for (const part of refusing.length === 0 ? COUNTED : refusing) {
      for (const value of values[part]) counts[part].set(value, (counts[part].get(value) ?? 0) + 1)
    }
  }
  return { statements, counts }
}

function isChosen(values: readonly string[], chosen: readonly string[]): boolean {
  return values.some((value) => chosen.includes(value))
}

/** Whether a number of the statement lies within the filter's bounds; a range does where any of it does. */
function isWithinValues({ quantities }: CorpusStatement, { least, greatest }: Filter): boolean {
  if (least === null && greatest === null) return true
  return quantities.some(({ value, low, high }) => {
    const [from, to] = value === null ? [low ?? NaN, high ?? NaN] : [value, value]
    return to >= (least ?? -Infinity) && from <= (greatest ?? Infinity)
  })
}

/** Words that must all be there, and phrases between quotation marks as they stand. */
function phrasesOf(text: string): string[] {
  return [...folded(text).matchAll(/"([^"]+)"?|[^\s"]+/g)].map((found) => found.at(1) ?? found[0])
}
