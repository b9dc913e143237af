import { describe, expect, it } from 'vitest'
import { extentOf, withPredicate } from '../../../src/extract/attribution/extent.js'
import { holdsClause } from '../../../src/extract/attribution/finite-verbs.js'
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

describe('a content without a verb of its own', () => {
  /** What is left of it: `marked` has the content between bars, and the cue right before it. */
  function leftOf(marked: string): string {
    const [before, content, after] = marked.split('|')
    const tokens = tokeniser.tokenise(before + content + after)
    const at = (offset: number): number => tokens.start.subarray(0, tokens.count).findIndex((start) => start >= offset)
    const first = at(before.length)
    const run = { first, last: at(before.length + content.length) - 1 }
    const [left] = extentOf(tokens, [run], { first: first - 1, last: first - 1 })
    return tokens.text.slice(tokens.start[left.first], tokens.end[left.last])
  }

  it.each([
    ['The town noted |the signal but denied that it came|.', 'the signal'],
    ['The town declared |victory, but the troops have remained|.', 'victory'],
    ['The town rejected |the plan, while two others have approved it|.', 'the plan'],
  ])('ends before what its sentence goes on with: %s', (text, content) => {
    expect(leftOf(text)).toBe(content)
  })

  it.each([
    'The town said |that it rained, while it snowed in the hills|.',
    'The town demanded |a rest while the ships wait|.',
  ])('or with a verb stays whole: %s', (text) => {
    expect(leftOf(text)).toBe(text.split('|')[1])
  })
})

describe('a content that is the beginning of a clause', () => {
  /** What it is with the rest of its sentence: `marked` has the content between bars, and the cue right before it. */
  function completed(marked: string, takenCue?: string): string {
    const [before, content, after] = marked.split('|')
    const tokens = tokeniser.tokenise(before + content + after)
    const at = (offset: number): number => tokens.start.subarray(0, tokens.count).findIndex((start) => start >= offset)
    const first = at(before.length)
    const run = { first, last: at(before.length + content.length) - 1 }
    const taken = takenCue === undefined ? -1 : tokens.word.indexOf(takenCue)
    const runs = withPredicate(tokens, { first: first - 1, last: first - 1 }, [run], (token) => token === taken)
    return tokens.text.slice(tokens.start[runs[0].first], tokens.end[runs[0].last])
  }

  it.each([
    ['The town asked |that the squares, the walls| and the parks be left as they are.', 'that the squares, the walls and the parks be left as they are'],
    ['It said |the new law under way|, and expected next year, will be the first of many.', 'the new law under way, and expected next year, will be the first of many'],
  ])('goes on with the rest of its sentence: %s', (text, content) => {
    expect(completed(text)).toBe(content)
  }) // prettier-ignore

  it.each([
    ['it has its verb', 'The town said |that it rained| and was closed.', undefined],
    ['the verb asks for no clause', 'The town reported |a fire| and was closed.', undefined],
    ['nothing with a verb follows', 'The town said |the new law under way| and more.', undefined],
    ['it is but a pronoun', 'The town said |this| in a letter that was found.', undefined],
    ['somebody else says what follows', 'The town said |the new law| and the county claimed it was late.', 'claimed'],
    ['what follows is quoted', 'The town said |the new law| “will be the first”.', undefined],
  ])('stays as it is where %s', (_, text, takenCue) => {
    expect(completed(text, takenCue)).toBe(text.split('|')[1])
  })
})
