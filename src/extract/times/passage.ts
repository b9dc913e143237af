import type { Numeral } from '../../record/numeral.js'
import { mayBeginNumeral, numeralAt } from '../../record/numeral.js'
import type { Tokens } from '../../record/tokens.js'
import type { Day } from './calendar.js'
import { isoDay, readDay } from './calendar.js'
import type { Candidate, Grain, Reference } from './found.js'

/** A quotation's "today" is taken for a day that the text named before only where that lies within so many days before the article's. */
const LONGEST_AGO = 7

/** The most tokens that a numeral before a unit is looked for in. */
const LONGEST_NUMERAL = 8

/**
 * A text while it is read: its tokens, the sentence that is being read, and what has been proposed so far. Words beyond the sentence
 * read as ''.
 */
export class Passage {
  readonly text: string
  readonly proposed: Candidate[] = []
  /** The day of the article; null where it is not known. */
  readonly published: Day | null
  /** The last day that the text outside quotations has named. */
  #named: Day | null = null
  readonly #latest = new Map<Grain, Day>()
  #namesMay: boolean | undefined
  #passed = -1
  #low = 0
  #high = -1

  constructor(
    readonly tokens: Tokens,
    readonly reference: Reference,
  ) {
    this.text = tokens.text
    this.published = readDay(reference.date)
  }

  /** Reads on at a token: its sentence is the one that words are read of. */
  enter(token: number): void {
    if (token <= this.#high) return
    const sentence = this.tokens.sentence[token]
    this.#low = this.tokens.sentences.first[sentence]
    this.#high = this.tokens.sentences.last[sentence]
  }

  get first(): number {
    return this.#low
  }

  get last(): number {
    return this.#high
  }

  word(token: number): string {
    return token < this.#low || token > this.#high ? '' : this.tokens.word[token]
  }

  /** Part of speech, as an index; -1 beyond the sentence. */
  pos(token: number): number {
    return token < this.#low || token > this.#high ? -1 : this.tokens.pos[token]
  }

  /** Whether no space stands before a token. */
  isGlued(token: number): boolean {
    return token > 0 && this.tokens.start[token] === this.tokens.end[token - 1]
  }

  isCapital(token: number): boolean {
    if (token < this.#low || token > this.#high) return false
    const letter = this.text.charAt(this.tokens.start[token])
    return letter !== letter.toLowerCase()
  }

  slice(first: number, last: number): string {
    return this.text.slice(this.tokens.start[first], this.tokens.end[last])
  }

  /** The day that relative times at a token count from: the article's, but within a quotation the day when it was said, where the text has told it. */
  today(token: number): Day | null {
    const { published } = this
    if (published === null || this.#named === null || this.tokens.quoteDepth[token] === 0) return published
    return this.#named <= published && published - this.#named <= LONGEST_AGO ? this.#named : published
  }

  /** Whether the text speaks of someone called May. */
  get namesMay(): boolean {
    return (this.#namesMay ??= /\b(?:Theresa|Mrs\.?|Ms\.?) May\b|\bMay said\b/.test(this.text))
  }

  /** The day that the text named last. */
  get named(): Day | null {
    return this.#named
  }

  /** A day of the last period of that grain that the text named. */
  latest(grain: Grain): Day | null {
    return this.#latest.get(grain) ?? null
  }

  /** The numeral that ends with a token, the longest there is. */
  numeralBefore(token: number): Numeral | null {
    let found: Numeral | null = null
    for (let first = token; first > token - LONGEST_NUMERAL && first >= this.#low; first--) {
      const word = this.tokens.word[first]
      if (word === ',' || word === '.' || word === ';') break
      if (!mayBeginNumeral(this.tokens, first)) continue
      const numeral = numeralAt(this.tokens, first)
      if (numeral === null || numeral.last !== token || numeral.rest !== '') continue
      found = numeral
    }
    return found
  }

  /** The numeral that begins at a token and lies in the sentence. */
  numeralFrom(token: number): Numeral | null {
    return token < this.#low || token > this.#high ? null : numeralAt(this.tokens, token)
  }

  /**
   * Proposes a time. One that reaches into the last proposed takes its place where it contains it, and is dropped where it does not.
   * Tells whether it was taken.
   */
  propose(found: Proposal): boolean {
    const { first, last } = found
    const { start, end } = this.tokens
    const candidate: Candidate = {
      start: start[first],
      end: end[last],
      grain: null,
      day: null,
      clock: '',
      isDependent: false,
      ...found,
    }
    while (this.proposed.length > 0) {
      const before = this.proposed[this.proposed.length - 1]
      if (before.end <= candidate.start) break
      if (candidate.start > before.start || candidate.end < before.end) return false
      this.proposed.pop()
    }
    this.proposed.push(candidate)
    const { grain, day } = candidate
    if (grain !== null && day !== null) {
      this.#latest.set(grain, day)
      if (grain === 'day' && this.tokens.quoteDepth[first] === 0) this.#named = day
    }
    return true
  }

  /** Passes over what reads like a time and is none: a date that does not exist. */
  pass(last: number): void {
    this.#passed = last
  }

  /** The last token that is done with; -1 before the first. */
  get covered(): number {
    return Math.max(this.#passed, this.proposed.length === 0 ? -1 : this.proposed[this.proposed.length - 1].last)
  }
}

/** A proposed time: its offsets are those of its tokens unless told. */
export type Proposal = Pick<Candidate, 'first' | 'last' | 'kind' | 'value'> & Partial<Candidate>

/** A proposal for a day; the value keeps a placeholder where the day is not known. */
export function dayProposal(first: number, last: number, day: Day | null, unknown = 'XXXX-XX-XX'): Proposal {
  return { first, last, kind: 'date', value: day === null ? unknown : isoDay(day), grain: 'day', day }
}
