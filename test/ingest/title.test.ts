import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTitle } from '../../src/ingest/index.js'

const BODY = 'The council met again. It put off its decision.'

/** The title's text, or null. */
function titleOf(text: string, title?: string): string | null {
  const found = findTitle(text, title)
  return found === null ? null : text.slice(found.start, found.end)
}

describe('the leading title', () => {
  test.each([
    ['Council ‘waits’ again.', "Council 'waits' again"],
    ['COUNCIL WAITS', 'Council waits'],
    ['Council waits; \nMayor is asked.', 'Council waits; Mayor is asked'],
    ['Council  waits!', 'Council waits'],
  ])('is what has the letters of the given one: %j', (line, title) => {
    expect(titleOf(`\n${line}\n\n${BODY}`, title)).toBe(line)
    expect(titleOf(`${line}\r\n${BODY}`, title)).toBe(line)
  })

  test('is a short first line that ends no sentence, with a blank line after it', () => {
    expect(titleOf(`Council waits again\n\n${BODY}`)).toBe('Council waits again')
    expect(titleOf(`  “Council waits again” \r\n \r\n${BODY}`)).toBe('“Council waits again”')
    expect(titleOf(`Council waits again\n\n${BODY}`, 'Another headline')).toBe('Council waits again')
  })

  test.each([
    [
      'the text is one sentence that begins with it',
      `Council waits again, the mayor said.\n\n${BODY}`,
      'Council waits again',
    ],
    ['the line ends a sentence', `The council waits.\n\n${BODY}`, undefined],
    ['the line leads to a list', `The council said:\n\n${BODY}`, undefined],
    ['no blank line comes after it', `Council waits\n${BODY}`, undefined],
    ['nothing comes after it', 'Council waits\n\n', undefined],
    ['it is long', `${'Council waits '.repeat(12)}\n\n${BODY}`, undefined],
    ['it is an address', `https://example.org/council\n\n${BODY}`, undefined],
    ['it is a date', `Friday, January 4, 2019\n\n${BODY}`, undefined],
    ['it is a byline', `By Ann Writer\n\n${BODY}`, undefined],
    ['it begins small', `council waits\n\n${BODY}`, undefined],
    ['the text is empty', '', 'Council waits'],
    ['the given title is nothing', BODY, '—'],
  ])('is not there when %s', (_, text, title) => {
    expect(titleOf(text, title)).toBeNull()
  })

  test('is found in any text that begins with it', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/\n|\r/.test(text))
    fc.assert(
      fc.property(title, (line) => {
        expect(titleOf(`${line}\n\n${BODY}`, line)).toBe(line.trim())
      }),
    )
  })
})
