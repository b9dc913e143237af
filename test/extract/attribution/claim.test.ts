import { describe, expect, it } from 'vitest'
import type { Tokens } from '../../../src/record/tokens.js'
import type { Attribution } from '../../../src/extract/attribution/attribution.js'
import { claims, grant } from '../../../src/extract/attribution/claim.js'
import type { Draft } from '../../../src/extract/attribution/draft.js'
import type { Reading } from '../../../src/extract/attribution/drafter.js'
import { CLAIM_EVIDENCE } from '../../../src/extract/attribution/evidence.js'
import { attribution, runOf, textOf, tokenise, type Found } from './view.js'

/** A draft that became a statement, or, where it is rejected, did not. */
interface Sight extends Found {
  readonly rejected?: boolean
  /** Passages that the second pass takes for its content, with the probability of each of their words. */
  readonly alsoContent?: Readonly<Record<string, number>>
}

/** Weights for one piece of evidence alone. */
const only = (evidence: string, weight: number, bias: number) => ({
  bias,
  weights: CLAIM_EVIDENCE.map((name) => (name === evidence ? weight : 0)),
})

const LEAST = 0.5

/** The second pass decides: from 0.4 on it is likely enough. */
const BY_SECOND_PASS = only('content certainty, second pass', 10, -4)

/** What the statements have in the end where the first pass sees these contents. */
function told(text: string, contents: readonly string[], sights: readonly Sight[], weights = BY_SECOND_PASS) {
  const tokens = tokenise(text)
  const reading = readingOf(tokens, contents, sights)
  const owners = new Map<Draft, Attribution>()
  sights.forEach((sight, k) => {
    if (sight.rejected !== true) owners.set(reading.drafts[k], attribution(tokens, sight))
  })
  const all = [...owners.values()]
  const found = claims(tokens, reading, owners, all, weights)
  const granted = grant(tokens, found, LEAST)
  return {
    found,
    granted: granted.map(({ run }) => textOf(tokens, run)),
    contents: all.map(({ content }) => content.map((run) => textOf(tokens, run))),
  }
}

function readingOf(tokens: Tokens, contents: readonly string[], sights: readonly Sight[]): Reading {
  const runs = contents.map((passage) => runOf(tokens, passage))
  const contentProbability = new Float32Array(tokens.count).fill(0.1)
  for (const { first, last } of runs) contentProbability.fill(0.9, first, last + 1)
  const drafts = sights.map(({ cue, source, content, alsoContent = {} }) => {
    const second = new Float32Array(tokens.count)
    for (const [passage, probability] of Object.entries(alsoContent)) {
      const { first, last } = runOf(tokens, passage)
      second.fill(probability, first, last + 1)
    }
    return {
      cue: runOf(tokens, cue),
      head: runOf(tokens, cue).first,
      source: source === undefined ? null : runOf(tokens, source),
      content: [content].flat().map((passage) => runOf(tokens, passage)),
      cueProbability: 1,
      reach: { first: 0, last: tokens.count - 1 },
      contentProbability: second,
      evidence: [],
    }
  })
  return { drafts, contents: runs, contentProbability }
}

describe('content of the first pass that no statement has', () => {
  const HARBOUR = '“We sail at noon,” Ann Mole said. “The crew is ready.” Ben Oak left.'
  const first = { cue: 'said', source: 'Ann Mole', content: '“We sail at noon,”' }
  const second = '“The crew is ready.”'

  it('goes to a statement that it probably belongs to', () => {
    const { contents, granted } = told(HARBOUR, [first.content, second], [{ ...first, alsoContent: { [second]: 0.5 } }])
    expect(granted).toEqual([second])
    expect(contents).toEqual([['“We sail at noon,”', '“The crew is ready.”']])
  })

  it('stays out where that is not likely enough', () => {
    const { contents, granted } = told(HARBOUR, [first.content, second], [{ ...first, alsoContent: { [second]: 0.3 } }])
    expect(granted).toEqual([])
    expect(contents).toEqual([['“We sail at noon,”']])
  })

  it('goes to the likeliest one where there are several', () => {
    const text = 'Ann Mole said that taxes will rise and that wages fall, Ben Oak added.'
    const { contents } = told(
      text,
      ['that taxes will rise and that wages fall'],
      [
        { cue: 'said', source: 'Ann Mole', content: 'that taxes will rise', alsoContent: { 'that wages fall': 0.8 } },
        { cue: 'added', source: 'Ben Oak', content: 'and', alsoContent: { 'that wages fall': 0.5 } },
      ],
    )
    expect(contents).toEqual([['that taxes will rise', 'that wages fall'], ['and']])
  })

  it('does not go back to the statement that a rule has cut it from', () => {
    const cut = { ...first, alsoContent: { [second]: 0.9 } }
    const tokens = tokenise(HARBOUR)
    const reading = readingOf(tokens, [first.content, second], [cut])
    const draft = { ...reading.drafts[0], content: [runOf(tokens, first.content), runOf(tokens, second)] }
    const owner = attribution(tokens, first)
    expect(claims(tokens, { ...reading, drafts: [draft] }, new Map([[draft, owner]]), [owner], BY_SECOND_PASS)).toEqual(
      [],
    )
  })

  it('does not go to a statement that a rule would cut it from again', () => {
    const text = 'Arnell calls for a vote. “It is late.”'
    const sight = { source: 'Arnell', cue: 'calls', content: 'for a vote', alsoContent: { '“It is late.”': 0.9 } }
    expect(told(text, ['“It is late.”'], [sight]).found).toEqual([])
  })

  it('is no content of a draft that became no statement, though that speaks against others', () => {
    const sights = [{ ...first, alsoContent: { [second]: 0.5 } }, { cue: 'left', source: 'Ben Oak', content: second, rejected: true, alsoContent: { [second]: 0.7 } }] // prettier-ignore
    const { found } = told(HARBOUR, [second], sights)
    expect(found).toHaveLength(1)
    const { evidence, owner } = found[0]
    expect(owner.cue).not.toBeNull()
    expect(evidence[CLAIM_EVIDENCE.indexOf('the same for the surest other draft')]).toBeCloseTo(0.7, 6)
  })

  it('is joined to what it goes on from, over the comma between', () => {
    const text = 'Ann Mole said that taxes will rise, which she regrets.'
    const rest = 'which she regrets'
    const { contents } = told(
      text,
      ['that taxes will rise, which she regrets'],
      [{ cue: 'said', source: 'Ann Mole', content: 'that taxes will rise', alsoContent: { [rest]: 0.9 } }],
    )
    expect(contents).toEqual([['that taxes will rise, which she regrets']])
  })

  it('is not cut out of a phrase that is none', () => {
    const text = 'Taxes will rise, Ann Mole said four days after the ferry ran aground.'
    const rest = 'ferry ran aground'
    const sight = { cue: 'said', source: 'Ann Mole', content: 'Taxes will rise', alsoContent: { [rest]: 1 } }
    expect(told(text, [rest], [sight]).granted).toEqual([])
  })

  it('is not a word alone, nor what a statement has as its cue, source or addressee', () => {
    const text = 'Ann Mole told reporters that taxes rise now.'
    const sight = { cue: 'told', source: 'Ann Mole', content: 'that taxes rise', alsoContent: { [text]: 1 } }
    expect(told(text, [text], [sight]).found).toEqual([])
  })
})

it('the evidence of a claim is what its names say', () => {
  const text = 'Ann Mole said: “We sail at noon.” It rained. “The crew is ready,” wrote Ben Oak.'
  const run = '“The crew is ready,”'
  const sight = { cue: 'said', source: 'Ann Mole', content: '“We sail at noon.”', alsoContent: { [run]: 0.25 } }
  const other = { cue: 'wrote', source: 'Ben Oak', content: 'It rained', alsoContent: { [run]: 0.5 } }
  const { found } = told(text, [run], [sight, other])
  const named = found.map(({ evidence }) => Object.fromEntries(CLAIM_EVIDENCE.map((name, k) => [name, evidence[k]])))
  expect(named[0]).toMatchObject({
    'content certainty, second pass': 0.25,
    'the same for the surest other draft': 0.5,
    'quoted as the statement is': 1,
    'sentences between': 2,
    'cues of statements between': 0,
    'behind the cue': 1,
    'cue within a quotation': 0,
  })
  expect(named[0]['log-odds of content, first pass']).toBeCloseTo(Math.log(9), 5)
  expect(named[1]).toMatchObject({ 'quoted as the statement is': 0, 'sentences between': 0, 'behind the cue': 0 })
})
