import { describe, expect, it } from 'vitest'
import { hedgesOf } from '../../../src/extract/attribution/hedges.js'
import { statementsFrom, tokenise } from './view.js'

function hedges(text: string) {
  const tokens = tokenise(text)
  return statementsFrom(
    tokens,
    hedgesOf(tokens, () => true),
  ).map(({ cue, source, content }) => [cue?.text, source?.text, ...content.map((span) => span.text)])
}

describe('statements by words that name no source', () => {
  it.each([
    ['The bridge reportedly fell at noon.', ['reportedly', undefined, 'The bridge', 'fell at noon']],
    ['Reportedly, the bridge fell at noon.', ['Reportedly', undefined, 'the bridge fell at noon']],
    ['Reportedly, two towns — Dunmore and Vosk — flooded.', ['Reportedly', undefined, 'two towns — Dunmore and Vosk — flooded']],
    ['Arnell, who reportedly built the bridge, left.', ['reportedly', undefined, 'who', 'built the bridge']],
    ['It was closed, and the bridge was reportedly sold; nobody came.', ['reportedly', undefined, 'the bridge was', 'sold']],
    ['Arnell — who was reportedly late — left.', ['reportedly', undefined, 'who was', 'late']],
    ['The old mayor, reportedly born in Vosk, left.', ['reportedly', undefined, 'The old mayor', 'born in Vosk']],
    ['She left after a mishap, reportedly a fall.', ['reportedly', undefined, 'a fall']],
    ['An envoy, reportedly one Moe Arnell, saw the bridge.', ['reportedly', undefined, 'one Moe Arnell']],
    ['At noon, reportedly, the bridge fell.', ['reportedly', undefined, 'At noon', 'the bridge fell']],
    ['In spring, reportedly the bridge fell.', ['reportedly', undefined, 'In spring', 'the bridge fell']],
    ['The mayor was charged for allegedly selling the bridge.', ['allegedly', undefined, 'selling the bridge']],
    ['The bridge allegedly fell at noon.', ['allegedly', undefined, 'The bridge', 'fell at noon']],
    ['The bridge is widely thought to be old.', ['is widely thought', undefined, 'The bridge', 'to be old']],
    ['The bridge was thought to have fallen, but it was closed.', ['was thought', undefined, 'The bridge', 'to have fallen']],
    ['It was reported that the bridge fell.', ['was reported', undefined, 'that the bridge fell']],
    ['It is also stressed that the bridge fell.', ['is also stressed', undefined, 'that the bridge fell']],
    ['It has been pointed out that the bridge fell.', ['has been pointed out', undefined, 'that the bridge fell']],
    ['The bridge reportedly fell, but it stands.', ['reportedly', undefined, 'The bridge', 'fell']],
    ['There were loud complaints that the bridge fell.', ['complaints', undefined, 'that the bridge fell']],
    ['It was initially reported the old bridge fell.', ['was initially reported', undefined, 'the old bridge fell']],
    ['On Friday it was reported that the bridge fell.', ['was reported', undefined, 'that the bridge fell']],
    ['Arnell, who was said to build bridges, left.', ['was said', undefined, 'who', 'to build bridges']],
    ['“The bridge reputedly fell at noon,” the report says.', ['reputedly', undefined, '“The bridge', 'fell at noon,”']],
  ])('%s', (text, expected) => {
    expect(hedges(text)).toEqual([expected])
  }) // prettier-ignore

  it.each([
    'It should be noted that the bridge fell.',
    'It is worrying that the bridge fell.',
    'The mayor reportedly told the council to leave.',
    'It fell, reportedly.',
    'It was reported the next day.',
    'There is no guarantee that it fell.',
    'The bridge was reported.',
    'They believed that it fell.',
    'The thought that it fell was new.',
  ])('none: %s', (text) => {
    expect(hedges(text)).toEqual([])
  })
})
