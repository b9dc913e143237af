import { HearsayError } from '../../record/errors.js'
import { ENTITY_TYPES, type EntityType } from '../../record/record.js'
import type { Tokens } from '../../record/tokens.js'
import type { Labeller } from '../../tagger/labeller.js'
import { expectShape, type Model } from '../../tagger/model-file.js'
import { Evidence } from './evidence.js'
import { Gazetteer } from './gazetteer.js'
import { COLUMNS, NameColumns } from './name-columns.js'
import { LABEL_COUNT, LABELS, namesOf } from './labels.js'
import { Reading } from './reading.js'
import { Surface } from './surface.js'
import { NameWords } from './words.js'

/** A name in an article: tokens `first` to `last`, both included. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly type: EntityType
  /** How sure the model is of the least sure of its tokens. */
  readonly probability: number
}

/**
 * Finds the names of an article in two passes over the runs of tokens in which names may be. The first sees what the letters and words
 * around show, here and elsewhere in the article; the second also what the first took the same words for elsewhere.
 */
export class NameFinder {
  readonly #first: Labeller
  readonly #second: Labeller
  readonly #surface: Surface
  readonly #evidence: Evidence
  readonly #reading: Reading
  readonly #columns: NameColumns

  /** @throws HearsayError `bad-model` where the model is one for something else, or for other columns and labels than these passes have. */
  constructor(model: Model) {
    const first = model.chains.get('first')
    const second = model.chains.get('second')
    const places = model.maps.get('places')
    if (!first || !second || !places)
      throw new HearsayError('bad-model', 'Expected a model of names, got a model for something else. Train it anew.')
    expectShape(first, 'first', COLUMNS, LABELS)
    expectShape(second, 'second', COLUMNS, LABELS)
    this.#first = first
    this.#second = second
    const words = new NameWords(places)
    this.#surface = new Surface(words)
    this.#evidence = new Evidence(words)
    this.#reading = new Reading(words, this.#surface)
    this.#columns = new NameColumns(words, this.#surface, this.#evidence, new Gazetteer(places, words))
  }

  /** The names in text order; they never overlap. */
  find(tokens: Tokens): Name[] {
    const surface = this.#surface
    const reading = this.#reading
    surface.read(tokens)
    this.#evidence.read(tokens, surface)
    reading.begin(tokens)
    surface.eachWindow(tokens, (first, last) => {
      reading.add(first, last, this.#first.label(this.#columns.fill(tokens, first, last)).marginals)
    })
    reading.finish()
    const names: Name[] = []
    surface.eachWindow(tokens, (first, last) => {
      this.#columns.fill(tokens, first, last)
      const { best, marginals } = this.#second.label(this.#columns.addReading(first, last, reading))
      for (const { first: from, last: to, type } of namesOf(best)) {
        let probability = 1
        for (let i = from; i <= to; i++) probability = Math.min(probability, marginals[i * LABEL_COUNT + best[i]])
        names.push({ first: first + from, last: first + to, type: ENTITY_TYPES[type], probability })
      }
    })
    return names
  }
}
