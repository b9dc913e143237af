import { basename, resolve } from 'node:path'
import type { Log } from 'sarif'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Finding, Outcome } from '../../src/check/index.js'
import { RULES } from '../../src/check/index.js'
import { REPORTERS } from '../../src/check/reporters/index.js'

/** What its readers would obey, all in one: terminals, workflows, XML, Markdown, HTML. */
const HOSTILE = [
  '\u001b[31mred\u001b]0;title\u0007 \u009b31m \u202egnp \ufffe\uffff\ud800 \u0000',
  '\n::error::pwned\r\n::set-output name=x::y ##[command] ##vso[task] %0A::warning::z',
  ']]> <script>alert(1)</script> &amp; "quoted" \'single\' <!-- -->',
  '```\n# heading **bold** [link](https://example.org) ![i](x) @someone #12 | a | `code` ``two``',
  '{0} {{x}} \\',
].join(' ')

const [unreadable] = RULES
const mojibake = RULES.find(({ id }) => id === 'mojibake')!
const hostile: Finding = {
  rule: 'mojibake',
  severity: 'error',
  file: `news/${HOSTILE.replace('\u0000', '')}.txt`,
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  article: HOSTILE,
  message: HOSTILE,
  excerpt: HOSTILE,
}

function outcomeOf(findings: readonly Finding[], count = findings.length): Outcome {
  return {
    articles: 12,
    rules: [
      { rule: unreadable, severity: 'error', count: 0, ignored: 0, findings: [] },
      { rule: mojibake, severity: 'error', count, ignored: 0, findings },
    ],
    notRun: [],
    errors: count,
    warnings: 0,
    infos: 0,
    maxWarnings: 0,
    failed: count > 0,
    unusable: undefined,
    notes: [],
    baseline: undefined,
  }
}

function reported(name: string, outcome: Outcome): string {
  return REPORTERS.find((one) => one.name === name)!.report(outcome, { input: 'news' })
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** The tree of an XML document; throws for one that is not well formed, or holds what XML cannot. */
function xmlOf(source: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const stack = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    stack.at(-1)!.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.on('text', (text) => {
    stack.at(-1)!.text += text
  })
  parser.write(source).close()
  return root.children[0]
}

describe('every reporter', () => {
  it.each(REPORTERS.map(({ name }) => name))('%s lets nothing through that a terminal or a log obeys', (name) => {
    const text = reported(name, outcomeOf([hostile]))
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/)
    expect(text).not.toMatch(/\p{Cs}/u)
    expect(text.endsWith('\n')).toBe(true)
  })

  it.each(REPORTERS.map(({ name }) => name))('%s tells how many there are of ten thousand, and shows some', (name) => {
    const findings = Array.from({ length: 100 }, (_, n) => ({ ...hostile, message: `finding ${n}`, article: `a${n}` }))
    const text = reported(name, outcomeOf(findings, 10_000))
    expect(text).toMatch(/and 99\d\d more of 10000/)
    expect(text).toContain('finding 0')
    expect(text.split('finding ').length).toBeLessThan(250)
  })

  it.each(REPORTERS.map(({ name }) => name))('%s says that all is well where nothing was found', (name) => {
    const text = reported(name, outcomeOf([]))
    if (name === 'junit') expect(xmlOf(text).attributes).toMatchObject({ tests: '2', failures: '0' })
    else if (name === 'sarif') expect((JSON.parse(text) as Log).runs[0].results).toEqual([])
    else expect(text).toContain('12 articles: 0 errors, 0 warnings: passed')
  })
})

describe('pretty', () => {
  it('groups by rule, and begins each line with words of its own', () => {
    const lines = reported('pretty', outcomeOf([{ ...hostile, file: '::error::x', article: 'a' }]))
      .trimEnd()
      .split('\n')
    expect(lines[0]).toBe('error mojibake: UTF-8 that was decoded as another encoding (1)')
    expect(lines[1]).toMatch(/^ {2}- ::error::x:3:5 a: /)
    expect(lines).toHaveLength(3)
    expect(lines.join('\n')).not.toContain('##')
  })
})

describe('github', () => {
  it('writes one command for a finding, whatever is in it', () => {
    const text = reported('github', outcomeOf([hostile]))
    const [command, summary, ...rest] = text.trimEnd().split('\n')
    expect(rest).toEqual([])
    expect(summary).toBe('hearsay check: 12 articles: 1 error, 0 warnings: failed')
    const [, kind, properties, data] = /^::(\w+) ([^:]*)::(.*)$/.exec(command) ?? []
    expect(kind).toBe('error')
    const names = properties.split(',').map((part) => part.split('=')[0])
    expect(names).toEqual(['file', 'line', 'endLine', 'col', 'title'])
    expect(data).toContain('%250A')
    expect(text).not.toContain('##')
  })

  it('writes no more annotations than are shown', () => {
    const many = Array.from({ length: 100 }, () => hostile)
    expect(reported('github', outcomeOf(many)).match(/^::error /gm)).toHaveLength(10)
    expect(reported('github', outcomeOf(many.slice(0, 10))).match(/^::error /gm)).toHaveLength(10)
  })
})

describe('junit', () => {
  it('is what Jenkins and GitLab ask for', () => {
    const root = xmlOf(reported('junit', outcomeOf([hostile, hostile])))
    expect(root.name).toBe('testsuites')
    expect(root.attributes).toMatchObject({ tests: '3', failures: '2', errors: '0', time: '0' })
    for (const suite of root.children) {
      expect(suite.name).toBe('testsuite')
      for (const name of ['name', 'tests', 'failures', 'errors', 'skipped', 'time']) expect(suite.attributes).toHaveProperty(name) // prettier-ignore
      expect(Number(suite.attributes.tests)).toBe(suite.children.length)
      const failures = suite.children.filter(({ children }) => children.some(({ name }) => name === 'failure'))
      expect(Number(suite.attributes.failures)).toBe(failures.length)
      for (const one of suite.children) {
        expect(one.name).toBe('testcase')
        for (const name of ['name', 'classname', 'time']) expect(one.attributes[name]).not.toBe('')
        for (const child of one.children) expect(['failure', 'system-out']).toContain(child.name)
      }
      // Of several cases of one name GitLab shows the first alone.
      const names = suite.children.map(({ attributes }) => attributes.name)
      expect(new Set(names).size).toBe(names.length)
    }
    const [failure] = root.children[1].children[0].children
    expect(failure.attributes).toHaveProperty('message')
    expect(failure.attributes.type).toBe('mojibake')
    expect(failure.text).toContain('<script>alert(1)</script>')
  })

  it('lets warnings pass that are allowed', () => {
    const [empty, found] = outcomeOf([{ ...hostile, severity: 'warning' }]).rules
    const outcome = { ...outcomeOf([]), rules: [empty, { ...found, severity: 'warning' as const }], warnings: 1 }
    expect(xmlOf(reported('junit', outcome)).attributes.failures).toBe('1')
    const allowed = xmlOf(reported('junit', { ...outcome, maxWarnings: 1 }))
    expect(allowed.attributes.failures).toBe('0')
    expect(allowed.children[1].children[0].children[0].name).toBe('system-out')
  })
})

describe('sarif', () => {
  it('is what code scanning asks for', () => {
    const ofCorpus: Finding = { rule: 'mojibake', severity: 'error', message: 'of the corpus' }
    const log = JSON.parse(reported('sarif', outcomeOf([hostile, ofCorpus, { ...ofCorpus, file: '/elsewhere/a b.txt', line: 2 }]))) as Log // prettier-ignore
    expect(log.version).toBe('2.1.0')
    expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/)
    const [{ tool, results = [], columnKind }] = log.runs
    const { name, semanticVersion, rules = [] } = tool.driver
    expect([name, columnKind]).toEqual(['hearsay check', 'utf16CodeUnits'])
    expect(semanticVersion).toMatch(/^\d+\.\d+\.\d+/)
    for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of rules) {
      expect(id).toMatch(/^[a-z-]+$/)
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text]) expect(text).toMatch(/\S/)
      expect(shortDescription!.text.length).toBeLessThanOrEqual(1024)
      expect(['note', 'warning', 'error']).toContain(defaultConfiguration?.level)
    }
    expect(results).toHaveLength(3)
    for (const { ruleId, ruleIndex, level, message, locations, partialFingerprints } of results) {
      expect(rules[ruleIndex!].id).toBe(ruleId)
      expect(level).toBe('error')
      expect(message.text).toMatch(/\S/)
      const { artifactLocation, region } = locations![0].physicalLocation!
      expect(artifactLocation!.uri).toMatch(/^[\w\-.~!$&'()*+,;=:@/%]+$/)
      expect(URL.canParse(artifactLocation!.uri!, 'file:///root/')).toBe(true)
      expect(region!.startLine).toBeGreaterThanOrEqual(1)
      expect(partialFingerprints).toHaveProperty('primaryLocationLineHash')
    }
    expect(results.map((one) => one.locations![0].physicalLocation!.artifactLocation!.uriBaseId)).toEqual(['%SRCROOT%', '%SRCROOT%', undefined]) // prettier-ignore
    expect(results[1].locations![0].physicalLocation!.artifactLocation!.uri).toBe('news')
    // Brackets would make a link, braces a place to fill.
    expect(results[0].message.text).not.toMatch(/(?<!\\)\[/)
    expect(results[0].message.text).toContain('{{0}}')
  })

  it('knows a finding again when lines come in before it', () => {
    const hash = (finding: Finding) =>
      (JSON.parse(reported('sarif', outcomeOf([finding]))) as Log).runs[0].results![0].partialFingerprints
    expect(hash({ ...hostile, line: 9, endLine: 9 })).toEqual(hash(hostile))
    expect(hash({ ...hostile, article: 'other' })).not.toEqual(hash(hostile))
  })
})

describe('where paths are relative to another folder', () => {
  const found = { ...hostile, file: 'news/s.txt' }

  it.each([
    ['its top', '..', basename(process.cwd()) + '/news/s.txt'],
    ['a folder beside the file', 'docs', 'news/s.txt'],
  ])('github and sarif name files from %s', (_, root, path) => {
    const options = { root: resolve(root), input: 'news' }
    const [github, sarif] = ['github', 'sarif'].map((name) => REPORTERS.find((one) => one.name === name)!.report(outcomeOf([found]), options)) // prettier-ignore
    expect(github).toContain(`::error file=${path},`)
    const [{ locations }] = (JSON.parse(sarif) as Log).runs[0].results!
    expect(locations![0].physicalLocation!.artifactLocation!.uri).toBe(path)
  })
})

describe('markdown', () => {
  it('shows what comes of articles in code alone', () => {
    const text = reported('markdown', outcomeOf([hostile]))
    const line = text.split('\n').find((one) => one.startsWith('- '))!
    // What is left when code spans are taken out, as CommonMark pairs their fences.
    expect(line.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, 'code')).toBe('- code code code')
    expect(text.split('\n').filter((one) => /script|@someone|::/.test(one))).toEqual([line])
  })
})

describe('json', () => {
  it('has all that was found, in a form with a version', () => {
    const value = JSON.parse(reported('json', outcomeOf([hostile]))) as { version: number; rules: { findings: unknown[] }[] } // prettier-ignore
    expect(value.version).toBe(1)
    expect(value.rules[1].findings).toEqual([hostile])
  })
})
