import { HearsayError } from '../record/errors.js'
import type { Record } from '../record/record.js'
import { fileDestination, streamDestination } from './destination.js'
import type { RecordFormat } from './format.js'
import type { RowName } from './csv-columns.js'
import type { TextOptions } from './text.js'

/** Takes records one by one. Every kind of output is one of these. Its failures are HearsayErrors `output-not-writable`. */
export interface RecordWriter {
  /** Resolves when the next record may come. */
  write(record: Record): Promise<void>
  /** Completes the output. */
  close(): Promise<void>
  /** Gives up at once, without waiting for anything; what is not complete is removed where it can be. */
  discard(): void
}

/** Every format of records, by name. */
export const FORMATS = ['jsonl', 'json', 'csv', 'text'] as const
/** A key of `FORMATS`. */
export type FormatName = (typeof FORMATS)[number]

const EXTENSIONS: ReadonlyMap<string, FormatName> = new Map([
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['json', 'json'],
  ['csv', 'csv'],
  ['txt', 'text'],
])

/**
 * The format that a file's name asks for by its extension, a final `.gz` aside.
 * @throws HearsayError `usage` where the extension names none
 */
export function formatOf(path: string): FormatName {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  const format = EXTENSIONS.get(extension)
  if (format) return format
  const known = [...EXTENSIONS.keys()].map((name) => `.${name}`)
  throw new HearsayError('usage', `expected a name that ends in ${known.join(', ')} (or one with .gz), or a format named`, {
    file: path,
  })
}

/** How records are written. */
export interface WriterOptions {
  /** How text is laid out. */
  readonly text?: TextOptions
  /** What a row of csv is; statements without it. */
  readonly rows?: RowName
}

/**
 * Opens a writer of records to the file at `path`, or to the standard output without one.
 * @throws HearsayError `output-not-writable`
 */
export async function openWriter(
  format: FormatName,
  path?: string,
  options: WriterOptions = {},
): Promise<RecordWriter> {
  const shape = await load(format, options)
  const destination = path === undefined ? streamDestination(process.stdout, 'standard output') : await fileDestination(path)
  let count = 0
  return {
    write: (record) => destination.write(`${count === 0 ? shape.begin() : ''}${shape.record(record, count++)}`),
    async close() {
      await destination.write(`${count === 0 ? shape.begin() : ''}${shape.end(count)}`)
      await destination.close()
    },
    discard: () => {
      destination.discard()
    },
  }
}

/** Only the format that is asked for is loaded. */
async function load(format: FormatName, { text, rows }: WriterOptions): Promise<RecordFormat> {
  switch (format) {
    case 'jsonl':
      return (await import('./jsonl.js')).jsonl
    case 'json':
      return (await import('./json.js')).json
    case 'csv':
      return (await import('./csv.js')).csvFormat(rows)
    case 'text':
      return (await import('./text.js')).textFormat(text)
  }
}
