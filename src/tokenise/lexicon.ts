import { Tagger } from './wink.js'

/** After so many distinct words everything learned of them is dropped, so that memory does not grow with what has been read. */
const CAPACITY = 60_000

/** The same after so many blocks: V8 keeps a whole passage alive for each long word that wink-nlp cut from it and keeps. */
const MOST_BLOCKS = 4_000

/** Tokens that are tagged at once: whole paragraphs, about this many. */
const BLOCK = 1_500

/** Tokens by offset, with their paragraphs. */
interface Input {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly paragraph: Int32Array
}

interface Words {
  readonly word: string[]
  readonly lemma: string[]
  readonly pos: Uint8Array
}

/** What is kept of each distinct token: its lower-cased form, its form for the tagger, its lemmas. Grows as texts are read. */
export class Lexicon {
  #tagger = new Tagger()
  #blocks = 0
  #ids = new Map<string, number>()
  #lower: string[] = []
  #standIns: string[] = []
  /** By part of speech, then by word. */
  #lemmas: (string | undefined)[][] = []

  /** Lower-cased forms, parts of speech and lemmas of a text's tokens. */
  describe(input: Input): Words {
    const { count, paragraph } = input
    const words: Words = { word: [], lemma: [], pos: new Uint8Array(count) }
    for (let from = 0; from < count;) {
      const to = blockEnd(from, count, paragraph)
      this.#describeBlock(input, from, to, words)
      from = to
    }
    return words
  }

  #describeBlock({ text, start, end, paragraph }: Input, from: number, to: number, { word, lemma, pos }: Words): void {
    if (this.#ids.size > CAPACITY || this.#blocks === MOST_BLOCKS) this.#forget()
    this.#blocks++
    const ids = new Int32Array(to - from)
    const standIns: string[] = []
    const paragraphStarts = new Uint8Array(to - from)
    for (let i = from; i < to; i++) {
      const id = this.#idOf(text.slice(start[i], end[i]))
      word.push(this.#lower[id])
      const spelledOut = i > 0 && end[i - 1] === start[i] ? contracted(word[i - 1], word[i]) : undefined
      const tagged = spelledOut === undefined ? id : this.#idOf(spelledOut)
      ids[i - from] = tagged
      standIns.push(this.#standIns[tagged])
      if (i > from && paragraph[i] !== paragraph[i - 1]) paragraphStarts[i - from] = 1
    }
    const tagged = this.#tagger.tag(standIns, paragraphStarts)
    pos.set(tagged.pos, from)
    for (let i = 0; i < ids.length; i++) {
      const lemmas = (this.#lemmas[tagged.pos[i]] ??= [])
      const id = ids[i]
      lemma.push((lemmas[id] ??= lemmaOf(this.#lower[id], this.#standIns[id], tagged.lemma(i))))
    }
  }

  #idOf(form: string): number {
    const known = this.#ids.get(form)
    if (known !== undefined) return known
    const own = unshared(form)
    const id = this.#lower.length
    this.#ids.set(own, id)
    this.#lower.push(plain(own.toLowerCase()))
    this.#standIns.push(this.#tagger.standIn(own.replace(INVISIBLE, '')))
    return id
  }

  #forget(): void {
    this.#tagger = new Tagger()
    this.#blocks = 0
    this.#ids = new Map()
    this.#lower = []
    this.#standIns = []
    this.#lemmas = []
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

/** A copy that does not keep the text alive which it was cut from. */
function unshared(form: string): string {
  return form.length < 13 ? form : Buffer.from(form, 'utf16le').toString('utf16le')
}

/** Where the block that begins at token `from` ends: after whole paragraphs, or within one that alone is longer than a block. */
function blockEnd(from: number, count: number, paragraph: Int32Array): number {
  const limit = from + BLOCK
  if (limit >= count) return count
  let end = limit
  while (end > from && paragraph[end] === paragraph[end - 1]) end--
  return end > from ? end : limit
}
