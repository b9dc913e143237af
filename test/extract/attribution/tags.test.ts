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
    ['The bridge has fallen, follows from the statement.', ['follows from', 'the statement', 'The bridge has fallen']],
    ['“The bridge has fallen,” the expert is sure.', ['is sure', 'the expert', '“The bridge has fallen,”']],
    ['This decision, the old mayor is convinced, was a mistake.', ['is convinced', 'the old mayor', 'This decision', 'was a mistake']],
    ['The bridge, Arnell specified, will fall in May.', ['specified', 'Arnell', 'The bridge', 'will fall in May']],
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
    'Qaboos bin Taimur, Qaboos bin Said, died.',
    'On the Herald, a radio show, calls were heard.',
  ])('none: %s', (text) => {
    expect(tags(text)).toEqual([])
  })

  it('are looked for only where no statement has the cue yet', () => {
    expect(tagsOf(tokenise('The bridge has fallen, police said.'), () => false)).toEqual([])
  })
})
