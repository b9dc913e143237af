import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tokens } from '../../src/record/tokens.js'
import { createTokeniser } from '../../src/tokenise/index.js'
import { describeWithShared, sharedPath } from '../shared.js'
import { plain, tokenise } from './view.js'
import { processorTime } from '../processor-time.js'

const tokeniser = createTokeniser()

/** Pieces from which texts like articles, and unlike them, are made. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('said', 'The', 'He', 'Smith', "don't", 'country', 'Mr.', 'U.S.', 'no', 'I', 'a', 's'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(' ', '\n', '\n\n', '\r\n', '  ', '\u00a0', '\ufeff', '\u200d', '\u00ad', '\0'),
  },
  { weight: 4, arbitrary: fc.constantFrom(...Array.from('“”‘’«»„‚‹›「」\'"`.,;:!?…-–—()[]/@#$%&_')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1',
      '23',
      '1,300',
      '😀',
      '👨‍👩‍👧',
      '\ud800',
      '\udc00',
      '́',
      'é',
      'Ж',
      '中',
      'http://',
      'www.',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const textOf = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

/** What may lie between tokens: white space and what cannot be seen. */
const SKIPPED = /^(?:[\s\p{Z}\p{Cc}\p{Cf}\p{Cn}\p{Co}\u2800\u3164\uffa0])*$/u

function expectWellFormed(tokens: Tokens): void {
  const { text, count, start, end, word, lemma, sentence, paragraph, quoteDepth, quotations, glued } = tokens
  expect(word.length).toBe(count)
  expect(lemma.length).toBe(count)
  let offset = 0
  for (let i = 0; i < count; i++) {
    expect(start[i]).toBeGreaterThanOrEqual(offset)
    expect(end[i]).toBeGreaterThan(start[i])
    expect(text.slice(offset, start[i])).toMatch(SKIPPED)
    expect(/^\s|\s$/.test(text.slice(start[i], end[i]))).toBe(false)
    offset = end[i]
  }
  expect(text.slice(offset)).toMatch(SKIPPED)
  for (const [segments, of] of [
    [tokens.sentences, sentence],
    [tokens.paragraphs, paragraph],
  ] as const) {
    let next = 0
    for (let s = 0; s < segments.count; s++) {
      expect(segments.first[s]).toBe(next)
      next = segments.last[s] + 1
      expect(next).toBeGreaterThan(segments.first[s])
      expect(segments.start[s]).toBe(start[segments.first[s]])
      expect(segments.end[s]).toBe(end[segments.last[s]])
      for (let i = segments.first[s]; i < next; i++) expect(of[i]).toBe(s)
    }
    expect(next).toBe(count)
  }
  for (let s = 0; s < tokens.sentences.count; s++) {
    expect(paragraph[tokens.sentences.first[s]]).toBe(paragraph[tokens.sentences.last[s]])
  }
  const depth = new Array<number>(count).fill(0)
  for (let q = 0; q < quotations.count; q++) {
    expect(quotations.close[q]).toBeGreaterThanOrEqual(quotations.open[q] + quotations.closed[q])
    expect(paragraph[quotations.open[q]]).toBe(paragraph[quotations.close[q]])
    if (q > 0) expect(quotations.open[q]).toBeGreaterThan(quotations.open[q - 1])
    for (let i = quotations.open[q]; i <= quotations.close[q]; i++) depth[i]++
    expect(quotations.depth[q]).toBe(depth[quotations.open[q]])
  }
  expect(Array.from(quoteDepth.subarray(0, count))).toEqual(depth)
  for (const i of quotations.unpaired) expect(i).toBeLessThan(count)
  const starts = new Set(tokens.sentences.start)
  for (const at of glued) expect(starts.has(at) && text.charCodeAt(at - 1) !== 32).toBe(true)
}

describe('tokenise', () => {
  it('gives whole, ordered tokens, sentences, paragraphs and quotations for any text', () => {
    fc.assert(
      fc.property(textOf, (text) => {
        expectWellFormed(tokenise(text))
      }),
      { numRuns: 1500 },
    )
  })

  it('stands any string of code units, lone surrogates among them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        expectWellFormed(tokenise(String.fromCharCode(...units)))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the same for the same text, whatever was tokenised before', () => {
    fc.assert(
      fc.property(fc.array(textOf, { minLength: 1, maxLength: 3 }), textOf, (before, text) => {
        const first = plain(tokenise(text))
        for (const other of before) tokeniser.tokenise(other)
        expect(plain(tokeniser.tokenise(text))).toEqual(first)
        expect(plain(tokeniser.tokenise(text))).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('gives for paragraphs together what it gives for each alone', () => {
    const sentence = fc.constantFrom(
      'The council met on Monday.',
      '“We agreed,” Ms. Lindqvist said.',
      'No vote was taken',
      "It isn't over; the workers' pay is $1,300.",
      'He said: “She told me ‘no’ in the U.S. and left.”',
      'Troops reached KazakhstanAccording to officials.',
    )
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (parts) => {
        const whole = tokenise(parts.join('\n\n'))
        const alone = parts.map((part) => tokenise(part))
        expect(whole.word).toEqual(alone.flatMap((tokens) => tokens.word))
        expect(whole.lemma).toEqual(alone.flatMap((tokens) => tokens.lemma))
        expect(Array.from(whole.pos.subarray(0, whole.count))).toEqual(
          alone.flatMap((tokens) => Array.from(tokens.pos.subarray(0, tokens.count))),
        )
        expect(whole.sentences.count).toBe(alone.reduce((sum, tokens) => sum + tokens.sentences.count, 0))
        expect(whole.quotations.count).toBe(alone.reduce((sum, tokens) => sum + tokens.quotations.count, 0))
      }),
      { numRuns: 200 },
    )
  })

  it('gives nothing for nothing', () => {
    const empty = tokenise('')
    expect([empty.count, empty.sentences.count, empty.paragraphs.count, empty.quotations.count]).toEqual([0, 0, 0, 0])
  })

  it.each([
    ['a line without spaces', 'x'.repeat(5_000_000)],
    ['a million quotation marks', '"'.repeat(1_000_000)],
    ['a million opening marks', '“'.repeat(1_000_000)],
    ['a million apostrophes', "'".repeat(1_000_000)],
    ['as many brackets', '('.repeat(500_000) + ')'.repeat(500_000)],
    ['digits that almost make a number', '1,'.repeat(1_000_000)],
    ['a long list', Array.from({ length: 100_000 }, (_, i) => `${i + 1}. a`).join(' ')],
    ['letters and periods', 'a.'.repeat(500_000)],
    ['the beginnings of addresses', 'a@'.repeat(300_000)],
    ['exclamations and brackets', '! ) '.repeat(250_000)],
    ['clock times without a verb', 'X a.m. '.repeat(150_000)],
    ['a list marker of many brackets', '1' + ')'.repeat(200_000) + ' 3)'.repeat(100_000)],
    ['capitals within a word', 'aaaB'.repeat(300_000)],
    ['closing marks', '.”'.repeat(300_000)],
    ['white space', ' \n'.repeat(2_000_000)],
    [
      'words all different',
      Array.from({ length: 200_000 }, (_, i) => `word${i.toString(36).replace(/\d/g, 'z')}q${i}`).join(' '),
    ],
  ])('takes time in proportion to the text: %s', (_, text) => {
    const took = processorTime(() => tokenise(text))
    // Twenty microseconds a character: a hundred times what articles take, a thousandth of what a quadratic rule would.
    expect(took).toBeLessThan(2000 + text.length * 0.02)
  })
})

describeWithShared('tokenise, on real articles', () => {
  const texts = [
    'data/attribution/polnear-dev.jsonl',
    'data/entities/worldwide-dev.jsonl',
    'data/articles/wikinews.jsonl',
  ].flatMap((file) =>
    readFileSync(sharedPath(file), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 60)
      .map((line) => (JSON.parse(line) as { text: string }).text),
  )

  it('gives the same whatever was tokenised before', () => {
    const fresh = createTokeniser()
    const before = texts.map((text) => plain(fresh.tokenise(text)))
    const others = createTokeniser()
    for (let i = texts.length - 1; i >= 0; i--) expect(plain(others.tokenise(texts[i]))).toEqual(before[i])
  })

  it('gives the same after its memory of words was dropped', () => {
    const text = texts[0]
    const before = plain(tokeniser.tokenise(text))
    tokeniser.tokenise(Array.from({ length: 70_000 }, (_, i) => `w${i}x`).join(' '))
    expect(plain(tokeniser.tokenise(text))).toEqual(before)
  })

  it('numbers words and lemmas as they are, also after its memory of words was dropped', () => {
    for (const text of [texts[1], Array.from({ length: 70_000 }, (_, i) => `w${i}x`).join(' '), texts[1]]) {
      const { word, lemma, forms } = tokeniser.tokenise(text)
      expect(Array.from(forms.word, (number) => forms.all[number])).toEqual(word)
      expect(Array.from(forms.lemma, (number) => forms.all[number])).toEqual(lemma)
    }
  })

  it('finds a closing mark for all but a few quotations', () => {
    let all = 0
    let open = 0
    for (const text of texts) {
      const { count, closed } = tokeniser.tokenise(text).quotations
      all += count
      open += closed.filter((mark) => mark === 0).length
    }
    expect(open / all).toBeLessThan(0.03)
  })
})
