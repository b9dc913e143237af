import { HearsayError } from '../record/errors.js'
import { overlap, spanOfRun, type TokenRun } from '../record/runs.js'
import { spanOf, type Span } from '../record/span.js'
import type { MentionForm, Statement } from '../record/record.js'
import { PARTS_OF_SPEECH, type Tokens } from '../record/tokens.js'
import { hashString, mix } from '../tagger/hash.js'
import { scoresOf, type FeatureScore, type TokenScores } from '../tagger/scores.js'
import { createTokeniser } from '../tokenise/index.js'
import type { Attribution } from './attribution/attribution.js'
import { confidenceOf, type Confidence } from './attribution/confidence.js'
import type { Claim } from './attribution/claim.js'
import { CLAIM_EVIDENCE, EVIDENCE } from './attribution/evidence.js'
import type { Draft } from './attribution/draft.js'
import { ROLES, roleProbability, type Role } from './attribution/labels.js'
import { eachPassage, LEAST_CUE_PROBABILITY, type Passage } from './attribution/passage.js'
import { EVIDENCE as ANTECEDENT_EVIDENCE, weightOf } from './entities/antecedents.js'
import type { Cast } from './entities/cast.js'
import type { Choice } from './entities/resolver.js'
import {
  castOf,
  DEFAULT_MIN_CONFIDENCE,
  languageOf,
  loadModels,
  type ArticleInput,
  type ExtractorOptions,
} from './index.js'
import { statementsOf } from './statements.js'

/** What became of a draft. */
export type Outcome =
  | 'accepted'
  /** Its confidence is below the least that was asked for. */
  | 'low-confidence'
  /** A surer draft has words of its cue. */
  | 'overlapped'
  /** The second pass found no content, or the rules on where a statement's parts end left none. */
  | 'no-content'
  /** It repeats another statement, or the one in whose content it was found. */
  | 'echo'

/** What decided whether an offset lies in a statement. */
export type Rule =
  | Outcome
  /** The text is judged not to be English: nothing is looked for. */
  | 'not-english'
  /** The first pass sees no possible cue in the passage. */
  | 'no-cue-candidate'
  /** There are drafts in the passage; the token belongs to none. */
  | 'outside'
  /** A draft has the token; the rules on where a statement's parts end cut it off. */
  | 'cut'
  /** Content that no statement had, given to the one that it most probably belongs to. */
  | 'claimed'
  /** A quotation that goes on in other paragraphs: the statement with one part of it got the rest. */
  | 'continued-quotation'
  /** A quotation without a cue, alone in its paragraph: it is given to whom the paragraph before quotes. */
  | 'implied-speaker'
  /** A turn of a printed interview. */
  | 'interview'
  /** A set phrase that needs no model, such as "according to". */
  | 'set-phrase'

/**
 * Why a place of an article is, or is not, part of a statement: plain JSON. The accounts in it follow the mechanism and change with it, in
 * any version.
 */
export interface Explanation {
  /** Id of the article. */
  readonly id: string
  /** What was asked about, in UTF-16 code units. */
  readonly offset: number
  /** Whether it is in a statement, and by which rule. */
  readonly decision: Decision
  /** The token, sentence and paragraph there. */
  readonly place: Place
  /** Null where the text is not English. */
  readonly firstPass: FirstPass | null
  /** The drafts whose cue, source or content has the token, the outermost first; without any the nearest one of the passage. */
  readonly drafts: readonly DraftAccount[]
  /** The innermost mention that has the token, and how it was found whom it is of. */
  readonly mention: MentionAccount | null
  /** Where no draft brought the token into a statement though the first pass holds it for content: the likeliest owner. */
  readonly claim: ClaimAccount | null
}

export interface Decision {
  readonly inStatement: boolean
  readonly rule: Rule
  /** Id of the innermost statement that has the token. */
  readonly statement?: string
  /** What the token is in that statement. */
  readonly role?: Role
}

/** Where the offset lies. */
export interface Place {
  /** The token at the offset, else the next one, else the last. */
  readonly token: Span & { readonly partOfSpeech: string; readonly lemma: string }
  readonly sentence: Span
  readonly paragraph: Span
  readonly language: string
  /** The quotations of the paragraph. */
  readonly quotations: readonly {
    readonly start: number
    readonly end: number
    readonly depth: number
    /** Whether its closing mark is there. */
    readonly closed: boolean
    /** Whether it goes on from the paragraph before. */
    readonly continues: boolean
    readonly holdsToken: boolean
  }[]
  /** Quotation marks of the paragraph that have no partner. */
  readonly unpaired: readonly Span[]
}

export interface FirstPass {
  /** The run of tokens that was labelled together. */
  readonly passage: { readonly start: number; readonly end: number }
  /** Probability that the token belongs to a source, a cue, a content. */
  readonly probabilities: { readonly [role in Role]: number }
  /** The probability from which a place is a cue candidate. */
  readonly leastCueProbability: number
  readonly candidates: readonly (Span & { readonly probability: number; readonly outcome: Outcome })[]
  readonly scores: LabelScores
}

/** `TokenScores` of the token, with what its features read in words. */
export interface LabelScores extends Omit<TokenScores, 'features'> {
  /** Those that tell most between the best label and the next best come first. */
  readonly features: readonly (Omit<FeatureScore, 'read'> & { readonly values: readonly string[] })[]
  /** Index of the label that came next, by its best sequence; null where only one is allowed. */
  readonly nextBest: number | null
  /** Index of the label with the highest probability, which is the one that the second pass sees. */
  readonly likeliest: number
}

/** A mention, and whom it is of. */
export interface MentionAccount extends Span {
  readonly form: MentionForm
  /** The fullest name of whom it is of, else the fullest noun phrase; null where it cannot be told. */
  readonly name: string | null
  /** The antecedents that were weighed, the likeliest first; none where a name was joined with others of its spelling, or a noun stands beside one. */
  readonly antecedents: readonly AntecedentAccount[]
}

/** One antecedent that was weighed: the products of the evidence add up to `score`, and the probabilities of all follow from their scores. */
export interface AntecedentAccount {
  /** Null for no antecedent. */
  readonly name: string | null
  /** Its mention that counted. */
  readonly mention: Span | null
  readonly evidence: readonly { readonly evidence: string; readonly weight: number }[]
  readonly score: number
  readonly probability: number
  readonly isTaken: boolean
}

/** Content that no draft brought into a statement, and the statement that it most probably belongs to. */
export interface ClaimAccount extends LogOddsAccount {
  readonly content: Span
  /** Cue of that statement. */
  readonly cue: Span
  /** Its id. */
  readonly statement?: string
  /** 1 / (1 + exp(-logOdds)). */
  readonly probability: number
  /** The least `probability` that gives it to the statement. */
  readonly least: number
}

export interface DraftAccount {
  readonly cue: Span
  readonly source: Span | null
  readonly content: readonly Span[]
  /** Probability that the cue is one, by the second pass. */
  readonly cueProbability: number
  readonly confidence: ConfidenceAccount
  readonly outcome: Outcome
  /** Id of the statement that it became, that it repeats, or in which it was found and failed. */
  readonly statement?: string
  /** Cue of the surer draft that it lost to. */
  readonly surer?: Span
  /** Id of the statement in whose content it was found. */
  readonly parent?: string
}

/** Log-odds as a sum: the bias and every `weight × value` add up to `logOdds`, in this order. */
export interface LogOddsAccount {
  readonly bias: number
  readonly terms: readonly { readonly evidence: string; readonly value: number; readonly weight: number }[]
  readonly logOdds: number
}

/** The confidence as a sum. Its evidence tells among others how likely the draft was by itself, before it was compared with others. */
export interface ConfidenceAccount extends LogOddsAccount {
  /** The sum for the draft by itself; as evidence its `logOdds` is kept within ±8. */
  readonly alone: LogOddsAccount
  /** 1 / (1 + exp(-logOdds)). */
  readonly probability: number
  /** The least `probability` that makes it a statement; above 1 where none would do. */
  readonly least: number
}

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

    const history = historyOf(tokens)
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
        scores: inWords(scoresOf(first, passage.columns, token - passage.first), tokens, passage),
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

  /** Finds the article's statements as the extractor does, and keeps what became of each draft. */
  function historyOf(tokens: Tokens): History {
    const verdicts: Verdict[] = []
    let claims: readonly Claim[] = []
    let granted: readonly Claim[] = []
    let leastClaim = 1
    const attributions = attributor.attribute(tokens, {
      drafts(drafts, parent, least, accepted) {
        const judged = drafts.map((draft) => ({ draft, confidence: confidenceOf(draft, weighing) }))
        for (const { draft, confidence } of judged) {
          const attribution = accepted.get(draft)
          const surer = judged.find(
            (other) => other.draft !== draft && other.confidence >= confidence && overlap(other.draft.cue, draft.cue),
          )?.draft
          verdicts.push({
            draft,
            parent,
            least,
            confidence,
            content: attribution?.content ?? [],
            ...(attribution !== undefined
              ? { attribution, outcome: 'accepted' }
              : confidence < least
                ? { outcome: 'low-confidence' }
                : surer === undefined
                  ? { outcome: 'no-content' }
                  : { surer, outcome: 'overlapped' }),
          })
        }
      },
      claims(all, given, least) {
        claims = all
        granted = given
        leastClaim = least
      },
      echo(attribution) {
        const verdict = verdicts.find((each) => each.attribution === attribution)
        if (verdict !== undefined) verdict.outcome = 'echo'
      },
    })
    const choices: Choice[] = []
    const cast = castOf(tokens, attributions, models, (choice) => choices.push(choice))
    const { statements } = statementsOf(tokens, attributions, cast, options.minConfidence ?? DEFAULT_MIN_CONFIDENCE)
    return {
      verdicts,
      cast,
      choices,
      claims,
      granted,
      leastClaim,
      attributions,
      idOf: idsOf(tokens, attributions, statements),
    }
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

/** What became of one draft. */
interface Verdict {
  readonly draft: Draft
  readonly parent: Attribution | null
  readonly least: number
  readonly confidence: number
  outcome: Outcome
  /** What it became, where it was accepted at first. */
  readonly attribution?: Attribution
  /** That attribution's content then: a rule may have widened it since. */
  readonly content: readonly TokenRun[]
  readonly surer?: Draft
}

/** How an article's statements came about. */
interface History {
  readonly verdicts: readonly Verdict[]
  readonly claims: readonly Claim[]
  readonly granted: readonly Claim[]
  readonly leastClaim: number
  readonly attributions: readonly Attribution[]
  readonly cast: Cast
  readonly choices: readonly Choice[]
  readonly idOf: ReadonlyMap<Attribution, string>
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

/** The drafts that have the token, outer ones first; where none has, the nearest of the passage. */
function verdictsAround(verdicts: readonly Verdict[], passage: Passage, token: number): Verdict[] {
  const having = verdicts.filter(({ draft }) => roleIn(draft, token) !== undefined)
  if (having.length > 0) return having
  const inPassage = verdicts.filter(
    ({ draft, parent }) =>
      parent === null && draft.head >= passage.first && draft.head < passage.first + passage.length,
  )
  const distance = ({ draft }: Verdict): number => Math.abs(draft.head - token)
  return inPassage.sort((a, b) => distance(a) - distance(b)).slice(0, 1)
}

/** The parts that a draft and a statement both have. */
interface Parts {
  readonly cue: TokenRun | null
  readonly source: TokenRun | null
  readonly content: readonly TokenRun[]
}

/** What the token is in a draft or a statement. */
function roleIn({ cue, source, content }: Parts, token: number): Role | undefined {
  const here = { first: token, last: token }
  if (cue !== null && overlap(cue, here)) return 'cue'
  if (source !== null && overlap(source, here)) return 'source'
  return content.some((run) => overlap(run, here)) ? 'content' : undefined
}

function decisionOn(token: number, around: readonly Verdict[], history: History, hasCandidates: boolean): Decision {
  const { attributions, idOf } = history
  const innermost = attributions
    .filter((attribution) => roleIn(attribution, token) !== undefined)
    .reduce<Attribution | undefined>(
      (top, next) => (top === undefined || depthOf(next) >= depthOf(top) ? next : top),
      undefined,
    )
  if (innermost !== undefined) {
    const id = idOf.get(innermost)
    const role = roleIn(innermost, token)
    return {
      inStatement: true,
      rule: ruleOf(innermost, history, token),
      ...(id === undefined ? {} : { statement: id }),
      ...(role === undefined ? {} : { role }),
    }
  }
  if (!hasCandidates) return { inStatement: false, rule: 'no-cue-candidate' }
  const having = around.filter(({ draft }) => roleIn(draft, token) !== undefined)
  const surest = having.reduce<Verdict | undefined>(
    (top, next) => (top === undefined || next.confidence > top.confidence ? next : top),
    undefined,
  )
  if (surest === undefined) return { inStatement: false, rule: 'outside' }
  return { inStatement: false, rule: surest.outcome === 'accepted' ? 'cut' : surest.outcome }
}

/** What put the token into a statement. */
function ruleOf(attribution: Attribution, { verdicts, granted }: History, token: number): Rule {
  if (attribution.verbatim) return 'interview'
  if (attribution.cue === null) return 'implied-speaker'
  const verdict = verdicts.find((each) => each.attribution === attribution)
  if (verdict === undefined) return 'set-phrase'
  if (roleIn({ ...attribution, content: verdict.content }, token) !== undefined) return 'accepted'
  const isClaimed = granted.some(
    ({ run, owner }) => owner === attribution && run.first - 1 <= token && token <= run.last + 1,
  )
  return isClaimed ? 'claimed' : 'continued-quotation'
}

function depthOf({ parent }: Attribution): number {
  return parent === null ? 0 : 1 + depthOf(parent)
}

/** Ids that the record gives to statements. No two share cue and content, so these tell which is which. */
function idsOf(
  tokens: Tokens,
  attributions: readonly Attribution[],
  statements: readonly Statement[],
): ReadonlyMap<Attribution, string> {
  const key = (spans: readonly ({ readonly start: number; readonly end: number } | null)[]): string =>
    spans.map((span) => (span === null ? '-' : `${span.start}-${span.end}`)).join(' ')
  const ids = new Map(statements.map(({ id, cue, content }) => [key([cue, ...content]), id]))
  return new Map(
    attributions.flatMap((attribution) => {
      const parts: (TokenRun | null)[] = [attribution.cue, ...attribution.content]
      const id = ids.get(key(parts.map((run) => (run === null ? null : spanOfRun(tokens, run)))))
      return id === undefined ? [] : [[attribution, id] as const]
    }),
  )
}

function inWords(scores: TokenScores, tokens: Tokens, passage: Passage): LabelScores {
  const { best, sequences } = scores
  const rivals = sequences.flatMap((sequence, label) => (sequence === null || label === best ? [] : [label]))
  const nextBest = rivals.reduce<number | null>(
    (top, label) => (top === null || sequences[label]!.total > sequences[top]!.total ? label : top),
    null,
  )
  const telling = ({ units }: { readonly units: readonly number[] }): number =>
    nextBest === null ? Math.abs(units[best]) : Math.abs(units[best] - units[nextBest])
  const words = wordsOf(tokens, passage)
  const features = scores.features
    .map(({ template, read, units }) => ({
      template,
      values: read.map(({ column, value }) => valueInWords(column, value, words)),
      units,
    }))
    .sort((a, b) => telling(b) - telling(a))
  const likeliest = scores.probabilities.indexOf(Math.max(...scores.probabilities))
  return { ...scores, features, nextBest, likeliest }
}

/** What the hashes in a passage's columns stand for. */
function wordsOf({ word, lemma }: Tokens, { first, length }: Passage): ReadonlyMap<number, string> {
  const words = new Map<number, string>()
  for (let t = first; t < first + length; t++) {
    words.set(hashString(word[t].slice(0, 3)), `${word[t].slice(0, 3)}…`)
    words.set(hashString(word[t].slice(-3)), `…${word[t].slice(-3)}`)
    words.set(mix(hashString(lemma[t]), 1), lemma[t])
    words.set(mix(hashString(lemma[t]), 2), `${lemma[t]} in quotation marks`)
  }
  // Whole words last: a word of three letters is its own beginning and end.
  for (let t = first; t < first + length; t++) {
    words.set(hashString(lemma[t]), lemma[t])
    words.set(hashString(word[t]), word[t])
  }
  return words
}

/** A cell holds a small number, or the hash of a word. */
function valueInWords(column: string, value: number | undefined, words: ReadonlyMap<number, string>): string {
  if (value === undefined) return '(outside)'
  if (column === 'pos') return PARTS_OF_SPEECH[value]
  if (value >= 0 && value < 2 ** 16) return String(value)
  return words.get(value) ?? String(value)
}
