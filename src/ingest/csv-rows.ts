import type { HearsayError } from '../record/errors.js'
import type { Pieces } from './chunks.js'
import { RUNAWAY_FACTOR, tooLarge, type FormatContext } from './format.js'

const [QUOTE, NEWLINE, RETURN] = [0x22, 0x0a, 0x0d]

/** A row of a table. */
export interface Row {
  /** Line that it begins in, from 1. */
  readonly line: number
  /** Without the end of its line; undefined for a row that is broken, or over the limit and not kept. */
  readonly bytes: Buffer | undefined
  /** In bytes. */
  readonly size: number
  /** What is wrong with a broken row. */
  readonly broken?: string
}

/**
 * Cuts a table's bytes into rows. It follows line ends and quoted cells only; a quotation mark within a cell that does not begin
 * with one is text. Blank lines are left out, and what damage cuts off. Throws `too-large` for a row that goes on and on.
 */
export async function* rowsOf(
  pieces: Pieces,
  delimiter: number,
  context: FormatContext,
): AsyncGenerator<Row | HearsayError> {
  const cutter = new RowCutter(delimiter, context)
  for await (const piece of pieces) {
    if (Buffer.isBuffer(piece)) yield* cutter.push(piece)
    else {
      cutter.forget()
      yield piece
    }
  }
  yield* cutter.end()
}

/** Where in a row the cutter is: before a cell, in a plain or quoted one, after a mark that may close it, in a line given up. */
type State = 'before' | 'plain' | 'quoted' | 'closed' | 'lost'

/**
 * Where a row is broken, its first line is given up and the next one taken for a row: a mark that someone forgot costs its own
 * row. That looks at no byte more than twice, since all marks between the forgotten one and the one that shows it are in pairs.
 */
class RowCutter {
  private held: Buffer = Buffer.alloc(0)
  /** Offset of the row in the bytes held. */
  private start = 0
  /** Offset of what comes next. */
  private at = 0
  private state: State = 'before'
  private line = 1
  /** Line ends within the row. */
  private newlines = 0
  /** Bytes of a row over the limit that are not held any more. */
  private dropped = 0

  constructor(
    private readonly delimiter: number,
    private readonly context: FormatContext,
  ) {}

  *push(chunk: Buffer): Generator<Row> {
    this.held = Buffer.concat([this.held.subarray(this.start), chunk])
    this.at -= this.start
    this.start = 0
    yield* this.scan()
    const size = this.dropped + this.at - this.start
    if (size <= this.context.maxSize) return
    this.dropped = size
    this.start = this.at
    if (size > this.context.maxSize * RUNAWAY_FACTOR) throw tooLarge(size, true, this.context, { line: this.line })
  }

  /** Leaves out what it holds of a row; that counts as a line. */
  forget(): void {
    if (this.dropped + this.held.length > this.start) this.line += this.newlines + 1
    this.held = Buffer.alloc(0)
    this.begin(0)
  }

  *end(): Generator<Row> {
    while (this.state === 'quoted' && this.dropped === 0) {
      yield this.giveUp('expected a cell that begins with a quotation mark to end with one, got the end of the file')
      yield* this.scan()
    }
    const row = this.take(this.held.length)
    if (row !== undefined) yield row
  }

  private *scan(): Generator<Row> {
    const { held, delimiter } = this
    while (this.at < held.length) {
      const byte = held[this.at]
      if (byte === NEWLINE && this.state !== 'quoted') {
        const row = this.take(this.at)
        if (row !== undefined) yield row
        continue
      }
      if (this.state === 'quoted') {
        if (byte === QUOTE) this.state = 'closed'
        else if (byte === NEWLINE) this.newlines++
      } else if (this.state === 'closed') {
        if (byte === QUOTE) this.state = 'quoted'
        else if (byte === delimiter) this.state = 'before'
        else if (byte !== RETURN) {
          if (this.dropped > 0) this.state = 'plain'
          else {
            yield this.giveUp(
              'expected the end of a cell after its closing quotation mark; marks within a cell are written twice',
            )
            continue
          }
        }
      } else if (this.state !== 'lost') {
        if (byte === delimiter) this.state = 'before'
        else this.state = byte === QUOTE && this.state === 'before' ? 'quoted' : 'plain'
      }
      this.at++
    }
  }

  /** The row that ends at an offset; undefined for a blank line, and for the rest of one that was given up. */
  private take(end: number): Row | undefined {
    const { line, start, held } = this
    const isLost = this.state === 'lost'
    const size = this.dropped + end - start
    const bytes = held.subarray(start, end > start && held[end - 1] === RETURN ? end - 1 : end)
    this.line += this.newlines + 1
    this.begin(end + 1)
    if (isLost || (size <= this.context.maxSize && bytes.length === 0)) return undefined
    return { line, size, bytes: size > this.context.maxSize ? undefined : bytes }
  }

  private giveUp(broken: string): Row {
    const { line } = this
    if (this.newlines === 0) this.state = 'lost'
    else {
      this.line++
      this.begin(this.held.indexOf(NEWLINE, this.start) + 1)
    }
    return { line, size: 0, bytes: undefined, broken }
  }

  private begin(offset: number): void {
    this.start = offset
    this.at = offset
    this.state = 'before'
    this.newlines = 0
    this.dropped = 0
  }
}
