import type { Article } from '../../src/record/article.js'
import type { Record, Statement } from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'
import { spanOf, type Span } from '../../src/record/span.js'

/** A small article that has every part of a record in it. */
export const ARTICLE: Article = {
  id: 'harbour',
  collection: 'samples',
  title: 'Harbour to close',
  publisher: 'The Coast Courier',
  text:
    'TALLINN, March 3 - The harbour will close in May, Mayor Liis Kask said.\n' +
    '"Clerks told me that 40 boats had left," she added, "and it hurts."\n',
}

/** The span of the `nth` time that `words` stand in the sample's text. */
export function find(words: string, nth = 1): Span {
  let start = -1
  for (let count = 0; count < nth; count++) start = ARTICLE.text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`not in the sample: ${words}`)
  return spanOf(ARTICLE.text, start, start + words.length)
}

/** A record of the sample that keeps every rule. */
export function sampleRecord(): Record {
  const kask = { form: 'name', resolved: true, name: 'Liis Kask', entity: 'e1' } as const
  const linked: Pick<Statement, 'quantities' | 'times' | 'entities'> = { quantities: [], times: [], entities: [] }
  return {
    version: 1,
    id: ARTICLE.id,
    collection: ARTICLE.collection,
    sha256: sha256Of(ARTICLE.text),
    length: ARTICLE.text.length,
    producer: { hearsay: '0.1.0', models: { attribution: sha256Of('weights') }, options: sha256Of('{}') },
    meta: {
      title: 'Harbour to close',
      publisher: 'The Coast Courier',
      language: 'en',
      dateline: { place: 'Tallinn', date: 'XXXX-03-03', start: 0, end: 16 },
    },
    sentences: [
      [0, find(' - ').start],
      [find('The harbour').start, find('said.').end],
      [find('"').start, find('hurts."').end],
    ],
    entities: [
      {
        id: 'e1',
        type: 'PERSON',
        name: 'Liis Kask',
        aliases: [],
        roles: ['Mayor'],
        mentions: [
          { ...find('Liis Kask'), form: 'name' },
          { ...find('she'), form: 'pronoun' },
        ],
      },
    ],
    quantities: [{ id: 'q1', ...find('40'), kind: 'cardinal', value: 40, comparator: '=', unit: 'boat' }],
    times: [
      { id: 't1', ...find('March 3'), kind: 'date', value: 'XXXX-03-03' },
      { id: 't2', ...find('May'), kind: 'date', value: 'XXXX-05' },
    ],
    statements: [
      {
        id: 's1',
        kind: 'indirect',
        act: 'say',
        speaker: kask,
        source: find('Mayor Liis Kask'),
        cue: { ...find('said'), lemma: 'say' },
        content: [find('The harbour will close in May')],
        negated: false,
        parent: null,
        ...linked,
        times: ['t2'],
        confidence: 0.93,
      },
      {
        id: 's2',
        kind: 'direct',
        act: 'say',
        speaker: { ...kask, form: 'pronoun' },
        source: find('she'),
        cue: { ...find('added'), lemma: 'add' },
        content: [find('"Clerks told me that 40 boats had left,"'), find('"and it hurts."')],
        negated: false,
        parent: null,
        ...linked,
        confidence: 0.8,
      },
      {
        id: 's3',
        kind: 'indirect',
        act: 'say',
        speaker: { name: 'Clerks', form: 'nominal', resolved: false },
        source: find('Clerks'),
        cue: { ...find('told'), lemma: 'tell' },
        content: [find('that 40 boats had left')],
        addressee: { ...find('me'), entity: 'e1' },
        negated: false,
        parent: 's2',
        ...linked,
        quantities: ['q1'],
        confidence: 0.41,
      },
    ],
    diagnostics: [
      {
        code: 'glued-sentence',
        severity: 'warning',
        start: 20,
        end: 20,
        message: 'two sentences with no space between',
      },
      { code: 'encoding-guessed', severity: 'info', message: 'read as windows-1252' },
    ],
  }
}
