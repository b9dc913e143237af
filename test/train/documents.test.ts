import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../src/train/documents.js'
import { GOLD, type Gold } from '../../src/train/gold.js'

const text = 'Arnell said that it rained.'

function polnear(id: string): Gold<'attribution'> {
  const attributions = [{ cue: [[7, 11]], source: [[0, 6]], content: [[12, 26]] }]
  return { ...GOLD.attribution.parse({ id, attributions }), text }
}

function ours(id: string): Gold<'statements'> {
  const statements = [{ cue: [7, 11], source: [0, 6], content: [[12, 26]], speaker: 'Arnell' }]
  return { ...GOLD.statements.parse({ id, statements }), text }
}

describe('what attribution is trained on', () => {
  const documents = documentsOf([polnear('a'), polnear('b')], [], [ours('b'), ours('c')])
  const ids = documents.map((document) => document.map(({ id }) => id.split(' ')[0]))

  it('has an article that two have annotated as one document, in which PolNeAR counts twice', () => {
    expect(ids).toEqual([['a'], ['b', 'b', 'b', 'b'], ['c', 'c']])
  })

  it('has our own with each of its contents by itself', () => {
    expect(documents[2].map((article) => article.text)).toEqual([text, 'that it rained'])
  })
})
