import type { Tokens } from '../record/tokens.js'
import {
  AFTER,
  BEFORE,
  CONTENT,
  CUE,
  encode,
  LABEL_COUNT,
  LABELS,
  labelsOf,
  OUTSIDE,
  roleOf,
  sided,
  SIDED_LABEL_COUNT,
  SIDED_LABELS,
  SOURCE,
} from '../extract/attribution/labels.js'
import { eachPassage, passageOf, type CueCandidate, type Passage } from '../extract/attribution/passage.js'
import { PASSAGE_COLUMNS, PassageColumns } from '../extract/attribution/passage-columns.js'
import type { TokenRun } from '../extract/attribution/runs.js'
import { STATEMENT_COLUMNS, StatementColumns } from '../extract/attribution/statement-columns.js'
import { PASSAGE_TEMPLATES, STATEMENT_TEMPLATES } from '../extract/attribution/templates.js'
import { Words } from '../extract/attribution/words.js'
import { decodeModel, encodeModel, type Model, type StoredChain } from '../tagger/model-file.js'
import { Templates } from '../tagger/templates.js'
import type { Tokeniser } from '../tokenise/index.js'
import { fitCrf, type FitOptions } from './crf.js'
import { numberFeatures } from './dictionary.js'
import { calibrationError } from './evaluate/calibration.js'
import type { Gold } from './gold.js'
import { labelInto } from './label.js'
import { prune } from './prune.js'
import { Sequences } from './sequences.js'
import { runOf } from './span-run.js'
import { confidences, fitWeighing } from './weighing.js'

export interface AttributionTraining {
  /**
   * Parts that the training articles are cut into. Each is labelled by a first pass that has not seen it, for the second to learn from, and by
   * both passes without it, for the confidence to be fitted on.
   */
  readonly folds: number
  readonly first: PassOptions
  readonly second: PassOptions
  /** What the second pass has every label but those of content count for more at a token of content, as a score: it misses more than it makes up. */
  readonly missCost: number
}

export interface PassOptions extends FitOptions {
  /** A feature that occurs less often is left out. */
  readonly least: number
}

/** Chosen on polnear-dev; `models/attribution.md` has the figures of what else was tried. */
export const ATTRIBUTION_TRAINING: AttributionTraining = {
  folds: 4,
  first: { epochs: 4, rate: 0.02, penalty: 0.003, dropout: 0.3, averaged: 2, seed: 7, least: 3, most: 110_000 },
  second: { epochs: 4, rate: 0.005, penalty: 0.003, dropout: 0.3, averaged: 0, seed: 3, least: 3, most: 70_000 },
  missCost: 0.05,
}

type Article = Gold<'attribution'>
type Attribution = Article['attributions'][number]

/**
 * Trains the attribution model on `train`. Its confidence is fitted on what chains that have not seen an article make of it, and looked at on
 * `dev`. The same articles and options give the same bytes.
 * @param note Is told what happens, a line at a time.
 */
export function trainAttribution(
  train: readonly Article[],
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
    const fitted = fitCrf(sequences, firstKeys.length, SIDED_LABEL_COUNT, rest, options.first, null)
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
    const fitted = fitCrf(statements, secondKeys.length, LABEL_COUNT, rest, options.second, costs)
    note(`second pass: fold ${fold + 1} of ${options.folds} fitted without`)
    const articles = train.filter((_, index) => index % options.folds === fold)
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

/** The labelled passages of articles, and the fold of each: articles take turns. */
function passageSequences(
  articles: readonly Article[],
  tokeniser: Tokeniser,
  folds: number,
): { sequences: Sequences; foldOf: number[] } {
  const columns = new PassageColumns(new Words())
  const sequences = new Sequences(new Templates(PASSAGE_TEMPLATES, PASSAGE_COLUMNS))
  const foldOf: number[] = []
  articles.forEach((article, index) => {
    const tokens = tokeniser.tokenise(article.text)
    const sides = sidesOf(tokens, article.attributions)
    eachPassage(tokens, (first, last) => {
      sequences.add(columns.fill(tokens, first, last), sidedLabels(tokens, article.attributions, sides, first, last))
      foldOf.push(index % folds)
    })
  })
  return { sequences, foldOf }
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
  articles: readonly Article[],
  tokeniser: Tokeniser,
  marginals: Float32Array,
  folds: number,
): { sequences: Sequences; foldOf: number[] } {
  const passageColumns = new PassageColumns(new Words())
  const statementColumns = new StatementColumns()
  const sequences = new Sequences(new Templates(STATEMENT_TEMPLATES, STATEMENT_COLUMNS))
  const foldOf: number[] = []
  let at = 0
  articles.forEach((article, index) => {
    const tokens = tokeniser.tokenise(article.text)
    eachPassage(tokens, (first, last) => {
      const length = last - first + 1
      const columns = passageColumns.fill(tokens, first, last)
      const probabilities = Float64Array.from(
        marginals.subarray(at * SIDED_LABEL_COUNT, (at + length) * SIDED_LABEL_COUNT),
      )
      at += length
      const passage = passageOf(tokens, first, columns, {
        length,
        marginals: probabilities,
      })
      const gold = goldOfCues(passage, article.attributions)
      passage.cues.forEach((cue, c) => {
        const statement = gold[c]
        const seen = statementColumns.fill(passage, cue)
        const from = first + statementColumns.from
        const own = statement === undefined ? [] : [statement]
        sequences.add(seen, goldLabels(tokens, own, from, from + seen.length - 1))
        foldOf.push(index % folds)
      })
    })
  })
  return { sequences, foldOf }
}

/** The gold statement of each cue candidate, or undefined: the one whose cue holds the candidate's head, else one that overlaps it. */
function goldOfCues(passage: Passage, attributions: readonly Attribution[]): (Attribution | undefined)[] {
  const { tokens, first, length } = passage
  const cues = attributions.flatMap((statement) => {
    const span = statement.cue.at(0)
    if (span === undefined) return []
    const run = runOf(tokens, span[0], span[1])
    return run.first >= first && run.last < first + length ? [{ statement, run }] : []
  })
  const taken = new Set<Attribution>()
  const holds = ({ run }: { run: TokenRun }, a: number, b: number): boolean =>
    run.first <= first + b && run.last >= first + a
  return passage.cues.map((cue: CueCandidate) => {
    const free = cues.filter(({ statement }) => !taken.has(statement))
    const found =
      free.find((one) => holds(one, cue.head, cue.head)) ?? free.find((one) => holds(one, cue.first, cue.last))
    if (found !== undefined) taken.add(found.statement)
    return found?.statement
  })
}

/** The labels of tokens `first` to `last`. Where spans of several statements overlap, cues go before sources and these before contents. */
function goldLabels(tokens: Tokens, attributions: readonly Attribution[], first: number, last: number): Uint8Array {
  const roles = new Int8Array(last - first + 1).fill(-1)
  const starts = new Uint8Array(last - first + 1)
  for (const role of [CONTENT, SOURCE, CUE]) {
    const name = role === CONTENT ? 'content' : role === SOURCE ? 'source' : 'cue'
    for (const attribution of attributions) {
      for (const [start, end] of attribution[name]) {
        const run = runOf(tokens, start, end)
        for (let t = Math.max(run.first, first); t <= Math.min(run.last, last); t++) {
          roles[t - first] = role
          starts[t - first] = t === run.first ? 1 : 0
        }
      }
    }
  }
  return encode(roles, starts)
}

/** The gold labels with the side that each token lies on. */
function sidedLabels(
  tokens: Tokens,
  attributions: readonly Attribution[],
  sides: Uint8Array,
  first: number,
  last: number,
): Uint8Array {
  return goldLabels(tokens, attributions, first, last).map((label, i) => sided(label, sides[first + i]))
}

/** A statement that spans more tokens is taken for several, with nothing of it between them. */
const LONGEST_STATEMENT = 120

/** The side of its own cue that each token of an article lies on. Where statements overlap, it is that of the span that gives the label. */
function sidesOf(tokens: Tokens, attributions: readonly Attribution[]): Uint8Array {
  const sides = new Uint8Array(tokens.count).fill(OUTSIDE)
  const statements = attributions.map((attribution) => {
    const runs = (role: 'source' | 'cue' | 'content') =>
      attribution[role].map(([start, end]) => runOf(tokens, start, end))
    return { source: runs('source'), cue: runs('cue'), content: runs('content') }
  })
  for (const { source, cue, content } of statements) {
    const all = [...source, ...cue, ...content]
    const first = Math.min(...all.map((run) => run.first))
    const last = Math.max(...all.map((run) => run.last))
    if (last - first >= LONGEST_STATEMENT) continue
    sides.fill(AFTER, first, last + 1)
    if (cue.length > 0) sides.fill(BEFORE, first, cue[0].first)
  }
  for (const role of ['content', 'source', 'cue'] as const) {
    for (const statement of statements) {
      const cue = statement.cue.at(0)
      for (const run of statement[role]) {
        const before =
          cue !== undefined &&
          (role === 'cue' ? statement.content.some(({ first }) => first < run.first) : run.last < cue.first)
        sides.fill(before ? BEFORE : AFTER, run.first, run.last + 1)
      }
    }
  }
  return sides
}

function modelOf(chains: ReadonlyMap<string, StoredChain>): Model {
  return decodeModel(encodeModel(chains, {}), 'the model in training')
}
