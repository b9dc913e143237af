import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../../src/extract/index.js'
import { nest } from '../../src/extract/attribution/nesting.js'
import { verifyRecord } from '../../src/record/verify.js'
import { describeWithShared, sharedPath } from '../shared.js'
import { attribution, statement, statementsFrom, tokenise } from './attribution/view.js'

describe('statements of a record', () => {
  const text = 'Arnell said that Moe claims that it rained. Else denied it.'

  it('stand in text order, numbered, each with the one in whose content it lies', () => {
    const tokens = tokenise(text)
    const all = [
      attribution(tokens, { source: 'Else', cue: 'denied', content: 'it.' }),
      attribution(tokens, { source: 'Moe', cue: 'claims', content: 'that it rained' }),
      attribution(tokens, { source: 'Arnell', cue: 'said', content: 'that Moe claims that it rained' }),
    ]
    nest(all)
    const statements = statementsFrom(tokens, all)
    expect(statements.map(({ id, cue, parent }) => [id, cue?.lemma, parent])).toEqual([
      ['s1', 'say', null],
      ['s2', 'claim', 's1'],
      ['s3', 'deny', null],
    ])
  })

  it('have the one whom the source names for a speaker', () => {
    const found = { source: 'Arnell', cue: 'said', content: 'that Moe claims that it rained' }
    expect(statement(text, found).speaker).toEqual({ name: 'Arnell', form: 'name', resolved: true, entity: 'e1' })
  })

  it('have no speaker without a source', () => {
    expect(statement('It is alleged that it rained.', { cue: 'is alleged', content: 'that it rained' })).toMatchObject({
      speaker: null,
      source: null,
    })
  })

  it('name the speaker of a quotation without source by the source that it goes on from', () => {
    const tokens = tokenise('“It rained,” Arnell said.\n\n“It never stopped.”')
    const before = attribution(tokens, { source: 'Arnell', cue: 'said', content: '“It rained,”' })
    const after = attribution(tokens, { cue: 'said', content: '“It never stopped.”' })
    const [, implied] = statementsFrom(tokens, [before, { ...after, cue: null, implied: before.source }])
    expect(implied).toMatchObject({
      kind: 'direct',
      act: 'say',
      cue: null,
      source: null,
      speaker: { name: 'Arnell', form: 'implied', resolved: true },
    })
  })
})

it('are not made of scare quotes, titles and nicknames', async () => {
  const extractor = await createExtractor({ language: 'en' })
  const sentences = [
    'The "golden share" passed to the town on Monday.',
    'The club, known to all as "the Millers", sold 6,500 tickets.',
    'Choirs sang "The Bridge of Sighs" on the bridge.',
    'Eric "Slim" Moe has left the so-called "green" party for the "Choice of Vosk".',
    'The city was named "Heat City of the Year" in 2023.',
  ]
  expect(extractor.extract({ id: 'marks', text: sentences.join(' ') }).statements).toEqual([])
})

/** The first articles of a file of the shared data. */
function articles(file: string, most: number): { id: string; text: string }[] {
  const lines = readFileSync(sharedPath(file), 'utf8').split('\n', most)
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as { id: string; text: string })
}

describeWithShared('records of articles', () => {
  it.each([
    ['data/articles/wikinews.jsonl', 60],
    ['data/attribution/polnear-dev.jsonl', 40],
    ['data/entities/worldwide-dev.jsonl', 40],
  ])(
    'break no rule of the record: %s',
    async (file, most) => {
      const extractor = await createExtractor({ minConfidence: 0.1 })
      let statements = 0
      for (const article of articles(file, most)) {
        const record = extractor.extract(article)
        statements += record.statements.length
        expect([article.id, ...verifyRecord(record, article)]).toEqual([article.id])
      }
      expect(statements).toBeGreaterThan(most)
    },
    60_000,
  )
})
