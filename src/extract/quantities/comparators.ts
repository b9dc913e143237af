import type { Quantity } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'

type Comparator = Quantity['comparator']

/** What compares a number, by the words before it, longest first. "to" and "of" are passed over first: "amounted to over". */
const BEFORE: readonly (readonly [phrase: string, comparator: Comparator])[] = [
  ['not less than', '>='],
  ['no less than', '>='],
  ['not fewer than', '>='],
  ['no fewer than', '>='],
  ['no more than', '<='],
  ['not more than', '<='],
  ['not exceeding', '<='],
  ['a minimum of', '>='],
  ['minimum of', '>='],
  ['at least', '>='],
  ['at minimum', '>='],
  ['a maximum of', '<='],
  ['maximum of', '<='],
  ['at most', '<='],
  ['up to', '<='],
  ['as many as', '<='],
  ['as much as', '<='],
  ['as high as', '<='],
  ['as few as', '>='],
  ['as little as', '>='],
  ['as low as', '>='],
  ['more than', '>'],
  ['greater than', '>'],
  ['larger than', '>'],
  ['bigger than', '>'],
  ['higher than', '>'],
  ['longer than', '>'],
  ['older than', '>'],
  ['better than', '>'],
  ['more than or equal to', '>='],
  ['greater than or equal to', '>='],
  ['higher than or equal to', '>='],
  ['greater or equal to', '>='],
  ['greater or equal than', '>='],
  ['bigger or equal than', '>='],
  ['higher or equal than', '>='],
  ['more or equal than', '>='],
  ['equal to or more than', '>='],
  ['equal to or greater than', '>='],
  ['at least or equal to', '>='],
  ['less than or equal to', '<='],
  ['lower than or equal to', '<='],
  ['fewer than or equal to', '<='],
  ['less or equal to', '<='],
  ['less or equal than', '<='],
  ['lower or equal than', '<='],
  ['equal to or less than', '<='],
  ['> =', '>='],
  ['< =', '<='],
  ['>=', '>='],
  ['<=', '<='],
  ['in excess of', '>'],
  ['upwards of', '>'],
  ['upward of', '>'],
  ['north of', '>'],
  ['well over', '>'],
  ['just over', '>'],
  ['over', '>'],
  ['above', '>'],
  ['exceeding', '>'],
  ['exceeds', '>'],
  ['exceed', '>'],
  ['exceeded', '>'],
  ['surpass', '>'],
  ['surpasses', '>'],
  ['surpassed', '>'],
  ['surpassing', '>'],
  ['topped', '>'],
  ['topping', '>'],
  ['beyond', '>'],
  ['fewer than', '<'],
  ['less than', '<'],
  ['lower than', '<'],
  ['smaller than', '<'],
  ['younger than', '<'],
  ['shy of', '<'],
  ['south of', '<'],
  ['under', '<'],
  ['below', '<'],
  ['or so', '~'],
  ['close to', '~'],
  ['in the region of', '~'],
  ['in the order of', '~'],
  ['some', '~'],
  ['several', '>'],
  ['a few', '>'],
  ['about', '~'],
  ['around', '~'],
  ['approximately', '~'],
  ['approx', '~'],
  ['approx.', '~'],
  ['roughly', '~'],
  ['nearly', '~'],
  ['almost', '~'],
  ['circa', '~'],
  ['ca', '~'],
  ['c.', '~'],
  ['estimated', '~'],
  ['perhaps', '~'],
  ['~', '~'],
  ['≈', '~'],
  ['>', '>'],
  ['<', '<'],
  ['≥', '>='],
  ['≤', '<='],
]

const BEHIND: readonly (readonly [phrase: string, comparator: Comparator])[] = [
  ['or more', '>='],
  ['or above', '>='],
  ['or over', '>='],
  ['or older', '>='],
  ['or higher', '>='],
  ['or greater than', '>='],
  ['or more than', '>='],
  ['or less than', '<='],
  ['and more', '>='],
  ['or greater', '>='],
  ['and over', '>='],
  ['and above', '>='],
  ['and older', '>='],
  ['or less', '<='],
  ['or fewer', '<='],
  ['or below', '<='],
  ['or under', '<='],
  ['or younger', '<='],
  ['or lower', '<='],
  ['and under', '<='],
  ['or so', '~'],
  ['or thereabouts', '~'],
  ['-odd', '~'],
  ['-plus', '>='],
  ['plus', '>='],
  ['+', '>='],
]

/** Phrases by the word nearest to the number, split, so that most tokens cost one look. */
const BY_LAST = grouped(BEFORE, (words) => words[words.length - 1])
const BY_FIRST = grouped(BEHIND, (words) => words[0])

interface Phrase {
  readonly words: readonly string[]
  readonly comparator: Comparator
}

function grouped(
  phrases: readonly (readonly [string, Comparator])[],
  key: (words: readonly string[]) => string,
): ReadonlyMap<string, readonly Phrase[]> {
  const groups = new Map<string, Phrase[]>()
  for (const [phrase, comparator] of phrases) {
    const words = phrase === '-odd' || phrase === '-plus' ? ['-', phrase.slice(1)] : phrase.split(' ')
    const list = groups.get(key(words)) ?? []
    list.push({ words, comparator })
    groups.set(key(words), list)
  }
  return groups
}

/** Words that may stand between the comparison and the number. */
const PASSED = new Set('a an the of just only even another its his her their'.split(' '))

const DEFINITE = new Set('the its his her their'.split(' '))
const PREPOSITIONS = new Set('about around over under above below beyond'.split(' '))

/** How the number at tokens `first` to `last` is compared. */
export function comparatorOf(tokens: Tokens, first: number, last: number): Comparator {
  return behind(tokens, last) ?? before(tokens, first) ?? '='
}

function before({ word, sentence, start, end }: Tokens, first: number): Comparator | undefined {
  for (let at = first - 1, passed = 0; at >= 0 && passed <= 2 && sentence[at] === sentence[first]; at--, passed++) {
    for (const { words, comparator } of BY_LAST.get(word[at]) ?? []) {
      const from = at - words.length + 1
      // "~ Two players died": the mark of an item.
      const isApart = words[0] === '~' && start[first] !== end[at]
      if (from >= 0 && !isApart && words.every((one, k) => word[from + k] === one)) return comparator
    }
    if (!PASSED.has(word[at])) return undefined
    // "about the two parties": a plain preposition.
    if (DEFINITE.has(word[at]) && PREPOSITIONS.has(word[at - 1])) return undefined
  }
  return undefined
}

function behind({ word, sentence, count, start, end }: Tokens, last: number): Comparator | undefined {
  for (let at = last + 1; at < count && at <= last + 3 && sentence[at] === sentence[last]; at++) {
    for (const { words, comparator } of BY_FIRST.get(word[at]) ?? [])
      if (words.every((one, k) => word[at + k] === one) && (words[0] !== '+' || start[at] === end[at - 1])) return comparator // prettier-ignore
    // "100 people or more", "30 percent or so".
    if (!/^\p{L}/u.test(word[at])) return undefined
  }
  return undefined
}
