import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Templates } from '../../src/tagger/templates.js'
import { numberFeatures } from '../../src/train/dictionary.js'
import { Sequences } from '../../src/train/sequences.js'
import { toyColumns } from '../tagger/toy.js'

/** Sequences of one feature a token with these hashes. */
function sequencesOf(features: readonly number[]): Sequences {
  const sequences = new Sequences(new Templates(['word'], ['word']))
  sequences.add(
    toyColumns(features.map(() => 'x').join(' ')),
    features.map(() => 0),
  )
  sequences.features.set(features)
  return sequences
}

describe('numberFeatures', () => {
  it('numbers features in the order in which they come, and marks the rare ones', () => {
    const sequences = sequencesOf([70, -5, 70, 9, -5, 70])
    expect([...numberFeatures(sequences, 2)]).toEqual([70, -5])
    expect([...sequences.features.subarray(0, 6)]).toEqual([0, 1, 0, -1, 1, 0])
  })

  it('keeps all where once is enough', () => {
    const sequences = sequencesOf([3, 2, 1])
    expect([...numberFeatures(sequences, 1)]).toEqual([3, 2, 1])
  })

  it('counts as a plain map does', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.integer({ min: 1, max: 20 }),
            fc.integer().filter((key) => key !== 0),
          ),
          { maxLength: 200 },
        ),
        fc.integer({ min: 1, max: 4 }),
        (features, least) => {
          const counts = new Map<number, number>()
          for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
          const frequent = [...counts].filter(([, count]) => count >= least).map(([feature]) => feature)
          const sequences = sequencesOf(features)
          expect([...numberFeatures(sequences, least)]).toEqual(frequent)
          expect([...sequences.features.subarray(0, features.length)]).toEqual(features.map((f) => frequent.indexOf(f)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('takes more features than its first table has room for, and their counts with it', () => {
    const count = 120_000
    const features = Array.from({ length: 2 * count }, (_, k) => ((k % count) + 1) * 65_536 + 7)
    const sequences = sequencesOf([])
    sequences.features = Int32Array.from(features)
    sequences.starts[1] = features.length
    const keys = numberFeatures(sequences, 2)
    expect(keys).toHaveLength(new Set(features.map((feature) => feature | 0)).size)
    expect(sequences.features[5]).toBe(5)
    expect(sequences.features).not.toContain(-1)
  })
})
