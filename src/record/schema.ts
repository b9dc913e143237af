/**
 * The form of a record: for zod, and as JSON Schema.
 *
 * @module hearsay/schema
 */
import { z } from 'zod'
import { DIAGNOSTICS, type DiagnosticCode } from './diagnostic.js'
import {
  ACTS,
  COMPARATORS,
  ENTITY_TYPES,
  MENTION_FORMS,
  QUANTITY_KINDS,
  RECORD_VERSION,
  SOURCE_FORMS,
  STATEMENT_KINDS,
  TIME_KINDS,
} from './record.js'

// Only what checks or describes records imports this file: loading zod would cost the extraction path its quick start.

const offset = z.int().nonnegative()
const place = { start: offset, end: offset }
const span = { ...place, text: z.string() }
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const optionalText = z.string().exactOptional()

const spanSchema = z
  .strictObject(span)
  .meta({ id: 'Span', description: 'A half-open passage of the article, in UTF-16 code units, with its text.' })

const linkedSpanSchema = z
  .strictObject({ ...span, entity: optionalText })
  .meta({ id: 'LinkedSpan', description: 'A span, with the id of the entity that it names.' })

const datelineSchema = z
  .strictObject({
    place: optionalText,
    date: optionalText.describe('ISO 8601; XXXX-01-17 where the year is not known.'),
    ...place,
  })
  .meta({ id: 'Dateline', description: 'Where and when the text says it was written.' })

const metaSchema = z
  .strictObject({
    title: optionalText,
    author: optionalText,
    publisher: optionalText,
    published: optionalText.describe('As the source wrote it.'),
    language: z.string().describe('A BCP 47 code.'),
    dateline: datelineSchema.exactOptional(),
  })
  .meta({ id: 'Meta', description: 'What the source tells of the article.' })

const duplicateOfSchema = z
  .strictObject({
    collection: z.string(),
    id: z.string(),
    similarity: z.number().describe('Share of the runs of five words that both have of those that either has, 0 to 1.'),
  })
  .meta({
    id: 'DuplicateOf',
    description: 'The earlier article that this one nearly repeats, where a pass over all found one.',
  })

const producerSchema = z
  .strictObject({
    hearsay: z.string().describe('Version of the package.'),
    models: z.record(z.string(), sha256).describe('SHA-256 of each model file, by task.'),
    options: sha256.describe('SHA-256 of the options that change a record.'),
  })
  .meta({ id: 'Producer', description: 'What made the record: the same producer makes the same record.' })

const entitySchema = z
  .strictObject({
    id: z.string(),
    type: z.enum(ENTITY_TYPES),
    name: z.string().describe('The fullest name that the article uses.'),
    aliases: z.array(z.string()),
    roles: z.array(z.string()),
    gender: z.enum(['female', 'male']).exactOptional(),
    affiliation: optionalText.describe('Id of the entity it belongs to.'),
    mentions: z.array(z.strictObject({ ...span, form: z.enum(MENTION_FORMS) })),
  })
  .meta({ id: 'Entity' })

const quantitySchema = z
  .strictObject({
    id: z.string(),
    ...span,
    kind: z.enum(QUANTITY_KINDS),
    value: z.number().nullable().describe('Magnitude resolved; null where low and high hold the numbers.'),
    low: z.number().exactOptional(),
    high: z.number().exactOptional(),
    comparator: z.enum(COMPARATORS),
    direction: z.enum(['up', 'down']).exactOptional().describe('Where the number is a change.'),
    unit: optionalText.describe('Lemma of the counted noun, or the unit of measure in full.'),
    currency: optionalText.describe('ISO 4217 code.'),
    negated: z.boolean().exactOptional(),
    modality: optionalText.describe('Modal of the asserting clause: could, may, would.'),
  })
  .meta({ id: 'Quantity' })

const timeSchema = z
  .strictObject({
    id: z.string(),
    ...span,
    kind: z.enum(TIME_KINDS),
    value: z.string().describe('ISO 8601 as TIMEX3 writes it.'),
    low: optionalText,
    high: optionalText,
    alternatives: z.array(z.string()).exactOptional().describe('Other readings, such as of 03/04/2022.'),
  })
  .meta({ id: 'Time' })

const speakerSchema = z
  .strictObject({
    name: z.string().describe('The fullest name in the article; the source phrase where it is not resolved.'),
    form: z.enum(SOURCE_FORMS).describe('What the source span is; implied where there is none.'),
    resolved: z.boolean(),
    entity: optionalText,
  })
  .meta({ id: 'Speaker' })

const statementSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(STATEMENT_KINDS).describe('Whether the content is quoted verbatim, not at all, or in part.'),
    act: z.enum(ACTS),
    speaker: speakerSchema.nullable(),
    source: spanSchema.nullable().describe('The noun phrase that names the source.'),
    cue: z
      .strictObject({ ...span, lemma: z.string() })
      .nullable()
      .describe('The words that signal the attribution, with the lemma of its head.'),
    content: z.array(spanSchema).describe('All that is attributed, in text order.'),
    addressee: linkedSpanSchema.exactOptional(),
    medium: linkedSpanSchema.exactOptional(),
    time: optionalText.describe('Id of the time at which it was said.'),
    negated: z.boolean().describe('The reporting itself is negated: "did not say whether".'),
    parent: z.string().nullable().describe('Id of the statement in whose content this one lies.'),
    quantities: z.array(z.string()).describe('Ids of the quantities it asserts.'),
    times: z.array(z.string()).describe('Ids of the times in its content.'),
    entities: z.array(z.string()).describe('Ids of the entities in its content.'),
    confidence: z.number().describe('Calibrated probability that a reader would mark it so, 0 to 1.'),
  })
  .meta({ id: 'Statement', description: 'One act by which the text attributes content to a source: "X said Y".' })

const diagnosticSchema = z
  .strictObject({
    code: z.enum(Object.keys(DIAGNOSTICS) as DiagnosticCode[]),
    severity: z.enum(['error', 'warning', 'info']),
    start: offset.exactOptional(),
    end: offset.exactOptional(),
    message: z.string(),
  })
  .meta({ id: 'Diagnostic' })

const schema = z
  .strictObject({
    version: z.literal(RECORD_VERSION),
    id: z.string().describe('Unique within its collection.'),
    collection: z.string(),
    uri: optionalText,
    sha256: sha256.describe("SHA-256 of the text's UTF-8 bytes."),
    length: offset.describe('Length of the text in UTF-16 code units.'),
    duplicateOf: duplicateOfSchema.exactOptional(),
    producer: producerSchema,
    meta: metaSchema,
    sentences: z.array(z.tuple([offset, offset])).describe('Half-open offsets of each sentence.'),
    entities: z.array(entitySchema),
    quantities: z.array(quantitySchema),
    times: z.array(timeSchema),
    statements: z.array(statementSchema),
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ title: 'Hearsay record', description: 'Who said what in one article, each tied to its place in the text.' })

/** The type of `recordSchema`: an object schema of zod, whose output is a `Record` of `hearsay`. */
export type RecordSchema = typeof schema

/** The form of a record, strict: an unknown key is an error. What its values mean to each other, `verifyRecord` checks. */
export const recordSchema: RecordSchema = schema

/** The JSON Schema (2020-12) of a record. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(recordSchema)
}
