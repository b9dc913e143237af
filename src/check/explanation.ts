import type { Rule } from './rule.js'

/** What is to be known of a rule, as a section of a Markdown page: what it finds, what to do, its severity and its thresholds. */
export function explanationOf({ id, severity, summary, explanation, thresholds, needsRecord }: Rule): string {
  const lines = Object.entries(thresholds).map(
    ([name, { value, what, least, most }]) => `- \`${name}: ${value}\`: ${what} (${least} to ${most})`,
  )
  const facts = `Severity: \`${severity}\`.${needsRecord ? ' Needs extraction: it does not run with `--no-extract`.' : ''}`
  return [
    `## ${id}`,
    `_${summary[0].toUpperCase()}${summary.slice(1)}._ ${facts}`,
    ...explanation,
    ...(lines.length > 0 ? [`Thresholds:`, lines.join('\n')] : []),
  ].join('\n\n')
}
