import { longer, WordTable } from '../../tagger/word-table.js'
import { REPORTING_NOUNS, REPORTING_VERBS } from './lexicon.js'
import { ACTS } from '../../record/record.js'

/** Words after which a clause begins, or that join two. */
const CLAUSE_MARKERS = new Set(
  'that whether if because as while although though who which whom whose when where how why what to and but or so since after before until unless than about'.split(
    ' ',
  ),
)

/** What the features of attribution need of a word beside its form. */
export class Words extends WordTable {
  /** 0 where the lemma reports nothing, else 1 + the act's index; nouns 32 above. */
  reporting = new Uint8Array(1024)
  clauseMarker = new Uint8Array(1024)

  protected override describe(form: string, n: number): void {
    const verb = REPORTING_VERBS.get(form)
    const noun = REPORTING_NOUNS.get(form)
    this.reporting[n] = verb === undefined ? 0 : 1 + ACTS.indexOf(verb)
    if (noun !== undefined) this.reporting[n] += 16 * (1 + ACTS.indexOf(noun))
    this.clauseMarker[n] = CLAUSE_MARKERS.has(form) ? 1 : 0
  }

  protected override grow(room: number): void {
    super.grow(room)
    this.reporting = longer(this.reporting, new Uint8Array(room))
    this.clauseMarker = longer(this.clauseMarker, new Uint8Array(room))
  }
}
