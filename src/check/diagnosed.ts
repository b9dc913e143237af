import type { DiagnosticCode } from '../record/diagnostic.js'
import { defineRule, PLACES, type Rule } from './rule.js'

/** What a rule adds that tells of a diagnostic of the record. */
interface Diagnosed extends Pick<Rule, 'id' | 'summary' | 'explanation'> {
  readonly code: DiagnosticCode
  /** What is counted, as one and as several. */
  readonly what: readonly [one: string, several: string]
}

/** A rule that tells once an article of what its record says of the text, at the first place. */
export function diagnosed({ code, what: [one, several], ...rule }: Diagnosed): Rule {
  return defineRule<'places'>({
    ...rule,
    severity: 'warning',
    thresholds: { places: PLACES },
    needsRecord: true,
    begin: ({ places }) => ({
      article(subject) {
        const found = subject.record.diagnostics.filter((diagnostic) => diagnostic.code === code)
        if (found.length < places) return undefined
        const [{ start = 0, end = start }] = found
        return {
          place: subject.at(start, end),
          message: found.length === 1 ? `a ${one}` : `${found.length} ${several}, the first here`,
          excerpt: subject.excerpt(start - 20, start + 20),
        }
      },
    }),
  })
}
