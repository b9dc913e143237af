import { defineConfig } from 'rolldown'

/** What is loaded by its own path: by `package.json`, as a thread, and by the scripts and benchmarks beside the library. */
const ENTRIES = [
  'index',
  'cli/main',
  'cli/run',
  'record/schema',
  'annotate/index',
  'diff/index',
  'report/index',
  'check/explanation',
  'check/index',
  'check/subject',
  'check/drift/baseline',
  'check/drift/comparison',
  'check/drift/profile',
  'run/duplicates',
  'run/index',
  'run/worker',
  'tokenise/index',
  'extract/index',
  'extract/numbers',
  'extract/statements',
  'ingest/index',
  'output/database/tables',
  'output/sinks',
  'train/attribution',
  'train/clauses',
  'train/gold',
  'train/random',
  'train/speakers',
  'train/statements',
  'train/evaluate/misses',
  'train/evaluate/speakers',
  'train/evaluate/statements',
]

/**
 * One file for what every extraction needs: Node takes longer to find and link 130 small modules than to run them. Packages stay
 * outside. The folder of the shared files is as deep as those of the modules are, so that their paths to `models/` hold.
 */
export default defineConfig({
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, `src/${entry}.ts`])),
  platform: 'node',
  external: /^[^./]/,
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
    codeSplitting: {
      groups: [
        {
          name: 'extraction',
          test: /src\/(?:record\/(?!schema|settings)|tokenise|tagger|extract\/(?!explain)|ingest\/(?:dateline|language|characters)\.)/,
        },
      ],
    },
  },
})
