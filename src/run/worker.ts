import { Tinypool } from 'tinypool'
import { createExtractor, extractionFailure, type Extractor, type ExtractorOptions } from '../extract/index.js'
import { jsonLine } from '../output/jsonl.js'
import type { Article } from '../record/article.js'
import { HearsayError, type ErrorCode, type ErrorPlace } from '../record/errors.js'
import type { Producer } from '../record/record.js'

/** What a worker is asked: an article's record, or with null whose records it makes. */
export type Question = Article | null

/** What a worker answers: strings and numbers, which are copied between threads as fast as memory is. */
export type Answer = Extracted | { readonly producer: Producer } | Failed

export interface Extracted {
  /** The record as `jsonLine` prints it. */
  readonly line: string
  readonly statements: number
  /** Different ones of this article. */
  readonly speakers: number
  /** Runs of characters between white space. */
  readonly words: number
}

/** A HearsayError, which as itself would come to the other thread without its code. */
export interface Failed {
  readonly failed: { readonly code: ErrorCode; readonly message: string; readonly place: ErrorPlace }
}

let extractor: Promise<Extractor> | undefined

/** The one function of a worker thread. Its models are loaded when it is first asked and stay. */
export default async function answer(question: Question): Promise<Answer> {
  try {
    const loaded = await (extractor ??= createExtractor(Tinypool.workerData as ExtractorOptions))
    if (question === null) return { producer: loaded.producer }
    const record = loaded.extract(question)
    const { statements } = record
    return {
      line: jsonLine(record),
      statements: statements.length,
      speakers: new Set(statements.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.entity ?? speaker.name])))
        .size,
      words: wordsOf(question.text),
    }
  } catch (cause) {
    const error = cause instanceof HearsayError ? cause : extractionFailure(cause)
    return { failed: { code: error.code, message: error.message, place: error.place } }
  }
}

function wordsOf(text: string): number {
  let count = 0
  let within = false
  for (let at = 0; at < text.length; at++) {
    const isSpace = text.charCodeAt(at) <= 0x20
    if (!isSpace && !within) count++
    within = !isSpace
  }
  return count
}
