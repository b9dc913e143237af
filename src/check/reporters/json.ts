import { printableJson } from '../../output/printable.js'
import { restOf, summaryOf, type Reporter } from './reporter.js'

/** Version of the form. It changes when a reader of the old form could misread the new one. */
const VERSION = 1

/** All that was found, for programs. */
export const json: Reporter = {
  name: 'json',
  report(outcome) {
    const { articles, errors, warnings, infos, maxWarnings, failed, rules, notRun, notes } = outcome
    const value = {
      version: VERSION,
      summary: summaryOf(outcome),
      ...{ failed, articles, errors, warnings, infos, maxWarnings },
      rules: rules.map(({ rule, severity, count, ignored, findings }) => {
        const rest = restOf(findings.length, count)
        return { id: rule.id, severity, count, ignored, ...(rest === undefined ? {} : { rest }), findings }
      }),
      notRun: notRun.map(({ rule, why }) => ({ id: rule.id, why })),
      notes,
    }
    return `${printableJson(value, 1)}\n`
  },
}
