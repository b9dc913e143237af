import type { Tokens } from '../../record/tokens.js'
import type { Mention } from './mentions.js'
import { I, YOU } from './pronouns.js'
import type { Referent } from './referents.js'

/** How many people of the first sentences may be who says "I" in the text. */
const MOST_OPENING = 5
const OPENING_SENTENCES = 4

/** The people who are named in the first sentences. */
export function openingPeople(
  { sentence }: Tokens,
  mentions: readonly Mention[],
  referent: readonly (Referent | null)[],
): Referent[] {
  const people: Referent[] = []
  for (
    let m = 0;
    m < mentions.length && people.length < MOST_OPENING && sentence[mentions[m].first] < OPENING_SENTENCES;
    m++
  ) {
    const one = referent[m]
    if (one?.type === 'PERSON' && !people.includes(one)) people.push(one)
  }
  return people
}

/** How many paragraphs of an interview ask at least. */
const FEWEST_QUESTIONS = 3

/** Who says "I" where a text is not quoted: one in most texts, two in an interview, who ask and answer. */
export class Narrators {
  readonly isInterview: boolean
  readonly #tokens: Tokens
  readonly #asks: Uint8Array
  /** Of who answers, or is the only one, and of who asks; undefined where it has not been looked for. */
  readonly #known: (Referent | null | undefined)[] = [undefined, undefined]

  constructor(tokens: Tokens) {
    const { paragraphs, word, quoteDepth } = tokens
    this.#tokens = tokens
    this.#asks = new Uint8Array(paragraphs.count)
    let questions = 0
    for (let p = 0; p < paragraphs.count; p++) {
      const last = paragraphs.last[p]
      if (word[last] !== '?' || quoteDepth[last] > 0) continue
      this.#asks[p] = 1
      questions++
    }
    this.isInterview = questions >= FEWEST_QUESTIONS
  }

  /** Whose a pronoun is that is not quoted: 0 of who answers or is the only one, 1 of who asks, -1 of neither. */
  side({ family, head }: Mention): number {
    const asks = this.isInterview && this.#asks[this.#tokens.paragraph[head]] === 1
    if (family === I) return asks ? 1 : 0
    return family === YOU && asks ? 0 : -1
  }

  isKnown(side: number): boolean {
    return side === 1 || this.#known[side] !== undefined
  }

  of(side: number): Referent | null {
    return side === 1 ? null : (this.#known[side] ?? null)
  }

  set(side: number, one: Referent | null): void {
    this.#known[side] = one
  }
}
