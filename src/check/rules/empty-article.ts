import { defineRule } from '../rule.js'

export const emptyArticle = defineRule({
  id: 'empty-article',
  severity: 'error',
  summary: 'an article has no words',
  explanation: [
    'The text is empty, or has neither a letter nor a digit. Mostly the field named is not the one that holds the text, or a page was stored before it had loaded.',
  ],
  begin: () => ({
    article: (subject) =>
      subject.words.length > 0 ? undefined : { place: subject.place, message: 'the article has no words' },
  }),
})
