import { overlap, type TokenRun } from '../record/runs.js'
import type { Attribution } from './attribution/attribution.js'
import type { Role } from './attribution/labels.js'
import type { Passage } from './attribution/passage.js'
import type { Decision, Rule } from './explanation.js'
import type { History, Verdict } from './history.js'

/** The drafts that have the token, outer ones first; where none has, the nearest of the passage. */
export function verdictsAround(verdicts: readonly Verdict[], passage: Passage, token: number): Verdict[] {
  const having = verdicts.filter(({ draft }) => roleIn(draft, token) !== undefined)
  if (having.length > 0) return having
  const inPassage = verdicts.filter(
    ({ draft, parent }) =>
      parent === null && draft.head >= passage.first && draft.head < passage.first + passage.length,
  )
  const distance = ({ draft }: Verdict): number => Math.abs(draft.head - token)
  return inPassage.sort((a, b) => distance(a) - distance(b)).slice(0, 1)
}

/** Whether a token is in a statement, and what put it there or kept it out; `around` is what `verdictsAround` gives of it. */
export function decisionOn(
  token: number,
  around: readonly Verdict[],
  history: History,
  hasCandidates: boolean,
): Decision {
  const { attributions, idOf } = history
  const innermost = attributions
    .filter((attribution) => roleIn(attribution, token) !== undefined)
    .reduce<Attribution | undefined>(
      (top, next) => (top === undefined || depthOf(next) >= depthOf(top) ? next : top),
      undefined,
    )
  if (innermost !== undefined) {
    const id = idOf.get(innermost)
    const role = roleIn(innermost, token)
    return {
      inStatement: true,
      rule: ruleOf(innermost, history, token),
      ...(id === undefined ? {} : { statement: id }),
      ...(role === undefined ? {} : { role }),
    }
  }
  if (!hasCandidates) return { inStatement: false, rule: 'no-cue-candidate' }
  const having = around.filter(({ draft }) => roleIn(draft, token) !== undefined)
  const surest = having.reduce<Verdict | undefined>(
    (top, next) => (top === undefined || next.confidence > top.confidence ? next : top),
    undefined,
  )
  if (surest === undefined) return { inStatement: false, rule: 'outside' }
  return { inStatement: false, rule: surest.outcome === 'accepted' ? 'cut' : surest.outcome }
}

/** What put the token into a statement. */
function ruleOf(attribution: Attribution, { verdicts, granted }: History, token: number): Rule {
  if (attribution.verbatim) return 'interview'
  if (attribution.cue === null) return 'implied-speaker'
  const verdict = verdicts.find((each) => each.attribution === attribution)
  if (verdict === undefined) return 'set-phrase'
  if (roleIn({ ...attribution, content: verdict.content }, token) !== undefined) return 'accepted'
  const isClaimed = granted.some(
    ({ run, owner }) => owner === attribution && run.first - 1 <= token && token <= run.last + 1,
  )
  return isClaimed ? 'claimed' : 'continued-quotation'
}

function depthOf({ parent }: Attribution): number {
  return parent === null ? 0 : 1 + depthOf(parent)
}

/** The parts that a draft and a statement both have. */
interface Parts {
  readonly cue: TokenRun | null
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
}

/** What the token is in a draft or a statement. */
function roleIn({ cue, source, content }: Parts, token: number): Role | undefined {
  const here = { first: token, last: token }
  if (cue !== null && overlap(cue, here)) return 'cue'
  if (source !== null && overlap(source, here)) return 'source'
  return content.some((run) => overlap(run, here)) ? 'content' : undefined
}
