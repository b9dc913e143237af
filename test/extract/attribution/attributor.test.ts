import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../../src/record/errors.js'
import { Attributor } from '../../../src/extract/attribution/attributor.js'
import { LABELS } from '../../../src/extract/attribution/labels.js'
import { PASSAGE_COLUMNS } from '../../../src/extract/attribution/passage-columns.js'
import { STATEMENT_COLUMNS } from '../../../src/extract/attribution/statement-columns.js'
import { decodeModel, encodeModel, type StoredChain } from '../../../src/tagger/model-file.js'

function chain(columns: readonly string[]): StoredChain {
  const size = LABELS.length
  const transitions = {
    size,
    between: new Float64Array(size * size),
    start: new Float64Array(size),
    end: new Float64Array(size),
  }
  return {
    labels: LABELS,
    columns,
    templates: ['word'],
    keys: new Int32Array(0),
    rows: new Int8Array(0),
    scale: 1,
    transitions,
  }
}

function attributorOf(first: readonly string[], second: readonly string[]): Attributor {
  const confidence = { intercept: 0, weights: [] }
  const chains = new Map([
    ['first', chain(first)],
    ['second', chain(second)],
  ])
  return new Attributor(
    decodeModel(encodeModel(chains, { ranking: confidence, confidence, claiming: confidence }), 'weights.bin'),
    0.3,
  )
}

describe('an attributor', () => {
  it('takes a model that was trained for the columns that it fills', () => {
    expect(attributorOf(PASSAGE_COLUMNS, STATEMENT_COLUMNS)).toBeInstanceOf(Attributor)
  })

  it.each([
    ['first', [...PASSAGE_COLUMNS].reverse(), STATEMENT_COLUMNS],
    ['first', [...PASSAGE_COLUMNS, 'more'], STATEMENT_COLUMNS],
    ['second', PASSAGE_COLUMNS, STATEMENT_COLUMNS.slice(0, -1)],
  ])('refuses one whose %s pass was trained for others', (name, first, second) => {
    expect(() => attributorOf(first, second)).toThrow(HearsayError)
    expect(() => attributorOf(first, second)).toThrow(
      new RegExp(`^Expected the columns .* in the ${name} chain of the model, got .*Use the model that came`),
    )
  })
})
