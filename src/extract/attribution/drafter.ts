import type { Tokens } from '../../record/tokens.js'
import type { Labeller } from '../../tagger/labeller.js'
import { compete } from './competition.js'
import type { Confidence } from './confidence.js'
import { draftOf, type Draft } from './draft.js'
import { CONTENT, CUE, labelsOf, roleProbability } from './labels.js'
import { eachPassage, LONGEST_PASSAGE, passageOf, type CueCandidate, type Passage } from './passage.js'
import { PassageColumns } from './passage-columns.js'
import type { TokenRun } from './runs.js'
import { StatementColumns } from './statement-columns.js'
import { Words } from './words.js'

/** What both passes see in an article. */
export interface Reading {
  /** Every draft, probable or not, in the order of their cues. */
  readonly drafts: readonly Draft[]
  /** The contents of the first pass, in order. */
  readonly contents: readonly TokenRun[]
  /** Of each token, the probability that it is content, by the first pass. */
  readonly contentProbability: Float32Array
}

/**
 * Finds statements in two passes. The first labels each passage with sources, cues and contents, whatever statement they belong to. The
 * second takes each place that may be a cue and labels what belongs to this one, so that it links as it labels.
 */
export class Drafter {
  readonly #first: Labeller
  readonly #second: Labeller
  readonly #ranking: Confidence | null
  readonly #words = new Words()
  readonly #passageColumns = new PassageColumns(this.#words)
  readonly #statementColumns = new StatementColumns()
  readonly #cueLabels = labelsOf(CUE)

  /** @param ranking How likely a draft is by its own evidence; without it drafts are not compared with each other. */
  constructor(first: Labeller, second: Labeller, ranking: Confidence | null) {
    this.#first = first
    this.#second = second
    this.#ranking = ranking
  }

  read(tokens: Tokens): Reading {
    const drafts: Draft[] = []
    const contents: TokenRun[] = []
    const contentProbability = new Float32Array(tokens.count)
    eachPassage(tokens, (first, last) => {
      const passage = this.passage(tokens, first, last)
      const { length, marginals, segments } = passage
      for (let i = 0; i < length; i++) contentProbability[first + i] = roleProbability(marginals, i, CONTENT)
      for (const segment of segments)
        if (segment.role === CONTENT) contents.push({ first: first + segment.first, last: first + segment.last })
      this.#draftPassage(passage, drafts)
    })
    this.#words.trim()
    return { drafts: this.#compared(drafts), contents, contentProbability }
  }

  /** The drafts of a run of tokens taken by itself, as if it were a paragraph: what a content says of who said what. */
  draftsWithin(tokens: Tokens, { first, last }: TokenRun): Draft[] {
    const drafts: Draft[] = []
    for (let from = first; from <= last; from += LONGEST_PASSAGE)
      this.#draftPassage(this.passage(tokens, from, Math.min(last, from + LONGEST_PASSAGE - 1)), drafts)
    return this.#compared(drafts)
  }

  /** The first pass over tokens `first` to `last`. It holds until the next passage. */
  passage(tokens: Tokens, first: number, last: number): Passage {
    const columns = this.#passageColumns.fill(tokens, first, last)
    return passageOf(tokens, first, columns, this.#first.label(columns))
  }

  /** The second pass over one cue candidate of a passage that still holds: its statement, or null where it found none. */
  draft(passage: Passage, cue: CueCandidate): Draft | null {
    const columns = this.#statementColumns.fill(passage, cue)
    const { from } = this.#statementColumns
    return draftOf(passage, cue, from, this.#second.label(columns, { token: cue.head - from, labels: this.#cueLabels }))
  }

  #compared(drafts: Draft[]): Draft[] {
    return this.#ranking === null ? drafts : compete(drafts, this.#ranking)
  }

  #draftPassage(passage: Passage, into: Draft[]): void {
    for (const cue of passage.cues) {
      const draft = this.draft(passage, cue)
      if (draft !== null) into.push(draft)
    }
  }
}
