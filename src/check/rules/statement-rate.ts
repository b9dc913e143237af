import { defineRule } from '../rule.js'

export const statementRate = defineRule<'least' | 'most' | 'words'>({
  id: 'statement-rate',
  severity: 'warning',
  summary: 'an article has too few or too many statements for its length',
  explanation: [
    'News has 7 to 75 statements per 1,000 words in all but one article of a hundred (polnear-train, as extracted). One far from that is mostly no news: a table, a recipe, a transcript, a list of headlines. Texts that are not in English are left out.',
  ],
  thresholds: {
    least: { value: 1, what: 'fewest statements per 1,000 words', least: 0, most: 1000 },
    most: { value: 90, what: 'most statements per 1,000 words', least: 0, most: 1000 },
    words: { value: 200, what: 'shorter articles are left out', least: 1, most: 1e6, isWhole: true },
  },
  needsRecord: true,
  begin: ({ least, most, words: fewest }) => ({
    article({ record: { statements, diagnostics }, words, place }) {
      if (words.length < fewest || diagnostics.some(({ code }) => code === 'not-english')) return undefined
      const rate = (statements.length / words.length) * 1000
      if (rate >= least && rate <= most) return undefined
      return { place, message: `${rate.toFixed(1)} statements per 1,000 words, expected ${least} to ${most}` }
    },
  }),
})
