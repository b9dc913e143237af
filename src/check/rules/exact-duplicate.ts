import { defineRule } from '../rule.js'
import { nameOf, type Place } from '../subject.js'

export const exactDuplicate = defineRule({
  id: 'exact-duplicate',
  severity: 'warning',
  summary: 'two articles have the same text',
  explanation: [
    'What was said once counts twice, and in gold or training data the same article stands on both sides. `hearsay run` leaves out an article that comes again under its own id, but not one under another.',
  ],
  comparesArticles: true,
  begin: () => {
    const seen = new Map<string, Place>()
    return {
      article({ sha256, place, words }) {
        if (words.length === 0) return undefined
        const earlier = seen.get(sha256)
        if (earlier === undefined) {
          seen.set(sha256, place)
          return undefined
        }
        // Of two, the one that is asked about is told of.
        return place.isAsked || !earlier.isAsked
          ? { place, message: `the text is that of ${nameOf(earlier)}` }
          : { place: earlier, message: `${nameOf(place)} has this text too` }
      },
    }
  },
})
