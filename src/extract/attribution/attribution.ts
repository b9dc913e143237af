import type { Clause } from './clause.js'
import type { TokenRun } from './runs.js'

/** A statement in tokens of the article, as it is put together. */
export interface Attribution extends Clause {
  /** In text order. */
  content: readonly TokenRun[]
  /** Whose words a quotation without source of its own plainly holds: the source of the statement before it. */
  readonly implied: TokenRun | null
  /** The content is verbatim though no marks say so, as an answer of a printed interview is. */
  readonly verbatim: boolean
  /** The statement in whose content this one lies. */
  parent: Attribution | null
  readonly confidence: number
}

/** A statement that a rule found, outermost as far as the rule knows: source, cue and content, and what else the rule tells. */
export function ruled(
  parts: Pick<Clause, 'cue' | 'source' | 'content'> & Partial<Clause>,
  confidence: number,
  verbatim = false,
): Attribution {
  return { addressee: null, medium: null, ...parts, implied: null, verbatim, parent: null, confidence }
}
