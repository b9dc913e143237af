import type { MentionForm } from '../record/record.js'
import type { Span } from '../record/span.js'
import type { FeatureScore, TokenScores } from '../tagger/scores.js'
import type { Role } from './attribution/labels.js'

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
  /** A quotation without a cue, alone in its paragraph or its sentences: it is given to whom what stands before it tells of. */
  | 'implied-speaker'
  /** A turn of a printed interview. */
  | 'interview'
  /** A phrase that needs no model: "according to", "reportedly", a clause that ends its sentence ("…, police said"). */
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
