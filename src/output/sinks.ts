import { HearsayError } from '../record/errors.js'
import { csvFormat } from './csv.js'
import { jsonl } from './jsonl.js'
import { openFileSink } from './jsonl-sink.js'
import type { Sink, SinkOptions, SinkPosition } from './sink.js'

/**
 * Opens what "jsonl:out.jsonl" names. Throws `usage` where no kind of sink is named, `output-not-writable` where it cannot be opened.
 * @param from A position to go on from; null begins anew.
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars
export async function openSink(target: string, from: SinkPosition | null, _options: SinkOptions): Promise<Sink> {
  const at = target.indexOf(':')
  const [scheme, path] = [target.slice(0, at), target.slice(at + 1)]
  if (scheme === 'jsonl') return openFileSink(scheme, jsonl, path, from)
  if (scheme === 'csv') return openFileSink(scheme, csvFormat(), path, from)
  throw new HearsayError('usage', 'expected a sink, such as jsonl:out.jsonl.gz or csv:statements.csv')
}
