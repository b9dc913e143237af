import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NearDuplicates } from '../../src/ingest/near-duplicates.js'
import { signatureOf } from '../../src/ingest/signature.js'

/** A text of `count` words that no text with another name shares. */
function words(name: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ')
}

describe('near duplicates', () => {
  it('are texts that repeat an earlier one but for a few words', () => {
    const texts = new NearDuplicates<string>()
    expect(texts.add('first', words('a', 300))).toBeNull()
    expect(texts.add('other', words('b', 300))).toBeNull()
    expect(texts.add('copy', words('a', 300))).toEqual({ of: 'first', similarity: 1 })
    const found = texts.add('edited', `The paper's own line. ${words('a', 300).toUpperCase()}`)
    expect(found?.of).toBe('first')
    expect(found?.similarity).toBeGreaterThan(0.85)
  })

  it('are not texts that share a half', () => {
    const texts = new NearDuplicates<string>()
    texts.add('first', `${words('a', 200)} ${words('b', 200)}`)
    expect(texts.add('half', `${words('a', 200)} ${words('c', 200)}`)).toBeNull()
  })

  it('are found by a share of shingles that is estimated within 0.2 of what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 0, max: 12 }), (shared, own) => {
        const texts = new NearDuplicates<number>(0)
        texts.add(1, `${words('a', shared)} ${words('b', own)}`)
        const found = texts.add(2, `${words('a', shared)} ${words('c', own)}`)
        const same = shared - 4
        const all = 2 * (shared + own - 4) - same
        expect(Math.abs((found?.similarity ?? 0) - same / all)).toBeLessThan(0.2)
      }),
      { numRuns: 50 },
    )
  })

  it('are never of a text that is one itself', () => {
    const texts = new NearDuplicates<string>()
    const pieces = ['a', 'b', 'c', 'd'].map((name) => words(name, 100))
    texts.add('first', pieces.join(' '))
    expect(texts.add('cut', pieces.slice(1).join(' '))?.of).toBe('first')
    expect(texts.add('cut again', pieces.slice(1).join(' '))?.of).toBe('first')
  })

  it('take no text of fewer than five words', () => {
    const texts = new NearDuplicates<number>()
    expect(texts.add(1, 'It is raining.')).toBeNull()
    expect(texts.add(2, 'It is raining.')).toBeNull()
    expect(signatureOf(words('a', 29), 30)).toBeNull()
    expect(signatureOf(words('a', 30), 30)).not.toBeNull()
  })

  it('forget the oldest beyond what they may remember', () => {
    const texts = new NearDuplicates<number>(0.8, 2)
    for (const [key, name] of ['a', 'b', 'c'].entries()) expect(texts.add(key, words(name, 50))).toBeNull()
    expect(texts.forgotten).toBe(1)
    expect(texts.add(3, words('c', 50))?.of).toBe(2)
    expect(texts.add(4, words('b', 50))?.of).toBe(1)
    expect(texts.add(5, words('a', 50))).toBeNull()
  })

  it('are found among all that are remembered and no others, however many went by', () => {
    const most = 150
    const texts = new NearDuplicates<number>(0.8, most)
    for (let n = 0; n < 700; n++) expect(texts.add(n, words(`${n}x`, 40)), `text ${n}`).toBeNull()
    for (let n = 700 - most; n < 700; n++) expect(texts.add(-1, words(`${n}x`, 40))?.of).toBe(n)
    expect(texts.forgotten).toBe(700 - most)
    expect(texts.add(-1, words('549x', 40))).toBeNull()
  })

  it('are found behind hundreds of texts that share boilerplate with them', () => {
    const texts = new NearDuplicates<number>()
    const report = (n: number) => `${words('standing', 60)} ${words(`${n}x`, 140)}`
    for (let n = 0; n < 300; n++) expect(texts.add(n, report(n)), `report ${n}`).toBeNull()
    for (let n = 0; n < 300; n += 10) expect(texts.add(-1, `Our paper. ${report(n)}`)?.of).toBe(n)
  })
})

describe('reprints of the articles of corpus/', () => {
  const corpus = readdirSync('corpus').filter((name) => name.endsWith('.txt')).sort() // prettier-ignore
  const articles = corpus.map((name) => ({ name, text: readFileSync(join('corpus', name), 'utf8') }))
  /** What another paper prints: its own byline, one word in 40 left out, the last paragraph of five cut. */
  const reprinted = (text: string): string => {
    const paragraphs = text.split('\n\n')
    const kept = paragraphs.slice(0, Math.ceil(paragraphs.length * 0.8)).join('\n\n')
    return `By Our Own Reporter\n\n${kept.split(' ').filter((_, index) => index % 40 !== 39).join(' ')}` // prettier-ignore
  }
  /** Another report on the same ferry, with the same names, numbers and some of the same words in quotation marks. */
  const other =
    'Transport Minister Oda Brekvist has ordered the Ellery Line to keep its ferries in harbour at night, after the Sula hit a reef off Hjell ' +
    'with 212 people on board. "No passenger will board a night boat before we know what went wrong on the bridge," she said. Tor Aldane of the ' +
    'seafarers\' union, which speaks for 640 officers and deckhands, said that the watch "had been awake for nineteen hours". More than 30 people ' +
    'were hurt when the ship ran aground at about 14 knots; the Marine Safety Board has begun to look into an alarm that was switched off.'

  it('are found, each as that of its own article', () => {
    const texts = new NearDuplicates<string>()
    for (const { name, text } of articles) expect(texts.add(name, text), name).toBeNull()
    for (const { name, text } of articles) expect(texts.add('reprint', reprinted(text))?.of).toBe(name)
  })

  it('are not other reports on the same event', () => {
    const texts = new NearDuplicates<string>()
    for (const { name, text } of articles) texts.add(name, text)
    expect(texts.add('other', other)).toBeNull()
  })
})
