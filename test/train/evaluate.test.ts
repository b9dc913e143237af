import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GOLD } from '../../src/train/gold.js'
import { evaluateAttribution } from '../../src/train/evaluate/attribution.js'
import { evaluateActs } from '../../src/train/evaluate/acts.js'
import { calibration, calibrationError, evaluateCalibration } from '../../src/train/evaluate/calibration.js'
import { evaluateEntities } from '../../src/train/evaluate/entities.js'
import { Tally } from '../../src/train/evaluate/figures.js'
import { Misses } from '../../src/train/evaluate/misses.js'
import { isPartOfName, sameName } from '../../src/train/evaluate/names.js'
import { evaluateNumbers } from '../../src/train/evaluate/numbers.js'
import type { Prediction } from '../../src/train/evaluate/prediction.js'
import { evaluateSentences } from '../../src/train/evaluate/sentences.js'
import { covered, isEmpty, normalise, overlaps, same, trim, wordsOf } from '../../src/train/evaluate/spans.js'
import { evaluateStatements } from '../../src/train/evaluate/statements.js'

const TEXT = 'The harbour will close in May, Mayor Liis Kask said. She told clerks that 40 boats had left.'

/** The place of `words` in the text. */
function at(words: string): [number, number] {
  const start = TEXT.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return [start, start + words.length]
}

function span(words: string): { start: number; end: number; text: string } {
  const [start, end] = at(words)
  return { start, end, text: words }
}

const NOTHING: Prediction = { id: 'a', sentences: [], entities: [], quantities: [], times: [], statements: [] }

const CLOSING = {
  cue: span('said'),
  source: span('Mayor Liis Kask'),
  content: [span('The harbour will close in May')],
  quantities: [],
}
const LEAVING = {
  cue: span('told'),
  source: span('She'),
  content: [span('that 40 boats had left')],
  quantities: [],
}

function quiet(): Misses {
  return new Misses(0, () => undefined)
}

describe('spans', () => {
  it('are compared without quotation marks, punctuation and white space at their edges', () => {
    expect(trim('say “yes,” now', [4, 10])).toEqual([5, 8])
    expect(normalise('say “yes,” now', [[4, 10]])).toEqual([[5, 8]])
  })

  it('keep their place where they are nothing but edge characters', () => {
    expect(normalise('Kask: taxes', [[4, 5]])).toEqual([[4, 5]])
  })

  it('are one where only edge characters part them, and two where a word does', () => {
    const text = '“One,” two “three.”'
    expect(normalise(text, [[11, 19], [0, 6]])).toEqual([[1, 4], [12, 17]]) // prettier-ignore
    expect(normalise(text, [[0, 6], [7, 10]])).toEqual([[1, 10]]) // prettier-ignore
  })

  it('cover the words that they touch', () => {
    const words = wordsOf("It's a well-known ship’s bell, no. 7")
    expect(words).toHaveLength(7)
    expect([...covered(words, [[4, 6]])]).toEqual([1])
    expect([...covered(words, [[5, 8]])]).toEqual([1, 2])
    expect([...covered(words, [[4, 5]])]).toEqual([])
  })

  it('come out of normalising sorted, apart and without loss of a word, whatever goes in', () => {
    const place = fc.tuple(fc.nat(60), fc.nat(20)).map(([start, more]): [number, number] => [start, start + more + 1])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(place), (text, places) => {
        // One of nothing but edge characters stays as it is, as in the reference, and so does what it is joined to.
        const spans = places.filter((span) => !isEmpty(trim(text, span)))
        const normal = normalise(text, spans)
        normal.forEach(([start, end], i) => {
          expect(end).toBeGreaterThan(start)
          if (i > 0) expect(start).toBeGreaterThan(normal[i - 1][1])
        })
        expect(normalise(text, normal)).toEqual(normal)
        const words = wordsOf(text)
        for (const word of covered(words, spans)) expect(covered(words, normal)).toContain(word)
      }),
    )
  })

  it('overlap by a character at least', () => {
    expect(overlaps([[0, 3]], [[3, 5]])).toBe(false)
    expect(overlaps([[0, 3]], [[9, 10], [2, 5]])).toBe(true) // prettier-ignore
    expect(same([[0, 3]], [[0, 3]])).toBe(true)
    expect(same([[0, 3]], [[0, 3], [4, 5]])).toBe(false) // prettier-ignore
  })
})

describe('names', () => {
  it('are the same but for case, accents, titles, articles and possessive', () => {
    expect(sameName('President Jüri Tamm', 'juri tamm')).toBe(true)
    expect(sameName("the Mayor's", 'Mayor')).toBe(true)
    for (const title of ['Mr', 'Mrs.', 'Ms', 'Dr.', 'Sir', 'President', 'Minister', 'A', 'An', 'The']) {
      expect(sameName(`${title} Tamm`, 'Tamm')).toBe(true)
    }
    expect(sameName('Tamm', 'Jüri Tamm')).toBe(false)
    expect(sameName(null, undefined)).toBe(true)
  })

  it('are part of another where all their words are its words', () => {
    expect(isPartOfName('Tamm', 'Jüri Tamm')).toBe(true)
    expect(isPartOfName('Jüri Tamm', 'Tamm')).toBe(false)
    expect(isPartOfName('the', 'the Tamms')).toBe(false)
  })
})

describe('precision and recall', () => {
  it('are shares of the predicted and of the gold, in percent with one decimal', () => {
    const tally = new Tally()
    tally.found = 2
    tally.extra = 1
    tally.missed = 4
    expect(tally.figures()).toEqual({ p: 66.7, r: 33.3, f1: 44.4, gold: 6, predicted: 3 })
  })

  it('are 0 where there is nothing', () => {
    expect(new Tally().figures()).toEqual({ p: 0, r: 0, f1: 0, gold: 0, predicted: 0 })
  })
})

describe('attribution', () => {
  const gold = GOLD.attribution.parse({ id: 'a', text: TEXT, attributions: [CLOSING, LEAVING] })
  const evaluate = (statements: Prediction['statements']) =>
    evaluateAttribution(
      [
        [
          { ...gold, text: TEXT },
          { ...NOTHING, statements },
        ],
      ],
      quiet(),
    )

  it('is wholly right when the record says what the gold says', () => {
    const { statement, exact, token } = evaluate([CLOSING, LEAVING])
    for (const figure of [statement, ...Object.values(exact), ...Object.values(token)]) expect(figure.f1).toBe(100)
  })

  it('finds a statement whose content overlaps by half, but not its exact content', () => {
    const { statement, exact } = evaluate([{ ...CLOSING, content: [span('The harbour will')] }])
    expect(statement).toMatchObject({ p: 100, r: 50 })
    expect(exact.content).toMatchObject({ p: 0, r: 0 })
    expect(exact.source).toMatchObject({ p: 100, r: 50 })
  })

  it('counts a wrong source as one statement too many and one missed', () => {
    expect(evaluate([{ ...CLOSING, source: span('clerks') }]).statement).toMatchObject({ p: 0, r: 0, predicted: 1 })
    expect(evaluate([{ ...CLOSING, source: null }]).statement).toMatchObject({ p: 0, r: 0, predicted: 1 })
  })

  it('counts two predictions of one statement as one right and one wrong', () => {
    expect(evaluate([CLOSING, CLOSING]).statement).toMatchObject({ p: 50, r: 50 })
    expect(evaluate([CLOSING, CLOSING]).exact.all).toMatchObject({ p: 50, r: 50 })
  })

  it('does not hold a statement nested in the content of its parent against the record', () => {
    const outer = { ...LEAVING, id: 's1' }
    const inner = { ...CLOSING, cue: span('left'), id: 's2', parent: 's1' }
    expect(evaluate([outer, inner]).statement.predicted).toBe(1)
    expect(evaluate([outer, { ...inner, parent: null }]).statement.predicted).toBe(2)
    expect(evaluate([outer, { ...inner, cue: span('said') }]).statement.predicted).toBe(2)
  })
})

describe('statements', () => {
  const kask = { speaker: 'Liis Kask', kind: 'indirect', act: 'say' }
  const gold = GOLD.statements.parse({ id: 'a', statements: [{ ...CLOSING, ...kask, quantities: [] }, { ...LEAVING, ...kask, quantities: [] }] }) // prettier-ignore
  const evaluate = (statements: Prediction['statements'], optional = false) => {
    const asked = gold.statements.map((one, i) => (i === 1 ? { ...one, optional } : one))
    return evaluateStatements(
      [
        [
          { ...gold, statements: asked, text: TEXT },
          { ...NOTHING, statements },
        ],
      ],
      quiet(),
    )
  }
  const named = (name: string) => ({ ...kask, speaker: { name } })

  it('has speakers right in full, in part, or not', () => {
    const figures = evaluate([
      { ...CLOSING, ...named('Mr Liis Kask') },
      { ...LEAVING, ...named('Kask') },
    ])
    expect(figures).toMatchObject({ speakerStrict: 50, speakerLenient: 100, matched: 2, kind: 100, act: 100 })
    expect(figures.whoSaidWhat).toMatchObject({ p: 50, r: 50 })
  })

  it('asks a source that is not the name itself to be resolved', () => {
    const figures = evaluate([{ ...LEAVING, ...named('Liis Kask') }])
    expect(figures).toMatchObject({ needResolving: 1, speakerResolved: 100 })
  })

  it('neither asks for an optional statement nor counts it as wrong', () => {
    expect(evaluate([CLOSING], true).statement).toMatchObject({ p: 100, r: 100, gold: 1 })
    expect(evaluate([CLOSING, LEAVING], true).statement).toMatchObject({ p: 100, r: 100, gold: 1, predicted: 1 })
  })
})

describe('acts', () => {
  it('are judged one by one among the statements found, each counting the same in the mean', () => {
    const gold = GOLD.statements.parse({
      id: 'a',
      statements: [
        { ...CLOSING, act: 'say' },
        { ...LEAVING, act: 'deny' },
      ],
    })
    const evaluate = (...acts: string[]) =>
      evaluateActs(
        [
          [
            { ...gold, text: TEXT },
            { ...NOTHING, statements: [CLOSING, LEAVING].map((one, i) => ({ ...one, act: acts[i] })) },
          ],
        ],
        quiet(),
      )
    expect(evaluate('say', 'deny')).toMatchObject({ act: 100, macroF1: 100, matched: 2 })
    // "say" has a precision of one half, "deny" is never found.
    expect(evaluate('say', 'say')).toMatchObject({ act: 50, macroF1: 33.3, acts: { say: { p: 50, r: 100 } } })
    // An act that the gold does not have has no part in the mean.
    expect(evaluate('say', 'claim')).toMatchObject({ macroF1: 50, acts: { claim: { p: 0, r: 0, gold: 0 } } })
  })
})

describe('numbers', () => {
  const boats = { ...span('40'), value: 40, unit: 'boat', comparator: '=' }
  const gold = GOLD.numbers.parse({
    id: 'a',
    quantities: [boats],
    times: [{ ...span('May'), value: 'XXXX-05' }],
    statements: [{ ...LEAVING, quantities: [at('40')] }],
  })
  const evaluate = (prediction: Partial<Prediction>) =>
    evaluateNumbers(
      [
        [
          { ...gold, text: TEXT },
          { ...NOTHING, ...prediction },
        ],
      ],
      quiet(),
    )

  it('judges the value, and with it the unit and the comparator', () => {
    const { quantities } = evaluate({ quantities: [{ ...boats, id: 'q1', unit: 'fishing boats', comparator: '>' }] })
    expect(quantities.value.f1).toBe(100)
    expect(quantities.valueUnit.f1).toBe(100)
    expect(quantities.valueComparator.f1).toBe(0)
  })

  it('finds a time by its place and judges its value', () => {
    const { times } = evaluate({ times: [{ ...span('in May'), value: 'XXXX-06' }] })
    expect(times.found.f1).toBe(100)
    expect(times.value).toMatchObject({ p: 0, r: 0, gold: 1, predicted: 1 })
  })

  it('asks the statement to list its quantities', () => {
    const quantities = [{ ...boats, id: 'q1' }]
    expect(evaluate({ quantities, statements: [LEAVING] })).toMatchObject({ linked: 0, linksAsked: 1 })
    const listing = { ...LEAVING, quantities: ['q1'] }
    expect(evaluate({ quantities, statements: [listing] })).toMatchObject({ linked: 100, linksAsked: 1 })
  })
})

describe('entities', () => {
  it('are judged by place and type, mentions by name alone, in the types of the record', () => {
    const gold = GOLD.entities.parse({ id: 'a', entities: [[...at('Liis Kask'), 'Person'], [...at('May'), 'Date']] }) // prettier-ignore
    const name = { ...span('Liis Kask'), form: 'name' }
    const pronoun = { ...span('She'), form: 'pronoun' }
    const prediction: Prediction = {
      ...NOTHING,
      entities: [{ type: 'PERSON', mentions: [name, pronoun] }],
      times: [{ ...span('May,'), kind: 'date' }],
    }
    const { personOrganizationLocation, types } = evaluateEntities([[{ ...gold, text: TEXT }, prediction]], quiet())
    expect(personOrganizationLocation).toEqual({ p: 100, r: 100, f1: 100, gold: 1, predicted: 1 })
    expect(Object.keys(types)).toEqual(['PERSON', 'DATE'])
  })
})

describe('sentences', () => {
  it('are judged by their ends', () => {
    const first = 'The harbour will close in May, Mayor Liis Kask said.'
    const gold = GOLD.sentences.parse({ id: 'a', sentences: [first, TEXT.slice(first.length + 1)] })
    const evaluate = (sentences: [number, number][]) =>
      evaluateSentences(
        [
          [
            { ...gold, text: TEXT },
            { ...NOTHING, sentences },
          ],
        ],
        quiet(),
      )
    expect(evaluate([[0, first.length + 1], [first.length + 1, TEXT.length]])).toMatchObject({ allRight: 100 }) // prettier-ignore
    expect(evaluate([[0, TEXT.length]])).toMatchObject({ allRight: 0, boundary: { p: 100, r: 50 } })
  })
})

describe('calibration', () => {
  const judged = (confidence: number, correct: boolean, times: number) =>
    Array.from({ length: times }, () => ({ confidence, correct }))

  it('has no error where each bin is right as often as it says', () => {
    expect(calibrationError([...judged(0.75, true, 3), ...judged(0.75, false, 1)])).toBe(0)
    expect(calibrationError([])).toBe(0)
  })

  it('weighs the error of a bin by its predictions', () => {
    const pairs = [...judged(0.9, false, 1), ...judged(0.2, false, 3)]
    expect(calibrationError(pairs)).toBeCloseTo((1 * 0.9 + 3 * 0.2) / 4, 4)
  })

  it('puts certainty in the last bin and a bound in the bin above it', () => {
    const { bins } = calibration([...judged(1, true, 2), ...judged(0.3, true, 1)], 5)
    expect(bins).toHaveLength(10)
    expect(bins[9]).toEqual({ from: 0.9, to: 1, predicted: 2, confidence: 1, correct: 1 })
    expect(bins[3]).toMatchObject({ from: 0.3, to: 0.4, predicted: 1 })
  })

  it('gives precision and recall of what a threshold keeps, recall against the whole gold', () => {
    const { thresholds } = calibration([...judged(0.9, true, 2), ...judged(0.5, false, 2), ...judged(0.2, true, 1)], 8)
    expect(thresholds).toEqual([
      { threshold: 0.3, p: 50, r: 25, f1: 33.3, gold: 8, predicted: 4 },
      { threshold: 0.5, p: 50, r: 25, f1: 33.3, gold: 8, predicted: 4 },
      { threshold: 0.7, p: 100, r: 25, f1: 40, gold: 8, predicted: 2 },
      { threshold: 0.9, p: 100, r: 25, f1: 40, gold: 8, predicted: 2 },
    ])
  })

  it('takes a predicted statement for correct when attribution finds it', () => {
    const gold = { ...GOLD.attribution.parse({ id: 'a', attributions: [CLOSING, LEAVING] }), text: TEXT }
    const statements = [
      { ...CLOSING, confidence: 0.95 },
      { ...LEAVING, source: null, confidence: 0.55 },
    ]
    const { thresholds, bins } = evaluateCalibration([[gold, { ...NOTHING, statements }]])
    expect(thresholds[0]).toMatchObject({ p: 50, r: 50, gold: 2, predicted: 2 })
    expect(bins[9]).toMatchObject({ predicted: 1, correct: 1 })
    expect(bins[5]).toMatchObject({ predicted: 1, correct: 0 })
    expect(() => evaluateCalibration([[gold, { ...NOTHING, statements: [CLOSING] }]])).toThrow(/expected a confidence/)
  })
})

describe('calibration against statements', () => {
  const gold = GOLD.statements.parse({ id: 'a', statements: [CLOSING, { ...LEAVING, speaker: 'Liis Kask' }] })
  const correct = (speaker: { name: string; resolved: boolean }, source = LEAVING.source) => {
    const statements = [{ ...LEAVING, source, speaker, confidence: 0.75 }]
    return evaluateCalibration([
      [
        { ...gold, text: TEXT },
        { ...NOTHING, statements },
      ],
    ]).bins[7].correct
  }

  it('asks for the name where one was resolved, else for the source', () => {
    expect(correct({ name: 'Liis Kask', resolved: true })).toBe(1)
    expect(correct({ name: 'Jüri Tamm', resolved: true })).toBe(0)
    expect(correct({ name: 'She', resolved: false })).toBe(1)
    expect(correct({ name: 'She', resolved: false }, span('May'))).toBe(0)
  })

  it('leaves out what matches an optional statement', () => {
    const optional = GOLD.statements.parse({ id: 'a', statements: [{ ...LEAVING, optional: true }] })
    const { bins, thresholds } = evaluateCalibration([
      [
        { ...optional, text: TEXT },
        { ...NOTHING, statements: [{ ...LEAVING, confidence: 0.75 }] },
      ],
    ])
    expect(bins[7].predicted).toBe(0)
    expect(thresholds[0]).toMatchObject({ gold: 0, predicted: 0 })
  })
})

describe('misses', () => {
  it('shows so many of each kind', () => {
    const lines: string[] = []
    const misses = new Misses(2, (line) => lines.push(line))
    for (const example of ['a', 'b', 'c']) misses.add('missed', 'x', example)
    misses.add('extra', 'x', 'd')
    expect(lines).toEqual(['missed: x: a', 'missed: x: b', 'extra: x: d'])
  })
})
