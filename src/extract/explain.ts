import { HearsayError } from '../record/errors.js'
import { spanOfRun } from '../record/runs.js'
import { spanOf } from '../record/span.js'
import { PARTS_OF_SPEECH, type Tokens } from '../record/tokens.js'
import { scoresOf } from '../tagger/scores.js'
import { createTokeniser } from '../tokenise/index.js'
import type { Claim } from './attribution/claim.js'
import type { Confidence } from './attribution/confidence.js'
import type { Draft } from './attribution/draft.js'
import { CLAIM_EVIDENCE, EVIDENCE } from './attribution/evidence.js'
import { ROLES, roleProbability, type Role } from './attribution/labels.js'
import { eachPassage, LEAST_CUE_PROBABILITY, type Passage } from './attribution/passage.js'
import { decisionOn, verdictsAround } from './decision.js'
import { EVIDENCE as ANTECEDENT_EVIDENCE, weightOf } from './entities/antecedents.js'
import type { Cast } from './entities/cast.js'
import type { Choice } from './entities/resolver.js'
import type {
  AntecedentAccount,
  ClaimAccount,
  DraftAccount,
  Explanation,
  LogOddsAccount,
  MentionAccount,
  Place,
} from './explanation.js'
import { historyOf, type History, type Verdict } from './history.js'
import { DEFAULT_MIN_CONFIDENCE, languageOf, loadModels, type ArticleInput, type ExtractorOptions } from './index.js'
import { labelScoresOf } from './label-scores.js'

/** Explains places of articles. It holds the models, so make one and keep it. */
export interface Explainer {
  /**
   * Why the text at `offset`, in UTF-16 code units, is or is not part of a statement.
   * @throws HearsayError `usage` where the offset is not within the text, or the text has no words.
   */
  explain(article: ArticleInput, offset: number): Explanation
}

/** Loads the models. The options are those of the extractor whose results are to be explained. Throws as `createExtractor` does. */
export async function createExplainer(options: ExtractorOptions = {}): Promise<Explainer> {
  const models = await loadModels(options)
  const { attribution: model, attributor } = models
  const first = model.chains.get('first')!
  const { drafter, ranking, confidence: weighing, claiming } = attributor
  const tokeniser = createTokeniser()
  return { explain }

  function explain({ id, text }: ArticleInput, offset: number): Explanation {
    assertOffset(id, text, offset)
    const tokens = tokeniser.tokenise(text)
    if (tokens.count === 0) throw new HearsayError('usage', 'expected a text with words, got one without', { id })
    const token = tokenAt(tokens, offset)
    const { language, english } = languageOf(text, options.language)
    const place = placeOf(tokens, token, language)
    if (!english)
      return {
        id,
        offset,
        decision: { inStatement: false, rule: 'not-english' },
        place,
        firstPass: null,
        drafts: [],
        mention: null,
        claim: null,
      }

    const history = historyOf(tokens, models, options.minConfidence ?? DEFAULT_MIN_CONFIDENCE)
    const passage = passageAt(tokens, token)
    const candidates = passage.cues.map((cue) => {
      const head = passage.first + cue.head
      const verdict = history.verdicts.find(({ draft, parent }) => parent === null && draft.head === head)
      const span = spanOfRun(tokens, { first: passage.first + cue.first, last: passage.first + cue.last })
      return { ...span, probability: cue.probability, outcome: verdict?.outcome ?? ('no-content' as const) }
    })
    const around = verdictsAround(history.verdicts, passage, token)
    return {
      id,
      offset,
      decision: decisionOn(token, around, history, candidates.length > 0),
      place,
      firstPass: {
        passage: { start: tokens.start[passage.first], end: tokens.end[passage.first + passage.length - 1] },
        probabilities: probabilitiesOf(passage, token - passage.first),
        leastCueProbability: LEAST_CUE_PROBABILITY,
        candidates,
        scores: labelScoresOf(scoresOf(first, passage.columns, token - passage.first), tokens, passage),
      },
      drafts: around.map((verdict) => accountOf(tokens, verdict, history)),
      mention: mentionAt(tokens, token, history),
      claim: claimOn(tokens, token, history),
    }
  }

  function mentionAt(tokens: Tokens, token: number, { cast, choices }: History): MentionAccount | null {
    const { mentions, referent } = cast.resolution
    const index = mentions.reduce(
      (top, { first, last }, m) =>
        first <= token && token <= last && (top < 0 || last - first <= mentions[top].last - mentions[top].first)
          ? m
          : top,
      -1,
    )
    if (index < 0) return null
    const choice = choices.find(({ mention }) => mention === index)
    const one = referent[index]
    return {
      ...spanOfRun(tokens, mentions[index]),
      form: mentions[index].form,
      name: one === null ? null : cast.nameOf(one),
      antecedents: choice === undefined ? [] : antecedentsOf(tokens, choice, cast),
    }
  }

  function antecedentsOf(tokens: Tokens, choice: Choice, cast: Cast): AntecedentAccount[] {
    const { candidates, evidence, probabilities, taken, anaphor } = choice
    return evidence
      .map((found, k) => {
        const candidate = candidates.at(k)
        const terms = found.map((each) => ({ evidence: ANTECEDENT_EVIDENCE[each], weight: weightOf(models.resolver.weights, anaphor, each) })) // prettier-ignore
        return {
          name: candidate === undefined ? null : cast.nameOf(candidate.referent),
          mention: candidate === undefined ? null : spanOfRun(tokens, cast.resolution.mentions[candidate.mention]),
          evidence: terms.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
          score: terms.reduce((sum, { weight }) => sum + weight, 0),
          probability: probabilities[k],
          isTaken: k === taken,
        }
      })
      .sort((a, b) => b.probability - a.probability)
  }

  function passageAt(tokens: Tokens, token: number): Passage {
    let [from, to] = [0, 0]
    eachPassage(tokens, (first, last) => {
      if (first <= token && token <= last) [from, to] = [first, last]
    })
    return drafter.passage(tokens, from, to)
  }

  /** The likeliest claim on a content that has the token. */
  function claimOn(tokens: Tokens, token: number, { claims, leastClaim, idOf }: History): ClaimAccount | null {
    const claim = claims
      .filter(({ run }) => run.first <= token && token <= run.last)
      .reduce<Claim | null>((top, next) => (top === null || next.probability > top.probability ? next : top), null)
    if (claim === null) return null
    const statement = idOf.get(claim.owner)
    return {
      content: spanOfRun(tokens, claim.run),
      cue: spanOfRun(tokens, claim.owner.cue!),
      ...(statement === undefined ? {} : { statement }),
      ...sumOf(claim, claiming, CLAIM_EVIDENCE),
      probability: claim.probability,
      least: leastClaim,
    }
  }

  function accountOf(tokens: Tokens, verdict: Verdict, { idOf }: History): DraftAccount {
    const { draft, parent, outcome, attribution, surer, least, confidence } = verdict
    const statement = outcome === 'echo' ? parent : attribution
    const ids = {
      statement: statement ? idOf.get(statement) : undefined,
      parent: parent ? idOf.get(parent) : undefined,
    }
    return {
      cue: spanOfRun(tokens, draft.cue),
      source: draft.source === null ? null : spanOfRun(tokens, draft.source),
      content: draft.content.map((run) => spanOfRun(tokens, run)),
      cueProbability: draft.cueProbability,
      confidence: {
        ...sumOf(draft, weighing, EVIDENCE),
        alone: sumOf(draft, ranking, EVIDENCE),
        probability: confidence,
        least,
      },
      outcome,
      ...(ids.statement === undefined ? {} : { statement: ids.statement }),
      ...(surer === undefined ? {} : { surer: spanOfRun(tokens, surer.cue) }),
      ...(ids.parent === undefined ? {} : { parent: ids.parent }),
    }
  }
}

/** What the evidence adds up to, by the weights of a confidence. */
function sumOf(
  { evidence }: Pick<Draft, 'evidence'>,
  { bias, weights }: Confidence,
  names: readonly string[],
): LogOddsAccount {
  const terms = weights.map((weight, k) => ({ evidence: names[k], value: evidence[k], weight }))
  return { bias, terms, logOdds: terms.reduce((sum, { weight, value }) => sum + weight * value, bias) }
}

function assertOffset(id: string, text: string, offset: number): void {
  if (text === '') throw new HearsayError('usage', 'expected a text to explain, got an empty one', { id })
  if (!Number.isInteger(offset) || offset < 0 || offset >= text.length)
    throw new HearsayError('usage', `expected an offset from 0 to ${text.length - 1}, got ${offset}`, { id })
}

/** The token at an offset, else the next one, else the last. */
function tokenAt({ end, count }: Tokens, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (end[middle] <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function placeOf(tokens: Tokens, token: number, language: string): Place {
  const { text, sentences, paragraphs, quotations } = tokens
  const s = tokens.sentence[token]
  const p = tokens.paragraph[token]
  const inParagraph = (t: number): boolean => tokens.paragraph[t] === p
  return {
    token: {
      ...spanOfRun(tokens, { first: token, last: token }),
      partOfSpeech: PARTS_OF_SPEECH[tokens.pos[token]],
      lemma: tokens.lemma[token],
    },
    sentence: spanOf(text, sentences.start[s], sentences.end[s]),
    paragraph: spanOf(text, paragraphs.start[p], paragraphs.end[p]),
    language,
    quotations: Array.from({ length: quotations.count }, (_, q) => q)
      .filter((q) => inParagraph(quotations.open[q]))
      .map((q) => ({
        start: tokens.start[quotations.open[q]],
        end: tokens.end[quotations.close[q]],
        depth: quotations.depth[q],
        closed: quotations.closed[q] === 1,
        continues: quotations.continues[q] === 1,
        holdsToken: quotations.open[q] <= token && token <= quotations.close[q],
      })),
    unpaired: quotations.unpaired.filter(inParagraph).map((t) => spanOfRun(tokens, { first: t, last: t })),
  }
}

function probabilitiesOf({ marginals }: Passage, token: number): { [role in Role]: number } {
  const [source, cue, content] = ROLES.map((_, role) => roleProbability(marginals, token, role))
  return { source, cue, content }
}
