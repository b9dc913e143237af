import { readFile } from 'node:fs/promises'
import { characterDiagnostics } from '../ingest/characters.js'
import { dayOf, findDateline } from '../ingest/dateline.js'
import { judgeLanguage, type JudgedLanguage } from '../ingest/language.js'
import type { Article } from '../record/article.js'
import { diagnostic, type Diagnostic } from '../record/diagnostic.js'
import { HearsayError, type ErrorPlace } from '../record/errors.js'
import { RECORD_VERSION, type Meta, type Producer, type Record } from '../record/record.js'
import { sha256Of } from '../record/sha256.js'
import type { Tokens } from '../record/tokens.js'
import { VERSION } from '../record/version.js'
import { decodeModel, type Model } from '../tagger/model-file.js'
import { createTokeniser } from '../tokenise/index.js'
import type { Attribution } from './attribution/attribution.js'
import { Attributor } from './attribution/attributor.js'
import { weightsOf } from './entities/antecedents.js'
import { Cast } from './entities/cast.js'
import { NameFinder } from './entities/names.js'
import { Resolver, type Choice, type Resolution } from './entities/resolver.js'
import { numbersOf, withNumbers, type Numbers } from './numbers.js'
import { dayFirstIn, dayIn } from './reference.js'
import { statementsOf } from './statements.js'

/** Where the package keeps its trained weights. */
export const ATTRIBUTION_MODEL = new URL('../../models/attribution.bin', import.meta.url)
export const ENTITIES_MODEL = new URL('../../models/entities.bin', import.meta.url)
export const SPEAKERS_MODEL = new URL('../../models/speakers.bin', import.meta.url)

/** Statements below this confidence are left out by default: about where a wrong one more costs as much as a right one less, on polnear-dev. */
export const DEFAULT_MIN_CONFIDENCE = 0.2

/** How articles are extracted. */
export interface ExtractorOptions {
  /** Statements below this confidence are left out: 0 to 1, by default `DEFAULT_MIN_CONFIDENCE`. */
  readonly minConfidence?: number
  /** Takes every article to be in this language, a BCP 47 code, instead of judging its text. */
  readonly language?: string
  /** Where to read the weights of the attribution model from; by default those of the package. */
  readonly attributionModel?: URL | string
  /** The same of the model that finds names. */
  readonly entitiesModel?: URL | string
  /** The same of the model that chooses antecedents. */
  readonly speakersModel?: URL | string
}

/** What an extractor needs of an article; the rest goes into the record's `meta` where it is there. */
export type ArticleInput = Pick<Article, 'id' | 'text'> & Partial<Article>

/** Turns articles into records. It holds the models, so make one and keep it. */
export interface Extractor {
  /** What its records say made them. */
  readonly producer: Producer
  /** The record of an article: synchronous, pure and re-entrant. The same article gives the same record, whatever came before. */
  extract(article: ArticleInput): Record
}

/**
 * Loads the models.
 * @throws HearsayError `usage` where an option makes no sense, `bad-model` where the weights cannot be read.
 */
export async function createExtractor(options: ExtractorOptions = {}): Promise<Extractor> {
  const { minConfidence = DEFAULT_MIN_CONFIDENCE, language } = options
  const models = await loadModels(options)
  const { attributor } = models
  const tokeniser = createTokeniser()
  const producer: Producer = {
    hearsay: VERSION,
    models: {
      attribution: models.attribution.sha256,
      entities: models.entities.sha256,
      speakers: models.speakers.sha256,
    },
    options: sha256Of(JSON.stringify({ minConfidence, language: language ?? null })),
  }
  return { producer, extract }

  function extract(article: ArticleInput): Record {
    const { id, text, collection = '', uri } = article
    const judged = languageOf(text, language)
    const tokens = tokeniser.tokenise(text)
    const sentences = Array.from(
      { length: tokens.sentences.count },
      (_, s) => [tokens.sentences.start[s], tokens.sentences.end[s]] as const,
    )
    const meta = metaOf(article, judged.language)
    const numbers = numbersOf(tokens, { date: dateOf(meta) ?? dayIn(uri, id), dayFirst: dayFirstIn(uri) })
    const attributions = judged.english ? attributor.attribute(tokens) : []
    const { entities, statements } = judged.english
      ? statementsOf(tokens, attributions, castOf(tokens, attributions, models), minConfidence)
      : { entities: [], statements: [] }
    return {
      version: RECORD_VERSION,
      id,
      collection,
      ...(uri === undefined ? {} : { uri }),
      sha256: sha256Of(text),
      length: text.length,
      producer,
      meta,
      sentences,
      entities,
      quantities: numbers.quantities,
      times: numbers.times,
      statements: withNumbers(statements, numbers, sentences),
      diagnostics: diagnosticsOf(article, tokens, judged, numbers),
    }
  }
}

/** The article's record, or what went wrong: one article never stops the others. */
export function extractOrFail(extractor: Extractor, article: ArticleInput): Record | HearsayError {
  try {
    return extractor.extract(article)
  } catch (cause) {
    return cause instanceof HearsayError ? cause : extractionFailure(cause, { id: article.id })
  }
}

/** What an extraction ended with that knows no article by its error. */
export function extractionFailure(cause: unknown, place: ErrorPlace = {}): HearsayError {
  const message = `expected a record, got ${cause instanceof Error ? cause.message : String(cause)}`
  return new HearsayError('extraction-failed', message, place, { cause })
}

/** The models, and what finds statements, names and antecedents by them. */
export interface Models {
  readonly attribution: Model
  readonly attributor: Attributor
  readonly entities: Model
  readonly finder: NameFinder
  readonly speakers: Model
  readonly resolver: Resolver
}

/** The models as the options ask for them. Throws as `createExtractor` does. */
export async function loadModels(options: ExtractorOptions): Promise<Models> {
  const [readers, speakers] = await Promise.all([
    loadReaders(options),
    readModel(options.speakersModel ?? SPEAKERS_MODEL),
  ])
  return { ...readers, speakers, resolver: new Resolver(weightsOf(speakers)) }
}

/** The models that find statements and names: what the model of antecedents is trained on. Throws as `createExtractor` does. */
export async function loadReaders({
  minConfidence = DEFAULT_MIN_CONFIDENCE,
  attributionModel = ATTRIBUTION_MODEL,
  entitiesModel = ENTITIES_MODEL,
}: ExtractorOptions): Promise<Omit<Models, 'speakers' | 'resolver'>> {
  if (!(minConfidence >= 0 && minConfidence <= 1))
    throw new HearsayError('usage', `expected a minimum confidence from 0 to 1, got ${minConfidence}`)
  const [attribution, entities] = await Promise.all([attributionModel, entitiesModel].map(readModel))
  return {
    attribution,
    attributor: new Attributor(attribution, minConfidence),
    entities,
    finder: new NameFinder(entities),
  }
}

/** Whom an article speaks of; `witness` hears how antecedents were chosen. */
export function castOf(
  tokens: Tokens,
  attributions: readonly Attribution[],
  { finder, resolver }: Pick<Models, 'finder' | 'resolver'>,
  witness?: (choice: Choice, resolution: Resolution) => void,
): Cast {
  const resolution = resolver.resolve(tokens, finder.find(tokens), attributions, witness)
  return new Cast(
    tokens,
    resolution,
    attributions.map(({ source }) => source),
  )
}

async function readModel(place: URL | string): Promise<Model> {
  const name = place instanceof URL ? (place.pathname.split('/').at(-1) ?? '') : place
  let bytes: Uint8Array
  try {
    bytes = await readFile(place)
  } catch (cause) {
    throw new HearsayError('bad-model', 'Expected a file of trained weights that can be read. Install the package again, or train the model.', { file: name }, { cause }) // prettier-ignore
  }
  return decodeModel(bytes, name)
}

function metaOf({ id, uri, title, author, publisher, published, text }: ArticleInput, language: string): Meta {
  const dateline = findDateline(text, published ?? dayIn(uri, id) ?? undefined)
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    language,
    ...(dateline === null ? {} : { dateline }),
  }
}

/** The day that times are counted from: that of the dateline, else that of the publication; null where the article has neither. */
function dateOf({ dateline, published }: Meta): string | null {
  if (dateline?.date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(dateline.date)) return dateline.date
  return published === undefined ? null : dayOf(published)
}

/** The language of a text: the one that the user named, else the one that the text is judged to be in. */
export function languageOf(text: string, named: string | undefined): JudgedLanguage {
  return named === undefined ? judgeLanguage(text) : { language: named, english: /^en(?:-|$)/i.test(named) }
}

/** What is to be said of the text: first of the whole, then by place. */
function diagnosticsOf(
  { text, diagnostics }: ArticleInput,
  tokens: Tokens,
  judged: JudgedLanguage,
  { times }: Numbers,
): Diagnostic[] {
  const whole = [...(diagnostics ?? characterDiagnostics(text))]
  if (tokens.count === 0 && !whole.some(({ code }) => code === 'empty-text'))
    whole.push(diagnostic('empty-text', 'The text has no words.'))
  if (!judged.english) whole.push(diagnostic('not-english', `The text is judged to be in another language (${judged.language}); no statements were looked for.`)) // prettier-ignore
  if (times.some(({ value, kind }) => kind !== 'set' && /^XXXX/.test(value)))
    whole.push(diagnostic('undated', 'The article has no date, so that some of its times have no year.'))
  const placed = [
    ...tokens.glued.map((at) =>
      diagnostic('glued-sentence', 'A sentence begins here with no space before it.', at, at),
    ),
    ...tokens.quotations.unpaired.map((t) =>
      diagnostic('unpaired-quotation-mark', 'This quotation mark has no partner.', tokens.start[t], tokens.end[t]),
    ),
  ]
  placed.sort((a, b) => a.start! - b.start!)
  return [...whole, ...placed]
}
