import type { Tokens } from '../../record/tokens.js'

import { SMALL } from './casing.js'
import { LABEL_COUNT, namesOf, TYPE_COUNT, typeOf } from './labels.js'
import type { Surface } from './surface.js'
import type { NameWords } from './words.js'

/** Types, and one more for no name. */
export const KINDS = TYPE_COUNT + 1
const NONE = TYPE_COUNT

/** The longest name that is looked for elsewhere. */
const LONGEST_NAME = 8

/** Names that begin with the same word, at most: in an article with thousands of them, time would grow with their square. */
const MOST_ALIKE = 64

/** A name as the first pass found it in one or more places. */
interface Found {
  readonly words: readonly number[]
  /** How often with each type. */
  readonly types: Uint32Array
}

/** What the first pass makes of an article, so that the second can see what a word or a name was taken for elsewhere. */
export class Reading {
  /** Likeliest label of each token in a window, and its probability. */
  label = new Uint8Array(0)
  sureness = new Float32Array(0)
  /** Probability of each kind at each token: `kinds[token * KINDS + kind]`. */
  kinds = new Float32Array(0)
  /** The sum of that over the occurrences of each word that have a capital, and how many they are, by the number of the word. */
  sums = new Float32Array(0)
  occurrences = new Uint32Array(0)
  /** Types of longer names that a word is the last or the first of, how often each: `[word * TYPE_COUNT + type]`. */
  asLast = new Uint8Array(0)
  asFirst = new Uint8Array(0)
  /** For each token in a window, the longest name of the article that stands there: a number for its type and the token's place in it, and how often it is found elsewhere. */
  match = new Uint8Array(0)
  matchCount = new Uint8Array(0)
  readonly #words: NameWords
  readonly #surface: Surface
  readonly #windows: (readonly [first: number, last: number])[] = []
  #touched: number[] = []

  constructor(words: NameWords, surface: Surface) {
    this.#words = words
    this.#surface = surface
  }

  /** Begins with another article. */
  begin(tokens: Tokens): void {
    for (const w of this.#touched) {
      this.occurrences[w] = 0
      this.sums.fill(0, w * KINDS, (w + 1) * KINDS)
      this.asLast.fill(0, w * TYPE_COUNT, (w + 1) * TYPE_COUNT)
      this.asFirst.fill(0, w * TYPE_COUNT, (w + 1) * TYPE_COUNT)
    }
    this.#touched = []
    this.#windows.length = 0
    const { count } = tokens
    if (this.label.length < count) {
      this.label = new Uint8Array(2 * count)
      this.sureness = new Float32Array(2 * count)
      this.kinds = new Float32Array(2 * count * KINDS)
      this.match = new Uint8Array(2 * count)
      this.matchCount = new Uint8Array(2 * count)
    }
    const words = this.#words.count
    if (this.occurrences.length < words) {
      this.occurrences = new Uint32Array(2 * words)
      this.sums = new Float32Array(2 * words * KINDS)
      this.asLast = new Uint8Array(2 * words * TYPE_COUNT)
      this.asFirst = new Uint8Array(2 * words * TYPE_COUNT)
    }
  }

  /** Takes the probabilities of a window's labels, `marginals[i * LABEL_COUNT + label]` from `at` on. */
  add(first: number, last: number, marginals: Float64Array | Float32Array, at = 0): void {
    const { word, casing } = this.#surface
    this.#windows.push([first, last])
    for (let t = first; t <= last; t++) {
      const row = at + (t - first) * LABEL_COUNT
      let top = 0
      for (let l = 1; l < LABEL_COUNT; l++) if (marginals[row + l] > marginals[row + top]) top = l
      this.label[t] = top
      this.sureness[t] = marginals[row + top]
      const cells = t * KINDS
      this.kinds.fill(0, cells, cells + KINDS)
      this.kinds[cells + NONE] = marginals[row]
      for (let l = 1; l < LABEL_COUNT; l++) this.kinds[cells + typeOf(l)] += marginals[row + l]
      if (casing[t] >= SMALL) continue
      const w = word[t]
      if (this.occurrences[w] === 0) this.#touched.push(w)
      this.occurrences[w]++
      for (let kind = 0; kind < KINDS; kind++) this.sums[w * KINDS + kind] += this.kinds[cells + kind]
    }
  }

  /** Puts together what was taken: which names there are, and where else their words stand. */
  finish(): void {
    const { word } = this.#surface
    const found = new Map<number, Found[]>()
    const names: { first: number; last: number; type: number }[] = []
    for (const [first, last] of this.#windows) {
      for (const { type, first: from, last: to } of namesOf(this.label.subarray(first, last + 1))) {
        names.push({ first: first + from, last: first + to, type })
        if (to - from >= LONGEST_NAME) continue
        const words = Array.from(word.subarray(first + from, first + to + 1))
        const list = found.get(words[0])
        const known = list?.find((one) => isSame(one.words, words))
        if (known !== undefined) known.types[type]++
        else {
          const types = new Uint32Array(TYPE_COUNT)
          types[type] = 1
          if (list === undefined) found.set(words[0], [{ words, types }])
          else if (list.length < MOST_ALIKE) list.push({ words, types })
        }
        if (to > from) {
          this.#count(this.asLast, words[words.length - 1], type)
          this.#count(this.asFirst, words[0], type)
        }
      }
    }
    for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
    this.#match(found, names)
  }

  /** Marks where the names that were found stand; one does not count in its own place. */
  #match(found: ReadonlyMap<number, Found[]>, names: readonly { first: number; last: number; type: number }[]): void {
    const { word } = this.#surface
    let n = 0
    for (const [first, last] of this.#windows) {
      this.match.fill(0, first, last + 1)
      this.matchCount.fill(0, first, last + 1)
      for (let t = first; t <= last; t++) {
        while (n < names.length && names[n].first < t) n++
        const own = n < names.length && names[n].first === t ? names[n] : undefined
        for (const { words, types } of found.get(word[t]) ?? []) {
          const end = t + words.length - 1
          if (end > last || !stands(words, word, t)) continue
          let top = -1
          let most = 0
          for (let type = 0; type < TYPE_COUNT; type++) {
            const times = types[type] - (own !== undefined && own.last === end && own.type === type ? 1 : 0)
            if (times > most) {
              top = type
              most = times
            }
          }
          if (top < 0) continue
          for (let at = t; at <= end; at++) {
            const place = at === t ? (at === end ? 3 : 0) : at === end ? 2 : 1
            this.match[at] = 1 + 4 * top + place
            this.matchCount[at] = Math.min(most, 3)
          }
          t = end
          break
        }
      }
    }
  }

  #count(counts: Uint8Array, w: number, type: number): void {
    const at = w * TYPE_COUNT + type
    counts[at] = Math.min(255, counts[at] + 1)
    if (this.occurrences[w] === 0) this.#touched.push(w)
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((word, k) => word === b[k])
}

function stands(words: readonly number[], word: Int32Array, t: number): boolean {
  for (let k = 1; k < words.length; k++) if (word[t + k] !== words[k]) return false
  return true
}
