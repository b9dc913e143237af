/**
 * Perceptron or random field: the first pass alone, trained on polnear-train, on polnear-dev. F1 of the spans of each role, and of the words of content.
 * Build first: npm run build && node bench/first-pass.mjs crf|perceptron EPOCHS
 */
import { fileURLToPath } from 'node:url'
import { roleOf, segmentsOf, SIDED_LABEL_COUNT, unsided } from '../dist/extract/attribution/labels.js'
import { Chain } from '../dist/tagger/chain.js'
import { createTokeniser } from '../dist/tokenise/index.js'
import { ATTRIBUTION_TRAINING, passageSequences } from '../dist/train/attribution.js'
import { fitCrf } from '../dist/train/crf.js'
import { numberFeatures } from '../dist/train/dictionary.js'
import { GOLD, readGold } from '../dist/train/gold.js'
import { fitPerceptron } from '../dist/train/perceptron.js'

const [method, epochs] = [process.argv[2], Number(process.argv[3])]
const data = process.env.HEARSAY_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const read = (name) => readGold(GOLD.attribution, [`${data}/attribution/${name}.jsonl`])
const train = read('polnear-train')
const all = [...train, ...read('polnear-dev')]
const { sequences, foldOf } = passageSequences(all, createTokeniser(), all.length)
const features = numberFeatures(sequences, ATTRIBUTION_TRAINING.first.least).length
const numbers = foldOf.map((_, s) => s)
const seen = numbers.filter((s) => foldOf[s] < train.length)
const before = process.cpuUsage()
const { rows, transitions } =
  method === 'crf'
    ? fitCrf(sequences, features, SIDED_LABEL_COUNT, seen, { ...ATTRIBUTION_TRAINING.first, epochs }, null)
    : fitPerceptron(sequences, features, SIDED_LABEL_COUNT, seen, { epochs, dropout: 0, seed: 7 })
const { user } = process.cpuUsage(before)

const chain = new Chain(transitions)
const counts = ['source', 'cue', 'content', 'words'].map((name) => ({ name, right: 0, found: 0, gold: 0 }))
for (const s of numbers.slice(seen.length)) {
  const start = sequences.starts[s]
  const length = sequences.starts[s + 1] - start
  const emissions = chain.emissions(length).fill(0)
  for (let i = 0; i < length; i++) {
    for (let f = 0; f < sequences.width; f++) {
      const feature = sequences.features[(start + i) * sequences.width + f]
      for (let l = 0; feature >= 0 && l < SIDED_LABEL_COUNT; l++)
        emissions[i * chain.stride + l] += rows[feature * SIDED_LABEL_COUNT + l]
    }
  }
  const best = Uint8Array.from(chain.best(length), unsided)
  const gold = Uint8Array.from(sequences.labels.subarray(start, start + length), unsided)
  const key = ({ role, first, last }) => `${role} ${first} ${last}`
  const right = new Set(segmentsOf(gold, length).map(key))
  for (const segment of segmentsOf(gold, length)) counts[segment.role].gold++
  for (const segment of segmentsOf(best, length)) {
    counts[segment.role].found++
    if (right.has(key(segment))) counts[segment.role].right++
  }
  for (let i = 0; i < length; i++) {
    const [isFound, isGold] = [roleOf(best[i]) === 2, roleOf(gold[i]) === 2]
    counts[3].found += isFound
    counts[3].gold += isGold
    counts[3].right += isFound && isGold
  }
}
const figures = counts.map(({ name, right, found, gold }) => `${name} ${((200 * right) / (found + gold)).toFixed(1)}`)
console.log(`${method}, ${epochs} epochs: ${figures.join(', ')}; fitted in ${Math.round(user / 1e6)} s`)
