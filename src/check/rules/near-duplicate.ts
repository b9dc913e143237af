import { NearDuplicates } from '../../ingest/near-duplicates.js'
import { defineRule } from '../rule.js'
import { nameOf, type Place } from '../subject.js'

export const nearDuplicate = defineRule<'similarity'>({
  id: 'near-duplicate',
  severity: 'warning',
  summary: 'an article nearly repeats another one',
  explanation: [
    'Agency copy that several print, or versions of one article. Texts are compared by runs of five words (MinHash); exact copies are told of by `exact-duplicate`. Of a corpus of more than 250,000 articles, each is compared with the 250,000 before it.',
  ],
  thresholds: {
    similarity: { value: 0.8, what: 'least share of runs of five words that both have (Jaccard)', least: 0.1, most: 1 },
  },
  comparesArticles: true,
  begin: ({ similarity: least }) => {
    const texts = new NearDuplicates<{ readonly place: Place; readonly sha256: string }>(least)
    return {
      article({ text, place, sha256 }) {
        const found = texts.add({ place, sha256 }, text)
        if (found === null) return undefined
        const {
          similarity,
          of: { place: of, sha256: other },
        } = found
        const share = `${Math.round(similarity * 100)} %`
        if (sha256 === other) return undefined
        return place.isAsked || !of.isAsked
          ? { place, message: `${share} of the text is that of ${nameOf(of)}` }
          : { place: of, message: `${nameOf(place)} has ${share} of this text` }
      },
    }
  },
})
