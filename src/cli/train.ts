import { readdirSync } from 'node:fs'
import { access, constants, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Argument, Command } from 'commander'
import { notWritable } from '../output/failure.js'
import { HearsayError } from '../record/errors.js'
import type { Gold } from '../train/gold.js'
import { warn } from './failure.js'
import { parseCount } from './values.js'

interface Options {
  readonly data: string
  readonly output?: string
  readonly documents?: number
  readonly add?: readonly string[]
  readonly articles?: string
}

/** The shared data lie beside the checkout; a package installed elsewhere is told where. */
const DATA = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** `hearsay train`: rebuilds the weights of a model. */
export function command(): Command {
  return new Command('train')
    .summary('rebuild the weights of a model from gold')
    .description(
      'Trains a model and writes its weights. The same data and the same version of the package give the same bytes. Training ' +
        'on everything takes several minutes and up to 3 GB of memory.',
    )
    .addArgument(new Argument('<task>', 'what the model is for').choices(Object.keys(TRAINERS)))
    .option('--data <folder>', 'folder of the gold; else HEARSAY_DATA, else ../shared/data', DATA)
    .option('-o, --output <file>', 'where to write the weights; else the package’s own models/<task>.bin')
    .option(
      '--documents <n>',
      'train on this many articles, spread over all of them, to try things out',
      parseCount('--documents', 4),
    )
    .option('--add <gold...>', 'attribution, speakers: train on this gold of statements too')
    .option('--articles <file>', 'JSON Lines with the texts that gold of --add lacks')
    .action(train)
}

async function train(task: string, options: Options): Promise<void> {
  const { output, add, articles } = options
  if (add !== undefined && task === 'entities')
    throw new HearsayError('usage', `--add: expected the task attribution or speakers, got ${task}`)
  if (articles !== undefined && add === undefined)
    throw new HearsayError('usage', '--articles: expected --add with the gold whose texts they are, got none')
  const file = output ?? fileURLToPath(new URL(`../../models/${task}.bin`, import.meta.url))
  await expectWritable(file)
  const bytes = await TRAINERS[task as keyof typeof TRAINERS](options)
  try {
    // Under another name first, so that a stop half-way leaves the old weights whole.
    await writeFile(`${file}.part`, bytes)
    await rename(`${file}.part`, file)
  } catch (cause) {
    throw notWritable(file, cause)
  }
  warn(`wrote ${bytes.length} bytes to ${file}`)
}

/** Told before minutes of training, not after. */
async function expectWritable(file: string): Promise<void> {
  try {
    await access(dirname(file), constants.W_OK)
    if (
      await stat(file).then(
        (there) => there.isDirectory(),
        () => false,
      )
    )
      // prettier-ignore
      throw new HearsayError('output-not-writable', 'expected a place for a file, got a folder', { file })
  } catch (cause) {
    throw notWritable(file, cause)
  }
}

/** What trains the model of each task, given the folder of the gold and how many articles to train on. It is loaded only then, so that the other commands start without it. */
const TRAINERS = {
  attribution: async (options: Options): Promise<Uint8Array> => {
    const { data, documents = Infinity } = options
    const [{ trainAttribution, ATTRIBUTION_TRAINING }, { documentsOf }, { GOLD, readGold }, { createTokeniser }] =
      await Promise.all([
        import('../train/attribution.js'),
        import('../train/documents.js'),
        import('../train/gold.js'),
        import('../tokenise/index.js'),
      ])
    const read = (name: string) => readGold(GOLD.attribution, [join(data, 'attribution', name)])
    const polnear = spread(read('polnear-train.jsonl'), documents)
    const gum = spread(trained(readGold(GOLD.speakers, [join(data, 'speakers', 'gum.jsonl')])), documents)
    const all = documentsOf(polnear, gum, await statementGold(options))
    return trainAttribution(all, read('polnear-dev.jsonl'), createTokeniser(), ATTRIBUTION_TRAINING, warn)
  },
  entities: async ({ data, documents = Infinity }: Options): Promise<Uint8Array> => {
    const [{ trainEntities, ENTITIES_TRAINING }, { readGazetteer }, { GOLD, readGold }, { createTokeniser }] =
      await Promise.all([
        import('../train/entities.js'),
        import('../train/gazetteer.js'),
        import('../train/gold.js'),
        import('../tokenise/index.js'),
      ])
    const names = ['wikinews.jsonl', 'polnear-train.jsonl'].map((name) => ownFile(join('names', name)))
    const train = [
      ...spread(readGold(GOLD.entities, [join(data, 'entities', 'worldwide-train.jsonl')]), documents),
      ...spread(readGold(GOLD.entities, names, ownTexts(data)), documents),
    ]
    const places = readGazetteer(fileURLToPath(new URL('../../gazetteer/places.txt', import.meta.url)))
    return trainEntities(train, places, createTokeniser(), ENTITIES_TRAINING, warn)
  },
  speakers: async (options: Options): Promise<Uint8Array> => {
    const { data, documents = Infinity } = options
    const [{ trainSpeakers, SPEAKER_TRAINING }, { GOLD, readGold }, { createTokeniser }, { loadReaders }] =
      await Promise.all([
        import('../train/speakers.js'),
        import('../train/gold.js'),
        import('../tokenise/index.js'),
        import('../extract/index.js'),
      ])
    const train = spread(trained(readGold(GOLD.speakers, [join(data, 'speakers', 'gum.jsonl')])), documents)
    const named = readGold(GOLD.sources, [ownFile('sources.jsonl')], ownTexts(data))
    const sources = spread(named, documents).map(({ text, sources: places }) => ({
      text,
      statements: places.map(([start, end, speaker]) => ({ source: [[start, end] as const], speaker })),
    }))
    return trainSpeakers(
      train,
      [...(await statementGold(options)), ...sources],
      { tokeniser: createTokeniser(), ...(await loadReaders({})) },
      SPEAKER_TRAINING,
      warn,
    )
  },
} as const

/** The package's own gold of statements, and what the user adds to it. */
async function statementGold({
  data,
  documents = Infinity,
  add = [],
  articles,
}: Options): Promise<Gold<'statements'>[]> {
  const { GOLD, readGold } = await import('../train/gold.js')
  const own = readGold(GOLD.statements, ownGold(), ownTexts(data))
  const added = add.length === 0 ? [] : readGold(GOLD.statements, add, articles === undefined ? [] : [articles])
  return [...spread(own, documents), ...added]
}

/** The package's own gold that is there to be trained on, in the order of its names. */
function ownGold(): string[] {
  const folder = ownFile('training')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}

function ownFile(name: string): string {
  return fileURLToPath(new URL(`../../gold/${name}`, import.meta.url))
}

/** Where the texts of that gold are. */
function ownTexts(data: string): string[] {
  return ['articles/wikinews.jsonl', 'entities/worldwide-train.jsonl', 'entities/worldwide-dev.jsonl', 'attribution/polnear-train.jsonl'].map((file) => join(data, file)) // prettier-ignore
}

/** The documents of GUM but every fourth: figures are measured on those, so nothing is trained on them. */
function trained<T>(documents: readonly T[]): T[] {
  return documents.filter((_, index) => index % 4 !== 0)
}

/** `count` of the items at even distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items]
  return Array.from({ length: count }, (_, k) => items[Math.floor((k * items.length) / count)])
}
