import { overlap, type TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'

export { contains, overlap, type TokenRun } from '../../record/runs.js'

const JOINING_MARKS = new Set([',', ':', ';', '-', '–', '—', '―'])

/** The run without the commas, colons and dashes at its ends, which join it to what stands beside it, nor the end of the sentence before; null where nothing is left. */
export function withoutJoints(tokens: Tokens, run: TokenRun): TokenRun | null {
  let { first, last } = run
  while (first <= last && (JOINING_MARKS.has(tokens.word[first]) || tokens.word[first] === '.')) first++
  while (
    last >= first &&
    (JOINING_MARKS.has(tokens.word[last]) || (tokens.word[last] === '.' && tokens.quoteDepth[last] === 0))
  )
    last--
  return first <= last ? { first, last } : null
}

/** The run with the quotation marks just outside it, where it holds all else of the quotation but marks at its end. */
export function withQuotationMarks(tokens: Tokens, run: TokenRun): TokenRun {
  const { quotations, pos } = tokens
  let { first, last } = run
  let end = last + 1
  while (end < tokens.count && pos[end] === PUNCT && end - last <= MOST_MARKS) end++
  for (let q = quotationsFrom(tokens, first - 1); q < quotations.count && quotations.open[q] <= last; q++) {
    const open = quotations.open[q]
    const close = quotations.close[q]
    if (open === first - 1 && close < end) first = open
    if (open >= first && close > last && close < end) last = close
  }
  return { first, last }
}

const { PUNCT } = PART_OF_SPEECH

/** The most marks between the last word of a quotation and its end: "?!”". */
const MOST_MARKS = 4

/** The first quotation whose opening mark is token `token` or a later one. */
export function quotationsFrom({ quotations }: Tokens, token: number): number {
  let low = 0
  let high = quotations.count
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations.open[middle] < token) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a run holds a token of one of some parts of speech. */
export function hasPart({ pos }: Tokens, { first, last }: TokenRun, parts: readonly number[]): boolean {
  for (let t = first; t <= last; t++) if (parts.includes(pos[t])) return true
  return false
}

/** Runs in order, joined where they touch. */
export function joined(runs: readonly TokenRun[]): TokenRun[] {
  const all: TokenRun[] = []
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const before = all.at(-1)
    if (before !== undefined && run.first <= before.last + 1)
      all[all.length - 1] = { first: before.first, last: Math.max(before.last, run.last) }
    else all.push(run)
  }
  return all
}

/** Runs in order, joined where nothing but punctuation lies between them. */
export function joinedOverMarks({ pos }: Tokens, runs: readonly TokenRun[]): TokenRun[] {
  const all: TokenRun[] = []
  for (const run of joined(runs)) {
    const before = all.at(-1)
    let next = before === undefined ? run.first : before.last + 1
    while (next < run.first && pos[next] === PUNCT) next++
    if (before !== undefined && next === run.first) all[all.length - 1] = { first: before.first, last: run.last }
    else all.push(run)
  }
  return all
}

/** The runs, less what the hole covers. */
export function without(runs: readonly TokenRun[], hole: TokenRun): TokenRun[] {
  return runs.flatMap((run) => {
    if (!overlap(run, hole)) return [run]
    const parts: TokenRun[] = []
    if (run.first < hole.first) parts.push({ first: run.first, last: hole.first - 1 })
    if (run.last > hole.last) parts.push({ first: hole.last + 1, last: run.last })
    return parts
  })
}
