import type { Rule } from '../rule.js'
import { boilerplate } from './boilerplate.js'
import { drift } from './drift.js'
import { duplicateId } from './duplicate-id.js'
import { emptyArticle } from './empty-article.js'
import { exactDuplicate } from './exact-duplicate.js'
import { extractionFailed } from './extraction-failed.js'
import { extractionLoss } from './extraction-loss.js'
import { gluedSentence } from './glued-sentence.js'
import { goldScores } from './gold-scores.js'
import { hugeArticle } from './huge-article.js'
import { markup } from './markup.js'
import { missingDate } from './missing-date.js'
import { missingId } from './missing-id.js'
import { mojibake } from './mojibake.js'
import { nearDuplicate } from './near-duplicate.js'
import { noStatements } from './no-statements.js'
import { notEnglish } from './not-english.js'
import { quantitiesWithoutUnit } from './quantities-without-unit.js'
import { shortArticle } from './short-article.js'
import { statementRate } from './statement-rate.js'
import { unattributedStatements } from './unattributed-statements.js'
import { unbalancedQuotation } from './unbalanced-quotation.js'
import { unreadable } from './unreadable.js'
import { unresolvedSpeakers } from './unresolved-speakers.js'
import { wrongEncoding } from './wrong-encoding.js'

/** Every rule: on reading, on texts, between articles, on statements, on the corpus as a whole. */
export const RULES: readonly Rule[] = [
  unreadable,
  wrongEncoding,
  mojibake,
  emptyArticle,
  shortArticle,
  hugeArticle,
  missingId,
  missingDate,
  notEnglish,
  markup,
  extractionLoss,
  duplicateId,
  exactDuplicate,
  nearDuplicate,
  boilerplate,
  extractionFailed,
  gluedSentence,
  unbalancedQuotation,
  noStatements,
  statementRate,
  unattributedStatements,
  unresolvedSpeakers,
  quantitiesWithoutUnit,
  goldScores,
  drift,
]
