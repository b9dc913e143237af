import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

/** What each stage may import beside itself. Stages are folders of src; those within extract are stages of their own. */
const MAY_IMPORT: { readonly [stage: string]: readonly string[] | undefined } = {
  record: [],
  tagger: ['record'],
  tokenise: ['record', 'tagger'],
  ingest: ['record', 'tagger'],
  'extract/*': ['record', 'tagger'],
  extract: ['record', 'tagger', 'tokenise', 'ingest', 'extract/*'],
  output: ['record'],
  report: ['record'],
  annotate: ['record'],
  diff: ['record', 'output'],
  train: ['record', 'tagger', 'tokenise', 'ingest', 'extract', 'extract/*'],
  run: ['record', 'tagger', 'tokenise', 'ingest', 'extract', 'extract/*', 'output', 'report', 'annotate'],
  // A floor for the scores is on those of `hearsay evaluate`, which are the training's.
  check: ['record', 'tagger', 'tokenise', 'ingest', 'extract', 'extract/*', 'output', 'report', 'annotate', 'train'],
  cli: [
    'record', 'tagger', 'tokenise', 'ingest', 'extract', 'extract/*', 'output', 'report', 'annotate', 'diff', 'train', 'run', 'check',
  ], // prettier-ignore
  'index.ts': ['record', 'tagger', 'tokenise', 'ingest', 'extract', 'extract/*', 'output', 'report', 'annotate', 'diff', 'train', 'run', 'check'], // prettier-ignore
}

/** Packages whose types stay inside the one file or stage that adapts them. */
const STAYS_IN: { readonly [packageName: string]: RegExp } = {
  'wink-nlp': /^tokenise\/wink(?:-model)?\.ts$/,
  'wink-eng-lite-web-model': /^tokenise\/wink-model\.ts$/,
  natural: /^extract\/entities\/spelling\.ts$/,
  zod: /^(record\/(schema|settings|fault)|run\/pipeline|check\/(configuration|drift\/baseline-file)|annotate\/label-studio(-task)?|diff\/article|train\/.*)\.ts$/,
  yaml: /^record\/settings\.ts$/,
  ignore: /^check\/ignore\.ts$/,
  'p-queue': /^run\/ordered\.ts$/,
  tinypool: /^run\/workers?\.ts$/,
  'chrono-node': /^extract\/times\/chrono\.ts$/,
  commander: /^cli\//,
  'csv-stringify': /^output\/csv\.ts$/,
  'csv-parse': /^ingest\/csv\.ts$/,
  hyparquet: /^ingest\/parquet\.ts$/,
  'hyparquet-compressors': /^ingest\/parquet\.ts$/,
  fzstd: /^ingest\/zstd\.ts$/,
  'hash-wasm': /^ingest\/zstd\.ts$/,
  warcio: /^ingest\/warc\.ts$/,
  linkedom: /^ingest\/page\.ts$/,
  '@mozilla/readability': /^ingest\/page\.ts$/,
  'hyparquet-writer': /^output\/parquet\.ts$/,
  libsql: /^output\/sqlite\.ts$/,
  pg: /^output\/postgres\.ts$/,
  'pg-copy-streams': /^output\/postgres\.ts$/,
  tinyglobby: /^ingest\//,
  '@observablehq/plot': /^report\/page\/plots\.ts$/,
  'franc-min': /^ingest\/language\.ts$/,
}

interface Import {
  readonly from: string
  /** A path under src, or what a package is asked for. */
  readonly to: string
  /** Loaded together with the file that imports it: neither a type nor a dynamic import. */
  readonly eager: boolean
}

/** Every import of a source text: static, of types, dynamic, and re-exports. */
function importsOf(from: string, source: string): Import[] {
  const imports: Import[] = []
  const add = (specifier: ts.Node | undefined, eager: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const isOurs = specifier.text.startsWith('.')
    const to = isOurs ? posix.join(posix.dirname(from), specifier.text).replace(/\.js$/, '.ts') : specifier.text
    imports.push({ from, to, eager })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, false)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(from, source, ts.ScriptTarget.Latest))
  return imports
}

function stageOf(path: string): string {
  const [first = '', second = '', ...deeper] = path.split('/')
  return first === 'extract' && deeper.length > 0 ? `extract/${second}` : first
}

/** What is wrong with an import, or undefined. */
function wrongWith({ from, to }: Import): string | undefined {
  const isOurs = /\.ts$/.test(to)
  if (!isOurs) {
    const home = Object.entries(STAYS_IN).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1]
    return home && !home.test(from) ? `${from} imports ${to}, which stays in ${home.source}` : undefined
  }
  const [here, there] = [stageOf(from), stageOf(to)]
  if (here === there) return undefined
  const general = (stage: string) => stage.replace(/^extract\/.*/, 'extract/*')
  const allowed = MAY_IMPORT[general(here)]
  if (!allowed) return `${from} is in no stage that DESIGN.md names`
  return allowed.includes(general(there)) ? undefined : `${from} imports ${to}: ${here} may not import ${there}`
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.split(sep).join('/'))
const imports = files.flatMap((path) => importsOf(path, readFileSync(join(SRC, path), 'utf8')))

describe('the imports of src', () => {
  it('are found', () => {
    expect(files).toContain('record/record.ts')
    expect(imports).toContainEqual({ from: 'record/record.ts', to: 'record/span.ts', eager: false })
    expect(imports).toContainEqual({ from: 'output/json.ts', to: 'output/jsonl.ts', eager: true })
    expect(imports).toContainEqual({ from: 'output/writer.ts', to: 'output/csv.ts', eager: false })
    for (const { to } of imports.filter(({ to }) => to.endsWith('.ts'))) expect(files).toContain(to)
  })

  it('go one way', () => {
    expect(imports.map(wrongWith).filter((wrong) => wrong !== undefined)).toEqual([])
  })

  it('make no circle', () => {
    const next = new Map(
      files.map((path) => [path, imports.filter(({ from, eager }) => eager && from === path).map(({ to }) => to)]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) {
        for (const to of next.get(path) ?? []) walk(to, [...trail, path])
        done.add(path)
      }
    }
    for (const path of files) walk(path, [])
    expect(circles).toEqual([])
  })

  it('keep zod off the way from text to record', () => {
    const reached = new Set<string>()
    const walk = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      for (const { to } of imports.filter(({ from, eager }) => eager && from === path)) walk(to)
    }
    for (const start of ['index.ts', 'extract/index.ts', 'cli/main.ts', 'cli/extract.ts', 'output/csv.ts']) walk(start)
    expect([...reached]).not.toContain('zod')
    // What reads a format is loaded with the first input that has it.
    for (const name of [
      'csv-parse',
      'csv-parse/sync',
      'hyparquet',
      'hyparquet-compressors',
      'fzstd',
      'hash-wasm',
      'warcio',
      'linkedom',
      '@mozilla/readability',
    ])
      expect([...reached]).not.toContain(name)
    expect([...reached]).toContain('ingest/parquet.ts')
    // The index of natural loads the drivers of databases.
    expect([...reached]).not.toContain('natural')
    expect([...reached]).toContain('extract/index.ts')
  })
})

describe('a sink', () => {
  it('is loaded only where it is in use', () => {
    const eager = imports.filter(({ from, eager }) => eager && from === 'output/sinks.ts').map(({ to }) => to)
    expect(eager).toContain('output/printable.ts')
    for (const kind of ['parquet', 'postgres', 'record-file', 'sqlite']) {
      expect(eager).not.toContain(`output/${kind}.ts`)
      expect(imports).toContainEqual({ from: 'output/sinks.ts', to: `output/${kind}.ts`, eager: false })
    }
  })
})

describe('an import the wrong way', () => {
  it.each([
    ['record/record.ts', `import { x } from '../tagger/hash.js'`],
    ['tagger/hash.ts', `import type { x } from '../tokenise/index.js'`],
    ['tokenise/index.ts', `export { x } from '../ingest/index.js'`],
    ['ingest/index.ts', `export * from '../tokenise/index.js'`],
    ['extract/attribution/cues.ts', `import '../entities/names.js'`],
    ['extract/attribution/cues.ts', `import { x } from '../index.js'`],
    ['extract/index.ts', `const { x } = await import('../train/crf.js')`],
    ['output/csv.ts', `type X = import('../extract/index.js').X`],
    ['train/crf.ts', `import { x } from '../cli/train.js'`],
    ['run/plan.ts', `import { x } from '../train/crf.js'`],
    ['cli/extract.ts', `import { x } from '../index.js'`],
    ['index.ts', `import { x } from './cli/main.js'`],
    ['misplaced/file.ts', `import { x } from '../record/span.js'`],
    ['extract/index.ts', `import type { Doc } from 'wink-nlp'`],
    ['output/json.ts', `import { stringify } from 'csv-stringify/sync'`],
    ['record/record.ts', `import { z } from 'zod'`],
    ['output/sinks.ts', `import Database from 'libsql'`],
    ['output/sqlite.ts', `import pg from 'pg'`],
    ['extract/entities/joining.ts', `import { DoubleMetaphone } from 'natural/lib/natural/phonetics/index.js'`],
  ])('of %s is caught: %s', (from, source) => {
    expect(importsOf(from, source).map(wrongWith)).toEqual([expect.stringContaining(from)])
  })

  it.each([
    ['extract/index.ts', `import { x } from './attribution/cues.js'`],
    ['extract/attribution/cues.ts', `import { x } from './lexicon.js'`],
    ['cli/train.ts', `import { x } from '../train/crf.js'`],
    ['tokenise/wink.ts', `import winkNLP from 'wink-nlp'`],
  ])('but a right one of %s passes: %s', (from, source) => {
    expect(importsOf(from, source).map(wrongWith)).toEqual([undefined])
  })
})
