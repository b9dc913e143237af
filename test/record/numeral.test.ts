import { describe, expect, it } from 'vitest'
import { valueOfDigits } from '../../src/record/numeral-digits.js'
import { numeralAt } from '../../src/record/numeral.js'
import { createTokeniser } from '../../src/tokenise/index.js'

const tokeniser = createTokeniser()

/** The numeral at the beginning of a text: what it covers, its value, and what else is told of it. */
function read(text: string) {
  const numeral = numeralAt(tokeniser.tokenise(text), 0)
  if (numeral === null) return null
  const { start, end, value, to, isOrdinal, isFraction, isVague, rest } = numeral
  const flags = [isOrdinal && 'ordinal', isFraction && 'fraction', isVague && 'vague'].filter((flag) => flag !== false)
  return [text.slice(start, end), to === null ? value : [value, to], ...flags, ...(rest === '' ? [] : [`…${rest}`])]
}

describe('numerals in digits', () => {
  it.each([
    ['164 people', ['164', 164]],
    ['1,200 people', ['1,200', 1200]],
    ['1,234,567.8 people', ['1,234,567.8', 1234567.8]],
    ['1.200.000 people', ['1.200.000', 1200000]],
    ['1.111,11 people', ['1.111,11', 1111.11]],
    ['12,34,567 people', ['12,34,567', 1234567]],
    ['1 000 000 people', ['1 000 000', 1000000]],
    ['1,5 million people', ['1,5 million', 1500000]],
    ['1.1 million people', ['1.1 million', 1100000]],
    ['60 thousand people', ['60 thousand', 60000]],
    ['3.2bn euros', ['3.2bn', 3.2e9]],
    ['3 million and a half people', ['3 million and a half', 3500000]],
    ['1.3×10^6 cells', ['1.3×10^6', 1300000]],
    ['10^6 cells', ['10^6', 1000000]],
    ['2e-1 cells', ['2e-1', 0.2]],
    ['3 hundred thousand people', ['3 hundred thousand', 300000]],
    ['5 million-strong army', ['5 million', 5000000, '…strong']],
    ['35m devices', ['35', 35, '…m']],
    ['116th Congress', ['116th', 116, 'ordinal']],
    ['10-15 per cent', ['10-15', [10, 15]]],
    ['16–17 percent', ['16–17', [16, 17]]],
    ['2/3 of them', ['2/3', 2 / 3, 'fraction']],
    ['1½ hours', ['1½', 1.5]],
    ['½ of them', ['½', 0.5, 'fraction']],
    ['1990s music', ['1990', 1990, '…s']],
    ['١٢٣ people', ['١٢٣', 123]],
    ['５０ people', ['５０', 50]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(['1,000,00,0', '1.2.3', '10:30', '2022-01-13', '03/04/2022', '1'.repeat(1000), '1e400', '1/0'])(
    'are no numeral: %s',
    (text) => {
      expect(read(text)).toBeNull()
    },
  )

  it('give the value of separators as they are used somewhere', () => {
    expect(valueOfDigits('1,234', 0, 5)).toBe(1234)
    expect(valueOfDigits('1,23', 0, 4)).toBe(1.23)
    expect(valueOfDigits('0,123', 0, 5)).toBe(0.123)
    expect(valueOfDigits("1'234'567", 0, 9)).toBe(1234567)
  })
})

describe('numerals in words', () => {
  it.each([
    ['nine police officers', ['nine', 9]],
    ['twenty-one people', ['twenty-one', 21]],
    ['one hundred and five people', ['one hundred and five', 105]],
    ['two million three hundred thousand and one people', ['two million three hundred thousand and one', 2300001]],
    ['two and a half thousand people', ['two and a half thousand', 2500]],
    ['one and a half hours', ['one and a half', 1.5]],
    ['half a million people', ['half a million', 500000]],
    ['a quarter of a million people', ['a quarter of a million', 250000]],
    ['a dozen people', ['a dozen', 12]],
    ['half a dozen people', ['half a dozen', 6]],
    ['a hundred people', ['a hundred', 100]],
    ['a quarter of them', ['a quarter', 0.25, 'fraction']],
    ['a third of them', ['a third', 1 / 3, 'fraction']],
    ['two thirds of them', ['two thirds', 2 / 3, 'fraction']],
    ['two-thirds of them', ['two-thirds', 2 / 3, 'fraction']],
    ['half of them', ['half', 0.5, 'fraction']],
    ['third man', ['third', 3, 'ordinal']],
    ['twenty-first century', ['twenty-first', 21, 'ordinal']],
    ['hundreds of thousands of people', ['hundreds of thousands', 100000, 'vague']],
    ['dozens of people', ['dozens', 12, 'vague']],
    ['four-pack restriction', ['four', 4, '…pack']],
    ['thirty-year-old man', ['thirty', 30, '…year-old']],
    ['twenty-five-year sentence', ['twenty-five', 25, '…year']],
  ])('%s', (text, expected) => {
    const found = read(text)
    expect(found?.slice(0, 1)).toEqual(expected.slice(0, 1))
    expect(found?.[1]).toBeCloseTo(expected[1] as number, 9)
    expect(found?.slice(2)).toEqual(expected.slice(2))
  })

  it.each(['a third man', 'an hour', 'people', 'halfway there', 'oneself'])('are no numeral: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  it('end where the number does', () => {
    expect(read('twenty thirty people')).toEqual(['twenty', 20])
    expect(read('nineteen ninety-one')).toEqual(['nineteen', 19])
    expect(read('one and two')).toEqual(['one', 1])
  })
})
