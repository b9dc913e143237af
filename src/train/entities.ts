import { Evidence } from '../extract/entities/evidence.js'
import { encode, LABEL_COUNT, LABELS } from '../extract/entities/labels.js'
import { Gazetteer } from '../extract/entities/gazetteer.js'
import { COLUMNS, NameColumns } from '../extract/entities/name-columns.js'
import { Reading } from '../extract/entities/reading.js'
import { Surface } from '../extract/entities/surface.js'
import { FIRST_TEMPLATES, SECOND_TEMPLATES } from '../extract/entities/templates.js'
import { NameWords } from '../extract/entities/words.js'
import { ENTITY_TYPES } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import type { ByteMap } from '../tagger/byte-map.js'
import { encodeModel, type StoredChain } from '../tagger/model-file.js'
import { Templates } from '../tagger/templates.js'
import type { Tokeniser } from '../tokenise/index.js'
import { once, type PassOptions } from './pass-options.js'
import { fitCrf, type Fitted } from './crf.js'
import { numberFeatures } from './dictionary.js'
import type { Gold } from './gold.js'
import { labelInto } from './label.js'
import { prune } from './prune.js'
import { randomFrom } from './random.js'
import { renamed } from './renaming.js'
import { Sequences } from './sequences.js'
import { runOf } from './span-run.js'

export interface EntitiesTraining {
  /** Parts that the training articles are cut into. Each is labelled by a first pass that has not seen it, for the second to learn from. */
  readonly folds: number
  /** How many copies of each article with exchanged names are learned from as well, and the seed of the exchange. */
  readonly copies: number
  readonly seed: number
  readonly first: PassOptions
  readonly second: PassOptions
}

export const ENTITIES_TRAINING: EntitiesTraining = {
  folds: 4,
  copies: 2,
  seed: 5,
  first: {
    epochs: 4,
    rate: 0.1,
    penalty: 0.003,
    dropout: 0.3,
    averaged: 2,
    seeds: [7, 11, 15, 19],
    least: 5,
    most: 150_000,
  },
  second: {
    epochs: 4,
    rate: 0.02,
    penalty: 0.003,
    dropout: 0.3,
    averaged: 2,
    seeds: [3, 7, 11, 15],
    least: 5,
    most: 30_000,
  },
}

type Article = Gold<'entities'>

export function trainEntities(
  train: readonly Article[],
  places: ByteMap,
  tokeniser: Tokeniser,
  options: EntitiesTraining,
  note: (line: string) => void,
): Uint8Array {
  const words = new NameWords(places)
  const surface = new Surface(words)
  const evidence = new Evidence(words)
  const columns = new NameColumns(words, surface, evidence, new Gazetteer(places, words))
  const articles = withCopies(train, options).map(({ article, fold }) => {
    const tokens = tokeniser.tokenise(article.text)
    return { tokens, fold, ...typesOf(tokens, article) }
  })
  const firstSequences = new Sequences(new Templates(FIRST_TEMPLATES, COLUMNS))
  const foldOf: number[] = []
  for (const { tokens, fold, types, starts } of articles) {
    surface.read(tokens)
    evidence.read(tokens, surface)
    surface.eachWindow(tokens, (first, last) => {
      const labels = encode(types.subarray(first, last + 1), starts.subarray(first, last + 1))
      firstSequences.add(columns.fill(tokens, first, last), labels)
      foldOf.push(fold)
    })
  }
  const count = firstSequences.starts.at(-1)!
  note(`first pass: ${firstSequences.count} windows, ${count} tokens`)
  const firstKeys = numberFeatures(firstSequences, options.first.least)
  note(`first pass: ${firstKeys.length} features`)
  const all = foldOf.map((_, s) => s)
  const marginals = new Float32Array(count * LABEL_COUNT)
  for (let fold = 0; fold < options.folds; fold++) {
    const rest = all.filter((s) => foldOf[s] !== fold)
    const fitted = fitCrf(firstSequences, firstKeys.length, LABEL_COUNT, rest, once(options.first), null)
    const own = all.filter((s) => foldOf[s] === fold)
    labelInto(firstSequences, LABEL_COUNT, fitted, own, marginals)
    note(`first pass: fold ${fold + 1} of ${options.folds} fitted without and labelled`)
  }
  const fit = (name: string, sequences: Sequences, keys: Int32Array, pass: PassOptions): Fitted =>
    fitCrf(sequences, keys.length, LABEL_COUNT, all, pass, null, (epoch, loss) => {
      note(`${name} pass: epoch ${epoch}, loss ${loss.toFixed(4)} a token`)
    })
  const first = prune(fit('first', firstSequences, firstKeys, options.first), firstKeys, shapeOf(FIRST_TEMPLATES))

  const secondSequences = new Sequences(new Templates(SECOND_TEMPLATES, COLUMNS))
  const reading = new Reading(words, surface)
  let at = 0
  for (const { tokens, types, starts } of articles) {
    surface.read(tokens)
    evidence.read(tokens, surface)
    reading.begin(tokens)
    surface.eachWindow(tokens, (first, last) => {
      reading.add(first, last, marginals, at * LABEL_COUNT)
      at += last - first + 1
    })
    reading.finish()
    surface.eachWindow(tokens, (first, last) => {
      columns.fill(tokens, first, last)
      const labels = encode(types.subarray(first, last + 1), starts.subarray(first, last + 1))
      secondSequences.add(columns.addReading(first, last, reading), labels)
    })
  }
  const secondKeys = numberFeatures(secondSequences, options.second.least)
  note(`second pass: ${secondKeys.length} features`)
  const second = prune(
    fit('second', secondSequences, secondKeys, options.second),
    secondKeys,
    shapeOf(SECOND_TEMPLATES),
  )
  return encodeModel(
    new Map([
      ['first', first],
      ['second', second],
    ]),
    {},
    new Map([['places', places]]),
  )
}

function shapeOf(templates: readonly string[]): Pick<StoredChain, 'labels' | 'columns' | 'templates'> {
  return { labels: LABELS, columns: COLUMNS, templates }
}

/** The articles with the fold of each, and after them their renamed copies, which take names from their own fold alone. */
function withCopies(
  train: readonly Article[],
  { folds, copies, seed }: EntitiesTraining,
): { article: Article; fold: number }[] {
  const random = randomFrom(seed)
  const all = train.map((article, index) => ({ article, fold: index % folds }))
  for (let copy = 0; copy < copies; copy++) {
    for (let fold = 0; fold < folds; fold++) {
      const own = train.filter((_, index) => index % folds === fold)
      all.push(...renamed(own, random).map((article) => ({ article, fold })))
    }
  }
  return all
}

/** The index of each token's type, or -1, and where names begin. */
function typesOf(tokens: Tokens, { text, entities }: Article): { types: Int8Array; starts: Uint8Array } {
  const types = new Int8Array(tokens.count).fill(-1)
  const starts = new Uint8Array(tokens.count)
  for (const [start, end, name] of entities) {
    const type = ENTITY_TYPES.findIndex((one) => one === name.toUpperCase())
    // A few names of the gold are a comma, or run over lines.
    if (type < 0 || !/^[^\r\n]*\p{L}[^\r\n]*$/u.test(text.slice(start, end))) continue
    const { first, last } = runOf(tokens, start, end)
    if (last < first) continue
    types.fill(type, first, last + 1)
    starts[first] = 1
  }
  return { types, starts }
}
