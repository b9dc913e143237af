import { ENTITY_TYPES } from '../../record/record.js'
import { labelsFor } from '../../tagger/segments.js'

/** The models' labels: 0 for a token in no name, then four for each type. A role of `src/tagger/segments.ts` is the index of a type. */
export const LABELS = labelsFor(ENTITY_TYPES)

export const LABEL_COUNT = LABELS.length

export const TYPE_COUNT = ENTITY_TYPES.length
