import { describe, expect, it } from 'vitest'
import { kindOfNoun, PERSON } from '../../src/record/nouns.js'

describe('what a noun stands for', () => {
  it.each(['mayor', 'volunteer', 'cellist', 'stakeholder'])('is a person: %s', (noun) => {
    expect(kindOfNoun(noun)).toBe(PERSON)
  })

  it.each(['career', 'checklist', 'placeholder'])('is nobody, whatever it ends in: %s', (noun) => {
    expect(kindOfNoun(noun)).toBe(-1)
  })
})
