import { Chain } from '../tagger/chain.js'
import type { Fitted } from './crf.js'
import type { Sequences } from './sequences.js'

/**
 * Labels some sequences by a chain as it was fitted, before it is made small.
 * @param labels How many labels it has.
 * @param chosen Which sequences.
 * @param into Takes the probability of each label at each of their tokens, `[token * labels + label]`; the tokens of all sequences count.
 */
export function labelInto(
  { starts, width, features }: Sequences,
  labels: number,
  { rows, transitions }: Fitted,
  chosen: readonly number[],
  into: Float32Array,
): void {
  const chain = new Chain(transitions)
  for (const s of chosen) {
    const start = starts[s]
    const length = starts[s + 1] - start
    const emissions = chain.emissions(length).fill(0)
    for (let i = 0; i < length; i++) {
      const cells = i * chain.stride
      for (let f = (start + i) * width; f < (start + i + 1) * width; f++) {
        const feature = features[f]
        if (feature < 0) continue
        for (let l = 0; l < labels; l++) emissions[cells + l] += rows[feature * labels + l]
      }
    }
    chain.forward(length)
    into.set(chain.marginals(length), start * labels)
  }
}
