import { isDatelineOnly } from './dateline.js'

/** A headline is no longer than this. */
const MAX_TITLE_LENGTH = 150

/**
 * Finds the title that a text begins with, as a span without the white space around it: the beginning that has the letters and
 * digits of the given title, up to the end of a line, or a short first line that ends no sentence and has a blank line after it.
 * Null where the text begins otherwise.
 */
export function findTitle(text: string, title?: string): { start: number; end: number } | null {
  const start = /\S/.exec(text)?.index
  if (start === undefined) return null
  return (title === undefined ? null : givenTitle(text, start, title)) ?? shortFirstLine(text, start)
}

function givenTitle(text: string, start: number, title: string): { start: number; end: number } | null {
  const expected = (title.match(/[\p{L}\p{N}]/gu) ?? []).map((character) => character.toLowerCase())
  if (expected.length === 0) return null
  let matched = 0
  let at = start
  while (matched < expected.length) {
    const character = codePointAt(text, at)
    if (character === undefined) return null
    if (isWordCharacter(character)) {
      if (character.toLowerCase() !== expected[matched]) return null
      matched++
    }
    at += character.length
  }
  const end = lineEnd(text, at)
  return /[\p{L}\p{N}]/u.test(text.slice(at, end)) ? null : { start, end: trimmedEnd(text, at, end) }
}

function shortFirstLine(text: string, start: number): { start: number; end: number } | null {
  const newline = lineEnd(text, start)
  const line = text.slice(start, Math.min(newline, start + MAX_TITLE_LENGTH + 1)).trimEnd()
  if (line.length > MAX_TITLE_LENGTH || !/^\r?\n[ \t]*\r?\n\s*\S/.test(text.slice(newline, newline + 200))) return null
  if (/[.!?…:;,—–-]["”’»)\]]*$/.test(line) || !/^["“‘'«]?[\p{Lu}\p{N}]/u.test(line) || !/\p{L}/u.test(line)) return null
  if (/^by\s/i.test(line) || /^\w{2,10}:\/\//.test(line) || isDatelineOnly(line)) return null
  return { start, end: start + line.length }
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

function codePointAt(text: string, at: number): string | undefined {
  const code = text.codePointAt(at)
  return code === undefined ? undefined : String.fromCodePoint(code)
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  if (newline < 0) return text.length
  return newline > from && text[newline - 1] === '\r' ? newline - 1 : newline
}

function trimmedEnd(text: string, from: number, end: number): number {
  return from + text.slice(from, end).trimEnd().length
}
