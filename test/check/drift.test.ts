import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BaselineBuilder, Vocabulary, type Baseline, type Cut } from '../../src/check/drift/baseline.js'
import { readBaseline } from '../../src/check/drift/baseline-file.js'
import { Comparison, type Difference } from '../../src/check/drift/comparison.js'
import { cohensH, fisherExact } from '../../src/check/drift/fisher.js'
import { profileOf, type Profile } from '../../src/check/drift/profile.js'
import { randomFrom, shuffle } from '../../src/train/random.js'
import { folderOf } from './corpus.js'

describe("Fisher's exact test", () => {
  it('gives the chances of tables that can be counted by hand', () => {
    // Fisher's lady: of 8 cups she tells all: one way in 70 on this side, doubled.
    expect(fisherExact(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12)
    expect(fisherExact(3, 4, 1, 4)).toBeCloseTo((2 * 17) / 70, 12)
    expect(fisherExact(2, 4, 2, 4)).toBe(1)
  })

  it('is a chance, whichever share comes first', () => {
    const share = fc
      .integer({ min: 1, max: 300 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(share, share, ([a, m], [b, n]) => {
        const p = fisherExact(a, m, b, n)
        expect(p).toBeGreaterThanOrEqual(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(fisherExact(b, n, a, m)).toBeCloseTo(p, 8)
        expect(fisherExact(m - a, m, n - b, n)).toBeCloseTo(p, 8)
      }),
    )
  })

  it('comes with an effect size from 0 to pi', () => {
    expect(cohensH(0.3, 0.3)).toBe(0)
    expect(cohensH(0, 1)).toBeCloseTo(Math.PI, 12)
    expect(cohensH(0.05, 0.145)).toBeCloseTo(0.33, 2)
  })
})

/** Articles made of words by chance: news tells what somebody said, the other genre speaks to its reader. */
function articles(count: number, genre: 'news' | 'guide', random: () => number, rare = 3000): Profile[] {
  const common = 'the of in a to and on that for was with by at from is it as has be an'.split(' ')
  const own = genre === 'news' ? ['said', 'he', 'told', 'police', 'court'] : ['you', 'your', 'we', 'walk', 'beaches']
  return Array.from({ length: count }, () => {
    const share = 0.02 + 0.08 * random()
    const words = Array.from({ length: 100 + Math.floor(random() * 400) }, () => {
      const draw = random()
      if (draw < share) return own[Math.floor(random() * own.length)]
      return draw < 0.6 ? common[Math.floor(random() * common.length)] : `w${Math.floor(random() ** 3 * rare)}`
    })
    return profileOf('', words, undefined)
  })
}

function isAlarm(before: readonly Profile[], after: readonly Profile[]): boolean {
  const builder = new BaselineBuilder()
  for (const profile of before) builder.add(profile)
  return differences(builder.baseline(undefined), after).some(({ p, effect }) => p < 0.05 && effect >= 0.1)
}

function differences(baseline: Baseline, after: readonly Profile[]): Difference[] {
  const corpus = new Comparison(baseline)
  for (const profile of after) corpus.add(profile)
  return corpus.differences(false)
}

describe('a baseline', () => {
  const builder = new BaselineBuilder()
  for (const profile of articles(60, 'news', randomFrom(13))) builder.add(profile)
  const sound = builder.baseline(undefined)
  const [name] = Object.keys(sound.measures)
  const cut = (change: Partial<Cut>) => ({
    measures: { ...sound.measures, [name]: { ...sound.measures[name], ...change } },
  })

  it('is read as it was written', async () => {
    await expect(readBack(sound)).resolves.toEqual(sound)
  })

  it.each<[string, object]>([
    [`measures.${name}.above: expected as many as bounds`, cut({ above: [] })],
    [`measures.${name}.above: expected ${sound.measures[name].articles} at most`, cut({ above: sound.measures[name].above.map(() => 5000) })], // prettier-ignore
    ['languages.en: expected 60 at most', { languages: { en: 5000 } }],
    ['articles: ', { articles: 3e8 }],
    ['fingerprints: expected one for each of 60 articles', { fingerprints: [] }],
    ['acts.', { extracted: true }],
  ])('that is damaged is refused: %s', async (message, change) => {
    await expect(readBack({ ...sound, ...change })).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(message) as unknown }) // prettier-ignore
  })

  it('is no folder', async () => {
    await expect(readBaseline('test')).rejects.toMatchObject({ message: 'expected a baseline, got a folder; write one with --update-baseline' }) // prettier-ignore
  })
})

async function readBack(baseline: object): Promise<Baseline> {
  const folder = folderOf({ 'baseline.json': JSON.stringify(baseline) })
  try {
    return await readBaseline(join(folder.path, 'baseline.json'))
  } finally {
    folder.remove()
  }
}

describe('drift', () => {
  it('is seen in at most one of twenty random splits of one corpus', () => {
    const random = randomFrom(7)
    const corpus = articles(400, 'news', random)
    let alarms = 0
    for (let split = 0; split < 60; split++) {
      const mixed = shuffle([...corpus], random)
      if (isAlarm(mixed.slice(0, 200), mixed.slice(200))) alarms++
    }
    expect(alarms).toBeLessThanOrEqual(3)
  })

  it('is seen where a tenth of the articles is of another genre', () => {
    const random = randomFrom(8)
    const corpus = articles(2000, 'news', random)
    const others = articles(100, 'guide', random)
    let alarms = 0
    for (let round = 0; round < 5; round++) {
      const mixed = shuffle([...corpus], random)
      if (isAlarm(mixed.slice(0, 1000), [...mixed.slice(1000, 1900), ...others])) alarms++
    }
    expect(alarms).toBe(5)
  })

  it('takes the articles of the baseline for no more usual than others, where not all words are kept', () => {
    const random = randomFrom(10)
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [own, others] = [articles(300, 'news', random, 60_000), articles(300, 'news', random, 60_000)]
    const builder = new BaselineBuilder()
    for (const profile of own) builder.add(profile)
    const { words, leastArticles } = builder.baseline(undefined)
    expect(Object.keys(words).length).toBeLessThanOrEqual(5000)
    const vocabulary = new Vocabulary(Object.entries(words), 300, leastArticles)
    const usual = (profiles: readonly Profile[], isOwn: boolean) =>
      mean(profiles.map(({ types }) => vocabulary.typicality(types, isOwn)))
    expect(Math.abs(usual(own, true) - usual(others, false))).toBeLessThan(0.03)
    // Counted with themselves they are.
    expect(usual(own, false) - usual(others, false)).toBeGreaterThan(0.03)
  })

  it('is not seen in other articles of the same few words', () => {
    const random = randomFrom(11)
    const few = () =>
      Array.from({ length: 120 }, () => {
        const words = Array.from({ length: 60 }, (_, at) => `w${at}`)
        return profileOf('', shuffle(words, random).slice(0, 42), undefined)
      })
    for (let round = 0; round < 5; round++) expect(isAlarm(few(), few())).toBe(false)
  })

  it.each([60, 120, 400])('is not seen in the very corpus that the baseline is of, with %i articles', (count) => {
    const corpus = articles(count, 'news', randomFrom(12), 60_000)
    const builder = new BaselineBuilder()
    for (const profile of corpus) builder.add(profile)
    for (const { p } of differences(builder.baseline(undefined), corpus)) expect(p).toBe(1)
  })

  it('tells which distribution changed, and how', () => {
    const english = articles(100, 'news', randomFrom(9))
    const german = english.map((profile, at) => (at < 30 ? { ...profile, language: 'de' } : profile))
    const builder = new BaselineBuilder()
    for (const profile of english) builder.add(profile)
    const [first] = differences(builder.baseline(undefined), german)
    expect(first.distribution).toBe('languages')
    expect(first.share).toMatch(/^articles in (en|de)$/)
    expect(Math.abs(first.after - first.before)).toBeCloseTo(0.3, 10)
    expect(first.p).toBeLessThan(1e-6)
  })
})
