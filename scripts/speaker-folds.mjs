// Figures of speakers over all documents of a gold file, each extracted with a model of antecedents that was trained on the other three quarters.
// The shipped attribution model has seen all but the first fold. Models that have not seen the others are named, one a fold, in order.
//   node scripts/speaker-folds.mjs [gum.jsonl] [--errors N] [--attribution FILE --attribution FILE …]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createExtractor, loadReaders } from '../dist/extract/index.js'
import { createTokeniser } from '../dist/tokenise/index.js'
import { Misses } from '../dist/train/evaluate/misses.js'
import { evaluateSpeakers } from '../dist/train/evaluate/speakers.js'
import { GOLD, readGold } from '../dist/train/gold.js'
import { SPEAKER_TRAINING, trainSpeakers } from '../dist/train/speakers.js'

const FOLDS = 4
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'string', default: '0' }, attribution: { type: 'string', multiple: true, default: [] } },
})
const shared = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const all = readGold(GOLD.speakers, [positionals[0] ?? join(shared, 'speakers', 'gum.jsonl')])
const tokeniser = createTokeniser()
const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
const pairs = []
const byFold = []
for (let fold = 0; fold < FOLDS; fold++) {
  const own = values.attribution[fold]
  const model = own === undefined ? {} : { attributionModel: own }
  const reader = { tokeniser, ...(await loadReaders(model)) }
  const bytes = trainSpeakers(
    all.filter((_, index) => index % FOLDS !== fold),
    [],
    reader,
    SPEAKER_TRAINING,
    () => undefined,
  )
  const file = join(folder, `${fold}.bin`)
  writeFileSync(file, bytes)
  const extractor = await createExtractor({ ...model, speakersModel: file })
  const measured = all
    .filter((_, index) => index % FOLDS === fold)
    .map((article) => [article, extractor.extract({ id: article.id, text: article.text })])
  pairs.push(...measured)
  byFold.push(evaluateSpeakers(measured, new Misses(0, () => undefined)))
}
rmSync(folder, { recursive: true })
const figures = evaluateSpeakers(pairs, new Misses(Number(values.errors), (line) => console.error(line)))
console.log(
  JSON.stringify({ ...figures, folds: byFold.map(({ source, nameRight }) => ({ source, nameRight })) }, null, 1),
)
