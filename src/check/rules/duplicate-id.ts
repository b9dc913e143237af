import { articleKey } from '../../record/article.js'
import { defineRule } from '../rule.js'
import { nameOf, placeOfFailure, type Place } from '../subject.js'

export const duplicateId = defineRule({
  id: 'duplicate-id',
  severity: 'error',
  summary: 'two articles with other texts have the same id',
  explanation: [
    'An article is known by its collection and its id everywhere; the second one is read by nothing. The same text under the same id is told of by `exact-duplicate`.',
  ],
  comparesArticles: true,
  begin: () => {
    const seen = new Map<string, Place>()
    return {
      article({ article, place }) {
        const key = articleKey(article)
        if (!seen.has(key)) seen.set(key, place)
        return undefined
      },
      failure(failure, isAsked) {
        const { error, collection } = failure
        if (error.code !== 'duplicate-id' || error.place.id === undefined || collection === undefined) return undefined
        const earlier = seen.get(articleKey({ collection, id: error.place.id }))
        if (earlier === undefined) throw new TypeError('an id comes again that no article had')
        const later = placeOfFailure(failure, isAsked)
        // Of two, the one that is asked about is told of.
        const [place, other] = isAsked || !earlier.isAsked ? [later, earlier] : [earlier, later]
        return { place, message: `${nameOf(other)} has this id too, and another text` }
      },
    }
  },
})
