import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '../../src/tagger/columns.js'
import type { Condition, Labelling } from '../../src/tagger/labeller.js'
import { scoresOf } from '../../src/tagger/scores.js'
import { decodeModel, encodeModel } from '../../src/tagger/model-file.js'
import { LABELS, toyChain, toyColumns, toyLabeller } from './toy.js'

const labeller = toyLabeller()
const words = fc.array(fc.constantFrom('big', 'red', 'box', 'the', 'cat'), { minLength: 1, maxLength: 12 })

/** A labelling by itself: what a labeller gives holds only until its next call. */
function copyOf({ length, best, marginals, givenProbability }: Labelling) {
  return {
    labels: Array.from(best.subarray(0, length), (label) => LABELS[label]),
    marginals: [...marginals.subarray(0, length * LABELS.length)],
    givenProbability,
  }
}
const label = (columns: Columns, given?: Condition) => copyOf(labeller.label(columns, given))

describe('a labeller', () => {
  it('gives the best sequence, probabilities and scores', () => {
    const { labels, marginals, givenProbability } = label(toyColumns('the big box'))
    expect(labels).toEqual(['outside', 'begin', 'inside'])
    expect([...labeller.emissions(toyColumns('the big box'))]).toEqual([3.5, 0, 0, 0, 3, 0, 0, -1, 7])
    expect(givenProbability).toBe(1)
    for (let i = 0; i < 3; i++) expect(marginals.slice(3 * i, 3 * i + 3).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
  })

  it('knows no feature of an unknown word: only the chain speaks', () => {
    expect([...labeller.emissions(toyColumns('cat'))]).toEqual([0, 0, 0])
    expect(label(toyColumns('cat cat')).labels).toEqual(['outside', 'outside'])
  })

  it('gives nothing for an empty sequence', () => {
    expect(label(toyColumns(''))).toEqual({ labels: [], marginals: [], givenProbability: 1 })
  })

  it('gives the same whatever it labelled before, longer or shorter', () => {
    fc.assert(
      fc.property(words, words, (before, sequence) => {
        const fresh = copyOf(toyLabeller().label(toyColumns(sequence.join(' '))))
        label(toyColumns(before.join(' ')))
        expect(label(toyColumns(sequence.join(' ')))).toEqual(fresh)
        expect(label(toyColumns(sequence.join(' ')))).toEqual(fresh)
      }),
      { numRuns: 300 },
    )
  })

  it('labels a long sequence and then a short one', () => {
    const short = copyOf(toyLabeller().label(toyColumns('the big box')))
    const long = label(toyColumns('the big box '.repeat(3000)))
    expect(long.labels).toHaveLength(9000)
    expect(long.labels.slice(0, 3)).toEqual(short.labels)
    expect(label(toyColumns('the big box'))).toEqual(short)
  })
})

it('a labeller has room for 256 templates and refuses more', () => {
  const withTemplates = (count: number) =>
    encodeModel(new Map([['toy', { ...toyChain(), templates: Array.from({ length: count }, () => 'word') }]]), null)
  expect(decodeModel(withTemplates(256), 'x').chains.get('toy')!.label(toyColumns('the big box')).length).toBe(3)
  expect(() => decodeModel(withTemplates(257), 'x')).toThrow('Expected at most 256 templates, got 257.')
})

describe('a condition', () => {
  it('has its probability, that of the labels without it', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.subarray([0, 1, 2], { minLength: 1 }), (sequence, at, labels) => {
        const token = at % sequence.length
        const columns = toyColumns(sequence.join(' '))
        const { marginals } = label(columns)
        const probability = labels.reduce((sum, l) => sum + marginals[3 * token + l], 0)
        const given = label(columns, { token, labels })
        expect(given.givenProbability).toBeCloseTo(probability, 9)
      }),
      { numRuns: 300 },
    )
  })

  it('holds in the best sequence and in the probabilities', () => {
    const columns = toyColumns('the red box')
    expect(label(columns).labels).toEqual(['outside', 'begin', 'inside'])
    const given = label(columns, { token: 1, labels: [0] })
    expect(given.labels[1]).toBe('outside')
    expect(given.marginals.slice(3, 6)).toEqual([1, 0, 0])
    // No box can be inside of nothing.
    expect(given.labels[2]).not.toBe('inside')
    expect(label(columns, { token: 1, labels: [1, 2] }).labels).toEqual(['outside', 'begin', 'inside'])
  })

  it('that no sequence can meet has no probability', () => {
    const { givenProbability, marginals } = label(toyColumns('box'), { token: 0, labels: [2] })
    expect(givenProbability).toBe(0)
    expect(marginals).toEqual([0, 0, 0])
  })

  it('is forgotten by the next call', () => {
    const before = label(toyColumns('the red box'))
    label(toyColumns('the red box'), { token: 0, labels: [1] })
    expect(label(toyColumns('the red box'))).toEqual(before)
  })
})

describe('the scores of a token', () => {
  it('add up to the decision of the labeller', () => {
    fc.assert(
      fc.property(words, fc.nat(), (sequence, at) => {
        const token = at % sequence.length
        const columns = toyColumns(sequence.join(' '))
        const { labels } = label(columns)
        const emissions = [...labeller.emissions(columns)]
        const scores = scoresOf(labeller, columns, token)
        expect(LABELS[scores.best]).toBe(labels[token])
        expect(scores.emissions).toEqual(emissions.slice(3 * token, 3 * token + 3))
        const best = scores.sequences[scores.best]!
        for (const [l, sequence] of scores.sequences.entries()) {
          expect(scores.features.reduce((sum, { units }) => sum + units[l], 0) * scores.unit).toBe(scores.emissions[l])
          if (sequence === null) continue
          const { earlier, into, onward, later, total } = sequence
          expect(earlier + into + scores.emissions[l] + onward + later).toBe(total)
          expect(total).toBeLessThanOrEqual(best.total + 1e-12)
        }
        if (token > 0) expect(LABELS[best.before!]).toBe(labels[token - 1])
        else expect(best.before).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('have no sequence for a label that none allows', () => {
    const scores = scoresOf(labeller, toyColumns('box'), 0)
    expect(scores.sequences.map((sequence) => sequence === null)).toEqual([false, false, true])
    expect(scores.features).toEqual([
      { template: 'word', read: [{ column: 'word', value: toyColumns('box').cells[0][4] }], units: [0, 0, 90] },
    ])
  })
})
