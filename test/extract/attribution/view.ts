import type { Statement } from '../../../src/record/record.js'
import type { Tokens } from '../../../src/record/tokens.js'
import type { Attribution } from '../../../src/extract/attribution/attribution.js'
import { clauseOf, type Clause } from '../../../src/extract/attribution/clause.js'
import type { TokenRun } from '../../../src/extract/attribution/runs.js'
import { ANAPHORS, EVIDENCE } from '../../../src/extract/entities/antecedents.js'
import { Cast } from '../../../src/extract/entities/cast.js'
import type { Name } from '../../../src/extract/entities/names.js'
import { Resolver } from '../../../src/extract/entities/resolver.js'
import { statementsOf } from '../../../src/extract/statements.js'
import { PART_OF_SPEECH } from '../../../src/record/tokens.js'
import { createTokeniser } from '../../../src/tokenise/index.js'

const tokeniser = createTokeniser()

export function tokenise(text: string): Tokens {
  return tokeniser.tokenise(text)
}

/** The tokens of a passage of the text. It must be there once, or be the first there. */
export function runOf({ text, count, start, end }: Tokens, passage: string): TokenRun {
  const at = text.indexOf(passage)
  const all = Array.from({ length: count }, (_, t) => t)
  const within = at < 0 ? [] : all.filter((t) => start[t] >= at && end[t] <= at + passage.length)
  if (within.length === 0) throw new Error(`expected "${passage}" in "${text}"`)
  return { first: within[0], last: within.at(-1)! }
}

export function textOf({ text, start, end }: Tokens, { first, last }: TokenRun): string {
  return text.slice(start[first], end[last])
}

/** What the learned part may find, by its words. */
export interface Found {
  readonly cue: string
  readonly source?: string
  readonly content: string | readonly string[]
}

/** The clause that is made of what was found, by its words; null where it is no statement. */
export function clause(text: string, found: Found) {
  const tokens = tokenise(text)
  const parts = clauseIn(tokens, found)
  if (parts === null) return null
  const words = (run: TokenRun | null): string | null => (run === null ? null : textOf(tokens, run))
  return {
    cue: words(parts.cue),
    source: words(parts.source),
    content: parts.content.map((run) => textOf(tokens, run)),
    addressee: words(parts.addressee),
    medium: words(parts.medium),
  }
}

export function clauseIn(tokens: Tokens, { cue, source, content }: Found): Clause | null {
  return clauseOf(tokens, {
    cue: runOf(tokens, cue),
    source: source === undefined ? null : runOf(tokens, source),
    content: [content].flat().map((passage) => runOf(tokens, passage)),
  })
}

/** A statement of an article as the rules get it. */
export function attribution(tokens: Tokens, found: Found): Attribution {
  const parts = clauseIn(tokens, found)
  if (parts === null) throw new Error(`expected a statement, got none for "${found.cue}"`)
  return { ...parts, implied: null, verbatim: false, parent: null, confidence: 0.9 }
}

/** The record's statement that is made of what was found. */
export function statement(text: string, found: Found): Statement {
  const tokens = tokenise(text)
  return statementsFrom(tokens, [attribution(tokens, found)])[0]
}

/** The record's statements, where each proper noun names a person and nothing tells which antecedent is the likelier. */
export function statementsFrom(tokens: Tokens, attributions: readonly Attribution[]): Statement[] {
  const names: Name[] = []
  for (let t = 0; t < tokens.count; t++) {
    if (tokens.pos[t] === PART_OF_SPEECH.PROPN) names.push({ first: t, last: t, type: 'PERSON', probability: 1 })
  }
  const resolver = new Resolver({ rows: [null, ...ANAPHORS].map(() => EVIDENCE.map(() => 0)) })
  const resolution = resolver.resolve(tokens, names, attributions)
  const sources = attributions.map(({ source }) => source)
  return statementsOf(tokens, attributions, new Cast(tokens, resolution, sources), 0).statements
}
