import { loggable } from '../../output/printable.js'
import type { Severity } from '../rule.js'
import { placeOf, restOf, summaryOf, type Reporter } from './reporter.js'

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 }
const BOLD = 1
const DIM = 2

/** For reading in a terminal or the log of a build: findings by rule. Every line begins with words of our own, so that no `::` of an article begins one. */
export const pretty: Reporter = {
  name: 'pretty',
  report(outcome, { colour = false }) {
    const styled = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
    const lines: string[] = []
    for (const { rule, severity, count, findings } of outcome.rules) {
      if (count === 0) continue
      const heading = `${severity} ${styled(BOLD, rule.id)}: ${rule.summary} (${count})`
      lines.push(heading.replace(severity, styled(COLOURS[severity], severity)))
      for (const finding of findings) {
        const place = placeOf(finding)
        const excerpt = finding.excerpt === undefined ? '' : styled(DIM, ` | ${loggable(finding.excerpt)}`)
        lines.push(`  - ${place === '' ? '' : `${loggable(place)}: `}${loggable(finding.message)}${excerpt}`)
      }
      const rest = restOf(findings.length, count)
      if (rest !== undefined) lines.push(`  - ${rest}`)
    }
    for (const note of outcome.notes) lines.push(`note: ${loggable(note)}`)
    return `${[...lines, summaryOf(outcome)].join('\n')}\n`
  },
}
