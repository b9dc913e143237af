import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeWithShared, sharedPath } from '../shared.js'
import { sentences, tokenise } from './view.js'

/** Cases are written with ¦ where a sentence ends. */
function splits(marked: string): void {
  const expected = marked.split('¦').map((sentence) => sentence.trim())
  expect(sentences(marked.replaceAll('¦', ''))).toEqual(expected)
}

describe('sentences', () => {
  it.each([
    ['a period', 'The talks failed.¦ Nobody was surprised.'],
    ['several marks', 'Really?!¦ Yes!!¦ No...¦ Perhaps… ¦ Fine.'],
    ['a period after a number', 'They paid $600.¦ It was too much.'],
    ['a paragraph end without a period', 'Talks fail¦\n\nThe talks failed.'],
    ['notes that touch the end', 'It was widely reported.[3][12]¦ Few believed it.'],
    ['an address', 'Write to a.b@c.example.¦ We answer.'],
    ['a period before an ellipsis', 'It was late. ¦. . . The rest is lost.'],
    ['a dash that breaks speech off', 'She began, "I never--"¦ The line went dead.'],
  ])('end at %s', (_, text) => {
    splits(text)
  })

  it.each([
    ['titles', 'Mr. Ito met Dr. Sen. Lee and Gen. Okafor in St. Ives.'],
    ['initials', 'J. K. Adams and Harry S. Mills went.'],
    ['acronyms before a name', 'The U.S. Treasury and the U.K. Parliament agreed.'],
    ['numbered things', 'See No. 5 on p. 20 of vol. 3 at n°. 17.'],
    ['months', 'It opened on Feb. 15 and closed on Sept. 3.'],
    ['clock times', 'At 5 a.m. Mr. Lim rose, at 7 p.m. EST he left.'],
    ['Latin', 'Fruit, e.g. apples, i.e. not meat, etc. was sold.'],
    ['decimals', 'It rose 3.5 per cent to 1.250.000.'],
    ['an ellipsis within', 'It was ... well, hard to say... so he left.'],
    ['names with an exclamation mark', 'She works for Yahoo! in Sydney and speaks !Kung.'],
    ['brackets', 'He paid (He was late. Very late.) without a word.'],
    ['an exclamation within dashes', 'Stir it and -- voila! -- it is done.'],
  ])('do not end within %s', (_, text) => {
    splits(text)
  })

  it.each([
    ['an acronym', 'He left the U.S.¦ The court objected.'],
    ['a company', 'She runs Acme Inc.¦ It is small.'],
    ['a clock time', 'He left at 6 p.m.¦ Drivers waited.'],
    ['the pronoun I', 'It was you and I.¦ Nobody else came.'],
  ])('end after %s where the next word begins one', (_, text) => {
    splits(text)
  })

  it.each([
    ['with no space after the period', 'It left the country.¦The bloc agreed.¦Mr. Tan paid 1,000.¦That is all.'],
    ['with nothing between them', 'Troops reached Kazakhstan¦According to officials, all is calm.'],
    ['after a closing mark', 'He called it “absurd.”¦She did not.'],
  ])('are found glued %s', (_, text) => {
    splits(text)
  })

  it('that were glued are told by the offset of the second', () => {
    const text = 'It left the country.The bloc agreed. It reached KazakhstanAccording to officials. LinkedIn grew.'
    expect(tokenise(text).glued).toEqual([text.indexOf('The bloc'), text.indexOf('According')])
  })

  it.each([
    ['a question and its reporting clause', '“Is it over?” he asked.¦ Nobody knew.'],
    ['a question and a clause that begins with a name', '“Is it over?” Mr. Novak asked the crowd.¦ Nobody knew.'],
    ['a quotation within a sentence, however many sentences it has', 'He said: “It is over. Go home.”¦ They went.'],
    ['a quotation of several sentences with its clause', '“It is over. Go home,” he said.¦ They went.'],
  ])('hold together %s', (_, text) => {
    splits(text)
  })

  it('end within a quotation that stands for itself', () => {
    splits('“It is over.¦ Go home.”¦ They went.')
  })

  it('end after a closing mark, and begin before an opening one', () => {
    splits('She called it “a farce.”¦ “It is over.”¦ (Nobody believed her.)¦ He left.')
  })

  it.each([
    ['numbers', '1. Buy bread 2. Buy milk 3. Go home'],
    ['brackets', '(a) buy bread (b) buy milk'],
    ['letters', 'a) buy bread b) buy milk'],
    ['bullets', '• Buy bread • Buy milk'],
    ['numbers that begin anew', '1. Buy bread 2. Buy milk 1. Go home 2. Go out'],
  ])('are the items of a list with %s', (_, text) => {
    expect(sentences(text).length).toBe(text.match(/buy|go/gi)!.length)
  })

  it('do not begin at a number that only looks like a list', () => {
    splits('He scored in minute 2.¦ The match was over by 3 p.m. on the day.')
  })
})

describeWithShared('golden rules of sentences', () => {
  const file = sharedPath('data/sentences/golden-rules.jsonl')

  it('score at least 88', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
    try {
      const predictions = readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => {
          const { id, text } = JSON.parse(line) as { id: string; text: string }
          const { count, start, end } = tokenise(text).sentences
          return JSON.stringify({ id, sentences: Array.from({ length: count }, (_, i) => [start[i], end[i]]) })
        })
      const predicted = join(folder, 'predictions.jsonl')
      writeFileSync(predicted, predictions.join('\n'))
      const report = execFileSync('node', [sharedPath('score/score.mjs'), 'sentences', file, predicted], {
        encoding: 'utf8',
      })
      const { boundary } = JSON.parse(report) as { boundary: { f1: number } }
      expect(boundary.f1).toBeGreaterThanOrEqual(88)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('are met for every glued sentence', () => {
    const glued = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { rule: string; text: string; sentences: string[] })
      .filter(({ rule }) => rule.endsWith('#052'))
    expect(glued.length).toBeGreaterThan(0)
    for (const rule of glued) expect(sentences(rule.text)).toEqual(rule.sentences)
  })
})
