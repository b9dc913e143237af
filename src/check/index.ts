/**
 * Checks of a corpus: rules over articles and over what is extracted from them, for a build that is to stop at a bad corpus. `rules/` has a
 * file a rule, `reporters/` one a form of output, `drift/` what a corpus is compared with a stored one by.
 *
 * @module hearsay/check
 */
import { createExtractor, extractOrFail, type Extractor, type ExtractorOptions } from '../extract/index.js'
import { originOf, readArticles, type ReadOptions } from '../ingest/index.js'
import type { Article } from '../record/article.js'
import { HearsayError, INPUT_ERRORS } from '../record/errors.js'
import { BaselineBuilder, type Baseline } from './drift/baseline.js'
import { profileOf } from './drift/profile.js'
import { goldFileOf } from './gold-file.js'
import type { Ignore } from './ignore.js'
import type { Finding, Outcome, RuleOutcome } from './outcome.js'
import { RULES } from './rules/index.js'
import type { Inspection, Observation, Rule, RuleSetting, Setting, Severity } from './rule.js'
import { shortened, Subject } from './subject.js'

export type { Origin } from '../ingest/index.js'
export { changedSince } from './changed.js'
export { readConfiguration, type Configuration } from './configuration.js'
export type { Baseline, Cut } from './drift/baseline.js'
export { readBaseline, writeBaseline } from './drift/baseline-file.js'
export { FileSet } from './file-set.js'
export { IgnoreList, type Ignore } from './ignore.js'
export type { Finding, NotRun, Outcome, RuleOutcome } from './outcome.js'
export { REPORTERS, type Reporter, type ReporterOptions } from './reporters/index.js'
export { SEVERITIES, type Inspection, type Observation, type Rule, type RuleSetting, type Setting, type Severity, type Threshold } from './rule.js' // prettier-ignore
export { RULES } from './rules/index.js'
export type { Place, Subject } from './subject.js'

/** What is checked, and how. */
export interface CheckOptions {
  /** How articles are read. */
  readonly read?: Omit<ReadOptions, 'only' | 'withRepeated'>
  /** How articles are extracted; false for none: rules that need statements do not run. */
  readonly extract?: ExtractorOptions | false
  /** By id of the rule. */
  readonly rules?: { readonly [id: string]: RuleSetting }
  /** How many warnings are allowed: none by default. */
  readonly maxWarnings?: number
  /** What is left out; nothing by default. */
  readonly ignore?: Ignore
  /** Whether findings in a file are asked for, or in the one whose gold it is; all are by default. Articles are compared with those of all files. */
  readonly asked?: (file: string) => boolean
  /** What the corpus is compared with; without one the rule `drift` does not run. */
  readonly baseline?: Baseline
  /** Gives a baseline of the corpus with the outcome. */
  readonly makeBaseline?: boolean
  /** How many findings of a rule are kept; all are counted. 100 by default. */
  readonly show?: number
  /** Whether findings may quote articles; they do by default. */
  readonly text?: boolean
}

const DEFAULT_SHOW = 100

interface Running {
  readonly rule: Rule
  readonly severity: Severity
  readonly inspection: Inspection
  readonly findings: Finding[]
  count: number
  ignored: number
}

/**
 * Checks the articles of inputs, as `readArticles` takes them. Each is extracted once, and memory holds one at a time, but for those with gold beside them.
 * @throws HearsayError `input-not-found` where there is nothing to check, `usage`, `bad-model`
 */
export async function check(inputs: readonly string[], options: CheckOptions = {}): Promise<Outcome> {
  const { read = {}, extract = {}, rules = {}, maxWarnings = 0, ignore, asked, show = DEFAULT_SHOW, text = true } = options // prettier-ignore
  const { baseline, makeBaseline = false } = options
  const { running, notRun } = await started(rules, {
    baseline,
    extracts: extract !== false,
    asksForAll: asked === undefined,
  })
  const needsRecord =
    extract !== false && (makeBaseline || running.some(({ rule }) => rule.needsRecord || rule.id === 'drift'))
  const extractor = needsRecord ? await createExtractor(extract) : undefined
  const builder = makeBaseline ? new BaselineBuilder() : undefined

  const note = (run: Running, seen: Observation | undefined): void => {
    if (seen === undefined) return
    const { place, message, excerpt } = seen
    const { isAsked, ...where } = place ?? { isAsked: true }
    if (!isAsked) return
    if (ignore?.finding(run.rule.id, where) === true) {
      run.ignored++
      return
    }
    run.count++
    if (run.findings.length >= show) return
    const article = where.article === undefined ? {} : { article: shortened(where.article) }
    const finding: Finding = { rule: run.rule.id, severity: run.severity, message, ...where, ...article }
    run.findings.push(text && excerpt !== undefined ? { ...finding, excerpt: shortened(excerpt) } : finding)
  }
  const noteAll = (run: Running, seen: Iterable<Observation> | Observation | undefined): void => {
    if (seen !== undefined && Symbol.iterator in seen) for (const one of seen) note(run, one)
    else note(run, seen)
  }

  const isAsked = (file: string | undefined): boolean => {
    if (file === undefined || asked === undefined || asked(file)) return true
    const gold = goldFileOf(file)
    return gold !== undefined && asked(gold)
  }
  let [articles, seen] = [0, 0]
  let unusable: Outcome['unusable']
  const only = (file: string): boolean => ignore?.file(file) !== true
  for await (const found of readArticles(inputs, { ...read, only, withRepeated: true })) {
    seen++
    if ('error' in found) {
      const { code, place } = found.error
      if (INPUT_ERRORS.has(code)) unusable ??= found.error
      const asks = isAsked(place.file)
      for (const run of running) if (asks || run.rule.comparesArticles) note(run, run.inspection.failure?.(found, asks))
      continue
    }
    const subject = subjectOf(found, isAsked, extractor)
    if (subject.isAsked) articles++
    for (const run of running) {
      const { rule, inspection } = run
      if (!subject.isAsked && !rule.comparesArticles) continue
      if (rule.needsRecord && subject.recordIfThere === undefined) continue
      noteAll(run, inspection.article?.(subject))
    }
    if (subject.isAsked && (extractor === undefined || subject.recordIfThere !== undefined))
      builder?.add(profileOf(subject.text, subject.words, subject.recordIfThere))
  }
  if (seen === 0) {
    const message = 'expected articles to check, found none: every file is excluded, or the inputs are empty'
    throw new HearsayError('input-not-found', message, inputs.length === 1 ? { file: inputs[0] } : {})
  }
  for (const run of running) for (const one of run.inspection.end?.() ?? []) note(run, one)

  const count = (severity: Severity): number =>
    running.reduce((sum, run) => sum + (run.severity === severity ? run.count : 0), 0)
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')]
  return {
    articles,
    rules: running.map(({ rule, severity, count, ignored, findings }): RuleOutcome => ({
      rule,
      severity,
      count,
      ignored,
      findings,
    })),
    notRun,
    ...{ errors, warnings, infos, maxWarnings, failed: errors > 0 || warnings > maxWarnings, unusable },
    notes: notesOf(baseline, extractor),
    baseline: builder?.baseline(extractor?.producer.models),
  }
}

/** The rules that are not off, each begun, and those that cannot run. */
async function started(
  settings: NonNullable<CheckOptions['rules']>,
  setting: Setting,
): Promise<{ running: Running[]; notRun: Outcome['notRun'] }> {
  const running: Running[] = []
  const notRun: { rule: Rule; why: string }[] = []
  for (const rule of RULES) {
    const { severity = rule.severity, thresholds = {} } = Object.hasOwn(settings, rule.id) ? settings[rule.id] : {}
    const whyNot = rule.whyNot?.(setting)
    if (severity === 'off') notRun.push({ rule, why: 'it is off' })
    else if (rule.needsRecord && !setting.extracts) notRun.push({ rule, why: 'nothing is extracted' })
    else if (whyNot !== undefined) notRun.push({ rule, why: whyNot })
    else {
      const defaults = Object.entries(rule.thresholds).map(([name, { value }]) => [name, value] as const)
      const inspection = await rule.begin({ ...Object.fromEntries(defaults), ...thresholds }, setting)
      running.push({ rule, severity, inspection, findings: [], count: 0, ignored: 0 })
    }
  }
  return { running, notRun }
}

/** An article as rules see it. What nobody asks about is not extracted. */
function subjectOf(
  article: Article,
  isAsked: (file: string | undefined) => boolean,
  extractor: Extractor | undefined,
): Subject {
  const asked = isAsked(originOf(article)?.place.file)
  return new Subject(article, asked, asked && extractor !== undefined ? extractOrFail(extractor, article) : undefined)
}

function notesOf(baseline: Baseline | undefined, extractor: Extractor | undefined): string[] {
  if (baseline === undefined) return []
  if (!baseline.extracted) return ['the baseline was made without extraction: only languages, lengths and vocabulary are compared'] // prettier-ignore
  if (extractor === undefined) return ['nothing is extracted: only languages, lengths and vocabulary are compared with the baseline'] // prettier-ignore
  const { models } = baseline.producer
  const isSame = Object.entries(extractor.producer.models).every(([task, sha256]) => models[task] === sha256)
  return isSame ? [] : ['the baseline was made with other models: what differs may be their doing. Write it anew with --update-baseline'] // prettier-ignore
}
