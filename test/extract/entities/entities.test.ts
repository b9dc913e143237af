import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../../src/extract/index.js'
import { joinNames } from '../../../src/extract/entities/joining.js'
import type { Mention } from '../../../src/extract/entities/mentions.js'
import type { Tokens } from '../../../src/record/tokens.js'
import { verifyRecord } from '../../../src/record/verify.js'

const extractor = await createExtractor({ language: 'en' })
const entitiesOf = (text: string) => extractor.extract({ id: 'a', text }).entities
const named = (text: string, name: string) => entitiesOf(text).find((entity) => entity.name === name)

describe('names of an article', () => {
  it('are joined however many there are', () => {
    const count = 200_000
    const names = ['ann', 'smith', ...Array.from({ length: count }, () => 'smith')]
    const text = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join(' ')
    const start = Int32Array.from(names, (_, token) => (token < 1 ? 0 : 4 + 6 * (token - 1)))
    const end = start.map((at, token) => at + names[token].length)
    const mention = (first: number, last: number) => ({ first, last, gender: 0, name: { type: 'PERSON', probability: 1 } }) // prettier-ignore
    const mentions = [mention(0, 1), ...Array.from({ length: count }, (_, k) => mention(k + 2, k + 2))]
    const tokens = { text, word: names, lemma: names, start, end } as unknown as Tokens
    expect(joinNames(tokens, mentions as unknown as Mention[]).map((group) => group.mentions.length)).toEqual([count + 1]) // prettier-ignore
  })

  it('are one entity by surname, under the fullest name', () => {
    const text = 'Mukhtar Ablyazov said that it rained. Ablyazov left on Monday.'
    expect(named(text, 'Mukhtar Ablyazov')?.aliases).toEqual(['Ablyazov'])
  })

  it('are one entity where the fullest name has one more surname', () => {
    const text = 'The driver is Manuel Torres Velázquez, 45. Manuel Torres said that it rained.'
    expect(named(text, 'Manuel Torres Velázquez')?.aliases).toEqual(['Manuel Torres'])
  })

  it('of a place are one entity with and without the larger place behind it, which is another', () => {
    const text = 'They met in Tyler, Texas, on Monday. Police in Tyler said the streets of Texas were closed.'
    const places = entitiesOf(text).filter(({ type }) => type === 'LOCATION')
    expect(places.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Tyler', ['Tyler, Texas']],
      ['Texas', []],
    ])
  })

  it('of two places are two entities where only the larger places tell them apart', () => {
    const places = entitiesOf('He lives in Paris, Texas. She lives in Paris, France.')
    expect(places.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Paris', ['Paris, Texas']],
      ['Paris', ['Paris, France']],
    ])
  })

  it.each([
    ['brackets', 'The National Offshore Oil Corporation (CNOOC) Petroleum Guyana Limited drilled.', ['National Offshore Oil Corporation', 'Petroleum Guyana Limited']],
    ['commas of people', 'After an album with Youssou N’Dour, Salama was returning home. Fathy Salama left.', ['Youssou N’Dour', 'Fathy Salama']],
    ['what comes from where', 'The UK-based Eugene Wu left.', ['UK', 'Eugene Wu']],
  ])('go over no %s', (_, text, names) => {
    expect(entitiesOf(text).map(({ name }) => name)).toEqual(names)
  }) // prettier-ignore

  it('do not go on in the next cell of a table', () => {
    const names = entitiesOf(
      'The scores were as follows.\n\n2007\tNicaragua\t1-9\tHonduras\n\n2003\tHonduras\t2-0\tNicaragua',
    )
    expect(names.map(({ name }) => name)).toEqual(['Nicaragua', 'Honduras'])
  })

  it.each([
    ['a place by surname', 'Marcelo Arequipa teaches in La Paz. Arequipa says that it rained.', 'Marcelo Arequipa'],
    ['a firm in full', 'MICHELLE Brandt left. Brandt said that it rained. Brandt said she was late. Brandt sings.', 'MICHELLE Brandt'],
  ])('are one person where somebody looks like %s', (_, text, name) => {
    const people = entitiesOf(text).filter(({ type }) => type === 'PERSON')
    expect(people.map((one) => one.name)).toEqual([name])
  }) // prettier-ignore

  it('of an embassy have the place where it is, where the article tells it', () => {
    const text = 'The Egyptian Embassy in Sudan said that it rained.'
    expect(extractor.extract({ id: 'a', text }).statements[0].speaker?.name).toBe('Egyptian Embassy in Sudan')
  })

  it('are two entities where two people share a surname', () => {
    const text = 'John Smith and Mary Smith live in London. John Smith said he was tired.'
    const people = entitiesOf(text).filter(({ type }) => type === 'PERSON')
    expect(people.map(({ name }) => name)).toEqual(['John Smith', 'Mary Smith'])
  })

  it.each([
    ['In a statement, then-Secretary Vázquez said no.', 'Vázquez'],
    ['Co-developer Jing Wang said no.', 'Jing Wang'],
    ['On Thursday ex-Mayor Ivo Marsh said no.', 'Ivo Marsh'],
    ['The union met then-Sen. Barbara Lowe.', 'Barbara Lowe'],
    ['Marco Rubio left. A pro-Rubio crowd stayed.', 'Marco Rubio'],
    ['On Monday President-elect Joe Biden said no.', 'Joe Biden'],
    ['Chief Secretary Lam Man-kei said no.', 'Lam Man-kei'],
    ['Anne-Marie Smith said no.', 'Anne-Marie Smith'],
    ['Professor Md Masud Rana said no.', 'Md Masud Rana'],
    ['Seventeen-year-old Anna Smith said no.', 'Anna Smith'],
  ])('begin behind a title: %s', (text, name) => {
    expect(entitiesOf(text).filter(({ type }) => type === 'PERSON').map((entity) => entity.name)).toEqual([name])
  }) // prettier-ignore

  it('give a given name to who has it first, not to his son', () => {
    const text =
      'Sheikh Humaid bin Rashid Al Nuaimi arrived with Sheikh Ammar bin Humaid Al Nuaimi. Sheikh Humaid said that it rained.'
    const { statements } = extractor.extract({ id: 'a', text })
    expect(statements[0].speaker?.name).toBe('Humaid bin Rashid Al Nuaimi')
  })

  it('give a surname to who had it alone before a relative was named', () => {
    const { statements } = extractor.extract({
      id: 'a',
      text: 'Ivo Marsh said it rained. Marsh said it was cold. His niece Anna Marsh said it hailed. Marsh said it was late.',
    })
    expect(statements.map(({ speaker }) => speaker?.name)).toEqual([
      'Ivo Marsh',
      'Ivo Marsh',
      'Anna Marsh',
      'Ivo Marsh',
    ])
  })

  it('are taken from a headline where they begin with a given name, or the text has no other', () => {
    const text = 'Obama said on Monday that it was late. The head of the council, Lind, left with Obama.'
    expect(named(`Derelict Obama and Anna Lind Are To Blame\n\n${text}`, 'Obama')?.mentions).toHaveLength(3)
    expect(named(`A Vote For Anna Lind Is Late\n\n${text}`, 'Anna Lind')?.mentions).toHaveLength(3)
    expect(named('Derelict Obama and Anna Lind Are To Blame', 'Derelict Obama')).toBeDefined()
  })

  it('are one entity in two spellings', () => {
    const text = 'President Kassym-Jomart Tokayev spoke on Monday. Tokaev said that it rained.'
    expect(named(text, 'Kassym-Jomart Tokayev')?.aliases).toEqual(['Tokaev'])
  })

  it('are two entities where two known names are spelled alike', () => {
    const places = entitiesOf('Niger and Nigeria signed the treaty. It rained in Nigeria.')
    expect(places.map(({ name }) => name)).toEqual(['Niger', 'Nigeria'])
  })

  it('are one entity with the abbreviation in brackets', () => {
    const text = 'The World Health Organization (WHO) met in Geneva. The WHO said that it rained.'
    expect(named(text, 'World Health Organization')?.aliases).toEqual(['WHO'])
  })

  it('are what the abbreviation in brackets is short for, in small letters too', () => {
    const text = 'The community policing forum (CPF) met in Leeds. The CPF said that it rained.'
    expect(named(text, 'community policing forum')?.aliases).toEqual(['CPF'])
  })

  it('are one entity with the initials of a person', () => {
    const text = 'Anna Karin Lind met John Fitzgerald Kennedy in Oslo. AKL said that it rained.'
    expect(named(text, 'Anna Karin Lind')?.aliases).toEqual(['AKL'])
  })

  it('have the titles before and the appositions behind as roles, and the gender that the text shows', () => {
    const text = 'Chancellor Angela Merkel, the head of the government, said she was tired.'
    const entity = named(text, 'Angela Merkel')
    expect(entity?.roles).toContain('Chancellor')
    expect(entity?.gender).toBe('female')
  })

  it.each([
    [
      'The trade and industry commissioner Albert Muchanga announced it.',
      'Albert Muchanga',
      'trade and industry commissioner',
    ],
    ['A singer and film director Ann Smith announced it.', 'Ann Smith', 'singer, film director'],
  ])('have what describes the noun in their role: %s', (text, name, role) => {
    expect(named(text, name)?.roles.join(', ')).toBe(role)
  })

  it.each([
    ['behind the name', 'Mike Ryan of the World Health Organization said that it rained.'],
    ['in the role before it', 'World Health Organization director Mike Ryan said that it rained.'],
    ['in the role behind it', 'Mike Ryan, a director of the World Health Organization, said that it rained.'],
  ])('have the organisation %s as affiliation', (_, text) => {
    const organisation = named(text, 'World Health Organization')
    expect(organisation?.type).toBe('ORGANIZATION')
    expect(named(text, 'Mike Ryan')?.affiliation).toBe(organisation?.id)
  })

  it('have no affiliation where none is stated', () => {
    const text = 'Mike Ryan criticised the World Health Organization. He said that it rained.'
    expect(named(text, 'Mike Ryan')).not.toHaveProperty('affiliation')
  })
})

describe('bad input', () => {
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['ten thousand names', Array.from({ length: 10_000 }, (_, k) => `Anna Bor${'aeiou'[k % 5]}${k.toString(36).replace(/\d/g, 'x')}son left.`).join(' ')],
    ['one surname, named again and again', `${Array.from({ length: 60 }, (_, k) => `${'ABCDEFGHIJ'[k % 10]}nna${k} Smith left.`).join(' ')} ${'Smith said so. '.repeat(2_000)}`],
    ['a chain of a thousand pronouns', `Ann Smith left. ${'He said that she told him that they knew it. '.repeat(250)}`],
    ['a name of one letter', 'Mr. K said that it rained. K left. I said so.'],
    ['emoji and combining marks', 'Ann 👩‍🚀 Smíth̶ said that “it 🌧️ rained”. A\u0301nn said so.'],
    ['right-to-left names', 'محمد علي said that it rained. דוד כהן said so. \u202eAnn\u202c said so.'],
    ['capitals only', 'ANN SMITH SAID THAT IT RAINED. SMITH LEFT. SHE SAID SO.'],
  ] // prettier-ignore

  it.each(texts)('%s: no crash, and every rule of a record holds', (_, text) => {
    const record = extractor.extract({ id: 'a', text })
    expect([...verifyRecord(record, { text })]).toEqual([])
  })
})
