import { isAbsolute, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printable, printableJson } from '../../output/printable.js'
import { sha256Of } from '../../record/sha256.js'
import { VERSION } from '../../record/version.js'
import { explanationOf } from '../explanation.js'
import type { Finding, RuleOutcome } from '../outcome.js'
import type { Severity } from '../rule.js'
import { pathFrom, restOf, type Reporter } from './reporter.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>

/**
 * SARIF 2.1.0 with what GitHub's code scanning asks for: a file and a line for every result, and a fingerprint by which it is known again.
 * A finding on the whole corpus lies at the beginning of the first input.
 */
export const sarif: Reporter = {
  name: 'sarif',
  report(outcome, { input = '.', root }) {
    const { rules } = outcome
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'hearsay check',
              semanticVersion: VERSION,
              rules: rules.map(ruleOf),
            },
          },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: {
            '%SRCROOT%': { description: { text: 'The folder that the check ran in, or the top of the workspace.' } },
          },
          results: rules.flatMap((rule, ruleIndex) =>
            resultsOf(rule, ruleIndex, (file = input) => artifactOf(pathFrom(root, file))),
          ),
          invocations: [{ executionSuccessful: outcome.unusable === undefined }],
        },
      ],
    }
    return `${printableJson(log, 1)}\n`
  },
}

function ruleOf({ rule, severity }: RuleOutcome) {
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: message(rule.summary) },
    fullDescription: { text: message(rule.explanation.join(' ').slice(0, 1000)) },
    help: { text: message(rule.explanation.join('\n\n')), markdown: explanationOf(rule) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['corpus'], 'problem.severity': severity === 'info' ? 'recommendation' : severity },
  }
}

function resultsOf(
  { rule, severity, count, findings }: RuleOutcome,
  ruleIndex: number,
  artifactAt: (file: string | undefined) => object,
) {
  const results = findings.map((finding) => ({ finding, text: textOf(finding) }))
  const rest = restOf(findings.length, count)
  if (rest !== undefined) {
    const finding = { rule: rule.id, severity, message: rest }
    results.push({ finding, text: `${rule.summary}: ${rest}` })
  }
  const times = new Map<string, number>()
  return results.map(({ finding, text }) => {
    // What moves when a line is put in before it is not in the fingerprint.
    const known = JSON.stringify([rule.id, finding.file, finding.article, finding.message])
    const time = (times.get(known) ?? 0) + 1
    times.set(known, time)
    return {
      ruleId: rule.id,
      ruleIndex,
      level: LEVELS[severity],
      message: { text: message(text) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifactAt(finding.file),
            region: regionOf(finding),
          },
        },
      ],
      partialFingerprints: { 'hearsay/v1': sha256Of(known).slice(0, 32), primaryLocationLineHash: `${sha256Of(known).slice(0, 16)}:${time}` }, // prettier-ignore
    }
  })
}

function textOf({ message, article, excerpt }: Finding): string {
  return [article === undefined ? message : `${article}: ${message}`, ...(excerpt === undefined ? [] : [excerpt])].join(
    ' | ',
  )
}

function regionOf({ line = 1, column, endLine, endColumn }: Finding) {
  if (column === undefined || endLine === undefined || endColumn === undefined) return { startLine: line }
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** A file as a URI: relative to the root, or absolute where it lies elsewhere. */
function artifactOf(file: string) {
  const path = file.split(sep).join('/').replace(/^\.\//, '')
  if (isAbsolute(file) || path.split('/').includes('..')) return { uri: pathToFileURL(resolve(file)).href }
  // Behind `./`, a colon in a first part would not be taken for the end of a scheme; it is encoded instead.
  return { uri: encodeURI(printable(path)).replace(/[?#:]/g, encodeURIComponent), uriBaseId: '%SRCROOT%' }
}

/** Plain text of a SARIF message, in which brackets make links and braces are places to fill. */
function message(text: string): string {
  return printable(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&')
}
