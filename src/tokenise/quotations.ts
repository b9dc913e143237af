import type { Quotations } from '../record/tokens.js'
import { APOSTROPHE, DASH, DIGIT, HYPHEN, isWordAt, kindOf, LETTER, QUOTE, SPACE } from './characters.js'
import type { PlacedTokens } from './paragraphs.js'
import { isElision } from './vocabulary.js'

/** Quotations nest no deeper; opening marks beyond it count as unpaired. */
export const DEEPEST_QUOTATION = 32

/** What a mark may do where it stands. */
const OPENS = 1
const CLOSES = 2
/** Its surroundings do not tell. */
const EITHER = OPENS | CLOSES
/** An apostrophe, a mark of inches: no quotation mark at all. */
const NEITHER = 0

/** Marks pair within a family, but for `ALIKE`. */
const DOUBLE = 1
const SINGLE = 2
const GUILLEMET = 3
const SINGLE_GUILLEMET = 4
const CORNER = 5
const WHITE_CORNER = 6
const FAMILIES = 7

/** Translators and keyboards mix these: “…». A mark of one closes a quotation of the other that has no closing mark of its own left. */
const ALIKE: ReadonlySet<number> = new Set([DOUBLE, GUILLEMET])

const FAMILY_OF = new Map<number, number>()
for (const [family, marks] of [
  [DOUBLE, '"“”„‟＂'],
  [SINGLE, "'’‘‛‚`＇"],
  [GUILLEMET, '«»'],
  [SINGLE_GUILLEMET, '‹›'],
  [CORNER, '「」'],
  [WHITE_CORNER, '『』'],
] as const) {
  for (const mark of marks) FAMILY_OF.set(mark.charCodeAt(0), family)
}

/** Quotations of a text, and how many each token lies in. Linear in the text, whatever its marks. */
export function quotationsOf(input: PlacedTokens): { quotations: Quotations; quoteDepth: Uint8Array } {
  const pairing = new Pairing(input)
  const { count, paragraph } = input
  for (let first = 0; first < count;) {
    let last = first
    while (last + 1 < count && paragraph[last + 1] === paragraph[first]) last++
    pairing.pairParagraph(first, last)
    first = last + 1
  }
  return pairing.result()
}

class Pairing {
  readonly #input: PlacedTokens
  readonly #open: number[] = []
  readonly #close: number[] = []
  readonly #closed: number[] = []
  readonly #continues: number[] = []
  readonly #unpaired: number[] = []
  /** Family of the quotation that the paragraph before left open, else 0. */
  #leftOpen = 0
  /** The paragraph's marks: token, family, role. */
  #mark: number[] = []
  #family: number[] = []
  #role: number[] = []

  constructor(input: PlacedTokens) {
    this.#input = input
  }

  pairParagraph(first: number, last: number): void {
    this.#collect(first, last)
    const mark = this.#mark
    if (mark.length === 0) {
      this.#leftOpen = 0
      return
    }
    const remaining = this.#countRoles()
    /** Per mark: the mark that closes it, -1 while it is open, -2 where it opens nothing. */
    const closedBy = new Int32Array(mark.length).fill(-2)
    const stack: number[] = []
    const openOf = new Int32Array(FAMILIES)
    const drop = (m: number): void => {
      openOf[this.#family[m]]--
      closedBy[m] = -2
      this.#unpaired.push(mark[m])
    }
    /** The family of the quotation that a closing mark of `family` ends. */
    const ended = (family: number): number => {
      const inner = stack.length === 0 ? family : this.#family[stack.at(-1)!]
      const isAlike = openOf[family] === 0 && ALIKE.has(family) && ALIKE.has(inner)
      return isAlike && remaining.closing(inner) < openOf[inner] + remaining.opening(inner) ? inner : family
    }
    for (let m = 0; m < mark.length; m++) {
      let family = this.#family[m]
      const settled = this.#settle(m, openOf[family])
      remaining.pass(family, this.#role[m])
      if (settled === NEITHER) continue
      if (settled === OPENS) {
        // The same marks open again: either they nest, and enough closing ones follow, or the first one is stray.
        if (openOf[family] > 0 && remaining.closing(family) < remaining.opening(family) + openOf[family] + 1) {
          while (openOf[family] > 0) drop(stack.pop()!)
        }
        if (stack.length >= DEEPEST_QUOTATION) {
          this.#unpaired.push(mark[m])
          continue
        }
        stack.push(m)
        openOf[family]++
        closedBy[m] = -1
        continue
      }
      family = ended(family)
      if (openOf[family] === 0 || (family === SINGLE && this.#family[stack.at(-1)!] !== SINGLE)) {
        this.#unpaired.push(mark[m])
        continue
      }
      while (this.#family[stack.at(-1)!] !== family) drop(stack.pop()!)
      closedBy[stack.pop()!] = m
      openOf[family]--
    }
    this.#record(closedBy, first, last)
  }

  result(): { quotations: Quotations; quoteDepth: Uint8Array } {
    const count = this.#open.length
    const depth = new Uint8Array(count)
    const quoteDepth = new Uint8Array(this.#input.count)
    const ends: number[] = []
    let q = 0
    for (let i = 0; i < this.#input.count; i++) {
      while (q < count && this.#open[q] === i) {
        ends.push(this.#close[q])
        depth[q++] = ends.length
      }
      quoteDepth[i] = ends.length
      while (ends.length > 0 && ends.at(-1) === i) ends.pop()
    }
    return {
      quoteDepth,
      quotations: {
        count,
        open: Int32Array.from(this.#open),
        close: Int32Array.from(this.#close),
        closed: Uint8Array.from(this.#closed),
        depth,
        continues: Uint8Array.from(this.#continues),
        unpaired: this.#unpaired.sort((a, b) => a - b),
      },
    }
  }

  /** Finds the paragraph's marks, and what each may do by itself. */
  #collect(first: number, last: number): void {
    this.#mark = []
    this.#family = []
    this.#role = []
    const { text, start, end } = this.#input
    for (let i = first; i <= last; i++) {
      const at = start[i]
      const code = text.charCodeAt(at)
      const kind = kindOf(code)
      if (kind !== QUOTE && kind !== APOSTROPHE) continue
      const length = end[i] - at
      let family = FAMILY_OF.get(code) ?? 0
      if (length === 2 && text.charCodeAt(at + 1) === code) family = DOUBLE
      else if (length !== 1) continue
      if (family === 0) continue
      const role = this.#roleOf(code, family, at, end[i], i === first, i === last)
      if (role === NEITHER) continue
      this.#mark.push(i)
      this.#family.push(family)
      this.#role.push(role)
    }
  }

  #roleOf(code: number, family: number, at: number, end: number, isFirst: boolean, isLast: boolean): number {
    const { text } = this.#input
    const before = isFirst ? 32 : text.charCodeAt(at - 1)
    const after = isLast ? 32 : text.charCodeAt(end)
    const leftFree = isOpenSide(before)
    const rightFree = isCloseSide(after)
    switch (family) {
      case DOUBLE:
        if (code === 0x201e || code === 0x60) return OPENS
        if (code === 0x201c) return !leftFree && rightFree ? EITHER : OPENS
        if (code === 0x201d || code === 0x201f) return leftFree && !rightFree ? EITHER : CLOSES
        return byContext(leftFree, rightFree)
      case SINGLE:
        return this.#roleOfSingle(code, at, end, leftFree, rightFree, before, after)
      case GUILLEMET:
      case SINGLE_GUILLEMET: {
        const pointsLeft = code === 0xab || code === 0x2039
        if (leftFree === rightFree) return pointsLeft ? OPENS : CLOSES
        if (pointsLeft) return leftFree ? OPENS : EITHER
        return rightFree ? CLOSES : EITHER
      }
      default:
        return code === 0x300c || code === 0x300e ? OPENS : CLOSES
    }
  }

  #roleOfSingle(
    code: number,
    at: number,
    end: number,
    leftFree: boolean,
    rightFree: boolean,
    before: number,
    after: number,
  ): number {
    const { text } = this.#input
    if (code === 0x201a) return OPENS
    const wordBefore = isWordAt(text, at - 1)
    const wordAfter = isWordAt(text, end)
    if (wordBefore && kindOf(before) === DIGIT && (wordAfter || rightFree)) return NEITHER
    if (wordBefore && wordAfter) return NEITHER
    if (leftFree && wordAfter) {
      let stop = end
      while (stop < end + 12 && isWordAt(text, stop)) stop++
      const word = text.slice(end, stop)
      if (isElision(word)) return NEITHER
      return code === 0x2019 ? NEITHER : OPENS
    }
    if (leftFree && rightFree) return code === 0x2018 || code === 0x60 ? OPENS : EITHER
    if (leftFree) return kindOf(after) === SPACE ? EITHER : OPENS
    return code === 0x2018 || code === 0x60 ? EITHER : CLOSES
  }

  /** What the mark does, given what is open. */
  #settle(m: number, openInFamily: number): number {
    const role = this.#role[m]
    const family = this.#family[m]
    const token = this.#mark[m]
    const { text, start } = this.#input
    if (family === SINGLE && role !== OPENS) {
      if (openInFamily === 0) return isWordAt(text, start[token] - 1) ? NEITHER : role === EITHER ? OPENS : CLOSES
      return this.#isPossessive(m) ? NEITHER : CLOSES
    }
    if (family === DOUBLE && kindOf(text.charCodeAt(start[token] - 1)) === DIGIT && this.#isInches(m, openInFamily)) {
      return NEITHER
    }
    if (role !== EITHER) return role
    return openInFamily === 0 ? OPENS : CLOSES
  }

  /** Whether an apostrophe after a word ("the Smiths' house") leaves the single quotation open: a clear closing mark follows it. */
  #isPossessive(m: number): boolean {
    const { text, start, end } = this.#input
    const at = start[this.#mark[m]]
    if (!isWordAt(text, at - 1) || (text.charCodeAt(at - 1) | 0x20) !== 0x73) return false
    const after = end[this.#mark[m]]
    if (kindOf(text.charCodeAt(after)) !== SPACE || !isWordAt(text, after + 1)) return false
    const limit = Math.min(this.#mark.length, m + 8)
    for (let next = m + 1; next < limit; next++) {
      if (this.#family[next] !== SINGLE) continue
      return this.#role[next] !== OPENS
    }
    return false
  }

  /** Whether the mark after a digit is one of inches: nothing is open that it could close, or the closing mark is still to come. */
  #isInches(m: number, openInFamily: number): boolean {
    if (this.#input.text.charCodeAt(this.#input.start[this.#mark[m]]) !== 0x22) return false
    if (openInFamily === 0) return true
    const limit = Math.min(this.#mark.length, m + 8)
    for (let next = m + 1; next < limit; next++) {
      if (this.#family[next] === DOUBLE) return this.#role[next] === CLOSES
    }
    return false
  }

  /** Counts of the paragraph's marks that are still to come, by family. */
  #countRoles(): {
    pass(family: number, role: number): void
    opening(family: number): number
    closing(family: number): number
  } {
    const opening = new Int32Array(FAMILIES)
    const closing = new Int32Array(FAMILIES)
    const add = (family: number, role: number, by: number): void => {
      if (role === OPENS) opening[family] += by
      else closing[family] += by
    }
    for (let m = 0; m < this.#mark.length; m++) add(this.#family[m], this.#role[m], 1)
    return {
      pass: (family, role) => {
        add(family, role, -1)
      },
      opening: (family) => opening[family],
      closing: (family) => closing[family],
    }
  }

  /** Keeps the paragraph's quotations. The outermost of those never closed runs to its end; a single mark left open is stray. */
  #record(closedBy: Int32Array, first: number, last: number): void {
    const mark = this.#mark
    const continued = this.#leftOpen
    this.#leftOpen = 0
    for (let m = 0; m < mark.length; m++) {
      const closing = closedBy[m]
      if (closing === -2) continue
      const token = mark[m]
      const family = this.#family[m]
      const continues = token === first && continued === family ? 1 : 0
      if (closing >= 0) {
        this.#keep(token, mark[closing], 1, continues)
        continue
      }
      const goesOn = this.#opensNext(last + 1, family)
      if (this.#leftOpen !== 0 || (family === SINGLE && !goesOn)) {
        this.#unpaired.push(token)
        continue
      }
      this.#leftOpen = family
      if (!goesOn) this.#unpaired.push(token)
      this.#keep(token, last, 0, continues)
    }
  }

  #keep(open: number, close: number, closed: number, continues: number): void {
    this.#open.push(open)
    this.#close.push(close)
    this.#closed.push(closed)
    this.#continues.push(continues)
  }

  /** Whether the paragraph that begins at token `i` opens with a mark of the family. */
  #opensNext(i: number, family: number): boolean {
    const { text, count, start, end } = this.#input
    if (i >= count) return false
    const at = start[i]
    const code = text.charCodeAt(at)
    const found = end[i] - at === 2 && (code === 0x60 || code === 0x27) ? DOUBLE : FAMILY_OF.get(code)
    return found === family && end[i] - at <= 2 && isWordAt(text, end[i])
  }
}

/** Whether a mark after `code` may open: a space, an opening bracket or mark, a dash. */
function isOpenSide(code: number): boolean {
  const kind = kindOf(code)
  return kind === SPACE || kind === DASH || kind === HYPHEN || '([{<“‘„«‹「"\'`/:='.includes(String.fromCharCode(code))
}

/** Whether a mark before `code` may close: anything but a word or what belongs to one. */
function isCloseSide(code: number): boolean {
  const kind = kindOf(code)
  return kind !== LETTER && kind !== DIGIT && !'$£€#@“‘„«‹「([{'.includes(String.fromCharCode(code))
}

function byContext(leftFree: boolean, rightFree: boolean): number {
  if (leftFree === rightFree) return EITHER
  return leftFree ? OPENS : CLOSES
}
