import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../../src/tagger/hash.js'
import { tableOf } from '../../src/tagger/table.js'
import { Weights } from '../../src/tagger/weights.js'

const weightsOf = (keys: Int32Array, rows: Int8Array, width: number, scale: number) =>
  new Weights(tableOf(keys, rows, width), width, scale)

/** The summed rows of features. */
function sumsOf(weights: Weights, features: readonly number[]): number[] {
  const sums = new Int32Array(weights.width)
  weights.addRows(Int32Array.from(features), 0, features.length, sums)
  return [...sums]
}

describe('weights', () => {
  it('add the rows of the features that are known, as often as they come, for every width', () => {
    const feature = fc.integer({ min: 0, max: 2 ** 20 }).map(finish)
    const known = fc.uniqueArray(feature, { maxLength: 60 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 32 }),
        known,
        fc.array(feature, { maxLength: 20 }),
        (width, keys, others) => {
          const rows = Int8Array.from({ length: keys.length * width }, (_, at) => ((at * 37) % 255) - 127)
          const weights = weightsOf(Int32Array.from(keys), rows, width, 0.5)
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

  it('find features of one bucket, though their hashes hardly differ', () => {
    const keys = [7, 8, 9, 255, 256, 7 + 1024, 7 + 4096, 1 << 16]
    const weights = weightsOf(
      Int32Array.from(keys),
      Int8Array.from(keys, (_, k) => k + 1),
      1,
      1,
    )
    keys.forEach((key, k) => {
      expect(sumsOf(weights, [key])).toEqual([k + 1])
    })
    expect(sumsOf(weights, [7 + 8192, 1 << 17, -1, finish(7)])).toEqual([0])
  })

  it('find a feature of either bucket where a last byte of the hash parts two', () => {
    // Three buckets, the second from 0x55555556 on.
    const keys = [0x55555554, 0x55555567, 0x2aaaaaaa, 0x6aaaaaaa, 0x7fffffff]
    const weights = weightsOf(
      Int32Array.from(keys),
      Int8Array.from(keys, (_, k) => k + 1),
      1,
      1,
    )
    keys.forEach((key, k) => {
      expect(sumsOf(weights, [key])).toEqual([k + 1])
    })
  })

  it('find each of very many', () => {
    const keys = Int32Array.from({ length: 100_000 }, (_, k) => finish(k))
    const weights = weightsOf(
      keys,
      Int8Array.from(keys, (key) => (key & 63) + 1),
      1,
      1,
    )
    expect(keys.findIndex((key) => sumsOf(weights, [key])[0] !== (key & 63) + 1)).toBe(-1)
  })

  it('tell feature 0, and a weight of 0, from an empty place', () => {
    const [five, nine] = [finish(5), finish(9)]
    const weights = weightsOf(Int32Array.from([0, five, nine]), Int8Array.from([100, 3, 0]), 1, 1)
    expect(sumsOf(weights, [0])).toEqual([100])
    expect(sumsOf(weights, [0, five, 0, nine, finish(1)])).toEqual([203])
  })

  it('add only the features asked for, to what is there', () => {
    const weights = weightsOf(Int32Array.from([1, 2, 3]), Int8Array.from([1, 10, 100]), 1, 1)
    const sums = Int32Array.from([1000])
    weights.addRows(Int32Array.from([1, 2, 3, 3]), 1, 2, sums)
    expect([...sums]).toEqual([1110])
  })

  it('hold nothing where they are given nothing', () => {
    expect(sumsOf(weightsOf(new Int32Array(0), new Int8Array(0), 3, 1), [1, 2, 3])).toEqual([0, 0, 0])
  })
})
