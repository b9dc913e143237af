import type { EntityType } from '../../record/record.js'
import type { TokenRun } from '../../record/runs.js'
import { PART_OF_SPEECH, type Tokens } from '../../record/tokens.js'
import { PLURAL, type Mention } from './mentions.js'
import { FEMALE, MALE, ORGANISATION, PEOPLE, PERSON, PLACE, THING } from '../../record/nouns.js'

const { NOUN, PROPN } = PART_OF_SPEECH

/** One whom, or which, an article speaks of. It grows as mentions are found to be of it. */
export class Referent {
  /** Indexes of its mentions, in the order in which they were found. */
  readonly mentions: number[] = []
  /** Of one with a name. */
  readonly type: EntityType | null
  /** What it stands for: `PERSON` and so on. */
  readonly kind: number
  readonly number: number
  /** Several others, named together: "Ann Smith and Bob Jones". */
  readonly members: readonly Referent[]
  /** What the article calls it beside its name: titles and appositions. */
  readonly roles: TokenRun[] = []
  /** Lemmas of the nouns that are used for it. */
  readonly nouns = new Set<string>()
  /** Lemmas of the words that describe those nouns. */
  readonly descriptions = new Set<string>()
  /** Of those, the nouns and names: "health" of "health minister". */
  readonly fields = new Set<string>()
  /** Words of its names. */
  readonly words = new Set<string>()
  #gender = 0

  constructor(type: EntityType | null, kind: number, number: number, members: readonly Referent[] = []) {
    this.type = type
    this.kind = kind
    this.number = number
    this.members = members
  }

  static ofName(type: EntityType): Referent {
    const kind =
      type === 'PERSON'
        ? PERSON
        : type === 'NORP'
          ? PEOPLE
          : type === 'LOCATION' || type === 'FACILITY'
            ? PLACE
            : type === 'ORGANIZATION'
              ? ORGANISATION
              : THING
    return new Referent(type, kind, type === 'NORP' ? PLURAL : 0)
  }

  get gender(): number {
    return this.#gender
  }

  /** Takes a mention and its words. */
  enter({ lemma, word, pos }: Tokens, index: number, mention: Mention): void {
    this.add(index, mention)
    if (mention.form === 'nominal') {
      this.nouns.add(lemma[mention.head])
      for (let t = mention.first; t < mention.head; t++) {
        this.descriptions.add(lemma[t])
        if (pos[t] === NOUN || pos[t] === PROPN) this.fields.add(lemma[t])
      }
    }
    if (mention.form === 'name') for (let t = mention.first; t <= mention.last; t++) this.words.add(word[t])
  }

  /** Takes a mention, and what it tells of gender where nothing was known. */
  add(index: number, { gender, kind }: Mention): void {
    this.mentions.push(index)
    if (this.#gender === 0 && this.kind === PERSON && (gender === FEMALE || gender === MALE) && kind === PERSON)
      this.#gender = gender
  }
}
