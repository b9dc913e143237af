import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import type { Mention } from './mentions.js'
import { isCourtesy } from '../../record/nouns.js'
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

/** How many paragraphs of an interview ask at least; one is enough where the opening says that it is one. */
const FEWEST_QUESTIONS = 3

/** How far behind a name "was interviewed" may stand, in tokens. */
const INTERVIEWED_WITHIN = 4

/** How far before "with" and the name of a newspaper "interview" may stand. */
const INTERVIEW_BEFORE = 8

/** Who says "I" where a text is not quoted: one in most texts, two in an interview, who ask and answer. */
export class Narrators {
  readonly isInterview: boolean
  /** Whom the text says to be interviewed. */
  readonly interviewed: ReadonlySet<Referent>
  readonly #tokens: Tokens
  readonly #asks: Uint8Array
  /** Of each paragraph of an interview, who was last called on before it. */
  readonly #called: readonly (Referent | null)[]
  /** Of who answers, or is the only one, and of who asks; undefined where it has not been looked for. */
  readonly #known: (Referent | null | undefined)[] = [undefined, undefined]

  constructor(tokens: Tokens, mentions: readonly Mention[], referent: readonly (Referent | null)[]) {
    const { paragraphs, paragraph, sentence, word, quoteDepth } = tokens
    this.#tokens = tokens
    this.#asks = new Uint8Array(paragraphs.count)
    const people = mentions.flatMap((mention, m) => {
      const one = referent[m]
      return mention.name !== null && one?.type === 'PERSON' ? [{ mention, one }] : []
    })
    this.interviewed = interviewedOf(tokens, people)
    const announced = people.some(({ mention, one }) => this.interviewed.has(one) && sentence[mention.first] < OPENING_SENTENCES) // prettier-ignore
    // Who asks speaks first, if not always with a question mark.
    const first = announced ? mentions.find(({ family, head }) => (family === I || family === YOU) && quoteDepth[head] === 0) : undefined // prettier-ignore
    let questions = 0
    for (let p = 0; p < paragraphs.count; p++) {
      const last = paragraphs.last[p]
      const asks =
        (word[last] === '?' && quoteDepth[last] === 0) || (first !== undefined && p === paragraph[first.head])
      // What follows a question answers it, even with another one at its end.
      if (!asks || (p > 0 && this.#asks[p - 1] === 1)) continue
      this.#asks[p] = 1
      questions++
    }
    this.isInterview = questions >= (announced ? 1 : FEWEST_QUESTIONS)
    this.#called = this.isInterview ? calledBefore(tokens, people) : []
    const introduced = new Set(
      people.flatMap(({ mention, one }) =>
        isIntroduced(tokens, mention) || isByline(tokens, mention) || isNamedByTitle(tokens, mention) ? [one] : [],
      ),
    )
    if (introduced.size === 1) [this.#known[0]] = introduced
  }

  /** Whose a pronoun is that is not quoted: 0 of who answers or is the only one, 1 of who asks, -1 of neither. */
  side({ family, head }: Mention): number {
    const asks = this.isInterview && this.#asks[this.#tokens.paragraph[head]] === 1
    if (family === I) return asks ? 1 : 0
    return family === YOU && asks ? 0 : -1
  }

  /** Who was last called on in an earlier paragraph than that of a mention, and answers or pleads since then; null where nobody was. */
  calledBefore({ head }: Mention): Referent | null {
    return this.#called[this.#tokens.paragraph[head]] ?? null
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

interface Named {
  readonly mention: Mention
  readonly one: Referent
}

/** Of each paragraph, who was last called on in an earlier one: "Alright, Mr. Sova, please proceed." */
function calledBefore(tokens: Tokens, people: readonly Named[]): (Referent | null)[] {
  const { paragraphs, paragraph, word, quoteDepth } = tokens
  const called: (Referent | null)[] = []
  let last: Referent | null = null
  let next = 0
  for (let p = 0; p < paragraphs.count; p++) {
    called.push(last)
    for (; next < people.length && paragraph[people[next].mention.first] === p; next++) {
      const { mention, one } = people[next]
      const title = mention.first - 1
      const isCalled = isCourtesy(word[title]) && isAddressed(tokens, { first: title, last: mention.last })
      if (isCalled && quoteDepth[title] === 0) last = one
    }
  }
  return called
}

/** The first person named behind "interview" in its sentence, and the one right before it: "an interview with Ann Smith". */
function interviewedOf({ lemma, sentence }: Tokens, people: readonly Named[]): Set<Referent> {
  const interviewed = new Set<Referent>()
  people.forEach(({ mention: { first, last }, one }, p) => {
    const before = people[p - 1]?.mention.last ?? -1
    for (let t = first - 1; t > before && sentence[t] === sentence[first]; t--)
      if (lemma[t] === 'interview') interviewed.add(one)
    for (let t = last + 1; t <= last + INTERVIEWED_WITHIN && sentence[t] === sentence[last]; t++)
      if (lemma[t] === 'interview') interviewed.add(one)
  })
  return interviewed
}

/**
 * For whom a printed interview asks: the organisation that was first told something, or that the interview was with; null where there is none.
 * @param told The mentions that statements are addressed to, or -1.
 */
export function outletOf(
  { word, lemma, sentence }: Tokens,
  mentions: readonly Mention[],
  referent: readonly (Referent | null)[],
  told: readonly number[],
): Referent | null {
  const isTold = new Set(told)
  const outlet = mentions.findIndex(({ first }, m) => {
    if (referent[m]?.type !== 'ORGANIZATION') return false
    if (isTold.has(m)) return true
    let t = word[first - 1] === 'the' ? first - 2 : first - 1
    if (word[t] !== 'with') return false
    for (const end = Math.max(0, t - INTERVIEW_BEFORE); t >= end && sentence[t] === sentence[first]; t--)
      if (lemma[t] === 'interview') return true
    return false
  })
  return referent[outlet] ?? null
}

/** Whether a name stands between marks: "Mr. Roberts?", "so, Mr. Roberts, you". */
export function isAddressed({ pos, count }: Tokens, { first, last }: Pick<Mention, 'first' | 'last'>): boolean {
  let before = first - 1
  while (before >= first - 2 && before >= 0 && (pos[before] === PROPN || pos[before] === NOUN)) before--
  return (before < 0 || pos[before] === PUNCT) && (last + 1 >= count || pos[last + 1] === PUNCT)
}

const { PUNCT, PROPN, NOUN } = PART_OF_SPEECH

/** Whether who speaks introduces himself by a name: "My name is Ann Smith", "I'm Ann Smith". */
function isIntroduced({ word, lemma, quoteDepth }: Tokens, { first }: Mention): boolean {
  if (first < 2 || quoteDepth[first] > 0 || lemma[first - 1] !== 'be') return false
  return word[first - 2] === 'i' || (word[first - 2] === 'name' && word[first - 3] === 'my')
}

/** Whether a name stands by itself behind "by" at the beginning of the text: who wrote it says "I" there. */
function isByline({ word, paragraph, paragraphs }: Tokens, { first, last }: Mention): boolean {
  const p = paragraph[first]
  return p < BYLINE_PARAGRAPHS && word[first - 1] === 'by' && paragraphs.first[p] === first - 1 && paragraphs.last[p] === last // prettier-ignore
}

/** A byline stands below the title, or below the title and a subtitle. */
const BYLINE_PARAGRAPHS = 3

/** Whether the text's title says whose words they are: "Remarks by President Ann Smith on the Economy", "Ann Smith's Inaugural Address". */
function isNamedByTitle({ word, pos, paragraph, paragraphs }: Tokens, { first, last }: Mention): boolean {
  const p = paragraph[first]
  if (p >= BYLINE_PARAGRAPHS) return false
  const [start, end] = [paragraphs.first[p], paragraphs.last[p]]
  if (word[end] === '.' || word[last + 1] === 'and') return false
  if (word[last + 1] === "'s" || word[last + 1] === "'") return ADDRESSES.has(word[end]) && end - last <= LONGEST_KIND
  let by = first - 1
  while (by > start && (pos[by] === PROPN || pos[by] === NOUN || word[by] === '.')) by--
  return BY.has(word[by]) && by - start <= LONGEST_KIND && ADDRESSES.has(word[by - 1])
}

/** What somebody says I in from beginning to end. */
const ADDRESSES = new Set('remarks speech address statement testimony lecture keynote message sermon eulogy'.split(' '))
const BY = new Set(['by', 'of', 'from'])

/** How many words tell what sort of address it is, with its article: "the opening remarks". */
const LONGEST_KIND = 4
