import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js'
import { DoubleMetaphone } from 'natural/lib/natural/phonetics/index.js'

const metaphone = new DoubleMetaphone()

/** Shorter words sound alike too easily, and nobody is called something longer. */
const SHORTEST = 5
const LONGEST = 32

/** How like two words must be that sound the same to be one name, spelled in two ways. */
const LEAST_LIKENESS = 0.9

const sounds = new Map<string, string>()
const MOST_SOUNDS = 50_000

/** How a word sounds, roughly; '' where it is too short or not in Latin letters. In small letters, without accents. */
export function soundOf(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return ''
  const known = sounds.get(word)
  if (known !== undefined) return known
  if (sounds.size >= MOST_SOUNDS) sounds.clear()
  const [sound] = metaphone.process(word)
  sounds.set(word, sound)
  return sound
}

/** Whether two words are one name in two spellings: "Tokayev" and "Tokaev". */
export function soundsLike(a: string, b: string): boolean {
  if (a === b) return true
  const sound = soundOf(a)
  return sound !== '' && sound === soundOf(b) && JaroWinklerDistance(a, b) >= LEAST_LIKENESS
}
