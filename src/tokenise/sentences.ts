import { PARTS_OF_SPEECH, type Quotations } from '../record/tokens.js'
import {
  APOSTROPHE,
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
import { abbreviation, EITHER_WAY, isSentenceStarter } from './vocabulary.js'

/** Tokens by offset, with what is known of them. */
interface Input {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly word: readonly string[]
  readonly pos: Uint8Array
  readonly paragraph: Int32Array
  readonly quotations: Quotations
  readonly glued: readonly number[]
}

/** Brackets longer than this many tokens do not keep a sentence together. */
const LONGEST_BRACKET = 100

/** A quotation longer than this many tokens does not keep a sentence together. */
const LONGEST_QUOTED_SENTENCE = 0

const VERB = PARTS_OF_SPEECH.indexOf('VERB')
const AUX = PARTS_OF_SPEECH.indexOf('AUX')
const PROPN = PARTS_OF_SPEECH.indexOf('PROPN')

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
      if (closed[q] === 1 && close[q] - open[q] <= LONGEST_QUOTED_SENTENCE) this.#hold(open[q], close[q])
    }
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
    if (this.#startsListItem(sentence, i + 1, last)) return i + 1
    const terminal = this.#isTerminal(i)
    if (!terminal) return this.#glued.has(i + 1) && !this.#isPeriod(i) ? i + 1 : 0
    let j = i
    while (j < last && this.#belongsToEnd(j + 1)) j++
    j = this.#afterNotes(j, last)
    if (j >= last) return 0
    const next = j + 1
    if (this.#heldUntil[j] > j) return 0
    return this.#ends(sentence, i, next, last) ? next : 0
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

  #isTerminal(i: number): boolean {
    const code = this.#lastCode(i)
    const kind = kindOf(code)
    return kind === PERIOD || kind === EXCLAMATION || code === 0x2026
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
    )
      j += 3
    if (j === i && j < last && this.#touches(j + 1) && this.#isNumber(j + 1)) {
      while (j < last && this.#isNumber(j + 1)) j++
    }
    return j
  }

  #isNumber(i: number): boolean {
    return kindOf(this.#code(i)) === DIGIT && kindOf(this.#lastCode(i)) === DIGIT
  }

  /** Whether the sentence from `sentence` to the terminal `i` ends there, given that `next` would begin another. */
  #ends(sentence: number, i: number, next: number, last: number): boolean {
    const { text, start, end, word } = this.#in
    if (this.#isListMarker(sentence, i)) return false
    let head = next
    while (head < last && this.#isBeforeWord(head)) head++
    const code = this.#code(head)
    const kind = kindOf(code)
    if (caseOf(code) === LOWER && !hasCapital(text, start[head], end[head])) return false
    if (',;:%/'.includes(text[start[next]])) return false
    if (kind === PERIOD || kind === EXCLAMATION) return false
    if (this.#isSpacedDots(i, next)) return false
    const isAbbreviation = kindOf(this.#lastCode(i)) === PERIOD && kindOf(this.#code(i)) !== PERIOD
    if (isAbbreviation) return this.#endsAtAbbreviation(sentence, i, next, head)
    if (next > i + 1 && this.#isReportingClause(head, last)) return false
    return kind !== DIGIT || word[i] !== '…' || next === head
  }

  #endsAtAbbreviation(sentence: number, i: number, next: number, head: number): boolean {
    const { text, start, end, word, pos } = this.#in
    const form = text.slice(start[i], end[i] - 1)
    const code = this.#code(head)
    if (caseOf(code) !== UPPER || (head !== next && !this.#isQuote(next))) return false
    if (/^[ap]\.?m$/i.test(form)) return this.#hasVerb(sentence, i)
    const acronym = form.includes('.')
    if (!acronym && abbreviation(form) !== EITHER_WAY) return false
    if (acronym && abbreviation(form) > 0 && abbreviation(form) !== EITHER_WAY) return false
    if (word[i] === 'etc.') return true
    if (this.#glued.has(next)) return true
    if (isSentenceStarter(text.slice(start[head], end[head]))) return true
    return pos[head] !== PROPN && caseOf(text.charCodeAt(start[head] + 1)) === LOWER && word[head].endsWith('s')
  }

  #isQuote(i: number): boolean {
    const kind = kindOf(this.#code(i))
    return kind === QUOTE || kind === APOSTROPHE
  }

  #hasVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.#in.pos[i] === VERB || this.#in.pos[i] === AUX) return true
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

  /** Three periods with spaces between them are an ellipsis; four are one after the sentence's end. */
  #isSpacedDots(i: number, next: number): boolean {
    if (!this.#isPeriod(i) || this.#touches(i)) return false
    let dots = 1
    for (let j = i - 1; j >= 0 && this.#isPeriod(j) && dots < 4; j--) dots++
    return next === i + 1 && dots === 3
  }

  /** "1." and "a." at the start of a sentence number it. */
  #isListMarker(sentence: number, i: number): boolean {
    const { start, end } = this.#in
    let first = sentence
    while (first < i && '•⁃*-([('.includes(String.fromCharCode(this.#code(first)))) first++
    if (i - first > 1) return false
    const length = (i === first ? end[first] - 1 : end[first]) - start[first]
    return (this.#isNumber(first) && length <= 3) || (length === 1 && caseOf(this.#code(first)) !== 3)
  }

  /** Whether a list goes on at token `i`: its number or letter follows that of the sentence, or it has a bullet as well. */
  #startsListItem(sentence: number, i: number, last: number): boolean {
    if (i >= last || i - sentence < 2) return false
    const code = this.#code(i)
    if (code === 0x2022 || code === 0x2043) return this.#code(sentence) === code
    return false
  }

  /** Whether a clause such as "Smith asked" begins at `head`, right after a quotation that ended with ? or !. */
  #isReportingClause(head: number, last: number): boolean {
    const { word, pos } = this.#in
    if (!this.#isQuote(head - 1)) return false
    const ending = this.#code(head - 2)
    if (kindOf(ending) !== EXCLAMATION) return false
    const limit = Math.min(last, head + 7)
    for (let i = head; i <= limit; i++) {
      if (i > head && REPORTING_VERBS.has(word[i])) return true
      if (pos[i] === VERB || pos[i] === AUX || this.#isTerminal(i) || this.#isQuote(i)) return false
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
