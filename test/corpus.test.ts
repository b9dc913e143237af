import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createExtractor } from '../src/extract/index.js'
import {
  ACTS,
  COMPARATORS,
  ENTITY_TYPES,
  QUANTITY_KINDS,
  SOURCE_FORMS,
  STATEMENT_KINDS,
  TIME_KINDS,
} from '../src/record/record.js'

type Offsets = readonly [start: number, end: number]

interface Place {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface GoldStatement {
  readonly id: string
  readonly cue: Offsets | null
  readonly source: Offsets | null
  readonly content: readonly Offsets[]
  readonly speaker: string | null
  readonly speakers?: readonly (string | null)[]
  readonly kind: string
  readonly act: string
  /** Null where nobody is named and nobody is plain; the sample report's gold has no forms. */
  readonly form?: string | null
  readonly negated: boolean
  readonly optional: boolean
  readonly parent: string | null
  readonly addressee?: Offsets
  readonly medium?: Offsets
  readonly time?: Offsets
  readonly quantities: readonly { readonly start: number; readonly end: number }[]
}

interface GoldQuantity extends Place {
  readonly kind: string
  readonly value?: number | null
  readonly low?: number
  readonly high?: number
  readonly comparator: string
}

interface Gold {
  readonly id: string
  readonly sha256?: string
  readonly style?: string
  readonly dateline?: { readonly place?: string; readonly date?: string; readonly author?: string }
  readonly entities: readonly (Place & { readonly type: string })[]
  readonly quantities: readonly GoldQuantity[]
  readonly times: readonly (Place & { readonly kind: string; readonly value: string })[]
  readonly segments?: { readonly glued: readonly string[] }
  readonly statements: readonly GoldStatement[]
}

const SAMPLE = 'ria-2022-01-17'
const folder = new URL('../corpus/', import.meta.url)
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const articles = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => ({
    name: name.slice(0, -'.json'.length),
    text: readFileSync(new URL(name.replace(/json$/, 'txt'), folder), 'utf8'),
    gold: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Gold,
  }))
const ours = articles.filter(({ name }) => name !== SAMPLE)

const slice = (text: string, span: Offsets | null | undefined) => (span ? text.slice(...span) : '')
const overlap = ([a, b]: Offsets, [c, d]: Offsets) => a < d && c < b
const within = ([a, b]: Offsets, [c, d]: Offsets) => a >= c && b <= d
/** Every span of a statement, but for its quantities. */
const spansOf = (s: GoldStatement) =>
  [s.cue, s.source, ...s.content, s.addressee ?? null, s.medium ?? null, s.time ?? null].filter((span) => span !== null)

describe('the corpus', () => {
  it('holds the sample report and its gold unchanged', () => {
    expect(sha256(readFileSync(new URL(`${SAMPLE}.txt`, folder), 'utf8'))).toBe(
      '5457cb96c1db1c469672f3be4d27ca67d2318364c1985cd602078ab678800658',
    )
    expect(sha256(readFileSync(new URL(`${SAMPLE}.json`, folder), 'utf8'))).toBe(
      '83a6e4e91d84f3801e7538319adb368e4c8df22d99e68b19ee9b33427833f28d',
    )
  })

  it('has an article in each news style', () => {
    expect(ours.map(({ gold }) => gold.style).sort()).toEqual([
      'agency',
      'business',
      'court',
      'interview',
      'live blog',
      'local',
      'opinion round-up',
      'press release',
      'science',
      'sports',
      'tabloid',
      'translated',
    ])
  })

  it('has a gold file for every article, and an article for every gold file', () => {
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'))
    expect(texts.map((name) => name.slice(0, -'.txt'.length)).sort()).toEqual(articles.map(({ name }) => name))
  })

  it('is what its mark-up says', () => {
    const script = fileURLToPath(new URL('../scripts/annotate.mjs', import.meta.url))
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})

describe.each(articles)('the gold of $name', ({ name, text, gold }) => {
  const byId = new Map(gold.statements.map((statement) => [statement.id, statement]))

  it('belongs to its text', () => {
    expect(gold.id).toBe(name)
    if (name !== SAMPLE) expect(gold.sha256).toBe(sha256(text))
  })

  it('is of 250 to 600 words', () => {
    const words = text.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(600)
  })

  it('has spans within the text, without white space at their edges', () => {
    const spans = gold.statements.flatMap(spansOf)
    for (const [start, end] of spans) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
    }
  })

  it('leaves out the comma or colon that joins a content to its cue', () => {
    const joined = gold.statements.filter(({ content }) =>
      content.some((span) => /^[,:;]|[,:;]$/.test(slice(text, span))),
    )
    expect(joined.map(({ id }) => id)).toEqual([])
  })

  it('has entities, quantities and times that slice to their own text and do not overlap their own kind', () => {
    for (const list of [gold.entities, gold.quantities, gold.times]) {
      for (const place of list) expect(text.slice(place.start, place.end)).toBe(place.text)
      const sorted = [...list].sort((a, b) => a.start - b.start)
      sorted.slice(1).forEach((place, index) => {
        expect(place.start).toBeGreaterThanOrEqual(sorted[index]?.end ?? 0)
      })
    }
  })

  it('uses the terms of the record', () => {
    for (const statement of gold.statements) {
      expect(ACTS).toContain(statement.act)
      expect(STATEMENT_KINDS).toContain(statement.kind)
      if (statement.form !== undefined && statement.form !== null) expect(SOURCE_FORMS).toContain(statement.form)
    }
    for (const { type } of gold.entities) expect(ENTITY_TYPES).toContain(type)
    for (const { kind, value } of gold.times) {
      expect(TIME_KINDS).toContain(kind)
      expect(value).not.toBe('')
    }
    for (const quantity of gold.quantities) {
      expect(QUANTITY_KINDS).toContain(quantity.kind)
      expect(COMPARATORS).toContain(quantity.comparator)
      const isPair = quantity.low !== undefined && quantity.high !== undefined
      expect(isPair || typeof quantity.value === 'number').toBe(true)
    }
  })

  it('has no two statements with the same cue and content, and ids that count in text order', () => {
    expect(gold.statements.map(({ id }) => id)).toEqual(gold.statements.map((_, index) => `s${index + 1}`))
    const keys = gold.statements.map(({ cue, content }) => JSON.stringify([cue, content]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has contents in text order that do not touch the cue, the source or each other', () => {
    for (const { id, cue, source, content } of gold.statements) {
      expect(content.length).toBeGreaterThan(0)
      content.slice(1).forEach((span, index) => {
        expect(span[0], id).toBeGreaterThan(content[index]?.[1] ?? 0)
      })
      const others = [cue, source].filter((span) => span !== null)
      expect(
        content.some((span) => others.some((other) => overlap(span, other))),
        id,
      ).toBe(false)
      if (cue && source) expect(overlap(cue, source), id).toBe(false)
    }
  })

  it('nests a statement in the content of its parent', () => {
    for (const { id, parent, cue, content } of gold.statements) {
      if (parent === null) continue
      const place = cue ?? content.at(0)
      const around = byId.get(parent)?.content ?? []
      expect(place !== undefined && around.some((span) => within(place, span)), id).toBe(true)
    }
  })

  it('names a speaker wherever there is a source, and a form with it', () => {
    for (const { id, source, speaker, speakers, form } of gold.statements) {
      if (source) expect(speaker, id).not.toBeNull()
      if (speakers) expect(speakers, id).toContain(speaker)
      if (name === SAMPLE) continue
      if (source) expect(['name', 'nominal', 'pronoun'], id).toContain(form)
      else expect(form, id).toBe(speaker === null ? null : 'implied')
    }
  })

  it('calls direct what stands in quotation marks, or is the answer of an interview', () => {
    for (const { id, kind, cue, content } of gold.statements) {
      const spans = content.map((span) => slice(text, span))
      const quoted = spans.every((span) => /^["“‘'«„]/.test(span))
      if (kind === 'direct' && !(gold.style === 'interview' && slice(text, cue) === ':')) expect(quoted, id).toBe(true)
      if (kind === 'indirect') expect(quoted, id).toBe(false)
      if (kind === 'mixed') expect(spans.join(' '), id).toMatch(/["“‘«„]/)
    }
  })

  it('gives each statement the quantities of its content, and none of a statement nested in it', () => {
    for (const { id, content, quantities } of gold.statements) {
      const nested = gold.statements.filter(({ parent }) => parent === id).flatMap((inner) => inner.content)
      const expected = gold.quantities
        .map(({ start, end }): Offsets => [start, end])
        .filter((span) => content.some((each) => within(span, each)) && !nested.some((each) => within(span, each)))
      expect(
        quantities.map(({ start, end }) => [start, end]),
        id,
      ).toEqual(expected)
    }
  })

  it('finds its glued sentences in the text', () => {
    for (const pair of gold.segments?.glued ?? []) expect(text).toContain(pair.replace('|', ''))
  })
})

/** A statement with its article, and the two things that the list below asks most. */
const all = ours.flatMap(({ text, gold }) =>
  gold.statements.map((statement) => {
    const cueText = slice(text, statement.cue).toLowerCase()
    const first = statement.content[0]?.[0] ?? 0
    const last = statement.content.at(-1)?.[1] ?? 0
    return { text, gold, statement, cueText, first, last }
  }),
)
type Case = (typeof all)[number]
const accordingTo = ({ cueText }: Case) => cueText === 'according to'
const sourceIs = (words: RegExp) => (each: Case) => words.test(slice(each.text, each.statement.source))

/** What news does with statements: each must be in the corpus at least twice. */
const PHENOMENA: readonly (readonly [name: string, test: (each: Case) => boolean])[] = [
  ['direct quotation', ({ statement }) => statement.kind === 'direct'],
  ['indirect quotation', ({ statement }) => statement.kind === 'indirect'],
  ['mixed quotation', ({ statement }) => statement.kind === 'mixed'],
  [
    'content split by its cue',
    ({ statement: { cue, content } }) =>
      cue !== null && content.some((c, i) => c[1] <= cue[0] && (content[i + 1]?.[0] ?? 0) >= cue[1]),
  ],
  [
    'inverted: "said Smith"',
    ({ text, statement: { cue, source } }) =>
      cue !== null && source !== null && text.slice(cue[1], source[0]) === ' ' && /^\w+$/.test(slice(text, cue)),
  ],
  ['"according to" first', (each) => accordingTo(each) && (each.statement.cue?.[0] ?? 0) < each.first],
  ['"according to" last', (each) => accordingTo(each) && (each.statement.cue?.[0] ?? 0) >= each.last],
  [
    '"according to" in the middle',
    (each) =>
      accordingTo(each) && (each.statement.cue?.[0] ?? 0) > each.first && (each.statement.cue?.[1] ?? 0) < each.last,
  ],
  [
    'colon style: "Smith: taxes will rise"',
    ({ cueText, statement: { source }, first }) => cueText === ':' && (source?.[0] ?? first) < first,
  ],
  [
    'headline: "Taxes to rise: Smith"',
    ({ cueText, statement: { source }, last }) => cueText === ':' && (source?.[0] ?? 0) > last,
  ],
  [
    'quotation over paragraphs, opened anew at each',
    ({ text, statement }) => statement.content.some((span) => /\n\n["“‘]/.test(slice(text, span))),
  ],
  ['quotation without a cue', ({ statement }) => statement.cue === null && statement.speaker !== null],
  [
    'one source with several cues and contents',
    ({ gold, statement }) =>
      gold.statements.some(
        (other) =>
          other.id !== statement.id && other.source !== null && String(other.source) === String(statement.source),
      ),
  ],
  [
    'passive: "is accused of"',
    ({ cueText, statement }) => statement.act === 'accuse' && /^(is|was|were|has been)\b/.test(cueText),
  ],
  [
    'passive: "it is alleged"',
    ({ cueText, statement }) => statement.source === null && /^(is|was|were)\b/.test(cueText),
  ],
  ['question', ({ statement }) => statement.act === 'ask'],
  ['denial', ({ statement }) => statement.act === 'deny'],
  ['negated reporting', ({ statement }) => statement.negated && !statement.optional],
  [
    'document as source',
    sourceIs(/\b(report|memo|letter|filing|records|notes|code|paper|message|bulletin|assessment)\b/i),
  ],
  ['poll as source', sourceIs(/\b(poll|survey)\b/i)],
  ['nested statement', ({ statement }) => statement.parent !== null],
  ['nobody named', ({ statement }) => statement.speaker === null],
  ['speaker found through a pronoun', ({ statement }) => statement.form === 'pronoun'],
  [
    'speaker found through a nominal',
    ({ text, statement }) =>
      statement.form === 'nominal' && !slice(text, statement.source).includes(statement.speaker ?? ''),
  ],
  [
    'possessor as source: "Smith\'s claim"',
    ({ text, statement: { source } }) => source !== null && /^['’]s\b/.test(text.slice(source[1], source[1] + 3)),
  ],
  ['addressee', ({ statement }) => statement.addressee !== undefined],
  ['medium', ({ statement }) => statement.medium !== undefined],
  ['time of saying', ({ statement }) => statement.time !== undefined],
  ['optional statement', ({ statement }) => statement.optional],
  ['quantity in a content', ({ statement }) => statement.quantities.length > 0],
]

describe('the corpus covers', () => {
  it.each(PHENOMENA)('%s', (_name, test) => {
    expect(all.filter(test).length).toBeGreaterThanOrEqual(2)
  })

  it.each(ACTS)('the act %s', (act) => {
    expect(all.filter(({ statement }) => statement.act === act).length).toBeGreaterThanOrEqual(2)
  })

  it.each(['"', "'", '“', '”', '‘', '’', '«', '»', '„'])('the mark %s', (mark) => {
    expect(ours.map(({ text }) => text.split(mark).length - 1).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(2)
  })

  it('apostrophes of both shapes', () => {
    expect(ours.filter(({ text }) => /\p{L}'\p{L}/u.test(text)).length).toBeGreaterThanOrEqual(2)
    expect(ours.filter(({ text }) => /\p{L}’\p{L}/u.test(text)).length).toBeGreaterThanOrEqual(2)
  })

  it('titles, nicknames and scare quotes that are no statements', () => {
    const outside = ours.flatMap(({ text, gold }) => {
      const contents = gold.statements.flatMap(({ content }) => content)
      return [...text.matchAll(/[“„«"][^“”„«»"\n]+[”“»"]/g)]
        .map((match): Offsets => [match.index, match.index + match[0].length])
        .filter((span) => !contents.some((content) => overlap(span, content)))
    })
    expect(outside.length).toBeGreaterThanOrEqual(2)
  })

  it('datelines, bylines and glued sentences', () => {
    expect(ours.filter(({ gold }) => gold.dateline?.place !== undefined).length).toBeGreaterThanOrEqual(2)
    expect(ours.filter(({ text }) => /^By \p{Lu}/mu.test(text)).length).toBeGreaterThanOrEqual(2)
    expect(ours.flatMap(({ gold }) => gold.segments?.glued ?? []).length).toBeGreaterThanOrEqual(2)
  })

  it.each(QUANTITY_KINDS)('quantities of kind %s', (kind) => {
    expect(
      ours.flatMap(({ gold }) => gold.quantities.filter((each) => each.kind === kind)).length,
    ).toBeGreaterThanOrEqual(2)
  })

  it.each(TIME_KINDS)('times of kind %s', (kind) => {
    expect(ours.flatMap(({ gold }) => gold.times.filter((each) => each.kind === kind)).length).toBeGreaterThanOrEqual(2)
  })
})

/**
 * Extraction over the corpus, compared with the records stored in test/golden: a change shows as a difference to be looked at,
 * then stored with `vitest run test/corpus.test.ts -u`. What made the record is left out, so that a new version alone changes nothing.
 */
describe('extraction over the corpus', () => {
  const golden = (name: string) => new URL(`golden/${name}.json`, import.meta.url)
  // Looked up before any test runs: a comparison that writes the missing file has compared nothing.
  const missing = articles.map(({ name }) => name).filter((name) => !existsSync(golden(name)))

  it.for(articles)('gives the stored record of $name', async ({ name, text, gold }) => {
    const record = (await createExtractor()).extract({ id: gold.id, collection: 'corpus', text })
    expect(record.sha256).toBe(sha256(text))
    await expect(`${JSON.stringify({ ...record, producer: undefined }, null, 1)}\n`).toMatchFileSnapshot(
      fileURLToPath(golden(name)),
    )
  })

  it('has a stored record of every article', () => {
    expect(missing, 'they are written by now: look at them, commit them and run again').toEqual([])
  })
})
