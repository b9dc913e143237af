import { describe, expect, it } from 'vitest'
import { asClausesOf } from '../../../src/extract/attribution/as-clauses.js'
import { statementsFrom, tokenise } from './view.js'

function asClauses(text: string) {
  const tokens = tokenise(text)
  return statementsFrom(
    tokens,
    asClausesOf(tokens, () => true),
  ).map(({ cue, source, content, addressee }) => [
    [source?.text ?? '', cue?.text, ...(addressee === undefined ? [] : [addressee.text])].join(' | '),
    content.map(({ text }) => text).join(' … '),
  ])
}

describe('statements by a clause with "as"', () => {
  it.each([
    ['As the mayor noted, the bridge is old.', 'the mayor | noted', 'the bridge is old'],
    ['As the mayor noted on Monday, the bridge is old.', 'the mayor | noted', 'the bridge is old'],
    ['As the Herald reported earlier, the bridge is old.', 'the Herald | reported', 'the bridge is old'],
    ['As the report notes, the bridge is old.', 'the report | notes', 'the bridge is old'],
    ['As many have pointed out, the bridge is old.', 'many | have pointed out', 'the bridge is old'],
    ['The bridge is old, as critics point out.', 'critics | point out', 'The bridge is old'],
    ['The bridge, as its mayor put it, is on its knees.', 'its mayor | put it', 'The bridge … is on its knees'],
    ['“The bridge is on its knees,” as its mayor put it.', 'its mayor | put it', '“The bridge is on its knees,”'],
    ['Prices rose, as the bank had warned, by 9 percent.', 'the bank | had warned', 'Prices rose … by 9 percent'],
    ['As Arnell told the court in Osk, it was late.', 'Arnell | told | the court', 'it was late'],
    ['As a source in the police told the Herald, it was late.', 'a source in the police | told | the Herald', 'it was late'],
    ['As the Herald was told by the police, it was late.', 'the police | was told | the Herald', 'it was late'],
    ['As the Herald writes, citing sources, the mayor left.', 'the Herald | writes', 'the mayor left'],
    ['As reported by the council, two men died.', 'the council | reported', 'two men died'],
    ['As stated in the report, two men died.', 'the report | stated', 'two men died'],
    ['As was pointed out to us by the mayor of Osk, it is late.', 'the mayor of Osk | was pointed out | us', 'it is late'],
    ['As previously reported, two men died.', ' | reported', 'two men died'],
    ['The bridge, as reported, is old.', ' | reported', 'The bridge … is old'],
    ['He was away because, as his aide said, he was ill.', 'his aide | said', 'he was ill'],
    ['It is cold here (as a report noted, it snows), but dry.', 'a report | noted', 'it snows'],
    ['The council must show that, as its papers say, it can swim; now, it sinks.', 'its papers | say', 'it can swim'],
    ['As the saying goes, the early bird sings.', 'the saying | goes', 'the early bird sings'],
  ])('%s', (text, who, content) => {
    expect(asClauses(text)).toEqual([[who, content]])
  }) // prettier-ignore

  it.each([
    'They left as the mayor said goodbye.',
    'As the mayor spoke, they left.',
    'As the bank reported losses, shares fell.',
    'As police said that two men had fled, the town shut its schools.',
    'As she told reporters about the attack, she wept.',
    'As expected, the bank raised rates.',
    'As the name suggests, the fish is blue.',
    'As I write, it rains.',
    'As mentioned, it rains.',
    'As a man who has written about bridges, he knows them.',
    'As he said: “It is late.”',
    'As.',
    'As said',
  ])('none: %s', (text) => {
    expect(asClauses(text)).toEqual([])
  })

  it('are looked for only where no statement has the cue yet', () => {
    const tokens = tokenise('As the mayor noted, the bridge is old.')
    expect(asClausesOf(tokens, () => false)).toEqual([])
  })
})
