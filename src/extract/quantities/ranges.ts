import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { FoundQuantity } from './quantity.js'

/** Verbs behind which "from 3 to 5" is a change between two values, not a range. */
const CHANGES = new Set('rise rose risen fall fell fallen increase increased decrease decreased drop dropped grow grew grown climb climbed decline declined cut raise raised lower lowered go went gone jump jumped reduce reduced change changed'.split(' ')) // prettier-ignore

/**
 * Quantities that are two ends of a range, two sides of a score or two parts of a ratio, as one: "between 20 and 30", "3% to 5%",
 * "45 points to 24", "one in five", "seven per 100,000".
 * @param quantities In text order.
 */
export function joined(tokens: Tokens, quantities: readonly FoundQuantity[]): FoundQuantity[] {
  const all: FoundQuantity[] = []
  for (const quantity of quantities) {
    const before = all.at(-1)
    const one =
      before === undefined
        ? null
        : (toleranceOf(tokens, before, quantity) ??
          compoundOf(tokens, before, quantity) ??
          rangeOf(tokens, before, quantity) ??
          ratioOf(tokens, before, quantity))
    if (one === null) all.push(quantity)
    else all[all.length - 1] = one
  }
  return all
}

/** "1010 ± 195 light years": a value and how far it may be off, in one unit. */
function toleranceOf({ word }: Tokens, a: FoundQuantity, b: FoundQuantity): FoundQuantity | null {
  if (b.first !== a.last + 2 || word[a.last + 1] !== '±' || a.kind !== 'cardinal' || a.value === null) return null
  const { kind, last, end, unit } = b
  return { ...a, last, end, kind, ...(unit === undefined ? {} : { unit }) }
}

/** How many of the smaller unit make one of the greater. */
const COMPOUNDS: ReadonlyMap<string, readonly [smaller: string, size: number]> = new Map([
  ['foot', ['inch', 12]],
  ['pound', ['ounce', 16]],
  ['kilometre', ['metre', 1000]],
  ['metre', ['centimetre', 100]],
])

/** "5 feet 2 inches", "13 dollars and 45 cents": one quantity in two units. */
function compoundOf({ word, sentence }: Tokens, a: FoundQuantity, b: FoundQuantity): FoundQuantity | null {
  if (sentence[a.first] !== sentence[b.first] || a.value === null || b.value === null) return null
  if (b.first !== a.last + 1 && !(b.first === a.last + 2 && word[a.last + 1] === 'and')) return null
  // "5 ft 2 in": a word that is a unit only here.
  if (a.unit === 'foot' && b.unit === undefined && b.kind === 'cardinal' && word[b.last + 1] === 'in' && b.value < 12)
    return { ...a, last: b.last + 1, end: b.end + 3, value: Number((a.value + b.value / 12).toPrecision(15)) }
  const isMoney = a.kind === 'money' && a.currency !== undefined && (b.unit === 'cent' || b.unit === 'penny')
  const [smaller, size] = isMoney ? [b.unit, 100] : (COMPOUNDS.get(a.unit ?? '') ?? [undefined, 1])
  if (smaller === undefined || smaller !== b.unit || b.value >= size) return null
  return { ...a, last: b.last, end: b.end, value: Number((a.value + b.value / size).toPrecision(15)) }
}

function rangeOf(tokens: Tokens, a: FoundQuantity, b: FoundQuantity): FoundQuantity | null {
  const { word, sentence, lemma } = tokens
  if (sentence[a.first] !== sentence[b.first] || a.value === null || b.value === null) return null
  if (a.kind === 'ordinal' || b.kind === 'ordinal' || a.kind === 'ratio' || b.kind === 'ratio') return null
  const joint = jointOf(tokens, a, b)
  const opening = word[a.first - 1]
  const isBetween = joint === 'and' && opening === 'between'
  const isOfAges = joint === 'and' && isAfterAges(tokens, a.first)
  const isTo = joint === 'to' || joint === 'and' ? joint === 'to' : joint === '-' || joint === '–' || joint === '—'
  const isOr = joint === 'or'
  if (!isBetween && !isOfAges && !isTo && !isOr) return null
  if (a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency) return null
  // "aged 16 to 18 years"
  const isAge = a.unit === 'year of age' && b.unit === 'year'
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit && !isBetween && !isAge) return null
  const kind = b.kind === 'cardinal' ? a.kind : b.kind
  if (a.kind !== 'cardinal' && b.kind !== 'cardinal' && a.kind !== b.kind) return null
  // "$5 to $7 billion", "5 to 7 million": the magnitude is of both.
  const scale = sharedScale(tokens, a, b)
  const low = a.value * scale
  const high = b.value
  if (isTo && joint === 'to' && (opening === 'from' || opening === 'by') && isChange(tokens, a.first - 2)) return null
  const isScore = a.unit !== undefined || b.unit === undefined
  if (isTo && low > high && isScore && a.kind === 'cardinal' && b.kind === 'cardinal') return score(a, b)
  if (low >= high) return null
  // "650,000 or 700,000 tons"
  const isAlike = a.kind === b.kind || (a.kind === 'cardinal' && a.unit === undefined && b.kind !== 'money')
  if (isOr && (high > low * 2 + 1 || !isAlike)) return null
  const unit = isAge ? a.unit : (b.unit ?? a.unit)
  const currency = b.currency ?? a.currency
  const first = isBetween ? a.first - 1 : a.first
  return {
    first,
    last: b.last,
    start: isBetween ? tokens.start[first] : a.start,
    end: b.end,
    kind,
    value: null,
    low,
    high,
    comparator: a.comparator,
    ...(unit === undefined ? {} : { unit }),
    ...(currency === undefined ? {} : { currency }),
  }

  function isChange({ count }: Tokens, at: number): boolean {
    for (let t = at; t >= 0 && t >= at - 3 && t < count; t--) if (CHANGES.has(word[t]) || CHANGES.has(lemma[t])) return true // prettier-ignore
    return false
  }
}

/** The word or mark that alone stands between two quantities, but for a unit that the first has of its own: "45 points to 24". */
function jointOf({ word, pos, end, start }: Tokens, a: FoundQuantity, b: FoundQuantity): string | null {
  let at = a.last + 1
  // Counted things stand between: "20 people to 30 people".
  while (at < b.first && at - a.last <= 2 && pos[at] === PART_OF_SPEECH.NOUN && a.kind === 'cardinal') at++
  if (at + 1 === b.first) return word[at]
  // "from 20 to about 30", "between 5 and up to 7"
  if (at + 2 === b.first && (word[at] === 'to' || word[at] === 'and') && PASSED.has(word[at + 1])) return word[at]
  return at === b.first && start[at] === end[a.last] ? '' : null
}

const PASSED = new Set('about around nearly almost over'.split(' '))

/** The magnitude that only the second number has: a billion of "$5 and $7 billion"; 1 where there is none. */
function sharedScale({ text }: Tokens, a: FoundQuantity, b: FoundQuantity): number {
  if (a.value === null || b.value === null || a.value >= 1000 || b.value < 100) return 1
  const written = text.slice(b.start, b.end)
  const isScaled = /(?:\d|\s|-)(?:hundred|thousand|million|billion|trillion|bn|mn|m|b|k)\b/i.test(written)
  if (
    !isScaled ||
    /(?:hundred|thousand|million|billion|trillion|\d(?:bn|mn|m|b|k))\b/i.test(text.slice(a.start, a.end))
  )
    return 1
  for (const size of [1e12, 1e9, 1e6, 1e3, 1e2]) if (b.value >= size) return size
  return 1
}

/** From the beginning of one quantity to the end of another. */
function placeOf(a: FoundQuantity, b: FoundQuantity): Pick<FoundQuantity, 'first' | 'last' | 'start' | 'end'> {
  return { first: a.first, last: b.last, start: a.start, end: b.end }
}

/** "45 points to 24" */
function score(a: FoundQuantity, b: FoundQuantity): FoundQuantity {
  return {
    ...placeOf(a, b),
    kind: 'ratio',
    value: null,
    low: a.value!,
    high: b.value!,
    comparator: '=',
    ...(a.unit === undefined ? {} : { unit: a.unit }),
  }
}

/** The most words between the two numbers of a rate: "four premature deaths per 100,000". */
const WIDEST_RATE = 4

function ratioOf(tokens: Tokens, a: FoundQuantity, b: FoundQuantity): FoundQuantity | null {
  const { word, sentence } = tokens
  if (sentence[a.first] !== sentence[b.first] || a.kind !== 'cardinal' || b.kind !== 'cardinal') return null
  if (a.value === null || b.value === null || b.value === 0) return null
  if (b.first - a.last - 1 > WIDEST_RATE) return null
  const between = word.slice(a.last + 1, b.first)
  const phrase = between.join(' ')
  // "17 out of 18 districts" are counts, "seven out of ten people" is a share.
  const isShare = phrase === 'in' || phrase === 'in every' || phrase === 'out of every' || phrase === 'of every' || (phrase === 'out of' && isRound(b.value)) // prettier-ignore
  const isPart = isShare && a.value < b.value
  // "one over three"
  const isOver = phrase === 'over' && a.unit === undefined && a.value < b.value
  const isRate = between.at(-1) === 'per' && b.value >= 100
  if (!isPart && !isRate && !isOver) return null
  const unit = isRate ? a.unit : b.unit
  return {
    ...placeOf(a, b),
    kind: 'ratio',
    value: Number((a.value / b.value).toPrecision(10)),
    comparator: a.comparator,
    ...(unit === undefined ? {} : { unit }),
  }
}

/** Numbers that shares are told of: one figure and zeros, or a dozen. */
function isRound(value: number): boolean {
  return value === 12 || (value >= 1 && value % 10 ** Math.floor(Math.log10(value)) === 0)
}

/** "between the ages of 14 and 18", "between ages 14 and 18" */
function isAfterAges({ word }: Tokens, first: number): boolean {
  const at = word[first - 1] === 'of' ? first - 2 : first - 1
  return word[at] === 'ages' && (word[at - 1] === 'between' || (word[at - 1] === 'the' && word[at - 2] === 'between'))
}
