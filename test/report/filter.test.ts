import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTS, STATEMENT_KINDS } from '../../src/record/record.js'
import { reportArticle } from '../../src/report/data.js'
import { corpusOf } from '../../src/report/page/corpus.js'
import {
  filterOf,
  find,
  NO_FILTER,
  NUMBERS,
  parametersOf,
  STANDINGS,
  type Filter,
} from '../../src/report/page/filter.js'
import { INPUTS, recordOf } from './sample.js'

const corpus = corpusOf({ title: '', articles: INPUTS.map(reportArticle) })
const idsOf = (filter: Partial<Filter>) =>
  find(corpus, { ...NO_FILTER, ...filter }).statements.map(
    ({ article, statement }) => `${article.article.id} ${statement.id}`,
  )

describe('a filter', () => {
  it('without parts lets everything pass', () => {
    expect(idsOf({})).toHaveLength(6)
  })

  it.each<[string, Partial<Filter>, string[]]>([
    ['speaker', { speaker: 'Ana Muñoz' }, ['market s2']],
    ['act', { acts: ['deny', 'warn'] }, ['harbour s3', 'harbour s4']],
    ['kind', { kinds: ['mixed'] }, ['market s2']],
    ['how the speaker is known', { standings: ['unresolved'] }, ['harbour s4']],
    ['number', { numbers: ['any'] }, ['harbour s3']],
    ['the value of a number', { least: 30, greatest: 50 }, ['harbour s3']],
    ['a value that no number has', { least: 41 }, []],
    ['words', { text: 'market KASK' }, ['market s1']],
    ['words without their accents', { text: 'munoz' }, ['market s2']],
    ['a phrase', { text: '"new market"' }, ['market s1']],
    ['several parts at once', { speaker: 'Liis Kask', kinds: ['indirect'] }, ['harbour s1', 'market s1']],
  ])('chooses by %s', (_, filter, ids) => {
    expect(idsOf(filter)).toEqual(ids)
  })

  it.each([
    ["doesn't", 'It doesn’t close.'],
    ['doesn’t', "It doesn't close."],
    ['"would close"', 'It would\nclose.'],
    ['"would\u00a0 close"', 'It would close.'],
    ['"5 million"', 'It costs 5\u00a0million.'],
    ['“5 million” costs', 'It costs 5 million.'],
    ['«5 million»', 'It costs 5 million.'],
    ['harbour', 'The har\u00adbour.'],
  ])('finds %j in %j', (text, content) => {
    const record = recordOf('a', `Ana said: ${content}`, [{ source: 'Ana', cue: 'said', content, name: 'Ana' }])
    const { statements } = find(corpusOf({ title: '', articles: [reportArticle({ record })] }), { ...NO_FILTER, text })
    expect(statements).toHaveLength(1)
  })

  it('finds no phrase that runs from one part of a statement into another', () => {
    expect(idsOf({ text: '"kask said"' })).toEqual([])
  })

  it('chooses by confidence, which is reached by what equals it', () => {
    expect(idsOf({ confidence: 0.9 })).toHaveLength(5)
    expect(idsOf({ confidence: 0.91 })).toEqual([])
  })

  it('counts what each value would leave, the others as they are', () => {
    const { counts } = find(corpus, { ...NO_FILTER, speaker: 'Liis Kask', acts: ['say'] })
    expect(Object.fromEntries(counts.acts)).toEqual({ say: 2, promise: 1 })
    expect(Object.fromEntries(counts.kinds)).toEqual({ indirect: 1, direct: 1 })
    expect(Object.fromEntries(counts.speakers)).toEqual({ 'Liis Kask': 2, 'Ana Muñoz': 1 })
  })

  it('goes into a link and comes back', () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values])
    const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e15 }))
    const anyFilter = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      speaker: fc.option(fc.string({ unit: 'grapheme' })),
      standings: some(STANDINGS),
      acts: some(ACTS),
      kinds: some(STATEMENT_KINDS),
      numbers: some(NUMBERS),
      least: number,
      greatest: number,
      confidence: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
    })
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(filterOf(new URLSearchParams(parametersOf(filter).toString()))).toEqual(filter)
      }),
    )
  })

  it('of a link that somebody made up lets pass what it does not say rightly', () => {
    expect(filterOf(new URLSearchParams('act=shout&kind=&confidence=x&least=many&number=any'))).toEqual({
      ...NO_FILTER,
      numbers: ['any'],
    })
  })
})

describe('speakers', () => {
  it('with the same name are one over all articles, those without a name are not', () => {
    const twice = corpusOf({ title: '', articles: [...INPUTS, INPUTS[0]].map(reportArticle) })
    const found = twice.speakers.map(({ name, standing, statements }) => [name, standing, statements.length])
    expect(found).toEqual([
      ['Liis Kask', 'named', 5],
      ['Karl Orav', 'named', 2],
      ['He', 'unresolved', 1],
      ['Ana Muñoz', 'named', 1],
      ['He', 'unresolved', 1],
    ])
    expect(twice.articlesByKey.size).toBe(3)
  })
})
