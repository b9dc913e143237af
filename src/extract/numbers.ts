import type { Quantity, Statement, Time } from '../record/record.js'
import { isWithin, spanOf, type Span } from '../record/span.js'
import type { Tokens } from '../record/tokens.js'
import { quantitiesOf } from './quantities/index.js'
import { timesOf, type Reference } from './times/index.js'

/** What a text counts, measures and dates, numbered in text order. */
export interface Numbers {
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
}

/** The quantities and times of a text. A number that is part of a time is no quantity. */
export function numbersOf(tokens: Tokens, reference: Reference): Numbers {
  const { text } = tokens
  const taken = new Uint8Array(tokens.count)
  const times = timesOf(tokens, reference).map(({ first, last, start, end, ...rest }, k) => {
    taken.fill(1, first, last + 1)
    return { id: `t${k + 1}`, ...spanOf(text, start, end), ...rest }
  })
  const quantities = quantitiesOf(tokens, taken).map(({ start, end, ...rest }, k) => ({
    id: `q${k + 1}`,
    ...spanOf(text, start, end),
    ...rest,
  }))
  return { quantities, times }
}

/** How far, in characters, the time of a report may stand from its cue: "said in an interview with the BBC on Friday". */
const FARTHEST_TIME = 80

/**
 * The statements with what each asserts: the quantities and times in its content, but not in that of a statement within it. A time beside its cue, in
 * nobody's content, is when it was said.
 * @param statements In text order.
 */
export function withNumbers(
  statements: readonly Statement[],
  { quantities, times }: Numbers,
  sentences: readonly (readonly [number, number])[],
): Statement[] {
  const children = new Map<string, Statement[]>()
  for (const one of statements) {
    if (one.parent === null) continue
    const siblings = children.get(one.parent)
    if (siblings === undefined) children.set(one.parent, [one])
    else siblings.push(one)
  }
  const isOwn = (statement: Statement, span: Span): boolean =>
    isWithin(span, statement.content) &&
    !(children.get(statement.id) ?? []).some((child) => isWithin(span, child.content))
  const ownOf = (statement: Statement, all: readonly (Span & { readonly id: string })[]): string[] => {
    const ids: string[] = []
    for (const { start, end } of statement.content) {
      for (let k = firstFrom(all, start); k < all.length && all[k].start < end; k++)
        if (isOwn(statement, all[k])) ids.push(all[k].id)
    }
    return [...new Set(ids)]
  }
  const own = statements.map((statement) => ({
    quantities: ownOf(statement, quantities),
    times: ownOf(statement, times),
  }))
  const asserting = new Map<string, Statement[]>()
  own.forEach(({ times: ids }, index) => {
    for (const id of ids) {
      const list = asserting.get(id)
      if (list === undefined) asserting.set(id, [statements[index]])
      else list.push(statements[index])
    }
  })
  return statements.map((statement, index) => {
    const time = timeOf(statement, asserting, times, sentences)
    return { ...statement, ...(time === undefined ? {} : { time }), ...own[index] }
  })
}

/** When a statement was made: the time nearest to its cue in the same sentence that nobody's content holds but what holds the cue too. */
function timeOf(
  { cue, content }: Statement,
  asserting: ReadonlyMap<string, readonly Statement[]>,
  times: readonly Time[],
  sentences: readonly (readonly [number, number])[],
): string | undefined {
  if (cue === null) return undefined
  const [from, to] = sentences[lastFrom(sentences, cue.start)] ?? [cue.start, cue.end]
  let nearest: { id: string; distance: number } | undefined
  for (
    let k = firstFrom(times, Math.max(from, cue.start - 2 * FARTHEST_TIME));
    k < times.length && times[k].end <= Math.min(to, cue.end + 2 * FARTHEST_TIME);
    k++
  ) {
    const time = times[k]
    if (time.kind !== 'date' && time.kind !== 'time') continue
    const isOthers = asserting.get(time.id)?.some((other) => !isWithin(cue, other.content)) ?? false
    if (isOthers || isWithin(time, content)) continue
    const distance = time.start >= cue.end ? time.start - cue.end : cue.start - time.end
    const [left, right] = time.start >= cue.end ? [cue.end, time.start] : [time.end, cue.start]
    const isBehindContent = content.some(({ start, end }) => start >= left && end <= right)
    if (distance > FARTHEST_TIME || isBehindContent) continue
    if (nearest === undefined || distance < nearest.distance) nearest = { id: time.id, distance }
  }
  return nearest?.id
}

/** The first of some spans in text order that begins at an offset or behind it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle].start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The last of some pairs of offsets that begins at an offset or before it, or -1. */
function lastFrom(pairs: readonly (readonly [number, number])[], offset: number): number {
  let [low, high] = [0, pairs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (pairs[middle][0] <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
