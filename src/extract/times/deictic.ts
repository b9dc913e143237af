import type { Passage } from './passage.js'
import { dayProposal } from './passage.js'

const PRESENT = new Set(['now', 'currently', 'presently', 'nowadays'])

/** Words that point at a time from where the text stands: "today", "now", "at the moment", "recently". */
export function proposeDeictic(passage: Passage, token: number): void {
  const word = passage.word(token)
  const before = passage.word(token - 1)
  const today = passage.today(token)
  if (PRESENT.has(word)) {
    const first = word === 'now' && (before === 'right' || before === 'just') ? token - 1 : token
    passage.propose({ first, last: token, kind: 'date', value: 'PRESENT_REF' })
    return
  }
  switch (word) {
    case 'recently':
    case 'lately':
      passage.propose({ first: token, last: token, kind: 'date', value: 'PAST_REF' })
      return
    case 'moment':
      if (/^(?:the|this)$/.test(before) && /^(?:at|for)$/.test(passage.word(token - 2))) {
        passage.propose({ first: token - 1, last: token, kind: 'date', value: 'PRESENT_REF' })
      }
      return
    case 'present':
      if (before === 'at') passage.propose({ first: token, last: token, kind: 'date', value: 'PRESENT_REF' })
      return
    case 'time':
      if (
        (before === 'this' && passage.word(token - 2) === 'at') ||
        (before === 'present' && passage.word(token - 2) === 'the')
      ) {
        passage.propose({ first: token - 1, last: token, kind: 'date', value: 'PRESENT_REF' })
      }
      return
    case 'tonight':
      passage.propose({ first: token, last: token, kind: 'time', value: today === null ? 'XXXX-XX-XXTNI' : `${dayValue(today)}TNI`, grain: 'day', day: today, clock: 'TNI' }) // prettier-ignore
      return
  }
  // "USA Today" is a newspaper.
  if (word === 'today' && passage.isCapital(token) && passage.isCapital(token - 1) && token !== passage.first) return
  const by = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0
  if (word !== 'today' && passage.word(token - 3) === 'day' || (before === 'before' || before === 'after') && passage.word(token - 2) === 'day') {
    const shift = before === 'before' ? -1 : before === 'after' ? 1 : 0
    if (shift !== 0 && passage.word(token - 2) === 'day') {
      const first = passage.word(token - 3) === 'the' ? token - 3 : token - 2
      passage.propose(dayProposal(first, token, today === null ? null : today + by + shift))
      return
    }
  } // prettier-ignore
  passage.propose(dayProposal(token, token, today === null ? null : today + by, word === 'today' ? 'PRESENT_REF' : 'XXXX-XX-XX')) // prettier-ignore
}

function dayValue(day: number): string {
  return dayProposal(0, 0, day).value
}
