import { readdirSync, readFileSync } from 'node:fs'
import wholeModel from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction, type ItsHelpers, type Model } from 'wink-nlp'
import { describe, expect, test } from 'vitest'
import { taggingModel } from '../../src/tokenise/wink-model.js'

/** Each token of a text with its part of speech and lemma, as wink-nlp has them with a model. */
function reader(model: Model): (text: string) => string[] {
  const nlp = winkNLP(model, ['pos'])
  const its = nlp.its as Pick<ItsHelpers, 'value'> & Record<'pos' | 'lemma', ItsFunction<string>>
  return (text) => {
    const tokens = nlp.readDoc(text).tokens()
    const [values, tags, lemmas] = (['value', 'pos', 'lemma'] as const).map((what) => tokens.out(its[what]))
    return values.map((word, t) => `${word} ${tags[t]} ${lemmas[t]}`)
  }
}

describe('the model that wink-nlp is given', () => {
  const folder = new URL('../../corpus/', import.meta.url)
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, folder), 'utf8')) // prettier-ignore

  test('tags as the whole model of the package does', () => {
    const [own, whole] = [reader(taggingModel()), reader(wholeModel)]
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) expect(own(text)).toEqual(whole(text))
  })

  test('takes words that objects have of their own, known and unknown ones, twice', () => {
    const [own, whole] = [reader(taggingModel()), reader(wholeModel)]
    const text = 'The constructor of __proto__ has toString, valueOf, a hasOwnProperty, blorbs and get. '
    expect(own(text + text)).toEqual(whole(text + text))
  })

  test('leaves the model of the package as it is for others', () => {
    reader(taggingModel())('Blorbs were unknown until now.')
    expect(reader(wholeModel)('Blorbs ran.')).toHaveLength(3)
  })
})
