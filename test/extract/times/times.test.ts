import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesOf } from '../../../src/extract/times/index.js'
import { createTokeniser } from '../../../src/tokenise/index.js'
import { found, FRIDAY, UNKNOWN, view } from './view.js'
import { processorTime } from '../../processor-time.js'

type Row = readonly [text: string, ...times: string[]]

/** Reads each text as of Friday, 13 March 2020. */
function each(rows: readonly Row[]): void {
  it.each(rows)('%s', (text, ...times) => {
    expect(view(text)).toEqual(times)
  })
}

describe('dates', () => {
  each([
    ['He was born on January 13.', 'January 13 = 2020-01-13'],
    ['It was signed on Thursday, January 13, 2022.', 'Thursday, January 13, 2022 = 2022-01-13'],
    ['It was signed on 13 January 2022.', '13 January 2022 = 2022-01-13'],
    ['It was signed on Thursday the 13th of January.', 'Thursday the 13th of January = 2020-01-13'],
    ['It opened on the 22nd of June 2019.', 'the 22nd of June 2019 = 2019-06-22'],
    ['The lockdown started on December 22, last year.', 'December 22, last year = 2019-12-22'],
    ['It was signed on 2022-01-13.', '2022-01-13 = 2022-01-13'],
    ['It was signed at 2022-01-13T10:30:00Z.', '2022-01-13T10:30:00Z = 2022-01-13T10:30:00 (time)'],
    ['It was signed on 03/04/2022.', '03/04/2022 = 2022-04-03'],
    ['It was signed on 12.5.2020.', '12.5.2020 = 2020-05-12'],
    ['It happened on Easter Sunday 2018.', 'Easter Sunday 2018 = 2018-04-01'],
    ["It happened on New Year's Eve.", "New Year's Eve = 2019-12-31"],
    ['He left on the 2nd.', 'the 2nd = 2020-03-02'],
    ['He was killed after 9/11.', '9/11 = 2001-09-11'],
    [
      'She was born on twenty five January nineteen eighty six.',
      'twenty five January nineteen eighty six = 1986-01-25',
    ],
    [
      'She was born on January nineteenth, nineteen eighty-six.',
      'January nineteenth, nineteen eighty-six = 1986-01-19',
    ],
    [
      'It opened on 6 April seventeen hundred and thirty three.',
      '6 April seventeen hundred and thirty three = 1733-04-06',
    ],
    [
      'They met on January first two thousand and thirty two.',
      'January first two thousand and thirty two = 2032-01-01',
    ],
    ['On January first two thousand people came.', 'January first = 2020-01-01'],
    ["He was born on 15 April '87.", "15 April '87 = 1987-04-15"],
    ['He was born on 15 April of 87.', '15 April of 87 = 1987-04-15'],
    ['He was born on 13/04/46.', '13/04/46 = 1946-04-13'],
    ['It expires on 13/04/26.', '13/04/26 = 2026-04-13'],
    ['The file is of 20161016.', '20161016 = 2016-10-16'],
    ['It is due on the 15th of next month.', 'the 15th of next month = 2020-04-15'],
    ['It is due on the 15th day of next month.', 'the 15th day of next month = 2020-04-15'],
    ['He left two weeks and two days ago.', 'two weeks and two days ago = 2020-02-26'],
    ['They marched on Juneteenth.', 'Juneteenth = 2019-06-19'],
    ["They marched on International Workers' Day.", "International Workers' Day = 2019-05-01"],
    ['He will come back next Easter.', 'next Easter = 2020-04-12'],
    ['It ran from July 13 to 17 of last year.', 'July 13 to 17 of last year = 2019-07-13/2019-07-17'],
  ])

  it('take the weekday before them for proof of which number is the month', () => {
    expect(view('They meet on Friday 7/6.', { date: '2018-07-06', dayFirst: null })).toEqual([
      'Friday 7/6 = 2018-07-06',
    ])
    expect(view('They met on Monday, 03/04/2019.')).toEqual(['Monday, 03/04/2019 = 2019-03-04'])
  })

  it('are two where two days share a month', () => {
    expect(view('They met on March 4 and 5 in Rome.')).toEqual(['March 4 = 2020-03-04', '5 = 2020-03-05'])
    expect(view('They met on 4 and 5 March in Rome.')).toEqual(['4 = 2020-03-04', '5 March = 2020-03-05'])
  })

  it('keep both readings where it is not known which number is the month', () => {
    const [time] = found('It was signed on 03/04/2022.', { date: '2022-05-01', dayFirst: null })
    expect(time).toMatchObject({ value: '2022-04-03', alternatives: ['2022-03-04'] })
  })

  it('read the month first where a country does', () => {
    expect(view('It was signed on 03/04/2022.', { date: null, dayFirst: false })).toEqual(['03/04/2022 = 2022-03-04'])
  })

  it.each(['It ended on February 30, 2020.', 'It ended on 30/02/2020.', 'It ended on 2021-02-29.', 'It ended on 31 April.'])(
    'that do not exist are no times: %s',
    (text) => {
      expect(view(text)).toEqual([])
    },
  ) // prettier-ignore
})

describe('weekdays and months without a year', () => {
  each([
    ['He left on Wednesday.', 'Wednesday = 2020-03-11'],
    ['On Wednesday, the court ruled.', 'Wednesday = 2020-03-11'],
    ['The court will rule on Wednesday.', 'Wednesday = 2020-03-18'],
    ['The storm was forecast to reach the coast on Monday.', 'Monday = 2020-03-16'],
    ['The vote is scheduled for Wednesday.', 'Wednesday = 2020-03-18'],
    ['She said on Thursday he would resign.', 'Thursday = 2020-03-12'],
    ['He spoke on Friday.', 'Friday = 2020-03-13'],
    ['He left last Wednesday.', 'last Wednesday = 2020-03-04'],
    ['He will leave next Friday.', 'next Friday = 2020-03-20'],
    ['They meet on Monday of next week.', 'Monday of next week = 2020-03-16'],
    ['He spoke in May.', 'May = 2019-05'],
    ['He will speak in May.', 'May = 2020-05'],
    ['He spoke last November.', 'last November = 2019-11'],
    ['It began in early June.', 'early June = 2019-06'],
    ['It began in mid-March.', 'mid-March = 2020-03'],
    ['It fell at the end of May 2018.', 'the end of May 2018 = 2018-05'],
    ['He spoke of contests that follow in June.', 'June = 2020-06'],
    ['They sought to win in November.', 'November = 2020-11'],
    ['It may happen if he takes office in August.', 'August = 2020-08'],
    ['It has to be over by November.', 'November = 2020-11'],
    ['They will not yield much in November.', 'November = 2020-11'],
    ['He urged her to vote against the plan, and left in June.', 'June = 2019-06'],
    ['He feared the November election.', 'November = 2020-11'],
    ['He spoke before the convention in July.', 'July = 2020-07'],
    ['He predicted in July that it would end.', 'July = 2019-07'],
    ['She was reappointed in July.', 'July = 2019-07'],
    ['Entering the last contests in April, she leads.', 'April = 2020-04'],
    ['A poll in January shows it.', 'January = 2020-01'],
    ['Her July speech angered them.', 'July = 2019-07'],
    ['A June poll showed it.', 'June = 2020-06'],
    ['The state holds its primary on Tuesday.', 'Tuesday = 2020-03-17'],
    ["He came days before Tuesday's vote.", 'Tuesday = 2020-03-17'],
    ["He had led until just before Thursday's vote.", 'Thursday = 2020-03-12'],
    ['He announced a spending plan on Monday.', 'Monday = 2020-03-09'],
  ])
})

describe('years, decades and other periods', () => {
  each([
    ['He was born in 1995.', '1995 = 1995'],
    ['He was born in nineteen eighty-six.', 'nineteen eighty-six = 1986'],
    ['By twenty twenty-one, it was over.', 'twenty twenty-one = 2021'],
    ['It has been so since eighteen sixty.', 'eighteen sixty = 1860'],
    ['In nineteen eighty people died.'],
    ['The twenty fifteen went home.'],
    ['2018 saw 11,187 accidents.', '2018 = 2018'],
    ["It leads to the 2023 Women's World Cup.", '2023 = 2023'],
    ['She said that 2016 could be safe.', '2016 = 2016'],
    ['They won it once: 2004, when he led.', '2004 = 2004'],
    ['It was built in the 15th and 16th centuries.', 'the 15th = 14', '16th centuries = 15'],
    [
      'They fell in February, not in the same month last year.',
      'February = 2020-02',
      'the same month last year = 2019-02',
    ],
    ['It was seen in spring.', 'spring = 2020-SP'],
    ['The 1879 harvest was poor.', '1879 = 1879'],
    ['It began in the early 1600’s.', 'the early 1600’s = 160'],
    ['It has to end before winter.', 'winter = 2020-WI'],
    ['Roads are bad; 2018 saw 11,187 accidents.', '2018 = 2018'],
    ['In 1868, he left.', '1868 = 1868'],
    ['The 2018 midterm election was close.', '2018 = 2018'],
    ['The report (2014) was late.', '2014 = 2014'],
    ['He grew up in the 1990s.', 'the 1990s = 199'],
    ['He grew up in the early eighties.', 'the early eighties = 198'],
    ['She is in her eighties.'],
    ["He grew up in the early '70s.", "the early '70s = 197"],
    ['It was built in the 19th century.', 'the 19th century = 18'],
    ['The fiscal year 2008 was bad.', 'The fiscal year 2008 = FY2008'],
    ['Profit rose in the third quarter.', 'the third quarter = 2019-Q3'],
    ['Profit rose in the third quarter, from two pounds.', 'the third quarter = 2019-Q3'],
    ['The sea could rise by two metres by 2100.', '2100 = 2100'],
    ['First-quarter profit fell.', 'First-quarter = 2020-Q1'],
    ['Sales fell in Q3 2021.', 'Q3 2021 = 2021-Q3'],
    ['Sales fell in the first half of 2019.', 'the first half of 2019 = 2019-H1'],
    ['He left last summer.', 'last summer = 2019-SU'],
    ['It began in the spring of 2014.', 'the spring of 2014 = 2014-SP'],
    ['It opened over the weekend.', 'the weekend = 2020-W10-WE'],
    ['He left last week.', 'last week = 2020-W10'],
    ['Last week 22 people died.', 'Last week = 2020-W10'],
    ['He comes later this week.', 'later this week = 2020-W11'],
    ['He left last year.', 'last year = 2019'],
    ['He left in the first days of 2022.', 'the first days of 2022 = 2022-01'],
    ['It began in the first week of May 2019.', 'the first week of May 2019 = 2019-W18'],
    ['He came on Monday. She came the day before.', 'Monday = 2020-03-09', 'the day before = 2020-03-08'],
    ['He left two years ago.', 'two years ago = 2018'],
    ['It was built 900 years ago.', '900 years ago = 1120'],
    ['He left three weeks ago.', 'three weeks ago = 2020-W08'],
    ['He left yesterday, and she leaves tomorrow.', 'yesterday = 2020-03-12', 'tomorrow = 2020-03-14'],
    ['He came back two days before Christmas.', 'two days before Christmas = 2019-12-23'],
  ])

  it('count weeks by ISO 8601 and months by their length', () => {
    expect(view('He left last week.', { date: '2021-01-08', dayFirst: true })).toEqual(['last week = 2020-W53'])
    expect(view('He left last month.', { date: '2020-03-31', dayFirst: true })).toEqual(['last month = 2020-02'])
  })
})

describe('ranges', () => {
  each([
    ['It runs from 3 to 5 May.', '3 to 5 May = 2020-05-03/2020-05-05'],
    ['It runs May 4-7.', 'May 4-7 = 2020-05-04/2020-05-07'],
    ['It rained between January and March.', 'January and March = 2020-01/2020-03'],
    ['The war lasted from January to April 2015.', 'January to April 2015 = 2015-01/2015-04'],
    ['He led it from 2014 to 2018.', '2014 to 2018 = 2014/2018'],
    ['The 2014–2018 plan failed.', '2014–2018 = 2014/2018'],
    ['The 2010-11 season was long.', '2010-11 = 2010/2011'],
    ['He works from 10 a.m. to 5 p.m.', '10 a.m. to 5 p.m. = T10:00/T17:00 (time)'],
    ['It took two to three weeks.', 'two to three weeks = P2W/P3W (duration)'],
  ])

  it('have both their ends', () => {
    expect(found('He led it from 2014 to 2018.')[0]).toMatchObject({ low: '2014', high: '2018' })
    expect(found('It is a forty or fifty minute walk.')[0]).toMatchObject({ low: 'PT40M', high: 'PT50M' })
  })
})

describe('times of day', () => {
  each([
    ['It sank at 1430 hours.', '1430 hours = T14:30 (time)'],
    ['It leaves at 1:00 in the afternoon.', '1:00 in the afternoon = T13:00 (time)'],
    ['He spoke on Saturday morning.', 'Saturday morning = 2020-03-07TMO (time)'],
    ['He spoke yesterday night.', 'yesterday night = 2020-03-12TNI (time)'],
    ['He spoke last night.', 'last night = 2020-03-12TNI (time)'],
    ['He speaks tonight.', 'tonight = 2020-03-13TNI (time)'],
    ['It was a late night tour.', 'late night = TNI (time)'],
    ['He arrived on Tuesday at 10 a.m.', 'Tuesday at 10 a.m. = 2020-03-10T10:00 (time)'],
    ['He arrived at 5:15 p.m. EST.', '5:15 p.m. EST = T17:15 (time)'],
    ['She won in 2:14:04.', '2:14:04 = PT2H14M4S (duration)'],
    ['It fell at 2:14:04.', '2:14:04 = T02:14:04 (time)'],
    ['It moved on at 1500 UTC.', '1500 UTC = T15:00 (time)'],
    ['It moved on at 0300 UTC.', '0300 UTC = T03:00 (time)'],
    ['He arrived at 13:30 local time.', '13:30 local time = T13:30 (time)'],
    ['He left at 0:40.', '0:40 = T00:40 (time)'],
    ['He arrived at 5pm.', '5pm = T17:00 (time)'],
    ["He woke at five o'clock in the morning.", "five o'clock in the morning = T05:00 (time)"],
    ['He arrived at noon.', 'noon = T12:00 (time)'],
  ])

  it('are of the day that the text has named just before', () => {
    const text = 'It burned on Tuesday. It fell at 13:30 local time.'
    expect(view(text)).toEqual(['Tuesday = 2020-03-10', '13:30 local time = 2020-03-10T13:30 (time)'])
  })
})

describe('durations', () => {
  each([
    ['It took three weeks.', 'three weeks = P3W (duration)'],
    ['He got a seven-year term.', 'seven-year = P7Y (duration)'],
    ['He got a 30-minute talk.', '30-minute = PT30M (duration)'],
    ['It was a week-long talk.', 'week = P1W (duration)'],
    ['It lasted 2 1/2 hours.', '2 1/2 hours = PT2.5H (duration)'],
    ['It lasted the past four-plus months.', 'the past four-plus months = P4M (duration)'],
    ['They lead for the first time in eight years, and will stay.', 'eight years = P8Y (duration)'],
    ['It made $4.3 billion last year.', 'last year = 2019'],
    ['It lasted two and a half years.', 'two and a half years = P2.5Y (duration)'],
    ['It lasted 1 hour and 30 minutes.', '1 hour and 30 minutes = PT1H30M (duration)'],
    ['It took half an hour.', 'half an hour = PT30M (duration)'],
    ['It sold out within an hour.', 'an hour = PT1H (duration)'],
    ['It ran over the last four years.', 'the last four years = P4Y (duration)'],
    ['It grew for the past year.', 'the past year = P1Y (duration)'],
    ['He spent the last couple of weeks there.', 'the last couple of weeks = P2W (duration)'],
    ['It lasts 33 Earth days.', '33 Earth days = P33D (duration)'],
    ['It came one week after an attack.', 'one week = P1W (duration)'],
  ])
})

describe('sets', () => {
  each([
    ['He comes every Friday.', 'every Friday = XXXX-WXX-5 (set)'],
    ['He comes on Fridays.', 'Fridays = XXXX-WXX-5 (set)'],
    ['It is an annual meeting.', 'annual = P1Y (set)'],
    ['He plays twice a week.', 'twice a week = P1W (set)'],
    ['It costs $5 million a year.', 'a year = P1Y (set)'],
    ['He runs every two days.', 'every two days = P2D (set)'],
    ['He runs every other day.', 'every other day = P2D (set)'],
    ['It shuts every night.', 'every night = XXXX-XX-XXTNI (set)'],
  ])
})

describe('now, then and soon', () => {
  each([
    ['He is now in Rome.', 'now = PRESENT_REF'],
    ['It is dull at the moment.', 'the moment = PRESENT_REF'],
    ['It is dull these days.', 'these days = PRESENT_REF'],
    ['It rose in recent weeks.', 'recent weeks = PAST_REF'],
    ['He said it recently.', 'recently = PAST_REF'],
  ])
})

describe('quotations', () => {
  it('count from the day on which the words were said', () => {
    const text = 'On Wednesday they met. "We won today," he said.'
    expect(view(text)).toEqual(['Wednesday = 2020-03-11', 'today = 2020-03-11'])
  })

  it('count from the article where no day is told', () => {
    expect(view('"We won today," he said.')).toEqual(['today = 2020-03-13'])
  })
})

describe('no times', () => {
  it.each([
    'It took a few hundred years.',
    'It was in the year 0.',
    'It was signed on 0000-01-13.',
    'It is under resolution No. 1430/2019.',
    'It may rain.',
    'May I go?',
    'Theresa May said that she was tired.',
    'Theresa May left. It was the speech of May.',
    'They march to the palace.',
    'Jan Smith said that he was tired.',
    'He is 54 years old.',
    'The 6-year-old slept.',
    'A boy aged two years slept.',
    'He came second.',
    'He read it in the Sunday Times.',
    'He wrote for the Daily Mail.',
    'About 2,014 people came.',
    'More than 2000 people came.',
    'It cost $2015.',
    'He was on Flight 1549.',
    'They won 3:0.',
    'It fell by 10.30 points.',
    'He drove 2000 km.',
    'It is 24 degrees.',
    'He was seconds from death.',
    'I am five.',
    'On the 5th floor it is warm.',
    'It fell by 1/2.',
    'Black Friday Records closed.',
    'He drank a second coffee.',
    'Nearly 1900 soldiers came.',
    'It was a week of mid-twenties highs.',
    'He was in his early twenties.',
    'He went to Mar-a-Lago.',
    'The ratio is 1:15 in town.',
  ])('%s', (text) => {
    expect(view(text)).toEqual([])
  })
})

describe('without a reference date', () => {
  it.each([
    ['He left on Thursday.', 'Thursday = XXXX-WXX-4'],
    ['He left on January 13.', 'January 13 = XXXX-01-13'],
    ['He left in May.', 'May = XXXX-05'],
    ['He left last week.', 'last week = XXXX-WXX'],
    ['He left yesterday.', 'yesterday = XXXX-XX-XX'],
    ['He leaves tonight.', 'tonight = XXXX-XX-XXTNI (time)'],
    ['He left in 2014.', '2014 = 2014'],
    ['He left on January 13, 2022.', 'January 13, 2022 = 2022-01-13'],
    ['It ended on February 30.'],
  ])('%s', (text, ...times) => {
    expect(view(text, UNKNOWN)).toEqual(times)
  })

  it('takes a date that is none for an unknown one', () => {
    expect(view('He left on Thursday.', { date: '2020-13-45', dayFirst: null })).toEqual(['Thursday = XXXX-WXX-4'])
  })
})

describe('any text', () => {
  const pieces = [
    'Monday', 'May', 'March 4', '5', 'and', 'to', '-', 'last', 'next', 'the', 'year', 'weeks', 'ago', '2014', '13:30', '5 p.m.', 'morning', 'in', 'on', 'of', 'every', 'a', 'half', 'an', 'hour',
    '03/04/2022', "'90s", '1990s', 'three', 'second', 'quarter', 'weekend', ',', '.', '"', '\n\n', 'will', 'said', '\ud800', '９９', '٣', 'Christmas', 'Eve', '9/11', '2010-11', 'between', 'from',
  ] // prettier-ignore
  const text = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  it('gives times in order that do not overlap and lie in the text, the same ones each time', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(FRIDAY, UNKNOWN), (text, reference) => {
        const times = found(text, reference)
        let last = 0
        for (const { start, end, first, last: token, value } of times) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(token).toBeGreaterThanOrEqual(first)
          expect(value).not.toMatch(/NaN|undefined|null/)
          last = end
        }
        expect(found(text, reference)).toEqual(times)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['a thousand digits', `In ${'1'.repeat(1000)} he left at ${'1:'.repeat(500)}.`],
    ['weekdays in a row', 'Monday '.repeat(20_000)],
    ['units in a row', 'years ago last three '.repeat(10_000)],
    ['ands in a row', `two ${'and '.repeat(20_000)}years`],
    ['months in a row', 'March 4 and 5, '.repeat(10_000)],
    ['a name that is a month', 'Theresa spoke in May. '.repeat(10_000)],
    ['clock times in a row', '13:30 '.repeat(5_000)],
    ['lone surrogates', '\ud800Monday\udc00 3 \ud800weeks'],
  ])('is read in bounded time: %s', (_, text) => {
    expect(processorTime(() => found(text))).toBeLessThan(5000)
  })

  it('is read alike in every time zone', () => {
    const texts = ['He left on Monday at 5 p.m.', 'It was signed on 2022-01-13T23:30:00Z.', 'He left last week.']
    const tokeniser = createTokeniser()
    const here = texts.map((text) => timesOf(tokeniser.tokenise(text), FRIDAY))
    const zone = process.env['TZ']
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu']) {
        process.env['TZ'] = other
        expect(new Date('2020-01-01T00:00:00Z').getHours()).not.toBe(0)
        expect(texts.map((text) => timesOf(tokeniser.tokenise(text), FRIDAY))).toEqual(here)
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
