import { describe, expect, it } from 'vitest'
import { adjunctsOf } from '../../../src/extract/attribution/adjuncts.js'
import { statementsFrom, tokenise } from './view.js'

function adjuncts(text: string) {
  const tokens = tokenise(text)
  return statementsFrom(
    tokens,
    adjunctsOf(tokens, () => true),
  ).map(({ cue, source, content }) => [cue?.text, source?.text, ...content.map((span) => span.text)])
}

describe('statements by a set phrase', () => {
  it.each([
    ['According to police, the bridge fell at noon.', ['According to', 'police', 'the bridge fell at noon']],
    ['The bridge fell at noon, according to police.', ['according to', 'police', 'The bridge fell at noon']],
    ['The bridge, according to police, fell at noon.', ['according to', 'police', 'The bridge', 'fell at noon']],
    ['But according to police, the bridge fell at noon.', ['according to', 'police', 'the bridge fell at noon']],
    ['According to the town council there are 480 bridges.', ['According to', 'the town council', 'there are 480 bridges']],
    ['In the words of Tove Arnell, the bridge is “a disgrace”.', ['In the words of', 'Tove Arnell', 'the bridge is “a disgrace”']],
    ['According to Tove Arnell, formerly the head of the council, the bridge fell.', ['According to', 'Tove Arnell, formerly the head of the council', 'the bridge fell']],
    ['According to Tove Arnell, the bridge, built in 1990, fell.', ['According to', 'Tove Arnell', 'the bridge, built in 1990, fell']],
    ['According to Tove Arnell, Osk’s former mayor, Osk fell.', ['According to', 'Tove Arnell, Osk’s former mayor', 'Osk fell']],
    ['According to Arnell, Osk’s mayor, a lawyer, fell.', ['According to', 'Arnell', 'Osk’s mayor, a lawyer, fell']],
    ['According to the head of the town council, Tove Arnell, the bridge fell.', ['According to', 'the head of the town council, Tove Arnell', 'the bridge fell']],
    ['According to the mayor, Tove Arnell, in this first phase, more than 20 bridges fell.', ['According to', 'the mayor, Tove Arnell', 'in this first phase, more than 20 bridges fell']],
    ['According to the council, Tove Arnell, the mayor, fell.', ['According to', 'the council', 'Tove Arnell, the mayor, fell']],
    ['According to a memo posted online by Senator Tove Arnell, the council cancelled its hearing.', ['According to', 'a memo posted online by Senator Tove Arnell', 'the council cancelled its hearing']],
    ['According to its polling, roughly half of the voters want a ferry.', ['According to', 'its polling', 'roughly half of the voters want a ferry']],
    ['According to USA Today, the bridge fell.', ['According to', 'USA Today', 'the bridge fell']],
    ['Per the council, the bridge fell.', ['Per', 'the council', 'the bridge fell']],
    ['The bridge fell at noon, per reports.', ['per', 'reports', 'The bridge fell at noon']],
    ['By most accounts, the bridge fell.', ['By', 'most accounts', 'the bridge fell']],
    ['By most accounts, the bridge fell; in the dark, it was late.', ['By', 'most accounts', 'the bridge fell']],
    ["The bridge fell, by the ministry's count.", ['by', "the ministry's count", 'The bridge fell']],
    ['The road is old; according to Tove Arnell, the bridge fell.', ['according to', 'Tove Arnell', 'the bridge fell']],
    ['The bridge fell, according to Tove Arnell; the road is old.', ['according to', 'Tove Arnell', 'The bridge fell']],
    ['According to Tove Arnell, two roads are closed: the old one; the new one.', ['According to', 'Tove Arnell', 'two roads are closed: the old one; the new one']],
    ['The bridge fell, killing ten people according to Tove Arnell.', ['according to', 'Tove Arnell', 'killing ten people']],
    ['The bridge fell, which was sad according to Tove Arnell.', ['according to', 'Tove Arnell', 'which was sad']],
    ['The bridge fell, killing ten, according to Tove Arnell.', ['according to', 'Tove Arnell', 'The bridge fell, killing ten']],
    ['As per Law 10, the bridge is closed.', ['As per', 'Law 10', 'the bridge is closed']],
    ['It was old and, according to police, it fell.', ['according to', 'police', 'it fell']],
    ['The bridge was, according to the mayor, a disgrace.', ['according to', 'the mayor', 'The bridge was', 'a disgrace']],
    ['The bridge fell at noon, according to police on Monday.', ['according to', 'police', 'The bridge fell at noon']],
    ['“It fell at noon,” according to Arnell, who saw it.', ['according to', 'Arnell', '“It fell at noon,”']],
    ['The bridge fell at noon, according to a report of the council of Vosk.', ['according to', 'a report of the council of Vosk', 'The bridge fell at noon']],
  ])('%s', (text, expected) => {
    expect(adjuncts(text)).toEqual([expected])
  }) // prettier-ignore

  it.each(['According to.', 'It was built by reports.', 'By reports of it, the bridge fell.', 'The bridge fell, by the road.', 'The ferry costs $10 per day, and the bridge $5.', 'They went in according order.', 'In the middle of it, the bridge fell.'])('none: %s', (text) => {
    expect(adjuncts(text)).toEqual([])
  }) // prettier-ignore

  it('are looked for only where no statement has the cue yet', () => {
    const tokens = tokenise('According to police, the bridge fell at noon.')
    expect(adjunctsOf(tokens, () => false)).toEqual([])
  })
})
