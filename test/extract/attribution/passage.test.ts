import { describe, expect, it } from 'vitest'
import { eachPassage, LONGEST_PASSAGE } from '../../../src/extract/attribution/passage.js'
import { textOf, tokenise } from './view.js'

function passages(text: string): string[] {
  const tokens = tokenise(text)
  const found: string[] = []
  eachPassage(tokens, (first, last) => found.push(textOf(tokens, { first, last })))
  return found
}

describe('a passage', () => {
  it('is a paragraph', () => {
    expect(passages('She left.\n\nHe said no.')).toEqual(['She left.', 'He said no.'])
  })

  it('is a paragraph with the quotation that it announces by a colon, and the next one that this announces', () => {
    const text = 'He said:\n\n“She told me:\n\n“Go.”\n\nHe went.'
    expect(passages(text)).toEqual(['He said:\n\n“She told me:\n\n“Go.”', 'He went.'])
  })

  it('ends with a colon where no quotation follows', () => {
    expect(passages('The list:\n\nOne apple.')).toEqual(['The list:', 'One apple.'])
    expect(passages('He said:')).toEqual(['He said:'])
  })

  it('has a bounded number of tokens, and every token is in one', () => {
    const text = `He said:\n\n“${'We wait and see. '.repeat(300)}”\n\nShe left.`
    const tokens = tokenise(text)
    let next = 0
    eachPassage(tokens, (first, last) => {
      expect(first).toBe(next)
      expect(last - first).toBeLessThan(LONGEST_PASSAGE)
      next = last + 1
    })
    expect(next).toBe(tokens.count)
  })
})
