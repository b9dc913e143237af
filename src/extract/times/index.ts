import type { Tokens } from '../../record/tokens.js'
import { proposeClock, proposeFourDigits } from './clock-times.js'
import { proposeMonthDate, proposeOrdinal, proposeWeekday } from './dates.js'
import { proposeDayPart } from './day-parts.js'
import { proposeDeictic } from './deictic.js'
import { proposeByUnit } from './durations.js'
import type { FoundTime, Reference } from './found.js'
import { proposeFrequency } from './frequencies.js'
import { proposeHoliday } from './holidays.js'
import { proposeNumeric } from './numeric.js'
import { Passage } from './passage.js'
import { proposeQuarter, proposeSeason, proposeWeekend } from './periods.js'
import { refine } from './refine.js'
import { proposeSpeltYear } from './spelt-years.js'
import { TRIGGER, Triggers } from './triggers.js'
import { proposeCentury, proposeDecade, proposeYear } from './years.js'

export type { FoundTime, Reference } from './found.js'

type Extractor = (passage: Passage, token: number) => unknown

/** What is proposed around a word of each sort. */
const EXTRACTORS: readonly Extractor[] = Object.assign([] as Extractor[], {
  [TRIGGER.none]: () => undefined,
  [TRIGGER.month]: proposeMonthDate,
  [TRIGGER.weekday]: (passage: Passage, token: number) => {
    if (!proposeHoliday(passage, token)) proposeWeekday(passage, token)
  },
  [TRIGGER.unit]: (passage: Passage, token: number) => {
    if (passage.word(token) === 'day' && proposeHoliday(passage, token)) return
    proposeCentury(passage, token)
    if (passage.covered < token) proposeByUnit(passage, token)
  },
  [TRIGGER.dayPart]: proposeDayPart,
  [TRIGGER.season]: proposeSeason,
  [TRIGGER.year]: (passage: Passage, token: number) => {
    if (!proposeFourDigits(passage, token)) proposeYear(passage, token)
  },
  [TRIGGER.decade]: proposeDecade,
  [TRIGGER.numeric]: proposeNumeric,
  [TRIGGER.clock]: (passage: Passage, token: number) => {
    if (!proposeFourDigits(passage, token)) proposeClock(passage, token)
  },
  [TRIGGER.frequency]: proposeFrequency,
  [TRIGGER.deictic]: proposeDeictic,
  [TRIGGER.weekend]: proposeWeekend,
  [TRIGGER.quarter]: proposeQuarter,
  [TRIGGER.holiday]: proposeHoliday,
  [TRIGGER.ordinal]: proposeOrdinal,
  [TRIGGER.speltYear]: proposeSpeltYear,
})

const triggers = new Triggers()

/**
 * The times that a text names, in text order; no two overlap. Words that may be the heart of a time propose what stands around them, then
 * neighbours are joined. The same tokens and reference give the same times: neither the clock nor the machine's zone is asked.
 */
export function timesOf(tokens: Tokens, reference: Reference): FoundTime[] {
  const { count, forms } = tokens
  const of = triggers.of(forms)
  const passage = new Passage(tokens, reference)
  let next = 0
  for (let token = 0; token < count; token++) {
    const trigger = of[forms.word[token]]
    if (trigger === TRIGGER.none || token < next) continue
    passage.enter(token)
    EXTRACTORS[trigger](passage, token)
    next = passage.covered + 1
  }
  return refine(tokens, passage.proposed)
}
