/** What a column holds: `key` is a number of 64 bits that a row is known by; `json` an array or an object. */
export type ColumnType = 'key' | 'integer' | 'real' | 'text' | 'boolean' | 'json'

export interface Column {
  readonly type: ColumnType
  /** Whether it may be empty. */
  readonly nullable: boolean
  /** What it is, for docs/database.md and for comments in the database. */
  readonly is: string
  /** The table whose rows it points at, by their key. */
  readonly references?: string
}

export interface Table {
  /** What a row is. */
  readonly is: string
  /** Columns that a row is known by. */
  readonly key: readonly string[]
  readonly columns: { readonly [name: string]: Column }
  /** Columns that are searched for equal values, beside the key and what `references`. */
  readonly searched?: readonly string[]
}

function column(type: ColumnType, is: string, references?: string): Column {
  return { type, nullable: false, is, ...(references === undefined ? {} : { references }) }
}

/** A column that may be empty. */
function maybe(type: ColumnType, is: string, references?: string): Column {
  return { ...column(type, is, references), nullable: true }
}

/** The four offsets of a passage; in code points, as SQL counts, and in UTF-16 code units, as the records do. */
function place<Name extends string>(name: Name, isNullable = false) {
  const offset = isNullable ? maybe : column
  return {
    [`${name}_start`]: offset('integer', `where it begins in the article's text, in code points from 0`),
    [`${name}_end`]: offset('integer', 'where it ends, behind its last code point'),
    [`${name}_start_utf16`]: offset('integer', 'the beginning in UTF-16 code units, as in the record'),
    [`${name}_end_utf16`]: offset('integer', 'the end in UTF-16 code units'),
  } as { readonly [Offset in `${Name}_${'start' | 'end'}${'' | '_utf16'}`]: Column }
}

const ID = column('text', 'the id in the record, such as s1')
const ARTICLE = column('key', 'the article', 'articles')

/**
 * The tables of both databases, from which their DDL, the rows of a record, the parts of Parquet and docs/database.md are made, in an
 * order in which what is pointed at comes first.
 *
 * Keys of an article's parts are made of the article's: that of its third statement is 1,000,000 times its own, and 3. So the same
 * records give the same rows in every database, and no database has to be asked for a key.
 */
export const TABLES = {
  runs: {
    is: 'what made records: a version of Hearsay with its models and options. A run that goes on after a stop is the same run',
    key: ['run'],
    columns: {
      run: column('text', 'the first 16 digits of the SHA-256 of the producer as JSON'),
      hearsay: column('text', 'the version of Hearsay'),
      models: column('json', 'SHA-256 of each model, by task'),
      options: column('text', 'SHA-256 of the options that change a record'),
    },
  },
  articles: {
    is: 'an article',
    key: ['article'],
    columns: {
      article: column('key', 'counts from 1 in the order in which articles came'),
      run: column('text', 'what made the record', 'runs'),
      identity: column('text', 'SHA-256 of collection and id: no two articles have the same'),
      digest: column('text', 'SHA-256 of the record: the same record again changes nothing'),
      collection: column('text', 'the collection that the id is of'),
      id: column('text', `the article's id in its collection`),
      uri: maybe('text', 'where it stands'),
      title: maybe('text', 'its title'),
      author: maybe('text', 'who wrote it'),
      publisher: maybe('text', 'who published it'),
      published: maybe('text', 'when, as the source wrote it'),
      language: column('text', 'a BCP 47 code'),
      dateline_place: maybe('text', 'where the text says it was written'),
      dateline_date: maybe('text', 'when the text says it was written, ISO 8601; XXXX for a year that it does not tell'),
      ...place('dateline', true),
      sha256: column('text', `SHA-256 of the text's UTF-8 bytes`),
      length: column('integer', 'length of the text in code points'),
      length_utf16: column('integer', 'length of the text in UTF-16 code units'),
    },
    searched: ['id'],
  },
  duplicates: {
    is: 'an article that nearly repeats an earlier one, as hearsay dedupe found; no run sets it',
    key: ['article'],
    columns: {
      article: column('key', 'the article', 'articles'),
      original: column('key', 'the article that it repeats, which repeats no other', 'articles'),
      similarity: column('real', 'the share of the runs of five words that both have of those that either has, 0 to 1'),
    },
  },
  entities: {
    is: 'a person, an organisation, a place or another named thing of an article',
    key: ['entity'],
    columns: {
      entity: column('key', `1,000,000 times the article's, and its number there`),
      article: ARTICLE,
      id: ID,
      type: column('text', 'PERSON, ORGANIZATION, LOCATION, NORP, FACILITY, PRODUCT or MISC'),
      name: column('text', 'the fullest name that the article uses'),
      normalised_name: column('text', 'the name without case, accents and punctuation'),
      aliases: column('json', 'other names of the article for it'),
      roles: column('json', 'what the article says it is, such as Mayor'),
      gender: maybe('text', 'female or male, where the article tells'),
      affiliation: maybe('key', 'the entity that it belongs to', 'entities'),
    },
    searched: ['normalised_name'],
  },
  mentions: {
    is: 'a passage that names or means an entity',
    key: ['entity', 'part'],
    columns: {
      entity: column('key', 'the entity', 'entities'),
      part: column('integer', 'counts its mentions from 1'),
      form: column('text', 'name, nominal or pronoun'),
      text: column('text', 'the words'),
      ...place('text'),
    },
  },
  times: {
    is: 'a date, a time, a duration or a set of times',
    key: ['time'],
    columns: {
      time: column('key', `1,000,000 times the article's, and its number there`),
      article: ARTICLE,
      id: ID,
      kind: column('text', 'date, time, duration or set'),
      text: column('text', 'the words'),
      ...place('text'),
      value: column('text', 'ISO 8601 as TIMEX3 writes it; X for digits that are not known'),
      low: maybe('text', 'where a range begins'),
      high: maybe('text', 'where a range ends'),
      alternatives: column('json', 'other values that it may have'),
    },
  },
  quantities: {
    is: 'a number with its meaning',
    key: ['quantity'],
    columns: {
      quantity: column('key', `1,000,000 times the article's, and its number there`),
      article: ARTICLE,
      id: ID,
      kind: column('text', 'cardinal, ordinal, percent, money, measure or ratio'),
      text: column('text', 'the words'),
      ...place('text'),
      comparator: column('text', '=, >, >=, <, <= or ~'),
      value: maybe('real', 'the magnitude, 3000000 for 3 million; empty for a range or a ratio'),
      low: maybe('real', 'the lower number of a range, the first of a ratio'),
      high: maybe('real', 'the upper number of a range, the second of a ratio'),
      unit: maybe('text', 'the unit, or the noun that is counted'),
      currency: maybe('text', 'ISO 4217 code'),
      direction: maybe('text', 'up or down'),
      negated: column('boolean', 'the text denies it'),
      modality: maybe('text', 'whether it is forecast, planned or the like'),
    },
  },
  statements: {
    is: 'one act by which the text attributes content to a source: X said Y',
    key: ['statement'],
    columns: {
      statement: column('key', `1,000,000 times the article's, and its number there`),
      article: ARTICLE,
      id: ID,
      kind: column('text', 'direct, indirect or mixed'),
      act: column('text', 'say, claim, deny, accuse, order, ask, promise, warn, announce, report, find, assess or believe'),
      text: column('text', 'the content; parts that stand apart are joined by …'),
      speaker: maybe('text', 'the fullest name of who speaks; the source phrase where it is not resolved; empty where nobody is named'),
      normalised_speaker: maybe('text', 'that name without case, accents and punctuation'),
      speaker_form: maybe('text', 'name, nominal, pronoun or implied: how the source is worded'),
      speaker_resolved: maybe('boolean', 'the speaker is a name of the article, not only the source phrase'),
      speaker_entity: maybe('key', 'the entity that speaks', 'entities'),
      source: maybe('text', 'the words that name the source'),
      ...place('source', true),
      cue: maybe('text', 'the words that signal the attribution'),
      ...place('cue', true),
      cue_lemma: maybe('text', 'the lemma of their head'),
      addressee: maybe('text', 'to whom it is said'),
      ...place('addressee', true),
      addressee_entity: maybe('key', 'the entity to which it is said', 'entities'),
      medium: maybe('text', 'where it is said, such as a newspaper'),
      ...place('medium', true),
      medium_entity: maybe('key', 'the entity through which it is said', 'entities'),
      said_at: maybe('key', 'the time at which it was said', 'times'),
      negated: column('boolean', 'the saying itself is denied: did not say whether'),
      parent: maybe('key', 'the statement in whose content this one lies', 'statements'),
      confidence: column('real', 'the probability that a reader would mark it so, 0 to 1'),
    },
    searched: ['normalised_speaker'],
  },
  contents: {
    is: 'a passage of what a statement says; several where the cue or the source interrupts it',
    key: ['statement', 'part'],
    columns: {
      statement: column('key', 'the statement', 'statements'),
      part: column('integer', 'counts its passages from 1'),
      text: column('text', 'the words'),
      ...place('text'),
    },
  },
  statement_quantities: {
    is: 'a quantity that a statement asserts',
    key: ['statement', 'quantity'],
    columns: {
      statement: column('key', 'the statement', 'statements'),
      quantity: column('key', 'the quantity', 'quantities'),
    },
  },
  statement_times: {
    is: 'a time that a statement asserts',
    key: ['statement', 'time'],
    columns: {
      statement: column('key', 'the statement', 'statements'),
      time: column('key', 'the time', 'times'),
    },
  },
  statement_entities: {
    is: 'an entity that a statement is about',
    key: ['statement', 'entity'],
    columns: {
      statement: column('key', 'the statement', 'statements'),
      entity: column('key', 'the entity', 'entities'),
    },
  },
  diagnostics: {
    is: `what a record says about its article's text or its own making, and what a database could not hold`,
    key: ['article', 'part'],
    columns: {
      article: ARTICLE,
      part: column('integer', `counts the article's diagnostics from 1`),
      code: column('text', 'what it is about, such as glued-sentence'),
      severity: column('text', 'error, warning or info'),
      message: column('text', 'what there is to say'),
      ...place('place', true),
    },
  },
} as const satisfies { readonly [name: string]: Table }

export type TableName = keyof typeof TABLES

export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

/** What stands in a column of a row, before a database or a format makes it its own. */
export type Cell = string | number | boolean | null | readonly string[] | { readonly [name: string]: string }

/** A row: a cell for every column of its table. */
export type Row<Name extends TableName> = { readonly [Column in keyof (typeof TABLES)[Name]['columns']]: Cell }

/** The rows of a record, by table. */
export type Rows = { readonly [Name in TableName]: readonly Row<Name>[] }

/** Keys of an article's parts lie this far apart from those of the next article's. */
export const PARTS = 1_000_000

/** A view of both databases. */
export interface View {
  readonly is: string
  /** Valid in both dialects. */
  readonly query: string
}

const ARTICLE_COLUMNS = 'a.collection, a.id AS article_id, a.title, a.publisher, a.published, a.uri'

export const VIEWS = {
  who_said_what: {
    is: 'every statement with its article, for reading',
    query: `SELECT s.statement, s.speaker, s.speaker_resolved, s.cue, s.act, s.negated, s.kind, s.text, s.confidence,
      ${ARTICLE_COLUMNS}, s.article
    FROM statements s JOIN articles a ON a.article = s.article`,
  },
  speakers: {
    is: 'resolved speakers, grouped by their normalised names: two people of one name are one row, and one under two names is two',
    query: `SELECT s.normalised_speaker AS normalised_name, MIN(s.speaker) AS name, 'normalised name' AS grouped_by,
      COUNT(DISTINCT s.speaker) AS spellings, COUNT(*) AS statements, COUNT(DISTINCT s.article) AS articles
    FROM statements s WHERE s.speaker_resolved GROUP BY s.normalised_speaker`,
  },
  numbers_claimed: {
    is: 'every quantity that a statement asserts, with who says so',
    query: `SELECT s.speaker, s.act, s.negated AS statement_negated, q.text AS quantity_text, q.kind, q.comparator, q.value, q.low,
      q.high, q.unit, q.currency, q.direction, q.negated, q.modality, s.text AS statement_text, s.confidence,
      ${ARTICLE_COLUMNS}, s.article, s.statement, q.quantity
    FROM statement_quantities l
    JOIN statements s ON s.statement = l.statement
    JOIN quantities q ON q.quantity = l.quantity
    JOIN articles a ON a.article = s.article`,
  },
} as const satisfies { readonly [name: string]: View }
