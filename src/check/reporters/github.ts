import { loggable } from '../../output/printable.js'
import type { Finding } from '../outcome.js'
import type { Severity } from '../rule.js'
import { pathFrom, restOf, summaryOf, type Reporter } from './reporter.js'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Readonly<Record<Severity, string>> // prettier-ignore

/** GitHub shows ten annotations of each kind for a step, and no more. */
const MOST_OF_A_KIND = 10

/** Annotations of GitHub's workflows: commands on the standard output, of which an article must not be able to write one. */
export const github: Reporter = {
  name: 'github',
  report(outcome, { root }) {
    const lines: string[] = []
    for (const severity of ['error', 'warning', 'info'] as const) {
      const rules = outcome.rules.filter((rule) => rule.severity === severity && rule.count > 0)
      const findings = rules.flatMap((rule) => rule.findings)
      const count = rules.reduce((sum, rule) => sum + rule.count, 0)
      // The last place is kept for what is not shown.
      const room = count > MOST_OF_A_KIND ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND
      const shown = findings.slice(0, room)
      lines.push(...shown.map((finding) => annotation(finding, root)))
      const rest = restOf(shown.length, count)
      const which = rules.map(({ rule, count }) => `${rule.id} ${count}`).join(', ')
      if (rest !== undefined) lines.push(`::${COMMANDS[severity]} title=hearsay check::${data(`${rest}: ${which}`)}`)
    }
    return `${[...lines, `hearsay check: ${summaryOf(outcome)}`].join('\n')}\n`
  },
}

function annotation(
  { rule, severity, line, column, endLine, article, message, excerpt, ...finding }: Finding,
  root: string | undefined,
): string {
  const file = finding.file === undefined ? undefined : pathFrom(root, finding.file)
  const properties = Object.entries({ file, line, endLine, col: column, title: `hearsay ${rule}` }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]),
  )
  const text = [article, message, excerpt].filter((part) => part !== undefined).join(': ')
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data(text)}`
}

/** What stands behind a command. */
function data(text: string): string {
  return loggable(text).replaceAll('%', '%25')
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
