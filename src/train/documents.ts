import type { TrainingDocument } from './attribution.js'
import { paragraphsWithClauses } from './clauses.js'
import type { Gold } from './gold.js'
import { articlesWithStatements } from './statements.js'

/**
 * What attribution is trained on: PolNeAR, GUM and our own gold of statements. An article that PolNeAR and we have annotated is one document, so that it is in one
 * fold. PolNeAR's annotation of it counts twice, since ours holds against what only PolNeAR asks for: plans, wishes, appearances.
 */
export function documentsOf(
  polnear: readonly Gold<'attribution'>[],
  gum: readonly Gold<'speakers'>[],
  own: readonly Gold<'statements'>[],
): TrainingDocument[] {
  const ours = new Map(own.map((article) => [article.id, articlesWithStatements(article)]))
  const theirs = polnear.map((article) => {
    const both = ours.get(article.id)
    ours.delete(article.id)
    return both === undefined ? [article] : [article, article, ...both]
  })
  return [...theirs, ...gum.map(paragraphsWithClauses), ...ours.values()]
}
