import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp'
import { PARTS_OF_SPEECH } from '../record/tokens.js'
import { taggingModel } from './wink-model.js'

const POS_INDEX = new Map<string, number>(PARTS_OF_SPEECH.map((name, index) => [name, index]))

/** Longest word that is handed over: of a longer one, its beginning and end. */
const LONGEST_WORD = 30

/** What is handed over for a word that wink-nlp would split or has no use for. */
const STAND_IN_NAME = 'Xuvolen'
const STAND_IN_NOUN = 'xuvol'
const STAND_IN_NUMBER = '7'
const STAND_IN_SYMBOL = '%'
const PARAGRAPH = '\n'

/** A plain word: wink-nlp makes one token of it, whether it has seen it before or not. */
const PLAIN = /^[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+$/i

/** What a tagged passage is made of. */
export interface Tagged {
  /** Index into `PARTS_OF_SPEECH` of each word handed over. */
  readonly pos: Uint8Array
  /** Lemma of word `index`, as wink-nlp sees its stand-in. */
  lemma(index: number): string
}

/**
 * wink-nlp, for parts of speech and lemmas alone. It is handed words one by one, each in a form of which it makes exactly one token
 * and the same one whatever it has seen before; so its answer depends on the passage only. Its types stay in this file.
 */
export class Tagger {
  readonly #nlp: WinkMethods = winkNLP(taggingModel(), ['pos'])
  readonly #its = this.#nlp.its as { readonly pos: ItsFunction<string>; readonly lemma: ItsFunction<string> }
  readonly #known = this.#nlp.readDoc('a')

  /** The form in which `word` is handed over: itself where wink-nlp takes it as one token, else a stand-in of its kind. */
  standIn(word: string): string {
    const expansion: unknown = this.#known.isLexeme(word)
    if (Array.isArray(expansion) && !this.#known.isOOV(word)) return expansion.length === 1 ? word : 'would'
    if (PLAIN.test(word)) return word.length <= LONGEST_WORD ? word : word.slice(0, 4) + word.slice(4 - LONGEST_WORD)
    return this.#standInForShape(word)
  }

  #standInForShape(word: string): string {
    const first = word.codePointAt(0)!
    if (/^[“”„‟«»"‚‹›「」『』＂]|^['’‘‛`´]{2}$/.test(word)) return '"'
    if (/^['’‘‛`´ʼ＇]$/.test(word)) return "'"
    if (/^['’‘ʼ`´＇][a-z]+$/i.test(word)) return `'${word.slice(1).toLowerCase()}`
    if (/^n['’‘ʼ＇]t$/i.test(word)) return "n't"
    if (/^[!?！？‼⁇⁈⁉]+$/.test(word)) return word.endsWith('?') ? '?' : '!'
    if (/^[.．。｡…]+$/.test(word)) return word.length === 1 && first !== 0x2026 ? '.' : '...'
    if (/^[-‐‑‒–—―−－]+$/.test(word)) return '--'
    if (/^[([{<]+$/.test(word)) return '('
    if (/^[)\]}>]+$/.test(word)) return ')'
    if (/^[+-]?\p{Nd}[\p{Nd}.,:/–-]*$/u.test(word)) return STAND_IN_NUMBER
    if (!/[\p{L}\p{Nd}]/u.test(word)) return STAND_IN_SYMBOL
    if (/^[@#]|.@|:\/\//.test(word)) return STAND_IN_NAME
    const bare = word
      .replace(/\.$/, '')
      .normalize('NFD')
      .replace(/[^\p{L}\p{Nd}-]/gu, '')
    const last = bare.slice(bare.lastIndexOf('-') + 1)
    if (last.length < bare.length && /^\p{Ll}/u.test(word) && !this.#known.isOOV(last)) {
      return this.standIn(last)
    }
    if (PLAIN.test(bare)) return this.standIn(bare)
    return /^\p{Lu}/u.test(word) ? STAND_IN_NAME : STAND_IN_NOUN
  }

  /** Tags words, given as stand-ins. `paragraphStarts` has 1 where a paragraph begins: nothing is seen across it. */
  tag(words: readonly string[], paragraphStarts: Uint8Array): Tagged {
    const passage: string[] = []
    const place: number[] = []
    for (let i = 0; i < words.length; i++) {
      if (i > 0 && paragraphStarts[i] === 1) passage.push(PARAGRAPH)
      place.push(passage.length)
      passage.push(words[i])
    }
    const tokens = this.#nlp.readDoc(passage.join(' ')).tokens()
    if (tokens.length() !== passage.length) {
      throw new Error(`expected ${passage.length} tokens of wink-nlp, got ${tokens.length()}`)
    }
    const names = tokens.out(this.#its.pos)
    const pos = new Uint8Array(words.length)
    for (let i = 0; i < words.length; i++) pos[i] = POS_INDEX.get(names[place[i]])!
    return { pos, lemma: (index) => tokens.itemAt(place[index]).out(this.#its.lemma) }
  }
}
