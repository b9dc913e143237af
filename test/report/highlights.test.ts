import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/record/record.js'
import { depthsOf, piecesOf } from '../../src/report/page/highlights.js'

const LENGTH = 60

function statement(id: string, contents: readonly [number, number][], parent: string | null = null): Statement {
  const span = ([start, end]: readonly [number, number]) => ({ start, end, text: 'x'.repeat(end - start) })
  return {
    id,
    kind: 'indirect',
    act: 'say',
    speaker: null,
    source: span([0, 3]),
    cue: { ...span([4, 6]), lemma: 'say' },
    content: contents.map(span),
    negated: false,
    parent,
    quantities: [],
    times: [],
    entities: [],
    confidence: 1,
  }
}

const place = fc
  .tuple(fc.nat({ max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): [number, number] => [start, Math.min(start + length, LENGTH)])
const anyStatements = fc
  .array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  .map((all) => all.map((contents, index) => statement(`s${index + 1}`, contents)))

describe('the pieces of a text', () => {
  it('cover it without gap or overlap, whichever way statements overlap', () => {
    fc.assert(
      fc.property(anyStatements, (statements) => {
        const pieces = piecesOf(statements, 0, LENGTH)
        expect(pieces[0].start).toBe(0)
        expect(pieces.at(-1)!.end).toBe(LENGTH)
        for (const [index, { start, end }] of pieces.entries()) {
          expect(start).toBeLessThan(end)
          if (index > 0) expect(start).toBe(pieces[index - 1].end)
        }
      }),
    )
  })

  it('tell of each place which statements have it', () => {
    fc.assert(
      fc.property(anyStatements, fc.nat({ max: LENGTH - 1 }), (statements, at) => {
        const piece = piecesOf(statements, 0, LENGTH).find(({ start, end }) => start <= at && at < end)!
        const having = statements.filter(({ content }) => content.some(({ start, end }) => start <= at && at < end))
        expect(piece.contents.map(({ id }) => id).sort()).toEqual(having.map(({ id }) => id).sort())
      }),
    )
  })

  it('have the innermost statement last', () => {
    const [outer, inner] = [statement('s1', [[10, 30]]), statement('s2', [[15, 20]], 's1')]
    const pieces = piecesOf([inner, outer], 10, 30)
    expect(pieces.map(({ start, end, contents }) => [start, end, contents.map(({ id }) => id)])).toEqual([
      [10, 15, ['s1']],
      [15, 20, ['s1', 's2']],
      [20, 30, ['s1']],
    ])
  })

  it('are cut to the passage that is asked for', () => {
    const pieces = piecesOf([statement('s1', [[2, 40]])], 5, 9)
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([[5, 6], [6, 9]]) // prettier-ignore
  })

  it('of nothing are none', () => {
    expect(piecesOf([], 0, 0)).toEqual([])
  })
})

it('statements that claim to lie within each other have a depth all the same', () => {
  const circle = [statement('s1', [[0, 9]], 's2'), statement('s2', [[0, 9]], 's1')]
  expect([...depthsOf(circle).values()]).toEqual([1, 1])
})
