import { HearsayError } from '../record/errors.js'
import type { Pieces } from './chunks.js'

const NEWLINE = 0x0a

/**
 * Reads bytes by number, by line or as they come, and goes back over the last of them. Where a part of the input is damaged the bytes end,
 * and go on once `passGap` has told of it.
 */
export class ByteReader {
  /** How many bytes that were read can be gone back over at least. */
  readonly kept: number
  readonly #iterator: AsyncIterator<Buffer | HearsayError>
  /** What was read of the input and not from here, in order; what was read from here and may be gone back to. */
  #ahead: Buffer[] = []
  #past: Buffer[] = []
  #pastSize = 0
  #position = 0
  #gap: HearsayError | undefined
  #isEnded = false

  constructor(pieces: Pieces, kept: number) {
    this.#iterator = pieces[Symbol.asyncIterator]()
    this.kept = kept
  }

  /** How many bytes were read, those of all parts. */
  get position(): number {
    return this.#position
  }

  /** Whether the input has ended, as far as it was looked at, and not only come to damage. */
  get isAtEnd(): boolean {
    return this.#isEnded && this.#ahead.length === 0
  }

  /** The next bytes, which `skip` takes; undefined where there are none before the end or damage. */
  async next(): Promise<Buffer | undefined> {
    return (await this.#has(1)) ? this.#ahead[0] : undefined
  }

  /** The next bytes up to a number; fewer before the end or damage. They are not taken. */
  async peek(count: number): Promise<Buffer> {
    await this.#has(count)
    if (this.#ahead.length > 1) this.#ahead = [Buffer.concat(this.#ahead)]
    return this.#ahead.length === 0 ? Buffer.alloc(0) : this.#ahead[0].subarray(0, count)
  }

  /** Takes a number of bytes that were seen. */
  skip(count: number): void {
    this.#position += count
    while (count > 0) {
      const [first] = this.#ahead
      const part = first.subarray(0, count)
      if (part.length < first.length) this.#ahead[0] = first.subarray(count)
      else this.#ahead.shift()
      this.#past.push(part)
      this.#pastSize += part.length
      count -= part.length
    }
    while (this.#past.length > 0 && this.#pastSize - this.#past[0].length >= this.kept) {
      this.#pastSize -= this.#past.shift()?.length ?? 0
    }
  }

  /** A line with its end, or `most` bytes of it; undefined where there are no bytes. */
  async line(most: number): Promise<Buffer | undefined> {
    let seen = 0
    for (;;) {
      const bytes = await this.peek(seen + 1)
      const known = this.#ahead.length === 0 ? bytes : this.#ahead[0].subarray(0, most)
      const end = known.indexOf(NEWLINE, seen)
      if (end >= 0 || known.length === most || known.length === seen) {
        const line = known.subarray(0, end >= 0 ? end + 1 : known.length)
        this.skip(line.length)
        return line.length === 0 ? undefined : line
      }
      seen = known.length
    }
  }

  /** Goes back to a position, or as far as is kept. */
  rewind(position: number): void {
    for (let back = this.#position - position; back > 0;) {
      const last = this.#past.pop()
      if (last === undefined) return
      const part = last.subarray(Math.max(0, last.length - back))
      if (part.length < last.length) this.#past.push(last.subarray(0, last.length - part.length))
      this.#pastSize -= part.length
      this.#ahead.unshift(part)
      this.#position -= part.length
      back -= part.length
    }
  }

  /** Goes on behind damage, over which there is no way back; undefined where there is none, at the end. */
  passGap(): HearsayError | undefined {
    const gap = this.#gap
    if (gap !== undefined) [this.#past, this.#pastSize, this.#gap] = [[], 0, undefined]
    return gap
  }

  async #has(count: number): Promise<boolean> {
    let size = this.#ahead.reduce((sum, { length }) => sum + length, 0)
    while (size < count && !this.#isEnded && this.#gap === undefined) {
      const next = await this.#iterator.next()
      if (next.done === true) this.#isEnded = true
      else if (next.value instanceof HearsayError) this.#gap = next.value
      else if (next.value.length > 0) {
        this.#ahead.push(next.value)
        size += next.value.length
      }
    }
    return size >= count
  }
}
