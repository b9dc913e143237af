import { HearsayError } from '../../record/errors.js'
import { ENTITY_TYPES, type EntityType } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import type { LinearChain } from '../../tagger/labeller.js'
import type { Model } from '../../tagger/model-file.js'
import { segmentsOf } from '../../tagger/segments.js'
import { Evidence } from './evidence.js'
import { FirstColumns } from './first-columns.js'
import { LABEL_COUNT } from './labels.js'
import { Surface } from './surface.js'
import { NameWords } from './words.js'

/** A name in an article: tokens `first` to `last`, both included. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly type: EntityType
  readonly probability: number
}

/** Finds the names of an article. */
export class NameFinder {
  readonly #first: LinearChain
  readonly #words = new NameWords()
  readonly #surface = new Surface(this.#words)
  readonly #evidence = new Evidence(this.#words)
  readonly #firstColumns = new FirstColumns(this.#words, this.#surface, this.#evidence)

  constructor(model: Model) {
    const first = model.chains.get('first')
    if (!first)
      throw new HearsayError('bad-model', 'Expected a model of names, got a model for something else. Train it anew.')
    this.#first = first
  }

  /** The names in text order; they never overlap. */
  find(tokens: Tokens): Name[] {
    const names: Name[] = []
    this.#surface.read(tokens)
    this.#evidence.read(tokens, this.#surface)
    this.#surface.eachWindow(tokens, (first, last) => {
      const { best, length, marginals } = this.#first.label(this.#firstColumns.fill(tokens, first, last))
      for (const segment of segmentsOf(best, length)) {
        let probability = 1
        for (let i = segment.first; i <= segment.last; i++)
          probability = Math.min(probability, marginals[i * LABEL_COUNT + best[i]])
        names.push({
          first: first + segment.first,
          last: first + segment.last,
          type: ENTITY_TYPES[segment.role],
          probability,
        })
      }
    })
    this.#words.trim()
    return names
  }
}
