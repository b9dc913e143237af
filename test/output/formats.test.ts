import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TABLES, type RowName, type Table } from '../../src/output/csv-columns.js'
import { csvFormat } from '../../src/output/csv.js'
import type { RecordFormat } from '../../src/output/format.js'
import { json } from '../../src/output/json.js'
import { jsonl } from '../../src/output/jsonl.js'
import { textFormat, textOptionsFor } from '../../src/output/text.js'
import type { Quantity, Record, Statement } from '../../src/record/record.js'
import { sampleRecord } from '../record/sample.js'

function rendered(format: RecordFormat, ...records: Record[]): string {
  return `${format.begin()}${records.map((record, index) => format.record(record, index)).join('')}${format.end(records.length)}`
}

/** The sample with its first statement changed. */
function sampleWith(change: Partial<Statement>): Record {
  const [first, ...others] = sampleRecord().statements
  return { ...sampleRecord(), statements: [{ ...first, ...change }, ...others] }
}

/** The record with a text in place of all words of its parts. */
function hostile(record: Record): Record {
  const { entities, quantities, times, statements } = record
  return {
    ...record,
    id: HOSTILE,
    entities: entities.map((one) => ({ ...one, name: HOSTILE, aliases: [HOSTILE], roles: [HOSTILE] })),
    quantities: quantities.map((one) => ({ ...one, text: HOSTILE, unit: HOSTILE, modality: HOSTILE })),
    times: times.map((one) => ({ ...one, text: HOSTILE, value: HOSTILE, alternatives: [HOSTILE] })),
    statements: statements.map((one) => ({ ...one, content: [{ start: 0, end: 1, text: HOSTILE }] })),
  }
}

const HOSTILE = '=cmd|"/c calc"!A1\u001b[2J\u0007\u202egnihton\u2028next\u0085line\ud800'

describe('jsonl', () => {
  it('is one record a line, which reads back as it was', () => {
    const lines = rendered(jsonl, sampleRecord(), sampleWith({ act: 'warn' })).split('\n')
    expect(lines.map((line) => (line === '' ? '' : (JSON.parse(line) as Record)))).toEqual([
      sampleRecord(),
      sampleWith({ act: 'warn' }),
      '',
    ])
  })

  it('holds nothing raw that a terminal acts on or that a reader could take for the end of a line', () => {
    const record = { ...sampleRecord(), id: `${HOSTILE}\u009b\u007f` }
    const line = rendered(jsonl, record).trimEnd()
    expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    expect(JSON.parse(line)).toEqual(record)
  })
})

describe('json', () => {
  it.each([0, 1, 3])('is one array, of %i records', (count) => {
    const records = Array.from({ length: count }, sampleRecord)
    expect(JSON.parse(rendered(json, ...records))).toEqual(records)
    expect(rendered(json, ...records)).toMatch(/\]\n$/)
  })
})

const csv = csvFormat()

describe('csv', () => {
  const cells = (output: string) =>
    output
      .trimEnd()
      .split('\n')
      .map((row) => (row.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"]*)(?=,|$)/g) ?? []).map(unquoted))
  const unquoted = (cell: string) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')
  const column = (output: string, name: string) => cells(output).slice(1).map((row) => row[Object.keys(TABLES.statements.columns).indexOf(name)])

  it('is a row a statement under the names of the columns', () => {
    const output = rendered(csv, sampleRecord(), sampleRecord())
    expect(cells(output)[0]).toEqual(Object.keys(TABLES.statements.columns))
    expect(cells(output)).toHaveLength(1 + 2 * 3)
    expect(new Set(cells(output).map((row) => row.length))).toEqual(new Set([Object.keys(TABLES.statements.columns).length]))
    expect(rendered(csv)).toBe(`${Object.keys(TABLES.statements.columns).join(',')}\n`)
  })

  it.each(Object.keys(TABLES) as RowName[])('has rows of %s as well, each with all columns and safe to open', (rows) => {
    const record = hostile(sampleRecord())
    const output = rendered(csvFormat(rows), record)
    const table = TABLES[rows] as Table<unknown>
    const count = table.items(record).length
    expect(count).toBeGreaterThan(0)
    expect(cells(output)).toHaveLength(1 + count)
    for (const row of cells(output)) expect(row).toHaveLength(Object.keys(table.columns).length)
    for (const cell of cells(output).flat()) expect(cell).not.toMatch(/^[=+\-@].|[\p{Cc}\p{Zl}\p{Zp}]/u)
  })

  it('tells which statements assert a quantity, and who holds them', () => {
    const [, row] = cells(rendered(csvFormat('quantities'), sampleRecord()))
    const names = Object.keys(TABLES.quantities.columns)
    const cell = (name: string) => row[names.indexOf(name)]
    expect([cell('text'), cell('value'), cell('unit'), cell('statements')]).toEqual(['40', '40', 'boat', 's3'])
    expect(cell('comparator')).toBe('=')
    expect(cell('speakers')).toBe(sampleRecord().statements[2].speaker?.name)
  })

  it('names what the record links to', () => {
    const output = rendered(csv, sampleWith({ time: 't1', entities: ['e1'] }))
    expect(column(output, 'said_at')).toEqual(['March 3', '', ''])
    expect(column(output, 'times')).toEqual(['May', '', ''])
    expect(column(output, 'quantities')).toEqual(['', '', '40'])
    expect(column(output, 'entities')).toEqual(['Liis Kask', '', ''])
    expect(column(output, 'parent')).toEqual(['', '', 's2'])
  })

  it('joins the parts of a content and gives the place of each', () => {
    const output = rendered(csv, sampleRecord())
    expect(column(output, 'content')[1]).toBe('"Clerks told me that 40 boats had left," … "and it hurts."')
    expect(column(output, 'content_places')[1]).toMatch(/^\d+\.\.\d+ \d+\.\.\d+$/)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\t=1', '\r\n=1', ' =1'])('lets %j begin no formula', (text) => {
    const [content] = column(rendered(csv, sampleWith({ content: [{ start: 0, end: text.length, text }] })), 'content')
    expect(content).toBe(`'${text.trim()}`)
  })

  it('keeps each row on one line, and shows what cannot be printed', () => {
    const content = [{ start: 0, end: 9, text: `two\n\nlines; ${HOSTILE}` }]
    const output = rendered(csv, sampleWith({ content }))
    expect(output.trimEnd().split('\n')).toHaveLength(4)
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(column(output, 'content')[0]).toBe(
      'two lines; =cmd|"/c calc"!A1\\u001b[2J\\u0007\\u202egnihton\\u2028next\\u0085line\\ud800',
    )
  })
})

describe('text', () => {
  it('shows each article with its statements, nested ones within, and what their numbers and times mean', () => {
    expect(rendered(textFormat({ width: 40 }), sampleRecord(), { ...sampleRecord(), id: 'other', statements: [] })).toBe(
      [
        'harbour  Harbour to close',
        'The Coast Courier · Tallinn · XXXX-03-03 · 3 statements',
        '',
        '  Liis Kask  said  say, indirect, 0.93',
        '    The harbour will close in May',
        '    May = XXXX-05',
        '',
        '  Liis Kask  added  say, direct, 0.80',
        '    "Clerks told me that 40 boats had',
        '    left," … "and it hurts."',
        '',
        '    Clerks  told  say, indirect, 0.41',
        '      that 40 boats had left',
        '      40 = 40 boat',
        '',
        'other  Harbour to close',
        'The Coast Courier · Tallinn · XXXX-03-03 · 0 statements',
        '',
      ].join('\n'),
    )
  })

  it('shows a quantity with all that is told of it', () => {
    const [quantity] = sampleRecord().quantities
    const shown = (change: Partial<Quantity>) =>
      rendered(textFormat(), { ...sampleRecord(), quantities: [{ ...quantity, ...change }] })
    expect(shown({ comparator: '>=', modality: 'could' })).toContain('40 = >=40 boat (could)\n')
    expect(shown({ value: null, low: 1, high: 2, negated: true })).toContain('40 = 1 to 2 boat (negated)\n')
    const money = { kind: 'money', currency: 'USD', direction: 'up' } as const
    expect(shown(money)).toContain('40 = 40 USD boat (up)\n')
    expect(shown({ kind: 'percent' })).toContain('40 = 40% boat\n')
    expect(shown({ kind: 'ratio', value: null, low: 3, high: 2 })).toContain('40 = 3:2 boat\n')
  })

  it('says where nobody is named, where there is no cue, and where the reporting is negated', () => {
    const output = rendered(textFormat(), sampleWith({ speaker: null, source: null, cue: null, negated: true }))
    expect(output).toContain('  (nobody named)  (no cue)  not say, indirect, 0.93\n')
  })

  it('colours only when asked', () => {
    expect(rendered(textFormat({ colour: true }), sampleRecord())).toContain('\u001b[36mLiis Kask\u001b[0m')
    expect(rendered(textFormat(), sampleRecord())).not.toContain('\u001b')
  })

  it('wraps a speaker who is named at length', () => {
    const speaker = { name: 'the chair of the committee that oversees bridges', form: 'nominal', resolved: true } as const
    expect(rendered(textFormat({ width: 30 }), sampleWith({ speaker }))).toContain(
      '\n  the chair of the committee\n  that oversees bridges\n  said  say, indirect, 0.93\n    The harbour',
    )
  })

  it('suits a terminal: its width, and colours unless it or the user wants none', () => {
    const terminal = { isTTY: true, columns: 60 }
    const inEnvironment = (variables: object) => {
      const before = process.env
      process.env = { TERM: 'xterm', ...variables }
      try {
        return textOptionsFor(terminal)
      } finally {
        process.env = before
      }
    }
    expect(inEnvironment({})).toEqual({ width: 60, colour: true })
    expect(inEnvironment({ NO_COLOR: '1' })).toEqual({ width: 60, colour: false })
    expect(inEnvironment({ TERM: 'dumb' })).toEqual({ width: 60, colour: false })
    expect(textOptionsFor({ isTTY: false })).toEqual({})
  })

  it('shows hostile text without acting on it', () => {
    const content = [{ start: 0, end: 9, text: HOSTILE }]
    const speaker = { name: HOSTILE, form: 'name', resolved: true } as const
    const record = { ...sampleWith({ content, speaker }), id: HOSTILE }
    const output = rendered(textFormat(), { ...record, meta: { ...record.meta, title: HOSTILE, publisher: HOSTILE } })
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(output).toContain('\\u001b[2J\\u0007\\u202egnihton')
  })

  it('wraps at words, and cuts what has none without halving a character', () => {
    const text = `${'word '.repeat(20)}${'😀'.repeat(60)}`
    const output = rendered(textFormat({ width: 41 }), sampleWith({ content: [{ start: 0, end: 1, text }] }))
    for (const line of output.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(60)
    expect(output).not.toMatch(/\p{Cs}/u)
    expect(output.replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''))
  })

  it('indents deep nesting only so far', () => {
    const [first] = sampleRecord().statements
    const statements = Array.from({ length: 5000 }, (_, index) => ({ ...first, id: `s${index + 1}`, parent: index === 0 ? null : `s${index}` }))
    const output = rendered(textFormat({ width: 80 }), { ...sampleRecord(), statements })
    expect(output.match(/Liis Kask {2}said/g)).toHaveLength(5000)
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

it('no text breaks a format or reaches a terminal raw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 120 }), (text, width) => {
      const record = { ...sampleWith({ content: [{ start: 0, end: 1, text }] }), id: text }
      expect(JSON.parse(rendered(jsonl, record))).toEqual(record)
      expect(JSON.parse(rendered(json, record))).toEqual([record])
      expect(rendered(csv, record).split('\n')).toHaveLength(1 + 3 + 1)
      for (const shown of [rendered(csv, record), rendered(textFormat({ width }), record)]) {
        expect(shown.replaceAll('\n', '')).not.toMatch(/(?![\u00ad\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }
    }),
  )
})
