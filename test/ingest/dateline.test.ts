import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDateline } from '../../src/ingest/index.js'
import { describeWithShared, sharedPath } from '../shared.js'
import { processorTime } from '../processor-time.js'

const BODY =
  'The council met again and put off its decision until next week, the mayor told reporters on the steps of the hall.'

describe('a dateline', () => {
  test.each([
    ['MOSCOW, January 17 - RIA Novosti.', 'Moscow', 'XXXX-01-17'],
    ['PARIS, Jan 17, by Anastasia Ivanova.', 'Paris', 'XXXX-01-17'],
    ['WASHINGTON (AP) —', 'Washington', undefined],
    ['LONDON (Reuters) -', 'London', undefined],
    ['BEIJING, March 3 (Xinhua) --', 'Beijing', 'XXXX-03-03'],
    ['KABUL, Afghanistan —', 'Kabul, Afghanistan', undefined],
    ['MARSABIT, KENYA, Jun 3 2022 (IPS) -', 'Marsabit, Kenya', '2022-06-03'],
    ['SYDNEY and KUALA LUMPUR, Jul 26 2022 (IPS) -', 'Sydney and Kuala Lumpur', '2022-07-26'],
    ['NEW YORK, Nov. 19 (UPI) —', 'New York', 'XXXX-11-19'],
    ['CAMBRIDGE, Mass., Dec. 11 (UPI) —', 'Cambridge, Mass.', 'XXXX-12-11'],
    ['RENO, Nev. (AP) —', 'Reno, Nev.', undefined],
    ['McALLEN, Texas —', 'McAllen, Texas', undefined],
    ['ST. LOUIS –', 'St. Louis', undefined],
    ['CAIRO- 24 July 2022:', 'Cairo', '2022-07-24'],
    ['SINGAPORE (May 6, 2021) —', 'Singapore', '2021-05-06'],
    ['YANGON, July 25 (Reuters):', 'Yangon', 'XXXX-07-25'],
    ['MOSCOW, January 17. /TASS/.', 'Moscow', 'XXXX-01-17'],
    ['Cleveland (AFP) –', 'Cleveland', undefined],
    ['Nairobi, May 6 2022 (IPS) -', 'Nairobi', '2022-05-06'],
    ['Mumbai, India –', 'Mumbai, India', undefined],
    ['Durban -', 'Durban', undefined],
    ['Doha:', 'Doha', undefined],
    ['KUWAIT:', 'Kuwait', undefined],
    ['Dec 29 (Reuters) -', undefined, 'XXXX-12-29'],
  ])('is found: %s', (dateline, place, date) => {
    expect(findDateline(`${dateline} ${BODY}`)).toEqual({
      ...(place === undefined ? {} : { place }),
      ...(date === undefined ? {} : { date }),
      start: 0,
      end: dateline.length,
    })
  })

  test.each([
    ['Friday, January 4, 2019', '2019-01-04'],
    ['January 4, 2019', '2019-01-04'],
    ['4 January 2019', '2019-01-04'],
    ['Friday, January 4', 'XXXX-01-04'],
  ])('is a date on its own first line: %s', (line, date) => {
    expect(findDateline(`${line}  \n\n${BODY}`)).toEqual({ date, start: 0, end: line.length })
  })

  test('comes after an address, a title, a byline', () => {
    const text = `https://example.org/x\r\n\r\nCouncil waits\r\n\r\nBy A. Writer\r\nOSLO, May 2 - ${BODY}`
    const found = findDateline(text)
    expect(text.slice(found?.start, found?.end)).toBe('OSLO, May 2 -')
  })

  test('of a town that the text speaks of is found, of an unknown word not', () => {
    expect(findDateline(`THUWAL — ${BODY} The hall in Thuwal is new.`)).toMatchObject({ place: 'Thuwal', end: 8 })
    expect(findDateline(`THUWAL — ${BODY}`)).toBeNull()
  })

  test.each([
    ['January 17', '2022-01-20T08:00:00Z', '2022-01-17'],
    ['December 31', '2022-01-01', '2021-12-31'],
    ['Jan. 1', '31 December 2021', '2022-01-01'],
    ['January 17', 'spring 2020', '2020-01-17'],
    ['January 17', 'yesterday', 'XXXX-01-17'],
    ['January 17, 2019', '2022-01-20', '2019-01-17'],
  ])('%s, published %s, is %s', (day, published, date) => {
    expect(findDateline(`OSLO, ${day} - ${BODY}`, published)?.date).toBe(date)
  })
})

describe('no dateline', () => {
  test.each([
    BODY,
    `EXCLUSIVE – ${BODY}`,
    `UPDATE: ${BODY}`,
    `TODAY NORWAY – ${BODY}`,
    `NASA — ${BODY}`,
    `SMITH (R-Texas) - ${BODY}`,
    `Amnesty International – ${BODY}`,
    'Oslo - Berlin trains were late again on Monday, and the railway said that it would go on for as long as the snow falls.',
    'Energy Crisis - President Announces Plan',
    'Oslo: The city that waits',
    'Paris - A love story',
    `Washington: ${BODY}`,
    'OSLO – which is cold in winter – has put off its decision until next week, the mayor told reporters on the steps.',
    'On January 17, the council met. It put off its decision until next week, the mayor told reporters on the steps.',
    'January 17',
    'May 2 was the day on which the council met.',
    'In Moscow, January 17 was a day like any other.',
    'Moscow, January 17 being a holiday, was quiet.',
    `Ukraine: ${BODY}`,
    `JONES: ${BODY}`,
    `MADISON — ${BODY}\nMADISON — ${BODY}`,
    '- (AP) -',
    '',
  ])('in: %s', (text) => {
    expect(findDateline(text)).toBeNull()
  })

  test('beyond the first lines', () => {
    expect(findDateline(`${`${BODY}\n`.repeat(8)}OSLO, May 2 - ${BODY}`)).toBeNull()
  })
})

test('any text has a dateline within its bounds or none, soon', () => {
  const part = fc.constantFrom(
    'OSLO',
    'St. ',
    'A',
    'a',
    ', ',
    ' - ',
    '—',
    '(AP)',
    'May 2',
    ' 2019',
    'by ',
    '\n',
    ' and ',
    '.',
    ':',
    ' ',
    'İ',
    "'",
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      const found = findDateline(text, '2020-01-01')
      if (found === null) return
      expect(found.end).toBeGreaterThan(found.start)
      expect(text.slice(found.start, found.end)).toBe(text.slice(found.start, found.end).trim())
    }),
    { numRuns: 2000 },
  )
  const hostile = ['A'.repeat(1e6), 'A '.repeat(5e5), 'A-'.repeat(5e5), "A.'".repeat(3e5), '\n'.repeat(1e6), 'OSLO, '.repeat(2e5)] // prettier-ignore
  const took = processorTime(() => {
    for (const text of hostile) expect(findDateline(text)).toBeNull()
  })
  expect(took).toBeLessThan(2000)
})

describeWithShared('the dateline of the sample report', () => {
  test('is its gold', () => {
    const text = readFileSync(sharedPath('gold/ria-2022-01-17.txt'), 'utf8')
    const end = 'PARIS, Jan 17, by Anastasia Ivanova.'.length
    expect(findDateline(text, '2022-01-17')).toEqual({ place: 'Paris', date: '2022-01-17', start: 0, end })
  })
})
