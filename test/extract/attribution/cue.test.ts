import { describe, expect, it } from 'vitest'
import { cueOf } from '../../../src/extract/attribution/cue.js'
import { createTokeniser } from '../../../src/tokenise/index.js'

const tokeniser = createTokeniser()

describe('cueOf', () => {
  it.each([
    ['TV chef’s pal: ‘He never did’', '’s pal', ':', '’s pal'],
    ['TV chef’s pal: ‘He never did’', '’s pal:', ':', '’s pal'],
    ['The minister’s warning: ‘Stay at home’', '’s warning', '’s warning', null],
    ['The minister said: ‘Stay at home’', 'said:', 'said', null],
  ])('takes a colon for the cue where no word before it reports: %s', (text, found, cue, label) => {
    const tokens = tokeniser.tokenise(text)
    const run = runAt(text.indexOf(found), found.length)
    const cut = cueOf(tokens, run)
    const textOf = ({ first, last }: { first: number; last: number }) =>
      text.slice(tokens.start[first], tokens.end[last])
    expect({ cue: textOf(cut.cue), label: cut.label && textOf(cut.label) }).toEqual({ cue, label })

    function runAt(start: number, length: number): { first: number; last: number } {
      const inside = Array.from({ length: tokens.count }, (_, t) => t).filter(
        (t) => tokens.start[t] >= start && tokens.end[t] <= start + length,
      )
      return { first: inside[0], last: inside[inside.length - 1] }
    }
  })
})
