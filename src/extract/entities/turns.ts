import { isCourtesy } from '../../record/nouns.js'
import type { TokenRun } from '../../record/runs.js'
import type { Tokens } from '../../record/tokens.js'
import type { Utterance } from './frames.js'
import type { Name } from './names.js'
import type { Referent } from './referents.js'

/**
 * The names, and who has a turn of a printed interview as somebody or an organisation: "HARDING" may look like anything, or like nothing. It is a
 * name where it has a title before it, or ends a name of the article.
 */
export function withSpeakers({ word }: Tokens, found: readonly Name[], utterances: readonly Utterance[]): Name[] {
  const turns = utterances.flatMap(({ verbatim, source }) => (verbatim && source !== null ? [source] : []))
  if (turns.length === 0) return [...found]
  const turnAt = new Map(turns.flatMap((turn) => tokensOf(turn).map((t) => [t, turn])))
  const surnames = new Set(found.flatMap(({ type, last }) => (type === 'PERSON' ? [word[last]] : [])))
  const named = new Set<TokenRun>()
  const all = found.map((name): Name => {
    const turn = turnAt.get(name.first)
    if (turn === undefined) return name
    named.add(turn)
    return name.type === 'ORGANIZATION' ? name : { ...name, type: 'PERSON' }
  })
  for (const turn of turns) {
    const { last } = turn
    let { first } = turn
    while (first < last && (isCourtesy(word[first]) || word[first] === '.')) first++
    const isName = first > turn.first || surnames.has(word[last])
    if (isName && !named.has(turn)) all.push({ first, last, type: 'PERSON', probability: 1 })
  }
  return all.sort((a, b) => a.first - b.first)
}

function tokensOf({ first, last }: TokenRun): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k)
}

/**
 * Tells of each turn of a printed interview to whom it is said: to who had the one before, the first one to who has the next.
 * @param speakers The mention that each statement is by, or -1.
 * @param told The mention that each is addressed to, or -1; those of turns are set.
 * @returns The mentions that name who has a turn.
 */
export function addressTurns(
  utterances: readonly Utterance[],
  speakers: readonly number[],
  referent: readonly (Referent | null)[],
  told: number[],
): Set<number> {
  const turns = utterances.flatMap(({ verbatim }, u) => (verbatim ? [u] : []))
  let other = -1
  turns.forEach((u, index) => {
    const says = speakers[u]
    const before = index === 0 ? -1 : speakers[turns[index - 1]]
    if (before >= 0 && (says < 0 || referent[before] !== referent[says])) other = before
    if (told[u] < 0) told[u] = index === 0 && turns.length > 1 ? speakers[turns[1]] : other
  })
  return new Set(turns.map((u) => speakers[u]).filter((says) => says >= 0))
}
