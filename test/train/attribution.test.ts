import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Attributor } from '../../src/extract/attribution/attributor.js'
import { LABELS, SIDED_LABELS } from '../../src/extract/attribution/labels.js'
import { decodeModel } from '../../src/tagger/model-file.js'
import { createTokeniser } from '../../src/tokenise/index.js'
import { ATTRIBUTION_TRAINING, trainAttribution, type AttributionTraining } from '../../src/train/attribution.js'
import { paragraphsWithClauses } from '../../src/train/clauses.js'
import { GOLD, readGold } from '../../src/train/gold.js'
import { describeWithShared, sharedPath } from '../shared.js'

/** As the shipped weights are trained, but less of everything. */
const QUICK: AttributionTraining = {
  folds: 2,
  missCost: ATTRIBUTION_TRAINING.missCost,
  first: { ...ATTRIBUTION_TRAINING.first, epochs: 4, rate: 0.05, most: 40_000 },
  second: { ...ATTRIBUTION_TRAINING.second, epochs: 2, rate: 0.03, most: 40_000 },
}

describeWithShared('training attribution on 40 articles', () => {
  const read = (name: string) => readGold(GOLD.attribution, [sharedPath(`data/attribution/${name}`)])
  const train = read('polnear-train.jsonl').filter((_, k) => k % 21 === 0)
  const dev = read('polnear-dev.jsonl').slice(0, 10)
  const documents = readGold(GOLD.speakers, [sharedPath('data/speakers/gum.jsonl')]).slice(1, 4)
  const paragraphs = documents.flatMap(paragraphsWithClauses)
  const notes: string[] = []
  const trained = () =>
    trainAttribution([...train.map((article) => [article]), paragraphs], dev, createTokeniser(), QUICK, (line) =>
      notes.push(line),
    )
  let first: Uint8Array

  it('gives the same bytes each time', () => {
    expect(train).toHaveLength(40)
    first = trained()
    expect(notes.length).toBeGreaterThan(5)
    expect(Buffer.from(trained()).equals(first)).toBe(true)
  })

  it('gives weights that find statements', () => {
    const model = decodeModel(first, 'the trained model')
    expect([...model.chains.keys()]).toEqual(['first', 'second'])
    expect([...model.chains.values()].map(({ labels }) => labels)).toEqual([SIDED_LABELS, LABELS])
    const attributor = new Attributor(model, 0.2)
    const text = readFileSync(new URL('../../corpus/agency-ferry.txt', import.meta.url), 'utf8')
    const tokens = createTokeniser().tokenise(text)
    const cues = attributor.attribute(tokens).map(({ cue }) => (cue === null ? '' : tokens.word[cue.first]))
    expect(cues).toContain('said')
    expect(cues).toContain('told')
  })

  it('keeps to the size asked for', () => {
    // A table has four to five slots for four features, or a few more where shifts were hard to find.
    for (const { weights } of decodeModel(first, 'the trained model').chains.values()) {
      expect(weights.slots).toBeLessThan(40_000 * 1.4)
    }
  })
})
