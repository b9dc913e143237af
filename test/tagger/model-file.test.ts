import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../src/record/errors.js'
import { decodeModel, encodeModel, type StoredChain } from '../../src/tagger/model-file.js'
import { toyChain, toyColumns } from './toy.js'

const bytes = encodeModel(new Map([['toy', toyChain()]]), { threshold: 0.25 })

/** What `decodeModel` throws for a file. */
function failureOf(file: Uint8Array): HearsayError {
  try {
    decodeModel(file, 'weights.bin')
  } catch (error) {
    if (error instanceof HearsayError) return error
    throw error
  }
  throw new Error('expected a failure, got a model')
}

/** The file with a new checksum, as if it had been written so. */
function sealed(file: Uint8Array): Uint8Array {
  const body = file.subarray(0, file.length - 32)
  return Buffer.concat([body, createHash('sha256').update(body).digest()])
}

describe('a model file', () => {
  it('gives back what was stored', () => {
    const { chains, notes, sha256 } = decodeModel(bytes, 'weights.bin')
    const chain = chains.get('toy')!
    const { labels, templates, scale, transitions } = toyChain()
    expect([...chains.keys()]).toEqual(['toy'])
    expect(chain.labels).toEqual(labels)
    expect(chain.templates.sources).toEqual(templates)
    expect(chain.weights.scale).toBe(scale)
    expect(chain.transitions).toEqual(transitions)
    expect(notes).toEqual({ threshold: 0.25 })
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect([...chain.label(toyColumns('the big box')).best.subarray(0, 3)]).toEqual([0, 1, 2])
  })

  it('gives back every key and row, for any width', () => {
    const stored = fc.integer({ min: 1, max: 16 }).chain((width) =>
      fc.record({
        width: fc.constant(width),
        keys: fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 32 - 1 }), { maxLength: 40 }),
        weights: fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 40 * width, maxLength: 40 * width }),
      }),
    )
    fc.assert(
      fc.property(stored, ({ width, keys, weights }) => {
        const sorted = [...keys].sort((a, b) => a - b)
        const rows = Int8Array.from(weights.slice(0, sorted.length * width), (weight, at) =>
          at % 3 === 0 ? 0 : weight,
        )
        const labels = Array.from({ length: width }, (_, l) => `label ${l}`)
        const transitions = {
          size: width,
          between: new Float64Array(width * width),
          start: new Float64Array(width),
          end: new Float64Array(width),
        }
        const chain: StoredChain = {
          labels,
          columns: ['word'],
          templates: ['word'],
          keys: Int32Array.from(sorted, (key) => key | 0),
          rows,
          scale: 0.5,
          transitions,
        }
        const others = new Map([
          ['first', toyChain()],
          ['second', chain],
        ])
        const { weights: read } = decodeModel(encodeModel(others, null), 'x').chains.get('second')!
        sorted.forEach((key, k) => {
          const sums = new Int32Array(width)
          read.addRows(Int32Array.from([key]), 0, 1, sums)
          expect([...sums]).toEqual([...rows.subarray(k * width, (k + 1) * width)])
        })
      }),
      { numRuns: 200 },
    )
  })

  it('is the same bytes for the same model', () => {
    expect(encodeModel(new Map([['toy', toyChain()]]), { threshold: 0.25 })).toEqual(bytes)
  })
})

describe('what is no model file', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['a text', Buffer.from('the weights of a feather and of a stone, and some more of the kind\n')],
    ['zeros', new Uint8Array(1000)],
    ['another beginning', sealed(Buffer.concat([Buffer.from('h'), bytes.subarray(1)]))],
    ['a file of a later version', sealed(Buffer.from(bytes).fill(9, 8, 9))],
    ['a file cut off at its end', bytes.subarray(0, bytes.length - 1)],
    ['a file cut off in its header', bytes.subarray(0, 60)],
    ['a file with more at its end', Buffer.concat([bytes, Buffer.from([0])])],
  ])('is told in one line: %s', (_name, file) => {
    const failure = failureOf(file)
    expect(failure.code).toBe('bad-model')
    expect(failure.toLine()).toMatch(/^weights\.bin: [^\n]+ \[bad-model\]$/)
  })

  it('is a file of which any one byte is damaged', () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Uint8Array.from(bytes)
      damaged[at] ^= 0x10
      expect(failureOf(damaged).code).toBe('bad-model')
    }
  })
})
