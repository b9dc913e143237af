import { Command } from 'commander'
import { notWritable } from '../output/failure.js'
import { oneLine } from '../output/jsonl.js'
import { printable } from '../output/printable.js'
import { sinkAddress, sinkKind, type SinkAddress } from '../output/sinks.js'
import { formatOf, openWriter, type RecordWriter } from '../output/writer.js'
import { HearsayError } from '../record/errors.js'
import { faultLine } from '../record/fault.js'
import type { Record } from '../record/record.js'
import type { DuplicateCounts, DuplicateOptions } from '../run/duplicates.js'
import { withRevealed } from '../run/secrets.js'
import { reportFailure, warn } from './failure.js'
import { assertApartFrom } from './output.js'
import { parseCount, parseShare } from './values.js'
import { addReadingOptions, readOptionsOf, type ReadingFlags } from './reading.js'
import { readRecords } from './records.js'
import { onStop } from './stop.js'

interface Flags extends ReadingFlags {
  readonly input?: string[]
  readonly output?: string
  readonly threshold?: number
  readonly remember?: number
  readonly schema?: string
  readonly json?: boolean
}

/** More articles could not be numbered. */
const MOST_REMEMBERED = 50_000_000

/** `hearsay dedupe`: marks articles that nearly repeat earlier ones. */
export function command(): Command {
  const dedupe = new Command('dedupe')
    .summary('mark articles that nearly repeat earlier ones')
    .description(
      'Marks articles that nearly repeat earlier ones, such as agency copy that several papers print: in files of records, which are ' +
        'written anew, or in a database. Articles are compared by their texts with --input, else by what their statements say. The ' +
        'first is the original.',
    )
    .argument(
      '<records...>',
      'files of records (.jsonl, .ndjson, .json, also .gz and .zst), or - ; or a database as for hearsay delete',
    )
    .option('--input <articles...>', 'the articles: files, folders or globs, as they were given to extract or run')
    .option(
      '-o, --output <file>',
      'write the records to a file (.jsonl or .json, also .gz) instead of the standard output',
    )
    .option(
      '--threshold <p>',
      'how alike two articles are at least, above 0 and up to 1 (default: 0.5)',
      parseThreshold,
    )
    .option('--remember <n>', 'how many originals are remembered (default: 250000)', parseRemembered)
    .option('--schema <name>', 'the schema of a PostgreSQL database; hearsay without it')
    .option('--json', 'print each mark as a JSON object on a line')
  return addReadingOptions(dedupe).action(start)
}

async function start(places: string[], flags: Flags): Promise<void> {
  // A database is the one place there is.
  if (places.length > 1) await run(places, flags)
  else await withRevealed(places[0], process.env, (place) => run([place], flags))
}

async function run(places: readonly string[], flags: Flags): Promise<void> {
  const addresses = places.map(addressOf)
  const database = addresses.find((address) => address !== undefined && isDatabase(address))
  if (database === undefined) {
    const other = addresses.find((address) => address !== undefined && address.scheme !== 'jsonl')
    if (other)
      throw new HearsayError('usage', `expected files of records or a database, got ${other.scheme}:`, {
        file: other.name,
      })
    await markFiles(
      places.map((place, index) => addresses[index]?.target ?? place),
      flags,
    )
  } else if (places.length > 1) {
    throw new HearsayError('usage', `expected files of records, or one database alone; got ${places.length} places`)
  } else if (flags.output !== undefined) {
    throw new HearsayError('usage', '-o: expected files of records, got a database, which is marked in place')
  } else await markDatabase(database, flags)
}

/** The place of a sink that was named; undefined for a file that no sink writes. */
function addressOf(place: string): SinkAddress | undefined {
  return place === '-' || /\.(?:json|zst)(?:\.gz)?$/i.test(place) ? undefined : sinkAddress(place)
}

function isDatabase({ scheme }: SinkAddress): boolean {
  return scheme === 'sqlite' || scheme === 'postgres'
}

async function markDatabase({ scheme, target }: SinkAddress, flags: Flags): Promise<void> {
  const [{ duplicates }, { markInDatabase }, options] = await Promise.all([
    sinkKind(scheme),
    import('../run/duplicates.js'),
    optionsOf(flags),
  ])
  if (!duplicates) throw new Error(`expected marks in ${scheme}`)
  const marks = await duplicates(target, flags.schema === undefined ? {} : { schema: flags.schema })
  try {
    const counts = await markInDatabase(marks, options)
    for await (const mark of marks.all()) process.stdout.write(markLine(mark, flags))
    tell(counts, flags)
  } finally {
    await marks.close()
  }
}

async function markFiles(files: readonly string[], flags: Flags): Promise<void> {
  const output = flags.output === '-' ? undefined : flags.output
  const format = output === undefined ? 'jsonl' : formatOf(output)
  if (format !== 'jsonl' && format !== 'json') {
    throw new HearsayError('usage', '-o: expected a name that ends in .jsonl or .json (or one with .gz)', {
      file: output!,
    })
  }
  if (flags.json === true && output === undefined) {
    throw new HearsayError(
      'usage',
      '--json: expected -o FILE, since the records go to the standard output; or a database',
    )
  }
  await assertApartFrom([...files, ...(flags.input ?? [])], output)
  const [{ markedRecords, noCounts }, options] = await Promise.all([import('../run/duplicates.js'), optionsOf(flags)])
  const counts = noCounts()
  const listing = output === undefined ? undefined : listingOf(process.stdout)
  let writer: RecordWriter | undefined
  onStop(() => writer?.discard())
  try {
    writer = await openWriter(format, output)
    for await (const record of markedRecords(recordsOf(files), options, counts)) {
      await writer.write(record)
      if (record.duplicateOf) listing?.write(markLine(record, flags))
    }
    await writer.close()
  } catch (error) {
    writer?.discard()
    throw error
  }
  tell(counts, flags)
}

/** Lines on a stream that its reader may close: whoever has seen enough of the marks still wants the file. */
function listingOf(stream: NodeJS.WriteStream): { write(line: string): void } {
  let isOpen = true
  stream.removeAllListeners('error')
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false
    if (error.code !== 'EPIPE') reportFailure(notWritable('standard output', error))
  })
  return {
    write(line) {
      if (isOpen) stream.write(line)
    },
  }
}

/** The records of all files. What is none is told of, and left out. */
async function* recordsOf(files: readonly string[]): AsyncGenerator<Record> {
  const { recordSchema } = await import('../record/schema.js')
  for (const file of files) {
    for await (const { value, place } of readRecords(file)) {
      const { data: record, error } = recordSchema.safeParse(value)
      if (record) yield record
      else {
        const what = value === undefined ? 'text that is not JSON' : faultLine(error)
        reportFailure(
          new HearsayError('bad-record', `expected a record, got ${what}; hearsay verify tells more`, place),
        )
      }
    }
  }
}

async function optionsOf(flags: Flags): Promise<DuplicateOptions> {
  const { threshold, remember, input } = flags
  const articles = input && (await import('../ingest/index.js')).readArticles(input, readOptionsOf(flags))
  return {
    ...(threshold === undefined ? {} : { threshold }),
    ...(remember === undefined ? {} : { remembered: remember }),
    ...(articles === undefined ? {} : { articles }),
    onFailure: reportFailure,
  }
}

/** A mark for a person or, with `--json`, for a program. */
function markLine(
  { collection, id, duplicateOf }: Pick<Record, 'collection' | 'id' | 'duplicateOf'>,
  { json }: Flags,
): string {
  if (json === true) return `${oneLine({ collection, id, duplicateOf })}\n`
  const { collection: ofCollection = '', id: ofId = '', similarity = 0 } = duplicateOf ?? {}
  const original = ofCollection === collection ? ofId : `${ofId} of ${ofCollection}`
  return `${printable(`${id}: repeats ${original}, ${similarity.toFixed(2)}`)}\n`
}

function tell({ articles, duplicates, short, missing, forgotten }: DuplicateCounts, { input }: Flags): void {
  const by = input === undefined ? 'what their statements say' : 'their texts'
  warn(`articles: ${articles}, near-duplicates: ${duplicates}, compared by ${by}; too short to judge: ${short}`)
  if (missing > 0) {
    reportFailure(
      new HearsayError(
        'no-data',
        `expected the articles of all records among --input, got none with the text of ${missing}: not judged`,
      ),
    )
  }
  if (forgotten > 0) {
    warn(`forgotten: the oldest ${forgotten} originals, of which later copies were not found; --remember holds more`)
  }
}

function parseThreshold(value: string): number {
  const threshold = parseShare('--threshold')(value)
  if (threshold > 0) return threshold
  throw new HearsayError('usage', `--threshold: expected a number above 0, got "${value}"`)
}

function parseRemembered(value: string): number {
  const count = parseCount('--remember')(value)
  if (count <= MOST_REMEMBERED) return count
  throw new HearsayError('usage', `--remember: expected at most ${MOST_REMEMBERED}, got ${value}`)
}
