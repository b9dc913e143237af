import { spanOf, type Span } from './span.js'
import type { Tokens } from './tokens.js'

/** A run of an article's tokens, both ends included. */
export interface TokenRun {
  readonly first: number
  readonly last: number
}

export function overlap(a: TokenRun, b: TokenRun): boolean {
  return a.first <= b.last && b.first <= a.last
}

export function contains(outer: TokenRun, inner: TokenRun): boolean {
  return outer.first <= inner.first && inner.last <= outer.last
}

/** The passage of the text from the run's first token to its last. */
export function spanOfRun({ text, start, end }: Tokens, { first, last }: TokenRun): Span {
  return spanOf(text, start[first], end[last])
}
