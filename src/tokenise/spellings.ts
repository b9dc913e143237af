/**
 * Distinct strings by number, found in a text without being cut from it: a hash table with open addressing. A `Map` would need a string of
 * its own for every token that is looked up.
 */
export class Spellings {
  readonly #all: string[] = []
  /** The number of a string, plus one, or 0; of a power of two slots, at most half are taken. */
  #slots = new Int32Array(1 << 12)
  /** The hash of each string. */
  #hashes = new Int32Array(1 << 11)

  get count(): number {
    return this.#all.length
  }

  /** The string with number `number`. */
  spelling(number: number): string {
    return this.#all[number]
  }

  /** The number of what stands from `start` to `end` in the text; the next one where it is new. */
  numberOf(text: string, start: number, end: number): number {
    let hash = end - start
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
    hash ^= hash >>> 15
    const slots = this.#slots
    const hashes = this.#hashes
    const mask = slots.length - 1
    let slot = hash & mask
    for (let taken = slots[slot]; taken !== 0; taken = slots[slot]) {
      if (hashes[taken - 1] === hash && isAt(this.#all[taken - 1], text, start, end)) return taken - 1
      slot = (slot + 1) & mask
    }
    const number = this.#all.push(unshared(text.slice(start, end))) - 1
    slots[slot] = number + 1
    hashes[number] = hash
    if (this.#all.length === hashes.length) this.#grow()
    return number
  }

  #grow(): void {
    const hashes = new Int32Array(2 * this.#hashes.length)
    hashes.set(this.#hashes)
    const slots = new Int32Array(2 * this.#slots.length)
    for (let number = 0; number < this.#all.length; number++) {
      let slot = hashes[number] & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = number + 1
    }
    this.#hashes = hashes
    this.#slots = slots
  }
}

/** Whether just `string` stands from `start` to `end` in the text. */
function isAt(string: string, text: string, start: number, end: number): boolean {
  if (string.length !== end - start) return false
  for (let i = 0; i < string.length; i++) if (string.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

/** A copy that does not keep the text alive which it was cut from. */
function unshared(part: string): string {
  return part.length < 13 ? part : Buffer.from(part, 'utf16le').toString('utf16le')
}
