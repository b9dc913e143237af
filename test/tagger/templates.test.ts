import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Columns, MARGIN } from '../../src/tagger/columns.js'
import { Templates } from '../../src/tagger/templates.js'

const NAMES = ['word', 'pos']

/** Columns over `word` and `pos` with these values. */
function columnsOf(
  words: readonly number[],
  pos: readonly number[] = words.map(() => 0),
  columns = new Columns(NAMES),
) {
  columns.reset(words.length)
  columns.cells[0].set(words, MARGIN)
  columns.cells[1].set(pos, MARGIN)
  return columns
}

/** The features of one token. */
function featuresOf(templates: readonly string[], columns: Columns, token: number): number[] {
  const into = new Int32Array(templates.length)
  new Templates(templates, NAMES).write(columns, token, into, 0)
  return [...into]
}

describe('a feature', () => {
  it('is the same for the same values, wherever they are', () => {
    const columns = columnsOf([1, 2, 3, 9, 1, 2, 3])
    const templates = ['word[-1] word word[1]', 'pos', 'word[-1]']
    expect(featuresOf(templates, columns, 1)).toEqual(featuresOf(templates, columns, 5))
  })

  it('depends on the order of what it reads', () => {
    const [there, back] = [columnsOf([1, 2]), columnsOf([2, 1])]
    expect(featuresOf(['word word[1]'], there, 0)).not.toEqual(featuresOf(['word word[1]'], back, 0))
  })

  it('depends on the template, though the values are the same', () => {
    const columns = columnsOf([5, 5, 5], [5, 5, 5])
    const features = featuresOf(['word', 'word[1]', 'word[-1]', 'pos', 'word pos', 'pos word'], columns, 1)
    expect(new Set(features).size).toBe(features.length)
  })

  it('changes with each cell that it reads and with no other', () => {
    const parts = ['word[-1]', 'word', 'word[1]', 'pos[-2]', 'pos', 'pos[2]']
    fc.assert(
      fc.property(
        fc.subarray(parts, { minLength: 1 }),
        fc.array(fc.integer(), { minLength: 14, maxLength: 14 }),
        fc.nat(13),
        fc.integer(),
        (chosen, values, at, other) => {
          fc.pre(values[at] !== other)
          const before = featuresOf([chosen.join(' ')], columnsOf(values.slice(0, 7), values.slice(7)), 3)
          const changed = values.with(at, other)
          const after = featuresOf([chosen.join(' ')], columnsOf(changed.slice(0, 7), changed.slice(7)), 3)
          const distance = (at % 7) - 3
          const name = at < 7 ? 'word' : 'pos'
          const reads = chosen.includes(distance === 0 ? name : `${name}[${distance}]`)
          expect(after[0] !== before[0]).toBe(reads)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('at the ends of a sequence reads that there is nothing', () => {
    const long = columnsOf([1, 2, 3, 4, 5, 6, 7, 8])
    const short = columnsOf([7], [0], long)
    const alone = columnsOf([7])
    const templates = ['word[-4] word[4]', 'pos[-1] pos[1]', 'word']
    // What the longer sequence before left in the cells does not show.
    expect(featuresOf(templates, short, 0)).toEqual(featuresOf(templates, alone, 0))
    expect(featuresOf(['word[1]'], columnsOf([7]), 0)).not.toEqual(featuresOf(['word[1]'], columnsOf([7, 0]), 0))
  })
})

describe('templates', () => {
  it('write one hash a template from the place given on', () => {
    const templates = new Templates(['word', 'pos'], NAMES)
    const into = new Int32Array(5)
    templates.write(columnsOf([1, 2]), 0, into, 2)
    expect([...into.subarray(0, 2), into[4]]).toEqual([0, 0, 0])
    expect([...into.subarray(2, 4)]).toEqual(featuresOf(['word', 'pos'], columnsOf([1, 2]), 0))
  })

  it('tell what they read', () => {
    const templates = new Templates(['word[-1] pos word[1]'], NAMES)
    expect(templates.read(columnsOf([4, 5], [6, 7]), 0, 0)).toEqual([
      { column: 'word', value: undefined },
      { column: 'pos', value: 6 },
      { column: 'word', value: 5 },
    ])
  })

  it.each([
    ['word lemma', 'Template "word lemma": expected one of the columns word, pos, got "lemma".'],
    ['word[x]', 'Template "word[x]": expected one of the columns word, pos, got "word[x]".'],
    ['word  pos', 'Template "word  pos": expected one of the columns word, pos, got "".'],
    ['word[5]', 'Template "word[5]": expected offsets up to 4, got 5.'],
    ['word[-5]', 'Template "word[-5]": expected offsets up to 4, got -5.'],
  ])('refuse %s', (source, message) => {
    expect(() => new Templates([source], NAMES)).toThrow(new Error(message))
  })
})
