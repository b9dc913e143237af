import { describe, expect, it } from 'vitest'
import type { Attribution } from '../../../src/extract/attribution/attribution.js'
import { nest } from '../../../src/extract/attribution/nesting.js'
import { continueQuotations } from '../../../src/extract/attribution/quotation-runs.js'
import { attribution, textOf, tokenise, type Found } from './view.js'
import { processorTime } from '../../processor-time.js'

/** Contents of the statements after the rule, with the words that tell whose they are. */
function continued(text: string, found: readonly Found[], least = 0) {
  const tokens = tokenise(text)
  const outer = found.map((one) => attribution(tokens, one))
  continueQuotations(tokens, outer, least)
  return outer.map(({ cue, source, implied, content }) => ({
    cue: cue === null ? null : textOf(tokens, cue),
    by: source !== null ? textOf(tokens, source) : implied === null ? null : `(${textOf(tokens, implied)})`,
    content: content.map((run) => textOf(tokens, run)),
  }))
}

const opening = { source: 'Arnell', cue: 'said', content: '“It rained,”' }

describe('a quotation over several paragraphs', () => {
  it('is one content where the cue comes first', () => {
    const text = '“It rained,” Arnell said. “All day long.\n\n“And all night. It never stopped.”\n\nThe roof is new.'
    const found = { ...opening, content: ['“It rained,”', '“All day long.'] }
    expect(continued(text, [found])).toEqual([
      { cue: 'said', by: 'Arnell', content: ['“It rained,”', '“All day long.\n\n“And all night. It never stopped.”'] },
    ])
  })

  it('is one content where the cue comes last', () => {
    const text = '“It rained all day long.\n\n“And all night,” Arnell said.'
    expect(continued(text, [{ source: 'Arnell', cue: 'said', content: '“And all night,”' }])).toEqual([
      { cue: 'said', by: 'Arnell', content: ['“It rained all day long.\n\n“And all night,”'] },
    ])
  })
})

describe('a quotation alone in its sentences', () => {
  const hoped = { source: 'Arnell', cue: 'hopes', content: 'for rain' }

  it('is a statement without cue by the one whom the sentence before tells of', () => {
    expect(continued('Arnell hopes for rain. “It is dry here. The wells are empty.” Moe left.', [hoped])).toEqual([
      { cue: 'hopes', by: 'Arnell', content: ['for rain'] },
      { cue: null, by: '(Arnell)', content: ['“It is dry here. The wells are empty.”'] },
    ])
  })

  it('is of the statement before where that is quoted too', () => {
    const text = '“It rained,” Arnell said. “It never stopped all night.” “Never.” Moe left.'
    expect(continued(text, [opening])).toEqual([
      { cue: 'said', by: 'Arnell', content: ['“It rained,”', '“It never stopped all night.” “Never.”'] },
    ])
  })

  it.each([
    'Arnell hopes for rain. Moe left. “It is dry here. The wells are empty.”',
    'Arnell hopes for rain.\n\n“It is dry here. The wells are empty.” Moe left.',
    'Arnell hopes for rain. “It is dry here. The wells are empty” was sung.',
    'Arnell hopes for rain. “Too dry!”',
  ])('is none in: %s', (text) => {
    expect(continued(text, [hoped])).toHaveLength(1)
  })
})

describe('a quotation alone in its paragraph', () => {
  const text = '“It rained,” Arnell said.\n\n“It never stopped all night.”'

  const hopes = { source: 'Arnell', cue: 'hopes', content: 'for rain' }
  const told = 'Arnell hopes for rain.\n\n“It is dry here. The wells are empty.”'

  it('is content of the statement that ends the paragraph before, where that is a quotation', () => {
    expect(continued(text, [opening])).toEqual([
      { cue: 'said', by: 'Arnell', content: ['“It rained,”', '“It never stopped all night.”'] },
    ])
  })

  it('may be followed by another one', () => {
    const three = `${text}\n\n“We had to leave in the dark.”`
    expect(continued(three, [opening])).toMatchObject([
      { content: ['“It rained,”', '“It never stopped all night.”\n\n“We had to leave in the dark.”'] },
    ])
  })

  it.each([
    [
      'It would be “too wet,” Arnell said.',
      'It would be “too wet,”',
      ['It would be “too wet,”', '“It never stopped all night.”'],
    ],
    // A title ends nothing that somebody says.
    ['The play was “Rain and Wind” Arnell said.', 'The play was “Rain and Wind”', ['The play was “Rain and Wind”']],
  ])('goes on with the quoted end of a content: %s', (before, content, all) => {
    const [said] = continued(`${before}\n\n“It never stopped all night.”`, [{ source: 'Arnell', cue: 'said', content }])
    expect(said.content).toEqual(all)
  })

  it('is by itself where it has other marks: a headline', () => {
    expect(continued("“It rained,” Arnell said.\n\n'It never stopped all night'", [opening])).toMatchObject([
      { content: ['“It rained,”'] },
      { cue: null, by: '(Arnell)' },
    ])
  })

  it('is a statement without cue by the one whom the end of the paragraph before tells of, where that is not quoted', () => {
    expect(continued(told, [hopes])).toEqual([
      { cue: 'hopes', by: 'Arnell', content: ['for rain'] },
      { cue: null, by: '(Arnell)', content: ['“It is dry here. The wells are empty.”'] },
    ])
  })

  it('is less sure than the statement before, and left out below the least confidence', () => {
    const tokens = tokenise(told)
    const outer: Attribution[] = [attribution(tokens, hopes)]
    continueQuotations(tokens, outer, 0)
    expect(outer[1].confidence).toBeLessThan(outer[0].confidence)
    expect(continued(told, [hopes], outer[1].confidence + 0.01)).toHaveLength(1)
  })

  it('has no known speaker after a paragraph that ends with no statement', () => {
    const apart = '“It rained,” Arnell said.\n\nThe roof is new.\n\n“It never stopped all night.”'
    expect(continued(apart, [opening])).toHaveLength(1)
  })

  it('is no speech where it is but a title or a word or two', () => {
    expect(continued('“It rained,” Arnell said.\n\n“Rain and Shine”', [opening])).toHaveLength(1)
  })

  it('is not taken from a statement of its own', () => {
    const other = '“It rained,” Arnell said.\n\n“It never stopped all night,” said Moe.'
    const moe = { source: 'Moe', cue: 'said', content: '“It never stopped all night,”' }
    expect(continued(other, [opening, moe]).map(({ by }) => by)).toEqual(['Arnell', 'Moe'])
  })

  it('holds what the one quoted says of others', () => {
    const nested = 'Arnell hopes for rain.\n\n“Moe claims that it never stopped.”'
    const tokens = tokenise(nested)
    const outer = [
      attribution(tokens, hopes),
      attribution(tokens, { source: 'Moe', cue: 'claims', content: 'that it never stopped' }),
    ]
    continueQuotations(tokens, outer, 0)
    nest(outer)
    const implied = outer.find(({ cue }) => cue === null)
    expect(implied).toBeDefined()
    expect(outer[1].parent).toBe(implied)
  })
})

it.each([
  ['that touch', '“It never stopped all night.”\n\n'],
  ['that do not', '“It never stopped all night”.\n\n'],
])('takes time that grows with the text alone: a hundred thousand quotations %s in a moment', (_, paragraph) => {
  const text = '“It rained,” Arnell said.\n\n' + paragraph.repeat(100_000)
  const tokens = tokenise(text)
  const outer = [attribution(tokens, opening)]
  const took = processorTime(() => {
    continueQuotations(tokens, outer, 0.01)
    nest(outer)
  })
  expect(took).toBeLessThan(3000)
})
