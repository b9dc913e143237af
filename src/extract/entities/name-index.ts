import type { Tokens } from '../../record/tokens.js'
import type { Name } from './names.js'
import { properNames } from './proper-names.js'

/** The names of an article, by token. */
export class NameIndex {
  readonly names: readonly Name[]
  /** Index of the name that a token belongs to, or -1. */
  readonly at: Int32Array

  constructor(tokens: Tokens, names: readonly Name[]) {
    this.names = properNames(tokens, names)
    this.at = new Int32Array(tokens.count).fill(-1)
    this.names.forEach(({ first, last }, n) => this.at.fill(n, first, last + 1))
  }

  /** The name that a token belongs to. */
  of(token: number): Name | undefined {
    const n = this.at[token] ?? -1
    return n < 0 ? undefined : this.names[n]
  }
}
