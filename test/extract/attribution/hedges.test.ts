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

describe('statements by an adverb that names no source', () => {
  it.each([
    ['The bridge reportedly fell at noon.', ['reportedly', undefined, 'The bridge', 'fell at noon']],
    ['Reportedly, the bridge fell at noon.', ['Reportedly', undefined, 'the bridge fell at noon']],
    ['Reportedly, two towns — Dunmore and Vosk — flooded.', ['Reportedly', undefined, 'two towns — Dunmore and Vosk — flooded']],
    ['Arnell, who reportedly built the bridge, left.', ['reportedly', undefined, 'built the bridge, left']],
    ['It was closed, and the bridge was reportedly sold; nobody came.', ['reportedly', undefined, 'the bridge was', 'sold']],
    ['“The bridge reputedly fell at noon,” the report says.', ['reputedly', undefined, '“The bridge', 'fell at noon,”']],
  ])('%s', (text, expected) => {
    expect(hedges(text)).toEqual([expected])
  }) // prettier-ignore

  it.each(['The mayor reportedly told the council to leave.', 'It fell, reportedly.'])('none: %s', (text) => {
    expect(hedges(text)).toEqual([])
  })
})
