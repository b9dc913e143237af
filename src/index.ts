/**
 * Hearsay turns raw news text into attributed statements: who said what, each tied to its exact place in the text.
 *
 *     const extractor = await createExtractor()
 *     for await (const article of readArticles(['news/'])) {
 *       if (!('error' in article)) console.log(extractor.extract(article).statements)
 *     }
 *
 * @module hearsay
 */
export { createExplainer, type Explainer } from './extract/explain.js'
export type { Explanation } from './extract/explanation.js'
export { createExtractor, DEFAULT_MIN_CONFIDENCE } from './extract/index.js'
export type { ArticleInput, Extractor, ExtractorOptions } from './extract/index.js'
export { readArticles } from './ingest/index.js'
export type { FieldName, FieldPaths, IngestFailure, ReadOptions } from './ingest/index.js'
export { textOptionsFor, type TextOptions } from './output/text.js'
export { openSink } from './output/sinks.js'
export type { Sink, SinkOptions, SinkPosition } from './output/sink.js'
export {
  FORMATS,
  formatOf,
  openWriter,
  type FormatName,
  type RecordWriter,
  type WriterOptions,
} from './output/writer.js'
export type { Article } from './record/article.js'
export { DIAGNOSTICS, type Diagnostic, type DiagnosticCode } from './record/diagnostic.js'
export { HearsayError, type ErrorCode, type ErrorPlace } from './record/errors.js'
export * from './record/record.js'
export { spanOf, type Span } from './record/span.js'
export { verifyRecord, type Finding } from './record/verify.js'
export { readPipeline, retry, run } from './run/index.js'
export type { Allowance, Counts, Pipeline, Progress, Reasons, RunControl, RunOptions, RunSummary } from './run/index.js'
export { pipe, type PipedLine, type PipeOptions } from './run/pipe.js'
