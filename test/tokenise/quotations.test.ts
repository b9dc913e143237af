import { describe, expect, it } from 'vitest'
import { DEEPEST_QUOTATION } from '../../src/tokenise/index.js'
import { forms, quotations, tokenise } from './view.js'

describe('quotations', () => {
  it.each([
    ['curly', 'He said “go” and ‘stay’.', ['“go”', '‘stay’']],
    ['straight', `He said "go" and 'stay'.`, ['"go"', "'stay'"]],
    ['guillemets', 'Il a dit « va » et ‹reste›.', ['« va »', '‹reste›']],
    ['German', 'Er sagte „geh“ und ‚bleib‘.', ['„geh“', '‚bleib‘']],
    ['reversed guillemets', 'Er sagte »geh« und »bleib«.', ['»geh«', '»bleib«']],
    ['Swedish', 'Hon sa ”gå” och ”stanna”.', ['”gå”', '”stanna”']],
    ['corner brackets', '他说「去」和『留』。', ['「去」', '『留』']],
    ['typewriter', "He said ``go'' and `stay'.", ["``go''", "`stay'"]],
    ['two single marks', "''We won,'' he said. ''Really.''", ["''We won,''", "''Really.''"]],
    ['mixed double marks', 'He said “go" at once.', ['“go"']],
    ['a guillemet that closes double marks', 'He said “go» and then «stay».', ['“go»', '«stay»']],
    ['double marks that close a guillemet', 'He said «go” and then “stay”.', ['«go”', '“stay”']],
    ['a guillemet within double marks that close', 'He said “go» and stay”.', ['“go» and stay”']],
  ])('%s', (_, text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })

  it.each([
    ['single within double', '“She said ‘no’ twice,” he said.', ['“She said ‘no’ twice,”', '‘no’']],
    ['double within single', '\'She said "no" twice,\' he said.', [`'She said "no" twice,'`, '"no"']],
    ['straight single within straight double', `"She said 'no' twice," he said.`, [`"She said 'no' twice,"`, "'no'"]],
    ['the same marks', 'Партия «Демократия «Завтра» и мы» выиграла.', ['«Демократия «Завтра» и мы»', '«Завтра»']],
    [
      'inner and outer closed together',
      `''He told me 'go home,''' she said.`,
      [`''He told me 'go home,'''`, "'go home,'"],
    ],
  ])('nest: %s', (_, text, expected) => {
    const { depth } = tokenise(text).quotations
    expect(quotations(text)).toEqual(expected)
    expect([...depth]).toEqual([1, 2])
  })

  it.each([
    ['contractions', "I don't know, it isn’t his."],
    ['plural possessives', "The Smiths' house and the workers’ pay rose."],
    ['years', "Back in the '90s and the ’80s"],
    ['elisions', "Get 'em, ’tis rock 'n' roll, 'til dawn"],
    ['names', "O'Brien met D’Souza"],
    ['feet and inches', `He is 6'2" tall and has a 5" gun.`],
    ['dropped letters', "We were goin' home."],
  ])('are not opened by apostrophes: %s', (_, text) => {
    expect(quotations(text)).toEqual([])
    expect(tokenise(text).quotations.unpaired).toEqual([])
  })

  it('are not closed by an apostrophe where a closing mark follows', () => {
    expect(quotations("He said: 'The workers' pay is too low.' Nobody disagreed.")).toEqual([
      "'The workers' pay is too low.'",
    ])
  })

  it('are not closed by inches where a closing mark follows', () => {
    expect(quotations('He said "a 5" gun and a 6" knife."')).toEqual(['"a 5" gun and a 6" knife."'])
  })

  it('that run over paragraphs are one in each, the later ones continuing', () => {
    const text = 'He said: “We came.\n\n“We saw.\n\n“We left.”\n\nThat was all. “Really.”'
    const { closed, continues } = tokenise(text).quotations
    expect(quotations(text)).toEqual(['“We came.…', '“We saw.…', '“We left.”', '“Really.”'])
    expect([...closed]).toEqual([0, 0, 1, 1])
    expect([...continues]).toEqual([0, 1, 1, 0])
    expect(tokenise(text).quotations.unpaired).toEqual([])
  })

  it('with straight marks run over paragraphs as well', () => {
    const text = '"We came.\n\n"We left," he said.'
    expect(quotations(text)).toEqual(['"We came.…', '"We left,"'])
    expect([...tokenise(text).quotations.continues]).toEqual([0, 1])
  })

  it('never closed end with their paragraph, and tell so', () => {
    const text = 'He said “we came.\n\nNobody else did. “True,” she said.'
    expect(quotations(text)).toEqual(['“we came.…', '“True,”'])
    expect(tokenise(text).quotations.unpaired.map((i) => forms(text)[i])).toEqual(['“'])
  })

  it('are not lost to a stray mark before them', () => {
    expect(quotations('It was 5 ” long. He said “go” and “stay”.')).toEqual(['“go”', '“stay”'])
    expect(quotations('He called it “odd. He said “go” and “stay”.')).toEqual(['“go”', '“stay”'])
    expect(quotations(`A 'stray mark. He said "go".`)).toEqual(['"go"'])
  })

  it('count in the depth of the tokens they hold, marks included', () => {
    const { quoteDepth } = tokenise('He “said ‘no’ twice” then')
    expect([...quoteDepth]).toEqual([0, 1, 1, 2, 2, 2, 1, 1, 0])
  })

  it('nest only so deep', () => {
    const text = '“a ‘b '.repeat(1000) + '’ ” '.repeat(1000)
    const { quotations, quoteDepth } = tokenise(text)
    expect(Math.max(...quoteDepth)).toBe(DEEPEST_QUOTATION)
    expect(Math.max(...quotations.depth)).toBe(DEEPEST_QUOTATION)
  })
})
