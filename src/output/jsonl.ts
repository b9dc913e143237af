import type { Record } from '../record/record.js'
import type { RecordFormat } from './format.js'

/** One record a line. */
export const jsonl: RecordFormat = {
  begin: () => '',
  record: (record) => `${jsonLine(record)}\n`,
  end: () => '',
}

/** A record as JSON on one line. */
export function jsonLine(record: Record): string {
  return record instanceof LineRecord ? record.line : oneLine(record)
}

/**
 * JSON on one line, whatever a reader takes for the end of a line: beside what JSON itself escapes, U+0085, U+2028 and U+2029 are
 * escaped, and the other control characters that terminals act on.
 */
export function oneLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * The record of a line that `jsonLine` made. It is parsed when its fields are first asked for, and the line is kept: who writes lines
 * neither parses nor prints it again.
 */
export function recordOfLine(line: string): Record {
  return new LineRecord(line)
}

class LineRecord implements Record {
  readonly line: string
  #parsed: Record | undefined

  constructor(line: string) {
    this.line = line
  }

  toJSON(): Record {
    return (this.#parsed ??= JSON.parse(this.line) as Record)
  }

  get version() {
    return this.toJSON().version
  }

  get id() {
    return this.toJSON().id
  }

  get collection() {
    return this.toJSON().collection
  }

  get uri() {
    // Absent, not undefined: the type tells these apart, and only who looks with `in` could.
    return this.toJSON().uri!
  }

  get sha256() {
    return this.toJSON().sha256
  }

  get length() {
    return this.toJSON().length
  }

  get duplicateOf() {
    // Absent, as `uri` is.
    return this.toJSON().duplicateOf!
  }

  get producer() {
    return this.toJSON().producer
  }

  get meta() {
    return this.toJSON().meta
  }

  get sentences() {
    return this.toJSON().sentences
  }

  get entities() {
    return this.toJSON().entities
  }

  get quantities() {
    return this.toJSON().quantities
  }

  get times() {
    return this.toJSON().times
  }

  get statements() {
    return this.toJSON().statements
  }

  get diagnostics() {
    return this.toJSON().diagnostics
  }
}
