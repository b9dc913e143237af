import { readFileSync } from 'node:fs'
import { BEGINS, placeHashes } from '../extract/entities/gazetteer.js'
import { NameWords } from '../extract/entities/words.js'
import { HearsayError } from '../record/errors.js'
import { ByteMap } from '../tagger/byte-map.js'
import { createTokeniser } from '../tokenise/index.js'

/** What a place of each section of the file is, in their order: a city of one of four sizes, or a part of a country, which may have a city's name. */
const KINDS = [1, 2, 3, 4, 8]

/** Of the kinds, those of cities: the largest city of a name counts. */
const CITY = 7

/**
 * The names of places in a file, by the hashes of their words as the tokeniser cuts them. Sections begin with a line "# …"; each other line is a name.
 * @throws HearsayError `bad-record` where there are other sections than expected
 */
export function readGazetteer(file: string): ByteMap {
  const tokeniser = createTokeniser()
  const words = new NameWords()
  const places = new Map<number, number>()
  let section = -1
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#')) section++
    if (line === '' || line.startsWith('#')) continue
    const hashes = placeHashes(tokeniser.tokenise(line), words)
    const hash = hashes.pop()
    if (hash === undefined) continue
    for (const beginning of hashes) places.set(beginning, (places.get(beginning) ?? 0) | BEGINS)
    const kind = KINDS.at(section) ?? 0
    const known = places.get(hash) ?? 0
    places.set(hash, kind <= CITY && (known & CITY) > 0 ? known : known | kind)
  }
  if (section !== KINDS.length - 1)
    throw new HearsayError('bad-record', `expected ${KINDS.length} sections, got ${section + 1}`, { file })
  return ByteMap.of(places)
}
