import { describe, expect, it } from 'vitest'
import {
  CAPITALISED,
  CAPITALS,
  casingOf,
  DIGITS,
  INITIAL,
  MARK,
  MIXED,
  shapeOf,
  SMALL,
  UNCASED,
} from '../../../src/extract/entities/casing.js'
import { ALL_CAPITALS, HEADLINE, PROSE, Surface } from '../../../src/extract/entities/surface.js'
import { NameWords } from '../../../src/extract/entities/words.js'
import { textOf, tokenise } from './view.js'

describe('casing', () => {
  it.each<[string, number]>([
    ['Lind', CAPITALISED], ['Ünal', CAPITALISED], ['O’', INITIAL], ['J.', INITIAL], ['NATO', CAPITALS], ['COVID-19', CAPITALS], ['McDonald', MIXED],
    ['iPhone', MIXED], ['d’Ivoire', MIXED], ['house', SMALL], ['محمد', UNCASED], ['王毅', UNCASED], ['1,300', DIGITS], ['—', MARK], ['😀', MARK], ['\ud800', MARK],
  ])('of %s', (text, casing) => {
    expect(casingOf(text, 0, text.length)).toBe(casing)
  }) // prettier-ignore

  it('a shape tells the kinds of characters in their order', () => {
    const shape = (text: string) => shapeOf(text, 0, text.length)
    expect(shape('Anneke')).toBe(shape('Berlin'))
    expect(shape('AB-12')).not.toBe(shape('12-AB'))
    expect(shape('McDonald')).not.toBe(shape('Macdonald'))
  })
})

describe('a surface', () => {
  const surface = new Surface(new NameWords())
  const windows = (text: string): string[] => {
    const tokens = tokenise(text)
    const found: string[] = []
    surface.read(tokens)
    surface.eachWindow(tokens, (first, last) => found.push(textOf(tokens, { first, last })))
    return found
  }

  it('has windows around capitalised words, with what a name may hold between and beside them', () => {
    expect(windows('He said the Ministry of the Interior and a bank were there; then Kim Suk-yeol left.')).toEqual([
      'the Ministry of the Interior and',
      'then Kim Suk-yeol',
    ])
    expect(windows('We saw no names here.')).toEqual([])
  })

  it('keeps windows apart and in their sentences', () => {
    expect(windows('Anna left. Ivo came.')).toEqual(['Anna left.', 'Ivo came.'])
  })

  it('ends groups where a cell of a table ends', () => {
    const tokens = tokenise('Nicaragua\tHonduras\tPort Vale')
    surface.read(tokens)
    expect([...surface.groupFirst.subarray(0, tokens.count)]).toEqual([0, 1, 2, 2])
  })

  it.each([
    ['The mayor of Port Vale said no.', PROSE],
    ['Mayor Of Port Vale Says No', HEADLINE],
    ['MAYOR OF PORT VALE SAYS NO', ALL_CAPITALS],
  ])('knows how a sentence is written: %s', (text, style) => {
    surface.read(tokenise(text))
    expect(surface.style[0]).toBe(style)
  })
})
