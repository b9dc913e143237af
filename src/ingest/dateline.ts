import type { Dateline } from '../record/record.js'
import { AGENCIES, CITIES, plainName, REGIONS } from '../record/places.js'

/** A dateline begins one of a text's first lines: after a web address, a title, a byline. */
const LINES_TO_TRY = 6
const LONGEST_DATELINE = 160

/** Capitals that a newsroom puts before a dash where no place is meant. */
const LABELS = new Set(
  (
    'ALERT ANALYSIS BREAKING BRIEF BUSINESS COLUMN COMMENT COMMENTARY CORRECTED CORRECTION CULTURE EDITORIAL EXCLUSIVE ' +
    'EXPLAINER FACTBOX FEATURE HEALTH INTERVIEW LATEST LETTERS LISTEN LIVE NEWS NOTE OPINION PHOTO PHOTOS PICTURES PODCAST ' +
    'POLITICS POLL POLLS PREVIEW PROFILE QUESTION RECAP REPORT REVIEW SCIENCE SPORT SPORTS SUMMARY TIMELINE TODAY TRANSCRIPT ' +
    'TRAVEL UPDATE UPDATED UPDATES URGENT VIDEO VIDEOS WATCH WORLD'
  ).split(' '),
)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|' +
  'Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const WEEKDAY = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.?)'
const DATE = `(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?(?!\\d)`
const DATE_PARTS = new RegExp(
  `(?:(?<month1>${MONTH}) (?<day1>\\d{1,2})|(?<day2>\\d{1,2}) (?<month2>${MONTH}))(?:,? (?<year>\\d{4}))?(?!\\d)`,
  'i',
)

const CAPITAL_WORD = "(?:Mc)?\\p{Lu}[\\p{Lu}\\p{M}.'’-]{0,24}(?<![-'’])"
const TITLE_WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}(?<![-'’])"
const CAPITAL_PLACE = `${CAPITAL_WORD}(?: (?:and |& |de |of )?${CAPITAL_WORD}){0,4}`
const TITLE_PLACE = `${TITLE_WORD}(?: (?:and |& |de |of |au )?${TITLE_WORD}){0,3}`
const REGION = `${TITLE_WORD}(?: (?:and |of )?${TITLE_WORD}){0,3}`
const DASH = '(?: {1,3}(?:--?|–|—) {0,3}| ?(?:--|—) {0,3}|[-–] {1,3})'

/** The forms of a dateline, the surest first. What they match is judged by `isLikely`. */
const PLACES = [CAPITAL_PLACE, TITLE_PLACE].map(
  (place) =>
    new RegExp(
      `(?<place>${place})(?<region>(?: ?, (?!(?:${MONTH}|${WEEKDAY})\\b)${REGION})?)` +
        `(?:(?:,| ?[-–—])? \\(?(?<date>${DATE})\\)?)?(?:,? by (?<author>${TITLE_WORD}(?: ${TITLE_WORD}){1,3}))?` +
        `(?: ?[(/](?<agency>\\p{Lu}[\\p{L}/ .&-]{1,34})[)/])?` +
        `(?<mark>(?:${DASH})|: |\\. |\\.? ?$)`,
      'uy',
    ),
)
const DATE_FIRST = new RegExp(`(?<date>${DATE}) \\((?<agency>\\p{Lu}[\\p{L}/ .&-]{1,34})\\)(?<mark>${DASH})`, 'uy')
const DATE_ONLY = new RegExp(`^(?<date>${DATE})\\s*$`)
const SIGNATURE = / ?\/?(?<agency>\p{Lu}[\p{L}-]{1,20}(?: \p{Lu}[\p{L}-]{1,20}){0,2})\/?\./uy

/**
 * Finds where and when a text says that it was written: "MOSCOW, January 17 - RIA Novosti.", "LONDON (Reuters) -", or a date on
 * a line of its own, in one of its first lines. The span ends with the dateline's last mark. A year that the text leaves out is
 * the one that brings the date nearest to `published`; without that the date reads `XXXX-01-17`. Null rather than a guess.
 */
export function findDateline(text: string, published?: string): Dateline | null {
  let start = 0
  for (let tried = 0; tried < LINES_TO_TRY && start < text.length;) {
    while (start < text.length && /\s/.test(text[start])) start++
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const found = datelineOfLine(text, start, end, published)
    if (found !== null) return found
    start = end
    tried++
  }
  return null
}

/** Whether a line is a date and nothing else. */
export function isDatelineOnly(line: string): boolean {
  return isOwnDate(line.trim())
}

function datelineOfLine(text: string, start: number, end: number, published: string | undefined): Dateline | null {
  const line = text.slice(start, Math.min(end, start + LONGEST_DATELINE))
  const date = DATE_ONLY.exec(line)?.groups?.['date']
  if (date !== undefined && isOwnDate(date)) {
    return { date: isoDate(date, published), start, end: start + date.length }
  }
  for (const form of [...PLACES, DATE_FIRST]) {
    form.lastIndex = 0
    const match = form.exec(line)
    if (match === null) continue
    const groups = match.groups as Partial<Record<'place' | 'region' | 'date' | 'author' | 'agency' | 'mark', string>>
    if (groups.place !== undefined && !isLikely(groups as PlaceGroups, line, match[0].length, text, end - start))
      continue
    let length = match[0].length
    SIGNATURE.lastIndex = length
    const signature = SIGNATURE.exec(line)
    if (signature !== null && AGENCIES.has(signature.groups!['agency'].toLowerCase())) length += signature[0].length
    const { place, region = '' } = groups
    return {
      ...(place === undefined ? {} : { place: titleCased(place) + regionOf(region) }),
      ...(groups.date === undefined ? {} : { date: isoDate(groups.date, published) }),
      start,
      end: start + line.slice(0, length).trimEnd().length,
    }
  }
  return null
}

interface PlaceGroups {
  readonly place: string
  readonly region: string
  readonly date?: string
  readonly author?: string
  readonly agency?: string
  readonly mark: string
}

/** Whether what looks like a dateline is one: how sure its parts must be depends on how plainly it is written. */
function isLikely(groups: PlaceGroups, line: string, length: number, text: string, lineLength: number): boolean {
  const { place, region, date, author, agency, mark } = groups
  const names = place.split(/ (?:and|&) /)
  const isCity = names.some((name) => CITIES.has(plainName(name)))
  const isRegion = region !== '' && REGIONS.has(plainName(region.replace(/^ ?, /, '')))
  if (region !== '' && !isRegion) return false
  const isCapital = place === place.toUpperCase() || /^Mc\p{Lu}/u.test(place)
  const isAgency =
    agency !== undefined && agency.split(/\/| and /).some((name) => AGENCIES.has(name.trim().toLowerCase()))
  if (place.split(/[ -]/).some((word) => LABELS.has(word))) return false
  if (/^[A-Z]-|^[DRI]$/.test(agency ?? '')) return false // A party and a state: "SMITH (R-Texas) -".
  const next = line.slice(length)
  const isDash = /[-–—]/.test(mark)
  const isEnd = mark.trim() === '.' || mark.trim() === ''
  if (!isEnd && !/^["“‘'«([]?[\p{Lu}\p{N}$€£¥]/u.test(next) && !/^["“‘'«([]{1,2}\.{0,3}[\p{L}\p{N}]/u.test(next))
    return false
  if (isEnd && !(isCapital && date !== undefined && (isCity || isRegion || author !== undefined || isAgency))) {
    return false
  }
  if (author !== undefined) return isCapital && date !== undefined
  if (date === undefined && agency === undefined && beginsWithCity(next)) return false // A route: "Paris - Dakar".
  if (date !== undefined) return isCapital || isCity || isRegion || isAgency
  if (agency !== undefined) return isDash && (isCapital ? isAgency || isCity || isRegion : isAgency)
  if (isCapital && isDash && (isCity || isRegion)) return true
  // A name and a dash or colon can also begin a headline or a line of a transcript.
  if (repeats(text, line.slice(0, length)) || (!isDash && isPersonName(place))) return false
  if (!isCapital) return (isCity || (isRegion && isDash)) && isParagraph(line, lineLength)
  const isPlace = isCity || REGIONS.has(plainName(place)) || mentionsIn(text, titleCased(place))
  return isPlace && (isDash || isParagraph(line, lineLength))
}

/** Whether a line is more than a headline: it is long. */
function isParagraph(line: string, lineLength: number): boolean {
  return lineLength > 120 || (lineLength > 60 && /[.!?]["”’]?\s*$/.test(line))
}

/** Whether what follows is a city too, of one word or two. */
function beginsWithCity(next: string): boolean {
  const [words = '', word = ''] = /^(\p{L}+)(?: \p{L}+)?/u.exec(next)?.map(plainName) ?? []
  return CITIES.has(word) || CITIES.has(words)
}

/** Cities that are as often someone's name before a colon. */
function isPersonName(place: string): boolean {
  return /^(?:washington|paris|sydney|victoria|male|houston|dallas|san juan|kingston|santiago|sofia|florence|lima)$/i.test(
    place,
  )
}

function repeats(text: string, beginning: string): boolean {
  const first = text.indexOf(beginning)
  return text.includes(`\n${beginning}`, first + beginning.length)
}

/** Whether the text speaks of being in a place. */
function mentionsIn(text: string, place: string): boolean {
  const at = text.indexOf(` in ${place}`)
  return at >= 0 && !/\p{L}/u.test(text[at + 4 + place.length] ?? '')
}

/** A date that can stand alone on a line: with its year or its weekday. */
function isOwnDate(date: string): boolean {
  return DATE_ONLY.test(date) && (/\d{4}$/.test(date) || /^\p{L}+day/u.test(date))
}

/** Title case: "ST. LOUIS" is "St. Louis", "McALLEN" is "McAllen", "D.C." stays. */
function titleCased(place: string): string {
  return place.replace(/\p{L}[\p{L}\p{M}'’]*/gu, (word, at: number) => {
    if (/^(?:and|de|of|au)$/i.test(word) && at > 0) return word.toLowerCase()
    if (/^Mc\p{Lu}/u.test(word)) return `Mc${word[2]}${word.slice(3).toLowerCase()}`
    if (word !== word.toUpperCase()) return word
    return word[0] + word.slice(1).toLowerCase()
  })
}

function regionOf(region: string): string {
  if (region === '') return ''
  const name = region.replace(/^ ?, /, '')
  return `, ${/^(?:DC|UAE)$/.test(name) ? name : titleCased(name)}`
}

/** A date in ISO 8601, its missing year taken from when the article was published. */
function isoDate(date: string, published: string | undefined): string {
  const parts = partsOf(date)!
  const year = parts.year ?? (published === undefined ? undefined : nearestYear(parts, published))
  return `${year === undefined ? 'XXXX' : year}-${padded(parts.month)}-${padded(parts.day)}`
}

/** Years that a report can be of; others stand for none, as 0001 and 9999 do. The first newspapers are of 1605. */
const YEARS = { first: 1600, last: 2199 }

/**
 * The day that a source says an article was published on, `YYYY-MM-DD`; null where it says none that can be read, or one that the calendar
 * does not have or no news is of.
 */
export function dayOf(published: string): string | null {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(published)?.[1]
  const parts = iso === undefined ? partsOf(published) : undefined
  const day = iso ?? (parts?.year === undefined ? '' : `${parts.year}-${padded(parts.month)}-${padded(parts.day)}`)
  const date = new Date(`${day}T00:00:00Z`)
  // A day too many of a month is taken for one of the next.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return null
  const year = date.getUTCFullYear()
  return year >= YEARS.first && year <= YEARS.last ? day : null
}

interface DateParts {
  readonly year: number | undefined
  readonly month: number
  readonly day: number
}

function partsOf(date: string): DateParts | undefined {
  const groups: Partial<Record<string, string>> | undefined = DATE_PARTS.exec(date)?.groups
  if (groups === undefined) return undefined
  const { month1, month2 = '', day1, day2, year } = groups
  const month = MONTHS.indexOf((month1 ?? month2).slice(0, 3).toLowerCase()) + 1
  return { year: year === undefined ? undefined : Number(year), month, day: Number(day1 ?? day2) }
}

/** The year that brings a day nearest to the date of publication: a report of 31 December may come out on 1 January. */
function nearestYear({ month, day }: DateParts, published: string): number | undefined {
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})/.exec(published)
  const parts = iso === null ? partsOf(published) : { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  if (parts?.year === undefined) {
    const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(published)?.[0]
    return year === undefined ? undefined : Number(year)
  }
  const apart = month * 30.5 + day - (parts.month * 30.5 + parts.day)
  return parts.year + (apart > 183 ? -1 : apart < -183 ? 1 : 0)
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}
