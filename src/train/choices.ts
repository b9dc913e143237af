import type { Attributor } from '../extract/attribution/attributor.js'
import { ANAPHORS, EVIDENCE, type Weights } from '../extract/entities/antecedents.js'
import type { NameFinder } from '../extract/entities/names.js'
import type { Tokeniser } from '../tokenise/index.js'

export interface SpeakerTraining {
  readonly epochs: number
  /** Step of AdaGrad. */
  readonly rate: number
  /** Ridge penalty an observation. */
  readonly penalty: number
}

/** A choice with what is right by the gold. */
export interface Example {
  readonly anaphor: number
  readonly evidence: readonly (readonly number[])[]
  /** Whether each choice is right; of several, any may be taken. */
  readonly right: readonly boolean[]
}

/** What finds the parts that antecedents are chosen from. */
export interface Reader {
  readonly tokeniser: Tokeniser
  readonly finder: NameFinder
  readonly attributor: Attributor
}

/** Fits a maximum-entropy choice: the summed probability of the right choices is made as high as it can be. */
export function fitChoices(
  examples: readonly Example[],
  { epochs, rate, penalty }: SpeakerTraining,
  note: (line: string) => void,
): Weights {
  const width = EVIDENCE.length
  const values = new Float64Array((1 + ANAPHORS.length) * width)
  const squares = new Float64Array(values.length).fill(1e-4)
  const gradient = new Float64Array(values.length)
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0
    for (const { anaphor, evidence, right } of examples) {
      const own = (1 + anaphor) * width
      const scores = evidence.map((found) => found.reduce((sum, f) => sum + values[f] + values[own + f], 0))
      const top = Math.max(...scores)
      const powers = scores.map((score) => Math.exp(score - top))
      const all = powers.reduce((sum, power) => sum + power, 0)
      const good = powers.reduce((sum, power, k) => sum + (right[k] ? power : 0), 0)
      loss -= Math.log(good / all)
      const touched: number[] = []
      evidence.forEach((found, k) => {
        const slope = powers[k] / all - (right[k] ? powers[k] / good : 0)
        for (const f of found)
          for (const at of [f, own + f]) {
            if (gradient[at] === 0) touched.push(at)
            gradient[at] += slope
          }
      })
      for (const at of touched) {
        const g = gradient[at] + penalty * values[at]
        gradient[at] = 0
        squares[at] += g * g
        values[at] -= (rate * g) / Math.sqrt(squares[at])
      }
    }
    if (epoch % 10 === 0) note(`epoch ${epoch}: loss ${(loss / examples.length).toFixed(4)} a choice`)
  }
  const row = (r: number): number[] => [...values.subarray(r * width, (r + 1) * width)]
  return { rows: Array.from({ length: 1 + ANAPHORS.length }, (_, r) => row(r)) }
}
