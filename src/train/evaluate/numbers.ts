import type { Gold } from '../gold.js'
import { figuresOf, percentOf, Tally, type PrecisionRecall } from './figures.js'
import { comparableGold, comparablePrediction, matchBest, matchStatements } from './matching.js'
import type { Misses } from './misses.js'
import type { PredictedQuantity, Prediction } from './prediction.js'
import { wordsOf } from './spans.js'

/**
 * Quantities and times. Each is matched one to one by overlap, rather with one that is right. One that the gold marks optional
 * is neither asked for nor held against the record.
 */
export interface NumberFigures {
  readonly articles: number
  readonly quantities: Record<'value' | 'valueUnit' | 'valueComparator', PrecisionRecall>
  readonly times: {
    /** They overlap. */
    readonly found: PrecisionRecall
    /** They overlap and have the same ISO 8601 value. */
    readonly value: PrecisionRecall
  }
  /** Of the quantities that a matched gold statement asserts and that were found, in percent: the matching statement lists them. */
  readonly linked: number
  readonly linksAsked: number
}

type GoldQuantity = Gold<'numbers'>['quantities'][number]
type Criterion = (gold: GoldQuantity, predicted: PredictedQuantity) => boolean
type Matches = ReadonlyMap<number, number>

const CRITERIA = {
  /** The same number; for a range the same two. */
  value: sameNumber,
  /** And the same unit or currency: in full, or its last word. */
  valueUnit: (gold, predicted) => sameNumber(gold, predicted) && sameUnit(gold, predicted),
  /** And the same comparator. */
  valueComparator: (gold, predicted) =>
    sameNumber(gold, predicted) && (gold.comparator ?? '=') === (predicted.comparator ?? '='),
} satisfies Readonly<Record<string, Criterion>>

export function evaluateNumbers(
  pairs: readonly (readonly [Gold<'numbers'>, Prediction])[],
  misses: Misses,
): NumberFigures {
  const quantities = { value: new Tally(), valueUnit: new Tally(), valueComparator: new Tally() }
  const times = { found: new Tally(), value: new Tally() }
  const links = { right: 0, asked: 0 }
  for (const [gold, prediction] of pairs) {
    const matches = matchByOverlap(gold.quantities, prediction.quantities, CRITERIA.valueUnit)
    countQuantities(gold, prediction, matches, 'value', quantities.value)
    countQuantities(gold, prediction, matches, 'valueUnit', quantities.valueUnit)
    countQuantities(gold, prediction, matches, 'valueComparator', quantities.valueComparator)
    showQuantities(gold, prediction, matches, misses)
    countLinks(gold, prediction, matches, links, misses)
    countTimes(gold, prediction, times, misses)
  }
  return {
    articles: pairs.length,
    quantities: figuresOf(quantities),
    times: figuresOf(times),
    linked: percentOf(links.right, links.asked),
    linksAsked: links.asked,
  }
}

function countQuantities(
  gold: Gold<'numbers'>,
  prediction: Prediction,
  matches: Matches,
  criterion: keyof typeof CRITERIA,
  tally: Tally,
): void {
  const fine = new Set<number>()
  gold.quantities.forEach((wanted, i) => {
    const match = matches.get(i)
    const right = match !== undefined && CRITERIA[criterion](wanted, prediction.quantities[match])
    if (match !== undefined && (right || wanted.optional === true)) fine.add(match)
    if (wanted.optional === true) return
    if (right) tally.found++
    else tally.missed++
  })
  tally.extra += prediction.quantities.length - fine.size
}

function showQuantities(gold: Gold<'numbers'>, prediction: Prediction, matches: Matches, misses: Misses): void {
  const { id, text } = gold
  gold.quantities.forEach((wanted, i) => {
    const match = matches.get(i)
    const got = match === undefined ? undefined : prediction.quantities[match]
    if (wanted.optional === true || (got !== undefined && CRITERIA.valueUnit(wanted, got))) return
    const found = got === undefined ? 'none' : `${text.slice(got.start, got.end)} = ${describe(got)}`
    misses.add('quantity', id, `${text.slice(wanted.start, wanted.end)} = ${describe(wanted)} / got ${found}`)
  })
  const matched = new Set(matches.values())
  prediction.quantities.forEach((got, j) => {
    if (!matched.has(j)) misses.add('extra quantity', id, text.slice(got.start, got.end))
  })
}

function describe({ value, low, high, currency, unit, comparator }: GoldQuantity | PredictedQuantity): string {
  const number = value ?? `${low ?? ''}–${high ?? ''}`
  return [comparator, number, currency ?? unit].filter((part) => part != null).join(' ')
}

function countLinks(
  gold: Gold<'numbers'>,
  prediction: Prediction,
  matches: Matches,
  links: { right: number; asked: number },
  misses: Misses,
): void {
  const words = wordsOf(gold.text)
  const wanted = gold.statements.map((one) => comparableGold(gold.text, words, one))
  const got = prediction.statements.map((one) => comparablePrediction(gold.text, words, one))
  for (const [i, j] of matchStatements(wanted, got)) {
    for (const [start, end] of wanted[i].statement.quantities ?? []) {
      const at = gold.quantities.findIndex((one) => one.start < end && start < one.end)
      const match = matches.get(at)
      if (match === undefined) continue
      links.asked++
      if (got[j].statement.quantities.includes(prediction.quantities[match].id)) links.right++
      else misses.add('link', gold.id, gold.text.slice(gold.quantities[at].start, gold.quantities[at].end))
    }
  }
}

function countTimes(
  { id, text, times: gold }: Gold<'numbers'>,
  { times: predicted }: Prediction,
  tallies: { readonly found: Tally; readonly value: Tally },
  misses: Misses,
): void {
  const matches = matchByOverlap(gold, predicted, (a, b) => a.value === b.value)
  const matched = new Set(matches.values())
  gold.forEach((wanted, i) => {
    if (wanted.optional === true) return
    const match = matches.get(i)
    const got = match === undefined ? undefined : predicted[match]
    if (got === undefined) tallies.found.missed++
    else tallies.found.found++
    if (got !== undefined && got.value === wanted.value) {
      tallies.value.found++
      return
    }
    tallies.value.missed++
    if (got !== undefined) tallies.value.extra++
    misses.add('time', id, `${text.slice(wanted.start, wanted.end)} = ${wanted.value} / got ${got?.value}`)
  })
  predicted.forEach((got, j) => {
    if (matched.has(j)) return
    tallies.found.extra++
    tallies.value.extra++
    misses.add('extra time', id, text.slice(got.start, got.end))
  })
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Above every overlap, so that one that is right always goes before one that is not. */
const RIGHT = 1e6

function matchByOverlap<A extends Place, B extends Place>(
  gold: readonly A[],
  predicted: readonly B[],
  isRight: (gold: A, predicted: B) => boolean,
): Matches {
  return matchBest(
    gold.flatMap((a, i) =>
      predicted.flatMap((b, j) => {
        const overlap = Math.min(a.end, b.end) - Math.max(a.start, b.start)
        if (!(a.start < b.end && b.start < a.end)) return []
        return [[(isRight(a, b) ? RIGHT : 0) + overlap, i, j] as const]
      }),
    ),
  )
}

function sameNumber(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  if (gold.low == null && gold.high == null) return near(gold.value, predicted.value)
  return near(gold.low, predicted.low) && near(gold.high, predicted.high)
}

/** Equal to six digits. */
function near(a: number | null | undefined, b: number | null | undefined): boolean {
  return a != null && b != null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
}

function sameUnit(gold: GoldQuantity, predicted: PredictedQuantity): boolean {
  const a = singular(gold.currency ?? gold.unit)
  const b = singular(predicted.currency ?? predicted.unit)
  return a.join(' ') === b.join(' ') || (a.at(-1) === b.at(-1) && a.at(-1) !== '')
}

/** The words of a unit in lower case, each in a rough singular: enough to compare two spellings of one unit. */
function singular(unit: string | null | undefined): readonly string[] {
  return (unit ?? '')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => {
      if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
      return word
        .replace(/(ch|sh|x|ss)es$/, '$1')
        .replace(/ies$/, 'y')
        .replace(/s$/, '')
    })
}
