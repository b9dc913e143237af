import { francAll } from 'franc-min'

/** The language that a text is judged to be in. */
export interface JudgedLanguage {
  /** A BCP 47 code; `en` where it cannot be told. */
  readonly language: string
  readonly english: boolean
}

const ENGLISH: JudgedLanguage = { language: 'en', english: true }

/** A shorter text is taken for English: names and figures outweigh its words. */
const MIN_LETTERS = 200

/** How long each of the three stretches is that stand for a long text. */
const STRETCH_LENGTH = 1000

/** Where at least this share of the words are English function words, the text is English; no other language comes near. */
const ENGLISH_SHARE = 0.15

/** Another language must be better than English by this much, of a score of 1. */
const CLEAR_MARGIN = 0.15

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
  const sample = sampleOf(text)
  let words = 0
  let english = 0
  let letters = 0
  for (const [word] of sample.matchAll(/\p{L}+/gu)) {
    words++
    letters += word.length
    if (ENGLISH_WORDS.has(word.toLowerCase())) english++
  }
  if (letters <= MIN_LETTERS || english >= words * ENGLISH_SHARE) return ENGLISH
  const scores = francAll(sample)
  const [best, score] = scores[0] ?? ['und', 0]
  const englishScore = scores.find(([code]) => code === 'eng')?.[1] ?? 0
  if (best === 'eng' || best === 'und' || score - englishScore < CLEAR_MARGIN) return ENGLISH
  return { language: Intl.getCanonicalLocales(best)[0] ?? best, english: false }
}

function sampleOf(text: string): string {
  if (text.length <= 3 * STRETCH_LENGTH) return text
  const middle = (text.length - STRETCH_LENGTH) >> 1
  const stretches = [0, middle, text.length - STRETCH_LENGTH].map((at) => text.slice(at, at + STRETCH_LENGTH))
  return stretches.join(' ')
}
