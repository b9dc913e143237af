import type { Forms } from '../../record/tokens.js'
import { hashString } from '../../tagger/hash.js'
import { REPORTING_NOUNS, REPORTING_VERBS } from './lexicon.js'
import { ACTS } from '../../record/record.js'

/** Words after which a clause begins, or that join two. */
const CLAUSE_MARKERS = new Set(
  'that whether if because as while although though who which whom whose when where how why what to and but or so since after before until unless than about'.split(
    ' ',
  ),
)

/** What features need of each form, worked out once: struct of arrays, by the tokeniser's numbers. */
export class Words {
  hash = new Int32Array(1024)
  suffix = new Int32Array(1024)
  prefix = new Int32Array(1024)
  /** 0 where the lemma reports nothing, else 1 + the act's index; nouns 32 above. */
  reporting = new Uint8Array(1024)
  clauseMarker = new Uint8Array(1024)
  #forms: readonly string[] = []
  #count = 0

  /** Takes in forms that are new. */
  learn({ all }: Forms): void {
    if (all !== this.#forms) this.#count = 0
    this.#forms = all
    while (this.#count < all.length) this.#add(all[this.#count])
  }

  #add(form: string): void {
    const n = this.#count++
    if (n === this.hash.length) this.#grow()
    this.hash[n] = hashString(form)
    this.suffix[n] = hashString(form.slice(-3))
    this.prefix[n] = hashString(form.slice(0, 3))
    const verb = REPORTING_VERBS.get(form)
    const noun = REPORTING_NOUNS.get(form)
    this.reporting[n] = verb === undefined ? 0 : 1 + ACTS.indexOf(verb)
    if (noun !== undefined) this.reporting[n] += 16 * (1 + ACTS.indexOf(noun))
    this.clauseMarker[n] = CLAUSE_MARKERS.has(form) ? 1 : 0
  }

  #grow(): void {
    const room = 2 * this.hash.length
    const grow = <T extends Int32Array | Uint8Array>(old: T, grown: T): T => {
      grown.set(old)
      return grown
    }
    this.hash = grow(this.hash, new Int32Array(room))
    this.suffix = grow(this.suffix, new Int32Array(room))
    this.prefix = grow(this.prefix, new Int32Array(room))
    this.reporting = grow(this.reporting, new Uint8Array(room))
    this.clauseMarker = grow(this.clauseMarker, new Uint8Array(room))
  }
}
