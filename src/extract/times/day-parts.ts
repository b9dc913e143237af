import { PART_OF_SPEECH } from '../../record/tokens.js'
import type { Passage } from './passage.js'
import { valueOf } from './values.js'
import { proposeByUnit } from './durations.js'
import { DAY_PARTS, WEEKDAYS } from './vocabulary.js'

const { PROPN, NOUN } = PART_OF_SPEECH

const BEFORE = new Set(['early', 'late', 'mid', 'mid-', 'later', 'earlier'])

/** Parts of a day: "this morning", "last night", "late night", "in the evening", "every night". */
export function proposeDayPart(passage: Passage, token: number): void {
  const form = passage.word(token)
  const dash = form.lastIndexOf('-')
  const isCompound = dash > 0
  if (isCompound && !/^(?:early|late|mid|saturday|sunday|friday)-/.test(form)) {
    if (form.endsWith('-night')) proposeByUnit(passage, token)
    return
  }
  const word = isCompound ? form.slice(dash + 1) : form
  const isPlural = word.endsWith('s')
  const part = DAY_PARTS.get(isPlural ? word.slice(0, -1) : word)
  if (part === undefined) return
  const before = passage.word(token - 1)
  const today = passage.today(token)
  if (before === 'every' || before === 'each') {
    passage.propose({ first: token - 1, last: token, kind: 'set', value: `XXXX-XX-XX${part}` })
    return
  }
  if (isPlural || before === '1') {
    const weekday = WEEKDAYS.get(before)
    if (weekday !== undefined) passage.propose({ first: token - 1, last: token, kind: 'set', value: `XXXX-WXX-${weekday}${part}` }) // prettier-ignore
    if (part === 'TNI') proposeByUnit(passage, token)
    return
  }
  // "The Morning Herald", "Evening Standard"
  if (passage.isCapital(token) && token !== passage.first && (passage.pos(token + 1) === PROPN || passage.isCapital(token + 1))) return // prettier-ignore
  if (before === 'good' || before === 'opening') return
  const dated = (first: number, day: number | null): void => {
    const value = day === null && passage.published === null ? `XXXX-XX-XX${part}` : `${valueOf('day', day)}${part}`
    passage.propose({ first, last: token, kind: 'time', value, grain: 'day', day, clock: part })
  }
  if (before === 'last' && part === 'TNI') {
    dated(token - 1, today === null ? null : today - 1)
    return
  }
  if (before === 'this' || before === 'tonight') {
    const first = BEFORE.has(passage.word(token - 2)) ? token - 2 : token - 1
    dated(first, today)
    return
  }
  if (before === 'that' || before === 'same') {
    const first = before === 'same' && passage.word(token - 2) === 'the' ? token - 2 : token - 1
    if (passage.named === null) plain(passage, first, token, part)
    else dated(first, passage.named)
    return
  }
  if (word === 'overnight') {
    if (passage.pos(token + 1) === NOUN && passage.word(token + 1) !== 'on') return
    plain(passage, token, token, part)
    return
  }
  let first = token
  if (isCompound) {
    plain(passage, token, token, part)
    return
  }
  if (BEFORE.has(before)) {
    first--
    if (passage.word(first - 1) === 'the') first--
    plain(passage, first, token, part)
    return
  }
  if (before === 'the') {
    first--
    if (passage.word(first - 1) === 'in' && BEFORE.has(passage.word(first - 2))) first -= 2
    plain(passage, first, token, part)
    return
  }
  if (before === 'at' && part === 'TNI') {
    plain(passage, token, token, part)
    return
  }
  if (before === 'by' && part === 'TNI') {
    plain(passage, token, token, part)
    return
  }
  if (before === 'one' && part !== 'TAF') {
    plain(passage, token - 1, token, part)
    return
  }
  // Behind a day it is joined to it; the refiner drops what stays alone.
  passage.propose({ first: token, last: token, kind: 'time', value: part, clock: part, isDependent: true })
}

function plain(passage: Passage, first: number, last: number, part: string): void {
  passage.propose({ first, last, kind: 'time', value: part, clock: part })
}
