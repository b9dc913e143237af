import { finish, mix } from '../tagger/hash.js'

/** Words of a shingle: five tell copies from texts on the same subject. */
const SHINGLE_WORDS = 5

/** Numbers of a signature: the standard error of a similarity of 0.8 is 0.05. */
const HASHES = 64

/**
 * Numbers that two signatures must share in one place to be compared: of pairs with a similarity of 0.8, all but one in 5,000 are, of
 * those with 0.5 two in three, of those with 0.2 one in 40.
 */
const ROWS = 4
const BANDS = HASHES / ROWS

/** How many texts are remembered by default: 20,000 take 8 MB, a million 400 MB. */
export const MOST_REMEMBERED = 250_000

/** How similar two texts are at least that count as one by default. */
export const LEAST_SIMILARITY = 0.8

/** An earlier text that one nearly repeats. */
export interface NearDuplicate<Key> {
  readonly of: Key
  /** The estimated share of shingles that both have of those that either has (Jaccard), 0 to 1. */
  readonly similarity: number
}

/**
 * Tells which texts nearly repeat an earlier one: agency copy that several print. MinHash over shingles of five words, found again by bands
 * of the signature (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). The same texts in the same order
 * give the same answers. Memory is bounded: beyond `most` texts the oldest are forgotten.
 */
export class NearDuplicates<Key> {
  readonly #least: number
  readonly #most: number
  readonly #keys: Key[] = []
  /** Signatures by place; a place is used again when its text is forgotten. */
  #signatures = new Uint32Array(64 * HASHES)
  /** Of each band, the place of the last text with that key of the band. */
  readonly #bands = Array.from({ length: BANDS }, () => new Map<number, number>())
  #count = 0

  /**
   * @param least From 0 to 1: `LEAST_SIMILARITY` by default.
   * @param most How many texts are remembered at least one is: `MOST_REMEMBERED` by default.
   */
  constructor(least = LEAST_SIMILARITY, most = MOST_REMEMBERED) {
    this.#least = least
    this.#most = most
  }

  /**
   * Takes a text in.
   * @returns The most similar text before it, the first of those that are as similar, where there is one that is similar enough. A text of
   * fewer than five words is like no other.
   */
  add(key: Key, text: string): NearDuplicate<Key> | null {
    const signature = signatureOf(text)
    if (signature === null) return null
    const found = this.#nearest(signature)
    // A copy need not be remembered: what is like it is like the first.
    if (found === null || found.similarity < 1) this.#remember(key, signature)
    return found
  }

  #nearest(signature: Uint32Array): NearDuplicate<Key> | null {
    let best = -1
    let most = 0
    for (let b = 0; b < BANDS; b++) {
      const place = this.#bands[b].get(bandKey(signature, 0, b))
      if (place === undefined || place === best) continue
      let same = 0
      for (let i = 0; i < HASHES; i++) if (signature[i] === this.#signatures[place * HASHES + i]) same++
      if (same > most) [best, most] = [place, same]
    }
    const similarity = most / HASHES
    return best < 0 || similarity < this.#least ? null : { of: this.#keys[best], similarity }
  }

  #remember(key: Key, signature: Uint32Array): void {
    const place = this.#count % this.#most
    if ((place + 1) * HASHES > this.#signatures.length) {
      const longer = new Uint32Array(2 * this.#signatures.length)
      longer.set(this.#signatures)
      this.#signatures = longer
    }
    const forgets = this.#count >= this.#most
    for (let b = 0; b < BANDS; b++) {
      const band = this.#bands[b]
      const old = forgets ? bandKey(this.#signatures, place * HASHES, b) : 0
      if (forgets && band.get(old) === place) band.delete(old)
      const own = bandKey(signature, 0, b)
      // The first of texts alike is the one that the others repeat.
      if (!band.has(own)) band.set(own, place)
    }
    this.#signatures.set(signature, place * HASHES)
    this.#keys[place] = key
    this.#count++
  }
}

const SEEDS = Uint32Array.from({ length: HASHES }, (_, i) => finish(mix(0x2545f491, i + 1)))

/** The least hash of all shingles by each of the hash functions; null where the text has no shingle. */
function signatureOf(text: string): Uint32Array | null {
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  const words = new Uint32Array(SHINGLE_WORDS)
  let count = 0
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words[count++ % SHINGLE_WORDS] = hashOfWord(word)
    if (count < SHINGLE_WORDS) continue
    let shingle = 0
    for (let k = 0; k < SHINGLE_WORDS; k++) shingle = mix(shingle, words[(count + k) % SHINGLE_WORDS])
    for (let i = 0; i < HASHES; i++) {
      const hash = finish(shingle ^ SEEDS[i]) >>> 0
      if (hash < signature[i]) signature[i] = hash
    }
  }
  return count < SHINGLE_WORDS ? null : signature
}

function hashOfWord(word: string): number {
  const lower = word.toLowerCase()
  let hash = lower.length
  for (let i = 0; i < lower.length; i++) hash = mix(hash, lower.charCodeAt(i))
  return hash
}

function bandKey(signatures: Uint32Array, at: number, band: number): number {
  let key = band
  for (let row = 0; row < ROWS; row++) key = mix(key, signatures[at + band * ROWS + row])
  return key
}
