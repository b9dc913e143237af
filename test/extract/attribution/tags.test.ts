import { describe, expect, it } from 'vitest'
import { tagsOf } from '../../../src/extract/attribution/tags.js'
import { statementsFrom, tokenise } from './view.js'

function tags(text: string) {
  const tokens = tokenise(text)
  return statementsFrom(
    tokens,
    tagsOf(tokens, () => true),
  ).map(({ cue, source, content }) => [cue?.text, source?.text, ...content.map((span) => span.text)])
}

describe('statements by a clause that ends its sentence', () => {
  it.each([
    ['The bridge has fallen, police said.', ['said', 'police', 'The bridge has fallen']],
    ['The bridge has fallen, the old mayor announced on Monday morning.', ['announced', 'the old mayor', 'The bridge has fallen']],
    ['The bridge has fallen, concluded the statement.', ['concluded', 'the statement', 'The bridge has fallen']],
    ['The bridge has fallen, Arnell pointed out.', ['pointed out', 'Arnell', 'The bridge has fallen']],
    ['When it rained, the bridge fell, Arnell said.', ['said', 'Arnell', 'When it rained, the bridge fell']],
  ])('%s', (text, expected) => {
    expect(tags(text)).toEqual([expected])
  }) // prettier-ignore

  it.each([
    'When the bridge fell, Arnell said.',
    'After the storm, which was late, Arnell said.',
    'After the storm, Arnell said.',
    'The bridge has fallen, Arnell said it was old.',
    'The bridge has fallen, the mayor left.',
    'He met Moe, who said.',
    'Arnell said, and left.',
    '“The bridge has fallen,” Arnell said.',
  ])('none: %s', (text) => {
    expect(tags(text)).toEqual([])
  })

  it('are looked for only where no statement has the cue yet', () => {
    expect(tagsOf(tokenise('The bridge has fallen, police said.'), () => false)).toEqual([])
  })
})
