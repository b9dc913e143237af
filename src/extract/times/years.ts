import type { Numeral } from '../../record/numeral.js'
import { PART_OF_SPEECH } from '../../record/tokens.js'
import { dayOf, padded } from './calendar.js'
import { withStage } from './dates.js'
import type { Passage } from './passage.js'
import { DECADES, STAGES } from './vocabulary.js'

const { NOUN, PROPN, ADJ, NUM, DET, PRON, PART, VERB, AUX, ADP, SCONJ } = PART_OF_SPEECH

/** A number from here to there is a year wherever nothing speaks against it; others need a word before them. */
const [FIRST_LIKELY, LAST_LIKELY] = [1900, 2050]

/** From here on a number before a single thing is a year: "the 1879 harvest". */
const FIRST_NAMED = 1800

const BEFORE_YEAR = new Set([
  'in', 'since', 'by', 'until', 'till', 'of', 'during', 'from', 'after', 'before', 'through', 'circa', 'year', 'late', 'early', 'mid', 'to', 'between', 'spring', 'summer', 'autumn',
  'fall', 'winter', 'election', 'around', 'for', 'and', 'or', 'as', 'ending', 'ended', 'throughout', 'back', 'on', 'than',
]) // prettier-ignore

/** Words before which, and things after which, a number is no year. */
const NOT_AFTER = new Set([
  'than', 'over', 'about', 'nearly', 'almost', 'some', 'least', 'most', 'approximately', 'roughly', 'exceeding', 'under', 'up', 'only', 'just', 'another', 'flight', 'route', 'highway',
  'interstate', 'windows', 'boeing', 'airbus', 'resolution', 'no', 'no.', 'number', 'room', 'unit', 'model', 'section', 'article', 'page', 'pages', 'phone', 'extension', 'approx', '$', '€',
  '£', '¥', '#', 'usd', 'eur', 'gbp', 'rs', 'rs.', 'rm', 'us$', 'a$', 'c$', 'hk$', 'nt$', '~', '+', '=', '<', '>', 'suite', 'channel', 'line', 'building', 'level', 'point', 'points', 'asteroid',
]) // prettier-ignore

const COUNTED = new Set(['people', 'percent', '%', 'per', 'km', 'kilometres', 'kilometers', 'miles', 'metres', 'meters', 'm', 'ft', 'feet', 'kg', 'hours', 'hrs', 'gmt', 'utc', 'votes', 'men', 'women', 'children', 'dollars', 'euros', 'pounds', 'rupees', 'times', 'million', 'thousand', 'billion', 'troops', 'soldiers', 'cases', 'deaths', 'police', 'square', 'tons', 'tonnes', 'acres', 'hectares', 'local', 'degrees', 'm²', 'mw', 'mg', 'cubic', 'ad-hoc']) // prettier-ignore

/** Years: "in 2004", "the 2018 election", "(2014)", "2014-2018". */
export function proposeYear(passage: Passage, token: number): void {
  const word = passage.word(token).slice(-4)
  const year = Number(word)
  if (!isYear(passage, token, year)) return
  if (
    year % 10 === 0 &&
    passage.word(token + 1) === "'s" &&
    (passage.word(token - 1) === 'the' || STAGES.has(passage.word(token - 1)))
  ) {
    // prettier-ignore
    const from = withStage(passage, token)
    passage.propose({
      first: passage.word(from - 1) === 'the' ? from - 1 : from,
      last: token + 1,
      kind: 'date',
      value: word.slice(0, 3),
      grain: 'decade',
      day: null,
    })
    return
  }
  let first = token
  let kind = ''
  if (passage.word(token - 1) === 'year') {
    first--
    const sort = passage.word(first - 1)
    if (sort === 'fiscal' || sort === 'financial' || sort === 'calendar' || sort === 'school') {
      first--
      if (sort !== 'calendar') kind = sort === 'school' ? 'SY' : 'FY'
    }
    if (passage.word(first - 1) === 'the') first--
  } else if (passage.word(token - 1) === 'fiscal') {
    first--
    kind = 'FY'
  } else {
    first = withStage(passage, first)
  }
  const day = dayOf(year, 1, 1)
  passage.propose({ first, last: token, kind: 'date', value: `${kind}${word}`, grain: 'year', day })
}

function isYear(passage: Passage, token: number, year: number): boolean {
  const before = passage.word(token - 1)
  const after = passage.word(token + 1)
  // "the 2023 Women's World Cup" counts none.
  if (COUNTED.has(after) && !(/^(?:wo)?men$/.test(after) && passage.isCapital(token + 1) && passage.word(token + 2) === "'s")) return false // prettier-ignore
  if (NOT_AFTER.has(before) && !(before === 'than' && /^(?:later|earlier)$/.test(passage.word(token - 2)))) return false
  if (passage.isGlued(token) && /^[#$€£¥.:]$/.test(before)) return false
  if (passage.isGlued(token) && (before === '-' || before === '–') && passage.isCapital(token - 2) && passage.pos(token - 2) === PROPN) return false // prettier-ignore
  if (passage.isGlued(token + 1) && (after === '-' || after === '–') && /^\d/.test(passage.word(token + 2)) && !/^(?:1\d|2[01])\d\d$|^\d\d$/.test(passage.word(token + 2))) return false // prettier-ignore
  if (before === ',' && passage.pos(token - 2) === NUM && passage.isGlued(token) && passage.isGlued(token - 1)) return false // prettier-ignore
  const nextPos = passage.pos(token + 1)
  const isPlural = nextPos === NOUN && passage.tokens.lemma[token + 1] !== after
  const isLikely = year >= FIRST_LIKELY && year <= LAST_LIKELY
  const beforePos = passage.pos(token - 1)
  if (passage.pos(token - 1) === NUM && !/^(?:1\d|2[01])\d\d$/.test(before) && passage.pos(token - 2) !== -1 && before !== '') return false // prettier-ignore
  if (isLikely) {
    if (isPlural && year % 100 === 0) return false
    if (isPlural && (before === 'of' || before === 'to' || before === 'for' || before === 'and' || before === 'by') && !isWithin(year)) return false // prettier-ignore
    if (BEFORE_YEAR.has(before)) return true
    if (before === '(' || before === '[' || before === '–' || before === '—' || before === '-' || before === '/' || before === ',' || before === ':') return !isPlural // prettier-ignore
    if (beforePos === DET || beforePos === PRON || beforePos === PART || beforePos === ADJ || beforePos === PROPN) {
      return true
    }
    if ((beforePos === ADP || before === ')' || before === "'") && isWithin(year)) return !isPlural
    if (token === passage.first || before === ';') return !isPlural || isWithin(year)
    // "said that 2016 is a contest"
    if (beforePos === SCONJ && isWithin(year)) return nextPos === AUX || nextPos === VERB
    if (beforePos === VERB || beforePos === AUX) return !isPlural && nextPos !== NOUN
    return beforePos === NOUN ? !isPlural : false
  }
  if (year < 1000 || year > 2199 || nextPos === NUM) return false
  if (isPaired(passage, token)) return true
  if (year >= 1700 && beforePos === DET && passage.isCapital(token + 1)) return true
  // "the 1879 harvest"
  if (year >= FIRST_NAMED && before === 'the' && nextPos === NOUN && !isPlural) return true
  if (nextPos === NOUN && (isPlural || !/^(?:in|since|until|during)$/.test(before))) return false
  // "could rise by two metres by 2100"
  if (year > LAST_LIKELY && /^(?:by|until|till|before)$/.test(before)) return nextPos !== NOUN
  return /^(?:in|since|until|circa|year|during|late|early)$/.test(before) || (before === '(' && /^[-–)]/.test(after))
}

/** Whether a year ends or begins a pair: "from 1861 to 1883", "between 1261 and 1265". */
function isPaired(passage: Passage, token: number): boolean {
  const isEnd = (t: number): boolean => /^(?:1\d|2[01])\d\d$/.test(passage.word(t))
  const isConnective = (t: number): boolean => /^(?:to|and|until|through|[-–])$/.test(passage.word(t))
  if (/^(?:from|between)$/.test(passage.word(token - 1))) return isConnective(token + 1) && isEnd(token + 2)
  return isConnective(token - 1) && isEnd(token - 2) && /^(?:from|between)$/.test(passage.word(token - 3))
}

/** Whether a year is near enough that a number of things is the less likely reading. */
function isWithin(year: number): boolean {
  return year >= 1990 && year <= 2035 && year % 1000 !== 0
}

/** Decades: "the 1990s", "the early '70s", "the eighties". */
export function proposeDecade(passage: Passage, token: number): void {
  // "mid-1980s" may be one token.
  const word = passage.word(token).slice(passage.word(token).lastIndexOf('-') + 1)
  const tens = DECADES.get(word)
  const digits = tens === undefined ? word.slice(0, -1) : `${tens}0`
  const before = passage.word(token - 1)
  let value = digits.slice(0, 3)
  let first = token
  if (digits.length === 2) {
    const mark = before === "'" || before === '‘' || before === '’'
    const the = passage.word(token - (mark ? 2 : 1))
    if (!mark && !(the === 'the' || the === 'early' || the === 'late' || the === 'mid' || the === '-')) return
    // "in his 60s" is an age.
    if (/^(?:his|her|their|my|your|our)$/.test(the)) return
    if (mark) first--
    value = `${Number(digits) < 30 ? '20' : '19'}${digits[0]}`
  }
  first = withStage(passage, first)
  if (/^(?:his|her|their|my|your|our)$/.test(passage.word(first - 1))) return
  if (passage.word(first - 1) === 'the') first--
  passage.propose({ first, last: token, kind: 'date', value, grain: 'decade', day: null })
}

function isCenturyNumber({ isOrdinal, value }: Numeral): boolean {
  return isOrdinal && value >= 2 && value <= 30
}

/** Centuries: "the 19th century", "twenty-first-century", "the 20th and 21st centuries". Their value is the first two digits of their years. */
export function proposeCentury(passage: Passage, token: number): void {
  const word = passage.word(token)
  if (word !== 'century' && word !== 'centuries') return
  const numeral = passage.numeralBefore(token - 1)
  if (numeral === null || !isCenturyNumber(numeral)) return
  const other = word === 'centuries' && /^(?:and|or|to)$/.test(passage.word(numeral.first - 1)) ? passage.numeralBefore(numeral.first - 2) : null // prettier-ignore
  if (other !== null && isCenturyNumber(other)) {
    const from = passage.word(other.first - 1) === 'the' ? other.first - 1 : other.first
    passage.propose({ first: from, last: other.last, kind: 'date', value: padded(other.value - 1), grain: 'century', day: null }) // prettier-ignore
  }
  let first = withStage(passage, numeral.first)
  if (passage.word(first - 1) === 'the') first--
  const value = padded(numeral.value - 1)
  passage.propose({ first, last: token, kind: 'date', value, grain: 'century', day: null })
}
