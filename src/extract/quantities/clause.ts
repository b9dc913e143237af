import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { FoundQuantity } from './quantity.js'

const { VERB, AUX, PUNCT, SCONJ, NOUN } = PART_OF_SPEECH

/** How far a clause is looked through on either side. */
const FARTHEST = 25

const MODALS = new Set('could may might would should must can'.split(' '))
const NEGATIONS = new Set(['not', "n't", 'never', 'neither', 'nor', 'without', 'cannot'])
/** "expected to", "likely to": not so yet. */
const PROSPECTS = new Set('expected likely set due scheduled planned projected estimated predicted forecast supposed believed'.split(' ')) // prettier-ignore

const UP = new Set('rise increase climb grow gain jump surge soar advance add expand rally rebound leap double triple raise boost up'.split(' ')) // prettier-ignore
const DOWN = new Set('fall drop decline decrease lose slide plunge sink slump tumble shrink contract cut reduce slip dip plummet lower slash down'.split(' ')) // prettier-ignore
const PAST: ReadonlyMap<string, string> = new Map(Object.entries({ rose: 'rise', risen: 'rise', grew: 'grow', grown: 'grow', fell: 'fall', fallen: 'fall', lost: 'lose', slid: 'slide', sank: 'sink', shrank: 'shrink', leapt: 'leap' })) // prettier-ignore

/** What the clause around a quantity says of it: whether it is negated, may only be so, or is a change. */
export function clauseOf(
  tokens: Tokens,
  quantity: Pick<FoundQuantity, 'first' | 'last' | 'kind'> & { readonly unit?: string | undefined },
): Pick<FoundQuantity, 'negated' | 'modality' | 'direction'> {
  const { first, last, kind, unit } = quantity
  const from = clauseStart(tokens, first)
  const to = clauseEnd(tokens, last)
  const negated = isNegated(tokens, from, to, first)
  const modality = modalityOf(tokens, from, to, last)
  const isAge = unit?.endsWith(' of age') === true
  const direction = kind === 'ordinal' || kind === 'ratio' || isAge ? undefined : directionOf(tokens, from, quantity)
  return {
    ...(negated ? { negated: true as const } : {}),
    ...(modality === undefined ? {} : { modality }),
    ...(direction === undefined ? {} : { direction }),
  }
}

/** Marks and conjunctions end a clause; a comma only where a verb stands on this side of it. */
function clauseStart({ word, pos, sentence }: Tokens, first: number): number {
  let at = first
  let hasVerb = false
  while (at > 0 && at > first - FARTHEST && sentence[at - 1] === sentence[first]) {
    const p = pos[at - 1]
    if (p === PUNCT && word[at - 1] !== ',' && word[at - 1] !== '-') break
    if (hasVerb && (word[at - 1] === ',' || p === SCONJ || BREAKS.has(word[at - 1]))) break
    if (p === VERB || p === AUX) hasVerb = true
    at--
  }
  return at
}

function clauseEnd({ word, pos, sentence, count }: Tokens, last: number): number {
  let at = last
  while (at + 1 < count && at < last + FARTHEST && sentence[at + 1] === sentence[last]) {
    const p = pos[at + 1]
    if (p === PUNCT && word[at + 1] !== '-') break
    if (p === SCONJ || BREAKS.has(word[at + 1])) break
    at++
  }
  return at
}

const BREAKS = new Set('that which who whom whose where when while because although though if but'.split(' '))

function isNegated({ word, pos }: Tokens, from: number, to: number, first: number): boolean {
  for (let t = from; t <= to; t++) {
    if (!NEGATIONS.has(word[t])) continue
    // "not only 5", "not less than 5", "not until" say that it is so.
    const next = word[t + 1]
    if (next === 'only' || next === 'less' || next === 'fewer' || next === 'more' || next === 'until') continue
    const isBefore = t < first
    const verb = isBefore || pos[t - 1] === AUX || pos[t - 1] === VERB
    if (verb) return true
  }
  return false
}

function modalityOf({ word, pos }: Tokens, from: number, to: number, last: number): string | undefined {
  for (let t = from; t <= to; t++) {
    if (pos[t] === AUX && MODALS.has(word[t])) return word[t]
    // "due to a strike" tells of none.
    const isCause = word[t] === 'due' && pos[t + 2] !== VERB && pos[t + 2] !== AUX
    // "36 people believed to be there": it is not their number that is believed.
    const isReduced = t > last && pos[t - 1] === NOUN
    if (PROSPECTS.has(word[t]) && word[t + 1] === 'to' && t + 1 <= to && !isCause && !isReduced) return `${word[t]} to`
  }
  return undefined
}

/** "rose 3%", "rose by 3% to 5%", "a drop of 3%", "a 3% increase", "up 3%". */
function directionOf(
  { word, lemma, pos, sentence, count, quoteDepth }: Tokens,
  from: number,
  { first, last, kind }: Pick<FoundQuantity, 'first' | 'last' | 'kind'>,
): 'up' | 'down' | undefined {
  // prettier-ignore
  // "fell to 41": where it has come to is no change, but behind one: "rose by 3% to 5%".
  if (word[first - 1] === 'to' && !word.slice(Math.max(from, first - 5), first - 1).includes('by')) return undefined
  // "between the two": what is known already does not change by so many.
  if (word[first - 1] === 'the' || word[first - 1] === 'these' || word[first - 1] === 'those') return undefined
  for (let t = first - 1; t >= from && t >= first - 6; t--) {
    // "added that three of them", "added: three of them": what somebody says is not added to a number.
    if (word[t] === 'that' || word[t] === ':' || quoteDepth[t] < quoteDepth[first]) return undefined
    // "ended up with 50", "locked up 50 people", "the lower house"; but "closed up 3%".
    const isParticle = word[t] === 'up' || word[t] === 'down'
    if (
      isParticle &&
      (t < first - (word[t + 1] === 'by' ? 4 : 2) ||
        word[t + 1] === 'with' ||
        (kind === 'cardinal' && pos[t - 1] === VERB))
    )
      continue
    if (word[t] === 'lower' && pos[t] !== VERB) continue
    const found = changeOf(PAST.get(word[t]) ?? lemma[t], word[t])
    if (found !== undefined) return found
    if (word[t] === 'to' && t < first - 1) return undefined
    if (pos[t] === VERB && !BETWEEN_VERBS.has(word[t])) return undefined
  }
  const next = last + 1
  // Not "two contract workers".
  const isHead = pos[next + 1] !== NOUN || sentence[next + 1] !== sentence[last]
  if (next < count && sentence[next] === sentence[last] && pos[next] === NOUN && isHead)
    return changeOf(lemma[next], word[next])
  return undefined
}

const BETWEEN_VERBS = new Set('estimated exceeding projected reported'.split(' '))

function changeOf(lemma: string, word: string): 'up' | 'down' | undefined {
  if (UP.has(lemma) || UP.has(word)) return 'up'
  return DOWN.has(lemma) || DOWN.has(word) ? 'down' : undefined
}
