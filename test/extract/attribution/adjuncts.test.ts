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
    ['Police in Osk according to local sources grew nervous.', ['according to', 'local sources', 'Police in Osk', 'grew nervous']],
    ['Of its 900 registered voters, according to the county, 300 are farmers.', ['according to', 'the county', 'Of its 900 registered voters', '300 are farmers']],
    ['The storm has killed ten people, including, according to the council, two children.', ['according to', 'the council', 'two children']],
    ['They signed a treaty, according to which the island belongs to Osk.', ['according to', 'which', 'the island belongs to Osk']],
    ['Under the deal, according to which all would be freed, fighting will stop.', ['according to', 'which', 'all would be freed']],
    ['Another sign is traffic, since, according to the council, the ferry was full.', ['according to', 'the council', 'the ferry was full']],
    ['The ferry, which according to the council is empty, was sold.', ['according to', 'the council', 'which', 'is empty']],
    ['The ferry, which, according to the council, is empty, was sold.', ['according to', 'the council', 'which', 'is empty']],
    ['Fishermen, who own half of the boats according to a study, left.', ['according to', 'a study', 'who own half of the boats']],
    ['Fishermen — who own half of the boats according to a study — left.', ['according to', 'a study', 'who own half of the boats']],
    ['The storm hit the coast, killing ten according to police and leaving many homeless.', ['according to', 'police', 'killing ten']],
    ['While few come according to a study, organisers counted 900.', ['according to', 'a study', 'While few come', 'organisers counted 900']],
    ['He heard that the bridge, according to police, had fallen.', ['according to', 'police', 'the bridge', 'had fallen']],
    ['Prices rose, according to the bank, by 9 percent.', ['according to', 'the bank', 'Prices rose', 'by 9 percent']],
    ['Half live in Osk, according to the census (the council says more).', ['according to', 'the census', 'Half live in Osk']],
    ['According to a man who saw it, the bridge fell.', ['According to', 'a man who saw it', 'the bridge fell']],
    ['According to the mayor, who had been there, repairs take a year.', ['According to', 'the mayor, who had been there', 'repairs take a year']],
    ['According to the indictment, filed on Monday in a court in Osk, they fled.', ['According to', 'the indictment, filed on Monday in a court in Osk', 'they fled']],
    ['According to Arnell, writing for the Herald, the bridge fell.', ['According to', 'Arnell, writing for the Herald', 'the bridge fell']],
    ['According to the study, smoking kills.', ['According to', 'the study', 'smoking kills']],
    ['According to the refugee agency, UNHCR, many have fled.', ['According to', 'the refugee agency, UNHCR', 'many have fled']],
    ['According to a ruling party official, the bill will pass.', ['According to', 'a ruling party official', 'the bill will pass']],
    ['According to the accused, the bridge fell.', ['According to', 'the accused', 'the bridge fell']],
    ['Two men fled; 164, according to the council, died.', ['according to', 'the council', '164', 'died']],
    ['It must fall, otherwise, according to the council, it will be sold.', ['according to', 'the council', 'it will be sold']],
    ['He fled, according to the council; his brother stayed.', ['according to', 'the council', 'He fled']],
    ["In the mayor's opinion, the bridge is old.", ['opinion', 'the mayor', 'the bridge is old']],
    ['The bridge, in his view, is old.', ['view', 'his', 'The bridge', 'is old']],
    ["It was built there because, in Arnell's words, “it is the best place”.", ['words', 'Arnell', '“it is the best place”']],
    ['The bridge fell at noon, according to a report of the council of Vosk.', ['according to', 'a report of the council of Vosk', 'The bridge fell at noon']],
  ])('%s', (text, expected) => {
    expect(adjuncts(text)).toEqual([expected])
  }) // prettier-ignore

  it.each(['According to.', 'It was built by reports.', 'By reports of it, the bridge fell.', 'The bridge fell, by the road.', 'The ferry costs $10 per day, and the bridge $5.', 'They went in according order.', 'In the middle of it, the bridge fell.', "Kenya's income per capita is US$5,270.", 'In his view of the world, the bridge is old.', 'In his last words he asked for water.'])('none: %s', (text) => {
    expect(adjuncts(text)).toEqual([])
  }) // prettier-ignore

  it('are looked for only where no statement has the cue yet', () => {
    const tokens = tokenise('According to police, the bridge fell at noon.')
    expect(adjunctsOf(tokens, () => false)).toEqual([])
  })
})
