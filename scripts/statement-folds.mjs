// Figures of statements over gold/training, each article extracted with weights of attribution that have not seen it: trained on all else that
// `hearsay train attribution` learns from and on the other three quarters of gold/training, by one fit instead of four. Articles that PolNeAR has annotated
// as well are learned from each time and not measured. The antecedents are those shipped, which have seen all. Takes an hour and 3 GB of memory.
//   node scripts/statement-folds.mjs [--errors N] [--keep FOLDER]
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createExtractor } from '../dist/extract/index.js'
import { createTokeniser } from '../dist/tokenise/index.js'
import { ATTRIBUTION_TRAINING, trainAttribution } from '../dist/train/attribution.js'
import { documentsOf } from '../dist/train/documents.js'
import { Misses } from '../dist/train/evaluate/misses.js'
import { evaluateStatements } from '../dist/train/evaluate/statements.js'
import { GOLD, readGold } from '../dist/train/gold.js'

const FOLDS = 4
const { values } = parseArgs({ options: { errors: { type: 'string', default: '0' }, keep: { type: 'string' } } })
const shared = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const gold = fileURLToPath(new URL('../gold/training', import.meta.url))
const texts = [
  'articles/wikinews.jsonl',
  'entities/worldwide-train.jsonl',
  'entities/worldwide-dev.jsonl',
  'attribution/polnear-train.jsonl',
].map((file) => join(shared, file))
const all = readGold(
  GOLD.statements,
  readdirSync(gold)
    .sort()
    .map((name) => join(gold, name)),
  texts,
)
const attributions = (name) => readGold(GOLD.attribution, [join(shared, 'attribution', name)])
const polnear = attributions('polnear-train.jsonl')
const gum = readGold(GOLD.speakers, [join(shared, 'speakers', 'gum.jsonl')]).filter((_, index) => index % 4 !== 0)
const isTheirs = new Set(polnear.map(({ id }) => id))
const both = all.filter(({ id }) => isTheirs.has(id))
const own = all.filter(({ id }) => !isTheirs.has(id))
const once = (pass) => ({ ...pass, seeds: pass.seeds.slice(0, 1) })
const options = {
  ...ATTRIBUTION_TRAINING,
  first: once(ATTRIBUTION_TRAINING.first),
  second: once(ATTRIBUTION_TRAINING.second),
}
const tokeniser = createTokeniser()
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'hearsay-'))
mkdirSync(folder, { recursive: true })
const pairs = []
const byFold = []
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = own.filter((_, index) => index % FOLDS !== fold)
  const train = documentsOf(polnear, gum, [...both, ...rest])
  const file = join(folder, `${fold}.bin`)
  writeFileSync(
    file,
    trainAttribution(train, attributions('polnear-dev.jsonl'), tokeniser, options, () => undefined),
  )
  const extractor = await createExtractor({ attributionModel: file })
  const measured = own
    .filter((_, index) => index % FOLDS === fold)
    .map((article) => [article, extractor.extract({ id: article.id, text: article.text })])
  pairs.push(...measured)
  byFold.push(evaluateStatements(measured, new Misses(0, () => undefined)))
}
if (values.keep === undefined) rmSync(folder, { recursive: true })
const figures = evaluateStatements(pairs, new Misses(Number(values.errors), (line) => console.error(line)))
const folds = byFold.map(({ statement, whoSaidWhat }) => ({ statement: statement.f1, whoSaidWhat: whoSaidWhat.f1 }))
console.log(JSON.stringify({ ...figures, folds }, null, 1))
