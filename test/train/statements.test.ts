import { describe, expect, it } from 'vitest'
import type { Gold } from '../../src/train/gold.js'
import { articlesWithStatements } from '../../src/train/statements.js'

const text = 'The mayor said the council claims that it paid. Arnell wants to leave. “Yes.”'

function span(part: string): [number, number] {
  const start = text.indexOf(part)
  return [start, start + part.length]
}

const statements: Gold<'statements'>['statements'] = [
  { cue: [span('said')], source: [span('The mayor')], content: [span('the council claims that it paid')] },
  { cue: [span('claims')], source: [span('the council')], content: [span('that it paid')] },
  { cue: [span('wants')], source: [span('Arnell')], content: [span('to leave')], optional: true },
  { cue: [], source: [], content: [span('“Yes.”')] },
]

/** The words of each attribution. */
function shown({ text: own, attributions }: Gold<'attribution'>): string[][] {
  return attributions.map(({ source, cue, content }) =>
    [...source, ...cue, ...content].map(([start, end]) => own.slice(start, end)),
  )
}

describe('articles to train on, of statements', () => {
  const articles = articlesWithStatements({ id: 'x', text, statements })

  it('are the article with its outermost statements, without optional ones and those without a cue', () => {
    expect(articles[0].text).toBe(text)
    expect(shown(articles[0])).toEqual([['The mayor', 'said', 'the council claims that it paid']])
  })

  it('and each content by itself, with the further ones that it holds, if any', () => {
    expect(articles.slice(1).map((article) => [article.text, shown(article)])).toEqual([
      ['the council claims that it paid', [['the council', 'claims', 'that it paid']]],
      ['that it paid', []],
      ['to leave', []],
      ['“Yes.”', []],
    ])
  })
})
