import { counted, defineRule } from '../rule.js'

export const shortArticle = defineRule<'words'>({
  id: 'short-article',
  severity: 'warning',
  summary: 'an article is shorter than articles are',
  explanation: [
    'Teasers, captions and pages behind a wall: what was stored is the beginning of an article, or none. Empty ones are told of by `empty-article`.',
  ],
  thresholds: { words: { value: 20, what: 'fewest words of an article', least: 1, most: 1e6, isWhole: true } },
  begin: ({ words: least }) => ({
    article(subject) {
      const { length } = subject.words
      if (length === 0 || length >= least) return undefined
      return { place: subject.place, message: `${counted(length, 'word')}, expected ${least} at least` }
    },
  }),
})
