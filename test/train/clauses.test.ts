import { describe, expect, it } from 'vitest'
import { paragraphsWithClauses } from '../../src/train/clauses.js'
import { GOLD, type Gold } from '../../src/train/gold.js'

interface Annotated {
  readonly edu: string
  readonly source?: string
  readonly content: string
}

/** GUM's annotation of a text, by its words. */
function annotated(text: string, ...clauses: Annotated[]): Gold<'speakers'> {
  const at = (passage: string): [number, number] => {
    const start = text.indexOf(passage)
    expect(start).toBeGreaterThanOrEqual(0)
    return [start, start + passage.length]
  }
  const attributions = clauses.map(({ edu, source, content }) => ({
    edu: at(edu),
    source: source === undefined ? [] : [at(source)],
    content: [at(content)],
  }))
  return { ...GOLD.speakers.parse({ id: 'a', attributions, entities: [] }), text }
}

/** What is learned of each paragraph, by its words; each is learned from four times. */
function learned(gold: Gold<'speakers'>) {
  const all = paragraphsWithClauses(gold)
  const once = all.slice(0, all.length / 4)
  expect(all).toEqual([...once, ...once, ...once, ...once])
  return once.map(({ text, attributions }) => ({
    text,
    attributions: attributions.map((one) =>
      [one.source, one.cue, one.content].map((spans) => spans.map((span) => text.slice(...span)).join(' … ')),
    ),
  }))
}

const only = (text: string, clause: Annotated) => learned(annotated(text, clause))[0].attributions[0]

describe("GUM's attributions in PolNeAR's form", () => {
  it('has the cue behind the source, without conjunctions and marks', () => {
    const text = 'So I noted to him, that the ferry would sail.'
    const clause = { edu: 'So I noted to him,', source: 'I', content: 'that the ferry would sail.' }
    expect(only(text, clause)).toEqual(['I', 'noted to him', 'that the ferry would sail'])
  })

  it('has the cue before the source where nothing stands behind it', () => {
    const text = '"It will sail", said the harbour master.'
    const clause = { edu: 'said the harbour master.', source: 'the harbour master', content: '"It will sail"' }
    expect(only(text, clause)).toEqual(['the harbour master', 'said', 'It will sail'])
  })

  it('has the whole clause as cue where the source is elsewhere, but for its conjunctions', () => {
    const text = 'The harbour master came, and then declaring that it would sail, left.'
    const clause = { edu: 'and then declaring', source: 'The harbour master', content: 'that it would sail' }
    expect(only(text, clause)).toEqual(['The harbour master', 'declaring', 'that it would sail'])
  })

  it('keeps a cue that looks like a conjunction and is all there is', () => {
    const clause = { edu: 'However', content: 'it would sail' }
    expect(only('However it would sail.', clause)).toEqual(['', 'However', 'it would sail'])
  })

  it('takes the paragraphs with an attribution alone, each with offsets of its own', () => {
    const text = 'It rained.\n\nShe said it rained.\nIt did not.\nHe thinks so.'
    const gold = annotated(
      text,
      { edu: 'She said', source: 'She', content: 'it rained.' },
      { edu: 'He thinks', source: 'He', content: 'so.' },
    )
    expect(learned(gold)).toEqual([
      { text: 'She said it rained.', attributions: [['She', 'said', 'it rained']] },
      { text: 'He thinks so.', attributions: [['He', 'thinks', 'so']] },
    ])
  })

  it('leaves out clauses that say too much', () => {
    const long = `The master, ${'who had been at sea for a very long time, '.repeat(3)} said`
    const clause = { edu: long, source: 'The master', content: 'it rained.' }
    expect(learned(annotated(`${long} it rained.`, clause))).toEqual([])
  })

  it('has no content where that is in another paragraph', () => {
    const clause = { edu: 'She said.', source: 'She', content: 'It rained.' }
    expect(learned(annotated('It rained.\nShe said.', clause))).toEqual([
      { text: 'She said.', attributions: [['She', 'said', '']] },
    ])
  })
})
