import { judgeLanguage } from '../../ingest/index.js'
import { ACTS, SOURCE_FORMS, STATEMENT_KINDS, type Record } from '../../record/record.js'

/** What of a corpus is compared with a baseline. Each is one distribution, or several that are judged together. */
export const DISTRIBUTIONS = [
  'statements per 1,000 words', 'kinds', 'acts', 'speaker forms', 'confidence', 'languages', 'lengths', 'vocabulary',
] as const // prettier-ignore
export type Distribution = (typeof DISTRIBUTIONS)[number]

/** A number that each article has, of which shares of articles above a bound are compared. */
export interface Measure {
  readonly distribution: Distribution
  /** As it is called in a finding. */
  readonly name: string
  readonly needsRecord: boolean
}

/** An article as drift sees it: numbers, marks that it bears or not, and the kinds of words in it. */
export interface Profile {
  /** By place in `MEASURES`; NaN where the article has none. */
  readonly values: Float64Array
  /** By place in `MARKS`. */
  readonly marks: Uint8Array
  readonly language: string
  /** Each word of the text once. */
  readonly types: readonly string[]
}

/** Classes of words that every genre has its own share of. They are given, and not taken from a corpus, so that no corpus fits them best. */
const CLASSES: readonly (readonly [name: string, words: string])[] = [
  ['first person', 'i we me us my our mine ours myself ourselves'],
  ['second person', 'you your yours yourself yourselves'],
  ['third person', 'he she they him her them his hers their'],
  ['verbs of saying', 'said says say told tells according added reported'],
]

/** The place in `CLASSES` of each word. No word is of two. */
const CLASS_OF = new Map(CLASSES.flatMap(([, list], at) => list.split(' ').map((word) => [word, at] as const)))

export const MEASURES: readonly Measure[] = [
  { distribution: 'lengths', name: 'words', needsRecord: false },
  ...CLASSES.map(([name]) => ({
    distribution: 'vocabulary' as const,
    name: `share of words: ${name}`,
    needsRecord: false,
  })),
  { distribution: 'vocabulary', name: 'share of words: numbers', needsRecord: false },
  { distribution: 'vocabulary', name: 'mean length of words', needsRecord: false },
  { distribution: 'statements per 1,000 words', name: 'statements per 1,000 words', needsRecord: true },
  ...STATEMENT_KINDS.map((kind) => ({ distribution: 'kinds' as const, name: `share of ${kind}`, needsRecord: true })),
  ...[...SOURCE_FORMS, 'none'].map((form) => ({
    distribution: 'speaker forms' as const,
    name: `share of ${form}`,
    needsRecord: true,
  })),
  { distribution: 'confidence', name: 'mean confidence', needsRecord: true },
]

/** What an article bears or not: statements of an act. Languages come beside them, as many as there are. */
export const MARKS: readonly string[] = ACTS

/** The profile of an article; `words` are those of its text in lower case. Without a record, only of its text. */
export function profileOf(text: string, words: readonly string[], record: Record | undefined): Profile {
  const statements = record?.statements
  const per = (count: number): number => (words.length === 0 ? NaN : count / words.length)
  const counts = CLASSES.map(() => 0)
  let [numbers, letters] = [0, 0]
  for (const word of words) {
    letters += word.length
    const first = word.charCodeAt(0)
    if (first >= 0x30 && first <= 0x39) numbers++
    else {
      const of = CLASS_OF.get(word)
      if (of !== undefined) counts[of]++
    }
  }
  const share = (is: (statement: Record['statements'][number]) => boolean): number =>
    statements === undefined || statements.length === 0 ? NaN : statements.filter(is).length / statements.length
  const values = [
    words.length,
    ...counts.map(per),
    per(numbers),
    per(letters),
    statements === undefined ? NaN : per(statements.length) * 1000,
    ...STATEMENT_KINDS.map((kind) => share((statement) => statement.kind === kind)),
    ...SOURCE_FORMS.map((form) => share(({ speaker }) => speaker?.form === form)),
    share(({ speaker }) => speaker === null),
    statements === undefined || statements.length === 0
      ? NaN
      : statements.reduce((sum, { confidence }) => sum + confidence, 0) / statements.length,
  ]
  const acts = new Set(statements?.map(({ act }) => act))
  return {
    values: Float64Array.from(values),
    marks: Uint8Array.from(ACTS, (act) => (acts.has(act) ? 1 : 0)),
    language: record?.meta.language ?? judgeLanguage(text).language,
    types: [...new Set(words)],
  }
}
