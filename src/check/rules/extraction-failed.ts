import { defineRule } from '../rule.js'

export const extractionFailed = defineRule({
  id: 'extraction-failed',
  severity: 'error',
  summary: 'an article could not be extracted',
  explanation: [
    'The extractor failed at the text. That is a fault of Hearsay: please report it with the article. All other rules that need statements leave the article out.',
  ],
  whyNot: ({ extracts }) => (extracts ? undefined : 'nothing is extracted'),
  begin: () => ({
    article: ({ place, extractionError: error }) =>
      error && { place, message: `cannot be extracted (${error.code})`, excerpt: error.message },
  }),
})
