import { hashString } from '../../src/tagger/hash.js'
import { Columns, MARGIN } from '../../src/tagger/columns.js'
import { FORBIDDEN } from '../../src/tagger/chain.js'
import { decodeModel, encodeModel, type StoredChain } from '../../src/tagger/model-file.js'
import type { LinearChain } from '../../src/tagger/labeller.js'
import { Templates } from '../../src/tagger/templates.js'

export const LABELS = ['outside', 'begin', 'inside']

const TEMPLATES = ['word', 'word[-1]']

/** Weights in whole numbers of label `outside`, `begin` and `inside`, by template and word. */
const ROWS: readonly (readonly [template: number, word: string, row: readonly [number, number, number]])[] = [
  [0, 'big', [0, 60, 0]],
  [0, 'red', [0, 40, 40]],
  [0, 'box', [0, 0, 90]],
  [1, 'big', [0, -20, 50]],
  [0, 'the', [70, 0, 0]],
]

/** Columns of one sequence of words. */
export function toyColumns(words: string, columns = new Columns(['word'])): Columns {
  const all = words.split(' ').filter((word) => word !== '')
  columns.reset(all.length)
  columns.cells[0].set(all.map(hashString), MARGIN)
  return columns
}

/** A small chain of labels `outside`, `begin`, `inside`, where `inside` follows only `begin` or itself. */
export function toyChain(): StoredChain {
  const templates = new Templates(TEMPLATES, ['word'])
  const features = new Int32Array(2)
  const entries = ROWS.map(([template, word, row]) => {
    // The word at the token itself, or before it.
    templates.write(toyColumns(`${word} ${word}`), 1, features, 0)
    return { key: features[template], row }
  }).sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
  return {
    labels: LABELS,
    columns: ['word'],
    templates: TEMPLATES,
    keys: Int32Array.from(entries, ({ key }) => key),
    rows: Int8Array.from(entries.flatMap(({ row }) => row)),
    scale: 0.05,
    transitions: {
      size: 3,
      between: Float64Array.from([0.5, 0, FORBIDDEN, 0, -1, 0.5, 0, 0, 0.25]),
      start: Float64Array.from([0, 0, FORBIDDEN]),
      end: Float64Array.from([0, -0.5, 0]),
    },
  }
}

/** The chain as it comes out of a model file. */
export function toyLabeller(): LinearChain {
  return decodeModel(encodeModel(new Map([['toy', toyChain()]]), null), 'toy').chains.get('toy')!
}
