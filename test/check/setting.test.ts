import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { changedSince } from '../../src/check/changed.js'
import { readConfiguration } from '../../src/check/configuration.js'
import { check, FileSet, RULES } from '../../src/check/index.js'
import { IgnoreList } from '../../src/check/ignore.js'
import { hearsay } from '../cli/command.js'
import { findingsOf, folderOf, git, lines, SOUND } from './corpus.js'

let remove = (): void => undefined
afterEach(() => {
  remove()
  remove = () => undefined
})

function folder(files: Readonly<Record<string, string | Buffer>>): string {
  const made = folderOf(files)
  remove = made.remove
  return made.path
}

const ids = RULES.map(({ id }) => id)

describe('a configuration', () => {
  it('sets severities, thresholds and what is left out', async () => {
    const path = folder({
      'hearsay.config.yaml':
        'exclude: [drafts/]\nmax-warnings: 3\nrules:\n  short-article: { severity: error, words: 50 }\n  missing-date: off\n',
    })
    expect(await readConfiguration(join(path, 'hearsay.config.yaml'))).toEqual({
      exclude: ['drafts/'],
      ignoreFile: undefined,
      maxWarnings: 3,
      rules: {
        'short-article': { severity: 'error', thresholds: { words: 50 } },
        'missing-date': { severity: 'off' },
      },
    })
  })

  it.each([
    ['a key that is not known', 'rulez: {}\n', 'rulez: expected a key that is known, got this one', 1],
    [
      'a rule that is not known',
      'rules:\n  short: off\n',
      'rules.short: expected a key that is known, got this one',
      2,
    ],
    ['a threshold that is not known', 'rules:\n  short-article:\n    letters: 5\n', 'rules.short-article.letters: expected a key that is known', 3], // prettier-ignore
    ['a severity that is none', 'rules:\n  drift: fatal\n', 'rules.drift: ', 2],
    ['a threshold out of its limits', 'rules:\n  short-article: { words: -1 }\n', 'rules.short-article.words: ', 2],
    ['no YAML', 'rules: [\n', 'expected YAML: ', 1],
  ])('with %s is refused, with file, line and key', async (_, content, message, line) => {
    const file = join(folder({ 'c.yaml': content }), 'c.yaml')
    const refused = expect(readConfiguration(file)).rejects
    await refused.toMatchObject({ code: 'usage', place: { file } })
    await readConfiguration(file).catch((error: unknown) => {
      expect(error).toMatchObject({ message: expect.stringContaining(message) as unknown, place: { file } })
      if (line > 1) expect(error).toMatchObject({ place: { line } })
    })
  })
})

describe('an ignore file', () => {
  it('leaves out files, and silences rules in files and of articles', async () => {
    const path = folder({
      '.hearsayignore': '# drafts\ndrafts/\nshort-article: news/a*.txt\nshort-article: id=x\n',
      'news/a1.txt': 'Short.',
      'news/b1.txt': 'Short too.',
      'news/c.jsonl': lines({ id: 'x', text: 'Very short.' }, { id: 'y', text: 'As short.' }),
      'drafts/d.txt': 'Not looked at.',
    })
    const ignore = new IgnoreList(ids)
    await ignore.read(join(path, '.hearsayignore'))
    const outcome = await check([path], { extract: false, ignore })
    expect(outcome.articles).toBe(4)
    expect(findingsOf(outcome, 'short-article').map(({ article }) => article)).toEqual(['news/b1', 'y'])
    expect(outcome.rules.find(({ rule }) => rule.id === 'short-article')).toMatchObject({ count: 2, ignored: 2 })
  })

  it('tells large letters from small ones, as git does where names differ by them', async () => {
    const path = folder({ ignored: 'Drafts/\nshort-article: A.txt\n', 'drafts/y.txt': 'Short.', 'a.txt': 'Short too.' })
    const ignore = new IgnoreList(ids)
    await ignore.read(join(path, 'ignored'))
    const outcome = await check([join(path, 'drafts'), join(path, 'a.txt')], { extract: false, ignore })
    expect(findingsOf(outcome, 'short-article').map(({ article }) => article)).toEqual(['y', 'a'])
  })

  it('with a rule that is not known is refused', async () => {
    const path = folder({ ignored: '\nsort-article: a.txt\n' })
    await expect(new IgnoreList(ids).read(join(path, 'ignored'))).rejects.toMatchObject({ code: 'usage', place: { line: 2 } }) // prettier-ignore
  })
})

describe('--changed-since', () => {
  it('tells of files that changed or are new, and of their duplicates among all', async () => {
    const path = folder({ 'old.txt': `${SOUND} Old.`, 'zold.txt': `${SOUND} Zold.`, 'bad.txt': 'Short.' })
    git(path, 'init', '--quiet')
    git(path, 'add', '.')
    git(path, 'commit', '--quiet', '-m', 'first')
    const first = git(path, 'rev-parse', 'HEAD').trim()
    writeFileSync(join(path, 'new é\n.txt'), 'Short as well.')
    writeFileSync(join(path, 'copy.txt'), `${SOUND} Zold.`)
    const files = await changedSince(first, path)
    const asked = (file: string) => files.has(file)
    const outcome = await check([path], { extract: false, asked })
    expect(outcome.articles).toBe(2)
    expect(findingsOf(outcome, 'short-article').map(({ article }) => article)).toEqual(['new é\n'])
    expect(findingsOf(outcome, 'exact-duplicate')).toMatchObject([{ article: 'copy' }])
  })

  it('tells of what changed outside the folder, whatever git is set to', async () => {
    const path = folder({ 'news/a.txt': SOUND, 'wire/b.txt': SOUND })
    git(path, 'init', '--quiet')
    git(path, 'config', 'diff.relative', 'true')
    git(path, 'add', '.')
    git(path, 'commit', '--quiet', '-m', 'first')
    writeFileSync(join(path, 'wire/b.txt'), 'Short.')
    const files = await changedSince('HEAD', join(path, 'news'))
    expect(files.has(join(path, 'wire/b.txt'))).toBe(true)
  })

  it('asks about an article whose gold alone changed', async () => {
    const path = folder({ 'a.txt': 'Short.', 'a.json': '{}', 'b.txt': 'As short.', 'b.json': '{}' })
    const files = new FileSet([join(path, 'a.json')])
    const outcome = await check([path], { extract: false, asked: (file) => files.has(file) })
    expect(outcome.articles).toBe(1)
    expect(findingsOf(outcome, 'short-article').map(({ article }) => article)).toEqual(['a'])
  })

  it('tells of what a change breaks in a file that did not change', async () => {
    const paragraph = 'Subscribe to our free newsletter now!'
    const path = folder({
      'b.jsonl': lines({ id: 'x', text: 'Committed.' }),
      ...Object.fromEntries(['c', 'd', 'e', 'f'].map((name) => [`${name}.txt`, `Story ${name}.\n${paragraph}\n`])),
      'a.jsonl': lines({ id: 'x', text: 'Another text.' }),
      'aa.txt': `Story.\n\n${paragraph}\n`,
    })
    const told = async (...changed: readonly string[]) => {
      const files = new FileSet(changed.map((name) => join(path, name)))
      const outcome = await check([path], { extract: false, asked: (file) => files.has(file) })
      return [...findingsOf(outcome, 'duplicate-id'), ...findingsOf(outcome, 'boilerplate')]
    }
    const [a, b] = ['a.jsonl', 'b.jsonl'].map((name) => join(path, name))
    expect(await told('a.jsonl', 'aa.txt')).toMatchObject([
      { file: a, line: 1, article: 'x', message: `${b}:1 (x) has this id too, and another text` },
      { article: 'aa', line: 3, column: 1, excerpt: paragraph },
    ])
    expect(await told('b.jsonl', 'f.txt')).toMatchObject([
      { file: b, line: 1, article: 'x', message: `${a}:1 (x) has this id too, and another text` },
      { article: 'f', line: 2 },
    ])
    writeFileSync(join(path, 'g.txt'), `The sixth.\n${paragraph}\n`)
    expect(await told('g.txt')).toMatchObject([{ article: 'g', line: 2 }])
    expect(await told('c.txt', 'd.txt')).toMatchObject([{ article: 'c' }])
    expect(await told()).toEqual([])
  })

  it.each(['--output=pwned', '-h', 'no-such', '$(touch pwned)', 'HEAD; touch pwned', '', 'a\0b', ':/x', '@{-1}'])(
    'takes %j for a name, and not for an option or a command',
    async (reference) => {
      const path = folder({ 'a.txt': SOUND })
      git(path, 'init', '--quiet')
      git(path, 'add', '.')
      git(path, 'commit', '--quiet', '-m', 'first')
      await expect(changedSince(reference, path)).rejects.toMatchObject({ code: 'usage' })
      expect(git(path, 'status', '--porcelain')).toBe('')
    },
  )
})

describe('hearsay check', () => {
  const run = (path: string, args: readonly string[], input = '') => hearsay(path, ['check', ...args], input)

  it('ends with 0 where all is well, 1 for findings, 2 for wrong usage and 3 for what cannot be read', () => {
    const path = folder({ 'news/a.txt': SOUND, 'bad/b.txt': 'Short.', 'c.yaml': 'nothing: 1\n', 'old.json': '{"format":"hearsay-baseline","version":99}' }) // prettier-ignore
    const fast = ['--no-extract']
    expect(run(path, ['news', ...fast])).toEqual({ code: 0, out: '1 article: 0 errors, 0 warnings: passed\n', err: '' })
    expect(run(path, ['bad', ...fast]).code).toBe(1)
    expect(run(path, ['bad', ...fast, '--max-warnings', '2']).code).toBe(0)
    expect(run(path, ['news', ...fast, '--config', 'c.yaml'])).toMatchObject({ code: 2, err: expect.stringContaining('c.yaml:1: nothing: expected a key') as unknown }) // prettier-ignore
    expect(run(path, ['news', ...fast, '--baseline', 'old.json'])).toMatchObject({ code: 2, err: 'hearsay: old.json: expected a baseline of version 2, got version 99; write it anew with --update-baseline [usage]\n' }) // prettier-ignore
    expect(run(path, ['nowhere', ...fast])).toMatchObject({ code: 3 })
    expect(run(path, ['news', ...fast, '--files-from', '-'], 'elsewhere.txt\n')).toMatchObject({ code: 3 })
  })

  it('quotes nothing with --no-text', () => {
    const path = folder({ 'a.txt': '<b>SECRETWORD</b> cafÃ© SECRETWORD', 'b.jsonl': '{"SECRETWORD": 1}\nSECRETWORD\n' })
    const outputs = ['pretty', 'json', 'junit', 'sarif', 'github', 'markdown']
    const files = outputs.flatMap((name) => ['--reporter', `${name}=${name}.out`])
    const { code, out, err } = run(path, ['a.txt', 'b.jsonl', '--no-extract', '--no-text', ...files])
    expect(code).toBe(1)
    const all = [out, err, ...outputs.map((name) => readFileSync(join(path, `${name}.out`), 'utf8'))].join('\n')
    expect(all).toContain('mojibake')
    expect(all).not.toContain('SECRETWORD')
  })

  it('knows the files of a list by their paths, and whether any is there', () => {
    const path = folder({
      'a/news/x.txt': SOUND,
      'b/news/x.txt': `${SOUND}Another text.\n`,
      'b/bad.txt': Buffer.from([0, 1, 2, 0, 255]),
      'hearsay.config.yaml': 'max-warnings: 1\nrules: { unreadable: warning, near-duplicate: off }\n',
    })
    const list = (names: string, ...corpus: readonly string[]) =>
      run(path, [...corpus, '--no-extract', '--files-from', '-'], names)
    expect(list('a/news/x.txt\nb/news/x.txt\n')).toEqual({ code: 0, out: '2 articles: 0 errors, 0 warnings (1 allowed): passed\n', err: '' }) // prettier-ignore
    expect(list('b/bad.txt\n', 'b')).toMatchObject({ code: 0, err: '' })
    expect(list('b/bad.txt\n')).toMatchObject({ code: 0, err: '' })
    expect(list('elsewhere.txt\n', 'b')).toMatchObject({ code: 3, err: expect.stringContaining('none is there') as unknown }) // prettier-ignore
  })

  it('writes all that it can where one report cannot be written', () => {
    const path = folder({ 'a.txt': 'Short.' })
    const reporters = ['junit=nowhere/x.xml', 'json=x.json', 'pretty'].flatMap((name) => ['--reporter', name])
    const { code, out, err } = run(path, ['a.txt', '--no-extract', ...reporters])
    expect(code).toBe(3)
    expect(out).toContain('warning short-article')
    expect(err).toMatch(
      /^hearsay: nowhere\/x\.xml: expected a place that can be written, .* \[output-not-writable\]\n$/,
    )
    expect(JSON.parse(readFileSync(join(path, 'x.json'), 'utf8'))).toMatchObject({ articles: 1 })
    const twice = ['junit=x.xml', 'sarif=./x.xml'].flatMap((name) => ['--reporter', name])
    expect(run(path, ['a.txt', '--no-extract', ...twice])).toMatchObject({ code: 2, out: '' })
  })

  it('writes over no article', () => {
    const path = folder({
      'news/a.txt': SOUND,
      'news/b.jsonl': '{"text":"One."}\n',
      'news/c.jsonl.gz': gzipSync('{"text":"Two."}\n'),
      'x.xml': '<old/>',
      'x.json': '{}',
    })
    const refused = { code: 2, out: '', err: expect.stringContaining('expected another file to write to than to read from') as unknown } // prettier-ignore
    for (const [corpus, ...flags] of [
      ['news', '--reporter', 'pretty=news/a.txt'],
      ['news/b.jsonl', '--reporter', 'json=news/b.jsonl'],
      ['news/c.jsonl.gz', '--reporter', 'json=./news/c.jsonl.gz'],
      ['news/*.jsonl', '--update-baseline', '--baseline', './news/b.jsonl'],
      ['.', '--reporter', 'json=x.json'],
    ]) {
      expect(run(path, [corpus, '--no-extract', ...flags])).toEqual(refused)
    }
    expect(readFileSync(join(path, 'news/a.txt'), 'utf8')).toBe(SOUND)
    expect(run(path, ['.', '--no-extract', '--reporter', 'junit=x.xml']).code).not.toBe(2)
    expect(readFileSync(join(path, 'x.xml'), 'utf8')).toContain('<testsuites')
  })

  it('lets no name write a command into the log of a build', () => {
    const path = folder({})
    const { err } = run(path, ['##[error]pwned.txt'])
    expect(err).toContain('pwned.txt')
    expect(err).not.toContain('##')
    expect(hearsay(path, ['extract', '::error::pwned.txt']).err).not.toMatch(/^::/m)
  })

  it('takes a list of files, and explains its rules', () => {
    const path = folder({ 'a.txt': SOUND, 'b.txt': 'Short.' })
    const listed = run(path, ['.', '--no-extract', '--files-from', '-', '--reporter', 'json'], 'a.txt\n')
    expect(JSON.parse(listed.out)).toMatchObject({ articles: 1, warnings: 0 })
    expect(run(path, ['--explain', 'drift']).out).toMatch(/^## drift\n/)
    expect(run(path, ['--explain', 'drifts']).code).toBe(2)
  })
})

describe('action.yml', () => {
  it('hands over what a workflow gives as variables alone', () => {
    const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: object; runs: { steps: { run?: string; env?: object }[] } } // prettier-ignore
    const scripts = action.runs.steps.flatMap(({ run }) => run ?? [])
    expect(scripts).toHaveLength(2)
    for (const script of scripts) expect(script).not.toContain('${{')
    const given = JSON.stringify(action.runs.steps.map(({ env, ...rest }) => ({ env, ...rest })))
    for (const input of Object.keys(action.inputs)) expect(given).toContain(`inputs.${input} `)
  })
})
