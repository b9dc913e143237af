import type { Mention } from '../extract/entities/mentions.js'
import type { Referent } from '../extract/entities/referents.js'
import { likeliest, Resolver, type Choice, type Resolution } from '../extract/entities/resolver.js'
import type { Weights } from '../extract/entities/antecedents.js'
import type { Tokens } from '../record/tokens.js'
import type { Example, Reader } from './choices.js'
import { isPartOfName, sameName } from './evaluate/names.js'
import type { Offsets } from './gold.js'
import { runOf } from './span-run.js'

/** An article with the names of who speaks at sources of its statements, as gold of statements has them. */
export interface Article {
  readonly text: string
  readonly statements: readonly {
    readonly source: readonly Offsets[]
    readonly speaker?: string | null | undefined
    readonly speakers?: readonly (string | null)[] | undefined
  }[]
}

/**
 * The choices of an antecedent for sources of statements, by the speaker that the gold has for each. All others are made by `weights`: the
 * gold has nothing to say of them.
 */
export function choicesAtSources(
  article: Article,
  { tokeniser, finder, attributor }: Reader,
  weights: Weights,
): Example[] {
  const tokens = tokeniser.tokenise(article.text)
  const examples: Example[] = []
  let speakers: Map<number, readonly string[]> | undefined
  new Resolver(weights).resolve(
    tokens,
    finder.find(tokens),
    attributor.attribute(tokens),
    undefined,
    (choice, resolution) => {
      speakers ??= speakersOf(article, tokens, resolution)
      const names = speakers.get(choice.mention)
      if (names === undefined || choice.evidence.length === 1) return likeliest(choice)
      const right = rightOf(choice, names, tokens, resolution.mentions)
      if (!right.includes(true)) return likeliest(choice)
      examples.push({ anaphor: choice.anaphor, evidence: choice.evidence, right })
      return right.indexOf(true)
    },
  )
  return examples
}

/** The right names for each mention that alone is the source of a statement. */
function speakersOf({ statements }: Article, tokens: Tokens, resolution: Resolution): Map<number, readonly string[]> {
  const speakers = new Map<number, readonly string[]>()
  for (const { source, speaker, speakers: all } of statements) {
    const names = (all ?? [speaker]).filter((name): name is string => typeof name === 'string')
    if (source.length !== 1 || names.length === 0) continue
    const mentions = resolution.of(runOf(tokens, ...source[0]))
    if (mentions.length === 1) speakers.set(mentions[0], names)
  }
  return speakers
}

/** Whether each choice is right: the candidates that have one of the names, else those that have a part of it; none where the mention itself is the name. */
function rightOf(
  { mention, candidates, evidence }: Pick<Choice, 'mention' | 'candidates' | 'evidence'>,
  names: readonly string[],
  tokens: Tokens,
  mentions: readonly Mention[],
): boolean[] {
  const textOf = ({ first, last }: Mention): string => tokens.text.slice(tokens.start[first], tokens.end[last])
  const called = ({ mentions: own }: Referent, is: (text: string, name: string) => boolean): boolean =>
    own.some((m) => mentions[m].form !== 'pronoun' && names.some((name) => is(textOf(mentions[m]), name)))
  const exact = candidates.map(({ referent }) => called(referent, sameName))
  const right = exact.includes(true) ? exact : candidates.map(({ referent }) => referent.type !== null && called(referent, isPartOfName)) // prettier-ignore
  if (evidence.length === right.length) return right
  const isOwnName = names.some((name) => isPartOfName(textOf(mentions[mention]), name))
  return [...right, !right.includes(true) && isOwnName]
}
