import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantitiesOf, type PlacedQuantity } from '../../../src/extract/quantities/index.js'
import { timesOf } from '../../../src/extract/times/index.js'
import { createTokeniser } from '../../../src/tokenise/index.js'

const tokeniser = createTokeniser()

/** The quantities of a text, as the record has them: what is part of a time is none. */
function found(text: string): PlacedQuantity[] {
  const tokens = tokeniser.tokenise(text)
  const taken = new Uint8Array(tokens.count)
  for (const { first, last } of timesOf(tokens, { date: '2022-01-17', dayFirst: null })) taken.fill(1, first, last + 1)
  return quantitiesOf(tokens, taken)
}

/** Each on a line: "50 = >50 facility". */
function shown(text: string): string[] {
  return found(text).map(({ start, end, kind, value, low, high, comparator, unit, currency, direction }) => {
    const number = value === null ? `${low}..${high}` : String(value)
    const compared = `${comparator === '=' ? '' : comparator}${number}${kind === 'percent' ? '%' : ''}`
    const parts = [compared, currency, unit, direction, kind === 'ordinal' || kind === 'ratio' ? kind : undefined]
    return `${text.slice(start, end)} = ${parts.filter((part) => part !== undefined).join(' ')}`
  })
}

describe('what is counted', () => {
  it.each([
    ['At least 164 people died.', '164 = >=164 person'],
    ['They seized more than 50 state facilities.', '50 = >50 facility'],
    ['Nine police officers were hurt.', 'Nine = 9 officer'],
    ['The 55-member union met.', '55 = 55 member'],
    ['They bought two separate bucket systems.', 'two = 2 system'],
    ['It introduced a four-pack limit.', 'four = 4 pack'],
    ['Dozens of protesters came.', 'Dozens = >12 protester'],
    ['Hundreds of thousands of workers struck.', 'Hundreds of thousands = >100000 worker'],
    ['Some 60 thousand people are in need.', '60 thousand = ~60000 person'],
    ['No fewer than 12 women spoke.', '12 = >=12 woman'],
    ['He sold 35m devices.', '35m = 35000000 device'],
    ['One of the databases is owned by it.', 'One = 1 database'],
    ['There were 100 people or more.', '100 = >=100 person'],
    ['Last week 22 people died.', '22 = 22 person'],
    ['This year 40 died.', '40 = 40 person'],
    ['Several thousand people came.', 'thousand = >1000 person'],
    ['A few hundred people came.', 'hundred = >100 person'],
    ['They were cynical about the two parties.', 'two = 2 party'],
    ['She was the first vice presidential nominee.', 'first = 1 nominee ordinal'],
    ['It weighs 12 solar masses.', '12 = 12 mass'],
    ['They found one artefact.', 'one = 1 artefact'],
    ['In the US hundreds of people came.', 'hundreds = >100 person'],
    ['The ship had ten crewmembers.', 'ten = 10 crewmember'],
    ['They tested four species.', 'four = 4 species'],
    ['He and three of his co-authors left.', 'three = 3 co-author'],
    ['He spoke of nine manoeuvres.', 'nine = 9 manoeuvre'],
    ['There were eight independent MPs.', 'eight = 8 MP'],
    ['It had 170 MPs.', '170 = 170 MP'],
    ['There were over 1,000 US deaths.', '1,000 = >1000 death'],
    ['This was one of his campaign promises, but nothing came of it.', 'one = 1 promise'],
    ['She was one of the most distinguished and honored scientists.', 'one = 1 scientist'],
    ['Half of the lab works on it.', 'Half = 0.5 ratio'],
    ['She was one of either study’s authors.', 'one = 1 author'],
    ['I could play! One of the musicians turned round.', 'One = 1 musician'],
    ['Many thousands of anime and manga fans came.', 'thousands = >1000 fan'],
    ['They brought at least one elaborate outfit.', 'one = >=1 outfit'],
    ['Dozens and dozens of workers came.', 'Dozens and dozens = >12 worker'],
    ["It is one of the province's most notorious crimes.", 'one = 1 crime'],
    ["It feeds some 13 million people's hunger.", '13 million = ~13000000 person'],
    ['They are among the 27 “at-large” delegates.', '27 = 27 delegate'],
    ['It was the third “Bridges” social programme.', 'third = 3 programme ordinal'],
    ['He sold two high-end Shanghai restaurants.', 'two = 2 restaurant'],
    ['It has 100,000-plus subscribers.', '100,000 = >=100000 subscriber'],
    ['They counted 67 thousand 338 votes.', '67 thousand 338 = 67338 vote'],
    ['It drew 15+ people.', '15 = >=15 person'],
    ['It set aside 500,000 allotted for them.', '500,000 = 500000'],
    ['They got a 93rd minute winner.', '93rd = 93 minute ordinal'],
    ['They lobbied scores of ministers.', 'scores = >20 minister'],
    ['Srinagar- Two bodies were found.', 'Two = 2 body'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })

  it('are people where they are hurt or held and nobody is named', () => {
    expect(shown('Two blasts came. At least 20 were killed.')).toEqual(['Two = 2 blast', '20 = >=20 person'])
    expect(shown('A five-storey block killed eleven and injured twelve more.')).toEqual([
      'five = 5 storey',
      'eleven = 11 person',
      'twelve = 12 person',
    ])
    expect(shown('Of the 40 passengers, 22 died.')).toEqual(['40 = 40 passenger', '22 = 22 passenger'])
  })

  it('are not what was counted before where they are no whole number or a mere factor', () => {
    expect(shown('There were two quakes. It was put at 5.8.')).toEqual(['two = 2 quake', '5.8 = 5.8'])
    expect(shown('They use six gallons. It rose by a factor of two.')).toEqual(['six gallons = 6 gallon', 'two = 2 up'])
  })

  it('are two where so many are out of so many things, not of a round number', () => {
    expect(shown('They won 17 out of 18 districts.')).toEqual(['17 = 17 district', '18 = 18 district'])
    expect(shown('He won 39 of the state’s 40 delegates.')).toEqual(['39 = 39 delegate', '40 = 40 delegate'])
    expect(shown('Seven out of ten people agreed.')).toEqual(['Seven out of ten = 0.7 person ratio'])
    expect(shown('One out of every thousand children falls ill.')).toEqual([
      'One out of every thousand = 0.001 child ratio',
    ])
  })

  it('takes the unit of the one before where the noun is left out, or of the one behind', () => {
    expect(shown('While 54 nations have signed, only 27 have ratified it.')).toEqual([
      '54 = 54 nation',
      '27 = 27 nation',
    ])
    expect(shown('It cut the limit to two and one package.')).toEqual(['two = 2 package', 'one = 1 package'])
  })

  it.each([
    ['The number of confirmed cases surpassed one million.', 'one million = >1000000 case'],
    ['They played before a crowd of a hundred thousand at a free concert.', 'a hundred thousand = 100000 person'],
    ['Should the number of justices remain at nine?', 'nine = 9 justice'],
    ['To date, 53 measles-related deaths have been recorded.', '53 = 53 death'],
    ['Infections surpassed one million.', 'one million = >1000000 infection'],
    ['The reported casualties increased to 167.', '167 = 167 casualty'],
    [
      'It infected 4,200 of the island’s roughly 200,000 residents.',
      '4,200 = 4200 resident',
      '200,000 = ~200000 resident',
    ],
  ])('takes what a sentence counts before a bare number, not what describes it: %s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it.each([
    ['An earthquake of magnitude 4.5 struck.', '4.5 = 4.5 magnitude'],
    ['A 4.7-magnitude quake struck.', '4.7-magnitude = 4.7 magnitude'],
    ['A 6.4 quake struck.', '6.4 = 6.4 magnitude'],
    ['Over 400 magnitude 2+ quakes came.', '400 = >400 quake', '2 = >=2 magnitude'],
    ['Its magnitude was 5.5.', '5.5 = 5.5 magnitude'],
  ])('measure earthquakes: %s', (text, ...expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('are not those that only describe another noun', () => {
    expect(shown('In a two-man contest he has 359.')).toEqual(['two = 2 man', '359 = 359'])
  })

  it('are added, not at least so many, where a plus stands between spaces', () => {
    expect(shown('The 6 + 1 summit met.')).toEqual(['6 = 6', '1 = 1 summit'])
  })

  it('are none where they name one of a class', () => {
    expect(shown('A category 1 hurricane and a phase 3 trial came.')).toEqual([])
  })

  it('gives an ordinal what it orders', () => {
    expect(shown('She was the first woman to speak.')).toEqual(['first = 1 woman ordinal'])
    expect(shown('The 116th Congress met.')).toEqual(['116th = 116 Congress ordinal'])
  })
})

describe('money', () => {
  it.each([
    ['The damage exceeds $7.5 billion.', '$7.5 billion = >7500000000 USD'],
    ['It cost $5m.', '$5m = 5000000 USD'],
    ['It cost US$ 1.2 trillion.', 'US$ 1.2 trillion = 1200000000000 USD'],
    ['It cost A$50.', 'A$50 = 50 AUD'],
    ['It cost USD 200.', 'USD 200 = 200 USD'],
    ['It cost 200 USD.', '200 USD = 200 USD'],
    ['It cost RM79.', 'RM79 = 79 MYR'],
    ['It cost 400 million rubles.', '400 million rubles = 400000000 RUB'],
    ['It cost 20 Hong Kong dollars.', '20 Hong Kong dollars = 20 HKD'],
    ['It cost €3.2bn.', '€3.2bn = 3200000000 EUR'],
    ['It cost 10p.', '10p = 10 penny'],
    ['It cost two and a half thousand euros.', 'two and a half thousand euros = 2500 EUR'],
    ['It costs between $5 and $7 billion.', 'between $5 and $7 billion = 5000000000..7000000000 USD'],
    ['Prices ran from $370,000 to $5.5 million.', '$370,000 to $5.5 million = 370000..5500000 USD'],
    ['It cost 13 dollars and 45 cents.', '13 dollars and 45 cents = 13.45 USD'],
    ['It had a $ 300 million debt .', '$ 300 million = 300000000 USD'],
    ['It had us $ 5 .', 'us $ 5 = 5 USD'],
    ['The road is worth Tsh217 billion.', 'Tsh217 billion = 217000000000 TZS'],
    ['They paid N200 billion.', 'N200 billion = 200000000000 NGN'],
    ['It cost GHS40billion.', 'GHS40billion = 40000000000 GHS'],
    ['It cost GH¢5 million.', 'GH¢5 million = 5000000 GHS'],
    ['The project cost LE 20 million.', 'LE 20 million = 20000000 EGP'],
    ['It costs $5-10m.', '$5-10m = 5000000..10000000 USD'],
    ['It made US$4.3 billion last year.', 'US$4.3 billion = 4300000000 USD'],
    ['It is worth US$473.60 per metric ton.', 'US$473.60 = 473.6 USD tonne'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('percent', () => {
  it.each([
    ['It was 4.4 per cent.', ['4.4 per cent = 4.4%']],
    ['It fell by two percentage points.', ['two percentage points = 2% point down']],
    ['It rose by 3% to 5.1%.', ['3% = 3% up', '5.1% = 5.1% up']],
    ['About 16–17 percent of trade was lost.', ['16–17 percent = ~16..17%']],
    ['A 3% increase was seen.', ['3% = 3% up']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })
})

it('a range of percent counts nothing that was counted before', () => {
  const text = 'Twelve hospitals closed. They were offered between 2 and 4 per cent.'
  expect(shown(text)).toEqual(['Twelve = 12 hospital', 'between 2 and 4 per cent = 2..4%'])
})

describe('measures and ages', () => {
  it.each([
    ['It lies 12 km away.', '12 km = 12 kilometre'],
    ['It flew at 295 km/h.', '295 km/h = 295 kilometre per hour'],
    ['It pumps 500,000 barrels a day.', '500,000 barrels a day = 500000 barrel per day'],
    ['It covers 20 square metres.', '20 square metres = 20 square metre'],
    ['It covers 190 km2.', '190 km2 = 190 square kilometre'],
    ['It was 25°C.', '25°C = 25 degree Celsius'],
    ['He is 5 feet 6 inches tall.', '5 feet 6 inches = 5.5 foot'],
    ['The 6-year-old ran.', '6-year-old = 6 year of age'],
    ['Ann Smith, 54, ran.', '54 = 54 year of age'],
    ['Ann Smith (29), a farmer, ran.', '29 = 29 year of age'],
    ['The vote went to the CDU (33).', '33 = 33'],
    ['Ann Smith, now 40, ran.', '40 = 40 year of age'],
    ['Those who turn 18 before then may vote.', '18 = 18 year of age'],
    ['He had 650,000 or 700,000 tons.', '650,000 or 700,000 tons = 650000..700000 ton'],
    ['It is 7 or 8 kilometres long.', '7 or 8 kilometres = 7..8 kilometre'],
    ['They opened the 42.4km Arusha Bypass Road.', '42.4km = 42.4 kilometre'],
    ['Expect 30-45mm of rain.', '30-45mm = 30..45 millimetre'],
    ['It could get to 27C.', '27C = 27 degree Celsius'],
    ['A man aged 54 ran.', '54 = 54 year of age'],
    ['She was 101.', '101 = 101 year of age'],
    ['I was nine when it came.', 'nine = 9 year of age'],
    ['She ran when she was about 57.', '57 = ~57 year of age'],
    ['He would have been 80 on Monday.', '80 = 80 year of age'],
    ['Ann Smith, who led the house, was 66.', '66 = 66 year of age'],
    ['It is shut to those under 19.', '19 = <19 year of age'],
    ['Voters between the ages of 17 and 29 chose him.', '17 and 29 = 17..29 year of age'],
    ['At 77, Ann Smith became the oldest.', '77 = 77 year of age'],
    ['The suspects range in age from 21 to 78.', '21 to 78 = 21..78 year of age'],
    ['It is for youths aged 16 to 18 years.', '16 to 18 = 16..18 year of age'],
    ['It is 1010 ± 195 light years away.', '1010 ± 195 light years = 1010 light-year'],
    ['It was 28° Celsius.', '28° Celsius = 28 degree Celsius'],
    ['It is half a mile away.', 'half a mile = 0.5 mile'],
    ['It takes 37 billion U.S. gallons.', '37 billion U.S. gallons = 37000000000 gallon'],
    ['He ran the 400 m hurdles.', '400 m = 400 metre'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

it('ages are told one after the other', () => {
  expect(shown('They were aged nine, ten, thirteen, 49, and 59.')).toEqual(
    ['nine = 9', 'ten = 10', 'thirteen = 13', '49 = 49', '59 = 59'].map((one) => `${one} year of age`),
  )
})

it.each([
  'She added that 50 commits followed.',
  'She added: "50 commits followed."',
  'It ended up with 50 commits.',
  'He widened the gap between the 50 commits.',
  'He sits in the lower house for 50 commits.',
])('is no change: %s', (text) => {
  expect(shown(text)).toEqual(['50 = 50 commit'])
})

it('tells a change by the particle right before it', () => {
  expect(shown('Shares closed up 3%.')).toEqual(['3% = 3% up'])
  expect(shown('Turnout was down by about 3%.')).toEqual(['3% = ~3% down'])
  expect(shown('Shares were down nearly 3%.')).toEqual(['3% = ~3% down'])
})

it('an age is no change', () => {
  expect(shown('He was a 44-year-old contract worker.')).toEqual(['44-year-old = 44 year of age'])
})

describe('ratios', () => {
  it.each([
    ['Harriers won 3–2.', '3–2 = 3..2 ratio'],
    ['It passed by 230-to-197.', '230-to-197 = 230..197 ratio'],
    ['Parties split 4 to 1 on it.', '4 to 1 = 4..1 ratio'],
    ['They beat Wynnum 45 points to 24.', '45 points to 24 = 45..24 point ratio'],
    ['One in five people agreed.', 'One in five = 0.2 person ratio'],
    ['She said that one in five people agreed.', 'one in five = 0.2 person ratio'],
    ['Two-thirds of them agreed.', 'Two-thirds = 0.666666666666667 ratio'],
    ['About a quarter of the government is closed.', 'a quarter = ~0.25 ratio'],
    ['They make up about a tenth part of it.', 'a tenth = ~0.1 ratio'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual([expected])
  })
})

describe('what is no quantity', () => {
  it.each([
    'The F-16 landed.',
    'A Boeing 737 landed.',
    'COVID-19 spread.',
    'The S&P 500 closed.',
    'Call +1 202 555 0147 now.',
    'He was born in 1984.',
    'The Group of Seven met.',
    'It was on Channel 4.',
    'One can say so.',
    'No one came.',
    'They zero in on it.',
    'It was first identified by him.',
    'Three weeks passed.',
    'At 5pm he left.',
    'See article 5.',
    'A Boeing 737-800 landed.',
    'It landed at 1922 UTC.',
    'The film “13th” is out.',
    'She goes to Intermediate School 285 in Brooklyn.',
    'That is, one, his temper, and two, his words.',
    'First, it rained.',
    'He first joined parliament.',
    'They drew a detailed map[3] of it.',
    'It is allowed up to week 22.',
    'It fell in the year 79.',
    'It was in the year 0.',
    'It was at 619 Waddell Avenue.',
    'It stood on 8chan.',
    'It is a breach of § 1201 of it.',
    'It drew third party candidates.',
    'He should not have gone in the first place.',
    'It tells us (1) how it began and (2) how it went.',
    'It was built around 664 b.c.e. by them.',
    'Credit scores matter.',
    'They have the scores available.',
    'Subvariant BA.5 spread.',
    'It followed a Covid-zero policy.',
    'It followed a zero-Covid policy.',
    'See Section (39) of it.',
    'See Law No. (10) of it.',
    'Call 1800 247 600 now.',
    'They met at COP26.',
    'They took the N10 road.',
    'It had XY217 billion.',
    'It was a narrow one to see.',
    'He lives in Flat 22C.',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([])
  })
})

describe('the clause around', () => {
  const clause = (text: string) => found(text).map(({ negated, modality }) => [negated, modality])

  it('tells what may be, and what is not', () => {
    expect(clause('It could reach 5%.')).toEqual([[undefined, 'could']])
    expect(clause('It is expected to reach 5%.')).toEqual([[undefined, 'expected to']])
    expect(clause('It did not reach 5%.')).toEqual([[true, undefined]])
    expect(clause('It reached 5%, but he could not say so.')).toEqual([[undefined, undefined]])
    expect(clause('He named 36 people believed to be there.')).toEqual([[undefined, undefined]])
    expect(clause('It fell by 5% due to a strike.')).toEqual([[undefined, undefined]])
    expect(clause('It reached not only 5%.')).toEqual([[undefined, undefined]])
  })
})

describe('bad input', () => {
  it.each([
    ['a thousand digits', '9'.repeat(1000)],
    ['more digits than a number can hold exactly', '778257943577919488'],
    ['a number too large', '1e400'],
    ['wrong groups', '1,000,00,0'],
    ['mixed separators', '1.000,00.0'],
    ['a group of four digits, all of them zero', '200,0000'],
  ])('%s: no value rather than a wrong one', (_, text) => {
    expect(shown(`It has ${text} parts.`)).toEqual([])
  })

  it('reads digits of other scripts', () => {
    expect(shown('There were ١٢٣ people and ５０ dogs.')).toEqual(['١٢٣ = 123 person', '５０ = 50 dog'])
  })

  it.each([
    ['numbers', '1 '.repeat(20_000)],
    ['number words', 'one hundred and '.repeat(20_000)],
    ['currencies', '$ '.repeat(20_000)],
    ['ranges', 'between 1 and '.repeat(10_000)],
    ['fractions', 'a quarter of a '.repeat(10_000)],
    ['a table', 'Hare\t3\t12.5%\n1,200\t$5\t3–2\n'.repeat(5_000)],
    ['plus and minus', '1 ± '.repeat(10_000)],
    ['partitives', 'one of the and '.repeat(10_000)],
  ])('takes bounded time over a text of %s', (_, text) => {
    expect(() => found(text)).not.toThrow()
  })

  it('has its spans in order, apart, and within the text', () => {
    const word = fc.constantFrom('5', '1,200', '3–2', 'two', 'half', 'a', 'million', 'and', 'to', 'between', '$', '€', '%', 'km', '/', 'h', 'people', '-', 'third', 'in', 'of', '½', '10p', 'years', 'old', ',', '.', 'RM79', '²', '1e9', '5m') // prettier-ignore
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom(' ', ''), (words, space) => {
        const text = words.join(space)
        let end = 0
        for (const one of found(text)) {
          expect(one.start).toBeGreaterThanOrEqual(end)
          expect(one.end).toBeGreaterThan(one.start)
          end = one.end
          expect(end).toBeLessThanOrEqual(text.length)
          expect(one.value === null ? [one.low, one.high] : [one.value]).not.toContain(NaN)
        }
      }),
      { numRuns: 300 },
    )
  })
})
