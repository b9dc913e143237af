import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { Gazetteer } from '../../../src/extract/entities/gazetteer.js'
import { NameWords } from '../../../src/extract/entities/words.js'
import { createTokeniser } from '../../../src/tokenise/index.js'
import { readGazetteer } from '../../../src/train/gazetteer.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-gazetteer-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const read = (name: string, lines: readonly string[]) => {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
  return readGazetteer(join(folder, name))
}
const places = read('places.txt', [
  ...['# large', 'Lagos', 'Port Harcourt'],
  ...['# middling', 'Port'],
  ...['# small', 'Évian-les-Bains', 'Lagos'],
  ...['# other', 'Saint-Jean de la Croix du Mont Blanc'],
  ...['# parts', 'Lagos', 'Rivers'],
])

/** The words of a text that are in names of places, with the kinds of place and where in the name they stand. */
function marked(text: string): [word: string, kinds: number, position: number][] {
  const tokens = createTokeniser().tokenise(text)
  const words = new NameWords(places)
  words.learn(tokens.forms)
  const cells = new Int32Array(tokens.count + 1)
  const isUpper = (t: number): boolean => /^\p{Lu}/u.test(text.slice(tokens.start[t]))
  new Gazetteer(places, words).mark(tokens.forms.word, 0, tokens.count - 1, isUpper, cells, 1)
  expect(cells[0]).toBe(0)
  return tokens.word.flatMap((word, t) => (cells[t + 1] === 0 ? [] : [[word, cells[t + 1] >> 2, cells[t + 1] & 3]]))
}

it('marks the longest names, with all that has the name: its largest city, and a part of a country', () => {
  expect(marked('He went from Lagos to Port Harcourt by Port Said')).toEqual([
    ['lagos', 1 | 8, 0],
    ['port', 1, 1],
    ['harcourt', 1, 3],
    ['port', 2, 0],
  ])
})

it('knows names without their accents and with them, and cuts them as texts are cut', () => {
  const within = (marks: ReturnType<typeof marked>) => marks.map(([word, , position]) => [word, position])
  const words = ['evian', '-', 'les', '-', 'bains']
  expect(within(marked('At Evian-les-Bains'))).toEqual(words.map((word, k) => [word, k === 0 ? 1 : k === 4 ? 3 : 2]))
  expect(marked('At Évian-les-Bains')).toHaveLength(5)
})

it('leaves out names of more words than it looks at, and what begins in small letters', () => {
  expect(marked('Saint-Jean de la Croix du Mont Blanc, the rivers')).toEqual([])
})

it('refuses a file with other sections', () => {
  expect(() => read('short.txt', ['# large', 'Lagos'])).toThrow('expected 5 sections, got 1')
})
