import type { Tokens } from '../../record/tokens.js'
import { Columns, MARGIN } from '../../tagger/columns.js'
import { MIXED, shapeOf, SMALL } from './casing.js'
import type { Evidence } from './evidence.js'
import type { Gazetteer } from './gazetteer.js'
import { TYPE_COUNT } from './labels.js'
import { PLACE_PHRASES } from './lexicon.js'
import { KINDS, type Reading } from './reading.js'
import type { Surface } from './surface.js'
import type { NameWords } from './words.js'

export const COLUMNS = [
  'word', 'shape', 'suffix2', 'suffix3', 'suffix4', 'prefix3', 'prefix4', 'pos', 'classes', 'start',
  'seen', 'seenBefore', 'seenAfter', 'asPerson', 'asPlace', 'asOrganisation', 'expansion', 'quote',
  'groupFirst', 'groupLast', 'groupBefore', 'groupAfter', 'groupPlace', 'groupClasses', 'phrase', 'gazetteer',
  // What the first pass says
  'label', 'sure', 'second', 'elsewhere', 'elsewhereSure', 'asLast', 'asFirst', 'match', 'matchSure',
] as const // prettier-ignore

type Cells = { readonly [name in (typeof COLUMNS)[number]]: Int32Array }

/** The columns of a window, for both passes. */
export class NameColumns {
  readonly columns = new Columns(COLUMNS)
  readonly #words: NameWords
  readonly #surface: Surface
  readonly #evidence: Evidence
  readonly #gazetteer: Gazetteer
  readonly #others = new Float32Array(KINDS)

  constructor(words: NameWords, surface: Surface, evidence: Evidence, gazetteer: Gazetteer) {
    this.#words = words
    this.#surface = surface
    this.#evidence = evidence
    this.#gazetteer = gazetteer
  }

  /** Fills the columns for tokens `first` to `last`, both included, and around them what the sentence has there. */
  fill(tokens: Tokens, first: number, last: number): Columns {
    this.columns.reset(last - first + 1)
    const cells = this.columns.named
    const { sentence, sentences } = tokens
    const from = Math.max(sentences.first[sentence[first]], first - MARGIN)
    const to = Math.min(sentences.last[sentence[last]], last + MARGIN)
    for (let t = from; t <= to; t++) this.#fillToken(tokens, t, t - first + MARGIN, cells)
    for (let t = first; t <= last; t++) this.#fillPhrase(tokens, t, t - first + MARGIN, cells.phrase, last)
    const { word, casing } = this.#surface
    this.#gazetteer.mark(word, first, last, (t) => casing[t] <= MIXED, cells.gazetteer, MARGIN)
    return this.columns
  }

  #fillToken(tokens: Tokens, t: number, at: number, cells: Cells): void {
    const words = this.#words
    const evidence = this.#evidence
    const { word, casing, style, groupFirst, groupLast } = this.#surface
    const w = word[t]
    cells.word[at] = words.hash[w]
    cells.shape[at] = shapeOf(tokens.text, tokens.start[t], tokens.end[t])
    cells.suffix2[at] = words.shortSuffix[w]
    cells.suffix3[at] = words.suffix[w]
    cells.suffix4[at] = words.longSuffix[w]
    cells.prefix3[at] = words.prefix[w]
    cells.prefix4[at] = words.longPrefix[w]
    cells.pos[at] = tokens.pos[t]
    cells.classes[at] = words.classes[w]
    const sentenceFirst = tokens.sentences.first[tokens.sentence[t]]
    cells.start[at] = 2 * style[t] + (this.#surface.begins(tokens, t) ? 1 : 0)
    cells.quote[at] = Math.min(tokens.quoteDepth[t], 1)
    cells.phrase[at] = cells.gazetteer[at] = 0
    if (casing[t] > SMALL) {
      cells.seen[at] = cells.seenBefore[at] = cells.seenAfter[at] = 0
      cells.asPerson[at] = cells.asPlace[at] = cells.asOrganisation[at] = cells.expansion[at] = 0
    } else {
      cells.seen[at] =
        Math.min(evidence.small[w], 2) + 3 * Math.min(evidence.within[w], 2) + 9 * Math.min(evidence.initial[w], 1)
      cells.seenBefore[at] = evidence.before[w]
      cells.seenAfter[at] = evidence.after[w]
      cells.asPerson[at] = evidence.person[w]
      cells.asPlace[at] = evidence.place[w]
      cells.asOrganisation[at] = evidence.organisation[w]
      cells.expansion[at] = evidence.expansion[w]
    }
    const from = groupFirst[t]
    if (from < 0) {
      cells.groupFirst[at] = cells.groupLast[at] = cells.groupBefore[at] = cells.groupAfter[at] = 0
      cells.groupPlace[at] = cells.groupClasses[at] = 0
      return
    }
    const to = groupLast[t]
    cells.groupFirst[at] = words.hash[word[from]]
    cells.groupLast[at] = words.hash[word[to]]
    cells.groupBefore[at] = from > sentenceFirst ? words.hash[word[from - 1]] : 1
    cells.groupAfter[at] = to < tokens.sentences.last[tokens.sentence[t]] ? words.hash[word[to + 1]] : 1
    cells.groupPlace[at] = Math.min(t - from, 3) + 4 * Math.min(to - t, 3)
    let classes = 0
    for (let k = Math.max(from, t - 4); k <= Math.min(to, t + 4); k++) if (k !== t) classes |= words.classes[word[k]]
    cells.groupClasses[at] = classes
  }

  /** Adds what the first pass says to the window that was filled last. */
  addReading(first: number, last: number, reading: Reading): Columns {
    const cells = this.columns.named
    for (let t = first; t <= last; t++) this.#addToken(t, t - first + MARGIN, reading, cells)
    return this.columns
  }

  #addToken(t: number, at: number, reading: Reading, cells: Cells): void {
    const { kinds, sums } = reading
    const w = this.#surface.word[t]
    cells.label[at] = reading.label[t]
    cells.sure[at] = shareOf(reading.sureness[t])
    const [, second, secondShare] = twoLargest(kinds, t * KINDS, 1)
    cells.second[at] = second * 4 + shareOf(secondShare)
    cells.match[at] = reading.match[t]
    cells.matchSure[at] = reading.matchCount[t]
    const others = reading.occurrences[w] - 1
    if (others <= 0 || this.#surface.casing[t] >= SMALL) {
      cells.elsewhere[at] = cells.elsewhereSure[at] = 0
    } else {
      for (let kind = 0; kind < KINDS; kind++) this.#others[kind] = sums[w * KINDS + kind] - kinds[t * KINDS + kind]
      const [top, , , share] = twoLargest(this.#others, 0, others)
      cells.elsewhere[at] = 1 + top
      cells.elsewhereSure[at] = shareOf(share) + 4 * Math.min(others, 4)
    }
    cells.asLast[at] = largest(reading.asLast, w * TYPE_COUNT)
    cells.asFirst[at] = largest(reading.asFirst, w * TYPE_COUNT)
  }

  /** Marks a place's name of several words that begins at token `t`. */
  #fillPhrase(tokens: Tokens, t: number, at: number, cells: Int32Array, last: number): void {
    if (cells[at] !== 0 || this.#surface.casing[t] > MIXED) return
    const phrases = PLACE_PHRASES.get(tokens.word[t])
    if (phrases === undefined) return
    for (const rest of phrases) {
      if (t + rest.length > last || !rest.every((word, k) => tokens.word[t + 1 + k] === word)) continue
      cells[at] = 1
      for (let k = 1; k < rest.length; k++) cells[at + k] = 2
      cells[at + rest.length] = 3
      return
    }
  }
}

/** A probability, coarsely: 0 to 3. */
function shareOf(probability: number): number {
  return probability < 0.5 ? 0 : probability < 0.8 ? 1 : probability < 0.95 ? 2 : 3
}

/** The two largest kinds of a row, and the share that each has of `all`. */
function twoLargest(
  row: Float32Array,
  from: number,
  all: number,
): [first: number, second: number, secondShare: number, firstShare: number] {
  let first = 0
  let second = 1
  if (row[from + 1] > row[from]) [first, second] = [1, 0]
  for (let kind = 2; kind < KINDS; kind++) {
    if (row[from + kind] > row[from + first]) [first, second] = [kind, first]
    else if (row[from + kind] > row[from + second]) second = kind
  }
  return [first, second, row[from + second] / all, row[from + first] / all]
}

/** One more than the type that is most frequent, or 0 where none is. */
function largest(counts: Uint8Array, from: number): number {
  let top = 0
  let most = 0
  for (let type = 0; type < TYPE_COUNT; type++) {
    if (counts[from + type] <= most) continue
    top = type + 1
    most = counts[from + type]
  }
  return top
}
