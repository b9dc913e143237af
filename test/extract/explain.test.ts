import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createExplainer } from '../../src/extract/explain.js'
import type { Explanation } from '../../src/extract/explanation.js'
import { createExtractor } from '../../src/extract/index.js'

const explainer = await createExplainer()
const extractor = await createExtractor()
const corpus = (name: string) => readFileSync(new URL(`../../corpus/${name}.txt`, import.meta.url), 'utf8')
const explain = (text: string, offset: number) => explainer.explain({ id: 'a', text }, offset)

const CORPUS = readdirSync(new URL('../../corpus', import.meta.url)).flatMap((file) =>
  file.endsWith('.txt') ? [file.slice(0, -'.txt'.length)] : [],
)

/** Places spread over real articles, in statements and beside them. */
const PLACES = ['agency-ferry', 'court-maps', 'ria-2022-01-17', 'opinion-papers', 'interview-museum'].flatMap(
  (name) => {
    const text = corpus(name)
    const { statements } = extractor.extract({ id: name, text })
    return Array.from({ length: 10 }, (_, k) => {
      const offset = Math.floor(((k + 0.5) * text.length) / 10)
      return { name, offset, text, statements, explanation: explain(text, offset) }
    })
  },
)

function firstPassOf(explanation: Explanation) {
  const { firstPass } = explanation
  if (firstPass === null) throw new Error('expected a first pass')
  return firstPass
}

describe('the numbers of an explanation add up', () => {
  it.each(PLACES)('$name at $offset: features to emissions to the best label', ({ text, explanation }) => {
    const { scores, candidates, probabilities, leastCueProbability } = firstPassOf(explanation)
    const { labels, features, emissions, sequences, unit, best, nextBest } = scores
    labels.forEach((_, label) => {
      const units = features.reduce((sum, feature) => sum + feature.units[label], 0)
      expect(units * unit).toBe(emissions[label])
      const sequence = sequences[label]
      if (sequence === null) return
      const { earlier, into, onward, later, total } = sequence
      expect(earlier + into + emissions[label] + onward + later).toBe(total)
    })
    const totals = sequences.map((sequence) => sequence?.total ?? -Infinity)
    expect(totals.indexOf(Math.max(...totals))).toBe(best)
    expect(Math.max(...totals.filter((_, label) => label !== best))).toBe(totals[nextBest!])

    expect(scores.probabilities[scores.likeliest]).toBe(Math.max(...scores.probabilities))
    const [source, cue, content] = ['source', 'cue', 'content'].map((role) =>
      scores.probabilities.reduce((sum, p, label) => (labels[label].includes(role) ? sum + p : sum), 0),
    )
    expect(probabilities.source).toBeCloseTo(source, 12)
    expect(probabilities.cue).toBeCloseTo(cue, 12)
    expect(probabilities.content).toBeCloseTo(content, 12)
    for (const { probability, start, end, text: words } of candidates) {
      expect(probability).toBeGreaterThanOrEqual(leastCueProbability)
      expect(text.slice(start, end)).toBe(words)
    }
  })

  it.each(PLACES)('$name at $offset: evidence to confidence to the outcome', ({ explanation }) => {
    for (const { confidence, outcome } of explanation.drafts) {
      const { logOdds, alone, terms, probability, least } = confidence
      for (const account of [alone, confidence]) {
        expect(account.terms.reduce((sum, { weight, value }) => sum + weight * value, account.bias)).toBe(
          account.logOdds,
        )
      }
      const byItself = terms.find(({ evidence }) => evidence === 'log-odds of the draft by itself')
      expect(byItself?.value).toBeCloseTo(Math.max(-8, Math.min(8, alone.logOdds)), 9)
      expect(1 / (1 + Math.exp(-logOdds))).toBe(probability)
      expect(probability >= least).toBe(outcome !== 'low-confidence')
    }
  })
})

it('the numbers of a claim add up, and decide on what no draft brought into a statement', () => {
  const sentences = CORPUS.flatMap((name) => {
    const text = corpus(name)
    const places = extractor
      .extract({ id: name, text })
      .sentences.flatMap(([start, end]) => [start, (start + end) >> 1])
    return places.map((at) => explain(text, at))
  })
  const maps = corpus('court-maps')
  const left = explain(maps, maps.indexOf('whether the drawers'))
  const river =
    'Arnell says that the river rises in spring – sometimes by two metres – and that the mill has been flooded three times, and that ' +
    'some of the older people of the town remember a fourth flood that no paper wrote of.'
  const granted = explain(river, river.indexOf('some of the older'))
  const claims = [...PLACES.map(({ explanation }) => explanation), ...sentences, left, granted].filter(({ claim }) => claim !== null) // prettier-ignore
  for (const { claim, decision } of claims) {
    const { terms, bias, logOdds, probability, least, statement } = claim!
    expect(terms.reduce((sum, { weight, value }) => sum + weight * value, bias)).toBe(logOdds)
    expect(1 / (1 + Math.exp(-logOdds))).toBe(probability)
    if (decision.rule !== 'claimed') continue
    expect(probability).toBeGreaterThanOrEqual(least)
    expect(decision).toEqual({ inStatement: true, rule: 'claimed', statement, role: 'content' })
  }
  expect(claims.map(({ decision }) => decision.rule)).toContain('claimed')
})

describe('the decision of an explanation', () => {
  it.each(PLACES)('$name at $offset: is that of the record', ({ statements, explanation }) => {
    const { decision, place } = explanation
    const { start } = place.token
    const holds = (span: { start: number; end: number } | null) =>
      span !== null && span.start <= start && start < span.end
    const holding = statements.filter(({ source, cue, content }) => [source, cue, ...content].some(holds))
    expect(decision.inStatement).toBe(holding.length > 0)
    if (!decision.inStatement) return
    expect(holding.map(({ id }) => id)).toContain(decision.statement)
    const { source, cue, content } = holding.find(({ id }) => id === decision.statement)!
    const spans = { source: [source], cue: [cue], content }[decision.role!]
    expect(spans.some(holds)).toBe(true)
  })

  const FERRY = 'The ferry was late. "We sail at noon," the captain told reporters.'

  it('names the statement and what the word is in it', () => {
    const at = (word: string) => explain(FERRY, FERRY.indexOf(word)).decision
    expect(at('told')).toEqual({ inStatement: true, rule: 'accepted', statement: 's1', role: 'cue' })
    expect(at('captain')).toEqual({ inStatement: true, rule: 'accepted', statement: 's1', role: 'source' })
    expect(at('noon')).toEqual({ inStatement: true, rule: 'accepted', statement: 's1', role: 'content' })
  })

  it('says where no draft has the word, or nothing may be a cue', () => {
    expect(explain(FERRY, FERRY.indexOf('ferry')).decision).toEqual({ inStatement: false, rule: 'outside' })
    const { decision, drafts } = explain('The ferry was late.', 4)
    expect(decision).toEqual({ inStatement: false, rule: 'no-cue-candidate' })
    expect(drafts).toEqual([])
  })

  it('says that a draft was not sure enough for the least confidence asked for', async () => {
    const strict = await createExplainer({ minConfidence: 1 })
    const { decision, drafts, firstPass } = strict.explain({ id: 'a', text: FERRY }, FERRY.indexOf('told'))
    expect(decision).toEqual({ inStatement: false, rule: 'low-confidence' })
    expect(drafts.map(({ outcome, confidence }) => [outcome, confidence.least])).toEqual([['low-confidence', 1]])
    expect(firstPass!.candidates.map(({ text, outcome }) => [text, outcome])).toEqual([['told', 'low-confidence']])
  })

  it('says that the text is not English, and shows its place all the same', async () => {
    const asFrench = await createExplainer({ language: 'fr' })
    const { decision, firstPass, place } = asFrench.explain({ id: 'a', text: FERRY }, 0)
    expect(decision).toEqual({ inStatement: false, rule: 'not-english' })
    expect(firstPass).toBeNull()
    expect(place.token.text).toBe('The')
  })

  it('tells a quotation that goes on in the next paragraph', () => {
    const text =
      'The captain told reporters: “We sail at noon and we will not wait for anyone.\n\n“The weather is good and the crew is ready to go.”\n'
    const { decision } = explain(text, text.indexOf('weather'))
    expect(decision).toMatchObject({ inStatement: true, statement: 's1', role: 'content' })
    expect(decision.rule).toBe('continued-quotation')
  })

  it('tells a quotation that is of whom the paragraph before tells of', () => {
    const text =
      'The captain told reporters that the ferry sails at noon.\n\n"The weather is good and the crew is ready to go."\n'
    expect(explain(text, text.indexOf('weather')).decision).toEqual({
      inStatement: true,
      rule: 'implied-speaker',
      statement: 's2',
      role: 'content',
    })
  })

  it('tells a turn of an interview', () => {
    const turns = ['HALE: Why now?', 'ROWE: The roof leaks.', 'HALE: Who pays?', 'ROWE: The city does, in the end.']
    const text = turns.join('\n\n')
    const { decision } = explain(text, text.indexOf('roof'))
    expect(decision).toEqual({ inStatement: true, rule: 'interview', statement: 's2', role: 'content' })
  })
})

describe('the place of an explanation', () => {
  it('is the token at the offset, with its sentence, paragraph and quotations', () => {
    const text = 'It is late. "We sail at “noon”," he said.\n\nNobody came.'
    const { place } = explain(text, text.indexOf('noon') + 2)
    expect(place.token).toMatchObject({ text: 'noon', partOfSpeech: 'NOUN', lemma: 'noon' })
    expect(place.sentence.text).toBe('"We sail at “noon”," he said.')
    expect(place.paragraph.text).toBe('It is late. "We sail at “noon”," he said.')
    expect(
      place.quotations.map(({ start, end, depth, holdsToken }) => [text.slice(start, end), depth, holdsToken]),
    ).toEqual([
      ['"We sail at “noon”,"', 1, true],
      ['“noon”', 2, true],
    ])
  })

  it('is the next token where the offset lies between two, and the last at the end', () => {
    expect(explain('One  two. ', 3).place.token.text).toBe('two')
    expect(explain('One  two. ', 9).place.token.text).toBe('.')
  })

  it('names marks without a partner', () => {
    const text = 'He said “no and left.'
    expect(explain(text, 0).place.unpaired.map((span) => span.text)).toEqual(['“'])
  })
})

describe('an explanation', () => {
  it('is plain JSON', () => {
    const explanation = explain(corpus('agency-ferry'), 400)
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  })

  it.each([
    ['an offset behind the text', 'No.', 3, 'expected an offset from 0 to 2, got 3'],
    ['a negative offset', 'No.', -1, 'expected an offset from 0 to 2, got -1'],
    ['half an offset', 'No.', 0.5, 'expected an offset from 0 to 2, got 0.5'],
    ['an empty text', '', 0, 'expected a text to explain, got an empty one'],
    ['a text without words', ' \n ', 1, 'expected a text with words, got one without'],
  ])('of %s fails in one line', (_name, text, offset, message) => {
    expect(() => explain(text, offset)).toThrow(expect.objectContaining({ code: 'usage', message }) as Error)
  })
})
