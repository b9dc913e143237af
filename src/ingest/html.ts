import { isUtf8 } from 'node:buffer'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { decodeText, encodingOfMark, streamDecoder, type DecodedText } from './encoding.js'
import { guessDiagnostics, type Draft, type Format } from './format.js'
import { readPage } from './page.js'
import { wholeInput } from './whole-input.js'

/** A page must name its encoding within this many bytes. */
const HEAD_LENGTH = 4096

/** A file that is a page of the web, which is one article. */
export const html: Format = {
  name: 'html',
  isText: true,
  extensions: ['.html', '.htm', '.xhtml'],
  async *read({ chunks, mayGuess }, context): AsyncGenerator<Draft | HearsayError> {
    const bytes = await wholeInput(chunks, context)
    if (bytes instanceof HearsayError) yield bytes
    // Where a mark or the user named the encoding, the bytes come here as UTF-8, and what the page names is past.
    else
      yield await draftOfPage(mayGuess ? decodePage(bytes, undefined) : decodeText(bytes, false), '', {
        file: context.file,
      })
  },
}

/** The article of a page, or what is wrong with it. */
export async function draftOfPage(
  { text, guessed }: DecodedText,
  suffix: string,
  place: ErrorPlace,
): Promise<Draft | HearsayError> {
  try {
    const { fields, diagnostics } = await readPage(text, place)
    return { fields, suffix, place, diagnostics: [...guessDiagnostics(guessed), ...diagnostics] }
  } catch (error) {
    if (error instanceof HearsayError) return error
    throw error
  }
}

/**
 * A page's bytes as text: by its byte order mark, as UTF-8 if they are that, by the encoding that its server or else the page
 * itself names, by the one that the user named; else it is guessed.
 */
export function decodePage(bytes: Buffer, served: string | undefined, named?: string): DecodedText {
  const mark = encodingOfMark(bytes)
  const name = mark ?? (isUtf8(bytes) ? 'utf-8' : (served ?? encodingNamedIn(bytes) ?? named))
  const decode = name === undefined ? undefined : streamDecoder(name)
  if (decode === undefined) return decodeText(bytes, true)
  const text = decode(bytes) + decode()
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text }
}

function encodingNamedIn(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, HEAD_LENGTH)
  return /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(head)?.[1]
}
