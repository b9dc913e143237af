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
    // A reader of logs may act on control characters, and take some for the end of a line.
    const text = JSON.stringify(value, null, 1).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped) // prettier-ignore
    return `${text}\n`
  },
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
