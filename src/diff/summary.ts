import type { Producer } from '../record/record.js'
import type { ComparedArticle } from './article.js'
import { FIELDS, hasChanges, type ArticleChanges, type Field } from './changes.js'

/** How much differs between two sets of records. */
export class Summary {
  readonly articles = { same: 0, changed: 0, onlyInOld: 0, onlyInNew: 0, otherText: 0 }
  readonly statements = { old: 0, new: 0, gained: 0, lost: 0, changed: 0 }
  /** In how many statements each field changed. */
  readonly fields = Object.fromEntries(FIELDS.map((field) => [field, 0])) as { [field in Field]: number }
  readonly numbers = { gained: 0, lost: 0, changed: 0 }
  readonly times = { gained: 0, lost: 0, changed: 0 }

  get isSame(): boolean {
    return this.articles.changed + this.articles.onlyInOld + this.articles.onlyInNew === 0
  }

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
