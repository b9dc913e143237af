import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Spellings } from '../../src/tokenise/spellings.js'

describe('Spellings', () => {
  it('numbers distinct strings in the order in which they are met, wherever they stand', () => {
    const spellings = new Spellings()
    expect(spellings.numberOf('the cat', 0, 3)).toBe(0)
    expect(spellings.numberOf('the cat', 4, 7)).toBe(1)
    expect(spellings.numberOf('a cat', 2, 5)).toBe(1)
    expect(spellings.numberOf('Cat', 0, 3)).toBe(2)
    expect(spellings.spelling(1)).toBe('cat')
    expect(spellings.count).toBe(3)
  })

  it('tells any strings apart as a Map does, lone surrogates and the empty one too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 })), (strings) => {
        const spellings = new Spellings()
        const numbers = new Map<string, number>()
        for (const string of [...strings, '', '\ud800', '\udc00', ...strings]) {
          const number = numbers.get(string) ?? numbers.set(string, numbers.size).size - 1
          expect(spellings.numberOf(`<${string}>`, 1, 1 + string.length)).toBe(number)
          expect(spellings.spelling(number)).toBe(string)
        }
      }),
    )
  })

  it('grows', () => {
    const spellings = new Spellings()
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < 20_000; i++) expect(spellings.numberOf(String(i), 0, String(i).length)).toBe(i)
  })
})
