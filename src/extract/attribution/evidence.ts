/** Of the first pass: how sure it is that the content is one. */
export const FIRST_PASS_CONTENT = 'content certainty, first pass'

/** Of the same: how much of it no surer draft claims. */
export const UNCLAIMED_CONTENT = 'content of the first pass claimed by none of them'

/** Names of the numbers that speak for or against a draft by itself. */
export const OWN_EVIDENCE: readonly string[] = [
  'cue log-odds, second pass',
  'cue log-odds, first pass',
  'source certainty',
  'source edges',
  'no source',
  'content certainty',
  'content edges',
  FIRST_PASS_CONTENT,
  'log of content length',
]

/** Names of the numbers that tell how a draft stands beside the surer drafts around it. */
export const COMPETITION: readonly string[] = [
  'log-odds of the draft by itself',
  'share of content claimed by surer drafts',
  UNCLAIMED_CONTENT,
  'content holds the cue of one of them',
  'cue lies in the content of one of them',
  'cue shared with one of them',
]

/** Names of the numbers that tell whether a content that no statement has belongs to a statement near it. */
export const CLAIM_EVIDENCE: readonly string[] = [
  'log-odds of content, first pass',
  'content certainty, second pass',
  'the same for the surest other draft',
  'quoted as the statement is',
  'sentences between',
  'cues of statements between',
  'whole sentences',
  'behind the cue',
  'cue within a quotation',
]

/** Names of all the numbers that a confidence is worked out from. */
export const EVIDENCE: readonly string[] = [...OWN_EVIDENCE, ...COMPETITION]
