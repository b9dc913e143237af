import { describe, expect, it } from 'vitest'
import { createTokeniser } from '../../src/tokenise/index.js'
import { converted } from '../../src/train/conversion.js'

const tokeniser = createTokeniser()

interface Annotated {
  readonly source?: string
  readonly cue?: string
  readonly content?: string
}

/** What is learned of attributions in a text, by their words. */
function learned(text: string, ...annotated: Annotated[]) {
  const tokens = tokeniser.tokenise(text)
  const spans = (passage: string | undefined): [number, number][] => {
    if (passage === undefined) return []
    const at = text.indexOf(passage)
    expect(at).toBeGreaterThanOrEqual(0)
    return [[at, at + passage.length]]
  }
  const attributions = annotated.map(({ source, cue, content }) => ({
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
  }))
  const words = ({ first, last }: { first: number; last: number }) => text.slice(tokens.start[first], tokens.end[last])
  return converted(tokens, attributions).map(({ source, cue, content }) => ({
    source: source === null ? undefined : words(source),
    cue: words(cue),
    content: content.map(words).join(' … '),
  }))
}

describe("PolNeAR's spans in the guidelines' terms", () => {
  it('leaves as they are those that agree', () => {
    const one = { source: 'The harbour master', cue: 'said', content: 'that the ferry would sail' }
    expect(learned('The harbour master said that the ferry would sail.', one)).toEqual([one])
  })

  it('keeps medium, time and punctuation out of the cue', () => {
    const text = 'The harbour master said in a statement Monday: the ferry would sail.'
    const one = { source: 'The harbour master', cue: 'said in a statement Monday:', content: 'the ferry would sail' }
    expect(learned(text, one)).toEqual([{ ...one, cue: 'said' }])
  })

  it('has whom and "of" of an accusation with the content', () => {
    const text = 'The owner accused the captain of being asleep at the wheel.'
    const one = { source: 'The owner', cue: 'accused the captain of', content: 'being asleep at the wheel' }
    expect(learned(text, one)).toEqual([
      { source: 'The owner', cue: 'accused', content: 'the captain of being asleep at the wheel' },
    ])
  })

  it("takes the 's and the comma off a source", () => {
    const possessor = { source: "The owner's", cue: 'claim', content: 'that the captain slept' }
    expect(learned("The owner's claim that the captain slept was false.", possessor)[0].source).toBe('The owner')
    const apposition = { source: 'Mr. Hale, the owner,', cue: 'said', content: 'he slept' }
    expect(learned('Mr. Hale, the owner, said he slept.', apposition)[0].source).toBe('Mr. Hale, the owner')
  })

  it('takes a title for no statement, nor what has no cue or no content', () => {
    const text = 'His book, titled “The Long Crossing,” sold well, the publisher said.'
    expect(learned(text, { source: 'His book', cue: 'titled', content: '“The Long Crossing,”' })).toEqual([])
    expect(learned(text, { source: 'the publisher', content: 'sold well' })).toEqual([])
    expect(learned(text, { source: 'the publisher', cue: 'said' })).toEqual([])
  })

  it('goes on after one that is none', () => {
    const text = 'The harbour master said that the ferry would sail.'
    const one = { source: 'The harbour master', cue: 'said', content: 'that the ferry would sail' }
    expect(learned(text, { cue: 'said' }, one)).toEqual([one])
  })
})
