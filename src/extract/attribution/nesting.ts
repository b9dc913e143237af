import type { Attribution } from './attribution.js'
import { contains, type TokenRun } from './runs.js'

/** How many contents around one place are looked at, the latest to begin: more than news ever nests, and a bound for texts made to be slow. */
const MOST_OPEN = 64

/** Sets each statement's parent: the one with the least content that holds all of its cue and content. */
export function nest(attributions: readonly Attribution[]): void {
  const runs = attributions
    .flatMap((attribution) => {
      const size = sizeOf(attribution.content)
      return attribution.content.map((run) => ({ attribution, run, size }))
    })
    .sort((a, b) => a.run.first - b.run.first)
  const children = [...attributions].sort((a, b) => startOf(a) - startOf(b))
  let next = 0
  let open: typeof runs = []
  for (const child of children) {
    const start = startOf(child)
    while (next < runs.length && runs[next].run.first <= start) open.push(runs[next++])
    open = open.filter(({ run }) => run.last >= start).slice(-MOST_OPEN)
    const size = sizeOf(child.content)
    let least = Infinity
    child.parent = null
    for (const { attribution, size: room } of open) {
      // More content than its own: so no chain of parents comes back to where it began.
      if (room <= size || room >= least || attribution === child || !holds(attribution.content, child)) continue
      least = room
      child.parent = attribution
    }
  }
}

function holds(content: readonly TokenRun[], { cue, content: inner }: Attribution): boolean {
  return [...(cue === null ? [] : [cue]), ...inner].every((part) => contains(lastFrom(content, part.first), part))
}

/** Of runs in order, the last one that begins at a token or before it; else the first. */
function lastFrom(runs: readonly TokenRun[], token: number): TokenRun {
  let low = 0
  let high = runs.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (runs[middle].first <= token) low = middle
    else high = middle
  }
  return runs[low]
}

/** The first token of a statement's cue or content. */
function startOf({ cue, content }: Attribution): number {
  return Math.min(cue?.first ?? Infinity, content[0].first)
}

function sizeOf(content: readonly TokenRun[]): number {
  return content.reduce((sum, { first, last }) => sum + last - first + 1, 0)
}
