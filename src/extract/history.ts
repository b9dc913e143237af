import { overlap, spanOfRun, type TokenRun } from '../record/runs.js'
import type { Statement } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import type { Attribution } from './attribution/attribution.js'
import type { Claim } from './attribution/claim.js'
import { confidenceOf } from './attribution/confidence.js'
import type { Draft } from './attribution/draft.js'
import type { Cast } from './entities/cast.js'
import type { Choice } from './entities/resolver.js'
import type { Outcome } from './explanation.js'
import { castOf, type Models } from './index.js'
import { statementsOf } from './statements.js'

/** What became of one draft. */
export interface Verdict {
  readonly draft: Draft
  readonly parent: Attribution | null
  readonly least: number
  readonly confidence: number
  outcome: Outcome
  /** What it became, where it was accepted at first. */
  readonly attribution?: Attribution
  /** That attribution's content then: a rule may have widened it since. */
  readonly content: readonly TokenRun[]
  readonly surer?: Draft
}

/** How an article's statements came about. */
export interface History {
  readonly verdicts: readonly Verdict[]
  readonly claims: readonly Claim[]
  readonly granted: readonly Claim[]
  readonly leastClaim: number
  readonly attributions: readonly Attribution[]
  readonly cast: Cast
  readonly choices: readonly Choice[]
  readonly idOf: ReadonlyMap<Attribution, string>
}

/** Finds the article's statements as the extractor does, and keeps what became of each draft. */
export function historyOf(tokens: Tokens, models: Models, minConfidence: number): History {
  const { attributor } = models
  const verdicts: Verdict[] = []
  let claims: readonly Claim[] = []
  let granted: readonly Claim[] = []
  let leastClaim = 1
  const attributions = attributor.attribute(tokens, {
    drafts(drafts, parent, least, accepted) {
      const judged = drafts.map((draft) => ({ draft, confidence: confidenceOf(draft, attributor.confidence) }))
      for (const { draft, confidence } of judged) {
        const attribution = accepted.get(draft)
        const surer = judged.find(
          (other) => other.draft !== draft && other.confidence >= confidence && overlap(other.draft.cue, draft.cue),
        )?.draft
        verdicts.push({
          draft,
          parent,
          least,
          confidence,
          content: attribution?.content ?? [],
          ...(attribution !== undefined
            ? { attribution, outcome: 'accepted' }
            : confidence < least
              ? { outcome: 'low-confidence' }
              : surer === undefined
                ? { outcome: 'no-content' }
                : { surer, outcome: 'overlapped' }),
        })
      }
    },
    claims(all, given, least) {
      claims = all
      granted = given
      leastClaim = least
    },
    echo(attribution) {
      const verdict = verdicts.find((each) => each.attribution === attribution)
      if (verdict !== undefined) verdict.outcome = 'echo'
    },
  })
  const choices: Choice[] = []
  const cast = castOf(tokens, attributions, models, (choice) => choices.push(choice))
  const { statements } = statementsOf(tokens, attributions, cast, minConfidence)
  return {
    verdicts,
    cast,
    choices,
    claims,
    granted,
    leastClaim,
    attributions,
    idOf: idsOf(tokens, attributions, statements),
  }
}

/** Ids that the record gives to statements. No two share cue and content, so these tell which is which. */
function idsOf(
  tokens: Tokens,
  attributions: readonly Attribution[],
  statements: readonly Statement[],
): ReadonlyMap<Attribution, string> {
  const key = (spans: readonly ({ readonly start: number; readonly end: number } | null)[]): string =>
    spans.map((span) => (span === null ? '-' : `${span.start}-${span.end}`)).join(' ')
  const ids = new Map(statements.map(({ id, cue, content }) => [key([cue, ...content]), id]))
  return new Map(
    attributions.flatMap((attribution) => {
      const parts: (TokenRun | null)[] = [attribution.cue, ...attribution.content]
      const id = ids.get(key(parts.map((run) => (run === null ? null : spanOfRun(tokens, run)))))
      return id === undefined ? [] : [[attribution, id] as const]
    }),
  )
}
