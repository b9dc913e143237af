import { appendFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { BratFolder, readBratFolder } from '../../src/annotate/brat-folder.js'
import { readBratAnnotations } from '../../src/annotate/brat.js'
import { settledArticle, type Annotated } from '../../src/annotate/gold.js'
import type { Imported } from '../../src/annotate/imported.js'
import { labelStudioTask, readLabelStudioTask } from '../../src/annotate/label-studio-task.js'
import { readLabelStudioResults } from '../../src/annotate/label-studio.js'
import { annotatedFrom } from '../../src/annotate/redrawn.js'
import { sha256Of } from '../../src/record/sha256.js'

const TEXT = 'Ann Lee said: “It rains.”\nHe denied 5 of 7 claims.\n'
const HEAD = { id: 'a', sha256: sha256Of(TEXT) }

/** What lines of an `.ann` file become, and each problem with its line. */
function bratOf(...lines: string[]) {
  const { drawing, problems } = readBratAnnotations(lines.join('\n'), TEXT)
  const read = annotatedFrom(drawing, { head: HEAD, text: TEXT })
  return {
    ...read.annotated,
    problems: [...problems, ...read.problems].map(({ place, message }) => `${place?.line}: ${message}`),
  }
}

const CUE = 'T1\tCue 8 12\tsaid'
const SOURCE = 'T2\tSource 0 7\tAnn Lee'
const CONTENT = 'T3\tStatement 14 25\t“It rains.”'
const EVENT = 'E1\tStatement:T3 Cue:T1 Source:T2'

describe('an .ann file', () => {
  it('gives a statement that nobody has said more about what its place and its marks tell', () => {
    expect(bratOf(CUE, SOURCE, CONTENT, EVENT)).toMatchObject({
      problems: [],
      statements: [
        {
          content: [[14, 25]],
          roles: { cue: [[8, 12]], source: [[0, 7]] },
          speakers: [null],
          kind: 'direct',
          act: 'say',
          form: null,
        },
      ],
    })
  })

  it('may have the note on a statement at its trigger', () => {
    const { statements, problems } = bratOf(CUE, SOURCE, CONTENT, EVENT, '#1\tAnnotatorNotes T3\tBo')
    expect([statements.map(({ speakers }) => speakers), problems]).toEqual([[['Bo']], []])
  })

  it('has one note and one attribute of a kind for each statement: others are told of', () => {
    const notes = ['#1\tAnnotatorNotes E1\tBo', '#2\tAnnotatorNotes E1\tCy', '#3\tAnnotatorNotes T3\tDi']
    const attributes = ['A1\tKind E1 mixed', 'A2\tKind E1 direct']
    const { statements, problems } = bratOf(CUE, SOURCE, CONTENT, EVENT, ...notes, ...attributes)
    expect(statements).toMatchObject([{ speakers: ['Bo'], kind: 'mixed' }])
    expect(problems).toEqual([
      '6: expected one note on E1, got one more: not read',
      '9: expected one Kind of E1, got one more: not read',
      '4: expected one note on a statement, got another one on its trigger T3: not read',
    ])
  })

  it('may name its speaker in a note, by a link, or both: then the note counts', () => {
    const entity = 'T4\tPERSON 0 3\tAnn'
    expect(
      bratOf(CUE, CONTENT, 'E1\tStatement:T3 Cue:T1', '#1\tAnnotatorNotes E1\tAnn Lee / Lee').statements[0].speakers,
    ).toEqual(['Ann Lee', 'Lee'])
    expect(
      bratOf(CUE, CONTENT, entity, '#1\tAnnotatorNotes T4\tAnn Lee', 'E1\tStatement:T3 Cue:T1 Speaker:T4').statements[0]
        .speakers,
    ).toEqual(['Ann Lee'])
    const both = bratOf(CUE, CONTENT, entity, 'E1\tStatement:T3 Cue:T1 Speaker:T4', '#1\tAnnotatorNotes E1\tX')
    expect(both.statements[0].speakers).toEqual(['X'])
    expect(both.problems).toEqual(['4: expected the speaker as a link or as a note, got both: the note counts'])
  })

  it.each([
    [
      'a link to what is not there',
      [CUE, CONTENT, 'E1\tStatement:T3 Cue:T1 Source:T9'],
      '3: expected a Source that is there, got "T9": not read',
    ],
    [
      'a link to the wrong part',
      [CUE, CONTENT, 'E1\tStatement:T3 Cue:T1 Source:T1'],
      '3: expected a Source as its Source, got a Cue: not read',
    ],
    [
      'an unknown link',
      [CUE, CONTENT, 'E1\tStatement:T3 Cue:T1 Theme:T1'],
      '3: expected an argument of Cue, Source, Addressee, Medium, SaidAt, Speaker or Within; got "Theme": not read',
    ],
    [
      'a content without an event',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tStatement 26 28\tHe'],
      '5: expected an event of which this Statement is the trigger, got none: left out',
    ],
    [
      'a part without a statement',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tCue 29 35\tdenied'],
      '5: expected a statement that this Cue belongs to, got none: left out',
    ],
    [
      'a place outside of the text',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tPERSON 40 99\tx'],
      `5: expected a place within 0-${TEXT.length}, got 40-99: left out`,
    ],
    [
      'a place that ends before it begins',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tPERSON 9 3\tx'],
      `5: expected a place within 0-${TEXT.length}, got 9-3: left out`,
    ],
    [
      'words that are not there',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tPERSON 0 3\tBob'],
      '5: expected the words at 0 3, "Ann"; got "Bob": left out',
    ],
    ['no place', [CUE, SOURCE, CONTENT, EVENT, 'T9\tPERSON here\tBob'], '5: expected START END, got "here": left out'],
    [
      'an unknown type',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tProtein 0 3\tAnn'],
      expect.stringContaining('5: expected a type of Statement, Cue,'),
    ],
    [
      'a line of no kind',
      [CUE, SOURCE, CONTENT, EVENT, 'R1\tOf Arg1:T1 Arg2:T2'],
      '5: expected a line of T, E, A or # and a number, got "R1\tOf Arg1:T1 Arg2:T2": not read',
    ],
    [
      'an id twice',
      [CUE, SOURCE, CONTENT, EVENT, 'T1\tPERSON 0 3\tAnn'],
      '5: expected an id of its own, got T1 once more: not read',
    ],
    [
      'an attribute of nothing',
      [CUE, SOURCE, CONTENT, EVENT, 'A1\tAct E7 say'],
      '5: expected an attribute of a statement that is there, got one of "E7": not read',
    ],
    [
      'an unknown attribute',
      [CUE, SOURCE, CONTENT, EVENT, 'A1\tMood E1 say'],
      '5: expected an attribute of Kind, Act, Form, Negated, Optional, Outermost; got "Mood": not read',
    ],
    [
      'an unknown value',
      [CUE, SOURCE, CONTENT, EVENT, 'A1\tAct E1 sing'],
      expect.stringMatching(/^4: expected for Act one of say, .*; got sing$/),
    ],
    [
      'a note on nothing',
      [CUE, SOURCE, CONTENT, EVENT, '#1\tAnnotatorNotes E7\tx'],
      '5: expected a note on an annotation that is there, got one on "E7": not read',
    ],
    [
      'the same statement twice',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tStatement 14 25\t“It rains.”', 'E2\tStatement:T9 Cue:T1'],
      '6: expected a cue and a content of its own, got those of a statement before: left out',
    ],
    [
      'a quantity without its meaning',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tQuantity 36 37\t5'],
      '5: expected in its note kind= one of cardinal ordinal percent money measure ratio; got none: left out',
    ],
    [
      'a quantity with half of it',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tQuantity 36 37\t5', '#1\tAnnotatorNotes T9\tkind=cardinal'],
      '5: expected a value, or low and high; got neither: left out',
    ],
    [
      'a value that is no number',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tQuantity 36 37\t5', '#1\tAnnotatorNotes T9\tkind=cardinal; value=five'],
      '5: expected a number for value, got "five": left out',
    ],
    [
      'an entity that is interrupted',
      [CUE, SOURCE, CONTENT, EVENT, 'T9\tPERSON 0 3;8 12\tAnn said'],
      '5: expected one passage for a PERSON, got 2 passages that stand apart: left out',
    ],
  ])('with %s: one line says so, and the rest is read', (_, lines, message) => {
    const { problems, statements } = bratOf(...lines)
    expect(problems).toEqual([message])
    expect(statements).toHaveLength(1)
  })

  it('never lets two statements lie within each other', () => {
    const { problems, statements } = bratOf(
      CUE,
      CONTENT,
      'T4\tStatement 26 50\tHe denied 5 of 7 claims.',
      'E1\tStatement:T3 Within:E2',
      'E2\tStatement:T4 Within:E1',
    )
    expect(problems).toEqual([
      '1: expected a statement that this Cue belongs to, got none: left out',
      '5: expected to lie within a statement outside of it, got one within it: read by place',
    ])
    expect(statements.map(({ parent }) => parent)).toEqual([1, null])
  })

  it('can hold anything: it is read in part or told of, and never ends the import', () => {
    const word = fc.constantFrom(
      'T1',
      'E1',
      'A1',
      '#1',
      'Statement',
      'Cue',
      'PERSON',
      ':',
      ' ',
      '\t',
      '0',
      '3',
      ';',
      '99',
      '\n',
      'Act',
      'AnnotatorNotes',
      '__proto__',
      'kind=',
      '"',
      '\\',
      '[',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(() => bratOf(words.join(''))).not.toThrow()
      }),
    )
  })
})

const ARTICLE = settledArticle({
  head: HEAD,
  text: TEXT,
  entities: [{ span: [0, 7], type: 'PERSON', name: 'Ann Lee' }],
  quantities: [],
  times: [],
  statements: [
    {
      content: [[14, 25]],
      roles: { cue: [[8, 12]], source: [[0, 7]], addressee: [], medium: [], time: [] },
      speakers: ['Ann Lee'],
      kind: 'direct',
      act: 'say',
      form: 'name',
      negated: false,
      optional: false,
      parent: null,
    },
  ],
})

describe('a folder of brat', () => {
  const parent = mkdtempSync(join(tmpdir(), 'hearsay-brat-'))
  afterAll(() => {
    rmSync(parent, { recursive: true, force: true })
  })
  let count = 0

  /** What a folder of two articles gives, after `change`. */
  async function afterChange(change: (path: string) => void): Promise<{ ids: string[]; problems: string[] }> {
    const path = join(parent, String(++count))
    const folder = await BratFolder.create(path)
    for (const id of ['a', 'b']) await folder.add({ ...ARTICLE, head: { ...HEAD, id } })
    await folder.close()
    change(path)
    const all: Imported[] = []
    for await (const one of readBratFolder(path)) all.push(one)
    return {
      ids: all.flatMap(({ annotated }) => annotated?.head.id ?? []),
      problems: all.flatMap(({ problems }) => problems.map((error) => error.toLine().replaceAll(`${path}/`, ''))),
    }
  }

  it.each<[string, (path: string) => void, string[], string[]]>([
    [
      'a text that changed',
      (path) => {
        writeFileSync(join(path, 'a.txt'), TEXT.replace('He', 'She'))
      },
      ['b'],
      [
        'a.txt:2 a: expected the text as it was exported, "He denied 5 of 7 claims.\\n"; got "She denied 5 of 7 claims.\\n": left out, since no offset can be trusted [bad-annotation]',
      ],
    ],
    [
      'a text that is gone',
      (path) => {
        unlinkSync(join(path, 'a.txt'))
      },
      ['b'],
      ['a.txt a: expected a file, found none: left out [bad-annotation]'],
    ],
    [
      'a text that is not UTF-8',
      (path) => {
        writeFileSync(join(path, 'a.ann'), Buffer.from([0xff, 0xfe]))
      },
      ['b'],
      ['a.ann: expected UTF-8, got other bytes [not-text]'],
    ],
    [
      'an article that nobody exported',
      (path) => {
        writeFileSync(join(path, 'c.ann'), '')
      },
      ['a', 'b'],
      ['c.ann: expected an article of articles.jsonl, got one that is not there: left out [bad-annotation]'],
    ],
    [
      'a line that is no article',
      (path) => {
        appendFileSync(join(path, 'articles.jsonl'), '{"id":1}\n')
      },
      ['a', 'b'],
      ['articles.jsonl:3: expected an article as it was exported, got something else [bad-annotation]'],
    ],
    [
      'a name that leads out of it',
      (path) => {
        writeFileSync(join(path, 'articles.jsonl'), JSON.stringify({ document: '../a', text: TEXT, ...HEAD }))
      },
      [],
      [
        'articles.jsonl:1: expected an article as it was exported, got something else [bad-annotation]',
        'a.ann: expected an article of articles.jsonl, got one that is not there: left out [bad-annotation]',
        'b.ann: expected an article of articles.jsonl, got one that is not there: left out [bad-annotation]',
      ],
    ],
    [
      'Windows line ends in an .ann file',
      (path) => {
        writeFileSync(join(path, 'a.ann'), readFileSync(join(path, 'a.ann'), 'utf8').replace(/\n/g, '\r\n'))
      },
      ['a', 'b'],
      [],
    ],
    [
      'articles as earlier versions listed them',
      (path) => {
        const lines = ['a', 'b'].map((id) => JSON.stringify({ document: id, ...HEAD, id, text: TEXT }))
        writeFileSync(join(path, 'articles.jsonl'), lines.join('\n'))
      },
      ['a', 'b'],
      [],
    ],
    [
      'an .ann file that is empty',
      (path) => {
        writeFileSync(join(path, 'a.ann'), '')
      },
      ['a', 'b'],
      [],
    ],
  ])('with %s', async (_, change, ids, problems) => {
    expect(await afterChange(change)).toEqual({ ids, problems })
  })

  it('needs what was exported', async () => {
    await expect(
      afterChange((path) => {
        unlinkSync(join(path, 'articles.jsonl'))
      }),
    ).rejects.toThrow('expected the articles that hearsay export has put there')
  })
})

describe('an export of Label Studio', () => {
  type Task = { data: { text: string; article: string }; predictions: { result: Result[] }[] }
  type Result = {
    type: string
    id?: string
    from_name?: string
    from_id?: string
    to_id?: string
    direction?: string
    labels?: string[]
    value: { start: number; end: number; labels?: string[]; choices?: string[]; text?: unknown }
  }

  /** What a task gives after somebody has changed its results. */
  function afterChange(change: (results: Result[], task: Task) => void, article: Annotated = ARTICLE) {
    const task = JSON.parse(JSON.stringify(labelStudioTask(article))) as Task
    const [{ result }] = task.predictions
    change(result, task)
    const read = readLabelStudioTask({ data: task.data, annotations: [{ id: 1, result }] }, 'x.json')
    return { statements: read.annotated?.statements, problems: read.problems.map((error) => error.toLine()) }
  }
  const regionOf = (results: Result[], label: string) =>
    results.find(({ type, value }) => type === 'labels' && value.labels?.includes(label))!

  it('links parts to statements by their labels, whichever way the relation was drawn', () => {
    const { statements, problems } = afterChange((results) => {
      for (const one of results) {
        if (one.type !== 'relation') continue
        one.direction = 'left'
        one.labels = []
      }
    })
    expect(problems).toEqual([])
    expect(statements).toEqual(ARTICLE.statements)
  })

  it.each<[string, (results: Result[], task: Task) => void, string]>([
    [
      'a relation to a region that is gone',
      (results) => {
        results.splice(results.indexOf(regionOf(results, 'PERSON')), 1)
      },
      'x.json a: relation r4 → r1: expected regions that are there, got "r1", which is not: not read [bad-annotation]',
    ],
    [
      'a place outside of the text',
      (results) => {
        regionOf(results, 'PERSON').value.end = 1000
      },
      `x.json a: region r1: expected a place within 0-${TEXT.length}, got 0-1000: left out [bad-annotation]`,
    ],
    [
      'an unknown label',
      (results) => {
        regionOf(results, 'PERSON').value.labels = ['Person']
      },
      'x.json a: region r1: expected one label of Statement, Cue,',
    ],
    [
      'a part without a statement',
      (results) => {
        results.splice(
          results.findIndex(({ type, to_id }) => type === 'relation' && to_id === 'r2'),
          1,
        )
      },
      'x.json a: region r2: expected a statement that this Cue belongs to, got none: left out [bad-annotation]',
    ],
    [
      'a relation between statements that says nothing',
      (results) => {
        results.push({ type: 'relation', from_id: 'r4', to_id: 'r4' } as Result)
      },
      'x.json a: region r4: expected a relation to Cue, Source,',
    ],
    [
      'a result of another control',
      (results) => {
        results.push({ type: 'rating', id: 'r4', from_name: 'stars', value: { start: 0, end: 1 } })
      },
      'x.json a: region r4: expected a control of the configuration, got "stars": not read [bad-annotation]',
    ],
    [
      'a result that is none',
      (results) => {
        results.push('what' as unknown as Result)
      },
      'x.json a: result 11: expected a region or a relation, got something else (expected object, received string): not read',
    ],
    [
      'another text',
      (_, task) => {
        task.data.text = task.data.text.replace('Ann', 'Anne')
      },
      'x.json a: expected the text as it was exported,',
    ],
    [
      'something else for the article',
      (_, task) => {
        task.data.article = '{}'
      },
      'x.json: expected in data.article what hearsay has exported, got something else: left out [bad-annotation]',
    ],
  ])('with %s: one line says so', (_, change, message) => {
    const { problems } = afterChange(change)
    expect(problems).toEqual([expect.stringContaining(message)])
  })

  it('counts what was submitted alone, the latest of several', () => {
    const { data, predictions } = JSON.parse(JSON.stringify(labelStudioTask(ARTICLE))) as Task
    const [{ result }] = predictions
    const read = (annotations: object[]) => {
      const { annotated, problems } = readLabelStudioTask({ data, annotations }, 'x.json')
      return [annotated?.statements.length, problems.map(({ message }) => message)]
    }
    expect(read([])).toEqual([undefined, ['expected a submitted annotation, got none: left out']])
    expect(read([{ id: 1, result, was_cancelled: true }])).toEqual([
      undefined,
      ['expected a submitted annotation, got none: left out'],
    ])
    expect(
      read([
        { id: 1, result: [], updated_at: '2026-01-01' },
        { id: 2, result, updated_at: '2026-01-02' },
      ]),
    ).toEqual([1, ['expected one annotation, got 2: the latest counts, 2']])
  })

  it.each([[undefined], [{}], [{ data: { text: TEXT }, label: [] }], [[]]])('is no other JSON: %j', (value) => {
    expect(readLabelStudioTask(value, 'x.json').problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('expected a task that hearsay has exported, in the format JSON'),
    ])
  })

  it('can hold any results: they are read in part or told of, and never end the import', () => {
    const result = fc.record({
      type: fc.constantFrom('labels', 'relation', 'choices', 'textarea'),
      id: fc.constantFrom('a', 'b', '__proto__'),
      from_name: fc.constantFrom('label', 'Act', 'note', 'Marks'),
      from_id: fc.constantFrom('a', 'b'),
      to_id: fc.constantFrom('a', 'b'),
      labels: fc.constant(['continues']),
      value: fc.anything(),
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(result, fc.anything())), (results) => {
        const { drawing } = readLabelStudioResults(results, TEXT)
        expect(() => annotatedFrom(drawing, { head: HEAD, text: TEXT })).not.toThrow()
      }),
    )
  })
})
