import { defineRule } from '../rule.js'

export const missingId = defineRule({
  id: 'missing-id',
  severity: 'warning',
  summary: 'an article in a file of several has no id of its own',
  explanation: [
    'Its id is then made of its file and its line or number, and changes when a line is put in before it: records, databases and gold would name another article. An article in a file of its own has its id from that.',
    'Give each an `id`, or name the field that holds it with `--field id=…`.',
  ],
  begin: () => ({
    article({ origin, place }) {
      if (origin === undefined || origin.hasOwnId || !origin.isOneOfSeveral) return undefined
      return { place, message: 'the article has no id of its own: it is called by its line or number' }
    },
  }),
})
