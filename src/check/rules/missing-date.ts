import { dayIn } from '../../extract/reference.js'
import { dayOf, findDateline } from '../../ingest/index.js'
import { defineRule } from '../rule.js'

export const missingDate = defineRule({
  id: 'missing-date',
  severity: 'warning',
  summary: 'it is not known when an article was published',
  explanation: [
    'Neither a field, nor the dateline, nor the web address or the id tells the day; or a field has one that cannot be read. Words such as "on Monday" and "last year" then stand for no day, and nothing can be put in order of time.',
    'Give each article a date as `2022-01-17`, in a field called `published` or `date`, or named with `--field published=…`.',
  ],
  begin: () => ({
    article(subject) {
      const { text, published, uri, id } = subject.article
      if (published !== undefined && dayOf(published) !== null) return undefined
      if (dayIn(uri, id) !== null) return undefined
      if (/^\d{4}-\d{2}-\d{2}$/.test(findDateline(text, published)?.date ?? '')) return undefined
      if (published === undefined) return { place: subject.place, message: 'nothing tells when the article was published' } // prettier-ignore
      return { place: subject.place, message: 'the date of publication cannot be read', excerpt: published }
    },
  }),
})
