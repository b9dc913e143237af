import { spanOfRun } from '../record/runs.js'
import type { Speaker, Statement } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import { statementStart } from '../record/verify.js'
import { actOf, headOf, isNegated, verbOf } from './attribution/act.js'
import type { Attribution } from './attribution/attribution.js'
import { formOf, kindOf } from './attribution/kind.js'

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
  const { cue, source, content, addressee, medium, verbatim, confidence } = attribution
  const depth = tokens.quoteDepth[(cue ?? content[0]).first] - (cue === null ? 1 : 0)
  return {
    kind: verbatim ? 'direct' : kindOf(tokens, content, depth),
    act: actOf(tokens, attribution),
    speaker: speakerOf(tokens, attribution),
    source: source === null ? null : spanOfRun(tokens, source),
    cue: cue === null ? null : { ...spanOfRun(tokens, cue), lemma: verbOf(tokens, headOf(tokens, cue)) },
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

/** Who holds it: the source as it stands, or where there is none, that of the statement which it plainly goes on from. */
function speakerOf(tokens: Tokens, { source, implied }: Attribution): Speaker | null {
  const named = source ?? implied
  if (named === null) return null
  const form = source === null ? 'implied' : formOf(tokens, source)
  return { name: spanOfRun(tokens, named).text, form, resolved: false }
}

function depthOf({ parent }: Attribution): number {
  return parent === null ? 0 : 1 + depthOf(parent)
}
