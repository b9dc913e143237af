import { Columns } from '../tagger/columns.js'
import type { Templates } from '../tagger/templates.js'

/** Labelled sequences for training, token after token: feature `t` of token `i` is `features[i * width + t]`. */
export class Sequences {
  /** Features a token. */
  readonly width: number
  features: Int32Array
  labels: Uint8Array
  /** First token of each sequence, and one past the last of all. */
  readonly starts: number[] = [0]
  readonly #templates: Templates

  constructor(templates: Templates, expectedTokens = 1024) {
    this.width = templates.count
    this.#templates = templates
    this.features = new Int32Array(expectedTokens * this.width)
    this.labels = new Uint8Array(expectedTokens)
  }

  get count(): number {
    return this.starts.length - 1
  }

  /** Adds one sequence with its label of each token. */
  add(columns: Columns, labels: ArrayLike<number>): void {
    const at = this.starts.at(-1)!
    const end = at + columns.length
    if (end > this.labels.length) {
      const room = Math.ceil(end * 1.5)
      const features = new Int32Array(room * this.width)
      features.set(this.features)
      this.features = features
      const grown = new Uint8Array(room)
      grown.set(this.labels)
      this.labels = grown
    }
    for (let i = 0; i < columns.length; i++) {
      this.#templates.write(columns, i, this.features, (at + i) * this.width)
      this.labels[at + i] = labels[i]!
    }
    this.starts.push(end)
  }
}
