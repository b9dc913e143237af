import type { Tokens } from '../../record/tokens.js'
import { CAPITALISED, CAPITALS, casingOf, MARK, SMALL, UNCASED } from './casing.js'
import { classesOf, FUNCTION_WORD } from './lexicon.js'
import type { NameWords } from './words.js'

/** How the sentence around is written. */
export const PROSE = 0
/** A headline with capitals at the beginning of most words: they tell nothing there. */
export const HEADLINE = 1
export const ALL_CAPITALS = 2

const TAB = 9

/** Tokens between two capitalised ones that are still looked at, since a name may hold them: "Ministry of the Interior". */
const GAP = 2

/** Tokens without a space between them that are taken together, at most. */
const MOST_GLUED = 4

/** The longest run of tokens that is labelled at once. */
const LONGEST_WINDOW = 300

/** What the letters of an article say, before any name is known: how each token is written, and which capitalised ones stand together. */
export class Surface {
  /** Number of each token's word. */
  word: Int32Array = new Int32Array(0)
  casing = new Uint8Array(0)
  /** How the sentence of each token is written. */
  style = new Uint8Array(0)
  /** First and last token of the group of capitalised tokens that each is in, or -1. */
  groupFirst = new Int32Array(0)
  groupLast = new Int32Array(0)
  readonly #words: NameWords

  constructor(words: NameWords) {
    this.#words = words
  }

  read(tokens: Tokens): void {
    const { count, sentences } = tokens
    this.word = tokens.forms.word
    if (this.casing.length < count) {
      const room = 2 * count
      this.casing = new Uint8Array(room)
      this.style = new Uint8Array(room)
      this.groupFirst = new Int32Array(room)
      this.groupLast = new Int32Array(room)
    }
    this.#words.learn(tokens.forms)
    for (let t = 0; t < count; t++) this.casing[t] = casingOf(tokens.text, tokens.start[t], tokens.end[t])
    const { classes } = this.#words
    const casing = (t: number): number => this.casing[t]
    const isFunction = (t: number): boolean => (classes[this.word[t]] & FUNCTION_WORD) !== 0
    for (let s = 0; s < sentences.count; s++) {
      const first = sentences.first[s]
      const last = sentences.last[s]
      this.style.fill(styleOf(first, last, casing, isFunction), first, last + 1)
      this.#group(tokens, first, last)
    }
  }

  /** Calls `visit` with the first and last token of each run in which names may be, in order. */
  eachWindow(tokens: Tokens, visit: (first: number, last: number) => void): void {
    const { groupFirst, groupLast } = this
    const { sentence, sentences } = tokens
    let free = 0
    for (let t = 0; t < tokens.count; t++) {
      if (groupFirst[t] < 0 || t < free) continue
      const end = sentences.last[sentence[t]]
      const first = Math.max(free, sentences.first[sentence[t]], this.#glued(tokens, t - 1, -1))
      let last = groupLast[t]
      for (let next = last + 1; next <= Math.min(end, last + 1 + GAP); next++) {
        if (isCellEnd(tokens, next - 1)) break
        if (groupFirst[next] < 0) continue
        if (groupLast[next] - first >= LONGEST_WINDOW) break
        last = groupLast[next]
        next = last
      }
      t = last
      // A particle or another part in small letters may stand before, a noun after: "bin Laden", "Guangdong province".
      last = Math.min(end, this.#glued(tokens, last + 1, 1))
      visit(first, last)
      free = last + 1
    }
  }

  /** Whether token `t` is the first of its sentence, but for a mark: a capital tells nothing there. */
  begins({ sentence, sentences }: Tokens, t: number): boolean {
    const first = sentences.first[sentence[t]]
    return t === first || (t === first + 1 && this.casing[first] === MARK)
  }

  /** The last token from `t` on, in the direction of `step`, that stands next to it with no space between, such as parts of "Suk-yeol". */
  #glued({ start, end, count }: Tokens, t: number, step: 1 | -1): number {
    let to = t
    for (let k = 0; k < MOST_GLUED; k++) {
      const next = to + step
      if (to < 0 || next < 0 || to >= count || next >= count) break
      if (step === 1 ? start[next] !== end[to] : end[next] !== start[to]) break
      to = next
    }
    return to
  }

  #group(tokens: Tokens, first: number, last: number): void {
    const { start, end, word } = tokens
    const { groupFirst, groupLast } = this
    groupFirst.fill(-1, first, last + 1)
    groupLast.fill(-1, first, last + 1)
    for (let t = first; t <= last; t++) {
      if (!this.#isCapital(t)) continue
      let to = t
      for (;;) {
        const next = to + 1
        if (isCellEnd(tokens, to)) break
        if (next <= last && this.#isCapital(next)) to = next
        else if (
          next < last &&
          word[next] === '-' &&
          start[next] === end[to] &&
          start[next + 1] === end[next] &&
          this.#isCapital(next + 1)
        )
          to = next + 1 // prettier-ignore
        else break
        if (to - t >= LONGEST_WINDOW - 1) break
      }
      groupFirst.fill(t, t, to + 1)
      groupLast.fill(to, t, to + 1)
      t = to
    }
  }

  #isCapital(t: number): boolean {
    const kind = this.casing[t]
    if (kind > UNCASED) return false
    const isFunction = (this.#words.classes[this.word[t]] & FUNCTION_WORD) !== 0
    return !isFunction || (kind === CAPITALS && this.style[t] !== ALL_CAPITALS)
  }
}

/** Whether a tab follows token `t`: it ends a cell of a table, and no name goes on behind it. */
function isCellEnd({ text, end }: Tokens, t: number): boolean {
  return text.charCodeAt(end[t]) === TAB
}

/** How the sentence of tokens `first` to `last` is written. */
function styleOf(
  first: number,
  last: number,
  casingOfToken: (t: number) => number,
  isFunction: (t: number) => boolean,
): number {
  let capitals = 0
  let capitalised = 0
  let small = 0
  for (let t = first; t <= last; t++) {
    const kind = casingOfToken(t)
    if (kind === CAPITALS) capitals++
    else if (kind === CAPITALISED) capitalised++
    else if (kind === SMALL && !isFunction(t)) small++
  }
  if (capitals >= 3 && capitals >= 3 * (capitalised + small)) return ALL_CAPITALS
  return capitalised >= 3 && capitalised >= 3 * small ? HEADLINE : PROSE
}

/** Whether a sentence is written in prose: not in capitals, nor with one at the beginning of most words and no period at the end. */
export function isProse({ text, start, end, word, sentences }: Tokens, sentence: number): boolean {
  const casing = (t: number): number => casingOf(text, start[t], end[t])
  const isFunction = (t: number): boolean => (classesOf(word[t]) & FUNCTION_WORD) !== 0
  const last = sentences.last[sentence]
  return word[last] === '.' || styleOf(sentences.first[sentence], last, casing, isFunction) === PROSE
}
