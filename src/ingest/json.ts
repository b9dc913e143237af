import { HearsayError } from '../record/errors.js'
import { whole, type Chunks } from './chunks.js'
import { draftOfJson, RUNAWAY_FACTOR, tooLarge, type Draft, type Format, type FormatContext } from './format.js'

const [QUOTE, BACKSLASH, COMMA, NEWLINE] = [0x22, 0x5c, 0x2c, 0x0a]
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/** A file with one JSON object, an article, or with an array of them, which is read object by object. */
export const json: Format = {
  name: 'json',
  isText: true,
  extensions: ['.json'],
  async *read({ chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    for await (const element of elementsOf(whole(chunks), context)) {
      const { bytes, size, line, number } = element
      if (bytes === undefined) yield tooLarge(size, false, context, { line })
      else yield draftOfJson(bytes, number === 0 ? '' : `#${number}`, line, mayGuess, context)
    }
  },
}

/** Before the file's value, within it where it is no array, within its array, after that. */
type State = 'start' | 'value' | 'array' | 'end'

interface Element {
  /** Undefined for an element over the limit, which is not kept. */
  readonly bytes: Buffer | undefined
  readonly size: number
  /** Line that it begins in, from 1. */
  readonly line: number
  /** Which element of the array it is, from 1; 0 for the file's one value. */
  readonly number: number
}

/**
 * Cuts a file's bytes into the elements of its array, or gives all as one where it is not an array. It follows strings and
 * brackets only: whether an element is JSON shows when it is parsed.
 */
async function* elementsOf(chunks: Chunks, context: FormatContext): AsyncGenerator<Element> {
  const { file } = context
  const held = new HeldBytes(context)
  let state = 'start' as State
  let number = 0
  let depth = 0
  let inString = false
  let escaped = false
  let line = 1
  for await (const chunk of chunks) {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte === NEWLINE) line++
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        continue
      }
      if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) continue
      if (state === 'end') throw new HearsayError('bad-json', 'expected nothing after the array', { file, line })
      if (state === 'start') {
        state = byte === OPEN_ARRAY ? 'array' : 'value'
        if (state === 'array') {
          start = at + 1
          number = 1
          continue
        }
      }
      held.beginsBy(line)
      if (state === 'value') continue
      if (byte === QUOTE) inString = true
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++
      else if (depth > 0) {
        if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth--
      } else if (byte === COMMA || byte === CLOSE_ARRAY) {
        held.add(chunk.subarray(start, at))
        start = at + 1
        const element = held.take(number)
        // `[]` holds nothing; `[{…},]` lacks something.
        if (byte === COMMA || number > 1 || !isBlank(element.bytes)) yield element
        number++
        if (byte === CLOSE_ARRAY) state = 'end'
      }
    }
    if (state === 'value' || state === 'array') held.add(chunk.subarray(start))
  }
  if (state === 'value') yield held.take(0)
  if (state === 'start')
    throw new HearsayError('bad-json', 'expected an object or an array of them, got nothing', { file })
  if (state === 'array') {
    const { bytes, line: first } = held.take(number)
    const place = { file, line: isBlank(bytes) ? line : first }
    throw new HearsayError('bad-json', 'expected the array to be closed, got the end of the file', place)
  }
}

/** The bytes of an element while it is read. */
class HeldBytes {
  private parts: Buffer[] = []
  private size = 0
  private line = 0

  constructor(private readonly context: FormatContext) {}

  /** The element has begun by this line; the first time counts. */
  beginsBy(line: number): void {
    if (this.line === 0) this.line = line
  }

  add(part: Buffer): void {
    const { maxSize } = this.context
    this.size += part.length
    if (this.size > maxSize) this.parts = []
    else this.parts.push(part)
    if (this.size > maxSize * RUNAWAY_FACTOR) throw tooLarge(this.size, true, this.context, { line: this.line })
  }

  take(number: number): Element {
    const { size, line } = this
    // Blank lines before an object would shift the lines that its errors name.
    const bytes = size > this.context.maxSize ? undefined : trimmedStart(Buffer.concat(this.parts))
    this.parts = []
    this.size = 0
    this.line = 0
    return { bytes, size, line, number }
  }
}

function trimmedStart(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0x20 && (byte < 0x09 || byte > 0x0d))
  return first < 0 ? Buffer.alloc(0) : bytes.subarray(first)
}

function isBlank(bytes: Buffer | undefined): boolean {
  return bytes?.length === 0
}
