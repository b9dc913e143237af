import type { Gold } from './gold.js'

type Article = Gold<'entities'>

/** Names of a type by how many words they have. */
type Donors = ReadonlyMap<string, readonly string[]>

/** Types whose names are exchanged; the others are mostly what they are by their very words. */
const EXCHANGED = new Set(['Person', 'Organization', 'Location', 'NORP'])

/** How many lines of a copy are written in capitals. */
const SHARE_OF_CAPITALS = 0.1

/**
 * Copies of articles in which each name has become another name of its type, the same one wherever it stands, and some lines are in
 * capitals. Who learns from them as well leans more on what stands around a name, and on its parts, than on having seen it.
 * @param random Numbers in [0, 1).
 */
export function renamed(articles: readonly Article[], random: () => number): Article[] {
  const donors = donorsOf(articles)
  return articles.map((article) => inCapitals(rename(article, donors, random), random))
}

function keyOf(type: string, name: string): string {
  return `${type} ${name.split(' ').length} ${name === name.toUpperCase() ? 'capitals' : ''}`
}

function donorsOf(articles: readonly Article[]): Donors {
  const donors = new Map<string, string[]>()
  for (const { text, entities } of articles) {
    for (const [start, end, type] of entities) {
      const name = text.slice(start, end)
      if (!isExchanged(type, name)) continue
      const key = keyOf(type, name)
      const known = donors.get(key)
      if (known === undefined) donors.set(key, [name])
      else known.push(name)
    }
  }
  return donors
}

function isExchanged(type: string, name: string): boolean {
  return EXCHANGED.has(type) && /^\p{Lu}/u.test(name) && !/[\r\n]/.test(name)
}

function rename({ id, text, entities }: Article, donors: Donors, random: () => number): Article {
  /** What each word of a person's name has become: the surname alone becomes that of the full name. */
  const words = new Map<string, string>()
  const names = new Map<string, string>()
  const longestFirst = [...entities].sort(([a, b], [c, d]) => d - c - (b - a) || a - c)
  for (const [start, end, type] of longestFirst) {
    const name = text.slice(start, end)
    const key = `${type} ${name}`
    if (!isExchanged(type, name) || names.has(key)) continue
    const choice = donors.get(keyOf(type, name)) ?? [name]
    const donor = choice[Math.floor(random() * choice.length)]
    if (type !== 'Person') {
      names.set(key, donor)
      continue
    }
    const parts = donor.split(' ')
    const own = name.split(' ').map((word, k) => {
      if (!words.has(word)) words.set(word, parts[k])
      return words.get(word)!
    })
    names.set(key, own.join(' '))
  }
  let copy = ''
  let at = 0
  const moved: Article['entities'] = []
  for (const [start, end, type] of [...entities].sort(([a], [b]) => a - b)) {
    if (start < at) continue
    const name = text.slice(start, end)
    const own = names.get(`${type} ${name}`) ?? name
    copy += text.slice(at, start)
    moved.push([copy.length, copy.length + own.length, type])
    copy += own
    at = end
  }
  return { id, text: copy + text.slice(at), entities: moved }
}

/** Puts some lines in capitals, but for letters whose capital is longer than they are: the offsets must hold. */
function inCapitals(article: Article, random: () => number): Article {
  const lines = article.text.split('\n').map((line) => {
    if (random() >= SHARE_OF_CAPITALS) return line
    return line.replace(/\p{Ll}/gu, (letter) => {
      const capital = letter.toUpperCase()
      return capital.length === letter.length ? capital : letter
    })
  })
  return { ...article, text: lines.join('\n') }
}
