import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRecords } from '../../src/cli/records.js'
import { predictionsOf, TASKS } from '../../src/train/evaluate/index.js'
import { randomFrom } from '../../src/train/random.js'
import { describeWithShared, sharedPath } from '../shared.js'

type ScoredTask = Exclude<keyof typeof TASKS, 'calibration' | 'acts'>
type Pair = [number, number]

/** Chances and picks from a fixed seed, so that a failure can be seen again. */
class Dice {
  private readonly random: () => number
  constructor(seed: number) {
    this.random = randomFrom(seed)
  }
  chance(probability: number): boolean {
    return this.random() < probability
  }
  below(count: number): number {
    return Math.floor(this.random() * count)
  }
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]
  }
  /** The place, mostly as it is, at times a little off. */
  shift([start, end]: Pair, length: number): Pair {
    if (this.chance(0.6)) return [start, end]
    const from = Math.min(length, Math.max(0, start + this.below(13) - 6))
    return [from, Math.min(length, Math.max(from, end + this.below(13) - 6))]
  }
  span(length: number): Pair {
    const start = this.below(length)
    return [start, Math.min(length, start + this.below(60))]
  }
}

// What gold looks like, as far as this test changes it.
interface GoldStatement {
  cue: Pair | Pair[] | null
  source: Pair | Pair[] | null
  content: Pair[]
  speaker?: string | null
  speakers?: string[]
  kind?: string
  act?: string
  optional?: boolean
  quantities?: { start: number; end: number }[]
}
interface GoldNumber {
  start: number
  end: number
  kind?: string
  value?: number | string | null
  low?: number
  high?: number
  unit?: string
  currency?: string
  comparator?: string
  optional?: boolean
}
interface GoldArticle {
  id: string
  text: string
  attributions?: { edu?: Pair; cue?: Pair[]; source: Pair[]; content: Pair[] }[]
  statements?: GoldStatement[]
  entities?: [start: number, end: number, type: string, chain?: string][]
  quantities?: GoldNumber[]
  times?: GoldNumber[]
  sentences?: Pair[] | string[]
}

const pairsOf = (spans: Pair | Pair[] | null): Pair[] =>
  spans === null ? [] : typeof spans[0] === 'number' ? [spans as Pair] : (spans as Pair[])

const NAMES = ['he', 'The Mayor', 'Liis Kask', 'Kask', 'Dr. Jüri Tamm', "Tamm's office", 'Jüri Tamm']
const KINDS = ['direct', 'indirect', 'mixed']
const ACTS = ['say', 'claim', 'deny']
const UNITS = ['boat', 'boats', 'fishing boats', 'class', 'classes', 'parties', 'bus', 'kilometre', 'USD', '']
const COMPARATORS = ['=', '>', '<=', '~']
const TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'FACILITY', 'NORP', 'MISC']

/** A record such as a middling extractor might give: much of the gold, with things dropped, shifted, joined, renamed, made up. */
function predict(gold: GoldArticle, dice: Dice): object {
  const { id, text } = gold
  const length = text.length
  const place = (span: Pair) => {
    const [start, end] = dice.shift(span, length)
    return { start, end, text: text.slice(start, end) }
  }
  const maybePlace = (spans: Pair[]) => (spans.length === 0 || dice.chance(0.05) ? null : place(dice.pick(spans)))

  const quantities = [
    ...(gold.quantities ?? [])
      .filter(() => dice.chance(0.85))
      .map((one) => ({
        ...one,
        ...place([one.start, one.end]),
        kind: dice.chance(0.2) ? 'money' : 'cardinal',
        value:
          typeof one.value !== 'number' || dice.chance(0.2) ? null : one.value * (dice.chance(0.2) ? 1.0000005 : 1),
        ...(dice.chance(0.3) ? { unit: dice.pick(UNITS) } : {}),
        comparator: dice.chance(0.2) ? dice.pick(COMPARATORS) : (one.comparator ?? '='),
        optional: undefined,
      })),
    ...Array.from({ length: dice.below(3) }, () => ({
      ...place(dice.span(length)),
      kind: 'money',
      value: dice.below(9),
      comparator: '=',
    })),
  ].map((one, index) => ({ ...one, id: `q${index + 1}` }))

  const times = [
    ...(gold.times ?? [])
      .filter(() => dice.chance(0.85))
      .map((one) => ({ ...place([one.start, one.end]), kind: 'date', value: dice.chance(0.2) ? '1999' : one.value })),
    ...Array.from({ length: dice.below(3) }, () => ({ ...place(dice.span(length)), kind: 'date', value: '2001' })),
  ]

  const said: GoldStatement[] = gold.statements ?? (gold.attributions ?? []).map(({ edu, cue, source, content }) => ({
    cue: cue ?? (edu === undefined ? [] : [edu]),
    source,
    content,
  })) // prettier-ignore
  const found = said.filter(() => dice.chance(0.85))
  const statements = found.map((one, index) => {
    const joined = dice.chance(0.1) ? [...one.content, ...dice.pick(found).content] : one.content
    return {
      id: `s${index + 1}`,
      parent: dice.chance(0.15) ? `s${dice.below(found.length) + 1}` : null,
      cue: maybePlace(pairsOf(one.cue)),
      source: maybePlace(pairsOf(dice.chance(0.1) ? dice.pick(found).source : one.source)),
      content: joined.map(place),
      speaker: dice.chance(0.1)
        ? null
        : { name: dice.chance(0.5) && one.speaker != null ? one.speaker : speakerName(gold, one, dice) },
      kind: dice.chance(0.7) ? one.kind : dice.pick(KINDS),
      act: dice.chance(0.7) ? one.act : dice.pick(ACTS),
      quantities: quantities.filter(() => dice.chance(0.5)).map((quantity) => quantity.id),
    }
  })
  for (let extra = dice.below(3); extra > 0; extra--) {
    statements.push({
      id: `s${statements.length + 1}`,
      parent: 's1',
      cue: place(dice.span(length)),
      source: null,
      content: [place(dice.span(length)), place(dice.span(length))],
      speaker: null,
      kind: 'direct',
      act: 'say',
      quantities: [],
    })
  }

  const entities = [
    ...(gold.entities ?? [])
      .filter(() => dice.chance(0.85))
      .map(([start, end, type]) => ({
        type: dice.chance(0.1) ? dice.pick(TYPES) : type,
        mentions: [{ ...place([start, end]), form: dice.chance(0.9) ? 'name' : 'nominal' }],
      })),
    { type: dice.pick(TYPES), mentions: [{ ...place(dice.span(length)), form: 'name' }] },
  ]

  return { id, statements, entities, quantities, times, sentences: sentencesOf(gold, dice) }
}

function speakerName({ text, entities }: GoldArticle, { source }: GoldStatement, dice: Dice): string {
  if (dice.chance(0.3)) return dice.pick(NAMES)
  if (dice.chance(0.3) && entities !== undefined && entities.length > 0) {
    const [start, end] = dice.pick(entities)
    return text.slice(start, end)
  }
  const named = pairsOf(source).at(0)
  return named === undefined ? 'nobody' : text.slice(...named)
}

function sentencesOf({ text, sentences }: GoldArticle, dice: Dice): Pair[] {
  let position = 0
  const places = (sentences ?? []).map((sentence): Pair => {
    if (typeof sentence !== 'string') return sentence
    const start = Math.max(position, text.indexOf(sentence, position))
    position = Math.min(text.length, start + sentence.length)
    return [start, position]
  })
  return places
    .filter(() => dice.chance(0.9))
    .map((place) => (dice.chance(0.8) ? place : dice.shift(place, text.length)))
}

const VOCABULARY = [
  'Liis', 'Kask', 'said', 'that', 'the', 'boats', '“had', 'left”', '—', '«', '»', ',', '.', '. ', '\n\n', "it's", 'well-known',
  '40', '1,300', 'Jüri', '\u{1F6A2}', '(', ')', '"', "'", 'he', 'harbour', '\u00a0', '\uFEFF', 'Tamm', '…', '3.5%', 'May',
] // prettier-ignore

/** An article of random words with random annotations: what no annotator would write, but a file may hold. */
function inventGold(id: string, dice: Dice): GoldArticle & Required<Pick<GoldArticle, 'statements' | 'entities'>> {
  const text = Array.from({ length: 30 + dice.below(120) }, () => dice.pick(VOCABULARY)).join(' ')
  const span = () => dice.span(text.length)
  const spans = (most: number) => Array.from({ length: dice.below(most + 1) }, span)
  const number = () => {
    const [start, end] = span()
    const range = dice.chance(0.2) ? { low: dice.below(4), high: dice.below(9) } : { value: dice.below(2000) / 10 }
    return {
      start,
      end,
      ...range,
      ...(dice.chance(0.8) ? { unit: dice.pick(UNITS) } : { currency: 'USD' }),
      ...(dice.chance(0.8) ? { comparator: dice.pick(COMPARATORS) } : {}),
      optional: dice.chance(0.1),
    }
  }
  const quantities = Array.from({ length: dice.below(8) }, number)
  const times = Array.from({ length: dice.below(5) }, () => {
    const [start, end] = span()
    return { start, end, value: String(2000 + dice.below(5)), optional: dice.chance(0.2) }
  })
  const statements = Array.from({ length: dice.below(8) }, () => {
    const place = span()
    return {
      cue: dice.chance(0.9) ? span() : null,
      source: dice.chance(0.8) ? place : null,
      content: [span(), ...spans(2)],
      speaker: dice.chance(0.1) ? null : dice.chance(0.3) ? text.slice(...place) : dice.pick(NAMES),
      ...(dice.chance(0.1) ? { speakers: [dice.pick(NAMES), dice.pick(NAMES)] } : {}),
      kind: dice.pick(KINDS),
      act: dice.pick(ACTS),
      optional: dice.chance(0.15),
      quantities: quantities.filter(() => dice.chance(0.5)).map(({ start, end }) => ({ start, end })),
    }
  })
  const attributions = Array.from({ length: dice.below(8) }, () => ({
    edu: span(),
    cue: spans(2),
    source: spans(2),
    content: spans(3),
  }))
  const entities = Array.from({ length: dice.below(20) }, (): [number, number, string, string] => [
    ...span(),
    dice.pick(['Person', 'person', 'organization', 'Location', 'Facility', 'NORP', 'Date', 'Money', 'Misc']),
    String(dice.below(5)),
  ])
  const sentences = dice.chance(0.5)
    ? spans(6)
    : [dice.pick(VOCABULARY), 'Kask said', text.slice(...span()), 'nowhere to be found']
  return { id, text, attributions, statements, entities, quantities, times, sentences }
}

describeWithShared('every figure is that of the reference scorer', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-evaluate-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const writeLines = (name: string, values: readonly object[]): string => {
    const file = join(folder, name)
    writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
    return file
  }
  const reference = (task: ScoredTask, gold: readonly string[], records: string) =>
    execFileSync(process.execPath, [sharedPath('score/score.mjs'), task, ...gold, records], { encoding: 'utf8' })
  const ours = async (task: ScoredTask, gold: readonly string[], records: string) =>
    `${JSON.stringify(TASKS[task](gold).figures(await predictionsOf(readRecords(records))), null, 1)}\n`

  const compare = async (task: ScoredTask, gold: readonly string[], records: string) => {
    const expected = reference(task, gold, records)
    expect(await ours(task, gold, records)).toBe(expected)
    return expected
  }

  const published = [
    { task: 'attribution', file: 'data/attribution/polnear-dev.jsonl' },
    { task: 'speakers', file: 'data/speakers/gum.jsonl' },
    { task: 'entities', file: 'data/entities/worldwide-dev.jsonl' },
    { task: 'sentences', file: 'data/sentences/golden-rules.jsonl' },
    { task: 'sentences', file: 'data/speakers/gum.jsonl' },
  ] as const
  it.each(published)('$task on $file', async ({ task, file }) => {
    const lines = readFileSync(sharedPath(file), 'utf8').trim().split('\n')
    const gold = lines.map((line) => JSON.parse(line) as GoldArticle)
    for (const seed of [1, 2]) {
      const dice = new Dice(seed)
      const kept = gold.filter(() => dice.chance(0.95))
      const figures = await compare(task, [sharedPath(file)], writeLines('records.jsonl', kept.map((one) => predict(one, dice)))) // prettier-ignore
      expect(figures).not.toBe(reference(task, [sharedPath(file)], writeLines('none.jsonl', [])))
    }
  })

  it.each(['statements', 'numbers'] as const)(
    '%s on the sample report, its text in the file beside it',
    async (task) => {
      const file = sharedPath('gold/ria-2022-01-17.json')
      const text = readFileSync(sharedPath('gold/ria-2022-01-17.txt'), 'utf8')
      const gold = { ...(JSON.parse(readFileSync(file, 'utf8')) as GoldArticle), text, entities: [] }
      for (let seed = 0; seed < 20; seed++) {
        await compare(task, [file], writeLines('records.jsonl', [predict(gold, new Dice(seed))]))
      }
    },
  )

  const inventedLines = ['attribution', 'speakers', 'entities', 'sentences'] as const
  it.each(inventedLines)('%s on invented gold', async (task) => {
    const dice = new Dice(3)
    const gold = Array.from({ length: 300 }, (_, index) => inventGold(`article-${index}`, dice))
    const records = gold.filter(() => dice.chance(0.95)).map((one) => predict(one, dice))
    await compare(task, [writeLines('gold.jsonl', gold)], writeLines('records.jsonl', records))
  })

  it.each(['statements', 'numbers'] as const)('%s on invented gold, a file each', async (task) => {
    const dice = new Dice(4)
    const gold = Array.from({ length: 300 }, (_, index) => inventGold(`article-${index}`, dice))
    const files = gold.map((one) => {
      const file = join(folder, `${one.id}.json`)
      writeFileSync(file, JSON.stringify(one))
      return file
    })
    const records = gold.filter(() => dice.chance(0.95)).map((one) => predict(one, dice))
    await compare(task, files, writeLines('records.jsonl', records))
  })

  it('does not depend on what else the records file holds', async () => {
    const file = sharedPath('data/attribution/polnear-dev.jsonl')
    const failed = { version: 1, id: 'another', error: { code: 'too-large', message: 'x', file: 'y', line: 1 } }
    await compare('attribution', [file], writeLines('records.jsonl', [failed]))
  })
})
