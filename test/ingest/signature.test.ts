import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureOf } from '../../src/ingest/signature.js'

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe('the signature of a text', () => {
  it('is that of its words', () => {
    const part = fc.oneof(
      fc.constantFrom('The', 'mayor', '5,000', 'ΟΔΟΣ', 'İzmir', 'ﬁre', '“quoted”', '\u{1d400}x', '\u{10400}', 'naïve', '👩‍🚒', '٣', 'x\ud800y'),
      fc.string({ unit: 'binary' }),
      fc.string(),
    ) // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        const words = wordsOf(text)
        expect(signatureOf(text)).toEqual(signatureOf(words.join(', ')))
        expect(signatureOf(text) === null).toBe(words.length < 5)
      }),
    )
  })

  it('is the same whatever the case', () => {
    const text = 'The mayor of the old town said “ça ira” in Straße 5'
    expect(signatureOf(text.toLowerCase().replace('straße', 'STRAßE'))).toEqual(signatureOf(text))
  })

  it('has of two parts the lesser of each number, however long the parts are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2500 }), fc.integer({ min: 5, max: 2500 }), (first, second) => {
        const words = Array.from({ length: first + second }, (_, index) => `word${index}`)
        const [a, b] = [words.slice(0, first), words.slice(first - 4)].map((part) => signatureOf(part.join(' '))!)
        expect(signatureOf(words.join(' '))).toEqual(a.map((number, index) => Math.min(number, b[index])))
      }),
      { numRuns: 25 },
    )
  })

  it('has 128 numbers, most of them not those of another text', () => {
    const [a, b] = ['a', 'b'].map((name) => signatureOf(Array.from({ length: 50 }, (_, n) => `${name}${n}`).join(' '))!)
    expect(a).toHaveLength(128)
    expect(new Set(a).size).toBeGreaterThan(30)
    expect(a.filter((number, index) => number === b[index]).length).toBeLessThan(3)
  })
})
