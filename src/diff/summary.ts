import type { Producer } from '../record/record.js'
import type { ComparedArticle } from './article.js'
import { FIELDS, hasChanges, type ArticleChanges, type Field } from './changes.js'

/** How many changed. */
export interface ChangeCounts {
  /** Those that only the new side has. */
  gained: number
  /** Those that only the old side has. */
  lost: number
  /** Those of both sides that differ. */
  changed: number
}

/** How many statements there are, and how many changed. */
export interface StatementCounts extends ChangeCounts {
  /** Those of the old side. */
  old: number
  /** Those of the new side. */
  new: number
}

/** How many articles changed. */
export interface ArticleCounts {
  /** Those in which nothing differs. */
  same: number
  /** Those in which something differs. */
  changed: number
  /** Of these, those whose texts differ. */
  otherText: number
  /** Those that only the old side has. */
  onlyInOld: number
  /** Those that only the new side has. */
  onlyInNew: number
}

/** In how many statements each field changed. */
export type FieldCounts = { [field in Field]: number }

/** How much differs between two sets of records. */
export class Summary {
  /** Articles. */
  readonly articles: ArticleCounts = { same: 0, changed: 0, onlyInOld: 0, onlyInNew: 0, otherText: 0 }
  /** Statements. Those of an article that only one side has are in `old` or `new` alone. */
  readonly statements: StatementCounts = { old: 0, new: 0, gained: 0, lost: 0, changed: 0 }
  /** Fields of statements that both sides have. */
  readonly fields = Object.fromEntries(FIELDS.map((field) => [field, 0])) as FieldCounts
  /** Numbers. */
  readonly numbers: ChangeCounts = { gained: 0, lost: 0, changed: 0 }
  /** Times. */
  readonly times: ChangeCounts = { gained: 0, lost: 0, changed: 0 }

  /** Whether nothing differs. */
  get isSame(): boolean {
    return this.articles.changed + this.articles.onlyInOld + this.articles.onlyInNew === 0
  }

  /** Counts an article of both sides. */
  addPair(old: ComparedArticle, now: ComparedArticle, changes: ArticleChanges): void {
    this.articles[hasChanges(changes) ? 'changed' : 'same']++
    if (changes.isOtherText) this.articles.otherText++
    this.statements.old += old.statements.length
    this.statements.new += now.statements.length
    this.statements.gained += changes.gained.length
    this.statements.lost += changes.lost.length
    this.statements.changed += changes.changed.length
    for (const { fields } of changes.changed) for (const { field } of fields) this.fields[field]++
    for (const kind of ['numbers', 'times'] as const) {
      for (const value of changes[kind])
        this[kind][value.old === null ? 'gained' : value.new === null ? 'lost' : 'changed']++
    }
  }

  /** Counts an article that only one side has. */
  addLone(article: ComparedArticle, side: 'old' | 'new'): void {
    this.articles[side === 'old' ? 'onlyInOld' : 'onlyInNew']++
    this.statements[side] += article.statements.length
  }
}

/** What differs between two producers, by name, as the old and the new value; null where one has none. Gold has no producer, which tells nothing. */
export function producerDifferences(
  old: Producer | null,
  now: Producer | null,
): Map<string, [old: string | null, now: string | null]> {
  if (old === null || now === null) return new Map()
  const [before, after] = [flat(old), flat(now)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return new Map(
    names
      .map(
        (name) =>
          [name, [before.get(name) ?? null, after.get(name) ?? null]] as [string, [string | null, string | null]],
      )
      .filter(([, [a, b]]) => a !== b),
  )
}

function flat(producer: Producer): Map<string, string> {
  const models = Object.entries(producer.models).map(([task, sum]) => [`model of ${task}`, sum] as const)
  return new Map([
    ['hearsay', producer.hearsay],
    ...models.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    ['options', producer.options],
  ])
}
