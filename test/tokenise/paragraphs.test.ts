import { describe, expect, it } from 'vitest'
import { paragraphs } from './view.js'

describe('paragraphs', () => {
  it('end at a blank line, whatever ends lines and stands on them', () => {
    expect(paragraphs('one\n\ntwo\r\n \t\r\nthree\r\rfour\u2029five\fsix')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
    ])
  })

  it('are lines where lines hold whole sentences', () => {
    expect(
      paragraphs(
        'The council met for two hours on Monday.\nNo vote was taken, the chairman said.\u2028It will meet again.',
      ),
    ).toEqual([
      'The council met for two hours on Monday.',
      'No vote was taken, the chairman said.',
      'It will meet again.',
    ])
  })

  it('go on over the lines of a text that was wrapped', () => {
    const wrapped =
      'The council met for two hours on Monday but took\nno vote on the budget, which its chairman has\ncalled the tightest in a decade. It will\nmeet again.\nA vote is expected on Friday at noon, when the\nmembers return from the capital.'
    expect(paragraphs(wrapped)).toHaveLength(2)
    expect(paragraphs(wrapped)[1]).toMatch(/^A vote/)
  })

  it('go on where a line breaks a sentence, or begins with the mark that ends one', () => {
    expect(paragraphs('The council met for\ntwo hours on Monday\n. No vote was taken.')).toHaveLength(1)
  })

  it('are lines in a list of short ones, though they begin in lower case', () => {
    expect(paragraphs('apples\nripe pears\nplums')).toEqual(['apples', 'ripe pears', 'plums'])
  })

  it('are none in an empty text', () => {
    expect(paragraphs('')).toEqual([])
    expect(paragraphs(' \n\ufeff\n')).toEqual([])
  })
})
