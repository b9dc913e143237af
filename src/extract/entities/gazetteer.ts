import type { Tokens } from '../../record/tokens.js'
import type { ByteMap } from '../../tagger/byte-map.js'
import { finish, mix } from '../../tagger/hash.js'
import type { NameWords } from './words.js'

/** The most words of a place's name. */
export const LONGEST_PLACE = 5

/** Where a token stands in the name of a place: alone, at its beginning, within, at its end. */
const [ALONE, BEGIN, WITHIN, END] = [0, 1, 2, 3]
const POSITIONS = 4

/**
 * Names of places of the whole world: a hash of each with what kinds of place have it, as `gazetteer/places.txt` lists them. Hints that
 * the model weighs, as the lexicon's are: "Nice", "Reading" and "Victoria" are there as well.
 */
export class Gazetteer {
  readonly #places: ByteMap
  readonly #words: NameWords

  constructor(places: ByteMap, words: NameWords) {
    this.#places = places
    this.#words = words
  }

  /**
   * Marks the names of places that begin and end in tokens `first` to `last`, the longest ones from left to right.
   * @param word The number of each token's word.
   * @param mayBegin Whether a name may begin with a token.
   * @param cells From `at` on, a cell for each token; 0 where it is in no name.
   */
  mark(
    word: Int32Array,
    first: number,
    last: number,
    mayBegin: (token: number) => boolean,
    cells: Int32Array,
    at: number,
  ): void {
    const { plain } = this.#words
    let t = first
    while (t <= last) {
      let [length, kinds] = [0, 0]
      if (mayBegin(t)) {
        let hash = 0
        for (let k = 0; k < LONGEST_PLACE && t + k <= last; k++) {
          hash = mix(hash, plain[word[t + k]])
          const found = this.#places.get(finish(hash))
          if (found > 0) [length, kinds] = [k + 1, found]
        }
      }
      for (let k = 0; k < length; k++) {
        const position = length === 1 ? ALONE : k === 0 ? BEGIN : k === length - 1 ? END : WITHIN
        cells[at + t - first + k] = POSITIONS * kinds + position
      }
      t += Math.max(length, 1)
    }
  }
}

/** The hash of a place's name, of all tokens of a text; `undefined` where it has too many. */
export function placeHash(tokens: Tokens, words: NameWords): number | undefined {
  words.learn(tokens.forms)
  if (tokens.count === 0 || tokens.count > LONGEST_PLACE) return undefined
  let hash = 0
  for (let t = 0; t < tokens.count; t++) hash = mix(hash, words.plain[tokens.forms.word[t]])
  return finish(hash)
}
