import { PART_OF_SPEECH, type Quotations } from '../record/tokens.js'
import {
  APOSTROPHE,
  CASELESS,
  caseOf,
  DASH,
  DIGIT,
  EXCLAMATION,
  HYPHEN,
  kindOf,
  LOWER,
  PERIOD,
  QUOTE,
  UPPER,
} from './characters.js'
import type { PlacedTokens } from './paragraphs.js'
import { abbreviation, EITHER_WAY, isSentenceStarter } from './vocabulary.js'

/** Tokens with what is known of them. */
interface Input extends PlacedTokens {
  readonly word: readonly string[]
  readonly pos: Uint8Array
  readonly quotations: Quotations
  readonly glued: readonly number[]
}

/** Brackets longer than this many tokens do not keep a sentence together. */
const LONGEST_BRACKET = 100

/** A quotation longer than this many tokens does not keep the sentence together that it is part of. */
const LONGEST_QUOTATION = 150

/** Tokens that are looked at beyond the one in hand, so that no run of marks costs the square of its length. */
const FURTHEST = 64

/** Numbers of a list that are worth following. */
const LONGEST_LIST = 999

/** What counts as the number of a list's item "a": letters count on from it, apart from the numbers. */
const FIRST_LETTER = LONGEST_LIST + 2

const { VERB, AUX, PROPN } = PART_OF_SPEECH

const REPORTING_VERBS = new Set(
  `said says say asked asks ask added adds told tells replied replies answered answers cried cries shouted shouts wrote writes tweeted
  tweets exclaimed yelled wondered joked recalled explained insisted continued demanded inquired quipped laughed whispered thought`.split(
    /\s+/,
  ),
)

/** First token of each sentence, in order; sentences do not span paragraphs. */
export function sentenceStarts(input: Input): number[] {
  return new Splitter(input).run()
}

class Splitter {
  readonly #in: Input
  /** Per token: 1 for the opening mark of a quotation, 2 for its closing mark. */
  readonly #marks: Uint8Array
  /** Per token: no sentence ends before this token, since a bracket or a quotation closes only there. */
  readonly #heldUntil: Int32Array
  readonly #glued: Set<number>
  readonly #starts: number[] = []

  constructor(input: Input) {
    this.#in = input
    this.#glued = new Set(input.glued)
    this.#marks = new Uint8Array(input.count)
    this.#heldUntil = new Int32Array(input.count)
    this.#holdQuotations()
    this.#holdBrackets()
  }

  run(): number[] {
    const { count, paragraph } = this.#in
    for (let first = 0; first < count;) {
      let last = first
      while (last + 1 < count && paragraph[last + 1] === paragraph[first]) last++
      this.#splitParagraph(first, last)
      first = last + 1
    }
    return this.#starts
  }

  #holdQuotations(): void {
    const { open, close, closed, count } = this.#in.quotations
    for (let q = 0; q < count; q++) {
      this.#marks[open[q]] = 1
      if (closed[q] === 1) this.#marks[close[q]] = 2
      if (closed[q] === 1 && close[q] - open[q] <= LONGEST_QUOTATION && this.#isPartOfSentence(open[q], close[q])) {
        this.#hold(open[q], close[q])
      }
    }
  }

  /** Whether a quotation is part of a sentence around it: words lead up to it, or a reporting clause follows. */
  #isPartOfSentence(open: number, close: number): boolean {
    const { paragraph, count } = this.#in
    if (
      open > 0 &&
      paragraph[open - 1] === paragraph[open] &&
      !this.#isTerminal(open - 1) &&
      this.#marks[open - 1] === 0
    ) {
      return this.#code(open - 1) !== 0x29
    }
    const next = close + 1
    if (next >= count || paragraph[next] !== paragraph[close]) return false
    return this.#code(close - 1) === 0x2c || caseOf(this.#code(next)) === LOWER || this.#code(next) === 0x2c
  }

  #holdBrackets(): void {
    const { count, paragraph, text, start } = this.#in
    const stack: number[] = []
    for (let i = 0; i < count; i++) {
      if (i > 0 && paragraph[i] !== paragraph[i - 1]) stack.length = 0
      const code = text.charCodeAt(start[i])
      if (code === 0x28 || code === 0x5b) {
        if (stack.length < 32) stack.push(i)
      } else if ((code === 0x29 || code === 0x5d) && stack.length > 0) {
        const open = stack.pop()!
        if (i - open <= LONGEST_BRACKET) this.#hold(open, i)
      }
    }
  }

  #hold(from: number, to: number): void {
    for (let i = from; i < to; i++) if (this.#heldUntil[i] < to) this.#heldUntil[i] = to
  }

  #splitParagraph(first: number, last: number): void {
    let sentence = first
    this.#starts.push(first)
    for (let i = first; i < last;) {
      const next = this.#boundaryAfter(sentence, i, last)
      if (next > i && next <= last) {
        this.#starts.push(next)
        sentence = next
        i = next
      } else i++
    }
  }

  /** First token of the next sentence, where one ends at token `i` or its closing marks; else 0. */
  #boundaryAfter(sentence: number, i: number, last: number): number {
    if (this.#heldUntil[i] <= i && this.#isNextListItem(sentence, i + 1, last)) return i + 1
    if (!this.#isTerminal(i)) return this.#glued.has(i + 1) && !this.#isPeriod(i) ? i + 1 : 0
    let j = i
    const limit = Math.min(last, i + FURTHEST)
    while (j < limit && this.#belongsToEnd(j + 1)) j++
    j = this.#afterNotes(j, last)
    if (j >= last || this.#heldUntil[j] > j) return 0
    return this.#ends(sentence, i, j + 1, last) ? j + 1 : 0
  }

  #code(i: number): number {
    return this.#in.text.charCodeAt(this.#in.start[i])
  }

  #lastCode(i: number): number {
    return this.#in.text.charCodeAt(this.#in.end[i] - 1)
  }

  #isPeriod(i: number): boolean {
    return kindOf(this.#code(i)) === PERIOD && this.#in.end[i] - this.#in.start[i] === 1
  }

  #touches(i: number): boolean {
    return i > 0 && this.#in.start[i] === this.#in.end[i - 1]
  }

  /** Whether a sentence may end with the token: a period, an exclamation or question mark, an ellipsis; speech broken off by a dash. */
  #isTerminal(i: number): boolean {
    const code = this.#lastCode(i)
    const kind = kindOf(code)
    // "!Kung", "Y!J"
    if (kind === EXCLAMATION) return !this.#touches(i + 1) || this.#marks[i + 1] !== 0 || this.#touchesWord(i)
    if (kind === PERIOD || code === 0x2026) return i === 0 || this.#code(i - 1) !== 0x5b
    return kind === DASH || kind === HYPHEN
      ? this.#marks[i + 1] === 2 && this.#in.start[i + 1] - this.#in.start[i] < 4
      : false
  }

  #touchesWord(i: number): boolean {
    return this.#touches(i) && this.#in.end[i - 1] - this.#in.start[i - 1] > 1
  }

  /** Whether the token closes what ended before it: more punctuation, a closing mark or bracket. */
  #belongsToEnd(i: number): boolean {
    if (this.#marks[i] === 2) return true
    const code = this.#code(i)
    const kind = kindOf(code)
    if (kind === EXCLAMATION || code === 0x29 || code === 0x5d) return true
    if (kind === QUOTE || kind === APOSTROPHE) return this.#marks[i] !== 1 && this.#touches(i)
    return (kind === PERIOD || code === 0x2026) && kindOf(this.#lastCode(i)) === kind && this.#touches(i)
  }

  /** The last token of notes that touch the end of a sentence: "martyr.[1]", "consultation.11 12". */
  #afterNotes(i: number, last: number): number {
    let j = i
    while (
      j + 3 <= last &&
      this.#touches(j + 1) &&
      this.#code(j + 1) === 0x5b &&
      this.#isNumber(j + 2) &&
      this.#code(j + 3) === 0x5d
    ) {
      j += 3
    }
    if (j === i && j < last && this.#touches(j + 1) && this.#isNumber(j + 1)) {
      const limit = Math.min(last, i + FURTHEST)
      while (j < limit && this.#isNumber(j + 1)) j++
    }
    return j
  }

  #isNumber(i: number): boolean {
    return kindOf(this.#code(i)) === DIGIT && kindOf(this.#lastCode(i)) === DIGIT
  }

  /** Whether the sentence from `sentence` to the terminal `i` ends there, given that `next` would begin another. */
  #ends(sentence: number, i: number, next: number, last: number): boolean {
    const { text, start, end } = this.#in
    if (this.#isListMarker(sentence, i)) return false
    if (this.#isListItem(next, last)) return true
    let head = next
    const limit = Math.min(last, next + FURTHEST)
    while (head < limit && this.#isBeforeWord(head)) head++
    const code = this.#code(head)
    const kind = kindOf(code)
    if (caseOf(code) === LOWER && !hasCapital(text, start[head], end[head])) return false
    if (',;:%/'.includes(text[start[next]])) return false
    if (kind === EXCLAMATION) return false
    if (kind === PERIOD) return this.#isEndBeforeEllipsis(i, next, last)
    if (this.#isSpacedDots(i, next) || (this.#isPeriod(sentence) && this.#isPeriod(i))) return false
    const isAbbreviation = kindOf(this.#lastCode(i)) === PERIOD && kindOf(this.#code(i)) !== PERIOD
    if (isAbbreviation) return this.#endsAtAbbreviation(sentence, i, next, head)
    return next === i + 1 || !this.#isReportingClause(head, last)
  }

  #endsAtAbbreviation(sentence: number, i: number, next: number, head: number): boolean {
    const { text, start, end, word } = this.#in
    const form = text.slice(start[i], end[i] - 1)
    const code = this.#code(head)
    if (caseOf(code) !== UPPER || (head !== next && !this.#isQuote(next))) return false
    // After a clock time, a time zone ("a.m. EDT") goes on with it.
    if (/^[ap]\.?m$/i.test(form))
      return !/^\p{Lu}{2,4}$/u.test(text.slice(start[head], end[head])) && this.#hasVerb(sentence, i)
    const acronym = form.includes('.')
    if (!acronym && abbreviation(form) !== EITHER_WAY) return false
    if (acronym && abbreviation(form) > 0 && abbreviation(form) !== EITHER_WAY) return false
    if (word[i] === 'etc.') return true
    if (this.#glued.has(next)) return true
    return isSentenceStarter(text.slice(start[head], end[head]))
  }

  #isQuote(i: number): boolean {
    const kind = kindOf(this.#code(i))
    return kind === QUOTE || kind === APOSTROPHE
  }

  #hasVerb(from: number, to: number): boolean {
    for (let i = Math.max(from, to - FURTHEST); i < to; i++) {
      if (this.#in.pos[i] === VERB || this.#in.pos[i] === AUX) return true
    }
    return false
  }

  /** Opening marks, brackets, dashes and bullets, which stand before the first word of a sentence. */
  #isBeforeWord(i: number): boolean {
    if (this.#marks[i] === 2) return false
    const code = this.#code(i)
    const kind = kindOf(code)
    return (
      kind === QUOTE ||
      kind === APOSTROPHE ||
      kind === DASH ||
      kind === HYPHEN ||
      '([*•⁃·_¿¡'.includes(String.fromCharCode(code))
    )
  }

  /** Whether the period `i` touches its sentence and an ellipsis of three spaced periods, with another sentence after it, follows. */
  #isEndBeforeEllipsis(i: number, next: number, last: number): boolean {
    if (next !== i + 1 || next + 3 > last || !this.#isPeriod(i) || !this.#touches(i)) return false
    for (let dot = next; dot < next + 3; dot++) if (!this.#isPeriod(dot) || this.#touches(dot)) return false
    return caseOf(this.#code(next + 3)) === UPPER
  }

  /** Three periods with spaces between them are an ellipsis; four are one after the sentence's end. */
  #isSpacedDots(i: number, next: number): boolean {
    if (!this.#isPeriod(i) || this.#touches(i)) return false
    let dots = 1
    for (let j = i - 1; j >= 0 && this.#isPeriod(j) && dots < 4; j--) dots++
    return next === i + 1 && dots === 3
  }

  /** Whether nothing but a list's number or letter stands from `sentence` to `i`: "1.", "a.)". */
  #isListMarker(sentence: number, i: number): boolean {
    const marker = this.#listMarker(sentence, i)
    return marker > 0 && i < marker
  }

  /** Whether a list's item in lower case, which begins sentences as a capital does, begins at token `i`. */
  #isListItem(i: number, last: number): boolean {
    return (
      caseOf(this.#code(i)) !== UPPER &&
      !this.#isNumber(i) &&
      this.#listNumber(i) >= FIRST_LETTER &&
      this.#listMarker(i, last) > 0
    )
  }

  /** Whether the next item of a list begins at token `i`: its number or letter follows that of the sentence or begins anew, or both have a bullet. */
  #isNextListItem(sentence: number, i: number, last: number): boolean {
    if (i >= last || i - sentence < 2) return false
    if (this.#isBullet(i)) return this.#isBullet(sentence)
    const marker = this.#listMarker(i, last)
    if (marker === 0) return false
    const own = this.#listMarker(sentence, i)
    if (own === 0) return false
    const number = this.#listNumber(i)
    if (number === 1 || number === FIRST_LETTER) return true
    return number === this.#listNumber(sentence) + 1 && this.#code(own - 1) === this.#code(marker - 1)
  }

  /** Token after the list marker at `i` ("1.", "(a)", "• 9.", "b.)"), 0 where there is none. */
  #listMarker(i: number, last: number): number {
    let at = i
    if (this.#isBullet(at)) at++
    if (at < last && this.#code(at) === 0x28) at++
    if (at > last) return 0
    const { start, end } = this.#in
    const isInitial = end[at] - start[at] === 2 && this.#lastCode(at) === 0x2e && caseOf(this.#code(at)) !== CASELESS
    if (!isInitial && this.#listNumber(i) === 0) return 0
    at++
    let marked = isInitial
    const limit = Math.min(last, at + 1)
    while (at <= limit && this.#touches(at) && (this.#code(at) === 0x2e || this.#code(at) === 0x29)) {
      marked = true
      at++
    }
    return marked ? at : 0
  }

  /** The number of a list marker at `i`, letters counting from 1; 0 where it is neither. */
  #listNumber(i: number): number {
    let at = i
    if (this.#isBullet(at)) at++
    if (this.#code(at) === 0x28) at++
    const { text, start, end } = this.#in
    const code = this.#code(at)
    const length = end[at] - start[at]
    if (this.#isNumber(at) && length <= 3)
      return Math.min(LONGEST_LIST, Number.parseInt(text.slice(start[at], end[at]), 10) || 0)
    const isLetter =
      code < 0x80 && caseOf(code) !== CASELESS && (length === 1 || (length === 2 && this.#lastCode(at) === 0x2e))
    return isLetter ? (code & 0x1f) - 1 + FIRST_LETTER : 0
  }

  #isBullet(i: number): boolean {
    const code = this.#code(i)
    return code === 0x2022 || code === 0x2043 || code === 0xb7
  }

  /** Whether a clause such as "Smith asked" begins at `head`, right after a quotation: words without a verb, one verb, hardly more. */
  #isReportingClause(head: number, last: number): boolean {
    const { word, pos } = this.#in
    if (!this.#isQuote(head - 1) || this.#isQuote(head)) return false
    const exclaims = kindOf(this.#code(head - 2)) === EXCLAMATION
    const limit = Math.min(last, head + 7)
    for (let i = head; i <= limit; i++) {
      const endsNext = i === last || this.#isPeriod(i + 1)
      if (i > head && REPORTING_VERBS.has(word[i])) return endsNext || (exclaims && this.#code(i + 1) !== 0x3a)
      if (pos[i] === VERB) return exclaims && endsNext && i > head && pos[head] === PROPN
      if (pos[i] === AUX || this.#isPeriod(i) || this.#isQuote(i)) return false
    }
    return false
  }
}

/** Whether a capital stands within the first letters ("iPhone", "eBay"): a name that may begin a sentence. */
function hasCapital(text: string, from: number, to: number): boolean {
  const limit = Math.min(to, from + 3)
  for (let p = from + 1; p < limit; p++) if (caseOf(text.charCodeAt(p)) === UPPER) return true
  return false
}
