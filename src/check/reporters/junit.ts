import { printable } from '../../output/printable.js'
import { failsFor, type Finding, type Outcome, type RuleOutcome } from '../outcome.js'
import { placeOf, restOf, type Reporter } from './reporter.js'

/** A test of the report: what held, or a finding. */
interface Case {
  readonly name: string
  readonly finding?: Finding
  /** Whether the check fails for it; else it is told of, and counts as passed. */
  readonly fails: boolean
  readonly rest?: string
}

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite a rule, a case a finding, and a case for each rule that found nothing, since a report
 * without any is refused. GitLab shows but one of several cases of the same name. No clock: times are 0.
 */
export const junit: Reporter = {
  name: 'junit',
  report(outcome) {
    const suites = outcome.rules.map((rule) => [rule.rule.id, casesOf(outcome, rule)] as const)
    const all = suites.flatMap(([, cases]) => cases)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="hearsay check" ${countsOf(all)}>`,
      ...suites.map(([id, cases]) => suite(id, cases)),
      '</testsuites>',
      '',
    ].join('\n')
  },
}

function casesOf(outcome: Outcome, { rule, severity, count, findings }: RuleOutcome): Case[] {
  if (count === 0) return [{ name: rule.summary, fails: false }]
  const names = new Map<string, number>()
  const fails = failsFor(outcome, severity)
  const unique = (name: string): string => {
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  }
  const cases = findings.map((finding) => ({ name: unique(placeOf(finding) || 'the corpus'), finding, fails }))
  const rest = restOf(findings.length, count)
  return rest === undefined ? cases : [...cases, { name: unique(rest), fails, rest }]
}

function countsOf(cases: readonly Case[]): string {
  const failures = cases.filter(({ fails }) => fails).length
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="0" time="0"`
}

function suite(id: string, cases: readonly Case[]): string {
  return [
    `  <testsuite name="${xml(id)}" ${countsOf(cases)}>`,
    ...cases.map((one) => testCase(id, one)),
    '  </testsuite>',
  ].join('\n')
}

function testCase(id: string, { name, finding, fails, rest }: Case): string {
  const file = finding?.file === undefined ? '' : ` file="${xml(finding.file)}"`
  const line = finding?.line === undefined ? '' : ` line="${finding.line}"`
  const open = `    <testcase classname="hearsay.${xml(id)}" name="${xml(name)}"${file}${line} time="0"`
  const message = finding?.message ?? rest
  if (message === undefined) return `${open}/>`
  const body = [placeOf(finding ?? { rule: id, severity: 'info', message }), message, finding?.excerpt]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => xml(part!))
    .join('\n')
  const element = fails
    ? `<failure message="${xml(message)}" type="${xml(id)}">${body}</failure>`
    : `<system-out>${body}</system-out>`
  return `${open}>${element}</testcase>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' } // prettier-ignore

/** Text within XML. XML 1.0 has no way to hold most control characters, halves of surrogate pairs, U+FFFE and U+FFFF: they are shown. */
function xml(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character])
}
