import { Evidence } from '../extract/entities/evidence.js'
import { FIRST_COLUMNS, FirstColumns } from '../extract/entities/first-columns.js'
import { LABEL_COUNT, LABELS } from '../extract/entities/labels.js'
import { Surface } from '../extract/entities/surface.js'
import { FIRST_TEMPLATES } from '../extract/entities/templates.js'
import { NameWords } from '../extract/entities/words.js'
import { ENTITY_TYPES } from '../record/record.js'
import type { Tokens } from '../record/tokens.js'
import { encodeModel, type StoredChain } from '../tagger/model-file.js'
import { encode } from '../tagger/segments.js'
import { Templates } from '../tagger/templates.js'
import type { Tokeniser } from '../tokenise/index.js'
import type { PassOptions } from './attribution.js'
import { fitCrf } from './crf.js'
import { numberFeatures } from './dictionary.js'
import type { Gold } from './gold.js'
import { prune } from './prune.js'
import { Sequences } from './sequences.js'
import { runOf } from './span-run.js'

export interface EntitiesTraining {
  readonly first: PassOptions
}

export const ENTITIES_TRAINING: EntitiesTraining = {
  first: { epochs: 4, rate: 0.05, penalty: 0.003, dropout: 0.3, averaged: 2, seed: 7, least: 2, most: 80_000 },
}

type Article = Gold<'entities'>

export function trainEntities(
  train: readonly Article[],
  tokeniser: Tokeniser,
  options: EntitiesTraining,
  note: (line: string) => void,
): Uint8Array {
  const words = new NameWords()
  const surface = new Surface(words)
  const evidence = new Evidence(words)
  const columns = new FirstColumns(words, surface, evidence)
  const sequences = new Sequences(new Templates(FIRST_TEMPLATES, FIRST_COLUMNS))
  for (const article of train) {
    const tokens = tokeniser.tokenise(article.text)
    surface.read(tokens)
    evidence.read(tokens, surface)
    const roles = rolesOf(tokens, article)
    surface.eachWindow(tokens, (first, last) => {
      sequences.add(
        columns.fill(tokens, first, last),
        encode(roles.roles.subarray(first, last + 1), roles.starts.subarray(first, last + 1)),
      )
    })
  }
  note(`first pass: ${sequences.count} windows, ${sequences.starts.at(-1)!} tokens`)
  const keys = numberFeatures(sequences, options.first.least)
  note(`first pass: ${keys.length} features`)
  const all = Array.from({ length: sequences.count }, (_, s) => s)
  const first = prune(
    fitCrf(sequences, keys.length, LABEL_COUNT, all, options.first, null, (epoch, loss) => {
      note(`first pass: epoch ${epoch}, loss ${loss.toFixed(4)} a token`)
    }),
    keys,
    { labels: LABELS, columns: FIRST_COLUMNS, templates: FIRST_TEMPLATES },
  )
  return encodeModel(new Map<string, StoredChain>([['first', first]]), {})
}

function rolesOf(tokens: Tokens, { text, entities }: Article): { roles: Int8Array; starts: Uint8Array } {
  const roles = new Int8Array(tokens.count).fill(-1)
  const starts = new Uint8Array(tokens.count)
  for (const [start, end, name] of entities) {
    const role = ENTITY_TYPES.findIndex((type) => type === name.toUpperCase())
    if (role < 0 || !/\p{L}/u.test(text.slice(start, end))) continue
    const { first, last } = runOf(tokens, start, end)
    if (last < first) continue
    roles.fill(role, first, last + 1)
    starts[first] = 1
  }
  return { roles, starts }
}
