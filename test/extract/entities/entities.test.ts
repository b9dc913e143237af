import { expect, it } from 'vitest'
import { entitiesOf } from '../../../src/extract/entities/entities.js'
import { tokenise } from './view.js'

it('names with the same text and type are one entity, in the order of their first mention', () => {
  const tokens = tokenise('Lind met Marsh. Lind left Marsh.')
  const name = (first: number, type: 'PERSON' | 'LOCATION') => ({ first, last: first, type, probability: 1 })
  const entities = entitiesOf(tokens, [name(0, 'PERSON'), name(2, 'PERSON'), name(4, 'PERSON'), name(6, 'LOCATION')])
  expect(entities.map(({ id, type, name, mentions }) => [id, type, name, mentions.map(({ start }) => start)])).toEqual([
    ['e1', 'PERSON', 'Lind', [0, 16]],
    ['e2', 'PERSON', 'Marsh', [9]],
    ['e3', 'LOCATION', 'Marsh', [26]],
  ])
  for (const { mentions } of entities)
    for (const { start, end, text, form } of mentions) {
      expect(tokens.text.slice(start, end)).toBe(text)
      expect(form).toBe('name')
    }
})
