import { describe, expect, it } from 'vitest'
import { statement } from './view.js'

const kindOf = (content: string | string[], text: string) =>
  statement(text, { cue: 'said', source: 'Tove Arnell', content }).kind
describe('the kind of a statement', () => {
  it('is direct where all content is in quotation marks', () => {
    expect(kindOf('“The bridge is shut,”', '“The bridge is shut,” Tove Arnell said.')).toBe('direct')
    expect(kindOf(['“Shut,”', '“and it stays shut.”'], '“Shut,” Tove Arnell said, “and it stays shut.”')).toBe('direct')
  })

  it('is indirect where none is', () => {
    expect(kindOf('the bridge was shut', 'Tove Arnell said the bridge was shut.')).toBe('indirect')
  })

  it('is mixed where some is', () => {
    expect(kindOf('the bridge was “rotten to the core”', 'Tove Arnell said the bridge was “rotten to the core”.')).toBe('mixed')
  }) // prettier-ignore

  it('does not count titles and nicknames in quotation marks', () => {
    const text = 'Tove Arnell said the “Butcher of Elm Street” had read “The Bridge of Sighs”.'
    expect(kindOf('the “Butcher of Elm Street” had read “The Bridge of Sighs”', text)).toBe('indirect')
  })

  it('counts a single quoted word that is all of the content', () => {
    expect(kindOf('“Never,”', '“Never,” Tove Arnell said.')).toBe('direct')
  })
})
