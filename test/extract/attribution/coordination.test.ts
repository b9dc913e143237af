import { expect, it } from 'vitest'
import { separate } from '../../../src/extract/attribution/coordination.js'
import { attribution, textOf, tokenise } from './view.js'

it('ends a content before what its source says next', () => {
  const tokens = tokenise('The court found that he was passed over, and ordered the council to pay him.')
  const found = attribution(tokens, {
    source: 'The court',
    cue: 'found',
    content: 'that he was passed over, and ordered the council to pay him',
  })
  const ordered = attribution(tokens, { source: 'The court', cue: 'ordered', content: 'the council to pay him' })
  separate(tokens, [found, ordered])
  expect(found.content.map((run) => textOf(tokens, run))).toEqual(['that he was passed over'])
  expect(ordered.content.map((run) => textOf(tokens, run))).toEqual(['the council to pay him'])
})

it('leaves a statement in another’s content that has a source of its own there', () => {
  const tokens = tokenise('The court found that the council ordered him to pay.')
  const content = 'that the council ordered him to pay'
  const found = attribution(tokens, { source: 'The court', cue: 'found', content })
  const ordered = attribution(tokens, { source: 'the council', cue: 'ordered', content: 'him to pay' })
  separate(tokens, [found, ordered])
  expect(found.content.map((run) => textOf(tokens, run))).toEqual([content])
})

it('leaves a quotation to the nearest cue that has it too', () => {
  const tokens = tokenise('Pask claims that it rained. Arnell said “It did not.”')
  const first = attribution(tokens, { source: 'Pask', cue: 'claims', content: ['that it rained', '“It did not.”'] })
  const second = attribution(tokens, { source: 'Arnell', cue: 'said', content: '“It did not.”' })
  separate(tokens, [first, second])
  expect(first.content.map((run) => textOf(tokens, run))).toEqual(['that it rained'])
  expect(second.content.map((run) => textOf(tokens, run))).toEqual(['“It did not.”'])
})
