import { Columns, MARGIN } from '../../tagger/columns.js'
import { AFTER, BEFORE, beginProbability, CONTENT, CUE, roleProbability, sidedProbability, SOURCE } from './labels.js'
import type { CueCandidate, Passage } from './passage.js'
import { bucket, PASSAGE_COLUMNS } from './passage-columns.js'

/** Columns that the second pass takes over from the first as they are. */
const SHARED = ['word', 'pos', 'quote', 'quoteLength'] as const

export const STATEMENT_COLUMNS = [
  ...SHARED,
  // What the first pass thinks of the token
  'first', 'sourceP', 'contentP', 'sourceBeginP', 'contentBeginP', 'segmentLength',
  // The same, where the first pass takes its cue to lie on the side where this one is
  'sourceSideP', 'contentSideP',
  // Where it lies, seen from the cue
  'distance', 'side', 'sentence', 'sourcesBetween', 'contentsBetween', 'cuesBetween', 'rank', 'nearest',
  'commas', 'marks', 'clauses', 'quotesBetween',
  // The cue
  'cue', 'cuePos', 'cueBefore', 'cueAfter', 'cueProbability',
  'sourceLeft', 'sourceRight', 'contentLeft', 'contentRight',
] as const // prettier-ignore

type Name = (typeof STATEMENT_COLUMNS)[number]
type Cells = { readonly [name in Name]: Int32Array }

/** How many tokens before and after its cue a statement may reach. */
export const REACH = 160

/** 0 to 6: a probability, finest near its ends. */
function grade(probability: number): number {
  if (probability < 0.3) return probability < 0.02 ? 0 : probability < 0.1 ? 1 : 2
  return probability < 0.6 ? 3 : probability < 0.85 ? 4 : probability < 0.97 ? 5 : 6
}

const COLON = 1
const DASH = 2
const STOP = 4

/** The columns of a passage as seen from one cue candidate, for the second pass. */
export class StatementColumns {
  readonly columns = new Columns(STATEMENT_COLUMNS)
  /** Token of the passage that the columns begin with. */
  from = 0
  readonly #shared = SHARED.map((name) => [STATEMENT_COLUMNS.indexOf(name), PASSAGE_COLUMNS.indexOf(name)] as const)

  /** Fills the columns for the tokens within `REACH` of the cue. */
  fill(passage: Passage, cue: CueCandidate): Columns {
    const from = Math.max(0, cue.first - REACH)
    const to = Math.min(passage.length - 1, cue.last + REACH)
    this.from = from
    this.columns.reset(to - from + 1)
    const cells = this.columns.named
    for (const [mine, theirs] of this.#shared)
      this.columns.cells[mine].set(passage.columns.cells[theirs].subarray(from + MARGIN, to + 1 + MARGIN), MARGIN)
    this.#fillFirstPass(passage, cue, from, to, cells)
    this.#fillCue(passage, cue, cells)
    this.#fillPath(passage, cue, -1, cue.first - 1, from, cells)
    this.#fillPath(passage, cue, 1, cue.last + 1, to, cells)
    return this.columns
  }

  #fillFirstPass(
    { marginals, sidedMarginals, labels, segmentOf, segments }: Passage,
    cue: CueCandidate,
    from: number,
    to: number,
    cells: Cells,
  ): void {
    for (let i = from; i <= to; i++) {
      const at = i - from + MARGIN
      cells.first[at] = labels[i]!
      cells.sourceP[at] = grade(roleProbability(marginals, i, SOURCE))
      cells.contentP[at] = grade(roleProbability(marginals, i, CONTENT))
      cells.sourceBeginP[at] = grade(beginProbability(marginals, i, SOURCE))
      cells.contentBeginP[at] = grade(beginProbability(marginals, i, CONTENT))
      const side = i < cue.first ? BEFORE : AFTER
      cells.sourceSideP[at] = grade(sidedProbability(sidedMarginals, i, SOURCE, side))
      cells.contentSideP[at] = grade(sidedProbability(sidedMarginals, i, CONTENT, side))
      const s = segmentOf[i]
      const segment = s < 0 ? undefined : segments[s]
      cells.segmentLength[at] = segment === undefined ? 0 : bucket(segment.last - segment.first + 1)
    }
  }

  /** What is the same for every token, and what holds on the cue itself. */
  #fillCue(passage: Passage, cue: CueCandidate, cells: Cells): void {
    const { columns, tokens, first, segments } = passage
    const length = this.columns.length
    const fill = (name: Name, value: number): void => {
      cells[name].fill(value, MARGIN, MARGIN + length)
    }
    const theirs = (name: (typeof PASSAGE_COLUMNS)[number], token: number): number =>
      columns.cells[PASSAGE_COLUMNS.indexOf(name)][token + MARGIN]
    fill('cue', theirs('lemma', cue.head))
    fill('cuePos', theirs('pos', cue.head))
    fill('cueBefore', theirs('word', cue.first - 1))
    fill('cueAfter', theirs('word', cue.last + 1))
    fill('cueProbability', grade(cue.probability))
    let sourceLeft = 12, sourceRight = 12, contentLeft = 12, contentRight = 12 // prettier-ignore
    for (const segment of segments) {
      if (segment.role === CUE) continue
      if (segment.last < cue.first) {
        if (segment.role === SOURCE) sourceLeft = near(cue.first - segment.last)
        else contentLeft = near(cue.first - segment.last)
      } else if (segment.first > cue.last) {
        if (segment.role === SOURCE && sourceRight === 12) sourceRight = near(segment.first - cue.last)
        else if (segment.role === CONTENT && contentRight === 12) contentRight = near(segment.first - cue.last)
      }
    }
    fill('sourceLeft', sourceLeft)
    fill('sourceRight', sourceRight)
    fill('contentLeft', contentLeft)
    fill('contentRight', contentRight)

    const headSentence = tokens.sentence[first + cue.head]
    const { from } = this
    for (let i = 0; i < length; i++) {
      const at = i + MARGIN
      cells.sentence[at] = Math.max(-3, Math.min(3, tokens.sentence[first + from + i] - headSentence))
    }
    for (let i = cue.first; i <= cue.last; i++) {
      const at = i - from + MARGIN
      for (const name of [
        'sourcesBetween',
        'contentsBetween',
        'cuesBetween',
        'nearest',
        'commas',
        'marks',
        'clauses',
        'quotesBetween',
        'side',
      ] as const)
        cells[name][at] = 0
      cells.rank[at] = 8
      cells.distance[at] = i === cue.head ? 90 : i < cue.head ? 91 : 92
    }
  }

  /** What lies between the cue and each token on one side of it, from the cue outwards. */
  #fillPath(passage: Passage, cue: CueCandidate, side: -1 | 1, start: number, end: number, cells: Cells): void {
    const { cues, segmentOf, segments, nearestCue, tokens, first, columns } = passage
    const reporting = columns.cells[PASSAGE_COLUMNS.indexOf('reporting')]
    const { from } = this
    const own = cues.indexOf(cue)
    let nextCue = own + side
    let sources = 0, contents = 0, others = 0, commas = 0, marks = 0, clauses = 0, quotes = 0 // prettier-ignore
    const ranks = [0, 0, 0]
    let rank = 9
    let before = -1
    for (let i = start; side > 0 ? i <= end : i >= end; i += side) {
      const at = i - from + MARGIN
      const s = segmentOf[i]
      const segment = s < 0 ? undefined : segments[s]
      if (s !== before) {
        before = s
        rank = segment === undefined ? 9 : Math.min(ranks[segment.role]++, 3)
      }
      cells.distance[at] = side * spread(side > 0 ? i - cue.last : cue.first - i)
      cells.side[at] = side
      cells.sourcesBetween[at] = Math.min(sources, 3)
      cells.contentsBetween[at] = Math.min(contents, 3)
      cells.cuesBetween[at] = Math.min(others, 3)
      cells.commas[at] = Math.min(commas, 3)
      cells.marks[at] = marks
      cells.clauses[at] = Math.min(clauses, 3)
      cells.quotesBetween[at] = Math.min(quotes, 3)
      cells.rank[at] = rank
      cells.nearest[at] = nearestCue[i] === own ? 0 : 1

      if (segment !== undefined && i === (side > 0 ? segment.last : segment.first)) {
        if (segment.role === SOURCE) sources++
        else if (segment.role === CONTENT) contents++
      }
      const other = nextCue < 0 || nextCue >= cues.length ? undefined : cues[nextCue]
      if (other !== undefined && i === (side > 0 ? other.last : other.first)) {
        others++
        nextCue += side
      }
      const quote = cells.quote[at] & 7
      if (quote === 1 || quote === 5) quotes++
      const word = tokens.word[first + i]
      if (word.length === 1) {
        if (word === ',') commas++
        else if (word === ':') marks |= COLON
        else if (word === ';' || word === '—' || word === '–') marks |= DASH
        else if (word === '.') marks |= STOP
      }
      if (reporting[i + MARGIN] >= 256) clauses++
    }
  }
}

/** A distance in tokens, coarser the longer, up to 10. */
function spread(distance: number): number {
  if (distance < 6) return distance
  if (distance < 11) return distance < 8 ? 6 : 7
  return distance < 16 ? 8 : distance < 25 ? 9 : 10
}

function near(distance: number): number {
  return distance > 40 ? 12 : spread(distance)
}
