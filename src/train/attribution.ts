import type { Tokens } from '../record/tokens.js'
import {
  AFTER,
  BEFORE,
  CONTENT,
  encode,
  LABEL_COUNT,
  LABELS,
  labelsOf,
  OUTSIDE,
  roleOf,
  ROLES,
  sided,
  SIDED_LABEL_COUNT,
  SIDED_LABELS,
  type Role,
} from '../extract/attribution/labels.js'
import { eachPassage, passageOf, type CueCandidate, type Passage } from '../extract/attribution/passage.js'
import { PASSAGE_COLUMNS, PassageColumns } from '../extract/attribution/passage-columns.js'
import type { TokenRun } from '../extract/attribution/runs.js'
import { STATEMENT_COLUMNS, StatementColumns } from '../extract/attribution/statement-columns.js'
import { PASSAGE_TEMPLATES, STATEMENT_TEMPLATES } from '../extract/attribution/templates.js'
import { decodeModel, encodeModel, type Model, type StoredChain } from '../tagger/model-file.js'
import { Templates } from '../tagger/templates.js'
import type { Tokeniser } from '../tokenise/index.js'
import { converted, type GoldStatement } from './conversion.js'
import { fitCrf } from './crf.js'
import { numberFeatures } from './dictionary.js'
import { calibrationError } from './evaluate/calibration.js'
import type { Gold } from './gold.js'
import { labelInto } from './label.js'
import { once, type PassOptions } from './pass-options.js'
import { prune } from './prune.js'
import { Sequences } from './sequences.js'
import { confidences, fitWeighing } from './weighing.js'

export interface AttributionTraining {
  /**
   * Parts that the training documents are cut into. Each is labelled by a first pass that has not seen it, for the second to learn from, and by
   * both passes without it, for the confidence to be fitted on.
   */
  readonly folds: number
  readonly first: PassOptions
  readonly second: PassOptions
  /** What the second pass has every label but those of content count for more at a token of content, as a score: it misses more than it makes up. */
  readonly missCost: number
}

/** Chosen on polnear-dev; `models/attribution.md` has the figures of what else was tried. */
export const ATTRIBUTION_TRAINING: AttributionTraining = {
  folds: 4,
  first: {
    epochs: 4,
    rate: 0.02,
    penalty: 0.003,
    dropout: 0.3,
    averaged: 2,
    seeds: [7, 11, 15, 19],
    least: 3,
    most: 110_000,
  },
  second: {
    epochs: 4,
    rate: 0.005,
    penalty: 0.003,
    dropout: 0.3,
    averaged: 0,
    seeds: [3, 7, 11, 15],
    least: 3,
    most: 70_000,
  },
  missCost: 0.05,
}

/** How probable cue candidates are at least that the second pass learns from: more of them than it looks at later, to learn what is none. */
const LEAST_TRAINED_CUE_PROBABILITY = 0.2

type Article = Gold<'attribution'>

/** What belongs together and goes into one fold: an article, or parts of one. */
export type TrainingDocument = readonly Article[]

/**
 * Trains the attribution model on `train`. Its confidence is fitted on what chains that have not seen an article make of it, and looked at on
 * `dev`. The same articles and options give the same bytes.
 * @param note Is told what happens, a line at a time.
 */
export function trainAttribution(
  train: readonly TrainingDocument[],
  dev: readonly Article[],
  tokeniser: Tokeniser,
  options: AttributionTraining,
  note: (line: string) => void,
): Uint8Array {
  const { sequences, foldOf } = passageSequences(train, tokeniser, options.folds)
  note(`first pass: ${sequences.count} passages, ${sequences.starts.at(-1)!} tokens`)
  const firstKeys = numberFeatures(sequences, options.first.least)
  note(`first pass: ${firstKeys.length} features`)
  const marginals = new Float32Array(sequences.starts.at(-1)! * SIDED_LABEL_COUNT)
  const all = foldOf.map((_, s) => s)
  const firstOfFold: StoredChain[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    const rest = all.filter((s) => foldOf[s] !== fold)
    const fitted = fitCrf(sequences, firstKeys.length, SIDED_LABEL_COUNT, rest, once(options.first), null)
    const own = all.filter((s) => foldOf[s] === fold)
    labelInto(sequences, SIDED_LABEL_COUNT, fitted, own, marginals)
    firstOfFold.push(prune(fitted, firstKeys, PASSAGE_SHAPE))
    note(`first pass: fold ${fold + 1} of ${options.folds} fitted without and labelled`)
  }
  const first = prune(
    fitCrf(sequences, firstKeys.length, SIDED_LABEL_COUNT, all, options.first, null, (epoch, loss) => {
      note(`first pass: epoch ${epoch}, loss ${loss.toFixed(4)} a token`)
    }),
    firstKeys,
    PASSAGE_SHAPE,
  )

  const { sequences: statements, foldOf: foldOfStatement } = statementSequences(
    train,
    tokeniser,
    marginals,
    options.folds,
  )
  note(`second pass: ${statements.count} cue candidates, ${statements.starts.at(-1)!} tokens`)
  const secondKeys = numberFeatures(statements, options.second.least)
  const costs = costsOfMisses(options.missCost)
  const every = Array.from({ length: statements.count }, (_, s) => s)
  const second = prune(
    fitCrf(statements, secondKeys.length, LABEL_COUNT, every, options.second, costs, (epoch, loss) => {
      note(`second pass: epoch ${epoch}, loss ${loss.toFixed(4)} a token`)
    }),
    secondKeys,
    STATEMENT_SHAPE,
  )

  const unseen = firstOfFold.map((firstOfOne, fold) => {
    const rest = every.filter((s) => foldOfStatement[s] !== fold)
    const fitted = fitCrf(statements, secondKeys.length, LABEL_COUNT, rest, once(options.second), costs)
    note(`second pass: fold ${fold + 1} of ${options.folds} fitted without`)
    const articles = train.filter((_, index) => index % options.folds === fold).flat()
    const secondOfOne = prune(fitted, secondKeys, STATEMENT_SHAPE)
    return { articles, model: modelOf(chainsOf(firstOfOne, secondOfOne)) }
  })
  const chains = chainsOf(first, second)
  const weighing = fitWeighing(unseen, tokeniser)
  const model = modelOf(chains)
  const pairs = confidences({ articles: dev, model }, tokeniser, weighing)
  note(`confidence: calibration error ${calibrationError(pairs)} on ${pairs.length} drafts of unseen articles`)
  const [even, odd] = [0, 1].map((half) => ({ articles: dev.filter((_, index) => index % 2 === half), model }))
  const swapped = [confidences(odd, tokeniser, fitWeighing([even], tokeniser)), confidences(even, tokeniser, fitWeighing([odd], tokeniser))] // prettier-ignore
  note(
    `confidence: ${calibrationError(swapped.flat())} where it is fitted on one half of them and looked at on the other, then the reverse`,
  )
  return encodeModel(chains, weighing)
}

const PASSAGE_SHAPE = { labels: SIDED_LABELS, columns: PASSAGE_COLUMNS, templates: PASSAGE_TEMPLATES }
const STATEMENT_SHAPE = { labels: LABELS, columns: STATEMENT_COLUMNS, templates: STATEMENT_TEMPLATES }

function chainsOf(first: StoredChain, second: StoredChain): ReadonlyMap<string, StoredChain> {
  return new Map([
    ['first', first],
    ['second', second],
  ])
}

/** The labelled passages of articles, and the fold of each: documents take turns. */
function passageSequences(
  documents: readonly TrainingDocument[],
  tokeniser: Tokeniser,
  folds: number,
): { sequences: Sequences; foldOf: number[] } {
  const columns = new PassageColumns()
  const sequences = new Sequences(new Templates(PASSAGE_TEMPLATES, PASSAGE_COLUMNS))
  const foldOf: number[] = []
  eachArticle(documents, (article, index) => {
    const tokens = tokeniser.tokenise(article.text)
    const statements = converted(tokens, article.attributions)
    const sides = sidesOf(tokens, statements)
    eachPassage(tokens, (first, last) => {
      sequences.add(columns.fill(tokens, first, last), sidedLabels(statements, sides, first, last))
      foldOf.push(index % folds)
    })
  })
  return { sequences, foldOf }
}

function eachArticle(
  documents: readonly TrainingDocument[],
  visit: (article: Article, document: number) => void,
): void {
  documents.forEach((articles, document) => {
    for (const article of articles) visit(article, document)
  })
}

/** Costs by gold label and label: those of labels that miss a token of content. */
function costsOfMisses(cost: number): Float64Array {
  const costs = new Float64Array(LABEL_COUNT * LABEL_COUNT)
  for (const gold of labelsOf(CONTENT)) {
    for (let label = 0; label < LABEL_COUNT; label++)
      if (roleOf(label) !== CONTENT) costs[gold * LABEL_COUNT + label] = cost
  }
  return costs
}

/** What the second pass learns from: each cue candidate of the first pass with the labels of its own statement alone. */
function statementSequences(
  documents: readonly TrainingDocument[],
  tokeniser: Tokeniser,
  marginals: Float32Array,
  folds: number,
): { sequences: Sequences; foldOf: number[] } {
  const passageColumns = new PassageColumns()
  const statementColumns = new StatementColumns()
  const sequences = new Sequences(new Templates(STATEMENT_TEMPLATES, STATEMENT_COLUMNS))
  const foldOf: number[] = []
  let at = 0
  eachArticle(documents, (article, index) => {
    const tokens = tokeniser.tokenise(article.text)
    const annotated = converted(tokens, article.attributions)
    eachPassage(tokens, (first, last) => {
      const length = last - first + 1
      const columns = passageColumns.fill(tokens, first, last)
      const probabilities = Float64Array.from(
        marginals.subarray(at * SIDED_LABEL_COUNT, (at + length) * SIDED_LABEL_COUNT),
      )
      at += length
      const passage = passageOf(
        tokens,
        first,
        columns,
        { length, marginals: probabilities },
        LEAST_TRAINED_CUE_PROBABILITY,
      )
      const gold = goldOfCues(passage, annotated)
      passage.cues.forEach((cue, c) => {
        const statement = gold[c]
        const seen = statementColumns.fill(passage, cue)
        const from = first + statementColumns.from
        const own = statement === undefined ? [] : [statement]
        sequences.add(seen, goldLabels(own, from, from + seen.length - 1))
        foldOf.push(index % folds)
      })
    })
  })
  return { sequences, foldOf }
}

/** The gold statement of each cue candidate, or undefined: the one whose cue holds the candidate's head, else one that overlaps it. */
function goldOfCues(passage: Passage, statements: readonly GoldStatement[]): (GoldStatement | undefined)[] {
  const { first, length } = passage
  const within = statements.filter(({ cue }) => cue.first >= first && cue.last < first + length)
  const taken = new Set<GoldStatement>()
  const holds = ({ cue }: GoldStatement, a: number, b: number): boolean =>
    cue.first <= first + b && cue.last >= first + a
  return passage.cues.map((cue: CueCandidate) => {
    const free = within.filter((statement) => !taken.has(statement))
    const found =
      free.find((one) => holds(one, cue.head, cue.head)) ?? free.find((one) => holds(one, cue.first, cue.last))
    if (found !== undefined) taken.add(found)
    return found
  })
}

/** The runs of a statement with each role. */
function runsOf({ source, cue, content }: GoldStatement, role: Role): readonly TokenRun[] {
  if (role === 'content') return content
  const run = role === 'cue' ? cue : source
  return run === null ? [] : [run]
}

/** Where spans of several statements overlap, cues go before sources and these before contents: the last one counts. */
const PRECEDENCE = ['content', 'source', 'cue'] as const

/** The labels of tokens `first` to `last`. */
function goldLabels(statements: readonly GoldStatement[], first: number, last: number): Uint8Array {
  const roles = new Int8Array(last - first + 1).fill(-1)
  const starts = new Uint8Array(last - first + 1)
  for (const role of PRECEDENCE) {
    for (const statement of statements) {
      for (const run of runsOf(statement, role)) {
        for (let t = Math.max(run.first, first); t <= Math.min(run.last, last); t++) {
          roles[t - first] = ROLES.indexOf(role)
          starts[t - first] = t === run.first ? 1 : 0
        }
      }
    }
  }
  return encode(roles, starts)
}

/** The gold labels with the side that each token lies on. */
function sidedLabels(statements: readonly GoldStatement[], sides: Uint8Array, first: number, last: number): Uint8Array {
  return goldLabels(statements, first, last).map((label, i) => sided(label, sides[first + i]))
}

/** A statement that spans more tokens is taken for several, with nothing of it between them. */
const LONGEST_STATEMENT = 120

/** The side of its own cue that each token of an article lies on. Where statements overlap, it is that of the span that gives the label. */
function sidesOf(tokens: Tokens, statements: readonly GoldStatement[]): Uint8Array {
  const sides = new Uint8Array(tokens.count).fill(OUTSIDE)
  for (const statement of statements) {
    const all = ROLES.flatMap((role) => runsOf(statement, role))
    const first = Math.min(...all.map((run) => run.first))
    const last = Math.max(...all.map((run) => run.last))
    if (last - first >= LONGEST_STATEMENT) continue
    sides.fill(AFTER, first, last + 1)
    sides.fill(BEFORE, first, statement.cue.first)
  }
  for (const role of PRECEDENCE) {
    for (const statement of statements) {
      const { cue, content } = statement
      for (const run of runsOf(statement, role)) {
        const before = role === 'cue' ? content.some(({ first }) => first < run.first) : run.last < cue.first
        sides.fill(before ? BEFORE : AFTER, run.first, run.last + 1)
      }
    }
  }
  return sides
}

function modelOf(chains: ReadonlyMap<string, StoredChain>): Model {
  return decodeModel(encodeModel(chains, {}), 'the model in training')
}
