import type { Attributor } from '../extract/attribution/attributor.js'
import { ANAPHORS, EVIDENCE, type Weights } from '../extract/entities/antecedents.js'
import type { Mention } from '../extract/entities/mentions.js'
import type { NameFinder } from '../extract/entities/names.js'
import type { Referent } from '../extract/entities/referents.js'
import { Resolver, type Choice, type Resolution } from '../extract/entities/resolver.js'
import type { Tokens } from '../record/tokens.js'
import { encodeModel } from '../tagger/model-file.js'
import type { Tokeniser } from '../tokenise/index.js'
import type { Gold } from './gold.js'
import { runOf } from './span-run.js'

type Article = Gold<'speakers'>

export interface SpeakerTraining {
  readonly epochs: number
  /** Step of AdaGrad. */
  readonly rate: number
  /** Ridge penalty an observation. */
  readonly penalty: number
}

/** Chosen on folds of the training articles; `models/speakers.md` has the figures. */
export const SPEAKER_TRAINING: SpeakerTraining = { epochs: 30, rate: 0.1, penalty: 0.01 }

/** A choice with what is right by the gold. */
interface Example {
  readonly anaphor: number
  readonly evidence: readonly (readonly number[])[]
  /** Whether each choice is right; of several, any may be taken. */
  readonly right: readonly boolean[]
}

/** What finds the parts that antecedents are chosen from. */
export interface Reader {
  readonly tokeniser: Tokeniser
  readonly finder: NameFinder
  readonly attributor: Attributor
}

/** Trains the choice of antecedents. The same articles and options give the same bytes. */
export function trainSpeakers(
  articles: readonly Article[],
  reader: Reader,
  options: SpeakerTraining,
  note: (line: string) => void,
): Uint8Array {
  const examples = articles.flatMap((article) => examplesOf(article, reader))
  note(`${examples.length} choices of an antecedent in ${articles.length} articles`)
  const weights = fitChoices(examples, options, note)
  const rows = weights.rows.map((row) => row.map((weight) => Math.round(weight * 1e4) / 1e4))
  return encodeModel(new Map(), { anaphors: ANAPHORS, evidence: EVIDENCE, rows })
}

/** How many choices are right on articles that the weights have not seen: of pronouns and of nouns. */
export function judgeSpeakers(
  articles: readonly Article[],
  reader: Reader,
  weights: Weights,
): Map<string, { right: number; of: number; none: number; noneRight: number }> {
  const figures = new Map<string, { right: number; of: number; none: number; noneRight: number }>()
  for (const article of articles) {
    const resolver = new Resolver(weights)
    const tokens = reader.tokeniser.tokenise(article.text)
    const chains = new Chains(article, tokens)
    resolver.resolve(
      tokens,
      reader.finder.find(tokens),
      reader.attributor.attribute(tokens),
      undefined,
      (choice, resolution) => {
        const { probabilities } = choice
        const taken = probabilities.indexOf(Math.max(...probabilities))
        const right = rightOf(choice, resolution, chains)
        const key = ANAPHORS[choice.anaphor]
        const tally = figures.get(key) ?? { right: 0, of: 0, none: 0, noneRight: 0 }
        figures.set(key, tally)
        if (right.length > choice.candidates.length && right[right.length - 1]) {
          tally.none++
          if (right[taken]) tally.noneRight++
        } else {
          tally.of++
          if (right[taken]) tally.right++
        }
        return taken
      },
    )
  }
  return figures
}

function examplesOf(article: Article, { tokeniser, finder, attributor }: Reader): Example[] {
  const tokens = tokeniser.tokenise(article.text)
  const chains = new Chains(article, tokens)
  const examples: Example[] = []
  const resolver = new Resolver(nothing())
  resolver.resolve(tokens, finder.find(tokens), attributor.attribute(tokens), undefined, (choice, resolution) => {
    const right = rightOf(choice, resolution, chains)
    if (choice.evidence.length === 1) return 0
    if (!right.includes(true)) return 0
    examples.push({ anaphor: choice.anaphor, evidence: choice.evidence, right })
    return right.indexOf(true)
  })
  return examples
}

function nothing(): Weights {
  return { rows: Array.from({ length: 1 + ANAPHORS.length }, () => EVIDENCE.map(() => 0)) }
}

/** Whether each choice is right; none is where no candidate is. */
function rightOf(
  { mention, candidates, evidence }: Pick<Choice, 'mention' | 'candidates' | 'evidence'>,
  { mentions }: Resolution,
  chains: Chains,
): boolean[] {
  const chain = chains.of(mentions[mention])
  const has = (one: Referent): boolean => one.mentions.some((other) => chains.of(mentions[other]) === chain)
  const right = candidates.map(({ referent }) => chain !== undefined && has(referent))
  return evidence.length === right.length ? right : [...right, !right.includes(true)]
}

/** The chains of an article's gold: that of the shortest mention which has a mention's head, or all of several names side by side. */
class Chains {
  readonly #chain: (string | undefined)[]
  readonly #longestFirst: Article['entities']
  readonly #tokens: Tokens

  constructor({ entities }: Article, tokens: Tokens) {
    this.#tokens = tokens
    this.#chain = new Array<string | undefined>(tokens.count)
    this.#longestFirst = [...entities].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    for (const [start, end, , chain] of this.#longestFirst)
      for (let { first: t, last } = runOf(tokens, start, end); t <= last; t++) this.#chain[t] = chain
  }

  of({ first, last, head, name, form }: Mention): string | undefined {
    if (form !== 'name' || name !== null) return this.#chain[head]
    const [from, to] = [this.#tokens.start[first], this.#tokens.end[last]]
    return this.#longestFirst.filter(([start, end]) => start <= from && end >= to).at(-1)?.[3]
  }
}

/** Fits a maximum-entropy choice: the summed probability of the right choices is made as high as it can be. */
function fitChoices(
  examples: readonly Example[],
  { epochs, rate, penalty }: SpeakerTraining,
  note: (line: string) => void,
): Weights {
  const width = EVIDENCE.length
  const values = new Float64Array((1 + ANAPHORS.length) * width)
  const squares = new Float64Array(values.length).fill(1e-4)
  const gradient = new Float64Array(values.length)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0
    for (const { anaphor, evidence, right } of examples) {
      const own = (1 + anaphor) * width
      const scores = evidence.map((found) => found.reduce((sum, f) => sum + values[f] + values[own + f], 0))
      const top = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - top))
      const all = powers.reduce((sum, power) => sum + power, 0)
      const good = powers.reduce((sum, power, k) => sum + (right[k] ? power : 0), 0)
      loss -= Math.log(good / all)
      const touched: number[] = []
      evidence.forEach((found, k) => {
        const slope = powers[k] / all - (right[k] ? powers[k] / good : 0)
        for (const f of found)
          for (const at of [f, own + f]) {
            if (gradient[at] === 0) touched.push(at)
            gradient[at] += slope
          }
      })
      for (const at of touched) {
        const g = gradient[at] + penalty * values[at]
        gradient[at] = 0
        squares[at] += g * g
        values[at] -= (rate * g) / Math.sqrt(squares[at])
      }
    }
    if (epoch % 10 === 0) note(`epoch ${epoch}: loss ${(loss / examples.length).toFixed(4)} a choice`)
  }
  const row = (r: number): number[] => [...values.subarray(r * width, (r + 1) * width)]
  return { rows: Array.from({ length: 1 + ANAPHORS.length }, (_, r) => row(r)) }
}
