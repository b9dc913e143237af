import type { Tokens } from '../../record/tokens.js'
import type { Model } from '../../tagger/model-file.js'
import { HearsayError } from '../../record/errors.js'
import type { Attribution } from './attribution.js'
import { chosen, type Confidence } from './confidence.js'
import type { Draft } from './draft.js'
import { Drafter } from './drafter.js'
import { REPORTING_NOUNS, REPORTING_VERBS } from './lexicon.js'
import { continueQuotations } from './quotation-runs.js'
import { contains, joined, overlap, quotationsFrom, withoutJoints, withQuotationMarks, type TokenRun } from './runs.js'

/** How deep statements nest: "A said that B claims that C knew". */
const DEEPEST_NESTING = 4

/** The fewest tokens of content in which another statement is looked for. */
const SHORTEST_OUTER_CONTENT = 4

/** Is told what becomes of the drafts, so that how a result came about can be shown without working it out a second time. */
export interface Witness {
  /**
   * Of these drafts, found in the article or in the content of `parent`, those of `accepted` became statements. `least` is the
   * confidence that each needed by itself.
   */
  drafts(
    drafts: readonly Draft[],
    parent: Attribution | null,
    least: number,
    accepted: ReadonlyMap<Draft, Attribution>,
  ): void
  /** An accepted statement was dropped again: it repeats the one that it was found in. */
  echo(attribution: Attribution): void
}

/** Finds the statements of an article: sources, cues, contents, and which lies in which. */
export class Attributor {
  readonly drafter: Drafter
  readonly confidence: Confidence
  readonly #least: number

  /**
   * @param least Statements below this confidence are left out.
   * @throws HearsayError `bad-model` where the model is one for something else.
   */
  constructor(model: Model, least: number) {
    const first = model.chains.get('first')
    const second = model.chains.get('second')
    const { confidence } = model.notes as { confidence?: Confidence }
    if (first === undefined || second === undefined || confidence === undefined)
      throw new HearsayError(
        'bad-model',
        'Expected an attribution model, got a model for something else. Train it anew.',
      )
    this.drafter = new Drafter(first, second)
    this.confidence = confidence
    this.#least = least
  }

  /** The statements, each after the one that it lies in; `witness` hears how they came about. */
  attribute(tokens: Tokens, witness?: Witness): Attribution[] {
    const outer = this.#accept(tokens, this.drafter.drafts(tokens), null, witness)
    continueQuotations(tokens, outer)
    const all: Attribution[] = []
    for (const attribution of outer) this.#addWithNested(tokens, attribution, 1, all, witness)
    return all
  }

  #accept(
    tokens: Tokens,
    drafts: readonly Draft[],
    parent: Attribution | null,
    witness: Witness | undefined,
  ): Attribution[] {
    const certainty = parent?.confidence ?? 1
    const least = this.#least / certainty
    const accepted = new Map<Draft, Attribution>()
    for (const { draft, confidence } of chosen(drafts, this.confidence, least)) {
      const content = contentOf(tokens, draft)
      if (content.length === 0) continue
      const source = draft.source === null ? null : withoutJoints(tokens, draft.source)
      accepted.set(draft, { cue: draft.cue, source, content, parent, confidence: confidence * certainty })
    }
    witness?.drafts(drafts, parent, least, accepted)
    return [...accepted.values()]
  }

  /** Looks for further statements within the contents: an outermost pass sees a content as a whole. */
  #addWithNested(
    tokens: Tokens,
    attribution: Attribution,
    depth: number,
    into: Attribution[],
    witness: Witness | undefined,
  ): void {
    into.push(attribution)
    if (depth === DEEPEST_NESTING) return
    for (const run of attribution.content) {
      const inside = withoutOuterMarks(tokens, run, quotationsFrom(tokens, run.first))
      if (inside.last - inside.first + 1 < SHORTEST_OUTER_CONTENT || !reports(tokens, inside)) continue
      for (const nested of this.#accept(tokens, this.drafter.draftsWithin(tokens, inside), attribution, witness)) {
        const echo = nested.content.some((part) => contains(part, inside)) || overlap(nested.cue, attribution.cue)
        if (echo) witness?.echo(nested)
        else this.#addWithNested(tokens, nested, depth + 1, into, witness)
      }
    }
  }
}

/** The content's runs with their quotation marks, without the marks that join them to the cue, less cue and source. */
function contentOf(tokens: Tokens, { content, cue, source }: Draft): TokenRun[] {
  const runs = content.flatMap((run) => {
    const bare = withoutJoints(tokens, run)
    if (bare === null) return []
    const marked = withQuotationMarks(tokens, bare)
    return overlap(marked, cue) || (source !== null && overlap(marked, source)) ? [bare] : [marked]
  })
  return joined(runs)
}

/** The run without the marks of a quotation that it is all of, or that it begins or ends. */
function withoutOuterMarks({ quotations }: Tokens, { first, last }: TokenRun, from: number): TokenRun {
  for (let q = from; q < quotations.count && quotations.open[q] <= first; q++) {
    if (quotations.open[q] !== first) continue
    const close = quotations.close[q]
    if (close === last) return { first: first + 1, last: quotations.closed[q] === 1 ? last - 1 : last }
    if (close > last) return { first: first + 1, last }
  }
  return { first, last }
}

function reports({ lemma }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (REPORTING_VERBS.has(lemma[t]) || REPORTING_NOUNS.has(lemma[t])) return true
  return false
}
