import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../../src/record/errors.js'
import { LABELS } from '../../../src/extract/entities/labels.js'
import { COLUMNS } from '../../../src/extract/entities/name-columns.js'
import { NameFinder, type Name } from '../../../src/extract/entities/names.js'
import { ByteMap } from '../../../src/tagger/byte-map.js'
import { decodeModel, encodeModel, type StoredChain } from '../../../src/tagger/model-file.js'
import { finder, namesIn, tokenise } from './view.js'
import { processorTime } from '../../processor-time.js'

describe('names', () => {
  it('are found with their types', () => {
    expect(
      namesIn('The president of France, Emmanuel Macron, met Chinese officials of the World Bank in Berlin.'),
    ).toEqual([
      ['France', 'LOCATION'],
      ['Emmanuel Macron', 'PERSON'],
      ['Chinese', 'NORP'],
      ['World Bank', 'ORGANIZATION'],
      ['Berlin', 'LOCATION'],
    ])
  })

  it('that are found once are found elsewhere, where they are bare', () => {
    const text = `ALMATY - Opposition politician Mukhtar Ablyazov called for protests on Monday. Mr. Ablyazov lives in France.
“We will go on,” Ablyazov said. Police were looking for supporters of Ablyazov.`
    const found = namesIn(text).filter(([name]) => name.includes('Ablyazov'))
    expect(found).toEqual([
      ['Mukhtar Ablyazov', 'PERSON'],
      ['Ablyazov', 'PERSON'],
      ['Ablyazov', 'PERSON'],
      ['Ablyazov', 'PERSON'],
    ])
  })

  it('of organisations are apart from their abbreviations', () => {
    const found = namesIn(
      'The Collective Security Treaty Organization (CSTO) sent troops to Kazakhstan. The CSTO said so.',
    )
    expect(found).toEqual([
      ['Collective Security Treaty Organization', 'ORGANIZATION'],
      ['CSTO', 'ORGANIZATION'],
      ['Kazakhstan', 'LOCATION'],
      ['CSTO', 'ORGANIZATION'],
    ])
  })

  it.each([
    ["Angela Merkel's party lost.", 'Angela Merkel'],
    ['Angela Merkel’s party lost.', 'Angela Merkel'],
    ['On Friday the author J. K. Rowling said no.', 'J. K. Rowling'],
    ['Saudi crown prince Mohammed bin Salman said no.', 'Mohammed bin Salman'],
    ['The minister, Jean-Claude Juncker, said no.', 'Jean-Claude Juncker'],
    ['Syrian President Bashar al-Assad said no.', 'Bashar al-Assad'],
  ])('of persons are whole, without a possessive: %s', (text, name) => {
    expect(namesIn(text)).toContainEqual([name, 'PERSON'])
  })

  it('of an agency are of an organisation', () => {
    expect(namesIn('In an interview with Wikinews, Ann Smith said that the GOP had lost.')).toEqual([
      ['Wikinews', 'ORGANIZATION'],
      ['Ann Smith', 'PERSON'],
      ['GOP', 'ORGANIZATION'],
    ])
  })

  it('are found in a line of capitals', () => {
    expect(namesIn('POLICE ARREST THREE IN NIGERIA\n\nPolice arrested three people in Lagos.')).toContainEqual([
      'NIGERIA',
      'LOCATION',
    ])
  })

  it('do not depend on what was read before', () => {
    const text = 'Anna Lind of the Harbour Union met Ivo Marsh in Port Vale.'
    const first = finder.find(tokenise(text))
    finder.find(tokenise('Port Vale, a club, bought Anna, a ship. Marsh is wet. Lind said no.'))
    expect(finder.find(tokenise(text))).toEqual(first)
  })
})

/** In order, apart, within the text, each as probable as a probability can be. */
function expectSound(names: readonly Name[], count: number): void {
  let next = 0
  for (const { first, last, probability } of names) {
    expect(first).toBeGreaterThanOrEqual(next)
    expect(last).toBeGreaterThanOrEqual(first)
    expect(last).toBeLessThan(count)
    expect(probability).toBeGreaterThan(0)
    expect(probability).toBeLessThanOrEqual(1)
    next = last + 1
  }
}

describe('whatever the text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Ann', 'Smith', 'the', 'Ministry', 'of', 'IRAN', 'said', 'bin', 'al', '-', "O'Brien", 'A', 'J.', '(', ')', ',', '.', '\n', '\n\n', '“', '”', ':',
      'محمد', 'דוד', '王毅', 'Ünal', 'E\u0301mile', '👩‍🚀', '\u202eevil', '\ud800', 'iPhone', 'ﬁn', 'ǅ', '14',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  ) // prettier-ignore

  it('names are in order and apart', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.constantFrom(' ', ''), (words, space) => {
        const tokens = tokenise(words.join(space))
        expectSound(finder.find(tokens), tokens.count)
      }),
    )
  })

  it.each([
    ['ten thousand names', Array.from({ length: 10_000 }, (_, k) => `Name${k} Surname${k % 977}`).join(', ')],
    ['the same name ten thousand times', 'Anna Lind '.repeat(10_000)],
    [
      'names that begin alike',
      Array.from({ length: 10_000 }, (_, k) => `Anna${' Lind'.repeat(k % 9)} X${k}`).join('. '),
    ],
    ['a name of one letter', 'A said B. '.repeat(5_000)],
    ['nothing but capitals', 'POLICE ARREST THREE IN NIGERIA AFTER SHOTS. '.repeat(3_000)],
    ['capitals without an end', 'NIGERIA '.repeat(20_000)],
    ['emoji and combining marks', '👩‍🚀 Ann\u0301a Li\u0308nd 👩‍🚀said. '.repeat(3_000)],
    ['names from right to left', 'قال محمد بن سلمان Mohammed נתניהו said. '.repeat(3_000)],
    ['hyphens', 'Anna-'.repeat(20_000)],
    ['an opened bracket', '(ABCDEFGHIJKLMNOP) '.repeat(5_000)],
  ])('time is bounded: %s', (_, text) => {
    const tokens = tokenise(text)
    const took = processorTime(() => {
      expectSound(finder.find(tokens), tokens.count)
    })
    expect(took).toBeLessThan(10_000)
  })
})

describe('a model', () => {
  const chain = (columns: readonly string[], labels: readonly string[]): StoredChain => ({
    labels,
    columns,
    templates: ['word'],
    keys: new Int32Array(0),
    rows: new Int8Array(0),
    scale: 1,
    transitions: {
      size: labels.length,
      between: new Float64Array(labels.length ** 2),
      start: new Float64Array(labels.length),
      end: new Float64Array(labels.length),
    },
  })
  const finderOf = (chains: [string, StoredChain][]): NameFinder =>
    new NameFinder(decodeModel(encodeModel(new Map(chains), {}, new Map([['places', ByteMap.of([])]])), 'weights.bin'))
  const right = chain(COLUMNS, LABELS)

  it('of one pass alone is refused', () => {
    expect(() => finderOf([['first', right]])).toThrow(HearsayError)
    expect(() => finderOf([['first', right]])).toThrow(/^Expected a model of names/)
  })

  it.each([
    ['columns', chain([...COLUMNS].reverse(), LABELS)],
    ['labels', chain(COLUMNS, [...LABELS].reverse())],
  ])('for other %s is refused', (what, wrong) => {
    const chains: [string, StoredChain][] = [
      ['first', right],
      ['second', wrong],
    ]
    expect(() => finderOf(chains)).toThrow(new RegExp(`^Expected the ${what} .* in the second chain of the model`))
  })
})
