import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Weights } from '../../src/tagger/weights.js'

/** The summed rows of features. */
function sumsOf(weights: Weights, features: readonly number[]): number[] {
  const sums = new Int32Array(weights.width)
  weights.addRows(Int32Array.from(features), 0, features.length, sums)
  return [...sums]
}

describe('weights', () => {
  it('add the rows of the features that are known, as often as they come, for every width', () => {
    const known = fc.uniqueArray(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((key) => key !== 0),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 16 }),
        known,
        fc.array(fc.integer(), { maxLength: 20 }),
        (width, keys, others) => {
          const rows = Int8Array.from({ length: keys.length * width }, (_, at) => ((at * 37) % 255) - 127)
          const weights = new Weights(Int32Array.from(keys), rows, width, 0.5)
          const features = [...keys, ...others, ...keys.slice(0, 3)]
          const expected = Array.from({ length: width }, (_, l) =>
            features.reduce((sum, feature) => {
              const k = keys.indexOf(feature)
              return k < 0 ? sum : sum + rows[k * width + l]
            }, 0),
          )
          expect(sumsOf(weights, features)).toEqual(expected)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('find features whose places in the table are the same', () => {
    // 1024 slots: all of these begin their search at slot 7, some at the end of the table.
    const keys = [7, 7 + 1024, 7 + 2048, 7 - 1024, 1023, 2047, 3071]
    const weights = new Weights(Int32Array.from(keys), Int8Array.from([1, 2, 3, 4, 5, 6, 7]), 1, 1)
    keys.forEach((key, k) => {
      expect(sumsOf(weights, [key])).toEqual([k + 1])
    })
    expect(sumsOf(weights, [7 + 4096, 1023 + 4096, 0 + 1024])).toEqual([0])
  })

  it('tell feature 0, and a weight of 0, from an empty place', () => {
    const weights = new Weights(Int32Array.from([0, 5, 9]), Int8Array.from([100, 3, 0]), 1, 1)
    expect(sumsOf(weights, [0])).toEqual([100])
    expect(sumsOf(weights, [0, 5, 0, 9, 1])).toEqual([203])
  })

  it('add only the features asked for, to what is there', () => {
    const weights = new Weights(Int32Array.from([1, 2, 3]), Int8Array.from([1, 10, 100]), 1, 1)
    const sums = Int32Array.from([1000])
    weights.addRows(Int32Array.from([1, 2, 3, 3]), 1, 2, sums)
    expect([...sums]).toEqual([1110])
  })

  it('hold nothing where they are given nothing', () => {
    expect(sumsOf(new Weights(new Int32Array(0), new Int8Array(0), 3, 1), [1, 2, 3])).toEqual([0, 0, 0])
  })
})
