import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { comparedArticle, type ComparedStatement } from '../../src/diff/article.js'
import { changesOf, hasChanges } from '../../src/diff/changes.js'
import { matchedStatements } from '../../src/diff/matching.js'
import { createExtractor } from '../../src/extract/index.js'
import { hearsay } from '../cli/command.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-diff-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const TEXT = 'Ann Lee said: “It rains.” He said that 5 of 7 claims were \u001b[31mfalse.\n'
const record = (await createExtractor()).extract({ id: 'a', collection: 'c', text: TEXT })

/** A statement as it is compared. */
function statement(content: [number, number][], fields: Partial<ComparedStatement> = {}): ComparedStatement {
  return {
    id: 's',
    speaker: 'A',
    otherSpeakers: null,
    source: [],
    cue: [],
    content,
    kind: 'direct',
    act: 'say',
    negated: false,
    form: null,
    addressee: null,
    medium: null,
    time: null,
    optional: null,
    parent: null,
    numbers: [],
    confidence: 0.5,
    words: null,
    ...fields,
  }
}

describe('statements of two records', () => {
  it('are paired by the greatest overlap of contents', () => {
    expect([
      ...matchedStatements([statement([[0, 10]]), statement([[0, 20]])], [statement([[0, 19]]), statement([[0, 11]])]),
    ]).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('are paired by their cues where their contents are the same', () => {
    const [a, b] = [statement([[10, 20]], { cue: [[0, 4]] }), statement([[10, 20]], { cue: [[30, 34]] })]
    expect(new Map(matchedStatements([a, b], [b, a]))).toEqual(
      new Map([
        [0, 1],
        [1, 0],
      ]),
    )
  })

  it('are no pair where less than half is shared, unless the cue is', () => {
    expect([...matchedStatements([statement([[0, 10]])], [statement([[6, 20]])])]).toEqual([])
    expect([
      ...matchedStatements([statement([[0, 10]], { cue: [[22, 26]] })], [statement([[6, 20]], { cue: [[22, 26]] })]),
    ]).toEqual([[0, 0]])
  })

  it('are paired one to one, and with themselves where nothing changed', () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
      .map(([start, size]): [number, number] => [start, start + size])
    const one = fc.tuple(span, span).map(([content, cue]) => statement([content], { cue: [cue] }))
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.array(one, { maxLength: 12 }), (old, now) => {
        const pairs = matchedStatements(old, now)
        expect(new Set(pairs.values()).size).toBe(pairs.size)
        const back = old.map((_, index) => matchedStatements(old, old).get(index))
        expect(back.map((to) => to !== undefined && [old[to].content, old[to].cue])).toEqual(
          old.map(({ content, cue }) => [content, cue]),
        )
      }),
    )
  })
})

describe('changes', () => {
  const compared = comparedArticle(record)

  it('are none between a record and itself', () => {
    expect(compared.statements.length).toBeGreaterThan(1)
    expect(hasChanges(changesOf(compared, compared, 0))).toBe(false)
  })

  it('tell every field, and confidence beyond the tolerance alone', () => {
    const [first, ...others] = compared.statements
    const changed = {
      ...first,
      speaker: 'Bo',
      kind: 'mixed',
      act: 'claim',
      negated: true,
      numbers: ['5'],
      confidence: first.confidence! - 0.1,
    }
    const fields = (tolerance: number) =>
      changesOf(compared, { ...compared, statements: [changed, ...others] }, tolerance).changed[0].fields.map(
        ({ field }) => field,
      )
    expect(fields(0.05)).toEqual(['speaker', 'numbers', 'kind', 'act', 'negated', 'confidence'])
    expect(fields(0.2)).toEqual(['speaker', 'numbers', 'kind', 'act', 'negated'])
  })

  it('do not come of other ids alone', () => {
    const renamed = (id: string | null) => id && `x${id}`
    const statements = compared.statements.map((one) => ({ ...one, id: renamed(one.id)!, parent: renamed(one.parent) }))
    expect(hasChanges(changesOf(compared, { ...compared, statements }, 0))).toBe(false)
  })

  it('tell a parent that is lost, though another statement has its id now', () => {
    const inner = statement([[20, 30]], { id: 's2', parent: 's1' })
    const old = { ...compared, statements: [statement([[10, 40]], { id: 's1' }), inner] }
    const now = { ...compared, statements: [statement([[50, 60]], { id: 's1' }), inner] }
    expect(changesOf(old, now).changed.map(({ fields }) => fields)).toEqual([
      [{ field: 'parent', old: 's1', new: 's1' }],
    ])
  })

  it('are none between gold and itself, though a parent is not there', () => {
    const old = { ...compared, statements: [statement([[10, 40]], { id: 's1', parent: 's9' })] }
    expect(hasChanges(changesOf(old, old))).toBe(false)
  })

  it('of another text are not looked for', () => {
    expect(changesOf(compared, { ...compared, sha256: '0', statements: [] }, 0)).toMatchObject({
      isOtherText: true,
      lost: [],
    })
  })
})

describe('changes of gold', () => {
  const said = { id: 's1', content: [[14, 25]], speaker: 'Ann Lee', kind: 'direct', act: 'say' }
  const number = { start: 39, end: 40, kind: 'cardinal', value: 5, comparator: '=' }
  const time = { start: 0, end: 3, kind: 'date', value: '2022-01-13' }
  const gold = { id: 'a', statements: [said], quantities: [number], times: [time] }
  const changesTo = (fields: object, from: object = gold) =>
    changesOf(comparedArticle(from), comparedArticle({ ...gold, ...fields }))

  it.each([
    ['otherSpeakers', { speakers: ['Ann Lee', 'Bo'] }, [], ['Bo']],
    ['speaker', { speaker: undefined, speakers: ['Bo'] }, 'Ann Lee', 'Bo'],
    ['form', { form: 'name' }, null, 'name'],
    ['addressee', { addressee: [0, 3] }, null, [[0, 3]]],
    ['medium', { medium: [[0, 3]] }, null, [[0, 3]]],
    ['time', { time: [0, 3] }, null, [[0, 3]]],
    ['optional', { optional: true }, false, true],
  ])('tell %s', (field, fields, old, now) => {
    expect(changesTo({ statements: [{ ...said, ...fields }] }).changed.map((one) => one.fields)).toEqual([
      [{ field, old, new: now }],
    ])
  })

  it.each([
    [{ kind: 'money' }, '5 (money)'],
    [{ direction: 'up' }, '5 (cardinal, up)'],
    [{ negated: true }, 'not 5 (cardinal)'],
    [{ modality: 'could' }, '5 (cardinal, could)'],
  ])('tell a number that has %j now', (fields, meaning) => {
    expect(changesTo({ quantities: [{ ...number, ...fields }] }).numbers).toMatchObject([
      { old: '5 (cardinal)', new: meaning },
    ])
  })

  it.each([
    [{ kind: 'time' }, '2022-01-13 (time)'],
    [{ low: '2022-01-13', high: '2022-01-15' }, '2022-01-13 (date, 2022-01-13..2022-01-15)'],
    [{ alternatives: ['2022-13-01'] }, '2022-01-13 (date, or 2022-13-01)'],
  ])('tell a time that has %j now', (fields, meaning) => {
    expect(changesTo({ times: [{ ...time, ...fields }] }).times).toMatchObject([
      { old: '2022-01-13 (date)', new: meaning },
    ])
  })

  it('of another text are not looked for, be its sum told or the text there', () => {
    const withText = { ...gold, text: TEXT }
    expect(changesTo({ text: `${TEXT} ` }, withText).isOtherText).toBe(true)
    expect(changesTo({ sha256: record.sha256 }, withText).isOtherText).toBe(false)
    expect(changesTo({ sha256: '0' }, withText).isOtherText).toBe(true)
  })

  it('to a record are none of what gold alone or a record alone tells', () => {
    const [first] = record.statements
    const bare = {
      id: 'a',
      statements: [
        {
          content: first.content,
          cue: first.cue,
          source: first.source,
          speaker: first.speaker?.name,
          speakers: [first.speaker?.name, 'Bo'],
          kind: first.kind,
          act: first.act,
          optional: true,
        },
      ],
    }
    expect(changesOf(comparedArticle(bare), comparedArticle(record)).changed).toEqual([])
  })
})

describe('hearsay diff', () => {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  const other = {
    ...record,
    producer: { ...record.producer, options: 'f'.repeat(64) },
    quantities: record.quantities.map((quantity) => ({ ...quantity, value: 6 })),
    statements: record.statements.map((one) => ({ ...one, speaker: { ...one.speaker, name: '\u001b[2J\u202eBo' } })),
  }
  writeFileSync(join(folder, 'old.jsonl'), line(record) + line({ ...record, id: 'gone' }))
  writeFileSync(join(folder, 'new.jsonl.gz'), gzipSync(line({ ...record, id: 'come' }) + line(other)))

  it('shows producers, changes and counts, safely', () => {
    const { code, out, err } = hearsay(folder, ['diff', 'old.jsonl', 'new.jsonl.gz'])
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/^producers differ\n {2}options: [0-9a-f]{12}… → f{12}…\n\narticle c a\n/)
    expect(out).toContain('speaker: Ann Lee → \\u001b[2J\\u202eBo')
    expect(out).toContain('\narticle c gone: only in OLD')
    expect(out).toContain('\narticle c come: only in NEW')
    expect(out).toContain('articles: 0 the same, 1 changed (0 of them another text), 1 only in OLD, 1 only in NEW')
    expect(out).toMatch(/numbers: 0 gained, 0 lost, 2 changed/)
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u)
  })

  it('shows as many articles as it is asked for, and counts all', () => {
    const { out } = hearsay(folder, ['diff', 'old.jsonl', 'new.jsonl.gz', '--limit', '1'])
    expect(out).toContain('… and 2 more articles that differ')
    expect(out).not.toContain('only in OLD,  statements')
    expect(out).toContain('1 only in OLD, 1 only in NEW')
  })

  it('prints JSON, one object a line', () => {
    const { out } = hearsay(folder, ['diff', 'old.jsonl', 'new.jsonl.gz', '--json'])
    const lines = out
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>)
    expect(lines.map((each) => Object.keys(each)[0])).toEqual([
      'producers',
      'collection',
      'collection',
      'collection',
      'summary',
    ])
    expect(lines[0]).toMatchObject({ producers: { differ: { options: [record.producer.options, 'f'.repeat(64)] } } })
    expect(lines.at(-1)).toMatchObject({
      summary: { same: false, articles: { changed: 1, onlyInOld: 1, onlyInNew: 1 } },
    })
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  it('tells each pair of producers once', () => {
    const made = (id: string, hearsay: string) => line({ ...record, id, producer: { ...record.producer, hearsay } })
    writeFileSync(join(folder, 'before.jsonl'), made('a', '1') + made('b', '1') + made('c', '2'))
    writeFileSync(join(folder, 'after.jsonl'), made('a', '3') + made('b', '3') + made('c', '3'))
    const { code, out } = hearsay(folder, ['diff', 'before.jsonl', 'after.jsonl'])
    expect(code).toBe(0)
    expect(out.split('\n').slice(0, 6)).toEqual([
      'producers differ',
      '  hearsay: 1 → 3',
      '',
      'producers differ',
      '  hearsay: 2 → 3',
      '',
    ])
  })

  it('ends with 0 where nothing differs, in whatever order and files the records come', () => {
    mkdirSync(join(folder, 'parts'))
    writeFileSync(join(folder, 'parts', 'b.json'), JSON.stringify([record]))
    writeFileSync(join(folder, 'parts', 'a.jsonl'), line({ ...record, id: 'gone' }))
    writeFileSync(join(folder, 'parts', 'readme.txt'), 'no records')
    const { code, out } = hearsay(folder, ['diff', 'old.jsonl', 'parts'])
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'articles: 2 the same, 0 changed (0 of them another text), 0 only in OLD, 0 only in NEW',
    ])
  })

  it('compares gold with gold, and with records by id', () => {
    const gold = join(process.cwd(), 'corpus', 'court-maps.json')
    expect(hearsay(folder, ['diff', gold, gold]).code).toBe(0)
    writeFileSync(
      join(folder, 'gold.json'),
      JSON.stringify({
        id: 'a',
        statements: [
          {
            id: 's1',
            cue: [8, 12],
            source: [0, 7],
            content: [[14, 25]],
            speaker: 'Ann Lee',
            kind: 'direct',
            act: 'say',
            parent: null,
          },
        ],
      }),
    )
    const { code, out } = hearsay(folder, ['diff', 'gold.json', 'old.jsonl'])
    expect(code).toBe(1)
    expect(out).toContain('1 changed')
  })

  it('ends with 3 where something cannot be read, and compares the rest', () => {
    writeFileSync(
      join(folder, 'bad.jsonl'),
      `{"broken\n{"id":"x"}\n${line(record)}${line(record)}${line({ ...record, id: 'gone' })}`,
    )
    const { code, out, err } = hearsay(folder, ['diff', 'old.jsonl', 'bad.jsonl'])
    expect(code).toBe(3)
    expect(err.trimEnd().split('\n')).toEqual([
      'bad.jsonl:1: expected a record or gold, got text that is not JSON [bad-record]',
      expect.stringMatching(/^bad\.jsonl:2: expected a record or gold, got statements: .* \[bad-record\]$/),
      'bad.jsonl:4 a: expected each article once in NEW, got one more: left out [duplicate-id]',
    ])
    expect(out).toContain('articles: 2 the same')
  })

  it.each([
    [['diff', 'old.jsonl', 'nothing.jsonl'], 3, 'nothing.jsonl: expected a file, a folder or a glob, found nothing'],
    [['diff', 'old.jsonl'], 2, 'missing required argument'],
    [['diff', 'old.jsonl', 'old.jsonl', '--limit', 'x'], 2, '--limit: expected a whole number from 0, got "x"'],
    [['diff', 'old.jsonl', 'old.jsonl', '--tolerance', '2'], 2, '--tolerance: expected a number from 0 to 1, got "2"'],
  ])('%j ends with %i', (args, expected, message) => {
    const { code, err } = hearsay(folder, args)
    expect([code, err]).toEqual([expected, expect.stringContaining(message)])
  })
})
