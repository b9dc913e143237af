import { describe, expect, it } from 'vitest'
import {
  classesOf,
  COMPANY_ENDING,
  FAMILY_NAME,
  FUNCTION_WORD,
  GIVEN_NAME,
  ORGANISATION,
  ORGANISATION_HEAD,
  PARTICLE,
  PEOPLE,
  PLACE,
  PLACE_PHRASES,
  TIME,
  TITLE,
} from '../../../src/extract/entities/lexicon.js'
import { tokenise } from './view.js'

describe('the lexicon', () => {
  it.each<[string, number]>([
    ['president', TITLE],
    ['mr.', TITLE],
    ['anna', GIVEN_NAME],
    ['smith', FAMILY_NAME],
    ['bin', PARTICLE],
    ['kenya', PLACE],
    ['kenyan', PEOPLE],
    ['ministry', ORGANISATION_HEAD],
    ['gmbh', COMPANY_ENDING],
    ['nato', ORGANISATION],
    ['tuesday', TIME],
    ['the', FUNCTION_WORD],
  ])('knows what %s may be', (word, kind) => {
    expect(classesOf(word) & kind).toBe(kind)
  })

  it('knows words with accents, and words that may be several things', () => {
    expect(classesOf('josé')).toBe(classesOf('jose'))
    expect(classesOf('jordan') & (GIVEN_NAME | PLACE)).toBe(GIVEN_NAME | PLACE)
  })

  it('knows the plurals of peoples and trades, not of given names', () => {
    expect(classesOf('nigerians') & PEOPLE).toBe(PEOPLE)
    expect(classesOf('senators') & TITLE).toBe(TITLE)
    expect(classesOf('annas')).toBe(0)
    expect(classesOf('bridgewords')).toBe(0)
  })

  it('knows places of several words', () => {
    expect(PLACE_PHRASES.get('saudi')).toContainEqual(['arabia'])
    expect(PLACE_PHRASES.get('port')).toContainEqual(['of', 'spain'])
  })

  it.each(['U.S. troops', 'Mr. Lind', 'COVID-19 cases', 'Feb. 3'])(
    'holds words as the tokeniser cuts them: %s',
    (text) => {
      expect(classesOf(tokenise(text).word[0])).not.toBe(0)
    },
  )
})
