import {
  APOSTROPHE,
  caseOf,
  DASH,
  DIGIT,
  EXCLAMATION,
  HYPHEN,
  isLineBreak,
  isPair,
  isPairedLetter,
  isWordAt,
  JOINER,
  kindOf,
  LETTER,
  LOWER,
  nextCharacter,
  PERIOD,
  QUOTE,
  SPACE,
  SURROGATE,
  UPPER,
} from './characters.js'
import {
  abbreviation,
  EITHER_WAY,
  isGluedStarter,
  isSentenceStarter,
  LOWER_CASE_ONLY,
  NUMBERED_ITEM,
  TITLE,
} from './vocabulary.js'

/** Tokens of a text by their offsets, and the breaks between them. */
export interface Scan {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** What stands before the token: `NO_BREAK`, `LINE_BREAK` or `BLANK_LINE`. */
  readonly breakBefore: Uint8Array
  /** Tokens before which a sentence begins though no space stands there. */
  readonly glued: readonly number[]
}

export const NO_BREAK = 0
/** One line break. */
export const LINE_BREAK = 1
/** A blank line, a form feed or a paragraph separator. */
export const BLANK_LINE = 2

/** No token is longer: text without spaces is cut, so that no word costs more than its share. */
export const LONGEST_TOKEN = 1000

/** Splits a text into tokens: words, numbers, addresses and marks, with contractions and possessives apart. Linear in its length. */
export function scan(text: string): Scan {
  const scanner = new Scanner(text)
  scanner.run()
  return scanner
}

class Scanner implements Scan {
  count = 0
  start: Int32Array
  end: Int32Array
  breakBefore: Uint8Array
  readonly glued: number[] = []
  readonly #text: string
  #break = BLANK_LINE

  constructor(text: string) {
    this.#text = text
    const guess = Math.ceil(text.length / 4) + 16
    this.start = new Int32Array(guess)
    this.end = new Int32Array(guess)
    this.breakBefore = new Uint8Array(guess)
  }

  run(): void {
    const text = this.#text
    let at = 0
    while (at < text.length) {
      const code = text.charCodeAt(at)
      const kind = kindOf(code)
      if (kind === SPACE || kind === JOINER) {
        if (isLineBreak(code)) {
          const pair = code === 13 && text.charCodeAt(at + 1) === 10
          if (pair) at++
          this.#break = code === 12 || code === 0x2029 || this.#break !== NO_BREAK ? BLANK_LINE : LINE_BREAK
        }
        at++
      } else {
        at = this.#token(at, code, kind)
      }
    }
  }

  #push(start: number, end: number): void {
    if (this.count === this.start.length) this.#grow()
    this.start[this.count] = start
    this.end[this.count] = end
    this.breakBefore[this.count] = this.#break
    this.#break = NO_BREAK
    this.count++
  }

  #grow(): void {
    const size = this.count * 2
    const start = new Int32Array(size)
    const end = new Int32Array(size)
    const breakBefore = new Uint8Array(size)
    start.set(this.start)
    end.set(this.end)
    breakBefore.set(this.breakBefore)
    this.start = start
    this.end = end
    this.breakBefore = breakBefore
  }

  /** Pushes the token or tokens that begin at `at`, and returns the offset after them. */
  #token(at: number, code: number, kind: number): number {
    const text = this.#text
    if (kind === LETTER) {
      const end = plainWordEnd(text, at)
      return end > 0 ? this.#push1(at, end) : this.#word(at)
    }
    if (kind === DIGIT) return this.#word(at)
    if (kind === SURROGATE) {
      return isPair(text, at) && isPairedLetter(text, at) ? this.#word(at) : this.#push1(at, symbolEnd(text, at))
    }
    const next = at + 1
    const following = text.charCodeAt(next)
    switch (kind) {
      case PERIOD:
        if (following === code) return this.#push1(at, runEnd(text, at))
        // ".50" and ".jpeg": a period that begins a word.
        if (
          !this.#touches(at) &&
          isWordAt(text, next) &&
          (kindOf(following) === DIGIT || caseOf(following) === LOWER) &&
          !this.#afterPeriod(at)
        )
          return this.#word(at)
        return this.#push1(at, next)
      case APOSTROPHE: {
        // Two make one mark (``, ''); of three in a row the inner, single one stands on the side of what is quoted.
        if (following === code && (code === 0x60 || code === 0x27 || code === 0x2019)) {
          const inner = text.charCodeAt(at + 2) === code && kindOf(text.charCodeAt(at - 1)) !== SPACE && at > 0
          return this.#push1(at, inner ? next : at + 2)
        }
        const suffix = suffixEnd(text, at)
        return this.#push1(at, suffix > 0 && this.#touches(at) ? suffix : next)
      }
      case QUOTE:
        return this.#push1(at, next)
      case EXCLAMATION: {
        let end = next
        const limit = Math.min(text.length, at + LONGEST_TOKEN)
        while (end < limit && kindOf(text.charCodeAt(end)) === EXCLAMATION) end++
        return this.#push1(at, end)
      }
      case HYPHEN:
      case DASH:
        return this.#push1(at, runEnd(text, at))
    }
    const named = (code === 0x40 || code === 0x23) && !this.#touches(at) && isWordAt(text, next)
    if (named) return this.#push1(at, nameEnd(text, next))
    if (code === 0x2026) return this.#push1(at, runEnd(text, at))
    if (isBracket(code)) return this.#push1(at, next)
    return this.#push1(at, code < 0x2000 ? runEnd(text, at) : symbolEnd(text, at))
  }

  #push1(start: number, end: number): number {
    this.#push(start, end)
    return end
  }

  /** Whether the last token ends right at `at`, but for what is not seen between them. */
  #touches(at: number): boolean {
    if (this.count === 0) return false
    const last = this.end[this.count - 1]
    return last === at || (last === at - 1 && kindOf(this.#text.charCodeAt(last)) === JOINER)
  }

  /** Whether a lone period is the last token: in ". .5" and "word .word" a spaced period ends nothing. */
  #afterPeriod(at: number): boolean {
    return this.count > 0 && kindOf(this.#text.charCodeAt(at - 1)) === PERIOD
  }

  /** Pushes the word at `at` with all that is joined to it, and returns the offset after it. */
  #word(at: number): number {
    const text = this.#text
    const address = addressEnd(text, at)
    if (address > 0) return this.#push1(at, address)

    const limit = Math.min(text.length, at + LONGEST_TOKEN)
    // Where the part after the last hyphen, period or other joint begins.
    let part = at
    let p = at
    if (kindOf(text.charCodeAt(p)) === PERIOD) p++
    while (p < limit) {
      const code = text.charCodeAt(p)
      const kind = kindOf(code)
      if (kind === LETTER) {
        if (
          p - part > 2 &&
          caseOf(code) === UPPER &&
          caseOf(text.charCodeAt(p - 1)) === LOWER &&
          this.#gluedAt(part, p)
        ) {
          this.#push(at, p)
          this.glued.push(this.count)
          return p
        }
        p++
        continue
      }
      if (kind === DIGIT || code === 0x5f) {
        p++
        continue
      }
      if (kind === SURROGATE) {
        if (p + 2 > limit || !isPair(text, p) || !isPairedLetter(text, p)) break
        p += 2
        continue
      }
      const next = p + 1
      if (kind === JOINER) {
        if (!isWordAt(text, next)) break
        p++
        continue
      }
      if (kind === PERIOD) {
        const end = this.#period(at, part, p)
        if (end < 0) return ~end
        if (end === p) break
        part = p = end
        continue
      }
      // "n° 5"
      if (code === 0xb0 && next === at + 2 && (text.charCodeAt(at) | 0x20) === 0x6e) {
        p = next
        continue
      }
      if (!isWordAt(text, next)) break
      const before = kindOf(text.charCodeAt(p - 1))
      const after = kindOf(text.charCodeAt(next))
      if (kind === APOSTROPHE) {
        if (code === 0x60 || code === 0xb4 || before === DIGIT) break
        const suffix = suffixEnd(text, p)
        if (suffix > 0) {
          this.#push(at, p)
          return this.#push1(p, suffix)
        }
        // "don't": the negation takes its n along.
        if (isNegation(text, p) && p - 1 > at) {
          this.#push(at, p - 1)
          return this.#push1(p - 1, p + 2)
        }
        p = part = next
        continue
      }
      if (kind === HYPHEN) {
        if (this.#splitsAtHyphen(part, p)) break
        p = part = next
        continue
      }
      if (kind === DASH) {
        if (code !== 0x2013 || before !== DIGIT || after !== DIGIT) break
        p = part = next
        continue
      }
      const joinsDigits = (code === 0x2c || code === 0x3a || code === 0x2f) && before === DIGIT && after === DIGIT
      const joinsCapitals =
        code === 0x26 && caseOf(text.charCodeAt(p - 1)) === UPPER && caseOf(text.charCodeAt(next)) === UPPER
      if (joinsDigits || joinsCapitals) {
        p = part = next
        continue
      }
      if (code === 0x40) {
        const mail = mailEnd(text, next)
        if (mail > 0) return this.#push1(at, mail)
      }
      break
    }

    const negation = unapostrophedNegation(text, at, p)
    if (negation > 0) {
      this.#push(at, negation)
      return this.#push1(negation, p)
    }
    return this.#push1(at, p)
  }

  /** Whether a word that begins sentences starts at `at`, glued to the word from `from`. */
  #gluedAt(from: number, at: number): boolean {
    const text = this.#text
    const end = letterRunEnd(text, at, 14)
    if (isWordAt(text, end) || kindOf(text.charCodeAt(end)) === PERIOD) return false
    return isGluedStarter(text.slice(from, at), text.slice(at, end))
  }

  /**
   * Settles the period at `at`, within or after the word that began at `word`, and whose last part began at `part`. Returns the
   * offset from which the word goes on (`at` itself: the word ends before the period), or, where the word's tokens are pushed
   * already, the bitwise complement of the offset after them.
   */
  #period(word: number, part: number, at: number): number {
    const text = this.#text
    const next = at + 1
    const length = at - part
    const last = text.charCodeAt(at - 1)
    if (!isWordAt(text, next)) {
      const following = next < text.length ? text.charCodeAt(next) : 32
      if (kindOf(following) === PERIOD) return at
      if (this.#keepsPeriod(word, part, at)) {
        // "U.S.-led": the hyphen is a token, as it is in "Moscow-based".
        this.#push(word, next)
        return ~next
      }
      return at
    }
    const first = text.charCodeAt(next)
    const before = kindOf(last)
    const after = kindOf(first)
    if (before === DIGIT && after === DIGIT) return text.charCodeAt(at) === 0x2e ? next : at
    if (text.charCodeAt(at) !== 0x2e) {
      this.#splitAt(word, at, next)
      return ~next
    }
    const mail = localPartEnd(text, next)
    if (mail > 0) {
      this.#push(word, mail)
      return ~mail
    }
    // "U.S", "a.m", "J.K": single letters go on, "J.Smith" and "U.S.The" do not.
    const end = letterRunEnd(text, next, 24)
    const tail = text.slice(next, end)
    const acronym = length === 1 && before === LETTER
    if (acronym && tail.length === 1) return next
    if (acronym && (part === word || text.charCodeAt(part - 1) === 0x2e) && caseOf(first) === UPPER) {
      if (part > word && isSentenceStarter(tail)) this.glued.push(this.count + 1)
      this.#push(word, next)
      return ~next
    }
    const head = text.slice(part, at)
    if (abbreviation(`${head}.${tail}`) > 0) return next
    const behaviour = abbreviation(head)
    if (
      behaviour > 0 &&
      behaviour !== LOWER_CASE_ONLY &&
      part === word &&
      (after === DIGIT || caseOf(first) === UPPER)
    ) {
      if (behaviour === EITHER_WAY && isSentenceStarter(tail)) this.glued.push(this.count + 1)
      this.#push(word, next)
      return ~next
    }
    if (after === LETTER && caseOf(first) !== UPPER) return next
    if (after === DIGIT && caseOf(last) === UPPER && length === 1) return next
    this.#splitAt(word, at, next)
    return ~next
  }

  /** Pushes the word that ends at `at` and its period: what comes next is glued to them. */
  #splitAt(word: number, at: number, next: number): void {
    const text = this.#text
    this.#push(word, at)
    this.#push(at, next)
    if (caseOf(text.charCodeAt(next)) === UPPER) this.glued.push(this.count)
  }

  /** Whether the period at `at`, which ends its word, belongs to it: "Mr.", "U.S.", "J.". */
  #keepsPeriod(word: number, part: number, at: number): boolean {
    const text = this.#text
    if (text.charCodeAt(at) !== 0x2e) return false
    const length = at - part
    const whole = text.slice(word, at)
    if (length === 1 && kindOf(text.charCodeAt(part)) === LETTER) {
      if (part > word && text.charCodeAt(part - 1) === 0x2e) return true
      if (part !== word) return false
      if (caseOf(text.charCodeAt(part)) === UPPER) return this.#isInitial(word, at)
    }
    const behaviour = abbreviation(whole)
    switch (behaviour) {
      case 0:
        return false
      case TITLE:
      case EITHER_WAY:
        return true
      case NUMBERED_ITEM:
        return kindOf(text.charCodeAt(contentAfter(text, at + 1))) === DIGIT
      default: {
        const following = text.charCodeAt(contentAfter(text, at + 1))
        return caseOf(following) === LOWER || kindOf(following) === DIGIT
      }
    }
  }

  /** Whether the capital letter at `word` with its period is an initial ("Albert I. Jones", "J. K."), not the end of "you and I." */
  #isInitial(word: number, at: number): boolean {
    const text = this.#text
    const next = contentAfter(text, at + 1)
    if (breaksLine(text, at + 1, next)) return false
    const code = text.charCodeAt(next)
    if (caseOf(code) !== UPPER) return text.charCodeAt(word) !== 0x49 || caseOf(code) === LOWER
    if (isSentenceStarter(text.slice(next, letterRunEnd(text, next, 14)))) {
      // "A. In", "Vitamin C. The": an initial only where one letter more follows.
      return false
    }
    if (text.charCodeAt(word) !== 0x49) return true
    return this.count > 0 && caseOf(text.charCodeAt(this.start[this.count - 1])) === UPPER
  }

  /**
   * Whether the word splits at the hyphen: "Moscow-based", "anti-Trump", "30-year" have parts that stand for themselves; "so-called",
   * "X-ray", "COVID-19", "20-30" have not.
   */
  #splitsAtHyphen(part: number, at: number): boolean {
    const text = this.#text
    const next = at + 1
    const before = kindOf(text.charCodeAt(at - 1))
    const after = kindOf(text.charCodeAt(next))
    const first = text.charCodeAt(part)
    if (before === DIGIT && after === DIGIT) return false
    if (kindOf(first) === DIGIT) return after !== DIGIT
    if (after === DIGIT) return caseOf(text.charCodeAt(at - 1)) !== UPPER
    if (at - part === 1) return false
    return caseOf(first) === UPPER || caseOf(text.charCodeAt(next)) === UPPER
  }
}

function isBracket(code: number): boolean {
  return '()[]{}<>'.includes(String.fromCharCode(code))
}

/** Offset after the run of the character at `at`. */
function runEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const limit = Math.min(text.length, at + LONGEST_TOKEN)
  let end = at + 1
  while (end < limit && text.charCodeAt(end) === code) end++
  return end
}

/** Offset after the symbol at `at`, an emoji with all that modifies it. A lone surrogate is a symbol of its own. */
function symbolEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_TOKEN)
  const first = text.codePointAt(at)!
  let end = nextCharacter(text, at)
  if (isFlagLetter(first)) {
    return isPair(text, end) && isFlagLetter(text.codePointAt(end)!) ? end + 2 : end
  }
  while (end < limit) {
    const code = text.charCodeAt(end)
    if (code === 0xfe0f || code === 0xfe0e || code === 0x20e3) end++
    else if (isPair(text, end) && isModifier(text.codePointAt(end)!)) end += 2
    else if (code === 0x200d && end + 1 < limit && kindOf(text.charCodeAt(end + 1)) >= SURROGATE) {
      end = nextCharacter(text, end + 1)
    } else break
  }
  return end
}

function isFlagLetter(point: number): boolean {
  return point >= 0x1f1e6 && point <= 0x1f1ff
}

/** Skin tones, and the tags that spell a region's flag. */
function isModifier(point: number): boolean {
  return (point >= 0x1f3fb && point <= 0x1f3ff) || (point >= 0xe0020 && point <= 0xe007f)
}

function letterRunEnd(text: string, at: number, most: number): number {
  const limit = Math.min(text.length, at + most)
  let end = at
  while (end < limit && kindOf(text.charCodeAt(end)) === LETTER) end++
  return end
}

/** Offset after a handle or a hashtag whose name begins at `at`. */
function nameEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_TOKEN)
  let end = at
  while (end < limit && (isWordAt(text, end) || text.charCodeAt(end) === 0x5f)) end = nextCharacter(text, end)
  return end
}

/** First offset from `at` on that is no space, looking a few characters ahead only; the last one of the text at most. */
function contentAfter(text: string, at: number): number {
  const limit = Math.min(text.length - 1, at + 16)
  let end = Math.min(at, limit)
  while (end < limit && kindOf(text.charCodeAt(end)) === SPACE) end++
  return end
}

function breaksLine(text: string, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if (isLineBreak(text.charCodeAt(p))) return true
  return false
}

/** Offset after 's, 're, 've, 'll, 'd or 'm at `at`, where a word ends with it; else 0. */
function suffixEnd(text: string, at: number): number {
  const first = text.charCodeAt(at + 1) | 0x20
  const second = text.charCodeAt(at + 2) | 0x20
  let end = 0
  if (first === 0x73 || first === 0x64 || first === 0x6d) end = at + 2
  if ((first === 0x72 || first === 0x76) && second === 0x65) end = at + 3
  if (first === 0x6c && second === 0x6c) end = at + 3
  return end > 0 && end <= text.length && !isWordAt(text, end) ? end : 0
}

/** Whether the apostrophe at `at` is that of "n't". */
function isNegation(text: string, at: number): boolean {
  return (
    (text.charCodeAt(at - 1) | 0x20) === 0x6e && (text.charCodeAt(at + 1) | 0x20) === 0x74 && !isWordAt(text, at + 2)
  )
}

/**
 * Offset after the word at `at` where it is small letters behind any letter, and a space or comma follows, as it does behind most words;
 * else 0. Those need no closer look.
 */
function plainWordEnd(text: string, at: number): number {
  const limit = at + LONGEST_TOKEN
  let end = at + 1
  let code = text.charCodeAt(end)
  while (code >= 0x61 && code <= 0x7a && end < limit) code = text.charCodeAt(++end)
  return (code === 0x20 || code === 0x2c) && unapostrophedNegation(text, at, end) === 0 ? end : 0
}

/** Offset of the "not" of "cannot", else 0. */
function unapostrophedNegation(text: string, start: number, end: number): number {
  if (end - start !== 6 || (text.charCodeAt(start) | 0x20) !== 0x63) return 0
  return text.slice(start, end).toLowerCase() === 'cannot' ? start + 3 : 0
}

/** `end`, or one less where it would part a surrogate pair. */
function safeCut(text: string, start: number, end: number): number {
  return end - 1 > start && isPair(text, end - 1) ? end - 1 : end
}

const SCHEMES = ['http://', 'https://', 'ftp://', 'www.']

/** Offset after the web address at `at`, else 0. */
function addressEnd(text: string, at: number): number {
  const first = text.charCodeAt(at) | 0x20
  if (first !== 0x68 && first !== 0x77 && first !== 0x66) return 0
  const opening = text.slice(at, at + 8).toLowerCase()
  const scheme = SCHEMES.find((known) => opening.startsWith(known))
  if (scheme === undefined || !isWordAt(text, at + scheme.length)) return 0
  const limit = Math.min(text.length, at + LONGEST_TOKEN)
  let end = at + scheme.length
  while (end < limit && isAddressPart(text.charCodeAt(end))) end++
  while (end > at && isAddressEdge(text.charCodeAt(end - 1))) end--
  return safeCut(text, at, end)
}

function isAddressPart(code: number): boolean {
  if (code <= 0x20 || code === 0x3c || code === 0x3e) return false
  const kind = kindOf(code)
  return kind !== SPACE && kind !== QUOTE
}

/** Whether an address does not end with this, though it may hold it. */
function isAddressEdge(code: number): boolean {
  const kind = kindOf(code)
  return (
    kind === PERIOD || kind === EXCLAMATION || kind === APOSTROPHE || ",;:)]}*…'".includes(String.fromCharCode(code))
  )
}

/** Offset after the e-mail address whose local part goes on at `at`, else 0. */
function localPartEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 64)
  let end = at
  while (end < limit && (isWordAt(text, end) || '._+-'.includes(text[end]))) end++
  return text.charCodeAt(end) === 0x40 ? mailEnd(text, end + 1) : 0
}

/** Offset after the host of an e-mail address that begins at `at`, else 0. */
function mailEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 255)
  let end = at
  let dotted = false
  while (end < limit) {
    if (isWordAt(text, end)) end = nextCharacter(text, end)
    else if ((text.charCodeAt(end) === 0x2e || text.charCodeAt(end) === 0x2d) && isWordAt(text, end + 1)) {
      dotted ||= text.charCodeAt(end) === 0x2e
      end++
    } else break
  }
  return dotted ? end : 0
}
