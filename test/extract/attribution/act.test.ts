import { describe, expect, it } from 'vitest'
import { REPORTING_NOUNS, REPORTING_VERBS } from '../../../src/extract/attribution/lexicon.js'
import { statement } from './view.js'

describe('the lexicon', () => {
  it.each([
    ['say', 'say'], ['add', 'say'], ['allege', 'claim'], ['insist', 'claim'], ['deny', 'deny'], ['accuse', 'accuse'], ['urge', 'order'],
    ['ask', 'ask'], ['vow', 'promise'], ['warn', 'warn'], ['announce', 'announce'], ['report', 'report'], ['rule', 'find'],
    ['call', 'assess'], ['praise', 'assess'], ['hope', 'believe'],
  ])('gives the act of the verb "%s": %s', (verb, act) => {
    expect(REPORTING_VERBS.get(verb)).toBe(act)
  }) // prettier-ignore

  it.each([
    ['claim', 'claim'], ['denial', 'deny'], ['allegation', 'claim'], ['order', 'order'], ['pledge', 'promise'], ['verdict', 'find'],
    ['fear', 'believe'], ['survey', 'report'],
  ])('gives the act of the noun "%s": %s', (noun, act) => {
    expect(REPORTING_NOUNS.get(noun)).toBe(act)
  }) // prettier-ignore

  it('holds lemmas only', () => {
    for (const word of [...REPORTING_VERBS.keys(), ...REPORTING_NOUNS.keys()]) expect(word).toMatch(/^[a-z]+$/)
  })
})

describe('the act of a statement', () => {
  it.each([
    ['The mayor told the crew to leave.', 'told', 'the crew to leave', 'order'],
    ['The mayor told the crew that it was late.', 'told', 'that it was late', 'say'],
    ['The mayor asked the crew to leave.', 'asked', 'the crew to leave', 'order'],
    ['The mayor asked not to be named.', 'asked', 'not to be named', 'order'],
    ['The mayor asked that her name be left out.', 'asked', 'that her name be left out', 'order'],
    ['The mayor asked why the bridge was shut.', 'asked', 'why the bridge was shut', 'ask'],
    ['The mayor called the plan a disgrace.', 'called', 'the plan a disgrace', 'assess'],
    ['The mayor has called the plan a disgrace.', 'has called', 'the plan a disgrace', 'assess'],
    ['The mayor called on residents to stay calm.', 'called on', 'residents to stay calm', 'order'],
    ['The mayor called for a new bridge.', 'called for', 'a new bridge', 'order'],
    ['The mayor ruled out a new tax.', 'ruled out', 'a new tax', 'deny'],
    ['The mayor expressed the hope that it would rain.', 'expressed the hope', 'that it would rain', 'believe'],
    ['The mayor issued a warning that it would rain.', 'issued a warning', 'that it would rain', 'warn'],
    ['The mayor would neither confirm nor deny that it rained.', 'would neither confirm nor deny', 'that it rained', 'say'],
    ['The mayor suggested that it rained.', 'suggested', 'that it rained', 'claim'],
  ])('%s', (text, cue, content, act) => {
    expect(statement(text, { source: 'The mayor', cue, content }).act).toBe(act)
  }) // prettier-ignore

  it('takes what a document suggests for a report', () => {
    const found = { source: 'A study of 40 rivers', cue: 'suggests', content: 'that the water is warmer' }
    expect(statement('A study of 40 rivers suggests that the water is warmer.', found).act).toBe('report')
  })
})

describe('negation of the reporting', () => {
  it.each([
    ['did not say', true],
    ["hasn't confirmed", true],
    ['declined to say', true],
    ['has never said', true],
    ['said', false],
    ['denied', false],
  ])('%s: %s', (cue, negated) => {
    const text = `The mayor ${cue} whether the bridge was shut.`
    expect(statement(text, { source: 'The mayor', cue, content: 'whether the bridge was shut' }).negated).toBe(negated)
  })

  it('is not that of the content', () => {
    const found = { source: 'The mayor', cue: 'said', content: 'the bridge was not shut' }
    expect(statement('The mayor said the bridge was not shut.', found).negated).toBe(false)
  })
})
