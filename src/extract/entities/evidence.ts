import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { longer } from '../../tagger/word-table.js'
import { CAPITALS, DIGITS, SMALL, UNCASED } from './casing.js'
import {
  COMPANY_ENDING,
  EVENT_HEAD,
  FACILITY_HEAD,
  GIVEN_NAME,
  ORGANISATION_HEAD,
  PLACE_HEAD,
  TIME,
  TITLE,
} from './lexicon.js'
import { PROSE, type Surface } from './surface.js'
import type { NameWords } from './words.js'

const { VERB, AUX } = PART_OF_SPEECH

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'from', 'across', 'outside', 'into', 'throughout', 'visited'])

/** What stands around a word somewhere in the article where it has a capital, one bit each: what persons have, places, and organisations. */
const AFTER_TITLE = 1
const AFTER_GIVEN_NAME = 2
const BEFORE_VERB = 4
const BEFORE_WHO = 8
const BEFORE_AGE = 16
const AFTER_IN = 1
const BESIDE_PLACE_HEAD = 2
const AFTER_COMMA = 4
const AFTER_THE = 1
const IN_BRACKETS = 2
const BESIDE_ORGANISATION_HEAD = 4
const BEFORE_TITLE = 8
const BESIDE_EVENT_HEAD = 16

/**
 * What an article shows of each of its words, wherever they stand: a name is plain in one place ("Mukhtar Ablyazov, a banker") and bare in
 * another ("Ablyazov"). By the number of the word; valid for the article read last.
 */
export class Evidence {
  /** How often it is written in small letters, with a capital within a sentence, with a capital at its beginning. */
  small = new Uint8Array(0)
  within = new Uint8Array(0)
  initial = new Uint8Array(0)
  person = new Uint8Array(0)
  place = new Uint8Array(0)
  organisation = new Uint8Array(0)
  /** Hash of the word that first stands before it, and after it, in one group. */
  before = new Int32Array(0)
  after = new Int32Array(0)
  /** Lists of the words that abbreviate to it: "Collective Security Treaty Organization (CSTO)". */
  expansion = new Int32Array(0)
  /** Numbers of the words that have evidence. */
  #touched: number[] = []
  #isTouched = new Uint8Array(0)
  readonly #words: NameWords

  constructor(words: NameWords) {
    this.#words = words
  }

  read(tokens: Tokens, surface: Surface): void {
    this.#clear()
    const { word, casing, style, groupFirst, groupLast } = surface
    const { classes, hash } = this.#words
    for (let t = 0; t < tokens.count; t++) {
      if (style[t] !== PROSE) continue
      const w = word[t]
      const kind = casing[t]
      if (kind === SMALL) {
        this.#touch(w)
        if (this.small[w] < 255) this.small[w]++
        continue
      }
      if (kind >= UNCASED) continue
      this.#touch(w)
      const counts = surface.begins(tokens, t) ? this.initial : this.within
      if (counts[w] < 255) counts[w]++
      if (groupFirst[t] < 0) continue
      const first = groupFirst[t]
      const last = groupLast[t]
      if (t > first && this.before[w] === 0) this.before[w] = hash[word[t - 1]]
      if (t < last && this.after[w] === 0) this.after[w] = hash[word[t + 1]]
      if (t === first) this.#readGroup(tokens, surface, first, last, classes)
    }
  }

  #readGroup(tokens: Tokens, { word, casing }: Surface, first: number, last: number, classes: Int32Array): void {
    const { sentence, sentences, pos } = tokens
    const start = sentences.first[sentence[first]]
    const end = sentences.last[sentence[first]]
    let person = 0
    let place = 0
    let organisation = 0
    if (first > start) {
      const before = tokens.word[first - 1]
      if ((classes[word[first - 1]] & TITLE) !== 0) person |= AFTER_TITLE
      if (PLACE_PREPOSITIONS.has(before)) place |= AFTER_IN
      else if (before === 'the') organisation |= AFTER_THE
      else if (before === ',' && first - 1 > start && casing[first - 2] <= CAPITALS) place |= AFTER_COMMA
      else if (before === '(' && last < end && tokens.word[last + 1] === ')') organisation |= IN_BRACKETS
    }
    if (last < end) {
      const after = tokens.word[last + 1]
      const p = pos[last + 1]
      if (p === VERB || p === AUX) person |= BEFORE_VERB
      else if (after === 'who' || (after === ',' && last + 1 < end && tokens.word[last + 2] === 'who'))
        person |= BEFORE_WHO
      else if (after === ',' && last + 1 < end && casing[last + 2] === DIGITS) person |= BEFORE_AGE
      else if ((classes[word[last + 1]] & TITLE) !== 0) organisation |= BEFORE_TITLE
      else if (casing[last + 1] === SMALL && (classes[word[last + 1]] & PLACE_HEAD) !== 0) place |= BESIDE_PLACE_HEAD
    }
    for (let t = first; t <= last; t++) {
      const w = word[t]
      this.#touch(w)
      let personHere = person
      let placeHere = place
      let organisationHere = organisation
      if (t > first) {
        const kinds = classes[word[t - 1]]
        if ((kinds & TITLE) !== 0) personHere |= AFTER_TITLE
        if ((kinds & GIVEN_NAME) !== 0) personHere |= AFTER_GIVEN_NAME
      }
      if (t < last) {
        const kinds = classes[word[t + 1]] | classes[word[last]]
        if ((kinds & (PLACE_HEAD | FACILITY_HEAD)) !== 0) placeHere |= BESIDE_PLACE_HEAD
        if ((kinds & (ORGANISATION_HEAD | COMPANY_ENDING)) !== 0) organisationHere |= BESIDE_ORGANISATION_HEAD
        if ((kinds & (EVENT_HEAD | TIME)) !== 0) organisationHere |= BESIDE_EVENT_HEAD
      }
      this.person[w] |= personHere
      this.place[w] |= placeHere
      this.organisation[w] |= organisationHere
    }
    if ((organisation & IN_BRACKETS) !== 0 && first === last) this.#expand(tokens, word, first, start, classes)
  }

  /** Whether the words before the bracket begin with the letters in it, small words between left out. */
  #expand(tokens: Tokens, word: Int32Array, t: number, start: number, classes: Int32Array): void {
    const letters = tokens.word[t].replace(/[^\p{L}]/gu, '')
    let letter = letters.length - 1
    let all = 0
    let skipped = 0
    for (let at = t - 2; at >= start && letter >= 0 && skipped <= 3; at--) {
      if (tokens.word[at][0] === letters[letter]) {
        letter--
        all |= classes[word[at]]
        skipped = 0
      } else skipped++
    }
    if (letter < 0 && letters.length > 1) this.expansion[word[t]] = all | (1 << 30)
  }

  #touch(w: number): void {
    if (this.#isTouched[w] === 1) return
    this.#isTouched[w] = 1
    this.#touched.push(w)
  }

  #clear(): void {
    for (const w of this.#touched) {
      for (const counts of [
        this.small,
        this.within,
        this.initial,
        this.person,
        this.place,
        this.organisation,
        this.#isTouched,
      ])
        counts[w] = 0
      for (const cells of [this.before, this.after, this.expansion]) cells[w] = 0
    }
    this.#touched = []
    if (this.small.length < this.#words.count) this.#grow()
  }

  #grow(): void {
    const room = 2 * Math.max(1024, this.#words.count)
    const bytes = (old: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => longer(old, new Uint8Array(room))
    const cells = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => longer(old, new Int32Array(room))
    this.#isTouched = bytes(this.#isTouched)
    this.small = bytes(this.small)
    this.within = bytes(this.within)
    this.initial = bytes(this.initial)
    this.person = bytes(this.person)
    this.place = bytes(this.place)
    this.organisation = bytes(this.organisation)
    this.before = cells(this.before)
    this.after = cells(this.after)
    this.expansion = cells(this.expansion)
  }
}
