import { mix } from '../tagger/hash.js'
import { HASHES, signatureOf, type Signature } from './signature.js'

/**
 * Numbers that two signatures must share in one place to be compared: of pairs with a similarity of 0.5, 94 in 100 are, of those with
 * 0.6 all but one in 150, of those with 0.2 one in six.
 */
const ROWS = 3
/** The first numbers of a signature are in bands. */
const BANDS = 21

/** How many texts with one key of a band are compared, the latest first: what thousands share is boilerplate. */
const MOST_COMPARED = 64

/** How many texts are remembered by default. Each takes about 800 bytes, and what its key does. */
export const MOST_REMEMBERED = 250_000

/**
 * How similar two texts are at least that count as one by default. Reprints with a third cut off, or with one word in twenty changed, have
 * 0.6; different reports on one event have less than 0.35.
 */
export const LEAST_SIMILARITY = 0.5

/** An earlier text that one nearly repeats. */
export interface NearDuplicate<Key> {
  readonly of: Key
  /** The estimated share of shingles that both have of those that either has (Jaccard), 0 to 1. */
  readonly similarity: number
}

/**
 * Tells which texts nearly repeat an earlier one: agency copy that several print. MinHash over shingles of five words, found again by bands
 * of the signature (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3). A text that repeats one is not itself
 * remembered, so that what is told of is always the first. The same texts in the same order give the same answers. Memory is bounded: beyond
 * `most` texts the oldest are forgotten.
 */
export class NearDuplicates<Key> {
  readonly #least: number
  readonly #most: number
  readonly #keys: Key[] = []
  /** Signatures by place; a place is used again when its text is forgotten. */
  #signatures: Int32Array<ArrayBuffer>
  /** Every text has an entry for each band, at `place * BANDS + band`. Entries whose bands fall into one bucket are a list, latest first. */
  readonly #lists: Lists
  #count = 0

  /**
   * @param least From 0 to 1: `LEAST_SIMILARITY` by default.
   * @param most How many texts are remembered, at least one: `MOST_REMEMBERED` by default.
   */
  constructor(least = LEAST_SIMILARITY, most = MOST_REMEMBERED) {
    this.#least = least
    this.#most = most
    const room = Math.min(64, most)
    this.#signatures = new Int32Array(room * HASHES)
    this.#lists = new Lists(room * BANDS)
  }

  /** How many texts were forgotten: what repeats them is not found. */
  get forgotten(): number {
    return Math.max(0, this.#count - this.#most)
  }

  /**
   * Takes a text in.
   * @returns The most similar of the texts that are remembered, the first of those that are as similar, where there is one that is similar
   * enough. A text of fewer than five words is like no other.
   */
  add(key: Key, text: string): NearDuplicate<Key> | null {
    const signature = signatureOf(text)
    return signature === null ? null : this.addSignature(key, signature)
  }

  /** The same for a text whose signature is there already. */
  addSignature(key: Key, signature: Signature): NearDuplicate<Key> | null {
    const found = this.#nearest(signature)
    if (found === null) this.#remember(key, signature)
    return found
  }

  #nearest(signature: Signature): NearDuplicate<Key> | null {
    let best = -1
    let most = 0
    for (let b = 0; b < BANDS; b++) {
      let entry = this.#lists.first(bandKey(signature, 0, b))
      for (let compared = 0; entry >= 0 && compared < MOST_COMPARED; entry = this.#lists.next(entry)) {
        const place = Math.floor(entry / BANDS)
        if (place === best || !this.#sharesBand(signature, place, b)) continue
        compared++
        let same = 0
        for (let i = 0; i < HASHES; i++) if (signature[i] === this.#signatures[place * HASHES + i]) same++
        if (same > most || (same === most && this.#age(place) > this.#age(best))) [best, most] = [place, same]
      }
    }
    const similarity = most / HASHES
    return best < 0 || similarity < this.#least ? null : { of: this.#keys[best], similarity }
  }

  #sharesBand(signature: Signature, place: number, band: number): boolean {
    for (let i = band * ROWS; i < (band + 1) * ROWS; i++) {
      if (signature[i] !== this.#signatures[place * HASHES + i]) return false
    }
    return true
  }

  /** How many texts came since the one at a place. */
  #age(place: number): number {
    return (this.#count - 1 - place) % this.#most
  }

  #remember(key: Key, signature: Signature): void {
    const place = this.#count % this.#most
    if ((place + 1) * HASHES > this.#signatures.length) {
      const room = Math.min(2 * this.#signatures.length, this.#most * HASHES)
      this.#lists.grow((room / HASHES) * BANDS, (entry) =>
        bandKey(this.#signatures, Math.floor(entry / BANDS) * HASHES, entry % BANDS),
      )
      this.#signatures = longer(this.#signatures, room)
    }
    for (let b = 0; b < BANDS; b++) {
      const entry = place * BANDS + b
      if (this.#count >= this.#most) this.#lists.remove(entry, bandKey(this.#signatures, place * HASHES, b))
      this.#lists.add(entry, bandKey(signature, 0, b))
    }
    this.#signatures.set(signature, place * HASHES)
    this.#keys[place] = key
    this.#count++
  }
}

/** Lists of entries, each in the bucket of its key, the latest first: a hash table that tells all that have a key, and some others. */
class Lists {
  #firsts: Int32Array<ArrayBuffer>
  #nexts: Int32Array<ArrayBuffer>
  #befores: Int32Array<ArrayBuffer>

  /** `size` is a number of entries. */
  constructor(size: number) {
    this.#firsts = bucketsFor(size)
    this.#nexts = new Int32Array(size).fill(-1)
    this.#befores = new Int32Array(size).fill(-1)
  }

  /** The latest entry of a key's bucket, or -1. */
  first(key: number): number {
    return this.#firsts[key & (this.#firsts.length - 1)]
  }

  /** The entry before, or -1. */
  next(entry: number): number {
    return this.#nexts[entry]
  }

  add(entry: number, key: number): void {
    const bucket = key & (this.#firsts.length - 1)
    const next = this.#firsts[bucket]
    this.#firsts[bucket] = entry
    this.#nexts[entry] = next
    this.#befores[entry] = -1
    if (next >= 0) this.#befores[next] = entry
  }

  remove(entry: number, key: number): void {
    const [before, next] = [this.#befores[entry], this.#nexts[entry]]
    if (before < 0) this.#firsts[key & (this.#firsts.length - 1)] = next
    else this.#nexts[before] = next
    if (next >= 0) this.#befores[next] = before
  }

  /** Makes room for more entries. All that there was room for are in use. */
  grow(room: number, keyOf: (entry: number) => number): void {
    const size = this.#nexts.length
    this.#nexts = longer(this.#nexts, room)
    this.#befores = longer(this.#befores, room)
    this.#firsts = bucketsFor(room)
    for (let entry = 0; entry < size; entry++) this.add(entry, keyOf(entry))
  }
}

/** Empty buckets, half as many as entries or more: a power of two. */
function bucketsFor(entries: number): Int32Array<ArrayBuffer> {
  return new Int32Array(2 ** Math.floor(Math.log2(entries))).fill(-1)
}

/** An array of another length that begins with what is in `array`. */
function longer(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(array)
  return copy
}

function bandKey(signatures: Int32Array, at: number, band: number): number {
  let key = band
  for (let row = 0; row < ROWS; row++) key = mix(key, signatures[at + band * ROWS + row])
  return key
}
