import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { command } from '../../src/cli/evaluate.js'
import type { Article } from '../../src/record/article.js'
import { HearsayError } from '../../src/record/errors.js'
import { sha256Of } from '../../src/record/sha256.js'
import { TASKS } from '../../src/train/evaluate/index.js'

const TEXT = 'The harbour will close, Liis Kask said.'
const GOLD = { id: 'harbour', text: TEXT, attributions: [{ source: [[24, 33]], cue: [[34, 38]], content: [[0, 22]] }] }
const RECORD = {
  id: 'harbour',
  sha256: sha256Of(TEXT),
  statements: [
    {
      id: 's1',
      source: { start: 24, end: 33, text: 'Liis Kask' },
      cue: { start: 34, end: 38, text: 'said', lemma: 'say' },
      content: [{ start: 0, end: 22, text: 'The harbour will close' }],
      confidence: 0.9,
    },
  ],
}

describe('hearsay evaluate', () => {
  let folder = ''
  let output = ''
  let warnings = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-evaluate-'))
    output = ''
    warnings = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      output += String(chunk)
      return true
    })
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      warnings += String(chunk)
      return true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const lines = (name: string, ...values: readonly object[]) =>
    file(name, values.map((value) => JSON.stringify(value)).join('\n'))
  const evaluate = async (...args: readonly string[]): Promise<unknown> => {
    output = ''
    warnings = ''
    await command().exitOverride().parseAsync(args, { from: 'user' })
    return JSON.parse(output)
  }

  it.each([
    [[0, 500], 'attributions.0.content.0: expected a span within 0..39, got 0..500'],
    [[22, 0], 'attributions.0.content.0: expected a span within 0..39, got 22..0'],
  ])('takes no gold with a span of %j', async (content, message) => {
    const gold = lines('gold.jsonl', { ...GOLD, attributions: [{ ...GOLD.attributions[0], content: [content] }] })
    await expect(evaluate('attribution', gold)).rejects.toMatchObject({
      code: 'bad-record',
      message: `expected gold for this task: ${message}`,
      place: { file: gold, line: 1, id: 'harbour' },
    })
  })

  it('takes no two gold articles of one id', async () => {
    await expect(evaluate('attribution', lines('gold.jsonl', GOLD, GOLD))).rejects.toMatchObject({
      code: 'duplicate-id',
      place: { id: 'harbour' },
    })
  })

  it('prints the figures of a records file', async () => {
    const figures = await evaluate('attribution', lines('gold.jsonl', GOLD), '--records', lines('r.jsonl', RECORD))
    expect(figures).toMatchObject({ articles: 1, statement: { f1: 100, gold: 1, predicted: 1 } })
    expect(warnings).toBe('')
  })

  it('takes records compressed, and records and gold as an array', async () => {
    const figures = { articles: 1, statement: { f1: 100 } }
    const gold = lines('gold.jsonl', GOLD)
    const records = file('r.jsonl.gz', gzipSync(JSON.stringify(RECORD)))
    expect(await evaluate('attribution', gold, '--records', records)).toMatchObject(figures)
    const array = file('r.json', JSON.stringify([RECORD]))
    expect(await evaluate('attribution', gold, '--records', array)).toMatchObject(figures)
    const golds = file('gold.json', JSON.stringify([GOLD]))
    expect(await evaluate('attribution', golds, '--records', array)).toMatchObject(figures)
  })

  it('takes no two records of one id', async () => {
    const records = lines('r.jsonl', RECORD, { ...RECORD, statements: [] })
    await expect(evaluate('attribution', lines('gold.jsonl', GOLD), '--records', records)).rejects.toMatchObject({
      code: 'duplicate-id',
      place: { line: 2, id: 'harbour' },
    })
  })

  it('measures calibration on attribution gold', async () => {
    const figures = await evaluate('calibration', lines('gold.jsonl', GOLD), '--records', lines('r.jsonl', RECORD))
    expect(figures).toMatchObject({ articles: 1, calibrationError: 0.1 })
  })

  it('takes several gold files together', async () => {
    const files = [lines('a.jsonl', GOLD), lines('b.jsonl', { ...GOLD, id: 'quay' })]
    const figures = await evaluate('attribution', ...files, '--records', lines('r.jsonl', RECORD))
    expect(figures).toMatchObject({ articles: 2, statement: { r: 50 } })
  })

  it('counts a gold article without a record as empty, and says so', async () => {
    const gold = lines('gold.jsonl', GOLD, { ...GOLD, id: 'quay' })
    const figures = await evaluate('attribution', gold, '--records', lines('r.jsonl', RECORD))
    expect(figures).toMatchObject({ articles: 2, statement: { p: 100, r: 50 } })
    expect(warnings).toBe('1 of 2 gold articles have no record and count as empty\n')
  })

  it('shows examples of misses on stderr', async () => {
    const failed = { version: 1, id: 'harbour', error: { code: 'too-large', message: 'too large' } }
    await evaluate('attribution', lines('gold.jsonl', GOLD), '--records', lines('r.jsonl', failed), '--errors', '3')
    expect(warnings).toBe('missed: harbour: Liis Kask | said | The harbour will close\n')
  })

  it('shows no character of an article that could steer a terminal', async () => {
    const text = TEXT.replace('harbour', 'ha\n\u001b[31')
    await evaluate(
      'attribution',
      lines('gold.jsonl', { ...GOLD, text }),
      '--records',
      lines('r.jsonl'),
      '--errors',
      '1',
    )
    expect(warnings).toMatch(/^missed: harbour: Liis Kask \| said \| The ha \\u001b\[31 will close\n/)
  })

  it('finds the text of gold in --articles or in the .txt file beside it', async () => {
    const { text, ...gold } = { ...GOLD, sha256: sha256Of(TEXT) }
    const records = lines('r.jsonl', RECORD)
    const articles = lines('articles.jsonl', { id: 'harbour', text })
    const elsewhere = await evaluate(
      'attribution',
      lines('a.jsonl', gold),
      '--records',
      records,
      '--articles',
      articles,
    )
    const goldFile = lines('b.json', gold)
    file('b.txt', TEXT)
    expect(await evaluate('attribution', goldFile, '--records', records)).toEqual(elsewhere)
    expect(elsewhere).toMatchObject({ statement: { f1: 100 } })
  })

  describe('without records', () => {
    const extracted: Partial<Article>[] = []
    beforeEach(() => {
      extracted.length = 0
      // The shell is what is tested here: what it gives the extractor, and what it makes of a failure.
      const extract = (article: Article) => {
        extracted.push(article)
        if (article.id === 'broken') throw new HearsayError('extraction-failed', 'out of luck', { id: article.id })
        return { ...RECORD, id: article.id, sha256: sha256Of(article.text) }
      }
      vi.doMock('../../src/extract/index.js', () => ({ createExtractor: () => Promise.resolve({ extract }) }))
    })
    afterEach(() => {
      vi.doUnmock('../../src/extract/index.js')
      process.exitCode = undefined
    })

    it('extracts the texts of the gold, with what the gold tells of them', async () => {
      const gold = lines('gold.jsonl', { ...GOLD, title: 'Harbour to close', date: '2024-03-03', publisher: 'Courier' })
      expect(await evaluate('attribution', gold)).toMatchObject({ statement: { f1: 100 } })
      const meta = { title: 'Harbour to close', published: '2024-03-03', publisher: 'Courier' }
      expect(extracted).toEqual([{ id: 'harbour', collection: 'gold', text: TEXT, ...meta }])
    })

    it('counts an article that cannot be extracted as empty, says so, and exits with 1', async () => {
      const figures = await evaluate('attribution', lines('gold.jsonl', { ...GOLD, id: 'broken' }, GOLD))
      expect(figures).toMatchObject({ articles: 2, statement: { p: 100, r: 50 } })
      expect(warnings).toContain('broken: out of luck [extraction-failed]\n')
      expect(process.exitCode).toBe(1)
    })
  })

  it('names every task in its help', () => {
    const help = command().helpInformation()
    for (const name of Object.keys(TASKS)) expect(help).toContain(name)
  })

  describe('on bad input tells in one line what and where', () => {
    const failure = async (...args: readonly string[]): Promise<string> => {
      try {
        await evaluate(...args)
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error
        const line = error.toLine().replaceAll(join(folder, '/'), '')
        expect(line).not.toContain('\n')
        expect(output).toBe('')
        return line
      }
      throw new Error('expected a failure')
    }

    it('an unknown task', async () => {
      const expected =
        'expected a task, one of attribution, statements, acts, speakers, numbers, entities, sentences, calibration'
      expect(await failure('toString', lines('gold.jsonl', GOLD))).toBe(`${expected}; got "toString" [usage]`)
    })

    it('a number of examples that is none', async () => {
      expect(await failure('attribution', lines('gold.jsonl', GOLD), '--errors', '-1')).toMatch(/got "-1" \[usage\]$/)
    })

    it('a file that is not there', async () => {
      const gold = lines('gold.jsonl', GOLD)
      const absent = join(folder, 'absent.jsonl')
      const line = 'absent.jsonl: expected a file, found none [input-not-found]'
      expect(await failure('attribution', absent)).toBe(line)
      expect(await failure('attribution', gold, '--records', absent)).toMatch(/^absent\.jsonl: .*\[input-not-found\]$/)
      expect(await failure('attribution', gold, '--articles', absent)).toBe(line)
    })

    it('a folder, or bytes that are no text', async () => {
      expect(await failure('attribution', folder)).toMatch(/expected a file that can be read, got EISDIR/)
      const bytes = file('bytes.jsonl', Uint8Array.of(0x22, 0xff, 0xfe))
      expect(await failure('attribution', bytes)).toBe('bytes.jsonl: expected UTF-8, got other bytes [not-text]')
    })

    it('what is not JSON', async () => {
      const gold = file('gold.jsonl', `${JSON.stringify(GOLD)}\n\n{"id": \n`)
      expect(await failure('attribution', gold)).toMatch(
        /^gold\.jsonl:3: expected one JSON object a line.*\[bad-json\]$/,
      )
      expect(await failure('attribution', file('gold.json', '{"id":\n1,}'))).toMatch(/^gold\.json:2: .*\[bad-json\]$/)
      const records = file('r.jsonl', '\n\u001b[31m')
      expect(await failure('attribution', lines('g.jsonl', GOLD), '--records', records)).toMatch(
        /^r\.jsonl:2: expected/,
      )
    })

    it('gold of another task, and a record with a field that is wrong', async () => {
      const other = lines('other.jsonl', { id: 'a', text: TEXT, sentences: [[0, 39]] })
      expect(await failure('attribution', other)).toMatch(/^other\.jsonl:1: .*attributions: .*\[bad-record\]$/)
      expect(await failure('calibration', other)).toMatch(
        /^other\.jsonl:1: expected gold for this task: \w+: expected array, received undefined \[bad-record\]$/,
      )
      const wrong = lines('r.jsonl', RECORD, { id: 'b', statements: [{ content: [{ start: -1, end: 3 }] }] })
      expect(await failure('attribution', lines('gold.jsonl', GOLD), '--records', wrong)).toMatch(
        /^r\.jsonl:2: expected a record: statements\.0\.content\.0\.start: .*\[bad-record\]$/,
      )
    })

    it('a record of another text', async () => {
      const records = lines('r.jsonl', { ...RECORD, sha256: sha256Of('another text') })
      expect(await failure('attribution', lines('gold.jsonl', GOLD), '--records', records)).toMatch(
        /^harbour: the record's text is not the gold's: expected a text with sha256 .* \[bad-record\]$/,
      )
    })

    it('gold whose text is not the one annotated, or is nowhere', async () => {
      const { text, ...gold } = { ...GOLD, sha256: sha256Of('another text') }
      expect(await failure('attribution', lines('a.jsonl', { ...gold, text }))).toMatch(
        /^a\.jsonl:1 harbour: the text is not the one annotated: .*\[bad-record\]$/,
      )
      expect(await failure('attribution', lines('b.jsonl', gold))).toMatch(/^b\.jsonl:1 harbour: .*\[no-text-field\]$/)
    })

    it('gold without any article', async () => {
      expect(await failure('attribution', file('gold.jsonl', '\n'))).toMatch(/expected gold articles, got none/)
    })

    it('statements without confidence, when their calibration is asked for', async () => {
      const statements = RECORD.statements.map((one) => ({ ...one, confidence: undefined }))
      const records = lines('r.jsonl', { ...RECORD, statements })
      expect(await failure('calibration', lines('gold.jsonl', GOLD), '--records', records)).toMatch(
        /^harbour: expected a confidence for every statement/,
      )
    })
  })
})
