import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../../src/record/errors.js'
import { Attributor } from '../../../src/extract/attribution/attributor.js'
import { LABELS, SIDED_LABELS } from '../../../src/extract/attribution/labels.js'
import { PASSAGE_COLUMNS } from '../../../src/extract/attribution/passage-columns.js'
import { STATEMENT_COLUMNS } from '../../../src/extract/attribution/statement-columns.js'
import { decodeModel, encodeModel, type StoredChain } from '../../../src/tagger/model-file.js'

/** What the two passes of a model were trained for. */
interface Shape {
  readonly columns: readonly string[]
  readonly labels: readonly string[]
}

const FIRST: Shape = { columns: PASSAGE_COLUMNS, labels: SIDED_LABELS }
const SECOND: Shape = { columns: STATEMENT_COLUMNS, labels: LABELS }

/** A chain that has learned nothing. */
function chain({ columns, labels }: Shape): StoredChain {
  const size = labels.length
  const transitions = {
    size,
    between: new Float64Array(size * size),
    start: new Float64Array(size),
    end: new Float64Array(size),
  }
  return {
    labels,
    columns,
    templates: ['word'],
    keys: new Int32Array(0),
    rows: new Int8Array(0),
    scale: 1,
    transitions,
  }
}

function attributorOf(first: Shape, second: Shape): Attributor {
  const weights = { bias: 0, weights: [] }
  const chains = new Map([
    ['first', chain(first)],
    ['second', chain(second)],
  ])
  const notes = { ranking: weights, confidence: weights, claiming: weights }
  return new Attributor(decodeModel(encodeModel(chains, notes), 'weights.bin'), 0.3)
}

describe('an attributor', () => {
  it('takes a model that was trained for its columns and labels', () => {
    expect(attributorOf(FIRST, SECOND)).toBeInstanceOf(Attributor)
  })

  it.each<[string, string, Shape, Shape]>([
    ['columns', 'first', { ...FIRST, columns: [...PASSAGE_COLUMNS].reverse() }, SECOND],
    ['columns', 'first', { ...FIRST, columns: [...PASSAGE_COLUMNS, 'more'] }, SECOND],
    ['columns', 'second', FIRST, { ...SECOND, columns: STATEMENT_COLUMNS.slice(0, -1) }],
    ['labels', 'first', { ...FIRST, labels: LABELS }, SECOND],
    ['labels', 'second', FIRST, { ...SECOND, labels: [...LABELS].reverse() }],
  ])('refuses one with other %s in its %s pass', (what, name, first, second) => {
    expect(() => attributorOf(first, second)).toThrow(HearsayError)
    expect(() => attributorOf(first, second)).toThrow(
      new RegExp(`^Expected the ${what} .* in the ${name} chain of the model, got .*Use the model that came`),
    )
  })
})
