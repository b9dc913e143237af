import { describe, expect, it } from 'vitest'
import { tagged, tokenise } from './view.js'

describe('words', () => {
  it('have a part of speech and a lemma', () => {
    expect(tagged('The ministers said she was not leaving.')).toEqual([
      'the/DET/the',
      'ministers/NOUN/minister',
      'said/VERB/say',
      'she/PRON/she',
      'was/AUX/be',
      'not/PART/not',
      'leaving/VERB/leave',
      './PUNCT/.',
    ])
  })

  it('that are contracted have those of what they stand for', () => {
    const words = tagged("They can't say it's Smith's. Let's go.")
    expect(words).toEqual(
      expect.arrayContaining(['ca/AUX/can', "n't/PART/not", "'s/AUX/be", "'s/PART/'s", "'s/PRON/us"]),
    )
  })

  it('have lower-cased lemmas, whatever the apostrophe of a contraction', () => {
    expect(tokenise("We’re in the United States and won't say they’ve left").lemma.join(' ')).toBe(
      'we be in the united states and will not say they have leave',
    )
  })

  it('are lower-cased, with straight apostrophes and without what is not seen of them', () => {
    expect(tokenise('DON’T O’Brien inter\u00adnational').word).toEqual(['do', "n't", "o'brien", 'international'])
  })

  it('that no language model knows are names where they are capitalised', () => {
    expect(tagged('Президент Erdoğan met Özgürlü')).toEqual([
      'президент/PROPN/президент',
      'erdoğan/PROPN/erdoğan',
      'met/VERB/meet',
      'özgürlü/PROPN/özgürlü',
    ])
  })

  it('that are compounds end in the lemma of their last part', () => {
    expect(tagged('the vice-presidents')[1]).toBe('vice-presidents/NOUN/vice-president')
  })

  it('that are long have a lemma like others', () => {
    expect(tagged('two counterarguments')[1]).toBe('counterarguments/NOUN/counterargument')
  })

  it('that name properties of every object are words like others', () => {
    expect(tokenise('constructor valueOf toString hasOwnProperty').word).toEqual([
      'constructor',
      'valueof',
      'tostring',
      'hasownproperty',
    ])
  })

  it('numbers, marks and symbols have parts of speech too', () => {
    expect(tagged('1,300 “x” € — 7:30').map((token) => token.split('/')[1])).toEqual(
      ['NUM', 'PUNCT', 'NOUN', 'PUNCT', 'SYM', 'PUNCT', 'NUM'].map((name): unknown =>
        name === 'NOUN' ? expect.any(String) : name,
      ),
    )
  })
})
