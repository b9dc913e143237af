import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { NameFinder } from '../../src/extract/entities/names.js'
import { decodeModel } from '../../src/tagger/model-file.js'
import { createTokeniser } from '../../src/tokenise/index.js'
import { ENTITIES_TRAINING, trainEntities, type EntitiesTraining } from '../../src/train/entities.js'
import { readGazetteer } from '../../src/train/gazetteer.js'
import { GOLD, readGold } from '../../src/train/gold.js'
import { describeWithShared, sharedPath } from '../shared.js'

/** As the shipped weights are trained, but less of everything. */
const QUICK: EntitiesTraining = {
  ...ENTITIES_TRAINING,
  folds: 2,
  copies: 1,
  first: { ...ENTITIES_TRAINING.first, epochs: 2, averaged: 1, least: 2, most: 20_000 },
  second: { ...ENTITIES_TRAINING.second, epochs: 2, averaged: 1, least: 2, most: 10_000 },
}

describeWithShared('training names on 20 articles', () => {
  const train = readGold(GOLD.entities, [sharedPath('data/entities/worldwide-train.jsonl')]).filter(
    (_, k) => k % 42 === 0,
  )
  const places = readGazetteer(fileURLToPath(new URL('../../gazetteer/places.txt', import.meta.url)))
  const trained = () => trainEntities(train, places, createTokeniser(), QUICK, () => undefined)
  let first: Uint8Array

  it('gives the same bytes each time', () => {
    expect(train).toHaveLength(20)
    first = trained()
    expect(Buffer.from(trained()).equals(first)).toBe(true)
  })

  it('gives weights that find names', () => {
    const tokens = createTokeniser().tokenise('Police in Nigeria said that John Smith had left.')
    const names = new NameFinder(decodeModel(first, 'the trained model')).find(tokens)
    expect(names.map(({ first, last, type }) => [tokens.word.slice(first, last + 1).join(' '), type])).toEqual([
      ['nigeria', 'LOCATION'],
      ['john smith', 'PERSON'],
    ])
  })
})
