import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Model } from 'wink-nlp'

const require = createRequire(import.meta.url)
const FOLDER = 'wink-eng-lite-web-model/dist/'

/** A list of values that wink-nlp numbers by their place, and looks up in `hash`. */
interface Feature {
  readonly list: string[]
  hash: { [value: string]: number }
  /** How many values the model has of its own, and the number of the next one that it meets. */
  intrinsicSize: number
  index: number
  maxIndex?: number
}

/** What the file of the core model holds, and what wink-nlp makes of it. */
interface CoreModel {
  readonly packing: {
    /** By feature: word of the packed row, mask, shift, 1 where its values are not listed, 1 where it is drawn from an unknown word. */
    readonly layout: { readonly [feature: string]: readonly [number, number, number, number, number, number] }
    efList: string[]
  }
  readonly features: { readonly [name: string]: Feature | undefined } & {
    readonly lexeme: Feature
    readonly posClusters: { list: readonly (string | Set<number>)[] }
  }
  readonly pos: { readonly hash: { readonly [tag: string]: number | undefined } }
  lexicon: string | Uint32Array
  xpansions: string | Uint32Array
}

/** A machine that recognises nothing. */
const NO_MACHINE = '[100,0,{"0":{}},{},{},{}]'

/**
 * The English model of wink-nlp, without what finds sentences, names, negation and sentiment, which is not asked for here. The package
 * reads all of that, and copies the core model by writing it out and reading it again, which together took a quarter of the time that
 * an extractor takes to load.
 */
export function taggingModel(): Model {
  const nothing = { machines: [], transformers: [], setter: () => undefined }
  const noMachine = { ...nothing, machines: [NO_MACHINE] }
  return {
    core: coreModel,
    sbd: () => nothing,
    ner: () => nothing,
    negation: () => noMachine,
    sa: () => noMachine,
    pos: require(`${FOLDER}load-pos-model.js`) as unknown,
    metaCER: () => nothing,
    featureFn: require(`${FOLDER}feature.js`) as unknown,
    addons: { lemmatize },
  }
}

let lemmatizer: ((value: string, pos: string, cache: unknown) => string) | undefined

/** The lemma of a word that the core model has none for, by lists of exceptions that are loaded with the first such word. */
function lemmatize(value: string, pos: string, cache: unknown): string {
  lemmatizer ??= require(`${FOLDER}lemmatize.js`) as NonNullable<typeof lemmatizer>
  return lemmatizer(value, pos, cache)
}

/** The core model as the package's own `load-core-model.js` gives it. */
function coreModel(): CoreModel {
  const file = require.resolve(`${FOLDER}languages/cur/models/eng-core-web-model.json`)
  const model = JSON.parse(readFileSync(file, 'utf8')) as CoreModel
  const { features, packing, pos } = model
  model.lexicon = unpacked(model.lexicon as string)
  model.xpansions = unpacked(model.xpansions as string)
  packing.efList = Object.keys(packing.layout).filter((name) => packing.layout[name][4] === 1)
  for (const [name, [, mask, shift, unlisted]] of Object.entries(packing.layout)) {
    const feature = features[name]
    if (unlisted !== 0 || feature === undefined) continue
    count(feature)
    feature.maxIndex = mask >>> shift
  }
  count(features.lexeme)
  features.posClusters.list = features.posClusters.list.map(
    (cluster) => new Set((cluster as string).split('_').map((tag) => pos.hash[tag] ?? 0)),
  )
  return model
}

function count(feature: Feature): void {
  const { list } = feature
  feature.hash = numbersOf(list)
  feature.intrinsicSize = feature.index = list.length
}

/**
 * Each value's place in `list`, as an object that wink-nlp also adds values to. It takes over a value when that is first asked for:
 * an object with all 88,000 words takes longer to fill than the model's file takes to read, and few of them are ever asked for.
 */
function numbersOf(list: readonly string[]): Feature['hash'] {
  const numbers = new Map<string | symbol, number>()
  for (let k = 0; k < list.length; k++) numbers.set(list[k], k)
  const keep = (hash: object, value: string | symbol, number: number) =>
    Reflect.defineProperty(hash, value, { value: number, enumerable: true, configurable: true, writable: true })
  const missing = new Proxy(Object.create(null) as object, {
    get(_, value, hash: object) {
      const number = numbers.get(value)
      if (number !== undefined) keep(hash, value, number)
      return number
    },
    set: (_, value, number: number, hash: object) => keep(hash, value, number),
  })
  return Object.create(missing) as Feature['hash']
}

/** Numbers of 32 bits, low byte first, from base64. */
function unpacked(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
