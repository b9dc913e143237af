import { finish, mix } from '../../tagger/hash.js'
import { counted, defineRule } from '../rule.js'

/** A map holds no more than 16 million keys; beyond this, paragraphs not seen before are not remembered. */
const MOST_REMEMBERED = 8_000_000

export const boilerplate = defineRule<'articles' | 'letters'>({
  id: 'boilerplate',
  severity: 'warning',
  summary: 'the same paragraph stands in many articles',
  explanation: [
    'Invitations to subscribe, notices of copyright, lists of links: what stands around articles was stored with them. A paragraph is a line. It is told of once, in the article in which it comes for the last time that is needed.',
    'Remove it from the corpus: what stands in every article is attributed to its last speaker in each.',
  ],
  thresholds: {
    articles: { value: 5, what: 'articles that have to have it', least: 2, most: 1e6, isWhole: true },
    letters: { value: 25, what: 'fewest characters of such a paragraph', least: 1, most: 1e5, isWhole: true },
  },
  comparesArticles: true,
  begin: ({ articles: enough, letters }) => {
    /** In how many articles a paragraph was seen, by its hash. */
    const counts = new Map<number, number>()
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
          if (count + 1 !== enough) continue
          yield {
            place: subject.at(start, end),
            message: `this paragraph stands in ${counted(enough, 'article')} at least`,
            excerpt: subject.excerpt(start, Math.min(end, start + 80)),
          }
        }
      },
    }
  },
})

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
