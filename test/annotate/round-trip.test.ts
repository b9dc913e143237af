import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { bratAnnotations, readBratAnnotations } from '../../src/annotate/brat.js'
import { BratFolder, fileNameFor, readBratFolder } from '../../src/annotate/brat-folder.js'
import { drawingOf } from '../../src/annotate/drawing.js'
import { annotatedGold, annotatedRecord, goldOf, type Annotated } from '../../src/annotate/gold.js'
import { labelStudioTask, readLabelStudioTask } from '../../src/annotate/label-studio-task.js'
import { annotatedFrom } from '../../src/annotate/redrawn.js'
import { CodePoints, toolText } from '../../src/annotate/tool-text.js'
import { createExtractor } from '../../src/extract/index.js'
import { GOLD, readGold } from '../../src/train/gold.js'
import { annotatedArticle } from './articles.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-annotate-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The article after it has gone to the tool and come back untouched, with what was found wrong. */
const TOOLS = {
  brat: (article: Annotated) => {
    const { head, text } = article
    const { drawing, problems } = readBratAnnotations(bratAnnotations(drawingOf(article), text), text)
    const read = annotatedFrom(drawing, { head, text })
    return { annotated: read.annotated, problems: [...problems, ...read.problems].map(({ message }) => message) }
  },
  'Label Studio': (article: Annotated) => {
    const read = readLabelStudioTask(submitted(JSON.parse(JSON.stringify(labelStudioTask(article)))), 'tasks.json')
    return { annotated: read.annotated, problems: read.problems.map(({ message }) => message) }
  },
}

/** A task whose prediction somebody has submitted as it was. */
function submitted(task: unknown): object {
  const { predictions, ...others } = task as { predictions: { result: unknown }[] }
  return { ...others, annotations: predictions.map(({ result }) => ({ id: 1, result, was_cancelled: false })) }
}

describe.each(Object.entries(TOOLS))('through %s', (_, roundTrip) => {
  it('any annotated article comes back as it was, to the last offset', () => {
    fc.assert(
      fc.property(annotatedArticle, (article) => {
        const { annotated, problems } = roundTrip(article)
        expect(problems).toEqual([])
        expect(annotated).toEqual(article)
      }),
      { numRuns: 400 },
    )
  })

  it('gold without its text has no headline either', () => {
    const [article] = fc.sample(annotatedArticle, { numRuns: 1, seed: 1 })
    const titled = { ...article, head: { ...article.head, title: 'Ferries to stop' } }
    expect(JSON.stringify(goldOf(titled, true))).toContain('Ferries to stop')
    expect(JSON.stringify(goldOf(titled, false))).not.toContain('Ferries to stop')
  })

  it('fields of gold come back whatever they are called', () => {
    fc.assert(
      fc.property(annotatedArticle, (article) => {
        const fields = { document: 'd', original: 'o', head: { id: 'x', sha256: 'y' }, text_: 't', article: 1 }
        const head = { ...fields, ...article.head }
        expect(roundTrip({ ...article, head }).annotated?.head).toEqual(head)
      }),
      { numRuns: 20 },
    )
  })

  const corpus = readdirSync('corpus').filter((name) => name.endsWith('.json'))
  it.each(corpus)('gold of the corpus comes back as it was: %s', (name) => {
    const [gold] = readGold(GOLD.whole, [join('corpus', name)])
    const { annotated, problems } = roundTrip(annotatedGold(gold))
    expect(problems).toEqual([])
    const back = goldOf(annotated!, true)
    const file = JSON.parse(readFileSync(join('corpus', name), 'utf8')) as {
      entities: { text: string; name?: string; start: number }[]
      statements: object[]
    }
    expect(back).toEqual({
      // What the gold of the sample report leaves out.
      sha256: annotated!.head.sha256,
      ...file,
      text: gold.text,
      entities: file.entities
        .map((entity) => ({ ...entity, name: entity.name ?? entity.text }))
        .sort((a, b) => a.start - b.start),
      statements: file.statements.map((statement) => ({ form: null, ...statement })),
    })
  })

  it('the record of an article comes back as gold in which each span has its words', async () => {
    const text = readFileSync('corpus/tabloid-chef.txt', 'utf8').replace(/\n/g, '\r\n').replace(/ /, ' 😀 ')
    const record = (await createExtractor()).extract({ id: 'a', collection: 'c', text, title: 'T' })
    const { annotated, problems } = roundTrip(annotatedRecord(record, { text }))
    expect(problems).toEqual([])
    const { statements, sha256 } = goldOf(annotated!, true) as {
      sha256: string
      statements: {
        content: [number, number][]
        cue: [number, number] | null
        speaker: string | null
        parent: string | null
      }[]
    }
    expect(sha256).toBe(record.sha256)
    expect(statements.length).toBeGreaterThan(10)
    expect(
      statements.map(({ content, cue, speaker, parent }) => [
        content.map((span) => text.slice(...span)),
        cue && text.slice(...cue),
        speaker,
        parent,
      ]),
    ).toEqual(
      record.statements.map(({ content, cue, speaker, parent }) => [
        content.map((span) => span.text),
        cue && cue.text,
        speaker?.name ?? null,
        parent,
      ]),
    )
  })
})

describe('the text that a tool holds', () => {
  it('has a character for each of the article’s', () => {
    fc.assert(
      fc.property(annotatedArticle, ({ text }) => {
        const shown = toolText(text)
        expect(shown).toHaveLength(text.length)
        expect(Array.from(shown)).toHaveLength(Array.from(text).length)
        expect(shown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/u)
        expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown)
        expect(toolText(shown)).toBe(shown)
      }),
    )
  })

  it('shows one line end for each', () => {
    expect(toolText('a\r\nb\rc\nd\u2028e')).toBe('a \nb\nc\nd\ne')
    expect(toolText('\ufeffa\ufeff\0\ud800\t')).toBe('\ufffda\ufeff\ufffd\ufffd\t')
  })

  it('is counted in code points', () => {
    const points = new CodePoints('a😀e\u0301')
    expect([0, 1, 3, 4, 5].map((unit) => points.pointAt(unit))).toEqual([0, 1, 2, 3, 4])
    expect([0, 1, 2, 3, 4].map((point) => points.unitAt(point))).toEqual([0, 1, 3, 4, 5])
  })
})

describe('a folder for brat', () => {
  it('gives back every article whatever its id, from file names that are safe', async () => {
    const path = join(folder, 'ids')
    const ids = ['a', 'A', '../up', 'x/y', 'x_y', '.hidden', '😀', 'con\0', 'l'.repeat(300)]
    const target = await BratFolder.create(path)
    const [article] = fc.sample(annotatedArticle, { numRuns: 1, seed: 1 })
    const fields = { document: 'd', head: { id: 'x', sha256: 'y' } }
    for (const id of ids) await target.add({ ...article, head: { ...fields, ...article.head, id } })
    await target.close()
    const back: Annotated[] = []
    for await (const { annotated, problems } of readBratFolder(path)) {
      expect(problems).toEqual([])
      back.push(annotated!)
    }
    expect(back.map(({ head }) => head)).toEqual(ids.map((id) => ({ ...fields, ...article.head, id })))
    expect(back.map(({ statements }) => statements)).toEqual(ids.map(() => article.statements))
    expect(readdirSync(path).every((name) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))).toBe(true)
    expect(readdirSync(path)).toHaveLength(2 * ids.length + 3)
  })

  it('is never one that holds something', async () => {
    await expect(BratFolder.create(join(folder, 'ids'))).rejects.toThrow('expected a new or an empty folder')
  })

  it('leaves nothing of itself where it cannot be finished, but what others have put there', async () => {
    const [article] = fc.sample(annotatedArticle, { numRuns: 1, seed: 1 })
    for (const name of ['new', 'empty', 'used']) {
      const path = join(folder, name)
      if (name === 'empty') mkdirSync(path)
      const target = await BratFolder.create(path)
      await target.add(article)
      if (name === 'used') writeFileSync(join(path, 'mine.ann'), '')
      target.discard()
    }
    expect(existsSync(join(folder, 'new'))).toBe(false)
    expect(readdirSync(join(folder, 'empty'))).toEqual([])
    expect(readdirSync(join(folder, 'used'))).toEqual(['mine.ann'])
  })

  it('has names that tell ids apart', () => {
    expect(fileNameFor('news.1', new Set())).toBe('news.1')
    expect(fileNameFor('news/1', new Set())).toMatch(/^news_1-[0-9a-f]{12}$/)
    expect(fileNameFor('News.1', new Set(['news.1']))).toMatch(/^News\.1-[0-9a-f]{12}$/)
    const taken = fileNameFor('a b', new Set())
    expect(fileNameFor('a b', new Set([taken]))).toMatch(new RegExp(`^(?!${taken})a_b-[0-9a-f]{12}$`))
  })
})
