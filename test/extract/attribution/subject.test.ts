import { describe, expect, it } from 'vitest'
import { subjectOf } from '../../../src/extract/attribution/subject.js'
import { runOf, textOf, tokenise } from './view.js'

/** Cue and content of a statement, and its source where it has one. */
type Parts = readonly [cue: string, content: string, source?: string]

/** The subject of the last statement, by its words. */
function subject(text: string, ...all: Parts[]): string | null {
  const tokens = tokenise(text)
  const parts = all.map(([cue, content, source]) => ({
    cue: runOf(tokens, cue),
    content: [runOf(tokens, content)],
    source: source === undefined ? null : runOf(tokens, source),
  }))
  const found = subjectOf(tokens, parts.at(-1)!, parts.slice(0, -1))
  return found === null ? null : textOf(tokens, found)
}

describe('a cue without a source has the subject', () => {
  it.each<[string, Parts, string]>([
    ['“It fell,” commented Tove Arnell.', ['commented', '“It fell,”'], 'Tove Arnell'],
    ['The bridge fell, reported the agency.', ['reported', 'The bridge fell'], 'the agency'],
    ['Noting that it rained, Tove Arnell left the hall.', ['Noting', 'that it rained'], 'Tove Arnell'],
    ['The council met and quickly warned that it rained.', ['warned', 'that it rained'], 'The council'],
    ['The council left early, saying that it rained.', ['saying', 'that it rained'], 'The council'],
    ['The bridge was condemned last year by the court.', ['was condemned', 'The bridge'], 'the court'],
  ])('%s', (text, parts, expected) => {
    expect(subject(text, parts)).toBe(expected)
  })

  it('of the verb that it goes on from', () => {
    const text = 'On Monday the head of the bank said it was late and warned that it rained.'
    const said: Parts = ['said', 'it was late', 'the head of the bank']
    expect(subject(text, said, ['warned', 'that it rained'])).toBe('the head of the bank')
  })
})

describe('and none', () => {
  it.each<[string, string, Parts]>([
    ['in the passive without "by"', 'It was reported that it rained.', ['was reported', 'that it rained']],
    ['of a noun', 'There were claims that it rained.', ['claims', 'that it rained']],
    ['where nobody stands before the verb', 'And warned that it rained.', ['warned', 'that it rained']],
    ['of who stands in a quotation', '“Arnell left,” and added it rained.', ['added', 'it rained']],
    [
      'of a noun behind a preposition',
      'Of the bank nobody left and warned that it rained.',
      ['warned', 'that it rained'],
    ],
  ])('%s: %s', (_, text, parts) => {
    expect(subject(text, parts)).toBeNull()
  })
})
