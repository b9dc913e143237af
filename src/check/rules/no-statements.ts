import { quotationSpans } from '../../tokenise/index.js'
import { counted, defineRule } from '../rule.js'

export const noStatements = defineRule<'quotations' | 'words'>({
  id: 'no-statements',
  severity: 'warning',
  summary: 'an article with quotations has no statements',
  explanation: [
    'The text quotes somebody, and nothing was found that anybody says. Mostly the text is no news article, is cut short, or the names of who speaks were lost. Texts that are not in English are left out.',
  ],
  thresholds: {
    quotations: { value: 1, what: 'fewest quotations', least: 1, most: 1e6, isWhole: true },
    words: { value: 5, what: 'fewest words of a quotation; shorter ones are titles and terms', least: 1, most: 1e3, isWhole: true }, // prettier-ignore
  },
  needsRecord: true,
  begin: ({ quotations: enough, words }) => ({
    article(subject) {
      const { statements, diagnostics } = subject.record
      if (statements.length > 0 || diagnostics.some(({ code }) => code === 'not-english')) return undefined
      const long = quotationSpans(subject.text).filter(
        ({ start, end }) => subject.text.slice(start, end).split(/\s+/).length >= words,
      )
      if (long.length < enough) return undefined
      const [{ start, end }] = long
      return {
        place: subject.at(start, end),
        message: `${counted(long.length, 'quotation')} and no statements; the first quotation is here`,
        excerpt: subject.excerpt(start, Math.min(end, start + 80)),
      }
    },
  }),
})
