import type { Tokens } from '../../record/tokens.js'
import type { ByteMap } from '../../tagger/byte-map.js'
import { finish, mix } from '../../tagger/hash.js'
import type { NameWords } from './words.js'

/** The most words of a place's name. */
export const LONGEST_PLACE = 5

/** Beside the kinds of place that a name may have: longer names begin with its words. */
export const BEGINS = 16

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
    const { plain, place } = this.#words
    let t = first
    while (t <= last) {
      let [length, kinds] = [0, 0]
      if (mayBegin(t)) {
        let found = place[word[t]]
        let hash = mix(0, plain[word[t]])
        for (let k = 0; found > 0; k++) {
          if (found !== BEGINS) [length, kinds] = [k + 1, found & ~BEGINS]
          if ((found & BEGINS) === 0 || t + k === last) break
          hash = mix(hash, plain[word[t + k + 1]])
          found = this.#places.get(finish(hash))
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

/** The hashes of a place's name, of all tokens of a text: of its first word, its first two, and so on to the whole. None where it has too many words. */
export function placeHashes(tokens: Tokens, words: NameWords): number[] {
  words.learn(tokens.forms)
  if (tokens.count > LONGEST_PLACE) return []
  let hash = 0
  return Array.from({ length: tokens.count }, (_, t) => {
    hash = mix(hash, words.plain[tokens.forms.word[t]])
    return finish(hash)
  })
}
