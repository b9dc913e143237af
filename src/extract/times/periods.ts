import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Day } from './calendar.js'
import { addMonths, isoWeek, mondayOf, padded, partsOf, weekdayOf } from './calendar.js'
import { withStage } from './dates.js'
import type { Passage } from './passage.js'
import { directionAt } from './tense.js'
import { SEASONS, SHIFTS } from './vocabulary.js'

const { NOUN, PROPN, ADP } = PART_OF_SPEECH

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['final', 4],
])

/** The month that a season begins with. */
const SEASON_MONTH: { readonly [season: string]: number } = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** Words of matches, whose quarters and halves are not the year's. */
const SPORT = /\b(?:touchdown|goals?|points?|yards?|scored?|scoring|match|game|halftime|half-time|minute|coach|striker|lead|kick|try|tries|referee)\b/i // prettier-ignore

const YEAR = /^(?:1\d|20)\d\d$/

/** Seasons: "last summer", "spring 2020", "the winter of 1941", "in the autumn". */
export function proposeSeason(passage: Passage, token: number): void {
  const season = SEASONS.get(passage.word(token))!
  const before = passage.word(token - 1)
  const isFall = passage.word(token) === 'fall' || passage.word(token) === 'spring'
  const today = passage.today(token)
  let first = token
  let last = token
  let year: number | null = null
  const next = passage.word(token + 1)
  const of = next === 'of' || next === ',' ? 1 : 0
  if (YEAR.test(passage.word(token + 1 + of))) {
    last = token + 1 + of
    year = Number(passage.word(last))
  }
  const shift = SHIFTS.get(before)
  if (year === null) {
    if (shift !== undefined) {
      first--
      if (isFall && passage.pos(token) !== NOUN && passage.pos(token) !== PROPN && before !== 'last' && before !== 'this' && before !== 'next') return // prettier-ignore
      year = today === null ? null : shiftedSeason(today, season, shift)
    } else {
      const isThe = before === 'the'
      const preposition = passage.word(token - (isThe ? 2 : 1))
      if (!/^(?:in|during|since|by|until|early|late|mid|before|over|through|throughout)$/.test(preposition)) return
      if (passage.pos(token + 1) === NOUN || passage.pos(token + 1) === PROPN) return
      if (isFall && ((!isThe && passage.word(token) === 'fall') || next === 'of' || passage.pos(token) !== NOUN)) return
      if (season === 'SP' && next === 'of') return
      const direction = directionAt(passage, token)
      if (today !== null) {
        const now = seasonYear(today, season)
        const hasBegun = partsOf(today).month >= SEASON_MONTH[season]
        year = direction === 'future' ? (partsOf(today).month > SEASON_MONTH[season] + 2 ? now + 1 : now) : hasBegun ? now : now - 1 // prettier-ignore
      }
    }
  }
  if (passage.word(first - 1) === 'the') first--
  first = withStage(passage, first)
  passage.propose({ first, last, kind: 'date', value: `${year === null ? 'XXXX' : padded(year, 4)}-${season}` })
}

/** The year of the season that a day lies in or next to; January's winter is that of the year before. */
function seasonYear(day: Day, season: string): number {
  const { year, month } = partsOf(day)
  return season === 'WI' && month <= 2 ? year - 1 : year
}

function shiftedSeason(today: Day, season: string, shift: number): number {
  const year = seasonYear(today, season)
  const { month } = partsOf(today)
  const begin = SEASON_MONTH[season]
  const place = season === 'WI' && month <= 2 ? 12 : month
  if (shift < 0) return place > begin + 2 ? year : year - 1
  if (shift > 0) return place < begin ? year : year + 1
  return year
}

/** Weekends: "last weekend", "the weekend", "at weekends". */
export function proposeWeekend(passage: Passage, token: number): void {
  const before = passage.word(token - 1)
  const today = passage.today(token)
  if (passage.word(token) === 'weekends' || before === 'every' || before === 'each') {
    const first = before === 'every' || before === 'each' ? token - 1 : token
    passage.propose({ first, last: token, kind: 'set', value: 'XXXX-WXX-WE' })
    return
  }
  const shift = before === 'past' ? -1 : SHIFTS.get(before)
  let first = token
  let by: number
  const isEarlyInWeek = today !== null && weekdayOf(today) <= 5
  if (shift !== undefined) {
    first--
    if (passage.word(first - 1) === 'the' || passage.word(first - 1) === 'this') first--
    by = before === 'this' || before === 'current' || before === 'coming' || before === 'upcoming' ? 0 : shift
    // On a Monday "this weekend" with a verb in the past is the one that has just gone.
    if (before === 'this' && isEarlyInWeek && weekdayOf(today) <= 3 && directionAt(passage, token) === 'past') by = -1 // prettier-ignore
  } else if (before === 'the') {
    first--
    by = directionAt(passage, token) === 'future' || !isEarlyInWeek ? 0 : -1
  } else if (before === 'long' || before === 'holiday') {
    by = isEarlyInWeek ? -1 : 0
    first = passage.word(token - 2) === 'the' || passage.word(token - 2) === 'a' ? token - 2 : token - 1
  } else {
    return
  }
  const value = today === null ? 'XXXX-WXX' : isoWeek(mondayOf(today) + 7 * by)
  passage.propose({ first, last: token, kind: 'date', value: `${value}-WE` })
}

/** Quarters and halves of a year: "the third quarter", "Q3 2021", "first-quarter", "the first half of the year". */
export function proposeQuarter(passage: Passage, token: number): void {
  const word = passage.word(token)
  const today = passage.today(token)
  const letters = /^([qh])([1-4])$/.exec(word)
  if (letters !== null) {
    if (!passage.isCapital(token) && passage.pos(token) === ADP) return
    let [first, last] = [token, token]
    const near = yearNear(passage, token)
    if (near !== null) [first, last] = [Math.min(token, near.at), Math.max(token, near.at)]
    else if (letters[1] === 'h' || Number(letters[2]) > 4) return
    const year = near === null ? recentYear(today, letters[1] === 'q' ? 3 : 6, Number(letters[2])) : near.year
    passage.propose({ first, last, kind: 'date', value: `${year ?? 'XXXX'}-${letters[1].toUpperCase()}${letters[2]}` })
    return
  }
  const dash = word.lastIndexOf('-')
  const isQuarter = word.endsWith('quarter')
  const apart = dash < 0 && passage.word(token - 1) === '-' && passage.isGlued(token) ? 1 : 0
  const ordinalWord = dash > 0 ? word.slice(0, dash) : passage.word(token - 1 - apart)
  let first = dash > 0 ? token : token - 1 - apart
  const shift = dash > 0 ? undefined : SHIFTS.get(ordinalWord)
  const letter = isQuarter ? 'Q' : 'H'
  const number = ORDINALS.get(ordinalWord)
  if (isQuarter && shift !== undefined && number === undefined) {
    const day = today === null ? null : addMonths(today, 3 * shift)
    if (passage.word(first - 1) === 'the') first--
    passage.propose({ first: withStage(passage, first), last: token, kind: 'date', value: day === null ? 'XXXX-QX' : `${partsOf(day).year}-Q${Math.ceil(partsOf(day).month / 3)}` }) // prettier-ignore
    return
  }
  if (number === undefined) {
    // "in the quarter": the last one that is over, as its figures are.
    if (isQuarter && dash < 0 && ordinalWord === 'the' && /^(?:in|for|during|of|over)$/.test(passage.word(token - 2))) {
      if (/^(?:of|final)/.test(passage.word(token + 1)) || SPORT.test(sentenceOf(passage))) return
      const day = today === null ? null : addMonths(today, -3)
      passage.propose({ first: token - 1, last: token, kind: 'date', value: day === null ? 'XXXX-QX' : `${partsOf(day).year}-Q${Math.ceil(partsOf(day).month / 3)}` }) // prettier-ignore
    }
    return
  }
  if (passage.word(first - 1) === 'the') first--
  let last = token
  let year: number | null = null
  const fiscal = /^(?:fiscal|financial)$/
  let t = token + 1
  const isOf = /^(?:of|in)$/.test(passage.word(t))
  if (isOf || passage.word(t) === ',') t++
  if (passage.word(t) === 'the' || passage.word(t) === 'this') {
    const by = passage.word(t) === 'the' ? 1 : 0
    if (passage.word(t + by) === 'year' || (by === 0 && passage.word(t + 1) === 'year')) {
      last = t + 1
      year = today === null ? null : recentYear(today, isQuarter ? 3 : 6, number, passage.word(t) === 'this')
    } else if (by === 1 && SHIFTS.has(passage.word(t + 1)) && passage.word(t + 2) === 'year') {
      last = t + 2
      year = today === null ? null : partsOf(today).year + SHIFTS.get(passage.word(t + 1))!
    }
  } else if (SHIFTS.has(passage.word(t)) && passage.word(t + 1) === 'year') {
    last = t + 1
    year = today === null ? null : partsOf(today).year + SHIFTS.get(passage.word(t))!
  } else if (YEAR.test(passage.word(t))) {
    last = t
    year = Number(passage.word(t))
  } else if (fiscal.test(passage.word(t)) && YEAR.test(passage.word(t + 1))) {
    last = t + 1
    year = Number(passage.word(last))
  }
  if (last === token) {
    const isPlace = !isQuarter || SPORT.test(sentenceOf(passage)) || isOf
    if (isPlace) return
    year = today === null ? null : recentYear(today, 3, number)
  }
  passage.propose({ first, last, kind: 'date', value: `${year ?? 'XXXX'}-${letter}${number}` })
}

function sentenceOf(passage: Passage): string {
  const { start } = passage.tokens
  return passage.text.slice(
    start[passage.first],
    Math.min(passage.tokens.end[passage.last], start[passage.first] + 600),
  )
}

function yearNear(passage: Passage, token: number): { year: number; at: number } | null {
  let t = token + 1
  if (passage.word(t) === 'of' || passage.word(t) === ',' || passage.word(t) === '-') t++
  if (YEAR.test(passage.word(t))) return { year: Number(passage.word(t)), at: t }
  t = token - 1
  if (passage.word(t) === '-') t--
  return YEAR.test(passage.word(t)) ? { year: Number(passage.word(t)), at: t } : null
}

/** The year of the last such quarter or half that has begun. */
function recentYear(today: Day | null, months: number, number: number, isThisYear = false): number | null {
  if (today === null) return null
  const { year, month } = partsOf(today)
  return isThisYear || month > (number - 1) * months ? year : year - 1
}
