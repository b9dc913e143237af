import { Attributor } from '../extract/attribution/attributor.js'
import { compete } from '../extract/attribution/competition.js'
import { confidenceOf, type Confidence } from '../extract/attribution/confidence.js'
import type { Draft } from '../extract/attribution/draft.js'
import { Drafter } from '../extract/attribution/drafter.js'
import { overlap, type TokenRun } from '../extract/attribution/runs.js'
import { DEFAULT_MIN_CONFIDENCE } from '../extract/index.js'
import type { Tokens } from '../record/tokens.js'
import type { Model } from '../tagger/model-file.js'
import type { Tokeniser } from '../tokenise/index.js'
import { compare } from './evaluate/attribution.js'
import type { Gold } from './gold.js'
import { fitLogistic, type Observation } from './logistic.js'
import { runOf } from './span-run.js'

type Article = Gold<'attribution'>

/** How drafts are weighed: by themselves, then beside each other; and how contents that none of them has. */
export interface Weighing {
  readonly ranking: Confidence
  readonly confidence: Confidence
  readonly claiming: Confidence
}

/** Articles with a model that has not seen them. */
export interface Unseen {
  readonly articles: readonly Article[]
  readonly model: Model
}

/** The drafts of an article, and which are right as `statement` of the attribution figures counts it. */
interface Judged {
  readonly drafts: readonly Draft[]
  readonly right: ReadonlySet<number>
}

/** Whatever the evidence. */
const NEVER: Confidence = { bias: -100, weights: [] }

/** Fits the weights of all evidence on articles with gold. */
export function fitWeighing(unseen: readonly Unseen[], tokeniser: Tokeniser): Weighing {
  const judged = unseen.flatMap((part) => judge(part, tokeniser))
  const ranking = fitLogistic(judged.flatMap(observations))
  const confidence = fitLogistic(
    judged.flatMap(({ drafts, right }) => observations({ drafts: compete(drafts, ranking), right })),
  )
  const claims = unseen.flatMap((part) => claimsOf(part, tokeniser, { ranking, confidence, claiming: NEVER }))
  const claiming = claims.length === 0 ? NEVER : fitLogistic(claims)
  return { ranking, confidence, claiming }
}

/** The confidence of each draft, and whether it is right. */
export function confidences(
  unseen: Unseen,
  tokeniser: Tokeniser,
  { ranking, confidence }: Weighing,
): { confidence: number; correct: boolean }[] {
  return judge(unseen, tokeniser).flatMap(({ drafts, right }) =>
    compete(drafts, ranking).map((draft, d) => ({
      confidence: confidenceOf(draft, confidence),
      correct: right.has(d),
    })),
  )
}

function judge({ articles, model }: Unseen, tokeniser: Tokeniser): Judged[] {
  const drafter = new Drafter(model.chains.get('first')!, model.chains.get('second')!, null)
  return articles.map((article) => {
    const tokens = tokeniser.tokenise(article.text)
    const { drafts } = drafter.read(tokens)
    return { drafts, right: correctDrafts(article, tokens, drafts) }
  })
}

function observations({ drafts, right }: Judged): Observation[] {
  return drafts.map(({ evidence }, d) => ({ evidence, outcome: right.has(d) }))
}

/** The contents that no statement has, and whether most of their words belong to the gold statement with the cue of the one near them. */
function claimsOf({ articles, model }: Unseen, tokeniser: Tokeniser, weighing: Weighing): Observation[] {
  const attributor = new Attributor({ ...model, notes: weighing }, DEFAULT_MIN_CONFIDENCE)
  const found: Observation[] = []
  for (const { text, attributions } of articles) {
    const tokens = tokeniser.tokenise(text)
    const gold = attributions.map(({ cue, content }) => ({
      cue: cue.map(([start, end]) => runOf(tokens, start, end)),
      content: content.map(([start, end]) => runOf(tokens, start, end)),
    }))
    attributor.attribute(tokens, {
      drafts() {},
      echo() {},
      claims(claims) {
        for (const { run, owner, evidence } of claims) {
          const same = gold.filter(({ cue }) => cue.some((part) => overlap(part, owner.cue!)))
          let right = 0
          for (let t = run.first; t <= run.last; t++)
            if (same.some(({ content }) => content.some(({ first, last }) => first <= t && t <= last))) right++
          found.push({ evidence, outcome: right > (run.last - run.first + 1) / 2 })
        }
      },
    })
  }
  return found
}

/** Which drafts of an article are right, by index. */
function correctDrafts(article: Article, tokens: Tokens, drafts: readonly Draft[]): ReadonlySet<number> {
  const span = ({ first, last }: TokenRun) => ({ start: tokens.start[first], end: tokens.end[last] })
  const statements = drafts.map((draft, d) => ({
    id: String(d),
    cue: span(draft.cue),
    source: draft.source === null ? null : span(draft.source),
    content: draft.content.map(span),
    quantities: [],
  }))
  return compare(article, { statements }).correct
}
