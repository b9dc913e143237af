import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'

/** Bytes made text. */
export interface DecodedText {
  readonly text: string
  /** The encoding's name, where it was recognised by what the bytes hold instead of by a mark or a name. */
  readonly guessed?: 'windows-1251' | 'windows-1252'
}

/** The characters of Windows-1252 for the bytes 0x80 to 0x9F; Node's own decoder takes them for control characters. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Bytes of Windows-1252 that stand for no character, or for one that news hardly uses. */
const UNLIKELY_IN_1252 = new Set([
  0x81, 0x83, 0x86, 0x87, 0x88, 0x89, 0x8d, 0x8f, 0x90, 0x98, 0x9d, 0xa4, 0xa5, 0xa6, 0xa8, 0xac, 0xad, 0xaf, 0xb6,
  0xb8, 0xb9, 0xd7, 0xf7,
])

/**
 * The text of an article's bytes. They are UTF-8; where they are not, they may be guessed to be Windows-1251 or Windows-1252,
 * and what fits none of these is read as UTF-8 with U+FFFD for every byte that is not.
 */
export function decodeText(bytes: Buffer, mayGuess: boolean): DecodedText {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') }
  const guessed = mayGuess ? guessEncoding(bytes) : undefined
  if (guessed === undefined) return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
  return { text: decoderOf(guessed)(bytes), guessed }
}

/** The encoding that a byte order mark names, or undefined. */
export function encodingOfMark(head: Buffer): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return hasUtf8Mark(head) ? 'utf-8' : undefined
}

export function hasUtf8Mark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** A function that decodes a stream's chunks one after the other; called without one, it gives what is still to come. */
export type StreamDecoder = (chunk?: Buffer) => string

/** A decoder for an encoding by any name that the WHATWG standard knows, or undefined for another name. */
export function streamDecoder(encoding: string): StreamDecoder | undefined {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(encoding)
  } catch {
    return undefined // The one thing that its constructor throws for is a name it does not know.
  }
  if (decoder.encoding === 'windows-1252') return (chunk) => (chunk === undefined ? '' : decodeWindows1252(chunk))
  return (chunk) => (chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true }))
}

function decoderOf(encoding: 'windows-1251' | 'windows-1252'): (bytes: Buffer) => string {
  return encoding === 'windows-1252' ? decodeWindows1252 : (bytes) => new TextDecoder(encoding).decode(bytes)
}

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252_HIGH[c.charCodeAt(0) - 0x80])
}

/**
 * Which single-byte encoding bytes that are not UTF-8 are in. Cyrillic words are runs of high bytes, Western ones hold one here
 * and there. Damaged UTF-8 gives itself away by the sequences that are still whole, or by breaking off at its very end.
 */
function guessEncoding(bytes: Buffer): DecodedText['guessed'] {
  let sequences = 0
  let strayBytes = 0
  let inLongRuns = 0
  let unlikely = 0
  let high = 0
  let run = 0
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at < bytes.length ? bytes[at] : 0
    if (byte >= 0xc0) run++
    else {
      if (run >= 3) inLongRuns += run
      run = 0
    }
    if (byte < 0x80) continue
    high++
    if (UNLIKELY_IN_1252.has(byte)) unlikely++
  }
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue
    const length = sequenceLength(bytes, at)
    if (length > 1) {
      sequences++
      at += length - 1
    } else if (length === 1) strayBytes++
    else break // The text was cut within a character.
  }
  if (strayBytes === 0 || sequences > strayBytes) return undefined
  if (inLongRuns * 2 > high) return 'windows-1251'
  return unlikely * 10 > high ? undefined : 'windows-1252'
}

/** Length of the UTF-8 sequence at an offset: 1 where there is none, 0 where the bytes end before it does. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at]
  const length = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1
  for (let k = 1; k < length; k++) {
    if (at + k === bytes.length) return 0
    const byte = bytes[at + k]
    if (byte < 0x80 || byte > 0xbf) return 1
  }
  return length
}
