import { defineRule } from '../rule.js'

export const hugeArticle = defineRule<'words'>({
  id: 'huge-article',
  severity: 'warning',
  summary: 'an article is longer than articles are',
  explanation: [
    'Mostly several articles in one, a page with all its comments, or a book. Speakers are resolved within an article, so that those of one are taken for those of another. What is over the limit of `--max-size` is not read at all, and told of by `unreadable`.',
  ],
  thresholds: { words: { value: 20_000, what: 'most words of an article', least: 1, most: 1e9, isWhole: true } },
  begin: ({ words: most }) => ({
    article(subject) {
      const { length } = subject.words
      return length <= most ? undefined : { place: subject.place, message: `${length} words, expected ${most} at most` }
    },
  }),
})
