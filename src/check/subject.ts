import { originOf, type IngestFailure, type Origin } from '../ingest/index.js'
import { wordEnd, wordStart } from '../ingest/words.js'
import type { Article } from '../record/article.js'
import { HearsayError } from '../record/errors.js'
import type { Record } from '../record/record.js'
import { sha256Of } from '../record/sha256.js'

/** Where a finding lies: whatever of it is known. */
export interface Place {
  /** Path, as the user would write it. */
  readonly file?: string
  /** Counts from 1, in the file. */
  readonly line?: number
  /** Counts from 1, in UTF-16 code units. */
  readonly column?: number
  /** Line of the end. */
  readonly endLine?: number
  /** Column behind the end. */
  readonly endColumn?: number
  /** Collection of the article. */
  readonly collection?: string
  /** Id of the article. */
  readonly article?: string
  /** Half-open offsets in the article's text, in UTF-16 code units. */
  readonly start?: number
  /** Offset behind the last code unit. */
  readonly end?: number
  /** False where findings there are not asked for, such as in files that did not change. */
  readonly isAsked: boolean
}

/** Where what could not be read lies. */
export function placeOfFailure({ error, id, collection }: IngestFailure, isAsked: boolean): Place {
  const { file, line, id: article = id } = error.place
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(collection === undefined ? {} : { collection }),
    ...(article === undefined ? {} : { article }),
    isAsked,
  }
}

/** An article as rules see it. */
export class Subject {
  /** The article as read. */
  readonly article: Article
  /** Where it was read. */
  readonly origin: Origin | undefined
  /** Whether findings in it are asked for. */
  readonly isAsked: boolean
  /** Why nothing could be extracted, where that was so. */
  readonly extractionError: HearsayError | undefined
  readonly #record: Record | undefined
  #sha256: string | undefined
  #lineStarts: readonly number[] | undefined
  #words: readonly string[] | undefined

  /** @param extracted What was extracted, or why nothing could be; undefined where nothing was to be. */
  constructor(article: Article, isAsked: boolean, extracted?: Record | HearsayError) {
    this.article = article
    this.origin = originOf(article)
    this.isAsked = isAsked
    this.extractionError = extracted instanceof HearsayError ? extracted : undefined
    this.#record = extracted instanceof HearsayError ? undefined : extracted
  }

  /** The article's text. */
  get text(): string {
    return this.article.text
  }

  /** What was extracted. Throws where nothing was: only rules that need a record may ask. */
  get record(): Record {
    if (this.#record === undefined) throw new TypeError('a rule that needs a record has to say so')
    return this.#record
  }

  /** What was extracted, where something was. */
  get recordIfThere(): Record | undefined {
    return this.#record
  }

  /** Of the text, as in its record. */
  get sha256(): string {
    return (this.#sha256 ??= this.#record?.sha256 ?? sha256Of(this.text))
  }

  /** The words of the text: runs of letters and digits, in lower case. */
  get words(): readonly string[] {
    return (this.#words ??= wordsOf(this.text.toLowerCase()))
  }

  /** The article as a place. It holds no text, so that a rule may keep it. */
  get place(): Place {
    const { file, line } = this.origin?.place ?? {}
    return {
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      collection: this.article.collection,
      article: this.article.id,
      isAsked: this.isAsked,
    }
  }

  /** A place within the article; its line and column where the text is that of its file. */
  at(start: number, end: number): Place {
    const place = { ...this.place, start, end }
    if (this.origin?.isVerbatim !== true) return place
    const [line, column] = this.#lineOf(start)
    const [endLine, endColumn] = this.#lineOf(end)
    return { ...place, line, column, endLine, endColumn }
  }

  /** The text between two offsets, or as much of it as there is. No character is cut in two. */
  excerpt(start: number, end: number): string {
    const [first, last] = [Math.max(0, start), Math.min(this.text.length, end)]
    return this.text.slice(isWithinCharacter(this.text, first) ? first + 1 : first, isWithinCharacter(this.text, last) ? last - 1 : last) // prettier-ignore
  }

  #lineOf(offset: number): [line: number, column: number] {
    const starts = (this.#lineStarts ??= lineStartsOf(this.text))
    let [least, most] = [0, starts.length - 1]
    while (least < most) {
      const middle = (least + most + 1) >> 1
      if (starts[middle] <= offset) least = middle
      else most = middle - 1
    }
    return [least + 1, offset - starts[least] + 1]
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  for (let start = wordStart(text, 0); start < text.length;) {
    const end = wordEnd(text, start)
    words.push(text.slice(start, end))
    start = wordStart(text, end)
  }
  return words
}

function isWithinCharacter(text: string, at: number): boolean {
  const [before, code] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before < 0xdc00 && code >= 0xdc00 && code < 0xe000
}

/** Of an id or an excerpt no more is shown, in UTF-16 code units. */
const MOST_SHOWN = 200

/** An id or an excerpt, cut where it is too long to be shown; no character is cut in two. */
export function shortened(text: string): string {
  if (text.length <= MOST_SHOWN) return text
  return `${text.slice(0, isWithinCharacter(text, MOST_SHOWN) ? MOST_SHOWN - 1 : MOST_SHOWN)}…`
}

/** How a place is called in a message: its file and line, else its article. */
export function nameOf({ file, line, article: id }: Place): string {
  const article = id === undefined ? undefined : shortened(id)
  const where = file === undefined ? undefined : line === undefined ? file : `${file}:${line}`
  return where === undefined ? (article ?? 'the corpus') : article === undefined ? where : `${where} (${article})`
}
