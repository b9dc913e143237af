import type { Command } from 'commander'
import type { ExtractorOptions } from '../extract/index.js'
import { HearsayError } from '../record/errors.js'
import { parseShare } from './values.js'

/** What the user said about extracting, as commander hands it over. */
export interface ExtractionFlags {
  readonly minConfidence?: number
  readonly language?: string
}

/** Adds the options of every command that extracts statements. */
export function addExtractionOptions(command: Command): Command {
  return command
    .option(
      '--min-confidence <p>',
      'leave out statements below this confidence, 0 to 1',
      parseShare('--min-confidence'),
    )
    .option(
      '--language <code>',
      'take the articles to be in this language instead of judging, such as en',
      parseLanguage,
    )
}

/** The flags as `createExtractor` takes them. */
export function extractorOptionsOf({ minConfidence, language }: ExtractionFlags): ExtractorOptions {
  return {
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(language === undefined ? {} : { language }),
  }
}

function parseLanguage(value: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value)) {
    throw new HearsayError('usage', `expected a language code for --language, such as en; got "${value}"`)
  }
  return value
}
