import { spanOf, type Span } from '../record/span.js'
import type { Speaker, Statement } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import { statementStart } from '../record/verify.js'
import { actOf, headOf, isNegated } from './attribution/act.js'
import type { Attribution } from './attribution/attribution.js'
import { formOf, kindOf } from './attribution/kind.js'
import { addresseeOf, mediumOf } from './attribution/participants.js'
import type { TokenRun } from './attribution/runs.js'

/** The record's statements: attributions in text order, numbered, as spans of the text. */
export function statementsOf(tokens: Tokens, attributions: readonly Attribution[]): Statement[] {
  const drafts = attributions.map((attribution) => ({ attribution, statement: describe(tokens, attribution) }))
  drafts.sort(
    (a, b) =>
      statementStart(a.statement) - statementStart(b.statement) || depthOf(a.attribution) - depthOf(b.attribution),
  )
  const ids = new Map(drafts.map(({ attribution }, index) => [attribution, `s${index + 1}`]))
  return drafts.map(({ attribution, statement }) => ({
    id: ids.get(attribution)!,
    ...statement,
    parent: attribution.parent === null ? null : ids.get(attribution.parent)!,
  }))
}

function describe(tokens: Tokens, attribution: Attribution): Omit<Statement, 'id' | 'parent'> & { parent: null } {
  const { cue, source, content, confidence } = attribution
  const addressee = addresseeOf(tokens, attribution)
  const medium = mediumOf(tokens, attribution)
  return {
    kind: kindOf(tokens, content, tokens.quoteDepth[cue.first]),
    act: actOf(tokens, cue, content),
    speaker: speakerOf(tokens, source),
    source: source === null ? null : spanOfRun(tokens, source),
    cue: { ...spanOfRun(tokens, cue), lemma: tokens.lemma[headOf(tokens, cue)] },
    content: content.map((run) => spanOfRun(tokens, run)),
    ...(addressee === null ? {} : { addressee: spanOfRun(tokens, addressee) }),
    ...(medium === null ? {} : { medium: spanOfRun(tokens, medium) }),
    negated: isNegated(tokens, cue),
    parent: null,
    quantities: [],
    times: [],
    entities: [],
    confidence: Math.round(confidence * 1e4) / 1e4,
  }
}

function speakerOf(tokens: Tokens, source: TokenRun | null): Speaker | null {
  if (source === null) return null
  return { name: spanOfRun(tokens, source).text, form: formOf(tokens, source), resolved: false }
}

function spanOfRun({ text, start, end }: Tokens, { first, last }: TokenRun): Span {
  return spanOf(text, start[first], end[last])
}

function depthOf({ parent }: Attribution): number {
  return parent === null ? 0 : 1 + depthOf(parent)
}
