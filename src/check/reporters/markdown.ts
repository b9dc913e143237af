import { printable } from '../../output/printable.js'
import { placeOf, restOf, summaryOf, type Reporter } from './reporter.js'

/** For a comment on a change, or the summary of a job. What comes of articles and files stands in code, where nothing is obeyed. */
export const markdown: Reporter = {
  name: 'markdown',
  report(outcome) {
    const parts = [`## hearsay check`, `${outcome.failed ? '❌' : '✅'} ${summaryOf(outcome)}`]
    const found = outcome.rules.filter(({ count }) => count > 0)
    if (found.length > 0) {
      const rows = found.map(({ rule, severity, count }) => `| ${rule.id} | ${severity} | ${count} | ${rule.summary} |`)
      parts.push(['| rule | severity | findings | what |', '| --- | --- | --- | --- |', ...rows].join('\n'))
    }
    for (const { rule, count, findings } of found) {
      const lines = findings.map((finding) => {
        const place = placeOf(finding)
        const words = [place, finding.message, finding.excerpt].filter((part) => part !== undefined && part !== '')
        return `- ${words.map((part) => code(part!)).join(' ')}`
      })
      const rest = restOf(findings.length, count)
      parts.push(`### ${rule.id}`, [...lines, ...(rest === undefined ? [] : [`- ${rest}`])].join('\n'))
    }
    if (outcome.notes.length > 0) parts.push(outcome.notes.map((note) => `- ${code(note)}`).join('\n'))
    return `${parts.join('\n\n')}\n`
  },
}

/** A code span: its fence is longer than any run of back-quotes within. Neither markup nor HTML nor a name behind @ means anything there. */
function code(text: string): string {
  const line = printable(text)
  if (line === '') return '` `'
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}
