import type { Command } from 'commander'
import type { ReadOptions } from '../ingest/index.js'
import { parseSize } from '../ingest/size.js'
import { HearsayError } from '../record/errors.js'
import { parseCount } from './values.js'

/** What the user said about reading articles, as commander hands it over. */
export interface ReadingFlags {
  readonly encoding?: string
  readonly field?: ReadonlyMap<string, string>
  readonly maxSize?: number
  readonly maxExpanded?: number
  readonly maxRatio?: number
  readonly collection?: string
}

/** Adds the options of every command that reads articles. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--encoding <name>', 'encoding of the input, where it is not recognised: utf-8, utf-16le, windows-1251 …')
    .option('--field <name=path>', 'where JSON or a row holds a field, as text=story.body; may be repeated', addField)
    .option('--max-size <size>', 'largest article to accept, in bytes or as 500k, 5M, 1G (default: 5M)', (value) =>
      parseSize(value, '--max-size'),
    )
    .option('--max-expanded <size>', 'most that a compressed input may unpack to (default: 100G)', (value: string) =>
      parseSize(value, '--max-expanded'),
    )
    .option(
      '--max-ratio <number>',
      'most bytes that a compressed input may unpack to for each of its own (default: 1000)',
      parseCount('--max-ratio'),
    )
    .option('--collection <name>', "name of the collection (default: the input's own name)")
}

/** The flags as `readArticles` takes them. */
export function readOptionsOf({
  encoding,
  field,
  maxSize,
  maxExpanded,
  maxRatio,
  collection,
}: ReadingFlags): ReadOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(field === undefined ? {} : { fields: Object.fromEntries(field) }),
    ...(maxSize === undefined ? {} : { maxSize }),
    ...(maxExpanded === undefined ? {} : { maxExpanded }),
    ...(maxRatio === undefined ? {} : { maxRatio }),
    ...(collection === undefined ? {} : { collection }),
  }
}

function addField(value: string, fields: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const at = value.indexOf('=')
  if (at < 1 || at === value.length - 1) {
    throw new HearsayError('usage', `expected --field NAME=PATH, such as text=story.body; got "${value}"`)
  }
  return new Map([...fields, [value.slice(0, at), value.slice(at + 1)]])
}
