import { plainName } from '../../record/places.js'
import { ByteMap } from '../../tagger/byte-map.js'
import { finish, hashString, mix } from '../../tagger/hash.js'
import { longer, WordTable } from '../../tagger/word-table.js'
import { classesOf } from './lexicon.js'

/** What the features of names need of a word beside its form. */
export class NameWords extends WordTable {
  shortSuffix = new Int32Array(1024)
  longSuffix = new Int32Array(1024)
  longPrefix = new Int32Array(1024)
  /** The lists of the lexicon that it is in. */
  classes = new Int32Array(1024)
  /** Its hash without accents, as the gazetteer has it. */
  plain = new Int32Array(1024)
  /** What the gazetteer has for it alone. */
  place = new Uint8Array(1024)
  readonly #places: ByteMap

  constructor(places = ByteMap.of([])) {
    super()
    this.#places = places
  }

  protected override describe(form: string, n: number): void {
    this.shortSuffix[n] = hashString(form.slice(-2))
    this.longSuffix[n] = hashString(form.slice(-4))
    this.longPrefix[n] = hashString(form.slice(0, 4))
    const plain = plainName(form)
    this.classes[n] = classesOf(plain)
    this.plain[n] = hashString(plain)
    this.place[n] = this.#places.get(finish(mix(0, this.plain[n])))
  }

  protected override grow(room: number): void {
    super.grow(room)
    this.shortSuffix = longer(this.shortSuffix, new Int32Array(room))
    this.longSuffix = longer(this.longSuffix, new Int32Array(room))
    this.longPrefix = longer(this.longPrefix, new Int32Array(room))
    this.classes = longer(this.classes, new Int32Array(room))
    this.plain = longer(this.plain, new Int32Array(room))
    this.place = longer(this.place, new Uint8Array(room))
  }
}
