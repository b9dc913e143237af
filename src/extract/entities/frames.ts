import type { TokenRun } from '../../record/runs.js'
import type { Tokens } from '../../record/tokens.js'

/** What whom a text speaks of depends on in a statement. */
export interface Utterance {
  readonly source: TokenRun | null
  readonly implied: TokenRun | null
  readonly cue: TokenRun | null
  readonly content: readonly TokenRun[]
  readonly addressee: TokenRun | null
  readonly verbatim: boolean
}

/** What each token lies in: the innermost content, and whether it is quoted. */
export class Frames {
  /** Of each token, the statement whose content it lies in innermost, or -1. */
  readonly at: Int32Array
  /** Of each token, whether it is in quotation marks or in words that are verbatim without. */
  readonly quoted: Uint8Array
  /** Of each statement, the one around it, or -1. */
  readonly parent: Int32Array
  readonly #quoteDepth: Tokens['quoteDepth']
  readonly #utterances: readonly Utterance[]

  constructor({ count, quoteDepth }: Tokens, utterances: readonly Utterance[]) {
    this.#quoteDepth = quoteDepth
    this.#utterances = utterances
    this.at = new Int32Array(count).fill(-1)
    this.parent = new Int32Array(utterances.length).fill(-1)
    this.quoted = new Uint8Array(count)
    for (let t = 0; t < count; t++) this.quoted[t] = quoteDepth[t] > 0 ? 1 : 0
    const size = utterances.map(({ content }) => content.reduce((sum, { first, last }) => sum + last - first + 1, 0))
    const order = utterances.map((_, u) => u).sort((a, b) => size[b] - size[a] || a - b)
    for (const u of order) {
      const { content, verbatim } = utterances[u]
      this.parent[u] = this.at[content[0].first]
      for (const { first, last } of content) {
        this.at.fill(u, first, last + 1)
        if (verbatim) this.quoted.fill(1, first, last + 1)
      }
    }
  }

  /** Whether a token of a statement's content is in its speaker's own words. */
  isQuotedIn(utterance: number, token: number): boolean {
    const { cue, verbatim, content } = this.#utterances[utterance]
    if (verbatim) return true
    const outside = cue === null ? this.#quoteDepth[content[0].first] - 1 : this.#quoteDepth[cue.first]
    return this.#quoteDepth[token] > outside
  }
}
