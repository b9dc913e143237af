import { finish, mix } from '../tagger/hash.js'
import { Kernel } from '../tagger/kernel.js'
import { wordEnd, wordStart } from './words.js'

/** Words of a shingle: five tell copies from texts on the same subject. */
const SHINGLE_WORDS = 5

/** Numbers of a signature: the standard error of a similarity of 0.5 is 0.044, of one of 0.9 it is 0.027. */
export const HASHES = 128

/** How many shingles are hashed at a time. */
const CHUNK = 1024

/** What stands for a text when texts are compared: of each hash function the least hash of all shingles (MinHash). */
export type Signature = Int32Array

/**
 * The signature of a text; null for a text of fewer than `leastWords` words, or than a shingle has. Case, punctuation and white space do
 * not count.
 */
export function signatureOf(text: string, leastWords = SHINGLE_WORDS): Signature | null {
  const least = (minima ??= new Minima())
  least.begin()
  const words = new Int32Array(SHINGLE_WORDS)
  let count = 0
  for (let at = wordStart(text, 0); at < text.length; at = wordStart(text, at)) {
    const end = wordEnd(text, at)
    words[count++ % SHINGLE_WORDS] = hashOfWord(text, at, end)
    at = end
    if (count < SHINGLE_WORDS) continue
    let shingle = 0
    for (let k = 0; k < SHINGLE_WORDS; k++) shingle = mix(shingle, words[(count + k) % SHINGLE_WORDS])
    least.add(finish(shingle))
  }
  return count < Math.max(leastWords, SHINGLE_WORDS) ? null : least.end()
}

const random = (index: number): number => finish(mix(0x2545f491, index + 1))

/** The least hash of each hash function over the shingles of one text after another. */
class Minima {
  readonly #kernel = new Kernel()
  readonly #shingles = this.#kernel.reserve(CHUNK * 4)
  readonly #factors = this.#kernel.reserve(HASHES * 4)
  readonly #summands = this.#kernel.reserve(HASHES * 4)
  readonly #least = this.#kernel.reserve(HASHES * 4)
  #count = 0

  constructor() {
    const { integers } = this.#kernel
    for (let i = 0; i < HASHES; i++) {
      // A hash function is a factor and a summand. An odd factor maps no two numbers to one.
      integers[this.#factors / 4 + i] = random(i) | 1
      integers[this.#summands / 4 + i] = random(HASHES + i)
    }
  }

  begin(): void {
    this.#count = 0
    this.#kernel.integers.fill(0x7fffffff, this.#least / 4, this.#least / 4 + HASHES)
  }

  add(shingle: number): void {
    this.#kernel.integers[this.#shingles / 4 + this.#count++] = shingle
    if (this.#count === CHUNK) this.#lower()
  }

  end(): Signature {
    this.#lower()
    return this.#kernel.integers.slice(this.#least / 4, this.#least / 4 + HASHES)
  }

  #lower(): void {
    this.#kernel.run.lower(this.#shingles, this.#count, this.#factors, this.#summands, this.#least, HASHES)
    this.#count = 0
  }
}

/** Made for the first text. */
let minima: Minima | undefined

/** Of a word in lower case. */
function hashOfWord(text: string, start: number, end: number): number {
  let hash = end - start
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) return hashOfString(text.slice(start, end).toLowerCase())
    hash = mix(hash, unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
  }
  return hash
}

function hashOfString(word: string): number {
  let hash = word.length
  for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i))
  return hash
}
