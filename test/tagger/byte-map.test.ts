import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteMap } from '../../src/tagger/byte-map.js'
import { decodeModel, encodeModel } from '../../src/tagger/model-file.js'
import { toyChain } from './toy.js'

const entries = fc.uniqueArray(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 255 })), { selector: ([hash]) => hash })

it('gives the byte of each hash, and 0 for all others', () => {
  fc.assert(
    fc.property(entries, fc.integer(), (all, other) => {
      const map = ByteMap.of(all)
      expect(map.count).toBe(all.length)
      for (const [hash, value] of all) expect(map.get(hash)).toBe(value)
      expect(map.get(other)).toBe(new Map(all).get(other) ?? 0)
    }),
  )
})

it('comes back from a model file, wherever it lies there', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 3 }), (maps) => {
      const named = new Map(maps.map((all, k) => [`map ${k}`, ByteMap.of(all)]))
      const model = decodeModel(encodeModel(new Map([['toy', toyChain()]]), null, named), 'weights.bin')
      maps.forEach((all, k) => {
        const map = model.maps.get(`map ${k}`)!
        expect(map.count).toBe(all.length)
        for (const [hash, value] of all) expect(map.get(hash)).toBe(value)
      })
    }),
  )
})
