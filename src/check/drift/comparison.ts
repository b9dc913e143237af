import { countAbove, fingerprintOf, TYPICALITY, Vocabulary, type Baseline } from './baseline.js'
import { cohensH, fisherExact } from './fisher.js'
import { DISTRIBUTIONS, MARKS, MEASURES, type Distribution, type Profile } from './profile.js'

/** How one distribution of a corpus differs from the baseline's. */
export interface Difference {
  readonly distribution: Distribution
  /** Corrected for all shares that were compared: the chance that a corpus like the baseline differs as much in anything. */
  readonly p: number
  /** Cohen's h of the share that differs most surely. */
  readonly effect: number
  /** That share, in words: `words above 812`. */
  readonly share: string
  readonly before: number
  readonly after: number
}

interface Shares {
  /** How many shares of the distribution were compared. */
  tests: number
  p: number
  share: string
  before: number
  after: number
}

/** What is kept of an article: its words are not, which would be most of it. */
interface Compared extends Omit<Profile, 'types'> {
  readonly typicality: number
}

/** Takes in the articles of a corpus, and compares them with a baseline. */
export class Comparison {
  readonly #baseline: Baseline
  readonly #vocabulary: Vocabulary
  readonly #own: ReadonlySet<string>
  readonly #articles: Compared[] = []

  constructor(baseline: Baseline) {
    this.#baseline = baseline
    this.#vocabulary = new Vocabulary(Object.entries(baseline.words), baseline.articles, baseline.leastArticles)
    this.#own = new Set(baseline.fingerprints)
  }

  /** How many articles came in. */
  get articles(): number {
    return this.#articles.length
  }

  add({ types, ...rest }: Profile): void {
    // A corpus that grows still has the articles of its baseline: each is measured as it was then.
    const typicality = this.#vocabulary.typicality(types, this.#own.has(fingerprintOf(types)))
    this.#articles.push({ ...rest, typicality })
  }

  /**
   * What differs, distribution by distribution, the surest difference first. Shares of articles are compared by Fisher's exact test; within a
   * distribution by Bonferroni's correction, over the distributions by Holm's.
   * @param extracted Whether the articles were extracted; else only texts are compared.
   */
  differences(extracted: boolean): Difference[] {
    return differencesOf(this.#baseline, this.#articles, extracted)
  }
}

function differencesOf(baseline: Baseline, articles: readonly Compared[], extracted: boolean): Difference[] {
  const found = new Map<Distribution, Shares>()
  const compare = (
    distribution: Distribution,
    share: string,
    [a, m]: readonly [number, number],
    [b, n]: readonly [number, number],
  ): void => {
    // What every article has, or none, cannot differ.
    if (m === 0 || n === 0 || a + b === 0 || a + b === m + n) return
    const p = fisherExact(a, m, b, n)
    const best = found.get(distribution) ?? { tests: 0, p: Infinity, share: '', before: 0, after: 0 }
    best.tests++
    if (p < best.p) Object.assign(best, { p, share, before: a / m, after: b / n })
    found.set(distribution, best)
  }
  const cut = (distribution: Distribution, name: string, all: readonly number[]): void => {
    const measure = Object.hasOwn(baseline.measures, name) ? baseline.measures[name] : undefined
    if (measure === undefined) return
    const values = Float64Array.from(all.filter((value) => !Number.isNaN(value)))
    measure.bounds.forEach((bound, at) => {
      const above = `${name} above ${Number(bound.toPrecision(3))}`
      compare(distribution, above, [measure.above[at], measure.articles], [countAbove(values, bound), values.length])
    })
  }
  const both = baseline.extracted && extracted
  MEASURES.forEach(({ distribution, name, needsRecord }, at) => {
    if (both || !needsRecord) cut(distribution, name, articles.map(({ values }) => values[at])) // prettier-ignore
  })
  cut('vocabulary', TYPICALITY, articles.map(({ typicality }) => typicality)) // prettier-ignore
  MARKS.forEach((act, at) => {
    if (!both) return
    const after = articles.filter(({ marks }) => marks[at] === 1).length
    compare('acts', `articles in which somebody is said to ${act}`, [baseline.acts[act], baseline.articles], [after, articles.length]) // prettier-ignore
  })
  const languages = new Map<string, number>()
  for (const { language } of articles) languages.set(language, (languages.get(language) ?? 0) + 1)
  for (const language of new Set([...Object.keys(baseline.languages), ...languages.keys()])) {
    const before = Object.hasOwn(baseline.languages, language) ? baseline.languages[language] : 0
    const after = languages.get(language) ?? 0
    compare('languages', `articles in ${language}`, [before, baseline.articles], [after, articles.length])
  }
  return holm(
    DISTRIBUTIONS.flatMap((distribution) => {
      const shares = found.get(distribution)
      if (shares === undefined) return []
      const { tests, p, share, before, after } = shares
      return { distribution, p: p * tests, effect: cohensH(before, after), share, before, after }
    }),
  )
}

/** Corrects chances for their number (Holm 1979): the least times their number, the next times one less, none below the one before. */
function holm(differences: readonly Difference[]): Difference[] {
  let before = 0
  return [...differences]
    .sort((a, b) => a.p - b.p)
    .map((difference, at) => {
      before = Math.min(1, Math.max(before, difference.p * (differences.length - at)))
      return { ...difference, p: before }
    })
}
