import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/extract/index.js'

const extractor = await createExtractor({ language: 'en' })
const speakers = (text: string) => extractor.extract({ id: 'a', text }).statements.map(({ speaker }) => speaker)
const names = (text: string) => speakers(text).map((speaker) => speaker?.name)

describe('the speaker of a statement', () => {
  it('has the fullest name of the article for a surname and a pronoun', () => {
    const text =
      'Fugitive banker Mukhtar Ablyazov said that it rained.\n\nAblyazov said that it was late. He said that he was tired.'
    expect(names(text)).toEqual(['Mukhtar Ablyazov', 'Mukhtar Ablyazov', 'Mukhtar Ablyazov'])
  })

  it('is resolved, and points at an entity', () => {
    const [speaker] = speakers('Angela Merkel said that it rained.')
    expect(speaker).toEqual({ name: 'Angela Merkel', form: 'name', resolved: true, entity: 'e1' })
  })

  it('is the lawyer of "his lawyer", not him', () => {
    const text = 'Hosni Mubarak was tried in Cairo on Monday. His lawyer said that the trial was unfair.'
    expect(names(text)).toEqual(['lawyer'])
  })

  it.each([
    ['Police said that nobody was hurt.', 'Police'],
    ['The authorities of Kazakhstan said that nobody was hurt.', 'authorities of Kazakhstan'],
    ['Two witnesses said that nobody was hurt.', 'Two witnesses'],
    ['The report said that nobody was hurt.', 'report'],
    ['Moscow said that nobody was hurt.', 'Moscow'],
    ['President of Ukraine Volodymyr Zelenskyy said that nobody was hurt.', 'Volodymyr Zelenskyy'],
  ])('of %s', (text, name) => {
    expect(names(text)).toEqual([name])
  })

  it('of "I" in a quotation is who says it', () => {
    const text = 'Angela Merkel was in Berlin. “I said that it was over,” Merkel told reporters.'
    expect(new Set(names(text))).toEqual(new Set(['Angela Merkel']))
  })

  it('of two sources side by side has both names, and no entity', () => {
    const [speaker] = speakers('Angela Merkel and Emmanuel Macron said that the talks would go on.')
    expect(speaker).toEqual({ name: 'Angela Merkel and Emmanuel Macron', form: 'name', resolved: true })
  })

  it('lists the entities of the content', () => {
    const { entities, statements } = extractor.extract({
      id: 'a',
      text: 'Angela Merkel said that Emmanuel Macron would visit Berlin.',
    })
    const within = statements[0].entities.map((id) => entities.find((entity) => entity.id === id)?.name)
    expect(within).toEqual(['Emmanuel Macron', 'Berlin'])
  })
})
