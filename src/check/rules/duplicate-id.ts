import { defineRule } from '../rule.js'

export const duplicateId = defineRule({
  id: 'duplicate-id',
  severity: 'error',
  summary: 'two articles with other texts have the same id',
  explanation: [
    'An article is known by its collection and its id everywhere; the second one is read by nothing. The same text under the same id is told of by `exact-duplicate`.',
  ],
  comparesArticles: true,
  begin: () => ({
    failure({ error, collection }) {
      if (error.code !== 'duplicate-id') return undefined
      const { file, line, id } = error.place
      const place = {
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(collection === undefined ? {} : { collection }),
        ...(id === undefined ? {} : { article: id }),
        isAsked: true,
      }
      return { place, message: 'an article before it has this id, and another text' }
    },
  }),
})
