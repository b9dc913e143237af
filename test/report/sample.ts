import type { Record, Statement } from '../../src/record/record.js'
import { sha256Of } from '../../src/record/sha256.js'
import { spanOf } from '../../src/record/span.js'
import type { ReportInput } from '../../src/report/index.js'

/** One statement to make a record of, by the words that stand in the text. */
export interface Said {
  readonly source: string | null
  readonly cue: string
  readonly content: string
  readonly name?: string
  /** Named where the speaker is known. */
  readonly resolved?: boolean
  readonly kind?: Statement['kind']
  readonly act?: Statement['act']
  readonly confidence?: number
  readonly number?: { readonly text: string; readonly value: number; readonly unit: string }
  readonly parent?: string
}

/** A record of a text with these statements, each word found where it first stands. It keeps the rules of records. */
export function recordOf(id: string, text: string, said: readonly Said[], meta: Partial<Record['meta']> = {}): Record {
  const span = (words: string) => spanOf(text, text.indexOf(words), text.indexOf(words) + words.length)
  const names = [
    ...new Set(said.flatMap(({ name, resolved = true }) => (name === undefined || !resolved ? [] : [name]))),
  ]
  const numbers = said.flatMap(({ number }) => number ?? [])
  return {
    version: 1,
    id,
    collection: 'samples',
    sha256: sha256Of(text),
    length: text.length,
    producer: { hearsay: '0.1.0', models: {}, options: sha256Of('{}') },
    meta: { language: 'en', ...meta },
    sentences: [[0, text.length]],
    entities: names.map((name, index) => ({
      id: `e${index + 1}`,
      type: 'PERSON',
      name,
      aliases: [],
      roles: [],
      mentions: [{ ...span(text.includes(name) ? name : (said[0].source ?? name)), form: 'name' }],
    })),
    quantities: numbers.map(({ text: words, value, unit }, index) => ({
      id: `q${index + 1}`,
      ...span(words),
      kind: 'cardinal',
      value,
      comparator: '=',
      unit,
    })),
    times: [],
    statements: said.map(({ source, cue, content, name, resolved = true, number, ...rest }, index) => ({
      id: `s${index + 1}`,
      kind: rest.kind ?? 'indirect',
      act: rest.act ?? 'say',
      speaker:
        name === undefined
          ? null
          : {
              name,
              form: resolved ? 'name' : 'pronoun',
              resolved,
              ...(resolved ? { entity: `e${names.indexOf(name) + 1}` } : {}),
            },
      source: source === null ? null : span(source),
      cue: { ...span(cue), lemma: cue },
      content: [span(content)],
      negated: false,
      parent: rest.parent ?? null,
      quantities: number === undefined ? [] : [`q${numbers.indexOf(number) + 1}`],
      times: [],
      entities: [],
      confidence: rest.confidence ?? 0.9,
    })),
    diagnostics: [],
  }
}

const HARBOUR =
  'Liis Kask said the harbour would close.\n\n' +
  '“Karl Orav denied that 40 boats had left,” Liis Kask added.\n\n' +
  'He warned that winter was near.'

const MARKET = 'Liis Kask promised a new market.\n\nThe market was “a ruin”, Ana Muñoz wrote.'

/** Two articles: three speakers with names, one who is not resolved, a statement within another, one number. */
export const INPUTS: readonly ReportInput[] = [
  {
    record: recordOf(
      'harbour',
      HARBOUR,
      [
        { source: 'Liis Kask', cue: 'said', content: 'the harbour would close', name: 'Liis Kask' },
        {
          source: 'Liis Kask',
          cue: 'added',
          content: '“Karl Orav denied that 40 boats had left,”',
          name: 'Liis Kask',
          kind: 'direct',
        },
        {
          source: 'Karl Orav',
          cue: 'denied',
          content: 'that 40 boats had left',
          name: 'Karl Orav',
          act: 'deny',
          confidence: 0.6,
          parent: 's2',
          number: { text: '40', value: 40, unit: 'boat' },
        },
        { source: 'He', cue: 'warned', content: 'that winter was near', name: 'He', resolved: false, act: 'warn' },
      ],
      { title: 'Harbour to close', publisher: 'The Coast Courier' },
    ),
    text: HARBOUR,
    day: '2024-03-03',
  },
  {
    record: recordOf(
      'market',
      MARKET,
      [
        { source: 'Liis Kask', cue: 'promised', content: 'a new market', name: 'Liis Kask', act: 'promise' },
        { source: 'Ana Muñoz', cue: 'wrote', content: 'The market was “a ruin”', name: 'Ana Muñoz', kind: 'mixed' },
      ],
      { title: 'A market for the town' },
    ),
    text: MARKET,
    day: '2024-03-05',
  },
]

/** What would run, show or reach out if any of it were taken for more than text. */
const EVIL = [
  '</script><script>document.title = "owned"</script>',
  '<img src="http://127.0.0.1:9/image" onerror="document.title = \'owned\'">',
  '<!--<script>',
  '{{constructor.constructor("document.title = 1")()}} ${document.title} <%= 1 %>',
  '\u001b]0;owned\u0007\u001b[31m\u009b31m',
  '\u202egnp.exe\u2066\u2069',
  'lone \ud800 and \udc00',
  'nul \u0000 and line \u2028 separators',
  "' onmouseover='document.title=1' \" onfocus=\"document.title=1",
].join(' ')

const EVIL_TEXT = `${EVIL} says ${EVIL}\n\n${EVIL}`

/** An article whose id, title, publisher, names and words are all hostile, and whose address would run. */
export const HOSTILE: ReportInput = {
  record: {
    ...recordOf(EVIL, EVIL_TEXT, [{ source: EVIL, cue: 'says', content: 'owned', name: EVIL, kind: 'direct' }], {
      title: EVIL,
      author: EVIL,
      publisher: EVIL,
    }),
    collection: `../${EVIL}`,
    uri: 'javascript:document.title="owned"',
    diagnostics: [{ code: 'control-character', severity: 'warning', message: EVIL }],
  },
  text: EVIL_TEXT,
  day: '2024-03-05',
}

/** The whole page of these records. */
export async function pageOf(inputs: readonly ReportInput[], title?: string): Promise<string> {
  const { reportPage } = await import('../../src/report/index.js')
  let page = ''
  for await (const piece of reportPage(inputs, title === undefined ? {} : { title })) page += piece
  return page
}
