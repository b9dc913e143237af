import { PARTS_OF_SPEECH, type Forms } from '../record/tokens.js'
import type { PlacedTokens } from './paragraphs.js'
import { Spellings } from './spellings.js'
import { Tagger } from './wink.js'

/** After so many distinct words everything learned of them is dropped before the next text, so that memory does not grow with what has been read. */
const CAPACITY = 60_000

/** The same after so many blocks: V8 keeps a whole passage alive for each long word that wink-nlp cut from it and keeps. */
const MOST_BLOCKS = 4_000

/** Tokens that are tagged at once: whole paragraphs, about this many. */
const BLOCK = 1_500

interface Words {
  readonly word: string[]
  readonly lemma: string[]
  readonly pos: Uint8Array
  readonly forms: Forms
}

/** What is kept of each distinct token: its lower-cased form, its form for the tagger, its lemmas. Grows as texts are read. */
export class Lexicon {
  #tagger = new Tagger()
  #blocks = 0
  /** The tokens, as they are written. */
  #tokens = new Spellings()
  /** Of each token, the number of its lower-cased form. */
  #formOf: number[] = []
  /** Of each token, what the tagger is given in its place. */
  #standIns: string[] = []
  /** Numbers of lemmas, plus one: `[token * PARTS_OF_SPEECH.length + part of speech]`, 0 where it is not known yet. */
  #lemmas = new Int32Array(0)
  /** Lower-cased forms and lemmas by number, and their numbers. */
  #forms: string[] = []
  #numbers = new Map<string, number>()

  /** Lower-cased forms, parts of speech and lemmas of a text's tokens. */
  describe(input: PlacedTokens): Words {
    if (this.#tokens.count > CAPACITY || this.#blocks > MOST_BLOCKS) this.#forget()
    const { count, paragraph } = input
    const forms: Forms = { all: this.#forms, word: new Int32Array(count), lemma: new Int32Array(count) }
    const words: Words = { word: [], lemma: [], pos: new Uint8Array(count), forms }
    for (let from = 0; from < count;) {
      const to = blockEnd(from, count, paragraph)
      this.#describeBlock(input, from, to, words)
      from = to
    }
    return words
  }

  #describeBlock({ text, start, end, paragraph }: PlacedTokens, from: number, to: number, words: Words): void {
    this.#blocks++
    const { word, lemma, pos, forms } = words
    // What the tagger is given: where a word is short for another one, that one.
    const told = forms.lemma
    const standIns: string[] = []
    const paragraphStarts = new Uint8Array(to - from)
    for (let i = from; i < to; i++) {
      const token = this.#tokenOf(text, start[i], end[i])
      forms.word[i] = this.#formOf[token]
      word.push(this.#forms[forms.word[i]])
      const spelledOut = i > 0 && end[i - 1] === start[i] ? contracted(word[i - 1], word[i]) : undefined
      told[i] = spelledOut === undefined ? token : this.#tokenOf(spelledOut, 0, spelledOut.length)
      standIns.push(this.#standIns[told[i]])
      if (i > from && paragraph[i] !== paragraph[i - 1]) paragraphStarts[i - from] = 1
    }
    const tagged = this.#tagger.tag(standIns, paragraphStarts)
    pos.set(tagged.pos, from)
    const room = this.#tokens.count * PARTS_OF_SPEECH.length
    if (room > this.#lemmas.length) {
      const longer = new Int32Array(2 * room)
      longer.set(this.#lemmas)
      this.#lemmas = longer
    }
    const lemmas = this.#lemmas
    for (let i = from; i < to; i++) {
      const at = told[i] * PARTS_OF_SPEECH.length + pos[i]
      if (lemmas[at] === 0) lemmas[at] = 1 + this.#lemmaOf(told[i], tagged.lemma(i - from))
      forms.lemma[i] = lemmas[at] - 1
      lemma.push(this.#forms[forms.lemma[i]])
    }
  }

  /** The number of the token that is written from `start` to `end`. */
  #tokenOf(text: string, start: number, end: number): number {
    const token = this.#tokens.numberOf(text, start, end)
    if (token === this.#formOf.length) {
      const written = this.#tokens.spelling(token)
      this.#formOf.push(this.#numberOf(plain(written.toLowerCase())))
      this.#standIns.push(this.#tagger.standIn(written.replace(INVISIBLE, '')))
    }
    return token
  }

  #lemmaOf(token: number, standInLemma: string): number {
    return this.#numberOf(lemmaOf(this.#forms[this.#formOf[token]], this.#standIns[token], standInLemma))
  }

  #numberOf(form: string): number {
    const known = this.#numbers.get(form)
    if (known !== undefined) return known
    this.#numbers.set(form, this.#forms.length)
    return this.#forms.push(form) - 1
  }

  #forget(): void {
    this.#tagger = new Tagger()
    this.#blocks = 0
    this.#tokens = new Spellings()
    this.#formOf = []
    this.#standIns = []
    this.#lemmas = new Int32Array(0)
    this.#forms = []
    this.#numbers = new Map()
  }
}

/** Words after which 's is "is", not a possessive. */
const BEFORE_IS = new Set('it he she that there here what who where how when why this everything nothing'.split(' '))

/** What `word` stands for after `before`, with no space between them: "it's" is "it is", "let's" is "let us". */
function contracted(before: string, word: string): string | undefined {
  if (word !== "'s") return undefined
  if (before === 'let') return 'us'
  return BEFORE_IS.has(before) ? 'is' : undefined
}

const INVISIBLE = /\u00ad|\u200c|\u200d|\u2060/g

/** The word without what is not seen of it, with straight apostrophes: "don’t" and "don't" are one word. */
function plain(word: string): string {
  return word.replace(INVISIBLE, '').replace(/(?<=.)[’ʼ＇]|[’ʼ＇](?=.)/gu, "'") || word
}

/** Lemmas of what contractions split into; 's is told by the word before it. */
const CONTRACTED_LEMMAS = new Map([
  ["n't", 'not'],
  ["'re", 'be'],
  ["'m", 'be'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

/** The lemma of a word, lower-cased, from that of its stand-in: what they end in alike ends in the lemma alike. */
function lemmaOf(word: string, standIn: string, standInLemma: string): string {
  const contraction = CONTRACTED_LEMMAS.get(word)
  if (contraction !== undefined) return contraction
  const lower = standIn.toLowerCase()
  const lemma = standInLemma.toLowerCase()
  if (lower === word) return lemma
  let head = lower.length
  while (head > 0 && lower[head - 1] === word[word.length - lower.length + head - 1]) head--
  const shared = lower.length - head
  return shared > 2 && lemma.startsWith(lower.slice(0, head)) ? word.slice(0, -shared) + lemma.slice(head) : word
}

/** Where the block that begins at token `from` ends: after whole paragraphs, or within one that alone is longer than a block. */
function blockEnd(from: number, count: number, paragraph: Int32Array): number {
  const limit = from + BLOCK
  if (limit >= count) return count
  let end = limit
  while (end > from && paragraph[end] === paragraph[end - 1]) end--
  return end > from ? end : limit
}
