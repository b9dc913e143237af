import { describe, expect, it } from 'vitest'
import { createExtractor, type ArticleInput } from '../../src/extract/index.js'
import { verifyRecord } from '../../src/record/verify.js'

const extractor = await createExtractor({ language: 'en' })
const french = await createExtractor({ language: 'fr' })

function recordOf(text: string, rest: Partial<ArticleInput> = {}, published: string | null = '2022-01-17') {
  const dated = published === null ? {} : { published }
  const record = extractor.extract({ id: 'a', text, ...dated, ...rest })
  expect([...verifyRecord(record, { text })]).toEqual([])
  return record
}

/** What each statement asserts, in the words of the text. */
function asserted(text: string): (readonly [cue: string | undefined, ...numbers: string[]])[] {
  const { statements, quantities, times } = recordOf(text)
  const words = new Map([...quantities, ...times].map((one) => [one.id, one.text]))
  return statements.map(({ cue, quantities: q, times: t }) => [cue?.text, ...[...q, ...t].map((id) => words.get(id)!)])
}

describe('quantities and times of a record', () => {
  it('belong to the innermost statement that asserts them', () => {
    const text = 'The minister said that 50 people came and that the union claimed that 300 workers had left on Friday.'
    expect(asserted(text)).toEqual([
      ['said', '50'],
      ['claimed', '300', 'Friday'],
    ])
  })

  it("stay unattributed where they are the author's own", () => {
    const { statements, quantities } = recordOf('Some 40 boats sank. The captain said that it rained.')
    expect(quantities.map(({ text }) => text)).toEqual(['40'])
    expect(statements.map((one) => one.quantities)).toEqual([[]])
  })

  it('tell when a statement was made', () => {
    const { statements, times } = recordOf('The captain said on Thursday that 40 boats would sail on Sunday.')
    const said = times.find(({ id }) => id === statements[0].time)
    expect(said?.value).toBe('2022-01-13')
    expect(statements[0].times.map((id) => times.find((one) => one.id === id)?.text)).toEqual(['Sunday'])
  })

  it('are there for a text in another language as well, without statements', () => {
    const record = french.extract({ id: 'a', text: 'Le ministre a dit que 40 personnes sont venues.' })
    expect(record.statements).toEqual([])
    expect(record.quantities.map(({ value }) => value)).toEqual([40])
  })

  it('count times from the dateline, else from the publication, else from the day in the address or id', () => {
    const text = 'The captain said that it rained on Thursday.'
    const value = (published: string | null, rest: Partial<ArticleInput> = {}, body = text) =>
      recordOf(body, rest, published).times.at(-1)?.value
    expect(value('2022-02-21')).toBe('2022-02-17')
    expect(value('2022-02-21', {}, `PARIS, January 17, 2022 - ${text}`)).toBe('2022-01-13')
    expect(value(null, { uri: 'https://example.org/2022/03/21/rain' })).toBe('2022-03-17')
    expect(value(null, { id: 'ria-2022-01-17' })).toBe('2022-01-13')
  })

  it('keep placeholders where the article has no date, and say so', () => {
    const { times, diagnostics } = recordOf('It rained on January 13.', {}, null)
    expect(times.map(({ value }) => value)).toEqual(['XXXX-01-13'])
    expect(diagnostics.map(({ code }) => code)).toContain('undated')
    expect(recordOf('It rained on January 13.').diagnostics.map(({ code }) => code)).not.toContain('undated')
  })

  it.each([
    ['https://example.co.uk/a', '2022-04-03', undefined],
    ['https://example.gov/a', '2022-03-04', undefined],
    ['https://example.com/a', '2022-04-03', ['2022-03-04']],
  ])('read 03/04/2022 as the country of %s does, or keep both readings', (uri, value, alternatives) => {
    expect(recordOf('It rained on 03/04/2022.', { uri }).times[0]).toMatchObject({ value, ...(alternatives === undefined ? {} : { alternatives }) }) // prettier-ignore
    expect(recordOf('It rained on 03/04/2022.', { uri }).times[0].alternatives).toEqual(alternatives)
  })

  it('give a date that does not exist no value', () => {
    expect(recordOf('It rained on 30 February 2021.').times.map(({ value }) => value)).not.toContain('2021-02-30')
  })
})
