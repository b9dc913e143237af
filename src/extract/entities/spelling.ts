import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

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
  const [sound] = compare().metaphone.process(word)
  sounds.set(word, sound)
  return sound
}

/** Whether two words are one name in two spellings: "Tokayev" and "Tokaev". */
export function soundsLike(a: string, b: string): boolean {
  if (a === b) return true
  const sound = soundOf(a)
  return sound !== '' && sound === soundOf(b) && compare().JaroWinklerDistance(a, b) >= LEAST_LIKENESS
}

/** Whether one word may be the other with a slip: longer ones that differ in a letter or two towards their end. */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length]
  if (short < SHORTEST_SLIP || long > LONGEST || long > short + 1) return false
  return compare().JaroWinklerDistance(a, b) >= LEAST_LIKENESS_OF_SLIP
}

const SHORTEST_SLIP = 6
const LEAST_LIKENESS_OF_SLIP = 0.94

type Distance = typeof import('natural/lib/natural/distance/index.js')
type Phonetics = typeof import('natural/lib/natural/phonetics/index.js')

let loaded:
  | { JaroWinklerDistance: Distance['JaroWinklerDistance']; metaphone: InstanceType<Phonetics['DoubleMetaphone']> }
  | undefined

/** What compares spellings. Loaded with the first word: statements alone need none of it. */
function compare(): NonNullable<typeof loaded> {
  if (loaded === undefined) {
    const { JaroWinklerDistance } = require('natural/lib/natural/distance/index.js') as Distance
    const { DoubleMetaphone } = require('natural/lib/natural/phonetics/index.js') as Phonetics
    loaded = { JaroWinklerDistance, metaphone: new DoubleMetaphone() }
  }
  return loaded
}
