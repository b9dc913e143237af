import { describe, expect, it } from 'vitest'
import { holdsClause } from '../../../src/extract/attribution/extent.js'
import { createTokeniser } from '../../../src/tokenise/index.js'

const tokeniser = createTokeniser()

/** Whether a content, as part of a sentence, holds a clause of its own. */
function holds(content: string): boolean {
  const tokens = tokeniser.tokenise(`The mayor said ${content}.`)
  return holdsClause(tokens, { first: 3, last: tokens.count - 2 })
}

describe('a content', () => {
  it.each(['that it rained', 'the road is closed', 'they know the way', 'the minister resigned on Monday'])(
    'holds a clause: %s',
    (content) => {
      expect(holds(content)).toBe(true)
    },
  )

  it.each(['to sit in the temple', 'the road to the harbour', 'closing the road', 'a lack of evidence'])(
    'holds none: %s',
    (content) => {
      expect(holds(content)).toBe(false)
    },
  )
})
