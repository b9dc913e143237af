import { finish, mix } from '../../tagger/hash.js'
import { counted, defineRule, type Observation } from '../rule.js'
import type { Subject } from '../subject.js'

/** A map holds no more than 16 million keys; beyond this, paragraphs not seen before are not remembered. */
const MOST_REMEMBERED = 8_000_000

/** Of how many paragraphs that are asked about the place is remembered: a change is mostly small. */
const MOST_PLACES = 200_000

export const boilerplate = defineRule<'articles' | 'letters'>({
  id: 'boilerplate',
  severity: 'warning',
  summary: 'the same paragraph stands in many articles',
  explanation: [
    'Invitations to subscribe, notices of copyright, lists of links: what stands around articles was stored with them. A paragraph is a line. It is told of once, in the article in which it comes for the last time that is needed, or else in the first one that is asked about.',
    'Remove it from the corpus: what stands in every article is attributed to its last speaker in each.',
  ],
  thresholds: {
    articles: { value: 5, what: 'articles that have to have it', least: 2, most: 1e6, isWhole: true },
    letters: { value: 25, what: 'fewest characters of such a paragraph', least: 1, most: 1e5, isWhole: true },
  },
  comparesArticles: true,
  begin: ({ articles: enough, letters }, { asksForAll }) => {
    /** In how many articles a paragraph was seen, by its hash. */
    const counts = new Map<number, number>()
    /** Paragraphs that were told of. */
    const told = new Set<number>()
    /** The first place in an article that is asked about, by paragraph. Needed where one that is not asked about makes it too many. */
    const asked = new Map<number, Observation>()
    return {
      *article(subject) {
        const seen = new Set<number>()
        for (const [start, end] of paragraphsOf(subject.text, letters)) {
          const key = keyOf(subject.text, start, end)
          if (seen.has(key)) continue
          seen.add(key)
          const count = counts.get(key) ?? 0
          if (count === 0 && counts.size >= MOST_REMEMBERED) continue
          counts.set(key, count + 1)
          const isEnough = count + 1 >= enough
          if (told.has(key) || (asksForAll && !isEnough)) continue
          const found = asked.get(key) ?? (subject.isAsked ? observed(subject, start, end, enough) : undefined)
          if (found === undefined) continue
          if (isEnough) {
            told.add(key)
            asked.delete(key)
            yield found
          } else if (asked.size < MOST_PLACES) asked.set(key, found)
        }
      },
    }
  },
})

function observed(subject: Subject, start: number, end: number, enough: number): Observation {
  return {
    place: subject.at(start, end),
    message: `this paragraph stands in ${counted(enough, 'article')} at least`,
    excerpt: subject.excerpt(start, Math.min(end, start + 80)),
  }
}

function* paragraphsOf(text: string, letters: number): Generator<[start: number, end: number]> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    let [first, last] = [start, end]
    while (first < last && text.charCodeAt(first) <= 0x20) first++
    while (last > first && text.charCodeAt(last - 1) <= 0x20) last--
    if (last - first >= letters) yield [first, last]
    start = end + 1
  }
}

/** 53 bits: among a million paragraphs, two that share a key are one chance in 10,000. */
function keyOf(text: string, start: number, end: number): number {
  let low = end - start
  let high = ~low
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    low = mix(low, code)
    high = mix(high, code)
  }
  return (finish(high) >>> 11) * 2 ** 32 + (finish(low) >>> 0)
}
