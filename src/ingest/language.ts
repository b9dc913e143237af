import { createRequire } from 'node:module'

/** The language that a text is judged to be in. */
export interface JudgedLanguage {
  /** A BCP 47 code; `en` where it cannot be told. */
  readonly language: string
  readonly english: boolean
}

const ENGLISH: JudgedLanguage = { language: 'en', english: true }

/** A shorter text is taken for English: names and figures outweigh its words. */
const MIN_LETTERS = 200

/** How long each of the three stretches is that stand for a long text when English words are counted. */
const STRETCH_LENGTH = 1000

/** And when trigrams are compared: `franc` scores 300 characters so that its margins mean something, and not so for more. */
const TRIGRAM_STRETCH_LENGTH = 300

/** Where at least this share of the words are English function words, the text is English. Other languages have hardly any. */
const ENGLISH_SHARE = 0.08

/** Another language must be better than English by this much, of a mean score of 1. */
const CLEAR_MARGIN = 0.1

const ENGLISH_WORDS = new Set(
  (
    'the and of to that with from which were was have has had been this these those his her their they he she it said ' +
    'would could not but or by for who what when will as is are be on at an its'
  ).split(' '),
)

/**
 * Judges a text's language by its beginning, middle and end. It is English unless it has more than 200 letters and another
 * language is better by a clear margin.
 */
export function judgeLanguage(text: string): JudgedLanguage {
  let words = 0
  let english = 0
  let letters = 0
  for (const stretch of stretchesOf(text, STRETCH_LENGTH)) {
    for (const word of stretch.match(/\p{L}+/gu) ?? []) {
      words++
      letters += word.length
      if (ENGLISH_WORDS.has(word.toLowerCase())) english++
    }
  }
  if (letters <= MIN_LETTERS || english >= words * ENGLISH_SHARE) return ENGLISH
  const { francAll } = franc()
  const stretches = stretchesOf(text, TRIGRAM_STRETCH_LENGTH)
  const scores = new Map<string, number>()
  for (const stretch of stretches) {
    for (const [code, score] of francAll(stretch)) scores.set(code, (scores.get(code) ?? 0) + score / stretches.length)
  }
  const [best, score] = [...scores].reduce((a, b) => (b[1] > a[1] ? b : a))
  if (best === 'und' || score - (scores.get('eng') ?? 0) < CLEAR_MARGIN) return ENGLISH
  return { language: Intl.getCanonicalLocales(best)[0], english: false }
}

/** What compares trigrams. Loaded when first asked: it takes 30 ms, and English is told without it. */
function franc(): typeof import('franc-min') {
  return createRequire(import.meta.url)('franc-min') as typeof import('franc-min')
}

/** The beginning, middle and end of a text, or all of it where it is short. */
function stretchesOf(text: string, length: number): string[] {
  if (text.length <= length) return [text]
  const middle = (text.length - length) >> 1
  return [0, middle, text.length - length].map((at) => text.slice(at, at + length))
}
