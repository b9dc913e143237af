import { HearsayError } from '../../record/errors.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { expectShape, type Model } from '../../tagger/model-file.js'
import { adjunctsOf } from './adjuncts.js'
import { asClausesOf } from './as-clauses.js'
import type { Attribution } from './attribution.js'
import { citationsOf } from './citations.js'
import { claims, grant, LEAST_CLAIM_PROBABILITY, type Claim } from './claim.js'
import { clauseOf } from './clause.js'
import { coordinatedCuesOf } from './coordinated-cues.js'
import { separate } from './coordination.js'
import { chosen, type Confidence } from './confidence.js'
import { describedSourcesOf } from './described-sources.js'
import type { Draft } from './draft.js'
import { Drafter } from './drafter.js'
import { withPredicate } from './extent.js'
import { holdsClause } from './finite-verbs.js'
import { headlinesOf } from './headlines.js'
import { hedgesOf } from './hedges.js'
import { REPORTING_NOUNS, REPORTING_VERBS } from './lexicon.js'
import { LABELS, SIDED_LABELS } from './labels.js'
import { nest } from './nesting.js'
import { nounClausesOf } from './noun-clauses.js'
import { PASSAGE_COLUMNS } from './passage-columns.js'
import { plainCuesOf } from './plain-cues.js'
import { passivesOf } from './passives.js'
import { continueQuotations } from './quotation-runs.js'
import { contains, quotationsFrom, type TokenRun } from './runs.js'
import { withDate } from './source.js'
import { STATEMENT_COLUMNS } from './statement-columns.js'
import { subjectOf } from './subject.js'
import { tagsOf } from './tags.js'
import { labelledQuotations, signedQuotations, turnsOf } from './transcripts.js'

/** How deep statements nest: "A said that B claims that C knew". */
const DEEPEST_NESTING = 4

/**
 * How sure a statement within the content of another must at least be that has no clause for its content, however low the confidence that is asked
 * for ("she does not deserve to sit here"). Of such below 0.5 three in four were wrong; at 0.35 GUM's interviews keep theirs.
 */
const LEAST_NESTED_CONFIDENCE = 0.35

/** The fewest tokens of content in which another statement is looked for. */
const SHORTEST_OUTER_CONTENT = 4

/**
 * How many contents that hold a token are searched for further statements. Real ones nest a few deep; without a bound, many long ones that
 * share their words would each be searched as a whole.
 */
const MOST_SEARCHES = 6

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
  /** Contents that no statement had may belong to these; those of `granted`, with a probability of `least` or more, were given. */
  claims(claims: readonly Claim[], granted: readonly Claim[], least: number): void
  /** An accepted statement was dropped again: it repeats another one, or the one that it was found in. */
  echo(attribution: Attribution): void
}

/** Finds the statements of an article: sources, cues, contents, and which lies in which. */
export class Attributor {
  readonly drafter: Drafter
  /** How likely a draft is by its own evidence. */
  readonly ranking: Confidence
  /** How likely it is beside the others. */
  readonly confidence: Confidence
  /** How likely a content that none has belongs to a statement. */
  readonly claiming: Confidence
  readonly #least: number

  /**
   * @param least Statements below this confidence are left out, and claims below this probability.
   * @throws HearsayError `bad-model` where the model is one for something else, or for other columns and labels than these passes have.
   */
  constructor(model: Model, least: number) {
    const first = model.chains.get('first')
    const second = model.chains.get('second')
    const { ranking, confidence, claiming } = model.notes as {
      readonly [name in 'ranking' | 'confidence' | 'claiming']?: Confidence
    }
    if (!first || !second || !ranking || !confidence || !claiming)
      throw new HearsayError(
        'bad-model',
        'Expected an attribution model, got a model for something else. Train it anew.',
      )
    expectShape(first, 'first', PASSAGE_COLUMNS, SIDED_LABELS)
    expectShape(second, 'second', STATEMENT_COLUMNS, LABELS)
    this.drafter = new Drafter(first, second, ranking)
    this.ranking = ranking
    this.confidence = confidence
    this.claiming = claiming
    this.#least = least
  }

  /** The statements, outermost first; `witness` hears how they came about. */
  attribute(tokens: Tokens, witness?: Witness): Attribution[] {
    const taken = new Uint8Array(tokens.count)
    const all = [...turnsOf(tokens), ...signedQuotations(tokens)]
    const free = (one: Attribution): boolean => {
      if (take(taken, one)) return true
      witness?.echo(one)
      return false
    }
    for (const turn of all) take(taken, turn)
    const untaken = (cue: TokenRun): boolean => isFree(taken, cue)
    // A set phrase tells the ends of its parts better than the model does.
    for (const ruled of [
      ...adjunctsOf(tokens, untaken),
      ...asClausesOf(tokens, untaken),
      ...hedgesOf(tokens, untaken),
      ...labelledQuotations(tokens, untaken),
    ])
      if (ruled.confidence >= this.#least && take(taken, ruled)) all.push(ruled)
    const reading = this.drafter.read(tokens)
    const owners = new Map([...this.#accept(tokens, reading.drafts, null, witness)].filter(([, one]) => free(one)))
    for (const one of owners.values()) all.push(one)
    for (const ruled of [
      ...tagsOf(tokens, untaken),
      ...passivesOf(tokens, untaken),
      ...describedSourcesOf(tokens, untaken),
      ...plainCuesOf(tokens, untaken),
      ...headlinesOf(tokens, all, untaken),
    ])
      if (ruled.confidence >= this.#least && take(taken, ruled)) all.push(ruled)
    for (const ruled of coordinatedCuesOf(tokens, all, untaken)) if (take(taken, ruled)) all.push(ruled)
    separate(tokens, all)
    const claimed = claims(tokens, reading, owners, all, this.claiming)
    const leastClaim = Math.max(this.#least, LEAST_CLAIM_PROBABILITY)
    const granted = grant(tokens, claimed, leastClaim)
    witness?.claims(claimed, granted, leastClaim)
    for (const one of owners.values())
      if (one.cue !== null) one.content = withPredicate(tokens, one.cue, one.content, (token) => taken[token] === 1)
    continueQuotations(tokens, all, this.#least)
    const search: NestedSearch = { tokens, all, free, searches: new Uint8Array(tokens.count), witness }
    for (const attribution of [...all]) {
      // The paragraphs of an interview have been looked at as they stand.
      if (!attribution.verbatim) this.#addNested(search, attribution, 1)
    }
    for (const [draft, one] of owners) this.#addBehind(search, draft, one)
    for (const ruled of [...nounClausesOf(tokens, untaken), ...citationsOf(tokens, all, untaken)])
      if (ruled.confidence >= this.#least && take(taken, ruled)) all.push(ruled)
    nest(all)
    return all
  }

  #accept(
    tokens: Tokens,
    drafts: readonly Draft[],
    parent: Attribution | null,
    witness: Witness | undefined,
  ): Map<Draft, Attribution> {
    const certainty = parent?.confidence ?? 1
    const least = this.#least / certainty
    const accepted = new Map<Draft, Attribution>()
    const before: Attribution[] = []
    for (const { draft, confidence } of chosen(drafts, this.confidence, least)) {
      let clause = clauseOf(tokens, draft)
      if (clause === null) continue
      const source = clause.source === null ? subjectOf(tokens, clause, before) : null
      if (source !== null) clause = clauseOf(tokens, { ...draft, source }) ?? clause
      const isWeak = parent !== null && confidence * certainty < LEAST_NESTED_CONFIDENCE
      if (isWeak && !clause.content.some((run) => holdsClause(tokens, run))) continue
      const whole = clause.source === null ? null : withDate(tokens, clause.source)
      const one: Attribution = {
        ...clause,
        source: whole,
        implied: null,
        verbatim: false,
        parent,
        confidence: confidence * certainty,
      }
      accepted.set(draft, one)
      before.push(one)
    }
    witness?.drafts(drafts, parent, least, accepted)
    return accepted
  }

  /** Looks for further statements in what a content lost behind a semicolon, which the first pass has read as a part of it. */
  #addBehind(search: NestedSearch, draft: Draft, { content }: Attribution): void {
    const { tokens, all, free, searches, witness } = search
    const end = content.at(-1)!.last
    const rest = { first: end + 2, last: draft.content.at(-1)?.last ?? end }
    if (tokens.word[end + 1] !== ';' || rest.last - rest.first + 1 < SHORTEST_OUTER_CONTENT) return
    if (!reports(tokens, rest) || !count(searches, rest)) return
    const found = this.#accept(tokens, this.drafter.draftsWithin(tokens, rest), null, witness)
    for (const one of found.values()) {
      if (!one.content.every((part) => contains(rest, part))) witness?.echo(one)
      else if (free(one)) all.push(one)
    }
  }

  /** Looks for further statements within the contents: an outermost pass sees a content as a whole. */
  #addNested(search: NestedSearch, attribution: Attribution, depth: number): void {
    const { tokens, all, free, searches, witness } = search
    for (const run of attribution.content) {
      const inside = withoutOuterMarks(tokens, run, quotationsFrom(tokens, run.first))
      if (inside.last - inside.first + 1 < SHORTEST_OUTER_CONTENT || !reports(tokens, inside)) continue
      if (!count(searches, inside)) continue
      const found = this.#accept(tokens, this.drafter.draftsWithin(tokens, inside), attribution, witness)
      for (const nested of found.values()) {
        const echo = nested.content.some((part) => contains(part, inside) || !contains(run, part))
        if (echo) witness?.echo(nested)
        else if (free(nested)) {
          all.push(nested)
          if (depth < DEEPEST_NESTING) this.#addNested(search, nested, depth + 1)
        }
      }
    }
  }
}

/** What the searches within the contents of an article share. */
interface NestedSearch {
  readonly tokens: Tokens
  /** The statements so far; what is found is added. */
  readonly all: Attribution[]
  /** Takes the cue of a statement; false where it was taken already. */
  readonly free: (one: Attribution) => boolean
  /** Of each token, how many contents that hold it were searched. */
  readonly searches: Uint8Array
  readonly witness: Witness | undefined
}

/** Counts a search of the run; false where a part of it has been searched often enough. */
function count(searches: Uint8Array, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (searches[t] === MOST_SEARCHES) return false
  for (let t = first; t <= last; t++) searches[t]++
  return true
}

/** Marks the tokens of a cue as taken; false where one was taken already: then it is the cue of a statement that is known. */
function take(taken: Uint8Array, { cue }: Attribution): boolean {
  if (cue === null) return true
  if (!isFree(taken, cue)) return false
  taken.fill(1, cue.first, cue.last + 1)
  return true
}

function isFree(taken: Uint8Array, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) if (taken[t] === 1) return false
  return true
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

/** Whether there is a verb that reports, or a noun that may stand for one: "the claim that". */
function reports({ lemma, word, pos }: Tokens, { first, last }: TokenRun): boolean {
  for (let t = first; t <= last; t++) {
    if (pos[t] === VERB ? REPORTING_VERBS.has(lemma[t]) : word[t] === 'according') return true
    if (word[t] === 'that' && t > first && REPORTING_NOUNS.has(lemma[t - 1])) return true
  }
  return false
}

const { VERB } = PART_OF_SPEECH
