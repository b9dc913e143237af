import { describe, expect, it } from 'vitest'
import type { Record } from '../../src/record/record.js'
import { statementStart, verifyRecord } from '../../src/record/verify.js'
import { ARTICLE, find, sampleRecord } from './sample.js'

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T

/** Paths of the findings after `change` broke the sample. */
function pathsAfter(change: (record: Mutable<Record>) => void, article: { text: string } = ARTICLE): string[] {
  const record = structuredClone(sampleRecord()) as Mutable<Record>
  change(record)
  return [...verifyRecord(record, article)].map(({ path }) => path)
}

it('finds nothing in a record that keeps every rule, with or without its article', () => {
  expect([...verifyRecord(sampleRecord())]).toEqual([])
  expect([...verifyRecord(sampleRecord(), ARTICLE)]).toEqual([])
})

describe('against the article', () => {
  it('compares hash and length', () => {
    expect(pathsAfter(() => undefined, { text: `${ARTICLE.text}!` })).toEqual(['sha256', 'length'])
  })

  it('compares the text of every span', () => {
    const [finding] = verifyRecord(
      { ...sampleRecord(), quantities: [{ ...sampleRecord().quantities[0], text: '41' }] },
      ARTICLE,
    )
    expect(finding).toEqual({ path: 'quantities[0].text', expected: '"40"', got: '"41"' })
  })

  it('reaches the spans of every list', () => {
    const paths = pathsAfter((record) => {
      for (const mention of record.entities[0].mentions) mention.text = mention.text.toUpperCase()
      record.times[0].text = 'x'
      const [, , inner] = record.statements
      for (const span of [inner.source!, inner.cue!, inner.addressee!, ...inner.content]) span.text = '?'
      record.statements[0].medium = { start: 0, end: 7, text: 'tallinn' }
    })
    expect(paths).toEqual([
      'entities[0].mentions[0].text',
      'entities[0].mentions[1].text',
      'times[0].text',
      'statements[0].medium.text',
      'statements[2].source.text',
      'statements[2].cue.text',
      'statements[2].addressee.text',
      'statements[2].content[0].text',
      // The name of a speaker that is not resolved is the source's text.
      'statements[2].speaker.name',
    ])
  })
})

describe('places', () => {
  it('lie within the text', () => {
    expect(pathsAfter((record) => (record.sentences[2][1] = record.length + 1))).toEqual(['sentences[2]'])
    expect(pathsAfter((record) => (record.meta.dateline!.end = record.length + 1))).toEqual(['meta.dateline'])
  })

  it('are not empty, but for those of diagnostics', () => {
    expect(
      pathsAfter(
        (record) =>
          (record.quantities[0] = { ...record.quantities[0], ...find('40'), end: find('40').start, text: '' }),
      ),
    ).toEqual(['quantities[0]'])
    expect(pathsAfter((record) => (record.diagnostics[0].end = 10))).toEqual(['diagnostics[0]'])
    expect(pathsAfter((record) => delete record.diagnostics[0].end)).toEqual(['diagnostics[0]'])
  })

  it('are as long as their text, even without the article', () => {
    const record = sampleRecord()
    const findings = [...verifyRecord({ ...record, times: [{ ...record.times[0], text: 'March' }, record.times[1]] })]
    expect(findings).toEqual([{ path: 'times[0].text', expected: '7 code units', got: '5 code units' }])
  })
})

describe('order', () => {
  it('numbers ids from 1', () => {
    expect(pathsAfter((record) => (record.times[1].id = 't3'))).toEqual(['times[1].id', 'statements[0].times[0]'])
  })

  it('is the text order, in every list', () => {
    expect(pathsAfter((record) => void record.sentences.reverse())).toEqual(['sentences[1]', 'sentences[2]'])
    expect(pathsAfter((record) => void record.entities[0].mentions.reverse())).toEqual(['entities[0].mentions[1]'])
    expect(pathsAfter((record) => void record.statements[1].content.reverse())).toContain('statements[1].content[1]')
    const swapped = pathsAfter((record) => {
      const [first, second, inner] = record.statements
      record.statements = [
        { ...second, id: 's1' },
        { ...first, id: 's2' },
        { ...inner, parent: 's1' },
      ]
    })
    expect(swapped).toEqual(['statements[1]'])
  })

  it('of statements goes by the first of their parts', () => {
    const { statements } = sampleRecord()
    expect(statements.map(statementStart)).toEqual([find('The harbour').start, find('"').start, find('Clerks').start])
  })

  it('lets no two quantities, times, sentences or contents overlap', () => {
    expect(pathsAfter(({ quantities }) => quantities.push({ ...quantities[0], id: 'q2' }))).toEqual(['quantities[1]'])
    expect(pathsAfter(({ times }) => times.push({ ...times[1], id: 't3' }))).toEqual(['times[2]'])
    expect(pathsAfter(({ sentences }) => (sentences[1][0] = 4))).toEqual(['sentences[1]'])
    expect(pathsAfter(({ statements }) => statements[0].content.push(find('close in May')))).toEqual([
      'statements[0].content[1]',
    ])
  })

  it('needs content and mentions', () => {
    expect(pathsAfter(({ statements }) => (statements[2].content = []))).toEqual([
      'statements[2].content',
      'statements[2].quantities[0]',
    ])
    expect(pathsAfter(({ entities }) => (entities[0].mentions = []))).toEqual(['entities[0].mentions'])
  })
})

describe('values', () => {
  it('keep confidence between 0 and 1', () => {
    for (const confidence of [-0.1, 1.1, NaN]) {
      expect(pathsAfter(({ statements }) => (statements[0].confidence = confidence))).toEqual([
        'statements[0].confidence',
      ])
    }
  })

  it('give a quantity without a value its two numbers', () => {
    expect(pathsAfter(({ quantities }) => (quantities[0].value = null))).toEqual(['quantities[0].value'])
    expect(pathsAfter(({ quantities }) => Object.assign(quantities[0], { value: null, low: 30, high: 50 }))).toEqual([])
  })

  it('make a speaker implied exactly where there is no source', () => {
    expect(pathsAfter(({ statements }) => (statements[0].speaker!.form = 'implied'))).toEqual([
      'statements[0].speaker.form',
    ])
    expect(pathsAfter(({ statements }) => (statements[0].source = null))).toEqual(['statements[0].speaker.form'])
    expect(pathsAfter(({ statements }) => (statements[0].speaker = null))).toEqual(['statements[0].speaker'])
  })

  it('give a speaker that is not resolved no entity and the name in the text', () => {
    expect(pathsAfter(({ statements }) => (statements[2].speaker!.entity = 'e1'))).toEqual([
      'statements[2].speaker.entity',
    ])
    expect(pathsAfter(({ statements }) => (statements[2].speaker!.name = 'The clerks'))).toEqual([
      'statements[2].speaker.name',
    ])
  })
})

describe('links', () => {
  it('point at something', () => {
    const paths = pathsAfter(({ entities, statements: [first, , inner] }) => {
      entities[0].affiliation = 'e9'
      first.speaker!.entity = 'e9'
      first.time = 't9'
      first.times = ['t9']
      first.entities = ['e9']
      inner.addressee!.entity = 'e9'
      inner.quantities = ['q9']
    })
    expect(paths).toEqual([
      'entities[0].affiliation',
      'statements[0].speaker.entity',
      'statements[0].time',
      'statements[0].entities[0]',
      'statements[0].times[0]',
      'statements[2].addressee.entity',
      'statements[2].quantities[0]',
    ])
  })

  it('of a statement to its quantities and times stay within its content', () => {
    expect(pathsAfter(({ statements }) => (statements[0].quantities = ['q1']))).toEqual(['statements[0].quantities[0]'])
    expect(pathsAfter(({ statements }) => (statements[0].times = ['t1']))).toEqual(['statements[0].times[0]'])
  })

  it('to a parent end, and lead to the statement around', () => {
    expect(pathsAfter(({ statements }) => (statements[2].parent = 's9'))).toEqual(['statements[2].parent'])
    expect(pathsAfter(({ statements }) => (statements[2].parent = 's1'))).toEqual(['statements[2].parent'])
    expect(pathsAfter(({ statements }) => (statements[2].parent = 's3'))).toEqual(['statements[2].parent'])
    expect(pathsAfter(({ statements }) => (statements[1].parent = 's3'))).toEqual([
      'statements[1].parent',
      'statements[2].parent',
    ])
  })
})

it('lets no two statements share cue and content', () => {
  expect(pathsAfter(({ statements }) => statements.push({ ...statements[2], id: 's4' }))).toEqual(['statements[3]'])
})
