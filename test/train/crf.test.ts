import { describe, expect, it } from 'vitest'
import { Chain, FORBIDDEN } from '../../src/tagger/chain.js'
import { Templates } from '../../src/tagger/templates.js'
import { fitCrf, type Fitted } from '../../src/train/crf.js'
import { numberFeatures } from '../../src/train/dictionary.js'
import { randomFrom } from '../../src/train/random.js'
import { Sequences } from '../../src/train/sequences.js'
import { toyColumns } from '../tagger/toy.js'

const OPTIONS = { epochs: 15, rate: 0.2, penalty: 0.001, dropout: 0, averaged: 0, most: 1000, seeds: [1] }

/**
 * Sequences of letters labelled by a rule: `b` begins (1), the `c`s right after it go on (2), all else is outside (0). A `c` by itself
 * tells nothing: what came before must.
 */
function toySequences(count: number, seed: number): Sequences {
  const random = randomFrom(seed)
  const sequences = new Sequences(new Templates(['word', 'word[-1]'], ['word']))
  for (let s = 0; s < count; s++) {
    const letters = Array.from({ length: 3 + Math.floor(random() * 8) }, () => 'abc'[Math.floor(random() * 3)])
    const labels: number[] = []
    letters.forEach((letter, i) => {
      labels.push(letter === 'b' ? 1 : letter === 'c' && i > 0 && labels[i - 1] > 0 ? 2 : 0)
    })
    sequences.add(toyColumns(letters.join(' ')), labels)
  }
  return sequences
}

function fit(
  sequences: Sequences,
  chosen?: readonly number[],
  options = OPTIONS,
  costs: Float64Array | null = null,
): Fitted & { losses: number[] } {
  const keys = numberFeatures(sequences, 1)
  const losses: number[] = []
  const all = Array.from({ length: sequences.count }, (_, s) => s)
  const fitted = fitCrf(sequences, keys.length, 3, chosen ?? all, options, costs, (_, loss) => losses.push(loss))
  return { ...fitted, losses }
}

/** The share of tokens whose label is found. */
function accuracyOf({ rows, transitions }: Fitted, sequences: Sequences): number {
  const chain = new Chain(transitions)
  const { features, labels, starts, width } = sequences
  let right = 0
  for (let s = 0; s < sequences.count; s++) {
    const length = starts[s + 1] - starts[s]
    const emissions = chain.emissions(length).fill(0)
    for (let i = 0; i < length; i++) {
      for (const feature of features.subarray((starts[s] + i) * width, (starts[s] + i + 1) * width)) {
        for (let l = 0; feature >= 0 && l < 3; l++) emissions[i * chain.stride + l] += rows[3 * feature + l]
      }
    }
    const best = chain.best(length)
    for (let i = 0; i < length; i++) if (best[i] === labels[starts[s] + i]) right++
  }
  return right / starts[sequences.count]
}

describe('fitCrf', () => {
  it('learns labels that features and the label before decide', () => {
    const sequences = toySequences(200, 5)
    const fitted = fit(sequences)
    expect(accuracyOf(fitted, sequences)).toBe(1)
    expect(fitted.losses.at(-1)).toBeLessThan(fitted.losses[0] / 3)
  })

  it('gives the same numbers for the same sequences and seed, and others for another seed', () => {
    const [first, second] = [fit(toySequences(60, 5)), fit(toySequences(60, 5))]
    expect(second).toEqual(first)
    expect(fit(toySequences(60, 5), undefined, { ...OPTIONS, seeds: [2] }).rows).not.toEqual(first.rows)
  })

  it('gives the mean of its fits', () => {
    const [first, second, both] = [[1], [2], [1, 2]].map((seeds) =>
      fit(toySequences(60, 5), undefined, { ...OPTIONS, seeds }),
    )
    both.rows.forEach((weight, at) => {
      expect(weight).toBeCloseTo((first.rows[at] + second.rows[at]) / 2, 5)
    })
    expect(both.transitions.between[0]).toBeCloseTo(
      (first.transitions.between[0] + second.transitions.between[0]) / 2,
      5,
    )
    expect(both.transitions.between).toContain(FORBIDDEN)
  })

  it('goes on in every fit with the features that the first one keeps', () => {
    const kept = (seeds: number[]): boolean[] => {
      const { rows } = fit(toySequences(60, 5), undefined, { ...OPTIONS, most: 4, seeds })
      return Array.from({ length: rows.length / 3 }, (_, k) =>
        rows.subarray(3 * k, 3 * k + 3).some((weight) => weight !== 0),
      )
    }
    expect(kept([1, 2, 3])).toEqual(kept([1]))
    expect(kept([1]).filter(Boolean)).toHaveLength(4)
  })

  it('forbids what no sequence shows', () => {
    const { between, start } = fit(toySequences(200, 5)).transitions
    expect(between[0 * 3 + 2]).toBe(FORBIDDEN)
    expect(start[2]).toBe(FORBIDDEN)
    expect(between[1 * 3 + 2]).toBeGreaterThan(FORBIDDEN)
  })

  it('learns from the chosen sequences alone', () => {
    const sequences = toySequences(40, 5)
    const chosen = [0, 1, 2, 3]
    const few = new Sequences(new Templates(['word', 'word[-1]'], ['word']))
    const whole = toySequences(4, 5)
    expect([...few.starts, ...whole.starts.slice(1)]).toEqual(sequences.starts.slice(0, 5))
    expect(fit(sequences, chosen).rows.subarray(0, 6)).toEqual(fit(whole).rows.subarray(0, 6))
  })

  it('weighs less under a stronger penalty', () => {
    const size = ({ rows }: Fitted) => rows.reduce((sum, weight) => sum + Math.abs(weight), 0)
    const strict = fit(toySequences(60, 5), undefined, { ...OPTIONS, penalty: 0.5 })
    expect(size(strict)).toBeLessThan(size(fit(toySequences(60, 5))))
  })

  it('keeps so many features after the first epoch, which still learn what they can', () => {
    const sequences = toySequences(200, 5)
    const few = fit(sequences, undefined, { ...OPTIONS, most: 6 })
    const weighing = Array.from({ length: few.rows.length / 3 }, (_, k) => few.rows.slice(3 * k, 3 * k + 3)).filter(
      (row) => row.some((weight) => weight !== 0),
    )
    expect(weighing).toHaveLength(6)
    expect(few.rows.length / 3).toBeGreaterThan(6)
    expect(accuracyOf(few, sequences)).toBe(1)
  })

  it('averages over the last epochs what stands after each quarter of one', () => {
    const sequences = toySequences(60, 5)
    const last = fit(toySequences(60, 5))
    const averaged = fit(sequences, undefined, { ...OPTIONS, averaged: 2 })
    expect(averaged.losses).toEqual(last.losses)
    expect(averaged.rows).not.toEqual(last.rows)
    expect(accuracyOf(averaged, sequences)).toBe(1)
    expect(averaged.transitions.between[0 * 3 + 2]).toBe(FORBIDDEN)
  })

  it('lets the gold win by more where another label costs', () => {
    const costs = new Float64Array(9)
    // At a token of gold 2, label 0.
    costs[2 * 3 + 0] = 3
    const sequences = toySequences(60, 5)
    /** By how much the features speak for 2 rather than 0 where 2 is right. */
    const lead = ({ rows }: Fitted) => {
      const { features, labels, width } = sequences
      let sum = 0
      labels.subarray(0, sequences.starts.at(-1)).forEach((label, i) => {
        if (label !== 2) return
        for (const feature of features.subarray(i * width, (i + 1) * width))
          if (feature >= 0) sum += rows[feature * 3 + 2] - rows[feature * 3]
      })
      return sum
    }
    const costly = fit(sequences, undefined, OPTIONS, costs)
    expect(accuracyOf(costly, sequences)).toBe(1)
    expect(lead(costly)).toBeGreaterThan(lead(fit(toySequences(60, 5))))
  })
})
