import type { Producer } from '../../record/record.js'
import { sha256Of } from '../../record/sha256.js'
import { VERSION } from '../../record/version.js'
import { MARKS, MEASURES, type Profile } from './profile.js'

/** Version of the baseline's form. It changes with what is measured, too: shares of another measure cannot be compared. */
export const BASELINE_VERSION = 2

/** Fewer articles tell nothing: a baseline has as many at least, and so has what is compared with it. */
export const FEWEST_ARTICLES = 50

/** The distributions of a corpus, without any of its text but for its commonest words, and what tells its articles again. */
export interface Baseline {
  /** What tells a file to be a baseline. */
  readonly format: 'hearsay-baseline'
  /** Version of its form. */
  readonly version: number
  /** Version of the package that made it, and the models. */
  readonly producer: Pick<Producer, 'hearsay' | 'models'>
  /** How many articles it was made of. */
  readonly articles: number
  /** Whether statements were extracted; else only texts are compared. */
  readonly extracted: boolean
  /** Numbers that each article has, by name. */
  readonly measures: { readonly [name: string]: Cut }
  /** By act, how many articles have a statement of it. */
  readonly acts: { readonly [act: string]: number }
  /** How many articles are in a language. */
  readonly languages: { readonly [language: string]: number }
  /** In how many articles the commonest words stand. */
  readonly words: { readonly [word: string]: number }
  /** In how many articles a word had to stand to be among them: 1 where all words are. */
  readonly leastArticles: number
  /** What tells each article again, sorted: twelve hexadecimal digits of the SHA-256 of its words. */
  readonly fingerprints: readonly string[]
}

/** Shares of articles above bounds. */
export interface Cut {
  /** How many articles have the measure. */
  readonly articles: number
  /** Quantiles of the measure, rising. */
  readonly bounds: readonly number[]
  /** How many articles lie above each bound. */
  readonly above: readonly number[]
}

/** How typical an article is of the baseline, by the words in it: a measure beside those of `MEASURES`. */
export const TYPICALITY = 'how usual the words are'

/** Where bounds lie: quantiles of the baseline. Genres differ in the tails, and a tenth of a corpus moves those most. */
const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

const MOST_WORDS = 5000

/** Takes in the profiles of a corpus and sums them up. */
export class BaselineBuilder {
  readonly #profiles: Profile[] = []

  add(profile: Profile): void {
    this.#profiles.push(profile)
  }

  get articles(): number {
    return this.#profiles.length
  }

  /** The profiles that came in, for a comparison. */
  get profiles(): readonly Profile[] {
    return this.#profiles
  }

  baseline(models: { readonly [task: string]: string } | undefined): Baseline {
    const profiles = this.#profiles
    const frequencies = new Map<string, number>()
    for (const { types } of profiles) for (const type of types) frequencies.set(type, (frequencies.get(type) ?? 0) + 1)
    const sorted = [...frequencies].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    // Words that stand in as many articles are all known or none: which of them are must not depend on any article.
    const next = sorted.length > MOST_WORDS ? sorted[MOST_WORDS][1] : 0
    const words = sorted.filter(([, frequency]) => frequency > next)
    const known = new Vocabulary(words, profiles.length, next + 1)
    const fingerprints = profiles.map(({ types }) => fingerprintOf(types)).sort()
    const measures = Object.fromEntries(
      MEASURES.flatMap(({ name, needsRecord }, at) =>
        needsRecord && models === undefined ? [] : [[name, cutOf(profiles.map(({ values }) => values[at]))] as const],
      ),
    )
    measures[TYPICALITY] = cutOf(profiles.map(({ types }) => known.typicality(types, true)))
    const acts = MARKS.map((mark, at) => [mark, profiles.filter(({ marks }) => marks[at] === 1).length] as const)
    const languages = new Map<string, number>()
    for (const { language } of profiles) languages.set(language, (languages.get(language) ?? 0) + 1)
    return {
      format: 'hearsay-baseline',
      version: BASELINE_VERSION,
      producer: { hearsay: VERSION, models: models ?? {} },
      articles: profiles.length,
      extracted: models !== undefined,
      measures,
      acts: models === undefined ? {} : Object.fromEntries(acts),
      languages: Object.fromEntries([...languages].sort(([a], [b]) => (a < b ? -1 : 1))),
      words: Object.fromEntries(words),
      leastArticles: next + 1,
      fingerprints,
    }
  }
}

/** The words that stand in most articles of a baseline. */
export class Vocabulary {
  readonly #frequencies: ReadonlyMap<string, number>
  readonly #articles: number
  /** In how many articles a word stands at least to be known. */
  readonly #least: number

  constructor(words: readonly (readonly [word: string, articles: number])[], articles: number, least: number) {
    this.#frequencies = new Map(words)
    this.#articles = articles
    this.#least = least
  }

  /**
   * The mean logarithm of the share of the baseline's articles that have a word of the article; NaN where it has no words. An article of
   * the baseline itself (`isOwn`) is left out of these shares, and of what makes a word known: else each would look more usual than any new one.
   */
  typicality(types: readonly string[], isOwn: boolean): number {
    if (types.length === 0) return NaN
    let sum = 0
    for (const type of types) {
      const others = (this.#frequencies.get(type) ?? 0) - (isOwn ? 1 : 0)
      sum += Math.log(((others < this.#least ? 0 : others) + 0.5) / (this.#articles + (isOwn ? 0 : 1)))
    }
    return sum / types.length
  }
}

/** What tells an article again by its words, each once, in the order of the text. */
export function fingerprintOf(types: readonly string[]): string {
  return sha256Of(types.join(' ')).slice(0, 12)
}

function cutOf(all: readonly number[]): Cut {
  const values = Float64Array.from(all.filter((value) => !Number.isNaN(value))).sort()
  const quantiles = QUANTILES.map((quantile) => values[Math.floor(quantile * values.length)])
  const bounds = values.length === 0 ? [] : [...new Set(quantiles)]
  return { articles: values.length, bounds, above: bounds.map((bound) => countAbove(values, bound)) }
}

/** How many of the values are above a bound. */
export function countAbove(values: Float64Array, bound: number): number {
  let count = 0
  for (const value of values) if (value > bound) count++
  return count
}
