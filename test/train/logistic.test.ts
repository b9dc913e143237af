import { describe, expect, it } from 'vitest'
import { fitLogistic, type Observation } from '../../src/train/logistic.js'
import { randomFrom, shuffle } from '../../src/train/random.js'

/** Observations of two pieces of evidence whose outcomes follow known weights. */
function observationsOf(bias: number, weights: readonly [number, number], count: number): Observation[] {
  const random = randomFrom(11)
  return Array.from({ length: count }, () => {
    const evidence = [random() * 4 - 2, random() * 4 - 2]
    const sum = bias + weights[0] * evidence[0] + weights[1] * evidence[1]
    return { evidence, outcome: random() < 1 / (1 + Math.exp(-sum)) }
  })
}

describe('fitLogistic', () => {
  it('finds the weights that the outcomes follow', () => {
    const { bias, weights } = fitLogistic(observationsOf(-0.5, [1.5, -0.8], 40_000))
    expect(bias).toBeCloseTo(-0.5, 1)
    expect(weights[0]).toBeCloseTo(1.5, 1)
    expect(weights[1]).toBeCloseTo(-0.8, 1)
  })

  it('is calibrated: the probabilities add up to the outcomes', () => {
    const observations = observationsOf(0.3, [1, 2], 2000)
    const { bias, weights } = fitLogistic(observations)
    const expected = observations.reduce(
      (sum, { evidence }) => sum + 1 / (1 + Math.exp(-(bias + weights[0] * evidence[0] + weights[1] * evidence[1]))),
      0,
    )
    expect(expected).toBeCloseTo(observations.filter(({ outcome }) => outcome).length, 3)
  })

  it('stays finite where the evidence parts the outcomes, weaker the stronger the ridge', () => {
    const parted = [-2, -1, 1, 2].map((value) => ({ evidence: [value], outcome: value > 0 }))
    const [loose, tight] = [fitLogistic(parted, 0.1), fitLogistic(parted, 10)]
    expect(loose.weights[0]).toBeGreaterThan(tight.weights[0])
    expect(Number.isFinite(loose.weights[0])).toBe(true)
    expect(tight.weights[0]).toBeGreaterThan(0)
  })

  it('gives evidence that never changes no say', () => {
    const observations = observationsOf(0.3, [1, 2], 500).map(({ evidence: [first], outcome }) => ({
      evidence: [first, 0],
      outcome,
    }))
    expect(fitLogistic(observations).weights[1]).toBe(0)
  })
})

describe('random numbers', () => {
  it('are the same for the same seed, within [0, 1)', () => {
    const of = (seed: number) => Array.from({ length: 1000 }, randomFrom(seed))
    expect(of(3)).toEqual(of(3))
    expect(of(3)).not.toEqual(of(4))
    expect(of(3).every((value) => value >= 0 && value < 1)).toBe(true)
    expect(of(3).reduce((a, b) => a + b) / 1000).toBeCloseTo(0.5, 1)
  })

  it('shuffle without loss', () => {
    const items = Array.from({ length: 100 }, (_, k) => k)
    const shuffled = shuffle([...items], randomFrom(1))
    expect(shuffled).not.toEqual(items)
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items)
    expect(shuffle([...items], randomFrom(1))).toEqual(shuffled)
  })
})
