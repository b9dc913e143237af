import type { TokenRun } from './runs.js'

/** A statement in tokens of the article, as it is put together. */
export interface Attribution {
  readonly cue: TokenRun
  readonly source: TokenRun | null
  /** In text order. */
  content: readonly TokenRun[]
  /** The statement in whose content this one was found. */
  readonly parent: Attribution | null
  readonly confidence: number
}
