import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSink } from '../../src/output/sinks.js'
import { HearsayError } from '../../src/record/errors.js'
import { run } from '../../src/run/index.js'
import { PIPELINES, readPipeline } from '../../src/run/pipeline.js'
import { hearsay } from '../cli/command.js'
import { articles, folderWith, idsIn, numbered, TOY } from './setting.js'

const written = (content: string) => join(folderWith({ 'pipe.yaml': content }), 'pipe.yaml')

describe('a pipeline', () => {
  it('says all that a run is asked', async () => {
    const file = written(`
inputs: [news/, 'dump/**/*.jsonl.gz']
read:
  collection: news
  encoding: windows-1251
  fields: { text: story.body, id: nr }
extract:
  minimum-confidence: 0.5
  language: en
sinks:
  - jsonl:out.jsonl.gz
  - postgres:\${PGURL}
schema: press
limits: { size: 5M, articles: 10, seconds: 30, memory: 512, failures: 1% }
threads: 2
shard: 3/16
`)
    expect(await readPipeline(file, { PGURL: 'x' })).toEqual({
      inputs: ['news/', 'dump/**/*.jsonl.gz'],
      to: ['jsonl:out.jsonl.gz', 'postgres:${PGURL}'],
      read: { collection: 'news', encoding: 'windows-1251', fields: { text: 'story.body', id: 'nr' }, maxSize: 5e6 },
      extract: { minConfidence: 0.5, language: 'en' },
      schema: 'press',
      limit: 10,
      wallTime: 30,
      memory: 512,
      allowFailures: { share: 0.01 },
      threads: 2,
      shard: '3/16',
    })
  })

  it.each([
    ['sinks: jsonl:a\nthraeds: 2\n', 2, 'thraeds: expected a key that is known'],
    ['inputs: a\n', 1, 'sinks: '],
    ['sinks: jsonl:a\nread:\n  collection: 3\n', 3, 'read.collection: expected string, received number'],
    ['sinks: jsonl:a\nread:\n  fields:\n    texd: a\n', 4, 'read.fields.texd'],
    ['sinks: jsonl:a\n\nlimits:\n  failures: many\n', 4, 'limits.failures: expected a number of articles or a share'],
    ['sinks: jsonl:a\nlimits:\n  size: 5 apples\n', 3, 'limits.size: expected a size'],
    ['sinks: jsonl:a\nextract: { minimum-confidence: 2 }\n', 2, 'extract.minimum-confidence: '],
    ['sinks: jsonl:a\nshard: 5/3\n', 2, 'shard: expected a shard'],
    ['sinks:\n  - jsonl:a\n  - postgres:${NOT_THERE}\n', 3, 'sinks.1: expected the environment variable NOT_THERE'],
    ['sinks: jsonl:a\nsinks: jsonl:b\n', 2, 'expected YAML: Map keys must be unique'],
    ['sinks: [jsonl:a\n', 2, 'expected YAML: '],
    ['- a\n', 1, 'expected YAML with settings by their keys'],
    ['The bridge fell.\n', 1, 'expected YAML with settings by their keys'],
    ['', 1, 'expected YAML with settings by their keys'],
  ])('names file, line and key of what is wrong: %j', async (content, line, message) => {
    const file = written(content)
    const error: unknown = await readPipeline(file, {}).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(HearsayError)
    expect(error).toMatchObject({ code: 'usage', place: { file, line } })
    expect((error as HearsayError).message).toContain(message)
  })

  it.each(PIPELINES)('of the package has a name: %s', async (name) => {
    const { to } = await readPipeline(name, { DATABASE_URL: 'x' })
    expect(to.length).toBeGreaterThan(0)
  })

  it('that is not there is said to be so', async () => {
    await expect(readPipeline('nothing.yaml')).rejects.toThrow('one of demo, news, dump, headlines, database')
  })
})

describe('a secret', () => {
  const SECRET = 'hunter2/with "marks"'

  it('is known to the sink alone', async () => {
    const folder = folderWith({ 'in.jsonl': articles([...numbered(5), 'fail-1']) })
    const options = { inputs: [join(folder, 'in.jsonl')], to: [`jsonl:${join(folder, 'out.jsonl')}`, 'postgres:${DB}'] }
    const targets: string[] = []
    const control = {
      ...TOY,
      environment: { DB: SECRET },
      openSink: (...[target, ...rest]: Parameters<typeof openSink>) => {
        targets.push(target)
        return openSink(target.startsWith('postgres:') ? `csv:${join(folder, 'out.csv')}` : target, ...rest)
      },
    }
    const summary = await run(options, control)
    expect(targets).toContain(`postgres:${SECRET}`)
    expect(JSON.stringify(summary)).not.toContain('hunter2')
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (!name.endsWith('.quarantine')) expect(readFileSync(join(folder, name), 'utf8')).not.toContain('hunter2')
  })

  it('is in no error', async () => {
    const folder = folderWith({ 'in.jsonl': articles(numbered(5)) })
    const options = { inputs: [join(folder, 'in.jsonl')], to: ['jsonl:${DB}'] }
    const openFailing: typeof openSink = (target) =>
      Promise.reject(
        new HearsayError('output-not-writable', `expected a database, got ${target} refused`, { file: target }),
      )
    const control = { ...TOY, environment: { DB: join(folder, SECRET.replaceAll(/\W/g, '-')) }, openSink: openFailing }
    const error: unknown = await run(options, control).catch((reason: unknown) => reason)
    expect((error as HearsayError).toLine()).toContain('${DB}')
    expect((error as HearsayError).toLine()).not.toContain('hunter2')
  })

  it('is not written into an output as it is', async () => {
    const to = ['postgres://me:hunter2@host/db']
    const error: unknown = await run({ inputs: ['in.jsonl'], to }, TOY).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'usage' })
    expect((error as HearsayError).toLine()).not.toContain('hunter2')
  })
})

describe('hearsay run', () => {
  it('takes a pipeline, inputs in its place, and prints a summary as JSON', () => {
    const folder = folderWith({
      'pipe.yaml': 'inputs: nothing\nsinks: jsonl:out.jsonl\n',
      'in.jsonl': articles(numbered(3)),
    })
    const { code, out, err } = hearsay(folder, ['run', 'pipe.yaml', 'in.jsonl', '--json-summary', '--quiet'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(JSON.parse(out)).toMatchObject({ finished: true, read: 3, extracted: 3, outputs: ['jsonl:out.jsonl'] })
    expect(idsIn(join(folder, 'out.jsonl'))).toEqual(numbered(3))
  })

  it('shows what it would do, and writes nothing', () => {
    const folder = folderWith({ 'in.jsonl': articles(numbered(5)) })
    const { code, out, err } = hearsay(folder, ['run', '--input', '*.jsonl', '--to', 'jsonl:out.jsonl', '--dry-run'])
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(3)
    expect(err).toMatch(/would read 1 input, \d+ bytes:\nin\.jsonl/)
    expect(err).toContain('text in 5')
    expect(existsSync(join(folder, 'out.jsonl'))).toBe(false)
    expect(readdirSync(folder)).toEqual(['in.jsonl'])
  })

  it.each([
    ['a place of no kind', ['--to', 'out.xlsx']],
    ['an output among the inputs', ['--to', 'jsonl:news/out.jsonl']],
    ['a shard that is none', ['--to', 'jsonl:out.jsonl', '--shard', '5/4']],
  ])('would do nothing, and says so, where the run itself would refuse %s', (_, options) => {
    const folder = folderWith({})
    mkdirSync(join(folder, 'news'))
    writeFileSync(join(folder, 'news', 'in.jsonl'), articles(numbered(1)))
    const args = ['run', '--input', 'news', ...options]
    const [run, dry] = [hearsay(folder, args), hearsay(folder, [...args, '--dry-run'])]
    expect(dry).toEqual(run)
    expect(dry.code).toBe(2)
  })

  it('lets a share of the articles fail where it is told so', () => {
    const folder = folderWith({ 'in.jsonl': `${articles(numbered(20))}{"id": broken\n` })
    const args = ['run', '--input', 'in.jsonl', '--to', 'jsonl:out.jsonl', '--restart', '--quiet', '--allow-failures']
    expect(hearsay(folder, [...args, '5%']).code).toBe(0)
    expect(hearsay(folder, [...args, '1%']).code).toBe(1)
  })

  it('ends with 2 for wrong usage, and with 3 where an input or an output cannot be used', () => {
    const folder = folderWith({ 'in.jsonl': articles(numbered(3)) })
    expect(hearsay(folder, ['run', '--to', 'jsonl:a.jsonl']).code).toBe(2)
    expect(hearsay(folder, ['run', 'nothing.yaml']).code).toBe(2)
    expect(hearsay(folder, ['run', '--input', 'missing.jsonl', '--to', 'jsonl:a.jsonl']).code).toBe(3)
    const full = hearsay(folder, ['run', '--input', 'in.jsonl', '--to', 'jsonl:in.jsonl/b.jsonl'])
    expect(full.code).toBe(3)
  })
})
