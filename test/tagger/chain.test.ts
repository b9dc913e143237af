import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chain, FORBIDDEN, type Transitions } from '../../src/tagger/chain.js'

/** Puts a sequence into the chain: its emissions, `[token * size + label]`. */
function put(chain: Chain, emissions: readonly number[] | Float64Array, size: number): number {
  const length = emissions.length / size
  const room = chain.emissions(length)
  emissions.forEach((score, at) => {
    room[Math.floor(at / size) * chain.stride + (at % size)] = score
  })
  chain.forward(length)
  return length
}

interface Problem {
  readonly size: number
  readonly length: number
  readonly transitions: Transitions
  readonly emissions: Float64Array
}

/** Chains small enough to look at every sequence of labels. About one transition in five is forbidden, never one that label 0 needs. */
const problem: fc.Arbitrary<Problem> = fc
  .record({ size: fc.integer({ min: 1, max: 4 }), length: fc.integer({ min: 1, max: 5 }) })
  .chain(({ size, length }) => {
    const score = fc.double({ min: -4, max: 4, noNaN: true })
    const scores = (count: number) => fc.array(score, { minLength: count, maxLength: count })
    const transition = fc.oneof({ weight: 4, arbitrary: score }, { weight: 1, arbitrary: fc.constant(FORBIDDEN) })
    return fc
      .record({
        between: fc.array(transition, { minLength: size * size, maxLength: size * size }),
        start: scores(size),
        end: scores(size),
        emissions: scores(size * length),
      })
      .map(({ between, start, end, emissions }) => ({
        size,
        length,
        transitions: {
          size,
          between: Float64Array.from(between, (value, at) => (at === 0 ? 0.5 : value)),
          start: Float64Array.from(start),
          end: Float64Array.from(end),
        },
        emissions: Float64Array.from(emissions),
      }))
  })

/** Every sequence of labels that is allowed, with its score. */
function sequencesOf({ size, length, transitions, emissions }: Problem): { labels: number[]; score: number }[] {
  const found: { labels: number[]; score: number }[] = []
  for (let code = 0; code < size ** length; code++) {
    const labels = Array.from({ length }, (_, i) => Math.floor(code / size ** i) % size)
    const steps = labels.slice(1).map((label, i) => transitions.between[labels[i] * size + label])
    if (steps.some((score) => score <= FORBIDDEN)) continue
    const own = labels.map((label, i) => emissions[i * size + label])
    const edges = [transitions.start[labels[0]], transitions.end[labels[length - 1]]]
    found.push({ labels, score: [...edges, ...steps, ...own].reduce((a, b) => a + b) })
  }
  return found
}

const scoreOf = (given: Problem, labels: readonly number[]): number | undefined =>
  sequencesOf(given).find((sequence) => sequence.labels.join() === labels.join())?.score

/** Checks `test` on chains of all kinds; one chain object serves calls of changing lengths, as in use. */
function forEachProblem(test: (given: Problem, chain: Chain) => void): void {
  fc.assert(
    fc.property(problem, (given) => {
      const chain = new Chain(given.transitions)
      // What was worked out before must not matter.
      chain.marginals(put(chain, new Float64Array(9 * given.size).fill(1), given.size))
      put(chain, given.emissions, given.size)
      test(given, chain)
    }),
    { numRuns: 400 },
  )
}

describe('a chain, compared with looking at every sequence of labels', () => {
  it('finds a best one, which is allowed', () => {
    forEachProblem((given, chain) => {
      const labels = [...chain.best(given.length)]
      const highest = Math.max(...sequencesOf(given).map(({ score }) => score))
      expect(scoreOf(given, labels)).toBeCloseTo(highest, 9)
    })
  })

  it('sums all', () => {
    forEachProblem((given, chain) => {
      const sum = sequencesOf(given).reduce((total, { score }) => total + Math.exp(score), 0)
      expect(chain.logPartition(given.length)).toBeCloseTo(Math.log(sum), 9)
    })
  })

  it('gives the probability of each label at each token', () => {
    forEachProblem((given, chain) => {
      const { size, length } = given
      const sequences = sequencesOf(given)
      const sum = sequences.reduce((total, { score }) => total + Math.exp(score), 0)
      const marginals = chain.marginals(length)
      for (let i = 0; i < length; i++) {
        for (let l = 0; l < size; l++) {
          const having = sequences.filter(({ labels }) => labels[i] === l)
          const mass = having.reduce((total, { score }) => total + Math.exp(score), 0)
          expect(marginals[i * size + l]).toBeCloseTo(mass / sum, 9)
        }
      }
    })
  })

  it('gives how often each transition is expected', () => {
    forEachProblem((given, chain) => {
      const { size, length } = given
      const sequences = sequencesOf(given)
      const sum = sequences.reduce((total, { score }) => total + Math.exp(score), 0)
      const between = new Float64Array(size * size)
      for (const { labels, score } of sequences)
        for (let i = 1; i < length; i++) between[labels[i - 1] * size + labels[i]] += Math.exp(score) / sum
      chain.marginals(length)
      const expected = chain.expectedTransitions(length)
      between.forEach((value, at) => {
        expect(expected[at]).toBeCloseTo(value, 9)
      })
    })
  })
})

describe('a chain', () => {
  const transitions = (between: readonly number[], size = 2): Transitions => ({
    size,
    between: Float64Array.from(between),
    start: new Float64Array(size),
    end: new Float64Array(size),
  })

  it('never takes a forbidden transition, however much the tokens ask for it', () => {
    const chain = new Chain(transitions([0, FORBIDDEN, 0, 0]))
    put(chain, [50, 0, 0, 50, 0, 50], 2)
    expect([...chain.best(3)]).toEqual([1, 1, 1])
    expect(chain.marginals(3)[0]).toBeLessThan(1e-12)
    expect(chain.expectedTransitions(3)[1]).toBe(0)
  })

  it('takes new scores for its transitions', () => {
    const chain = new Chain(transitions([0, 0, 0, 0]))
    put(chain, [1, 0, 0, 0.5], 2)
    expect([...chain.best(2)]).toEqual([0, 1])
    chain.setScores(transitions([2, 0, 0, 0]))
    expect([...chain.best(2)]).toEqual([0, 0])
  })

  it('stays within numbers over long sequences and large scores', () => {
    const length = 20_000
    const chain = new Chain(transitions([1, -1, -1, 1]))
    put(
      chain,
      Float64Array.from({ length: 2 * length }, (_, at) => ((at * 7919) % 13) * 50 - 300),
      2,
    )
    const marginals = chain.marginals(length)
    for (let i = 0; i < length; i++) expect(marginals[2 * i] + marginals[2 * i + 1]).toBeCloseTo(1, 9)
    expect(Number.isFinite(chain.logPartition(length))).toBe(true)
  })

  it('gives nothing for no token', () => {
    const chain = new Chain(transitions([0, 0, 0, 0]))
    put(chain, [], 2)
    expect(chain.best(0)).toHaveLength(0)
    expect(chain.marginals(0)).toHaveLength(0)
    expect(chain.logPartition(0)).toBe(0)
  })
})
