import { ANAPHORS, EVIDENCE, type Weights } from '../extract/entities/antecedents.js'
import type { Mention } from '../extract/entities/mentions.js'
import type { Referent } from '../extract/entities/referents.js'
import { Resolver, type Choice, type Resolution } from '../extract/entities/resolver.js'
import type { Tokens } from '../record/tokens.js'
import { encodeModel } from '../tagger/model-file.js'
import { fitChoices, type Example, type Reader, type SpeakerTraining } from './choices.js'
import type { Gold } from './gold.js'
import { choicesAtSources, type Article as Sources } from './source-choices.js'
import { runOf } from './span-run.js'

type Article = Gold<'speakers'>

/** Chosen on folds of the training articles; `models/speakers.md` has the figures. */
export const SPEAKER_TRAINING: SpeakerTraining = { epochs: 30, rate: 0.1, penalty: 0.01 }

/**
 * Trains the choice of antecedents: on the chains of GUM, then on them and on `own`, which has the names of who speaks. The same
 * articles and options give the same bytes.
 */
export function trainSpeakers(
  articles: readonly Article[],
  own: readonly Sources[],
  reader: Reader,
  options: SpeakerTraining,
  note: (line: string) => void,
): Uint8Array {
  const examples = articles.flatMap((article) => examplesOf(article, reader))
  note(`${examples.length} choices of an antecedent in ${articles.length} articles`)
  const first = fitChoices(examples, options, note)
  const atSources = own.flatMap((article) => choicesAtSources(article, reader, first))
  note(`${atSources.length} choices for sources of statements in ${own.length} articles`)
  const weights = fitChoices([...examples, ...atSources], options, note)
  const rows = weights.rows.map((row) => row.map((weight) => Math.round(weight * 1e4) / 1e4))
  return encodeModel(new Map(), { anaphors: ANAPHORS, evidence: EVIDENCE, rows })
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
