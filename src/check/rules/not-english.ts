import { judgeLanguage } from '../../ingest/index.js'
import { defineRule } from '../rule.js'

export const notEnglish = defineRule({
  id: 'not-english',
  severity: 'warning',
  summary: 'an article is not in English',
  explanation: [
    'No statements are looked for in it. Only texts of more than 200 letters are judged, and only a clear margin counts; where the judgement is wrong, `--language en` overrules it for extraction, and the ignore file silences this rule.',
  ],
  begin: () => ({
    article(subject) {
      // Extraction has judged it already, or was told.
      const record = subject.recordIfThere
      if (record !== undefined && !record.diagnostics.some(({ code }) => code === 'not-english')) return undefined
      const { language, english } = record === undefined ? judgeLanguage(subject.text) : { language: record.meta.language, english: false } // prettier-ignore
      return english ? undefined : { place: subject.place, message: `the text is judged to be in another language: ${language}` } // prettier-ignore
    },
  }),
})
