/**
 * What changed between two sets of records, or of gold: records in, differences out.
 *
 *     const changes = changesOf(comparedArticle(before), comparedArticle(after))
 *     for (const { old, fields } of changes.changed) console.log(old.id, fields)
 *
 * @module hearsay/diff
 */
export { comparedArticle } from './article.js'
export type { ComparedArticle, ComparedStatement, ComparedValue, Offsets } from './article.js'
export { changesOf, DEFAULT_TOLERANCE, FIELDS, hasChanges } from './changes.js'
export type { ArticleChanges, ChangedStatement, ChangedValue, Field, FieldChange, FieldValue } from './changes.js'
export { pairedArticles, type ArticlePair } from './pairs.js'
export { producerDifferences, Summary } from './summary.js'
export type { ArticleCounts, ChangeCounts, FieldCounts, StatementCounts } from './summary.js'
