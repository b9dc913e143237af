import { HearsayError } from '../record/errors.js'
import { draftOfJson, RUNAWAY_FACTOR, tooLarge, type Draft, type Format, type FormatContext } from './format.js'

const NEWLINE = 0x0a

/** A file with one JSON object a line, each an article. Blank lines count but hold nothing. */
export const jsonLines: Format = {
  name: 'jsonl',
  isText: true,
  extensions: ['.jsonl', '.ndjson'],
  async *read({ chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    for await (const line of linesOf(chunks, context)) {
      if (line instanceof HearsayError) yield line
      else if (line.bytes === undefined) yield tooLarge(line.size, false, context, { line: line.number })
      else if (!isBlank(line.bytes)) yield draftOfJson(line.bytes, `#${line.number}`, line.number, mayGuess, context)
    }
  },
}

/** A line of an input. */
export interface Line {
  /** Counts from 1. */
  readonly number: number
  /** Without its newline; undefined for a line over the limit, which is not kept. */
  readonly bytes: Buffer | undefined
  readonly size: number
}

/**
 * The lines of bytes, each as soon as it has come. A line that damage cuts off is left out, and counts. Throws `too-large` for one that goes
 * on and on.
 */
export async function* linesOf<Piece extends Buffer | HearsayError>(
  pieces: AsyncIterable<Piece>,
  context: FormatContext,
): AsyncGenerator<Line | Exclude<Piece, Buffer>> {
  const { maxSize } = context
  let parts: Buffer[] = []
  let size = 0
  let number = 1
  const add = (part: Buffer): void => {
    size += part.length
    if (size > maxSize) parts = []
    else parts.push(part)
    if (size > maxSize * RUNAWAY_FACTOR) throw tooLarge(size, true, context, { line: number })
  }
  const take = (): Line => {
    const line = { number, size, bytes: size > maxSize ? undefined : Buffer.concat(parts) }
    parts = []
    size = 0
    number++
    return line
  }
  for await (const chunk of pieces) {
    if (!Buffer.isBuffer(chunk)) {
      if (size > 0) take()
      yield chunk as Exclude<Piece, Buffer>
      continue
    }
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

/** Whether a line holds nothing. */
export function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
