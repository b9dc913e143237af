import { describe, expect, it } from 'vitest'
import { LONGEST_TOKEN } from '../../src/tokenise/index.js'
import { forms } from './view.js'

describe('tokens', () => {
  it.each([
    ['words and marks', 'Yes, it works (mostly).', 'Yes , it works ( mostly ) .'],
    [
      'contractions',
      "I can't, you’re not, he'd've gone; they won’t.",
      "I ca n't , you ’re not , he 'd 've gone ; they wo n’t .",
    ],
    ['possessives', "Smith's and Jones’s plan, the Smiths' house", "Smith 's and Jones ’s plan , the Smiths ' house"],
    ['a possessive after an abbreviation', "the Acme Jr.'s book", "the Acme Jr. 's book"],
    ['cannot', 'They cannot go. CANNOT!', 'They can not go . CAN NOT !'],
    ['apostrophes within names', "O'Brien met d'Arc at five o'clock", "O'Brien met d'Arc at five o'clock"],
    [
      'numbers',
      '1,300 or 3.5% of $7.5 at 10:30, 24/7, 2–1, .50',
      '1,300 or 3.5 % of $ 7.5 at 10:30 , 24/7 , 2–1 , .50',
    ],
    ['numbers with letters', 'the 1990s, 5th, 35m, x10', 'the 1990s , 5th , 35m , x10'],
    [
      'abbreviations',
      'Mr. Li of St. Ives, No. 5, Feb. 15, 6 a.m., e.g. this',
      'Mr. Li of St. Ives , No. 5 , Feb. 15 , 6 a.m. , e.g. this',
    ],
    ['words that are abbreviations only before a number', 'He said no. 7 p.m. came', 'He said no. 7 p.m. came'],
    ['such a word at a sentence end', 'He said no. She left.', 'He said no . She left .'],
    ['acronyms', 'the U.S. and the U.S.-led force', 'the U.S. and the U.S. - led force'],
    ['initials', 'J. K. Wong, J.K. Wong and J.Smith', 'J. K. Wong , J.K. Wong and J. Smith'],
    [
      'the pronoun I at a sentence end',
      'It is you and I. Did you see Al I. Jones?',
      'It is you and I . Did you see Al I. Jones ?',
    ],
    ['compounds that are one word', 'a so-called X-ray of COVID-19', 'a so-called X-ray of COVID-19'],
    [
      'compounds with a name or number in them',
      'Moscow-based, anti-Lee, 30-year',
      'Moscow - based , anti - Lee , 30 - year',
    ],
    ['ampersands', 'AT&T and R&D, salt & pepper', 'AT&T and R&D , salt & pepper'],
    ['slashes', 'and/or 9/11', 'and / or 9/11'],
    ['dashes', 'one — two -- three–four-', 'one — two -- three – four -'],
    ['ellipses', 'Well... so… and . . .', 'Well ... so … and . . .'],
    ['several marks', 'What?! No!!!', 'What ?! No !!!'],
    ['each quotation mark', "“He said ‘no’”, \"yes\" 'no' ``so''", "“ He said ‘ no ’ ” , \" yes \" ' no ' `` so ''"],
    [
      'addresses',
      'See https://a.example/b?c=d, www.x.example. Mail a.b@c.example!',
      'See https://a.example/b?c=d , www.x.example . Mail a.b@c.example !',
    ],
    ['hosts and files', 'Visit example.com or load page.html.', 'Visit example.com or load page.html .'],
    ['handles and hashtags', '@jane_doe likes #peace', '@jane_doe likes #peace'],
    ['emoji with their modifiers', 'ok 👍🏽👨‍👩‍👧🇰🇿🇺🇿 ☺️.', 'ok 👍🏽 👨‍👩‍👧 🇰🇿 🇺🇿 ☺️ .'],
    ['combining marks', 'cafe\u0301 na\u0308ive', 'cafe\u0301 na\u0308ive'],
    ['letters beyond the first plane', '𝒜𝓑 x', '𝒜𝓑 x'],
    [
      'glued sentences',
      'the country.The CSTO came to KazakhstanAccording to him',
      'the country . The CSTO came to Kazakhstan According to him',
    ],
    [
      'capitals within names',
      'iPhone eBay YouTube LinkedIn McDonald DeMarco',
      'iPhone eBay YouTube LinkedIn McDonald DeMarco',
    ],
    ['feet and inches', `6'2" tall`, `6 ' 2 " tall`],
  ])('%s', (_, text, expected) => {
    expect(forms(text).join(' ')).toBe(expected)
  })

  it('leaves out white space and invisible characters of every kind', () => {
    expect(forms('\ufeffa\u00a0b\u2009c\u3000d\u200be\0f\u0007g\u2028h\ufeffi')).toEqual(Array.from('abcdefghi'))
  })

  it('keeps soft hyphens and joiners within a word', () => {
    expect(forms('inter\u00adnational a\u2060b \u00ad')).toEqual(['inter\u00adnational', 'a\u2060b'])
  })

  it('makes lone surrogates tokens of their own and never splits a pair', () => {
    expect(forms('a\ud800b \udc00 😀\ud83d')).toEqual(['a', '\ud800', 'b', '\udc00', '😀', '\ud83d'])
  })

  it('cuts text without spaces, between characters', () => {
    const pieces = forms('x' + '𝒜'.repeat(LONGEST_TOKEN))
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(LONGEST_TOKEN)
    expect(pieces.join('')).toBe('x' + '𝒜'.repeat(LONGEST_TOKEN))
    // A character class of surrogates, with the u flag, matches lone ones only.
    for (const piece of pieces) expect(piece).not.toMatch(/\p{Cs}/u)
  })
})
