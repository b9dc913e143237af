import { spanOfRun } from '../record/runs.js'
import type { Entity, Statement } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import { statementStart } from '../record/verify.js'
import { actOf, headOf, isNegated, verbOf } from './attribution/act.js'
import type { Attribution } from './attribution/attribution.js'
import { kindOf } from './attribution/kind.js'
import type { Cast } from './entities/cast.js'
import type { Referent } from './entities/referents.js'
import { voiceOf, type Voice } from './speakers/speaker.js'

/**
 * The record's entities, and its statements: attributions in text order, numbered, as spans of the text, with who speaks in each.
 * @param least A name that would take the confidence of its statement below this is not given.
 */
export function statementsOf(
  tokens: Tokens,
  attributions: readonly Attribution[],
  cast: Cast,
  least: number,
): { entities: Entity[]; statements: Statement[] } {
  const drafts = attributions.map((attribution) => {
    const { addressee, medium } = attribution
    const beside = (run: Attribution['addressee']): Referent | null => {
      const who = run === null ? [] : cast.of(run)
      return who.length === 1 && !who[0].isGroup ? who[0].referent : null
    }
    return {
      attribution,
      voice: voiceOf(tokens, attribution, cast, least / attribution.confidence),
      addressee: beside(addressee),
      // Behind its preposition: "on Twitter".
      medium: beside(
        medium === null || medium.first === medium.last ? medium : { first: medium.first + 1, last: medium.last },
      ),
      statement: describe(tokens, attribution),
    }
  })
  drafts.sort(
    (a, b) =>
      statementStart(a.statement) - statementStart(b.statement) || depthOf(a.attribution) - depthOf(b.attribution),
  )
  const ids = new Map(drafts.map(({ attribution }, index) => [attribution, `s${index + 1}`]))
  const asked = new Set(
    drafts.flatMap(({ voice, addressee, medium }) => [voice?.referent, addressee, medium].filter((one) => one != null)),
  )
  const { entities, ids: entityIds } = cast.entities(asked)
  const linked = (one: Referent | null): { entity?: string } => {
    const id = one === null ? undefined : entityIds.get(one)
    return id === undefined ? {} : { entity: id }
  }
  const statements = drafts.map(({ attribution, statement, voice, addressee, medium }): Statement => ({
    id: ids.get(attribution)!,
    ...statement,
    speaker: voice === null ? null : { ...voice.speaker, ...linked(voice.referent) },
    ...(statement.addressee === undefined ? {} : { addressee: { ...statement.addressee, ...linked(addressee) } }),
    ...(statement.medium === undefined ? {} : { medium: { ...statement.medium, ...linked(medium) } }),
    entities: cast.within(attribution.content, entityIds),
    confidence: rounded(attribution.confidence * certaintyOf(voice)),
    parent: attribution.parent === null ? null : ids.get(attribution.parent)!,
  }))
  return { entities, statements }
}

function certaintyOf(voice: Voice<Referent> | null): number {
  return voice === null ? 1 : voice.certainty
}

function describe(tokens: Tokens, attribution: Attribution): Omit<Statement, 'id' | 'parent'> & { parent: null } {
  const { cue, source, content, addressee, medium, verbatim, confidence } = attribution
  const depth = tokens.quoteDepth[(cue ?? content[0]).first] - (cue === null ? 1 : 0)
  return {
    kind: verbatim ? 'direct' : kindOf(tokens, content, depth),
    act: actOf(tokens, attribution),
    speaker: null,
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
    confidence,
  }
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1e4) / 1e4
}

function depthOf({ parent }: Attribution): number {
  return parent === null ? 0 : 1 + depthOf(parent)
}
