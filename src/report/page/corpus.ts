import type { Quantity, Statement, Time } from '../../record/record.js'
import type { ReportArticle, ReportData, ReportEntity } from '../data.js'

/** All statements of a report, each beside its article and its speaker. */
export interface Corpus {
  readonly title: string
  /** In the order of the records. */
  readonly articles: readonly CorpusArticle[]
  /** In the order of the records, then of the text. */
  readonly statements: readonly CorpusStatement[]
  /** Those with most statements first. */
  readonly speakers: readonly CorpusSpeaker[]
  readonly articlesByKey: ReadonlyMap<string, CorpusArticle>
  readonly speakersByKey: ReadonlyMap<string, CorpusSpeaker>
}

export interface CorpusArticle {
  /** What a link names it by, unique in the page. */
  readonly key: string
  readonly article: ReportArticle
  readonly title: string
  readonly statements: readonly CorpusStatement[]
}

export interface CorpusStatement {
  readonly article: CorpusArticle
  readonly statement: Statement
  /** Null where the text names nobody. */
  readonly speaker: CorpusSpeaker | null
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  readonly entities: readonly ReportEntity[]
  /** The values by which a filter chooses. */
  readonly values: FacetValues
  /** What a search looks through, folded. */
  readonly searched: string
}

/** What of a statement can be chosen by value. */
export interface FacetValues {
  /** The speaker's key; none where the text names nobody. */
  readonly speakers: readonly string[]
  readonly standings: readonly string[]
  readonly acts: readonly string[]
  readonly kinds: readonly string[]
  /** `none`, or `any` and the kinds of its numbers. */
  readonly numbers: readonly string[]
}

/**
 * How well a speaker is known. `named`: by a proper name, the same in all articles. `described`: by words such as "a spokeswoman", which
 * mean somebody else in another article. `unresolved`: nobody knows who "he" is.
 */
export type Standing = 'named' | 'described' | 'unresolved'

export interface CorpusSpeaker {
  /** What a link names the speaker by, unique in the page. */
  readonly key: string
  readonly name: string
  readonly standing: Standing
  /** What articles call the speaker beside the name, such as "Transport Minister". */
  readonly roles: ReadonlySet<string>
  readonly statements: readonly CorpusStatement[]
}

/** Joins what the records of a page name by ids. */
export function corpusOf({ title, articles }: ReportData): Corpus {
  const speakers = new Map<string, MutableSpeaker>()
  const byKey = new Map<string, CorpusArticle>()
  for (const article of articles) {
    const key = unusedKey(byKey, `${article.collection}/${article.id}`)
    byKey.set(key, joined(article, key, speakers))
  }
  const all = [...byKey.values()]
  return {
    title,
    articles: all,
    statements: all.flatMap(({ statements }) => statements),
    speakers: [...speakers.values()].sort((a, b) => b.statements.length - a.statements.length),
    articlesByKey: byKey,
    speakersByKey: speakers,
  }
}

interface MutableSpeaker extends CorpusSpeaker {
  readonly roles: Set<string>
  readonly statements: CorpusStatement[]
}

/** Records of one article made twice, or ids that differ only in what a link cannot hold, get numbers. */
function unusedKey(used: ReadonlyMap<string, unknown>, key: string): string {
  let number = 2
  let unused = key
  while (used.has(unused)) unused = `${key} ${number++}`
  return unused
}

function joined(article: ReportArticle, key: string, speakers: Map<string, MutableSpeaker>): CorpusArticle {
  const statements: CorpusStatement[] = []
  const title = article.meta.title ?? titleOf(article)
  const here: CorpusArticle = { key, article, title, statements }
  const find = <T extends { readonly id: string }>(list: readonly T[]): ((ids: readonly string[]) => T[]) => {
    const byId = new Map(list.map((each) => [each.id, each]))
    return (ids) => ids.flatMap((id) => byId.get(id) ?? [])
  }
  const quantitiesOf = find(article.quantities)
  const timesOf = find(article.times)
  const entitiesOf = find(article.entities)
  for (const statement of article.statements) {
    const [entity] = statement.speaker?.entity === undefined ? [] : entitiesOf([statement.speaker.entity])
    const speaker = speakerOf(statement, entity, key, speakers)
    const quantities = quantitiesOf(statement.quantities)
    const said: CorpusStatement = {
      article: here,
      statement,
      speaker,
      quantities,
      times: timesOf(statement.times),
      entities: entitiesOf(statement.entities),
      values: {
        speakers: speaker === null ? [] : [speaker.key],
        standings: [speaker?.standing ?? 'nobody'],
        acts: [statement.act],
        kinds: [statement.kind],
        numbers: quantities.length === 0 ? ['none'] : ['any', ...new Set(quantities.map(({ kind }) => kind))],
      },
      // A line each: no phrase runs from one into the next.
      searched: [
        statement.speaker?.name,
        statement.source?.text,
        statement.cue?.text,
        ...statement.content.map(({ text }) => text),
        title,
      ]
        .map((part = '') => folded(part))
        .join('\n'),
    }
    statements.push(said)
    speaker?.statements.push(said)
  }
  return here
}

/** What to call an article without a title: the first words of its text, or its id. */
function titleOf({ text = '', wraps = [], id }: ReportArticle): string {
  const head = text.slice(0, 400)
  const first = paragraphsOf(head, wraps).at(0)
  if (first === undefined) return id
  const words = head.slice(first.start, first.end).replace(/\s+/g, ' ').trim()
  return words.length <= 90 ? words : `${words.slice(0, 88).replace(/\s+\S*$/, '')} …`
}

/** Where the paragraphs of a text lie that are more than white space: each is a line, or several where it is wrapped. */
export function paragraphsOf(
  text: string,
  wraps: readonly number[],
): { readonly start: number; readonly end: number }[] {
  const goesOn = new Set(wraps)
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index).filter((end) => !goesOn.has(end))
  return [...ends, text.length]
    .map((end, index) => ({ start: index === 0 ? 0 : ends[index - 1] + 1, end }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

function speakerOf(
  { speaker }: Statement,
  entity: ReportEntity | undefined,
  article: string,
  speakers: Map<string, MutableSpeaker>,
): MutableSpeaker | null {
  if (speaker === null) return null
  const standing = !speaker.resolved ? 'unresolved' : entity?.named === true ? 'named' : 'described'
  // Only a proper name means the same in two articles.
  const key = standing === 'named' ? speaker.name : `${speaker.name} ${standing} ${article}`
  let found = speakers.get(key)
  if (found === undefined) {
    found = { key, name: speaker.name, standing, roles: new Set(), statements: [] }
    speakers.set(key, found)
  }
  for (const role of entity?.roles ?? []) found.roles.add(role)
  return found
}

/**
 * Lower case without accents, quotation marks and apostrophes straight, white space single and soft hyphens away, so that what somebody
 * types finds what is printed: "Muller" finds "Müller". Only for comparing: it changes lengths.
 */
export function folded(text: string): string {
  return (
    text
      .replaceAll('\u00ad', '')
      .replace(/[‘’‛ʼ]/g, "'")
      .replace(/[“”„‟«»]/g, '"')
      .replace(/\s+/g, ' ')
      // Piece by piece, since most of a text needs no folding.
      .replace(/[\u00c0-\u1fff\ufb00-\uffef]+/g, (letters) => letters.normalize('NFKD').replace(/\p{Mn}/gu, ''))
      .toLowerCase()
  )
}
