import { describe, expect, it } from 'vitest'
import { Templates } from '../../src/tagger/templates.js'
import { Sequences } from '../../src/train/sequences.js'
import { toyColumns } from '../tagger/toy.js'

const templates = new Templates(['word', 'word[-1] word'], ['word'])

describe('sequences', () => {
  it('hold the features and labels of one after another', () => {
    const sequences = new Sequences(templates)
    sequences.add(toyColumns('the big box'), [0, 1, 2])
    sequences.add(toyColumns('box'), [1])
    expect([sequences.count, sequences.width, sequences.starts]).toEqual([2, 2, [0, 3, 4]])
    expect([...sequences.labels.subarray(0, 4)]).toEqual([0, 1, 2, 1])
    const features = new Int32Array(2)
    templates.write(toyColumns('box'), 0, features, 0)
    expect([...sequences.features.subarray(6, 8)]).toEqual([...features])
    // The same word in another place: the same feature of the word, another one of the pair.
    expect(sequences.features[4]).toBe(sequences.features[6])
    expect(sequences.features[5]).not.toBe(sequences.features[7])
  })

  it('grow beyond what was expected of them', () => {
    const [small, large] = [new Sequences(templates, 1), new Sequences(templates, 1000)]
    for (const sequences of [small, large]) {
      for (let k = 0; k < 50; k++) sequences.add(toyColumns('the big red box'), [0, 1, 2, 2])
    }
    const of = ({ features, labels, starts }: Sequences) => [
      [...features.subarray(0, 400)],
      [...labels.subarray(0, 200)],
      starts,
    ]
    expect(of(small)).toEqual(of(large))
  })

  it('may be empty', () => {
    const sequences = new Sequences(templates)
    sequences.add(toyColumns(''), [])
    expect([sequences.count, sequences.starts]).toEqual([1, [0, 0]])
  })
})
