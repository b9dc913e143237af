import { FEWEST_ARTICLES } from '../drift/baseline.js'
import { Comparison } from '../drift/comparison.js'
import { profileOf } from '../drift/profile.js'
import { defineRule, percent, type Observation } from '../rule.js'

export const drift = defineRule<'significance' | 'effect'>({
  id: 'drift',
  severity: 'error',
  summary: 'the corpus is not like the baseline any more',
  explanation: [
    'With `--baseline FILE`: statements per 1,000 words, kinds, acts, speaker forms, confidence, languages, lengths and vocabulary are compared with those of the corpus that `--update-baseline` stored. A feed that sends another genre, an export that lost its quotation marks and a language that came in all change some of them.',
    "What is compared are shares of articles: those above each of seven quantiles of the baseline, those with an act, those in a language. Statements of one article are alike, and so an article counts once. Each share is tested by Fisher's exact test. The chances are multiplied by the number of shares within a distribution (Bonferroni), and then corrected over the distributions by Holm's procedure, so that a corpus like the baseline is told of in less than the share `significance` of all checks. The effect size is Cohen's h, `|2 asin √p - 2 asin √q|`: with many articles the smallest difference is certain, and one below `effect` is none. [ci.md](ci.md#drift) has the sources and how often it is right.",
    'Look at what came new. Where the change is meant, write the baseline anew with `--update-baseline`.',
  ],
  thresholds: {
    significance: { value: 0.05, what: 'share of false alarms allowed', least: 1e-9, most: 0.5 },
    effect: { value: 0.1, what: "smallest Cohen's h that is told of", least: 0, most: 3.2 },
  },
  whyNot: ({ baseline }) => (baseline === undefined ? 'there is no baseline' : undefined),
  begin: ({ significance, effect }, { baseline, extracts }) => {
    if (baseline === undefined) return {}
    const corpus = new Comparison(baseline)
    return {
      article({ text, words, recordIfThere }) {
        if (!extracts || recordIfThere !== undefined) corpus.add(profileOf(text, words, recordIfThere))
        return undefined
      },
      *end(): Generator<Observation> {
        if (corpus.articles < FEWEST_ARTICLES) {
          yield { message: `expected ${FEWEST_ARTICLES} articles at least to compare with the baseline, got ${corpus.articles}` } // prettier-ignore
          return
        }
        for (const difference of corpus.differences(extracts)) {
          if (difference.p >= significance || difference.effect < effect) continue
          const { distribution, share, before, after, p } = difference
          yield {
            message:
              `${distribution}: ${share}: ${percent(before)} in the baseline, ${percent(after)} here ` +
              `(Fisher's exact test, corrected p = ${p.toPrecision(2)}, Cohen's h = ${difference.effect.toFixed(2)})`,
          }
        }
      },
    }
  },
})
