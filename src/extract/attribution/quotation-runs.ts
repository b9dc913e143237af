import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { Attribution } from './attribution.js'
import { joined, type TokenRun } from './runs.js'

const { PUNCT } = PART_OF_SPEECH

/** The fewest words of a quotation that stands alone in its paragraph and is taken for speech. */
const FEWEST_WORDS = 4

/**
 * How sure it is that a quotation alone in its paragraph, or its sentences, is of the one who said what stands just before it. On polnear-train
 * two in three are, and most others belong to nobody there.
 */
const CERTAINTY_OF_IMPLIED = 0.75

/**
 * Finds the statements of quotations that are no draft's own, and adds them to `outer`. A quotation that runs over paragraphs is one
 * content, whichever paragraph has the cue: statements of `outer` that hold a part of it get the rest. A paragraph that is nothing but a
 * quotation, with no cue, has the speaker of what the paragraph before it ends with; sentences that are, behind another one of their
 * paragraph, have the speaker of what that one tells. Where that is quoted too, they are a part of its content: so have it 182 of 195 such
 * paragraphs in `gold/training`.
 * @param least Statements below this confidence are left out.
 */
export function continueQuotations(tokens: Tokens, outer: Attribution[], least: number): void {
  const quotations = outermost(tokens)
  if (quotations.length === 0) return
  const holder = holders(tokens, outer, quotations)
  joinContinued(quotations, holder)
  joinSplit(tokens, quotations, holder)
  addImplied(tokens, quotations, holder, outer, least)
}

interface Outermost {
  readonly run: TokenRun
  readonly paragraph: number
  /** Goes on from the quotation before it. */
  readonly continues: boolean
  /** It is all of its paragraph. */
  readonly alone: boolean
  /** It is all of its sentences, behind another one of its paragraph. */
  readonly follows: boolean
}

function outermost({ quotations, paragraphs, paragraph, sentences, sentence, pos }: Tokens): Outermost[] {
  const found: Outermost[] = []
  for (let q = 0; q < quotations.count; q++) {
    if (quotations.depth[q] !== 1) continue
    const first = quotations.open[q]
    const last = quotations.close[q]
    const p = paragraph[first]
    const isLast = (end: number): boolean => last === end || (last === end - 1 && pos[end] === PUNCT)
    const begins = first === paragraphs.first[p]
    found.push({
      run: { first, last },
      paragraph: p,
      continues: quotations.continues[q] === 1,
      alone: begins && isLast(paragraphs.last[p]),
      follows: !begins && first === sentences.first[sentence[first]] && isLast(sentences.last[sentence[last]]),
    })
  }
  return found
}

/**
 * Of each quotation, the statement whose content holds words of it; the last one where there are several. A statement whose cue lies in
 * the quotation as well is what the one quoted says of others: it does not hold it.
 */
function holders(
  tokens: Tokens,
  outer: readonly Attribution[],
  quotations: readonly Outermost[],
): (Attribution | undefined)[] {
  const quotationOf = new Int32Array(tokens.count).fill(-1)
  quotations.forEach(({ run: { first, last } }, q) => quotationOf.fill(q, first, last + 1))
  const holder = new Array<Attribution | undefined>(quotations.length)
  const heldTo = new Int32Array(quotations.length).fill(-1)
  for (const attribution of outer) {
    const inside = attribution.cue === null ? -1 : quotationOf[attribution.cue.first]
    for (const { first, last } of attribution.content) {
      for (let t = last; t >= first; t--) {
        const q = quotationOf[t]
        if (q < 0 || q === inside) continue
        if (t >= heldTo[q]) {
          heldTo[q] = t
          holder[q] = attribution
        }
        // The rest of this quotation says nothing new.
        t = Math.max(quotations[q].run.first, first)
      }
    }
  }
  return holder
}

/** Gives the unclaimed parts of a quotation over several paragraphs to the statement that holds another part. */
function joinContinued(quotations: readonly Outermost[], holder: (Attribution | undefined)[]): void {
  const claim = (q: number, by: Attribution | undefined): void => {
    if (holder[q] !== undefined || by === undefined) return
    by.content = joined([...by.content, quotations[q].run])
    holder[q] = by
  }
  for (let q = 1; q < quotations.length; q++) if (quotations[q].continues) claim(q, holder[q - 1])
  for (let q = quotations.length - 1; q > 0; q--) if (quotations[q].continues) claim(q - 1, holder[q])
}

/** Gives the other part of a quotation to the statement whose cue stands between both: “The war,” she told the council on Monday, “must end.” */
function joinSplit(
  { word, sentence, quoteDepth }: Tokens,
  quotations: readonly Outermost[],
  holder: (Attribution | undefined)[],
): void {
  for (let q = 1; q < quotations.length; q++) {
    const { run: before } = quotations[q - 1]
    const { run: behind } = quotations[q]
    const one = holder[q - 1] ?? holder[q]
    if (one?.cue == null || (holder[q - 1] === undefined) === (holder[q] === undefined)) continue
    const isBetween = before.last < one.cue.first && one.cue.last < behind.first
    const isSplit = word[before.last - 1] === ',' && word[behind.first - 1] === ','
    if (!isBetween || !isSplit || sentence[before.last] !== sentence[behind.first]) continue
    if (one.content.some(({ first }) => quoteDepth[first] === 0)) continue
    one.content = joined([...one.content, before, behind])
    holder[q - 1] = holder[q] = one
  }
}

function addImplied(
  tokens: Tokens,
  quotations: readonly Outermost[],
  holder: (Attribution | undefined)[],
  outer: Attribution[],
  least: number,
): void {
  const tellers = tellersOf(tokens, outer)
  /** Further parts of contents, put together once: a statement may get a hundred thousand. */
  const parts = new Map<Attribution, TokenRun[]>()
  const give = (one: Attribution, q: number): void => {
    const own = parts.get(one)
    if (own === undefined) parts.set(one, [quotations[q].run])
    else own.push(quotations[q].run)
    holder[q] = one
  }
  for (let q = 0; q < quotations.length; q++) {
    const { run, paragraph, alone, follows } = quotations[q]
    if (holder[q] !== undefined || (!alone && !follows)) continue
    const isBehindQuotation = alone && quotations[q - 1]?.paragraph === paragraph - 1
    const told = isBehindQuotation ? holder[q - 1] : tellers.get(tokens.sentence[run.first] - 1)
    const isSpeech = follows || wordsOf(tokens, run) >= FEWEST_WORDS
    if (told !== undefined && q > 0 && isSpeech) {
      const latest = (parts.get(told) ?? told.content).at(-1)!
      if (goesOn(tokens, told, quotations[q - 1].run, latest, run)) {
        give(told, q)
        tellers.set(tokens.sentence[run.last], told)
        continue
      }
    }
    const implied = told?.source ?? told?.implied ?? null
    if (told === undefined || implied === null || wordsOf(tokens, run) < FEWEST_WORDS) continue
    const confidence = told.confidence * CERTAINTY_OF_IMPLIED
    if (confidence < least) continue
    const attribution: Attribution = {
      cue: null,
      source: null,
      implied,
      content: [run],
      addressee: null,
      medium: null,
      verbatim: false,
      parent: null,
      confidence,
    }
    holder[q] = attribution
    outer.push(attribution)
    tellers.set(tokens.sentence[run.last], attribution)
    // It may itself run on over paragraphs.
    for (let next = q + 1; next < quotations.length && quotations[next].continues; next++) {
      if (holder[next] !== undefined) break
      give(attribution, next)
    }
  }
  for (const [one, further] of parts) one.content = joined([...one.content, ...further])
}

/** By sentence, the statement that it ends with: the last one whose cue or content does, but none of a clause about who speaks ("…,” she said, who asked that"). */
function tellersOf({ sentence, word }: Tokens, outer: readonly Attribution[]): Map<number, Attribution> {
  const tellers = new Map<number, Attribution>()
  const last = ({ cue, content }: Attribution): number => Math.max(cue?.last ?? -1, content.at(-1)!.last)
  for (const one of [...outer].sort((a, b) => last(a) - last(b))) {
    const s = sentence[last(one)]
    const isRelative = one.source !== null && RELATIVES.has(word[one.source.last])
    if (!isRelative || !tellers.has(s)) tellers.set(s, one)
  }
  return tellers
}

/**
 * Whether what is quoted next goes on with what a statement tells, since that is all quoted, or ends with a quoted sentence, and its cue is not:
 * 'It was “too wet,” she said. “It was late.”' Other marks are not of the same speech: a headline between paragraphs may have single ones.
 */
function goesOn(
  { quoteDepth, word }: Tokens,
  { cue, content }: Attribution,
  before: TokenRun,
  latest: TokenRun,
  next: TokenRun,
): boolean {
  if (cue === null || quoteDepth[cue.first] > 0 || word[before.first] !== word[next.first]) return false
  const endsQuoted = before.first <= latest.last && latest.last <= before.last && SPOKEN_ENDS.has(word[before.last - 1])
  return endsQuoted || content.every(({ first }) => quoteDepth[first] > 0)
}

const RELATIVES = new Set(['who', 'which'])

/** What stands before the closing mark of speech, other than of a title. */
const SPOKEN_ENDS = new Set([',', '.', '!', '?'])

function wordsOf({ pos }: Tokens, { first, last }: TokenRun): number {
  let words = 0
  for (let t = first; t <= last; t++) if (pos[t] !== PUNCT) words++
  return words
}
