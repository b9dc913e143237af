import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../src/train/random.js'
import { renamed } from '../../src/train/renaming.js'

const article = (id: string, text: string, names: [string, string][]) => ({
  id,
  text,
  entities: names.flatMap(([name, type]) =>
    [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map((match): [number, number, string] => [
      match.index,
      match.index + name.length,
      type,
    ]),
  ),
})

const ARTICLES = [
  article('a', 'Anna Lind met the Harbour Union in Oslo. Lind said no.', [
    ['Anna Lind', 'Person'],
    ['(?<!Anna )Lind', 'Person'],
    ['Harbour Union', 'Organization'],
    ['Oslo', 'Location'],
  ]),
  article('b', 'Ivo Marsh left Rome.', [
    ['Ivo Marsh', 'Person'],
    ['Rome', 'Location'],
  ]),
].map(({ entities, ...rest }) => ({ ...rest, entities: entities.map(([start, end, type]): [number, number, string] => [start, Math.min(end, start + (type === 'Person' && rest.text.startsWith('Lind', start) ? 4 : end - start)), type]) })) // prettier-ignore

describe('renamed articles', () => {
  it('have the same names in the same order, at their own places', () => {
    for (let seed = 0; seed < 20; seed++) {
      const copies = renamed(ARTICLES, randomFrom(seed))
      copies.forEach(({ text, entities }, k) => {
        const sorted = [...ARTICLES[k].entities].sort(([a], [b]) => a - b)
        expect(entities.map(([, , type]) => type)).toEqual(sorted.map(([, , type]) => type))
        for (const [start, end] of entities) expect(text.slice(start, end)).toMatch(/^\p{L}.*\p{L}$/u)
      })
    }
  })

  it('call a person by the surname of the new full name', () => {
    for (let seed = 0; seed < 20; seed++) {
      const [{ text, entities }] = renamed(ARTICLES, randomFrom(seed))
      const persons = entities.filter(([, , type]) => type === 'Person').map(([start, end]) => text.slice(start, end))
      expect(persons[0].toLowerCase().endsWith(persons[1].toLowerCase())).toBe(true)
    }
  })

  it('are the same for the same numbers', () => {
    expect(renamed(ARTICLES, randomFrom(3))).toEqual(renamed(ARTICLES, randomFrom(3)))
  })
})
