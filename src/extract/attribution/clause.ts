import type { Tokens } from '../../record/tokens.js'
import { headOf, isNaming, isPassive } from './act.js'
import { cueOf } from './cue.js'
import type { Draft } from './draft.js'
import { PASSIVE_WITH_ADDRESSEE, PASSIVE_WITH_CONTENT } from './lexicon.js'
import { addresseeOf, agentOf, mediumOf } from './participants.js'
import { joined, overlap, without, withoutJoints, withQuotationMarks, type TokenRun } from './runs.js'
import { sourceOf } from './source.js'

/** The parts of one statement, cut as the guidelines for annotation have it, in tokens of the article. */
export interface Clause {
  /** Null for a quotation without any. */
  readonly cue: TokenRun | null
  readonly source: TokenRun | null
  /** In text order. */
  readonly content: readonly TokenRun[]
  readonly addressee: TokenRun | null
  readonly medium: TokenRun | null
}

/** A draft with its parts cut to what they should hold; null where no content is left, or where it only tells a name. */
export function clauseOf(tokens: Tokens, draft: Draft): Clause | null {
  const { cue, label, rest } = cueOf(tokens, draft.cue)
  if (isNaming(tokens, cue)) return null
  let source = sourceOf(tokens, draft.source, cue, label)
  let content = contentOf(tokens, rest === null ? draft.content : withRest(draft.content, rest), cue, source)
  if (content.length === 0) return null
  let addressee: TokenRun | null = null
  if (source !== null && source.last < cue.first && isPassive(tokens, cue)) {
    const { lemma, word } = tokens
    const verb = lemma[headOf(tokens, cue)]
    const subject = source
    const isNobody = subject.first === subject.last && EXPLETIVES.has(word[subject.first])
    if (PASSIVE_WITH_ADDRESSEE.has(verb)) {
      addressee = subject
      source = agentOf(tokens, cue)
    } else if (PASSIVE_WITH_CONTENT.has(verb)) {
      source = agentOf(tokens, cue)
      if (!isNobody && !content.some((run) => overlap(run, subject))) content = joined([subject, ...content])
    }
  }
  if (addressee === null) {
    const found = addresseeOf(tokens, { cue, source, content })
    addressee = found.addressee
    content = found.content
  }
  if (content.length === 0) return null
  const medium = mediumOf(tokens, { cue, source, content })
  return { cue, source, content, addressee, medium }
}

const EXPLETIVES = new Set(['it', 'there'])

/** What a cue gives up to the content that follows it: "of" of "was accused of". */
function withRest(content: readonly TokenRun[], rest: TokenRun): TokenRun[] {
  return content.map((run) => (run.first === rest.last + 1 ? { first: rest.first, last: run.last } : run))
}

/** The content's runs with their quotation marks, without the marks that join them to the cue, less cue and source. */
function contentOf(
  tokens: Tokens,
  content: readonly TokenRun[],
  cue: TokenRun,
  source: TokenRun | null,
): readonly TokenRun[] {
  const runs = content.flatMap((run) => {
    const bare = withoutJoints(tokens, run)
    if (bare === null) return []
    const marked = withQuotationMarks(tokens, bare)
    if (!overlap(marked, cue) && (source === null || !overlap(marked, source))) return [marked]
    const left = without([bare], cue)
    return source === null ? left : without(left, source)
  })
  return joined(runs)
}
