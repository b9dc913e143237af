import { defineRule } from '../rule.js'

export const extractionLoss = defineRule({
  id: 'extraction-loss',
  severity: 'warning',
  summary: 'a page has quotations that the text taken from it lacks',
  explanation: [
    'The main text of a page (`.html`, `.warc`) was found without paragraphs that hold quotation marks, so that words of somebody may be missing. Where those are of another article that the page shows too, put it in the ignore file.',
  ],
  begin: () => ({
    *article(subject) {
      for (const { code, message } of subject.article.diagnostics ?? []) {
        if (code !== 'quotation-marks-lost') continue
        yield { place: subject.place, message: 'quotation marks of the page are not in its main text', excerpt: message } // prettier-ignore
      }
    },
  }),
})
