import { describe, expect, it } from 'vitest'
import { prune } from '../../src/train/prune.js'

const NAMES = { labels: ['a', 'b'], columns: ['word'], templates: ['word'] }
const transitions = {
  size: 2,
  between: new Float64Array(4),
  start: new Float64Array(2),
  end: new Float64Array(2),
}

/** Prunes features `[key, weight of a, weight of b]`. */
function pruned(features: readonly (readonly [number, number, number])[]) {
  const rows = Float32Array.from(features.flatMap(([, a, b]) => [a, b]))
  return prune(
    { rows, transitions },
    Int32Array.from(features, ([key]) => key),
    NAMES,
  )
}

describe('prune', () => {
  it('makes weights whole numbers that times the scale are nearly what they were', () => {
    const features = Array.from({ length: 500 }, (_, k) => [k + 1, Math.sin(k) * 2, Math.cos(k)] as const)
    const { keys, rows, scale } = pruned(features)
    expect(keys.length).toBeGreaterThan(490)
    keys.forEach((key, at) => {
      const [, a, b] = features[key - 1]
      expect(Math.abs(rows[2 * at] * scale - a)).toBeLessThanOrEqual(scale / 2 + 1e-6)
      expect(Math.abs(rows[2 * at + 1] * scale - b)).toBeLessThanOrEqual(scale / 2 + 1e-6)
    })
  })

  it('sorts features by key without a sign', () => {
    const { keys, rows } = pruned([
      [-2, 0, 4],
      [9, -3, 0],
      [7, 0, 2],
    ])
    expect([...keys]).toEqual([7, 9, -2])
    expect(rows[3 * 2 - 1]).toBe(127)
  })

  it('drops features that weigh nothing', () => {
    const features = Array.from({ length: 50 }, (_, k) => [k + 1, k % 2 === 0 ? 0.001 : 1, 0] as const)
    expect([...pruned([...features, [99, 0, 0]]).keys]).toEqual(
      features.map(([key]) => key).filter((key) => key % 2 === 0),
    )
  })

  it('cuts off what is rarely so large, to keep the steps between the others fine', () => {
    const features = Array.from({ length: 20_000 }, (_, k) => [k + 1, k === 77 ? 1000 : 1, 0] as const)
    const { rows, scale, keys } = pruned(features)
    expect(scale).toBeCloseTo(1 / 127, 6)
    expect(rows[2 * keys.indexOf(78)]).toBe(127)
  })

  it('passes on names and transitions', () => {
    expect(pruned([[1, 1, 0]])).toMatchObject({ ...NAMES, transitions })
  })
})
